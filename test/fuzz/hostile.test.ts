import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, parseMarkdown, SourceText } from '../../server/src/core/index.ts';
import { HOSTILE } from './hostile.ts';
import { inputOf } from './properties.ts';

const SECTIONS = ['Timeline', 'Five Whys', 'Action Items'];

// What is quadratic takes minutes here and more than an hour for a megabyte; what is linear takes seconds. Which of them grows is
// measured by `npm run fuzz`.
describe('a hostile text', () => {
  it('is read to its end', () => {
    for (const make of Object.values(HOSTILE)) parseMarkdown(new SourceText(make(100_000)));
  });

  for (const section of SECTIONS)
    it(`under ${section} is checked to its end, without a failure`, () => {
      for (const [name, make] of Object.entries(HOSTILE)) {
        const text = `# Postmortem: INC-1 - Pools\n\n**Status:** In Review\n\n## ${section}\n\n${make(12_000)}\n`;
        assert.deepEqual(check(inputOf(text)).failures, [], name);
      }
    });
});
