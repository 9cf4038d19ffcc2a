import { BE, DO, HAVE, PARTICLES, TEMPORAL_PREPOSITIONS } from './lexicon/grammar.ts';
import { BASE, ING, PARTICIPLE, PAST, THIRD } from './morphology.ts';
import type { Token } from './tokens.ts';
import { SOCIAL } from './word.ts';

/** A noun phrase without what follows its head: "the new engineer", "Bob's mistake", "she". Token indexes, `to` exclusive. */
export interface NounPhrase {
  readonly kind: 'np';
  readonly from: number;
  readonly to: number;
  /** Index of the head token: the last noun. */
  readonly head: number;
  /** "Bob" in "Bob's mistake". */
  readonly possessor: NounPhrase | undefined;
  /** The determiner or possessive pronoun in front, if any. */
  readonly determiner: number | undefined;
  /** Index of the preposition token that governs it. */
  readonly preposition: number | undefined;
}

/** The noun phrase that is one word alone, without a noun's trimmings: "whoever", the "his" of "his mistake". `at` is its token index. */
export function wordPhrase(at: number): NounPhrase {
  return {
    kind: 'np',
    from: at,
    to: at + 1,
    head: at,
    possessor: undefined,
    determiner: undefined,
    preposition: undefined,
  };
}

/** A verb with its auxiliaries, negation and adverbs: "has not yet been fully tested". */
export interface VerbGroup {
  readonly kind: 'vg';
  readonly from: number;
  readonly to: number;
  /** Index of the main verb's token; an auxiliary where it stands alone ("was careless"). */
  readonly main: number;
  readonly lemma: string;
  readonly particle: string | undefined;
  readonly modal: string | undefined;
  readonly perfect: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** to + base form. */
  readonly infinitive: boolean;
  /** A form in -ing, or a participle, without an auxiliary. */
  readonly nonFinite: 'ing' | 'participle' | undefined;
  readonly tense: 'past' | 'present' | 'base' | 'none';
  /** Indexes of adverbs within the group and at its edges. */
  readonly adverbs: readonly number[];
}

/** Anything else: one word or mark. */
export interface Particle {
  readonly kind: 'prep' | 'conj' | 'sub' | 'rel' | 'wh' | 'adj' | 'adv' | 'punct' | 'not' | 'other';
  readonly from: number;
  readonly to: number;
}

export type Chunk = NounPhrase | VerbGroup | Particle;

const NP_INSIDE = new Set(['noun', 'name', 'number', 'adjective', 'determiner', 'possessive', 'pronoun']);

/** Groups the tagged tokens of a sentence into noun phrases, verb groups and the words between them. */
export function chunkSentence(tokens: readonly Token[], from: number, to: number): Chunk[] {
  const chunks: Chunk[] = [];
  let at = from;
  while (at < to) {
    const token = tokens[at]!;
    const previous = chunks.at(-1);
    if (
      token.tag === 'verb' ||
      token.tag === 'aux' ||
      token.tag === 'modal' ||
      (token.tag === 'to' && verbAfter(tokens, at, to)) ||
      (token.tag === 'not' && verbAfter(tokens, at, to))
    ) {
      const group = verbGroup(tokens, at, to, previous);
      if (group) {
        // Adverbs in front belong to the verb.
        chunks.push(group);
        at = group.to;
        continue;
      }
    }
    if (token.tag === 'adverb' || token.tag === 'interjection') {
      const group = adverbsThenVerb(tokens, at, to) ? verbGroup(tokens, at, to, previous) : undefined;
      if (group) {
        chunks.push(group);
        at = group.to;
        continue;
      }
      // "the very old host": an adverb inside a noun phrase.
      chunks.push({ kind: 'adv', from: at, to: at + 1 });
      at++;
      continue;
    }
    if (token.tag === 'adjective' && !nounFollows(tokens, at, to)) {
      chunks.push({ kind: 'adj', from: at, to: at + 1 });
      at++;
      continue;
    }
    if (NP_INSIDE.has(token.tag)) {
      // "with barely three months": an adverb may stand in between.
      const governing = previous?.kind === 'adv' ? chunks.at(-2) : previous;
      const prepositionChunk = governing?.kind === 'prep' ? governing.from : undefined;
      const phrase = nounPhrase(tokens, at, to, prepositionChunk);
      chunks.push(phrase);
      at = phrase.to;
      continue;
    }
    if (token.tag === 'that') {
      const next = tokens[at + 1];
      const relative =
        previous?.kind === 'np' && next !== undefined && /^(?:verb|aux|modal|not|adverb)$/.test(next.tag);
      if (
        !relative &&
        next &&
        at + 1 < to &&
        /^(?:noun|adjective)$/.test(next.tag) &&
        previous?.kind !== 'vg' &&
        previous?.kind !== 'np'
      ) {
        const phrase = nounPhrase(tokens, at, to, previous?.kind === 'prep' ? previous.from : undefined);
        chunks.push(phrase);
        at = phrase.to;
        continue;
      }
      if (
        !relative &&
        (previous === undefined || previous.kind === 'prep' || previous.kind === 'punct') &&
        next &&
        /^(?:aux|modal|verb|clitic)$/.test(next.tag)
      ) {
        chunks.push(wordPhrase(at));
        at++;
        continue;
      }
      chunks.push({ kind: relative ? 'rel' : 'sub', from: at, to: at + 1 });
      at++;
      continue;
    }
    chunks.push({ kind: particleKind(tokens, at, previous), from: at, to: at + 1 });
    at++;
  }
  return chunks;
}

