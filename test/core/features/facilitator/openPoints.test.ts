import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPoints } from '../../../../server/src/core/features/facilitator/openPoints.ts';
import { check, type Finding, rules } from '../../../../server/src/core/index.ts';

const TEXT = `# Postmortem: INC-77 - Checkout outage

## Summary

The engineer **ran** a bad script. Bob ran another.

## Root Cause

Nobody knows.
`;

function found(ruleId: string, words: string): Finding {
  const start = TEXT.indexOf(words);
  assert.ok(start >= 0);
  const span = { start, end: start + words.length };
  return { ruleId, span, message: '', severity: 'warning', confidence: 'high', related: [], data: undefined };
}

test('one question for a rule, with the words of the document without their marks', () => {
  const { postmortem } = check({ text: TEXT, path: 'postmortems/a.md' });
  const points = openPoints(postmortem!, [
    found('blame/individual-fault', 'The engineer **ran** a bad script.'),
    found('blame/individual-fault', 'Bob ran another.'),
    found('structure/title', '# Postmortem'),
    found('five-whys/missing', '## Root Cause'),
  ]);
  assert.equal(points.length, 2);
  assert.deepEqual(points[0]!.quotes, ['The engineer ran a bad script.', 'Bob ran another.']);
  assert.deepEqual(points[1]!.quotes, []);
});

test('every rule about blame has a question of its own', () => {
  const { postmortem } = check({ text: TEXT, path: 'postmortems/a.md' });
  for (const rule of rules)
    if (rule.id.startsWith('blame/'))
      assert.equal(openPoints(postmortem!, [found(rule.id, 'Bob ran another.')]).length, 1, rule.id);
});
