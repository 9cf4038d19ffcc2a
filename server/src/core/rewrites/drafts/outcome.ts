import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import { past } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { SEEING } from '../reading/deedVerbs.ts';
import { bodyStart, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase, objectAfter } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { participle } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';

/** What would have followed if a condition had been met. */
interface Outcome {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

/** What follows a condition that opens the sentence is its outcome, however it is worded. */
export function behindComma(s: Sentence, condition: Clause): Outcome | undefined {
  if (condition.from > bodyStart(s) + 2) return undefined;
  for (let i = s.to - 1; i > condition.verb.to; i--)
    if (s.tokens[i]!.text === ',') return { from: i, to: sentenceEnd(s), parts: otherwise(s, i + 1, sentenceEnd(s)) };
  return undefined;
}

/** The drafts with the outcome behind what was left out. */
export function behind(s: Sentence, drafts: readonly Draft[], { to, parts }: Outcome): Draft[] {
  return drafts.map((draft) => {
    const end = Math.max(draft.to, to);
    // What goes on behind the condition would seem to belong to the outcome.
    const goesOn = end < sentenceEnd(s) && !/^[;:–—)]$/.test(s.tokens[end]!.text);
    return { ...draft, to: end, parts: goesOn ? draft.parts : [...draft.parts, ...parts] };
  });
}

/** What would have followed ("the window could have been kept"), and how it came about instead ("it was not kept"), where that can be told. */
export function outcomeOf(s: Sentence, condition: Clause, unmet: boolean): Outcome | undefined {
  const clause = s.clauses.find(
    (c) =>
      c !== condition &&
      c.verb.from !== condition.verb.from &&
      c.subject.length > 0 &&
      !c.relative &&
      !/^(?:whether|that|if|how)$/.test(s.low(c.from - 1)) &&
      !/^(?:whether|that|how)$/.test(s.low(c.from)) &&
      (/^(?:would|could|might)$/.test(c.verb.modal ?? '') ||
        (unmet && c.verb.from > condition.verb.to && isThen(s, c))) &&
      (unmet || !c.subject.some((p) => isBlamable(s.actor(p, true)))),
  );
  const subject = clause?.subject.at(-1);
  if (!clause || !subject || (clause.verb.from > condition.verb.from && subject.from < condition.verb.to))
    return undefined;
  // "Denver and Salt Lake"
  const [first] = clause.subject;
  let { from } = first && /^(?:[,;:]|then)?$/.test(s.low(first.from - 1)) ? first : subject;
  while (/^(?:only|just)$/.test(s.low(from - 1)) && from > s.from) from--;
  for (let i = from; i < clause.verb.from; i++) if (s.tokens[i]!.text === ',') from = i + 1;
  const named = from;
  const cut = named >= clause.verb.from;
  if (!unmet && s.tokens[from - 1]?.tag !== 'conjunction' && !/^(?:[,;:–—]|then)$/.test(s.low(from - 1)))
    return undefined;
  while (from > s.from && /^(?:at|least|then|and|,|perhaps|maybe)$/.test(s.low(from - 1))) from--;
  // "… had they opened the second screen": where the condition follows.
  const had = (condition.subject[0]?.from ?? 0) - 1;
  const behindIt = had > clause.verb.to && /^(?:had|if)$/.test(s.low(had));
  // "one region, not four"
  const end = predicateEnd(s, clause.verb.main + 1);
  const behindNot = s.tokens[end]?.text === ',' && s.low(end + 1) === 'not' ? sentenceEnd(s) : end;
  const to = behindIt ? (s.tokens[had - 1]!.text === ',' ? had - 1 : had) : behindNot;
  return { from, to, parts: cut ? [] : cameAbout(s, clause, named, to) };
}

/** "If only someone had read it, this ends as a footnote": behind the comma, in the present. */
function isThen(s: Sentence, clause: Clause): boolean {
  return (
    s.tokens[clause.from - 1]?.text === ',' &&
    /^(?:this|that|it|none|nothing)$/.test(s.low(clause.from)) &&
    clause.verb.tense === 'present'
  );
}

/** The outcome as a fact ("the window was not kept"); where that cannot be told, what would have been otherwise. */
export function cameAbout(s: Sentence, clause: Clause, from: number, to: number): Part[] {
  return factOf(s, clause, from, to) ?? otherwise(s, from, to);
}

