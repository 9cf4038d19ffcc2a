import assert from 'node:assert/strict';
import test from 'node:test';
import { contradicts, parseDuration, writeDuration } from '../../../server/src/core/model/durations.ts';

test('lengths of time are read in every spelling', () => {
  const cases: Readonly<Record<string, number | undefined>> = {
    '45 minutes': 45,
    '1h 30m': 90,
    '6 hours, 14 minutes': 374,
    '2.5 hours': 150,
    '1 day 3 hours': 1620,
    '1 Std. 25 Min.': 85,
    'about an hour': undefined,
    '~2 hours': 120,
    '1:30': 90,
    '90': 90,
    '14:30 - 15:00 UTC (30 min)': 30,
    '2026-01-12 14:02 → 14:37': undefined,
    '5 hours 26 minutes (10:45 - 16:11 UTC)': 326,
    P1: undefined,
  };
  for (const [text, minutes] of Object.entries(cases)) assert.equal(parseDuration(text, true)?.minutes, minutes, text);
});

test('a rounded statement contradicts nothing within its rounding', () => {
  const stated = (text: string) => parseDuration(text, true)!;
  assert.equal(contradicts(stated('about 1 hour'), 70), false);
  assert.equal(contradicts(stated('2 hours'), 125), false);
  assert.equal(contradicts(stated('60 minutes'), 40), true);
  assert.equal(contradicts(stated('3 hours'), 65), true);
});

test('a length of time is written in the manner of another', () => {
  assert.equal(writeDuration(65, '60 minutes'), '65 minutes');
  assert.equal(writeDuration(65, '3h 20m'), '1h 5m');
  assert.equal(writeDuration(65, '3 hours'), '1 hour 5 minutes');
  assert.equal(writeDuration(1, '60 minutes'), '1 minute');
  assert.equal(writeDuration(65, '90'), '65');
});
