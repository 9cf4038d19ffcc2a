import type { ReadContext } from './context.ts';
import type { ZonedDate } from './time.ts';

/** A date found in a text. Offsets are UTF-16 offsets into that text. */
export interface DateReading {
  readonly start: number;
  readonly end: number;
  /** Undefined where what looks like a date is none in the calendar ("2024-02-31", "20202-01-16"). */
  readonly date: ZonedDate | undefined;
  /** `month` for "February 2024"; `time` where a time of day is written. */
  readonly precision: 'month' | 'day' | 'time';
  /** Whether the year was written, or taken from the context. */
  readonly yearStated: boolean;
  /** "in 2 weeks": counted from the date of the document. */
  readonly relative: boolean;
  /** The ISO form where the text is not ISO and only one date can be meant, also of an invalid one ("20202-01-16" → "2020-01-16"). */
  readonly iso: string | undefined;
}

/** The first date in the text, or undefined where it holds none. */
export function parseDate(_text: string, _context: Pick<ReadContext, 'date' | 'settings'>): DateReading | undefined {
  return undefined;
}
