import type { Postmortem } from '../../model/postmortem.ts';
import type { Span } from '../../text/span.ts';

/** Where findings about the document as a whole stand: its title, or the first line that is not blank. */
export function titlePlace(postmortem: Postmortem): Span {
  if (postmortem.title) return postmortem.title.span;
  const { source, document } = postmortem;
  const first = document.blocks[0];
  if (!first) return { start: source.contentStart, end: source.contentStart };
  return { start: first.start, end: Math.min(first.end, source.lineEnd(source.lineOf(first.start))) };
}

/** Starts of the Markdown headings of the document; other sections are opened by a line of text. */
export function headingStarts(postmortem: Postmortem): ReadonlySet<number> {
  return new Set(postmortem.document.blocks.filter((block) => block.kind === 'heading').map((block) => block.start));
}
