import type { Block, BlockData } from '../parse/block.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import type { ProseRun } from '../parse/prose.ts';
import { remembered } from '../text/remembered.ts';
import { contains, type Span } from '../text/span.ts';
import { fieldKindOf, MEASURE_FIELDS, PEOPLE_FIELDS } from './fieldKinds.ts';
import { readFrontMatter } from './frontMatterFields.ts';
import type { Field, FieldKind, Section, SectionKind, Value } from './postmortem.ts';
import { nearestKind, type Outline } from './sections.ts';

/** The fields of a document, and the blocks that are nothing but lines of metadata. */
export interface Metadata {
  readonly fields: readonly Field[];
  readonly blocks: ReadonlySet<BlockData>;
}

type Form = Field['form'];
type PlaceOfField = Field['place'];

/** Reads all fields: front matter, header, footer, and those that stand in sections. */
export function readMetadata(document: MarkdownDocument, outline: Outline): Metadata {
  const fields: Field[] = [...readFrontMatter(document).fields];
  const blocks = new Set<BlockData>();
  const reader = new FieldReader(document, fields, blocks);
  if (outline.titleBlock?.kind === 'paragraph') reader.paragraph(outline.titleBlock, 'plain', 'header', 1);
  reader.all(outline.preamble, 'header');
  reader.labels([...outline.preamble, ...(outline.sections[0]?.blocks ?? [])]);
  for (const section of outline.sections) {
    readSection(reader, section, section === outline.sections[0], section === outline.sections.at(-1));
  }
  return { fields, blocks };
}

function readSection(reader: FieldReader, section: Section, first: boolean, last: boolean): void {
  const around = nearestKind(section);
  const rule = last ? section.blocks.findLastIndex((block) => block.kind === 'rule') : -1;
  const footer = rule >= 0 ? section.blocks.slice(rule + 1) : [];
  const own = rule >= 0 ? section.blocks.slice(0, rule) : section.blocks;

  headingField(reader, section);
  // "## Metadata" right below the title is the header under a heading of its own.
  if (around === 'stats' || around === 'people')
    reader.all(own, section.kind === 'stats' && first ? 'header' : 'stats');
  else if (around === 'impact') reader.all(own, 'impact');
  // A header may stand under a heading of its own that means nothing else.
  else if (section.parent === undefined && HEADER_TITLE.test(section.title) && NAMELESS.has(section.kind))
    reader.all(own, 'header');
  else if (section.kind === undefined && section.parent === undefined) reader.known(own, 'header');
  else if (around && TELLING.has(around)) reader.figures(own);
  else if (section.kind === 'summary' || section.kind === 'related-incidents' || section.kind === 'review')
    reader.known(own, section.kind === 'summary' ? 'header' : 'body');
  reader.all(footer, 'footer');
}

const HEADER_TITLE = /\b(?:info(?:rmation)?|details|facts|metadata|data|at a glance|properties)\b/i;

/** What "Hub information" or "Incident details" may be taken for. */
const NAMELESS: ReadonlySet<SectionKind | undefined> = new Set([undefined, 'supporting']);

/** Sections of prose in which a bold label may tell a figure: "**Total impact duration:** 42 minutes". */
const TELLING: ReadonlySet<SectionKind> = new Set(['timeline', 'detection', 'response', 'background', 'root-cause']);

const FIGURES: ReadonlySet<FieldKind> = new Set<FieldKind>([
  ...MEASURE_FIELDS,
  'start',
  'detected',
  'end',
  'severity',
  'services',
  'time-to-detect',
  'time-to-mitigate',
  'time-to-recover',
  'incident-commander',
]);

