import * as vscode from 'vscode';
import type { DocumentStatus } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** Menus and keys ask this context key whether the active document is a postmortem. */
const IS_POSTMORTEM = 'postmortem.isPostmortem';

/** Shows template, lifecycle and findings of the active postmortem in the language status, and nothing for other documents. */
export function showStatus({ onStatus }: Server): vscode.Disposable {
  const statuses = new Map<string, DocumentStatus>();
  let item: vscode.LanguageStatusItem | undefined;

  const show = () => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const status = active === undefined ? undefined : statuses.get(active);
    void vscode.commands.executeCommand('setContext', IS_POSTMORTEM, status?.isPostmortem === true);
    if (!status?.isPostmortem) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem('postmortem.status', { language: 'markdown' });
    fill(item, status);
  };

  return vscode.Disposable.from(
    onStatus((status) => {
      statuses.set(status.uri, status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => {
      statuses.delete(document.uri.toString());
      show();
    }),
    { dispose: () => item?.dispose() },
  );
}

function fill(item: vscode.LanguageStatusItem, status: DocumentStatus): void {
  const failed = status.failedRules ?? [];
  item.name = vscode.l10n.t('Blameless Postmortem');
  item.text = [lifecycleText(status), status.template].filter(Boolean).join(' · ');
  item.detail = countsText(status);
  item.severity = failed.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  if (failed.length > 0) {
    item.detail = vscode.l10n.t('Rules failed: {0}', failed.join(', '));
    item.command = { command: 'postmortem.showLog', title: vscode.l10n.t('Show Log') };
  } else item.command = { command: 'postmortem.showRule', title: vscode.l10n.t('Rules') };
  item.accessibilityInformation = { label: [item.name, item.text, item.detail].filter(Boolean).join(', ') };
}

function lifecycleText({ lifecycle }: DocumentStatus): string {
  if (lifecycle === 'in-review') return vscode.l10n.t('In review');
  return lifecycle === 'final' ? vscode.l10n.t('Final') : vscode.l10n.t('Draft');
}

function countsText({ counts }: DocumentStatus): string {
  if (!counts) return '';
  const serious = counts.error + counts.warning;
  const others = counts.information + counts.hint;
  if (serious + others === 0) return vscode.l10n.t('No findings');
  return [
    serious > 0 ? vscode.l10n.t('{0} to mend', serious) : '',
    others > 0 ? vscode.l10n.t('{0} to consider', others) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
