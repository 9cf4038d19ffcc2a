import { isAdministrative } from './milestones.ts';
import type { Derived, Milestone, Timeline, TimelineEntry } from './postmortem.ts';
import type { Instant } from './time.ts';

/**
 * The times that the entries of the timelines tell, and the minutes between them. All spans begin with the start of the impact or,
 * where no entry marks it, with the detection. A document that tells of several incidents in a row derives no spans.
 */
export function deriveTimes(timelines: readonly Timeline[]): Derived {
  const entries = comparable(timelines);
  const start = first(entries, 'start');
  const detection = first(entries, 'detection');
  const assignment = first(entries, 'assignment');
  const begin = start ?? detection;
  const after = begin ? entries.filter((entry) => entry.at.minutes >= begin.minutes) : entries;
  const mitigation = first(after, 'mitigation');
  const resolution = resolutionOf(after);
  const single = !startsAgain(entries, resolution);
  const minutes = (from: Instant | undefined, to: Instant | undefined) =>
    single && from && to && to.minutes >= from.minutes ? round(to.minutes - from.minutes) : undefined;
  return {
    start,
    detection,
    assignment,
    mitigation,
    resolution,
    timeToDetect: start ? minutes(start, detection) : undefined,
    timeToMitigate: minutes(begin, mitigation),
    timeToRecover: minutes(begin, resolution),
    duration: minutes(begin, resolution),
  };
}

type Timed = TimelineEntry & { readonly at: Instant };

/** Entries on one clock: those with a time of day, or else those with minutes since the start. */
function comparable(timelines: readonly Timeline[]): Timed[] {
  const entries = timelines.flatMap((timeline) => timeline.entries);
  const timed = entries.filter((entry): entry is Timed => entry.at !== undefined && entry.problem === undefined);
  const clocks = timed.filter((entry) => entry.basis === 'clock');
  const chosen = clocks.length > 0 ? clocks : timed.filter((entry) => entry.basis === 'relative');
  const dated = chosen.filter((entry) => entry.at.dated);
  // Undated and dated entries have no common zero.
  return dated.length > 0 && dated.length < chosen.length ? dated : chosen;
}

function first(entries: readonly Timed[], milestone: Milestone): Instant | undefined {
  let found: Instant | undefined;
  for (const entry of entries)
    if (entry.milestones.includes(milestone) && (!found || entry.at.minutes < found.minutes)) found = entry.at;
  return found;
}

/** The last recovery; paper work counts only where nothing else tells one. */
function resolutionOf(entries: readonly Timed[]): Instant | undefined {
  const resolved = entries.filter((entry) => entry.milestones.includes('resolution'));
  const recovered = resolved.filter((entry) => !isAdministrative(entry.event.text));
  const last = (recovered.length > 0 ? recovered : resolved).reduce<Timed | undefined>(
    (latest, entry) => (!latest || entry.at.minutes >= latest.at.minutes ? entry : latest),
    undefined,
  );
  return last?.until ?? last?.at;
}

/** Whether something starts or is detected after the resolution: a relapse, or a second incident in one document. */
function startsAgain(entries: readonly Timed[], resolution: Instant | undefined): boolean {
  let resolved = false;
  let started = false;
  for (const { at, milestones } of entries) {
    const ends = milestones.includes('resolution');
    const begins = !ends && milestones.includes('start');
    if (resolution && at.minutes > resolution.minutes && (begins || (!ends && milestones.includes('detection'))))
      return true;
    if (begins && resolved && started) return true;
    started ||= begins;
    resolved ||= ends;
  }
  return false;
}

function round(minutes: number): number {
  return Math.round(minutes * 60) / 60;
}
