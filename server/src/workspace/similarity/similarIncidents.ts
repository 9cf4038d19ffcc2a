import MiniSearch from 'minisearch';
import type { CauseRecord, PostmortemRecord } from '../record.ts';
import { NOISE } from './noise.ts';
import { stemsOf } from './sentences.ts';
import { stemOf, wordOf } from './stems.ts';
import { causalSentences, hasCause, mechanismsToldBy } from './told.ts';

/** Another postmortem with much the same cause. */
export interface SimilarPostmortem {
  readonly record: PostmortemRecord;
  /** 0 to 1: 1 for a copy of itself. */
  readonly score: number;
  /** What tells: what both causes have and few others. Best first. */
  readonly sharedTerms: readonly string[];
}

/** From this score on two causes are called the same. Chosen on pairs that the stories were not taken from, for a precision of 0.95. */
export const SAME_CAUSE = 0.2;

/** From this score on one who writes is shown the other incident, and judges. */
export const WORTH_A_LOOK = 0.1;

/** The root cause decides, contributing factors and services only help. */
const FIELD_WEIGHT = { cause: 1, factors: 0.6, causalSentences: 0.6, symptoms: 0.2, services: 0.25 };

/** Causes are told by mechanisms ("retries multiply") and words. */
type Kind = 'mechanism' | 'word';

/** Tells a mechanism from a word. */
const MECHANISM = '=';

const noise = new Set(NOISE.split(' ').map(stemOf));

/** Two causes that may each be of several mechanisms are compared by the likeliest ones: what is hardly likely in both adds up to little. */
const LIKELY = 0.65;

/** From this product of weights on a mechanism is named as a reason. */
const WORTH_NAMING = 0.05;

/** Some words in common mean nothing; nearly all of them, a copy. */
const COPIED = 3;

/** Few documents tell little about how rare a word is: so many more are assumed, in which this share has it. */
const ASSUMED_DOCUMENTS = 30;
const ASSUMED_SHARE = 0.04;

/** So many of a document's most telling words are looked up, and so many of the found documents compared in full. */
const LOOKED_UP = 12;
const COMPARED = 100;

/** Documents are looked up by the mechanisms that have this probability, each as much as several words. */
const LIKELY_ENOUGH = 0.1;
const MECHANISM_BOOST = 8;

/** So many documents are looked at to answer one question, however many there are: a term that more of them have tells too little. */
const LOOKED_AT = 1000;

/** What a document tells only in its summary counts less: much of it is no cause. */
const WITHOUT_CAUSE = 0.35;

/** A term as all documents share it. */
interface Term {
  readonly text: string;
  readonly kind: Kind;
  /** In how many documents it occurs. */
  documents: number;
  /** How much it tells, reckoned when the index had the version `weighedAt`. */
  rarity: number;
  weighedAt: number;
}

/** The terms of one document, and how often each occurs in it. Arrays: ten thousand documents have three million of them. */
interface Counted {
  readonly terms: readonly Term[];
  readonly counts: Float32Array;
  /** Whether the document has a section on the cause. */
  readonly explained: boolean;
}

/** What a document is compared by: the weight of each term, and the squared length of the vector that its words make. */
interface Vector {
  readonly weights: ReadonlyMap<Term, number>;
  readonly square: number;
  readonly explained: boolean;
}

