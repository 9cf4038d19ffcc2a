import type { Clause } from '../language/clauses.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Part } from './compose.ts';
import type { Deed } from './deed.ts';
import { kept } from './frames.ts';
import { be, participle } from './inflect.ts';
import { isFinite, isPluralPhrase, objectAfter, pointsAtPerson, predicateEnd, sentenceEnd } from './phrases.ts';

/** What stands behind the deed in its sentence, freed of the person. `to` is where the original goes on unchanged. */
export interface Tail {
  readonly parts: readonly Part[];
  readonly to: number;
}

/**
 * Reads the sentence on behind the deed: verbs that share its subject become passives with a subject of their own (or, with
 * `infinitive`, base forms joined to the one in front), clauses about "he" or "she" likewise; what cannot be said without the
 * person is left out.
 */
export function tailOf(s: Sentence, deed: Deed, infinitive = false): Tail {
  const parts: Part[] = [];
  const limit = sentenceEnd(s);
  let done = deed.end;
  for (const clause of s.clauses) {
    if (clause.verb.from < done || clause.verb.from >= limit || !isFinite(clause)) continue;
    const shares = sharesSubject(clause, deed);
    if (!shares && !isAboutPerson(s, clause)) continue;
    const link = linkBefore(s, shares ? clause.verb.from : clause.from, done);
    const end = predicateEnd(s, clause.verb.main + 1);
    if (link.from > done) parts.push({ from: done, to: link.from });
    const rest = clause.verb.main + 1;
    const said =
      infinitive && shares && !clause.verb.passive && !clause.verb.negated
        ? [link.words, ...then(s, clause), clause.verb.lemma, kept(s, rest, end, false)]
        : passiveOf(s, clause, end, link.words);
    if (said) parts.push(...said);
    done = end;
  }
  return { parts, to: done };
}

/** Whether the verb has the person of the deed as its subject without saying so again. */
export function sharesSubject(clause: Clause, deed: Deed): boolean {
  return (
    !clause.ownSubject &&
    !clause.relative &&
    clause.subject[0] !== undefined &&
    clause.subject[0] === deed.top.subject[0]
  );
}

function isAboutPerson(s: Sentence, clause: Clause): boolean {
  return clause.ownSubject && clause.subject.length === 1 && /^(?:he|she|you)$/.test(s.low(clause.subject[0]!.from));
}

/** The conjunction and comma in front of a clause: where they begin, and the words for them. */
function linkBefore(s: Sentence, at: number, least: number): { from: number; words: string } {
  let from = at;
  while (from > least && /^(?:conjunction|adverb)$/.test(s.tokens[from - 1]!.tag)) from--;
  let conjunction = '';
  for (let i = from; i < at; i++) if (s.tokens[i]!.tag === 'conjunction') conjunction = s.low(i);
  if (from > least && s.tokens[from - 1]!.text === ',') return { from: from - 1, words: `, ${conjunction || 'and'}` };
  return { from, words: conjunction || 'and' };
}

function then(s: Sentence, clause: Clause): string[] {
  const adverb = clause.verb.adverbs.find((i) => /^(?:then|later|also|immediately|subsequently|again)$/.test(s.low(i)));
  return adverb === undefined ? [] : [s.low(adverb)];
}

/** "and the terminal was then closed"; undefined where the verb has no object that could be the subject. */
function passiveOf(s: Sentence, clause: Clause, end: number, link: string): Part[] | undefined {
  const { verb } = clause;
  const rest = verb.main + 1;
  const particle = verb.particle !== undefined && s.low(rest) === verb.particle;
  const object = objectAfter(s, particle ? rest + 1 : rest);
  const plural = object && isPluralPhrase(s, object);
  if (
    !object ||
    plural === undefined ||
    verb.passive ||
    verb.modal !== undefined ||
    /^(?:have|be|get|go|become)$/.test(verb.lemma)
  )
    return undefined;
  if (pointsAtPerson(s, object.from, object.to)) return undefined;
  const form = be({ plural, present: verb.tense === 'present', perfect: verb.perfect, negated: verb.negated });
  return [
    link,
    kept(s, object.from, object.to, false),
    form,
    ...then(s, clause),
    `${participle(verb.lemma)}${particle ? ` ${s.low(rest)}` : ''}`,
    kept(s, object.to, end, false),
  ];
}
