import { atEndOf } from '../../edits/sectionEdits.ts';
import { t } from '../../l10n.ts';
import type { Postmortem, TimelineEntry } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

const EXPLAINS =
  /(?:[,;]|(?<![\s,;]))\s*\b(?:because|due to|caused by|as a result of|which was (?:due|because)|obviously|clearly|should (?:not )?have(?: been)?|as expected|unfortunately|luckily)\b/i;

export default defineRule({
  id: 'timeline/interpretation',
  title: 'An explanation in the timeline',
  severity: 'off',
  exampleSection: 'Timeline',
  docs: {
    why: 'A timeline tells what was seen and done at that moment. Explanations are hindsight there: nobody knew them yet.',
    instead: 'Keep the fact, and move the explanation to the root cause analysis.',
    notFlagged: 'Milestones of the response ("root cause hypothesis formed") are facts.',
    sources: [
      {
        title: 'PagerDuty Postmortem Guide: stick to the facts',
        url: 'https://postmortems.pagerduty.com/how_to_write/writing/',
      },
    ],
  },
  messages: {
    explains: '“{word}” explains: the timeline states what was seen and done; move the reason to the root cause',
  },
  examples: [
    {
      name: 'a because',
      bad: '## Timeline\n\nAll times in UTC:\n\n- 14:02 - Alert fired\n- 14:05 - Pods restarted⟦ because the probe limit was too small⟧\n\n## Root Cause\n\nThe probe limit was copied from another service.',
      fixed:
        '## Timeline\n\nAll times in UTC:\n\n- 14:02 - Alert fired\n- 14:05 - Pods restarted\n\n## Root Cause\n\nThe probe limit was copied from another service.\n\n- 14:05: Pods restarted because the probe limit was too small',
    },
    { name: 'a fact', good: 'All times in UTC:\n\n- 14:02 - Alert fired\n- 14:20 - Root cause hypothesis formed' },
    { name: 'an action', good: 'All times in UTC:\n\n- 14:02 - Alert fired\n- 14:20 - Rollback deployed' },
  ],
  *check({ postmortem }) {
    for (const { entries } of postmortem.timelines)
      for (const entry of entries) {
        const found = explanation(entry);
        if (!found) continue;
        yield {
          span: found,
          message: 'explains',
          args: { word: EXPLAINS.exec(entry.event.text)![0].replace(/^[,;\s]+/, '') },
          data: { at: entry.span.start },
        };
      }
  },
  *fixes(finding, { postmortem }) {
    const { at } = finding.data as { at: number };
    const entry = entryAt(postmortem, at);
    const cause = postmortem.sections.find((section) => section.kind === 'root-cause');
    if (!entry || !cause) return;
    const when = entry.time ? `${entry.time.text}: ` : '';
    const sentence = entry.event.text.replace(/[\n\u2028]+/g, ' ');
    yield {
      kind: 'rewrite',
      title: t('Move the explanation to the root cause'),
      edits: [replace(finding.span, ''), atEndOf(cause, `- ${when}${sentence}`, postmortem)],
    };
  },
});

function entryAt({ timelines }: Postmortem, at: number): TimelineEntry | undefined {
  return timelines.flatMap((timeline) => timeline.entries).find((entry) => entry.span.start === at);
}

/** From the word that explains to the end of its clause. */
function explanation({ event, prose, milestones }: TimelineEntry): Span | undefined {
  if (milestones.includes('hypothesis') || event.text.length > 1000) return undefined;
  const match = EXPLAINS.exec(event.text);
  if (!match || match.index === 0) return undefined;
  const stop = /[.;](?=\s|$)|[\n\u2028]/.exec(event.text.slice(match.index + 1));
  const end = stop ? match.index + 1 + stop.index : event.text.length;
  if (!prose) return { start: event.span.start + match.index, end: event.span.start + end };
  const offset = prose.text.length - event.text.length;
  const shift = prose.text.endsWith(event.text) ? offset : prose.text.indexOf(event.text);
  return shift < 0 ? undefined : prose.toSource({ start: shift + match.index, end: shift + end });
}
