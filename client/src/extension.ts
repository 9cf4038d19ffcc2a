import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.ts';
import type { Stopping } from './server.ts';

let stopping: Stopping | undefined;

export function activate(context: vscode.ExtensionContext): void {
  stopping = activateWith(context, (id, name, options) => {
    const module = context.asAbsolutePath('dist/server.cjs');
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(id, name, { run, debug: { ...run, options: { execArgv: ['--inspect=6009'] } } }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stopping?.();
}