/** Finds postmortems whose incidents have much the same cause: BM25 finds candidates, weighted mechanisms and words decide. */
export class SimilarIncidents {
  readonly #search = new MiniSearch<{ id: string; terms: string }>({
    fields: ['terms'],
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR' },
    autoVacuum: { minDirtCount: 200, minDirtFactor: 0.2 },
  });
  readonly #records = new Map<string, PostmortemRecord>();
  readonly #counted = new Map<string, Counted>();
  readonly #terms = new Map<string, Term>();
  #version = 0;

  /** Changes whenever an answer may. */
  get version(): number {
    return this.#version;
  }

  /** Adds the record, or puts it in the place of the older one of its document. */
  update(record: PostmortemRecord): void {
    const before = this.#records.get(record.uri);
    if (before && sameCause(before, record)) {
      this.#records.set(record.uri, record);
      return;
    }
    this.remove(record.uri);
    const counted = this.#count(record);
    if (counted.terms.length === 0) return;
    this.#version++;
    this.#records.set(record.uri, record);
    this.#counted.set(record.uri, counted);
    for (const term of counted.terms) {
      term.documents++;
      this.#terms.set(term.text, term);
    }
    this.#search.add({
      id: record.uri,
      terms: lookedUpBy(counted)
        .map(({ text }) => text)
        .join('\n'),
    });
  }

  remove(uri: string): void {
    const counted = this.#counted.get(uri);
    if (!counted) return;
    this.#version++;
    this.#records.delete(uri);
    this.#counted.delete(uri);
    this.#search.discard(uri);
    for (const term of counted.terms) if (--term.documents === 0) this.#terms.delete(term.text);
  }

  /** The most similar other postmortems, best first, those with a score of at least `minimum` (0 to 1). */
  find(record: CauseRecord, minimum = SAME_CAUSE, limit = 3): SimilarPostmortem[] {
    const vector = this.#weighed(record);
    const query = [...lookedUpBy(this.#countedOf(record)).filter(isMechanism), ...mostTelling(vector)];
    if (query.length === 0) return [];
    return this.#search
      .search(query.map(({ text }) => text).join('\n'), {
        boostTerm: (text) => (text.startsWith(MECHANISM) ? MECHANISM_BOOST : 1),
      })
      .map((hit) => this.#records.get(hit.id as string))
      .filter((other) => other !== undefined && other.uri !== record.uri)
      .slice(0, COMPARED)
      .map((other) => this.#compared(vector, other!))
      .filter(({ score }) => score >= minimum)
      .sort((a, b) => b.score - a.score || (a.record.uri < b.record.uri ? -1 : 1))
      .slice(0, limit);
  }

  /** How similar the causes of two postmortems are, 0 to 1, by what is rare among those known here. */
  compare(one: CauseRecord, other: PostmortemRecord): number {
    return this.#compared(this.#weighed(one), other).score;
  }

  #compared(vector: Vector, record: PostmortemRecord): SimilarPostmortem {
    const { terms, counts, explained } = this.#countedOf(record);
    const shared: { term: Term; product: number }[] = [];
    const sum = { mechanism: 0, word: 0 };
    let square = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!;
      const weight = this.#weight(term, counts[at]!);
      if (!isMechanism(term)) square += weight * weight;
      const own = vector.weights.get(term);
      if (own === undefined) continue;
      sum[term.kind] += weight * own;
      shared.push({ term, product: weight * own });
    }
    const words = sum.word === 0 ? 0 : sum.word / Math.sqrt(vector.square * square);
    const score =
      (1 - (1 - Math.min(1, sum.mechanism)) * (1 - words ** COPIED)) *
      (vector.explained && explained ? 1 : WITHOUT_CAUSE);
    // Mechanisms are named before words.
    shared.sort((a, b) => Number(isMechanism(b.term)) - Number(isMechanism(a.term)) || b.product - a.product);
    const telling = shared.filter(({ term, product }) => !isMechanism(term) || product >= WORTH_NAMING);
    return { record, score, sharedTerms: telling.slice(0, 4).map(({ term }) => shown(term)) };
  }

  /** The terms of a record. Those that no document has are not remembered. */
  #count(record: CauseRecord): Counted {
    const counts = countTerms(record);
    const terms = [...counts.keys()].map(
      (text): Term => this.#terms.get(text) ?? { text, kind: kindOf(text), documents: 0, rarity: 0, weighedAt: -1 },
    );
    return { terms, counts: Float32Array.from(counts.values()), explained: hasCause(record) };
  }

  /** Each mechanism by its probability, each word by how often it occurs and how rare it is. */
  #weighed(record: CauseRecord): Vector {
    const { terms, counts, explained } = this.#countedOf(record);
    const weights = new Map<Term, number>();
    let square = 0;
    terms.forEach((term, at) => {
      const weight = this.#weight(term, counts[at]!);
      weights.set(term, weight);
      if (!isMechanism(term)) square += weight * weight;
    });
    return { weights, square, explained };
  }

  #countedOf(record: CauseRecord): Counted {
    const known = this.#records.get(record.uri);
    const stored = known && sameCause(known, record) ? this.#counted.get(record.uri) : undefined;
    return stored ?? this.#count(record);
  }

  /** What a term of a document weighs. The tenth time a word is used tells little. */
  #weight(term: Term, count: number): number {
    return isMechanism(term) ? count ** LIKELY : Math.log1p(count) * this.#rarity(term);
  }

  #rarity(term: Term): number {
    if (term.weighedAt !== this.#version) {
      const having = term.documents + ASSUMED_DOCUMENTS * ASSUMED_SHARE;
      const all = this.#records.size + ASSUMED_DOCUMENTS;
      term.rarity = Math.log(1 + (all - having) / having);
      term.weighedAt = this.#version;
    }
    return term.rarity;
  }
}

