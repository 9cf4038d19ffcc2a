import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facilitatorSheet } from '../../../../server/src/core/features/facilitator/index.ts';
import { questionOf } from '../../../../server/src/core/features/facilitator/openPoints.ts';
import {
  CLOSING_QUESTIONS,
  OPENING,
  QUESTIONS,
  QUIET_QUESTIONS,
} from '../../../../server/src/core/features/facilitator/questions.ts';
import { check, rules } from '../../../../server/src/core/index.ts';

function sheetOf(text: string): string {
  const { postmortem, findings } = check({ text, path: 'postmortems/inc-77.md' });
  assert.ok(postmortem);
  return facilitatorSheet(postmortem, findings);
}

/** The part of a sheet below a heading, up to the next heading of that level or higher. */
function part(sheet: string, heading: string): string {
  const level = /^#+/.exec(heading)![0].length;
  const lines = sheet.split('\n');
  const start = lines.indexOf(heading);
  assert.ok(start >= 0, `${heading} in\n${sheet}`);
  const end = lines.findIndex((line, index) => index > start && new RegExp(`^#{1,${level}} `).test(line));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}

const STORY = `# Postmortem: INC-77 - Checkout outage

**Date:** 2026-02-01

## Summary

Payments failed for 40 minutes.

## Timeline

All times in UTC:

- **09:42** - Alert fired: error rate above 5 %
- **09:45** - Suspected the deploy of 09:30
- **09:50** - Rolled back the deploy
- **09:58** - Error rate unexpectedly stayed the same
- **10:40** - Paged the database team
- **10:44** - They knew this pattern from last year
- **10:50** - Incident resolved

## Root Cause

The pool was too small.

## Five Whys

1. **Why did payments fail?** The pool was exhausted.
2. **Why was it exhausted?** Its size was set in 2022.

## Action Items

- Raise the pool
`;

test('each moment of the timeline gets the questions of its kind, with what the document says', () => {
  const walk = part(sheetOf(STORY), '## Walking through it');
  const headings = [...walk.matchAll(/^### (.*)$/gm)].map((match) => match[1]);
  assert.deepEqual(headings, [
    '09:42 noticing',
    '09:45 making sense of it',
    '09:50 deciding',
    '09:58 surprise',
    '10:40 asking for help',
    '10:44 knowing',
    '10:50 calling it over',
    'Quiet stretches',
  ]);
  assert.match(part(walk, '### 09:58 surprise'), /“Error rate unexpectedly stayed the same”\n\n- What did you expect/);
  assert.match(part(walk, '### 10:44 knowing'), /How did you know that\?/);
  assert.match(part(walk, '### Quiet stretches'), /Between 09:58 and 10:40 nothing is written for 42 minutes/);
});

test('the whys are taken further from where they end', () => {
  assert.match(part(sheetOf(STORY), '## The whys'), /ends at “Its size was set in 2022\.”/);
});

test('a long timeline: no more moments than a meeting has time for, every kind among them', () => {
  const more = Array.from({ length: 30 }, (_, index) => `- **09:${String(10 + index)}** - Restarted node ${index}`);
  const walk = part(sheetOf(STORY.replace('- **09:42**', `${more.join('\n')}\n- **09:42**`)), '## Walking through it');
  const headings = [...walk.matchAll(/^### \d\d:\d\d (.*)$/gm)].map((match) => match[1]);
  assert.equal(headings.length, 10);
  for (const kind of ['surprise', 'knowing', 'noticing', 'asking for help', 'calling it over'])
    assert.ok(headings.includes(kind), kind);
});

test('moments of one kind are asked different things', () => {
  const walk = part(
    sheetOf(
      STORY.replace(
        '- **10:40**',
        '- **10:20** - Restarted the gateway\n- **10:30** - Failed over the database\n- **10:40**',
      ),
    ),
    '## Walking through it',
  );
  const asked = [...walk.matchAll(/^- (?!Between)(.*)$/gm)].map((match) => match[1]);
  assert.equal(new Set(asked).size, asked.length);
});

test('an empty timeline is to be told, not guessed', () => {
  const walk = part(sheetOf(STORY.replace(/^- \*\*\d.*\n/gm, '')), '## Walking through it');
  assert.match(walk, /still to be written/);
});

test('the questions ask what and how and blame nobody: the checker itself finds nothing in them', () => {
  const banks = [...Object.values(QUESTIONS).flat(), ...QUIET_QUESTIONS, ...CLOSING_QUESTIONS, ...OPENING];
  const everyRule = rules.map(({ id }) => questionOf(id) ?? '').filter(Boolean);
  const said = [...banks, ...everyRule].map((line) => `- ${line}`).join('\n');
  const text = `---\npostmortem: true\n---\n\n# Questions\n\n## Root Cause\n\n${said}\n`;
  const { findings, recognition } = check({ text, path: 'postmortems/questions.md' });
  assert.ok(recognition.isPostmortem);
  assert.deepEqual(
    findings
      .filter((finding) => finding.ruleId.startsWith('blame/'))
      .map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`),
    [],
  );
});

test('the same document gives the same sheet', () => {
  assert.equal(sheetOf(STORY), sheetOf(STORY));
});
