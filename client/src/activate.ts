import * as vscode from 'vscode';
import { registerCommands } from './commands/index.ts';
import { createDashboard } from './dashboard/dashboard.ts';
import { showInExplorerMenu } from './explorerMenu.ts';
import { offerTimelinePaste } from './paste/index.ts';
import { extendPreview, type PreviewExtension } from './preview/index.ts';
import { type CreateClient, createServer, type Stopping } from './server.ts';
import { showStatus } from './status.ts';
import { showViews } from './views/index.ts';

/** The running extension: what VS Code gets from it, and what stops it. */
export interface Running {
  readonly api: PreviewExtension;
  readonly stop: Stopping;
}

/** Starts the extension; the same in Node and in the browser. */
export function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): Running {
  const log = vscode.window.createOutputChannel('Blameless Postmortem', { log: true });
  context.subscriptions.push(log);
  const server = createServer(createClient, log, context);
  const dashboard = createDashboard(server, context);
  context.subscriptions.push(
    dashboard,
    showStatus(server),
    showViews(server, context),
    showInExplorerMenu(server),
    registerCommands({ server, log, context, dashboard }),
    offerTimelinePaste(server),
  );
  // Nobody waits for the server: VS Code goes on, and commands wait for themselves.
  server.start().catch((error) => {
    log.error(error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('The postmortem language server could not be started.'), showLog)
      .then((chosen) => chosen && log.show());
  });
  return { api: extendPreview(server, context), stop: () => server.client.dispose() };
}
