import type { Span } from '../text/span.ts';
import { type Word, wordAt, wordOf } from './word.ts';

export type TokenKind = 'word' | 'number' | 'handle' | 'identifier' | 'opaque' | 'punctuation' | 'break';

/**
 * Part of speech, coarse: what the grammar of blame needs and no more. `aux` are forms of be, have and do; `that` stays apart
 * because it is a determiner, a conjunction or a relative pronoun.
 */
export type Tag =
  | 'noun'
  | 'name'
  | 'pronoun'
  | 'possessive'
  | 'determiner'
  | 'adjective'
  | 'adverb'
  | 'number'
  | 'verb'
  | 'aux'
  | 'modal'
  | 'not'
  | 'to'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'wh'
  | 'that'
  | 'clitic'
  | 'interjection'
  | 'punctuation';

/** One token of visible text. Offsets are UTF-16 offsets into the text that was tokenized. */
export class Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  readonly word: Word;
  /** Lower case, curly apostrophes straightened; of what is no word, the text itself. */
  readonly low: string;
  tag: Tag = 'noun';
  /** Base form of a verb, singular of a noun; `low` for the rest. */
  lemma: string;
  /** Verb forms the word can be (flags of morphology.ts); 0 for words that are no verb here. */
  forms = 0;
  /** Stands inside quotation marks. */
  quoted = false;

  constructor(text: string, low: string, start: number, end: number, kind: TokenKind, word?: Word) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.kind = kind;
    this.capital = kind === 'word' && isUpper(text);
    this.word = word ?? (isUnlisted(kind, low) ? unlisted() : wordOf(low));
    this.low = low;
    this.lemma = low;
  }
}

/** Times, dates and addresses are in no list: all are one word, so that none is looked up. */
const unlisted = (): Word => wordOf('0');
const SHORT = 3;
const LONG = 40;

function isUnlisted(kind: TokenKind, low: string): boolean {
  if (kind === 'word' || low.length <= SHORT) return false;
  return low.length > LONG || (kind === 'number' && /^[\d:.,/-]+$/.test(low));
}

const LETTER = /\p{L}|\p{M}/u;
const UPPER = /\p{Lu}/u;

function isLetter(code: number, text: string, at: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  if (code < 0xaa) return false;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  return LETTER.test(String.fromCodePoint(text.codePointAt(at)!));
}

/** Whether a text begins with a capital letter. */
function isUpper(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0xaa ? code >= 65 && code <= 90 : UPPER.test(text[0]!);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const CLITIC = /^(.+?)(n't|'s|'re|'ve|'ll|'d|'m|s')$/;
/** Words whose apostrophe is no clitic. */
const WHOLE = new Set(["y'all", "o'clock", "ma'am", "ne'er"]);
/** Spellings without the apostrophe, as people type them in chats. */
const BARE_HAVE = /^(?:could|should|would|might|must)ve$/;
const BARE_NOT =
  /^(?:didnt|doesnt|dont|wasnt|werent|isnt|arent|hasnt|havent|hadnt|shouldnt|couldnt|wouldnt|cant|wont)$/;

/** Splits text into tokens, in order, blanks left out. Each opaque span (code, URLs, images) is one token. */
export function tokenize(text: string, opaque: readonly Span[] = []): Token[] {
  const tokens: Token[] = [];
  let nextOpaque = 0;
  let at = 0;
  const push = (start: number, end: number, kind: TokenKind): void => {
    const word = text.slice(start, end);
    const low = kind === 'word' || kind === 'handle' || kind === 'identifier' ? straight(word.toLowerCase()) : word;
    tokens.push(new Token(word, low, start, end, kind));
  };
  const pushPlain = (start: number, end: number): void => {
    const word = wordAt(text, start, end, plainHash);
    const written = isSmall(text.charCodeAt(start)) ? word.low : text.slice(start, end);
    tokens.push(new Token(written, word.low, start, end, 'word', word));
  };
  while (at < text.length) {
    const hidden = opaque[nextOpaque];
    if (hidden && at >= hidden.start) {
      if (hidden.end > at) push(at, hidden.end, 'opaque');
      at = Math.max(at, hidden.end);
      nextOpaque++;
      continue;
    }
    const limit = hidden ? Math.min(hidden.start, text.length) : text.length;
    const code = text.charCodeAt(at);
    if (
      code === 32 ||
      code === 9 ||
      code === 10 ||
      code === 13 ||
      code === 0xa0 ||
      code === 0xfeff ||
      code === 0x200b
    ) {
      at++;
      continue;
    }
    if (code === 0x2028 || code === 0x2029) {
      push(at, at + 1, 'break');
      at++;
      continue;
    }
    if (code === 64 /* @ */ && at + 1 < limit && isLetter(text.charCodeAt(at + 1), text, at + 1)) {
      let end = at + 1;
      while (end < limit && (isWordPart(text, end) || text.charCodeAt(end) === 46)) end++;
      while (text.charCodeAt(end - 1) === 46) end--;
      push(at, end, 'handle');
      at = end;
      continue;
    }
    if (code === 58 /* : */) {
      const end = emojiEnd(text, at, limit);
      if (end > 0) {
        at = end;
        continue;
      }
    }
    if (isDigit(code)) {
      let end = at + 1;
      while (end < limit && isNumberPart(text, end, limit)) end++;
      push(at, end, 'number');
      at = end;
      continue;
    }
    if (isLetter(code, text, at)) {
      const plain = plainEnd(text, at, limit);
      if (plain > 0) pushPlain(at, plain);
      at = plain || word(text, at, limit, push, tokens);
      continue;
    }
    const size = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
    // Emoji and other symbols are no part of the grammar.
    if (code < 0x2190 || (code >= 0x3001 && code <= 0x3002) || code === 0x2190 || code === 0x2192)
      push(at, at + size, 'punctuation');
    at += size;
  }
  markQuotations(tokens);
  return tokens;
}

function straight(low: string): string {
  return low.includes('’') ? low.replaceAll('’', "'") : low;
}

function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code, text, at) || isDigit(code) || code === 95 || code === 45;
}

