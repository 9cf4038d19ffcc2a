import type { Block } from '../parse/block.ts';
import type { ProseRun } from '../parse/prose.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDay } from './calendar.ts';
import { firstDate, NO_HINTS } from './dates.ts';
import type { Section, Timeline, Value } from './postmortem.ts';
import { momentsIn } from './timelineProse.ts';
import {
  type ClosingStamp,
  closingStampOf,
  entryStampOf,
  isHeadingStamp,
  isLineStamp,
  isTimed,
  linesOf,
  stampOf,
  stampOfText,
  timedShare,
  UPDATE_LABEL,
} from './timelineStamps.ts';
import { readTable, type TableShape } from './timelineTable.ts';
import type { Timestamp } from './timestamp.ts';
import { isZoneStatement, statedZone, type ZoneMention } from './zones.ts';

/** An entry as it stands, before dates, zones and midnights are settled. */
export interface RawEntry {
  readonly span: Span;
  readonly time: Value | undefined;
  readonly stamp: Timestamp | undefined;
  readonly event: Value;
  readonly prose: ProseRun | undefined;
  /** What further cells of a row say. */
  readonly aside?: string;
  readonly form: Exclude<Timeline['form'], 'mixed'>;
  readonly group: number;
  /** A date that the entries below belong to, and no entry itself. */
  readonly label: boolean;
  /** Under which heading it stands: order is only told among entries of one part. */
  readonly part: number;
}

/** A timeline as it stands in its section. */
export interface RawTimeline {
  readonly entries: readonly RawEntry[];
  readonly zone: { readonly value: Value; readonly mention: ZoneMention } | undefined;
  /** The day that the heading of the timeline states. */
  readonly date: CalendarDay | undefined;
  readonly blocks: readonly Block[];
}

/** Reads the entries of a section and of the sections within it. */
export function readRawTimeline(section: Section, source: SourceText): RawTimeline {
  const plain = new TimelineReader(source, 'entries').read(section);
  // Beside entries, text with times is remarks; where there is nothing else it is the timeline.
  if (plain.entries.every((entry) => entry.form === 'lines')) {
    const told = new TimelineReader(source, 'prose').read(section);
    if (told.entries.filter((entry) => entry.form === 'prose').length >= 2) return told;
  }
  if (plain.entries.some((entry) => entry.stamp?.clock ?? entry.stamp?.relative ?? entry.stamp?.problem)) return plain;
  // Logs and pasted chats beside entries are evidence; where no entry has a time of day they are the timeline.
  const withEvidence = new TimelineReader(source, 'evidence').read(section);
  return withEvidence.entries.some((entry) => entry.stamp?.clock) ? withEvidence : plain;
}

