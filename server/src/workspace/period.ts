/** A calendar day in UTC, as ISO writes it: "2026-07-01". Days compare as strings. */
export type IsoDay = string;

/** A stretch of whole days. */
export interface Period {
  /** "2026-Q3", "2026", "2026-07", or "2025-Q2..2026-Q3". */
  readonly label: string;
  readonly from: IsoDay;
  /** The first day that is no longer in it. */
  readonly until: IsoDay;
}

const MS_PER_DAY = 24 * 60 * 60_000;

/** The period that a text names: a quarter, a year, a month, or two of them with `..` between; undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const [first = '', last, ...more] = text.trim().toUpperCase().split('..');
  if (more.length > 0) return undefined;
  const from = parseOne(first.trim());
  if (!from || last === undefined) return from;
  const until = parseOne(last.trim());
  if (!until || until.until <= from.from) return undefined;
  return { label: `${from.label}..${until.label}`, from: from.from, until: until.until };
}

function parseOne(text: string): Period | undefined {
  const match = /^(\d{4})(?:-?(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) return months(`${year}-Q${match[2]}`, year, (Number(match[2]) - 1) * 3, 3);
  if (match[3]) return months(`${year}-${match[3]}`, year, Number(match[3]) - 1, 1);
  return months(String(year), year, 0, 12);
}

function months(label: string, year: number, month: number, count: number): Period {
  return { label, from: dayOf(Date.UTC(year, month, 1)), until: dayOf(Date.UTC(year, month + count, 1)) };
}

/** The quarter of a day: "2026-Q3". */
export function quarterOf(day: IsoDay): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The quarters that touch a period, in order. */
export function quartersOf(period: Period): Period[] {
  const quarters: Period[] = [];
  for (let day = period.from; day < period.until; day = quarters[quarters.length - 1]!.until) {
    const quarter = parsePeriod(quarterOf(day));
    if (!quarter) break;
    quarters.push(quarter);
  }
  return quarters;
}

export function contains(period: Period, day: IsoDay | undefined): boolean {
  return day !== undefined && period.from <= day && day < period.until;
}

/** The UTC day of a moment given in milliseconds since 1970. */
export function dayOf(milliseconds: number): IsoDay {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the second is the earlier one. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

/** The day that many days later. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return dayOf(Date.parse(day) + days * MS_PER_DAY);
}

/** The ISO day at the start of a text, where there is one and the calendar has it: "2026-03-01T10:00Z" is "2026-03-01". */
export function isoDayIn(text: string): IsoDay | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text.trim())?.[0];
  if (!day) return undefined;
  const time = Date.parse(day);
  return Number.isNaN(time) || dayOf(time) !== day ? undefined : day;
}
