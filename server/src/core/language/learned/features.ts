import type { NounPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import type { Place } from '../detect/candidate.ts';
import { type Scope, scopeOf } from '../detect/scope.ts';
import { Clue } from '../glance.ts';
import {
  ACT_NOUNS,
  BAD_ADJECTIVES,
  BAD_EVENTS,
  CULPRIT_NOUNS,
  ERROR_ADVERBS,
  ERROR_NOUNS,
  GUILT_ADJECTIVES,
  INSULT_NOUNS,
  JUDGEMENT_ADJECTIVES,
  JUDGEMENT_ADVERBS,
  KNOWLEDGE_NOUNS,
  PENALTY_NOUNS,
  VIRTUE_NOUNS,
  WRONG_ADJECTIVES,
} from '../lexicon/judgement.ts';
import {
  ACT_VERBS,
  ADMONISH_VERBS,
  CAUSE_VERBS,
  CURE_VERBS,
  DUTY_VERBS,
  ERROR_VERBS,
  KNOWLEDGE_VERBS,
  MALICE_VERBS,
  MISBELIEF_VERBS,
  PUNISH_VERBS,
  REPAIR_VERBS,
} from '../lexicon/verbs.ts';
import type { Sentence } from '../sentence.ts';
import type { Token } from '../tokens.ts';

type WordClass = readonly [name: string, words: ReadonlySet<string>];

const VERB_CLASSES: readonly WordClass[] = [
  ['v:punish', PUNISH_VERBS],
  ['v:admonish', ADMONISH_VERBS],
  ['v:malice', MALICE_VERBS],
  ['v:error', ERROR_VERBS],
  ['v:misbelieve', MISBELIEF_VERBS],
  ['v:know', KNOWLEDGE_VERBS],
  ['v:cause', CAUSE_VERBS],
  ['v:duty', DUTY_VERBS],
  ['v:repair', REPAIR_VERBS],
  ['v:cure', CURE_VERBS],
  ['v:act', ACT_VERBS],
];

const OTHER_CLASSES: readonly WordClass[] = [
  ['w:culprit', CULPRIT_NOUNS],
  ['w:insult', INSULT_NOUNS],
  ['w:guilt', GUILT_ADJECTIVES],
  ['w:penalty', PENALTY_NOUNS],
  ['w:error', ERROR_NOUNS],
  ['w:error', ERROR_ADVERBS],
  ['w:wrong', WRONG_ADJECTIVES],
  ['w:judge', JUDGEMENT_ADJECTIVES],
  ['w:judge', JUDGEMENT_ADVERBS],
  ['w:virtue', VIRTUE_NOUNS],
  ['w:know', KNOWLEDGE_NOUNS],
  ['w:bad', BAD_ADJECTIVES],
  ['w:event', BAD_EVENTS],
  ['w:act', ACT_NOUNS],
];

/** The first class that each word is of, by its place in the list. */
function placesIn(classes: readonly WordClass[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  classes.forEach(([, words], place) => {
    for (const word of words) if (!places.has(word)) places.set(word, place);
  });
  return places;
}

let places: { readonly verbs: ReadonlyMap<string, number>; readonly others: ReadonlyMap<string, number> } | undefined;

/** Made when the first sentence is read for the second time. */
function classPlaces() {
  places ??= { verbs: placesIn(VERB_CLASSES), others: placesIn(OTHER_CLASSES) };
  return places;
}

function verbClass(token: Token): string {
  const place = classPlaces().verbs.get(token.lemma);
  return place === undefined ? 'v' : VERB_CLASSES[place]![0];
}

function otherClass({ lemma, low, tag }: Token): string {
  const { others } = classPlaces();
  const none = OTHER_CLASSES.length;
  const one = others.get(low) ?? none;
  const place = lemma === low ? one : Math.min(others.get(lemma) ?? none, one);
  return OTHER_CLASSES[place]?.[0] ?? tag;
}

/** Words of mistake, judgement, knowledge or harm. */
export const TELLING = new Clue(OTHER_CLASSES.flatMap(([name, words]) => (name === 'w:act' ? [] : [words])));

/** Who a noun phrase stands for; with a question mark where only a verb of people makes it one. */
function whoIs(s: Sentence, phrase: NounPhrase): string | undefined {
  const { kind } = s.actor(phrase);
  if (kind !== 'system') return kind;
  const human = s.actor(phrase, true).kind;
  return human === 'system' ? undefined : `${human}?`;
}

/** FNV-1a of a text, gone on with from another state. */
function fnv(text: string, state = 0x811c9dc5): number {
  let h = state;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** The hash of what has two hashes, one after the other. */
function pair(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + b) | 0;
}

/** A hash mixed so that its upper bits, too, depend on all of it. */
function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0;
}

/** Slots of the table that tells which features a sentence has already; more than any sentence fills. */
const SLOT_BITS = 12;

/** The features of a sentence, each once: their hashes, and the tokens that each is about. */
export class Features {
  length = 0;
  readonly hashes = new Uint32Array(2 ** SLOT_BITS);
  readonly from = new Uint32Array(2 ** SLOT_BITS);
  readonly to = new Uint32Array(2 ** SLOT_BITS);
  readonly #slots = new Uint32Array(2 ** SLOT_BITS);
  /** The sentence that filled each slot, by its number. */
  readonly #filledBy = new Uint32Array(2 ** SLOT_BITS);
  #sentence = 0;

  clear(): void {
    this.length = 0;
    this.#sentence++;
  }

  add(state: number, from: number, to: number): void {
    const hash = mixed(state);
    let slot = hash >>> (32 - SLOT_BITS);
    while (this.#filledBy[slot] === this.#sentence) {
      if (this.#slots[slot] === hash) return;
      slot = (slot + 1) % 2 ** SLOT_BITS;
    }
    // One slot stays free, so that the search ends.
    if (this.length === 2 ** SLOT_BITS - 1) return;
    this.#filledBy[slot] = this.#sentence;
    this.#slots[slot] = hash;
    this.hashes[this.length] = hash;
    this.from[this.length] = from;
    this.to[this.length] = to;
    this.length++;
  }
}

/** The words of a sentence read so far: each as itself (or as who it stands for), and as the class of words that it belongs to. */
class Readings {
  readonly #features: Features;
  readonly #section: Place['section'];
  /** Hashes of the last word and kind, of the last two kinds, and the tokens they were. */
  #word = 0;
  #kind = 0;
  #kinds = 0;
  #last = -1;
  #before = -1;

  constructor(features: Features, section: Place['section']) {
    this.#features = features;
    this.#section = section;
  }

  /** Adds what a word is alone, behind the one before it, and behind the two before it. */
  read(token: number, word: number, kind: string): void {
    const features = this.#features;
    const kindHash = fnv(kind, KIND);
    const end = token + 1;
    features.add(word, token, end);
    features.add(kindHash, token, end);
    if (kind.charCodeAt(0) === AT) features.add(fnv(kind, fnv(this.#section, SECTION)), token, end);
    let kinds = 0;
    if (this.#last >= 0) {
      kinds = pair(this.#kind, kindHash);
      features.add(pair(this.#word, word), this.#last, end);
      features.add(kinds, this.#last, end);
      if (this.#before >= 0) features.add(pair(this.#kinds, kindHash), this.#before, end);
    }
    this.#word = word;
    this.#kind = kindHash;
    this.#kinds = kinds;
    this.#before = this.#last;
    this.#last = token;
  }
}

const WORD = fnv('w ');
const KIND = fnv('k ');
const SECTION = fnv('s ');
const AT = '@'.charCodeAt(0);
const EDGE = fnv('<>', WORD);
const NAME = fnv('#name', WORD);
const CODE = fnv('#', WORD);
const VERB = '/v';

const shared = new Features();

/**
 * What the learned reader sees of a sentence: words and pairs of words, classes of words alone, in pairs and in threes, who does what in
 * each clause, and the section. Names, numbers and code do not count, so nothing is learned of particular people or systems. What comes
 * back is good until the next sentence is asked about.
 */
export function featuresOf(s: Sentence, section: Place['section']): Features {
  shared.clear();
  const readings = new Readings(shared, section);
  readings.read(s.from, EDGE, '<>');
  for (const chunk of s.chunks) {
    const who = chunk.kind === 'np' ? whoIs(s, chunk) : undefined;
    for (let i = chunk.from; i < chunk.to; i++) {
      const token = s.tokens[i]!;
      const { tag, kind, lemma } = token;
      if (chunk.kind === 'np' && who && i === chunk.head) {
        readings.read(i, fnv(who, fnv('@', WORD)), `@${who}`);
        if (tag !== 'name') readings.read(i, fnv(lemma, WORD), tag);
      } else if (tag === 'name') {
        if (!who) readings.read(i, NAME, 'name');
      } else if (kind === 'number' || kind === 'opaque' || kind === 'identifier') readings.read(i, CODE, '#');
      else if (tag === 'verb') readings.read(i, fnv(VERB, fnv(lemma, WORD)), verbClass(token));
      else readings.read(i, fnv(token.low, WORD), otherClass(token));
    }
  }
  readings.read(s.to - 1, EDGE, '<>');
  for (const clause of s.clauses) addClause(s, clause, scopeOf(s, clause, { section }), shared);
  shared.add(fnv(section, SECTION), s.from, s.from);
  return shared;
}

const CLAUSE = fnv('c ');
const BY = fnv('by ', CLAUSE);
const HAS_MOOD = fnv('mood');
const HAS_OBJECT = fnv('object');

function addClause(
  s: Sentence,
  { subject, verb, object, agent, from }: Clause,
  scope: Scope,
  features: Features,
): void {
  let who = CLAUSE;
  for (const phrase of subject) who = fnv(s.actor(phrase, true).kind, fnv('+', who));
  const mood = fnv(
    `${verb.negated ? 'n' : ''}${verb.passive ? 'p' : ''}${verb.modal ?? ''}${verb.perfect ? 'h' : ''}${scope ?? ''}`,
    HAS_MOOD,
  );
  const deed = fnv(verb.lemma, fnv(' ', who));
  const { to } = verb;
  features.add(pair(deed, mood), from, to);
  features.add(pair(who, mood), from, to);
  features.add(deed, from, to);
  features.add(pair(deed, object ? fnv(s.tokens[object.head]!.lemma, HAS_OBJECT) : HAS_OBJECT), from, to);
  if (!agent) return;
  const by = fnv(s.actor(agent, true).kind, BY);
  features.add(by, from, to);
  features.add(fnv(verb.lemma, fnv(' ', by)), from, to);
}