const NO_TIME_WORDS =
  /\b(?:weeks?|weekend|months?|morning|afternoon|evening|night|overnight|midnight|noon|days?|hours? (?:later|earlier)|minutes? later|later|earlier|before|after|prior|during|yesterday|today|spring|summer|autumn|winter|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b/i;

/** "Next day", "Later that week": a time, though not on the clock. */
export function tellsTimeVaguely(text: string): boolean {
  return NO_TIME_WORDS.test(text.slice(0, 60));
}

/** A remark between entries, and no entry. */
const ASIDE = /^\W*(?:note|nb|n\.b\.|remark|total|duration)\b[^\n.]{0,20}:|^(?:\.{2,}|…)|^\([^()]*\)\W*$/i;

class TimelineReader {
  readonly #source: SourceText;
  readonly #entries: RawEntry[] = [];
  readonly #blocks: Block[] = [];
  readonly #reads: 'entries' | 'prose' | 'evidence';
  #zone: RawTimeline['zone'];
  #date: CalendarDay | undefined;
  #groups = 0;
  #part = 0;

  /** With `prose` the times told in sentences count as entries, too, with `evidence` the lines of code blocks and quotes. */
  constructor(source: SourceText, reads: 'entries' | 'prose' | 'evidence') {
    this.#source = source;
    this.#reads = reads;
  }

  read(section: Section): RawTimeline {
    this.#heading(section);
    this.#section(section);
    const entries = dropUntimedLists(dropTextBelowHeadings(settleLabels(this.#entries)));
    return { entries, zone: this.#zone, date: this.#date, blocks: this.#blocks };
  }

  /** The zone and the day in the heading of the timeline. */
  #heading(section: Section): void {
    const text = this.#headingOf(section);
    this.#stateZone(text, (span) => shifted(span, section.headingText.start));
    const date = firstDate(text, NO_HINTS);
    if (date?.date && date.yearStated && date.precision === 'day') this.#date = date.date;
  }

  #section(section: Section): void {
    const children = section.children.filter((child) => !OTHER_KINDS.has(child.kind ?? ''));
    const parts: { start: number; read: () => void }[] = [];
    for (const [index, block] of section.blocks.entries())
      parts.push({ start: block.start, read: () => this.#block(block, section, index) });
    const siblings = timedShare(children.map((child) => stampOfText(this.#headingOf(child))));
    for (const child of children) parts.push({ start: child.span.start, read: () => this.#child(child, siblings) });
    parts.sort((a, b) => a.start - b.start);
    for (const part of parts) part.read();
  }

  #headingOf(section: Section): string {
    return this.#source.text.slice(section.headingText.start, section.headingText.end);
  }

  /** A section within the timeline: a phase, or an entry whose heading no one took for a time. */
  #child(child: Section, timedSiblings: number): void {
    const text = this.#headingOf(child);
    const stamp = stampOfText(text);
    this.#part++;
    if (stamp && isHeadingStamp(stamp)) {
      const toSource = (span: Span) => shifted(span, child.headingText.start);
      this.#headingEntry(text, stamp, toSource, child.span, undefined, child.blocks);
      this.#section(child);
      return;
    }
    const closing = closingStampOf(text);
    if (closing) {
      const toSource = (span: Span) => shifted(span, child.headingText.start);
      this.#closed(text, closing, toSource, child.span, undefined, 'headings', -1);
      return;
    }
    const entriesBefore = this.#entries.length;
    this.#section(child);
    const timedInside = this.#entries.length > entriesBefore;
    const headingsAround = this.#entries.some((entry) => entry.form === 'headings');
    if (timedInside || child.kind !== undefined || (timedSiblings < 0.5 && !headingsAround)) return;
    this.#entries.push({
      span: child.span,
      time: tellsTimeVaguely(text) ? { text, span: child.headingText } : undefined,
      stamp: undefined,
      event: { text, span: child.headingText },
      prose: undefined,
      form: 'headings',
      group: -1,
      label: false,
      part: 0,
    });
  }

  #block(block: Block, section: Section, index: number): void {
    switch (block.kind) {
      case 'heading': {
        const run = block.prose;
        const stamp = run && stampOf(run);
        if (!run || !stamp) return;
        const span = { start: block.start, end: endOfHeadingEntry(section, index) };
        const own = blocksUnderHeading(section, index);
        this.#headingEntry(run.text, stamp, (s) => run.toSource(s), span, run, own);
        return;
      }
      case 'table':
        this.#table(block);
        return;
      case 'list':
        this.#list(block);
        return;
      case 'paragraph':
        this.#paragraph(block);
        return;
      case 'code':
      case 'quote':
        if (this.#reads === 'evidence') this.#readEvidence(block);
        return;
      default:
    }
  }

  #headingEntry(
    text: string,
    stamp: Timestamp,
    toSource: (span: Span) => Span,
    span: Span,
    run: ProseRun | undefined,
    below: readonly Block[],
  ): void {
    const time = valueAt(text, stamp.start, stamp.end, toSource);
    const inHeading = text.slice(stamp.rest).replace(/(?<![\s})\]*_])[\s})\]*_]+$/, '');
    const first = below.find((block) => block.kind === 'paragraph' || block.kind === 'list');
    const prose = inHeading ? run : first?.kind === 'list' ? first.children[0]?.children[0]?.prose : first?.prose;
    const event = inHeading
      ? valueAt(text, stamp.rest, stamp.rest + inHeading.length, toSource)
      : prose
        ? { text: prose.text, span: prose.span }
        : { text: '', span: { start: span.end, end: span.end } };
    this.#entries.push({ span, time, stamp, event, prose, form: 'headings', group: -1, label: false, part: 0 });
  }

  /** An entry with its time at its end. */
  #closed(
    text: string,
    { stamp, time, eventEnd }: ClosingStamp,
    toSource: (span: Span) => Span,
    span: Span,
    prose: ProseRun | undefined,
    form: RawEntry['form'],
    group: number,
  ): void {
    this.#entries.push({
      span,
      time: valueAt(text, time.start, time.end, toSource),
      stamp,
      event: valueAt(text, 0, eventEnd, toSource),
      prose,
      form,
      group,
      label: false,
      part: form === 'headings' ? 0 : this.#part,
    });
  }

  #table(table: Block): void {
    const shape = readTable(table);
    if (!shape) return;
    const header = table.children[0];
    const cell = header?.children[shape.time];
    if (cell?.prose) this.#stateZone(cell.text, (span) => cell.prose!.toSource(span));
    const group = this.#groups++;
    this.#blocks.push(table);
    for (const row of table.children) if (!row.data.header) this.#row(row, shape, group);
  }

  #row(row: Block, shape: TableShape, group: number): void {
    const timeCell = row.children[shape.time];
    const dateCell = shape.date === undefined ? undefined : row.children[shape.date];
    const eventCell = row.children[shape.event];
    if (!timeCell) return;
    const dateText = dateCell?.text ?? '';
    const text = [dateText, timeCell.text].filter(Boolean).join(' ');
    const eventText = eventCell?.text ?? '';
    if (!text && !row.children.some((cell) => cell.text)) return;
    const stamp = stampOfText(text);
    const from = dateText ? dateCell! : timeCell;
    const span = { start: from.prose?.span.start ?? from.start, end: timeCell.prose?.span.end ?? timeCell.end };
    const dateOnly = stamp !== undefined && stamp.date !== undefined && stamp.clock === undefined && !stamp.problem;
    const alone = row.children.every((cell) => cell === timeCell || cell === dateCell || cell.text === '');
    // A row that only names a phase: "Detection" across all columns.
    if (alone && !stamp && /\p{L}{3}/u.test(text) && !tellsTimeVaguely(text)) return;
    this.#entries.push({
      span: row.span,
      time: text ? { text, span: text === timeCell.text && !row.data.html ? timeCell.span : span } : undefined,
      stamp,
      event: { text: eventText, span: eventCell?.prose?.span ?? eventCell?.span ?? { start: row.end, end: row.end } },
      prose: eventCell?.prose,
      aside: row.children
        .filter((cell) => cell !== timeCell && cell !== dateCell && cell !== eventCell && cell.text !== '')
        .map((cell) => cell.text)
        .join('. '),
      form: 'table',
      group,
      label: dateOnly && alone,
      part: this.#part,
    });
  }

  #list(list: Block): void {
    const group = this.#groups++;
    this.#blocks.push(list);
    const form = list.data.ordered ? 'numbered' : 'bullets';
    for (const item of list.children) {
      const paragraph = item.children.find((child) => child.kind === 'paragraph');
      const nested = item.children.filter((child) => child.kind === 'list' || child.kind === 'table');
      const run = paragraph?.prose;
      const stamp = run && entryStampOf(run);
      const timedNested = nested.filter((child) => isTimed(child));
      const closing = run && !stamp && timedNested.length === 0 ? closingStampOf(run.text) : undefined;
      if (closing) this.#closed(run!.text, closing, (s) => run!.toSource(s), item.span, run, form, group);
      else if (run?.text && !(stamp === undefined && ASIDE.test(run.text))) {
        const dateOnly =
          stamp !== undefined && stamp.clock === undefined && stamp.relative === undefined && !stamp.problem;
        const label = timedNested.length > 0 && (!stamp || dateOnly);
        if (!label || stamp)
          this.#entries.push({
            span: item.span,
            time: stamp && valueAt(run.text, stamp.start, stamp.end, (s) => run.toSource(s)),
            stamp,
            event: valueAt(run.text, stamp?.rest ?? 0, run.text.length, (s) => run.toSource(s)),
            prose: run,
            form,
            group,
            label,
            part: this.#part,
          });
      }
      for (const child of timedNested) {
        if (child.kind === 'list') this.#list(child);
        else this.#table(child);
      }
    }
  }

  /** A paragraph holds entries where its lines begin with times; "All times in UTC" tells the zone. */
  #paragraph(block: Block): void {
    const run = block.prose;
    if (!run?.text) return;
    const toSource = (span: Span) => run.toSource(span);
    const closing = UPDATE_LABEL.test(run.text) ? closingStampOf(run.text) : undefined;
    if (closing) {
      this.#blocks.push(block);
      // Status pages tell the last update first.
      this.#closed(run.text, closing, toSource, run.span, run, 'lines', this.#groups++);
      return;
    }
    const tells = this.#reads === 'prose' && momentsIn(run.text).length > 0;
    if (isZoneStatement(run.text) && !tells) {
      this.#stateZone(run.text, toSource);
      return;
    }
    const lines = linesOf(run);
    // The first line may be the label of those below it.
    const all = lines.slice(lines.length > 2 ? 1 : 0).every((line) => line.stamp);
    const read = lines.map((line) => (line.stamp && isLineStamp(line, all) ? line.stamp : undefined));
    const begun = read.filter((stamp) => stamp !== undefined);
    // "At 21:20, the upgrade was rolled back. By 23:55 …" begins a story.
    const story = begun.length === 1 && (!begun[0]!.separated || LEADS_SENTENCE.test(run.text));
    if (this.#reads === 'prose' && (begun.length === 0 || story)) {
      this.#told(block, run);
      return;
    }
    if (begun.length === 0) return;
    const group = this.#groups++;
    this.#blocks.push(block);
    for (const [index, line] of lines.entries()) {
      const stamp = read[index];
      // "T0 = 2026-02-11 13:05 UTC" says what the others count from.
      if (stamp?.relative === 0 && isOnlyTime(line.text.slice(stamp.rest))) continue;
      if (!stamp) {
        if (index === 0 && isZoneStatement(line.text))
          this.#stateZone(line.text, (s) => run.toSource(shifted(s, line.start)));
        continue;
      }
      let next = index + 1;
      while (next < lines.length && !read[next]) next++;
      const end = lines[next - 1]!.start + lines[next - 1]!.text.length;
      const at = line.start;
      const eventStart = skipBlanks(run.text, at + stamp.rest);
      this.#entries.push({
        span: run.toSource({ start: at, end }),
        time: valueAt(line.text, stamp.start, stamp.end, (s) => run.toSource(shifted(s, at))),
        stamp,
        event: valueAt(run.text, Math.min(eventStart, end), end, toSource),
        prose: run,
        form: 'lines',
        group,
        label: false,
        part: this.#part,
      });
    }
  }

  /** The times told in the sentences of a paragraph. Each stands for itself: a story may look back. */
  #told(block: Block, run: ProseRun): void {
    this.#blocks.push(block);
    const moments = momentsIn(run.text);
    if (moments.length === 0) this.#toldDay(run);
    for (const { clause, time, event, stamp } of moments)
      this.#entries.push({
        span: run.toSource(clause),
        time: valueAt(run.text, time.start, time.end, (span) => run.toSource(span)),
        stamp,
        event: valueAt(run.text, event.start, event.end, (span) => run.toSource(span)),
        prose: run,
        form: 'prose',
        group: this.#groups++,
        label: false,
        part: this.#part,
      });
    const [first] = run.text.split(/(?<=[.:])\s/, 1);
    if (first && isZoneStatement(first)) this.#stateZone(first, (span) => run.toSource(span));
  }

  /** "On 11 April 2026, we began to see …": a paragraph that is led by its day. */
  #toldDay(run: ProseRun): void {
    const lead = /^(?:Also|Then|Later),?\s(?=on\s)/i.exec(run.text)?.[0].length ?? 0;
    const stamp = stampOfText(run.text.slice(lead));
    if (!stamp?.date?.yearStated || stamp.clock || !stamp.separated) return;
    this.#entries.push({
      span: run.span,
      time: valueAt(run.text, lead + stamp.start, lead + stamp.end, (span) => run.toSource(span)),
      stamp,
      event: valueAt(run.text, lead + stamp.rest, run.text.length, (span) => run.toSource(span)),
      prose: run,
      form: 'prose',
      group: this.#groups++,
      label: false,
      part: this.#part,
    });
  }

  #readEvidence(block: Block): void {
    if (block.kind === 'code') {
      const group = this.#groups++;
      for (const piece of block.code) this.#codeLines(piece, group);
      this.#blocks.push(block);
      return;
    }
    for (const child of block.children) {
      if (child.kind === 'list') this.#list(child);
      else if (child.kind === 'table') this.#table(child);
      else if (child.kind === 'paragraph') this.#paragraph(child);
      else if (child.kind === 'code') this.#readEvidence(child);
    }
  }

  #codeLines(piece: Span, group: number): void {
    let start = piece.start;
    for (const line of this.#source.text.slice(piece.start, piece.end).split('\n')) {
      const text = line.trimEnd();
      const stamp = stampOfText(text);
      const at = start;
      if (stamp && (stamp.clock || stamp.relative !== undefined || stamp.problem) && text.length < 400)
        this.#entries.push({
          span: { start: at, end: at + text.length },
          time: valueAt(text, stamp.start, stamp.end, (s) => shifted(s, at)),
          stamp,
          event: valueAt(text, stamp.rest, text.length, (s) => shifted(s, at)),
          prose: undefined,
          form: 'code',
          group,
          label: false,
          part: this.#part,
        });
      start += line.length + 1;
    }
  }

  #stateZone(text: string, toSource: (span: Span) => Span): void {
    if (this.#zone) return;
    const mention = statedZone(text);
    if (mention) this.#zone = { value: valueAt(text, mention.start, mention.end, toSource), mention };
  }
}

