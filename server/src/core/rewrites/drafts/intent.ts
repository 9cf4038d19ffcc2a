import { t } from '../../l10n.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, sentenceEnd } from '../reading/extent.ts';
import { motiveIn } from '../reading/motive.ts';
import type { Draft } from '../writing/compose.ts';
import { clauseDrafts, withoutAgent } from './clause.ts';
import { faultDrafts, liesWithSomebody } from './fault.ts';
import { nominalDrafts } from './nominal.ts';

/** Rewrites of alleged intent: the deed without the motive. */
export function intentDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const { clause } = candidate;
  if (liesWithSomebody(s)) return faultDrafts(s, candidate);
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
