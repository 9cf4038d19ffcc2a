import type { NounPhrase } from '../../language/chunks.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { ROLE_NOUNS } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { BELIEVING, KNOWING } from '../reading/deedVerbs.ts';
import { bodyStart, isFiniteClause, predicateEnd } from '../reading/extent.ts';
import { isPluralPhrase, personEnd } from '../reading/phrases.ts';
import { stretchAround } from '../reading/stretch.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { passiveInfinitive } from '../writing/passive.ts';
import { clauseDrafts } from './clause.ts';
import { nominalDrafts, ownerBehind } from './nominal.ts';

const NAMES = words(
  `error mistake oversight factor trouble finger fallibility slip pebkac blunder lapse failure fault omission carelessness inattention slip-up mishap errors mistakes mix-up failing misstep typo fat-finger`,
);

/** Rewrites of a human error given as the cause: the missing safeguard takes its place. */
export function humanErrorDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const phrase = errorPhrase(s, candidate);
  const known = phrase ? knownDrafts(s, phrase) : [];
  if (known.length > 0) return known;
  if (phrase && /^(?:misunderstanding|misinterpretation|confusion)$/.test(singular(s.low(phrase.head))))
    return nominalDrafts(s, candidate);
  const error = phrase && isError(s, phrase) ? phrase : undefined;
  const clause = candidate.clause ?? s.clauses.find((c) => c.verb.main >= candidate.from && c.verb.main < candidate.to);
  const typed = error !== undefined && clause?.verb.nonFinite === 'ing' && clause.verb.main === error.from - 1;
  if (clause && (!phrase || clause.verb.main <= phrase.from) && clause.verb.lemma !== 'be') {
    // "people making mistakes in the console"
    if (clause.verb.nonFinite === 'ing' && phrase && /^(?:make|commit|do)$/.test(clause.verb.lemma)) {
      const from = Math.min(candidate.from, clause.from);
      return twoWays(from, Math.max(candidate.to, phrase.to), true, false, []);
    }
    const drafts = clause.verb.nonFinite === 'ing' ? [] : clauseDrafts(s, clause);
    if (drafts.length > 0) return drafts;
  }
  const adjective = /^(?:human|manual)$/.test(s.low(candidate.to - 1));
  if (clause?.verb.lemma === 'be' && clause.verb.main >= candidate.from && phrase && !error && !adjective) {
    // "The weakest link was the person at the keyboard."
    const to = Math.max(candidate.to, personEnd(s, s.phrases.findLast((p) => p.from < candidate.to)!));
    return [
      { from: clause.from, to, parts: ['[which step] had no safeguard'] },
      { from: clause.from, to, parts: ['[which safeguard] was missing'] },
    ];
  }
  if (!error) {
    const other = humanCause(s, candidate) ?? weakestLink(s, candidate);
    if (other) return [other];
  }
  if (!phrase) {
    const by = s.low(candidate.to - 1) === 'by' ? s.phraseAt(candidate.to) : undefined;
    return twoWays(candidate.from, by ? personEnd(s, by) : candidate.to, false, false, []);
  }
  const from = typed ? clause.verb.from : behindLabel(s, error?.from ?? Math.min(phrase.from, candidate.from));
  const owner = ownerBehind(s, phrase.to);
  const made = /^(?:made|committed|introduced)$/.test(s.low(phrase.to)) && s.low(phrase.to + 1) !== 'by' ? 1 : 0;
  const byHand = !owner && s.low(phrase.to) === 'by' && s.low(phrase.to + 1) === 'hand' ? 2 : 0;
  const to = Math.max(owner?.to ?? phrase.to + byHand + made, error ? 0 : candidate.to);
  const ofKind = s.low(phrase.to) === 'of' ? s.phraseAt(phrase.to + 1) : undefined;
  const behind = ofKind && KINDS.test(s.low(ofKind.head)) ? ofKind.to : phrase.to;
  const between: Part[] = owner && owner.from > behind ? [kept(s, behind, owner.from, false)] : [];
  const plural = !typed && isPluralPhrase(s, { from: phrase.from, to: phrase.to }) === true;
  const letting = error ? lettingIt(s, error, from, to, between) : [];
  if (letting.length > 0) return letting;
  const equated = equatedAt(s, from);
  if (equated !== undefined)
    return twoWays(equated, to, plural, false, between).map((draft) => ({
      ...draft,
      parts: ['came from', ...draft.parts],
    }));
  const it = itIs(s, from);
  if (it !== undefined)
    return [
      { from: it, to, parts: ['[which safeguard] was missing', ...between] },
      { from: it, to, parts: ['[which step] had no safeguard', ...between] },
    ];
  // "fat-fingering of the gate range"
  const kind =
    s.low(to) === 'of' || /^in (?:attention|concentration|judg)/.test(s.textOf(to, Math.min(s.to, to + 2)))
      ? s.phraseAt(to + 1)
      : undefined;
  if (kind && (KINDS.test(s.low(kind.head)) || ROLE_NOUNS.has(singular(s.low(kind.head)))))
    return twoWays(from, kind.to, plural, false, between);
  if (s.low(to) === 'of' && s.phraseAt(to + 1)) return twoWays(from, to + 1, plural, false, [...between, 'for']);
  return twoWays(from, to, plural, s.tokens[from - 1]?.text === '(', between);
}

