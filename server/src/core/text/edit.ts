import type { Span } from './span.ts';

/** Replaces the characters of `span` by `text`. Offsets are those of the unedited text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A text edit that inserts at `offset`. */
export function insert(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}

/** A text edit that replaces `span`. */
export function replace(span: Span, text: string): TextEdit {
  return { span, text };
}

/**
 * The text after the edits. Edits may come in any order; of two that overlap the later in the list is left out,
 * and insertions at one offset keep their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let out = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) continue;
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
