import { contentEnd, itemAfter } from '../../edits/listEdits.ts';
import { addColumn, rowAfter, setCell } from '../../edits/tableEdits.ts';
import type { ActionGroup, ActionItem, Postmortem } from '../../model/postmortem.ts';
import { insert, type TextEdit } from '../../text/edit.ts';
import type { SourceText } from '../../text/source.ts';
import type { Lacking } from './sharedFindings.ts';

const HEADERS: Readonly<Record<Lacking, string>> = { owner: 'Owner', due: 'Due Date', priority: 'Priority', id: 'ID' };
const LABELS: Readonly<Record<Lacking, string>> = { owner: 'Owner', due: 'Due', priority: 'Priority', id: 'ID' };

/**
 * The edits that write a value for items that lack it: into their cells, a new column, or behind the text of a list item. None where
 * the table cannot be edited safely.
 */
export function fill(
  group: ActionGroup,
  items: readonly ActionItem[],
  column: Lacking,
  written: (item: ActionItem) => string,
  source: SourceText,
): TextEdit[] {
  if (group.form !== 'table') return items.map((item) => behind(item, `${LABELS[column]}: ${written(item)}`, source));
  const index = group.columns[column];
  if (index !== undefined) return items.flatMap((item) => setCell(item.block, index, written(item), source) ?? []);
  const rows = group.block.children.slice(1);
  const cells = rows.map((row) => {
    const item = items.find((candidate) => candidate.block.start === row.start);
    return item ? written(item) : '';
  });
  return addColumn(group.block, HEADERS[column], cells, source);
}

/** Behind the text of a list item, in front of a list or paragraph below it. */
function behind(item: ActionItem, text: string, source: SourceText): TextEdit {
  // One line of a paragraph may be an item of its own.
  if (item.block.kind === 'paragraph') {
    const line = { start: item.span.start, end: source.lineEnd(source.lineOf(item.span.end)) };
    return insert(contentEnd(line, source), ` - ${text}`);
  }
  const paragraph = item.block.children.find((child) => child.kind === 'paragraph');
  return insert(contentEnd(paragraph ?? item.block, source), ` - ${text}`);
}

/** A new item at the end of a table or list, in its own form. */
export function addItem(group: ActionGroup, text: string, { source }: Postmortem): TextEdit | undefined {
  if (group.form === 'list') return itemAfter(group.block, undefined, text, source);
  if (group.form !== 'table') return undefined;
  const cells = group.block.children[0]!.children.map((_, index) => (index === group.columns.action ? text : ''));
  return rowAfter(group.block, group.block.children.at(-1), cells, source);
}
