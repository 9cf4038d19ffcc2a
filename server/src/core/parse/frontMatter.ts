import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** YAML between two lines of three dashes at the very start of a document. */
export interface FrontMatter {
  /** From the first dash to the start of the body. */
  readonly span: Span;
  /** The YAML itself. */
  readonly content: Span;
}

/** The front matter of a text, or undefined. Only `---` on the first line opens it, and a closing `---` or `...` must follow. */
export function findFrontMatter(source: SourceText): FrontMatter | undefined {
  const start = source.contentStart;
  if (!/^---[ \t]*\r?$/.test(source.text.slice(start, source.lineEnd(0) + 1).replace(/\n$/, ''))) return undefined;
  for (let line = 1; line < source.lineCount; line++) {
    const lineStart = source.lineStart(line);
    const first = source.text.charCodeAt(lineStart);
    if (first !== 45 && first !== 46) continue;
    const text = source.text.slice(lineStart, source.lineEnd(line)).trimEnd();
    if (text !== '---' && text !== '...') continue;
    return {
      span: { start, end: Math.min(source.text.length, source.lineStart(line + 1)) },
      content: { start: source.lineStart(1), end: lineStart },
    };
  }
  return undefined;
}
