import { t } from '../../l10n.ts';
import { parseDate } from '../../model/dates.ts';
import type { Field, FieldKind, Postmortem } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { isOpen } from './sharedFields.ts';

const DATED: ReadonlySet<FieldKind> = new Set<FieldKind>(['date', 'start', 'end', 'completed-date', 'meeting']);

/** Fourteen hours: somewhere it is already tomorrow. */
const FARTHEST_ZONE = 14 * 60;

interface DateProblem {
  readonly span: Span;
  readonly text: string;
  readonly message: 'none' | 'future';
  readonly iso: string | undefined;
}

function problemOf(
  field: Field,
  { postmortem, settings, now }: Pick<RuleContext, 'postmortem' | 'settings' | 'now'>,
): DateProblem | undefined {
  if (!DATED.has(field.kind) || field.place === 'body' || isOpen(field)) return undefined;
  const text = field.value.text.slice(0, 300);
  const reading = parseDate(text, { date: postmortem.date, settings });
  if (!reading) {
    // A start may be a time of day, a meeting a link; a date that holds no date is none.
    const promises = field.kind === 'date' && /\d/.test(text) && !/\d:\d\d/.test(text) && !/https?:/.test(text);
    return promises && text.length <= 60
      ? { span: field.value.span, text, message: 'none', iso: undefined }
      : undefined;
  }
  const written = text.slice(reading.start, reading.end);
  const span = within(field, reading.start, reading.end, postmortem);
  if (!reading.date) return { span, text: written, message: 'none', iso: reading.iso };
  const latest = now === undefined ? Number.POSITIVE_INFINITY : now / 60_000 + FARTHEST_ZONE;
  if (field.kind !== 'meeting' && reading.yearStated && reading.precision === 'day' && reading.date.minutes > latest)
    return { span, text: written, message: 'future', iso: undefined };
  return undefined;
}

/** The part of a value in the source; the whole value where marks stand between the two. */
function within(field: Field, start: number, end: number, { source }: Postmortem): Span {
  const { text, span } = field.value;
  const raw = source.text.slice(span.start, span.end);
  return raw === text ? { start: span.start + start, end: span.start + end } : span;
}

export default defineRule({
  id: 'metadata/invalid-date',
  title: 'A date that no calendar has, or that is still to come',
  severity: 'error',
  exampleSection: 'Summary',
  docs: {
    why: 'Deadlines, metrics and the order of incidents are counted from the date. A wrong one is wrong everywhere.',
    instead: 'Write the date in ISO form: 2026-01-31.',
    notFlagged:
      'Any way to write a real date, with or without a time, and "unknown" or "TBD". A date of a future meeting is fine.',
    sources: [
      { title: 'ISO 8601: Date and time format', url: 'https://www.iso.org/iso-8601-date-and-time-format.html' },
    ],
  },
  messages: {
    none: '“{text}” is no date of the calendar: write it as YYYY-MM-DD',
    future: '“{text}” is still to come: write the day of the incident',
  },
  examples: [
    {
      name: 'a day too many',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** ⟦2026-02-30⟧\n**Severity:** P2\n\n## Summary\n\nMail waited.\n',
      severity: 'error',
    },
    {
      name: 'a digit too many',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n- **Date:** ⟦20206-01-16⟧\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'a day that is still to come',
      whole: true,
      now: '2026-03-01T12:00Z',
      bad: '# Postmortem: INC-7 - Mail stuck\n\n| Date | ⟦2062-01-12⟧ |\n| --- | --- |\n| Severity | P2 |\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'every way to write a real date',
      whole: true,
      good: '---\ndate: 2026-01-12T10:00:00Z\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Incident date:** January 12th, 2026\n**Start:** 10:04 UTC\n**End:** 12 Jan 2026 11:00\n**Published:** 2026/01/14\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'not known, not yet filled in, not yet held',
      whole: true,
      now: '2026-03-01T12:00Z',
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** [YYYY-MM-DD]\n**Start:** unknown\n**Meeting:** 2026-03-09\n\n## Summary\n\nMail waited.\n',
    },
  ],
  *check(context) {
    for (const field of context.postmortem.fields) {
      const problem = problemOf(field, context);
      if (problem)
        yield {
          span: problem.span,
          message: problem.message,
          args: { text: problem.text },
          data: { iso: problem.iso },
        };
    }
  },
  *fixes(finding) {
    const { iso } = finding.data as { iso: string | undefined };
    if (iso) yield { kind: 'safe', title: t('Write {0}', iso), edits: [replace(finding.span, iso)], preferred: true };
  },
});
