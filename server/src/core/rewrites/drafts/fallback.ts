import type { NounPhrase } from '../../language/chunks.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { BAD_EVENTS, ERROR_NOUNS, KNOWLEDGE_NOUNS, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { isBlameless, speaksOfSomebody } from '../reading/blameless.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, clauseFrom, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { NEGLIGENCE, UNDOING } from '../reading/failing.ts';
import { type Range, wholePhrase } from '../reading/phrases.ts';
import type { Draft, Kept, Part } from '../writing/compose.ts';
import { frames, tensed } from '../writing/frames.ts';
import { kept } from '../writing/neutral.ts';
import { passive } from '../writing/passive.ts';
import { segments } from '../writing/remainder.ts';
import { owedEvent } from './fault.ts';

const GAP = '[which gap in tooling, process or information]';

/** Rewrites that fit whatever the sentence says, best first: what blames nobody stays, the rest is left to the writer. */
export function fallbacks(candidate: Candidate, s: Sentence): Draft[] {
  const from = bodyStart(s);
  const to = sentenceEnd(s);
  const told = s.isQuestion || candidate.rule === 'discipline' ? [] : freeOfBlame(s, candidate, { from, to });
  const owed = owedEvent(s, from);
  if (owed && !s.isQuestion) told.push({ from, to, parts: [owed, ', and [which gap] contributed to it'] });
  const whole = framesFor(candidate, s).map((parts) => ({ from, to, parts }));
  // Where the label itself blames, it goes too.
  const all = from > s.from ? whole.map((draft) => ({ ...draft, from: s.from })) : [];
  return [...told, ...whole, ...all];
}

/** A stretch of the sentence between marks and words that join. */
interface Stretch extends Range {
  /** Behind the marks and words that join it to the stretch in front. */
  readonly body: number;
  readonly blameless: boolean;
  /** How it is told; undefined where only the writer can. */
  readonly told: readonly Part[] | undefined;
}

/** The sentence word for word, but for the stretches that blame: they are told as what was done, or left to the writer. */
function freeOfBlame(s: Sentence, candidate: Candidate, { from, to }: Range): Draft[] {
  const all = stretches(s, from, to).map((range): Stretch => {
    const said = { from: bodyOf(s, range), to: range.to };
    const blameless = isBlameless(s, candidate, said);
    const told = blameless ? [kept(s, said.from, said.to, false)] : retold(s, said);
    return { ...range, body: said.from, blameless, told };
  });
  if (all.every(({ blameless }) => blameless)) return [];
  if (!all.some((one) => one.told && isStatement(s, one) && s.tokens[one.body - 1]?.tag !== 'subordinator')) return [];
  const parts: Part[] = [];
  let gaps = 0;
  let follows = true;
  for (const one of all) {
    // "…, brought in as an authority": goes with what it describes.
    if (!follows && !isStatement(s, one)) continue;
    follows = one.told !== undefined;
    if (follows || (gaps === 0 && !(parts.length > 0 && CAUSE.test(s.low(one.body - 1))))) {
      if (one !== all[0]) parts.push({ from: one.from, to: one.body });
      parts.push(...(one.told ?? [gapOf(candidate.rule)]));
    }
    if (!follows) gaps++;
  }
  if (gaps > 0) parts.push(OF_DEEDS.test(candidate.rule) ? `, and ${GAP} made it possible` : '');
  return [{ from, to, parts }];
}

const OF_DEEDS = /^(?:individual-fault|intent|human-error)$/;

/** Words in front of a cause, some of which are prepositions, too. */
const CAUSE = /^(?:because|since|as|for|after)$/;

function stretches(s: Sentence, from: number, to: number): Range[] {
  return segments(s, from, to).flatMap((segment) => {
    for (let i = segment.from + 2; i < segment.to - 2; i++)
      if (CAUSE.test(s.low(i)) && clauseFrom(s, i + 1)?.ownSubject)
        return [
          { from: segment.from, to: i },
          { from: i, to: segment.to },
        ];
    return [segment];
  });
}

function bodyOf(s: Sentence, { from, to }: Range): number {
  let body = from;
  while (
    body < to - 1 &&
    (/^(?:punctuation|conjunction|subordinator)$/.test(s.tokens[body]!.tag) ||
      s.low(body) === 'so' ||
      (CAUSE.test(s.low(body)) && clauseFrom(s, body + 1)?.ownSubject))
  )
    body++;
  return body;
}

