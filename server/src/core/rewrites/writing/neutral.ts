import type { VerbGroup } from '../../language/chunks.ts';
import { ACT_NOUNS, ERROR_ADVERBS, JUDGEMENT_ADJECTIVES, JUDGEMENT_ADVERBS } from '../../language/lexicon/judgement.ts';
import { THIRD_PERSON, YOU } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import { THIRD } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { isPlural } from '../../language/tagger.ts';
import { indefinite, type Kept } from './compose.ts';
import { participle } from './inflect.ts';

/** Adverbs of the writer's attitude; they go with the blame. */
const STANCE = words(`
  clearly obviously simply just merely even really basically honestly frankly literally apparently evidently plainly surely
  again once-again naturally predictably unfortunately regrettably sadly inexplicably actually completely totally utterly
  knowingly deliberately intentionally wilfully willfully consciously purposely maliciously purposefully wittingly
  repeatedly routinely still
`);

/** Judgements of what people do that are plain facts of a thing: "a slow disk". */
const DESCRIBING = words(`slow unreliable dense thick chaotic confusing slack poor weak late useless loose rough`);

const KEEPABLE = words(`again still repeatedly routinely once-again completely`);

/** Whether an adverb faults the person or tells the writer's attitude. */
export function isBlameAdverb(low: string): boolean {
  return ERROR_ADVERBS.has(low) || JUDGEMENT_ADVERBS.has(low) || (STANCE.has(low) && !KEEPABLE.has(low));
}

const BLAME_PHRASES = [
  ['by', 'mistake'],
  ['by', 'accident'],
  ['in', 'error'],
  ['by', 'error'],
  ['by', 'oversight'],
  ['in', 'haste'],
  ['in', 'a', 'hurry'],
  ['on', 'purpose'],
  ['without', 'thinking'],
  ['through', 'carelessness'],
  ['out', 'of', 'carelessness'],
  ['out', 'of', 'laziness'],
  ['behind', 'everyone', "'s", 'back'],
  ['in', 'bad', 'faith'],
  ['of', 'all', 'people'],
  ['for', 'no', 'good', 'reason'],
  ['as', 'usual'],
  ['on', 'his', 'own'],
  ['on', 'her', 'own'],
  ['on', 'their', 'own'],
  ['at', 'all'],
  ['on', 'a', 'whim'],
] as const;

/** Length in tokens of a phrase of fault that begins at the token; 0 for none. */
function blamePhraseAt(s: Sentence, at: number): number {
  // "not by accident": what it was not.
  if (at > s.from && s.tokens[at - 1]!.tag === 'not') return 0;
  // "on his own say-so": no more than a possessive.
  for (const phrase of BLAME_PHRASES)
    if (
      phrase.every((word, k) => s.low(at + k) === word) &&
      !(
        /^(?:own|usual)$/.test(phrase.at(-1)!) &&
        /^(?:noun|name|adjective)$/.test(s.tokens[at + phrase.length]?.tag ?? '')
      )
    )
      return phrase.length;
  return 0;
}

/**
 * What kept words need so that no person and no judgement is left in them: pronouns for the person become neutral, adverbs and
 * phrases of fault go, judging adjectives go and the article in front is mended.
 */
