/**
 * An engine of ../engines behind a language server, as its own VS Code extension would run it but without any debounce:
 *   node shim-ls.mjs ENGINE      (textlint's rules: TEXTLINT_RULES)
 * vscode-languageserver, incremental text sync, the whole document linted on every change.
 */
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

process.argv.push('--stdio');
const mod = await import(`../engines/${process.argv[2]}.mjs`);
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let lint;
connection.onInitialize(async () => {
  lint = await mod.init();
  return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } };
});
let chain = Promise.resolve();
documents.onDidChangeContent(({ document }) => {
  chain = chain.then(() => check(document)).catch((e) => connection.console.error(String(e.stack)));
});
async function check(document) {
  const { version } = document;
  const messages = await lint(document.getText());
  const diagnostics = messages.map((m) => {
    const d = mod.toDiagnostic(m);
    const range =
      d.offset === undefined
        ? { start: { line: d.line, character: d.character }, end: { line: d.endLine, character: d.endCharacter } }
        : { start: document.positionAt(d.offset), end: document.positionAt(d.endOffset) };
    return { range, message: d.message, code: d.code, source: process.argv[2], severity: 2 };
  });
  await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
}
documents.listen(connection);
connection.listen();
