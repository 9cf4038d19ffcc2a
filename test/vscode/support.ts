// Helpers for suites inside an extension host; they run in Node and in a browser worker alike.
import * as vscode from 'vscode';

export const CHECKOUT = 'postmortems/2026-02-10-inc-041-checkout-errors.md';

/** Asks until there is an answer. While extensions start, VS Code cancels requests: an error counts as "not yet". */
export async function until<T>(
  what: string,
  ask: () => T | Thenable<T>,
  ms = 15_000,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  let last: unknown;
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      const answer = await ask();
      if (answer) {
        return answer as Exclude<T, undefined | null | false | 0 | ''>;
      }
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`waited ${ms} ms for ${what}`, { cause: last });
}

export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('no folder is open');
  }
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(path)));
}

/** The rule that a diagnostic tells of. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

export function findingsOf(document: vscode.TextDocument, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'postmortem' && (rule === undefined || ruleOf(diagnostic) === rule));
}

/** Fails the whole suite at once where the extension does not start or finds nothing, rather than each test after its wait. */
export async function extensionAnswers(): Promise<void> {
  // a browser worker may be ready before the files are
  const { document } = await until('the first file', () => open(CHECKOUT));
  await until('the first finding', () => findingsOf(document).length > 0, 45_000);
}

/** Waits for a finding of a rule, on a text if one is given. */
export function finding(document: vscode.TextDocument, rule: string, text?: string): Promise<vscode.Diagnostic> {
  return until(`${rule} in ${document.uri.path}`, () =>
    findingsOf(document, rule).find((found) => text === undefined || document.getText(found.range).includes(text)),
  );
}

export async function noFinding(document: vscode.TextDocument, rule: string): Promise<void> {
  await until(`no ${rule} in ${document.uri.path}`, () => findingsOf(document, rule).length === 0);
}

/** Quick fixes and source actions at a place, with their edits. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  return (
    (await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind.value,
      100,
    )) ?? []
  );
}

/** Replaces the whole text of a document, as a person would with an edit. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
}

/** Undoes what a test typed, so that the next one finds the file as it was. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
