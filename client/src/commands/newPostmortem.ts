import * as vscode from 'vscode';
import { newPostmortem as createRequest, newPostmortemChoices } from '../../../server/src/lsp/protocol.ts';
import { askInSteps } from '../steps.ts';
import { type Command, Refusal } from './command.ts';

/** Asks for id, title, severity and date, and creates the document from the template with the cursor at the first fill-in. */
const newPostmortem: Command = {
  id: 'postmortem.newPostmortem',
  async run({ server }, target) {
    const folder = await folderFor(target);
    const place = folder ? { folder: server.client.code2ProtocolConverter.asUri(folder).replace(/\/$/, '') } : {};
    const choices = await server.ask(newPostmortemChoices, place);
    const answers = await askInSteps(vscode.l10n.t('New Postmortem'), [
      {
        name: 'incidentId',
        prompt: vscode.l10n.t('Incident id. The next free one is proposed'),
        value: choices.incidentId,
        check: (value) =>
          /^[\p{L}\p{N}#][\p{L}\p{N}._#-]*$/u.test(value)
            ? undefined
            : vscode.l10n.t('An id has letters, digits and dashes, such as {0}', choices.incidentId),
      },
      {
        name: 'title',
        prompt: vscode.l10n.t('What happened, in a few words'),
        placeholder: vscode.l10n.t('Checkout fails with server errors'),
        check: (value) => (value === '' ? vscode.l10n.t('A title tells readers which incident this was') : undefined),
      },
      { name: 'severity', prompt: vscode.l10n.t('Severity of the incident'), items: choices.severities },
      {
        name: 'date',
        prompt: vscode.l10n.t('Day of the incident, YYYY-MM-DD'),
        value: today(),
        check: (value) => (isDay(value) ? undefined : vscode.l10n.t('A day is written {0}', today())),
      },
    ]);
    if (!answers) return;
    const { incidentId = '', title = '', severity = '', date = '' } = answers;
    const created = await server.ask(createRequest, {
      ...place,
      incidentId,
      title,
      severity,
      date,
      template: choices.defaultTemplate,
    });
    const directory = choices.directory && server.client.protocol2CodeConverter.asUri(choices.directory);
    const document = directory
      ? await createFile(vscode.Uri.joinPath(directory, created.fileName))
      : await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(created.snippet), new vscode.Position(0, 0), {
      undoStopBefore: false,
      undoStopAfter: true,
    });
    // Nobody loses the text by closing the editor; the tab stops stay.
    if (directory) await document.save();
  },
};
export default newPostmortem;

/** The folder of the Explorer's menu, else the workspace folder, asked for where there are several. */
async function folderFor(target: unknown): Promise<vscode.Uri | undefined> {
  if (target instanceof vscode.Uri) return target;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  if (own) return own.uri;
  const chosen = await vscode.window.showWorkspaceFolderPick();
  if (!chosen) throw new vscode.CancellationError();
  return chosen.uri;
}

/** An empty new file. Never one that was there before. */
async function createFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (exists || !(await vscode.workspace.applyEdit(edit)))
    throw new Refusal(
      exists
        ? vscode.l10n.t('{0} is there already and stays as it is.', vscode.workspace.asRelativePath(uri))
        : vscode.l10n.t('{0} could not be created.', vscode.workspace.asRelativePath(uri)),
    );
  return vscode.workspace.openTextDocument(uri);
}

/** The day by the local clock. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