/** `## Date: July 1, 2020`, or `### Date` with a paragraph below. */
function headingField(reader: FieldReader, section: Section): void {
  if (section.kind !== undefined && section.kind !== 'people' && section.kind !== 'trigger') return;
  const { document } = reader;
  const text = document.source.text.slice(section.headingText.start, section.headingText.end);
  const colon = text.indexOf(':');
  const name = (colon < 0 ? text : text.slice(0, colon)).trim();
  const kind = fieldKindOf(name);
  if (kind === 'other') return;
  const start = section.headingText.start;
  const nameAt = { text: name, span: { start, end: start + name.length } };
  if (colon >= 0 && text.slice(colon + 1).trim() !== '') {
    // "Ticket: [OPS-12](…)": the visible text ends before the mark does.
    const opened = /^\s*\[(?=[^\]]*$)/.exec(text.slice(colon + 1))?.[0].length ?? 0;
    const value = trimmed(text, colon + 1 + opened, text.length);
    reader.add(
      kind,
      nameAt,
      { text: value.text, span: { start: start + value.start, end: start + value.end } },
      'heading',
      section.heading,
      'header',
    );
    return;
  }
  const first = section.blocks.find((block) => block.kind === 'paragraph' || block.kind === 'list');
  const run = first?.prose;
  if (first?.kind === 'paragraph' && run && run.text.length <= 300 && section.children.length === 0) {
    // "**Trigger:** a deploy": heading and text are one paragraph.
    const label = run.toVisible(section.headingText).end;
    const value = trimmed(
      run.text,
      label > 0 ? label + /^\s*:?/.exec(run.text.slice(label))![0].length : 0,
      run.text.length,
    );
    if (value.text === '') return;
    reader.add(
      kind,
      nameAt,
      { text: value.text, span: run.toSource({ start: value.start, end: value.end }) },
      'heading',
      { start: section.heading.start, end: first.end },
      'header',
    );
    reader.blocks.add(first.data);
  } else if (first?.kind === 'list') {
    const value = listValue(first);
    if (value) reader.add(kind, nameAt, value, 'heading', { start: section.heading.start, end: first.end }, 'header');
  }
}

class FieldReader {
  readonly document: MarkdownDocument;
  readonly blocks: Set<BlockData>;
  readonly #fields: Field[];

  constructor(document: MarkdownDocument, fields: Field[], blocks: Set<BlockData>) {
    this.document = document;
    this.#fields = fields;
    this.blocks = blocks;
  }

  add(kind: Field['kind'], name: Value, value: Value, form: Form, line: Span, place: PlaceOfField): void {
    // Behind the closing rule "Date" is the day the document was completed.
    const meant = place === 'footer' && kind === 'date' ? 'completed-date' : isUrgency(name, value) ? 'other' : kind;
    this.#fields.push({ kind: meant, name, value, form, line, place });
  }

