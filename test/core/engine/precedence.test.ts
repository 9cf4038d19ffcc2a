import assert from 'node:assert/strict';
import test from 'node:test';
import { keepMostSpecific } from '../../../server/src/core/engine/precedence.ts';
import type { Finding } from '../../../server/src/core/index.ts';

const finding = (ruleId: string, start: number, end: number, data?: unknown): Finding => ({
  ruleId,
  span: { start, end },
  message: '',
  severity: 'warning',
  confidence: 'high',
  related: [],
  data,
});
const kept = (...findings: Finding[]) =>
  keepMostSpecific(findings).map(({ ruleId, span }) => `${ruleId}@${span.start}`);

test('a placeholder is no bad date, but a bad date elsewhere stays', () => {
  assert.deepEqual(
    kept(
      finding('structure/placeholder', 10, 20),
      finding('metadata/invalid-date', 10, 20),
      finding('metadata/invalid-date', 30, 40),
      finding('action-items/missing-owner', 15, 15),
    ),
    ['structure/placeholder@10', 'metadata/invalid-date@30'],
  );
});

test('a missing section tells that its content is missing, only of its own kind', () => {
  const none = finding('action-items/none', 0, 5);
  assert.deepEqual(kept(finding('structure/missing-section', 0, 5, { kinds: ['action-items'] }), none), [
    'structure/missing-section@0',
  ]);
  assert.equal(kept(finding('structure/missing-section', 0, 5, { kinds: ['impact'] }), none).length, 2);
});

test('an invalid date silences comparisons with it, wherever they stand', () => {
  assert.deepEqual(kept(finding('metadata/invalid-date', 0, 5), finding('facts/stated-vs-derived', 90, 95)), [
    'metadata/invalid-date@0',
  ]);
});

test('findings that no other one tells stay as they are', () => {
  const all = [finding('blame/human-error', 0, 5), finding('structure/title', 0, 5)];
  assert.deepEqual(keepMostSpecific(all), all);
});