/** "a slip of concentration", "an error of manipulation": what kind of error it was. */
const KINDS =
  /^(?:concentration|keying|handling|copy|judgement|judgment|attention|memory|mind|thought|pen|keyboard|hand|manipulation|execution|operation|typing|entry|copying|fact|tongue|calculation|omission)$/;

/** "A copy-paste mistake put the password into the vault": a missing safeguard puts nothing anywhere, it lets it be put. */
function lettingIt(s: Sentence, error: NounPhrase, from: number, to: number, between: readonly Part[]): Draft[] {
  const clause = s.clauses.find(
    (c) => c.ownSubject && isFiniteClause(c) && c.subject.includes(error) && c.verb.from >= to,
  );
  if (!clause || clause.verb.modal !== undefined || clause.verb.passive) return [];
  const deed = readDeed(s, clause);
  if (
    deed?.kind !== 'done' ||
    /^(?:delay|hold|cost|keep|take|stop|explain|leave|give|hit|affect|account|make|mean|produce|create|bring)$/.test(
      deed.verb,
    )
  )
    return [];
  const done = passiveInfinitive(s, deed);
  if (!done) return [];
  const during: Part[] = clause.verb.from > to ? [kept(s, to, clause.verb.from, false)] : [];
  return [{ from, to: deed.end, parts: ['a missing safeguard ([which])', ...between, ...during, 'allowed', ...done] }];
}

/** "tl;dr PEBKAC": a label that was read as part of the noun. */
function behindLabel(s: Sentence, from: number): number {
  return s.low(s.from) === 'tl' ? Math.max(bodyStart(s), from) : from;
}

function twoWays(from: number, to: number, plural: boolean, bracketed: boolean, behind: readonly Part[]): Draft[] {
  const missing = plural ? 'missing safeguards' : `${bracketed ? '' : 'a '}missing safeguard`;
  return [
    { from, to, parts: [bracketed ? `${missing}: [which]` : `${missing} ([which])`, ...behind] },
    {
      from,
      to,
      parts: [
        plural ? 'steps that [which safeguard] did not protect' : 'a step that [which safeguard] did not protect',
        ...behind,
      ],
    },
  ];
}

/** "The false merge was a user mistake": index of "was", if what it is said of is no cause but what happened. */
function equatedAt(s: Sentence, from: number): number | undefined {
  const be = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.verb.to <= from && c.verb.to >= from - 1 && c.verb.tense === 'past',
  );
  const subject = be?.subject[0];
  if (!be?.ownSubject || !subject || be.verb.to - be.verb.from > 1) return undefined;
  const cause =
    /^(?:cause|causes|reason|factor|problem|trigger|source|origin|explanation|answer|finding|conclusion|result|it|this|that|which|what|denominator|issue|link|thing|root)$/;
  return cause.test(s.low(subject.head)) || s.tokens[subject.head]!.tag === 'pronoun' ? undefined : be.verb.from;
}

