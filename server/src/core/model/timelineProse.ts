import type { Span } from '../text/span.ts';
import { readTimestamp, type Timestamp } from './timestamp.ts';

/** A moment told in a sentence: "By 09:20 alerts fired". */
export interface ToldMoment {
  /** The clause that tells what happened then. */
  readonly clause: Span;
  /** The time; where it begins the clause, `event` begins behind it. */
  readonly time: Span;
  readonly event: Span;
  readonly stamp: Timestamp;
}

/** A word that leads to a time, or the time itself. A time behind an article is a name: "the 03:00 backup". */
const CANDIDATE =
  /(?<![\p{L}\d:.,/+-])(?:(?:at|by|around|about|approximately|from|since|until|shortly (?:before|after)|just (?:before|after)|before|after|between|on)\s)?(?=\d|noon\b|midnight\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|(?:about|around|approximately|roughly|exactly) \d)/giu;
const ARTICLE = /\b(?:the|a|an|this|that|each|every|daily|nightly|hourly|our|its)\s+$/i;
const LEADING_WORD = /^(?:(?:at|by|from|since|until|between|on)\s)?/i;
const LEAD = /^(?:exactly|on)\s/i;
/** Where a clause begins within a sentence. */
const CLAUSE =
  /(?:[,;]|\s[–—-])\s+(?:(?:and|but|while|whereas|so|which)\s+)?(?:then\s+)?|\s(?:and|but)\s+(?:then\s+)?/gi;
const SENTENCE_END = /[.!?]["')\]]*(?=\s+["'([]*[\p{Lu}\d])|\u2028/gu;

/** The moments told in a text that is written in sentences, in its order; a sentence without a time of day tells none. */
export function momentsIn(text: string): ToldMoment[] {
  const moments: ToldMoment[] = [];
  for (const sentence of sentencesOf(text)) {
    const times = timesIn(text, sentence);
    for (const [index, time] of times.entries()) {
      const before = times[index - 1];
      const start = before ? boundary(text, before.end, time.start).end : sentence.start;
      const next = times[index + 1];
      const end = next ? boundary(text, time.end, next.start).start : sentence.end;
      const clause = trimmed(text, start, end);
      const leads = /^(?:and |but |then )*$/i.test(text.slice(clause.start, time.start));
      moments.push({
        clause,
        time: { start: time.written, end: time.end },
        event: leads ? trimmed(text, Math.min(time.start + time.stamp.rest, clause.end), clause.end) : clause,
        stamp: time.stamp,
      });
    }
  }
  return moments;
}

function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(SENTENCE_END)) {
    // "9:16 p.m. The …" ends there, "p.m. PDT" does not; "approx. 10:02" goes on.
    if (/\b(?:approx|ca|e\.g|i\.e|vs|no)\.$/i.test(text.slice(start, index + 1))) continue;
    if (/\b[ap]\.m\.$/i.test(text.slice(start, index + 1)) && /^\s+(?:[A-Z]{2,5}\b|on\b)/.test(text.slice(index + 1)))
      continue;
    sentences.push({ start, end: index + mark.length });
    start = index + mark.length;
  }
  sentences.push({ start, end: text.length });
  return sentences;
}

interface Told {
  /** Where the word that leads to the time begins, and where the time itself does. */
  readonly start: number;
  readonly written: number;
  readonly end: number;
  readonly stamp: Timestamp;
}

function timesIn(text: string, sentence: Span): Told[] {
  const times: Told[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(CANDIDATE)) {
    let start = sentence.start + match.index;
    if (start < (times.at(-1)?.end ?? 0)) continue;
    if (match[0] === '' && ARTICLE.test(text.slice(Math.max(0, start - 12), start))) continue;
    start += LEAD.exec(text.slice(start, start + 10))?.[0].length ?? 0;
    const stamp = readTimestamp(text.slice(start, Math.min(sentence.end, start + 80)));
    if (!stamp?.clock || stamp.problem) continue;
    const word = stamp.approximate ? 0 : LEADING_WORD.exec(text.slice(start, start + 20))![0].length;
    times.push({ start, written: start + Math.max(word, stamp.start), end: start + stamp.end, stamp });
  }
  return times;
}

/** What parts the clauses of two times: the last comma or "and" between them, else nothing in front of the later one. */
function boundary(text: string, from: number, to: number): Span {
  let at: Span = { start: to, end: to };
  for (const match of text.slice(from, to).matchAll(CLAUSE))
    at = { start: from + match.index, end: from + match.index + match[0].length };
  return at;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /[\s,;]/.test(text[start]!)) start++;
  while (end > start && /[\s,;–—-]/.test(text[end - 1]!)) end--;
  return { start, end };
}
