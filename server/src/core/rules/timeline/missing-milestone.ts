import { entryBeside } from '../../edits/timelineEdits.ts';
import { t } from '../../l10n.ts';
import type { Milestone, Postmortem, TimelineEntry } from '../../model/postmortem.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

type Told = 'start' | 'detection' | 'assignment' | 'mitigation' | 'resolution';

/** Milestones by the milestones that tell them, with the words of an entry. */
const WANTED: readonly { name: Told; by: readonly Milestone[]; event: string }[] = [
  { name: 'start', by: ['start'], event: 'Impact starts: [what users saw first]' },
  {
    name: 'detection',
    by: ['detection'],
    event: 'Incident detected via [alert or user report]',
  },
  { name: 'assignment', by: ['assignment'], event: 'Incident commander assigned' },
  {
    name: 'mitigation',
    by: ['mitigation', 'fix-attempt', 'resolution'],
    event: 'Impact mitigated: [what was done]',
  },
  { name: 'resolution', by: ['resolution'], event: 'Incident resolved' },
];

/** The milestones in the words of the message. */
const spoken = (): Readonly<Record<Told, string>> => ({
  start: t('the start of the impact'),
  detection: t('the detection'),
  assignment: t('who took the lead'),
  mitigation: t('the mitigation'),
  resolution: t('the resolution'),
});

export default defineRule({
  id: 'timeline/missing-milestone',
  title: 'No entry tells the start, the detection, the lead, the mitigation or the end',
  severity: 'information',
  completeness: true,
  exampleSection: 'Timeline',
  docs: {
    why: 'Time to detect, to mitigate and to recover are told by these entries. Without them the duration can only be claimed.',
    instead: 'Give each milestone an entry of its own: impact starts, detected, lead assigned, mitigated, resolved.',
    notFlagged:
      'Milestones told in other words ("error rates return to normal"), a fix that ends the impact, and timelines that are still a template.',
    sources: [
      { title: 'FireHydrant: incident milestones', url: 'https://docs.firehydrant.com/docs/incident-milestones' },
      {
        title: 'Wikimedia incident documentation: full report template',
        url: 'https://wikitech.wikimedia.org/wiki/Incidents/Full_report_template',
      },
    ],
  },
  messages: { missing: 'No entry tells {milestones}: add an entry for it, or mark the one that does' },
  examples: [
    {
      name: 'no start and no lead',
      bad: '## ⟦Timeline⟧\n\nAll times in UTC:\n\n- **14:02** - Incident detected via the error rate alert\n- **14:20** - Rollback deployed\n- **14:31** - Incident resolved',
      fixed:
        '## Timeline\n\nAll times in UTC:\n\n- **[HH:MM]** - Impact starts: [what users saw first]\n- **14:02** - Incident detected via the error rate alert\n- **[HH:MM]** - Incident commander assigned\n- **14:20** - Rollback deployed\n- **14:31** - Incident resolved',
    },
    {
      name: 'no end, in a table',
      bad: '## ⟦Timeline⟧\n\n| Time (UTC) | Who | Event |\n| --- | --- | --- |\n| 13:58 | monitor | Errors begin |\n| 14:02 | monitor | Alert fired |\n| 14:05 | on-call | On-call engineer acknowledged |\n| 14:20 | on-call | Rollback deployed |',
      fixed:
        '## Timeline\n\n| Time (UTC) | Who | Event |\n| --- | --- | --- |\n| 13:58 | monitor | Errors begin |\n| 14:02 | monitor | Alert fired |\n| 14:05 | on-call | On-call engineer acknowledged |\n| 14:20 | on-call | Rollback deployed |\n| [HH:MM] |  | Incident resolved |',
    },
    {
      name: 'all told',
      good: 'All times in UTC:\n\n- 13:58 - First failed logins\n- 14:02 - Alert fired\n- 14:05 - Incident commander assigned\n- 14:20 - Rollback deployed\n- 14:31 - Error rate back to normal',
    },
    {
      name: 'still a template',
      good: 'All times in UTC:\n\n- **HH:MM** - [event]\n- **HH:MM** - [event]',
    },
  ],
  *check({ postmortem }) {
    const missing = missingIn(postmortem);
    const timeline = postmortem.timelines[0];
    if (!timeline || missing.length === 0) return;
    yield {
      span: timeline.section.headingText,
      message: 'missing',
      args: { milestones: listed(missing.map(({ name }) => spoken()[name])) },
    };
  },
  *fixes(_finding, { postmortem }) {
    const missing = missingIn(postmortem);
    const edits = missing.map((milestone) => insertion(milestone, postmortem)).filter((edit) => edit !== undefined);
    if (edits.length === missing.length)
      yield {
        kind: 'template',
        title: edits.length === 1 ? t('Insert the missing entry') : t('Insert the {0} missing entries', edits.length),
        edits,
        preferred: true,
      };
  },
});

function missingIn(postmortem: Postmortem): (typeof WANTED)[number][] {
  const entries = postmortem.timelines.flatMap((timeline) => timeline.entries);
  const filled = entries.filter((entry) => entry.problem !== 'placeholder');
  if (filled.length === 0) return [];
  return WANTED.filter(
    ({ by }) => !entries.some((entry) => entry.milestones.some((milestone) => by.includes(milestone))),
  );
}

/** Where an entry for the milestone belongs: behind the last of the milestones before it, in front of all where there is none. */
function insertion({ name, event }: (typeof WANTED)[number], { timelines, source }: Postmortem): TextEdit | undefined {
  const place = WANTED.findIndex((wanted) => wanted.name === name);
  const holding = timelines.flatMap((timeline) => timeline.entries.map((entry) => ({ timeline, entry })));
  const at = (milestone: Told, last: boolean) => {
    const by = WANTED.find((wanted) => wanted.name === milestone)!.by;
    const match = ({ entry }: { entry: TimelineEntry }) =>
      entry.milestones.some((own) => own === milestone || by[0] === own);
    return last ? holding.findLast(match) : holding.find(match);
  };
  const written = { time: '[HH:MM]', event };
  if (name === 'resolution') {
    const end = holding.at(-1)!;
    return entryBeside(end.timeline, end.entry, 'after', written, source);
  }
  if (name === 'mitigation') {
    const end = at('resolution', false);
    if (end) return entryBeside(end.timeline, end.entry, 'before', written, source);
    const last = holding.at(-1)!;
    return entryBeside(last.timeline, last.entry, 'after', written, source);
  }
  for (let before = place - 1; before >= 0; before--) {
    const found = at(WANTED[before]!.name, false);
    if (found) return entryBeside(found.timeline, found.entry, 'after', written, source);
  }
  const top = holding[0]!;
  return entryBeside(top.timeline, top.entry, 'before', written, source);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : t('{0} or {1}', words.slice(0, -1).join(', '), words.at(-1)!);
}
