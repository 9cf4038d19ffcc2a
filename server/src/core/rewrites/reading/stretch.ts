import type { NounPhrase } from '../../language/chunks.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Sentence } from '../../language/sentence.ts';
import { bodyStart, clauseFrom, isFiniteClause, sentenceEnd } from './extent.ts';
import { personEnd, type Range } from './phrases.ts';

/** The stretch that words stand in: from the mark or conjunction in front of them, short asides taken in, to where their clause ends. */
export function stretchAround(s: Sentence, candidate: Range, agent?: NounPhrase): Range {
  const limit = sentenceEnd(s);
  const body = bodyStart(s);
  let from = Math.min(candidate.from, ...s.clauses.filter((c) => overlaps(c, candidate)).map((c) => c.from));
  // "If you are looking for the culprit: …"
  const opener = s.low(body) === 'if' && from <= body + 6;
  while (from > body && !opener) {
    const before = s.tokens[from - 1]!;
    if (/^[,;:–—]$/.test(before.text)) {
      const aside = before.text === ',' && !s.clauses.some((c) => c.verb.from < from && c.verb.from >= body);
      if (!aside || /^(?:sorry|honestly|frankly)$/.test(s.low(body))) break;
      from--;
      continue;
    }
    if (before.tag === 'conjunction' && clauseFrom(s, from)?.ownSubject && s.low(from) !== 'not') break;
    // "…, and in the view of the board culpability rests with …": what stands in front is told by itself.
    const told = before.tag === 'conjunction' && s.tokens[from - 2]?.text === ',';
    if (told && s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.verb.to < from)) break;
    if (before.tag === 'subordinator' && from - 1 > body) break;
    from--;
  }
  // "The lost files were, in the end, the doing of …": what the aside cut off belongs to it.
  if (from > body && s.tokens[from - 1]!.text === ',') {
    const verb = s.clauses.find(
      (c) => c.ownSubject && c.verb.lemma === 'be' && s.tokens[c.verb.to]?.text === ',' && c.verb.to < from - 1,
    );
    if (verb && !s.clauses.some((c) => c.verb.from > verb.verb.from && c.verb.from < from)) from = verb.from;
  }
  if (s.low(body) === 'if') from = body;
  let to = Math.max(candidate.to, agent ? personEnd(s, agent) : 0);
  for (; to < limit; to++) {
    const token = s.tokens[to]!;
    if (/^[;:–—,)]$/.test(token.text)) break;
    if (token.tag === 'subordinator' && clauseFrom(s, to + 1)) break;
    if (token.low === 'as' && /^(?:though|if)$/.test(s.low(to + 1))) break;
    if (token.tag === 'conjunction' && clauseFrom(s, to + 1)?.ownSubject) break;
  }
  return { from: Math.max(from, body), to: Math.max(to, candidate.to) };
}

/** Whether a clause's verb stands among the words. */
export function overlaps(clause: Clause, { from, to }: Range): boolean {
  return clause.verb.from < to && clause.verb.to > from;
}
