import { setDone } from '../../edits/actionEdits.ts';
import { t } from '../../l10n.ts';
import { dayAt, dayNumber, dayOf, isoDay } from '../../model/calendar.ts';
import type { ActionItem, Postmortem } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { daysBetween, dueDateOf } from './sharedDueDates.ts';

export default defineRule({
  id: 'action-items/overdue',
  title: 'The due date is past and the item is not done',
  severity: 'warning',
  exampleSection: 'Action Items',
  docs: {
    why: 'An overdue action is a repetition that has been agreed to. Most incidents that happen twice had an action item for it.',
    instead: 'Mark it done, move the date, or cancel it and say why.',
    notFlagged: 'Items that are done or cancelled, and items of which the document keeps no status.',
    sources: [
      {
        title: 'Atlassian: postmortem actions and their deadlines',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
      {
        title: 'GitLab handbook: incident review',
        url: 'https://handbook.gitlab.com/handbook/engineering/infrastructure/incident-review/',
      },
    ],
  },
  messages: { overdue: 'Due {days} ago and not done: mark it done, move the date, or cancel it with a reason' },
  examples: [
    {
      name: 'in a table',
      now: '2026-03-22T08:00Z',
      bad: '| Action | Owner | Due Date | Status |\n| --- | --- | --- | --- |\n| Add an alert for queue depth | @alice | ⟦2026-03-20⟧ | ⏳ |',
      fix: 'Mark it done',
      fixed:
        '| Action | Owner | Due Date | Status |\n| --- | --- | --- | --- |\n| Add an alert for queue depth | @alice | 2026-03-20 | ✅ |',
    },
    {
      name: 'a checkbox',
      now: '2026-03-22T08:00Z',
      bad: '- [ ] Add an alert for queue depth - Owner: @alice - Due: ⟦2026-03-20⟧',
      fix: 'Mark it done',
      fixed: '- [x] Add an alert for queue depth - Owner: @alice - Due: 2026-03-20',
    },
    {
      name: 'the date moves',
      now: '2026-03-22T08:00Z',
      bad: '| Action | Due | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | ⟦2026-03-20⟧ | Open |',
      fix: 'Move the date to 2026-04-05',
      fixed: '| Action | Due | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | 2026-04-05 | Open |',
    },
    {
      name: 'on the day itself',
      now: '2026-03-20T23:00Z',
      good: '| Action | Due | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | 2026-03-20 | ⏳ |',
    },
    {
      name: 'done and cancelled',
      now: '2026-03-22T08:00Z',
      good: '| Action | Due | Status |\n| --- | --- | --- |\n| Add an alert | 2026-03-20 | ✅ |\n| Halve the step | 2026-03-20 | Won’t fix: the step is gone |',
    },
    { name: 'no status kept', now: '2026-03-22T08:00Z', good: '- Add an alert for queue depth (@alice, 2026-03-20)' },
  ],
  *check(context) {
    if (context.now === undefined) return;
    const today = dayAt(context.now);
    for (const item of context.postmortem.actionItems.items) {
      if (item.state !== 'open' && item.state !== 'in-progress') continue;
      if (!keepsStatus(item, context.postmortem)) continue;
      const due = dueDateOf(item, context)?.date;
      const late = due ? daysBetween(due, today) : 0;
      if (due && late > 0 && !isSlip(due, context))
        yield {
          span: item.due!.span,
          message: 'overdue',
          args: { days: late === 1 ? t('1 day') : t('{0} days', late) },
          data: { item: item.span.start },
        };
    }
  },
  *fixes(finding, { postmortem, now }) {
    const { item: start } = finding.data as { item: number };
    const item = postmortem.actionItems.items.find((candidate) => candidate.span.start === start);
    if (!item?.due || now === undefined) return;
    const done = setDone(item, true, postmortem);
    if (done) yield { kind: 'rewrite', title: t('Mark it done'), edits: [done] };
    const date = isoDay(dayOf(dayNumber(dayAt(now)) + 14));
    yield { kind: 'rewrite', title: t('Move the date to {0}', date), edits: [replace(item.due.span, date)] };
  },
});

/** Whether one can tell from the document that an item is not done. */
function keepsStatus(item: ActionItem, { actionItems }: Postmortem): boolean {
  return (
    item.status !== undefined ||
    item.block.data.checked !== undefined ||
    actionItems.groups[item.group]!.columns.status !== undefined
  );
}

/** A date before the incident is a slip, and not an overdue item. */
function isSlip(due: { year: number; month: number; day: number }, { postmortem }: RuleContext): boolean {
  return postmortem.date !== undefined && daysBetween(postmortem.date, due) < -1;
}
