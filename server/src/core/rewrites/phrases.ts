import type { NounPhrase } from '../language/chunks.ts';
import type { Clause } from '../language/clauses.ts';
import { PARTICLES } from '../language/lexicon/grammar.ts';
import { ERROR_ADVERBS, JUDGEMENT_ADJECTIVES, JUDGEMENT_ADVERBS } from '../language/lexicon/judgement.ts';
import { THIRD_PERSON, YOU } from '../language/lexicon/people.ts';
import { words } from '../language/lexicon/words.ts';
import { ING, PARTICIPLE, PAST, THIRD } from '../language/morphology.ts';
import type { Sentence } from '../language/sentence.ts';
import { isPlural } from '../language/tagger.ts';
import { indefinite } from './compose.ts';

/** Tokens `from`–`to` (exclusive). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Index behind the last word of the sentence: its final stop, and emoji marks, are left out. */
export function sentenceEnd(s: Sentence): number {
  let to = s.to;
  while (to > s.from + 1 && /^[.!?…]$/.test(s.tokens[to - 1]!.text)) to--;
  return to;
}

/** Where the wording of the sentence begins: behind a time stamp, a list number or a label such as "Root cause:". */
export function bodyStart(s: Sentence): number {
  let at = s.from;
  if (s.tokens[at]!.kind === 'number' || /^[[(]$/.test(s.tokens[at]!.text)) {
    for (let i = at; i < Math.min(s.to, at + 8); i++) {
      const token = s.tokens[i]!;
      if (
        token.kind === 'number' ||
        token.kind === 'punctuation' ||
        /^(?:utc|gmt|cet|cest|est|edt|pst|pdt|bst|ist|z|am|pm|jst|aest)$/.test(token.low)
      )
        continue;
      if (i > at) at = i;
      break;
    }
  }
  for (let i = at; i < Math.min(s.to - 1, at + 6); i++) {
    const token = s.tokens[i]!;
    if (token.text === ':' && i > at) return i + 1;
    if (/^[–—]$/.test(token.text) && i <= at + 3 && i > at && !s.clauses.some((c) => c.verb.from < i)) return i + 1;
    if (token.tag === 'aux' || token.tag === 'modal' || /^[,.;?]$/.test(token.text)) break;
  }
  return at;
}

/** Whether the sentence opens with a time of day or a date: an entry of a timeline. */
export function isTimed(s: Sentence): boolean {
  const first = s.tokens[s.from]!;
  return first.kind === 'number' && /^(?:\d{1,2}:\d{2}|\d{4}-\d{2})/.test(first.text);
}

/** The noun phrase at a token, with "of" phrases, "and" coordinations and adjectives that the chunker cut off; no other modifiers. */
export function wholePhrase(s: Sentence, phrase: NounPhrase, coordinated = true): Range {
  let { to } = phrase;
  for (let steps = 0; steps < 12 && to < s.to; steps++) {
    const token = s.tokens[to]!;
    const last = s.tokens[to - 1]!;
    const next = to + 1 < s.to ? s.phraseAt(to + 1) : undefined;
    // "the wrong" + "alert" where the noun was read as an adjective.
    if (
      token.tag === 'adjective' &&
      (last.tag === 'adjective' || last.tag === 'determiner' || last.tag === 'possessive' || last.tag === 'clitic')
    ) {
      to++;
      continue;
    }
    if (token.tag === 'number' && (last.tag === 'noun' || last.tag === 'name')) {
      to++;
      continue;
    }
    // "2,300-line diff", "/16": written together.
    if (
      /^[-/#]$/.test(token.text) &&
      (token.start === last.end || token.text !== '-') &&
      s.tokens[to + 1]?.start === token.end
    ) {
      to += 2;
      while (
        to < s.to &&
        /^(?:noun|name|adjective)$/.test(s.tokens[to]!.tag) &&
        s.tokens[to - 1]!.tag !== 'punctuation'
      )
        to++;
      continue;
    }
    // 'a "patch" version'
    if (/^["”]$/.test(token.text) && s.tokens[to + 1]?.tag === 'noun' && last.quoted) {
      to += 2;
      continue;
    }
    // "idempotency key", "the on-call alert": nouns that look like adjectives.
    if (token.tag === 'adjective' && NOUN_LOOKALIKES.has(token.low) && (last.tag === 'noun' || last.tag === 'name')) {
      to++;
      continue;
    }
    // "the wrong commit (`a1b2c3d`)"
    if (
      token.text === '(' &&
      /^(?:opaque|identifier|number)$/.test(s.tokens[to + 1]?.kind ?? '') &&
      s.tokens[to + 2]?.text === ')'
    ) {
      to += 3;
      continue;
    }
    // "of billing": a noun that was read as a verb.
    if (
      token.low === 'of' &&
      !next &&
      s.tokens[to + 1]?.kind === 'word' &&
      /^(?:punctuation|conjunction|preposition)$/.test(s.tokens[to + 2]?.tag ?? 'punctuation')
    ) {
      to += 2;
      continue;
    }
    if (token.low === 'of' && next) {
      to = next.to;
      continue;
    }
    if (coordinated && (token.low === 'and' || token.low === 'or') && next && joinsNouns(s, next)) {
      to = next.to;
      continue;
    }
    break;
  }
  return { from: phrase.from, to };
}

const NOUN_LOOKALIKES = words(`key primary secondary alert manual standby original individual official`);

/** Whether the noun phrase behind "and" is one more thing, and not the subject of a clause that follows. */
function joinsNouns(s: Sentence, phrase: NounPhrase): boolean {
  const next = s.tokens[phrase.to];
  if (
    next &&
    phrase.to < s.to &&
    !/^(?:punctuation|preposition|conjunction|subordinator|adverb|wh|that|to|clitic)$/.test(next.tag)
  )
    return false;
  if (next?.text === '/') return false;
  const clause = s.clauses.find((c) => c.verb.from >= phrase.to);
  if (!clause || !isFiniteClause(clause) || clause.relative) return true;
  if (clause.subject.includes(phrase)) return false;
  if (clause.verb.from > phrase.to + 5) return true;
  for (let i = phrase.to; i < clause.verb.from; i++)
    if (/^(?:[,;:.]|who|which|that|and)$/.test(s.low(i)) || s.tokens[i]!.tag === 'subordinator') return true;
  return false;
}

/** The direct object behind a verb (and its particle), if there is one. */
export function objectAfter(s: Sentence, verbEnd: number): Range | undefined {
  let at = verbEnd;
  while (at < s.to && s.tokens[at]!.tag === 'adverb' && !PARTICLES.has(s.tokens[at]!.low)) at++;
  const phrase = s.phraseAt(at);
  if (!phrase) return undefined;
  const head = s.tokens[phrase.head]!;
  if (phrase.from === phrase.head && head.kind === 'number' && /:/.test(head.text)) return undefined;
  const { from, to: end } = wholePhrase(s, phrase);
  let to = end;
  // "the restore procedure months ago": the time is none of it.
  if (/^(?:ago|later|earlier)$/.test(s.low(to)) && isTimeUnit(s.low(to - 1))) {
    to--;
    while (
      to > from + 1 &&
      (s.tokens[to - 1]!.tag === 'number' ||
        /^(?:a|an|two|three|four|five|six|ten|some|several|few)$/.test(s.low(to - 1)))
    )
      to--;
    if (to <= from) return undefined;
    return { from, to };
  }
  // No finite verb follows an object: what looks like one is its last noun ("a Vitess reshard", "the deprecation mails").
  const next = s.tokens[to];
  const helping = /^(?:let|make|help|have|see|watch|hear)$/.test(s.tokens[verbEnd - 1]?.lemma ?? '');
  const noun =
    !helping &&
    next !== undefined &&
    to < s.to &&
    next.tag === 'verb' &&
    ((next.forms & (PAST | PARTICIPLE | ING)) === 0 || ((next.forms & ING) !== 0 && endsPhrase(s, to + 1))) &&
    next.kind === 'word' &&
    s.tokens[to - 1]!.tag !== 'pronoun';
  return noun && !s.clauses.some((c) => c.verb.main === to && c.object !== undefined)
    ? { from, to: to + 1 }
    : { from, to };
}

/** Whether a noun phrase takes a plural verb; undefined where its form does not tell. */
export function isPluralPhrase(s: Sentence, range: Range): boolean | undefined {
  for (let i = range.from + 1; i < range.to; i++) {
    if (s.low(i) === 'and' && s.tokens[i - 1]!.tag !== 'adjective') return true;
  }
  // The head is the last word in front of "of"; a number behind it ("step 4") is part of its name.
  let head = range.from + 1;
  while (head < range.to && s.low(head) !== 'of') head++;
  head--;
  while (head > range.from && s.tokens[head]!.kind === 'number') head--;
  const token = s.tokens[head]!;
  if (token.tag === 'pronoun') return /^(?:they|them|these|those|both|many|few|several|all|some)$/.test(token.low);
  const first = s.low(range.from);
  if (/^(?:a|an|this|that|each|every|another|either|neither|one)$/.test(first)) return false;
  if (/^(?:these|those|many|several|few|both|two|three|four|five|six|seven|eight|nine|ten|multiple)$/.test(first))
    return true;
  if (token.kind !== 'word') {
    // "two `x`" | "`x`"
    return false;
  }
  if (token.low === 'data' || token.low === 'dns' || token.low === 'access' || /(?:ss|us|is|ics)$/.test(token.low))
    return false;
  if (token.text === token.text.toUpperCase() && token.text.length > 1) return false;
  if (token.tag === 'name') return false;
  return isPlural(token.low);
}

/** Adverbs of the writer's attitude; they go with the blame. */
const STANCE = words(`
  clearly obviously simply just merely even really basically honestly frankly literally apparently evidently plainly surely
  again once-again naturally predictably unfortunately regrettably sadly inexplicably actually completely totally utterly
  knowingly deliberately intentionally wilfully willfully consciously purposely maliciously purposefully wittingly
  repeatedly routinely still
`);
const KEEPABLE = words(`again still repeatedly routinely once-again completely`);

/** Whether an adverb faults the person or tells the writer's attitude. */
export function isBlameAdverb(low: string): boolean {
  return ERROR_ADVERBS.has(low) || JUDGEMENT_ADVERBS.has(low) || (STANCE.has(low) && !KEEPABLE.has(low));
}

const BLAME_PHRASES = [
  ['by', 'mistake'],
  ['by', 'accident'],
  ['in', 'error'],
  ['by', 'error'],
  ['by', 'oversight'],
  ['in', 'haste'],
  ['in', 'a', 'hurry'],
  ['on', 'purpose'],
  ['without', 'thinking'],
  ['through', 'carelessness'],
  ['out', 'of', 'carelessness'],
  ['out', 'of', 'laziness'],
  ['behind', 'everyone', "'s", 'back'],
  ['in', 'bad', 'faith'],
  ['of', 'all', 'people'],
  ['for', 'no', 'good', 'reason'],
  ['as', 'usual'],
] as const;

/** Length in tokens of a phrase of fault that begins at the token; 0 for none. */
export function blamePhraseAt(s: Sentence, at: number): number {
  for (const phrase of BLAME_PHRASES) if (phrase.every((word, k) => s.low(at + k) === word)) return phrase.length;
  return 0;
}

/**
 * What kept words need so that no person and no judgement is left in them: pronouns for the person become neutral, adverbs and
 * phrases of fault go, judging adjectives go and the article in front is mended.
 */
export function neutralSwaps(s: Sentence, from: number, to: number, they: boolean): Map<number, string> {
  const swaps = new Map<number, string>();
  for (let i = from; i < to; i++) {
    const token = s.tokens[i]!;
    const { low } = token;
    const length = blamePhraseAt(s, i);
    if (length > 0) {
      for (let k = 0; k < length; k++) swaps.set(i + k, '');
      if (s.tokens[i - 1]?.text === ',' && i > from && s.tokens[i + length]?.text === ',') swaps.set(i - 1, '');
      i += length - 1;
      continue;
    }
    // Behind the verb "incorrectly" tells how it was done, which is a fact.
    if (
      token.tag === 'adverb' &&
      /^(?:incorrectly|improperly|inaccurately|inadequately|insufficiently|wrongly|badly|poorly)$/.test(low)
    )
      continue;
    if (token.tag === 'adverb' && isBlameAdverb(low)) {
      // "not just", "just 40 seconds": a measure, no attitude.
      const next = s.tokens[i + 1];
      if (!((low === 'just' || low === 'even' || low === 'merely') && next && next.kind === 'number')) swaps.set(i, '');
      continue;
    }
    if (
      token.tag === 'adjective' &&
      JUDGEMENT_ADJECTIVES.has(low) &&
      i + 1 < s.to &&
      (s.tokens[i + 1]!.tag === 'noun' || s.tokens[i + 1]!.tag === 'adjective' || s.tokens[i + 1]!.tag === 'verb')
    ) {
      swaps.set(i, '');
      const before = s.low(i - 1);
      if ((before === 'a' || before === 'an') && i - 1 >= from)
        swaps.set(i - 1, recased(indefinite(s.tokens[i + 1]!.text), s.tokens[i - 1]!.text));
      continue;
    }
    if (low === 'own' && s.tokens[i - 1]?.tag === 'possessive') {
      swaps.set(i, '');
      continue;
    }
    const neutral = neutralPronoun(s, i, they);
    if (neutral === undefined) continue;
    swaps.set(i, neutral);
    if (neutral === 'they') agreeWithThey(s, i + 1, to, swaps);
  }
  return swaps;
}

function recased(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** "he was", "she knows": the verb behind takes the plural. */
function agreeWithThey(s: Sentence, from: number, to: number, swaps: Map<number, string>): void {
  let i = from;
  while (i < to && (s.tokens[i]!.tag === 'adverb' || s.tokens[i]!.tag === 'not')) i++;
  const token = s.tokens[i];
  if (!token || i >= to) return;
  const plural =
    token.low === 'was'
      ? 'were'
      : token.low === 'is'
        ? 'are'
        : token.low === 'has'
          ? 'have'
          : token.low === 'does'
            ? 'do'
            : token.tag === 'verb' && token.forms === THIRD
              ? token.lemma
              : undefined;
  if (plural !== undefined) swaps.set(i, plural);
}

function neutralPronoun(s: Sentence, i: number, they: boolean): string | undefined {
  const { low, tag } = s.tokens[i]!;
  if (!THIRD_PERSON.has(low) && !YOU.has(low)) {
    if ((low === 'their' || low === 'them' || low === 'they') && !they) return low === 'their' ? 'the' : undefined;
    return undefined;
  }
  const possessive =
    tag === 'possessive' ||
    low === 'his' ||
    low === 'your' ||
    (low === 'her' && s.tokens[i + 1] !== undefined && /^(?:noun|adjective|name|number)$/.test(s.tokens[i + 1]!.tag));
  if (possessive) return they ? 'their' : 'the';
  if (/^(?:he|she|you)$/.test(low)) return 'they';
  if (/^(?:him|her)$/.test(low)) return 'them';
  return 'themselves';
}

/** Whether the tokens hold a word that points at a person the rewrite takes out. */
export function pointsAtPerson(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { low, quoted } = s.tokens[i]!;
    if (!quoted && (THIRD_PERSON.has(low) || YOU.has(low))) return true;
  }
  return false;
}

/** Where what belongs to a verb ends: at the next clause of its own, a mark that cuts, or the end of the sentence. */
export function predicateEnd(s: Sentence, verbEnd: number): number {
  const limit = sentenceEnd(s);
  let depth = 0;
  for (let i = verbEnd; i < limit; i++) {
    const token = s.tokens[i]!;
    const { text, low } = token;
    if (text === '(' || text === '[') {
      depth++;
      continue;
    }
    if (text === ')' || text === ']') {
      if (depth === 0) return i;
      depth--;
      continue;
    }
    if (depth > 0) continue;
    if (/^[;:!?–—→←|]$/.test(text) || text === '.') return i;
    if (token.tag === 'conjunction' || low === 'so') {
      if (opensClause(s, i + 1) || (low === 'so' && s.tokens[i - 1]!.text === ',')) return trimComma(s, i, verbEnd);
    }
    if (text === ',') {
      const next = s.tokens[i + 1];
      if (!next || i + 1 >= limit) return i;
      if (
        next.tag === 'conjunction' ||
        next.low === 'so' ||
        next.low === 'which' ||
        next.low === 'who' ||
        next.low === 'each' ||
        next.tag === 'subordinator' ||
        next.low === 'not'
      )
        return i;
      if (opensClause(s, i + 1)) return i;
    }
    if (
      token.tag === 'subordinator' ||
      (token.tag === 'wh' &&
        low !== 'what' &&
        opensClauseStrict(s, i + 1) &&
        /^(?:which|who)$/.test(low) &&
        s.tokens[i - 1]?.text === ',')
    ) {
      if (opensClause(s, i + 1) && low !== 'whether' && low !== 'where') return trimComma(s, i, verbEnd);
    }
  }
  return limit;
}

function trimComma(s: Sentence, at: number, least: number): number {
  return at - 1 >= least && s.tokens[at - 1]!.text === ',' ? at - 1 : at;
}

/** Whether a finite clause, with or without a subject of its own, begins at the token (adverbs skipped). */
export function opensClause(s: Sentence, at: number): boolean {
  return clauseFrom(s, at) !== undefined;
}

function opensClauseStrict(s: Sentence, at: number): boolean {
  return clauseFrom(s, at)?.ownSubject === true;
}

/** The finite (or -ing) clause that begins at the token, adverbs skipped. */
export function clauseFrom(s: Sentence, at: number): Clause | undefined {
  let i = at;
  while (i < s.to && (s.tokens[i]!.tag === 'adverb' || s.tokens[i]!.tag === 'interjection')) i++;
  return s.clauses.find(
    (c) => (c.from === i || c.from === at || c.verb.from === i || c.verb.from === at) && !c.verb.infinitive,
  );
}

/** Whether the clause states something finite ("deployed", "was down"), rather than an infinitive or a participle. */
export function isFiniteClause(clause: Clause): boolean {
  const { verb } = clause;
  return !verb.infinitive && verb.nonFinite === undefined && verb.tense !== 'base';
}

/** The stretch between marks and conjunctions that the tokens stand in, if it is a clause with a subject and verb of its own. */
export function segmentAround(s: Sentence, from: number, to: number): Range | undefined {
  const limit = sentenceEnd(s);
  let start = bodyStart(s);
  let depth = 0;
  for (let i = from - 1; i >= start; i--) {
    const token = s.tokens[i]!;
    if (token.text === ')') depth++;
    if (token.text === '(' && depth > 0) {
      depth--;
      continue;
    }
    if (depth > 0) continue;
    if (
      /^[,;:–—(]$/.test(token.text) ||
      ((token.tag === 'conjunction' || token.low === 'so') && opensClause(s, i + 1))
    ) {
      start = i + 1;
      break;
    }
  }
  while (start < from && (s.tokens[start]!.tag === 'conjunction' || s.tokens[start]!.tag === 'subordinator')) start++;
  depth = 0;
  let end = Math.max(to, start + 1);
  for (; end < limit; end++) {
    const token = s.tokens[end]!;
    if (token.text === '(') depth++;
    if (token.text === ')' && depth > 0) {
      depth--;
      continue;
    }
    if (depth > 0) continue;
    if (/^[;:–—)]$/.test(token.text)) break;
    if (token.text === ',' && end > to) break;
    if (token.tag === 'conjunction' && clauseFrom(s, end + 1)?.ownSubject) break;
    if (token.text === ',' && s.tokens[end + 1]?.tag === 'conjunction') break;
  }
  const whole = s.clauses.some(
    (c) => c.ownSubject && isFiniteClause(c) && c.from >= start && c.from <= start + 1 && c.verb.from < end,
  );
  return whole && end > start ? { from: start, to: Math.min(end, limit) } : undefined;
}

/** Whether nothing that a verb could have as its object begins at the token. */
function endsPhrase(s: Sentence, at: number): boolean {
  return at >= s.to || /^(?:punctuation|conjunction)$/.test(s.tokens[at]!.tag);
}

function isTimeUnit(low: string): boolean {
  return /^(?:second|minute|hour|day|week|month|year|quarter|sprint|release)s?$/.test(low);
}

/** What a negated object becomes as the subject of a passive: "didn't tell anybody" → "nobody was told". */
export function positiveOfAny(s: Sentence, from: number): string | undefined {
  const { low } = s.tokens[from]!;
  if (low === 'any') return 'no';
  if (low === 'anybody' || low === 'anyone') return 'nobody';
  return low === 'anything' ? 'nothing' : undefined;
}
