import * as vscode from 'vscode';
import { registerCommands } from './commands/index.ts';
import { type CreateClient, createServer, type Stopping } from './server.ts';
import { showStatus } from './status.ts';

/** Starts the extension; the same in Node and in the browser. Answers with what stops it. */
export function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): Stopping {
  const log = vscode.window.createOutputChannel('Blameless Postmortem', { log: true });
  context.subscriptions.push(log);
  const server = createServer(createClient, log, context);
  context.subscriptions.push(showStatus(server), registerCommands({ server, log, context }));
  // Nobody waits for the server: VS Code goes on, and commands wait for themselves.
  server.start().catch((error) => {
    log.error(error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('The postmortem language server could not be started.'), showLog)
      .then((chosen) => chosen && log.show());
  });
  return () => server.client.dispose();
}
