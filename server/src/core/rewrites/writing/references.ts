import { isBlamable } from '../../language/actors.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { Span } from '../../text/span.ts';
import { marked, type SourceOf } from './marks.ts';

/**
 * Links, code, ids and times in a visible span of the sentence that do not stand in `text` any more, as written in the source: at
 * most eight, in their order.
 */
export function lostReferences(s: Sentence, span: Span, text: string, source: SourceOf): string[] {
  const lost = new Set<string>();
  const links = [...source(span.start, span.end).matchAll(/(?<!!)\[[^\][\n]{1,200}(\]\([^()\s]{1,300}\))/g)];
  for (const [link, target] of links) if (!text.includes(target!)) lost.add(link);
  for (let i = s.from; i < s.to; i++) {
    const token = s.tokens[i]!;
    // "Tier-2 closes the ticket": whom it was said of goes.
    if (s.phrases.some((p) => p.from <= i && i < p.to && isBlamable(s.actor(p, true)))) continue;
    if (token.start < span.start || token.end > span.end || links.some(([link]) => link.includes(token.text))) continue;
    const isReference =
      token.kind === 'opaque' ||
      token.kind === 'identifier' ||
      /^[A-Z][A-Za-z]*-\d/.test(token.text) ||
      (token.kind === 'number' && /^\d{1,2}:\d{2}|^\d{4}-\d{2}/.test(token.text));
    const reference = isReference ? marked(s, i, i + 1, source) : '';
    // What begins the sentence may have got a capital.
    if (reference !== '' && !text.includes(reference) && !text.startsWith(reference.slice(1), 1)) lost.add(reference);
  }
  return [...lost].slice(0, 8);
}
