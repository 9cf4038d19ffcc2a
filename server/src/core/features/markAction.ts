import { setDone } from '../edits/actionEdits.ts';
import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { DocumentChange } from './documentChange.ts';

/** Marks the action item that starts at an offset done, or open again. */
export function markAction({ postmortem }: Checked, offset: number, done: boolean): DocumentChange {
  const item = postmortem?.actionItems.items.find(({ span }) => span.start === offset);
  if (!postmortem || !item) return { nothing: t('The action item is no longer where it was') };
  const edit = setDone(item, done, postmortem);
  return edit ? { edits: [edit] } : { nothing: t('This list of action items has no place for a status') };
}
