import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { BAD_EVENTS } from '../../language/lexicon/judgement.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { bodyStart, isTimed, predicateEnd, segmentAround, sentenceEnd } from '../reading/extent.ts';
import { objectAfter, wholePhrase } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { gerund } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { withoutPronoun } from '../writing/temporal.ts';
import { clauseDrafts, withoutAgent } from './clause.ts';
import { counterfactualDrafts } from './counterfactual.ts';
import { faultDrafts } from './fault.ts';

const CHECKING = words(
  `check double-check triple-check count recount save verify validate review test read re-read inspect compare confirm follow monitor watch look double-read proofread scan adhere stick comply escalate page update document back_up log record rotate renew`,
);

/** Rewrites of "be more careful" and of punishment: a change that makes the safe way the easy way. */
export function disciplineDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const from = bodyStart(s);
  const to = beforeOwner(s);
  const all = (...frames: Part[][]): Draft[] => frames.map((parts) => ({ from, to, parts }));
  const missed = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.verb.perfect &&
      /^(?:could|would|might|should)$/.test(c.verb.modal ?? '') &&
      !c.verb.passive &&
      c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  if (missed && !s.isQuestion) {
    // "With a little more attention the operator would have seen it."
    const led = /^(?:with|by)$/.test(s.low(from)) && missed.from > from;
    return counterfactualDrafts(s, { ...candidate, clause: missed }).map((draft) => (led ? { ...draft, from } : draft));
  }
  const wanted = wantedAct(s, candidate, to);
  if (s.isQuestion)
    return wanted
      ? all([wanted.not ? 'What would make it harder to' : 'What would make it easier to', wanted.verb, ...wanted.rest])
      : all(['Which change to the system would make the safe way the easy way']);
  const deed = deedTold(s);
  if (deed.length > 0) return deed;
  const accused = accusedFor(s, candidate);
  if (accused.length > 0) return accused;
  if (tellsWhatHappened(s, candidate)) {
    const part = segmentAround(s, candidate.from, candidate.to);
    const change = '[which change to the system] makes this less likely to happen again';
    const whole = isTimed(s) ? '[which change to the system] was decided' : change;
    const about = caredFor(s, candidate);
    const topic: Part[][] = about && !isTimed(s) ? [['[which guardrail] was missing around', about]] : [];
    return [...all(...topic), ...(part && part.to < to ? [{ ...part, parts: [whole] }] : []), ...all([whole])];
  }
  const drafts: Draft[] = [];
  if (wanted?.not) drafts.push(...all(['Make it hard to', wanted.verb, ...wanted.rest]));
  else if (wanted)
    drafts.push(
      ...all(
        ['Add [an automated check or default] so that it no longer depends on memory to', wanted.verb, ...wanted.rest],
        ['Let [which tool] require what depends on memory today:', gerund(wanted.verb), ...wanted.rest],
      ),
    );
  const step = stepOf(s, candidate);
  if (step) drafts.push(...all(['Make', ...step, 'safe by default']));
  const object = caredFor(s, candidate);
  if (object) drafts.push(...all(['Add [which guardrail] to', object]));
  const work = workAt(s, candidate);
  if (work) drafts.push(...all(['Make', work, 'safe by default']));
  const event = punishedFor(s, candidate);
  if (event) drafts.push(...all(['Find out what contributed to', event, 'and change [which step]']));
  drafts.push(
    ...all(
      ['Make [which step] safe by default'],
      ['Add [an automated check] that stops [which error] before it reaches production'],
    ),
  );
  return drafts;
}

