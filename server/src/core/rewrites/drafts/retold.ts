import { isBlamable } from '../../language/actors.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { isBlameless, speaksOfSomebody } from '../reading/blameless.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, clauseFrom, isFiniteClause } from '../reading/extent.ts';
import { personEnd, type Range } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { frames, tensed } from '../writing/frames.ts';
import { isBlameAdverb, kept } from '../writing/neutral.ts';
import { passive } from '../writing/passive.ts';
import { segments } from '../writing/remainder.ts';
import { owedEvent } from './fault.ts';

/** What a rewrite leaves to the writer where nothing tells what let it happen. */
export const GAP = '[which gap in tooling, process or information]';

/** A stretch of the sentence between marks and words that join. */
interface Stretch extends Range {
  /** Behind the marks and words that join it to the stretch in front. */
  readonly body: number;
  readonly blameless: boolean;
  /** How it is told; undefined where only the writer can. */
  readonly told: readonly Part[] | undefined;
}

/** The sentence word for word, but for the stretches that blame: they are told as what was done, or left to the writer. */
export function freeOfBlame(s: Sentence, candidate: Candidate, { from, to }: Range): Draft[] {
  const all = readStretches(s, candidate, stretches(s, from, to));
  if (!all.some((one) => one.told && (isMain(s, one) || s.low(one.body) === 'which'))) return [];
  const parts: Part[] = [];
  let gap = false;
  let follows = true;
  const deeds = OF_DEEDS.test(candidate.rule);
  const retells = all.some((one) => !one.blameless && one.told);
  for (const one of all) {
    // "Frankly, …"
    if (one.to - one.body === 1 && isBlameAdverb(s.low(one.body))) continue;
    const states = isStatement(s, one);
    // "In order to hit her bonus, …": tells more of what is told without her.
    if (!one.told && ((retells && !states) || /^(?:who|whose)$/.test(s.low(one.body)))) continue;
    // "…, the template would never have reached the warehouse": no fact.
    if (
      s.clauses.some(({ verb }) => verb.from >= one.body && verb.to <= one.to && verb.modal === 'would' && verb.perfect)
    )
      continue;
    // "…, brought in as an authority": goes with what it describes.
    if (!follows && !states && s.low(one.body) !== 'which') continue;
    follows = one.told !== undefined;
    // A cause, or "…, a lapse by the night shift": what is to be filled in follows at the end.
    const isCause = CAUSE.test(s.low(one.body - 1)) || /^(?:due|owing|thanks|courtesy)$/.test(s.low(one.body));
    const aside = parts.length > 0 && (!states || isCause);
    const told = one.told ?? (gap || aside ? undefined : [gapOf(candidate.rule)]);
    if (told && parts.length > 0) parts.push({ from: one.from, to: one.body });
    if (told) parts.push(...told);
    gap ||= !follows;
    if (!follows && aside && !deeds)
      parts.push(`, and ${candidate.rule === 'judgement' ? `${GAP} made it possible` : gapOf(candidate.rule)}`);
  }
  if (gap && deeds) parts.push(`, and ${GAP} made it possible`);
  return [{ from, to, parts: withOneSafeguard(parts) }];
}

function readStretches(s: Sentence, candidate: Candidate, ranges: readonly Range[]): Stretch[] {
  const middle = (candidate.from + candidate.to) >> 1;
  const somewhere = ranges.some((range) => !isBlameless(s, candidate, range));
  let theirs = false;
  return ranges.map((range) => {
    const said = { from: bodyOf(s, range), to: range.to };
    // Where nobody was recognised, what was found tells where the blame is.
    const free = somewhere ? isBlameless(s, candidate, said) : middle < range.from || middle >= range.to;
    // "… and treated the record as stale": done by those who are blamed in front.
    const blameless = free && !(theirs && sharesSubject(s, said));
    theirs = !blameless;
    const told = blameless ? [kept(s, said.from, said.to, false)] : retold(s, said);
    return { ...range, body: said.from, blameless, told };
  });
}

