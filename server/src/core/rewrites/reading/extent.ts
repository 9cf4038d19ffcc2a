import type { Clause } from '../../language/clauses.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { Range } from './phrases.ts';

/** Index behind the last word of the sentence: its final stop, and emoji marks, are left out. */
export function sentenceEnd(s: Sentence): number {
  let to = s.to;
  while (to > s.from + 1 && /^[.!?…]$/.test(s.tokens[to - 1]!.text)) to--;
  return to;
}

/** Where the wording of the sentence begins: behind a time stamp, a list number or a label such as "Root cause:". */
export function bodyStart(s: Sentence): number {
  let at = s.from;
  if (s.low(at) === 'tl' && s.low(at + 2) === 'dr') return s.tokens[at + 3]?.text === ':' ? at + 4 : at + 3;
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
    if (token.text === ':' && i > at && !s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.verb.from < i))
      return i + 1;
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
    if (/^[;:!?–—→←|]$/.test(text)) return i;
    // Not ".dat", not "11 a.m. on Monday".
    if (
      text === '.' &&
      s.tokens[i + 1]?.start !== token.end &&
      !/^(?:(?:[ap]\.)?m|incl|approx|e\.g|i\.e|vs|no)$/.test(s.low(i - 1))
    )
      return i;
    // "experience with BGP and it showed": a pronoun begins a clause, whatever it was joined to.
    if (
      token.tag === 'conjunction' &&
      /^(?:it|this|he|she|they|we|i)$/.test(s.low(i + 1)) &&
      /^(?:verb|aux|modal)$/.test(s.tokens[i + 2]?.tag ?? '')
    )
      return trimComma(s, i, verbEnd);
    // "waited so long"
    const degree =
      low === 'so' && s.tokens[i - 1]!.text !== ',' && /^(?:adverb|adjective)$/.test(s.tokens[i + 1]?.tag ?? '');
    if (token.tag === 'conjunction' || (low === 'so' && !degree)) {
      if (opensClause(s, i + 1) || (low === 'so' && s.tokens[i - 1]!.text === ',')) return trimComma(s, i, verbEnd);
    }
    if (text === ',') {
      if (
        isLeadClause(s, verbEnd) &&
        s.clauses.some((c) => c.verb.from > i && c.from > i && isFiniteClause(c) && !c.relative)
      )
        return i;
      const next = s.tokens[i + 1];
      if (!next || i + 1 >= limit) return i;
      if (
        next.tag === 'conjunction' ||
        next.low === 'so' ||
        next.low === 'which' ||
        next.low === 'who' ||
        /^(?:each|hence|thus|thereby)$/.test(next.low) ||
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
      const likened = /^(?:though|if)$/.test(low) && s.low(i - 1) === 'as';
      if (opensClause(s, i + 1) && low !== 'whether' && low !== 'where' && !likened) return trimComma(s, i, verbEnd);
    }
  }
  return limit;
}

/** "Because he ticked them all, the difference remained hidden": whether the verb stands in a clause that opens the sentence. */
function isLeadClause(s: Sentence, verbEnd: number): boolean {
  const body = bodyStart(s);
  if (!/^(?:because|since|when|after|although|though|if)$/.test(s.low(body))) return false;
  for (let i = body; i < verbEnd; i++) if (s.tokens[i]!.text === ',') return false;
  return true;
}

function trimComma(s: Sentence, at: number, least: number): number {
  return at - 1 >= least && s.tokens[at - 1]!.text === ',' ? at - 1 : at;
}

/** Whether a finite clause, with or without a subject of its own, begins at the token (adverbs skipped). */
function opensClause(s: Sentence, at: number): boolean {
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

/** "Cut the allowance of whoever does not answer": something to be done, nothing that was. */
export function isOrder(s: Sentence): boolean {
  const first = s.clauses[0];
  return (
    first !== undefined &&
    first.verb.tense === 'base' &&
    first.verb.from <= bodyStart(s) + 1 &&
    first.subject.length === 0 &&
    // "Open Banking's handling of it deserves a heading": a name that looks like a verb.
    !s.clauses.some(
      (c) => c !== first && isFiniteClause(c) && c.subject.length === 0 && s.tokens[c.verb.from - 1]!.tag === 'noun',
    ) &&
    !s.clauses.some((c) => c.ownSubject && !c.relative && isFiniteClause(c) && c.verb.tense === 'past')
  );
}
