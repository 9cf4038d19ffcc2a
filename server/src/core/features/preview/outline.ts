import type { Checked } from '../../engine/check.ts';
import { placeholdersIn } from '../../model/placeholders.ts';
import type { Milestone, Postmortem, Timeline, TimelineEntry } from '../../model/postmortem.ts';
import type { SourceText } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { minutesInWords } from '../minutes.ts';

/**
 * What a preview draws into a postmortem: plain data that can be sent. Everything is tied to the text of its line, not to its number,
 * so that it still holds while the lines around it change.
 */
export interface PreviewOutline {
  readonly timelines: readonly TimelineDrawing[];
  /** By the text of a line, blanks at both ends left out. */
  readonly lines: Readonly<Record<string, LineMarks>>;
}

export interface TimelineDrawing {
  /** Text of the line of its first entry: the drawing stands above the block with that line. */
  readonly line: string;
  /** Times as written, at both ends. */
  readonly from: string;
  readonly to: string;
  /** `2 h 5 min` */
  readonly duration: string;
  readonly ticks: readonly Tick[];
  /** Stretches between milestones; places in per cent of the width. */
  readonly phases: readonly { readonly phase: Phase; readonly start: number; readonly end: number }[];
  /** Entries after the end of the incident, which the scale leaves out. */
  readonly later: number;
}

/** Before anybody knew, until it got better, until it was over. */
export type Phase = 'unnoticed' | 'response' | 'recovery';

export interface Tick {
  /** Place in per cent of the width, 0–100. */
  readonly place: number;
  readonly time: string;
  readonly event: string;
  /** The step of the incident that it is, where it is one of the five that are measured. */
  readonly milestone: 'start' | 'detection' | 'assignment' | 'mitigation' | 'resolution' | undefined;
  /** `+12 min` since the beginning. */
  readonly elapsed: string;
}

/** What is marked in one line. */
export interface LineMarks {
  /** The severity's text and its rank, 0 for the worst. */
  readonly severity?: { readonly text: string; readonly rank: number | undefined };
  /** An entry of the timeline. */
  readonly entry?: { readonly elapsed: string; readonly milestone: Tick['milestone'] };
  /** An answer in a chain of whys: how deep it is, from 1. */
  readonly why?: number;
  readonly rootCause?: true;
  readonly action?: { readonly state: 'open' | 'in-progress' | 'done' | 'cancelled'; readonly overdue: boolean };
  /** Visible texts that are still to be filled in. */
  readonly fillIns?: readonly string[];
}

/** The longest event text in a drawing, which shows it when pointed at. */
const EVENT_LENGTH = 160;
const MEASURED: ReadonlySet<Milestone> = new Set(['start', 'detection', 'assignment', 'mitigation', 'resolution']);
const DAY = 24 * 60;

/** What a preview of the document draws; undefined where it is no postmortem. `now` decides what is overdue. */
export function previewOutline({ postmortem, input }: Checked): PreviewOutline | undefined {
  if (!postmortem) return undefined;
  const { source } = postmortem;
  const lines = new Map<string, LineMarks>();
  const mark = (span: Span, marks: LineMarks) => {
    const line = lineText(source, span.start);
    if (line !== '') lines.set(line, { ...lines.get(line), ...marks });
  };

  const timelines = postmortem.timelines.flatMap((timeline) => {
    const drawing = draw(timeline, source);
    if (!drawing) return [];
    for (const [entry, tick] of drawing.ticksOf)
      mark(entry.time!.span, { entry: { elapsed: tick.elapsed, milestone: tick.milestone } });
    return [drawing.drawing];
  });
  markSeverity(postmortem, mark);
  for (const chain of postmortem.whyChains) {
    for (const [index, why] of chain.whys.entries()) mark(why.span, { why: index + 1 });
    if (chain.rootCause) mark(chain.rootCause.span, { rootCause: true });
  }
  for (const item of postmortem.actionItems.items) {
    if (item.placeholder || !item.state) continue;
    const unfinished = item.state === 'open' || item.state === 'in-progress';
    const overdue =
      unfinished && !!item.dueDate && input.now !== undefined && (item.dueDate.minutes + DAY) * 60_000 <= input.now;
    mark(item.span, { action: { state: item.state, overdue } });
  }
  markFillIns(postmortem, lines);
  return { timelines, lines: Object.fromEntries(lines) };
}

