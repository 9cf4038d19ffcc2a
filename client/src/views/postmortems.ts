import * as vscode from 'vscode';
import { listPostmortems, type PostmortemEntry } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { revealing } from './index.ts';
import { groupBy, type Line, LineView } from './listView.ts';

/** Whether the workspace has postmortems. */
const HAS_POSTMORTEMS = 'postmortem.hasPostmortems';
/** Whether a folder waits for them: then the views say how to begin. Without either, no view is shown. */
const AWAITS_POSTMORTEMS = 'postmortem.awaitsPostmortems';
const HOMES = ['postmortems', 'docs/postmortems', '.postmortem'];
const GROUPING = 'postmortem.grouping';

type Grouping = 'status' | 'severity' | 'quarter' | 'service';

/** The postmortems of the workspace by status, severity, quarter or service; the badge counts those that are late. */
export function showPostmortems(server: Server, context: vscode.ExtensionContext): vscode.Disposable {
  const grouping = (): Grouping => context.workspaceState.get<Grouping>(GROUPING, 'status');
  let entries: readonly PostmortemEntry[] = [];
  const lines = new LineView('postmortem.postmortems', async () =>
    groupBy(entries, (entry) => groupOf(entry, grouping()), lineOf, orderOf(grouping())),
  );
  // Read before anyone looks: whether there are postmortems decides whether the view is shown at all.
  const read = async () => {
    entries = await server.ask(listPostmortems, {});
    await vscode.commands.executeCommand('setContext', HAS_POSTMORTEMS, entries.length > 0);
    const late = entries.filter((entry) => entry.late).length;
    lines.view.badge = late > 0 ? { value: late, tooltip: vscode.l10n.t('{0} late', late) } : undefined;
    await lines.refresh();
  };
  const lookForHomes = async () =>
    vscode.commands.executeCommand('setContext', AWAITS_POSTMORTEMS, await hasHome(vscode.workspace.workspaceFolders));
  void lookForHomes();
  return vscode.Disposable.from(
    lines,
    vscode.workspace.onDidChangeWorkspaceFolders(() => void lookForHomes()),
    server.onWorkspaceChanged(() => void read()),
    vscode.commands.registerCommand('postmortem.groupPostmortems', async () => {
      const names: Readonly<Record<Grouping, string>> = {
        status: vscode.l10n.t('Status'),
        severity: vscode.l10n.t('Severity'),
        quarter: vscode.l10n.t('Quarter'),
        service: vscode.l10n.t('Service'),
      };
      const items = (Object.keys(names) as Grouping[]).map((value) => ({ label: names[value], value }));
      const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group Postmortems by') });
      if (!chosen) return;
      await context.workspaceState.update(GROUPING, chosen.value);
      await lines.refresh();
    }),
  );
}

async function hasHome(folders: readonly vscode.WorkspaceFolder[] = []): Promise<boolean> {
  const isFolder = folders.flatMap(({ uri }) =>
    HOMES.map((path) =>
      vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, path)).then(
        ({ type }) => (type & vscode.FileType.Directory) !== 0,
        () => false,
      ),
    ),
  );
  return (await Promise.all(isFolder)).includes(true);
}

function groupOf(entry: PostmortemEntry, grouping: Grouping): string {
  switch (grouping) {
    case 'status':
      return lifecycleName(entry.lifecycle);
    case 'severity':
      return entry.severity ?? vscode.l10n.t('No severity');
    case 'quarter': {
      if (!entry.date) return vscode.l10n.t('No date');
      return `${entry.date.slice(0, 4)} Q${Math.ceil(Number(entry.date.slice(5, 7)) / 3)}`;
    }
    case 'service':
      return entry.services[0] ?? vscode.l10n.t('No service');
  }
}

function orderOf(grouping: Grouping): readonly string[] {
  if (grouping === 'status') return (['draft', 'in-review', 'final'] as const).map(lifecycleName);
  return grouping === 'severity' ? ['P0', 'P1', 'P2', 'P3', 'P4'] : [];
}

function lifecycleName(lifecycle: PostmortemEntry['lifecycle']): string {
  if (lifecycle === 'in-review') return vscode.l10n.t('In review');
  return lifecycle === 'final' ? vscode.l10n.t('Final') : vscode.l10n.t('Draft');
}

function lineOf(entry: PostmortemEntry): Line {
  const item = new vscode.TreeItem([entry.incidentId, entry.title].filter(Boolean).join(' '));
  item.description = [entry.severity, entry.date].filter(Boolean).join(' · ');
  item.iconPath = entry.late
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon(entry.lifecycle === 'final' ? 'pass' : 'circle-large-outline');
  item.tooltip = [`${item.label}`, lifecycleName(entry.lifecycle), entry.late ? vscode.l10n.t('late') : '']
    .filter(Boolean)
    .join(', ');
  const read = [item.tooltip, entry.severity, entry.date ?? vscode.l10n.t('No date')];
  item.accessibilityInformation = { label: read.filter(Boolean).join(', ') };
  item.command = revealing(entry.uri, entry.offset);
  return { item };
}
