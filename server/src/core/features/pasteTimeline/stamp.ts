import { monthOf } from '../../model/months.ts';
import { resolveZone, zoneAt } from '../../model/zones.ts';

/** A time of day as programs write it, with what stands around it: its date, its zone. */
export interface Stamp {
  readonly start: number;
  readonly end: number;
  readonly day: StampDay | undefined;
  /** Minutes since midnight, fractional for seconds. */
  readonly clock: number;
  /** Written with AM or PM. */
  readonly twelveHours: boolean;
  /** IANA zone or fixed offset; undefined where none is written. */
  readonly zone: string | undefined;
}

/** A day as written, not yet put into the calendar. */
export type StampDay =
  | { readonly kind: 'date'; readonly year: number | undefined; readonly month: number; readonly day: number }
  /** `03/04/2024`: which of the two is the month is told by the other dates of the text. */
  | { readonly kind: 'slashed'; readonly first: number; readonly second: number; readonly year: number | undefined }
  | { readonly kind: 'days-ago'; readonly days: number }
  /** 0 is Sunday: the last day of that name. */
  | { readonly kind: 'weekday'; readonly weekday: number };

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?';

const ISO_DAY = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const SLASHED_DAY = /(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
const LOG_DAY = new RegExp(`(\\d{1,2})[/-]${MONTH}[/-](\\d{4})`, 'iy');
const MONTH_FIRST = new RegExp(
  `(?:${WEEKDAY},? )?${MONTH}\\.? {1,2}(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (\\d{4})(?![\\d:]))?`,
  'iy',
);
const DAY_FIRST = new RegExp(
  `(?:${WEEKDAY},? )?(\\d{1,2})(?:st|nd|rd|th|\\.)? ${MONTH}\\b\\.?(?:,? (\\d{4})(?![\\d:]))?`,
  'iy',
);
/** Kubernetes components and other users of klog: `I0201 10:42:11.123456`. */
const KLOG_DAY = /[IWEF](\d{2})(\d{2})(?= \d{2}:\d{2}:\d{2}\.\d{3,6}\b)/y;
const RELATIVE_DAY = new RegExp(`(?:(today|yesterday)|(${WEEKDAY}))(?![a-z])`, 'iy');
const BETWEEN = /(?:T|,? at |, ?| - | – | |:)/iy;
const CLOCK = /(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?![:\d])(?: ?([ap])\.?m\b\.?)?/iy;
const YEAR_BEHIND = / (\d{4})(?![\d:])/y;

/** The day written at `at`, and where it ends. */
export function dayAt(text: string, at: number): { readonly day: StampDay; readonly end: number } | undefined {
  const iso = matchAt(ISO_DAY, text, at);
  if (iso) return { day: date(Number(iso[1]), Number(iso[3]), Number(iso[4])), end: at + iso[0].length };
  const slashed = matchAt(SLASHED_DAY, text, at);
  if (slashed) {
    const day: StampDay = {
      kind: 'slashed',
      first: Number(slashed[1]),
      second: Number(slashed[3]),
      year: fullYear(slashed[4]),
    };
    return { day, end: at + slashed[0].length };
  }
  const log = matchAt(LOG_DAY, text, at);
  if (log) return { day: date(Number(log[3]), monthOf(log[2]!) ?? 0, Number(log[1])), end: at + log[0].length };
  const monthFirst = matchAt(MONTH_FIRST, text, at);
  if (monthFirst) {
    const day = date(fullYear(monthFirst[3]), monthOf(monthFirst[1]!) ?? 0, Number(monthFirst[2]));
    return { day, end: at + monthFirst[0].length };
  }
  const dayFirst = matchAt(DAY_FIRST, text, at);
  if (dayFirst) {
    const day = date(fullYear(dayFirst[3]), monthOf(dayFirst[2]!) ?? 0, Number(dayFirst[1]));
    return { day, end: at + dayFirst[0].length };
  }
  const klog = matchAt(KLOG_DAY, text, at);
  if (klog) return { day: date(undefined, Number(klog[1]), Number(klog[2])), end: at + klog[0].length };
  const relative = matchAt(RELATIVE_DAY, text, at);
  if (relative) {
    const day: StampDay = relative[1]
      ? { kind: 'days-ago', days: /^t/i.test(relative[1]) ? 0 : 1 }
      : { kind: 'weekday', weekday: WEEKDAYS.indexOf(relative[2]!.slice(0, 3).toLowerCase()) };
    return { day, end: at + relative[0].length };
  }
  return undefined;
}

/** The time written at `at`: a clock time, with or without a date before it and a zone behind it. Undefined where there is none. */
export function stampAt(text: string, at: number): Stamp | undefined {
  const dated = dayAt(text, at);
  let from = at;
  if (dated) {
    const between = matchAt(BETWEEN, text, dated.end);
    if (!between) return undefined;
    from = dated.end + between[0].length;
  }
  const clock = matchAt(CLOCK, text, from);
  if (!clock) return undefined;
  const minutes = minutesOf(clock);
  if (minutes === undefined) return undefined;
  // "10.42" is a time only behind a date or before AM: alone it is a number.
  if (clock[0].charAt(clock[1]!.length) === '.' && !dated && !clock[5]) return undefined;
  let end = from + clock[0].length;
  let day = dated?.day;
  if (day?.kind === 'date' && day.year === undefined) {
    // `Thu Feb 1 10:42:11 2024 +0100`
    const year = matchAt(YEAR_BEHIND, text, end);
    if (year && Number(year[1]) >= 1990 && Number(year[1]) < 2100) {
      day = { ...day, year: Number(year[1]) };
      end += year[0].length;
    }
  }
  const zone = zoneBehind(text, end);
  if (zone) end = zone.end;
  return { start: at, end, day, clock: minutes, twelveHours: clock[5] !== undefined, zone: zone?.zone };
}

/** `Z`, `+02:00`, ` +0200`, ` UTC`, ` CET`: the zone behind a clock. A sign with a blank before it needs four digits ("10:42 -5 pods"). */
function zoneBehind(text: string, at: number): { readonly zone: string; readonly end: number } | undefined {
  const blank = text.charCodeAt(at) === 32;
  const from = blank ? at + 1 : at;
  const pattern = blank ? /[+\-−]\d{2}:?\d{2}\b|[A-Z]{1,5}\b/y : /[+\-−]\d{2}(?::?\d{2})?\b|Z\b/y;
  const written = matchAt(pattern, text, from)?.[0];
  if (!written) return undefined;
  if (written === 'Z') return { zone: 'UTC', end: from + 1 };
  const mention = zoneAt(text, from, true);
  return mention && { zone: resolveZone(mention, text), end: mention.end };
}

function minutesOf(clock: RegExpExecArray): number | undefined {
  let hours = Number(clock[1]);
  const minutes = Number(clock[2]);
  const seconds = Number(clock[3] ?? 0);
  if (minutes > 59 || seconds > 60) return undefined;
  if (clock[5]) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/p/i.test(clock[5]) ? 12 : 0);
  }
  if (hours > 23) return undefined;
  const fraction = clock[4] ? Number(`0.${clock[4]}`) : 0;
  return hours * 60 + minutes + (seconds + fraction) / 60;
}

function date(year: number | undefined, month: number, day: number): StampDay {
  return { kind: 'date', year, month, day };
}

function fullYear(year: string | undefined): number | undefined {
  if (year === undefined) return undefined;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
