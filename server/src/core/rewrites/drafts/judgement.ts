import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { JUDGEMENT_ADJECTIVES, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { KNOWING, SEEING } from '../reading/deedVerbs.ts';
import { bodyStart } from '../reading/extent.ts';
import { type Draft, indefinite } from '../writing/compose.ts';
import { isBlameAdverb } from '../writing/neutral.ts';
import { clauseDrafts, deedDrafts, withoutAgent } from './clause.ts';
import { aroundTopic, deedBehind, isWork, judgedDrafts } from './judged.ts';
import { nominalDrafts } from './nominal.ts';

/** Rewrites of a judgement of people: the judging words go, the fact they stand with stays. */
export function judgementDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const judged = judgedDrafts(s, candidate);
  if (judged.length > 0) return [...judged, ...withoutAdjective(s, candidate)];
  const clause = candidate.clause;
  if (clause) return [...ofInfinitive(s, clause), ...inPredicate(s, candidate, clause)];
  const insulted = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.ownSubject && c.verb.to <= candidate.from && candidate.from - c.verb.to <= 2,
  );
  if (insulted) {
    const told = ofInfinitive(s, insulted);
    if (told.length > 0) return told;
  }
  const whole = s.clauses.find((c) => c.ownSubject && c.from === candidate.from && c.verb.from < candidate.to);
  if (
    whole &&
    whole.verb.lemma !== 'be' &&
    !s.clauses.some((c) => c.relative && c.verb.from < candidate.to && c.verb.from > candidate.from)
  )
    return [...undone(s, whole), ...inPredicate(s, candidate, { ...whole, verb: { ...whole.verb, lemma: 'be' } })];
  const person = s.phraseAt(candidate.from);
  if (person && isBlamable(s.actor(person)) && candidate.to > person.to) {
    const own = s.clauses.find((c) => c.subject.includes(person) && c.verb.from >= person.to);
    if (own && own.verb.from < candidate.to)
      return inPredicate(s, candidate, { ...own, verb: { ...own.verb, lemma: 'be' } });
  }
  if (person && isBlamable(s.actor(person)) && candidate.to <= person.to) {
    const own = s.clauses.find((c) => c.subject.includes(person) && c.verb.from >= person.to);
    if (own) return [...clauseDrafts(s, own), ...withoutAdjective(s, candidate)];
    const passive = s.clauses.find((c) => c.agent === person);
    return passive ? withoutAgent(s, passive) : withoutAdjective(s, candidate);
  }
  const done = s.clauses.find(
    (c) => c.verb.passive && c.agent !== undefined && c.verb.from < candidate.to && c.agent.to >= candidate.from - 1,
  );
  return [...(done ? withoutAgent(s, done) : []), ...nominalDrafts(s, candidate), ...withoutAdjective(s, candidate)];
}

/** "A bit naive from Hana to believe the light", "not a smart move from them to reorganise it": a judgement without a verb, of a deed. */
export function ofFragment(s: Sentence): Draft[] {
  const infinitive = s.clauses.find((c) => c.verb.infinitive && !c.verb.passive);
  if (!infinitive) return [];
  const person = s.phrases.findLast((p) => p.to <= infinitive.verb.from && p.to >= infinitive.verb.from - 1);
  const from = person?.preposition;
  if (!person || from === undefined || !/^(?:from|of|by)$/.test(s.low(from)) || !isBlamable(s.actor(person, true)))
    return [];
  if (s.clauses.some((c) => c.ownSubject && c.verb.from < from && c.subject.some((p) => isBlamable(s.actor(p, true)))))
    return [];
  const deed = readDeed(s, {
    ...infinitive,
    // "Not a clever idea from Stefan": the denial is not of the deed.
    subject: [],
    governor: undefined,
    verb: { ...infinitive.verb, tense: 'past', negated: s.low(infinitive.verb.from - 1) === 'not' },
  });
  return deed && !/^(?:state|unknown)$/.test(deed.kind) ? deedDrafts(s, deed, bodyStart(s)) : [];
}

/** "nobody could be bothered to look": what was left undone can be told. */
function undone(s: Sentence, clause: Clause): Draft[] {
  const kind = readDeed(s, clause)?.kind;
  return kind === 'omitted' || kind === 'missed' || kind === 'unknown' ? clauseDrafts(s, clause) : [];
}

/** "It was irresponsible of Dario to run …", "how stupid to deploy …": the deed is told, not its worth. */
function ofInfinitive(s: Sentence, clause: Clause): Draft[] {
  if (clause.verb.lemma !== 'be') return [];
  const infinitive = s.clauses.find(
    (c) => c.verb.infinitive && c.verb.from > clause.verb.to && c.verb.from <= clause.verb.to + 9,
  );
  if (!infinitive || s.low(infinitive.verb.from - 1) === 'start' || infinitive.verb.passive) return [];
  if (infinitive.governor !== undefined && infinitive.governor !== clause) return [];
  const subject = clause.subject[0];
  const about =
    /^(?:it|this|that)$/.test(s.low(clause.from)) ||
    (subject !== undefined && s.actor(subject, true).kind !== 'system');
  if (!about) return [];
  if (s.low(candidateAdverb(s, clause)) === 'too') return unableTo(s, clause, infinitive);
  const deed = readDeed(s, {
    ...infinitive,
    governor: undefined,
    verb: { ...infinitive.verb, tense: clause.verb.tense },
  });
  return deed ? deedDrafts(s, deed, clause.from) : [];
}

