import { isBlamable } from '../../language/actors.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, clauseFrom, predicateEnd, segmentAround, sentenceEnd } from '../reading/extent.ts';
import type { Draft } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { clauseDrafts } from './clause.ts';

/** Rewrites of the obvious-in-retrospect: which signal there was, and what stood in its way. */
export function hindsightDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const drafts: Draft[] = [];
  const told = toldClause(s, candidate);
  const from = bodyStart(s);
  if (told) {
    const parts = [kept(s, told.from, told.to, false)];
    drafts.push({
      from,
      to: told.to,
      parts: ['[which signal] showed that', ...parts, ', and [what] kept it from being acted on'],
    });
    drafts.push({ from, to: told.to, parts: ['it was not apparent [to whom] that', ...parts] });
  }
  const clause = s.clauses.find(
    (c) =>
      c.verb.modal !== 'must' &&
      c.ownSubject &&
      c.verb.from >= candidate.from - 6 &&
      candidate.agent !== undefined &&
      c.subject.includes(candidate.agent),
  );
  const deed = clause && readDeed(s, clause);
  if (clause && deed && deed.kind !== 'done') drafts.push(...clauseDrafts(s, clause).slice(0, 2));
  const segment = segmentAround(s, candidate.from, candidate.to);
  const available = ['[which signal] was available to [whom], and [what] kept it from being acted on'];
  if (segment) drafts.push({ ...segment, parts: available });
  drafts.push({ from, to: sentenceEnd(s), parts: available });
  return drafts;
}

/** "… that the queue had no bound": what is said to have been obvious. */
function toldClause(s: Sentence, candidate: Candidate): { from: number; to: number } | undefined {
  for (let i = candidate.from; i < s.to - 2; i++) {
    if (s.low(i) !== 'that' || s.tokens[i]!.tag !== 'that') continue;
    const clause = clauseFrom(s, i + 1);
    if (clause?.ownSubject && !clause.subject.some((p) => isBlamable(s.actor(p, true))))
      return { from: i + 1, to: predicateEnd(s, clause.verb.main + 1) };
  }
  return undefined;
}
