import { t } from '../../l10n.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, sentenceEnd } from '../reading/extent.ts';
import type { Draft } from '../writing/compose.ts';
import { clauseDrafts, withoutAgent } from './clause.ts';
import { nominalDrafts } from './nominal.ts';

/** Rewrites of alleged intent: the deed without the motive. */
export function intentDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const { clause } = candidate;
  const note: Draft = {
    title: t('Take the motive out: “{0}”', '[What happened, without a motive]'),
    from: bodyStart(s),
    to: sentenceEnd(s),
    parts: ['[what happened, without a motive]'],
  };
  if (!clause) return [...nominalDrafts(s, candidate), note];
  if (clause.agent && clause.verb.passive)
    return [...withoutAgent(s, clause, motiveIn(s, clause.agent.to, s.to)), note];
  if (clause.verb.passive) return [...clauseDrafts(s, clause, motiveIn(s, clause.verb.main, s.to)), note];
  const deed = readDeed(s, clause);
  return [...clauseDrafts(s, clause, deed ? motiveIn(s, deed.rest, deed.end) : undefined), note];
}

/** Where a motive begins: "just to get a green build", "so that it would …", "because they wanted", "in blatant disregard of". */
function motiveIn(s: Sentence, from: number, end: number): number | undefined {
  for (let i = from + 1; i < end; i++) {
    const low = s.low(i);
    const next = s.low(i + 1);
    if (/^(?:just|only|merely|simply)$/.test(low) && next === 'to') return i;
    if (low === 'so' && next === 'that') return i;
    if (
      low === 'in' &&
      (next === 'order' ||
        /^(?:blatant|flagrant|wilful|willful|open|complete|total|reckless|deliberate|conscious|defiance)$/.test(next))
    )
      return i;
    if (low === 'out' && next === 'of') return i;
    if (
      low === 'to' &&
      s.clauses.some(
        (c) => c.verb.from === i && /^(?:save|keep|hide|avoid|get|look|please|meet|make)$/.test(c.verb.lemma),
      )
    )
      return i;
    if (low === 'for' && /^(?:his|her|their|its|personal)$/.test(next)) return i;
  }
  return undefined;
}
