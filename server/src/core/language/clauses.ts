import { type Chunk, type NounPhrase, type VerbGroup, wordPhrase } from './chunks.ts';
import { coordinated, REACH, subjectBefore, verbFinite } from './subjects.ts';
import type { Token } from './tokens.ts';

/** A verb group with what it says of whom. All numbers are token indexes, ends exclusive. */
export interface Clause {
  readonly verb: VerbGroup;
  /** Index of the verb group among the chunks. */
  readonly at: number;
  /** Noun phrases of the subject: several where they are coordinated. Empty where there is none. */
  readonly subject: readonly NounPhrase[];
  /** Whether the subject stands right in front of the verb rather than being shared or understood. */
  readonly ownSubject: boolean;
  /** The verb that governs an infinitive or participle ("failed" in "failed to check"). */
  readonly governor: Clause | undefined;
  /** Inside a relative clause. */
  readonly relative: boolean;
  readonly object: NounPhrase | undefined;
  /** By-phrase of a passive. */
  readonly agent: NounPhrase | undefined;
  /** Start of the clause: its subject where it has its own, else the verb group. */
  readonly from: number;
  /** End of what belongs to the verb: objects, complements and adverbials up to the next clause. */
  readonly to: number;
  /** The subordinating word in front of the clause. */
  readonly subordinator: string | undefined;
  /** The auxiliary stands in front of the subject: "Had the manager read it", "Did nobody look?" */
  readonly inverted: boolean;
}

/** Finds the clauses of a sentence: one for each verb group, with its subject, object and agent. */
export function findClauses(tokens: readonly Token[], chunks: readonly Chunk[]): Clause[] {
  const byChunk = new Map<number, Clause>();
  const clauses: Clause[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at]!;
    if (chunk.kind !== 'vg') continue;
    const clause = buildClause(tokens, chunks, at, byChunk);
    const before = clauses.at(-1);
    const joined = before && joinInverted(tokens, chunks, before, clause);
    if (joined) {
      clauses.pop();
      byChunk.set(before.at, joined);
    }
    byChunk.set(at, joined ?? clause);
    clauses.push(joined ?? clause);
  }
  return clauses;
}

/**
 * "Had | the manager | read it": the auxiliary in front and the verb behind the subject are one verb group. Returns the clause they
 * make, or undefined where they are two.
 */
function joinInverted(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  front: Clause,
  back: Clause,
): Clause | undefined {
  const auxiliary = front.verb;
  if (!isInverted(tokens, auxiliary) || front.subject.length === 0) return undefined;
  const subject = front.subject.at(-1)!;
  if (subject.from < auxiliary.to || back.verb.infinitive || back.verb.modal !== undefined) return undefined;
  // Only phrases that belong to the subject may stand in between.
  for (let i = front.at + 1; i < back.at; i++) {
    const { kind } = chunks[i]!;
    if (kind !== 'np' && kind !== 'prep' && kind !== 'conj' && kind !== 'adv' && kind !== 'not') return undefined;
  }
  const first = tokens[auxiliary.from]!.low;
  const have = /^(?:had|has|have)$/.test(first);
  const be = /^(?:was|were|is|are|am)$/.test(first);
  if (
    be &&
    back.verb.nonFinite !== 'ing' &&
    (back.verb.tense === 'present' || back.verb.tense === 'base') &&
    back.verb.nonFinite === undefined &&
    tokens[back.verb.main]!.forms === 0
  )
    return undefined;
  const verb: VerbGroup = {
    ...back.verb,
    modal: auxiliary.modal,
    perfect: have || auxiliary.perfect || back.verb.perfect,
    passive: back.verb.passive || (be && back.verb.nonFinite !== 'ing'),
    negated: auxiliary.negated !== back.verb.negated,
    nonFinite: undefined,
    tense: /^(?:had|was|were|did|could|should|would)$/.test(first) ? 'past' : 'present',
  };
  return {
    ...back,
    verb,
    subject: front.subject,
    ownSubject: true,
    governor: undefined,
    from: auxiliary.from,
    subordinator: front.subordinator,
    inverted: true,
  };
}

