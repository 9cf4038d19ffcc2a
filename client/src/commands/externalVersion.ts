import * as vscode from 'vscode';
import { externalVersion as externalVersionRequest } from '../../../server/src/lsp/protocol.ts';
import { showLeaks } from '../export/leaks.ts';
import { type Command, Refusal } from './command.ts';

const MOST_SHOWN = 12;

/** Opens a draft for customers beside the postmortem, after showing what it could still tell them. */
const externalVersion: Command = {
  id: 'postmortem.externalVersion',
  async run({ server, context }) {
    const source = vscode.window.activeTextEditor?.document;
    if (!source) throw new Refusal(vscode.l10n.t('Open a postmortem first.'));
    const uri = server.client.code2ProtocolConverter.asUri(source.uri);
    const draft = await server.ask(externalVersionRequest, { uri });
    if (!draft) throw new Refusal(vscode.l10n.t('This document is not recognised as a postmortem.'));
    if (draft.leaks.length > 0) {
      const found = [...new Set(draft.leaks.map(({ what, text }) => `• ${text} (${what})`))];
      const shown = found.slice(0, MOST_SHOWN);
      if (found.length > MOST_SHOWN) shown.push('…');
      const open = vscode.l10n.t('Open Draft');
      const chosen = await vscode.window.showWarningMessage(
        found.length === 1
          ? vscode.l10n.t('The draft could still tell outsiders one thing. It is marked in it.')
          : vscode.l10n.t('The draft could still tell outsiders {0} things. They are marked in it.', found.length),
        { modal: true, detail: shown.join('\n') },
        open,
      );
      if (chosen !== open) return;
    }
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: draft.markdown });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    showLeaks(document, draft.leaks, context);
  },
};

export default externalVersion;
