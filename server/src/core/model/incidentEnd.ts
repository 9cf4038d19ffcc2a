import { MINUTES_PER_DAY } from './calendar.ts';
import { parseDuration } from './durations.ts';
import { isAdministrative } from './milestones.ts';
import type { FieldKind, Postmortem } from './postmortem.ts';
import { readTimestamp } from './timestamp.ts';
import { resolveZone, wallToUtc } from './zones.ts';

/** An end further from the date of the incident, in minutes, is that of something else. */
const FARTHEST = 60 * MINUTES_PER_DAY;

/**
 * When the incident was over, in minutes since 1970: by the recovery in the timeline, else by the end that the header states, else
 * by the stated duration behind the start or the detection, else by the last that the timeline tells, else with its day. Undefined
 * where the document has no date.
 */
export function incidentEnd(postmortem: Postmortem): number | undefined {
  const { date, derived } = postmortem;
  if (!date) return undefined;
  const recovery = derived.resolution ?? derived.mitigation;
  const ends = [
    recovery?.dated ? recovery.minutes : undefined,
    statedMoment(postmortem, 'end', MINUTES_PER_DAY),
    endOfDuration(postmortem),
    lastEntry(postmortem),
  ];
  const end = ends.find((minutes) => minutes !== undefined && Math.abs(minutes - date.minutes) < FARTHEST);
  return end ?? startOfDay(date.minutes) + MINUTES_PER_DAY;
}

function startOfDay(minutes: number): number {
  return Math.floor(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

/** The moment that a field of the header states; a day alone counts as `ofDay` minutes behind its midnight. */
function statedMoment(
  { fields, date, timelines, source }: Postmortem,
  kind: FieldKind,
  ofDay: number | undefined,
): number | undefined {
  const field = fields.find((candidate) => candidate.kind === kind && candidate.place !== 'footer');
  const stamp = field && readTimestamp(field.value.text.slice(0, 100));
  const minutes = stamp?.clock?.minutes ?? ofDay;
  const day = stamp?.date?.date ?? (stamp?.clock ? date : undefined);
  if (!stamp || !day || minutes === undefined || stamp.problem) return undefined;
  const zone = stamp.zone ? resolveZone(stamp.zone, source.text) : timelines.find(({ zoneName }) => zoneName)?.zoneName;
  return wallToUtc(startOfDay(day.minutes) + minutes, zone ?? 'UTC');
}

function endOfDuration(postmortem: Postmortem): number | undefined {
  const { derived, fields } = postmortem;
  const begin = derived.start ?? derived.detection;
  const from = begin?.dated
    ? begin.minutes
    : (statedMoment(postmortem, 'start', undefined) ?? statedMoment(postmortem, 'detected', undefined));
  const stated = fields.find(({ kind, place }) => kind === 'duration' && place !== 'body');
  const duration = stated && parseDuration(stated.value.text, true)?.minutes;
  return from !== undefined && duration !== undefined ? from + duration : undefined;
}

/** The latest entry by the clock that is about the incident, not about its paper work. */
function lastEntry({ timelines }: Postmortem): number | undefined {
  let last: number | undefined;
  for (const { entries } of timelines)
    for (const { at, until, basis, problem, event } of entries) {
      const minutes = (until ?? at)?.minutes;
      if (!at?.dated || minutes === undefined || basis !== 'clock' || problem || isAdministrative(event.text)) continue;
      if (last === undefined || minutes > last) last = minutes;
    }
  return last;
}
