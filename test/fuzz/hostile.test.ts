import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, parseMarkdown, SourceText } from '../../server/src/core/index.ts';
import { HOSTILE } from './hostile.ts';
import { inputOf } from './properties.ts';

const SECTIONS = ['Timeline', 'Five Whys', 'Action Items'];

// A quadratic step takes minutes here, a linear one a second: the limit tells them apart on any machine.
describe('a hostile text', () => {
  it('of a megabyte is read in a time that grows with its length', { timeout: 180_000 }, () => {
    for (const make of Object.values(HOSTILE)) parseMarkdown(new SourceText(make(1_000_000)));
  });

  for (const section of SECTIONS)
    it(`under ${section} is checked in a time that grows with its length`, { timeout: 180_000 }, () => {
      for (const [name, make] of Object.entries(HOSTILE)) {
        const text = `# Postmortem: INC-1 - Pools\n\n**Status:** In Review\n\n## ${section}\n\n${make(60_000)}\n`;
        assert.deepEqual(check(inputOf(text)).failures, [], name);
      }
    });
});
