import { dayOf, isoDay, MINUTES_PER_DAY } from '../../model/calendar.ts';
import type { Timeline, TimelineEntry } from '../../model/postmortem.ts';
import type { SourceText } from '../../text/source.ts';

/** How the entries of a timeline are written, so that a new one looks like those around it. */
export interface EntryForm {
  /** Whether the day stands in each entry. */
  readonly dated: boolean;
  /** What ends each line but the last so that the next one is not run into it: `<br>`, two blanks, a backslash; often nothing. */
  readonly lineBreak: string;
  /** Whether blank lines stand between the entries. */
  readonly spaced: boolean;
  /** The line of an entry, line break left out. `wall` is the clock of the timeline's zone in minutes since 1970. */
  write(wall: number, actor: string | undefined, text: string): string;
}

/** `- **14:02** - text`: the form of a document that has no entries yet. */
export function standardForm(dated: boolean): EntryForm {
  return {
    dated,
    lineBreak: '',
    spaced: false,
    write: (wall, actor, text) =>
      `- **${dated ? `${isoDay(dayOf(Math.floor(wall / MINUTES_PER_DAY)))} ` : ''}${clock(wall, false, false)}** - ${said(actor, escapeMarkdown(text))}`,
  };
}

/** The form of the timeline's own entries, read off the last one with a time; undefined where none has one. */
export function formOf(timeline: Timeline, source: SourceText): EntryForm | undefined {
  for (const entry of timeline.entries.toReversed()) {
    const form = entry.time ? formLike(entry, timeline, source) : undefined;
    if (form) return form;
  }
  return undefined;
}

/** The form of one entry; undefined where its time or what surrounds it is of a kind of its own. */
function formLike(entry: TimelineEntry, timeline: Timeline, source: SourceText): EntryForm | undefined {
  const time = timeForm(entry.time!.text);
  if (!time) return undefined;
  const line = source.lineOf(entry.span.start);
  const lineStart = source.lineStart(line);
  const row = timeline.form === 'table' || /^\s*\|/.test(source.text.slice(lineStart, entry.span.start + 1));
  if (row) {
    const cells = rowForm(entry, timeline, source);
    return (
      cells && {
        dated: time.dated,
        lineBreak: '',
        spaced: false,
        write: (wall, actor, text) => cells(time.write(wall), actor, text),
      }
    );
  }
  const { time: at, event } = entry;
  if (!at || event.span.start < at.span.end) return undefined;
  const prefix = source.text.slice(lineStart, at.span.start).replace(/\[[ xX]\] /, '');
  const between = source.text.slice(at.span.end, event.span.start);
  // What is between time and event is marks; words there belong to this one entry.
  if (/[\p{L}\p{N}]/u.test(between.replace(/\b[A-Z]{2,5}\b/g, '')) || /[\p{L}]/u.test(prefix)) return undefined;
  const code = timeline.form === 'code';
  return {
    dated: time.dated,
    lineBreak: lineBreakOf(timeline, source),
    spaced: timeline.form === 'headings',
    write: (wall, actor, text) => prefix + time.write(wall) + between + said(actor, code ? text : escapeMarkdown(text)),
  };
}

function lineBreakOf(timeline: Timeline, source: SourceText): string {
  for (const { event } of timeline.entries) {
    const behind = source.text.slice(event.span.end, source.lineEnd(source.lineOf(event.span.end)));
    if (/^(?:<br\s*\/?>| {2,}|\\)$/.test(behind)) return behind;
  }
  return '';
}

interface TimeForm {
  readonly dated: boolean;
  write(wall: number): string;
}

