import { t } from '../../l10n.ts';
import { repeatedWhy } from '../../model/fiveWhys.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'five-whys/circular',
  title: 'An answer that repeats an earlier one',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Five Whys',
  docs: {
    why: 'A cause cannot be its own cause. Where an answer comes back, the step between the two is missing.',
    instead: 'Answer with something that was there before: a design, a limit, a decision, a missing check.',
    notFlagged: 'Answers that share words but say more, and equal answers on different branches.',
    sources: [
      {
        title: 'Five Rules of Causation (NASA, VA National Center for Patient Safety)',
        url: 'https://www.patientsafety.va.gov/docs/TeamSTEPPS-CRM/CrmTeamstepsIGs/FiveRulesofCausation.pdf',
      },
    ],
  },
  messages: { repeats: 'This repeats an earlier answer: what was there before it?' },
  examples: [
    {
      name: 'the same words',
      bad: '1. **Why?** The pool was exhausted\n2. **Why?** Retries piled up\n3. **Why?** ⟦The pool was exhausted⟧',
    },
    {
      name: 'the same in other forms of the words',
      bad: '1. Why did checkout fail? Retries exhausted the pool.\n2. Why were there retries? The gateway timed out.\n3. Why did it time out? ⟦The retries have exhausted the pool.⟧',
    },
    {
      name: 'words in common',
      good: '1. **Why?** The pool was exhausted\n2. **Why?** The pool was sized for half the traffic\n3. **Why?** Pool sizes are in no review checklist',
    },
    {
      name: 'on two branches',
      good: '- Checkout failed\n  - The pool was exhausted\n    - No load test\n  - The alert came late\n    - No load test',
    },
  ],
  *check({ postmortem }) {
    for (const chain of postmortem.whyChains)
      for (const index of chain.whys.keys()) {
        const earlier = repeatedWhy(chain, index);
        if (!earlier) continue;
        yield {
          span: chain.whys[index]!.answer.span,
          message: 'repeats',
          related: [{ span: earlier.answer.span, message: t('The earlier answer') }],
        };
      }
  },
});