function markSeverity({ severity }: Postmortem, mark: (span: Span, marks: LineMarks) => void): void {
  if (!severity || severity.value.text === '') return;
  const rank = /\d/.exec(severity.normalized ?? '')?.[0];
  mark(severity.value.span, {
    severity: { text: severity.value.text, rank: rank === undefined ? undefined : Number(rank) },
  });
}

function markFillIns({ prose, source }: Postmortem, lines: Map<string, LineMarks>): void {
  for (const { run } of prose) {
    for (const visible of placeholdersIn(run.data)) {
      const line = lineText(source, run.toSource(visible).start);
      const known = lines.get(line)?.fillIns ?? [];
      const text = run.text.slice(visible.start, visible.end);
      if (!known.includes(text)) lines.set(line, { ...lines.get(line), fillIns: [...known, text] });
    }
  }
}

function lineText(source: SourceText, offset: number): string {
  const line = source.lineOf(offset);
  return source.text.slice(source.lineStart(line), source.lineEnd(line)).trim();
}

type Timed = TimelineEntry & {
  readonly at: NonNullable<TimelineEntry['at']>;
  readonly time: NonNullable<TimelineEntry['time']>;
};

/** The drawing of a timeline with at least two times of one kind that are not the same. */
function draw(
  timeline: Timeline,
  source: SourceText,
): { drawing: TimelineDrawing; ticksOf: readonly (readonly [Timed, Tick])[] } | undefined {
  const basis = timeline.entries.find((entry) => entry.at && entry.basis !== 'day')?.basis;
  const timed = timeline.entries.filter((entry): entry is Timed => !!entry.at && !!entry.time && entry.basis === basis);
  const sorted = timed.toSorted((a, b) => a.at.minutes - b.at.minutes);
  const first = sorted[0];
  if (!basis || !first) return undefined;
  // Reviews and follow-ups come days later: the scale ends with the incident.
  const resolution = sorted.findLast((entry) => entry.milestones.includes('resolution'));
  const last = resolution && resolution.at.minutes > first.at.minutes ? resolution : sorted.at(-1)!;
  const length = last.at.minutes - first.at.minutes;
  if (length <= 0) return undefined;

  const seen = new Set<Milestone>();
  const ticksOf = sorted.map((entry): readonly [Timed, Tick] => {
    const milestone = entry.milestones.find(
      (step) => MEASURED.has(step) && (step === 'resolution' ? entry === resolution : !seen.has(step)),
    );
    if (milestone) seen.add(milestone);
    const since = entry.at.minutes - first.at.minutes;
    const tick = {
      place: round((100 * since) / length),
      time: entry.time.text,
      event: entry.event.text.replace(/\s+/g, ' ').slice(0, EVENT_LENGTH),
      milestone: milestone as Tick['milestone'],
      elapsed: `+${minutesInWords(since)}`,
    };
    return [entry, tick];
  });
  const ticks = ticksOf.map(([, tick]) => tick).filter((tick) => tick.place <= 100);
  const drawing: TimelineDrawing = {
    line: lineText(source, timeline.entries[0]!.span.start),
    from: first.time.text,
    to: last.time.text,
    duration: minutesInWords(length),
    ticks,
    phases: phasesOf(ticks),
    later: ticksOf.length - ticks.length,
  };
  return { drawing, ticksOf };
}

function phasesOf(ticks: readonly Tick[]): TimelineDrawing['phases'] {
  const placeOf = (milestone: Tick['milestone']) => ticks.find((tick) => tick.milestone === milestone)?.place;
  const detection = placeOf('detection');
  const mitigation = placeOf('mitigation');
  const end = placeOf('resolution');
  const phases: { phase: Phase; start: number; end: number }[] = [];
  const add = (phase: Phase, start: number | undefined, to: number | undefined) => {
    if (start !== undefined && to !== undefined && to > start) phases.push({ phase, start, end: to });
  };
  add('unnoticed', placeOf('start') ?? (detection === undefined ? undefined : 0), detection);
  add('response', detection, mitigation ?? end);
  add('recovery', mitigation, end);
  return phases;
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
