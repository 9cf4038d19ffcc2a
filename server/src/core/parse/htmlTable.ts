import type { BlockData } from './block.ts';
import { decodeEntity } from './entities.ts';
import { ProseWriter } from './proseWriter.ts';

/**
 * Reads a piece of HTML as blocks: each `<table>` as a table with rows and cells, what stands around them as `html`. Offsets are
 * relative to `base`. A table that is not closed, or has no cell, is read as no table.
 */
export function htmlPieces(body: string, from: number, to: number, base: number): BlockData[] {
  const pieces: BlockData[] = [];
  let at = from;
  const rest = (end: number) => {
    if (body.slice(at, end).trim() !== '')
      pieces.push({ kind: 'html', start: at - base, end: end - base, children: [] });
  };
  for (const table of tablesIn(body, from, to)) {
    rest(table.start);
    const data = tableData(table, body, base);
    if (data) {
      pieces.push(data);
      at = table.end;
    } else at = table.start;
  }
  rest(to);
  return pieces;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
}

interface Cell {
  readonly header: boolean;
  readonly tag: Tag;
  /** Where the content ends. */
  end: number;
}

interface Row {
  readonly start: number;
  end: number;
  readonly cells: Cell[];
}

interface Table {
  readonly start: number;
  end: number;
  readonly rows: Row[];
}

/** No tag is longer; what is, is text. */
const LONGEST_TAG = 4000;
const NAME = /[a-z][a-z0-9:-]{0,30}/iy;

/** The tags between two offsets, comments skipped. */
function* tags(body: string, from: number, to: number): Generator<Tag> {
  for (let at = body.indexOf('<', from); at >= 0 && at < to; at = body.indexOf('<', at)) {
    if (body.startsWith('<!--', at)) {
      const end = body.indexOf('-->', at + 4);
      if (end < 0 || end > to) return;
      at = end + 3;
      continue;
    }
    const closing = body[at + 1] === '/';
    NAME.lastIndex = at + (closing ? 2 : 1);
    const name = NAME.exec(body)?.[0].toLowerCase();
    const end = name === undefined ? -1 : endOfTag(body, NAME.lastIndex, Math.min(to, at + LONGEST_TAG));
    if (name === undefined || end < 0) {
      at++;
      continue;
    }
    yield { name, closing, start: at, end };
    at = end;
  }
}

/** The offset behind the `>` that closes a tag, one in quotes does not; -1 where none does. */
function endOfTag(body: string, from: number, to: number): number {
  let quote = '';
  for (let at = from; at < to; at++) {
    const char = body[at]!;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return at + 1;
    else if (char === '"' || char === "'") quote = char;
  }
  return -1;
}

/** The tables at the top of a piece of HTML; one inside a cell belongs to the text of the cell. */
function* tablesIn(body: string, from: number, to: number): Generator<Table> {
  let table: Table | undefined;
  let depth = 0;
  let row: Row | undefined;
  let cell: Cell | undefined;
  const closeCell = (end: number) => {
    if (cell) cell.end = end;
    cell = undefined;
  };
  const closeRow = (content: number, end: number) => {
    closeCell(content);
    if (row) row.end = end;
    row = undefined;
  };
  for (const tag of tags(body, from, to)) {
    if (tag.name === 'table') {
      depth = Math.max(0, depth + (tag.closing ? -1 : 1));
      if (!tag.closing && depth === 1) table = { start: tag.start, end: tag.end, rows: [] };
      if (tag.closing && depth === 0 && table) {
        closeRow(tag.start, tag.start);
        table.end = tag.end;
        yield table;
        table = undefined;
      }
      continue;
    }
    if (!table || depth !== 1) continue;
    switch (tag.name) {
      case 'tr':
        closeRow(tag.start, tag.closing ? tag.end : tag.start);
        if (!tag.closing) {
          row = { start: tag.start, end: tag.end, cells: [] };
          table.rows.push(row);
        }
        break;
      case 'td':
      case 'th':
        closeCell(tag.start);
        if (tag.closing) break;
        if (!row) {
          row = { start: tag.start, end: tag.end, cells: [] };
          table.rows.push(row);
        }
        cell = { header: tag.name === 'th', tag, end: tag.end };
        row.cells.push(cell);
        break;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        closeRow(tag.start, tag.start);
        break;
      default:
    }
  }
}

