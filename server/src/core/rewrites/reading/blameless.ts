import { isBlamable } from '../../language/actors.ts';
import { analyzeText } from '../../language/analyze.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { pointsAtPerson } from '../writing/neutral.ts';
import type { Range } from './phrases.ts';

/** Whether a stretch of a sentence can stay as it is: nobody is spoken of, let alone blamed, and the finding is not about it. */
export function isBlameless(s: Sentence, candidate: Candidate, range: Range): boolean {
  const within = (other: Range): boolean => other.from < range.to && other.to > range.from;
  if (candidate.agent && within(candidate.agent)) return false;
  if (!candidate.byWording && within(candidate)) return false;
  return !speaksOfSomebody(s, range) && !blamesAlone(s, range);
}

/** Whether the words name somebody who can be blamed, point at them, or say "nobody". */
export function speaksOfSomebody(s: Sentence, { from, to }: Range): boolean {
  return (
    pointsAtPerson(s, from, to) ||
    s.phrases.some((p) => {
      if (p.from < from || p.to > to) return false;
      const actor = s.actor(p.possessor ?? p, true);
      return actor.kind === 'nobody' || (isBlamable(actor) && actor.certain);
    })
  );
}

/** Whether the stretch would be warned about if it were all that is written. */
function blamesAlone(s: Sentence, { from, to }: Range): boolean {
  const { start } = s.tokens[from]!;
  const opaque = s.tokens
    .slice(from, to)
    .filter(({ kind }) => kind === 'opaque')
    .map((token) => ({ start: token.start - start, end: token.end - start }));
  return analyzeText(s.textOf(from, to), opaque, undefined, s.context).some(
    ({ candidate }) => candidate.severity === 'warning',
  );
}
