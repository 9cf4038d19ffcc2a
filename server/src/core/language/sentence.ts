import type { Span } from '../text/span.ts';
import { type Actor, actorOf } from './actors.ts';
import { type Chunk, chunkSentence, isTemporal, type NounPhrase } from './chunks.ts';
import { type Clause, findClauses } from './clauses.ts';
import type { DocumentContext } from './context.ts';
import { Glance } from './glance.ts';
import { AMBIGUOUS_NOUNS, ROLE_NOUNS, TEAM_NOUNS } from './lexicon/people.ts';
import { SYSTEM_NAMES, SYSTEM_NOUNS } from './lexicon/systems.ts';
import { HUMAN_VERBS, SYSTEM_VERBS } from './lexicon/verbs.ts';
import { splitSentences } from './sentences.ts';
import { tagSentence } from './tagger.ts';
import { type Token, tokenize } from './tokens.ts';
import { isPlural } from './word.ts';

/** A text cut into sentences: all are looked at, each is analysed when it is asked for. */
export class Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly context: DocumentContext;
  /** The sentences at a glance. */
  readonly glances: readonly Glance[];
  readonly #sentences: Sentence[] = [];

  /** `opaque` are spans of code and links: nouns whose inside is no prose. A text that is known to be one sentence is not cut. */
  constructor(text: string, opaque: readonly Span[], context: DocumentContext, sentences: 'one' | 'many' = 'many') {
    this.text = text;
    this.context = context;
    this.tokens = tokenize(text, opaque);
    const cuts = sentences === 'one' ? [{ from: 0, to: this.tokens.length }] : splitSentences(this.tokens);
    this.glances = cuts.map(({ from, to }) => new Glance(this.tokens, from, to, context));
  }

  /** The sentence of that number; undefined where there is none. */
  sentence(number: number): Sentence | undefined {
    const glance = this.glances[number];
    if (!glance) return undefined;
    this.#sentences[number] ??= new Sentence(this, number, glance);
    return this.#sentences[number];
  }
}

/** One sentence, analysed: what the detectors ask. Token indexes run over the whole paragraph. */
export class Sentence {
  readonly glance: Glance;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly context: DocumentContext;
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  /** Noun phrases in order. */
  readonly phrases: readonly NounPhrase[];
  readonly isQuestion: boolean;
  readonly #passage: Passage;
  readonly #number: number;
  /** Noun phrases by the token that they start at, counted from the first. */
  readonly #phraseAt: (NounPhrase | undefined)[];
  /** Who each noun phrase was read as; `human` where its predicate is one of people only. */
  readonly #actors = new Map<NounPhrase, { plain: Actor | undefined; human: Actor | undefined }>();
  #lookingBack = false;

  /** Use `Passage.sentence`, which makes each once. */
  constructor(passage: Passage, number: number, glance: Glance) {
    this.glance = glance;
    this.text = passage.text;
    this.tokens = passage.tokens;
    this.context = passage.context;
    this.from = glance.from;
    this.to = glance.to;
    this.isQuestion = glance.isQuestion;
    this.#passage = passage;
    this.#number = number;
    tagSentence(this.tokens, this.from, this.to);
    this.chunks = chunkSentence(this.tokens, this.from, this.to);
    this.clauses = findClauses(this.tokens, this.chunks);
    this.phrases = this.chunks.filter((chunk) => chunk.kind === 'np');
    this.#phraseAt = new Array<NounPhrase | undefined>(this.to - this.from).fill(undefined);
    for (const phrase of this.phrases) this.#phraseAt[phrase.from - this.from] = phrase;
  }

  /** Source text from the token `from` to the token before `to`. */
  textOf(from: number, to: number): string {
    if (to <= from) return '';
    return this.text.slice(this.tokens[from]!.start, this.tokens[to - 1]!.end);
  }

  low(i: number): string {
    return i >= this.from && i < this.to ? this.tokens[i]!.low : '';
  }

  /** Singular of the word at a token. */
  singular(i: number): string {
    return i >= this.from && i < this.to ? this.tokens[i]!.word.singular : '';
  }

  /** The noun phrase that starts at a token. */
  phraseAt(token: number): NounPhrase | undefined {
    return this.#phraseAt[token - this.from];
  }

  actor(phrase: NounPhrase, human = false): Actor {
    let known = this.#actors.get(phrase);
    if (!known) {
      known = { plain: undefined, human: undefined };
      this.#actors.set(phrase, known);
    }
    if (human) {
      known.human ??= actorOf(this, phrase, true);
      return known.human;
    }
    known.plain ??= actorOf(this, phrase, false);
    return known.plain;
  }

