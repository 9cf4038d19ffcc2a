import * as vscode from 'vscode';
import type { ChangeAnswer, ChangeName } from '../../../server/src/lsp/protocol.ts';
import { documentChange } from '../../../server/src/lsp/protocol.ts';
import type { DashboardPanel } from '../dashboard/dashboard.ts';
import type { Server } from '../server.ts';

/** What commands work with. */
export interface CommandContext {
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
  readonly context: vscode.ExtensionContext;
  readonly dashboard: DashboardPanel;
}

export interface Command {
  readonly id: `postmortem.${string}`;
  /** What it throws is shown to the person who ran it, so it is a sentence. */
  run(context: CommandContext, ...args: unknown[]): Promise<void>;
}

/** Why a command cannot do its work, in words for the person who ran it; no fault of the program. */
export class Refusal extends Error {}

/** A command that asks the server for a change of the active document and applies it. A lens may say to which chain of whys. */
export function changeCommand(id: Command['id'], change: ChangeName): Command {
  return {
    id,
    async run({ server }, chain) {
      const editor = vscode.window.activeTextEditor;
      if (!editor) throw new Refusal(vscode.l10n.t('Open a postmortem first.'));
      const { document } = editor;
      const uri = server.client.code2ProtocolConverter.asUri(document.uri);
      const answer = await server.ask(documentChange, {
        uri,
        change,
        ...(typeof chain === 'number' ? { chain } : {}),
      });
      await applyAnswer(server, editor, answer);
    },
  };
}

/** Applies the server's change to the document of an editor, or says why there is none. */
export async function applyAnswer(server: Server, editor: vscode.TextEditor, answer: ChangeAnswer): Promise<void> {
  if (answer.nothing !== undefined) {
    void vscode.window.showInformationMessage(`${answer.nothing}.`);
    return;
  }
  const edit = await server.client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  // A snippet goes where the cursor is, so its editor must have the focus.
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await changeDocument(editor.document, edit);
}

/** Applies an edit to a document. Throws a `Refusal` where the document has changed meanwhile or cannot be changed: it is then as before. */
export async function changeDocument(document: vscode.TextDocument, edit: vscode.WorkspaceEdit): Promise<void> {
  const before = document.getText();
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Refusal(vscode.l10n.t('The document has changed meanwhile. Run the command again.'));
  if (document.isDirty || document.getText() === before) return;
  // The text of a read-only document takes every edit, and nothing of it can be saved.
  const back = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  back.replace(document.uri, all, before);
  await vscode.workspace.applyEdit(back);
  throw new Refusal(vscode.l10n.t('{0} is read-only.', vscode.workspace.asRelativePath(document.uri)));
}
