import { type Chunk, isTemporal, type NounPhrase, type VerbGroup, wordPhrase } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { PARTICIPLE } from './morphology.ts';
import type { Token } from './tokens.ts';

/** How far to look for a subject, in chunks: keeps the work linear in the length of the text. */
export const REACH = 45;

/** The subject of a verb group, and what else its place tells. */
export interface Found {
  readonly subject: readonly NounPhrase[];
  readonly own: boolean;
  readonly relative: boolean;
  readonly governor?: Clause | undefined;
  readonly subordinator?: string | undefined;
  readonly from?: number;
}

const NONE: Found = { subject: [], own: false, relative: false };

function skipBack(chunks: readonly Chunk[], at: number): number {
  let i = at;
  while (i >= 0 && (chunks[i]!.kind === 'adv' || chunks[i]!.kind === 'not' || chunks[i]!.kind === 'other')) i--;
  return i;
}

function text(tokens: readonly Token[], chunk: Chunk): string {
  return tokens[chunk.from]!.low;
}

function isComma(tokens: readonly Token[], chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'punct' && /^[,–—(-]$/.test(tokens[chunk.from]!.text);
}

/** The subject of the verb group at chunk `at`, by what stands in front of it. */
export function subjectBefore(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  at: number,
  known: ReadonlyMap<number, Clause>,
): Found {
  const verb = chunks[at] as VerbGroup;
  let i = skipBack(chunks, at - 1);
  const limit = Math.max(0, at - REACH);
  if (i < limit || i < 0) return NONE;
  let chunk = chunks[i]!;

  // "in spite of the network team breaking DNS": the phrase right in front acts.
  if (
    verb.nonFinite === 'ing' &&
    chunk.kind === 'np' &&
    chunk.preposition !== undefined &&
    chunk.to === verb.from &&
    /^(?:of|by|with|to|from|for|on|about)$/.test(tokens[chunk.preposition]!.low) &&
    i > 1 &&
    /^(?:spite|despite|due|because|of|by|to|after|with)$/.test(
      tokens[chunk.preposition]!.low === 'of'
        ? (tokens[chunk.preposition - 1]?.low ?? '')
        : tokens[chunk.preposition]!.low,
    )
  )
    return { subject: [chunk], own: true, relative: false, from: chunk.from };
  // "Appointing an incident manager could have helped": a deed is the subject, nobody.
  if (chunk.kind === 'np' && verbFinite(verb)) {
    const front = chunks[i - 1];
    if (
      front?.kind === 'vg' &&
      front.nonFinite === 'ing' &&
      front.to === chunk.from &&
      known.get(i - 1)?.subject.length === 0
    )
      return NONE;
  }
  // An infinitive or a bare participle hangs on the verb in front: "failed to check", "kept misrouting".
  if (verb.infinitive || verb.nonFinite === 'ing') {
    const governor = governorOf(tokens, chunks, i, known, verb);
    if (governor) return governor;
  }
  if (chunk.kind === 'vg') {
    const before = known.get(i);
    const described = before && verbFinite(verb) ? describedBy(chunks, i, before) : undefined;
    if (described) return { subject: [described], own: true, relative: false, from: described.from };
    if (before)
      return {
        subject: before.object ? [before.object] : before.subject,
        own: false,
        relative: before.relative,
        governor: before,
      };
  }
  // A parenthesis between subject and verb: "Alice, our newest engineer, forgot".
  if (chunk.kind === 'punct') {
    const opener = matchingComma(tokens, chunks, i, limit);
    if (opener >= 0) {
      i = opener - 1;
      chunk = chunks[i]!;
      if (chunk.kind === 'np') return subjectFrom(tokens, chunks, i, known, verb, limit);
    }
    // "…, deleted the table": shares the subject of the verb before; so does an -ing clause behind a comma.
    const shared = lastFinite(chunks, known, i, limit);
    if (shared && text(tokens, chunk) === ',')
      return {
        subject: shared.subject,
        own: false,
        relative: shared.relative,
        governor: verb.nonFinite ? shared : undefined,
      };
    return NONE;
  }
  if (chunk.kind === 'rel') return relativeSubject(tokens, chunks, i, limit);
  if (chunk.kind === 'wh') {
    // "who force-pushed", "whoever disabled it": the question word is the subject.
    const word = tokens[chunk.from]!;
    if (/^(?:who|whoever|which|what|whatever)$/.test(word.low))
      return {
        subject: [wordPhrase(chunk.from)],
        own: true,
        relative: false,
        from: chunk.from,
      };
    return { ...NONE, subordinator: word.low };
  }
  if (chunk.kind === 'conj') {
    const previous = lastFinite(chunks, known, i, limit);
    if (previous)
      return {
        subject: previous.subject,
        own: false,
        relative: previous.relative,
        governor: previous.verb.infinitive && !verbFinite(verb) ? previous.governor : undefined,
      };
    return NONE;
  }
  if (chunk.kind === 'sub' || chunk.kind === 'prep') {
    const word = tokens[chunk.from]!.low;
    // "after forgetting to…", "without waiting": the subject of the clause around.
    const previous = lastFinite(chunks, known, i, limit);
    if (previous)
      return {
        subject: previous.subject,
        own: false,
        relative: previous.relative,
        subordinator: word,
        governor: previous,
      };
    return { ...NONE, subordinator: word };
  }
  if (chunk.kind === 'adj') {
    // "was careful to check", "too lazy to look"
    const previous = lastFinite(chunks, known, i, limit);
    if (previous && previous.at >= i - 4)
      return { subject: previous.subject, own: false, relative: previous.relative, governor: previous };
    return NONE;
  }
  if (chunk.kind === 'np') return subjectFrom(tokens, chunks, i, known, verb, limit);
  return NONE;
}

/** "The script | the intern wrote | dropped …": what a clause without an object and without "that" stands behind. */
function describedBy(chunks: readonly Chunk[], at: number, clause: Clause): NounPhrase | undefined {
  const [subject] = clause.subject;
  if (!subject || !clause.ownSubject || clause.object || !verbFinite(clause.verb)) return undefined;
  const front = chunks[chunks.lastIndexOf(subject, at) - 1];
  return front?.kind === 'np' && front.to === subject.from && subject.preposition === undefined ? front : undefined;
}
/** Whether the verb group can be the predicate of a clause. */
export function verbFinite(verb: VerbGroup): boolean {
  return !verb.infinitive && verb.nonFinite === undefined && verb.tense !== 'base';
}

function governorOf(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  i: number,
  known: ReadonlyMap<number, Clause>,
  verb: VerbGroup,
): Found | undefined {
  const chunk = chunks[i]!;
  if (chunk.kind === 'vg') {
    const governor = known.get(i);
    return (
      governor && {
        subject: governor.verb.passive || !governor.object ? governor.subject : governor.subject,
        own: false,
        relative: governor.relative,
        governor,
      }
    );
  }
  if (chunk.kind === 'np') {
    // "asked Bob to check": the object; "the engineer's failure to check": the possessor.
    const before = skipBack(chunks, i - 1);
    const governor = before >= 0 && chunks[before]!.kind === 'vg' ? known.get(before) : undefined;
    if (chunk.possessor && verb.infinitive)
      return { subject: [chunk.possessor], own: false, relative: false, governor };
    if (governor && verb.infinitive && chunk.preposition === undefined)
      return { subject: [chunk], own: false, relative: governor.relative, governor };
    if (verb.infinitive && chunk.preposition !== undefined) {
      const word = tokens[chunk.preposition]!.low;
      // "irresponsible of Dario to run", "wiser for Ingrid to wait"
      if (word === 'of' || word === 'for' || word === 'by')
        return { subject: [chunk], own: true, relative: false, from: chunk.from };
    }
    if (verb.nonFinite === 'ing') return undefined;
    return undefined;
  }
  if (chunk.kind === 'adj') {
    const before = skipBack(chunks, i - 1);
    const governor = before >= 0 ? known.get(before) : undefined;
    if (governor) return { subject: governor.subject, own: false, relative: governor.relative, governor };
  }
  return undefined;
}

/** The verb group to the left at the same level whose subject is shared. */
function lastFinite(
  chunks: readonly Chunk[],
  known: ReadonlyMap<number, Clause>,
  from: number,
  limit: number,
): Clause | undefined {
  for (let i = from - 1; i >= limit; i--) {
    const chunk = chunks[i]!;
    if (chunk.kind !== 'vg') continue;
    const clause = known.get(i);
    if (!clause) continue;
    if (chunk.infinitive || chunk.nonFinite) {
      if (clause.subject.length > 0 && chunk.infinitive) continue;
      continue;
    }
    return clause;
  }
  for (let i = from - 1; i >= limit; i--) {
    const clause = chunks[i]!.kind === 'vg' ? known.get(i) : undefined;
    if (clause) return clause;
  }
  return undefined;
}

/** The subject whose last noun phrase is chunk `i`: steps over prepositional phrases and relative clauses to its head. */
function subjectFrom(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  i: number,
  known: ReadonlyMap<number, Clause>,
  verb: VerbGroup,
  limit: number,
): Found {
  let at = i;
  for (let steps = 0; steps < 12; steps++) {
    const phrase = chunks[at];
    if (phrase?.kind !== 'np') return NONE;
    if (phrase.preposition !== undefined) {
      // "the engineer on the team in Lisbon" | "After the analyst restarted"
      let before = skipBack(chunks, at - 2);
      const temporal = isTemporal(tokens, phrase.preposition);
      if (before >= limit && chunks[before]!.kind === 'prep') before = skipBack(chunks, before - 1);
      const left = before >= limit ? chunks[before] : undefined;
      if (temporal && verbFinite(verb)) return done(tokens, chunks, at, tokens[phrase.preposition]!.low);
      if (left?.kind === 'np') {
        at = before;
        continue;
      }
      if (left?.kind === 'adj' || left?.kind === 'rel' || left?.kind === 'vg') {
        // "the analyst covering for vacation": the participle describes what stands in front of it.
        if (
          left.kind === 'vg' &&
          left.nonFinite !== undefined &&
          chunks[before - 1]?.kind === 'np' &&
          chunks[before - 1]!.to === left.from
        ) {
          at = before - 1;
          continue;
        }
        // Inside a relative or participle clause: go on to what it belongs to.
        const antecedent = relativeHead(tokens, chunks, before, limit);
        if (antecedent >= 0) {
          at = antecedent;
          continue;
        }
        // "drop-table edit with which …": give up on far readings; the phrase itself is next best for -ing.
        if (left.kind === 'vg' && verb.nonFinite !== undefined) return done(tokens, chunks, at, undefined);
        // "the engineer assigned to the ticket lacked": two finite verbs in a row; the first is a participle.
        if (
          left.kind === 'vg' &&
          verbFinite(verb) &&
          left.from === left.main &&
          (tokens[left.main]!.forms & PARTICIPLE) !== 0 &&
          chunks[before - 1]?.kind === 'np' &&
          chunks[before - 1]!.to === left.from
        ) {
          at = before - 1;
          continue;
        }
        const shared = left.kind === 'vg' && verbFinite(verb) ? known.get(before) : undefined;
        if (shared && !shared.relative) return NONE;
      }
      if (left?.kind === 'punct' && isComma(tokens, left)) {
        const beforeComma = chunks[before - 1];
        if (beforeComma?.kind === 'np' && verbFinite(verb)) {
          at = before - 1;
          continue;
        }
      }
      return NONE;
    }
    // The object of a verb inside a relative clause is not the subject: "the developer who wrote the query never ran".
    const before = skipBack(chunks, at - 1);
    const left = before >= limit ? chunks[before] : undefined;
    if (left?.kind === 'vg' && verbFinite(verb)) {
      const antecedent = relativeHead(tokens, chunks, before, limit);
      if (antecedent >= 0) {
        at = antecedent;
        continue;
      }
    }
    if (left?.kind === 'rel' && verbFinite(verb)) {
      // "the script (that) Bob ran failed"
      return done(tokens, chunks, at, undefined, true);
    }
    return done(tokens, chunks, at, left?.kind === 'sub' || left?.kind === 'wh' ? text(tokens, left) : undefined);
  }
  return NONE;
}

function done(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  at: number,
  subordinator: string | undefined,
  relative = false,
): Found {
  const subject = coordinated(tokens, chunks, at, -1);
  return {
    subject,
    own: true,
    relative,
    subordinator: subordinator ?? subordinatorBefore(tokens, chunks, at),
    from: Math.min(...subject.map((s) => s.from)),
  };
}

function subordinatorBefore(tokens: readonly Token[], chunks: readonly Chunk[], at: number): string | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const chunk = chunks[i]!;
    if (chunk.kind === 'sub' || chunk.kind === 'wh') return text(tokens, chunk);
    if (chunk.kind === 'vg' || chunk.kind === 'punct') return undefined;
  }
  return undefined;
}