/** "The sysadmin unplugged the box, having been told not to": a deed that was done, whatever else was said to people. */
function deedTold(s: Sentence): Draft[] {
  if (s.clauses[0]?.verb.tense === 'base' && s.clauses[0].verb.from <= bodyStart(s) + 1) return [];
  for (const clause of s.clauses) {
    const { verb } = clause;
    if (verb.tense !== 'past' || verb.nonFinite !== undefined || verb.modal !== undefined) continue;
    if (
      /^(?:tell|remind|warn|caution|give|issue|ask|instruct|suspend|remove|dismiss|discipline|coach|send|be|have|get|receive|talk|speak|hold|note|decide|agree|meet|reprimand|sensitise|sensitize|retrain|brief)$/.test(
        verb.lemma,
      )
    )
      continue;
    if (
      verb.passive
        ? clause.agent === undefined
        : !clause.ownSubject || !clause.subject.some((p) => isBlamable(s.actor(p, true)))
    )
      continue;
    return verb.passive ? withoutAgent(s, clause) : clauseDrafts(s, clause).slice(0, 2);
  }
  return [];
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

/** In front of "(owner: T. Ruiz, due 12 Dec)": who does it by when stays. */
function beforeOwner(s: Sentence): number {
  const to = sentenceEnd(s);
  if (s.tokens[to - 1]!.text !== ')') return to;
  for (let i = to - 2; i > s.from; i--)
    if (s.tokens[i]!.text === '(')
      return /\b(?:owner|due|by|deadline|dri|assignee|eta|hr|q[1-4])\b|@|\d{4}-\d\d/i.test(s.textOf(i, to)) ? i : to;
  return to;
}

/** Verbs that say no more than that somebody is to do better. */
const IMPROVING = words(
  `be have do make take pay exercise work learn behave think concentrate improve show act use get keep try stay become remain apply
  remember ensure sign attend complete repeat pass retake stop start follow_up involve issue speak talk discuss tell remind own step
  raise watch_out look_out care mind focus note feel see understand realise realize know lead hold give bear come go say cause play
  catch rely sanction discipline punish perform demonstrate develop treat live lie hit earn deserve hope want wish ask help avoid`,
);

interface Wanted {
  readonly verb: string;
  readonly rest: readonly Part[];
  readonly not: boolean;
}

/** What people are told to do or not to do: "to double-check the target account", "not to edit the table by hand". */
function wantedAct(s: Sentence, candidate: Candidate, limit: number): Wanted | undefined {
  let any: Wanted | undefined;
  const body = bodyStart(s);
  if (s.low(body) === 'double' && s.low(body + 1) === 'check') {
    const called = s.tokens[limit - 2]?.text === ',' ? limit - 2 : limit;
    return { verb: 'double-check', rest: withoutPronoun(s, body + 2, called), not: false };
  }
  for (let i = candidate.from; i < limit - 2; i++) {
    // "to triple-check every command": read as a noun.
    if (s.low(i - 1) !== 'to' || s.tokens[i]!.tag !== 'noun' || !CHECKING.has(s.low(i)) || !s.phraseAt(i + 1)) continue;
    return { verb: s.low(i), rest: withoutPronoun(s, i + 1, Math.min(limit, predicateEnd(s, i + 1))), not: false };
  }
  for (const clause of s.clauses) {
    const { verb } = clause;
    if (verb.main < candidate.from || verb.passive || verb.perfect || verb.from >= limit) continue;
    const before = s.low(verb.from - 1);
    const stopped =
      verb.nonFinite === 'ing' &&
      clause.governor !== undefined &&
      /^(?:stop|avoid|quit|cease|refrain)$/.test(clause.governor.verb.lemma);
    const not =
      (verb.negated && (verb.infinitive || verb.modal !== undefined || before === 'that')) ||
      (before === 'not' && verb.infinitive) ||
      stopped;
    const end = Math.min(limit, predicateEnd(s, verb.main + 1));
    const named =
      verb.nonFinite === 'ing' &&
      (s.tokens[verb.from - 1]?.tag === 'preposition' || /^(?:about|on|of|for)$/.test(before) || stopped);
    if (end <= verb.main + 1 || (verb.nonFinite === 'ing' && !named)) continue;
    const checks =
      CHECKING.has(verb.lemma) && clause.ownSubject && verb.tense !== 'past' && verb.nonFinite === undefined;
    const asked =
      checks ||
      verb.infinitive ||
      named ||
      (verb.modal !== undefined && verb.nonFinite === undefined) ||
      isImperative(s, clause);
    if (!asked || (!not && verb.negated)) continue;
    if (/^(?:attitude|approach|access|response|answer)$/.test(before)) continue;
    const act = { verb: verb.lemma, rest: withoutPronoun(s, verb.main + 1, end), not };
    if (not && !/^(?:be|let|have|happen|tolerate|forget|do)$/.test(verb.lemma)) return act;
    if (CHECKING.has(verb.lemma)) return act;
    const temporal = /^(?:when|while|before|after|by|in|for|without|until)$/.test(before);
    const object =
      objectAfter(s, verb.main + 1) ?? (verb.lemma === 'save' ? { from: verb.main + 1, to: end } : undefined);
    if (
      !any &&
      !IMPROVING.has(verb.lemma) &&
      object &&
      !isAboutPeople(s, object.from) &&
      !temporal &&
      clause.verb.from > candidate.from &&
      !named
    )
      any = act;
  }
  return any;
}

function isAboutPeople(s: Sentence, at: number): boolean {
  const phrase = s.phraseAt(at);
  return phrase !== undefined && isBlamable(s.actor(phrase));
}

/** "Please read the diff": the sentence begins with the verb. */
function isImperative(s: Sentence, clause: Clause): boolean {
  return clause.verb.tense === 'base' || /^(?:please|people|always|never|,)$/.test(s.low(clause.verb.from - 1));
}

/** "more careful when upgrading `etcd`", "think twice before they touch the config": the step that needs the care. */
function stepOf(s: Sentence, candidate: Candidate): Part[] | undefined {
  const clause = s.clauses.find(
    (c) =>
      c.verb.from > candidate.from &&
      (c.verb.nonFinite === 'ing'
        ? /^(?:when|while|in|before|during|about|on|with)$/.test(s.low(c.verb.from - 1))
        : /^(?:they|you|he|she)$/.test(s.low(c.from)) &&
          /^(?:when|while|before)$/.test(s.low(c.from - 1)) &&
          c.verb.modal === undefined),
  );
  if (!clause || clause.verb.negated) return undefined;
  if (clause.verb.nonFinite === 'ing' && clause.verb.main + 1 >= beforeOwner(s)) return [gerund(clause.verb.lemma)];
  const end = Math.min(beforeOwner(s), predicateEnd(s, clause.verb.main + 1));
  const object = objectAfter(s, clause.verb.main + 1);
  const vague = /^(?:be|have|get|take|show|work|behave|do)$/.test(clause.verb.lemma);
  return object && !vague && !/^(?:it|them|this|that|you)$/.test(s.low(object.from))
    ? [gerund(clause.verb.lemma), kept(s, clause.verb.main + 1, end, false)]
    : undefined;
}

/** "concentrate better during the change of the batch": the work that needs the care. */
function workAt(s: Sentence, candidate: Candidate): Part | undefined {
  for (let i = candidate.from; i < sentenceEnd(s) - 1; i++) {
    if (!/^(?:during|when|while)$/.test(s.low(i))) continue;
    const phrase = s.phraseAt(i + 1);
    if (
      phrase &&
      /^(?:peak|shift|night|week|weekend|day|hour|hours|month|year|time|season|future|morning|evening|break|holiday|holidays)$/.test(
        s.low(phrase.head),
      )
    )
      continue;
    if (!phrase || s.actor(phrase).kind !== 'system' || s.tokens[phrase.head]!.tag === 'pronoun') continue;
    const { from, to } = wholePhrase(s, phrase);
    return kept(s, from, to, false);
  }
  return undefined;
}

/** "Dock the stipend for the missed page": what it was about is to be understood, not to be punished. */
function punishedFor(s: Sentence, candidate: Candidate): Part | undefined {
  for (let i = candidate.from; i < sentenceEnd(s) - 1; i++) {
    const because = s.low(i) === 'of' && s.low(i - 1) === 'because';
    if (s.low(i) !== 'for' && s.low(i) !== 'after' && s.low(i) !== 'over' && !because) continue;
    const phrase = s.phraseAt(i + 1);
    if (!phrase) continue;
    const bad =
      BAD_EVENTS.has(singular(s.low(phrase.head))) ||
      /^(?:missed|failed|wrong|broken|unauthorised|unauthorized|late|skipped)$/.test(s.low(phrase.head - 1));
    const { from, to } = wholePhrase(s, phrase);
    if (bad) return kept(s, from, to, false);
  }
  return undefined;
}

/** What no guardrail can be added to. */
const UNGUARDED = words(
  `view regard respect effect diligence care attention term way attitude importance need conduct behaviour behavior discipline role
  responsibility consequence immediate rigour rigor urgency vigilance priority subject matter situation incident outage mistake error
  expectation quality hr help focus mind work everyone all eye thing date management director manager lead fact seriousness`,
);

/** "careful with the prod tab", "caution with `kubectl delete`", "more attention to …": the thing that needs the care. */
function caredFor(s: Sentence, candidate: Candidate): Part | undefined {
  for (let i = candidate.from; i < Math.min(s.to, candidate.to + 12); i++) {
    const about = /^(?:about|over|concerning|regarding)$/.test(s.low(i));
    if (!about && !/^(?:with|around|near)$/.test(s.low(i)) && !(s.low(i) === 'to' && s.low(i - 1) === 'attention'))
      continue;
    const phrase = s.phraseAt(i + 1);
    if (!phrase) continue;
    const { from, to } = wholePhrase(s, phrase);
    const { kind } = s.actor(phrase);
    if (UNGUARDED.has(singular(s.low(phrase.head))) || phrase.possessor || s.tokens[phrase.from]!.tag === 'possessive')
      continue;
    if (s.tokens[phrase.head]!.tag === 'pronoun' || pointsAtPerson(s, from, to)) continue;
    if (kind === 'system') return kept(s, from, to, false);
  }
  return undefined;
}
