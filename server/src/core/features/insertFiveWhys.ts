import { newSection } from '../edits/sectionEdits.ts';
import { fiveWhysOf, insertFiveWhys as insertBelowCause, nextWhy } from '../edits/whyEdits.ts';
import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { DocumentChange } from './documentChange.ts';

/** A Five Whys section as the document's template has it: in the root cause analysis, else in front of the action items. */
export function insertFiveWhys({ postmortem, template }: Checked): DocumentChange {
  if (!postmortem || !template) return { nothing: t('This document is no postmortem') };
  if (postmortem.whyChains.length > 0 || postmortem.sections.some((section) => section.kind === 'five-whys'))
    return { nothing: t('This document has a Five Whys already. “Add the next why” goes on with it') };
  const cause = postmortem.sections.find((section) => section.kind === 'root-cause');
  if (cause) return { edits: [insertBelowCause(cause, template, postmortem)] };
  const { title, body } = fiveWhysOf(template);
  return { edits: [newSection(title, body, ['action-items', 'lessons', 'prevention'], postmortem)] };
}

/** The next why of a chain, its question built from the last answer. `chain` is an index among the chains of the document. */
export function addWhy({ postmortem, document }: Checked, chain = 0): DocumentChange {
  const chosen = postmortem?.whyChains[chain];
  if (!chosen) return { nothing: t('This document has no Five Whys yet. “Insert Five Whys” adds it') };
  const open = chosen.whys.some((why) => why.placeholder || why.answer.text === '');
  if (open) return { nothing: t('A why is still to be answered; the next one follows from its answer') };
  return { edits: [nextWhy(chosen, document.source)] };
}