/** The verb at chunk `i` is inside a relative clause or a participle phrase: index of the noun phrase it describes, or -1. */
function relativeHead(tokens: readonly Token[], chunks: readonly Chunk[], i: number, limit: number): number {
  let at = i;
  for (let steps = 0; steps < 12 && at >= limit; steps++) {
    const chunk = chunks[at]!;
    const before = skipBack(chunks, at - 1);
    if (before < limit) return -1;
    const left = chunks[before]!;
    if (chunk.kind === 'rel')
      return left.kind === 'np' ? before : left.kind === 'punct' && chunks[before - 1]?.kind === 'np' ? before - 1 : -1;
    if (chunk.kind === 'vg') {
      if (left.kind === 'rel') return relativeHead(tokens, chunks, before, limit);
      if (left.kind === 'np') {
        if (chunk.nonFinite !== undefined || chunk.infinitive) return before;
        if (chunk.tense === 'past' && left.preposition === undefined) {
          // "who the vendor hired": a relative pronoun further left.
          const further = skipBack(chunks, before - 1);
          if (further >= limit && chunks[further]!.kind === 'rel') return relativeHead(tokens, chunks, further, limit);
        }
        return -1;
      }
      if (left.kind === 'vg' || left.kind === 'conj' || left.kind === 'prep' || left.kind === 'sub') {
        at = before;
        continue;
      }
      return -1;
    }
    if (
      chunk.kind === 'np' ||
      chunk.kind === 'prep' ||
      chunk.kind === 'conj' ||
      chunk.kind === 'adj' ||
      chunk.kind === 'adv'
    ) {
      at = before;
      continue;
    }
    return -1;
  }
  return -1;
}

