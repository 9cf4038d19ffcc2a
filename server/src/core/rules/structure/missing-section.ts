import { t } from '../../l10n.ts';
import type { SectionKind } from '../../model/postmortem.ts';
import { hasContent } from '../../model/sections.ts';
import { choiceOf, isBinding } from '../../model/templates.ts';
import { defineRule } from '../rule.ts';
import { insertSection, isReadAsInserted, type MissingSection, missingSections } from './sharedInsertion.ts';
import { titlePlace } from './sharedPlaces.ts';

/** Without these a document is no postmortem, whatever shape its team gives it. */
const INDISPENSABLE: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>(['timeline', 'action-items']);

/** What a document that nearly follows a template is held to, though nobody said that it follows it. */
const EXPECTED: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>([
  'summary',
  'impact',
  'root-cause',
  'contributing-factors',
  'five-whys',
  'went-well',
  'went-poorly',
  'lessons',
]);

export default defineRule({
  id: 'structure/missing-section',
  title: 'A required section is missing',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'A postmortem without one of its parts leaves a question open: what it cost, when it was noticed, what will change. The template names the parts that readers look for.',
    instead: 'Add the section at its place. Where there is nothing to tell, say so: "No data was lost."',
    notFlagged:
      'Sections under another name, at another level, in bold or numbered are found by their meaning ("What could have gone better?" is What Went Poorly). Where no template is named and the document follows none closely, only a missing timeline or missing action items are a warning.',
    sources: [
      { title: 'Google SRE Book: Example Postmortem', url: 'https://sre.google/sre-book/example-postmortem/' },
      {
        title: 'PagerDuty: Postmortem Template',
        url: 'https://postmortems.pagerduty.com/resources/post_mortem_template/',
      },
    ],
  },
  messages: {
    missing: 'No section “{title}” here: the template “{template}” has one',
    others: 'The template “{template}”, the closest one, also has {titles}',
    nested: 'No part “{title}” in “{parent}”: the template “{template}” has one',
  },
  examples: [
    {
      name: 'the short template without its root cause',
      whole: true,
      bad: '---\ntemplate: short\n---\n# ⟦Postmortem: INC-7 - Mail stuck⟧\n\n**Status:** In Review\n\n## Summary\n\nMail waited for 40 minutes.\n\n## Timeline\n\n- 10:00 UTC - Alert: queue above 10,000\n- 10:40 UTC - Queue empty again\n\n## Action Items\n\n- Add a second consumer (Ana, 2026-02-01)\n',
      fix: 'Insert the section “Root Cause”',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n\n## Summary\n\nMail waited for 40 minutes.\n\n## Timeline\n\n- 10:00 UTC - Alert: queue above 10,000\n- 10:40 UTC - Queue empty again\n\n## Root Cause\n\n[the conditions in the system, the process or the architecture that let it happen]\n\n## Action Items\n\n- Add a second consumer (Ana, 2026-02-01)\n',
      severity: 'warning',
    },
    {
      name: 'headings one level deeper than in the template keep their level',
      whole: true,
      bad: '---\ntemplate: short\n---\n# ⟦Postmortem: INC-8 - Search slow⟧\n\n**Status:** In Review\n\n### Summary\n\nSearch took 9 seconds.\n\n### Chronology\n\n- 10:00 UTC - Alert\n\n### What caused the incident?\n\nAn index without a limit.\n',
      fix: 'Insert the section “Action Items”',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-8 - Search slow\n\n**Status:** In Review\n\n### Summary\n\nSearch took 9 seconds.\n\n### Chronology\n\n- 10:00 UTC - Alert\n\n### What caused the incident?\n\nAn index without a limit.\n\n### Action Items\n\n- [ ] [what changes, and how one can tell that it has] - Owner: [@name] - Due: [YYYY-MM-DD]\n',
    },
    {
      name: 'a draft has time to grow',
      whole: true,
      bad: '---\ntemplate: short\nstatus: draft\n---\n# ⟦Postmortem: INC-9 - Search slow⟧\n\n## Summary\n\nSearch took 9 seconds.\n\n## Root Cause\n\nAn index without a limit.\n\n## Action Items\n\n- Cap the index (Ana, 2026-02-01)\n',
      severity: 'hint',
    },
    {
      name: 'sections under other names, numbered, with emoji',
      whole: true,
      good: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n## 1. TL;DR\n\nMail waited.\n\n## 2. 🕑 Chronology\n\n- 10:00 UTC - Alert\n\n## 3. What were the root causes?\n\nOne consumer.\n\n## 4. Follow-ups\n\n- Add a second consumer\n',
    },
    {
      name: 'bold lines as headings',
      whole: true,
      good: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Summary:** Mail waited.\n\n**Timeline**\n\n- 10:00 UTC - Alert\n\n**Root Cause:** One consumer.\n\n**Action Items**\n\n- Add a second consumer\n',
    },
  ],
  *check({ postmortem, template, settings }) {
    const choice = choiceOf(postmortem, template, settings);
    const near = choice.by === 'closest' && isBinding(choice);
    const span = titlePlace(postmortem);
    const missing = missingSections(postmortem, template);
    // "Preventive Measures" are action items under another name.
    const listed =
      postmortem.actionItems.items.length > 0 ||
      postmortem.sections.some((section) => section.kind === 'prevention' && hasContent(section));
    const isFirm = ({ wanted, parent }: MissingSection) =>
      choice.by !== 'closest' ||
      (INDISPENSABLE.has(wanted.kind) && !(wanted.kind === 'action-items' && listed)) ||
      (near && !parent && EXPECTED.has(wanted.kind)) ||
      // Many a team tells prevention among the action items.
      (choice.coverage >= 0.9 && !parent && wanted.kind === 'prevention');
    for (const section of missing.filter(isFirm)) {
      const { wanted, parent } = section;
      yield {
        span,
        message: parent ? 'nested' : 'missing',
        args: { title: wanted.title, template: template.name, parent: parent?.title ?? '' },
        data: { indexes: [missing.indexOf(section)], kinds: [wanted.kind] },
      };
    }
    // What a template nobody chose has beyond that is worth one mention.
    const rest = missing.filter((section) => !isFirm(section));
    if (rest.length > 0)
      yield {
        span,
        message: 'others',
        args: { titles: rest.map(({ wanted }) => `“${wanted.title}”`).join(', '), template: template.name },
        severity: 'information',
        data: {
          indexes: rest.map((section) => missing.indexOf(section)),
          kinds: rest.map(({ wanted }) => wanted.kind),
        },
      };
  },
  *fixes(finding, { postmortem, template, settings }) {
    const missing = missingSections(postmortem, template);
    const named = (finding.data as { indexes: number[] }).indexes.flatMap((index) => missing[index] ?? []);
    // Only a template that the document follows is filled in unattended.
    const unattended = isBinding(choiceOf(postmortem, template, settings)) ? 'safe' : 'template';
    const edits = named.map((section) => insertSection(section, postmortem));
    if (named.length === 0 || !isReadAsInserted(edits, postmortem)) return;
    yield {
      kind: missing.length === named.length ? unattended : 'template',
      title:
        named.length === 1
          ? t('Insert the section “{0}”', named[0]!.wanted.title)
          : t('Insert these {0} sections', named.length),
      edits,
      preferred: true,
    };
    if (missing.length > named.length)
      yield {
        kind: unattended,
        title: t('Insert all {0} missing sections', missing.length),
        edits: missing.map((section) => insertSection(section, postmortem)),
      };
  },
});