  /** Reads every `key: value` in the blocks. */
  all(blocks: readonly Block[], place: PlaceOfField): void {
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'paragraph')
        this.paragraph(
          block,
          'plain',
          place,
          0,
          blocks.slice(index + 1).find(({ kind }) => kind !== 'comment'),
        );
      else if (block.kind === 'list') this.#list(block, place);
      else if (block.kind === 'table') this.#table(block, place);
      else if (block.kind === 'quote')
        for (const child of block.children) {
          if (child.kind === 'paragraph') this.paragraph(child, 'quote', place);
          else if (child.kind === 'list') this.#list(child, place);
        }
    }
  }

  /** `/label ~"severity::2"`: what GitLab calls the severity of an issue. */
  labels(blocks: readonly Block[]): void {
    for (const { prose: run } of blocks) {
      const label = run && /~"?((?:incident[- ])?severity)::((?:S|SEV)?[0-5])\b/i.exec(run.text.slice(0, 2000));
      if (!run || !label) continue;
      const start = label.index + label[0].indexOf(label[1]!);
      const value = { start, end: label.index + label[0].length };
      this.add(
        'severity',
        { text: label[1]!, span: run.toSource({ start, end: start + label[1]!.length }) },
        { text: run.text.slice(value.start, value.end), span: run.toSource(value) },
        'plain',
        run.span,
        'header',
      );
    }
  }

  /** Reads the figures of the incident that bold labels tell in a section about something else. */
  figures(blocks: readonly Block[]): void {
    const fields: Field[] = [];
    new FieldReader(this.document, fields, new Set()).all(blocks, 'body');
    const tells = ({ kind, name }: Field) => FIGURES.has(kind) || /^impact$/i.test(name.text);
    this.#fields.push(...fields.filter((field) => field.form === 'bold' && tells(field)));
  }

  /** Reads only fields of a known meaning, where other text is to be expected, too. */
  known(blocks: readonly Block[], place: PlaceOfField): void {
    const fields: Field[] = [];
    const found = new FieldReader(this.document, fields, new Set());
    found.all(blocks, place);
    const plain = fields.filter((field) => field.kind !== 'other' && field.form === 'plain');
    const isHeader = (field: Field) => plain.filter((other) => near(field, other)).length >= 3;
    const known = fields.filter((field) =>
      field.kind === 'other'
        ? field.form === 'table' || isLink(field) || (field.form === 'bold' && isShort(field))
        : field.form !== 'plain' || isHeader(field) || (MEASURE_FIELDS.has(field.kind) && isListed(field)),
    );
    this.#fields.push(...known);
    for (const block of blocks)
      if (
        found.blocks.has(block.data) &&
        known.some((field) => (field.kind !== 'other' || field.form === 'table') && contains(block.span, field.line))
      )
        this.blocks.add(block.data);
  }

  /** The fields of a paragraph, one a line, from the 0-based line `from` on. `next` may hold the value as a list. */
  paragraph(block: Block, form: Form, place: PlaceOfField, from = 0, next?: Block): void {
    const run = block.prose;
    if (!run || run.text.length > 4000) return;
    if (!run.text.includes(':')) {
      if (place === 'header') this.#boldNames(block, run);
      return;
    }
    const lines = linesOf(run.text)
      .slice(from)
      .flatMap((line) => fieldsOf(run.text, line, (at) => opensBold(run, at, this.document)));
    const read = lines.map((line) => readLine(run, line, this.document.source.text));
    const allFields = read.every((field) => field !== undefined);
    let any = false;
    for (const [index, field] of read.entries()) {
      if (!field) continue;
      const kind = fieldKindOf(field.name.text);
      // "Note: the region was degraded" is no field; "Severity: P1" is one.
      const told = place === 'header' && ((allFields && lines.length > 1) || isLink(field));
      if (!field.bold && kind === 'other' && !told) continue;
      if (kind === 'other' && field.value.text.length > 160) continue;
      const line = lines[index]!;
      let value = field.value;
      // A value that goes on in the next lines, as in a list of names.
      const goesOn = lines[index + 1] && !read[index + 1] && !opensBold(run, lines[index + 1]!, this.document);
      if (goesOn && PEOPLE_FIELDS.has(kind)) {
        let last = index + 1;
        while (lines[last + 1] && !read[last + 1] && !opensBold(run, lines[last + 1]!, this.document)) last++;
        const whole = { start: run.toVisible(value.span).start, end: lines[last]!.end };
        if (value.text !== '') value = { text: run.text.slice(whole.start, whole.end), span: run.toSource(whole) };
      }
      if (value.text === '' && index === read.length - 1 && next?.kind === 'list') value = listValue(next) ?? value;
      this.add(
        kind,
        field.name,
        value,
        form === 'plain' && field.bold ? 'bold' : form,
        lineSpan(run, line, this.document),
        place,
      );
      any = true;
    }
    if (any && place !== 'impact') this.blocks.add(block.data);
  }

  /** "**Reported on** 2026-02-05", a line each: names in bold need no colon where every line has one. */
  #boldNames(block: Block, run: ProseRun): void {
    const { source } = this.document;
    const read = linesOf(run.text).map((line) => {
      const { start } = run.toSource(line);
      const name =
        opensBold(run, line, this.document) &&
        /^([^*_\n]{2,40})(?:\*\*|__)[ \t]/.exec(source.text.slice(start, start + 50));
      if (!name) return undefined;
      const nameAt = { start, end: start + name[1]!.length };
      const value = trimmed(run.text, run.toVisible(nameAt).end, line.end);
      return value.text === '' ? undefined : { line, name: { text: name[1]!, span: nameAt }, value };
    });
    if (read.length < 2 || !read.every((field) => field && field.value.text.length <= 80)) return;
    if (!read.some((field) => fieldKindOf(field!.name.text) !== 'other')) return;
    for (const field of read) {
      const { line, name, value } = field!;
      const held = { text: value.text, span: run.toSource({ start: value.start, end: value.end }) };
      this.add(fieldKindOf(name.text), name, held, 'bold', lineSpan(run, line, this.document), 'header');
    }
    this.blocks.add(block.data);
  }

  #list(list: Block, place: PlaceOfField): void {
    for (const item of list.children) {
      const first = item.children[0];
      const run = first?.kind === 'paragraph' ? first.prose : undefined;
      if (!first || !run?.text.slice(0, 80).includes(':')) continue;
      const line = linesOf(run.text)[0];
      const field = line && readLine(run, { start: line.start, end: run.text.length }, this.document.source.text);
      if (!field) continue;
      const kind = fieldKindOf(field.name.text);
      if (kind === 'other' && (place === 'body' || (place === 'impact' && !field.bold))) continue;
      const nested = item.children.find((child) => child.kind === 'list');
      const value = field.value.text === '' && nested ? (listValue(nested) ?? field.value) : field.value;
      this.add(kind, field.name, value, 'bullet', item.span, place);
      if (!MEASURE_FIELDS.has(kind) && (kind !== 'other' || place !== 'impact')) this.blocks.add(first.data);
    }
  }

  /** Tables of two columns, of pairs of columns, or of one row below the names. */
  #table(table: Block, place: PlaceOfField): void {
    const rows = table.children;
    const header = rows[0];
    if (!header) return;
    const width = header.children.length;
    const named = header.children.filter((cell) => fieldKindOf(cell.text) !== 'other').length;
    const row = rows[1];
    const below = fieldKindOf(row?.children[0]?.text.replace(/:$/, '') ?? '') === 'other';
    if (rows.length === 2 && row && below && width >= 3 && named * 2 >= width) {
      for (const [index, cell] of header.children.entries()) {
        const value = row.children[index];
        if (value) this.#pair(cell, value, table.span, place);
      }
      return;
    }
    if (width % 2 !== 0 || width > 4 || !this.#isPairs(rows, place)) return;
    for (const pair of rows.filter((row) => !row.data.header || !isColumnNames(row)))
      for (let index = 0; index + 1 < pair.children.length; index += 2)
        this.#pair(pair.children[index]!, pair.children[index + 1]!, pair.span, place);
  }

  /** Whether the left cells are names of fields: at least two of them known, or half of them. */
  #isPairs(rows: readonly Block[], place: PlaceOfField): boolean {
    const names = rows.filter((row) => fieldKindOf(row.children[0]?.text.replace(/:$/, '') ?? '') !== 'other').length;
    // A table in the header whose columns have no names can be nothing else.
    const nameless = place === 'header' && rows[0]!.children.every((cell) => cell.text === '');
    return names >= 2 || (names === 1 && (rows.length <= 3 || nameless));
  }

  #pair(name: Block, value: Block, line: Span, place: PlaceOfField): void {
    const text = name.text.replace(/(?<!\s)\s*:$/, '');
    if (text === '' || !name.prose) return;
    const kind = fieldKindOf(text);
    if (kind === 'other' && /^(?:field|key|item|property|attribute|metric|name|campo)$/i.test(text)) return;
    const held = value.text === '' ? { text: '', span: value.span } : { text: value.text, span: value.prose!.span };
    this.add(kind, { text, span: name.prose.toSource({ start: 0, end: text.length }) }, held, 'table', line, place);
    this.blocks.add(name.data);
    this.blocks.add(value.data);
  }
}

