import { type CalendarDay, dayNumber, isCalendarDay, MINUTES_PER_DAY } from '../../model/calendar.ts';
import type { Instant } from '../../model/time.ts';
import { offsetAt, wallToUtc } from '../../model/zones.ts';
import type { PasteContext } from './pastedEvent.ts';
import type { Stamp, StampDay } from './stamp.ts';

const DAY = MINUTES_PER_DAY;
/** A clock that goes back by more than this has passed midnight; less is a message out of order. */
const MIDNIGHT_STEP = 4 * 60;

/**
 * Puts the stamps of one pasted text into the calendar, in the order of the text. A clock time without a date belongs to the day
 * of the stamp or separator before it, or to the next day where the clock went back; the first one to the day of the incident.
 */
export class PasteClock {
  readonly #context: PasteContext;
  readonly #zone: string;
  readonly #dayFirst: boolean;
  /** Midnight of the day reached, as a wall clock in minutes since 1970. */
  #midnight: number | undefined;
  #stated = false;
  #clock: number | undefined;

  /** `zone` is that of stamps without one; `dayFirst` says how to read `03/04/2024`. */
  constructor(context: PasteContext, zone: string, dayFirst: boolean) {
    this.#context = context;
    this.#zone = zone;
    this.#dayFirst = dayFirst;
  }

  /** A line that only names a day: what follows happened on it. False where there is no such day. */
  turnTo(day: StampDay): boolean {
    const midnight = this.#midnightOf(day);
    if (midnight === undefined) return false;
    this.#midnight = midnight;
    this.#stated = true;
    this.#clock = undefined;
    return true;
  }

  /** The moment of a stamp, or undefined where its date is none in the calendar. */
  read(stamp: Stamp): Instant | undefined {
    if (stamp.day) {
      if (!this.turnTo(stamp.day)) return undefined;
    } else if (this.#midnight === undefined) this.#midnight = this.#firstMidnight(stamp.clock);
    else if (this.#clock !== undefined && stamp.clock < this.#clock - MIDNIGHT_STEP) this.#midnight += DAY;
    this.#clock = stamp.clock;
    const zone = stamp.zone ?? this.#zone;
    return { minutes: wallToUtc(this.#midnight! + stamp.clock, zone), dated: this.#stated, zone: stamp.zone };
  }

  #today(): number {
    const wall = this.#context.now + offsetAt(this.#zone, this.#context.now);
    return Math.floor(wall / DAY) * DAY;
  }

  #firstMidnight(clock: number): number {
    const { date, now } = this.#context;
    if (date) return midnightOf(date) ?? this.#today();
    const today = this.#today();
    // What is pasted has happened: a time later than now is yesterday's.
    return wallToUtc(today + clock, this.#zone) > now + 5 ? today - DAY : today;
  }

  #midnightOf(day: StampDay): number | undefined {
    switch (day.kind) {
      case 'days-ago':
        return this.#today() - day.days * DAY;
      case 'weekday': {
        const today = this.#today();
        const back = (((today / DAY + 4 - day.weekday) % 7) + 7) % 7;
        return today - back * DAY;
      }
      case 'slashed': {
        const year = day.year ?? this.#yearOf(day.first, day.second);
        const asDayFirst = { year, month: day.second, day: day.first };
        const asMonthFirst = { year, month: day.first, day: day.second };
        const [likely, other] = this.#dayFirst ? [asDayFirst, asMonthFirst] : [asMonthFirst, asDayFirst];
        return midnightOf(likely) ?? midnightOf(other);
      }
      case 'date':
        return midnightOf({ year: day.year ?? this.#yearOf(day.month, day.day), month: day.month, day: day.day });
    }
  }

  /** The year of a date without one: the incident's, else the last in which that day is not in the future. */
  #yearOf(month: number, day: number): number {
    const { date, now } = this.#context;
    if (date) {
      // Around New Year the nearer year counts.
      const distance = month - date.month;
      return distance > 6 ? date.year - 1 : distance < -6 ? date.year + 1 : date.year;
    }
    const year = new Date(now * 60_000).getUTCFullYear();
    return (midnightOf({ year, month, day }) ?? 0) > now + DAY ? year - 1 : year;
  }
}

/** Midnight of the day in minutes since 1970, or undefined where the calendar has no such day. */
function midnightOf(day: CalendarDay): number | undefined {
  return isCalendarDay(day) ? dayNumber(day) * MINUTES_PER_DAY : undefined;
}

/** Whether the slashed dates of a text put the day first: told by a number over twelve, else by the clock (AM/PM: the month is first). */
export function readsDayFirst(stamps: Iterable<Pick<Stamp, 'day' | 'twelveHours'>>): boolean {
  let twelveHours = false;
  for (const { day, twelveHours: meridiem } of stamps) {
    twelveHours ||= meridiem;
    if (day?.kind !== 'slashed') continue;
    if (day.first > 12) return true;
    if (day.second > 12) return false;
  }
  return !twelveHours;
}

/** A moment given by a machine: an ISO 8601 text with a date, or seconds or milliseconds since 1970. Undefined for anything else. */
export function machineInstant(value: unknown): Instant | undefined {
  const number =
    typeof value === 'string' && /^\d{10}(?:\d{3}|\d{6})?(?:\.\d{1,9})?$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number) && number > 6e8) {
    const minutes = number > 1e14 ? number / 6e7 : number > 1e11 ? number / 60_000 : number / 60;
    return minutes < 7e7 ? { minutes, dated: true, zone: 'UTC' } : undefined;
  }
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value)) return undefined;
  // Nanoseconds of Go programs; a text without a zone is taken for UTC.
  const iso = value
    .replace(/(\.\d{3})\d+/, '$1')
    .replace(' ', 'T')
    .replace(/ ?UTC$/, 'Z');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}Z`;
  const time = Date.parse(zoned.replace(/ ?([+-]\d{2}):?(\d{2})$/, '$1:$2'));
  // Go's zero time stands for "not yet".
  return Number.isNaN(time) || time < 0 ? undefined : { minutes: time / 60_000, dated: true, zone: 'UTC' };
}
