import { t } from '../../l10n.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { ActionItem, Postmortem } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { saysNothing } from './sharedFindings.ts';

/** Each status by its mark and its word. */
export const STATUSES = [
  { state: 'open', mark: '⏳', word: 'Open' },
  { state: 'in-progress', mark: '🔄', word: 'In progress' },
  { state: 'done', mark: '✅', word: 'Done' },
  { state: 'cancelled', mark: '❌', word: 'Cancelled' },
] as const;

export default defineRule({
  id: 'action-items/unknown-status',
  title: 'A status that is not known',
  severity: 'information',
  exampleSection: 'Action Items',
  docs: {
    why: 'Whether an item is done decides whether it can be overdue and whether the postmortem can be closed.',
    instead: 'Write ⏳, 🔄, ✅ or ❌, or Open, In progress, Done or Cancelled.',
    notFlagged:
      'The words of common trackers ("To do", "In review", "Won’t fix", "Merged"), in other languages too, and those configured in `statuses`.',
    sources: [
      {
        title: 'Atlassian: postmortem actions',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
    ],
  },
  messages: {
    unknown: '“{status}” is no known status: write open, in progress, done or cancelled, or configure `statuses`',
  },
  examples: [
    {
      name: 'a word',
      bad: '| Action | Owner | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ⟦Parked in limbo⟧ |',
      fix: 'Status: Open',
      fixed: '| Action | Owner | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | Open |',
    },
    {
      name: 'marks are answered with marks',
      bad: '| Action | Owner | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ✅ |\n| Block untested migrations in CI | @bob | ⟦🦄⟧ |',
      fix: 'Status: ⏳',
      fixed:
        '| Action | Owner | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ✅ |\n| Block untested migrations in CI | @bob | ⏳ |',
    },
    {
      name: 'words of trackers',
      good: '| Action | Status |\n| --- | --- |\n| Add an alert | To do |\n| Block migrations | In review |\n| Halve the step | Won’t fix |\n| Remove the pool | Merged 2026-02-12 |',
    },
    {
      name: 'marks with words',
      good: '| Action | Status |\n| --- | --- |\n| Add an alert | ⏳ Open |\n| Block migrations | ✅ |',
    },
  ],
  *check({ postmortem }) {
    for (const { status, state } of postmortem.actionItems.items)
      if (status && state === undefined && !saysNothing(status.text) && !isPlaceholder(status.text))
        yield { span: status.span, message: 'unknown', args: { status: status.text } };
  },
  *fixes(finding, { postmortem }) {
    for (const status of STATUSES) {
      const written = usesMarks(postmortem, finding.span.start) ? status.mark : status.word;
      yield { kind: 'rewrite', title: t('Status: {0}', written), edits: [replace(finding.span, written)] };
    }
  },
});

/** Whether the other statuses of the document (or, where there is none, this one) are written as marks. */
function usesMarks({ actionItems }: Postmortem, at: number): boolean {
  const others = actionItems.items.filter((item) => item.status && item.status.span.start !== at);
  const isMark = (item: ActionItem) => !/\p{L}/u.test(item.status!.text);
  return others.length > 0
    ? others.every(isMark)
    : actionItems.items.some((item) => item.status?.span.start === at && isMark(item));
}
