import { t } from '../../l10n.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { Why } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import type { SourceText } from '../../text/source.ts';
import { defineRule } from '../rule.ts';

/** Whether a question stands indented below the one that has no answer of its own. */
function isAskedOn(why: Why, whys: readonly Why[], source: SourceText): boolean {
  const columnOf = ({ span }: Why) => source.positionAt(span.start).character;
  const index = whys.indexOf(why);
  return (
    why.question !== undefined &&
    whys.some(
      ({ parent, question }, other) =>
        parent === index && question !== undefined && columnOf(whys[other]!) > columnOf(why),
    )
  );
}

export default defineRule({
  id: 'five-whys/empty-answer',
  title: 'A why without an answer',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Five Whys',
  docs: {
    why: 'A question left open looks like a chain that was thought through and was not.',
    instead: 'Answer it, write that it is not known and how one will find out, or remove it.',
    notFlagged: 'Template text in brackets: structure/placeholder tells it.',
    sources: [
      {
        title: 'Atlassian incident handbook: postmortems',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
    ],
  },
  messages: { empty: 'This why has no answer: answer it, or say what is not known' },
  examples: [
    {
      name: 'nothing behind the question',
      bad: '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **⟦Why?⟧**',
      fixed: '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why? [answer]**',
    },
    {
      name: 'an empty cell',
      bad: '| Why | Answer |\n| --- | --- |\n| Why did it fail? | The pool was exhausted |\n| ⟦Why was it exhausted?⟧ |  |',
    },
    { name: 'a question mark', bad: '1. **Why?** The pool was exhausted\n2. **Why?** ⟦???⟧' },
    {
      name: 'answered',
      good: '1. **Why?** The pool was exhausted\n2. **Why?** Retries have no limit\n3. **Why?** No default',
    },
    {
      name: 'answered by the question below it',
      good: '1. Why did checkout fail?\n   - Why was the pool exhausted?\n     - Retries have no limit',
    },
    {
      name: 'the next question on the same level is no answer',
      bad: '1. ⟦Why did checkout fail?⟧\n2. Why was the pool exhausted?\n   - Retries have no limit',
    },
    { name: 'template text', good: '1. **Why?** The pool was exhausted\n2. **Why?** [what made that possible]' },
  ],
  *check({ postmortem }) {
    for (const { whys } of postmortem.whyChains)
      for (const why of whys) {
        const { answer, question } = why;
        // "Why A?" with "Why B?" below it says what A asks on.
        if (answer.text === '' && isAskedOn(why, whys, postmortem.source)) continue;
        if (answer.text !== '' && !(why.placeholder && !isPlaceholder(answer.text))) continue;
        const span = answer.text !== '' ? answer.span : (question?.span ?? why.span);
        yield {
          span,
          message: 'empty',
          data: { answer: answer.span, empty: answer.text === '', question: question?.span },
        };
      }
  },
  *fixes(finding) {
    const { answer, empty, question } = finding.data as {
      answer: { start: number; end: number };
      empty: boolean;
      question?: { start: number; end: number };
    };
    if (!empty) yield { kind: 'template', title: t('Insert a fill-in'), edits: [replace(answer, '[answer]')] };
    else if (question && answer.start <= question.end + 4)
      yield {
        kind: 'template',
        title: t('Insert a fill-in'),
        edits: [replace({ start: question.end, end: question.end }, ' [answer]')],
      };
    else yield { kind: 'template', title: t('Insert a fill-in'), edits: [replace(answer, '[answer]')] };
  },
});
