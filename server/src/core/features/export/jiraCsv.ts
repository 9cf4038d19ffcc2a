import { csvFormatRows } from 'd3-dsv';
import { isoDay } from '../../model/calendar.ts';
import type { ActionItem, Postmortem } from '../../model/postmortem.ts';

const HEADER = ['Summary', 'Description', 'Issue Type', 'Priority', 'Assignee', 'Due Date', 'Labels', 'External ID'];

/** Jira's own priorities by the first letter or digit of ours. */
const PRIORITIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:p?0|critical|blocker|highest|urgent)/i, 'Highest'],
  [/^(?:p?1|high|must)/i, 'High'],
  [/^(?:p?2|medium|moderate|normal|should)/i, 'Medium'],
  [/^(?:p?3|low|minor|could)/i, 'Low'],
  [/^(?:p?4|lowest|trivial)/i, 'Lowest'],
];

/**
 * The action items that are still to be done as CSV for Jira's importer: one row an item, dates as `YYYY-MM-DD`. Items that are done,
 * cancelled or unfilled are left out, and so are those that have a ticket already. Undefined where none is left.
 */
export function actionItemsForJira(postmortem: Postmortem): string | undefined {
  const items = postmortem.actionItems.items.filter(
    (item) => !item.placeholder && !isTracked(item) && item.state !== 'done' && item.state !== 'cancelled',
  );
  if (items.length === 0) return undefined;
  return `${csvFormatRows([HEADER, ...items.map((item) => row(item, postmortem).map(harmless))])}\n`;
}

/** Whether a ticket stands for the item already. A link in its text may lead anywhere: a runbook is no ticket. */
function isTracked({ ticket }: ActionItem): boolean {
  return ticket !== undefined && /^[A-Z][A-Z0-9]+-\d+$|^#\d+$|\/browse\/|\/issues?\/|\/tickets?\//.test(ticket.text);
}

function row(item: ActionItem, postmortem: Postmortem): string[] {
  const incident = postmortem.title?.incidentId?.text;
  const from = [incident, postmortem.title?.name?.text].filter(Boolean).join(' - ');
  return [
    item.action.text.replace(/\s+/g, ' ').slice(0, 255),
    from && `Action item of the postmortem ${from}`,
    'Task',
    item.priority ? (PRIORITIES.find(([words]) => words.test(item.priority!.text))?.[1] ?? '') : '',
    item.owner?.text.replace(/^@/, '') ?? '',
    item.dueDate ? isoDay(item.dueDate) : '',
    ['postmortem', incident?.replace(/\s+/g, '-')].filter(Boolean).join(' '),
    item.id?.text ?? '',
  ];
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
