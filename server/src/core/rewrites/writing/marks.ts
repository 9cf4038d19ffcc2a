import type { Sentence } from '../../language/sentence.ts';

/** Source text of a visible span, marks around it left outside. */
export type SourceOf = (from: number, to: number) => string;

/**
 * Source of the tokens `from`–`to` with the marks right in front of and behind them; halves of pairs are left out. Tokens in `swaps`
 * are written otherwise, or left out (`''`).
 */
export function marked(
  s: Sentence,
  from: number,
  to: number,
  source: SourceOf,
  swaps?: ReadonlyMap<number, string>,
): string {
  const start = s.tokens[from]!.start;
  const end = s.tokens[to - 1]!.end;
  const left = start > 0 ? start - 1 : start;
  const right = end < s.text.length ? end + 1 : end;
  const wide = source(left, right);
  const lead = start > left ? source(left, start).length : 0;
  const slice = wide.slice(lead, wide.length - (right > end ? source(end, right).length : 0));
  const { open, close } = openMarks(slice, s.text.slice(start, end));
  let text = slice;
  if (swaps && swaps.size > 0) {
    const first = source(left, end).length - source(start, end).length - lead;
    for (let i = to - 1; i >= from; i--) {
      const swap = swaps.get(i);
      if (swap === undefined) continue;
      const token = s.tokens[i]!;
      const at = first + source(start, token.end).length;
      text = swapAt(text, at - source(token.start, token.end).length, at, swap);
    }
  }
  // The marks of a quotation or a list in front of a line stay where they are.
  if (s.text[left] === '\n') text = text.replace(/^[ \t>]+/, '');
  // At the edge of the text the marks are outside of what can be asked for: code gets its own back.
  for (const mark of close) {
    if (mark.startsWith('`')) text = mark + text;
    else text = text.replace(mark, '');
  }
  for (const mark of [...open].reverse()) {
    if (mark.startsWith('`')) text += mark;
    else {
      const at = text.lastIndexOf(mark);
      text = text.slice(0, at) + text.slice(at + mark.length);
    }
  }
  const only = s.tokens[from]!;
  const visible = s.text.slice(start, end);
  if (to === from + 1 && only.kind === 'opaque' && text === visible && !/^(?:https?:|!\[|<)/.test(visible))
    return codeSpan(visible);
  return text.trim();
}

/** Replaces a stretch of text; with nothing in its place, the emphasis around it and one blank go too. */
function swapAt(text: string, from: number, to: number, swap: string): string {
  let start = from;
  let end = to;
  if (swap === '') {
    while (start > 0 && /[*_]/.test(text[start - 1]!) && text[end] === text[start - 1]) {
      start--;
      end++;
    }
    if (start > 0 && /\s/.test(text[start - 1]!)) start--;
    else if (start === 0) while (end < text.length && /\s/.test(text[end]!)) end++;
  }
  return text.slice(0, start) + swap + text.slice(end);
}

export function codeSpan(visible: string): string {
  return visible.includes('`') ? `\`\` ${visible} \`\`` : `\`${visible}\``;
}

const MARK = /^(?:\*{1,3}|_{1,3}|~~|`+|\[|\]\([^)\n]*\)|\]\[[^\]\n]*\]|<\/?[A-Za-z][^<>\n]*>)/;

/** Marks of a stretch of source that are opened or closed in it without their other half. */
export function openMarks(source: string, visible: string): { open: string[]; close: string[] } {
  const open: string[] = [];
  const close: string[] = [];
  let v = 0;
  // Of two marks side by side both open or both close.
  let behindMark = -1;
  let behindClosed = false;
  for (let i = 0; i < source.length; ) {
    const rest = source.slice(i, i + 400);
    const mark = source[i] === visible[v] && !/[`*_~[\]<]/.test(source[i]!) ? null : MARK.exec(rest);
    if (mark && !(source[i] === visible[v] && shown(source, i, visible, v, mark[0]))) {
      const text = mark[0];
      if (text.startsWith('<')) {
        const name = /[A-Za-z][\w-]*/.exec(text)![0];
        const opened = open.findLastIndex((other) => other.startsWith(`<${name}`));
        if (text.startsWith('</') && opened >= 0) open.splice(opened, 1);
        else if (text.startsWith('</')) close.push(text);
        else if (!text.endsWith('/>') && !/^(?:br|hr|img|wbr|input)$/i.test(name)) open.push(text);
        i += text.length;
        continue;
      }
      const opener = text.startsWith(']') ? '[' : text;
      const at = open.lastIndexOf(opener);
      const closes: boolean =
        at >= 0 ||
        text.startsWith(']') ||
        (text !== '[' && (behindMark === i ? behindClosed : isClosing(source, i, text)));
      if (at >= 0) open.splice(at, 1);
      else if (closes) close.push(text);
      else open.push(text);
      behindMark = i + text.length;
      behindClosed = closes;
      i += text.length;
      continue;
    }
    if (source[i] === visible[v]) v++;
    i++;
  }
  return { open, close };
}

/** Whether a mark of emphasis or code closes: it leans on the word in front. */
function isClosing(source: string, at: number, mark: string): boolean {
  const before = source[at - 1] ?? ' ';
  if (mark.startsWith('`')) return !/[\s([{"'“‘/|]/.test(before);
  return /\S/.test(before) && !/[\p{L}\p{N}`]/u.test(source[at + mark.length] ?? ' ');
}

/** Whether the characters of a would-be mark are visible text ("snake_case", "2 * 3"). */
function shown(source: string, at: number, visible: string, v: number, mark: string): boolean {
  return (
    visible.startsWith(mark, v) &&
    source.slice(at + mark.length, at + mark.length + 3) === visible.slice(v + mark.length, v + mark.length + 3)
  );
}
