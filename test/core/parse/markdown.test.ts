import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Block, type MarkdownDocument, parseMarkdown, SourceText } from '../../../server/src/core/index.ts';

function* blocksOf(document: MarkdownDocument): Generator<Block> {
  const below = function* (block: Block): Generator<Block> {
    yield block;
    for (const child of block.children) yield* below(child);
  };
  for (const block of document.blocks) yield* below(block);
}

/** Every visible text of the document with the source it stands for. */
function prose(text: string): [visible: string, source: string][] {
  const document = parseMarkdown(new SourceText(text));
  return [...blocksOf(document)].flatMap((block): [string, string][] => {
    if (!block.prose || block.text === '') return [];
    const { start, end } = block.prose.span;
    return [[block.text, text.slice(start, end)]];
  });
}

describe('prose', () => {
  it('shows what a reader sees and leads back to what stands in the source', () => {
    assert.deepEqual(prose('The **API** was `down` for [an hour](https://x.example "t").'), [
      ['The API was down for an hour.', 'The **API** was `down` for [an hour](https://x.example "t").'],
    ]);
  });

  it('resolves entities and escapes', () => {
    assert.deepEqual(prose('Tom &amp; Jerry\\* &#8217;s'), [['Tom & Jerry* ’s', 'Tom &amp; Jerry\\* &#8217;s']]);
  });

  it('leaves out quote marks and indentation of continued lines', () => {
    assert.deepEqual(prose('> one\n> two\nthree\n\n- four\n  five'), [
      ['one\ntwo\nthree', 'one\n> two\nthree'],
      ['four\nfive', 'four\n  five'],
    ]);
  });

  it('keeps a fill-in in brackets, and shows only the text of a link', () => {
    assert.deepEqual(prose('[fill in] and [text][ref]'), [['[fill in] and text', '[fill in] and [text']]);
  });

  it('keeps an angle-bracket fill-in and drops real tags and comments', () => {
    assert.deepEqual(prose('<name> was <b>here</b><!-- not -->'), [['<name> was here', '<name> was <b>here']]);
  });

  it('finds every cell of a table, the empty ones where they would be written', () => {
    const text = '| a | b |  c |\n|---|---|---|\n| 1 |  | 2 \\| 3 |\n| x ||\n';
    const document = parseMarkdown(new SourceText(text));
    const rows = document.blocks[0]!.children.map((row) => row.children.map((cell) => [cell.start, cell.text]));
    assert.deepEqual(rows, [
      [
        [2, 'a'],
        [6, 'b'],
        [11, 'c'],
      ],
      [
        [31, '1'],
        [35, ''],
        [38, '2 | 3'],
      ],
      [
        [49, 'x'],
        [52, ''],
      ],
    ]);
  });

  it('counts UTF-16 units behind emoji, a byte order mark, CRLF and front matter', () => {
    const text = '\ufeff---\r\ntitle: x\r\n---\r\n👩‍🚒 fire\r\nBob\r\n';
    const document = parseMarkdown(new SourceText(text));
    const run = document.blocks[0]!.prose!;
    assert.equal(run.text, '👩‍🚒 fire\nBob');
    const at = run.text.indexOf('Bob');
    const { start, end } = run.toSource({ start: at, end: at + 3 });
    assert.equal(text.slice(start, end), 'Bob');
    assert.deepEqual(run.toVisible({ start, end }), { start: at, end: at + 3 });
  });
});

describe('any text', () => {
  const markdownish = fc
    .array(
      fc.constantFrom(
        ...[
          '# ',
          '## ',
          '- ',
          '1. ',
          '> ',
          '| a | b |\n|--|--|\n| c | d |',
          '```\n',
          '**',
          '_',
          '`',
          '[',
          '](u)',
          ']',
          '\\',
          '&amp;',
        ],
        ...[
          '<!-- ',
          ' -->',
          '<br>',
          '\n',
          '\n\n',
          '\r\n',
          ' ',
          '  ',
          '\t',
          'word',
          'Bob',
          '👩‍🚒',
          '\ufeff',
          '---\n',
          '~~',
          '![',
          '\u0000',
          '\u2028',
        ],
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  it('is parsed with every span inside the text and children inside their parents', () => {
    fc.assert(
      fc.property(markdownish, (text) => {
        for (const block of blocksOf(parseMarkdown(new SourceText(text)))) {
          assert.ok(0 <= block.start && block.start <= block.end && block.end <= text.length);
          for (const child of block.children) assert.ok(block.start <= child.start && child.end <= block.end);
          if (block.prose) {
            const whole = block.prose.span;
            assert.ok(block.start <= whole.start && whole.end <= block.end, JSON.stringify([block.span, whole]));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is read the same way from scratch and after an edit', () => {
    const shape = (document: MarkdownDocument) =>
      [...blocksOf(document)].map((block) => [block.kind, block.start, block.end, block.text, block.data.checked]);
    fc.assert(
      fc.property(
        markdownish,
        fc.array(fc.tuple(fc.nat(), fc.nat(8), markdownish), { maxLength: 4 }),
        (first, edits) => {
          let text = first;
          let document = parseMarkdown(new SourceText(text));
          for (const [at, remove, add] of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + add + text.slice(from + remove);
            document = parseMarkdown(new SourceText(text), document);
            assert.deepEqual(shape(document), shape(parseMarkdown(new SourceText(text))));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
