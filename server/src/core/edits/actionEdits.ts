import type { ActionItem, Postmortem } from '../model/postmortem.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import { setCell } from './tableEdits.ts';

/** The edit that marks an action item done, or open again, as its table or list does; undefined where it keeps no status. */
export function setDone(item: ActionItem, done: boolean, { actionItems, source }: Postmortem): TextEdit | undefined {
  if (item.block.data.checked !== undefined) {
    const box = source.text.indexOf('[', item.block.start);
    return box < 0 || box > item.action.span.start
      ? undefined
      : replace({ start: box, end: box + 3 }, done ? '[x]' : '[ ]');
  }
  const inWords = item.status !== undefined && /\p{L}/u.test(item.status.text);
  const mark = inWords ? (done ? 'Done' : 'Open') : done ? '✅' : '⏳';
  if (item.status) return replace(item.status.span, mark);
  const column = actionItems.groups[item.group]!.columns.status;
  return column === undefined ? undefined : setCell(item.block, column, mark, source);
}
