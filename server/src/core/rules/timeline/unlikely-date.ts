import { t } from '../../l10n.ts';
import { firstDate, NO_HINTS } from '../../model/dates.ts';
import type { TimelineEntry } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'timeline/unlikely-date',
  title: 'A date that is probably a slip',
  severity: 'warning',
  exampleSection: 'Timeline',
  docs: {
    why: 'A year with a digit too many, or last year’s number in January, tears an entry out of the timeline: every duration that is derived from it is wrong.',
    instead: 'Write the date that was meant.',
    notFlagged:
      'Early entries that tell a history in order ("2021-09-10: the limit is introduced"), and dates without a year.',
    sources: [
      { title: 'ISO 8601: date and time format', url: 'https://www.iso.org/iso-8601-date-and-time-format.html' },
    ],
  },
  messages: {
    likely: '“{date}” is probably a slip: {likely} was meant?',
    unknown: '“{date}” is no date of the calendar: write the one that was meant',
  },
  examples: [
    {
      name: 'a year with a digit too many',
      bad: '| Time (UTC) | Event |\n| --- | --- |\n| ⟦20266-02-11⟧ 14:02 | Alert |\n| 2026-02-11 14:31 | Rollback |',
      fixed: '| Time (UTC) | Event |\n| --- | --- |\n| 2026-02-11 14:02 | Alert |\n| 2026-02-11 14:31 | Rollback |',
    },
    {
      name: 'the year before',
      bad: '- 2026-01-04 14:02 UTC - Alert\n- ⟦2025-01-04⟧ 14:20 UTC - Cause found\n- 2026-01-04 14:31 UTC - Resolved',
      fixed: '- 2026-01-04 14:02 UTC - Alert\n- 2026-01-04 14:20 UTC - Cause found\n- 2026-01-04 14:31 UTC - Resolved',
    },
    {
      name: 'a history',
      good: '- 2024-06-01 - The limit is introduced\n- 2026-02-11 14:02 UTC - Alert\n- 2026-02-11 14:31 UTC - Resolved',
    },
    {
      name: 'over new year',
      good: '- 2025-12-31 23:50 UTC - Alert\n- 2026-01-01 00:31 UTC - Resolved',
    },
  ],
  *check({ postmortem }) {
    for (const { entries } of postmortem.timelines)
      for (const entry of entries) {
        if (entry.problem !== 'unlikely-date') continue;
        const date = dateOf(entry);
        if (!date) continue;
        yield {
          span: date.span,
          message: entry.likelyDate ? 'likely' : 'unknown',
          args: { date: date.text, likely: entry.likelyDate ?? '' },
          data: { likely: entry.likelyDate },
        };
      }
  },
  *fixes(finding) {
    const { likely } = finding.data as { likely: string | undefined };
    if (likely)
      yield {
        kind: 'rewrite',
        title: t('Change to {0}', likely),
        edits: [replace(finding.span, likely)],
        preferred: true,
      };
  },
});

function dateOf({ time }: TimelineEntry): { span: Span; text: string } | undefined {
  const found = time && firstDate(time.text, NO_HINTS);
  if (!time || !found) return time;
  const text = time.text.slice(found.start, found.end);
  const whole = time.span.end - time.span.start === time.text.length;
  return whole ? { text, span: { start: time.span.start + found.start, end: time.span.start + found.end } } : time;
}