const LEADS_SENTENCE = /^(?:At|By|Around|About|From|Between|After|Before|Shortly|Just|On|Until|Since)\s/;

/** Sections inside a timeline that hold no entries. */
const OTHER_KINDS: ReadonlySet<string> = new Set([
  'action-items',
  'lessons',
  'went-well',
  'went-poorly',
  'got-lucky',
  'related-incidents',
  'people',
  'five-whys',
]);

/** A heading that is only a date speaks for the entries below it, as long as they have no dates of their own. */
function settleLabels(entries: readonly RawEntry[]): RawEntry[] {
  return entries.map((entry, index) => {
    if (entry.label || !isDateOnly(entry) || (entry.form !== 'headings' && entry.form !== 'lines')) return entry;
    const next = entries[index + 1]?.stamp;
    const dependent = next !== undefined && next.date === undefined && next.relative === undefined;
    const inside = entries[index + 1] !== undefined && entries[index + 1]!.form !== entry.form;
    if (entry.form === 'headings' && inside && tellsWholeDay(entries, index)) return entry;
    return dependent || (inside && entry.form === 'headings') ? { ...entry, label: true } : entry;
  });
}

/** Whether no item below a day's heading has a time, in a timeline where those of other days have: what it lists is one entry. */
function tellsWholeDay(entries: readonly RawEntry[], index: number): boolean {
  const next = entries.findIndex((entry, at) => at > index && entry.form === 'headings');
  const below = entries.slice(index + 1, next < 0 ? undefined : next);
  return below.every(({ form, time }) => form !== 'table' && !time) && entries.some(({ stamp }) => stamp?.clock);
}

