import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { showActions } from './actions.ts';
import { showPostmortems } from './postmortems.ts';
import { showReadiness } from './readiness.ts';

/** Shows the three views. They ask the server when they are seen, and again when something changed. */
export function showViews(server: Server, context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    showPostmortems(server, context),
    showActions(server, context),
    showReadiness(server),
    vscode.commands.registerCommand('postmortem.reveal', (uri: string, at: number | vscode.Range) => reveal(uri, at)),
  );
}

/** Opens a document at an offset or a range; for the lines of the views. */
async function reveal(uri: string, at: number | vscode.Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const range = typeof at === 'number' ? new vscode.Range(document.positionAt(at), document.positionAt(at)) : at;
  const editor = await vscode.window.showTextDocument(document, { selection: range });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The command of a line that leads to a place. */
export function revealing(uri: string, at: number | vscode.Range): vscode.Command {
  return { command: 'postmortem.reveal', title: vscode.l10n.t('Open'), arguments: [uri, at] };
}
