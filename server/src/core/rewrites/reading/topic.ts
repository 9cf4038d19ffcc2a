import { PARTICIPLE, THIRD } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { Deed } from './deed.ts';
import { isFiniteClause } from './extent.ts';

/** What a verb of knowing is about: a that-clause (the word itself may be missing), a wh-clause or a noun phrase, and where it begins. */
export function topicAt(s: Sentence, from: number, end: number): { kind: Deed['topic']; at: number } {
  let at = from;
  while (at < end && s.tokens[at]!.tag === 'adverb') at++;
  if (at >= end) return { kind: 'none', at };
  // "noticed for nine days that …"
  const time = /^(?:for|in|during|until)$/.test(s.low(at)) ? s.phraseAt(at + 1) : undefined;
  if (
    time &&
    time.to < end &&
    /^(?:that|about|of)$/.test(s.low(time.to)) &&
    /^(?:second|minute|hour|day|night|week|month|year|shift)s?$/.test(s.low(time.head))
  )
    at = time.to;
  // "clueless with regards to our scheme"
  if (/^(?:with|in) (?:regards?|respect|relation) (?:to|of)$/i.test(s.textOf(at, Math.min(s.to, at + 3)))) at += 2;
  const { low } = s.tokens[at]!;
  if (low === 'that') return { kind: 'that', at: at + 1 };
  // "oblivious to the fact that …"
  for (let i = at; i < Math.min(end - 1, at + 3); i++)
    if (s.low(i) === 'fact' && s.low(i + 1) === 'that') return { kind: 'that', at: i + 2 };
  if (/^(?:of|about|with|to|in|on|for|around|at|over|how)$/.test(low) && low !== 'how') {
    if (low === 'to' && s.clauses.some((c) => c.verb.from === at)) return { kind: 'none', at };
    const next = s.tokens[at + 1];
    if (!next || at + 1 >= end) return { kind: 'none', at };
    if (next.tag === 'wh' || next.low === 'whether') return { kind: 'wh', at: at + 1 };
    // "CAN bus arbitration": a name that looks like a verb.
    const named = s.phraseAt(at + 1) !== undefined || /^\p{Lu}{2}/u.test(next.text);
    return { kind: named ? 'noun' : 'none', at: named ? at + 1 : at };
  }
  if (s.tokens[at]!.tag === 'wh' || /^(?:whether|if|where|when|why)$/.test(low)) return { kind: 'wh', at };
  const clause = s.clauses.find((c) => c.from === at && c.ownSubject && isFiniteClause(c));
  // "ProGuard rules": a noun that could be a verb, with nothing behind it.
  const noun =
    clause !== undefined &&
    clause.to <= clause.verb.to &&
    (s.tokens[clause.verb.main]!.forms & THIRD) !== 0 &&
    clause.verb.main === clause.verb.from &&
    s.tokens[clause.verb.main]!.tag === 'verb';
  // "the light on a cabinet passed twelve times a day": a participle that describes the last noun.
  const described =
    clause !== undefined &&
    clause.verb.to - clause.verb.from === 1 &&
    (s.tokens[clause.verb.main]!.forms & PARTICIPLE) !== 0 &&
    clause.subject[0]!.to !== clause.verb.from;
  if (clause && !noun && !described) return { kind: 'that', at };
  const phrase = s.phraseAt(at);
  if (!phrase) return { kind: 'none', at };
  const next = s.tokens[phrase.to];
  return { kind: next && phrase.to < end && (next.tag === 'aux' || next.tag === 'modal') ? 'that' : 'noun', at };
}