/** "; otherwise, the first wave would have left on time": the outcome in its own words, unless it says no more than that all would be well. */
function otherwise(s: Sentence, from: number, to: number): Part[] {
  if (pointsAtPerson(s, from, to)) return [];
  const clause = s.clauses.find((c) => c.ownSubject && c.verb.from >= from && c.verb.to <= to);
  if (!clause || !/^(?:would|could|might)$/.test(clause.verb.modal ?? '')) return [];
  const said = s.textOf(from, to);
  if (
    /\b(?:this|that|these|nothing|none|stor(?:y|ies)|reports?|page|here|all of it|fine|enough|nice|better|surprise)\b/i.test(
      said,
    )
  )
    return [];
  const people = clause.subject.some((p) => isBlamable(s.actor(p, true)) && s.tokens[p.head]!.tag !== 'name');
  return people && !/^(?:nobody|we)$/.test(s.subjectActor(clause)?.kind ?? '')
    ? []
    : ['; otherwise,', uncapital(s, from, to)];
}

/** Kept words, which stand no more at the beginning. */
export function uncapital(s: Sentence, from: number, to: number): Part {
  const part = kept(s, from, to, false);
  const { text, capital, tag } = s.tokens[from]!;
  if (!capital || tag === 'name' || /^(?:I$|[A-Z]{2})/.test(text)) return part;
  return { ...part, swaps: new Map([...(part.swaps ?? []), [from, text[0]!.toLowerCase() + text.slice(1)]]) };
}

/** The outcome in the past and without "would"; nothing where it needs no telling, undefined where it cannot be told so. */
function factOf(s: Sentence, { subject, verb }: Clause, from: number, to: number): Part[] | undefined {
  const range = { from, to: verb.from };
  const rest = verb.main + 1;
  const seen = objectAfter(s, rest);
  if (
    SEEING.has(verb.lemma) &&
    !verb.negated &&
    verb.perfect &&
    seen &&
    seen.to <= to &&
    !pointsAtPerson(s, seen.from, to)
  )
    return s.tokens[seen.from]!.tag === 'pronoun' || s.clauses.some((c) => c.from === seen.from)
      ? []
      : [', and', kept(s, seen.from, to, false), 'went unnoticed'];
  const told = subject.every((p) => s.actor(p, true).kind === 'system' && s.tokens[p.head]!.tag !== 'pronoun');
  if (!told || !verb.perfect || pointsAtPerson(s, from, to)) return undefined;
  for (let i = from; i < to; i++)
    if (
      s.tokens[i]!.kind === 'number' ||
      /^(?:no|none|nothing|only|all|more|less|sooner|earlier|once|whole)$/.test(s.low(i))
    )
      return undefined;
  const { negated } = verb;
  const was = isPluralPhrase(s, range) === true ? 'were' : 'was';
  const thing = uncapital(s, from, subjectEnd(s, from, verb.from));
  const after = kept(s, rest, to, false);
  if (verb.lemma === 'be') return negated ? [', and', thing, was, after] : undefined;
  if (verb.passive)
    return /^(?:avoid|prevent|avert|spare|save|stop|contain|limit|reduce|minimise|minimize|need)$/.test(verb.lemma)
      ? undefined
      : [', and', thing, negated ? was : `${was} not`, participle(verb.lemma), after];
  if (negated) return [', and', thing, past(verb.lemma), after];
  return /^(?:take|last|happen|save|have|get|go|know|suffice|remain)$/.test(verb.lemma)
    ? undefined
    : [', and', thing, 'did not', verb.lemma, after];
}

/** What one look, call or test would have done: ", which would have been enough to stop the trucks", ", and the hotels did not keep their rooms". */
export function whichWouldHave(s: Sentence, from: number): Part[] {
  const clause = s.clauses.find(
    (c) => c.verb.perfect && c.verb.from >= from && /^(?:would|could|might)$/.test(c.verb.modal ?? ''),
  );
  if (!clause || clause.verb.passive || clause.verb.from > from + 8) return [];
  const { verb } = clause;
  const end = predicateEnd(s, verb.main + 1);
  if (clause.ownSubject && s.low(from) === 'and') {
    const thing = clause.subject.at(-1)!;
    return thing.from >= from ? cameAbout(s, clause, thing.from, end) : [];
  }
  if (verb.from !== from || pointsAtPerson(s, from, end)) return [];
  const enough = verb.lemma === 'be' && /^(?:enough|sufficient) to\b/i.test(s.textOf(verb.main + 1, end));
  const spares =
    /^(?:save|spare|avoid|prevent|avert|cut|shorten|limit)$/.test(verb.lemma) &&
    !/^(?:it|this|that|all|the whole|everything)\b/i.test(s.textOf(verb.main + 1, end));
  return enough || spares ? [', which', kept(s, verb.from, end, false)] : [];
}

/** In front of adverbs that belong to the verb. */
function subjectEnd(s: Sentence, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && s.tokens[end - 1]!.tag === 'adverb') end--;
  return end;
}
