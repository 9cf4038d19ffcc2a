// What the language server gives to VS Code; the same in the extension host of Node and in the browser worker.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CHECKOUT, codeActions, finding, findingsOf, noFinding, open, replaceText, revert, until } from './support.ts';

const BLAMING = 'The engineer ran a bad script.';

describe('language features', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  beforeEach(async () => {
    editor = await open(CHECKOUT);
    document = editor.document;
  });
  afterEach(revert);

  it('finds a blaming sentence, and says which rule and where to read about it', async () => {
    const found = await finding(document, 'blame/individual-fault');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(document.getText(found.range), /engineer/);
    assert.ok(document.lineAt(found.range.start).text.startsWith(BLAMING));
    assert.ok(typeof found.code === 'object' && found.code.target.toString().includes('individual-fault'));
  });

  it('finds it while it is typed, and forgets it when it is gone', async () => {
    await finding(document, 'blame/individual-fault');
    const sentence = 'Bob forgot to check the logs.';
    const at = new vscode.Position(document.lineCount, 0);
    await editor.edit((edit) => edit.insert(at, `\n${sentence}\n`));
    await until('a finding about Bob', () =>
      findingsOf(document).some((found) => document.lineAt(found.range.start).text === sentence),
    );
    const start = document.positionAt(document.getText().indexOf(sentence));
    await editor.edit((edit) => edit.delete(new vscode.Range(start, start.translate(0, sentence.length))));
    await until('no finding about Bob', () =>
      findingsOf(document).every((found) => found.range.start.line !== start.line),
    );
  });

  it('rewrites it from the lightbulb, after which it is no finding', async () => {
    const found = await finding(document, 'blame/individual-fault');
    // rewrites come first
    const rewrite = await until('a rewrite', async () =>
      (await codeActions(document, found.range)).find((action) => action.edit),
    );
    assert.ok(await vscode.workspace.applyEdit(rewrite.edit as vscode.WorkspaceEdit));
    assert.ok(!document.getText().includes(BLAMING));
    assert.ok(document.getText().includes('The migration waited for a table lock'), 'the next sentence is kept');
    await noFinding(document, 'blame/individual-fault');
  });

  it('explains the rule on hover', async () => {
    const found = await finding(document, 'blame/individual-fault');
    const hover = await until('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        found.range.start.translate(0, 1),
      );
      return hovers
        .flatMap((each) => each.contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .find((text) => text.includes('individual-fault'));
    });
    assert.match(hover, /system/);
  });

  it('counts in UTF-16 units, past emoji and with CRLF', async () => {
    await finding(document, 'blame/individual-fault');
    await replaceText(document, document.getText().replace(BLAMING, `🚒🔥 ${BLAMING}`));
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    const found = await until('the finding past the emoji', () =>
      findingsOf(document, 'blame/individual-fault').find((each) => each.range.start.character >= '🚒🔥 '.length),
    );
    assert.match(document.getText(found.range), /engineer/);
  });

  it('checks a document that was never saved', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: document.getText() });
    await vscode.window.showTextDocument(untitled);
    const found = await finding(untitled, 'blame/individual-fault');
    assert.match(untitled.getText(found.range), /engineer/);
  });

  it('leaves other Markdown alone', async () => {
    // the postmortem's findings prove that the server has answered; both files hold sentences that it would find there
    await finding(document, 'blame/human-error');
    for (const file of ['README.md', 'docs/runbook.md']) {
      const other = (await open(file)).document;
      // an answer about the file means that the server knows it
      await codeActions(other, new vscode.Range(0, 0, other.lineCount, 0));
      assert.deepEqual(findingsOf(other), []);
      // made a postmortem, the same sentences are found: it is the file that was left alone
      await replaceText(other, `---\npostmortem: true\n---\n\n${document.getText()}\n\n${other.getText()}`);
      await finding(other, 'blame/individual-fault');
      await revert();
      await noFinding(other, 'blame/individual-fault');
    }
  });

  it('holds back what a comment suppresses', async () => {
    await finding(document, 'blame/human-error');
    const comment = '<!-- postmortem-disable-next-line blame/human-error -- the words of the report -->';
    await replaceText(document, document.getText().replace('The root cause was human error.', `${comment}\n$&`));
    await noFinding(document, 'blame/human-error');
    await finding(document, 'blame/individual-fault');
  });
});
