import * as vscode from 'vscode';
import { facilitatorSheet as facilitatorSheetRequest } from '../../../server/src/lsp/protocol.ts';
import { type Command, Refusal } from './command.ts';

/** Opens questions for the review of the active postmortem beside it. */
const facilitatorSheet: Command = {
  id: 'postmortem.facilitatorSheet',
  async run({ server }) {
    const source = vscode.window.activeTextEditor?.document;
    if (!source) throw new Refusal(vscode.l10n.t('Open a postmortem first.'));
    const uri = server.client.code2ProtocolConverter.asUri(source.uri);
    const sheet = await server.ask(facilitatorSheetRequest, { uri });
    if (!sheet) throw new Refusal(vscode.l10n.t('This document is not recognised as a postmortem.'));
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: sheet.markdown });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
  },
};

export default facilitatorSheet;