/** Whether a stretch says anything by itself: a verb with its subject. */
function isStatement(s: Sentence, { body, to }: Stretch): boolean {
  return s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.from >= body && c.verb.to <= to);
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
  const clause = s.clauses.find((c) => c.ownSubject && isFiniteClause(c) && c.from >= from && c.verb.to <= to);
  if (!clause || clause.relative || clause.verb.passive || clause.verb.modal !== undefined) return undefined;
  const deed = readDeed(s, clause);
  if (!deed || deed.end > to || deed.kind === 'state') return undefined;
  if (speaksOfSomebody(s, { from: deed.rest, to: deed.end }) || speaksOfSomebody(s, { from, to: clause.from }))
    return undefined;
  const [frame] = frames(s, deed);
  const done = deed.kind === 'done' ? passive(s, deed, false) : undefined;
  const told = deed.kind === 'done' ? done && [...done, SAFEGUARD] : frame && tensed(deed, frame);
  if (!told) return undefined;
  // "…, and let it rot there": done by those who are left out.
  const theirs = clauseFrom(s, deed.end + 1)?.ownSubject === false;
  const behind =
    deed.end < to && !theirs && !speaksOfSomebody(s, { from: deed.end, to }) ? [kept(s, deed.end, to, false)] : [];
  return [...(clause.from > from ? [kept(s, from, clause.from, false)] : []), ...told, ...behind];
}

const SAFEGUARD = '([which safeguard] did not stop it)';

/** Nouns that name nothing that a change could be made to. */
const VAGUE =
  /^(?:time|day|night|week|month|year|hour|minute|morning|evening|way|fact|case|part|bit|lot|thing|one|point|sense|kind|sort|end|side|other|work|job|cause|reason|face|foot|hand|back|eye|head|world|truth|link)$/;

/** The thing that the sentence is most about: the object of what was done, else the last thing that it names. */
function thingOf(s: Sentence, candidate: Candidate): Kept | undefined {
  const things = s.phrases.filter((p) => {
    const head = singular(s.low(p.head));
    return (
      p.from >= bodyStart(s) &&
      p.possessor === undefined &&
      s.actor(p, true).kind === 'system' &&
      isDefinite(s, p) &&
      ![ERROR_NOUNS, KNOWLEDGE_NOUNS, VIRTUE_NOUNS, UNDOING, NEGLIGENCE, BAD_EVENTS].some((words) => words.has(head)) &&
      !VAGUE.test(head) &&
      !speaksOfSomebody(s, wholePhrase(s, p))
    );
  });
  const object = things.find((p) => s.clauses.some((c) => c.object === p));
  const thing = object ?? things.findLast((p) => p.from < candidate.to) ?? things[0];
  if (!thing) return undefined;
  const { from, to } = wholePhrase(s, thing);
  return kept(s, from, to, false);
}

/** "the zone table", "our mapping", "`maxAge`": a thing that the reader knows, no figure of speech. */
function isDefinite(s: Sentence, phrase: NounPhrase): boolean {
  const head = s.tokens[phrase.head]!;
  if (head.kind === 'opaque' || head.kind === 'identifier') return true;
  return /^(?:noun|name)$/.test(head.tag) && /^(?:the|our|its|these|those)$/.test(s.low(phrase.from));
}

/** What people were expected to do: "Nothing stopped her from checking the order", "would have compared the counts". */
function expected(s: Sentence): Part[] | undefined {
  const clause = s.clauses.find(
    ({ verb, subject }) =>
      !verb.passive &&
      !/^(?:be|have|know|see|want|say|expect|save|spare|prevent|avoid|cost)$/.test(verb.lemma) &&
      ((verb.infinitive && !verb.negated) ||
        (verb.nonFinite === 'ing' && s.low(verb.from - 1) === 'from') ||
        (verb.perfect && verb.modal !== undefined && !subject.some((p) => isDefinite(s, p)))),
  );
  if (!clause) return undefined;
  const { lemma, main } = clause.verb;
  const end = predicateEnd(s, main + 1);
  const when = /^(?:when|while|before|after|until)$/.test(s.low(end)) ? predicateEnd(s, end + 1) : end;
  const to = speaksOfSomebody(s, { from: end, to: when }) ? end : when;
  if (main + 1 >= to || speaksOfSomebody(s, { from: main + 1, to })) return undefined;
  return ['nothing in [which process] prompted anyone to', lemma, kept(s, main + 1, to, false)];
}

function framesFor(candidate: Candidate, s: Sentence): Part[][] {
  if (s.isQuestion) return [['What conditions led to this']];
  const thing = thingOf(s, candidate);
  const named = (about: (thing: Kept) => Part[], general: string): Part[][] =>
    thing ? [about(thing), [general]] : [[general]];
  switch (candidate.rule) {
    case 'discipline':
      return [['Make [which step] safe by default']];
    case 'hindsight':
      return named(
        (about) => ['[which signal] about', about, 'was available to [whom], and [what] kept it from being acted on'],
        '[which signal] was available to [whom]',
      );
    case 'fault-attribution':
      return [['[which conditions] contributed to [what happened]']];
    case 'judgement':
      return named((about) => ['[what was observed, as a fact] about', about], '[what was observed, as a fact]');
    case 'knowledge-deficit':
      return named(
        (about) => ['information about', about, 'was not available [where]'],
        'information about [what] was not available [where]',
      );
    case 'counterfactual': {
      const act = expected(s);
      return [...(act ? [act] : []), ['nothing in [which process] prompted [which step]']];
    }
    default:
      return named(
        (about) => [`${GAP} around`, about, 'made this possible'],
        `[what happened], and ${GAP} made it possible`,
      );
  }
}
