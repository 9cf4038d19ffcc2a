import * as vscode from 'vscode';
import { askForTimeline, editOf } from '../paste/askForTimeline.ts';
import { type Command, changeDocument, Refusal } from './command.ts';

/** Puts the conversation, log or alerts of the clipboard into the timeline of the active document. */
const pasteTimeline: Command = {
  id: 'postmortem.pasteTimeline',
  async run({ server }) {
    const editor = vscode.window.activeTextEditor;
    if (!editor) throw new Refusal(vscode.l10n.t('Open a postmortem first.'));
    const { document } = editor;
    const text = await vscode.env.clipboard.readText();
    const paste = await askForTimeline(server, document, editor.selection.active, { text }, 'timeline');
    if (!paste)
      throw new Refusal(
        vscode.l10n.t(
          'The clipboard holds no conversation, log or alerts with times, or this document is no postmortem.',
        ),
      );
    if (paste.added === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('All of this is in the timeline already.'));
      return;
    }
    await changeDocument(document, editOf(server, document, paste));
    if (paste.secrets)
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The pasted text holds what looks like a key, token or password. Take it out before you save.'),
      );
  },
};

export default pasteTimeline;
