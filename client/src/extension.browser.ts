import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';
import type { Stopping } from './server.ts';

let stopping: Stopping | undefined;

export function activate(context: vscode.ExtensionContext): void {
  stopping = activateWith(context, (id, name, options) => {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js');
    return new LanguageClient(id, name, async () => new Worker(script.toString(true)), options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stopping?.();
}
