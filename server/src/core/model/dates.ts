import { remembered } from '../text/remembered.ts';
import { type CalendarDay, dayNumber, dayOf, daysInMonth, isCalendarDay, isoDay, zonedDate } from './calendar.ts';
import type { ReadContext } from './context.ts';
import { monthOf } from './months.ts';
import type { ZonedDate } from './time.ts';

/** A date found in a text. Offsets are UTF-16 offsets into that text. */
export interface DateReading {
  readonly start: number;
  readonly end: number;
  /** Undefined where what looks like a date is none in the calendar ("2024-02-31", "20202-01-16"). */
  readonly date: ZonedDate | undefined;
  readonly precision: 'month' | 'day';
  /** Whether the year was written, or taken from the context. */
  readonly yearStated: boolean;
  /** "in 2 weeks": counted from the date of the document. */
  readonly relative: boolean;
  /** The ISO form where the text is not ISO and only one date can be meant, also of an invalid one ("20202-01-16" → "2020-01-16"). */
  readonly iso: string | undefined;
}

/** What helps to read a date that does not say everything. */
export interface DateHints {
  /** The year of "3 March", the base of "in 2 weeks". */
  readonly near: CalendarDay | undefined;
  /** Whether 03/04/2024 is 3 April; undefined where nothing tells. */
  readonly dayFirst: boolean | undefined;
}

const NUMERIC = /(\d{4,6})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const COMPACT = /((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/y;
const NUMERIC_YEAR_LAST = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d.:]|-\d)/y;
const SHORT = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
/** "10-01 09:45", "10-01 evening": without a year, where the time follows. */
const SHORT_DASHED =
  /(\d{2})-(\d{2})(?=\s(?:~\s?|ca\.?\s|around\s)?\d{1,2}:\d{2}|\s(?:early |late )?(?:morning|noon|afternoon|evening|night)\b)/iy;
/** "10-01" and nothing else. */
const SHORT_ALONE = /(\d{2})-(\d{2})$/y;
const DAY_MONTH =
  /(\d{1,2})(?:st|nd|rd|th|º|\.)?(?:\s+(?:of|de)\s+|[\s-])([\p{L}]{3,10}\.?)(?:,?\s+(?:de\s+)?|-)?((?:19|20)\d{2,3}(?!\d|:\d))?/uy;
const MONTH_DAY =
  /([\p{L}]{3,10}\.?)[\s-](\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d|\s?[ap]\.?m\b)(?:(?:,\s?|\s+|-)((?:19|20)\d{2,3}(?!\d|:\d)))?/uy;
/** "January 14-19, 2026", "30 March – 2 April 2026": the first day counts. */
const MONTH_DAY_RANGE =
  /([\p{L}]{3,10}\.?)\s(\d{1,2})(?:st|nd|rd|th)?\s?[-–—]\s?(?:([\p{L}]{3,10}\.?)\s)?\d{1,2}(?:st|nd|rd|th)?,?\s((?:19|20)\d{2})(?![\d:])/uy;
const DAY_MONTH_RANGE =
  /(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s([\p{L}]{3,10}\.?))?\s?[-–—]\s?\d{1,2}(?:st|nd|rd|th|\.)?\s([\p{L}]{3,10}\.?),?\s((?:19|20)\d{2})(?![\d:])/uy;
const MONTH_YEAR = /([\p{L}]{3,10}\.?),?\s((?:19|20)\d{2})(?!\d)/uy;
const QUARTER = /(?:Q([1-4])[\s/-]?((?:19|20)\d{2})?|((?:19|20)\d{2})[\s/-]Q([1-4]))(?!\w)/y;
const CANDIDATE = /(?<![\p{L}\d/.:-])(?:\d|[\p{L}]{3}|Q[1-4])/gu;

/**
 * Reads the date that starts at `at`: ISO, numeric in both orders, with month names in five languages, months and quarters
 * (their last day). Undefined where none starts there.
 */