/** Of several "([which safeguard] did not stop it)" the last is enough; at the end it needs no brackets. */
function withOneSafeguard(parts: readonly Part[]): Part[] {
  const isSafeguard = (part: Part): boolean => typeof part === 'string' && /^\(\[which safeguard\] .*\)$/.test(part);
  const last = parts.findLastIndex(isSafeguard);
  return parts.flatMap((part, i) => {
    if (!isSafeguard(part)) return [part];
    if (i < last) return [];
    return i === parts.length - 1 ? [`, and ${(part as string).slice(1, -1)}`] : [part];
  });
}

const OF_DEEDS = /^(?:individual-fault|intent|human-error)$/;

/** Words in front of a cause, some of which are prepositions, too. */
const CAUSE = /^(?:because|since|as|for|after)$/;

function stretches(s: Sentence, from: number, to: number): Range[] {
  return segments(s, from, to).flatMap((segment) => {
    for (let i = segment.from + 2; i < segment.to - 2; i++)
      if (opensCause(s, i, segment.to))
        return [
          { from: segment.from, to: i },
          { from: i, to: segment.to },
        ];
    return [segment];
  });
}

/** "| since the person in charge had not …", "| owing to a slip by the clerk", "| by the imprudence of one administrator". */
function opensCause(s: Sentence, i: number, to: number): boolean {
  const low = s.low(i);
  const next = s.low(i + 1);
  // Not "as late as it was dull".
  if (CAUSE.test(low) && s.low(i - 2) !== 'as' && clauseFrom(s, i + 1)?.ownSubject) return true;
  if (/^(?:since|because)$/.test(low) && next !== 'of')
    return s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.from > i && c.from <= i + 8 && c.verb.to <= to);
  const phrase = low === 'by' ? s.phraseAt(i + 1) : undefined;
  if (phrase) return s.low(phrase.to) === 'of' && speaksOfSomebody(s, { from: phrase.to, to });
  return /^(?:due|owing|thanks) to$|^(?:courtesy|because) of$/.test(`${low} ${next}`);
}

function bodyOf(s: Sentence, { from, to }: Range): number {
  let body = from;
  const opens = from === bodyStart(s);
  while (
    body < to - 1 &&
    (/^(?:punctuation|conjunction|subordinator)$/.test(s.tokens[body]!.tag) ||
      s.low(body) === 'so' ||
      (!opens && CAUSE.test(s.low(body)) && clauseFrom(s, body + 1)?.ownSubject))
  )
    body++;
  return body;
}

/** Whether the first verb of a stretch has its subject in front of it. */
function sharesSubject(s: Sentence, { from, to }: Range): boolean {
  const first = s.clauses.find((c) => c.verb.from >= from && c.verb.to <= to);
  return (
    first !== undefined && !first.verb.infinitive && !first.ownSubject && !first.relative && first.verb.from <= from + 1
  );
}

/** Whether a stretch says anything by itself: a verb with its subject. */
function isStatement(s: Sentence, { body, to }: Stretch): boolean {
  return s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.from >= body && c.verb.to <= to);
}

/** Whether the sentence can be about it: no clause that only tells more of another. A sentence without a verb is about its first words. */
function isMain(s: Sentence, one: Stretch): boolean {
  if (one.blameless && one.body === bodyStart(s) && !s.clauses.some(isFiniteClause))
    return s.phraseAt(one.body) !== undefined;
  return (!one.blameless || isStatement(s, one)) && s.tokens[one.body - 1]?.tag !== 'subordinator';
}

/** What a finding of the kind leaves to the writer. */
function gapOf(rule: Candidate['rule']): string {
  switch (rule) {
    case 'judgement':
      return '[what was observed, as a fact]';
    case 'hindsight':
      return '[which signal] was available to [whom]';
    case 'knowledge-deficit':
      return '[which information] was not available [where]';
    case 'counterfactual':
      return 'nothing in [which process] prompted [which step]';
    case 'fault-attribution':
      return '[which conditions] contributed to this';
    default:
      return '[what happened]';
  }
}