/** "It was a human mistake": index of "it", if the words stand behind it and a form of be. */
function itIs(s: Sentence, from: number): number | undefined {
  const be = s.clauses.find((c) => c.verb.lemma === 'be' && c.verb.to <= from && c.verb.to >= from - 1);
  const subject = be?.subject[0];
  return be && subject && be.ownSubject && /^(?:it|this|that)$/.test(s.low(subject.head)) && be.from === subject.from
    ? be.from
    : undefined;
}

/** "the human as the weakest link": the step that nothing protects. */
function weakestLink(s: Sentence, { agent }: Candidate): Draft | undefined {
  if (!agent || !s.clauses.some((c) => c.verb.from < agent.from)) return undefined;
  if (s.clauses.some((c) => c.subject.includes(agent) && c.verb.lemma !== 'be')) return undefined;
  let to = personEnd(s, agent);
  if (s.low(to) === 'as' && s.phraseAt(to + 1)) ({ to } = s.phraseAt(to + 1)!);
  return { from: agent.from, to, parts: ['[which step] without a safeguard'] };
}

/** "The root cause is not technical but human." */
function humanCause(s: Sentence, candidate: Candidate): Draft | undefined {
  if (s.clauses.some((c) => c.ownSubject && c.verb.lemma !== 'be' && c.verb.from > candidate.from)) return undefined;
  const clause = s.clauses.find((c) => c.ownSubject && c.verb.lemma === 'be' && c.verb.from < candidate.to);
  const subject = clause?.subject[0];
  if (!clause || !subject || !/^(?:cause|reason|factor|origin|problem|trigger|explanation)$/.test(s.low(subject.head)))
    return undefined;
  const to = stretchAround(s, candidate).to;
  return { from: clause.verb.from, to, parts: [s.low(clause.verb.main), 'a missing safeguard ([which])'] };
}

/** "Human error in not knowing that …", "error … by assuming that …": what was not shown is what matters. */
function knownDrafts(s: Sentence, phrase: NounPhrase): Draft[] {
  const clause = s.clauses.find(
    (c) => c.verb.nonFinite === 'ing' && c.verb.from >= phrase.to && c.verb.from <= phrase.to + 6,
  );
  if (!clause || !(KNOWING.has(clause.verb.lemma) || BELIEVING.has(clause.verb.lemma))) return [];
  const end = predicateEnd(s, clause.verb.main + 1);
  const topic = topicAt(s, clause.verb.main + 1, end);
  if (topic.kind === 'none') return [];
  const believed = BELIEVING.has(clause.verb.lemma) && !clause.verb.negated && s.low(clause.verb.from - 1) !== 'not';
  const that = topic.kind === 'that' ? ' that' : '';
  const about = topic.kind === 'noun' ? 'cover' : `show${that}`;
  const frames =
    believed && topic.kind === 'that'
      ? ['[which check or document] did not correct the assumption that', 'it was not apparent [where] whether']
      : [
          `[which documentation or signal] did not ${about}`,
          `[which documentation or signal] was missing ${topic.kind === 'noun' ? 'on' : `to show${that}`}`,
        ];
  return frames.map((frame) => ({ from: phrase.from, to: topic.at, parts: [frame] }));
}

function isError(s: Sentence, phrase: NounPhrase): boolean {
  return NAMES.has(singular(s.low(phrase.head))) || NAMES.has(s.low(phrase.head));
}

function errorPhrase(s: Sentence, candidate: Candidate): NounPhrase | undefined {
  let last: NounPhrase | undefined;
  for (const phrase of s.phrases) {
    if (phrase.to <= candidate.from || phrase.from >= candidate.to) continue;
    if (isError(s, phrase)) return phrase;
    last = phrase;
  }
  return last;
}
