import type { Span } from '../../server/src/core/index.ts';

/** A text with its marks taken out, and the spans they enclosed. `⟦` and `⟧` mark a span; `\⟦` is a literal bracket. */
export interface MarkedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Reads the marks of a fixture. Throws where a mark is not closed, so that a broken fixture cannot pass. */
export function readMarks(marked: string): MarkedText {
  let text = '';
  const open: number[] = [];
  const spans: Span[] = [];
  for (let at = 0; at < marked.length; at++) {
    const char = marked[at]!;
    if (char === '\\' && (marked[at + 1] === '⟦' || marked[at + 1] === '⟧')) text += marked[++at];
    else if (char === '⟦') open.push(text.length);
    else if (char === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`⟧ without ⟦ in: ${marked}`);
      spans.push({ start, end: text.length });
    } else text += char;
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in: ${marked}`);
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, spans };
}

/** The text with `⟦⟧` put around the spans: what a failing test shows. */
export function showMarks(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap((s) => [
    { at: s.end, order: 0, mark: '⟧' },
    { at: s.start, order: 1, mark: '⟦' },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let at = 0;
  for (const m of marks) {
    out += text.slice(at, m.at) + m.mark;
    at = m.at;
  }
  return out + text.slice(at);
}
