import type { Milestone, Postmortem, TimelineEntry } from '../../model/postmortem.ts';
import type { MomentKind } from './questions.ts';

/** An entry of the timeline worth stopping at. */
export interface Moment {
  readonly kind: MomentKind;
  readonly entry: TimelineEntry;
}

/** A stretch of the timeline without an entry. */
export interface QuietStretch {
  readonly from: TimelineEntry;
  readonly to: TimelineEntry;
  readonly minutes: number;
}

/** What a milestone is to a review; those that say nothing about people's thinking are left out. */
const OF_MILESTONE: Partial<Record<Milestone, MomentKind>> = {
  detection: 'detection',
  assignment: 'help',
  hypothesis: 'diagnosis',
  'fix-attempt': 'decision',
  mitigation: 'mitigation',
  resolution: 'resolution',
};

/** Words that tell more than the milestone does: where people were surprised, sure, or turned to others. The first that fits counts. */
const SPEAKS_OF: readonly (readonly [MomentKind, RegExp])[] = [
  [
    'surprise',
    /\b(?:unexpected(?:ly)?|surpris(?:ed|ing|ingly|e)|turn(?:s|ed) out|strange(?:ly)?|odd(?:ly)?|weird(?:ly)?|confus(?:ed|ing|ion)|no (?:effect|change|improvement)|(?:did|does|do) not (?:help|work)|didn['’]t (?:help|work)|still (?:failing|down|broken|seeing)|again|in fact|despite|instead of)\b/i,
  ],
  [
    'certainty',
    /\b(?:obvious(?:ly)?|of course|clear(?:ly)? (?:that|was)|knew|known issue|recogni[sz]ed|remember(?:ed|s)?|as usual|as always|like last time|same as|must (?:be|have been)|certain(?:ly)?)\b/i,
  ],
  [
    'help',
    /\b(?:pag(?:ed|es|ing)|escalat(?:ed|es|ing|ion)|call(?:ed|s|ing) (?:in|for|the)|ask(?:ed|s|ing)|join(?:ed|s)|brought in|reached out|contact(?:ed|s)|ping(?:ed|s)|support (?:case|ticket)|vendor)\b/i,
  ],
  [
    'decision',
    /\b(?:decid(?:ed|es|ing)|decision|cho(?:se|sen)|agreed|opted|declar(?:ed|es)|roll(?:ed|ing|s)? ?back|revert(?:ed|ing|s)?|fail(?:ed|ing)? over|restart(?:ed|ing|s)?|scal(?:ed|ing|es) (?:up|down|out)|disabled|turned off|drained|paused|go ahead)\b/i,
  ],
  [
    'diagnosis',
    /\b(?:suspect(?:ed|s|ing)?|hypothes[ei]s|investigat(?:ed|es|ing|ion)|looking (?:into|at)|found|identified|traced|logs? show|narrowed|ruled out|correlat(?:ed|es|ion))\b/i,
  ],
];

/** The moments of all timelines, in order; entries that are unfilled or tell of nothing but a fact are left out. */
export function momentsOf(postmortem: Postmortem): Moment[] {
  const moments: Moment[] = [];
  for (const entry of postmortem.timelines.flatMap((timeline) => timeline.entries)) {
    if (entry.problem === 'placeholder' || entry.event.text.trim() === '') continue;
    const noticed = moments.some((moment) => moment.kind === 'detection');
    const kind = momentOf(entry, noticed);
    if (kind) moments.push({ kind, entry });
  }
  return moments;
}

/** An incident is noticed once: a page that goes out later is a call for help. */
function momentOf({ event, milestones }: TimelineEntry, noticed: boolean): MomentKind | undefined {
  const told = SPEAKS_OF.find(([, words]) => words.test(event.text))?.[0];
  if (told === 'surprise' || told === 'certainty') return told;
  for (const milestone of milestones) {
    const kind = OF_MILESTONE[milestone];
    if (kind && !(kind === 'detection' && noticed && told)) return kind;
  }
  return told;
}

/** Stretches of at least `minutes` between two entries that follow each other, longest first. */
export function quietStretches(postmortem: Postmortem, minutes: number): QuietStretch[] {
  const stretches: QuietStretch[] = [];
  for (const { entries } of postmortem.timelines) {
    const timed = entries.filter((entry) => entry.at && entry.basis !== 'day');
    for (const [index, to] of timed.entries()) {
      const from = timed[index - 1];
      if (!from || from.basis !== to.basis) continue;
      const gap = to.at!.minutes - (from.until ?? from.at!).minutes;
      // Days between two entries are a pause, not a silence.
      if (gap >= minutes && gap < 24 * 60) stretches.push({ from, to, minutes: Math.round(gap) });
    }
  }
  return stretches.sort((a, b) => b.minutes - a.minutes);
}
