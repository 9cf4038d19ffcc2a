import * as vscode from 'vscode';
import { listRules, Command as Names } from '../../../server/src/lsp/protocol.ts';
import { type Command, Refusal } from './command.ts';

/** Opens the page of a rule, which comes with the extension: the given one, or one that is picked; rules found here come first. */
const showRule: Command = {
  id: Names.showRule,
  async run({ server, context }, wanted) {
    const rules = await server.ask(listRules, {});
    const here = rulesAtCursor();
    const id = typeof wanted === 'string' ? wanted : await pick(rules, here);
    if (id === undefined) return;
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) throw new Refusal(vscode.l10n.t('There is no rule {0}.', id));
    await openPage(vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', rule.page));
  },
};
export default showRule;

async function pick(
  rules: readonly { readonly id: string; readonly title: string }[],
  here: ReadonlySet<string>,
): Promise<string | undefined> {
  const items: vscode.QuickPickItem[] = rules.map(({ id, title }) => ({ label: title, description: id }));
  const found = items.filter((item) => here.has(item.description ?? ''));
  const others = items.filter((item) => !here.has(item.description ?? ''));
  const heading = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const listed =
    found.length > 0
      ? [heading(vscode.l10n.t('Found here')), ...found, heading(vscode.l10n.t('All rules')), ...others]
      : others;
  const chosen = await vscode.window.showQuickPick(listed, {
    title: vscode.l10n.t('Show Rule'),
    placeHolder: vscode.l10n.t('What a rule finds, why, and what to write instead'),
    matchOnDescription: true,
  });
  return chosen?.description;
}

function rulesAtCursor(): Set<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return new Set();
  const codes = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range, source }) => source === 'postmortem' && range.intersection(editor.selection))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
  return new Set(codes);
}

/** The preview needs the Markdown extension of VS Code, which can be switched off. */
async function openPage(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    await vscode.window.showTextDocument(page, { preview: true });
  }
}