  /** Who does what the clause says: of a coordinated subject the first that is a person. */
  subjectActor(clause: Clause, human = this.isHumanVerb(clause)): Actor | undefined {
    let first: Actor | undefined;
    for (const phrase of clause.subject) {
      const actor = this.actor(phrase, human);
      first ??= actor;
      if (actor.kind === 'nobody') return actor;
      if (actor.kind === 'person' || actor.kind === 'team' || actor.kind === 'you') {
        // "the controller forgot its lease": people have no "its", teams have.
        if (actor.kind === 'person' && AMBIGUOUS_NOUNS.has(this.singular(phrase.head)) && this.#doesAsMachine(clause))
          return systemActor(phrase);
        if (actor.kind === 'person' && this.tokens[phrase.head]!.tag === 'noun' && this.#speaksOfIts(clause))
          return systemActor(phrase);
        if (actor.kind === 'person' && phrase.from === phrase.head && this.#isThenIt(clause))
          return systemActor(phrase);
        return actor;
      }
    }
    return first;
  }

  /** "operator fails to reconcile": what the verb, or the infinitive behind it, says is done by machines. */
  #doesAsMachine(clause: Clause): boolean {
    if (SYSTEM_VERBS.has(clause.verb.lemma)) return true;
    const next = this.clauses.find((other) => other.governor === clause && other.verb.infinitive);
    return next !== undefined && SYSTEM_VERBS.has(next.verb.lemma);
  }

  #speaksOfIts(clause: Clause): boolean {
    for (let i = clause.verb.to; i < Math.min(this.to, Math.max(clause.to, clause.verb.to + 5)); i++)
      if (/^(?:its|itself)$/.test(this.low(i))) return true;
    return false;
  }

  /** "Bellhop forgot the lock it had taken", "Winston dropped half the lines because its buffer was full": "it" can be nothing else. */
  #isThenIt(clause: Clause): boolean {
    for (let i = clause.verb.to; i < this.to; i++) {
      const low = this.low(i);
      if (low !== 'it' && low !== 'its') continue;
      if (low === 'it' && !(this.tokens[i - 1]!.tag === 'noun' && /^(?:had|has|have|was|is)$/.test(this.low(i + 1))))
        return false;
      return (
        this.phrases.every(
          ({ from, to, head }) =>
            from < clause.verb.to ||
            from >= i ||
            to === i ||
            isPlural(this.low(head)) ||
            this.tokens[head]!.tag === 'number',
        ) &&
        (low === 'it' || /^(?:because|as|since|when|after|while)$/.test(this.low(i - 1)))
      );
    }
    return false;
  }

  isHumanVerb(clause: Clause): boolean {
    const { lemma, particle } = clause.verb;
    return (
      HUMAN_VERBS.has(lemma) ||
      (particle !== undefined && HUMAN_VERBS.has(`${lemma} ${particle}`)) ||
      (clause.governor !== undefined && HUMAN_VERBS.has(clause.governor.verb.lemma))
    );
  }

  /** "Bob, our build bot", "Hermes (our mail relay)". */
  declaresSystem(phrase: NounPhrase): boolean {
    const mark = this.tokens[phrase.to];
    if (mark && phrase.to < this.to && /^[,(–—]$/.test(mark.text)) {
      const apposition = this.phraseAt(phrase.to + 1);
      if (
        apposition &&
        this.tokens[phrase.head]!.capital &&
        (apposition.determiner !== undefined || SYSTEM_NOUNS.has(this.tokens[apposition.head]!.word.singular))
      ) {
        const head = this.tokens[apposition.head]!.word.singular;
        if (ROLE_NOUNS.has(head) || TEAM_NOUNS.has(head)) return false;
        const closes = this.tokens[apposition.to];
        const follows =
          closes === undefined ||
          apposition.to >= this.to ||
          /^[,)–—.]$/.test(closes.text) ||
          closes.tag === 'preposition';
        if (
          follows &&
          (SYSTEM_NOUNS.has(head) ||
            head === 'bot' ||
            !/^(?:our|a|an|the|his|her|their)$/.test(this.low(apposition.from)) === false)
        ) {
          return SYSTEM_NOUNS.has(head) || SYSTEM_NAMES.has(head) || !isHumanHead(head);
        }
      }
    }
    return this.#saysWhatItIs(phrase);
  }