/** A stretch that blames, told as what was done: whoever the subject is, the sentence blames them. */
function retold(s: Sentence, { from, to }: Range): Part[] | undefined {
  const owed = owedEvent(s, from);
  if (owed) return [owed, ', and [which gap] contributed to it'];
  const within = s.clauses.filter((c) => isFiniteClause(c) && !c.relative && c.verb.from >= from && c.verb.to <= to);
  const clause = within.find((c) => c.ownSubject && c.from >= from) ?? within.find((c) => !c.ownSubject);
  if (!clause || clause.verb.modal !== undefined || s.low(clause.from) === 'what') return undefined;
  if (clause.verb.passive) return withoutBy(s, { from, to });
  const deed = readDeed(s, clause);
  if (!deed || deed.end > to || deed.kind === 'state') return undefined;
  for (let i = from; i < clause.verb.from; i++) if (s.low(i) === 'whoever') return undefined;
  const [subject] = clause.subject;
  // "Mr. Singh from night shift put …": what stands in front belongs to the subject.
  const lead = clause.ownSubject && subject?.preposition === undefined ? { from, to: clause.from } : { from, to: from };
  if (speaksOfSomebody(s, lead)) return undefined;
  // "The rash intervention of second level cost us the last snapshot": what came of it stays.
  const owned = subject && (subject.possessor !== undefined || subject.to < clause.verb.from);
  const isThing =
    clause.ownSubject && owned && s.actor(subject, true).kind === 'system' && subject.from === clause.from;
  const isWhy = /^(?:why|what|how)$/.test(s.low(clause.verb.to));
  if (isThing && (deed.verb !== 'be' || isWhy) && speaksOfSomebody(s, { from: clause.from, to: clause.verb.from }))
    return speaksOfSomebody(s, { from: deed.rest, to })
      ? undefined
      : [...(lead.to > from ? [kept(s, from, lead.to, false)] : []), GAP, kept(s, clause.verb.from, to, false)];
  if (speaksOfSomebody(s, { from: deed.rest, to: deed.end })) return undefined;
  const [frame] = frames(s, deed);
  const done = deed.kind === 'done' ? passive(s, deed, false) : undefined;
  const plain = done && { parts: [...done, SAFEGUARD] };
  const chosen = deed.kind === 'done' ? plain : frame;
  const told = chosen && tensed(deed, chosen);
  if (!told) return undefined;
  // "…, and let it rot there": done by those who are left out.
  const theirs = clauseFrom(s, deed.end + 1)?.ownSubject === false;
  const behind =
    deed.end < to && !theirs && !speaksOfSomebody(s, { from: deed.end, to }) ? [kept(s, deed.end, to, false)] : [];
  return [...(lead.to > from ? [kept(s, from, lead.to, false)] : []), ...told, ...behind];
}

const SAFEGUARD = '([which safeguard] did not stop it)';

/** "Profile deleted by J. van Rijn during the clean-up" */
function withoutBy(s: Sentence, { from, to }: Range): Part[] | undefined {
  for (let i = from + 2; i < to - 1; i++) {
    const by = s.low(i) === 'by' ? s.phraseAt(i + 1) : undefined;
    const behindVerb = /^(?:verb|adverb)$/.test(s.tokens[i - 1]!.tag);
    if (!by || !(isBlamable(s.actor(by, true)) || (behindVerb && s.tokens[by.from]!.capital))) continue;
    let end = personEnd(s, by);
    while (end < to && (s.tokens[end]!.capital || /^(?:\.|van|von|de|der|la)$/.test(s.low(end)))) end++;
    if (speaksOfSomebody(s, { from, to: i }) || speaksOfSomebody(s, { from: end, to }) || s.low(end) === 'to')
      return undefined;
    return [kept(s, from, i, false), ...(end < to ? [kept(s, end, to, false)] : []), SAFEGUARD];
  }
  return undefined;
}