function particleKind(tokens: readonly Token[], at: number, previous: Chunk | undefined): Particle['kind'] {
  const token = tokens[at]!;
  switch (token.tag) {
    case 'preposition':
      return 'prep';
    case 'to':
      return 'prep';
    case 'conjunction':
      return 'conj';
    case 'subordinator':
      return 'sub';
    case 'wh':
      if (/^(?:who|which|whom|whose)$/.test(token.low)) {
        const antecedent =
          previous?.kind === 'np' ||
          (previous?.kind === 'punct' && tokens[previous.from]!.text === ',') ||
          previous?.kind === 'prep';
        return antecedent ? 'rel' : 'wh';
      }
      return 'wh';
    case 'not':
      return 'not';
    case 'punctuation':
      return 'punct';
    default:
      return 'other';
  }
}

function verbAfter(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at + 1; i < to && i < at + 5; i++) {
    const { tag } = tokens[i]!;
    if (tag === 'verb' || tag === 'aux' || tag === 'modal') return true;
    if (tag !== 'adverb' && tag !== 'not') return false;
  }
  return false;
}

function adverbsThenVerb(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at; i < to && i < at + 4; i++) {
    const { tag } = tokens[i]!;
    if (tag === 'verb' || tag === 'aux' || tag === 'modal') return true;
    if (tag !== 'adverb' && tag !== 'not') return false;
  }
  return false;
}

/** Prepositions that open a sentence with its circumstances; "of" and "to" only as part of one: "instead of", "contrary to". */
const CIRCUMSTANCE =
  /^(?:after|against|amid|at|before|by|despite|during|following|for|in|inside|on|over|since|under|upon|while|with|within|without)$/;
const COMPOUND = /^(?:out|instead|because|ahead|spite|regardless|contrary|contrast|due|thanks|owing|prior|according)$/;
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/**
 * Whether the name at `at` is no part of the phrase in front but the subject of the verb behind it: "During the failover | Priya deleted …",
 * "the bug | Marta introduced took …". "Engineer Bob" is one phrase.
 */
function isSubjectBehind(
  tokens: readonly Token[],
  at: number,
  preposition: number | undefined,
  limit: number,
): boolean {
  const last = tokens[at - 1]!;
  if (tokens[at]!.tag !== 'name' || !tokens[at]!.capital) return false;
  if (last.capital ? !CALENDAR.test(last.low) : last.tag !== 'noun' || last.word.is(SOCIAL)) return false;
  let verb = at + 1;
  while (verb < limit && /^(?:name|adverb)$/.test(tokens[verb]!.tag)) verb++;
  if (verb >= limit || !isFiniteForm(tokens[verb]!)) return false;
  if (preposition === undefined) return verb + 1 < limit && isFiniteForm(tokens[verb + 1]!);
  const { low } = tokens[preposition]!;
  let front = preposition - 1;
  if (low === 'of' || low === 'to' ? !COMPOUND.test(tokens[front]?.low ?? '') : !CIRCUMSTANCE.test(low)) return false;
  // Nothing is told in front of it.
  while (front >= 0 && (COMPOUND.test(tokens[front]!.low) || /^(?:preposition|adverb|to)$/.test(tokens[front]!.tag)))
    front--;
  return front < 0 || /^(?:punctuation|conjunction|number|subordinator|that)$/.test(tokens[front]!.tag);
}

