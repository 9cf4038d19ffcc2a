import { belowHeading, newSection } from '../../edits/sectionEdits.ts';
import { t } from '../../l10n.ts';
import type { Section } from '../../model/postmortem.ts';
import { hasContent } from '../../model/sections.ts';
import { isSatisfied } from '../../model/templateFit.ts';
import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

const TABLE =
  '| ID | Action | Owner | Priority | Due Date | Status |\n| --- | --- | --- | --- | --- | --- |\n| AI-001 | [what changes, and how one can tell that it has] | @[owner] | [priority] | [YYYY-MM-DD] | ⏳ |';

export default defineRule({
  id: 'action-items/none',
  title: 'No action item at all',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Action Items',
  docs: {
    why: 'A postmortem that changes nothing is a story. If the incident was worth the writing, something in the system is worth a change.',
    instead: 'Write at least one action that changes the system, with an owner and a date.',
    notFlagged:
      'Actions under other headings ("Next steps", "Prevention", "How are we preventing it"), in prose, and documents whose template asks for the section: there structure/missing-section or structure/empty-section tells it.',
    sources: [
      { title: 'Google SRE Book: Postmortem Culture', url: 'https://sre.google/sre-book/postmortem-culture/' },
      {
        title: 'PagerDuty Postmortem Guide: action items',
        url: 'https://postmortems.pagerduty.com/how_to_write/writing/#action-items',
      },
    ],
  },
  messages: { none: 'There is no action item: write what changes so that this does not happen again' },
  examples: [
    {
      name: 'a section that says so',
      bad: '## ⟦Action Items⟧\n\nNone.',
      fixed: `## Action Items\n\n${TABLE}\n\nNone.`,
    },
    {
      name: 'a table without rows',
      bad: '## ⟦Action Items⟧\n\n| ID | Action | Owner |\n| --- | --- | --- |',
      fixed:
        '## Action Items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| AI-001 | [what changes, and how one can tell that it has] | @[owner] |',
    },
    { name: 'one item', good: '- Block untested migrations in CI (@bob, 2026-03-20)' },
    { name: 'items below sub-headings', good: '## Next steps\n\n### Monitoring\n\nAdd an alert for queue depth.' },
    { name: 'only the template’s rows', good: '| ID | Action |\n| --- | --- |\n| AI-001 | [what changes] |' },
  ],
  *check({ postmortem, template }) {
    if (postmortem.actionItems.items.length > 0) return;
    const section = postmortem.sections.find(({ kind }) => kind === 'action-items');
    if (section) {
      if (hasContent(section) && !pointsElsewhere(section))
        yield { span: section.headingText, message: 'none', data: { section: section.heading.start } };
      return;
    }
    const wanted = template.sections.find(({ kind }) => kind === 'action-items');
    const told = postmortem.sections.some(({ kind }) => kind === 'prevention');
    if (told || !postmortem.title || (wanted && !wanted.optional && !isSatisfied(wanted, postmortem, template))) return;
    yield { span: postmortem.title.span, message: 'none', data: {} };
  },
  *fixes(finding, { postmortem }) {
    const { section: start } = finding.data as { section?: number };
    const section = postmortem.sections.find((candidate) => candidate.heading.start === start);
    const table = section?.blocks.find((block) => block.kind === 'table' && block.children.length === 1);
    const edit = table
      ? insert(
          postmortem.source.lineEnd(postmortem.source.lineOf(table.end - 1)),
          postmortem.source.eol + rowFor(table.children[0]!.children.map((cell) => cell.text)),
        )
      : section
        ? belowHeading(section, TABLE, postmortem)
        : newSection('Action Items', TABLE, AFTER, postmortem);
    yield { kind: 'template', title: t('Insert a table of action items'), edits: [edit], preferred: true };
  },
});

/** "See the board": the items are kept in a tracker. */
function pointsElsewhere({ blocks }: Section): boolean {
  return blocks.some(
    ({ kind, prose }) =>
      kind === 'paragraph' &&
      /\b(?:see|track(?:ed|ing)|board|epic|jira|issues?|tickets?|milestone|project)\b/i.test(prose?.text ?? ''),
  );
}

/** Sections that usually stand behind the action items. */
const AFTER = ['lessons', 'prevention', 'related-incidents', 'supporting', 'timeline'] as const;

/** An unfilled row for the columns a table has. */
function rowFor(headers: readonly string[]): string {
  const cells = headers.map((header) => {
    if (/^(?:id|#)$/i.test(header.trim())) return 'AI-001';
    if (/owner|who|assignee/i.test(header)) return '@[owner]';
    if (/due|date|when|eta/i.test(header)) return '[YYYY-MM-DD]';
    if (/status/i.test(header)) return '⏳';
    if (/priority/i.test(header)) return '[priority]';
    return /action|item|task|what|description/i.test(header) ? '[what changes, and how one can tell that it has]' : '';
  });
  return `| ${cells.join(' | ')} |`;
}
