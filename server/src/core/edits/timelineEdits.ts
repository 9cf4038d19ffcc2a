import type { Postmortem, Timeline, TimelineEntry } from '../model/postmortem.ts';
import { insert, replace, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { contentEnd } from './listEdits.ts';
import { rowText } from './tableEdits.ts';

/**
 * Whether an entry can be added on a line of its own: not to sentences, nor to an HTML table whose rows share their lines.
 */
export function takesEntries(timeline: Timeline, source: SourceText): boolean {
  if (timeline.form === 'prose') return false;
  return timeline.blocks.every(
    (block) => !block.data.html || block.children.every((row) => standsAlone(row.span, source)),
  );
}

function standsAlone({ start, end }: Span, source: SourceText): boolean {
  const before = source.text.slice(source.lineStart(source.lineOf(start)), start);
  const after = source.text.slice(end, source.lineEnd(source.lineOf(end)));
  return before.trim() === '' && after.trim() === '';
}

/**
 * A new entry behind or in front of another, written as that one is: bullet, row, line or heading; undefined where the timeline
 * takes none.
 */
export function entryBeside(
  timeline: Timeline,
  entry: TimelineEntry,
  place: 'before' | 'after',
  written: { readonly time: string; readonly event: string },
  source: SourceText,
): TextEdit | undefined {
  if (!takesEntries(timeline, source)) return undefined;
  const text = entryLike(timeline, entry, written, source, place);
  const { eol } = source;
  const gap = isHeading(entry, source) ? eol + eol : eol;
  if (place === 'before') return insert(source.lineStart(source.lineOf(entry.span.start)), text + gap);
  const end = contentEnd(entry.span, source);
  return insert(source.lineEnd(source.lineOf(Math.max(entry.span.start, end - 1))), gap + text);
}

function entryLike(
  timeline: Timeline,
  entry: TimelineEntry,
  written: { readonly time: string; readonly event: string },
  source: SourceText,
  place: 'before' | 'after',
): string {
  const table = timeline.blocks.find((block) => block.kind === 'table' && holds(block.span, entry.span));
  const row = table?.children.find((candidate) => candidate.start === entry.span.start);
  if (table && row) {
    const inCell = (cell: Span, span: Span | undefined) => span !== undefined && holds(cell, span);
    const cells = row.children.map((cell) =>
      inCell(cell.span, entry.time?.span) ? written.time : inCell(cell.span, entry.event.span) ? written.event : '',
    );
    return rowText(table, cells, source);
  }
  const line = source.lineOf(entry.span.start);
  const lineStart = source.lineStart(line);
  if (isHeading(entry, source)) {
    const marks = /^\s*#+ /.exec(source.text.slice(lineStart, source.lineEnd(line)))![0];
    return `${marks}${written.time}${source.eol}${source.eol}${written.event}`;
  }
  const sample = entry.time ? entry : timeline.entries.find((other) => other.block === entry.block && other.time);
  if (!sample?.time) return `- ${written.time} - ${written.event}`;
  const start = source.lineStart(source.lineOf(sample.span.start));
  const before = source.text
    .slice(start, sample.time.span.start)
    .replace(
      /^(\s*)(\d{1,9})([.)])/,
      (_, indent, number, mark) => `${indent}${Number(number) + (place === 'after' ? 1 : 0)}${mark}`,
    );
  const between = source.text.slice(sample.time.span.end, sample.event.span.start);
  const tail = source.text.slice(sample.event.span.end, source.lineEnd(source.lineOf(sample.event.span.end)));
  const open = /^[^\n]{0,12}$/.test(between) ? between : ' - ';
  return `${before}${written.time}${open}${written.event}${/^\s*<br\s*\/?>$|^ {2,}$|^\\$/.exec(tail)?.[0] ?? ''}`;
}

function isHeading(entry: TimelineEntry, source: SourceText): boolean {
  return source.text.startsWith('#', entry.span.start);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Between entries that change places nothing but line ends, quote marks and the like may stand. */
const GAP = /^(?:\s|>|<br\s*\/?>|\\)*$/;

/**
 * The edits that put the entries of one list or table in the order of their times; undefined where that would change what they
 * say: an entry without a time, dates that only some entries carry, text between them.
 */
export function sortEdits(entries: readonly TimelineEntry[], { source }: Postmortem): TextEdit[] | undefined {
  if (entries.some((entry) => !entry.at || entry.basis !== entries[0]!.basis)) return undefined;
  if (new Set(entries.map((entry) => entry.dateStated)).size > 1) return undefined;
  const places = entries.map((entry) => movable(entry, source));
  for (let index = 1; index < places.length; index++) {
    const gap = source.text.slice(places[index - 1]!.end, entries[index]!.span.start);
    if (!GAP.test(gap)) return undefined;
  }
  const order = entries
    .map((_, index) => index)
    .sort((a, b) => entries[a]!.at!.minutes - entries[b]!.at!.minutes || a - b);
  return places.flatMap((place, index) => {
    const from = places[order[index]!]!;
    return order[index] === index ? [] : [replace(place, source.text.slice(from.start, from.end))];
  });
}

/** What moves of an entry: all of it, but for the number of a numbered item. */
function movable(entry: TimelineEntry, source: SourceText): Span {
  const end = contentEnd(entry.span, source);
  const number = /^\d{1,9}[.)]\s+/.exec(source.text.slice(entry.span.start, Math.min(end, entry.span.start + 16)));
  const isItem =
    number !== null && entry.time !== undefined && entry.time.span.start >= entry.span.start + number[0].length;
  return { start: entry.span.start + (isItem ? number[0].length : 0), end };
}
