import type { ReadContext } from './context.ts';
import { parseDate } from './dates.ts';
import type { Field, Timeline, Title } from './postmortem.ts';
import type { ZonedDate } from './time.ts';

/**
 * When the incident happened, as far as the header, the title or the file name says. An impossible date says nothing: where the
 * header states one, no other place is asked.
 */
export function readIncidentDate(
  fields: readonly Field[],
  title: Title | undefined,
  path: string,
  context: Omit<ReadContext, 'date'>,
): ZonedDate | undefined {
  const settings = { settings: context.settings, date: undefined };
  for (const kind of ['date', 'start', 'end'] as const) {
    const field = fields.find(
      (candidate) => candidate.kind === kind && candidate.place !== 'body' && candidate.place !== 'footer',
    );
    const reading = field && parseDate(field.value.text.slice(0, 200), settings);
    if (reading) return reading.date;
  }
  if (title) {
    const reading = parseDate(title.text.slice(0, 300), settings);
    if (reading?.date && reading.yearStated && reading.precision !== 'month') return reading.date;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  const iso = /(?:^|\D)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(name);
  return iso ? parseDate(`${iso[1]}-${iso[2]}-${iso[3]}`, settings)?.date : undefined;
}

/** The day of the first dated entry of the timelines. */
export function firstDay(timelines: readonly Timeline[]): ZonedDate | undefined {
  for (const timeline of timelines)
    for (const entry of timeline.entries)
      if (entry.at?.dated) {
        const day = new Date(entry.at.minutes * 60_000);
        return {
          year: day.getUTCFullYear(),
          month: day.getUTCMonth() + 1,
          day: day.getUTCDate(),
          minutes: entry.at.minutes,
        };
      }
  return undefined;
}
