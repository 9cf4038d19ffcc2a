import type { Block } from '../../../parse/block.ts';
import type { SourceText } from '../../../text/source.ts';

/**
 * A table with the columns and the alignment of another one, and these rows below its header. `headerOf` gives what a cell of the
 * header keeps of its text.
 */
export function tableLike(
  table: Block,
  source: SourceText,
  headerOf: (text: string) => string,
  rows: readonly (readonly string[])[],
): string {
  const header = table.children[0]!;
  const names = header.children.map((cell) => headerOf(cell.text));
  return [names, delimiters(table, names.length, source), ...rows].map(rowOf).join('\n');
}

/** A row of a table; what stands in a cell needs no escape of its own. */
export function rowOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
}

/** `---` and `:--:` under the header, as the table has them. */
function delimiters(table: Block, width: number, source: SourceText): string[] {
  const line = source.text.slice(table.children[0]!.end, table.end).split('\n', 2).join('');
  const found = line.match(/:?-+:?/g) ?? [];
  return Array.from({ length: width }, (_, index) => {
    const own = table.data.html ? undefined : found[index];
    return own ? own.replace(/-+/, '---') : '---';
  });
}
