import { dsvFormat } from 'd3-dsv';

/** One line of a table with a header: its cells by header name, and where it stands. */
export interface CsvRow {
  /** 1-based line in the text on which the row starts. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly delimiter: string;
  /** As written, trimmed. */
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Reads CSV as people and spreadsheets write it: comma, semicolon or tab (told from the header), quoted cells, CRLF, a byte-order mark,
 * blank lines. A repeated header ("Component/s" twice, as Jira writes it) joins its cells with `;`. Never throws.
 */
export function parseCsv(text: string): CsvTable {
  const clean = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(clean.slice(0, Math.max(0, clean.search(/[\r\n]|$/))));
  const [first = [], ...others] = dsvFormat(delimiter).parseRows(clean);
  const headers = first.map((header) => header.trim());
  const rows: CsvRow[] = [];
  let line = 1 + lineBreaksIn(first);
  for (const values of others) {
    line++;
    if (values.some((value) => value.trim() !== '')) rows.push({ line, cells: cellsOf(headers, values) });
    line += lineBreaksIn(values);
  }
  return { delimiter, headers: [...new Set(headers)], rows };
}

/** Writes a table as RFC 4180 wants it, with `\n` at line ends and after the last line. */
export function formatCsv(
  headers: readonly string[],
  rows: Iterable<Readonly<Record<string, string>>>,
  delimiter = ',',
): string {
  const format = dsvFormat(delimiter);
  let text = `${format.formatRow([...headers])}\n`;
  for (const cells of rows) text += `${format.formatRow(headers.map((header) => cells[header] ?? ''))}\n`;
  return text;
}

/** The cells that the alternative headers name, first come first served; headers are compared without case, spaces and punctuation. */
export function cellOf(cells: Readonly<Record<string, string>>, ...names: readonly string[]): string {
  for (const name of names) {
    const header = Object.keys(cells).find((candidate) => headerKey(candidate) === headerKey(name));
    const value = header === undefined ? '' : (cells[header] ?? '').trim();
    if (value !== '') return value;
  }
  return '';
}

/** "Component/s", "component_s" and "Component S" are one header. */
export function headerKey(header: string): string {
  return header.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function cellsOf(headers: readonly string[], values: readonly string[]): Record<string, string> {
  const cells: Record<string, string> = {};
  headers.forEach((header, index) => {
    const value = (values[index] ?? '').trim();
    const before = cells[header];
    cells[header] = before && value ? `${before};${value}` : before || value;
  });
  return cells;
}

function delimiterOf(headerLine: string): string {
  const count = (delimiter: string) => headerLine.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}

function lineBreaksIn(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