/** Where headings are the entries, the times in the text below them are details. */
function dropTextBelowHeadings(entries: readonly RawEntry[]): RawEntry[] {
  const headings = entries.filter((entry) => entry.form === 'headings' && !entry.label);
  return headings.length < 2 ? [...entries] : entries.filter((entry) => entry.form !== 'lines');
}

function isOnlyTime(text: string): boolean {
  const stamp = stampOfText(text);
  return stamp !== undefined && stamp.rest >= text.trimEnd().length;
}

function isDateOnly(entry: RawEntry): boolean {
  return entry.stamp?.date !== undefined && entry.stamp.clock === undefined && entry.stamp.problem === undefined;
}

/** Beside lists of times a list without any is an explanation; in a list with few times the other items are. */
function dropUntimedLists(entries: readonly RawEntry[]): RawEntry[] {
  const timed = new Map<number, number>();
  const all = new Map<number, number>();
  for (const entry of entries) {
    all.set(entry.group, (all.get(entry.group) ?? 0) + 1);
    if (entry.time) timed.set(entry.group, (timed.get(entry.group) ?? 0) + 1);
  }
  if (timed.size === 0) return [...entries];
  return entries.filter((entry) => {
    if (entry.time || entry.form === 'table' || entry.form === 'headings') return true;
    return (timed.get(entry.group) ?? 0) * 2 > all.get(entry.group)!;
  });
}

/** Blocks below an entry's heading up to the next heading. */
function blocksUnderHeading(section: Section, index: number): readonly Block[] {
  const next = section.blocks.findIndex((block, at) => at > index && block.kind === 'heading');
  return section.blocks.slice(index + 1, next < 0 ? undefined : next);
}

function endOfHeadingEntry(section: Section, index: number): number {
  const blocks = blocksUnderHeading(section, index);
  const end = (blocks.at(-1) ?? section.blocks[index])!.end;
  const child = section.children.find((other) => other.span.start > section.blocks[index]!.start);
  return child && child.span.start < end ? section.blocks[index]!.end : end;
}

function valueAt(text: string, start: number, end: number, toSource: (span: Span) => Span): Value {
  return { text: text.slice(start, end), span: toSource({ start, end }) };
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function skipBlanks(text: string, at: number): number {
  let to = at;
  while (to < text.length && /\s/.test(text[to]!)) to++;
  return to;
}
