import { t } from '../../l10n.ts';
import type { Postmortem, Section } from '../../model/postmortem.ts';
import type { DocumentTemplate } from '../../model/template.ts';
import { sectionsFor } from '../../model/templateFit.ts';
import { choiceOf, isBinding } from '../../model/templates.ts';
import { insert, replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { contentEnd } from './sharedInsertion.ts';

/** A section that stands elsewhere than in the template, and the section it belongs behind (or in front of). */
interface Misplaced {
  readonly section: Section;
  readonly behind: Section | undefined;
  readonly before: Section | undefined;
}

function misplacedSections(postmortem: Postmortem, template: DocumentTemplate): Misplaced[] {
  const ordered = template.sections.flatMap((wanted) => {
    const held = sectionsFor(wanted, postmortem, template).filter((section) => section.kind === wanted.kind);
    return held[0] && !held[0].parent ? [held[0]] : [];
  });
  const unique = ordered.filter((section, index) => ordered.indexOf(section) === index);
  const kept = new Set(longestRun(unique));
  return unique
    .filter((section) => !kept.has(section))
    .map((section) => {
      const place = unique.indexOf(section);
      return {
        section,
        behind: unique
          .slice(0, place)
          .reverse()
          .find((other) => kept.has(other)),
        before: unique.slice(place + 1).find((other) => kept.has(other)),
      };
    });
}

/** The longest subsequence that stands in the order of the text. */
function longestRun(sections: readonly Section[]): Section[] {
  const best: Section[][] = [];
  for (const [index, section] of sections.entries()) {
    let run: Section[] = [];
    for (let before = 0; before < index; before++)
      if (sections[before]!.heading.start < section.heading.start && best[before]!.length > run.length)
        run = best[before]!;
    best.push([...run, section]);
  }
  return best.reduce<Section[]>((longest, run) => (run.length > longest.length ? run : longest), []);
}

export default defineRule({
  id: 'structure/section-order',
  title: 'A section stands elsewhere than in the template',
  severity: 'hint',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'Readers of many postmortems look for the same thing in the same place.',
    instead: 'Move the section to where the template has it.',
    notFlagged:
      'Documents that follow no template closely, sections inside others, and sections that no template knows.',
    sources: [{ title: 'Google SRE Book: Example Postmortem', url: 'https://sre.google/sre-book/example-postmortem/' }],
  },
  messages: {
    behind: '“{title}” comes behind “{other}” in the template “{template}”',
    before: '“{title}” comes in front of “{other}” in the template “{template}”',
  },
  examples: [
    {
      name: 'the timeline at the end',
      whole: true,
      bad: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer\n\n## ⟦Timeline⟧\n\n- 10:00 UTC - Alert\n',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer\n',
    },
    {
      name: 'the summary behind the timeline',
      whole: true,
      bad: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## ⟦Timeline⟧\n\n- 10:00 UTC - Alert\n\n## Summary\n\nMail waited.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer\n',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer\n',
    },
    {
      name: 'the order of the template, with a section of its own in between',
      whole: true,
      good: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Dashboards\n\nNone.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a second consumer\n',
    },
    {
      name: 'a document that follows no template closely',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Summary\n\nMail waited.\n',
    },
  ],
  *check({ postmortem, template, settings }) {
    const choice = choiceOf(postmortem, template, settings);
    // A few common sections in another order than in a short template are an order of their own.
    if (!isBinding(choice) || (choice.by === 'closest' && template.sections.length < 7)) return;
    for (const { section, behind, before } of misplacedSections(postmortem, template)) {
      const other = behind ?? before;
      if (!other) continue;
      yield {
        span: section.headingText,
        message: behind ? 'behind' : 'before',
        args: { title: section.title, other: other.title, template: template.name },
        related: [{ span: other.headingText, message: `“${other.title}”` }],
        data: { heading: section.heading.start },
      };
    }
  },
  *fixes(finding, { postmortem, template }) {
    const { heading } = finding.data as { heading: number };
    const found = misplacedSections(postmortem, template).find(({ section }) => section.heading.start === heading);
    if (!found) return;
    const { section, behind, before } = found;
    const { source } = postmortem;
    const end = contentEnd(section, postmortem);
    const text = source.text.slice(section.heading.start, end);
    const gap = source.eol + source.eol;
    const target = behind ? contentEnd(behind, postmortem) : before!.heading.start;
    yield {
      kind: 'rewrite',
      title: behind
        ? t('Move “{0}” behind “{1}”', section.title, behind.title)
        : t('Move “{0}” in front of “{1}”', section.title, before!.title),
      edits: [insert(target, behind ? gap + text : text + gap), replace(removal(postmortem, section, end), '')],
      preferred: true,
    };
  },
});

/** The section with the blank lines that set it off: those behind it, or those in front of the last one. */
function removal(postmortem: Postmortem, section: Section, end: number): { start: number; end: number } {
  const { text } = postmortem.source;
  let after = end;
  while (after < text.length && /\s/.test(text[after]!)) after++;
  if (after < text.length) return { start: section.heading.start, end: after };
  let start = section.heading.start;
  while (start > 0 && /\s/.test(text[start - 1]!)) start--;
  return { start, end };
}
