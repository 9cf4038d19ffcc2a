import { isBlamable } from '../../language/actors.ts';
import { ERROR_NOUNS, KNOWLEDGE_NOUNS, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { sentenceEnd } from '../reading/extent.ts';
import { NEGLIGENCE, UNDOING } from '../reading/failing.ts';

/** Words that mean nothing by themselves, and how long somebody has been there. */
const LIGHT = /^(?:part|side|end|purpose|way|time|fact|case|day|week|month|year|one|two|three|none|context|idea|clue)$/;

/** Things, names and numbers that the sentence speaks of, people and words for failing aside, by their singular. */
function factsOf(s: Sentence): Set<string> {
  const facts = new Set<string>();
  const people = s.phrases
    .flatMap((phrase) => (phrase.possessor ? [phrase, phrase.possessor] : [phrase]))
    .filter((phrase) => isBlamable(s.actor(phrase, true)));
  for (let i = s.from; i < sentenceEnd(s); i++) {
    const { tag, low, kind } = s.tokens[i]!;
    if (!/^(?:noun|name|number)$/.test(tag) && kind !== 'opaque' && kind !== 'identifier') continue;
    const word = singular(low);
    if (ERROR_NOUNS.has(word) || KNOWLEDGE_NOUNS.has(word) || VIRTUE_NOUNS.has(word)) continue;
    if (UNDOING.has(word) || NEGLIGENCE.has(word) || LIGHT.test(word)) continue;
    // "three weeks"
    if (tag === 'number' && LIGHT.test(singular(s.low(i + 1)))) continue;
    if (!people.some((phrase) => phrase.from <= i && i < phrase.to)) facts.add(word);
  }
  return facts;
}

/** Whether a rewritten text has lost more than a share of what the sentence speaks of. */
export function losesFacts(s: Sentence, text: string, share: number): boolean {
  const facts = factsOf(s);
  const said = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}'’]+/u)
      .map(singular),
  );
  const whole = text.toLowerCase();
  let lost = 0;
  for (const fact of facts) if (!said.has(fact) && !whole.includes(fact)) lost++;
  return lost > (share > 0.3 ? 1 : 0) && lost > facts.size * share;
}
