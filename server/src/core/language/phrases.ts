import type { Glance } from './glance.ts';
import { CLOSED_CLASS } from './lexicon/grammar.ts';
import { words } from './lexicon/words.ts';
import type { Sentence } from './sentence.ts';

/** The alternatives for one word of a phrase. */
type Part = readonly string[];

/** Numbers of the words that phrases are made of. */
const numbers = new Map<string, number>();

function numberOf(word: string): number {
  let known = numbers.get(word);
  if (known === undefined) {
    known = numbers.size;
    numbers.set(word, known);
  }
  return known;
}

/** Of some lemmas, those that are in any phrase, by their numbers. */
export function numbersOf(lemmas: readonly string[]): readonly number[] {
  return lemmas.flatMap((lemma) => numbers.get(lemma) ?? []);
}

/** One phrase of a set. */
export class Phrase {
  readonly set: Phrases;
  readonly parts: readonly Part[];
  /** The words of the parts by their numbers, gaps left out. */
  readonly numbers: readonly (readonly number[])[];
  /** The sentence in which its rarest word was seen last, by its number. */
  seenIn = 0;

  constructor(set: Phrases, parts: readonly Part[]) {
    this.set = set;
    this.parts = parts;
    this.numbers = parts.filter(([first]) => first !== '*').map((part) => part.map(numberOf));
  }
}

/** Words that are in many sentences, beside those of the closed classes. */
const FREQUENT = words(`
  do wrong new same error change day test page hour engineer shift lose incident run night list manager see file call read cluster go job
  user line tell open leave report check person keep human duty ask work name system code problem look let put write get start state come
  find set make take part use way miss need have give team review push issue control only first not no people`);

/** How often one of the words is met, roughly, in words that are seldom met. */
function frequency(part: Part): number {
  if (part[0] === '*') return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const word of part) sum += CLOSED_CLASS.has(word) ? 30 : FREQUENT.has(word) ? 8 : 1;
  return sum;
}

/** Phrases by the words of their rarest part: the many that are not in a sentence cost it nothing. */
const byRarest = new Map<string, Phrase[]>();

/** The phrases that may be in a sentence with a word that can be read as these. */
export function phrasesWith(lemmas: readonly string[]): readonly Phrase[] {
  return [...new Set(lemmas.flatMap((lemma) => byRarest.get(lemma) ?? []))];
}

/** The sentence looked at last, and its number: detectors look at one sentence after the other. */
let looked: Glance | undefined;
let number = 0;
/** The number of the sentence that each word was seen in last. */
let seenIn = new Uint32Array(0);

function isInLooked(part: readonly number[]): boolean {
  for (const word of part) if (seenIn[word] === number) return true;
  return false;
}

function lookAt(glance: Glance): void {
  if (looked === glance) return;
  looked = glance;
  number++;
  if (glance.phrases.length === 0) return;
  if (seenIn.length < numbers.size) seenIn = new Uint32Array(numbers.size);
  for (let i = glance.from; i < glance.to; i++)
    for (const word of glance.tokens[i]!.word.traits!.numbers) seenIn[word] = number;
  for (const phrase of glance.phrases) {
    if (phrase.seenIn === number) continue;
    phrase.seenIn = number;
    phrase.set.expect(phrase);
  }
}

/** A set of word sequences. */
export class Phrases {
  readonly #all: Phrase[] = [];
  /** Those that may be in the sentence of that number, in their order. */
  #expected: Phrase[] = [];
  #number = 0;
  /** Whether the words of all that is expected were looked for. */
  #sifted = true;

  /** One phrase a line; words are matched as written or as lemma, `a|b` are alternatives, `*` skips up to three words. */
  constructor(lines: string) {
    for (const line of lines.split('\n')) {
      const written = line.trim();
      if (written === '') continue;
      const phrase = new Phrase(
        this,
        written.split(/\s+/).map((part) => part.split('|')),
      );
      this.#all.push(phrase);
      const rarest = phrase.parts.reduce((a, b) => (frequency(b) < frequency(a) ? b : a));
      for (const word of rarest) {
        const same = byRarest.get(word);
        if (same) same.push(phrase);
        else byRarest.set(word, [phrase]);
      }
    }
  }

  /** Is told that the rarest word of a phrase is in the sentence looked at. */
  expect(phrase: Phrase): void {
    if (this.#number !== number) this.#expected = [];
    this.#number = number;
    this.#expected.push(phrase);
    this.#sifted = false;
  }

  /** Whether all words of a phrase are in the sentence, in whatever order. */
  isIn(glance: Glance): boolean {
    lookAt(glance);
    if (this.#number !== number) return false;
    if (!this.#sifted) {
      this.#sifted = true;
      this.#expected = this.#expected.filter((phrase) => phrase.numbers.every(isInLooked));
      if (this.#expected.length > 1) this.#expected = this.#all.filter((phrase) => this.#expected.includes(phrase));
    }
    return this.#expected.length > 0;
  }

  /** The first match that begins at token `at`: its end, or 0. */
  matchAt(s: Sentence, at: number): number {
    if (!this.isIn(s.glance)) return 0;
    const token = s.tokens[at]!;
    return this.#try(s, at, token.low) || (token.lemma === token.low ? 0 : this.#try(s, at, token.lemma));
  }

  /** The first match in the sentence. */
  find(s: Sentence, from = s.from, to = s.to): { from: number; to: number } | undefined {
    if (!this.isIn(s.glance)) return undefined;
    for (let i = from; i < to; i++) {
      const end = this.matchAt(s, i);
      if (end) return { from: i, to: end };
    }
    return undefined;
  }

  #try(s: Sentence, at: number, first: string): number {
    for (const { parts } of this.#expected) {
      if (!parts[0]!.includes(first)) continue;
      const end = matchParts(s, parts, 1, at + 1);
      if (end) return end;
    }
    return 0;
  }
}

function matchParts(s: Sentence, parts: readonly Part[], part: number, at: number): number {
  if (part === parts.length) return at;
  const wanted = parts[part]!;
  if (wanted[0] === '*') {
    for (let skip = 0; skip <= 3; skip++) {
      if (at + skip > s.to) return 0;
      const end = matchParts(s, parts, part + 1, at + skip);
      if (end) return end;
    }
    return 0;
  }
  if (at >= s.to) return 0;
  const token = s.tokens[at]!;
  if (wanted.includes(token.low) || wanted.includes(token.lemma)) {
    const end = matchParts(s, parts, part + 1, at + 1);
    if (end) return end;
  }
  // Adverbs in between do not matter.
  if (token.tag === 'adverb' && part > 0) return matchParts(s, parts, part, at + 1);
  return 0;
}
