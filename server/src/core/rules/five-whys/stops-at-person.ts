import { nextWhy } from '../../edits/whyEdits.ts';
import { t } from '../../l10n.ts';
import type { Why, WhyChain } from '../../model/postmortem.ts';
import { rootCauseLevel } from '../../model/rootCauseLevel.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

const QUESTION = 'Why did the system allow that?';
/** A question that already asks what the system did. */
const ASKS_SYSTEM =
  /\b(?:system|allow(?:ed)?|possible|let|catch|caught|prevent(?:ed)?|stop(?:ped)?|safeguard|guard|check|notice(?:d|able)?|visible|alert)\b/i;

export default defineRule({
  id: 'five-whys/stops-at-person',
  title: 'A why that ends at a person',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Five Whys',
  docs: {
    why: 'People err every day; systems decide what comes of it. A chain that ends at a person ends where the analysis begins, and its only remedy is “be careful”.',
    instead:
      'Ask on: why did the system allow that, why was it the sensible thing to do at that moment, what would have caught it?',
    notFlagged:
      'Answers about systems, processes and teams’ decisions (“we prioritised speed”), and a person in the middle of a chain whose next question asks about the system.',
    sources: [
      { title: 'PagerDuty Postmortem Guide: blameless', url: 'https://postmortems.pagerduty.com/culture/blameless/' },
      { title: 'Dekker: The Field Guide to Understanding ‘Human Error’', url: 'https://sidneydekker.com/books/' },
    ],
  },
  messages: {
    end: '“{words}” ends the chain at a person: ask why the system allowed that',
    middle: '“{words}” speaks of a person: let the next why ask about the system',
  },
  examples: [
    {
      name: 'the last answer is a human error',
      bad: '1. **Why?** Orders were lost\n2. **Why?** The table was dropped\n3. **Why?** ⟦Human error⟧',
      fixed:
        '1. **Why?** Orders were lost\n2. **Why?** The table was dropped\n3. **Why?** Human error\n4. **Why did the system allow that?** [what made that possible]',
      severity: 'warning',
    },
    {
      name: 'the last answer is a knowledge gap',
      bad: '1. **Why?** Orders were lost\n2. **Why?** The table was dropped\n3. **Why?** ⟦The new engineer did not know that the shell was on production⟧',
      severity: 'warning',
    },
    {
      name: 'in a table',
      bad: '| # | Why | Answer |\n| --- | --- | --- |\n| 1 | Why were orders lost? | The table was dropped |\n| 2 | Why was it dropped? | ⟦Someone forgot to switch the shell⟧ |',
      fixed:
        '| # | Why | Answer |\n| --- | --- | --- |\n| 1 | Why were orders lost? | The table was dropped |\n| 2 | Why was it dropped? | Someone forgot to switch the shell |\n| 3 | Why did the system allow that? | [what made that possible] |',
    },
    {
      name: 'a person in the middle',
      bad: '1. **Why?** Orders were lost\n2. **Why?** ⟦The operator typed the wrong host name⟧\n3. **Why?** Both shells look the same\n4. **Why?** The image sets no prompt\n5. **Why?** The image has no owner',
      severity: 'hint',
    },
    {
      name: 'the chain goes on to the system',
      good: '1. Why were orders lost? The table was dropped.\n2. Why was it dropped? The operator typed the wrong host name.\n3. Why did the system allow that? The shell asks for no confirmation on production.\n4. Why not? The tooling has no notion of environments.\n5. Why? Nobody owns the tooling.',
    },
    {
      name: 'a team’s decision',
      good: '1. **Why?** Database ran out of connections\n2. **Why?** The pool was too small\n3. **Why?** We did not load test the feature\n4. **Why?** Load testing is not part of the pipeline\n5. **Why?** We prioritised speed over reliability',
    },
  ],
  *check({ postmortem }) {
    for (const [index, chain] of postmortem.whyChains.entries())
      for (const [at, why] of chain.whys.entries()) {
        if (why.placeholder || why.answer.text === '') continue;
        const { level, reason } = rootCauseLevel(why.answer.text);
        if (level !== 'person' && level !== 'knowledge') continue;
        const next = following(chain, at);
        if (next.some((other) => ASKS_SYSTEM.test(other.question?.text ?? ''))) continue;
        const end = next.every((other) => other.answer.text === '' || other.placeholder);
        yield {
          span: why.answer.span,
          message: end ? 'end' : 'middle',
          args: { words: reason },
          severity: end ? 'warning' : 'hint',
          data: { chain: index, why: at, end },
        };
      }
  },
  *fixes(finding, { postmortem }) {
    const { chain: index, why: at, end } = finding.data as { chain: number; why: number; end: boolean };
    const chain: WhyChain | undefined = postmortem.whyChains[index];
    if (!chain) return;
    if (end)
      yield {
        kind: 'template',
        title: t('Ask on: “{0}”', QUESTION),
        edits: [nextWhy(chain, postmortem.source, at, QUESTION)],
        preferred: true,
      };
    yield {
      kind: 'rewrite',
      title: t('Write what the system lacked'),
      edits: [
        replace(finding.span, '[which check, default or alert] was missing, so that [what happened] was possible'),
      ],
    };
  },
});

/** The whys that ask on from one: those behind it, up to the next that asks on from an earlier one. */
function following({ whys }: WhyChain, at: number): Why[] {
  const found: Why[] = [];
  for (let index = at + 1; index < Math.min(whys.length, at + 200) && (whys[index]!.parent ?? -1) >= at; index++)
    if (whys[index]!.parent === at) found.push(whys[index]!);
  return found;
}
