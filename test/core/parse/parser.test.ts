import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parser as commonmark, GFM } from '@lezer/markdown';
import fc from 'fast-check';
import { parser } from '../../../server/src/core/parse/parser.ts';

const library = commonmark.configure([GFM]);

/** What the library says of a text, with all its places. */
function told(by: { parse(text: string): ReturnType<typeof library.parse> }, text: string): string[] {
  const nodes: string[] = [];
  by.parse(text).iterate({
    enter: ({ name, from, to }) => {
      nodes.push(`${name} ${from}-${to}`);
    },
  });
  return nodes;
}

describe('the parser', () => {
  it('passes over lines without a mark, and reads all that the library reads', () => {
    const piece = fc.constantFrom(
      ...'word www.shop.io www. https://shop.io/a_b http:// mailto:ana@shop.io xmpp:a@b.io/c ana@shop.io @ : :// [a](b) ![c] ] ! `x` ` * ** _ __ ~~ ~ < <b> <http://a> & &amp; \\ \\* a_b 10:04 | #'.split(
        ' ',
      ),
      ' ',
      '  ',
      '\n',
      '  \n',
      '\\\n',
      '- ',
      '> ',
      '| - |\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(told(parser, text), told(library, text));
      }),
      { numRuns: 3000 },
    );
  });
});
