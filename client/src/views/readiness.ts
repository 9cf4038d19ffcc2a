import * as vscode from 'vscode';
import { type ReadinessItem, readiness } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { trackShownPostmortem } from '../shownPostmortem.ts';
import { revealing } from './index.ts';
import { type Line, LineView } from './listView.ts';

/** What keeps the postmortem on the screen from being final, as a checklist that leads to each place. */
export function showReadiness(server: Server): vscode.Disposable {
  const shown = trackShownPostmortem(server);
  const lines = new LineView('postmortem.readiness', async () => {
    const { uri } = shown;
    if (!uri) return [];
    const items = await server.ask(readiness, { uri: server.client.code2ProtocolConverter.asUri(uri) });
    return (items ?? []).map((item) => lineOf(item, uri, server));
  });
  return vscode.Disposable.from(
    lines,
    shown,
    shown.onDidChange(() => void lines.refresh()),
  );
}

function lineOf({ label, ready, findings }: ReadinessItem, uri: vscode.Uri, server: Server): Line {
  const state = ready ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded;
  const item = new vscode.TreeItem(label, state);
  item.id = label;
  item.iconPath = ready
    ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
    : new vscode.ThemeIcon('circle-large-outline');
  item.description = ready ? '' : String(findings.length);
  item.accessibilityInformation = {
    label: ready ? vscode.l10n.t('{0}: ready', label) : vscode.l10n.t('{0}: {1} to mend', label, findings.length),
  };
  const children = findings.map(({ message, ruleId, range }) => {
    const place = server.client.protocol2CodeConverter.asRange(range);
    const line = new vscode.TreeItem(message);
    line.tooltip = `${message}\n${ruleId}`;
    line.description = vscode.l10n.t('line {0}', place.start.line + 1);
    line.accessibilityInformation = { label: `${message}, ${line.description}` };
    line.command = revealing(uri.toString(), place);
    return { item: line };
  });
  return { item, children };
}
