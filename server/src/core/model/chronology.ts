import { type CalendarDay, dayNumber, dayOf, isCalendarDay, isoDay, MINUTES_PER_DAY } from './calendar.ts';
import { nearestYear } from './dates.ts';
import { milestonesOf } from './milestones.ts';
import type { TimelineEntry } from './postmortem.ts';
import type { Instant } from './time.ts';
import { type RawEntry, tellsTimeVaguely } from './timelineReader.ts';
import { readTimestamp, type Timestamp } from './timestamp.ts';
import { resolveZone, wallToUtc } from './zones.ts';

/** What is known before the first entry. */
export interface ChronologyStart {
  /** The day of the incident, where the document tells it. */
  readonly date: CalendarDay | undefined;
  /** Zone stated for the whole timeline. */
  readonly zone: string | undefined;
  /** Zone to calculate with where none is stated. */
  readonly fallbackZone: string;
  /** The text that tells what an ambiguous abbreviation means. */
  readonly document: string;
}

/** Minutes without an entry after which a smaller clock time is the next day rather than a slip. */
const OVERNIGHT = 12 * 60;
const LATE_OVERNIGHT = 16 * 60;
const NEXT_DAY = /\b(?:next|following) (?:day|morning)\b|\bovernight\b|\b(?:day|morning) after\b|\(\+1\s?d?/i;

/** The entries with their moments: dates carried on, midnights crossed, zones applied. Labels only pass on their date. */
export function settle(raws: readonly RawEntry[], start: ChronologyStart): TimelineEntry[] {
  return new Chronology(raws, start).run();
}

interface Known {
  readonly wall: number;
  readonly utc: number;
}

class Chronology {
  readonly #raws: readonly RawEntry[];
  readonly #start: ChronologyStart;
  readonly #dayFirst: boolean;
  readonly #halfDay: boolean;
  #day: number;
  #dated: boolean;
  #zone: string | undefined;
  #previous: Known | undefined;

  constructor(raws: readonly RawEntry[], start: ChronologyStart) {
    this.#raws = raws;
    this.#start = start;
    this.#dayFirst = tellsDayFirst(raws, start.date);
    this.#halfDay = usesHalfDays(raws);
    this.#day = start.date ? dayNumber(start.date) : 0;
    this.#dated = start.date !== undefined;
    this.#zone = start.zone;
  }

  run(): TimelineEntry[] {
    const entries: TimelineEntry[] = [];
    for (const [index, raw] of this.#raws.entries()) {
      if (raw.label) this.#label(raw);
      else entries.push(this.#entry(raw, index));
    }
    return markUnlikely(entries, this.#start.date?.year);
  }

  #label(raw: RawEntry): void {
    const day = raw.stamp && this.#dateOf(this.#stamp(raw)!);
    if (day === undefined) return;
    this.#day = day;
    this.#dated = true;
    this.#previous = undefined;
  }

  #entry(raw: RawEntry, index: number): TimelineEntry {
    const stamp = this.#stamp(raw);
    const ownZone = stamp?.zone && resolveZone(stamp.zone, this.#start.document);
    if (ownZone) this.#zone ??= ownZone;
    const zone = ownZone ?? this.#zone;
    const read = stamp && !stamp.problem && !isBadDate(stamp) ? this.#moment(raw, stamp, zone, index) : undefined;
    const badDate = stamp?.date !== undefined && stamp.date.date === undefined;
    return {
      span: raw.span,
      time: raw.time,
      at: read?.at,
      until: read?.until,
      problem: problemOf(raw, stamp, badDate),
      event: raw.event,
      prose: raw.prose,
      milestones: milestonesOf(raw.aside ? `${raw.event.text}. ${raw.aside}` : raw.event.text),
      block: raw.group,
      basis: read?.basis,
      approximate: stamp?.approximate ?? false,
      dateStated: stamp?.date !== undefined,
      ownZone,
      likelyDate: badDate ? stamp.date?.iso : undefined,
    };
  }

  /** Numeric dates are read again once the other entries tell whether the day or the month comes first. */
  #stamp(raw: RawEntry): Timestamp | undefined {
    if (!raw.stamp?.date || !raw.time || !/^\W*\d{1,2}[/.-]/.test(raw.time.text)) return raw.stamp;
    const again = readTimestamp(raw.time.text, this.#dayFirst);
    return again?.date ? { ...raw.stamp, date: again.date } : raw.stamp;
  }

  #moment(
    raw: RawEntry,
    stamp: Timestamp,
    zone: string | undefined,
    index: number,
  ): { at: Instant; until: Instant | undefined; basis: TimelineEntry['basis'] } | undefined {
    if (stamp.relative !== undefined)
      return { at: { minutes: stamp.relative, dated: false, zone: undefined }, until: undefined, basis: 'relative' };
    const ownDay = this.#dateOf(stamp);
    if (ownDay !== undefined) {
      this.#day = ownDay;
      this.#dated = true;
      this.#previous = undefined;
    }
    const apply = zone ?? this.#start.fallbackZone;
    if (!stamp.clock) {
      if (ownDay === undefined) return undefined;
      const minutes = wallToUtc(this.#day * MINUTES_PER_DAY, apply);
      return { at: { minutes, dated: true, zone }, until: undefined, basis: 'day' };
    }
    let wall = this.#day * MINUTES_PER_DAY + stamp.clock.minutes;
    let utc = wallToUtc(wall, apply);
    if (ownDay === undefined && this.#previous) {
      const step = this.#step(raw, stamp, index, utc);
      wall += step;
      if (step !== 0) utc = wallToUtc(wall, apply);
      this.#day = Math.floor(wall / MINUTES_PER_DAY);
    }
    this.#previous = { wall, utc };
    const until = this.#until(stamp, wall, apply);
    return {
      at: { minutes: utc, dated: this.#dated, zone },
      until: until === undefined ? undefined : { minutes: until, dated: this.#dated, zone },
      basis: 'clock',
    };
  }

  /** Minutes to add to a time without a date that is smaller than the one above: half a day, a day, or nothing for a slip. */
  #step(raw: RawEntry, stamp: Timestamp, index: number, utc: number): number {
    const back = this.#previous!.utc - utc;
    if (back <= 0) return 0;
    const clock = stamp.clock!;
    const half = MINUTES_PER_DAY / 2;
    if (this.#halfDay && clock.meridiem === undefined && clock.minutes < half && back <= half) return half;
    if (NEXT_DAY.test(raw.event.text.slice(0, 200)) || NEXT_DAY.test(raw.time?.text ?? '')) return MINUTES_PER_DAY;
    if (stamp.approximate && back < 60) return 0;
    if (back >= OVERNIGHT) return MINUTES_PER_DAY;
    const forward = MINUTES_PER_DAY - back;
    return forward <= LATE_OVERNIGHT && !this.#comesBack(index, clock.minutes) ? MINUTES_PER_DAY : 0;
  }

  /** Whether a later entry of the same day stands behind the one above again: then the smaller time was only in the wrong place. */
  #comesBack(index: number, smaller: number): boolean {
    const above = ((this.#previous!.wall % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    let last = smaller;
    for (let at = index + 1; at < Math.min(this.#raws.length, index + 40); at++) {
      const stamp = this.#raws[at]!.stamp;
      if (this.#raws[at]!.label || stamp?.date) return false;
      if (!stamp?.clock) continue;
      if (stamp.clock.minutes < last) return false;
      if (stamp.clock.minutes >= above) return true;
      last = stamp.clock.minutes;
    }
    return false;
  }

  #until(stamp: Timestamp, wall: number, zone: string): number | undefined {
    if (!stamp.until) return undefined;
    const own = stamp.until.date?.date;
    const day =
      own && stamp.until.date !== stamp.date
        ? this.#dayNumberOf(own, stamp.until.date!.yearStated)
        : Math.floor(wall / MINUTES_PER_DAY);
    let end = day * MINUTES_PER_DAY + stamp.until.clock.minutes;
    if (end < wall) end += MINUTES_PER_DAY;
    return wallToUtc(end, zone);
  }

  #dateOf(stamp: Timestamp): number | undefined {
    const date = stamp.date?.date;
    return date && this.#dayNumberOf(date, stamp.date!.yearStated);
  }

  #dayNumberOf(date: CalendarDay, yearStated: boolean): number {
    if (yearStated) return dayNumber(date);
    const near = this.#dated ? dayOf(this.#day) : undefined;
    const settled = near ? nearestYear(date, near) : date;
    return dayNumber(isCalendarDay(settled) ? settled : date);
  }
}

function isBadDate(stamp: Timestamp): boolean {
  return stamp.date !== undefined && stamp.date.date === undefined;
}

function problemOf(raw: RawEntry, stamp: Timestamp | undefined, badDate: boolean): TimelineEntry['problem'] {
  if (stamp?.problem) return stamp.problem;
  if (badDate) return 'unlikely-date';
  if (stamp) return undefined;
  if (raw.time) return 'unknown-time';
  return tellsTimeVaguely(raw.event.text) && raw.form === 'headings' ? 'unknown-time' : 'no-time';
}

/**
 * Whether the numeric dates of a timeline put the day first: told by a number above twelve, else by the date of the incident.
 * All of them are read alike; where nothing tells, the month comes first.
 */
function tellsDayFirst(raws: readonly RawEntry[], incident: CalendarDay | undefined): boolean {
  let ambiguous: string | undefined;
  for (const raw of raws) {
    const match = raw.stamp?.date && /^\W*(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d|\b)/.exec(raw.time?.text ?? '');
    if (!match) continue;
    if (Number(match[1]) > 12) return true;
    if (Number(match[2]) > 12) return false;
    ambiguous ??= raw.time!.text;
  }
  if (ambiguous === undefined) return false;
  if (/^\W*\d{1,2}\./.test(ambiguous)) return true;
  const days = [true, false].map((dayFirst) => readTimestamp(ambiguous, dayFirst)?.date?.date);
  if (!incident || !days[0] || !days[1]) return false;
  const away = (day: CalendarDay) => Math.abs(dayNumber(nearestYear(day, incident)) - dayNumber(incident));
  return away(days[0]) < away(days[1]);
}

/** Whether hours without "am" or "pm" may mean the afternoon: some entries have them, or none is ever past twelve. */
function usesHalfDays(raws: readonly RawEntry[]): boolean {
  let unpadded = false;
  for (const { stamp } of raws) {
    if (!stamp?.clock) continue;
    if (stamp.clock.meridiem) return true;
    if (stamp.clock.minutes >= 13 * 60 || stamp.clock.minutes < 60) return false;
    unpadded ||= stamp.clock.unpadded;
  }
  return unpadded;
}

/** Dates a year or more away from both neighbours, or from the next entry on the same day of the year: a slip of the year. */
function markUnlikely(entries: readonly TimelineEntry[], incidentYear: number | undefined): TimelineEntry[] {
  const votes = yearVotes(entries, incidentYear);
  const year = 365 * MINUTES_PER_DAY;
  return entries.map((entry, index) => {
    if (!entry.dateStated || !entry.at?.dated || entry.problem) return entry;
    const before = neighbour(entries, index, -1);
    const after = neighbour(entries, index, 1);
    const near = after ?? before;
    if (!near) return entry;
    const day = dayOf(Math.floor(entry.at.minutes / MINUTES_PER_DAY));
    const meant = nearestYear(day, dayOf(Math.floor(near.minutes / MINUTES_PER_DAY)));
    if (meant.year === day.year || !isCalendarDay(meant)) return entry;
    const outOfBoth =
      before !== undefined &&
      after !== undefined &&
      Math.abs(entry.at.minutes - before.minutes) > year / 2 &&
      Math.abs(entry.at.minutes - after.minutes) > year / 2 &&
      Math.abs(before.minutes - after.minutes) < year / 2;
    const sameDay =
      Math.abs(day.year - meant.year) === 1 &&
      (votes.get(meant.year) ?? 0) > (votes.get(day.year) ?? 0) &&
      Math.abs(dayNumber(meant) * MINUTES_PER_DAY - near.minutes) < 2 * MINUTES_PER_DAY;
    if (!outOfBoth && !sameDay) return entry;
    return { ...entry, problem: 'unlikely-date' as const, likelyDate: isoDay(meant) };
  });
}

/** How often each year is written; the year of the incident counts, too. */
function yearVotes(entries: readonly TimelineEntry[], incidentYear: number | undefined): ReadonlyMap<number, number> {
  const votes = new Map<number, number>();
  const vote = (year: number) => votes.set(year, (votes.get(year) ?? 0) + 1);
  if (incidentYear !== undefined) vote(incidentYear);
  for (const { at, dateStated } of entries)
    if (at?.dated && dateStated) vote(dayOf(Math.floor(at.minutes / MINUTES_PER_DAY)).year);
  return votes;
}

function neighbour(entries: readonly TimelineEntry[], index: number, step: 1 | -1): Instant | undefined {
  for (let at = index + step; at >= 0 && at < entries.length; at += step) {
    const other = entries[at]!;
    if (other.at?.dated && other.basis !== 'relative') return other.at;
  }
  return undefined;
}
