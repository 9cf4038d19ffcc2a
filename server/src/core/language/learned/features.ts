import type { NounPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import type { Place } from '../detect/candidate.ts';
import { type Scope, scopeOf } from '../detect/scope.ts';
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

function otherClass(token: Token): string {
  const { others } = classPlaces();
  const none = OTHER_CLASSES.length;
  const place = Math.min(others.get(token.lemma) ?? none, others.get(token.low) ?? none);
  return OTHER_CLASSES[place]?.[0] ?? token.tag;
}

/** Whether a sentence has a word of mistake, judgement, knowledge or harm. */
export function hasTellingWord(s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) if (otherClass(s.tokens[i]!).startsWith('w:')) return true;
  return false;
}

/** Who a noun phrase stands for; with a question mark where only a verb of people makes it one. */
function whoIs(s: Sentence, phrase: NounPhrase): string | undefined {
  const { kind } = s.actor(phrase);
  if (kind !== 'system') return kind;
  const human = s.actor(phrase, true).kind;
  return human === 'system' ? undefined : `${human}?`;
}

/** A word of a sentence, read twice: as itself (or as who it stands for), and as the class of words that it belongs to. */
interface Reading {
  readonly token: number;
  readonly word: string;
  readonly kind: string;
}

function readingsOf(s: Sentence): Reading[] {
  const readings: Reading[] = [];
  for (const chunk of s.chunks) {
    const who = chunk.kind === 'np' ? whoIs(s, chunk) : undefined;
    for (let token = chunk.from; token < chunk.to; token++) {
      const { tag, kind, lemma, low } = s.tokens[token]!;
      if (chunk.kind === 'np' && who && token === chunk.head) {
        readings.push({ token, word: `@${who}`, kind: `@${who}` });
        if (tag !== 'name') readings.push({ token, word: lemma, kind: tag });
      } else if (tag === 'name') {
        if (!who) readings.push({ token, word: '#name', kind: 'name' });
      } else if (kind === 'number' || kind === 'opaque' || kind === 'identifier')
        readings.push({ token, word: '#', kind: '#' });
      else if (tag === 'verb') readings.push({ token, word: `${lemma}/v`, kind: verbClass(s.tokens[token]!) });
      else readings.push({ token, word: low, kind: otherClass(s.tokens[token]!) });
    }
  }
  return readings;
}

/** FNV-1a of a text, gone on with from the state that another text left. */
function fnv(text: string, state = 0x811c9dc5): number {
  let h = state;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** A state mixed so that its upper bits, too, depend on all of the text. */
function mixed(state: number): number {
  return Math.imul(state ^ (state >>> 15), 0x9e3779b1) >>> 0;
}

const WORD = fnv('w ');
const KIND = fnv('k ');

/** A feature of a sentence, by its hash, and the tokens that it is about. */
export interface Feature {
  readonly hash: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What the learned reader sees of a sentence: words and pairs of words, classes of words alone, in pairs and in threes, who does what in
 * each clause, and the section. Names, numbers and code do not count, so nothing is learned of particular people or systems.
 */
export function featuresOf(s: Sentence, section: Place['section']): Feature[] {
  const features: Feature[] = [];
  const seen = new Set<number>();
  const add = (state: number, from: number, to: number): void => {
    const hash = mixed(state);
    if (seen.has(hash)) return;
    seen.add(hash);
    features.push({ hash, from, to });
  };
  const edge = { word: '<>', kind: '<>' };
  const readings = [{ ...edge, token: s.from }, ...readingsOf(s), { ...edge, token: s.to - 1 }];
  for (let i = 0; i < readings.length; i++) {
    const [one, two, three] = [readings[i]!, readings[i + 1], readings[i + 2]];
    const word = fnv(one.word, WORD);
    const kind = fnv(one.kind, KIND);
    add(word, one.token, one.token + 1);
    add(kind, one.token, one.token + 1);
    if (one.kind.startsWith('@')) add(fnv(`s ${section} ${one.kind}`), one.token, one.token + 1);
    if (!two) continue;
    const kinds = fnv(two.kind, fnv(' ', kind));
    add(fnv(two.word, fnv(' ', word)), one.token, two.token + 1);
    add(kinds, one.token, two.token + 1);
    if (three) add(fnv(three.kind, fnv(' ', kinds)), one.token, three.token + 1);
  }
  for (const clause of s.clauses)
    for (const name of clauseFeatures(s, clause, scopeOf(s, clause, { section })))
      add(fnv(name), clause.from, clause.verb.to);
  add(fnv(`s ${section}`), s.from, s.from);
  return features;
}

function* clauseFeatures(s: Sentence, { subject, verb, object, agent }: Clause, scope: Scope): Iterable<string> {
  const who = subject.map((phrase) => s.actor(phrase, true).kind).join('+');
  const mood = `${verb.negated ? 'n' : ''}${verb.passive ? 'p' : ''}${verb.modal ?? ''}${verb.perfect ? 'h' : ''}${scope ?? ''}`;
  yield `c ${who} ${verb.lemma} ${mood}.`;
  yield `c ${who} ${mood}.`;
  yield `c ${who} ${verb.lemma}`;
  yield `c ${who} ${verb.lemma} ${object ? s.tokens[object.head]!.lemma : ''}`;
  if (!agent) return;
  const by = s.actor(agent, true).kind;
  yield `c by ${by}`;
  yield `c by ${by} ${verb.lemma}`;
}