export function dateAt(text: string, at: number, hints: DateHints): DateReading | undefined {
  const first = text.charCodeAt(at);
  if (first >= 48 && first <= 57) {
    return (
      numeric(text, at) ??
      compact(text, at) ??
      yearLast(text, at, hints) ??
      dayMonthRange(text, at) ??
      dayMonth(text, at, hints) ??
      short(text, at, hints) ??
      quarter(text, at, hints)
    );
  }
  return monthDayRange(text, at) ?? monthDay(text, at, hints) ?? monthYear(text, at) ?? quarter(text, at, hints);
}

/** The first date in the text (its first 300 characters), or undefined where it holds none. */
export function parseDate(
  text: string,
  context: Pick<ReadContext, 'date' | 'settings'> & Partial<Pick<DateHints, 'dayFirst'>>,
): DateReading | undefined {
  return readerFor({ near: context.date, dayFirst: context.dayFirst })(text.slice(0, 300));
}

/** Readers of late, by their hints: most of a document asks with the same ones. */
const readers = new Map<string, (text: string) => DateReading | undefined>();
const MOST_READERS = 8;

function readerFor(hints: DateHints): (text: string) => DateReading | undefined {
  const key = `${hints.near ? isoDay(hints.near) : ''} ${hints.dayFirst}`;
  let reader = readers.get(key);
  if (!reader) {
    if (readers.size >= MOST_READERS) readers.clear();
    reader = remembered((text) => firstDate(text, hints) ?? relative(text, hints));
    readers.set(key, reader);
  }
  return reader;
}

/** Whether a text writes the day before the month, by those of its dates that leave no choice; undefined where none tells. */
export function writesDayFirst(text: string): boolean | undefined {
  let days = 0;
  let months = 0;
  for (const [, a, b] of text
    .slice(0, 50_000)
    .matchAll(/(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d\d(?!\d)/g)) {
    if (Number(a) > 12 && Number(b) <= 12) days++;
    if (Number(b) > 12 && Number(a) <= 12) months++;
  }
  return days > 0 === months > 0 ? undefined : days > 0;
}

/** No year is assumed. */
export const NO_HINTS: DateHints = { near: undefined, dayFirst: undefined };

/** The first date written in the text; relative ones ("next week") are not looked for. */
export function firstDate(text: string, hints: DateHints): DateReading | undefined {
  if (!/\d/.test(text)) return undefined;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const found = dateAt(text, match.index, hints);
    if (found) return found;
  }
  return undefined;
}

function numeric(text: string, at: number): DateReading | undefined {
  const match = matchAt(NUMERIC, text, at);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  const canonical = match[2] === '-' && match[0].length === 10;
  return reading(match, day, { iso: canonical ? undefined : isoDay(day) });
}

function compact(text: string, at: number): DateReading | undefined {
  const match = matchAt(COMPACT, text, at);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCalendarDay(day) ? reading(match, day, { iso: isoDay(day) }) : undefined;
}

function yearLast(text: string, at: number, hints: DateHints): DateReading | undefined {
  const match = matchAt(NUMERIC_YEAR_LAST, text, at);
  if (!match) return undefined;
  const year = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
  const { day, certain } = order(Number(match[1]), Number(match[3]), year, match[2]!, hints);
  return reading(match, day, { iso: certain ? isoDay(day) : undefined });
}

/** "3/14" without a year: only where the context tells the year. */
function short(text: string, at: number, hints: DateHints): DateReading | undefined {
  if (!hints.near) return undefined;
  const slashed = matchAt(SHORT, text, at);
  const match = slashed ?? matchAt(SHORT_DASHED, text, at) ?? (at === 0 ? matchAt(SHORT_ALONE, text, at) : null);
  if (!match) return undefined;
  // With dashes the month comes first, as in an ISO date.
  const told = slashed ? hints : { ...hints, near: undefined };
  const { day } = order(Number(match[1]), Number(match[2]), hints.near.year, slashed ? '/' : '-', told);
  const settled = nearestYear(day, hints.near);
  return isCalendarDay(settled) ? reading(match, settled, { yearStated: false }) : undefined;
}

