import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Running } from './activate.ts';
import type { PreviewExtension } from './preview/index.ts';

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  running = activateWith(context, (id, name, options) => {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js');
    const startWorker = async () => {
      // The worker itself would not be recognised: the extension host of a browser has a `Worker` of its own.
      const worker = new Worker(script.toString(true));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient(id, name, startWorker, options);
  });
  return running.api;
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
