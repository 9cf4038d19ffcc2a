import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { TypedDocument } from '../../server/src/lsp/typedDocument.ts';

const TEXT = 'One line\nand another, é\r\n\r\nlast 🚒 one';
const uri = 'file:///a.md';

const typing = (line: number, character: number, text: string, deleted = 0): TextDocumentContentChangeEvent => ({
  range: { start: { line, character }, end: { line, character: character + deleted } },
  text,
});

/** The document with its text as the library has it, which puts the text together at once. */
function opened(text = TEXT) {
  const ours = TypedDocument.create(uri, 'markdown', 1, text);
  const whole = TextDocument.create(uri, 'markdown', 1, text);
  const change = (changes: TextDocumentContentChangeEvent[], version: number) => {
    const sent = changes.map((one) => {
      const sendable = onLines(one, whole.lineCount);
      TextDocument.update(whole, [sendable], version);
      return sendable;
    });
    TypedDocument.update(ours, sent, version);
  };
  return { ours, whole, change };
}

/** A change on lines that are there: what comes of others the library does not say. */
function onLines(change: TextDocumentContentChangeEvent, count: number): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const { start, end } = change.range;
  const range = { start: { ...start, line: start.line % count }, end: { ...end, line: end.line % count } };
  return { range, text: change.text };
}

describe('a document that is typed in', () => {
  it('tells the one edit that typing within a line makes, however it went', () => {
    const { ours, change } = opened();
    change([typing(1, 4, 'yet ')], 2);
    change([typing(1, 8, 'one more'), typing(1, 3, '', 1)], 3);
    change([typing(1, 15, ' of ', 2)], 4);
    const edit = ours.editSince(1)!;
    assert.equal(TEXT.slice(edit.span.start, edit.span.end), ' an');
    assert.equal(edit.text, 'yet one more of ');
  });

  it('does not know it where its text was asked for meanwhile, or more than a line has changed', () => {
    const { ours, change } = opened();
    change([typing(0, 3, 'ly')], 2);
    ours.getText();
    change([typing(0, 5, ', really')], 3);
    assert.equal(ours.editSince(1), undefined);
    assert.equal(ours.editSince(2)?.text, ', really');
    change([typing(1, 0, 'A second line: ')], 4);
    assert.equal(ours.editSince(3), undefined);
    assert.equal(ours.editSince(2), undefined);
  });

  it('has the text that the library has, whatever is changed', () => {
    const position = fc.record({ line: fc.nat(9), character: fc.integer({ min: -1, max: 12 }) });
    const here = fc
      .tuple(position, fc.nat(3))
      .map(([start, more]) => ({ start, end: { line: start.line, character: start.character + more } }));
    const ranges = fc.oneof({ weight: 4, arbitrary: here }, fc.record({ start: position, end: position }));
    const texts = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('', 'a', 'é', ' words', '🚒') },
      fc.constantFrom('\n', '\r', 'x\r\ny'),
    );
    const changes = fc.oneof(
      { weight: 9, arbitrary: fc.record({ range: ranges, text: texts }) },
      fc.record({ text: texts }),
    );
    const steps = fc.array(fc.tuple(fc.array(changes, { minLength: 1, maxLength: 3 }), fc.nat(2)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (sent) => {
        const { ours, whole, change } = opened();
        let [known, version] = [TEXT, 1];
        for (const [at, [list, asked]] of sent.entries()) {
          change(list, at + 2);
          const edit = ours.editSince(version);
          if (edit)
            assert.equal(known.slice(0, edit.span.start) + edit.text + known.slice(edit.span.end), whole.getText());
          if (asked > 0) continue;
          assert.equal(ours.getText(), whole.getText());
          [known, version] = [whole.getText(), at + 2];
        }
        assert.equal(ours.getText(), whole.getText());
        assert.equal(ours.version, whole.version);
      }),
      { numRuns: 2000 },
    );
  });
});
