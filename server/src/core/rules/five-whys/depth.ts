import * as v from 'valibot';
import { nextWhy } from '../../edits/whyEdits.ts';
import { t } from '../../l10n.ts';
import { countedDepth, deepestWhy } from '../../model/fiveWhys.ts';
import { nextQuestion } from '../../model/nextQuestion.ts';
import type { Postmortem, WhyChain } from '../../model/postmortem.ts';
import { isSystemic, rootCauseLevel } from '../../model/rootCauseLevel.ts';
import { defineRule } from '../rule.ts';

const OTHER_LANGUAGE = /^\W{0,4}(?:warum|wieso|weshalb|por qu[eêé]|pourquoi)(?!\p{L})/iu;

/** Below this many whys no mark makes a chain long enough. */
const SHORTEST = 3;

export default defineRule<{ whys: number }>({
  id: 'five-whys/depth',
  title: 'The chain of whys stops early',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Five Whys',
  options: v.object({
    whys: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Whys after which a chain is long enough.')),
      5,
    ),
  }),
  docs: {
    why: 'After one or two whys one has the mechanism of the failure, not the reason why the system allowed it.',
    instead:
      'Ask on until the answer is in the system, the process or the architecture; then mark the stop with a root cause and its fix.',
    notFlagged:
      'Chains of three or four whys that end in the system, the process or the architecture and are marked as finished (“Root Cause:” and a fix), chains that go on with a why to fill in, and chains that are still a template. Five is no law: the number can be configured.',
    sources: [
      {
        title: 'Atlassian incident handbook: postmortems',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
      {
        title: 'Card (2017): The problem with ‘5 whys’',
        url: 'https://qualitysafety.bmj.com/content/26/8/671',
      },
    ],
  },
  messages: {
    short: 'The chain stops after {whys}: ask “{question}”',
    mechanism: 'The chain ends in a mechanism, not in what allowed it: ask “{question}”',
    unmarked: 'The chain stops after {whys}: ask on, or mark the stop with “Root Cause:” and “Fix:”',
  },
  examples: [
    {
      name: 'two whys',
      bad: '1. **Why?** Checkout returned errors\n2. **Why?** ⟦The connection pool was too small⟧',
      fixed:
        '1. **Why?** Checkout returned errors\n2. **Why?** The connection pool was too small\n3. **Why was the connection pool too small?** [what made that possible]',
      severity: 'warning',
    },
    {
      name: 'two whys with a root cause are still two',
      bad: '1. **Why?** Checkout returned errors\n2. **Why?** ⟦The connection pool was too small⟧\n\n**Root Cause:** No load test in the pipeline\n**Fix:** Add a load test to the pipeline',
      severity: 'warning',
    },
    {
      name: 'three whys that end in a mechanism',
      bad: '1. **Why?** Checkout returned errors\n2. **Why?** Orders were stuck\n3. **Why?** ⟦The moon was full⟧',
      severity: 'warning',
    },
    {
      name: 'four whys that end in the process, not marked',
      bad: '- **Why did checkout fail?** The pool was exhausted\n- **Why was it exhausted?** Retries had no limit\n- **Why had they none?** The client library sets no default\n- **Why was that not seen?** ⟦Load tests are not part of the pipeline⟧',
      severity: 'information',
    },
    {
      name: 'five whys',
      good: '1. **Why?** Checkout returned errors\n2. **Why?** The connection pool was too small\n3. **Why?** The default of the library was used\n4. **Why?** Pool sizes are in no review checklist\n5. **Why?** Nobody owns the checklist',
    },
    {
      name: 'three whys with a marked stop',
      good: '1. **Why?** Checkout returned errors\n2. **Why?** The connection pool was too small\n3. **Why?** Load tests are not part of the pipeline\n\n**Root Cause:** No load test in the pipeline\n**Fix:** Add a load test to the pipeline',
    },
    {
      name: 'a branch is long enough',
      good: '- Checkout returned errors\n  - The pool was exhausted\n    - Retries had no limit\n      - The client library sets no default\n        - Defaults are in no review checklist\n          - Nobody owns the checklist\n  - The alert came late',
    },
  ],
  *check({ postmortem, options }) {
    for (const [index, chain] of postmortem.whyChains.entries()) {
      const found = shortness(chain, options.whys, postmortem);
      if (!found) continue;
      const last = chain.whys[deepestWhy(chain)]!;
      yield {
        span: last.answer.span,
        message: found.message,
        args: { whys: found.depth === 1 ? t('one why') : t('{0} whys', found.depth), question: asked(chain) },
        severity: found.message === 'unmarked' ? 'information' : 'warning',
        data: { chain: index },
      };
    }
  },
  *fixes(finding, { postmortem }) {
    const { chain: index } = finding.data as { chain: number };
    const chain = postmortem.whyChains[index];
    if (chain)
      yield {
        kind: 'template',
        title: t('Add the next why'),
        edits: [nextWhy(chain, postmortem.source)],
        preferred: true,
      };
  },
});

function shortness(
  chain: WhyChain,
  wanted: number,
  postmortem: Postmortem,
): { depth: number; message: 'short' | 'mechanism' | 'unmarked' } | undefined {
  const end = deepestWhy(chain);
  const depth = countedDepth(chain, end);
  const last = chain.whys[end];
  // A why to fill in goes on with the chain; an end in a person is the matter of five-whys/stops-at-person.
  if (!last || depth === 0 || depth >= wanted || chain.whys.some((why) => why.placeholder || why.answer.text === ''))
    return undefined;
  const { level } = rootCauseLevel(last.answer.text);
  if (level === 'person' || level === 'knowledge') return undefined;
  if (depth < SHORTEST) return { depth, message: 'short' };
  // What an answer in another language is about cannot be told.
  if (chain.whys.some(({ question }) => OTHER_LANGUAGE.test(question?.text ?? '')))
    return { depth, message: 'unmarked' };
  const systemic = isSystemic(last.answer.text) || (chain.rootCause !== undefined && isSystemic(chain.rootCause.text));
  if (!systemic) return { depth, message: 'mechanism' };
  const fixed = chain.fix !== undefined || postmortem.actionItems.items.length > 0;
  return chain.rootCause && fixed ? undefined : { depth, message: 'unmarked' };
}

function asked(chain: WhyChain): string {
  const last = chain.whys[deepestWhy(chain)]!;
  return nextQuestion(last.answer.text).slice(0, 70);
}
