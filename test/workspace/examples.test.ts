import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../server/src/core/index.ts';

const folder = new URL('../../examples/postmortems/', import.meta.url);

test('every example that is final is as one would publish it', () => {
  const loud = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { postmortem, findings } = check({ text, path: `postmortems/${name}`, now: Date.parse('2027-01-01') });
    assert.ok(postmortem, name);
    if (postmortem.lifecycle !== 'final') return [];
    return findings
      .filter(({ severity }) => severity === 'warning' || severity === 'error')
      .map(({ ruleId, message }) => `${name}: ${ruleId}: ${message}`);
  });
  assert.deepEqual(loud, []);
});
