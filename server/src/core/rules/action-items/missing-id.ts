import { t } from '../../l10n.ts';
import type { ActionItem } from '../../model/postmortem.ts';
import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { fillMissing, missingValues, templateAsksFor } from './sharedFindings.ts';
import { freeIds, hasId } from './sharedIds.ts';

export default defineRule({
  id: 'action-items/missing-id',
  title: 'The action item has no id',
  severity: 'information',
  completeness: true,
  exampleSection: 'Action Items',
  docs: {
    why: 'An id or a ticket is what other documents, commits and reviews refer to; without one the item cannot be followed.',
    instead: 'Number the items AI-001, AI-002, or link the ticket of each.',
    notFlagged:
      'Items with a ticket key, `#123` or a link, items that are done, and documents whose template has no id column.',
    sources: [
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: {
    one: 'This action item has no id: number it, or link its ticket',
    all: 'None of the action items has an id: number them, or link their tickets',
  },
  examples: [
    {
      name: 'an empty cell',
      bad: '| ID | Action | Owner |\n| --- | --- | --- |\n| AI-001 | Add an alert for queue depth | @alice |\n|  | ⟦Block untested migrations in CI⟧ | @bob |',
      fixed:
        '| ID | Action | Owner |\n| --- | --- | --- |\n| AI-001 | Add an alert for queue depth | @alice |\n| AI-002 | Block untested migrations in CI | @bob |',
    },
    {
      name: 'a column of empty cells',
      bad: '| ⟦ID⟧ | Action | Owner |\n| --- | --- | --- |\n|  | Add an alert for queue depth | @alice |\n|  | Block untested migrations in CI | @bob |',
      fixed:
        '| ID | Action | Owner |\n| --- | --- | --- |\n| AI-001 | Add an alert for queue depth | @alice |\n| AI-002 | Block untested migrations in CI | @bob |',
    },
    {
      name: 'tickets and links',
      good: '| ID | Action | Owner |\n| --- | --- | --- |\n| OPS-12 | Add an alert for queue depth | @alice |\n| #431 | Block untested migrations in CI | @bob |',
    },
    {
      name: 'a ticket column',
      good: '| Action | Owner | Ticket |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | OPS-12 |',
    },
  ],
  *check({ postmortem, template }) {
    const asked = templateAsksFor('id', template);
    const { groups } = postmortem.actionItems;
    yield* missingValues(postmortem, 'id', (item) => {
      const column = groups[item.group]!.columns.id !== undefined;
      return (column || asked) && !hasId(item);
    });
  },
  *fixes(finding, { postmortem }) {
    const next = freeIds(postmortem);
    const lacks = (item: ActionItem) => !hasId(item);
    const { groups } = postmortem.actionItems;
    const data = finding.data as { groups?: number[]; item?: number };
    const table = data.item !== undefined || data.groups?.every((group) => groups[group]!.columns.id !== undefined);
    if (table) {
      yield {
        kind: 'safe',
        title: data.item === undefined ? t('Number the action items') : t('Number the action item'),
        edits: fillMissing(finding, postmortem, 'id', lacks, next),
        preferred: true,
      };
      return;
    }
    const lists = data.groups?.every((group) => groups[group]!.form !== 'table');
    const items = postmortem.actionItems.items.filter((item) => data.groups?.includes(item.group) && lacks(item));
    yield {
      kind: 'rewrite',
      title: t('Number the action items'),
      edits: lists
        ? items.map((item) => insert(item.action.span.start, `${next()}: `))
        : fillMissing(finding, postmortem, 'id', lacks, next),
    };
  },
});
