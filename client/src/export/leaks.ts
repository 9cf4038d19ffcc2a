import * as vscode from 'vscode';
import type { ExternalDraft } from '../../../server/src/lsp/protocol.ts';

let shown: vscode.DiagnosticCollection | undefined;

/** Marks in a draft what it could still tell outsiders. The marks go when the draft is closed or the marked text is gone. */
export function showLeaks(
  document: vscode.TextDocument,
  leaks: ExternalDraft['leaks'],
  context: vscode.ExtensionContext,
): void {
  const collection = shown ?? vscode.languages.createDiagnosticCollection('postmortem-external');
  if (!shown) context.subscriptions.push(collection);
  shown = collection;
  const mark = () => {
    const found = leaks.flatMap(({ kind, text, advice, line }) => {
      const at = placeOf(document, text, line);
      if (!at) return [];
      const diagnostic = new vscode.Diagnostic(at, `${advice}.`, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'postmortem';
      diagnostic.code = kind;
      return [diagnostic];
    });
    collection.set(document.uri, found);
  };
  mark();
  const changes = vscode.workspace.onDidChangeTextDocument((event) => event.document === document && mark());
  const closing = vscode.workspace.onDidCloseTextDocument((closed) => {
    if (closed !== document) return;
    collection.delete(document.uri);
    changes.dispose();
    closing.dispose();
  });
  context.subscriptions.push(changes, closing);
}

/** Where the text stands now: in its line, else anywhere. */
function placeOf(document: vscode.TextDocument, text: string, line: number): vscode.Range | undefined {
  const inLine = line < document.lineCount ? document.lineAt(line).text.indexOf(text) : -1;
  const offset = inLine >= 0 ? document.offsetAt(new vscode.Position(line, inLine)) : document.getText().indexOf(text);
  if (offset < 0) return undefined;
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}
