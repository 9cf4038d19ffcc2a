import * as vscode from 'vscode';
import { newPostmortem as createRequest, listPeople, newPostmortemChoices } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { type Answers, askInSteps, type Draft, type Step } from '../steps.ts';
import { type Command, Refusal } from './command.ts';

/** Where the answers are kept until there is a document. */
const DRAFT = 'postmortem.newPostmortem';

/** Asks for what is known of the incident, and creates the document from the template with the cursor at the first fill-in. */
const newPostmortem: Command = {
  id: 'postmortem.newPostmortem',
  async run({ server, context }, target) {
    const folder = await folderFor(target);
    const place = folder ? { folder: server.client.code2ProtocolConverter.asUri(folder).replace(/\/$/, '') } : {};
    const choices = await server.ask(newPostmortemChoices, place);
    const people = peopleOf(server, place);
    const answers = await askInSteps(vscode.l10n.t('New Postmortem'), stepsFor(choices, people), {
      load: () => context.workspaceState.get<Draft>(DRAFT),
      save: (draft) => void context.workspaceState.update(DRAFT, draft),
    }).finally(() => people.dispose());
    if (!answers) return;
    const created = await server.ask(createRequest, { ...place, ...incidentOf(answers) });
    const directory = choices.directory && server.client.protocol2CodeConverter.asUri(choices.directory);
    const document = directory
      ? await createFile(vscode.Uri.joinPath(directory, created.fileName))
      : await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await context.workspaceState.update(DRAFT, undefined);
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

type Choices = Awaited<ReturnType<NonNullable<typeof newPostmortemChoices.types>>>;

interface People extends vscode.Disposable {
  readonly names: readonly string[];
  readonly onDidChange: vscode.Event<void>;
}

/** Nobody at first: the questions do not wait for people. They join the list when they are known, those whom a slow git names last. */
function peopleOf(server: Server, place: { folder?: string }): People {
  const changed = new vscode.EventEmitter<void>();
  let names: readonly string[] = [];
  const read = async () => {
    // Who cannot be told of now is told of the next time.
    names = await server.ask(listPeople, place).catch(() => names);
    changed.fire();
  };
  void read();
  const listening = server.onPeopleChanged(read);
  return {
    get names() {
      return names;
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(listening, changed).dispose(),
  };
}

/** The questions: those that nobody can answer for the writer first; the later ones may be left open. */
function stepsFor(choices: Choices, people: People): Step[] {
  const { t } = vscode.l10n;
  return [
    {
      name: 'incidentId',
      prompt: t('Incident id. The next free one is proposed'),
      value: choices.incidentId,
      check: (value) =>
        /^[\p{L}\p{N}#][\p{L}\p{N}._#-]*$/u.test(value)
          ? undefined
          : t('An id has letters, digits and dashes, such as {0}', choices.incidentId),
    },
    {
      name: 'title',
      prompt: t('What happened, in a few words'),
      placeholder: t('For example: checkout fails with server errors'),
      check: (value) => (value === '' ? t('A title tells readers which incident this was') : undefined),
    },
    {
      name: 'severity',
      prompt: t('Severity of the incident'),
      choices: () => choices.severities.map((value) => ({ value })),
    },
    {
      name: 'template',
      prompt: t('Template. The one for this severity is proposed'),
      value: ({ severity }) => choices.templateFor[String(severity)] ?? '',
      choices: () => choices.templates.map(({ id, name, description }) => ({ value: id, label: name, description })),
    },
    {
      name: 'trigger',
      prompt: t('Why a postmortem is written'),
      choices: () => [
        ...choices.triggers.map(({ id, name }) => ({ value: id, label: name })),
        { value: '', label: t('None of these: to learn from it') },
      ],
    },
    {
      name: 'detected',
      prompt: t('When it was detected, in UTC: YYYY-MM-DD HH:MM, or the day alone'),
      value: new Date().toISOString().slice(0, 16).replace('T', ' '),
      check: (value) =>
        isMoment(value)
          ? undefined
          : t('A moment is written {0}', new Date().toISOString().slice(0, 16).replace('T', ' ')),
    },
    {
      name: 'detectedBy',
      prompt: t('What or who detected it. Type what is not on the list'),
      open: true,
      choices: () => [
        { value: '', label: t('Not known yet') },
        // Written into the document, which is in English.
        ...['an alert', 'a user report', 'somebody on the team'].map((value) => ({ value })),
      ],
    },
    {
      name: 'commander',
      prompt: t('Incident commander. Type a name that is not on the list'),
      open: true,
      choices: () => [{ value: '', label: t('Not known yet') }, ...people.names.map((value) => ({ value }))],
      onDidChangeChoices: people.onDidChange,
    },
    {
      name: 'attendees',
      prompt: t('Attendees. Type names that are not on the list'),
      open: true,
      many: true,
      choices: () => people.names.map((value) => ({ value })),
      onDidChangeChoices: people.onDidChange,
    },
  ];
}

/** The answers as the server takes them; what was left open is left out. */
function incidentOf(answers: Answers) {
  const text = (name: string) => String(answers[name] ?? '');
  const [date = '', detectedAt = ''] = text('detected').split(/[ T]+/);
  const { attendees } = answers;
  const known = { detectedAt, detectedBy: text('detectedBy'), commander: text('commander'), trigger: text('trigger') };
  return {
    incidentId: text('incidentId'),
    title: text('title'),
    severity: text('severity'),
    template: text('template'),
    date,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')),
    ...(Array.isArray(attendees) ? { attendees } : {}),
  };
}

/** The folder of the Explorer's menu, else the workspace folder, asked for where there are several. */
async function folderFor(target: unknown): Promise<vscode.Uri | undefined> {
  if (target instanceof vscode.Uri) return target;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  if (own) return own.uri;
  const chosen = await vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('Folder of the new postmortem'),
  });
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

/** `2026-03-04 09:18`, or `2026-03-04`. */
function isMoment(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T]+([01]\d|2[0-3]):[0-5]\d)?$/.exec(text);
  const time = Date.parse(`${match?.[1]}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(match![1]!);
}
