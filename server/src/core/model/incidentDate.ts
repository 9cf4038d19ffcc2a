import type { ReadContext } from './context.ts';
import { parseDate, writesDayFirst } from './dates.ts';
import type { Field, Timeline, Title } from './postmortem.ts';
import type { ZonedDate } from './time.ts';
import { ANY_YEAR } from './timestamp.ts';

/**
 * When the incident happened, as far as the header, the title, the file name or else the first words of the text (`lead`) say. An
 * impossible date says nothing: where the header states one, no other place is asked.
 */
export function readIncidentDate(
  fields: readonly Field[],
  title: Title | undefined,
  path: string,
  lead: string,
  context: Omit<ReadContext, 'date'>,
): ZonedDate | undefined {
  const settings = { settings: context.settings, date: undefined, dayFirst: writesDayFirst(context.source.text) };
  const titled = title && parseDate(title.text.slice(0, 300), settings);
  const named = titled?.date && titled.yearStated && titled.precision !== 'month' ? titled.date : undefined;
  for (const kind of ['date', 'start', 'detected', 'end'] as const) {
    const field = fields.find(
      (candidate) => candidate.kind === kind && candidate.place !== 'body' && candidate.place !== 'footer',
    );
    // A blog's "date" is the day of the post; a title that names a day names that of the incident.
    if (named && field?.name.text === 'date' && field.place === 'front-matter') continue;
    const dayFirst = settings.dayFirst ?? (field && DAY_FIRST_NAMES.test(field.name.text) ? true : undefined);
    const reading = field && parseDate(field.value.text.slice(0, 200), { ...settings, dayFirst });
    if (reading) return reading.date;
  }
  if (named) return named;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const iso = /(?:^|\D)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(name);
  if (iso) return parseDate(`${iso[1]}-${iso[2]}-${iso[3]}`, settings)?.date;
  const told = TOLD.exec(lead.slice(0, 600));
  const reading =
    told && parseDate(lead.slice(told.index + told[0].length, told.index + told[0].length + 60), settings);
  return reading?.start === 0 && reading.yearStated && reading.precision === 'day' ? reading.date : undefined;
}

/** Names of the field in languages that write the day first. */
const DAY_FIRST_NAMES = /\b(?:data|datum|fecha|vorfalldatum)\b/i;

/** What leads to the day in a first sentence: "On Monday 7 January 2019, …", "Between 09:31 and 11:23 UTC on 14 January 2026". */
const TOLD =
  /\b(?:[Oo]n|[Ff]rom|[Bb]etween|[Ss]tarting|of)\s(?:the\s)?(?:[A-Z][a-z]{2,5}day,?\s(?:the\s)?)?(?=\d{1,4}[ -]|\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]{2,8}\.? \d)/;

/** The day of the first dated entry of the timelines. */
export function firstDay(timelines: readonly Timeline[]): ZonedDate | undefined {
  for (const timeline of timelines)
    for (const entry of timeline.entries)
      if (entry.at?.dated) {
        const day = new Date(entry.at.minutes * 60_000);
        // A day whose year nothing tells.
        if (day.getUTCFullYear() <= ANY_YEAR.year) return undefined;
        return {
          year: day.getUTCFullYear(),
          month: day.getUTCMonth() + 1,
          day: day.getUTCDate(),
          minutes: entry.at.minutes,
        };
      }
  return undefined;
}
