import type { Sentence } from '../language/sentence.ts';
import type { Draft, SourceOf } from './compose.ts';
import { bodyStart, sentenceEnd } from './phrases.ts';

/** A frame for the whole sentence, to be filled in; its codes, ids, links and numbers are kept behind it. */
export function wholeSentence(s: Sentence, source: SourceOf, frame: string): Draft {
  const from = bodyStart(s);
  const to = sentenceEnd(s);
  const references = referencesIn(s, from, to, source);
  const more = references.length > 0 ? [`(${references.join(', ')})`] : [];
  return { from, to, parts: [frame, ...more] };
}

/** Links, code, ids and measures that stand in the sentence, as written in the source. */
function referencesIn(s: Sentence, from: number, to: number, source: SourceOf): string[] {
  const text = source(s.tokens[from]!.start, s.tokens[to - 1]!.end);
  const found: string[] = [];
  const links = [...text.matchAll(/(?<!!)\[[^\][\n]{1,200}\]\([^()\s]{1,300}\)/g)];
  const linked = links.map((link) => link[0]);
  found.push(...linked);
  for (let i = from; i < to; i++) {
    const token = s.tokens[i]!;
    if (linked.some((link) => link.includes(token.text))) continue;
    if (token.kind === 'opaque')
      found.push(
        /^(?:https?:|!)/.test(token.text)
          ? token.text
          : token.text.includes('`')
            ? `\`\` ${token.text} \`\``
            : `\`${token.text}\``,
      );
    else if (token.kind === 'identifier' || isId(token.text)) found.push(source(token.start, token.end));
    else if (token.kind === 'number' && /\d{1,2}:\d{2}|\d{4}-\d{2}/.test(token.text)) found.push(token.text);
  }
  return [...new Set(found)].slice(0, 8);
}

function isId(text: string): boolean {
  return /^[A-Z][A-Za-z]*-\d/.test(text);
}
