import type { Block } from '../parse/block.ts';
import type { ProseData, ProseRun } from '../parse/prose.ts';
import type { Span } from '../text/span.ts';
import { readTable } from './timelineTable.ts';
import { readTimestamp, type Timestamp } from './timestamp.ts';

const stamps = new WeakMap<ProseData, Timestamp | null>();

/** The time at the head of a run of text. */
export function stampOf(run: ProseRun): Timestamp | undefined {
  let stamp = stamps.get(run.data);
  if (stamp === undefined) {
    stamp = stampOfText(run.text) ?? null;
    stamps.set(run.data, stamp);
  }
  return stamp ?? undefined;
}

export function stampOfText(text: string): Timestamp | undefined {
  // A time stands at the head; the rest need not be looked at.
  const stamp = readTimestamp(text.length > 200 ? text.slice(0, 200) : text);
  return stamp && stamp.rest > text.length ? { ...stamp, rest: text.length } : stamp;
}

/** The time of a list item: a date without a year counts only where a dash, a colon or the end follows ("March 3 outage" is a name). */
export function entryStampOf(run: ProseRun): Timestamp | undefined {
  const stamp = stampOf(run);
  if (!stamp) return undefined;
  // "??:?? someone paused the upgrade"
  const unknown = stamp.problem === 'unknown-time' && run.text.slice(stamp.start, stamp.end).includes(':');
  // "`May 31` Contract deployed": the mark says that the day stands for itself.
  const marked = run.data.opaque.some((span) => span.start <= stamp.start && span.end === stamp.end);
  // "2022-10-13 Version 2 went live": a whole date is no part of a name.
  const whole = stamp.date?.yearStated && stamp.date.precision === 'day' && !stamp.approximate;
  const stands = stamp.separated || unknown || marked || whole;
  return stamp.clock || stamp.relative !== undefined || stands ? stamp : undefined;
}

/** A time behind what happened, and where that ends. */
export interface ClosingStamp {
  readonly stamp: Timestamp;
  readonly time: Span;
  readonly eventEnd: number;
}

const IN_BRACKETS = /(?<!\s)\s*\(([^()\n]{4,60})\)[.\s]*$/;
const ON_A_LINE = /[\n\u2028]([^\n\u2028]{4,60})$/;

/** The time of day that closes a text: "DB failover (14:05 UTC)", or on the last of several lines. */
export function closingStampOf(text: string): ClosingStamp | undefined {
  const found = text.length > 2000 ? null : (IN_BRACKETS.exec(text) ?? ON_A_LINE.exec(text));
  const stamp = found && stampOfText(found[1]!.trim());
  if (!found || !stamp?.clock || stamp.start > 0 || found[1]!.trim().length > stamp.end) return undefined;
  const start = found.index + found[0].indexOf(found[1]!);
  return { stamp, time: { start, end: start + found[1]!.length }, eventEnd: found.index };
}

/** How an update of a status page begins: "Investigating - We are looking into …". */
export const UPDATE_LABEL =
  /^\W{0,4}(?:investigating|identified|monitoring|update|resolved|mitigated|verifying|in progress|completed)\s*[-–—:]\s/i;

export function isHeadingStamp(stamp: Timestamp): boolean {
  return (
    stamp.clock !== undefined || stamp.date !== undefined || stamp.relative !== undefined || stamp.problem !== undefined
  );
}

export function timedShare(found: readonly (Timestamp | undefined)[]): number {
  return found.length === 0 ? 0 : found.filter(Boolean).length / found.length;
}

/** Whether a nested list or table holds entries of its own. */
export function isTimed(block: Block): boolean {
  if (block.kind === 'table') return readTable(block) !== undefined;
  const found = block.children.map((item) => {
    const run = item.children.find((child) => child.kind === 'paragraph')?.prose;
    return run && entryStampOf(run);
  });
  return timedShare(found) >= 0.5;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly stamp: Timestamp | undefined;
  /** Whether the line begins a paragraph or follows a hard line break. */
  readonly opens: boolean;
}

const lineCache = new WeakMap<ProseData, readonly Line[]>();

export function linesOf(run: ProseRun): readonly Line[] {
  let lines = lineCache.get(run.data);
  if (!lines) {
    const found: Line[] = [];
    let start = 0;
    let opens = true;
    for (const part of run.text.split(/([\n\u2028])/)) {
      if (part === '\n' || part === '\u2028') opens = part === '\u2028';
      else if (part) found.push({ text: part, start, stamp: stampOfText(part), opens });
      start += part.length;
    }
    lines = found;
    lineCache.set(run.data, lines);
  }
  return lines;
}

/** Whether a time at the head of a line begins an entry, and not only the next line of a wrapped sentence. */
export function isLineStamp(line: Line, all: boolean): boolean {
  const stamp = line.stamp!;
  if (!stamp.clock && stamp.relative === undefined && !stamp.problem)
    return stamp.separated && line.text.length - stamp.rest !== 0 ? line.opens : stamp.separated;
  if (stamp.separated) return true;
  return line.opens || all;
}

/** Whether blocks outside any timeline section hold a timeline all the same: a table, a list or lines of times. */
export function holdTimeline(blocks: readonly Block[]): boolean {
  if (blocks.some(looksLikeTimeline)) return true;
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' && block.prose ? linesOf(block.prose) : []));
  const clocks = lines.filter(({ stamp }) => stamp?.clock).length;
  return clocks >= 3 && clocks * 2 > lines.length;
}

function looksLikeTimeline(block: Block): boolean {
  if (block.kind === 'table') {
    const shape = readTable(block);
    return shape?.timedRows !== undefined && shape.timedRows >= 3;
  }
  if (block.kind !== 'list') return false;
  let clocks = 0;
  for (const item of block.children) {
    const run = item.children.find((child) => child.kind === 'paragraph')?.prose;
    if (run && entryStampOf(run)?.clock) clocks++;
  }
  return clocks >= 3 && clocks * 2 > block.children.length;
}
