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
