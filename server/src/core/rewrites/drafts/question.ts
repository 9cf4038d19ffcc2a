import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { type Deed, readDeed } from '../reading/deed.ts';
import { sentenceEnd } from '../reading/extent.ts';
import { type Draft, type Part, renderVisible } from '../writing/compose.ts';
import { gerund } from '../writing/inflect.ts';
import { kept } from '../writing/neutral.ts';
import { passive } from '../writing/passive.ts';

const JUDGED = words(`approve sign merge accept review let allow decide choose agree order request`);

const VAGUE = /^(?:it|this|that|these|those|so)$/;

/** Questions about conditions instead of a person, best first: the parts of each, without the mark at the end. */
function questions(s: Sentence, candidate: Candidate): Part[][] {
  const thinking = thinkingAt(s, candidate);
  if (thinking) return [thinking, ['What was known at the time, and from which signals']];
  if (byWhom(s, candidate) !== undefined) return [['what allowed it']];
  const deed = deedAsked(s, candidate);
  if (!deed || /^(?:do|care|bother)$/.test(deed.verb) || s.low(candidate.from) === 'whoever')
    return [['What conditions led to this'], ['What was known at the time, and from which signals']];
  if (deed.verb === 'learn' && s.low(deed.rest) === 'to')
    return [
      ['What would make it easier to', kept(s, deed.rest + 1, deed.end, false)],
      ['Which default would make this safe'],
    ];
  if (deed.verb === 'let' && deed.kind === 'missed')
    return [['What let', kept(s, deed.group.main + 1, deed.end, true)], ['What conditions led to this']];
  if (deed.verb === 'train') return [['What training or documentation covers this'], ['What conditions led to this']];
  const rest = kept(s, deed.rest, deed.end, true);
  const vague =
    deed.object !== undefined &&
    deed.object.to === deed.object.from + 1 &&
    VAGUE.test(s.low(deed.object.from)) &&
    deed.end - deed.object.to <= 1;
  switch (deed.kind) {
    case 'omitted':
      return [
        ['What would have made it easier to', deed.verb, rest],
        ['What kept', ...(vague ? ['this'] : [gerund(deed.verb), rest]), 'from being part of [which step]'],
      ];
    case 'missed':
    case 'unknown':
      if (deed.topic === 'none') return [['What would have shown this earlier']];
      return [
        ['What would have shown', ...(deed.topic === 'that' ? ['that'] : []), rest, 'earlier'],
        ['Where would people have looked for this'],
      ];
    default: {
      if (vague && /^(?:do|cause|make|break)$/.test(deed.verb))
        return [['What conditions led to this'], ['What made this possible, and what could have caught it']];
      const fact = passive(s, deed, false);
      const possible: Part[] = ['What made it possible to', deed.verb, rest];
      if (JUDGED.has(deed.verb) && fact) return [['What information was at hand when', ...fact], possible];
      return [possible, ['What made', gerund(deed.verb), rest, 'the sensible thing to do at the time']];
    }
  }
}

/** Index of "by whom" in the finding. */
function byWhom(s: Sentence, candidate: Candidate): number | undefined {
  for (let i = candidate.from; i < candidate.to; i++) if (s.low(i) === 'by' && s.low(i + 1) === 'whom') return i;
  return undefined;
}

/** "What were you thinking?", "what was Viktor doing between 01:00 and 01:45?" */
function thinkingAt(s: Sentence, candidate: Candidate): Part[] | undefined {
  if (!/^what$/.test(s.low(candidate.from))) return undefined;
  for (let i = candidate.from; i < candidate.to; i++) {
    if (!/^(?:thinking|doing|smoking)$/.test(s.low(i))) continue;
    let end = i + 1;
    while (end < sentenceEnd(s) && s.tokens[end]!.text !== ',') end++;
    return end > i + 1 && s.low(i) === 'doing'
      ? ['What was happening', kept(s, i + 1, end, true)]
      : ['What was known at the time, and from which signals'];
  }
  return undefined;
}

/** The clause that the question is about, read as a deed. */
function deedAsked(s: Sentence, candidate: Candidate): Deed | undefined {
  const inside = s.clauses.filter((c) => c.verb.main >= candidate.from && c.verb.main < candidate.to);
  const clause = mainOf(s, inside);
  if (!clause) return undefined;
  const deed = readDeed(s, clause);
  if (!deed) return undefined;
  const negated = inside.some((c) => c.verb.from <= clause.verb.from && c.verb.negated) || nobodyAsked(s, candidate);
  if (negated && deed.kind !== 'omitted' && deed.kind !== 'missed' && deed.kind !== 'unknown')
    return { ...deed, kind: 'omitted' };
  return deed;
}

/** The first clause with a verb of its own: auxiliaries in front of the subject ("did you") tell only the polarity. */
function mainOf(s: Sentence, clauses: readonly Clause[]): Clause | undefined {
  return (
    clauses.find(
      (c) =>
        s.tokens[c.verb.main]!.tag === 'verb' &&
        !/^(?:be|think|expect|find|tell|explain|know|wonder|learn|manage|bother|care)$/.test(c.verb.lemma),
    ) ?? clauses.find((c) => s.tokens[c.verb.main]!.tag === 'verb')
  );
}

function nobodyAsked(s: Sentence, candidate: Candidate): boolean {
  for (let i = candidate.from; i < candidate.to; i++) if (/^(?:nobody|no-one|even)$/.test(s.low(i))) return true;
  return false;
}

/** The best of the questions, as plain text. */
export function questionFor(s: Sentence, candidate: Candidate): string {
  return `${renderVisible(questions(s, candidate)[0]!, s)}?`;
}

/** Rewrites of an accusing question. */
export function questionDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const embedded = candidate.from > s.from && seeks(s, candidate.from);
  const to = sentenceEnd(s);
  const by = byWhom(s, candidate);
  if (by !== undefined) return questions(s, candidate).map((parts) => ({ from: by, to, parts }));
  if (embedded)
    return questions(s, candidate)
      .filter((parts) => typeof parts[0] === 'string' && /^What/.test(parts[0]))
      .map((parts) => ({ from: candidate.from, to, parts: lowered(parts) }));
  const from = addressed(s, candidate.from);
  return questions(s, candidate).map((parts) => ({
    from,
    to: s.isQuestion ? to : Math.max(to, endWithStop(s)),
    parts: s.isQuestion ? parts : [...parts, '?'],
  }));
}

/** With the full stop, which the question mark replaces. */
function endWithStop(s: Sentence): number {
  return s.tokens[s.to - 1]!.text === '.' ? s.to : sentenceEnd(s);
}

/** "Find out who …": the verb in front stays, and the question goes on in lower case. */
function seeks(s: Sentence, at: number): boolean {
  return !s.isQuestion && /^(?:find|out|establish|determine|identify|clarify|investigate)$/.test(s.low(at - 1));
}

/** Words of address and attitude in front of the question go with it. */
function addressed(s: Sentence, at: number): number {
  let from = at;
  while (from > s.from && !/^(?:[:–—]|\d)/.test(s.tokens[from - 1]!.text)) from--;
  return from;
}

function lowered(parts: Part[]): Part[] {
  return parts.map((part, i) => (i === 0 && typeof part === 'string' ? part[0]!.toLowerCase() + part.slice(1) : part));
}
