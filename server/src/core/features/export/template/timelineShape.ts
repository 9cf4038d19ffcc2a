import type { Timeline, TimelineEntry } from '../../../model/postmortem.ts';
import { walk } from '../../../parse/block.ts';
import type { SourceText } from '../../../text/source.ts';
import { contains } from '../../../text/span.ts';
import type { Facts } from './facts.ts';
import type { Hints } from './hints.ts';
import { tableLike } from './tableShape.ts';
import type { TextReader } from './textReader.ts';

/** A few open entries in the shape of a timeline: its table, its list or its headings, its times and its zone. */
export function timelineShape(
  timeline: Timeline,
  source: SourceText,
  facts: Facts,
  hints: Hints,
  reader: TextReader,
): string {
  const entry = timeline.entries.find(({ time, event }) => time && event.text !== '') ?? timeline.entries[0];
  const texts = hints.entries();
  // A story told in sentences has no shape that open times could stand in.
  if (!entry?.time || timeline.form === 'prose') return texts.map((text) => `- **HH:MM** - ${text}`).join('\n');
  const time = openTime(entry);
  const table = tableOf(timeline, entry);
  if (table) {
    const row = [...walk(table)].find((block) => block.kind === 'row' && contains(block.span, entry.span))!;
    const holds = (at: number) => row.children.findIndex((cell) => cell.start <= at && at <= cell.end);
    const event = holds(entry.event.span.start);
    const clock = holds(entry.time.span.end - 1);
    const date = holds(entry.time.span.start);
    return tableLike(
      table,
      source,
      (text) => withoutDay(text, facts, reader),
      texts.map((text) =>
        row.children.map((_, index) => {
          if (index === event) return text;
          if (index === clock) return date === clock ? time : 'HH:MM';
          return index === date ? 'YYYY-MM-DD' : '';
        }),
      ),
    );
  }
  const [before, between] = marksOf(entry, source);
  const lines = texts.map(
    (text, index) => `${before.replace(/\d+(?=[.)]\s)/, `${index + 1}`)}${time}${between}${text}`,
  );
  if (timeline.form === 'code') return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
  return lines.join(timeline.form === 'headings' || isApart(timeline) ? '\n\n' : '\n');
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
  const plain = /^\s*(?:[-*+>]|\d{1,3}[.)]|#{1,6})?\s*[^\p{L}\p{N}]*$/u;
  const balanced = [...`${before.replace(/^\s*[*](?=\s)/, '')}${between}`.matchAll(/[*_`]/g)].length % 2 === 0;
  if (
    plain.test(before) &&
    /^[^\p{L}\p{N}\n<]{0,12}$/u.test(between) &&
    between !== '' &&
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
