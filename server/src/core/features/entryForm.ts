import { rowText } from '../edits/tableEdits.ts';
import { takesEntries } from '../edits/timelineEdits.ts';
import { dayOf, isoDay, MINUTES_PER_DAY } from '../model/calendar.ts';
import type { Timeline, TimelineEntry } from '../model/postmortem.ts';
import type { SourceText } from '../text/source.ts';

/** How the entries of a timeline are written, so that a new one looks like those around it. */
export interface EntryForm {
  /** Whether the day stands in each entry. */
  readonly dated: boolean;
  /** What ends each line but the last so that the next one is not run into it: `<br>`, two blanks, a backslash; often nothing. */
  readonly lineBreak: string;
  /** Whether blank lines stand between the entries. */
  readonly spaced: boolean;
  /** Whether the entries are code or HTML, in which nothing is a mark of Markdown. */
  readonly code: boolean;
  /** The line of an entry, line break left out. */
  write(entry: NewEntry): string;
}

export interface NewEntry {
  /** The clock of the timeline's zone in minutes since 1970; a text where no time is known yet (`HH:MM`). */
  readonly wall: number | string;
  readonly actor?: string | undefined;
  /** What happened, as Markdown (as it is in code). */
  readonly event: string;
  /** The day is written although the other entries have none. */
  readonly otherDay?: boolean;
  /** Where the entries are numbered: how many numbers after the last one. */
  readonly after?: number;
}

/** `- **14:02** - text`: the form of a document that has no entries yet. */
export function standardForm(dated: boolean): EntryForm {
  return {
    dated,
    lineBreak: '',
    spaced: false,
    code: false,
    write: ({ wall, actor, event, otherDay }) =>
      `- **${typeof wall === 'string' ? wall : `${dated || otherDay ? `${dayIn(wall)} ` : ''}${clock(wall, false)}`}** - ${said(actor, event)}`,
  };
}

/** The form of the timeline's own entries, read off the last one with a time; undefined where none has one, or none can be added. */
export function formOf(timeline: Timeline, source: SourceText): EntryForm | undefined {
  if (!takesEntries(timeline, source)) return undefined;
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
        code: timeline.blocks.some((block) => block.data.html),
        write: ({ wall, actor, event, otherDay }) => cells(time.write(wall, otherDay), actor, event),
      }
    );
  }
  const { time: at, event } = entry;
  if (!at || event.span.start < at.span.end) return undefined;
  const prefix = source.text.slice(lineStart, at.span.start).replace(/\[[ xX]\] /, '');
  const between = source.text.slice(at.span.end, event.span.start);
  // What is between time and event is marks; words there belong to this one entry.
  if (/[\p{L}\p{N}]/u.test(between.replace(/\b[A-Z]{2,5}\b/g, '')) || /[\p{L}]/u.test(prefix)) return undefined;
  return {
    dated: time.dated,
    lineBreak: lineBreakOf(timeline, source),
    spaced: timeline.form === 'headings',
    code: timeline.form === 'code',
    write: (written) =>
      numbered(prefix, written.after ?? 0) +
      time.write(written.wall, written.otherDay) +
      between +
      said(written.actor, written.event),
  };
}

/** The marks in front of an entry with the number of the list that many further. */
function numbered(prefix: string, after: number): string {
  return prefix.replace(
    /^(\s*)(\d{1,9})([.)])/,
    (_, indent, number, mark) => `${indent}${Number(number) + after}${mark}`,
  );
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
  write(wall: number | string, otherDay?: boolean): string;
}

/**
 * The form of a time as written: `14:02`, `2026-02-01 14:02`, `2:02 PM`, `14:02:11`, `14:02 UTC`; `HH:MM` of a template. Of a range
 * the form of its start, of "~14:02" that of an exact time.
 */
function timeForm(written: string): TimeForm | undefined {
  const match =
    /^[~≈]?(\d{4}-\d{2}-\d{2}|YYYY-MM-DD)?([T ,]{1,2})?(?:\d{1,2}:\d{2}|[HX]{2}:[MX]{2})(:\d{2}|:SS)?(?:\.\d{1,9})?( ?[ap]\.?m\.?)?( ?(?:(?:UTC|GMT)?[+-]\d{1,2}:?\d{2}|Z|[A-Z]{3,4}))?(?: ?[-–—] ?\d{1,2}:\d{2}.*)?$/i.exec(
      written.trim(),
    );
  if (!match) return undefined;
  const [, day, between = ' ', seconds, half, zone = ''] = match;
  return {
    dated: day !== undefined,
    write: (wall, otherDay) => {
      if (typeof wall === 'string') return wall;
      const date = day ? dayIn(wall) + between : otherDay ? `${dayIn(wall)} ` : '';
      return `${date}${clock(wall, seconds !== undefined, half)}${zone}`;
    },
  };
}

/** The ISO day of a wall clock. */
function dayIn(wall: number): string {
  return isoDay(dayOf(Math.floor(wall / MINUTES_PER_DAY)));
}

/** `14:02`, `14:02:11`, `2:02 PM`: the half of the day as `half` writes it. */
function clock(wall: number, seconds: boolean, half?: string): string {
  const ofDay = ((wall % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const hours = Math.floor(ofDay / 60);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const tail = `:${two(ofDay % 60)}${seconds ? `:${two((ofDay * 60) % 60)}` : ''}`;
  if (half === undefined) return two(hours) + tail;
  const letter = hours < 12 ? 'a' : 'p';
  const mark = half.replace(/[ap]/i, (old) => (old === old.toLowerCase() ? letter : letter.toUpperCase()));
  return `${hours % 12 || 12}${tail}${mark}`;
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
  const html = table?.data.html === true;
  const marks = markAround(source.text, row.children[timeColumn]!, entry);
  return (time, actor, text) => {
    const cells = header.children.map(() => '');
    cells[timeColumn] = html ? time : marks[0] + time + marks[1];
    cells[eventColumn] = actorColumn < 0 ? said(actor, text) : text;
    if (actorColumn >= 0 && actor) cells[actorColumn] = actor;
    if (html) return rowText(table!, cells, source);
    for (const index of [eventColumn, actorColumn]) cells[index] = cells[index]?.replaceAll('|', '\\|') ?? '';
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

/** The zone the timeline states, or that all its entries were written in; UTC where nothing is said. */
export function zoneOf(timeline: Timeline): string {
  if (timeline.zoneName) return timeline.zoneName;
  const written = new Set(timeline.entries.flatMap((entry) => (entry.at?.zone ? [entry.at.zone] : [])));
  return written.size === 1 ? [...written][0]! : 'UTC';
}
