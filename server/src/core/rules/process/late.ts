import { t } from '../../l10n.ts';
import { incidentEnd } from '../../model/incidentEnd.ts';
import { isPlaceholder, placeholdersIn } from '../../model/placeholders.ts';
import { completeDeadline, type Deadline, isPast, POLICIES } from '../../model/policy.ts';
import type { Field, Postmortem } from '../../model/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'process/late',
  title: 'A deadline of the postmortem process has passed',
  severity: 'information',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'Memory fades within days, and interest faster. A postmortem that waits is written from guesses, and its actions compete with the next quarter.',
    instead:
      'Schedule the meeting, complete the document, give every action item an owner. Other deadlines: setting `policy`. The time runs from the recovery that the timeline tells; without one from the end or the duration in the header, from the last entry, or from the end of the day.',
    notFlagged:
      'Final documents and those with a date of completion, documents that say nothing of their status and have nothing left to fill in, and documents without a date of the incident.',
    sources: Object.values(POLICIES)
      .map(({ source }) => source)
      .filter((source, index, all) => all.findIndex(({ url }) => url === source.url) === index),
  },
  messages: {
    complete: 'More than {deadline} since the incident and not complete ({policy})',
    meeting: 'More than {deadline} since the incident and no meeting is scheduled ({policy})',
    assigned: 'More than {deadline} since the incident and {count} without an owner ({policy})',
  },
  examples: [
    {
      name: 'not complete after two days',
      now: '2026-02-14T12:00Z',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Status:** ⟦In Review⟧\n\n## Summary\n\nMail waited for an hour.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
    },
    {
      name: 'no meeting after a day',
      now: '2026-02-13T06:00Z',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Status:** ⟦In Review⟧\n\n## Summary\n\nMail waited for an hour.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
    },
    {
      name: 'action items unassigned after a week',
      now: '2026-02-20T12:00Z',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Status:** ⟦In Review⟧\n\n## Summary\n\nMail waited for an hour.\n\n## Root Cause\n\nOne consumer.\n\n## ⟦Action Items⟧\n\n- Add a second consumer\n',
    },
    {
      name: 'counted from the last entry where no recovery is told',
      now: '2026-02-14T06:00Z',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Status:** ⟦In Review⟧\n**Meeting:** 2026-02-16\n\n## Summary\n\nMail waited for hours.\n\n## Timeline\n\nAll times in UTC:\n\n- 2026-02-11 09:00 - Mail waits\n- 2026-02-12 03:00 - The queue is half as long\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Status:** In Review\n**Meeting:** 2026-02-16\n\n## Summary\n\nMail waited for hours.\n\n## Timeline\n\nAll times in UTC:\n\n- 2026-02-11 09:00 - Mail waits\n- 2026-02-12 09:00 - The queue is half as long\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
    },
    {
      name: 'counted from the end in the header',
      now: '2026-02-14T06:00Z',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**End:** 2026-02-12 11:30 UTC\n**Status:** In Review\n**Meeting:** 2026-02-16\n\n## Summary\n\nMail waited for a day.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
    },
    {
      name: 'counted from the start and the duration',
      now: '2026-02-14T06:00Z',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Start:** 2026-02-11 09:00 UTC\n**Duration:** 26 hours\n**Status:** In Review\n**Meeting:** 2026-02-16\n\n## Summary\n\nMail waited for a day.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
    },
    {
      name: 'final',
      now: '2026-03-14T12:00Z',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Status:** Final\n\n## Summary\n\nMail waited for an hour.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
    },
    {
      name: 'in time, with a meeting',
      now: '2026-02-13T06:00Z',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Status:** In Review\n**Meeting:** 2026-02-13 15:00\n\n## Summary\n\nMail waited for an hour.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer (@alice, 2026-02-20)\n',
    },
  ],
  *check({ postmortem, settings, now: milliseconds }) {
    const from = incidentEnd(postmortem);
    if (milliseconds === undefined || from === undefined) return;
    const now = milliseconds / 60_000;
    const policy = POLICIES[settings.policy];
    const related = relatedDate(postmortem);
    const report = (message: string, span: Span, deadline: Deadline, args: Record<string, string> = {}) => ({
      span,
      message,
      args: { deadline: t(deadline.label), policy: policy.name, ...args },
      related,
      data: {},
    });

    const span = statusSpan(postmortem);
    const complete = completeDeadline(policy, postmortem.severity?.normalized);
    if (span && isUnfinished(postmortem)) {
      if (complete && isPast(complete, from, now)) yield report('complete', span, complete);
      else if (policy.meeting && isPast(policy.meeting, from, now) && !hasMeeting(postmortem))
        yield report('meeting', span, policy.meeting);
    }
    const unowned = isUnfinished(postmortem) ? unassigned(postmortem) : undefined;
    if (policy.assigned && unowned && isPast(policy.assigned, from, now))
      yield report('assigned', unowned.span, policy.assigned, {
        count: unowned.count === 1 ? t('one action item') : t('{0} action items', unowned.count),
      });
  },
});

/** Whether the document says, by its status, its footer or what is left to fill in, that it is not finished. */
function isUnfinished(postmortem: Postmortem): boolean {
  if (postmortem.lifecycle === 'final') return false;
  const { fields, prose } = postmortem;
  const filled = (kind: Field['kind']) =>
    fields.some((field) => field.kind === kind && field.value.text !== '' && !isPlaceholder(field.value.text));
  const footerDate = fields.some(
    (field) =>
      field.place === 'footer' &&
      (field.kind === 'date' || field.kind === 'completed-date') &&
      /\d/.test(field.value.text),
  );
  if (filled('completed-date') || (filled('completed-by') && footerDate)) return false;
  if (fields.some((field) => field.kind === 'status')) return true;
  return prose.some(({ run }) => placeholdersIn(run.data).length > 0);
}

const MEETING =
  /\b(?:meeting|review|retro(?:spective)?|debrief(?:ing)?)\b.{0,40}\b(?:scheduled|held|took place|planned|invit\w+)\b|\bscheduled\b.{0,40}\b(?:meeting|review|retro|debrief)/i;

function hasMeeting({ fields, timelines }: Postmortem): boolean {
  return (
    fields.some((field) => field.kind === 'meeting' && field.value.text !== '' && !isPlaceholder(field.value.text)) ||
    timelines.some(({ entries }) => entries.some(({ event }) => MEETING.test(event.text.slice(0, 300))))
  );
}

function unassigned({ actionItems, sections }: Postmortem): { span: Span; count: number } | undefined {
  const items = actionItems.items.filter(
    (item) => item.state !== 'done' && item.state !== 'cancelled' && !item.placeholder && !item.owner,
  );
  const section = sections.find(({ kind }) => kind === 'action-items') ?? actionItems.groups[0]?.section;
  return section && items.length > 0 ? { span: section.headingText, count: items.length } : undefined;
}

function statusSpan({ fields, title }: Postmortem): Span | undefined {
  return fields.find((field) => field.kind === 'status' && field.value.text !== '')?.value.span ?? title?.span;
}

function relatedDate({ fields }: Postmortem): { span: Span; message: string }[] {
  const field = fields.find(({ kind, place }) => kind === 'date' && place !== 'footer');
  return field ? [{ span: field.value.span, message: t('The date of the incident') }] : [];
}