/** `:shortcode:` of an emoji: its end, or 0. */
function emojiEnd(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && end - at < 40) {
    const code = text.charCodeAt(end);
    if (code === 58) return end - at > 2 ? end + 1 : 0;
    if (!((code >= 97 && code <= 122) || isDigit(code) || code === 95 || code === 43 || code === 45)) return 0;
    if (end === at + 1 && isDigit(code)) return 0;
    end++;
  }
  return 0;
}

function isNumberPart(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code) || isLetter(code, text, at) || code === 37 || code === 95) return true;
  if ((code === 46 || code === 44 || code === 58 || code === 45 || code === 47) && at + 1 < limit)
    return isDigit(text.charCodeAt(at + 1));
  return false;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Made of the letters of the word that `plainEnd` read last, a capital like a small one. */
let plainHash = 0;

/** Where a word ends that is nothing but small letters, the first perhaps a capital, in front of a blank or mark; 0 for others, `word` reads them. */
function plainEnd(text: string, start: number, limit: number): number {
  const first = text.charCodeAt(start);
  if (!isSmall(first) && !(first >= 65 && first <= 90)) return 0;
  let end = start + 1;
  let hash = first | 32;
  for (; end < limit; end++) {
    const letter = text.charCodeAt(end);
    if (!isSmall(letter)) break;
    hash = (hash * 31 + letter) | 0;
  }
  plainHash = hash;
  if (end < limit) {
    const code = text.charCodeAt(end);
    const stops =
      code === 46 || code === 58 ? isBlankAt(text, end + 1, limit) : code === 32 || code === 44 || code === 41;
    if (!stops && code !== 10) return 0;
  }
  // "cannot", "dont", "shouldve" are two words.
  const last = text.charCodeAt(end - 1);
  const before = text.charCodeAt(end - 2);
  if ((last === 116 && (before === 110 || before === 111)) || (last === 101 && before === 118)) return 0;
  return end;
}

function isBlankAt(text: string, at: number, limit: number): boolean {
  return at >= limit || text.charCodeAt(at) === 32 || text.charCodeAt(at) === 10;
}

