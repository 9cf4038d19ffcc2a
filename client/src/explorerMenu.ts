import * as vscode from 'vscode';
import { postmortemFolders } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** The Explorer offers a new postmortem on these folders, and on those that are named after postmortems. */
const FOLDERS = 'postmortem.folders';

/** Keeps the Explorer's menu informed of the folders that hold postmortems. */
export function showInExplorerMenu(server: Server): vscode.Disposable {
  return server.onWorkspaceChanged(async () => {
    const uris = await server.ask(postmortemFolders, {});
    const paths = uris.flatMap((uri) => {
      const { fsPath, path } = server.client.protocol2CodeConverter.asUri(uri);
      // A window on Windows tells the paths of a remote machine with backslashes.
      return [fsPath, path.replaceAll('/', '\\')];
    });
    await vscode.commands.executeCommand('setContext', FOLDERS, paths);
  });
}
