import * as vscode from 'vscode';
import { importIncidents as request } from '../../../server/src/lsp/protocol.ts';
import { type Command, Refusal } from './command.ts';
import { writeTeamFile } from './teamFile.ts';

/** Takes incidents from an export of another tool into the register. */
const importIncidents: Command = {
  id: 'postmortem.importIncidents',
  async run({ server }) {
    const [chosen] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Import Incidents'),
        filters: { [vscode.l10n.t('Exports of incident tools')]: ['json', 'csv', 'ndjson'] },
      })) ?? [];
    if (!chosen) return;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(chosen));
    const answer = await server.ask(request, { text });
    if (!answer) throw new Refusal(vscode.l10n.t('Open a folder first: the register lies in it.'));
    if (answer.tool === null)
      throw new Refusal(
        vscode.l10n.t(
          'This is no export of PagerDuty, Opsgenie, incident.io, Grafana or Jira, and no table with incident_id and started_at.',
        ),
      );
    const { added, completed, unchanged, skipped, file } = answer;
    if (added + completed > 0) await writeTeamFile(file);
    const open = vscode.l10n.t('Open Register');
    const said = vscode.l10n.t(
      '{0} added, {1} completed, {2} unchanged, {3} left out.',
      added,
      completed,
      unchanged,
      skipped.length,
    );
    if ((await vscode.window.showInformationMessage(said, open)) === open)
      await vscode.window.showTextDocument(vscode.Uri.parse(file.uri));
  },
};

export default importIncidents;
