import type { Candidate } from '../language/detect/candidate.ts';
import type { Sentence } from '../language/sentence.ts';
import { clauseDrafts } from './clauseRewrites.ts';
import type { Draft } from './compose.ts';
import { readDeed } from './deed.ts';
import { kept } from './frames.ts';
import { bodyStart, clauseFrom, predicateEnd, sentenceEnd } from './phrases.ts';

/** Rewrites of the obvious-in-retrospect: which signal there was, and what stood in its way. */
export function hindsightDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const drafts: Draft[] = [];
  const told = toldClause(s, candidate);
  const from = bodyStart(s);
  if (told) {
    const parts = [kept(s, told.from, told.to, false)];
    drafts.push({ from, to: told.to, parts: ['[which signal] showed that', ...parts, ', and [what] kept it from being acted on'] });
    drafts.push({ from, to: told.to, parts: ['it was not apparent [to whom] that', ...parts] });
  }
  const clause = s.clauses.find((c) => c.ownSubject && c.verb.from >= candidate.from - 6 && candidate.agent !== undefined && c.subject.includes(candidate.agent));
  const deed = clause && readDeed(s, clause);
  if (clause && deed && deed.kind !== 'done') drafts.push(...clauseDrafts(s, clause).slice(0, 2));
  drafts.push({ from, to: sentenceEnd(s), parts: ['[which signal] was available to [whom], and [what] kept it from being acted on'] });
  return drafts;
}

/** "… that the queue had no bound": what is said to have been obvious. */
function toldClause(s: Sentence, candidate: Candidate): { from: number; to: number } | undefined {
  for (let i = candidate.from; i < s.to - 2; i++) {
    if (s.low(i) !== 'that' || s.tokens[i]!.tag !== 'that') continue;
    const clause = clauseFrom(s, i + 1);
    if (clause?.ownSubject) return { from: i + 1, to: predicateEnd(s, clause.verb.main + 1) };
  }
  return undefined;
}
