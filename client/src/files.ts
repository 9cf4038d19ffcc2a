import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readDirectory, readFile } from '../../server/src/lsp/protocol.ts';

/** Reads files for the server: in a browser and for virtual workspaces it has no disk of its own. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(readFile.method, async ({ uri }: { uri: string }) => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
        return { text: new TextDecoder().decode(bytes) };
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    }),
    client.onRequest(readDirectory.method, async ({ uri }: { uri: string }) => {
      try {
        const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
        return { names: entries.map(([name]) => name) };
      } catch {
        return { names: [] };
      }
    }),
  );
}
