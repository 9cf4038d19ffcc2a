import * as vscode from 'vscode';
import {
  addRelatedIncident as change,
  Command as Names,
  type SimilarIncident,
  similarIncidents,
} from '../../../server/src/lsp/protocol.ts';
import { applyAnswer, type Command, Refusal } from './command.ts';

/** Lists a similar incident under "Related Incidents": the one that a lens names, else one that is chosen. */
const addRelatedIncident: Command = {
  id: Names.addRelatedIncident,
  async run({ server }, _document, similar) {
    const editor = vscode.window.activeTextEditor;
    if (!editor) throw new Refusal(vscode.l10n.t('Open a postmortem first.'));
    const uri = server.client.code2ProtocolConverter.asUri(editor.document.uri);
    const related = typeof similar === 'string' ? similar : await choose(await server.ask(similarIncidents, { uri }));
    if (related !== undefined) await applyAnswer(server, editor, await server.ask(change, { uri, related }));
  },
};

export default addRelatedIncident;

async function choose(similar: readonly SimilarIncident[]): Promise<string | undefined> {
  if (similar.length === 0)
    throw new Refusal(vscode.l10n.t('No other postmortem here has a similar cause, or all that have are named.'));
  const items = similar.map(({ uri, incidentId, title, reason, openActions }) => ({
    label: [incidentId, title].filter(Boolean).join(' '),
    description: reason,
    detail:
      openActions.length === 0
        ? vscode.l10n.t('No action items are open.')
        : vscode.l10n.t('Still open: {0}', openActions.map(({ action }) => action).join('; ')),
    uri,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Add to Related Incidents'),
    placeHolder: vscode.l10n.t('Incidents with a similar cause'),
    matchOnDescription: true,
  });
  return chosen?.uri;
}
