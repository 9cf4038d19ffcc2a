// What the language server gives to VS Code; the same in the extension host of Node and in the browser worker.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CHECKOUT, finding, findingsOf, open, revert } from './support.ts';

describe('language features', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    editor = await open(CHECKOUT);
  });
  afterEach(revert);

  it('finds a blaming sentence, and says which rule and where to read about it', async () => {
    const found = await finding(editor.document, 'blame/individual-fault');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(editor.document.getText(found.range), /engineer/);
    assert.equal(editor.document.lineAt(found.range.start).text.startsWith('The engineer ran a bad script.'), true);
    assert.ok(typeof found.code === 'object' && found.code.target.toString().includes('individual-fault'));
  });

  it('leaves other Markdown alone', async () => {
    // the postmortem's findings prove that the server has answered by now
    await finding(editor.document, 'blame/human-error');
    const readme = await open('README.md');
    const runbook = await open('docs/runbook.md');
    // an edit there and back makes the server look at them once more
    for (const other of [readme, runbook]) {
      const shown = await vscode.window.showTextDocument(other.document);
      await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        other.document.uri,
        new vscode.Range(0, 0, 3, 0),
      );
      assert.deepEqual(findingsOf(other.document), []);
      await revert();
    }
  });
});
