import { t } from '../../l10n.ts';
import type { Postmortem, Section, SectionKind } from '../../model/postmortem.ts';
import { hasContent } from '../../model/sections.ts';
import type { DocumentTemplate, TemplateSection } from '../../model/template.ts';
import { sectionsFor } from '../../model/templateFit.ts';
import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { lines } from './sharedInsertion.ts';

/** Sections that tell the content of the one in front of them, written beside it and not below it. */
const TOLD_BESIDE: Partial<Record<SectionKind, readonly SectionKind[]>> = {
  lessons: ['went-well', 'went-poorly', 'got-lucky'],
  'root-cause': ['background', 'trigger', 'contributing-factors', 'five-whys', 'root-cause'],
  prevention: ['prevention', 'action-items'],
  'action-items': ['prevention'],
  review: ['detection', 'response', 'root-cause'],
};

function emptySections(
  postmortem: Postmortem,
  template: DocumentTemplate,
): { section: Section; wanted: TemplateSection }[] {
  const found = new Map<Section, TemplateSection>();
  const { sections } = postmortem;
  const filled = new Set(sections.filter(hasContent).map(kindOf));
  const places = new Map(sections.map((section, place) => [section, place]));
  const isTold = (section: Section): boolean => {
    if (filled.has(kindOf(section))) return true;
    const next = sections[places.get(section)! + 1];
    const beside = section.kind && TOLD_BESIDE[section.kind];
    return next?.kind !== undefined && (beside?.includes(next.kind) ?? false);
  };
  const look = (wanted: readonly TemplateSection[]) => {
    for (const one of wanted) {
      if (one.optional) continue;
      const held = sectionsFor(one, postmortem, template);
      for (const section of held)
        if (!hasContent(section) && !isTold(section) && !found.has(section)) found.set(section, one);
      if (held.some(hasContent)) look(one.children);
    }
  };
  look(template.sections);
  return [...found].map(([section, wanted]) => ({ section, wanted }));
}

/** The same for sections whose content one of them may tell for the others. */
function kindOf({ kind, subKind }: Section): string {
  return `${kind}/${subKind}`;
}

export default defineRule({
  id: 'structure/empty-section',
  title: 'A required section is empty',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'An empty section looks like one that was forgotten. Readers cannot tell "nothing to report" from "not written yet".',
    instead: 'Write the section, or say that there is nothing to tell: "None", "No customer noticed".',
    notFlagged:
      'Sections whose content stands in sub-sections, also where these are written at the same level, and sections that the template leaves optional. A section with unfilled template text is the matter of structure/placeholder.',
    sources: [{ title: 'Google SRE Book: Postmortem Culture', url: 'https://sre.google/sre-book/postmortem-culture/' }],
  },
  messages: { empty: '“{title}” is empty: write it, or say that there is nothing to tell' },
  examples: [
    {
      name: 'a heading with nothing below',
      whole: true,
      bad: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## ⟦Root Cause⟧\n\n## Action Items\n\n- Add a second consumer\n',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Root Cause\n\n[the conditions in the system, the process or the architecture that let it happen]\n\n## Action Items\n\n- Add a second consumer\n',
      severity: 'warning',
    },
    {
      name: 'a comment is no content',
      whole: true,
      bad: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## ⟦Summary⟧\n\n<!-- Two sentences for people outside the team. -->\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer\n',
    },
    {
      name: 'content in sub-sections',
      whole: true,
      good: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Root Cause Analysis\n\n### What Happened\n\nOne consumer died.\n\n## Action Items\n\n### Short-term\n\n- Add a second consumer\n',
    },
    {
      name: 'an explicit none',
      whole: true,
      good: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\nNone kept.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\nNone.\n',
    },
  ],
  *check({ postmortem, template }) {
    for (const { section, wanted } of emptySections(postmortem, template))
      yield {
        span: section.headingText,
        message: 'empty',
        args: { title: section.title },
        data: { heading: section.heading.start, kinds: [wanted.kind] },
      };
  },
  *fixes(finding, { postmortem, template }) {
    const { heading } = finding.data as { heading: number };
    const empty = emptySections(postmortem, template).find(({ section }) => section.heading.start === heading);
    if (!empty) return;
    const { section, wanted } = empty;
    const { eol } = postmortem.source;
    const parts = [
      wanted.body,
      ...(wanted.body === '' ? wanted.children.map((child) => partOf(child, section.level + 1)) : []),
    ];
    const body = parts.filter((part) => part !== '').join('\n\n') || '[what to write]';
    yield {
      kind: 'template',
      title: t('Insert the template’s text for “{0}”', section.title),
      edits: [insert(section.heading.end, eol + eol + lines(body, eol))],
      preferred: true,
    };
  },
});

function partOf(section: TemplateSection, level: number): string {
  return `${'#'.repeat(Math.min(level, 6))} ${section.title}${section.body === '' ? '' : `\n\n${section.body}`}`;
}