function neutralSwaps(s: Sentence, from: number, to: number, they: boolean): Map<number, string> {
  const swaps = new Map<number, string>();
  for (let i = from; i < Math.min(to, s.to); i++) {
    const token = s.tokens[i]!;
    const { low } = token;
    if (swaps.get(i) === '') continue;
    const length = blamePhraseAt(s, i);
    if (length > 0) {
      for (let k = 0; k < length; k++) swaps.set(i + k, '');
      if (s.tokens[i - 1]?.text === ',' && i > from && s.tokens[i + length]?.text === ',') swaps.set(i - 1, '');
      i += length - 1;
      continue;
    }
    // Behind the verb "incorrectly" tells how it was done, which is a fact.
    if (
      token.tag === 'adverb' &&
      /^(?:incorrectly|improperly|inaccurately|inadequately|insufficiently|wrongly|badly|poorly|prematurely)$/.test(low)
    )
      continue;
    if (token.tag === 'adverb' && isBlameAdverb(low)) {
      // "not just", "just 40 seconds": a measure, no attitude.
      const next = s.tokens[i + 1];
      // "too hastily"
      if (/^(?:too|so|very|rather|quite)$/.test(s.low(i - 1)) && i > from) swaps.set(i - 1, '');
      // ", apparently,"
      if (s.tokens[i - 1]?.text === ',' && next?.text === ',' && i > from) swaps.set(i - 1, '');
      if (!((low === 'just' || low === 'even' || low === 'merely') && next && next.kind === 'number')) swaps.set(i, '');
      // "Frankly, …"
      if (i === from && next?.text === ',' && i + 1 < to) swaps.set(i + 1, '');
      continue;
    }
    if (
      /^(?:botched|bungled|fumbled|half-baked)$/.test(low) &&
      /^(?:noun|verb|name)$/.test(s.tokens[i + 1]?.tag ?? '')
    ) {
      // "the botched run" did not work, whoever ran it.
      swaps.set(i, low === 'half-baked' ? '' : 'failed');
      continue;
    }
    if (
      token.tag === 'adjective' &&
      JUDGEMENT_ADJECTIVES.has(low) &&
      i + 1 < s.to &&
      !(DESCRIBING.has(low) && !ACT_NOUNS.has(s.low(i + 1))) &&
      (s.tokens[i + 1]!.tag === 'noun' || s.tokens[i + 1]!.tag === 'adjective' || s.tokens[i + 1]!.tag === 'verb')
    ) {
      swaps.set(i, '');
      const before = s.low(i - 1);
      if ((before === 'a' || before === 'an') && i - 1 >= from)
        swaps.set(i - 1, recased(indefinite(s.tokens[i + 1]!.text), s.tokens[i - 1]!.text));
      continue;
    }
    if (/^(?:thrown|knocked|cobbled|slapped|bodged|lashed)$/.test(low) && s.low(i + 1) === 'together') {
      swaps.set(i, 'put');
      continue;
    }
    if (/^(?:nobody|no-one)$/.test(low) && i > from && uncheckedBy(s, i, to)) {
      // "a pack nobody checked": one that was not checked.
      swaps.set(i, 'that was not');
      swaps.set(i + 1, participle(s.tokens[i + 1]!.lemma));
      continue;
    }
    if (low === 'by' && /^(?:himself|herself|themselves|themself)$/.test(s.low(i + 1)) && i + 1 < to) {
      if (s.low(i - 1) === 'all' && i > from) swaps.set(i - 1, '');
      swaps.set(i, '');
      swaps.set(i + 1, '');
      i++;
      continue;
    }
    if (low === 'own' && (s.tokens[i - 1]?.tag === 'possessive' || /^(?:his|her|their|its)$/.test(s.low(i - 1)))) {
      swaps.set(i, '');
      continue;
    }
    if (i > from && isDoneTo(s, i, to)) {
      // "a rule they hadn't tested", "a volume which they themselves had scheduled for deletion", "the command she ran"
      const { main, perfect } = doneBy(s, i)!;
      const marked = /^(?:that|which)$/.test(s.low(i - 1));
      const noun = marked ? i - 2 : i - 1;
      swaps.set(i, marked ? '' : 'that');
      for (let k = i + 1; k < main; k++) if (/sel(?:f|ves)$/.test(s.low(k))) swaps.set(k, '');
      const form = perfect ? 'been' : isPlural(s.low(noun)) ? 'were' : 'was';
      swaps.set(main, `${form} ${participle(s.tokens[main]!.lemma)}`);
      continue;
    }
    const neutral = neutralPronoun(s, i, they);
    if (neutral === undefined) continue;
    swaps.set(i, neutral);
    if (neutral === 'they') agreeWithThey(s, i + 1, to, swaps);
  }
  return swaps;
}

