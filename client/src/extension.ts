import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Running } from './activate.ts';
import type { PreviewExtension } from './preview/index.ts';

/** What lives for a moment gets 2 MB in place of 16: the server needs a fifth less memory, and no more time that could be measured. */
const MEMORY = ['--max-semi-space-size=2'];

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  running = activateWith(context, (id, name, options) => {
    const module = context.asAbsolutePath('dist/server.cjs');
    const run = { module, transport: TransportKind.ipc, options: { execArgv: MEMORY } };
    const debug = { ...run, options: { execArgv: [...MEMORY, '--inspect=6009'] } };
    return new LanguageClient(id, name, { run, debug }, options);
  });
  return running.api;
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
