import type { Postmortem, WhyChain } from '../../model/postmortem.ts';
import type { Finding } from '../../rules/rule.ts';
import { NOT_A_POSTMORTEM } from '../notAPostmortem.ts';
import { type Moment, momentsOf, quietStretches } from './moments.ts';
import { openPoints, quoteOf } from './openPoints.ts';
import {
  CLOSING_QUESTIONS,
  MOMENT_NAMES,
  type MomentKind,
  OPENING,
  QUESTIONS,
  QUIET_QUESTIONS,
  SOURCES,
} from './questions.ts';

/** A meeting of an hour has time for about this many moments. */
const MOST_MOMENTS = 10;
const QUESTIONS_A_MOMENT = 2;
const MOST_STRETCHES = 3;
/** Shorter silences are people working. Minutes. */
const QUIET_MINUTES = 15;
/** What to stop at where there is too much: people's thinking before the plain course of events. */
const WORTH: readonly MomentKind[] = [
  'surprise',
  'certainty',
  'decision',
  'detection',
  'diagnosis',
  'help',
  'mitigation',
  'resolution',
];

/**
 * A sheet in Markdown for whoever leads the review: an opening, questions made from this timeline, these whys and these findings, a
 * closing round. The same document gives the same sheet.
 */
export function facilitatorSheet(postmortem: Postmortem, findings: readonly Finding[]): string {
  const name = [postmortem.title?.incidentId?.text, postmortem.title?.name?.text].filter(Boolean).join(' - ');
  const parts = [
    `# Facilitator sheet${name && `: ${name}`}`,
    'For whoever leads the review. These are openings, not a list to work off: take the ones that fit, ask one at a time, and follow the answers. The story is told by those who were there; the document is only where it starts.',
    `## Opening\n\nTo be read aloud, or in words of your own:\n\n${OPENING.map((line) => `> ${line}`).join('\n>\n')}`,
    timelinePart(postmortem),
    whysPart(postmortem),
    openPart(postmortem, findings),
    `## Closing round\n\n${list(CLOSING_QUESTIONS)}`,
    `---\n\nIdeas: ${SOURCES.map(({ title, url }) => `[${title}](${url})`).join(', ')}.`,
  ];
  return `${NOT_A_POSTMORTEM}${parts.filter(Boolean).join('\n\n')}\n`;
}

function timelinePart(postmortem: Postmortem): string {
  const moments = mostTelling(momentsOf(postmortem));
  const next = questionDealer();
  const told = moments.map(({ kind, entry }) => {
    const time = entry.time ? `${entry.time.text} ` : '';
    return `### ${time}${MOMENT_NAMES[kind]}\n\n“${quoteOf(entry.event.text)}”\n\n${list(next(kind))}`;
  });
  const quiet = quietStretches(postmortem, QUIET_MINUTES).slice(0, MOST_STRETCHES);
  const silences = quiet.map(
    ({ from, to, minutes }, index) =>
      `Between ${from.time!.text} and ${to.time!.text} nothing is written for ${minutes} minutes. ${QUIET_QUESTIONS[index % QUIET_QUESTIONS.length]}`,
  );
  if (silences.length > 0) told.push(`### Quiet stretches\n\n${list(silences)}`);
  if (told.length === 0)
    told.push(
      `The timeline is still to be written: let those who were there tell it from the beginning.\n\n${list(QUESTIONS.detection)}`,
    );
  return `## Walking through it\n\n${told.join('\n\n')}`;
}

/** The moments worth the time of the meeting, in the order of the timeline: one of each kind before a second of any. */
function mostTelling(moments: readonly Moment[]): Moment[] {
  if (moments.length <= MOST_MOMENTS) return [...moments];
  const chosen = new Set<Moment>();
  for (let round = 0; chosen.size < MOST_MOMENTS; round++)
    for (const kind of WORTH) {
      const moment = moments.filter((candidate) => candidate.kind === kind)[round];
      if (moment && chosen.size < MOST_MOMENTS) chosen.add(moment);
    }
  return moments.filter((moment) => chosen.has(moment));
}

/** Deals the questions of each kind in turn, so that no two moments begin alike until all were asked. */
function questionDealer(): (kind: MomentKind) => string[] {
  const dealt = new Map<MomentKind, number>();
  return (kind) => {
    const bank = QUESTIONS[kind];
    const from = dealt.get(kind) ?? 0;
    dealt.set(kind, from + QUESTIONS_A_MOMENT);
    return Array.from({ length: QUESTIONS_A_MOMENT }, (_, index) => bank[(from + index) % bank.length]!);
  };
}

function whysPart({ whyChains }: Postmortem): string {
  const questions = whyChains.flatMap((chain) => {
    const last = lastAnswer(chain);
    return last
      ? [
          `A chain of whys ends at “${quoteOf(last)}”. What made that possible, and what would have to change for it to be otherwise?`,
        ]
      : [];
  });
  if (questions.length === 0) return '';
  questions.push('Which other chain could be told from the same start? Causes come in bundles, not in a line.');
  return `## The whys\n\n${list(questions)}`;
}

function lastAnswer(chain: WhyChain): string | undefined {
  return chain.whys.findLast((why) => !why.placeholder && why.answer.text.trim() !== '')?.answer.text;
}

function openPart(postmortem: Postmortem, findings: readonly Finding[]): string {
  const points = openPoints(postmortem, findings).map(({ quotes, question }) =>
    quotes.length > 0 ? `The document says ${quotes.map((quote) => `“${quote}”`).join(', ')}. ${question}` : question,
  );
  return points.length > 0 ? `## What the document leaves open\n\n${list(points)}` : '';
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