/** Index of the comma, dash or bracket that opens the parenthesis closed at chunk `i` behind a noun phrase; -1 if there is none. */
function matchingComma(tokens: readonly Token[], chunks: readonly Chunk[], i: number, limit: number): number {
  const close = tokens[chunks[i]!.from]!.text;
  const open = close === ')' ? '(' : close === ',' ? ',' : /^[–—-]$/.test(close) ? close : '';
  if (!open) return -1;
  for (let at = i - 1; at > limit; at--) {
    const chunk = chunks[at]!;
    if (chunk.kind === 'punct' && tokens[chunk.from]!.text === open) {
      const before = chunks[at - 1];
      if (before?.kind !== 'np') {
        if (open === '(') return -1;
        continue;
      }
      const inside = chunks[at + 1];
      if (!inside) return -1;
      // An apposition, a relative clause, an adverbial: no finite clause with a subject of its own.
      if (
        open === '(' ||
        inside.kind === 'rel' ||
        inside.kind === 'prep' ||
        inside.kind === 'adv' ||
        inside.kind === 'sub' ||
        inside.kind === 'adj' ||
        (inside.kind === 'vg' && inside.nonFinite !== undefined)
      )
        return at;
      if (inside.kind === 'np' && !finiteBetween(chunks, at + 2, i)) return at;
      if (inside.kind === 'other' || inside.kind === 'not') return at;
      return -1;
    }
  }
  return -1;
}

