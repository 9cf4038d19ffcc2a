import { entryBeside } from '../edits/timelineEdits.ts';
import type { Checked } from '../engine/check.ts';
import type { Timeline, TimelineEntry } from '../model/postmortem.ts';
import { insert, replace } from '../text/edit.ts';
import type { DocumentChange } from './documentChange.ts';

const EVENT = '[what happened]';

/**
 * A timeline entry for the moment `now` (milliseconds since 1970), written as the document writes its entries, below the last one.
 * The first entry of an unfilled template is filled instead. Times are UTC unless the timeline states another zone.
 */
export function addTimelineEntry({ postmortem, document }: Checked, now: number): DocumentChange {
  const { source } = document;
  const section = postmortem?.sections.find((candidate) => candidate.kind === 'timeline');
  const timeline = postmortem?.timelines.findLast((candidate) => candidate.entries.some((entry) => entry.time));
  if (!postmortem || (!section && !timeline))
    return { nothing: 'This document has no timeline section. “Insert Missing Sections” adds one' };
  if (!timeline) {
    const { date, time } = clock(now, undefined);
    const at = (section ?? postmortem.sections[0])!.heading.end;
    return { edits: [insert(at, `${source.eol}${source.eol}- **${date} ${time} UTC** - ${EVENT}`)] };
  }
  const open = timeline.entries.find((entry) => entry.problem === 'placeholder' && entry.time);
  if (open?.time && timeline.entries.every((entry) => entry.at === undefined || entry.span.start > open.span.start))
    return { edits: [replace(open.time.span, clock(now, timeline.zoneName).time)] };

  const sample = timeline.entries.findLast((entry) => entry.time && entry.basis === 'clock') ?? lastTimed(timeline);
  const last = timeline.entries.at(-1)!;
  const written = { time: timeIn(sample, timeline, now, postmortem.date), event: EVENT };
  return { edits: [entryBeside(timeline, last, 'after', written, source)] };
}

function lastTimed(timeline: Timeline): TimelineEntry {
  return timeline.entries.findLast((entry) => entry.time)!;
}

/** The moment in the pattern of the sample's time: with a date, seconds, half days and zone where the sample has them. */
function timeIn(
  sample: TimelineEntry,
  timeline: Timeline,
  now: number,
  incident: { readonly year: number; readonly month: number; readonly day: number } | undefined,
): string {
  const zone = sample.ownZone ?? timeline.zoneName;
  const { date, time, seconds, hour, minute } = clock(now, zone);
  const pattern = sample.time!.text;
  let written = pattern.replace(
    /\d{1,2}:\d{2}(:\d{2}(?:\.\d+)?)?(\s*[AaPp]\.?[Mm]\.?)?(?:\s*[-–—]\s*\d{1,2}:\d{2}.*)?/,
    (_, withSeconds, half: string | undefined) => {
      if (!half) return withSeconds ? `${time}:${seconds}` : time;
      const mark = half.replace(/[AaPp]/, (letter) => {
        const sign = hour < 12 ? 'A' : 'P';
        return letter === letter.toLowerCase() ? sign.toLowerCase() : sign;
      });
      return `${((hour + 11) % 12) + 1}:${minute}${mark}`;
    },
  );
  if (written === pattern && !/\d{1,2}:\d{2}/.test(pattern)) return `${date} ${time}`;
  if (/\d{4}-\d{2}-\d{2}/.test(written)) return written.replace(/\d{4}-\d{2}-\d{2}/, date);
  const day = incident && [incident.year, pad(incident.month), pad(incident.day)].join('-');
  // Times without a date are those of the day of the incident; another day is told.
  if (day !== undefined && day !== date) written = `${date} ${written}`;
  return written;
}

interface Clock {
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  readonly hour: number;
  readonly minute: string;
  readonly seconds: string;
}

/** Wall clock of a moment in an IANA zone or at a fixed offset such as `+02:00`; UTC where the zone is unknown. */
function clock(now: number, zone: string | undefined): Clock {
  const offset = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  const shift = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000 : 0;
  const parts = partsOf(now + shift, offset || zone === undefined ? 'UTC' : zone) ?? partsOf(now, 'UTC')!;
  const hour = Number(parts.hour);
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${pad(hour)}:${parts.minute}`,
    hour,
    minute: parts.minute!,
    seconds: parts.second!,
  };
}

function partsOf(at: number, timeZone: string): Record<string, string> | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
  } catch {
    return undefined;
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
