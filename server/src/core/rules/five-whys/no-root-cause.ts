import { contentEnd } from '../../edits/listEdits.ts';
import { t } from '../../l10n.ts';
import { countedDepth, deepestWhy } from '../../model/fiveWhys.ts';
import type { Postmortem, WhyChain } from '../../model/postmortem.ts';
import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'five-whys/no-root-cause',
  title: 'No root cause after the chain, or no fix for it',
  severity: 'information',
  completeness: true,
  exampleSection: 'Five Whys',
  docs: {
    why: 'The chain is the way; the root cause and its fix are what one came for. Without them readers pick one of the answers themselves.',
    instead: 'Write “**Root Cause:**” and “**Fix:**” below the chain.',
    notFlagged:
      'A root cause in the section that follows, action items in place of a fix, and chains that are still too short or a template.',
    sources: [
      {
        title: 'Atlassian incident handbook: postmortems',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
    ],
  },
  messages: {
    cause: 'No root cause is named after this chain: write “Root Cause:” below it',
    fix: 'No fix is named for this root cause: write “Fix:” below it',
  },
  examples: [
    {
      name: 'neither',
      bad: '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** ⟦The client library sets no default⟧',
      fixed:
        '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** The client library sets no default\n\n**Root Cause:** The client library sets no default\n**Fix:** [the change that removes it]',
    },
    {
      name: 'no fix',
      bad: '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** The client library sets no default\n\n**Root Cause:** ⟦No default limit for retries⟧',
      fixed:
        '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** The client library sets no default\n\n**Root Cause:** No default limit for retries\n**Fix:** [the change that removes it]',
    },
    {
      name: 'both',
      good: '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** The client library sets no default\n\n**Root Cause:** No default limit for retries\n**Fix:** Set one in the library',
    },
    {
      name: 'a section behind and action items',
      good: '## Five Whys\n\n1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** The client library sets no default\n\n## Root Cause\n\nNo default limit for retries.\n\n## Action Items\n\n- Set a limit in the library (@alice)',
    },
  ],
  *check({ postmortem }) {
    for (const [index, chain] of postmortem.whyChains.entries()) {
      const lacks = lacking(chain, postmortem);
      if (!lacks) continue;
      const last = chain.whys[deepestWhy(chain)]!;
      yield {
        span: lacks === 'cause' ? last.answer.span : chain.rootCause!.span,
        message: lacks,
        data: { chain: index },
      };
    }
  },
  *fixes(finding, { postmortem }) {
    const { chain: index } = finding.data as { chain: number };
    const chain = postmortem.whyChains[index];
    const lacks = chain && lacking(chain, postmortem);
    if (!chain || !lacks) return;
    const { source, actionItems } = postmortem;
    const { eol } = source;
    const fix = '**Fix:** [the change that removes it]';
    if (lacks === 'fix') {
      const at = contentEnd(chain.rootCause!.span, source);
      yield { kind: 'template', title: t('Insert the fix'), edits: [insert(at, eol + fix)], preferred: true };
      return;
    }
    const last = chain.whys[deepestWhy(chain)]!;
    const answer = source.text.slice(last.answer.span.start, last.answer.span.end).replace(/(?<!\s)\s*\n\s*/g, ' ');
    const lines = [`**Root Cause:** ${answer}`];
    if (!chain.fix && actionItems.items.length === 0) lines.push(fix);
    yield {
      kind: 'template',
      title: t('Insert the root cause'),
      edits: [insert(contentEnd(chain.span, source), eol + eol + lines.join(eol))],
      preferred: true,
    };
  },
});

function lacking(chain: WhyChain, { actionItems, sections }: Postmortem): 'cause' | 'fix' | undefined {
  if (countedDepth(chain, deepestWhy(chain)) < 3 || chain.whys.some((why) => why.placeholder || why.answer.text === ''))
    return undefined;
  const told =
    chain.section.kind === 'five-whys' &&
    sections.some(({ kind, children }) => kind === 'root-cause' && !children.includes(chain.section));
  if (!chain.rootCause && !told) return 'cause';
  return chain.fix || actionItems.items.length > 0 || !chain.rootCause ? undefined : 'fix';
}
