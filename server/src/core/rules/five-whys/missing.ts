import { insertFiveWhys } from '../../edits/whyEdits.ts';
import { t } from '../../l10n.ts';
import { isUnfilled } from '../../model/placeholders.ts';
import type { Postmortem, Section } from '../../model/postmortem.ts';
import { hasContent } from '../../model/sections.ts';
import type { TemplateSection } from '../../model/template.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'five-whys/missing',
  title: 'A root cause analysis without a chain of whys',
  severity: 'information',
  completeness: true,
  exampleSection: 'Root Cause',
  docs: {
    why: 'The first cause found is rarely the one worth changing. A chain of whys shows how one got from the symptom to the system.',
    instead:
      'Ask why of each answer until the answer is something in the system, the process or the architecture. Branch where there are several causes.',
    notFlagged:
      'Chains in any form: numbered, nested, bold questions, tables, headings, “because” chains, arrows. An empty analysis, and one that is still a template.',
    sources: [
      {
        title: 'Atlassian incident handbook: postmortems',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
      {
        title: 'Card (2017): The problem with ‘5 whys’ — why one chain is seldom enough',
        url: 'https://qualitysafety.bmj.com/content/26/8/671',
      },
    ],
  },
  messages: { missing: 'No chain of whys leads to this cause: ask why of each answer, down to the system' },
  examples: [
    {
      name: 'prose only',
      bad: '## ⟦Root Cause⟧\n\nThe connection pool of the database was exhausted.',
      fixed:
        '## Root Cause\n\nThe connection pool of the database was exhausted.\n\n### Five Whys\n\n1. **Why?** [what failed, answering the impact]\n2. **Why?** [what made that possible]\n3. **Why?** [what made that possible]\n4. **Why?** [what made that possible]\n5. **Why?** [the cause in the system, the process or the architecture]\n\n**Root Cause:** [the cause that a change can remove]\n**Fix:** [the change that removes it]',
    },
    {
      name: 'a chain in the analysis',
      good: '1. Why did checkout fail? The pool was exhausted.\n2. Why was it exhausted? Retries have no limit.\n3. Why have they none? The client library sets no default.',
    },
    {
      name: 'a section of its own',
      good: '## Root Cause\n\nThe pool was exhausted.\n\n## Five Whys\n\n1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** The client library sets no default',
    },
    { name: 'an empty analysis', good: '## Root Cause\n\n## Impact\n\nCheckout failed for 12 minutes.' },
  ],
  *check({ postmortem, template }) {
    const cause = causeWithoutWhys(postmortem);
    if (!cause || requires(template.sections)) return;
    yield { span: cause.headingText, message: 'missing', data: {} };
  },
  *fixes(_finding, { postmortem, template }) {
    const cause = causeWithoutWhys(postmortem);
    if (cause)
      yield {
        kind: 'template',
        title: t('Insert a Five Whys'),
        edits: [insertFiveWhys(cause, template, postmortem)],
        preferred: true,
      };
  },
});

function causeWithoutWhys({ sections, whyChains }: Postmortem): Section | undefined {
  if (whyChains.length > 0 || sections.some(({ kind }) => kind === 'five-whys')) return undefined;
  return sections.find((section) => section.kind === 'root-cause' && hasContent(section) && !isTemplate(section));
}

function isTemplate(section: Section): boolean {
  const runs = [section, ...section.children].flatMap(({ blocks }) => blocks.flatMap((block) => block.prose ?? []));
  return runs.length > 0 && runs.every((run) => isUnfilled(run.data));
}

/** Where the template requires the section, its absence is the matter of structure/missing-section. */
function requires(sections: readonly TemplateSection[]): boolean {
  return sections.some((section) => (section.kind === 'five-whys' && !section.optional) || requires(section.children));
}