/** Which of two numbers is the month: the one that can be, else what the hints say, else the order of the separator's home. */
function order(
  a: number,
  b: number,
  year: number,
  separator: string,
  hints: DateHints,
): { day: CalendarDay; certain: boolean } {
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  const asDayFirst = isCalendarDay(dayFirst);
  const asMonthFirst = isCalendarDay(monthFirst);
  if (asDayFirst !== asMonthFirst) return { day: asDayFirst ? dayFirst : monthFirst, certain: true };
  if (a === b) return { day: dayFirst, certain: true };
  if (hints.dayFirst !== undefined) return { day: hints.dayFirst ? dayFirst : monthFirst, certain: true };
  if (separator === '.') return { day: dayFirst, certain: asDayFirst };
  if (hints.near && asDayFirst) {
    const distance = (day: CalendarDay) => Math.abs(dayNumber(day) - dayNumber(hints.near!));
    return { day: distance(dayFirst) < distance(monthFirst) ? dayFirst : monthFirst, certain: false };
  }
  return { day: monthFirst, certain: false };
}

function dayMonth(text: string, at: number, hints: DateHints): DateReading | undefined {
  const match = matchAt(DAY_MONTH, text, at);
  const month = match && monthOf(match[2]!);
  if (!match || !month) return undefined;
  return named(match, month, Number(match[1]), match[3], hints);
}

function monthDay(text: string, at: number, hints: DateHints): DateReading | undefined {
  const match = matchAt(MONTH_DAY, text, at);
  const month = match && monthOf(match[1]!);
  if (!match || !month) return undefined;
  return named(match, month, Number(match[2]), match[3], hints);
}

function monthDayRange(text: string, at: number): DateReading | undefined {
  const match = matchAt(MONTH_DAY_RANGE, text, at);
  if (match?.[3] !== undefined && !monthOf(match[3])) return undefined;
  return match ? firstOfRange(match, match[1]!, match[2]!, match[4]!) : undefined;
}

function dayMonthRange(text: string, at: number): DateReading | undefined {
  const match = matchAt(DAY_MONTH_RANGE, text, at);
  if (!match || !monthOf(match[3]!)) return undefined;
  return firstOfRange(match, match[2] ?? match[3]!, match[1]!, match[4]!);
}

function firstOfRange(match: RegExpExecArray, name: string, day: string, year: string): DateReading | undefined {
  const month = monthOf(name);
  return month ? reading(match, { year: Number(year), month, day: Number(day) }, {}) : undefined;
}

function named(
  match: RegExpExecArray,
  month: number,
  day: number,
  year: string | undefined,
  hints: DateHints,
): DateReading | undefined {
  if (year !== undefined) {
    const stated = { year: Number(year), month, day };
    return reading(match, stated, { iso: isoDay(stated) });
  }
  if (day < 1 || day > 31) return undefined;
  if (!hints.near) return undefined;
  return reading(match, nearestYear({ year: hints.near.year, month, day }, hints.near), { yearStated: false });
}

function monthYear(text: string, at: number): DateReading | undefined {
  const match = matchAt(MONTH_YEAR, text, at);
  const month = match && monthOf(match[1]!);
  if (!match || !month) return undefined;
  const year = Number(match[2]);
  return reading(match, { year, month, day: daysInMonth(year, month) }, { precision: 'month' });
}

function quarter(text: string, at: number, hints: DateHints): DateReading | undefined {
  const match = matchAt(QUARTER, text, at);
  if (!match) return undefined;
  const stated = match[2] ?? match[3];
  const year = stated === undefined ? hints.near?.year : Number(stated);
  if (year === undefined) return undefined;
  const month = Number(match[1] ?? match[4]) * 3;
  return reading(
    match,
    { year, month, day: daysInMonth(year, month) },
    { precision: 'month', yearStated: stated !== undefined },
  );
}

