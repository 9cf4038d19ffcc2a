import type { Block } from '../parse/block.ts';
import { insert, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/source.ts';

/** A new item behind `after` (the last one by default): the list's own marker, indentation and blank lines; numbers go on. */
export function itemAfter(list: Block, after: Block | undefined, text: string, source: SourceText): TextEdit {
  const item = after ?? list.children.at(-1)!;
  const at = contentEnd(item, source);
  const blank = isLoose(list, source) ? source.eol : '';
  return insert(at, `${source.eol}${blank}${linePrefix(item, source)}${nextMarker(item)} ${text}`);
}

/** What stands in front of a block on its line: indentation and quote marks. */
export function linePrefix(block: Block, source: SourceText): string {
  const before = source.text.slice(source.lineStart(source.lineOf(block.start)), block.start);
  return /^[\s>]*$/.test(before) ? before : before.replace(/[^\s>]/g, ' ');
}

function nextMarker(item: Block): string {
  const marker = item.data.marker ?? '-';
  const number = /^(\d{1,9})([.)])$/.exec(marker);
  return number ? `${Number(number[1]) + 1}${number[2]}` : marker;
}

/** End of the last character of a block that is no blank. */
export function contentEnd(block: { readonly start: number; readonly end: number }, source: SourceText): number {
  return block.start + source.text.slice(block.start, block.end).trimEnd().length;
}

/** Whether blank lines stand between the items. */
function isLoose(list: Block, source: SourceText): boolean {
  const [first, second] = list.children;
  if (!first || !second) return false;
  return /\n[\s>]*\n/.test(source.text.slice(contentEnd(first, source), second.start));
}
