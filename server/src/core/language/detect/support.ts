import { type Actor, isBlamable } from '../actors.ts';
import type { NounPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import type { Sentence } from '../sentence.ts';

/** The actor if blame can be put on it, "we" included where `we` is set. */
export function culprit(s: Sentence, clause: Clause, human?: boolean): Actor | undefined {
  const actor = human === undefined ? s.subjectActor(clause) : s.subjectActor(clause, human);
  if (!actor) return undefined;
  if (actor.kind === 'we') return actor;
  if (!isBlamable(actor)) return undefined;
  return actor.certain || (human ?? s.isHumanVerb(clause)) ? actor : undefined;
}

/** Whether an actor is known by name, role or grammar, or bears a capitalised name that no list knows. */
export function isKnown(s: Sentence, actor: Actor): boolean {
  if (actor.certain) return true;
  const head = s.tokens[actor.phrase.head]!;
  const lead = s.tokens[actor.phrase.from]!;
  return (head.capital || lead.capital) && actor.phrase.determiner === undefined;
}

/** A person or team named by a phrase, certain ones only unless `human` says that only people fit. */
export function personIn(s: Sentence, phrase: NounPhrase | undefined, human = false): Actor | undefined {
  if (!phrase) return undefined;
  const actor = s.actor(phrase, human);
  return isBlamable(actor) && (actor.certain || human) ? actor : undefined;
}

/** Whether the verb, with its particle if it has one, is in the set. A particle may stand behind the object. */
export function verbIn(s: Sentence, clause: Clause, set: ReadonlySet<string>): boolean {
  const { lemma, particle, to } = clause.verb;
  if (particle !== undefined) {
    if (set.has(`${lemma} ${particle}`)) return true;
    // "shut down", "turn off": with a particle it is another verb; "push out", "send over" are not.
    if (!/^(?:out|over|in|on|to|up|through|back|away|around|past|along)$/.test(particle)) {
      return (
        set.has(lemma) &&
        !/^(?:take|bring|put|shut|turn|knock|let|write|break|look|stand|back|hold|sign|roll|set|wind)$/.test(lemma)
      );
    }
    return set.has(lemma);
  }
  for (let i = to; i < Math.min(clause.to, to + 9); i++) {
    const low = s.low(i);
    if (set.has(`${lemma} ${low}`)) return true;
  }
  return set.has(lemma);
}

/** Whether one of the clause's adverbs is in the set; also adverbs behind its object. */
export function adverbIn(s: Sentence, clause: Clause, set: ReadonlySet<string>): number | undefined {
  for (const i of clause.verb.adverbs) if (set.has(s.low(i))) return i;
  for (let i = clause.verb.to; i < clause.to; i++) {
    const token = s.tokens[i]!;
    if (token.tag === 'adverb' && set.has(token.low)) {
      // In front of another verb or adjective it belongs to that.
      const next = s.tokens[i + 1];
      if (next && i + 1 < s.to && (next.tag === 'verb' || next.tag === 'adjective' || next.tag === 'noun')) continue;
      return i;
    }
  }
  const before = clause.verb.from - 1;
  if (before >= s.from && set.has(s.low(before))) return before;
  const opener = s.from;
  if (clause.from === opener + 2 && s.low(opener + 1) === ',' && set.has(s.low(opener))) return opener;
  if (clause.from === opener + 1 && set.has(s.low(opener))) return opener;
  return undefined;
}

/** Which sets have a phrase that begins with a word. */
const opened = new Map<string, Set<Phrases>>();

/**
 * The sentence looked at last, and its number: each set was told where its phrases can begin in it, in one pass, so that the many sets that
 * begin nowhere cost nothing. Detectors look at one sentence after the other.
 */
let looked: Sentence | undefined;
let number = 0;

function lookAt(s: Sentence): void {
  if (looked === s) return;
  looked = s;
  number++;
  for (let i = s.from; i < s.to; i++) {
    const { low, lemma } = s.tokens[i]!;
    note(low, i);
    if (lemma !== low) note(lemma, i);
  }
}

function note(word: string, at: number): void {
  const users = opened.get(word);
  if (users) for (const user of users) user.beginsAt(at);
}

/** The alternatives for one word of a phrase. */
type Part = readonly string[];

/** A set of word sequences, indexed by their first word. */
export class Phrases {
  readonly #byFirst = new Map<string, (readonly Part[])[]>();
  /** Where phrases can begin in the sentence of that number. */
  readonly #starts: number[] = [];
  #number = 0;

  /** One phrase a line; words are matched as written or as lemma, `a|b` are alternatives, `*` skips up to three words. */
  constructor(lines: string) {
    for (const line of lines.split('\n')) {
      const words = line.trim();
      if (words === '') continue;
      const parts = words.split(/\s+/).map((part) => part.split('|'));
      for (const first of parts[0]!) {
        const list = this.#byFirst.get(first) ?? [];
        list.push(parts);
        this.#byFirst.set(first, list);
        let users = opened.get(first);
        if (!users) {
          users = new Set();
          opened.set(first, users);
        }
        users.add(this);
      }
    }
  }

  /** Is told by the pass over a sentence that a phrase can begin at a token. */
  beginsAt(at: number): void {
    if (this.#number !== number) this.#starts.length = 0;
    this.#number = number;
    if (this.#starts.at(-1) !== at) this.#starts.push(at);
  }

  /** The first match that begins at token `at`: its end, or 0. */
  matchAt(s: Sentence, at: number): number {
    lookAt(s);
    if (this.#number !== number) return 0;
    const token = s.tokens[at]!;
    return this.#try(s, at, token.low) || (token.lemma === token.low ? 0 : this.#try(s, at, token.lemma));
  }

  /** The first match in the sentence. */
  find(s: Sentence, from = s.from, to = s.to): { from: number; to: number } | undefined {
    lookAt(s);
    if (this.#number !== number) return undefined;
    for (const i of this.#starts) {
      if (i < from) continue;
      if (i >= to) break;
      const end = this.matchAt(s, i);
      if (end) return { from: i, to: end };
    }
    return undefined;
  }

  #try(s: Sentence, at: number, first: string): number {
    for (const parts of this.#byFirst.get(first) ?? []) {
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
