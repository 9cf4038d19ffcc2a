import type { Candidate } from '../language/detect/candidate.ts';
import { words } from '../language/lexicon/words.ts';
import type { NounPhrase } from '../language/chunks.ts';
import type { Sentence } from '../language/sentence.ts';
import { singular } from '../language/tagger.ts';
import { clauseDrafts } from './clauseRewrites.ts';
import type { Draft } from './compose.ts';
import { personEnd } from './nominal.ts';
import { isPluralPhrase } from './phrases.ts';

const NAMES = words(`error mistake oversight factor trouble finger fallibility slip pebkac blunder lapse failure fault omission carelessness inattention slip-up mishap errors mistakes mix-up failing misstep typo fat-finger`);

/** Rewrites of a human error given as the cause: the missing safeguard takes its place. */
export function humanErrorDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const phrase = errorPhrase(s, candidate);
  const clause = candidate.clause ?? s.clauses.find((c) => c.verb.main >= candidate.from && c.verb.main < candidate.to);
  if (clause && (!phrase || clause.verb.main <= phrase.from) && clause.verb.lemma !== 'be') {
    // "people making mistakes in the console"
    if (clause.verb.nonFinite === 'ing' && phrase) {
      const from = Math.min(candidate.from, clause.from);
      return [
        { from, to: Math.max(candidate.to, phrase.to), parts: ['missing safeguards ([which])'] },
        { from, to: Math.max(candidate.to, phrase.to), parts: ['steps that [which safeguard] did not protect'] },
      ];
    }
    const drafts = clauseDrafts(s, clause);
    if (drafts.length > 0) return drafts;
  }
  const from = phrase ? Math.min(phrase.from, candidate.from) : candidate.from;
  const to = Math.max(phrase ? ownerEnd(s, phrase) : 0, candidate.to);
  const plural = phrase ? isPluralPhrase(s, { from: phrase.from, to: phrase.to }) === true : false;
  return plural
    ? [{ from, to, parts: ['missing safeguards ([which])'] }, { from, to, parts: ['steps that [which safeguard] did not protect'] }]
    : [{ from, to, parts: ['a missing safeguard ([which])'] }, { from, to, parts: ['a step that [which safeguard] did not protect'] }];
}

function errorPhrase(s: Sentence, candidate: Candidate): NounPhrase | undefined {
  let last: NounPhrase | undefined;
  for (const phrase of s.phrases) {
    if (phrase.to <= candidate.from || phrase.from >= candidate.to) continue;
    if (NAMES.has(singular(s.low(phrase.head))) || NAMES.has(s.low(phrase.head))) return phrase;
    last = phrase;
  }
  return last;
}

/** "by store staff", "of the Ops team", "on the part of …" right behind goes with the error. */
function ownerEnd(s: Sentence, phrase: NounPhrase): number {
  const at = phrase.to;
  if (!/^(?:by|of|from|on)$/.test(s.low(at))) return at;
  const target = s.low(at) === 'on' && s.low(at + 2) === 'part' ? at + 4 : at + 1;
  const owner = s.phraseAt(target);
  if (!owner) return at;
  const { kind } = s.actor(owner, true);
  return kind === 'person' || kind === 'team' ? personEnd(s, owner) : at;
}
