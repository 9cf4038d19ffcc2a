import type { Block } from '../parse/block.ts';
import { insert, replace, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/source.ts';

/** A new row behind `after` (the header where the table has no rows), with the table's own pipes or tags, indentation and alignment. */
export function rowAfter(
  table: Block,
  after: Block | undefined,
  cells: readonly string[],
  source: SourceText,
): TextEdit {
  const header = table.children[0]!;
  if (table.data.html) return insert((after ?? header).end, source.eol + rowText(table, cells, source));
  const delimiterLine = source.lineOf(header.start) + 1;
  const at = after && !after.data.header ? source.lineEnd(source.lineOf(after.start)) : source.lineEnd(delimiterLine);
  return insert(at, source.eol + rowText(table, cells, source));
}

/** The line of a row as the table writes its rows. */
export function rowText(table: Block, cells: readonly string[], source: SourceText): string {
  const header = table.children[0]!;
  const line = source.lineOf(header.start);
  const prefix = source.text.slice(source.lineStart(line), header.start);
  if (table.data.html) {
    const written = header.children.map((_, index) => `<td>${escapeHtml(cells[index] ?? '')}</td>`);
    return `${/^\s*/.exec(prefix)![0]}<tr>${written.join('')}</tr>`;
  }
  const delimiter = source.text.slice(source.lineStart(line + 1), source.lineEnd(line + 1)).slice(prefix.length);
  const widths = isAligned(table, source) ? columnWidths(delimiter) : [];
  const width = header.children.length;
  const padded = Array.from({ length: width }, (_, index) => (cells[index] ?? '').padEnd(widths[index] ?? 0));
  const outer = source.text[header.start] === '|';
  return `${prefix}${outer ? '| ' : ''}${padded.join(' | ')}${outer ? ' |' : ''}`;
}

/**
 * Puts a text into a cell that is empty or missing, or in the place of what it holds; undefined for a cell of an HTML table that
 * is missing, or whose tags the text would break.
 */
export function setCell(row: Block, index: number, text: string, source: SourceText): TextEdit | undefined {
  const cell = row.children[index];
  if (row.data.html) return cell && setHtmlCell(cell, escapeHtml(text), source);
  if (!cell) {
    const missing = index - row.children.length;
    const open = source.text.slice(row.start, row.end).trimEnd().endsWith('|');
    return insert(row.end, `${open ? '' : ' |'}${' |'.repeat(missing)} ${text} |`);
  }
  if (cell.text !== '') return replace(cell.prose?.text ? cell.prose.span : cell.span, text);
  const { start } = cell;
  let blanks = 0;
  while (source.text[start + blanks] === ' ') blanks++;
  const before = source.text[start - 1] === ' ' ? '' : ' ';
  // In an aligned table the blanks make room; one stays in front of the pipe.
  const taken = Math.min(text.length, Math.max(0, blanks - 1));
  const after = blanks - taken > 0 ? '' : ' ';
  return replace({ start, end: start + taken }, `${before}${text}${after}`);
}

function setHtmlCell(cell: Block, text: string, source: SourceText): TextEdit | undefined {
  const held = cell.prose?.span ?? cell.span;
  return source.text.slice(held.start, held.end).includes('<') ? undefined : replace(held, text);
}

/** A text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Whether the pipes of all lines stand below each other. */
function isAligned(table: Block, source: SourceText): boolean {
  const lengths = new Set<number>();
  const first = source.lineOf(table.start);
  const last = source.lineOf(Math.max(table.start, table.end - 1));
  for (let line = first; line <= last && line < first + 6; line++)
    lengths.add(source.text.slice(source.lineStart(line), source.lineEnd(line)).trimEnd().length);
  return lengths.size === 1;
}

function columnWidths(delimiter: string): number[] {
  return delimiter
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => Math.max(0, cell.length - 2));
}

/** The edits that add a column at the right of a table; `cells` are those of the rows below the header. None for an HTML table. */
export function addColumn(table: Block, header: string, cells: readonly string[], source: SourceText): TextEdit[] {
  if (table.data.html) return [];
  const [head, ...rows] = table.children;
  const line = source.lineOf(head!.start);
  const width = Math.max(3, header.length);
  const append = (end: number, text: string) => {
    const content = source.text.slice(source.lineStart(source.lineOf(end)), end).trimEnd();
    const at = source.lineStart(source.lineOf(end)) + content.length;
    return insert(at, content.endsWith('|') ? ` ${text} |` : ` | ${text}`);
  };
  const columns = head!.children.length;
  const edits = [append(source.lineEnd(line), header), append(source.lineEnd(line + 1), '-'.repeat(width))];
  for (const [index, row] of rows.entries())
    edits.push(
      append(
        source.lineEnd(source.lineOf(row.start)),
        `${'| '.repeat(Math.max(0, columns - row.children.length))}${cells[index] ?? ''}`,
      ),
    );
  return edits;
}
