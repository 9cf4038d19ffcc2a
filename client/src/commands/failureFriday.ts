import * as vscode from 'vscode';
import { failureFriday as request } from '../../../server/src/lsp/protocol.ts';
import { type Command, Refusal } from './command.ts';
import { writeTeamFile } from './teamFile.ts';

/** Opens the digest for a Failure Friday, and notes what was shared once somebody says that it was. */
const failureFriday: Command = {
  id: 'postmortem.failureFriday',
  async run({ server }) {
    const friday = await server.ask(request, {});
    if (!friday)
      throw new Refusal(
        vscode.l10n.t('There is no completed postmortem that was not shared before, or none without blaming language.'),
      );
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: friday.digest });
    await vscode.window.showTextDocument(document);
    const note = vscode.l10n.t('Note as Shared');
    const said = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} postmortems to share. Once they are shared, note it: they are not chosen again.',
        friday.documents,
      ),
      note,
    );
    if (said === note) await writeTeamFile(friday.file);
  },
};

export default failureFriday;