/** "What | Value": the names of the columns, no field. */
function isColumnNames(row: Block): boolean {
  return /^(?:values?|amount|result|count|number|details?|description|data|information|wert|valor)$/i.test(
    row.children[1]?.text ?? '',
  );
}

/** "Internal report: https://…" */
function isLink({ value }: Pick<Field, 'value'>): boolean {
  return /^<?https?:\/\/\S+$/.test(value.text);
}

function isShort({ value }: Field): boolean {
  return value.text !== '' && value.text.length <= 60;
}

/** "Priority: High" says how urgent, "Priority: P1" how severe. */
function isUrgency(name: Value, value: Value): boolean {
  return /\bpriorit/i.test(name.text) && !/^\W*(?:P|SEV|S)[- ]?\d/i.test(value.text);
}

/** Whether the value of a field is the list below it. */
function isListed(field: Field): boolean {
  return field.value.span.start > field.line.end;
}

/** Whether two fields stand within a few lines of each other. */
function near(a: Field, b: Field): boolean {
  return Math.abs(a.line.start - b.line.start) < 600;
}

/** Lines of a run of prose, soft and hard breaks alike, as visible spans. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (at < text.length && code !== 10 && code !== 0x2028) continue;
    if (text.slice(start, at).trim() !== '') lines.push({ start, end: at });
    start = at + 1;
  }
  return lines;
}

const NEXT_FIELD = /(?:\s[|·•–—]\s|[,;\t ]\s)(?=(\p{L}[\p{L} /-]{1,40}):\s)/gu;

/** Bold names need no more than a blank before them: "**Ref:** 88 **Priority:** P1". */
const NEXT_BOLD_FIELD = /(?:\s[|·•–—]\s|[,;\t ]\s|\s)(?=(\p{L}[\p{L} /-]{1,40}):\s)/gu;

