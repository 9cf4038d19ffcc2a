import { t } from '../../l10n.ts';
import { normalizeHeading } from '../../model/headingText.ts';
import type { Postmortem, Section, SectionKind } from '../../model/postmortem.ts';
import { insert, replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { contentEnd } from './sharedInsertion.ts';
import { headingStarts } from './sharedPlaces.ts';

/**
 * The plain names of a kind. Two headings that both have one of them say the same; "Resolution" and "Fix", or "Conclusion" and
 * "Lessons", may well be two things.
 */
const PLAIN: Partial<Record<SectionKind, RegExp>> = {
  summary: /^(?:executive |incident |issue )?(?:summary|overview)$/,
  impact: /^(?:incident )?impacts?$|^impact (?:assessment|summary|analysis)$/,
  timeline: /^(?:incident |event |detailed |full )?timeline$|^(?:timeline of events|chronology)$/,
  'root-cause': /^root causes?$|^root cause analysis$/,
  'contributing-factors': /^contribut/,
  'five-whys': /whys?/,
  'went-well': /./,
  'went-poorly': /^(?:what|things that) (?:went|did)/,
  'got-lucky': /./,
  lessons: /^lessons? learn/,
  'action-items': /^action (?:items?|points?)$|^follow-? ?ups?(?: actions| items)?$/,
  'related-incidents': /incidents?$/,
};

function duplicates(postmortem: Postmortem): { section: Section; first: Section }[] {
  const found: { section: Section; first: Section }[] = [];
  const headings = headingStarts(postmortem);
  const seen = new Map<Section | undefined, Map<string, Section>>();
  for (const section of postmortem.sections) {
    if (!section.kind || !headings.has(section.heading.start)) continue;
    const words = normalizeHeading(section.title);
    const plain = PLAIN[section.kind]?.test(words) ?? false;
    const key = plain ? `${section.kind}/${section.subKind ?? ''}` : words;
    const siblings = seen.get(section.parent) ?? new Map<string, Section>();
    seen.set(section.parent, siblings);
    const first = siblings.get(key);
    if (first) found.push({ section, first });
    else siblings.set(key, section);
  }
  return found;
}

export default defineRule({
  id: 'structure/duplicate-section',
  title: 'Two sections are about the same thing',
  severity: 'warning',
  exampleSection: 'Summary',
  docs: {
    why: 'Of two timelines or two lists of action items, one is out of date, and nobody can tell which.',
    instead: 'Merge them, or give the second one a name that says what it is about.',
    notFlagged:
      'Parts that templates list separately (Response and Recovery, Short-term and Long-term), the same heading under different parents, and headings that only resemble each other.',
    sources: [
      { title: 'PagerDuty: How to Write a Postmortem', url: 'https://postmortems.pagerduty.com/how_to_write/writing/' },
    ],
  },
  messages: { twice: '“{title}” is the second section of its kind: merge it with “{first}”, or rename it' },
  examples: [
    {
      name: 'two lists of action items',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n## Action Items\n\n- Add a second consumer\n\n## Lessons Learned\n\n- One is none\n\n## ⟦Follow-ups⟧\n\n- Alert on the queue\n',
      fix: 'Merge into “Action Items”',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n## Action Items\n\n- Add a second consumer\n\n- Alert on the queue\n\n## Lessons Learned\n\n- One is none\n',
    },
    {
      name: 'two timelines, renamed',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## ⟦Incident Timeline⟧\n\n- 10:05 UTC - Paged\n\n## Summary\n\nMail waited.\n',
      fix: 'Rename it',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## [what this part is about]\n\n- 10:05 UTC - Paged\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'parts that templates list separately',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Response\n\nPaged.\n\n## Recovery\n\nRestarted.\n\n## Prevention\n\n### Short-term\n\n- a\n\n### Long-term\n\n- b\n',
    },
    {
      name: 'the same heading under two parents',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Detection\n\n### What Worked\n\n- The alert\n\n## Response\n\n### What Worked\n\n- The runbook\n',
    },
  ],
  *check({ postmortem }) {
    for (const { section, first } of duplicates(postmortem))
      yield {
        span: section.headingText,
        message: 'twice',
        args: { title: section.title, first: first.title },
        related: [{ span: first.headingText, message: t('The first one') }],
        data: { heading: section.heading.start },
      };
  },
  *fixes(finding, { postmortem }) {
    const { heading } = finding.data as { heading: number };
    const found = duplicates(postmortem).find(({ section }) => section.heading.start === heading);
    if (!found) return;
    const { section, first } = found;
    const { source } = postmortem;
    const end = contentEnd(section, postmortem);
    const body = source.text.slice(section.heading.end, end).trim();
    const gap = source.eol + source.eol;
    const isLast = source.text.slice(end).trim() === '';
    let start = section.heading.start;
    if (isLast) while (start > 0 && /\s/.test(source.text[start - 1]!)) start--;
    let after = end;
    if (!isLast) while (after < source.text.length && /\s/.test(source.text[after]!)) after++;
    const target = contentEnd(first, postmortem);
    // Where the two follow each other, only the heading between them goes.
    const adjacent = target >= start || source.text.slice(target, section.heading.start).trim() === '';
    yield {
      kind: 'rewrite',
      title: t('Merge into “{0}”', first.title),
      edits: adjacent
        ? [replace({ start: target, end: body === '' ? end : section.heading.end }, '')]
        : [...(body === '' ? [] : [insert(target, gap + body)]), replace({ start, end: after }, '')],
      preferred: true,
    };
    yield {
      kind: 'template',
      title: t('Rename it'),
      edits: [replace(section.headingText, '[what this part is about]')],
    };
  },
});
