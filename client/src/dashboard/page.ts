import * as vscode from 'vscode';
import type { Labels } from './messages.ts';

/** The page of the dashboard: no inline script or style, nothing from any network. */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'dashboard.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'dashboard.css'));
  const labels = JSON.stringify(labelsOf()).replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${vscode.l10n.t('Postmortem Dashboard')}</title>
</head>
<body data-labels="${labels}">
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function labelsOf(): Labels {
  const { l10n } = vscode;
  return {
    title: l10n.t('Postmortems'),
    loading: l10n.t('Counting…'),
    from: l10n.t('From'),
    to: l10n.t('To'),
    service: l10n.t('Service'),
    team: l10n.t('Team'),
    severity: l10n.t('Severity'),
    all: l10n.t('all'),
    exportHtml: l10n.t('Export HTML'),
    exportCsv: l10n.t('Export CSV'),
    savePng: l10n.t('Save as PNG'),
    target: l10n.t('target'),
    table: l10n.t('Table and documents'),
    unknown: l10n.t('unknown'),
    met: l10n.t('met'),
    missed: l10n.t('missed'),
    open: l10n.t('cannot be told'),
    quarter: l10n.t('Quarter'),
    value: l10n.t('Value'),
    figure: l10n.t('Figure'),
    basis: l10n.t('Counted'),
    day: l10n.t('Day'),
    incident: l10n.t('Incident'),
    minutes: l10n.t('Minutes'),
    countedAs: l10n.t('Counted'),
    missedAs: l10n.t('Missed'),
    unknownAs: l10n.t('Unknown'),
    burnDown: l10n.t('Open action items'),
    openItems: l10n.t('open'),
    overdueItems: l10n.t('overdue'),
    recovery: l10n.t('Time to recover by severity'),
    clusters: l10n.t('Repeated root causes'),
    noClusters: l10n.t('No root cause was repeated.'),
    nothing: l10n.t('There is nothing to show in this period.'),
    beside: l10n.t('Beside the targets'),
  };
}
