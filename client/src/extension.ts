import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Running } from './activate.ts';
import type { PreviewExtension } from './preview/index.ts';

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  running = activateWith(context, (id, name, options) => {
    const module = context.asAbsolutePath('dist/server.cjs');
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(id, name, { run, debug: { ...run, options: { execArgv: ['--inspect=6009'] } } }, options);
  });
  return running.api;
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