/** The terms that a document is found by: its words, and the mechanisms it likely tells of. */
function lookedUpBy({ terms, counts }: Counted): Term[] {
  return terms.filter((term, at) => !isMechanism(term) || counts[at]! >= LIKELY_ENOUGH);
}

/** The words to look up: the heaviest ones, as long as the documents that have them are not too many. */
function mostTelling({ weights }: Vector): Term[] {
  const chosen: Term[] = [];
  let left = LOOKED_AT;
  for (const [term] of [...weights].sort((a, b) => b[1] - a[1])) {
    if (isMechanism(term) || term.documents === 0 || term.documents > left) continue;
    left -= term.documents;
    chosen.push(term);
    if (chosen.length === LOOKED_UP) break;
  }
  return chosen;
}

/** The terms of what caused the incident: its mechanisms by their probability, its words by how often and in which field they stand. */
function countTerms(record: CauseRecord): Map<string, number> {
  const sum = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const stem of stemsOf(text).flat())
      if (stem.length > 2 && !noise.has(stem) && !/^\d/.test(stem)) sum.set(stem, (sum.get(stem) ?? 0) + weight);
  };
  add(record.cause, FIELD_WEIGHT.cause);
  add(record.factors, FIELD_WEIGHT.factors);
  if (!hasCause(record)) {
    // Many teams tell the cause in the summary, among what was seen and what was done.
    add(causalSentences(record.symptoms), FIELD_WEIGHT.causalSentences);
    add(record.symptoms, FIELD_WEIGHT.symptoms);
  }
  if (sum.size > 0) add(record.services.join(' '), FIELD_WEIGHT.services);
  for (const [mechanism, probability] of Object.entries(record.mechanisms ?? mechanismsToldBy(record)))
    sum.set(`${MECHANISM}${mechanism}`, probability);
  return sum;
}

function sameCause(one: CauseRecord, other: CauseRecord): boolean {
  const { cause, factors, services } = one;
  return (
    cause === other.cause &&
    factors === other.factors &&
    services.join() === other.services.join() &&
    (hasCause(one) || one.symptoms === other.symptoms)
  );
}

function shown(term: Term): string {
  return isMechanism(term) ? term.text.slice(MECHANISM.length) : wordOf(term.text);
}

function isMechanism({ kind }: Term): boolean {
  return kind === 'mechanism';
}

function kindOf(term: string): Kind {
  return term.startsWith(MECHANISM) ? 'mechanism' : 'word';
}