function tableData(table: Table, body: string, base: number): BlockData | undefined {
  const rows: BlockData[] = [];
  /** Cells that reach down into the next rows, by their column. */
  const reaching = new Map<number, { cell: BlockData; rows: number }>();
  for (const [index, row] of table.rows.entries()) {
    if (row.cells.length === 0) continue;
    const children: BlockData[] = [];
    const reached = () => {
      for (let open = reaching.get(children.length); open && open.rows > 0; open = reaching.get(children.length)) {
        open.rows--;
        children.push(open.cell);
      }
    };
    for (const cell of row.cells) {
      reached();
      const data = cellData(cell, body, base);
      const down = spanOf(body, cell.tag, 'rowspan') - 1;
      for (let column = 0; column < spanOf(body, cell.tag, 'colspan'); column++) {
        if (down > 0) reaching.set(children.length, { cell: data, rows: down });
        children.push(column === 0 ? data : emptyCell(cell, base));
      }
    }
    reached();
    rows.push({
      kind: 'row',
      start: row.start - base,
      end: trimmedEnd(body, row.start, row.end) - base,
      html: true,
      header: index === 0 && row.cells.length > 1 && row.cells.every((cell) => cell.header),
      children,
    });
  }
  if (rows.length === 0) return undefined;
  const comments = commentsIn(body, table, base);
  return {
    kind: 'table',
    start: table.start - base,
    end: table.end - base,
    html: true,
    children: rows,
    ...(comments.length > 0 ? { comments } : {}),
  };
}

function commentsIn(body: string, { start, end }: Table, base: number): { start: number; end: number }[] {
  const comments: { start: number; end: number }[] = [];
  for (let at = body.indexOf('<!--', start); at >= 0 && at < end; at = body.indexOf('<!--', at)) {
    const close = body.indexOf('-->', at + 4);
    if (close < 0 || close > end) break;
    comments.push({ start: at - base, end: close + 3 - base });
    at = close + 3;
  }
  return comments;
}

