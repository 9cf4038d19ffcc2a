import type { Checked } from '../engine/check.ts';
import type { Postmortem, TimelineEntry } from '../model/postmortem.ts';
import { type Block, walk } from '../parse/block.ts';
import { insert, replace, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/source.ts';
import { contains, overlaps, type Span } from '../text/span.ts';

/** Columns are aligned as long as a row fits into so many characters; a wider table gets one blank around each cell. */
const WIDEST_ROW = 240;

/**
 * The edits that tidy a postmortem: columns of its tables below each other, times of its timelines with two digits for the hour.
 * All other text stays as it is. With a range, only the tables and entries that it touches.
 */
export function formatEdits({ postmortem }: Checked, range?: Span): TextEdit[] {
  if (!postmortem) return [];
  const { source } = postmortem;
  const isWanted = (span: Span) => range === undefined || overlaps(span, range);
  const times = postmortem.timelines.flatMap(({ entries, form }) => (form === 'code' ? [] : padded(entries)));
  const tables = tablesOf(postmortem).filter(({ span }) => isWanted(span));
  const edits = tables.flatMap((table) => alignTable(table, times, source));
  for (const time of times)
    if (isWanted(time.span) && !tables.some((table) => contains(table.span, time.span))) edits.push(time);
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** `9:05` → `09:05`, unless the timeline counts to twelve. */
function padded(entries: readonly TimelineEntry[]): TextEdit[] {
  if (entries.some(({ time }) => /\d\s*[ap]\.?m\b/i.test(time?.text ?? ''))) return [];
  return entries.flatMap(({ time, basis }) => {
    const hour = basis === 'clock' ? /(?<![\d:.+-])\d:\d{2}(?!\d)/.exec(time?.text ?? '') : null;
    // The visible text is the source's own here: a time is digits and colons.
    return time && hour && time.text.length === time.span.end - time.span.start
      ? [insert(time.span.start + hour.index, '0')]
      : [];
  });
}

function tablesOf({ document }: Postmortem): Block[] {
  return document.blocks.flatMap((block) => [...walk(block)].filter(({ kind }) => kind === 'table'));
}

/** The edits that put the pipes of a table below each other; rows that are written so already are left alone. */
function alignTable(table: Block, times: readonly TextEdit[], source: SourceText): TextEdit[] {
  const [header, ...rows] = table.children;
  if (!header || header.children.length === 0) return [];
  const columns = header.children.length;
  const delimiterLine = source.lineOf(header.start) + 1;
  const indent = header.start - source.lineStart(delimiterLine - 1);
  const delimiter = {
    start: Math.min(source.lineStart(delimiterLine) + indent, source.lineEnd(delimiterLine)),
    end: source.lineEnd(delimiterLine),
  };
  const marks = source.text
    .slice(delimiter.start, delimiter.end)
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((mark) => mark.trim());
  // Something else than a delimiter: indentation of a kind of its own.
  if (marks.length !== columns || !marks.every((mark) => /^:?-+:?$/.test(mark))) return [];
  const texts = [header, ...rows].map((row) => ({
    row,
    cells: row.children.map((cell) => cellText(cell, times, source)),
  }));
  const widths = marks.map((_, column) => Math.max(3, ...texts.map(({ cells }) => widthOf(cells[column] ?? ''))));
  const fits = widths.reduce((sum, width) => sum + width + 3, 1) <= WIDEST_ROW;

  const line = (cells: readonly string[]) => {
    const filled = Array.from({ length: Math.max(columns, cells.length) }, (_, column) => cells[column] ?? '');
    const shown = filled.map((text, column) => (fits ? pad(text, widths[column] ?? 0, marks[column] ?? '') : text));
    return `| ${shown.join(' | ')} |`;
  };
  const rules = marks.map((mark, column) => {
    const left = mark.startsWith(':') ? ':' : '';
    const right = mark.endsWith(':') && mark.length > 1 ? ':' : '';
    return `${left}${'-'.repeat((fits ? widths[column]! : 3) - left.length - right.length)}${right}`;
  });
  const written = [
    ...texts.map(({ row, cells }) =>
      replace({ start: row.start, end: source.lineEnd(source.lineOf(row.start)) }, line(cells)),
    ),
    replace(delimiter, `| ${rules.join(' | ')} |`),
  ];
  return written.filter(({ span, text }) => source.text.slice(span.start, span.end) !== text);
}

/** The Markdown in a cell, with the times in it padded. */
function cellText(cell: Block, times: readonly TextEdit[], source: SourceText): string {
  let text = '';
  let at = cell.start;
  for (const { span, text: added } of times) {
    if (!contains(cell.span, span)) continue;
    text += source.text.slice(at, span.start) + added;
    at = span.end;
  }
  return (text + source.text.slice(at, cell.end)).trim();
}

function pad(text: string, width: number, mark: string): string {
  const blank = Math.max(0, width - widthOf(text));
  if (!mark.endsWith(':')) return text + ' '.repeat(blank);
  const before = mark.startsWith(':') ? Math.floor(blank / 2) : blank;
  return ' '.repeat(before) + text + ' '.repeat(blank - before);
}

/** Columns of a fixed-width font: wide signs and emoji take two, marks on letters and joiners none. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{Mn}|\p{Me}|\u200d/u.test(sign)) continue;
    width +=
      /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(
        sign,
      )
        ? 2
        : 1;
  }
  return width;
}
