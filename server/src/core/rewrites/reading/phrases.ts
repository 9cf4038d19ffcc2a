import type { NounPhrase } from '../../language/chunks.ts';
import { PARTICLES } from '../../language/lexicon/grammar.ts';
import { DEPARTMENTS, TEAM_NOUNS, TITLES } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import { ING, PARTICIPLE, PAST, THIRD, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { isPlural, singular } from '../../language/tagger.ts';
import { isFiniteClause, predicateEnd } from './extent.ts';
import { GOES } from './motive.ts';

/** Tokens `from`–`to` (exclusive). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The noun phrase at a token, with "of" phrases, "and" coordinations and adjectives that the chunker cut off; no other modifiers. */
export function wholePhrase(s: Sentence, phrase: NounPhrase, coordinated = true): Range {
  let { to } = phrase;
  for (let steps = 0; steps < 12 && to < s.to; steps++) {
    const token = s.tokens[to]!;
    const last = s.tokens[to - 1]!;
    const next = to + 1 < s.to ? s.phraseAt(to + 1) : undefined;
    // "three failing cases": a participle in front of the noun.
    if (
      token.tag === 'verb' &&
      (token.forms & (ING | PARTICIPLE)) !== 0 &&
      /^(?:number|adjective)$/.test(last.tag) &&
      s.tokens[to + 1]?.tag === 'noun'
    ) {
      to += 2;
      continue;
    }
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
  // "skips the backup step and goes straight to the reorg": a verb that was read as a noun.
  const form = phrase.to === phrase.from + 1 ? verbForm(s.low(phrase.from), false) : undefined;
  if (GOES.test(s.low(phrase.from))) return false;
  if (form?.forms === THIRD && next && /^(?:adverb|to|preposition|adjective)$/.test(next.tag)) return false;
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
  // "approved w/o expanding it"
  if (!phrase || (s.low(at) === 'w' && s.tokens[at + 1]?.text === '/')) return undefined;
  const head = s.tokens[phrase.head]!;
  if (phrase.from === phrase.head && head.kind === 'number' && /:/.test(head.text)) return undefined;
  // "the only copy", "the just released build": an adverb within the phrase.
  const lone = phrase.to === phrase.from + 1 && s.tokens[phrase.from]!.tag === 'determiner';
  const behind = lone && s.tokens[phrase.to]?.tag === 'adverb' ? s.phraseAt(phrase.to + 1) : undefined;
  const { to: end } = wholePhrase(s, behind ?? phrase);
  // "put only six people on it"
  const few =
    at > verbEnd && s.tokens[phrase.from]!.tag === 'number' && /^(?:only|just|almost|nearly)$/.test(s.low(at - 1));
  const from = few ? at - 1 : phrase.from;
  let to = end;
  if (s.low(end - 1) === 'w' && s.tokens[end]?.text === '/') return { from, to: end - 1 };
  // "slipped a mount past review", "committed the night before"
  for (let i = from + 1; i < end; i++)
    if (
      (s.low(i) === 'past' && /^(?:noun|name)$/.test(s.tokens[i - 1]!.tag)) ||
      (/^(?:thinking|believing|assuming|knowing|hoping)$/.test(s.low(i)) && s.tokens[i]!.tag !== 'adjective')
    )
      return { from, to: i };
  if (
    /^(?:night|day|week|evening|morning|month|year|shift)$/.test(s.low(end - 1)) &&
    /^(?:before|after|earlier)$/.test(s.low(end))
  )
    return undefined;
  // "mounted the reader upside down", "closed our ticket two times": how and how often, not what.
  if (s.low(end - 1) === 'upside' && end - 1 > from) return { from, to: end - 1 };
  if (
    s.low(end - 1) === 'times' &&
    end - 2 > from &&
    /^(?:number|adjective|determiner|noun)$/.test(s.tokens[end - 2]!.tag)
  )
    return { from, to: end - 2 };
  // "the restore procedure months ago": the time is none of it.
  if (/^(?:ago|later|earlier|before|after|prior|early|late)$/.test(s.low(to)) && isTimeUnit(s.low(to - 1))) {
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
    ((next.forms & (PAST | PARTICIPLE | ING)) === 0 ||
      // "the failed dry run from the board"
      (next.low === 'run' && /^(?:adjective|noun)$/.test(s.tokens[to - 1]!.tag)) ||
      ((next.forms & ING) !== 0 && endsPhrase(s, to + 1))) &&
    next.kind === 'word' &&
    s.tokens[to - 1]!.tag !== 'pronoun';
  return noun && !s.clauses.some((c) => c.verb.main === to && c.object !== undefined)
    ? { from, to: to + 1 }
    : { from, to };
}

/** Whether a noun phrase takes a plural verb; undefined where its form does not tell. */
export function isPluralPhrase(s: Sentence, range: Range): boolean | undefined {
  // The head is the last word in front of "of", "in" or "that"; a number behind it ("step 4") is part of its name.
  let head = range.from + 1;
  while (
    head < range.to &&
    s.tokens[head]!.tag !== 'preposition' &&
    !/^(?:of|that|which|who|whose|where)$/.test(s.low(head))
  )
    head++;
  for (let i = range.from + 1; i < head; i++)
    if (s.low(i) === 'and' && s.tokens[i - 1]!.tag !== 'adjective') return true;
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

/** Whether nothing that a verb could have as its object begins at the token. */
function endsPhrase(s: Sentence, at: number): boolean {
  return at >= s.to || /^(?:punctuation|conjunction)$/.test(s.tokens[at]!.tag);
}

function isTimeUnit(low: string): boolean {
  return /^(?:second|minute|hour|day|week|month|year|quarter|sprint|release)s?$/.test(low);
}

/** "on the payments team", "at the help desk", "on duty": where people belong; "at the release of the file" is where it happened. */
export function isPlaceOfPeople(s: Sentence, phrase: NounPhrase): boolean {
  const head = singular(s.low(phrase.head));
  return (
    TEAM_NOUNS.has(head) ||
    DEPARTMENTS.has(head) ||
    /^(?:team|squad|desk|shift|office|department|crew|group|side|duty|call|on-call|rota|floor|staff|branch|centre|center|end|keyboard|loop|wheel|helm|screen)$/.test(
      head,
    ) ||
    (s.tokens[phrase.head]!.capital && s.tokens[phrase.from]!.capital)
  );
}

/** End of the person's phrase with the team, place and relative clause that describe it. */
export function personEnd(s: Sentence, phrase: NounPhrase): number {
  let { to } = phrase;
  // "Ms. Lindqvist": the full stop cut the name off.
  if (TITLES.has(s.low(to - 1)) && s.tokens[to]?.text === '.' && s.tokens[to + 1]?.capital) to += 2;
  for (let steps = 0; steps < 3 && /^(?:of|on|in|at|from)$/.test(s.low(to)); steps++) {
    const next = s.phraseAt(to + 1);
    if (!next || (s.low(to) !== 'of' && !isPlaceOfPeople(s, next))) break;
    ({ to } = next);
  }
  // "a human being": read as a verb.
  if (s.low(to) === 'being' && s.low(to - 1) === 'human') to++;
  // "the field engineer who": a noun in front of "who", whatever else it could be.
  if (s.tokens[to]?.tag === 'verb' && s.low(to + 1) === 'who') to++;
  const who = s.tokens[to]?.text === ',' ? to + 1 : to;
  if (!/^(?:who|that)$/.test(s.low(who))) return to;
  const clause = s.clauses.find((c) => c.verb.from > who && c.verb.from <= who + 4);
  if (!clause) return to;
  const end = predicateEnd(s, clause.verb.main + 1);
  // "a patch by someone who likes shiny things | served it": the verb of what stands in front.
  const matrix = s.clauses.find(
    (c) =>
      c.verb.from > clause.verb.to &&
      c.verb.from < end &&
      isFiniteClause(c) &&
      !c.ownSubject &&
      s.tokens[c.verb.from - 1]!.tag !== 'conjunction',
  );
  return matrix ? matrix.verb.from : end;
}
