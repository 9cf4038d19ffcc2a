import { t } from '../../l10n.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { ActionItem, Postmortem } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { freeIds } from './sharedIds.ts';

export default defineRule({
  id: 'action-items/duplicate-id',
  title: 'Two action items with one id',
  severity: 'error',
  exampleSection: 'Action Items',
  docs: {
    why: 'A reference to the id means two things: one of them is never looked at again.',
    instead: 'Give the second item the next free number.',
    notFlagged:
      'Row numbers that begin again in another table, two items under one ticket in a ticket column, and ids not filled in yet.',
    sources: [
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: { twice: '“{id}” is the id of another action item, too: number this one anew' },
  examples: [
    {
      name: 'in one table',
      bad: '| ID | Action |\n| --- | --- |\n| AI-001 | Add an alert for queue depth |\n| ⟦AI-001⟧ | Block untested migrations in CI |',
      fixed:
        '| ID | Action |\n| --- | --- |\n| AI-001 | Add an alert for queue depth |\n| AI-002 | Block untested migrations in CI |',
      severity: 'error',
    },
    {
      name: 'in two lists',
      bad: '## Action Items\n\n### Short-term\n\n- AI-001: Add an alert for queue depth\n- AI-002: Halve the rollout step\n\n### Long-term\n\n- ⟦AI-002⟧: Block untested migrations in CI',
      fixed:
        '## Action Items\n\n### Short-term\n\n- AI-001: Add an alert for queue depth\n- AI-002: Halve the rollout step\n\n### Long-term\n\n- AI-003: Block untested migrations in CI',
    },
    {
      name: 'row numbers of two tables',
      good: '## Action Items\n\n### Short-term\n\n| # | Action |\n| --- | --- |\n| 1 | Add an alert for queue depth |\n\n### Long-term\n\n| # | Action |\n| --- | --- |\n| 1 | Block untested migrations in CI |',
    },
    {
      name: 'one ticket for two items',
      good: '| Action | Ticket |\n| --- | --- |\n| Add an alert for queue depth | OPS-12 |\n| Block untested migrations in CI | OPS-12 |',
    },
  ],
  *check({ postmortem }) {
    for (const { item, first } of duplicates(postmortem))
      yield {
        span: item.id!.span,
        message: 'twice',
        args: { id: item.id!.text },
        related: [{ span: first.id!.span, message: t('The other {0}', first.id!.text) }],
      };
  },
  *fixes(finding, { postmortem }) {
    // Numbers are handed out in the order of the findings, so that all can be fixed at once.
    const next = freeIds(postmortem);
    for (const { item } of duplicates(postmortem)) {
      const id = next();
      if (item.id!.span.start !== finding.span.start) continue;
      yield { kind: 'safe', title: t('Change to {0}', id), edits: [replace(finding.span, id)], preferred: true };
      return;
    }
  },
});

function duplicates({ actionItems }: Postmortem): { item: ActionItem; first: ActionItem }[] {
  const seen = new Map<string, ActionItem>();
  const found: { item: ActionItem; first: ActionItem }[] = [];
  for (const item of actionItems.items) {
    const id = item.id?.text.toUpperCase();
    if (!id || isPlaceholder(id) || !/\d/.test(id)) continue;
    const key = /^\W*\d+\W*$/.test(id) ? `${item.group}:${id}` : id;
    const first = seen.get(key);
    if (first) found.push({ item, first });
    else seen.set(key, item);
  }
  return found;
}
