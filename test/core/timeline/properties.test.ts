import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { check, fixAll, type Span } from '../../../server/src/core/index.ts';

/** Pieces that documents are made of, broken and whole; joined at random they make hostile but likely texts. */
const PIECES = [
  '## Timeline',
  '## Action Items',
  '## Five Whys',
  '## Root Cause',
  'All times in UTC',
  'All times in IST',
  '- 14:02 - Alert fired',
  '- **13:58** - Errors begin',
  '- 2026-02-30 10:00 UTC - Deploy',
  '- 25:61 - ?',
  '- 14:?? - Somebody calls',
  '1. **Why?** The pool was exhausted',
  '2. **Why?** Human error',
  '   - Because retries had no limit',
  '**Root Cause:** no limit',
  '### 14:31',
  '### May 12',
  '| Time | Event |\n| --- | --- |\n| 14:31 | Rolled back |\n| 14:02 | |',
  '| ID | Action | Owner | Due Date |\n| --- | --- | --- | --- |\n| AI-001 | Improve it | | 2026-01-01 |\n| AI-001 | | @ana',
  '- [ ] Look into retries (@ana, in 2 weeks)',
  '> 14:05 quoted',
  '```\n14:06 logged\n```',
  '<br>',
  'T+12m: x\nT0 y',
  '\u2192 a \u2192 b \u2192',
  '',
];

const documents = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 14 })
  .map(
    (pieces) =>
      `# Postmortem: INC-1 - Example\n\n**Date:** 2026-02-11\n**Status:** In Review\n\n${pieces.join('\n\n')}\n`,
  );

function inputOf(text: string) {
  return { text, path: 'postmortems/a.md', now: Date.UTC(2026, 2, 1) };
}

test('any document is read without a failure, and every value lies within the text', () => {
  fc.assert(
    fc.property(documents, fc.boolean(), (document, windows) => {
      const text = windows ? document.replaceAll('\n', '\r\n') : document;
      const { failures, postmortem, findings } = check(inputOf(text));
      assert.deepEqual(failures, []);
      const within = (span: Span | undefined) =>
        assert.ok(
          !span || (span.start >= 0 && span.start <= span.end && span.end <= text.length),
          JSON.stringify(span),
        );
      for (const finding of findings) within(finding.span);
      for (const { entries } of postmortem?.timelines ?? [])
        for (const entry of entries) for (const span of [entry.span, entry.time?.span, entry.event.span]) within(span);
      for (const item of postmortem?.actionItems.items ?? [])
        for (const span of [item.span, item.action.span, item.owner?.span, item.due?.span]) within(span);
      for (const chain of postmortem?.whyChains ?? [])
        for (const why of chain.whys) for (const span of [why.span, why.question?.span, why.answer.span]) within(span);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('safe fixes are idempotent and lose no word', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const fixed = fixAll(inputOf(text)).text;
      assert.equal(fixAll(inputOf(fixed)).text, fixed);
      const words = (of: string) => of.match(/[A-Za-z]{3,}/g) ?? [];
      const left = new Set(words(fixed));
      for (const word of words(text)) assert.ok(left.has(word), `"${word}" is lost`);
    }),
    { numRuns: 80, seed: 7 },
  );
});
