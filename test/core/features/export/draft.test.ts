import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeExternalVersion } from '../../../../server/src/core/features/export/index.ts';
import { check, facilitatorSheet } from '../../../../server/src/core/index.ts';

const TEXT = `# Postmortem: INC-77 - Checkout outage

## Summary

Payments failed.

## Impact

- 12 % of sessions

## Timeline

- 09:40 - Outage starts
- 10:20 - Incident resolved

## Root Cause

The pool was too small.

## Contributing Factors

- Nothing measures pool use

## Action Items

- Measure pool use
`;

test('neither the draft for customers nor the facilitator sheet is itself taken for a postmortem', async () => {
  const { postmortem, findings } = check({ text: TEXT, path: 'postmortems/inc-77.md' });
  const { markdown } = await writeExternalVersion(postmortem!);
  for (const text of [markdown, facilitatorSheet(postmortem!, findings)])
    assert.equal(check({ text, path: 'Untitled-1' }).recognition.isPostmortem, false, text);
});
