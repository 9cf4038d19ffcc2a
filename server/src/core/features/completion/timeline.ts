import type { Checked } from '../../engine/check.ts';
import { t } from '../../l10n.ts';
import type { Milestone } from '../../model/postmortem.ts';
import { addTimelineEntry } from '../addTimelineEntry.ts';
import { milestoneName } from '../milestoneName.ts';
import type { CompletionChoice, CompletionPlace } from './item.ts';

/** Milestones in the order in which incidents pass them, with the words of an entry. */
const STEPS: readonly (readonly [Milestone, string])[] = [
  ['start', 'Impact began: [what users saw]'],
  ['detection', 'Incident detected via [alert or user report]'],
  ['assignment', 'Incident Commander assigned'],
  ['hypothesis', 'Root cause hypothesis formed: [which]'],
  ['fix-attempt', 'Fix attempted: [rollback or patch]'],
  ['mitigation', 'Impact mitigated: [by what]'],
  ['verification', 'Fix verified: [how]'],
  ['resolution', 'Incident resolved'],
];

/** The next entry of the timeline with the time now, on a line that is started and empty: of any event, and of missing milestones. */
export function timelineChoices(checked: Checked, place: CompletionPlace, now: number): CompletionChoice[] {
  const { postmortem } = checked;
  const section = postmortem?.sections.findLast(
    ({ heading, span }) => heading.end <= place.lineStart && place.offset <= span.end + 1,
  );
  if (!postmortem || section?.kind !== 'timeline') return [];
  if (!/^[ \t]*(?:[-*+]|\d+[.)]|\|)[ \t]*\**$/.test(place.before) || place.after.trim() !== '') return [];
  const edit = addTimelineEntry(checked, now).edits?.[0];
  const line = edit?.text.replace(/^\s*\n/, '').trim();
  if (!line?.includes('[what happened]')) return [];
  const told = new Set(postmortem.timelines.flatMap(({ entries }) => entries.flatMap(({ milestones }) => milestones)));
  const replace = { start: place.lineStart, end: place.offset };
  const entry = (label: string, detail: string, event: string): CompletionChoice => ({
    label,
    kind: 'entry',
    detail,
    replace,
    text: line.replace('[what happened]', event),
    filter: `${place.before}${label}`,
  });
  const last = STEPS.findLastIndex(([milestone]) => told.has(milestone));
  const missing = STEPS.filter(([milestone]) => !told.has(milestone));
  const ahead = missing.filter((step) => STEPS.indexOf(step) > last);
  return [
    entry(t('Entry with the time now'), t('timeline'), '[what happened]'),
    ...[...ahead, ...missing.filter((step) => !ahead.includes(step))].map(([milestone, event]) =>
      entry(event.replace(/: \[.*| \[.*/, ''), t('{0}, not told yet', milestoneName(milestone)), event),
    ),
  ];
}