const RELATIVE =
  /\b(?:in|within|\+)\s?(\d{1,3}|a|one|two|three|four|six)\s(business days?|working days?|days?|weeks?|sprints?|months?)\b/i;
const NAMED_RELATIVE = /\b(?:tomorrow|next week|next month|end of (?:the )?(?:week|month|quarter|year)|EO[WMQY])\b/i;
const NUMBER_WORDS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6 };

function relative(text: string, hints: DateHints): DateReading | undefined {
  if (!hints.near) return undefined;
  const counted = RELATIVE.exec(text);
  if (counted) {
    const amount = NUMBER_WORDS[counted[1]!.toLowerCase()] ?? Number(counted[1]);
    const unit = counted[2]!.toLowerCase();
    const days = /^(?:business|working)/.test(unit)
      ? Math.ceil((amount * 7) / 5)
      : amount * (unit.startsWith('day') ? 1 : unit.startsWith('week') ? 7 : unit.startsWith('sprint') ? 14 : 30);
    return reading(counted, dayOf(dayNumber(hints.near) + days), { relative: true, yearStated: false });
  }
  const name = NAMED_RELATIVE.exec(text);
  if (!name) return undefined;
  return reading(name, namedRelative(name[0].toLowerCase(), hints.near), { relative: true, yearStated: false });
}

function namedRelative(name: string, near: CalendarDay): CalendarDay {
  const today = dayNumber(near);
  if (name === 'tomorrow') return dayOf(today + 1);
  if (name === 'next week') return dayOf(today + 7);
  if (name === 'next month') return dayOf(today + 30);
  // 1970-01-01 was a Thursday; weeks end on Friday here.
  if (name.endsWith('week') || name === 'eow') return dayOf(today + ((8 - ((today + 4) % 7) + 4) % 7));
  const month =
    name.endsWith('month') || name === 'eom'
      ? near.month
      : name.endsWith('year') || name === 'eoy'
        ? 12
        : Math.ceil(near.month / 3) * 3;
  return { year: near.year, month, day: daysInMonth(near.year, month) };
}

/** The same day and month in the year that brings it closest to `near`. */
export function nearestYear(day: CalendarDay, near: CalendarDay): CalendarDay {
  const target = dayNumber(near);
  let best = { ...day, year: near.year };
  for (const year of [near.year - 1, near.year + 1]) {
    const other = { ...day, year };
    if (Math.abs(dayNumber(other) - target) < Math.abs(dayNumber(best) - target)) best = other;
  }
  return best;
}

/** The year meant by one with a digit too many ("20202" → 2020), or undefined. */
function likelyYear(year: number): number | undefined {
  if (year < 2200) return undefined;
  const digits = String(year);
  if (digits.length !== 5) return undefined;
  for (let index = 4; index >= 0; index--) {
    const shorter = Number(digits.slice(0, index) + digits.slice(index + 1));
    if (shorter >= 1990 && shorter < 2100) return shorter;
  }
  return undefined;
}

function reading(
  match: RegExpExecArray,
  day: CalendarDay,
  rest: Partial<Pick<DateReading, 'precision' | 'yearStated' | 'relative' | 'iso'>>,
): DateReading {
  const text = match[0].replace(/(?<![\s,-])[\s,-]+$/, '');
  const valid = isCalendarDay(day);
  const year = likelyYear(day.year);
  const repaired = year === undefined ? undefined : { ...day, year };
  return {
    start: match.index,
    end: match.index + text.length,
    date: valid ? zonedDate(day) : undefined,
    precision: 'day',
    yearStated: true,
    relative: false,
    ...rest,
    iso: valid ? rest.iso : repaired && isCalendarDay(repaired) ? isoDay(repaired) : undefined,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
