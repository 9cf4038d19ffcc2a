import { t } from '../../l10n.ts';
import { isCalendarDay, isoDay } from '../../model/calendar.ts';
import { nearestYear } from '../../model/dates.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { ActionItem } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { daysBetween, dueDateOf } from './sharedDueDates.ts';
import { saysNothing } from './sharedFindings.ts';

/** Words that put off rather than date. */
const NO_DATE =
  /^\W*(?:a\.?s\.?a\.?p\.?|soon(?:ish)?|later|someday|eventually|whenever|when(?:ever)? (?:possible|there is time)|at some point|sometime)\W*$/i;

export default defineRule({
  id: 'action-items/invalid-date',
  title: 'A due date that is none, or lies before the incident',
  severity: 'error',
  exampleSection: 'Action Items',
  docs: {
    why: 'A date that cannot be read can never be overdue; one before the incident is a slip.',
    instead: 'Write the date as YYYY-MM-DD.',
    notFlagged:
      'Dates in words, months, quarters and relative dates ("20 March", "Q3 2026", "in 2 weeks"), sprints and releases, finished items with the date on which they were done, and unfilled template text.',
    sources: [
      { title: 'ISO 8601: date and time format', url: 'https://www.iso.org/iso-8601-date-and-time-format.html' },
    ],
  },
  messages: {
    invalid: '“{date}” is no date of the calendar: write it as YYYY-MM-DD',
    early: '“{date}” lies before the incident: write the date that was meant',
    vague: '“{date}” is no date: write by when it is done, as YYYY-MM-DD',
  },
  examples: [
    {
      name: 'a day that does not exist',
      bad: '| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ⟦2026-02-30⟧ |',
      severity: 'error',
    },
    {
      name: 'a digit too many',
      bad: '| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ⟦20266-03-20⟧ |',
      fixed:
        '| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | 2026-03-20 |',
    },
    {
      name: 'before the incident',
      bad: '**Date:** 2026-02-11\n\n## Action Items\n\n| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ⟦2025-03-20⟧ |',
      fixed:
        '**Date:** 2026-02-11\n\n## Action Items\n\n| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | 2026-03-20 |',
    },
    {
      name: 'no date at all',
      bad: '| Action | Owner | Due Date |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ⟦ASAP⟧ |',
      severity: 'warning',
    },
    {
      name: 'dates in every dress',
      good: '| Action | Due |\n| --- | --- |\n| Add an alert | 2026-03-20 |\n| Block migrations | 20 March 2026 |\n| Halve the step | Q2 2026 |\n| Remove the pool | 3/20/2026 |\n| Rehearse | in 2 weeks |\n| Renew | Sprint 14 |',
    },
    {
      name: 'the date on which it was done',
      good: '**Date:** 2026-02-11\n\n## Action Items\n\n| Action | Date | Status |\n| --- | --- | --- |\n| Revert the release | 2026-02-10 | Done |',
    },
  ],
  *check(context) {
    for (const item of context.postmortem.actionItems.items) {
      const { due } = item;
      if (!due || saysNothing(due.text) || isPlaceholder(due.text)) continue;
      const reading = dueDateOf(item, context);
      if (!reading) {
        if (NO_DATE.test(due.text))
          yield { span: due.span, message: 'vague', args: { date: due.text }, severity: 'warning', data: {} };
        continue;
      }
      const written = partOf(item, reading);
      if (!reading.date)
        yield { span: written.span, message: 'invalid', args: { date: written.text }, data: { iso: reading.iso } };
      else if (isEarly(item, reading.date, context)) {
        const incident = context.postmortem.date!;
        const meant = nearestYear(reading.date, incident);
        const later =
          isCalendarDay(meant) && daysBetween(incident, meant) >= 0 ? meant : { ...meant, year: meant.year + 1 };
        yield {
          span: written.span,
          message: 'early',
          args: { date: written.text },
          data: { meant: isCalendarDay(later) ? isoDay(later) : undefined },
        };
      }
    }
  },
  *fixes(finding) {
    const { iso, meant } = finding.data as { iso?: string; meant?: string };
    if (iso)
      yield { kind: 'safe', title: t('Change to {0}', iso), edits: [replace(finding.span, iso)], preferred: true };
    if (meant)
      yield {
        kind: 'rewrite',
        title: t('Change to {0}', meant),
        edits: [replace(finding.span, meant)],
        preferred: true,
      };
    if (!iso && !meant)
      yield { kind: 'template', title: t('Insert a date'), edits: [replace(finding.span, '[YYYY-MM-DD]')] };
  },
});

function isEarly(
  item: ActionItem,
  due: { year: number; month: number; day: number },
  { postmortem }: RuleContext,
): boolean {
  if (!postmortem.date || item.state === 'done' || item.state === 'cancelled') return false;
  // A day of grace: the incident may be dated in another zone.
  return daysBetween(postmortem.date, due) < -1;
}

/** The date itself within what is written. */
function partOf(item: ActionItem, { start, end }: { start: number; end: number }): { text: string; span: Span } {
  const due = item.due!;
  if (due.span.end - due.span.start !== due.text.length) return due;
  return { text: due.text.slice(start, end), span: { start: due.span.start + start, end: due.span.start + end } };
}