function recased(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** "he was", "she knows": the verb behind takes the plural. */
function agreeWithThey(s: Sentence, from: number, to: number, swaps: Map<number, string>): void {
  let i = from;
  while (i < to && (s.tokens[i]!.tag === 'adverb' || s.tokens[i]!.tag === 'not')) i++;
  const token = s.tokens[i];
  if (!token || i >= to) return;
  const plural =
    token.low === 'was'
      ? 'were'
      : token.low === 'is'
        ? 'are'
        : token.low === 'has'
          ? 'have'
          : token.low === 'does'
            ? 'do'
            : token.tag === 'verb' && token.forms === THIRD
              ? token.lemma
              : undefined;
  if (plural !== undefined) swaps.set(i, plural);
}

function neutralPronoun(s: Sentence, i: number, they: boolean): string | undefined {
  const { low, tag } = s.tokens[i]!;
  if (!THIRD_PERSON.has(low) && !YOU.has(low)) {
    if (low === 'their' && !they) return 'the';
    if (/^(?:themselves|themself)$/.test(low) && !they) return 'oneself';
    return undefined;
  }
  const possessive =
    tag === 'possessive' ||
    low === 'his' ||
    low === 'your' ||
    (low === 'her' && s.tokens[i + 1] !== undefined && /^(?:noun|adjective|name|number)$/.test(s.tokens[i + 1]!.tag));
  if (possessive) return they ? 'their' : 'the';
  if (/^(?:he|she|you)$/.test(low)) return 'they';
  if (/^(?:him|her)$/.test(low)) return 'them';
  return they ? 'themselves' : 'oneself';
}

/** Whether "nobody" is the subject of a relative clause without more words: "a pack nobody checked". */
function uncheckedBy(s: Sentence, at: number, to: number): boolean {
  const verb = s.tokens[at + 1];
  const behind = s.tokens[at + 2];
  return (
    s.tokens[at - 1]!.tag === 'noun' &&
    verb?.tag === 'verb' &&
    at + 1 < to &&
    (behind === undefined || at + 2 >= to || /^(?:punctuation|conjunction)$/.test(behind.tag))
  );
}

/** The verb of the clause that a pronoun begins, "themselves" behind it or not. */
function doneBy(s: Sentence, at: number): VerbGroup | undefined {
  const from = /sel(?:f|ves)$/.test(s.low(at + 1)) ? [at, at + 1] : [at];
  return s.clauses.find((c) => from.includes(c.from) && c.ownSubject)?.verb;
}

/** "a rule they hadn't tested", "the command she ran": what somebody did, or had not done, with the thing in front. */
export function isDoneTo(s: Sentence, at: number, to: number): boolean {
  const noun = /^(?:that|which)$/.test(s.low(at - 1)) ? at - 2 : at - 1;
  if (!/^(?:he|she|they)$/.test(s.low(at)) || s.tokens[noun]?.tag !== 'noun') return false;
  const verb = doneBy(s, at);
  if (!verb || verb.passive || verb.to > to || verb.modal !== undefined || verb.tense === 'base') return false;
  const told = verb.perfect || (verb.tense === 'past' && !verb.negated && verb.main === verb.from);
  const next = s.tokens[verb.main + 1];
  return (
    told &&
    !/^(?:be|have|go|come|think|know|believe|say|want)$/.test(verb.lemma) &&
    (verb.main + 1 >= to ||
      next === undefined ||
      /^(?:punctuation|preposition|conjunction|subordinator)$/.test(next.tag))
  );
}

/** Whether the tokens hold a word that points at a person the rewrite takes out. */
export function pointsAtPerson(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { low, quoted } = s.tokens[i]!;
    if (!quoted && (THIRD_PERSON.has(low) || YOU.has(low))) return true;
  }
  return false;
}

/** "thinking it was the mute": said of whoever did it. */
export const BELIEF = /^(?:thinking|believing|assuming)$/;

/** Kept words, made neutral. With `they`, pronouns for the person say "they"; "thinking" becomes a belief. */
export function kept(s: Sentence, from: number, to: number, they: boolean): Kept {
  const swaps = neutralSwaps(s, from, to, they);
  for (let i = Math.max(from, s.from + 1); i < to; i++) {
    if (BELIEF.test(s.low(i)) && /^(?:punctuation|noun|name|adverb)$/.test(s.tokens[i - 1]!.tag)) {
      if (s.tokens[i - 1]!.text === ',') swaps.set(i - 1, '');
      swaps.set(i, s.low(i + 1) === 'that' ? 'in the belief' : 'in the belief that');
    }
  }
  return { from, to, swaps };
}