/** The form of a time as written: `14:02`, `2026-02-01 14:02`, `2:02 PM`, `14:02:11`, `14:02 UTC`; `HH:MM` of a template. */
function timeForm(written: string): TimeForm | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2}|YYYY-MM-DD)?([T ,]{1,2})?(?:\d{1,2}:\d{2}|[HX]{2}:[MX]{2})(:\d{2}|:SS)?( ?[ap]\.?m\.?)?( ?(?:UTC|GMT|Z|[A-Z]{3,4}))?$/i.exec(
      written.trim(),
    );
  if (!match) return undefined;
  const [, day, between = ' ', seconds, meridiem, zone = ''] = match;
  return {
    dated: day !== undefined,
    write: (wall) => {
      const date = day ? isoDay(dayOf(Math.floor(wall / MINUTES_PER_DAY))) + between : '';
      return `${date}${clock(wall, seconds !== undefined, meridiem !== undefined)}${zone}`;
    },
  };
}

/** `14:02`, `14:02:11`, `2:02 PM`. */
function clock(wall: number, seconds: boolean, meridiem: boolean): string {
  const ofDay = ((wall % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const hours = Math.floor(ofDay / 60);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const tail = `:${two(ofDay % 60)}${seconds ? `:${two((ofDay * 60) % 60)}` : ''}`;
  return meridiem ? `${hours % 12 || 12}${tail} ${hours < 12 ? 'AM' : 'PM'}` : two(hours) + tail;
}

/** Writes rows of the table that the entry stands in: time and event in their columns, the actor in a column for people. */
function rowForm(
  entry: TimelineEntry,
  timeline: Timeline,
  source: SourceText,
): ((time: string, actor: string | undefined, text: string) => string) | undefined {
  const table = timeline.blocks.find(
    (block) => block.kind === 'table' && block.start <= entry.span.start && entry.span.end <= block.end,
  );
  const row = table?.children.find((child) => child.start <= entry.span.start && entry.span.end <= child.end);
  const header = table?.children.find((child) => child.data.header);
  if (!row || !header) return undefined;
  const columnOf = (offset: number) => row.children.findIndex((cell) => cell.start <= offset && offset <= cell.end);
  const timeColumn = columnOf(entry.time!.span.start);
  const eventColumn = columnOf(entry.event.span.start);
  if (timeColumn < 0 || eventColumn < 0 || timeColumn === eventColumn) return undefined;
  const actorColumn = header.children.findIndex(
    (cell, column) =>
      column !== timeColumn && column !== eventColumn && /\b(?:who|actor|person|people|by|name)\b/i.test(cell.text),
  );
  const indent = source.text.slice(source.lineStart(source.lineOf(row.start)), row.start);
  const marks = markAround(source.text, row.children[timeColumn]!, entry);
  return (time, actor, text) => {
    const cells = header.children.map(() => '');
    cells[timeColumn] = marks[0] + time + marks[1];
    cells[eventColumn] = (actorColumn < 0 ? said(actor, escapeMarkdown(text)) : escapeMarkdown(text)).replaceAll(
      '|',
      '\\|',
    );
    if (actorColumn >= 0 && actor) cells[actorColumn] = actor.replaceAll('|', '\\|');
    return `${indent}| ${cells.join(' | ')} |`;
  };
}

/** The marks around the time in its cell: `**14:02**`. */
function markAround(text: string, cell: { start: number; end: number }, entry: TimelineEntry): [string, string] {
  const before = text.slice(cell.start, entry.time!.span.start);
  const after = text.slice(entry.time!.span.end, cell.end);
  return /^[*_`]*$/.test(before) && /^[*_`]*$/.test(after) ? [before, after] : ['', ''];
}

function said(actor: string | undefined, text: string): string {
  return actor ? `${actor}: ${text}` : text;
}

/** Plain text as Markdown that shows it: what would be a mark, a tag or a fill-in is escaped; code between backticks stays. */
function escapeMarkdown(text: string): string {
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) return escapePlain(text).replaceAll('`', '\\`');
  return pieces.map((piece, index) => (index % 2 === 0 ? escapePlain(piece) : piece)).join('`');
}

function escapePlain(text: string): string {
  return text.replace(/[*[\]]|<(?=[\p{L}/!?])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~/gu, '\\$&');
}