function spanOf(body: string, tag: Tag, attribute: 'rowspan' | 'colspan'): number {
  const text = body.slice(tag.start, tag.end).toLowerCase();
  const at = text.indexOf(attribute);
  const stated = at < 0 ? undefined : /^\s*=\s*["']?(\d{1,3})/.exec(text.slice(at + attribute.length))?.[1];
  return Math.min(50, Math.max(1, Number(stated ?? 1)));
}

function trimmedEnd(body: string, from: number, to: number): number {
  return from + body.slice(from, to).trimEnd().length;
}

function cellData(cell: Cell, body: string, base: number): BlockData {
  const content = body.slice(cell.tag.end, cell.end);
  const start = cell.tag.end + content.length - content.trimStart().length;
  const prose = new CellReader(body, start).read(start, cell.end);
  if (!prose) return emptyCell(cell, base);
  return { kind: 'cell', start: start - base, end: trimmedEnd(body, start, cell.end) - base, children: [], prose };
}

function emptyCell(cell: Cell, base: number): BlockData {
  return { kind: 'cell', start: cell.tag.end - base, end: cell.tag.end - base, children: [] };
}

/** Elements that begin a line of their own. */
const BREAKS =
  /^(?:br|p|div|li|ul|ol|h[1-6]|blockquote|pre|section|dt|dd|tr|table|ac:task|ac:layout-cell|summary|details)$/;
const SILENT = /^(?:script|style|template|ac:parameter)$/;
const OPAQUE = /^(?:code|kbd|samp|tt|var)$/;
const STRUCK = /^(?:s|del|strike)$/;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giy;

/** The visible text of a cell: tags gone, entities resolved, blanks folded, a line for each block in it. */
class CellReader {
  readonly #body: string;
  readonly #writer: ProseWriter;
  #silent: string | undefined;
  /** The last that was written: nothing yet on this line, a blank, or text. */
  #last: 'line' | 'blank' | 'text' = 'line';
  /** Where code and deleted text began, by the name of the element. */
  readonly #open: { name: string; start: number }[] = [];

  constructor(body: string, base: number) {
    this.#body = body;
    this.#writer = new ProseWriter(body, base);
  }

  read(from: number, to: number): BlockData['prose'] {
    let at = from;
    for (const tag of tags(this.#body, from, to)) {
      this.#text(at, tag.start);
      this.#tag(tag);
      at = tag.end;
    }
    this.#text(at, to);
    return this.#writer.finish();
  }

  #tag(tag: Tag): void {
    const { name, closing, start, end } = tag;
    if (this.#silent) {
      if (closing && name === this.#silent) this.#silent = undefined;
      return;
    }
    if (!closing && SILENT.test(name)) this.#silent = name;
    else if (BREAKS.test(name)) this.#break(start, end);
    else if (name === 'img') this.#image(start, end);
    else if (name === 'time' && !closing && this.#body.slice(start, end).endsWith('/>')) this.#moment(tag);
    else if (OPAQUE.test(name) || STRUCK.test(name)) this.#mark(name, closing);
  }

  /** One line break between two lines, none at the start. */
  #break(start: number, end: number): void {
    if (this.#last === 'line') return;
    this.#writer.piece('\u2028', start, end);
    this.#last = 'line';
  }

  #image(start: number, end: number): void {
    const from = this.#writer.length;
    this.#writer.piece('\ufffc', start, end);
    this.#last = 'text';
    this.#writer.opaqueSince(from);
  }

  /** `<time datetime="2026-01-31" />` shows the day it names. */
  #moment({ start, end }: Tag): void {
    const stated = /datetime\s*=\s*["']/i.exec(this.#body.slice(start, end));
    if (!stated) return;
    const from = start + stated.index + stated[0].length;
    const length = /^[\d:T.Z+ -]{4,35}/.exec(this.#body.slice(from, end))?.[0].length ?? 0;
    this.#writer.exact(from, from + length);
    if (length > 0) this.#last = 'text';
  }

  #mark(name: string, closing: boolean): void {
    if (!closing) {
      this.#open.push({ name, start: this.#writer.length });
      return;
    }
    const index = this.#open.findLastIndex((open) => open.name === name);
    const [opened] = index < 0 ? [] : this.#open.splice(index);
    if (!opened) return;
    if (OPAQUE.test(name)) this.#writer.opaqueSince(opened.start);
    else this.#writer.struckSince(opened.start);
  }

  #text(from: number, to: number): void {
    if (this.#silent) return;
    let at = from;
    while (at < to) {
      const char = this.#body[at]!;
      if (/\s/.test(char)) at = this.#blank(at, to);
      else if (char === '&') at = this.#entity(at, to);
      else {
        let end = at + 1;
        while (end < to && !/[\s&]/.test(this.#body[end]!)) end++;
        this.#writer.exact(at, end);
        this.#last = 'text';
        at = end;
      }
    }
  }

  #blank(from: number, to: number): number {
    let end = from + 1;
    while (end < to && /\s/.test(this.#body[end]!)) end++;
    if (this.#last !== 'text') return end;
    if (end === from + 1 && this.#body[from] === ' ') this.#writer.exact(from, end);
    else this.#writer.piece(' ', from, end);
    this.#last = 'blank';
    return end;
  }

  #entity(at: number, to: number): number {
    this.#last = 'text';
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(this.#body)?.[0];
    if (entity === undefined || at + entity.length > to) {
      this.#writer.exact(at, at + 1);
      return at + 1;
    }
    this.#writer.piece(decodeEntity(entity), at, at + entity.length);
    return at + entity.length;
  }
}
