import type { Candidate } from '../../language/detect/candidate.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { bodyStart, isTimed, predicateEnd, segmentAround, sentenceEnd } from '../reading/extent.ts';
import { objectAfter, wholePhrase } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { gerund } from '../writing/inflect.ts';
import { kept } from '../writing/neutral.ts';
import { faultDrafts } from './fault.ts';

const CHECKING = words(
  `check double-check verify validate review test read re-read inspect compare confirm follow monitor watch look double-read proofread scan adhere stick comply escalate page update document back_up log record rotate renew`,
);

/** Rewrites of "be more careful" and of punishment: a change that makes the safe way the easy way. */
export function disciplineDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const from = bodyStart(s);
  const to = sentenceEnd(s);
  const all = (...frames: Part[][]): Draft[] => frames.map((parts) => ({ from, to, parts }));
  const wanted = wantedAct(s, candidate);
  if (s.isQuestion)
    return wanted
      ? all([wanted.not ? 'What would make it harder to' : 'What would make it easier to', wanted.verb, wanted.rest])
      : all(['Which change to the system would make the safe way the easy way']);
  const accused = accusedFor(s, candidate);
  if (accused.length > 0) return accused;
  if (tellsWhatHappened(s, candidate)) {
    const part = segmentAround(s, candidate.from, candidate.to);
    const change = '[which change to the system] makes this less likely to happen again';
    const whole = isTimed(s) ? '[which change to the system] was decided' : change;
    return [...(part && part.to < to ? [{ ...part, parts: [whole] }] : []), ...all([whole])];
  }
  const drafts: Draft[] = [];
  if (wanted?.not) drafts.push(...all(['Make it hard to', wanted.verb, wanted.rest, 'by default']));
  else if (wanted)
    drafts.push(
      ...all(
        ['Add [an automated check or default] so that it no longer depends on memory to', wanted.verb, wanted.rest],
        ['Let [which tool] require what depends on memory today:', gerund(wanted.verb), wanted.rest],
      ),
    );
  const step = stepOf(s, candidate);
  if (step) drafts.push(...all(['Make', step, 'safe by default']));
  const object = caredFor(s, candidate);
  if (object) drafts.push(...all(['Add [which guardrail] to', object]));
  drafts.push(
    ...all(
      ['Make [which step] safe by default'],
      ['Add [an automated check] that stops [which error] before it reaches production'],
    ),
  );
  return drafts;
}

/** "hold X accountable for the outage": that is fault, told in another way. */
function accusedFor(s: Sentence, candidate: Candidate): Draft[] {
  for (let i = candidate.from; i < Math.min(s.to, candidate.to + 2); i++)
    if (
      /^(?:accountable|responsible|liable)$/.test(s.low(i)) &&
      s.low(i + 1) === 'for' &&
      s.clauses.some((c) => c.ownSubject && c.verb.from <= candidate.from && c.verb.to > candidate.from)
    )
      return faultDrafts(s, candidate);
  const imperative = /^(?:hold|make|keep)$/.test(s.low(candidate.from)) && candidate.from === bodyStart(s);
  if (imperative)
    for (let i = candidate.from; i < candidate.to + 2; i++) {
      const event = s.low(i) === 'for' ? s.phraseAt(i + 1) : undefined;
      if (event)
        return [
          {
            from: candidate.from,
            to: event.to,
            parts: ['Find out what contributed to', { from: event.from, to: event.to }],
          },
        ];
    }
  return [];
}

/** A punishment told as a fact ("has been taken off the rota"), not a remedy for the future. */
function tellsWhatHappened(s: Sentence, candidate: Candidate): boolean {
  if (isTimed(s)) return true;
  const clause = candidate.clause ?? s.clauses.find((c) => c.verb.from < candidate.to && c.verb.to > candidate.from);
  if (!clause) return false;
  const { verb } = clause;
  return (verb.tense === 'past' || verb.perfect) && !verb.infinitive && verb.modal === undefined;
}

/** What people are told to do: "to double-check the target account", "actually read the migration guide". */
function wantedAct(s: Sentence, candidate: Candidate): { verb: string; rest: Part; not: boolean } | undefined {
  for (const clause of s.clauses) {
    const { verb } = clause;
    if (verb.main < candidate.from || verb.passive) continue;
    const not = verb.negated && verb.infinitive;
    if (!not && (verb.negated || !CHECKING.has(verb.lemma))) continue;
    if (verb.nonFinite === 'ing' && s.tokens[verb.from - 1]?.tag !== 'preposition') continue;
    const end = predicateEnd(s, verb.main + 1);
    if (end <= verb.main + 1) continue;
    return { verb: verb.lemma, rest: kept(s, verb.main + 1, end, true), not };
  }
  return undefined;
}

/** "more careful when upgrading `etcd`": the step that needs the care. */
function stepOf(s: Sentence, candidate: Candidate): Part | undefined {
  const clause = s.clauses.find(
    (c) =>
      c.verb.nonFinite === 'ing' &&
      c.verb.from > candidate.from &&
      /^(?:when|while|in|before|during)$/.test(s.low(c.verb.from - 1)),
  );
  if (!clause || clause.verb.from > candidate.to + 3) return undefined;
  const end = predicateEnd(s, clause.verb.main + 1);
  const object = objectAfter(s, clause.verb.main + 1);
  return object && !/^(?:it|them|this|that)$/.test(s.low(object.from))
    ? kept(s, clause.verb.main, end, true)
    : undefined;
}

/** "careful with the prod tab", "caution with `kubectl delete`", "more attention to …": the thing that needs the care. */
function caredFor(s: Sentence, candidate: Candidate): Part | undefined {
  for (let i = candidate.from; i < Math.min(s.to, candidate.to + 4); i++) {
    if (!/^(?:with|around|near)$/.test(s.low(i)) && !(s.low(i) === 'to' && s.low(i - 1) === 'attention')) continue;
    const phrase = s.phraseAt(i + 1);
    if (!phrase) continue;
    const { from, to } = wholePhrase(s, phrase);
    const { kind } = s.actor(phrase);
    if (kind === 'system') return kept(s, from, to, false);
  }
  return undefined;
}
