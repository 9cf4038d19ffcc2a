import type { Token } from './tokens.ts';

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sr jr st vs etc approx no nos fig sec dept inc ltd co corp est min max resp cf al e.g i.e eg ie ca ver rev ref tel ext jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri'.split(
    ' ',
  ),
);

/** Longest sentence analysed in one go, in tokens: a text without an end is cut here, so that the work stays linear. */
const MAX_TOKENS = 240;

/** A sentence: tokens `from` (inclusive) to `to` (exclusive). */
export interface SentenceRange {
  readonly from: number;
  readonly to: number;
}

/** Cuts tokens into sentences at full stops, question and exclamation marks and hard line breaks. */
export function splitSentences(tokens: readonly Token[]): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) sentences.push({ from, to });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'break') {
      if (i > from) sentences.push({ from, to: i });
      from = i + 1;
      continue;
    }
    if (i - from >= MAX_TOKENS) close(i);
    if (token.kind !== 'punctuation') continue;
    const mark = token.text;
    if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…' && mark !== '。') continue;
    const next = tokens[i + 1];
    if (mark === '.') {
      const before = tokens[i - 1];
      if (before && before.end === token.start && next && endsAbbreviation(before, next)) continue;
      if (next && next.start === token.end && next.kind === 'word') continue;
    }
    let end = i + 1;
    // Further marks and closing quotes or brackets belong to the sentence.
    while (
      end < tokens.length &&
      /^[.!?…"”’')\]»]$/.test(tokens[end]!.text) &&
      tokens[end]!.start === tokens[end - 1]!.end
    )
      end++;
    const follower = tokens[end];
    if (
      mark !== '.' &&
      follower &&
      follower.kind === 'word' &&
      !follower.capital &&
      /[)\]"”]/.test(tokens[end - 1]!.text)
    )
      continue;
    if (follower?.kind === 'punctuation' && /^[,;]$/.test(follower.text)) continue;
    close(end);
    i = end - 1;
  }
  close(tokens.length);
  return sentences;
}

function endsAbbreviation(before: Token, next: Token): boolean {
  if (ABBREVIATIONS.has(before.low)) return before.low !== 'no' || next.kind === 'number';
  // A single initial: "J. Smith".
  if (
    before.text.length === 1 &&
    before.capital &&
    before.low !== 'i' &&
    (next.capital || /^(?:van|von|de|da|di|del|der|den|la|le|bin|al|el|ter|ten)$/.test(next.low))
  )
    return true;
  return next.kind === 'word' && !next.capital && before.kind !== 'number' && before.text.length <= 4;
}
