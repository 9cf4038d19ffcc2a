import { t } from '../../l10n.ts';
import { dayAt, dayNumber, dayOf, isoDay } from '../../model/calendar.ts';
import type { ActionItem } from '../../model/postmortem.ts';
import { defineRule } from '../rule.ts';
import { fillMissing, missingValues, saysNothing } from './sharedFindings.ts';

export default defineRule({
  id: 'action-items/missing-due-date',
  title: 'The action item has no due date',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Action Items',
  docs: {
    why: 'Without a date nobody can see that an item is late, and it competes with every feature for ever.',
    instead: 'Write the date by which the item is done; one to four weeks for what prevents a repetition.',
    notFlagged:
      'Items that are done or cancelled and unfilled template text. A table or list in which no item has a date is one finding.',
    sources: [
      {
        title: 'Atlassian: postmortem actions and their deadlines',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: {
    one: 'This action item has no due date: write by when it is done',
    all: 'None of the action items has a due date: write by when each is done',
  },
  examples: [
    {
      name: 'one empty cell',
      bad: '| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | 2026-03-20 |\n| ⟦Block untested migrations in CI⟧ | @bob |  |',
      fixed:
        '| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | 2026-03-20 |\n| Block untested migrations in CI | @bob | 2026-03-08 |',
      fix: 'Due in 7 days (2026-03-08)',
      severity: 'warning',
    },
    {
      name: 'no such column',
      bad: '| ⟦Action⟧ | Owner |\n| --- | --- |\n| Add an alert for queue depth | @alice |\n| Block untested migrations in CI | @bob |',
      fix: 'Due in 14 days (2026-03-15)',
      fixed:
        '| Action | Owner | Due Date |\n| --- | --- | -------- |\n| Add an alert for queue depth | @alice | 2026-03-15 |\n| Block untested migrations in CI | @bob | 2026-03-15 |',
    },
    {
      name: 'no date in the list: one finding',
      bad: '## ⟦Action Items⟧\n\n- [ ] Add an alert for queue depth - Owner: @alice\n- [ ] Block untested migrations in CI - Owner: @bob',
    },
    {
      name: 'dates in every dress',
      good: '- [ ] Add an alert for queue depth (@alice, 20 March 2026)\n- [ ] Block untested migrations in CI - Owner: @bob - Due: 2026-03-27\n- Halve the rollout step (Carla, in 2 weeks)',
    },
    {
      name: 'a finished item needs none',
      good: '| Action | Due | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | 2026-03-20 | Open |\n| Revert the release |  | Done |',
    },
  ],
  check: ({ postmortem }) => missingValues(postmortem, 'due', lacksDate),
  *fixes(finding, { postmortem, now }) {
    const edits = (value: string) => fillMissing(finding, postmortem, 'due', lacksDate, () => value);
    if (now !== undefined)
      for (const days of [7, 14, 30]) {
        const date = isoDay(dayOf(dayNumber(dayAt(now)) + days));
        yield {
          kind: 'rewrite',
          title: t('Due in {0} days ({1})', days, date),
          edits: edits(date),
          preferred: days === 14,
        };
      }
    yield { kind: 'template', title: t('Insert a due date'), edits: edits('[YYYY-MM-DD]') };
  },
});

function lacksDate(item: ActionItem): boolean {
  return saysNothing(item.due?.text) && item.dueDate === undefined;
}
