import { isPlaceholder, placeholdersIn } from '../../model/placeholders.ts';
import type { Postmortem, ProseUnit } from '../../model/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

/** Template text that is left to fill in, in the order of the text, for rules and for "next placeholder". */
export function openPlaceholders(postmortem: Postmortem): Span[] {
  const found: Span[] = [];
  for (const unit of postmortem.prose) {
    if (unit.badExample) continue;
    for (const visible of placeholdersIn(unit.run.data))
      if (!isTaskMark(unit, visible, postmortem)) found.push(unit.run.toSource(visible));
  }
  for (const field of postmortem.fields)
    if (field.form === 'front-matter' && field.value.text !== '' && isPlaceholder(field.value.text))
      found.push(field.value.span);
  return found.sort((a, b) => a.start - b.start);
}

/** "TODO" as the status of an action item, or in front of one, tells that it is open; it is no text to fill in. */
function isTaskMark(unit: ProseUnit, visible: Span, { actionItems }: Postmortem): boolean {
  if (unit.run.text.slice(visible.start, visible.end) !== 'TODO') return false;
  if (unit.column === 'status') return true;
  if (unit.role === 'cell' && !NEEDS_VALUE.has(unit.column))
    return actionItems.items.some(({ span }) => span.start <= unit.run.span.start && unit.run.span.end <= span.end);
  return unit.kind === 'action-items' && unit.run.text.length > visible.end - visible.start;
}

/** Columns of a table of action items in which "TODO" is no status but a value to come. */
const NEEDS_VALUE: ReadonlySet<ProseUnit['column']> = new Set<ProseUnit['column']>([
  'action',
  'owner',
  'due',
  'priority',
]);

export default defineRule({
  id: 'structure/placeholder',
  title: 'Template text is left unfilled',
  severity: 'warning',
  exampleSection: 'Impact',
  docs: {
    why: 'A leftover of the template says that a question was not asked, and readers stop trusting the lines around it.',
    instead: 'Fill it in. What is not known is worth writing, too: "unknown", "no data".',
    notFlagged:
      'Links, footnotes, log levels, ticket keys, dates and names in brackets, code, and an explicit "unknown", "N/A" or "?". While the document is a draft the finding is an information.',
    sources: [
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: { unfilled: '“{text}” is template text: fill it in, or write that it is unknown' },
  examples: [
    {
      name: 'brackets',
      bad: '- **Users Affected:** ⟦[number or %]⟧\n- **Revenue Loss:** ⟦$[amount]⟧',
      severity: 'warning',
    },
    { name: 'letters that stand for digits', bad: '- ⟦HH:MM⟧ - Alert, see INC-12\n- ⟦YYYY-MM-DD⟧ - Review' },
    { name: 'words that promise', bad: 'The region was degraded for ⟦TBD⟧ minutes.' },
    { name: 'a choice not made', bad: 'Data loss: ⟦Yes/No⟧ - ⟦[details]⟧' },
    { name: 'braces and angle brackets', bad: 'The service ⟦{{ service }}⟧ was down since ⟦<start time>⟧.' },
    {
      name: 'a draft',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Status:** Draft\n\n## Impact\n\n⟦[how many users]⟧\n',
      severity: 'information',
    },
    {
      name: 'brackets that are no fill-ins',
      good: 'Errors rose [1], see [the dashboard](https://example.com) and [INC-12]. The log said [ERROR] at [10:02]. Fixed by [Rick]. We ran it again [to see whether it recovers].',
    },
    { name: 'unknown on purpose', good: '- Users affected: unknown\n- Revenue loss: N/A\n- Start: 14:??' },
    {
      name: 'code is as it is',
      good: 'Run `deploy [service]` for `<name>` and set `{region}`; arrays like items[index] too.',
    },
    {
      name: 'a task marked as open',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Action Items\n\n| Action | Status |\n| --- | --- |\n| Add a limit | TODO |\n\n- TODO: add an alert\n',
    },
  ],
  *check({ postmortem }) {
    const draft = postmortem.lifecycle === 'draft';
    for (const span of openPlaceholders(postmortem))
      yield {
        span,
        message: 'unfilled',
        args: { text: shorten(postmortem.source.text.slice(span.start, span.end)) },
        ...(draft ? { severity: 'information' as const } : {}),
      };
  },
});

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
