import * as vscode from 'vscode';
import { type ActionEntry, listActions, setActionDone } from '../../../server/src/lsp/protocol.ts';
import { changeDocument } from '../commands/command.ts';
import type { Server } from '../server.ts';
import { revealing } from './index.ts';
import { group, type Line, LineView } from './listView.ts';

const OWNER = 'postmortem.actionOwner';

/** The action items of all postmortems by urgency. A ticked box is written into its document. */
export function showActions(server: Server, context: vscode.ExtensionContext): vscode.Disposable {
  const entryOf = new WeakMap<Line, ActionEntry>();
  const lines = new LineView('postmortem.actions', read, { manageCheckboxStateManually: true });
  async function read(): Promise<Line[]> {
    const owner = context.workspaceState.get<string>(OWNER);
    const all = await server.ask(listActions, {});
    const entries = owner === undefined ? all : all.filter((entry) => entry.owner === owner);
    lines.view.description = owner ?? '';
    const overdue = all.filter((entry) => entry.when === 'overdue').length;
    lines.view.badge = overdue > 0 ? { value: overdue, tooltip: vscode.l10n.t('{0} overdue', overdue) } : undefined;
    return groups(entries).map(({ label, when, open }) => {
      const own = entries.filter((entry) => entry.when === when).map((entry) => remember(lineOf(entry), entry));
      return group(label, own, open);
    });
  }
  const remember = (line: Line, entry: ActionEntry): Line => {
    entryOf.set(line, entry);
    return line;
  };
  return vscode.Disposable.from(
    lines,
    server.onWorkspaceChanged(() => void lines.refresh()),
    lines.view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [line, state] of items) {
        const entry = entryOf.get(line);
        if (entry) await tick(server, entry, state === vscode.TreeItemCheckboxState.Checked).catch(say);
      }
      // A box that could not be ticked is drawn as it is.
      lines.redraw();
    }),
    vscode.commands.registerCommand('postmortem.filterActions', async () => {
      const everyone = vscode.l10n.t('Everyone');
      const owners = new Set((await server.ask(listActions, {})).flatMap(({ owner }) => owner ?? []));
      const title = vscode.l10n.t('Action Items of');
      const placeHolder = vscode.l10n.t('Whose action items are shown');
      const chosen = await vscode.window.showQuickPick([everyone, ...[...owners].sort()], { title, placeHolder });
      if (chosen === undefined) return;
      await context.workspaceState.update(OWNER, chosen === everyone ? undefined : chosen);
      await lines.refresh();
    }),
  );
}

function groups(entries: readonly ActionEntry[]): { label: string; when: ActionEntry['when']; open: boolean }[] {
  const all = [
    { label: vscode.l10n.t('Overdue'), when: 'overdue', open: true },
    { label: vscode.l10n.t('Due this week'), when: 'this-week', open: true },
    { label: vscode.l10n.t('Open'), when: 'open', open: true },
    { label: vscode.l10n.t('Done'), when: 'done', open: false },
  ] as const;
  return all.filter(({ when }) => entries.some((entry) => entry.when === when)).map((one) => ({ ...one }));
}

function lineOf(entry: ActionEntry): Line {
  const item = new vscode.TreeItem([entry.id, entry.action].filter(Boolean).join(' '));
  item.description = [entry.owner, entry.due].filter(Boolean).join(' · ');
  item.tooltip = [entry.action, entry.owner ?? vscode.l10n.t('no owner'), dueText(entry), entry.postmortem].join('\n');
  const isDone = entry.when === 'done';
  item.accessibilityInformation = {
    label: [item.label, entry.owner ?? vscode.l10n.t('no owner'), dueText(entry), entry.postmortem].join(', '),
  };
  item.checkboxState = {
    state: isDone ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: isDone ? vscode.l10n.t('Open again') : vscode.l10n.t('Mark it done'),
    accessibilityInformation: { label: vscode.l10n.t('{0}: done', entry.id ?? entry.action), role: 'checkbox' },
  };
  item.command = revealing(entry.uri, entry.offset);
  return { item };
}

function dueText({ due, daysLeft, when }: ActionEntry): string {
  if (due === undefined || daysLeft === undefined) return vscode.l10n.t('no due date');
  if (when === 'done') return due;
  if (daysLeft < 0) return vscode.l10n.t('{0}, {1} days ago', due, -daysLeft);
  return daysLeft === 0 ? vscode.l10n.t('{0}, today', due) : vscode.l10n.t('{0}, in {1} days', due, daysLeft);
}

function say(error: unknown): void {
  void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
}

/** Writes the state into the document, and saves it unless someone is writing there. */
async function tick(server: Server, entry: ActionEntry, done: boolean): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(entry.uri));
  const wasDirty = document.isDirty;
  const uri = server.client.code2ProtocolConverter.asUri(document.uri);
  const answer = await server.ask(setActionDone, { uri, offset: entry.offset, done });
  if (answer.nothing !== undefined) {
    void vscode.window.showInformationMessage(`${answer.nothing}.`);
    return;
  }
  await changeDocument(document, await server.client.protocol2CodeConverter.asWorkspaceEdit(answer.edit));
  if (!wasDirty) await document.save();
}