/** The parts of a line that holds several fields: "Date: 2026-01-12 | Severity: SEV2". */
function fieldsOf(text: string, line: Span, isBold: (at: Span) => boolean): Span[] {
  const parts: Span[] = [];
  let { start } = line;
  const opens = /^[^:\n]{1,40}:/.exec(text.slice(start, line.end))?.[0];
  if (opens === undefined) return [line];
  const bold = isBold(line);
  if (!bold && fieldKindOf(opens.slice(0, -1)) === 'other') return [line];
  for (const match of text.slice(line.start, line.end).matchAll(bold ? NEXT_BOLD_FIELD : NEXT_FIELD)) {
    const at = line.start + match.index + match[0].length;
    if (fieldKindOf(match[1]!) === 'other' && !(bold && isBold({ start: at, end: at + 1 }))) continue;
    if (match[0].length === 1 && !isBold({ start: at, end: at + 1 })) continue;
    parts.push({ start, end: line.start + match.index });
    start = line.start + match.index + match[0].length;
  }
  return [...parts, { start, end: line.end }];
}

/** "2. Date reported:" in a form. */
const NUMBERED = /^\W*\d{1,2}[.)]\s/;

const LONGEST_NAME = 50;

/** Whether what stands before a colon may be the name of a field. */
const isName = remembered(
  (key) =>
    /^[^\p{L}]{0,4}\p{L}[\p{L}\p{N} /&'’()#._-]*$/u.test(key) &&
    key.replace(NUMBERED, '').trim().split(/\s+/).length <= 6,
  LONGEST_NAME,
);

interface LineReading {
  readonly name: Value;
  readonly value: Value;
  readonly bold: boolean;
}

/** `Key: value`, the key bold or not. The value may be missing. */
function readLine(run: ProseRun, line: Span, source: string): LineReading | undefined {
  const text = run.text.slice(line.start, Math.min(line.end, line.start + 80));
  const colon = text.indexOf(':');
  if (colon <= 0 || colon > LONGEST_NAME) return undefined;
  const after = text.charCodeAt(colon + 1);
  // "10:02", "https://…", "foo::bar" and "key:value" are no fields.
  if (colon + 1 < text.length && after !== 32 && after !== 10 && after !== 0x2028 && after !== 160) {
    if (
      line.start + colon + 1 < line.end &&
      !/[*_]/.test(source.charAt(run.toSource({ start: line.start + colon, end: line.start + colon + 1 }).end))
    )
      return undefined;
  }
  const key = text.slice(0, colon);
  if (!isName(key)) return undefined;
  const name = trimmed(key, 0, key.length);
  const bare = /^[^\p{L}]*/u.exec(name.text)![0].length;
  const nameAt = { start: line.start + name.start + bare, end: line.start + name.end };
  const held = trimmed(run.text, line.start + colon + 1, line.end);
  const nameSpan = run.toSource(nameAt);
  const valueSpan =
    held.text === '' ? emptyValue(run, line.start + colon, source) : run.toSource({ start: held.start, end: held.end });
  const bold = /[*_]{1,3}(?:\d{1,2}[.)] ?)?$/.test(source.slice(Math.max(0, nameSpan.start - 7), nameSpan.start));
  return { name: { text: name.text.slice(bare), span: nameSpan }, value: { text: held.text, span: valueSpan }, bold };
}

/** Where a missing value is to be written: behind the colon and the marks that close the name. */
function emptyValue(run: ProseRun, colon: number, source: string): Span {
  let at = run.toSource({ start: colon, end: colon + 1 }).end;
  while (source[at] === '*' || source[at] === '_') at++;
  if (source[at] === ' ') at++;
  return { start: at, end: at };
}

function trimmed(text: string, from: number, to: number): { text: string; start: number; end: number } {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const cut = raw.trim();
  return { text: cut, start, end: start + cut.length };
}

/** The whole source lines that show a visible line. */
function lineSpan(run: ProseRun, line: Span, document: MarkdownDocument): Span {
  const at = run.toSource(line);
  const { source } = document;
  return { start: source.lineStart(source.lineOf(at.start)), end: source.lineEnd(source.lineOf(at.end)) };
}

/** Whether a line begins in bold: what it says is no more of the line above. */
function opensBold(run: ProseRun, line: Span, { source }: MarkdownDocument): boolean {
  const { start } = run.toSource(line);
  return source.text.startsWith('**', start - 2) || source.text.startsWith('__', start - 2);
}

/** The items of a list as one value. */
function listValue(list: Block): Value | undefined {
  const runs = list.children.flatMap((item) => item.children[0]?.prose ?? []).filter((run) => run.text !== '');
  const first = runs[0];
  if (!first || runs.length > 40) return undefined;
  return {
    text: runs.map((run) => run.text).join(', '),
    span: { start: first.span.start, end: runs.at(-1)!.span.end },
  };
}
