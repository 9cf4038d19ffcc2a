import { type CheckInput, check, fixAll, safeEdits } from '../engine/check.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';

/**
 * All safe fixes as edits of the text as it is. Fixes may uncover others, so where one round is not enough the edits are the
 * difference between the text and what it settles at.
 */
export function safeChange(input: CheckInput): TextEdit[] {
  const fixed = fixAll(input).text;
  if (fixed === input.text) return [];
  const first = safeEdits(check(input));
  return applyEdits(input.text, first) === fixed ? first : [difference(input.text, fixed)];
}

/** One edit over the stretch in which two texts differ. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
