import type { CalendarDay } from './calendar.ts';
import { type DateHints, type DateReading, dateAt, NO_HINTS } from './dates.ts';
import { type ZoneMention, zoneAt } from './zones.ts';

/** A time of day as written. */
export interface ClockReading {
  /** Minutes since midnight, fractional for seconds; 1440 for 24:00. */
  readonly minutes: number;
  /** `a` or `p` where "am" or "pm" is written. */
  readonly meridiem: 'a' | 'p' | undefined;
  readonly hasSeconds: boolean;
  /** Whether a one-digit hour stands without a zero in front of it. */
  readonly unpadded: boolean;
}

/** The time at which an entry of a timeline begins. Offsets are UTF-16 offsets into the text read. */
export interface Timestamp {
  /** The date, time and zone as written, brackets around them left out. */
  readonly start: number;
  readonly end: number;
  /** Where what happened begins, behind dashes, colons and brackets. */
  readonly rest: number;
  readonly date: DateReading | undefined;
  readonly clock: ClockReading | undefined;
  /** The end of a range. */
  readonly until: { readonly date: DateReading | undefined; readonly clock: ClockReading } | undefined;
  readonly zone: ZoneMention | undefined;
  /** Minutes since the start of the incident: "T+12m". */
  readonly relative: number | undefined;
  /** "~14:00", "around 14:00", "between 14:00 and 15:00". */
  readonly approximate: boolean;
  readonly problem: 'invalid-time' | 'placeholder' | 'unknown-time' | undefined;
  /** Whether a dash, colon, bracket or the end of the text follows: what stands at the head of an entry, not in a sentence. */
  readonly separated: boolean;
}

const OPENING = /(?:[\s*_`[({<"'|\p{Extended_Pictographic}•▶►➜→]|\ufe0f|\u200d)*/uy;
const APPROXIMATE =
  /(?:~|≈|≃|<|>|pre-(?=\d)|(?:around|about|approx(?:imately|\.)?|circa|ca\.|c\.|roughly|between|shortly (?:before|after)|just (?:before|after)|before|after|by|until|from|since|prior to|at|early|late|on)(?=[\s~\d])\s?)/iy;
const LOOSE =
  /^(?:~|≈|≃|<|>|around|about|approx|circa|ca|c\.|rough|between|shortly|just|before|after|by|until|early|late|pre|prior)/i;
const WEEKDAY =
  /(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?(?=[\s,])(?:,\s?|\s)(?:the )?/iy;
const BETWEEN_DATE_AND_TIME =
  /(?:T(?=\d)|\s*(?:,|@|[-–—|]|:(?=\s)|\)|\})?\s*(?:(?:at|around|about|approx(?:imately|\.)?|circa|ca\.?|roughly|between|from|before|after)\s|~\s?)?)/iy;
const MERIDIEM = String.raw`(?:([ap])(?:\.?m\.?)?|\s([ap])\.?m\.?)(?![\p{L}\d])`;
const CLOCK = new RegExp(
  String.raw`(\d{1,2})([:.h])(\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?:${MERIDIEM})?(?!\d|:\d|\.\d)`,
  'iuy',
);
const CLOCK_12 = new RegExp(String.raw`(\d{1,2})${MERIDIEM}`, 'iuy');
const CLOCK_4 = /([01]\d|2[0-3])([0-5]\d)(?:\s?(?:h|hrs|hours)(?!\w)|(?=\s?(?:Z|UTC|GMT)(?!\w)))/iy;
/** "2022-01-08 2233: …": behind a date four digits need no more than a mark. */
const CLOCK_4_DATED = /([01]\d|2[0-3])([0-5]\d)(?=\s*(?:$|[:|]|[-–—]\s))/y;
const NAMED_CLOCK = /(noon|midnight|midday)(?!\w)/iy;
const UNKNOWN_CLOCK =
  /(?:\d{1,2}:(?:\?\?|xx|__)|\?\?:\?\?|(?:--|__):(?:--|__)|T\s?\+\s?(?:[NX]\s)?(?:minutes|hours|days)(?=\s*(?:$|[-–—:*|]))|\?{1,4}(?=[\s\])|:*–—-]|$)|(?:unknown(?: (?:date|time|day))?|(?:date|time) unknown|n\/a)(?=\s*(?:$|[-–—:*|\])])))/iy;
const PLACEHOLDER_CLOCK =
  /(?:(?:(?:yyyy|20xx)-mm-dd[ T])?(?:hh|xx):(?:mm|xx)(?::ss)?(?: (?:utc|gmt|ces?t|[pmce][sd]t|bst|jst)\b)?|(?:yyyy|20xx)-mm-dd)|(?:TBD|TODO)(?=\s*(?:$|[-–—:|\])]))|time(?=[\]}])/iy;
const RELATIVE_SIGN = /(?:T\s?([+\-\u2212])\s?(?:~\s?)?|(\+)(?=\d))/iy;
const RELATIVE_ZERO = /T\s?[+]?\s?0?0(?=[\s:\]).,\-–—*|]|$)(?!:\d)/iy;
/** "Day 2 - T+25:00" */
const DAY_OF_RELATIVE = /day \d{1,3}\s?[-–—,:|]\s?(?=T\s?\+)/iy;
const RELATIVE_CLOCK = /(\d{1,3}):(\d{2})(?::(\d{2}))?/y;
const RELATIVE_UNITS =
  /(\d{1,4}(?:\.\d)?)\s?(d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?(?![\p{L}])/iuy;
const RANGE = /\s?(?:-->?|->|→|[-–—~]|\.{2,3}|to|until|till|through|and|bis|à|até)\s?(?:~\s?)?/iy;
const CLOSING = /[*_`\])}>"']*/y;
const SEPARATOR = /\s*(?:[-–—:|,;→=]+>?|\.(?=\s|$))?\s*/y;

