import { t } from '../../l10n.ts';
import type { ActionItem } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { isPending } from './sharedFindings.ts';

const LEAD =
  /^\W*(?:(?:we|i|teams?|everyone) (?:will |should |must |need(?:s)? to |could |have to |want to )+(?:also )?|(?:need|plan|try|aim|have) to |to |should |please |possibly |also )?/i;
const VAGUE =
  /^(?:improv(?:e|ing)|enhanc(?:e|ing)|better|optimi[sz]e|strengthen|increase|more|look (?:in ?to|at)|investigat(?:e|ing)|explore|consider|think about|discuss|reflect(?: on)?|evaluate|assess|revisit|review|be (?:more|better)|work on|address|follow up(?: on)?|keep an eye on|ensure better|make (?:\w+ ){1,4}(?:better|easier|clearer|more \w+|robust|resilient)|continue to (?:monitor|investigate|improve))\b/i;
/** What makes an outcome checkable: a number, a name in code, a purpose, a condition, a deliverable. */
const CHECKABLE =
  /\d|[%<>≥≤`]|\b(?:so that|such that|until|unless|at least|at most|within|every|each|per (?:minute|hour|day|week)|threshold|below|above|by (?:adding|using|moving|removing|splitting|setting|running|introducing|making|having)|and (?:add|block|remove|set|fix|write|document|alert|move|replace|enforce|implement|create|decide|report)|instead of|from .+ to )\b|https?:/i;

export default defineRule({
  id: 'action-items/vague',
  title: 'The action has no outcome one can check',
  severity: 'information',
  exampleSection: 'Action Items',
  docs: {
    why: '“Improve monitoring” is never done and never not done. Nobody can close it, so nobody works on it.',
    instead: 'Start with a verb that ends, and say how one can tell: “Alert when the queue is older than 5 minutes”.',
    notFlagged:
      'Vague verbs with a number, a condition, a purpose, a name in code or a ticket that says more, and items that are done.',
    sources: [
      {
        title: 'PagerDuty Postmortem Guide: actionable, specific, bounded',
        url: 'https://postmortems.pagerduty.com/how_to_write/writing/#action-items',
      },
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: { vague: '“{verb}” has no end: say what changes and how one can tell that it has' },
  examples: [
    {
      name: 'improve',
      bad: '- ⟦Improve⟧ monitoring - Owner: @alice',
      fixed:
        '- Improve monitoring: [what changes], measured by [how one can tell that it is done within a number] - Owner: @alice',
    },
    { name: 'look into', bad: '| Action | Owner |\n| --- | --- |\n| ⟦Look into⟧ the retry behaviour | @alice |' },
    { name: 'we should', bad: '- We should ⟦be more⟧ proactive about capacity (@alice)' },
    { name: 'a verb that ends', good: '- Alert when the queue is older than 5 minutes (@alice)' },
    { name: 'a number', good: '- Improve the p99 of the lookup to 40 ms (@alice)' },
    {
      name: 'a ticket says more',
      good: '- Investigate the retry behaviour ([OPS-12](https://tickets.example.com/OPS-12))',
    },
  ],
  *check({ postmortem }) {
    for (const item of postmortem.actionItems.items) {
      if (!isPending(item) || item.placeholder || item.ticket) continue;
      const verb = vagueVerb(item);
      if (!verb || !item.prose) continue;
      const at = item.prose.text.indexOf(item.action.text);
      if (at < 0) continue;
      const start = at + verb.start;
      yield {
        span: item.prose.toSource({ start, end: start + verb.text.length }),
        message: 'vague',
        args: { verb: verb.text },
        data: { item: item.span.start },
      };
    }
  },
  *fixes(finding, { postmortem }) {
    const { item: start } = finding.data as { item: number };
    const item = postmortem.actionItems.items.find((candidate) => candidate.span.start === start);
    if (!item) return;
    const text = postmortem.source.text
      .slice(item.action.span.start, item.action.span.end)
      .replace(/(?<![.\s])[.\s]+$/, '');
    yield {
      kind: 'template',
      title: t('Say what changes and how one can tell'),
      edits: [
        replace(
          item.action.span,
          `${text}: [what changes], measured by [how one can tell that it is done within a number]`,
        ),
      ],
    };
  },
});

function vagueVerb({ action }: ActionItem): { text: string; start: number } | undefined {
  const text = action.text.slice(0, 600);
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const match = VAGUE.exec(text.slice(lead));
  if (!match || CHECKABLE.test(text)) return undefined;
  return { text: match[0], start: lead };
}
