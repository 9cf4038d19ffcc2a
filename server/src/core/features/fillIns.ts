import type { Span } from '../text/span.ts';

/** `[what to write]`, but no link, footnote, task box or number, and nothing that spans lines. */
const FILL_IN = /\[(?=[^\]\n]{0,200}\p{L})[^[\]\n]{2,200}\](?![([:])/gu;
/** Shapes of dates and times that templates leave open. */
const OPEN_TIME = /\b(?:YYYY-MM-DD(?: HH:MM)?|HH:MM)\b/g;

/** Where a text waits to be filled in, in order: UTF-16 offsets into `text`. */
export function findFillIns(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(FILL_IN)) {
    const before = text[match.index - 1];
    if (before === '!' || before === ']' || match[0].startsWith('[^')) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(OPEN_TIME)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!found.some((other) => other.start <= start && end <= other.end)) found.push({ start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The text as a snippet: its fill-ins are tab stops that keep their words until something is written, everything else is literal.
 * Fill-ins in `known`, the text that is replaced, were there before and stay text. Tab stops are numbered from `first`: edits that
 * are applied together share their numbers. Undefined where the text has no fill-in.
 */
export function toSnippet(text: string, known = '', first = 1): string | undefined {
  const stops = findFillIns(text).filter((stop) => !known.includes(text.slice(stop.start, stop.end)));
  if (stops.length === 0) return undefined;
  let snippet = '';
  let at = 0;
  for (const [index, stop] of stops.entries()) {
    snippet += `${escapeSnippet(text.slice(at, stop.start))}\${${first + index}:${escapeSnippet(text.slice(stop.start, stop.end))}}`;
    at = stop.end;
  }
  return snippet + escapeSnippet(text.slice(at));
}

/** The text so that it is only text in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
