import { t } from '../../l10n.ts';
import { priorityScale } from '../../model/actionPriority.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { ActionItem } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { fillMissing, missingValues, saysNothing, templateAsksFor } from './sharedFindings.ts';

const PRIORITIES = ['P0', 'P1', 'P2', 'P3'];

export default defineRule({
  id: 'action-items/missing-priority',
  title: 'No priority, or an unknown one',
  severity: 'information',
  completeness: true,
  exampleSection: 'Action Items',
  docs: {
    why: 'Ten items of equal weight are done in the order of ease. What would have prevented the incident comes first.',
    instead: 'Give each item a priority: P0 for what keeps it from happening again tomorrow, P3 for what can wait.',
    notFlagged:
      'High/Medium/Low and Must/Should/Could, priorities configured in `priorities`, items that are done, and lists whose template asks for no priority.',
    sources: [
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: {
    one: 'This action item has no priority: P0 to P3',
    all: 'None of the action items has a priority: P0 to P3 for each',
    unknown: '“{priority}” is no known priority: write P0 to P3, or configure `priorities`',
  },
  examples: [
    {
      name: 'an empty cell',
      bad: '| Action | Owner | Priority |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | P1 |\n| ⟦Block untested migrations in CI⟧ | @bob |  |',
      fix: 'Priority: P1',
      fixed:
        '| Action | Owner | Priority |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | P1 |\n| Block untested migrations in CI | @bob | P1 |',
    },
    {
      name: 'an unknown word',
      bad: '| Action | Owner | Priority |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | P1 |\n| Block untested migrations in CI | @bob | ⟦soonish⟧ |',
      fix: 'Priority: P0',
      fixed:
        '| Action | Owner | Priority |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | P1 |\n| Block untested migrations in CI | @bob | P0 |',
    },
    {
      name: 'another scale',
      good: '| Action | Owner | Priority |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | High |\n| Block untested migrations in CI | @bob | Medium |',
    },
    {
      name: 'priorities in a list',
      good: '- [ ] **[P1]** Add an alert for queue depth _(alice)_ - Due: 2026-03-20\n- [ ] **[P2]** Block untested migrations in CI _(bob)_ - Due: 2026-03-20',
    },
  ],
  *check({ postmortem, settings, template }) {
    const asked = templateAsksFor('priority', template);
    const { groups, items } = postmortem.actionItems;
    const used = new Set(
      items
        .filter((item) => item.priority ?? groups[item.group]!.columns.priority !== undefined)
        .map(({ group }) => group),
    );
    yield* missingValues(postmortem, 'priority', (item) => (asked || used.has(item.group)) && lacksPriority(item));
    for (const { priority } of items)
      if (priority && !lacks(priority.text) && !priorityScale(priority.text, settings))
        yield { span: priority.span, message: 'unknown', args: { priority: priority.text }, data: { unknown: true } };
  },
  *fixes(finding, { postmortem }) {
    const { unknown } = finding.data as { unknown?: boolean };
    for (const priority of PRIORITIES)
      yield {
        kind: 'rewrite',
        title: t('Priority: {0}', priority),
        edits: unknown
          ? [replace(finding.span, priority)]
          : fillMissing(finding, postmortem, 'priority', lacksPriority, () => priority),
      };
  },
});

function lacksPriority(item: ActionItem): boolean {
  return saysNothing(item.priority?.text);
}

function lacks(text: string): boolean {
  return saysNothing(text) || isPlaceholder(text);
}
