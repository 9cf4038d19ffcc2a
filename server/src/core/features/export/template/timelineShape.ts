import type { Timeline, TimelineEntry } from '../../../model/postmortem.ts';
import { type Block, walk } from '../../../parse/block.ts';
import type { SourceText } from '../../../text/source.ts';
import { contains, overlaps, type Span } from '../../../text/span.ts';
import type { Facts } from './facts.ts';
import { tableLike } from './tableShape.ts';
import type { TextReader } from './textReader.ts';

/** Forms of timelines that open entries can stand in; what sentences, logs and quoted chats tell is written as a list. */
const OPEN_FORMS: ReadonlySet<Timeline['form']> = new Set([
  'table',
  'bullets',
  'numbered',
  'lines',
  'headings',
  'mixed',
]);

/**
 * Open entries with these texts in the shape of a timeline, or of its part in a block of `within`: its table, its list or its
 * headings, its times and its zone.
 */
export function timelineShape(
  timeline: Timeline,
  within: Span,
  texts: readonly string[],
  source: SourceText,
  facts: Facts,
  reader: TextReader,
): string {
  const entry = modelIn(timeline, within);
  if (!entry?.time || !OPEN_FORMS.has(timeline.form)) return listOf(texts);
  const table = tableOf(timeline, entry);
  if (table) return openTable(table, entry, texts, source, facts, reader);
  const [before, between] = marksOf(entry, source);
  if (before.startsWith('>')) return listOf(texts);
  const lines = texts.map(
    (text, index) => `${before.replace(/(?<!\d)\d{1,3}(?=[.)]\s)/, `${index + 1}`)}${openTime(entry)}${between}${text}`,
  );
  return lines.join(before.startsWith('#') || (isApart(timeline) && /^[*_]*$/.test(before)) ? '\n\n' : '\n');
}

/** Open entries as our own templates write them. */
export function listOf(texts: readonly string[]): string {
  return texts.map((text) => `- **HH:MM** - ${text}`).join('\n');
}

/** Whether the open times in a block of `within` say their zone. */
export function tellsZone(timeline: Timeline, within: Span): boolean {
  const entry = modelIn(timeline, within);
  return entry?.time !== undefined && / (?:UTC|GMT|[A-Z]{2,4}T|Z)$/.test(openTime(entry));
}

/** The entry that open ones are written like: the first that has a time and tells something. */
function modelIn({ entries }: Timeline, within: Span): TimelineEntry | undefined {
  const own = entries.filter(({ span }) => overlaps(span, within));
  return own.find(({ time, event }) => time && event.text !== '') ?? own.find(({ time }) => time);
}

function openTable(
  table: Block,
  entry: TimelineEntry,
  texts: readonly string[],
  source: SourceText,
  facts: Facts,
  reader: TextReader,
): string {
  const row = [...walk(table)].find((block) => block.kind === 'row' && contains(block.span, entry.span))!;
  const holds = (at: number) => row.children.findIndex((cell) => cell.start <= at && at <= cell.end);
  const event = holds(entry.event.span.start);
  const clock = holds(entry.time!.span.end - 1);
  const date = holds(entry.time!.span.start);
  const cells = row.children.map((cell, index) => {
    // Open already, in a table of columns for the day and for the time.
    if (/^(?:YYYY-MM-DD|HH:MM)(?: [A-Z]{3,4})?$/.test(cell.text)) return cell.text;
    if (index === clock) return date === clock ? openTime(entry) : 'HH:MM';
    return index === date ? 'YYYY-MM-DD' : '';
  });
  return tableLike(
    table,
    source,
    (text) => withoutDay(text, facts, reader),
    texts.map((text) => cells.map((cell, index) => (index === event ? text : cell))),
  );
}

/** `HH:MM`, with the day and the zone where entries write theirs. */
function openTime({ time, dateStated, ownZone, problem }: TimelineEntry): string {
  if (problem === 'placeholder' && !/\d/.test(time!.text)) return time!.text;
  const zone = ownZone && /\b(?:UTC|GMT|Z|[A-Z]{2,4}T)$|(?<=\d)Z$/.exec(time!.text)?.[0];
  return `${dateStated ? 'YYYY-MM-DD ' : ''}HH:MM${zone ? ` ${zone}` : ''}`;
}

/** The marks in front of the time of an entry, and between its time and what happened. */
function marksOf({ time, event, span }: TimelineEntry, source: SourceText): [string, string] {
  const start = source.lineStart(source.lineOf(span.start));
  const before = source.text.slice(start, time!.span.start);
  const between = source.text.slice(time!.span.end, event.span.start).replace(/(?<=\s)[*_`[("'“]+$/, '');
  const plain = /^(?:\s*\d{1,3}[.)])?[^\p{L}\p{N}]*$/u;
  const balanced = [...`${before.replace(/^\s*[*](?=\s)/, '')}${between}`.matchAll(/[*_`]/g)].length % 2 === 0;
  if (
    plain.test(before) &&
    /^[^\p{L}\p{N}\n<]{0,12}$/u.test(between) &&
    /\S/.test(between) &&
    balanced &&
    !/\[/.test(before)
  )
    return [before.trimStart(), between];
  const marker = /^\s*([-*+]|\d{1,3}[.)]|#{1,6})\s/.exec(before)?.[1];
  return marker?.startsWith('#') ? [`${marker} `, ' - '] : [`${marker ?? '-'} **`, '** - '];
}

function tableOf(timeline: Timeline, { span }: TimelineEntry) {
  return timeline.blocks.find((block) => block.kind === 'table' && contains(block.span, span));
}

/** Whether every entry is a paragraph of its own. */
function isApart({ form, entries }: Timeline): boolean {
  return form === 'lines' && new Set(entries.map(({ block }) => block)).size === entries.length;
}

/** A header of a column: "Time (UTC)" stays, "March 4 (UTC)" loses its day. */
function withoutDay(header: string, facts: Facts, reader: TextReader): string {
  if (facts.isFree(header)) return header;
  const zone = reader.zoneIn(header);
  return zone ? `Time (${zone})` : 'Time';
}