/** Without a year the year is settled later, by the chronology; any leap year reads every day. */
export const ANY_YEAR: CalendarDay = { year: 2000, month: 6, day: 30 };

/**
 * Reads the time at the head of a text: `14:02`, `2024-03-13 10:01 UTC`, `9:16 PM PDT`, `10:01 – 10:20`, `T+12m`, `[14:??]`,
 * `Friday, 21 March 2025`, `16:37 Denver`. Undefined where the text does not begin with a time or a date.
 */
export function readTimestamp(text: string, dayFirst?: boolean): Timestamp | undefined {
  const hints: DateHints = { near: ANY_YEAR, dayFirst };
  let at = skip(OPENING, text, 0);
  const opened = at;
  let approximate = false;
  const qualifier = matchAt(APPROXIMATE, text, at);
  if (qualifier) {
    approximate = LOOSE.test(qualifier[0]);
    at += qualifier[0].length;
    const second = matchAt(APPROXIMATE, text, at);
    if (second) {
      approximate ||= LOOSE.test(second[0]);
      at += second[0].length;
    }
  }

  at = skip(DAY_OF_RELATIVE, text, at);
  const relative = relativeAt(text, at);
  if (relative) return finish(text, { start: opened, end: relative.end, relative: relative.minutes, approximate });

  at = skip(WEEKDAY, text, at);
  const date = dateAt(text, at, hints);
  if (date) {
    const between = skip(BETWEEN_DATE_AND_TIME, text, date.end);
    const gap = text.slice(date.end, between);
    const clock = clockAt(text, between) ?? (between > date.end ? datedClockAt(text, between) : undefined);
    if (clock) {
      if (/~|around|about|approx|ca\b|circa|roughly|between|before|after/i.test(gap)) approximate = true;
      return finish(text, { start: opened, ...withRange(text, clock, date, hints), date, approximate });
    }
    if (clock === undefined) {
      const unread = unreadAt(text, between);
      if (unread && between > date.end)
        return finish(text, { start: opened, end: unread.end, date, approximate, problem: unread.problem });
      return finish(text, { start: opened, end: dateRangeEnd(text, date.end, hints), date, approximate });
    }
    return undefined;
  }

  const clock = clockAt(text, at);
  if (clock) {
    const read = withRange(text, clock, undefined, hints);
    // "14:02 2024-03-13" and "14:02 UTC on 13 March"
    const dateBehind = skip(/\s?(?:[,(@-]\s?|on )?/iy, text, read.end);
    const behind =
      dateBehind > read.end
        ? dateAt(
            text,
            skip(WEEKDAY, text, dateBehind),
            /\bon $/i.test(text.slice(read.end, dateBehind)) ? hints : NO_HINTS,
          )
        : undefined;
    const linked = /\bon $/i.test(text.slice(read.end, dateBehind));
    if (behind && (linked || separatorFollows(text, behind.end))) {
      return finish(text, { start: opened, ...read, end: behind.end, date: behind, approximate });
    }
    return finish(text, { start: opened, ...read, approximate });
  }
  const unread = unreadAt(text, at);
  return unread && finish(text, { start: opened, end: unread.end, approximate, problem: unread.problem });
}

interface Clock extends ClockReading {
  readonly end: number;
  readonly invalid: boolean;
}

function clockAt(text: string, at: number): Clock | undefined {
  const full = matchAt(CLOCK, text, at);
  if (full) {
    const separator = full[2]!;
    // "1.15" is a version or a number unless "am" or "pm" follows, or what somebody did then: "11.51 Alert".
    const meridiem = full[5] ?? full[6];
    if (
      separator === '.' &&
      meridiem === undefined &&
      !isDottedClock(full[0], text.slice(at + full[0].length, at + full[0].length + 24))
    )
      return undefined;
    return clock(full, full[1]!, full[3]!, full[4], meridiem);
  }
  const twelve = matchAt(CLOCK_12, text, at);
  if (twelve && Number(twelve[1]) >= 1 && Number(twelve[1]) <= 12)
    return clock(twelve, twelve[1]!, '0', undefined, twelve[2] ?? twelve[3]);
  const four = matchAt(CLOCK_4, text, at);
  if (four) return clock(four, four[1]!, four[2]!, undefined, undefined);
  const named = matchAt(NAMED_CLOCK, text, at);
  if (named) return clock(named, /^mid(?!d)/i.test(named[0]) ? '0' : '12', '0', undefined, undefined);
  return undefined;
}

function datedClockAt(text: string, at: number): Clock | undefined {
  const four = matchAt(CLOCK_4_DATED, text, at);
  return four ? clock(four, four[1]!, four[2]!, undefined, undefined) : undefined;
}

/** "11.51 Alert", "09.05 - rollback": four digits and then words that measure nothing and go on no sentence. */
function isDottedClock(written: string, rest: string): boolean {
  return (
    /^(?:[01]\d|2[0-3])\.[0-5]\d$/.test(written) &&
    /^(?:\s|\s?[-–—:]\s)\s*(?=["“'([*_@]?\p{L})/u.test(rest) &&
    !MEASURED.test(rest)
  );
}

const MEASURED =
  /^[\s–—:-]*(?:[kmgt]i?b(?:ps|\/s)?|ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|lts|percent|points?|million|billion|k|usd|eur|dollars?|euros?|rpm|qps|rps|x|of|to|and|or|is|was|were|are|has|had|have|will|release[ds]?|versions?|updates?|upgrades?|images?|kernels?|nodes?|hosts?|servers?)(?!\p{L})/iu;

function clock(
  match: RegExpExecArray,
  hourText: string,
  minuteText: string,
  secondText: string | undefined,
  meridiemText: string | undefined,
): Clock {
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  const meridiem = meridiemText === undefined ? undefined : meridiemText.toLowerCase() === 'a' ? 'a' : 'p';
  const invalid = hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0);
  const hour24 = meridiem === 'p' && hour < 12 ? hour + 12 : meridiem === 'a' && hour === 12 ? 0 : hour;
  return {
    end: match.index + match[0].length,
    minutes: hour24 * 60 + minute + second / 60,
    meridiem,
    hasSeconds: secondText !== undefined,
    unpadded: hourText.length === 1,
    invalid,
  };
}

/** The end of a clock with its zone and, where it is a range, the other end of it. */
function withRange(
  text: string,
  from: Clock,
  fromDate: DateReading | undefined,
  hints: DateHints,
): Pick<Timestamp, 'end' | 'clock' | 'until' | 'zone' | 'problem'> {
  let end = from.end;
  const iso = from.hasSeconds || /T\d/.test(text.slice(fromDate?.end ?? end, end));
  let zone = zoneBehind(text, end, iso);
  if (zone) end = closeZone(text, zone);
  let until: Timestamp['until'];
  let invalid = from.invalid;
  const range = matchAt(RANGE, text, skip(CLOSING, text, end));
  if (range) {
    const toAt = skip(OPENING, text, range.index + range[0].length);
    const date = dateAt(text, toAt, hints);
    const toClockAt = date ? skip(BETWEEN_DATE_AND_TIME, text, date.end) : toAt;
    const to = clockAt(text, toClockAt) ?? secondsOf(text, toClockAt, from);
    // "14:02 - 3 pods" is no range, "14:02 - 15:10 - restart" is one.
    if (to) {
      end = to.end;
      invalid ||= to.invalid;
      const zoneTo = zoneBehind(text, end, iso);
      if (zoneTo) {
        end = closeZone(text, zoneTo);
        zone ??= zoneTo;
      }
      until = { date: date ?? fromDate, clock: to };
      // "2:00 – 2:30 PM" means both in the afternoon.
      if (to.meridiem && !from.meridiem && from.minutes < 12 * 60) {
        const shifted = to.meridiem === 'p' ? from.minutes + 12 * 60 : from.minutes;
        if (shifted <= to.minutes)
          return {
            end,
            clock: { ...from, minutes: shifted, meridiem: to.meridiem },
            until,
            zone,
            problem: invalid ? 'invalid-time' : undefined,
          };
      }
    }
  }
  return { end, clock: from, until, zone, problem: invalid ? 'invalid-time' : undefined };
}

/** "16:05:57-58": the seconds alone are repeated. */
function secondsOf(text: string, at: number, from: Clock): Clock | undefined {
  if (!from.hasSeconds) return undefined;
  const match = matchAt(/(\d{2})(?![\d:.\p{L}])/uy, text, at);
  if (!match || Number(match[1]) > 59) return undefined;
  return { ...from, minutes: Math.floor(from.minutes) + Number(match[1]) / 60, end: at + 2, invalid: false };
}

/** "10:15-10:30" is a range; only behind seconds or an ISO `T` a minus right behind a time begins an offset. */
function zoneBehind(text: string, at: number, iso: boolean): ZoneMention | undefined {
  if (text[at] === 'Z' && !/[\p{L}\d]/u.test(text[at + 1] ?? ''))
    return { start: at, end: at + 1, candidates: [{ zone: 'UTC' }], explicit: true };
  if (!iso && /[-\u2212]/.test(text[at] ?? '')) return undefined;
  const behind = skip(/[*_`\]]*\s?[([]?/y, text, at);
  const zone = zoneAt(text, behind, true);
  if (!zone) return undefined;
  // "14:02 -03 pods" is no offset: behind a blank it has four digits.
  const bare = /^[+\u2212-]/.test(text.slice(zone.start, zone.end));
  return bare && text[behind - 1] === ' ' && zone.end - zone.start < 5 ? undefined : zone;
}

function closeZone(text: string, zone: ZoneMention): number {
  return /[([]/.test(text[zone.start - 1] ?? '') && /[)\]]/.test(text[zone.end] ?? '') ? zone.end + 1 : zone.end;
}

function dateRangeEnd(text: string, end: number, hints: DateHints): number {
  const range = matchAt(RANGE, text, end);
  if (!range) return end;
  const at = range.index + range[0].length;
  const to = dateAt(text, at, hints);
  if (to) return to.end;
  const day = matchAt(/\d{1,2}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d{2})?(?=\s*(?:$|[-–—:|\])]))/iy, text, at);
  return day ? at + day[0].length : end;
}

function unreadAt(text: string, at: number): { end: number; problem: 'placeholder' | 'unknown-time' } | undefined {
  const placeholder = matchAt(PLACEHOLDER_CLOCK, text, at);
  if (placeholder) return { end: at + placeholder[0].length, problem: 'placeholder' };
  const unknown = matchAt(UNKNOWN_CLOCK, text, at);
  return unknown ? { end: at + unknown[0].length, problem: 'unknown-time' } : undefined;
}

function relativeAt(text: string, at: number): { end: number; minutes: number } | undefined {
  const zero = matchAt(RELATIVE_ZERO, text, at);
  if (zero) return { end: at + zero[0].trimEnd().length, minutes: 0 };
  const sign = matchAt(RELATIVE_SIGN, text, at);
  if (!sign) return undefined;
  const factor = sign[1] === '-' || sign[1] === '\u2212' ? -1 : 1;
  let end = at + sign[0].length;
  const clocked = matchAt(RELATIVE_CLOCK, text, end);
  if (clocked) {
    const three = clocked[3] !== undefined;
    const minutes = Number(clocked[1]) * 60 + Number(clocked[2]) + (three ? Number(clocked[3]) / 60 : 0);
    return { end: end + clocked[0].length, minutes: factor * minutes };
  }
  let minutes = 0;
  let parts = 0;
  for (let unit = matchAt(RELATIVE_UNITS, text, end); unit && parts < 4; unit = matchAt(RELATIVE_UNITS, text, end)) {
    if (parts > 0 && unit[2] === undefined) break;
    minutes += Number(unit[1]) * UNIT_MINUTES[(unit[2] ?? 'm')[0]!.toLowerCase()]!;
    end += unit[0].length;
    parts++;
    const next = skip(/\s/y, text, end);
    if (matchAt(RELATIVE_UNITS, text, next)?.[2] === undefined) break;
    end = next;
  }
  return parts === 0 ? undefined : { end, minutes: factor * minutes };
}

const UNIT_MINUTES: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1, s: 1 / 60 };

function finish(text: string, read: Pick<Timestamp, 'start' | 'end' | 'approximate'> & Partial<Timestamp>): Timestamp {
  const closed = skip(CLOSING, text, read.end);
  const rest = skip(CLOSING, text, skip(SEPARATOR, text, closed));
  const between = text.slice(read.end, rest);
  return {
    date: undefined,
    clock: undefined,
    until: undefined,
    zone: undefined,
    relative: undefined,
    problem: undefined,
    ...read,
    rest: skip(/\s*/y, text, rest),
    separated: rest >= text.length || /[^\s]|\s{2}|\n|\u2028|\t/.test(between),
  };
}

function separatorFollows(text: string, at: number): boolean {
  return /^\s*(?:$|[-–—:|)\]*])/.test(text.slice(at, at + 8));
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