function finiteBetween(chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const chunk = chunks[i]!;
    if (chunk.kind === 'rel') return false;
    if (chunk.kind === 'vg' && verbFinite(chunk)) return true;
  }
  return false;
}

function relativeSubject(tokens: readonly Token[], chunks: readonly Chunk[], i: number, limit: number): Found {
  let before = i - 1;
  const human = text(tokens, chunks[i]!) === 'who' || text(tokens, chunks[i]!) === 'whom';
  while (before >= limit && isComma(tokens, chunks[before])) before--;
  let phrase = before >= limit ? chunks[before] : undefined;
  if (phrase?.kind === 'prep') return { ...NONE, relative: true };
  // ", which broke DNS": the whole clause before is the subject; the nearest noun stands for it.
  while (phrase?.kind === 'np' && phrase.preposition !== undefined && human) {
    // "the engineer on the team who": the nearer phrase is taken unless it is a place or thing.
    const further = chunks[before - 2];
    if (further?.kind !== 'np') break;
    if (tokens[phrase.head]!.tag === 'name' || tokens[phrase.head]!.tag === 'noun') {
      before -= 2;
      phrase = chunks[before];
      continue;
    }
    break;
  }
  if (phrase?.kind !== 'np') return { ...NONE, relative: true };
  return { subject: coordinated(tokens, chunks, before, -1), own: false, relative: true };
}

/** The noun phrases coordinated with the one at chunk `at`, going left (-1) or right (1). */
export function coordinated(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  at: number,
  direction: 1 | -1,
): NounPhrase[] {
  const list = [chunks[at] as NounPhrase];
  let i = at;
  for (let steps = 0; steps < 6; steps++) {
    const link = chunks[i + direction];
    const next = chunks[i + 2 * direction];
    const further = chunks[i + 3 * direction];
    if (!link) break;
    const joins = link.kind === 'conj' || (list.length > 1 && link.kind === 'punct' && tokens[link.from]!.text === ',');
    if (
      joins &&
      next?.kind === 'np' &&
      !(direction < 0 && further?.kind === 'vg' && further.kind === 'vg' && !isParticipleOnly(further))
    ) {
      list.push(next);
      i += 2 * direction;
      continue;
    }
    break;
  }
  return direction < 0 ? list.reverse() : list;
}

function isParticipleOnly(verb: VerbGroup): boolean {
  return verb.nonFinite !== undefined;
}
