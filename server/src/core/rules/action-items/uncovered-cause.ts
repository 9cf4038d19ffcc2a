import { stemmer } from 'stemmer';
import { t } from '../../l10n.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { Postmortem, Value } from '../../model/postmortem.ts';
import { remembered } from '../../text/remembered.ts';
import { defineRule } from '../rule.ts';
import { addItem } from './sharedFill.ts';

export default defineRule({
  id: 'action-items/uncovered-cause',
  title: 'A contributing factor that no action addresses',
  severity: 'hint',
  exampleSection: 'Contributing Factors',
  docs: {
    why: 'A factor that nobody addresses will contribute again. Leaving it can be right, but then it is a decision.',
    instead: 'Add an action for the factor, or say that it is accepted.',
    notFlagged:
      'Factors that share a word that carries meaning with an action, and factors that are said to be accepted.',
    sources: [
      {
        title: 'AWS: creating a correction of errors document',
        url: 'https://aws.amazon.com/blogs/mt/creating-a-correction-of-errors-document/',
      },
    ],
  },
  messages: { uncovered: 'No action item addresses this factor: add one, or say that it is accepted' },
  examples: [
    {
      name: 'one of two factors',
      bad: '## Contributing Factors\n\n1. The deploy pipeline has no canary step\n2. ⟦Dashboards refresh only every ten minutes⟧\n\n## Action Items\n\n- Add a canary step to the deploy pipeline (@alice)',
      fixed:
        '## Contributing Factors\n\n1. The deploy pipeline has no canary step\n2. Dashboards refresh only every ten minutes\n\n## Action Items\n\n- Add a canary step to the deploy pipeline (@alice)\n- [what changes] for: Dashboards refresh only every ten minutes',
    },
    {
      name: 'all addressed',
      good: '## Contributing Factors\n\n1. The deploy pipeline has no canary step\n\n## Action Items\n\n- Deploy through canaries first (@alice)',
    },
    {
      name: 'accepted',
      good: '## Contributing Factors\n\n1. Dashboards refresh only every ten minutes (accepted)\n\n## Action Items\n\n- Deploy through canaries first (@alice)',
    },
  ],
  *check({ postmortem }) {
    const items = postmortem.actionItems.items.filter((item) => !item.placeholder);
    if (items.length === 0) return;
    const covered = new Set(items.flatMap((item) => stems(item.action.text)));
    for (const factor of factors(postmortem)) {
      const words = stems(factor.text);
      if (words.length > 1 && !words.some((word) => covered.has(word)))
        yield { span: factor.span, message: 'uncovered', data: { text: factor.text } };
    }
  },
  *fixes(finding, { postmortem }) {
    const { text } = finding.data as { text: string };
    const group = postmortem.actionItems.groups.at(-1);
    const short = text.replace(/[\n\u2028|]+/g, ' ').slice(0, 120);
    const edit = group && addItem(group, `[what changes] for: ${short}`, postmortem);
    if (edit) yield { kind: 'template', title: t('Add an action item for this factor'), edits: [edit] };
  },
});

/** The items of the lists of contributing factors, and the root causes of the chains of whys. */
function factors({ sections, whyChains }: Postmortem): Value[] {
  const listed = sections
    .filter(({ kind }) => kind === 'contributing-factors')
    .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'list').flatMap((list) => list.children))
    .flatMap((item) => {
      const run = item.children.find((child) => child.kind === 'paragraph')?.prose;
      return run?.text ? [{ text: run.text, span: run.span }] : [];
    });
  const roots = whyChains.flatMap(({ rootCause, fix }) => (rootCause && !fix ? [rootCause] : []));
  return [...listed, ...roots].filter(({ text }) => !isPlaceholder(text) && !/\baccepted\b|\bwon't fix\b/i.test(text));
}

const COMMON =
  /^(?:about|after|again|also|another|because|been|before|being|both|cause|caused|could|does|done|during|each|even|every|factor|first|from|have|here|into|issue|just|lack|less|like|made|make|many|missing|more|most|much|need|never|none|only|other|over|part|problem|rather|same|should|some|such|than|that|their|them|then|there|these|they|this|those|time|took|used|using|very|wasn|were|what|when|where|which|while|will|with|without|would|your)$/;

const stems = remembered((text): readonly string[] => {
  const words =
    text
      .slice(0, 1000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words.filter((word) => !COMMON.test(word)).map((word) => stemmer(word)))];
}, 500);
