import type { Sentence } from '../../language/sentence.ts';
import type { Span } from '../../text/span.ts';
import { codeSpan, marked, openMarks, type SourceOf } from './marks.ts';

/** Tokens that are kept as they stand in the source, except those in `swaps`, which are written otherwise or left out (`''`). */
export interface Kept {
  readonly from: number;
  readonly to: number;
  readonly swaps?: ReadonlyMap<number, string>;
}

export type Part = string | Kept;

/** A replacement for the tokens `from`–`to` of a sentence, before it is written out. */
export interface Draft {
  /** What to call it, where its text does not tell. */
  readonly title?: string;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

/** A draft written out: what to replace (visible offsets) and the Markdown to put there. */
export interface Written {
  readonly span: Span;
  readonly text: string;
}

/** Writes a draft out in Markdown; undefined where the marks around it cannot be kept in balance. */
export function write(draft: Draft, s: Sentence, source: SourceOf): Written | undefined {
  // A sentence that is still being typed ends before what a draft would replace.
  if (draft.from >= s.tokens.length || draft.to > s.tokens.length) return undefined;
  return writeWhole(draft, s, source) ?? writeUpToCode(draft, s, source);
}

/**
 * Code that ends the text has its closing mark outside of what can be replaced: the code is left where it is, if the draft ends in
 * it or can be made to.
 */
function writeUpToCode(draft: Draft, s: Sentence, source: SourceOf): Written | undefined {
  const to = draft.to - 1;
  if (to <= draft.from || s.tokens[to]!.kind !== 'opaque' || s.tokens[to]!.end !== s.text.length) return undefined;
  // What is kept up to the code ends the rewrite; a fill-in behind it is given up.
  const last = draft.parts.findLastIndex((part) => typeof part !== 'string' && part.to > part.from);
  const kept = draft.parts[last];
  if (kept !== undefined && typeof kept !== 'string' && kept.to === draft.to) {
    const behind = draft.parts.slice(last + 1);
    if (!behind.every((part) => typeof part !== 'string' || /^(?:without |, and |\()\[/.test(part))) return undefined;
    const parts = [...draft.parts.slice(0, last), { ...kept, to }];
    return writeWhole({ ...draft, to, parts }, s, source);
  }
  if (draft.parts.some((part) => typeof part !== 'string' && part.from <= to && to < part.to)) return undefined;
  const code = codeSpan(s.tokens[to]!.text);
  const parts = draft.parts.map((part) =>
    typeof part === 'string' ? part.replace(`, ${code}`, '').replace(`(${code})`, '').replace(`${code}, `, '') : part,
  );
  const written = writeWhole({ ...draft, to, parts }, s, source);
  return written && { ...written, text: `${written.text.trimEnd()}:` };
}

function writeWhole(draft: Draft, s: Sentence, source: SourceOf): Written | undefined {
  const { tokens } = s;
  let { start } = tokens[draft.from]!;
  let end = tokens[draft.to - 1]!.end;
  let text = '';
  for (const part of draft.parts)
    text = join(text, typeof part === 'string' ? part : moved(keep(part, s, source), part, text, s));
  text = recase(text.trim(), s, draft.from);
  if (text === '') {
    // Nothing is left: one of the blanks around goes too.
    while (start > 0 && /\s/.test(s.text[start - 1]!)) start--;
    if (start === 0 || draft.from === s.from) while (end < s.text.length && /[\s,;]/.test(s.text[end]!)) end++;
  }
  if (/^[,;]/.test(text)) while (start > 0 && s.text[start - 1] === ' ') start--;
  let marks = openMarks(source(start, end), s.text.slice(start, end));
  // Marks that close right behind the last character are closed by taking in the character that follows.
  if (marks.open.length > 0 && end < s.text.length && s.text[end] !== '\n' && text !== '') {
    const longer = openMarks(source(start, end + 1), s.text.slice(start, end + 1));
    if (longer.open.length < marks.open.length) {
      text += source(end, end + 1);
      end++;
      marks = longer;
    }
  }
  if (marks.open.some((mark) => mark.startsWith('`')) || marks.close.some((mark) => mark.startsWith('`')))
    return undefined;
  // What was marked up in part is so as far as the first words of the rewrite go, or as a whole.
  const lead = typeof draft.parts[0] === 'string' && draft.parts.length > 1 ? draft.parts[0].length : text.length;
  const close = marks.close.join('');
  const trailing = lead < text.length ? '' : (/[.,;:!?]$/.exec(text)?.[0] ?? '');
  if (close !== '') text = text.slice(0, lead - trailing.length) + close + text.slice(lead - trailing.length);
  text = marks.open.join('') + text;
  return { span: { start, end }, text };
}

/** Kept words that stood at the start of the sentence and do so no more lose their capital, unless it is a name's. */
function moved(text: string, part: Kept, before: string, s: Sentence): string {
  const token = s.tokens[part.from]!;
  if (
    before === '' ||
    part.from !== s.from ||
    !token.capital ||
    token.tag === 'name' ||
    /^(?:I$|[A-Z]{2})|[a-z][A-Z]/.test(token.text)
  )
    return text;
  return text[0]!.toLowerCase() + text.slice(1);
}

/** The parts as plain visible text. */
export function renderVisible(parts: readonly Part[], s: Sentence): string {
  const visible: SourceOf = (from, to) => s.text.slice(from, to);
  return parts.reduce<string>((text, part) => join(text, typeof part === 'string' ? part : keep(part, s, visible)), '');
}

/** Puts two pieces of text together: one blank between words, none in front of a mark that leans on the word before. */
function join(left: string, right: string): string {
  if (left === '') return right;
  if (right === '') return left;
  const leans = /^(?:[,.;:!?)\]”]|['’]s\b|['’](?= ))/.test(right) && !right.startsWith('[');
  return leans || /[([“]$/.test(left) ? left + right : `${left} ${right}`;
}

/** The source of kept tokens, with the marks that belong to them. */
function keep(part: Kept, s: Sentence, source: SourceOf): string {
  return part.to > part.from ? marked(s, part.from, part.to, source, part.swaps) : '';
}

/** The indefinite article that the word needs. */
export function indefinite(word: string): 'a' | 'an' {
  const low = word.toLowerCase();
  if (/^[A-Z]{2,}(?![a-z])/.test(word)) return /^[AEFHILMNORSX]/.test(word) ? 'an' : 'a';
  if (/^(?:uni(?!n|m|d)|us[aei]|util|eu|one\b|once|ubiq|urin)/.test(low)) return 'a';
  return /^(?:hour|honest|honou?r|heir)/.test(low) || /^[aeiou8]/.test(low) ? 'an' : 'a';
}

/** Begins the text as what it replaces began: with a capital where the sentence (or the entry behind its time) does. */
function recase(text: string, s: Sentence, from: number): string {
  const first = /^(?:[*_~[]{1,4})?\p{L}/u.exec(text)?.[0];
  // "prod.tfvars was applied": a file has no capital.
  if (!first || /^[\w-]+[./]\w/.test(text)) return text;
  const rest = text.slice(first.length);
  return (opensLine(s, from) ? first.toUpperCase() : first) + rest;
}

/** Whether a capital is due at the token: it opens the sentence, or what follows a label, a time or a dash, with a capital. */
function opensLine(s: Sentence, at: number): boolean {
  const token = s.tokens[at]!;
  if (!token.capital && token.kind !== 'handle') return at === s.from && token.kind !== 'word';
  if (at === s.from) return true;
  const before = s.tokens[at - 1]!;
  if (before.kind === 'number') return at - 1 === s.from || s.tokens[at - 2]?.kind === 'punctuation';
  if (before.low === 'utc' || before.low === 'cet' || before.low === 'gmt') return true;
  return /^[:–—→←|\-*•>"“]$/.test(before.text);
}