function isFiniteForm({ tag, forms }: Token): boolean {
  return tag === 'aux' || tag === 'modal' || (tag === 'verb' && (forms & (PAST | THIRD)) !== 0);
}

function nounFollows(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at + 1; i < to; i++) {
    const token = tokens[i]!;
    if (token.tag === 'noun' || token.tag === 'name' || token.tag === 'number') return true;
    if (token.tag === 'conjunction' || token.text === ',') {
      const next = tokens[i + 1];
      if (next && i + 1 < to && (next.tag === 'adjective' || next.tag === 'adverb')) continue;
      return false;
    }
    if (token.tag !== 'adjective' && token.tag !== 'adverb') return false;
  }
  return false;
}

function nounPhrase(
  tokens: readonly Token[],
  start: number,
  limit: number,
  preposition: number | undefined,
): NounPhrase {
  let at = start;
  let head = start;
  let possessor: NounPhrase | undefined;
  let determiner: number | undefined;
  let nouns = 0;
  while (at < limit) {
    const token = tokens[at]!;
    const { tag } = token;
    if (tag === 'clitic' && at > start) {
      possessor = { kind: 'np', from: start, to: at, head, possessor, determiner, preposition: undefined };
      determiner = at;
      nouns = 0;
      at++;
      continue;
    }
    if (tag === 'pronoun') {
      if (at > start && tokens[at - 1]!.tag !== 'determiner' && !(tokens[at - 1]!.tag === 'clitic')) break;
      head = at;
      at++;
      if (tokens[at]?.tag !== 'clitic') break;
      continue;
    }
    if (tag === 'determiner' || tag === 'possessive' || tag === 'that') {
      if (at > start && nouns > 0) break;
      if (at > start && tag !== 'determiner') {
        if (tokens[at - 1]!.tag !== 'determiner') break;
      }
      determiner = at;
      head = at;
      at++;
      continue;
    }
    if (tag === 'noun' || tag === 'name') {
      if (at > start && isSubjectBehind(tokens, at, preposition, limit)) break;
      // Two names apart by case only are one phrase; a pronoun or determiner ends it.
      head = at;
      nouns++;
      at++;
      continue;
    }
    if (
      tag === 'number' &&
      isTime(token.text) &&
      (at === start || /^(?:mon|tue|wed|thu|fri|sat|sun)/.test(tokens[at - 1]!.low))
    ) {
      at++;
      // Its zone belongs to the time: "03:10 UTC Fatima".
      while (
        at < limit &&
        /^(?:am|pm|utc|gmt|z|[a-z]{1,3}(?:st|dt|et)|[a-z]est|[a-z]edt|cet|bst|ist|jst|sgt|wat|eat|cat|msk)$/.test(
          tokens[at]!.low,
        ) &&
        (tokens[at]!.capital || /^[ap]m$/.test(tokens[at]!.low))
      )
        at++;
      break;
    }
    if (tag === 'number' || tag === 'adjective') {
      if (
        nouns > 0 &&
        tag === 'adjective' &&
        !(tokens[at + 1] && at + 1 < limit && (tokens[at + 1]!.tag === 'noun' || tokens[at + 1]!.tag === 'name'))
      )
        break;
      if (
        tag === 'adjective' &&
        !nounFollows(tokens, at, limit) &&
        at > start &&
        nouns === 0 &&
        tokens[at - 1]!.tag !== 'determiner' &&
        tokens[at - 1]!.tag !== 'possessive' &&
        tokens[at - 1]!.tag !== 'clitic' &&
        tokens[at - 1]!.tag !== 'number'
      )
        break;
      if (nouns === 0) head = at;
      // A number behind a noun names it ("step 6", "build 881").
      at++;
      continue;
    }
    // "careless and hasty changes", "very old host": adverbs and conjunctions between adjectives.
    const nextTag = at + 1 < limit ? tokens[at + 1]!.tag : undefined;
    if (
      nouns === 0 &&
      at > start &&
      (tag === 'adverb' || ((tag === 'conjunction' || token.text === ',') && tokens[at - 1]!.tag === 'adjective')) &&
      (nextTag === 'adjective' ||
        (tag === 'adverb' && nextTag === 'adverb') ||
        (token.text === ',' && nextTag === 'adverb' && /^(?:adjective|noun|verb)$/.test(tokens[at + 2]?.tag ?? ''))) &&
      nounFollows(tokens, at + 1, limit)
    ) {
      at++;
      continue;
    }
    // An initial or a title in front of a name: "J. van Rijn", "Dr. Okafor".
    if (
      token.text === '.' &&
      at === start + 1 &&
      (tokens[start]!.text.length === 1 || /^(?:dr|mr|mrs|ms|prof)$/.test(tokens[start]!.low)) &&
      tokens[start]!.capital &&
      nextTag !== undefined &&
      at + 1 < limit &&
      (tokens[at + 1]!.capital ||
        /^(?:van|von|de|da|di|del|der|den|la|le|bin|al|el|ter|ten)$/.test(tokens[at + 1]!.low))
    ) {
      at++;
      nouns = 0;
      continue;
    }
    // A slash, hyphen or dash between nouns, without a blank: "Tunde/Marek", "`Z`-suffix", "PSG–OM".
    if (
      /^[/–-]$/.test(token.text) &&
      tokens[at - 1]!.end === token.start &&
      tokens[at + 1]?.start === token.end &&
      nouns > 0 &&
      (nextTag === 'noun' || nextTag === 'name')
    ) {
      at++;
      continue;
    }
    // Quotes around a name: the "release captain".
    if (/^["“”]$/.test(token.text) && nouns === 0 && at > start && (nextTag === 'noun' || nextTag === 'adjective')) {
      at++;
      continue;
    }
    break;
  }
  return { kind: 'np', from: start, to: Math.max(at, start + 1), head, possessor, determiner, preposition };
}

function verbGroup(
  tokens: readonly Token[],
  start: number,
  limit: number,
  previous: Chunk | undefined,
): VerbGroup | undefined {
  const adverbs: number[] = [];
  let at = start;
  let modal: string | undefined;
  let perfect = false;
  let be = false;
  let negated = false;
  let infinitive = false;
  let main = -1;
  let auxiliary = -1;
  let firstFinite = -1;
  while (at < limit) {
    const token = tokens[at]!;
    // "should at least have called"
    if (
      token.low === 'at' &&
      (modal !== undefined || auxiliary >= 0) &&
      main < 0 &&
      /^(?:least|most|once|best|minimum)$/.test(tokens[at + 1]?.low ?? '')
    ) {
      at += 2;
      continue;
    }
    // "had by mistake restarted": a manner between auxiliary and verb.
    if (
      token.low === 'by' &&
      auxiliary >= 0 &&
      main < 0 &&
      /^(?:mistake|accident|error|oversight)$/.test(tokens[at + 1]?.low ?? '')
    ) {
      adverbs.push(at + 1);
      at += 2;
      continue;
    }
    if (token.tag === 'adverb' || token.tag === 'interjection') {
      // "only", "just" before a noun phrase belong there.
      adverbs.push(at++);
      continue;
    }
    if (token.tag === 'not') {
      negated = !negated || token.low !== 'not';
      at++;
      continue;
    }
    if (token.tag === 'to') {
      if (main >= 0 || auxiliary >= 0) {
        // "had to", "ought to", "have to", "need to": modality.
        const before = tokens[auxiliary]?.lemma;
        if (main < 0 && before && HAVE.has(tokens[auxiliary]!.low) && verbAfter(tokens, at, limit)) {
          modal = 'have to';
          perfect = false;
          auxiliary = -1;
          at++;
          continue;
        }
        if (main < 0 && modal === undefined && before === 'be' && verbAfter(tokens, at, limit)) {
          modal = 'be to';
          be = false;
          auxiliary = -1;
          at++;
          continue;
        }
        break;
      }
      if (modal === 'ought' || modal === 'have to') {
        at++;
        continue;
      }
      infinitive = true;
      at++;
      continue;
    }
    if (token.tag === 'modal') {
      if (modal !== undefined || main >= 0 || auxiliary >= 0) break;
      modal = normalModal(token.low, token.lemma);
      if (/a$/.test(token.low) && token.low.length > 5) perfect = true;
      firstFinite = at;
      at++;
      // "should of", as people say it.
      if (/^(?:should|could|would|must|might)$/.test(modal) && tokens[at]?.low === 'of' && at < limit) {
        perfect = true;
        at++;
      }
      continue;
    }
    if (token.tag === 'aux') {
      if (main >= 0) break;
      if (firstFinite < 0) firstFinite = at;
      if (HAVE.has(token.low) || token.lemma === 'had') perfect = true;
      else if (BE.has(token.low)) be = true;
      auxiliary = at;
      at++;
      continue;
    }
    if (token.tag === 'verb') {
      if (main >= 0) break;
      main = at;
      if (firstFinite < 0) firstFinite = at;
      at++;
      break;
    }
    break;
  }
  if (main < 0 && auxiliary < 0) {
    if (modal === undefined) return undefined;
    main = firstFinite;
  }
  let end = at;
  let passive = false;
  let nonFinite: VerbGroup['nonFinite'];
  let tense: VerbGroup['tense'] = 'none';
  if (main < 0) {
    main = auxiliary;
    // "have" and "do" as main verbs.
    perfect = perfect && BE.has(tokens[main]!.low);
  }
  const verb = tokens[main]!;
  const first = tokens[firstFinite] ?? verb;
  const forms = verb.tag === 'verb' ? verb.forms : 0;
  if (verb.tag === 'verb' && be) passive = (forms & (PARTICIPLE | PAST)) !== 0 && (forms & ING) === 0;
  if (infinitive) tense = 'base';
  else if (modal !== undefined) tense = 'present';
  else if (first === verb && verb.tag === 'verb') {
    if (forms & ING) nonFinite = 'ing';
    else if (forms & PAST || forms & PARTICIPLE) {
      tense = 'past';
      const onlyParticiple = (forms & PAST) === 0 && (forms & PARTICIPLE) !== 0;
      const by = tokens[main + 1]?.low === 'by';
      if (onlyParticiple || (by && previous?.kind === 'np')) nonFinite = 'participle';
      if (forms & BASE && !(forms & THIRD) && previous === undefined) tense = 'base';
    } else tense = forms & THIRD ? 'present' : previous?.kind === 'np' ? 'present' : 'base';
  } else {
    tense = /^(?:was|were|had|did|been)$/.test(first.low) || first.lemma === 'had' ? 'past' : 'present';
    if (first.low === 'being' || first.low === 'having') nonFinite = 'ing';
    if (first.low === 'been') nonFinite = 'participle';
  }
  // The particle: "took down", "signed off".
  let particle: string | undefined;
  const next = tokens[end];
  if (end < limit && next && verb.tag === 'verb' && PARTICLES.has(next.low) && next.tag !== 'noun') particle = next.low;
  // An adverb right behind the group that is followed by nothing of its own: "acted carelessly".
  while (end < limit && tokens[end]!.tag === 'adverb' && tokens[end]!.low.endsWith('ly')) adverbs.push(end++);
  if (negated === false && adverbs.some((i) => /^(?:hardly|barely|scarcely)$/.test(tokens[i]!.low))) negated = true;
  end = Math.max(end, main + 1);
  return {
    kind: 'vg',
    from: start,
    to: end,
    main,
    lemma: verb.tag === 'aux' ? (DO.has(verb.low) ? 'do' : HAVE.has(verb.low) ? 'have' : 'be') : verb.lemma,
    particle,
    modal,
    perfect,
    passive,
    negated,
    infinitive,
    nonFinite,
    tense,
    adverbs,
  };
}

function normalModal(low: string, lemma: string): string {
  if (low === "'ll") return 'will';
  if (low === "'d") return lemma;
  if (low.endsWith('a') && low.length > 5) return low.slice(0, -1).replace(/d$/, 'd');
  return low;
}

/** Whether the phrase's preposition can as well open a clause ("after the analyst restarted it"). */
export function isTemporal(tokens: readonly Token[], preposition: number): boolean {
  return TEMPORAL_PREPOSITIONS.has(tokens[preposition]!.low);
}

/** A time of day or a date: a label in front of what happened, not part of a noun phrase. */
function isTime(text: string): boolean {
  return /^\d{1,2}[:.h]\d{2}/.test(text) || /^\d{4}-\d{2}-\d{2}/.test(text) || /^\d{1,2}(?:am|pm)$/i.test(text);
}
