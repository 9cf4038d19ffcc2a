import assert from 'node:assert/strict';
import test from 'node:test';
import { DEFAULT_SETTINGS } from '../../../server/src/core/index.ts';
import { isoDay } from '../../../server/src/core/model/calendar.ts';
import { parseDate } from '../../../server/src/core/model/dates.ts';

const incident = { year: 2026, month: 2, day: 11, minutes: Date.UTC(2026, 1, 11) / 60_000 };

function dateOf(text: string): string | undefined {
  const date = parseDate(text, { date: incident, settings: DEFAULT_SETTINGS })?.date;
  return date && isoDay(date);
}

test('dates are read in every spelling', () => {
  const cases: Readonly<Record<string, string>> = {
    '2026-03-05': '2026-03-05',
    '2026/03/05': '2026-03-05',
    '20260305': '2026-03-05',
    'March 5, 2026': '2026-03-05',
    'Mar 5th': '2026-03-05',
    'March 5-7, 2026': '2026-03-05',
    '30 March – 2 April 2026': '2026-03-30',
    '5.-7. März 2026': '2026-03-05',
    '5 March 2026': '2026-03-05',
    '5. März 2026': '2026-03-05',
    '5 de março de 2026': '2026-03-05',
    '31/12/2026': '2026-12-31',
    '12/31/2026': '2026-12-31',
    '05.03.2026': '2026-03-05',
    'Thursday, 5 March 2026': '2026-03-05',
    'due on 2026-03-05 at noon': '2026-03-05',
    'February 2026': '2026-02-28',
    'Q1 2026': '2026-03-31',
    'in 2 weeks': '2026-02-25',
    tomorrow: '2026-02-12',
    'end of March': '',
  };
  for (const [text, day] of Object.entries(cases)) assert.equal(dateOf(text) ?? '', day, text);
});

test('a day without a year is the one closest to the incident', () => {
  const newYear = { year: 2026, month: 1, day: 3, minutes: 0 };
  const date = parseDate('28 December', { date: newYear, settings: DEFAULT_SETTINGS })!.date!;
  assert.equal(isoDay(date), '2025-12-28');
});

test('what is no date of the calendar is found and not guessed', () => {
  const wrong = parseDate('2026-02-30', { date: incident, settings: DEFAULT_SETTINGS })!;
  assert.deepEqual([wrong.date, wrong.iso], [undefined, undefined]);
  const slip = parseDate('20266-02-11', { date: incident, settings: DEFAULT_SETTINGS })!;
  assert.deepEqual([slip.date, slip.iso], [undefined, '2026-02-11']);
});

test('words and numbers that are no dates', () => {
  for (const text of ['ASAP', 'Sprint 14', '3 pods', 'may be done', '192.168.1.20', 'v1.2.3', 'none'])
    assert.equal(parseDate(text, { date: incident, settings: DEFAULT_SETTINGS }), undefined, text);
});