/** One word, its clitics split off; returns where it ends. */
function word(
  text: string,
  start: number,
  limit: number,
  push: (start: number, end: number, kind: TokenKind) => void,
  tokens: Token[],
): number {
  let end = start;
  let identifier = false;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isLetter(code, text, end)) {
      end += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
      continue;
    }
    const next = end + 1 < limit ? text.charCodeAt(end + 1) : 0;
    const letterNext = next !== 0 && isLetter(next, text, end + 1);
    if ((code === 39 || code === 0x2019) && letterNext) {
      end++;
      continue;
    }
    if (code === 45 && (letterNext || isDigit(next))) {
      end++;
      continue;
    }
    if (isDigit(code)) {
      end++;
      continue;
    }
    if (
      code === 95 ||
      ((code === 46 || code === 58) &&
        (letterNext || isDigit(next)) &&
        /[a-z0-9]/.test(text[end - 1]!) &&
        !UPPER.test(text[end + 1]!) &&
        !abbreviationDot(text, start, end))
    ) {
      identifier = true;
      end++;
      continue;
    }
    break;
  }
  // A plural possessive: "the operators' mistake".
  const quote = text.charCodeAt(end);
  const pluralPossessive =
    (quote === 39 || quote === 0x2019) && end < limit && /s/i.test(text[end - 1]!) && /\s/.test(text[end + 1] ?? '');
  if (identifier) {
    push(start, end, 'identifier');
    return end;
  }
  const low = straight(text.slice(start, end).toLowerCase());
  const apostrophe = low.includes("'");
  if (apostrophe && WHOLE.has(low)) {
    push(start, end, 'word');
    return end;
  }
  if (low.endsWith('nt') && BARE_NOT.test(low)) {
    const cut = low === 'cant' || low === 'wont' ? 2 : low.length - 2;
    push(start, start + cut, 'word');
    push(start + cut, end, 'word');
    fixNot(tokens, low);
    return end;
  }
  // "shouldve", as people type it.
  if (low.endsWith('ve') && BARE_HAVE.test(low)) {
    push(start, end - 2, 'word');
    push(end - 2, end, 'word');
    spellLast(tokens, "'ve");
    return end;
  }
  if (low === 'cannot') {
    push(start, start + 3, 'word');
    push(start + 3, end, 'word');
    return end;
  }
  const clitic = apostrophe ? CLITIC.exec(low) : null;
  if (clitic && clitic[2] !== "s'") {
    const cut = start + clitic[1]!.length;
    push(start, cut, 'word');
    push(cut, end, 'word');
    if (clitic[2] === "n't") fixNot(tokens, low);
    return end;
  }
  push(start, end, 'word');
  if (pluralPossessive && possessivePlausible(text, end)) {
    push(end, end + 1, 'word');
    spellLast(tokens, "'s");
    return end + 1;
  }
  return end;
}

/** A closing quote looks like a plural possessive; an opening one earlier in the line tells them apart. */
function possessivePlausible(text: string, at: number): boolean {
  const from = Math.max(0, at - 120);
  const before = text.slice(from, at);
  return !/(?:^|[\s(])['‘]\w/.test(before);
}

/** "e.g." and "i.e." keep their dots to themselves. */
function abbreviationDot(text: string, start: number, at: number): boolean {
  return at - start === 1 && /[a-z]/i.test(text[start]!);
}

/** Reads the last token as the word given. */
function spellLast(tokens: Token[], low: string): void {
  const { text, start, end, kind } = tokens.pop()!;
  tokens.push(new Token(text, low, start, end, kind));
}

/** "can't", "won't", "shan't": the verb gets its full form back, the rest is "not". */
function fixNot(tokens: Token[], low: string): void {
  const not = tokens.pop()!;
  if (low.startsWith('wo') && low.length <= 5) spellLast(tokens, 'will');
  else if (low.startsWith('ca')) spellLast(tokens, 'can');
  else if (low.startsWith('sha')) spellLast(tokens, 'shall');
  tokens.push(not);
  spellLast(tokens, 'not');
}

/** Longest quotation, in tokens: a quote that is never closed quotes nothing. */
const LONGEST_QUOTATION = 80;

/** Marks the tokens between quotation marks. Straight marks open and close in turn; one that is not closed soon is no quotation. */
function markQuotations(tokens: Token[]): void {
  for (let open = 0; open < tokens.length; open++) {
    const mark = tokens[open]!.text;
    const closing = mark === '"' ? '"' : mark === '“' || mark === '„' ? '”' : mark === '«' ? '»' : '';
    if (closing === '') continue;
    const limit = Math.min(tokens.length, open + LONGEST_QUOTATION);
    for (let close = open + 1; close < limit; close++) {
      const { text } = tokens[close]!;
      if (text !== closing && !(mark === '„' && text === '“')) continue;
      for (let i = open + 1; i < close; i++) tokens[i]!.quoted = true;
      open = close;
      break;
    }
  }
}
