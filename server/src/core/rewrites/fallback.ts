import type { Candidate } from '../language/detect/candidate.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Draft, SourceOf } from './compose.ts';
import { bodyStart, segmentAround, sentenceEnd } from './phrases.ts';

/** Frames for the whole sentence, to be filled in: they fit whatever the sentence said. Its codes, ids, links and times are kept. */
export function fallbacks(candidate: Candidate, s: Sentence, source: SourceOf): Draft[] {
  const from = bodyStart(s);
  const to = sentenceEnd(s);
  const references = referencesIn(s, from, to, source);
  const more = references.length > 0 ? [`(${references.join(', ')})`] : [];
  const segment =
    s.isQuestion || candidate.rule === 'discipline' || candidate.rule === 'hindsight'
      ? undefined
      : segmentAround(s, candidate.from, candidate.to);
  const local: Draft[] = segment
    ? [{ ...segment, parts: ['[which gap in tooling, process or information] made this possible'] }]
    : [];
  return [...local, ...framesFor(candidate, s).map((frame) => ({ from, to, parts: [frame, ...more] }))];
}

function framesFor(candidate: Candidate, s: Sentence): string[] {
  if (s.isQuestion) return ['What conditions led to this'];
  switch (candidate.rule) {
    case 'discipline':
      return ['Make [which step] safe by default'];
    case 'hindsight':
      return ['[which signal] was available to [whom]'];
    default:
      return ['[what happened], and [which gap in tooling, process or information] made it possible'];
  }
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
