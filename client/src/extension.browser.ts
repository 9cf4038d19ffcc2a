import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Running } from './activate.ts';
import type { PreviewExtension } from './preview/index.ts';

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  running = activateWith(context, (id, name, options) => {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js');
    return new LanguageClient(id, name, async () => new Worker(script.toString(true)), options);
  });
  return running.api;
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
