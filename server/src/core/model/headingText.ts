import { remembered } from '../text/remembered.ts';

/** Headings are not longer. */
const LONGEST = 200;

/**
 * The words of a heading as the alias table writes them: lower case, without numbering, emoji, parentheses and closing
 * punctuation, "&" as "and", typographic apostrophes straight. Empty for a heading without words.
 */
export const normalizeHeading = remembered(normalize, LONGEST);

function normalize(text: string): string {
  return bareHeading(text)
    .replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, ' ')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\b(we|they|you)'(re|ll|ve)\b/g, (_, who: string, verb: string) => `${who} ${CONTRACTED[verb]}`)
    .replace(/&/g, ' and ')
    .replace(/[–—−‐‑]/g, '-')
    .replace(/[^\p{L}\p{N}'/\-, ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[-,/' ]+/, '')
    .replace(/(?<![-,/' ])[-,/' ]+$/, '');
}

const CONTRACTED: Readonly<Record<string, string>> = { re: 'are', ll: 'will', ve: 'have' };

/** The heading without numbering ("3.", "2.1)", "IV.", "Section 4:", "Part B –"), leading emoji and trailing colon: what an outline shows. */
export function bareHeading(text: string): string {
  let title = text.trim();
  if (title.length > LONGEST) return title;
  for (let round = 0; round < 3; round++) {
    const before = title;
    title = title
      .replace(LEADING_MARKS, '')
      .replace(/^(?:section|part|step)\s+(?:\d{1,2}|[a-h])\s*[:.)\-–—]\s*/i, '')
      .replace(/^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|[ivx]{1,4}[.)]|[a-h][.)])\s+/i, '');
    if (title === before) break;
  }
  return title.replace(TRAILING_MARKS, '').trim();
}

const LEADING_MARKS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d|\u20e3|[•·▶▸►*_~>|:\-–—\s])+/u;
const TRAILING_MARKS =
  /(?<!\p{Extended_Pictographic}|\ufe0f|\u200d|[*_:：#\s])(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[*_:：#\s])+$/u;
