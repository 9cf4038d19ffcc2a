import * as vscode from 'vscode';
import { type ExportFormat, type ExportScope, exportDocument } from '../../../server/src/lsp/protocol.ts';
import { showForCopying } from '../export/richCopy.ts';
import { type Command, Refusal } from './command.ts';

interface Choice extends vscode.QuickPickItem {
  readonly format?: ExportFormat;
  readonly scope?: ExportScope;
}

function choices(): Choice[] {
  const { t } = vscode.l10n;
  const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const whole: Choice[] = [
    { label: t('Rich Text'), description: t('e-mail, Google Docs, Notion, Confluence editor'), format: 'html' },
    { label: t('Confluence Storage Format'), description: t('API, source editor'), format: 'confluence' },
    { label: t('Wiki Markup'), description: t('Confluence Insert Markup, Jira'), format: 'wiki' },
    { label: 'Slack', description: 'mrkdwn', format: 'slack' },
  ];
  const items: Choice[] = [
    { label: t('Rich Text'), format: 'html' },
    { label: t('Wiki Markup'), format: 'wiki' },
    { label: 'Slack', format: 'slack' },
    { label: t('CSV for Jira'), description: t('open items without a ticket'), format: 'jira-csv' },
  ];
  return [
    separator(t('Whole document')),
    ...whole.map((choice) => ({ ...choice, scope: 'document' as const })),
    separator(t('Action items')),
    ...items.map((choice) => ({ ...choice, scope: 'action-items' as const })),
  ];
}

/** Copies the postmortem, or its action items, in the form that another tool takes. */
const copyAs: Command = {
  id: 'postmortem.copyAs',
  async run({ server }) {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) throw new Refusal(vscode.l10n.t('Open a postmortem first.'));
    const chosen = await vscode.window.showQuickPick(choices(), {
      title: vscode.l10n.t('Copy Postmortem As'),
      placeHolder: vscode.l10n.t('Where will you paste it?'),
    });
    if (!chosen?.format || !chosen.scope) return;
    const uri = server.client.code2ProtocolConverter.asUri(document.uri);
    const answer = await server.ask(exportDocument, { uri, format: chosen.format, scope: chosen.scope });
    if (!answer) throw new Refusal(vscode.l10n.t('There is nothing to copy: no open action items, or no postmortem.'));
    if (chosen.format === 'html') {
      showForCopying(answer.text);
      return;
    }
    await vscode.env.clipboard.writeText(answer.text);
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied: {0}', chosen.label), 4000);
  },
};

export default copyAs;