  /** "Ada grouped two patients …; she is the probabilistic matcher we bought": a pronoun behind a name, and no person's role. */
  #saysWhatItIs(phrase: NounPhrase): boolean {
    if (this.tokens[phrase.head]!.tag !== 'name') return false;
    for (const clause of this.clauses) {
      const subject = clause.subject[0];
      if (clause.verb.lemma !== 'be' || !subject || subject.from <= phrase.from || !clause.object) continue;
      if (!/^(?:she|he|it)$/.test(this.low(subject.head)) || clause.object.determiner === undefined) continue;
      const head = this.singular(clause.object.head);
      return (/(?:er|or|bot|ine|ice)$/.test(head) || SYSTEM_NOUNS.has(head)) && !isHumanHead(head);
    }
    return false;
  }

  /** Declared to be a system here or elsewhere in the document. */
  isDeclaredSystem(phrase: NounPhrase): boolean {
    return this.context.isDeclaredSystem(this.tokens[phrase.head]!.low);
  }

  describedByWho(phrase: NounPhrase): boolean {
    const next = this.low(phrase.to) === ',' ? this.low(phrase.to + 1) : this.low(phrase.to);
    return next === 'who' || next === 'whose' || next === 'whom';
  }

  describedByWhich(phrase: NounPhrase): boolean {
    const next = this.low(phrase.to) === ',' ? this.low(phrase.to + 1) : this.low(phrase.to);
    if (next !== 'which') return false;
    // ", which took the site down" may describe the whole clause, not the name.
    const verb = this.clauses.find((c) => c.verb.from > phrase.to && c.relative && c.verb.from <= phrase.to + 4);
    return (
      verb !== undefined &&
      verb.verb.tense === 'present' &&
      this.chunks.some((c) => c.kind === 'np' && c === phrase) &&
      phrase.preposition === undefined &&
      this.clauses[0] !== undefined &&
      this.clauses[0].verb.from > phrase.to
    );
  }

  /** "Marty lost its map and parked itself": nobody speaks so of a person. */
  refersToItself(phrase: NounPhrase): boolean {
    for (const { subject, verb } of this.clauses) {
      if (!subject.includes(phrase) || verb.passive) continue;
      const next = this.low(verb.to);
      const own = next === 'its' && !this.phrases.some((p) => p.to <= phrase.from && !isPlural(this.low(p.head)));
      if (next === 'itself' || own) return true;
    }
    return this.#isAllThereIsFor('its', phrase);
  }

  /** "Mihir should have taken over at 00:30, but its heartbeat …": a possessive later, and nothing else that it could stand for. */
  #isAllThereIsFor(pronoun: string, phrase: NounPhrase): boolean {
    for (const other of this.phrases) {
      if (other === phrase) continue;
      if (other.from > phrase.from && this.low(other.from) === pronoun) return true;
      const tellsWhen =
        this.tokens[other.head]!.kind === 'number' ||
        (other.preposition !== undefined && isTemporal(this.tokens, other.preposition));
      if (!tellsWhen) return false;
    }
    return false;
  }

  /** Whom "they" stands for: the nearest plural before, in this sentence or the one before. */
  antecedentOfThey(phrase: NounPhrase, human: boolean): { kind: Actor['kind']; certain: boolean } {
    const own = this.#lookBack(phrase.from);
    const found = own ?? this.#passage.sentence(this.#number - 1)?.lastReferent();
    if (found) return { kind: found.kind, certain: found.certain };
    return { kind: human ? 'person' : 'system', certain: human };
  }

  #lookBack(before: number): Actor | undefined {
    // "one of them … they": a referent that itself refers back has none.
    if (this.#lookingBack) return undefined;
    this.#lookingBack = true;
    try {
      return this.#referentBefore(before);
    } finally {
      this.#lookingBack = false;
    }
  }

  #referentBefore(before: number): Actor | undefined {
    let best: Actor | undefined;
    for (const candidate of this.phrases) {
      if (candidate.from >= before) break;
      const head = this.tokens[candidate.head]!;
      if (head.tag === 'pronoun' || head.kind === 'opaque') continue;
      const actor = this.actor(candidate);
      if (
        actor.kind === 'person' ||
        actor.kind === 'team' ||
        actor.kind === 'organisation' ||
        actor.kind === 'attacker' ||
        actor.kind === 'customer'
      )
        best = actor;
      else if (isPlural(head.low) && (best ? !best.certain : candidate.preposition === undefined)) best = actor;
    }
    return best;
  }

  /** The last person or plural thing the sentence names: what "they" at the start of the next one stands for. */
  lastReferent(): Actor | undefined {
    return this.#lookBack(this.to);
  }
}

function systemActor(phrase: NounPhrase): Actor {
  return { kind: 'system', certain: true, phrase };
}

function isHumanHead(head: string): boolean {
  return (
    ROLE_NOUNS.has(head) ||
    TEAM_NOUNS.has(head) ||
    /^(?:friend|colleague|hero|manager|lead|intern|vendor|partner|supplier)$/.test(head)
  );
}