function candidateAdverb(s: Sentence, clause: Clause): number {
  for (let i = clause.verb.main; i < clause.verb.to + 2; i++) if (s.low(i) === 'too') return i;
  return -1;
}

const UNFIT = /^(?:dense|stupid|dumb|thick|incompetent|inexperienced|junior|clueless|daft|confused|ignorant)$/;

const LATE = /^(?:slow|late|hesitant|reluctant|sluggish)$/;

/** "too dense to find the button": the button was hard to find. */
function unableTo(s: Sentence, clause: Clause, infinitive: Clause): Draft[] {
  // "too dim to see that it was a preview": it was not seen.
  if (SEEING.has(infinitive.verb.lemma) || KNOWING.has(infinitive.verb.lemma)) {
    const missed = readDeed(s, {
      ...infinitive,
      governor: undefined,
      verb: { ...infinitive.verb, negated: true, tense: 'past' },
    });
    if (missed) return deedDrafts(s, { ...missed, top: clause }, clause.from);
  }
  const deed = readDeed(s, infinitive);
  return deed
    ? deedDrafts(
        s,
        {
          ...deed,
          top: clause,
          kind: UNFIT.test(s.low(clause.verb.to)) ? 'unable' : LATE.test(s.low(clause.verb.to)) ? 'late' : 'omitted',
          verb: infinitive.verb.lemma,
          rest: infinitive.verb.main + 1,
        },
        clause.from,
      )
    : [];
}

/** "The conduct was unprofessional": what was seen takes the place of the judgement; of a verb its adverb goes. */
function inPredicate(s: Sentence, candidate: Candidate, clause: Clause): Draft[] {
  const { verb } = clause;
  if (verb.lemma !== 'be' && verb.lemma !== 'seem' && verb.lemma !== 'look' && verb.lemma !== 'become') {
    const adverb = [...verb.adverbs, candidate.to - 1, candidate.from].find(
      (i) => i >= s.from && i < s.to && isBlameAdverb(s.low(i)),
    );
    if (verb.passive && clause.agent === undefined && adverb !== undefined)
      return [{ from: adverb, to: adverb + 1, parts: [] }];
    if (verb.passive && clause.agent) return withoutAgent(s, clause);
    const acted = /^(?:act|react|behave|respond|perform)$/.test(verb.lemma) ? deedBehind(s, clause) : [];
    return [...acted, ...clauseDrafts(s, clause)];
  }
  const subject = clause.subject[0];
  if (!subject) return [];
  const actor = s.actor(subject, true);
  let to = candidate.to;
  while (/^(?:and|or|,)$/.test(s.low(to))) {
    const next = /^(?:too|very|so|quite|utterly)$/.test(s.low(to + 1)) ? to + 2 : to + 1;
    if (!JUDGEMENT_ADJECTIVES.has(s.low(next)) && (next === to + 1 || s.tokens[next]?.tag !== 'adjective')) break;
    to = next + 1;
  }
  if (isBlamable(actor) || actor.kind === 'we' || actor.kind === 'nobody' || actor.kind === 'anybody') {
    const topic = aroundTopic(s, clause, to);
    const vague = readDeed(s, clause)?.kind === 'unknown' && readDeed(s, clause)?.topic === 'none';
    const drafts = [...deedBehind(s, clause), ...topic, ...(vague ? [] : clauseDrafts(s, clause))];
    return [
      ...drafts.slice(0, drafts.length - 1),
      { from: clause.from, to: Math.max(to, drafts[0]?.to ?? to), parts: ['[what was observed, as a fact]'] },
    ].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)));
  }
  if (/^(?:noun|adjective|name)$/.test(s.tokens[to]?.tag ?? '')) return withoutAdjective(s, candidate);
  return [{ from: verb.main + 1, to, parts: ['[what was observed]'] }];
}

/** The judging adjectives alone are left out, the article in front mended. */
function withoutAdjective(s: Sentence, candidate: Candidate): Draft[] {
  for (let i = candidate.from; i < candidate.to; i++) {
    if (!JUDGEMENT_ADJECTIVES.has(s.low(i)) || s.tokens[i]!.kind === 'opaque') continue;
    let to = i + 1;
    while (/^(?:and|or|,)$/.test(s.low(to)) && JUDGEMENT_ADJECTIVES.has(s.low(to + 1))) to += 2;
    const next = s.tokens[to];
    if (!next || !/^(?:noun|adjective|name|verb)$/.test(next.tag) || VIRTUE_NOUNS.has(next.low) || isWork(next.low))
      return [];
    const before = s.low(i - 1);
    if (i > s.from && /^(?:noun|name|adverb)$/.test(s.tokens[i - 1]!.tag)) return [];
    if (/^(?:and|or|,)$/.test(before) && /^(?:adjective|verb)$/.test(s.tokens[i - 2]?.tag ?? ''))
      return [{ from: i - 1, to: to + 1, parts: [{ from: to, to: to + 1 }] }];
    if (before === 'a' || before === 'an')
      return [{ from: i - 1, to: to + 1, parts: [indefinite(next.text), { from: to, to: to + 1 }] }];
    return [{ from: i, to: to + 1, parts: [{ from: to, to: to + 1 }] }];
  }
  return [];
}

/** A frame that keeps nothing of the sentence. */
function isEmpty({ parts }: Draft): boolean {
  return parts.length === 1 && typeof parts[0] === 'string';
}
