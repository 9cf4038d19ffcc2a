import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileStamp, readDirectory, readFile, writeFile } from '../../server/src/lsp/protocol.ts';

/** Reads files for the server: in a browser and for virtual workspaces it has no disk of its own. It writes only in the folder `storage`. */
export function answerFileRequests(client: BaseLanguageClient, storage: vscode.Uri | undefined): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(readFile.method, async ({ uri, edited }: { uri: string; edited?: boolean }) => {
      const open =
        edited &&
        vscode.workspace.textDocuments.find((document) => document.uri.toString() === vscode.Uri.parse(uri).toString());
      if (open) return { text: open.getText() };
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
    client.onRequest(fileStamp.method, async ({ uri }: { uri: string }) => {
      try {
        const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
        // Some file systems know no times.
        return mtime > 0 ? { stamp: `${mtime}-${size}` } : null;
      } catch {
        return null;
      }
    }),
    client.onRequest(writeFile.method, async ({ uri, text }: { uri: string; text: string }) => {
      const target = vscode.Uri.parse(uri);
      const isOwn = storage !== undefined && vscode.Uri.joinPath(target, '..').toString() === storage.toString();
      if (!isOwn) throw new Error(`${uri} is not where the server may write`);
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
      return null;
    }),
  );
}
