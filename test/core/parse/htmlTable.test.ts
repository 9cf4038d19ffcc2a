import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Block, parseMarkdown, SourceText } from '../../../server/src/core/index.ts';

function tablesOf(text: string): Block[] {
  return parseMarkdown(new SourceText(text)).blocks.filter(({ kind }) => kind === 'table');
}

function cellsOf(text: string): string[][][] {
  return tablesOf(text).map((table) => table.children.map((row) => row.children.map((cell) => cell.text)));
}

describe('a table in HTML', () => {
  it('shows what a reader sees: tags gone, entities resolved, blanks folded, a line for each block', () => {
    const text =
      '<table class="x">\n  <thead><tr><th>Time</th><th>Event</th></tr></thead>\n  <tbody>\n    <tr>\n      <td><p>10:02</p></td>\n      <td><p>Queue at\n      40&nbsp;%</p><p>Alert <code>Lag</code> <strong>fires</strong> &amp; pages<br/>on-call</p></td>\n    </tr>\n  </tbody>\n</table>\n';
    assert.deepEqual(cellsOf(text), [
      [
        ['Time', 'Event'],
        ['10:02', 'Queue at 40\u00a0%\u2028Alert Lag fires & pages\u2028on-call'],
      ],
    ]);
  });

  it('tells where each piece of its text stands', () => {
    for (const eol of ['\n', '\r\n']) {
      const text =
        `Intro\n\n<table>\n<tr><td><p>10:02</p></td><td>A &amp; B <em>fail</em></td></tr>\n</table>\n`.replaceAll(
          '\n',
          eol,
        );
      const [time, event] = tablesOf(text)[0]!.children[0]!.children;
      const shown = (cell: Block, part: string) => {
        const at = cell.text.indexOf(part);
        const { start, end } = cell.prose!.toSource({ start: at, end: at + part.length });
        return text.slice(start, end);
      };
      assert.equal(shown(time!, '10:02'), '10:02');
      assert.equal(shown(event!, '& B'), '&amp; B');
      assert.equal(shown(event!, 'fail'), 'fail');
    }
  });

  it('is one table although blank lines and indentation stand in it, and text around it stays apart', () => {
    const text =
      '<div>\n\n<table>\n  <tr>\n    <th>Key</th>\n\n    <th>Value</th>\n  </tr>\n\n      <tr><td>Date</td><td>\n\n2026-01-12\n\n</td></tr>\n\n</table>\n\n</div>\n\nText behind.\n';
    assert.deepEqual(cellsOf(text), [
      [
        ['Key', 'Value'],
        ['Date', '2026-01-12'],
      ],
    ]);
    const kinds = parseMarkdown(new SourceText(text)).blocks.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['html', 'table', 'html', 'paragraph']);
  });

  it('is each of several in one piece', () => {
    const text = '<table><tr><td>a</td><td>b</td></tr></table><p>x</p><table><tr><td>c</td></tr></table>\n';
    assert.deepEqual(cellsOf(text), [[['a', 'b']], [['c']]]);
  });

  it('has a cell in each column that spans reach', () => {
    const text =
      '<table>\n<tr><th>Day</th><th>Time</th><th>Event</th></tr>\n<tr><td rowspan="2">2026-01-12</td><td>10:02</td><td>Alert</td></tr>\n<tr><td>10:20</td><td>Fixed</td></tr>\n<tr><td colspan=3>end</td></tr>\n</table>\n';
    assert.deepEqual(cellsOf(text)[0]!.slice(1), [
      ['2026-01-12', '10:02', 'Alert'],
      ['2026-01-12', '10:20', 'Fixed'],
      ['end', '', ''],
    ]);
  });

  it('ends where the tags that close rows and cells are left out', () => {
    assert.deepEqual(cellsOf('<table><tr><td>a<td>b<tr><td>c<td>d</table>\n'), [
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });

  it('is none when it is not closed, or holds no cell', () => {
    assert.deepEqual(cellsOf('<table>\n<tr><td>a</td></tr>\n\nText.\n'), []);
    assert.deepEqual(cellsOf('<table></table>\n'), []);
  });

  it('keeps every span inside the text, whatever is written', () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '<td colspan="2" title="a > b">',
      '</td>',
      '<th rowspan=3>',
      '<p>',
      '&amp;',
      '&',
      '<',
      '"',
      '<!--',
      '-->',
      '\n',
      '\n\n',
      '    ',
      '10:02',
      'text é😀',
      '| a |\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = `# Title\n\n<table><tr><td>${pieces.join('')}`;
        const visit = (block: Block, from: number, to: number) => {
          assert.ok(from <= block.start && block.start <= block.end && block.end <= to);
          if (block.prose) {
            const span = block.prose.span;
            assert.ok(block.start <= span.start && span.end <= block.end);
          }
          if (block.kind !== 'row') for (const child of block.children) visit(child, block.start, block.end);
        };
        for (const block of parseMarkdown(new SourceText(text)).blocks) visit(block, 0, text.length);
      }),
    );
  });

  it('is read again after a change as from scratch', () => {
    const text = '# A\n\n<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n</table>\n\nEnd.\n';
    const shape = (document: ReturnType<typeof parseMarkdown>) =>
      JSON.stringify(document.blocks.map((block) => [block.start, block.data]));
    for (let cut = 0; cut < text.length; cut++) {
      const before = parseMarkdown(new SourceText(text.slice(0, cut) + text.slice(cut + 3)));
      assert.equal(
        shape(parseMarkdown(new SourceText(text), before)),
        shape(parseMarkdown(new SourceText(text))),
        String(cut),
      );
    }
  });
});