/** Behind an auxiliary these can only be its subject: "had they asked", "did anyone look". */
const NOMINATIVE = /^(?:i|you|he|she|we|they|nobody|anybody|anyone|someone|somebody|everyone|everybody)$/;
function buildClause(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  at: number,
  known: ReadonlyMap<number, Clause>,
): Clause {
  const verb = chunks[at] as VerbGroup;
  let found = subjectBefore(tokens, chunks, at, known);
  if (isInverted(tokens, verb)) {
    const after = chunks[at + 1];
    const would =
      tokens[verb.from]!.low === 'had' &&
      chunks
        .slice(Math.max(0, at - REACH), at)
        .some((chunk) => chunk.kind === 'vg' && chunk.modal !== undefined && chunk.perfect);
    const nominative =
      after?.kind === 'np' && NOMINATIVE.test(tokens[after.head]!.low) && chunks[at + 2]?.kind === 'vg';
    if (
      after?.kind === 'np' &&
      (found.subject.length === 0 ||
        nominative ||
        (would && (chunks[at + 2]?.kind === 'vg' || chunks[at + 3]?.kind === 'vg')))
    )
      found = { ...found, subject: coordinated(tokens, chunks, at + 1, 1), own: true };
  }
  // "Whoever was on duty should have run it": the relative clause is the subject.
  if (found.subject.length === 0 && verbFinite(verb) && at > 2) {
    const opener = chunks.findIndex((chunk) => chunk.kind === 'wh');
    if (opener >= 0 && opener < at && opener <= 3 && tokens[chunks[opener]!.from]!.low === 'whoever') {
      const who = chunks[opener]!;
      found = {
        subject: [wordPhrase(who.from)],
        own: true,
        relative: false,
        from: who.from,
      };
    }
  }
  const { object, agent, to } = complement(tokens, chunks, at);
  return {
    verb,
    at,
    subject: found.subject,
    ownSubject: found.own,
    governor: found.governor,
    relative: found.relative,
    object,
    agent,
    from: found.own ? Math.min(found.from ?? verb.from, verb.from) : verb.from,
    to,
    subordinator: found.subordinator,
    inverted: false,
  };
}

/** "Had the manager read it", "Were a reviewer to miss it", "Did nobody look?" */
function isInverted(tokens: readonly Token[], verb: VerbGroup): boolean {
  const first = tokens[verb.from]!;
  return verb.main === verb.from && (first.tag === 'aux' || first.tag === 'modal');
}
/** Object, by-phrase and end of the clause whose verb group is chunk `at`. */
function complement(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  at: number,
): { object: NounPhrase | undefined; agent: NounPhrase | undefined; to: number } {
  const verb = chunks[at] as VerbGroup;
  let object: NounPhrase | undefined;
  let agent: NounPhrase | undefined;
  let to = verb.to;
  let onlyPhrases = true;
  for (let i = at + 1; i < chunks.length && i < at + REACH; i++) {
    const chunk = chunks[i]!;
    if (chunk.kind === 'np') {
      const next = chunks[skipForward(chunks, i + 1)];
      // A new clause begins with this noun phrase.
      if (
        next?.kind === 'vg' &&
        verbFinite(next) &&
        chunk.preposition === undefined &&
        i > at + 1 &&
        chunks[i - 1]!.kind !== 'prep'
      ) {
        const link = chunks[i - 1]!;
        if (link.kind === 'conj' || link.kind === 'punct' || link.kind === 'sub' || link.kind === 'wh') break;
      }
      if (chunk.preposition === undefined && object === undefined && onlyPhrases && !agent) object = chunk;
      else if (chunk.preposition !== undefined && tokens[chunk.preposition]!.low === 'by' && agent === undefined)
        agent = chunk;
      to = chunk.to;
      continue;
    }
    if (chunk.kind === 'punct') {
      const mark = tokens[chunk.from]!.text;
      if (/^[.;:!?–—()…→←|]$/.test(mark)) break;
      if (mark === ',') {
        const next = chunks[i + 1];
        if (
          !next ||
          next.kind === 'sub' ||
          next.kind === 'rel' ||
          next.kind === 'wh' ||
          next.kind === 'vg' ||
          next.kind === 'conj'
        )
          break;
        if (next.kind === 'np') {
          const after = chunks[skipForward(chunks, i + 2)];
          if (after?.kind === 'vg' && verbFinite(after)) break;
        }
        onlyPhrases = false;
      }
      to = chunk.to;
      continue;
    }
    if (chunk.kind === 'sub' || chunk.kind === 'rel' || chunk.kind === 'wh') break;
    if (chunk.kind === 'vg') {
      if (verbFinite(chunk)) break;
      if (!chunk.infinitive) onlyPhrases = false;
      onlyPhrases = onlyPhrases && false;
      break;
    }
    if (chunk.kind === 'conj') {
      const next = chunks[i + 1];
      if (next?.kind === 'vg') break;
      onlyPhrases = false;
    }
    if (chunk.kind === 'adj' || chunk.kind === 'prep') {
      if (chunk.kind === 'adj') onlyPhrases = object === undefined && onlyPhrases;
    }
    to = chunk.to;
  }
  // Trailing commas and conjunctions belong to nobody.
  while (
    to > verb.to &&
    (tokens[to - 1]!.tag === 'punctuation' ||
      tokens[to - 1]!.tag === 'conjunction' ||
      tokens[to - 1]!.tag === 'preposition') &&
    !/^["”’')]$/.test(tokens[to - 1]!.text)
  )
    to--;
  return { object, agent, to };
}

function skipForward(chunks: readonly Chunk[], from: number): number {
  let i = from;
  while (i < chunks.length && (chunks[i]!.kind === 'adv' || chunks[i]!.kind === 'not')) i++;
  return i;
}
