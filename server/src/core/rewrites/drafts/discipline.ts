import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { JUDGEMENT_ADJECTIVES } from '../../language/lexicon/judgement.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { speaksOfSomebody } from '../reading/blameless.ts';
import { bodyStart, isOrder, isTimed, predicateEnd, segmentAround, sentenceEnd } from '../reading/extent.ts';
import { objectAfter } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { withoutPronoun } from '../writing/temporal.ts';
import { clauseDrafts, withoutAgent } from './clause.ts';
import { counterfactualDrafts } from './counterfactual.ts';
import { CHECKING, required, ruleNamed, topicsOf } from './disciplineTopics.ts';
import { faultDrafts } from './fault.ts';

/** Whether a sentence is about what is to be done to people, or by them, from now on: an order, a plan or a threat. */
export function isRemedy(s: Sentence): boolean {
  const body = bodyStart(s);
  const [first] = s.clauses;
  // Not "Cowboy change to prod": a noun in front of what could be a verb.
  if (JUDGEMENT_ADJECTIVES.has(s.low(body))) return false;
  if (isOrder(s)) return first?.verb.from === body || !/^(?:noun|name|adjective)$/.test(s.tokens[body]!.tag);
  // "just be less sloppy", "Managers to follow up with the two engineers"
  if (
    first?.verb.lemma === 'be' &&
    !first.verb.infinitive &&
    first.subject.length === 0 &&
    s.low(first.verb.main) === 'be' &&
    first.verb.from <= body + 1
  )
    return !s.isQuestion;
  if (
    first?.verb.infinitive &&
    first.ownSubject &&
    first.from === body &&
    first.subject.some((p) => isBlamable(s.actor(p, true)))
  )
    return true;
  if (s.low(body) !== 'who' && /\bwhoever \w+s .*\b(?:loses|buys|gets|pays)\b/i.test(s.textOf(body, s.to))) return true;
  // "Staff who bypass it will have their access withdrawn", "whoever breaks the freeze loses production access"
  return s.clauses.some(
    (c) =>
      (/^(?:will|shall)$/.test(c.verb.modal ?? '') || (c.verb.lemma === 'lose' && c.verb.tense === 'present')) &&
      s.clauses.some(
        (other) =>
          other.verb.from < c.verb.from &&
          other.verb.tense !== 'past' &&
          /^(?:who|whoever)$/.test(s.low(other.verb.from - 1)) &&
          !other.verb.perfect,
      ),
  );
}

/** What people are told to do without saying to what. */
const ALONE = /^(?:look|check|count|comply|adhere|stick|follow|log|double-check|escalate|back|page)$/;

/** Rewrites of "be more careful" and of punishment: a change that makes the safe way the easy way. */
export function disciplineDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const body = bodyStart(s);
  // "Everyone with fleet-admin: …": whom it is said to goes, too.
  const from = saysWhom(s, body) ? s.from : body;
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
  const prevented = wouldHaveHelped(s);
  if (prevented && !s.isQuestion) return [prevented];
  const limit = beforeAddress(s, beforeCondition(s, to));
  const wanted = wantedAct(s, candidate, limit);
  if (s.isQuestion)
    return wanted
      ? all([wanted.not ? 'What would make it harder to' : 'What would make it easier to', wanted.verb, ...wanted.rest])
      : all(['Which change to the system would make the safe way the easy way']);
  const deed = deedTold(s);
  if (deed.length > 0) return deed;
  const accused = accusedFor(s, candidate);
  if (accused.length > 0) return accused;
  const topics = topicsOf(s, candidate, limit);
  if (!wanted && topics.length === 0 && tellsWhatHappened(s, candidate)) {
    const part = segmentAround(s, candidate.from, candidate.to);
    const change = '[which change to the system] makes this less likely to happen again';
    const whole = isTimed(s) ? '[which change to the system] was decided' : change;
    return [...(part && part.to < to ? [{ ...part, parts: [whole] }] : []), ...all([whole])];
  }
  const rule = ruleNamed(s, limit);
  const act: Part[][] = wanted
    ? wanted.not
      ? [['have [which tool] make it hard to', wanted.verb, ...wanted.rest]]
      : [...(FOLLOWING.test(wanted.verb) && rule ? [rule] : []), ...required(wanted.verb, wanted.rest)]
    : [];
  return all(
    ...(wanted?.isCheck === false ? [...topics, ...act] : [...act, ...topics]),
    ['make [which step] safe by default'],
    ['add [an automated check] that stops [which error] before it reaches production'],
  );
}

const FOLLOWING = /^(?:follow|respect|adhere|comply|stick|obey|observe)$/;

/** Whether the label in front of the sentence is whom it is said to. */
function saysWhom(s: Sentence, body: number): boolean {
  return (
    body > s.from &&
    (/^(?:everyone|everybody|all|people|folks)$/.test(s.low(s.from)) ||
      s.phrases.some((p) => p.from === s.from && isBlamable(s.actor(p, true))))
  );
}

/** "More care by the packers would have kept the two orders apart": what would have helped is a safeguard. */
function wouldHaveHelped(s: Sentence): Draft | undefined {
  const body = bodyStart(s);
  const [clause] = s.clauses.filter(({ verb }) => verb.nonFinite === undefined && !verb.infinitive);
  if (!clause || clause.from > body || clause.verb.modal !== 'would' || !clause.verb.perfect) return undefined;
  const { main } = clause.verb;
  const to = predicateEnd(s, main + 1);
  return speaksOfSomebody(s, { from: main, to })
    ? undefined
    : { from: body, to: clause.verb.from, parts: ['[which safeguard]'] };
}

/** In front of "until he learns to handle pressure". */
function beforeCondition(s: Sentence, to: number): number {
  for (let i = bodyStart(s) + 1; i < to; i++)
    if (/^(?:until|till|pending)$/.test(s.low(i))) return s.tokens[i - 1]!.text === ',' ? i - 1 : i;
  return to;
}

/** "The sysadmin unplugged the box, having been told not to": a deed that was done, whatever else was said to people. */
function deedTold(s: Sentence): Draft[] {
  if (s.clauses[0]?.verb.tense === 'base' && s.clauses[0].verb.from <= bodyStart(s) + 1) return [];
  for (const clause of s.clauses) {
    const { verb } = clause;
    if (
      verb.tense !== 'past' ||
      verb.nonFinite !== undefined ||
      verb.modal !== undefined ||
      /^(?:if|before|when|while|until)$/.test(clause.subordinator ?? s.low(clause.from - 1))
    )
      continue;
    if (
      /^(?:tell|inform|notify|remind|warn|caution|give|issue|ask|instruct|suspend|remove|dismiss|discipline|coach|send|be|have|get|receive|talk|speak|hold|note|decide|agree|meet|admonish|reprimand|sensitise|sensitize|retrain|brief|involve|concern|name)$/.test(
        verb.lemma,
      )
    )
      continue;
    if (
      verb.passive
        ? clause.agent === undefined || clause.subject.some((p) => isBlamable(s.actor(p, true)))
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
      if (event && !/^(?:every|each|all|any)$/.test(s.low(event.from)))
        return [
          {
            from: candidate.from,
            to: event.to,
            parts: ['find out what contributed to', { from: event.from, to: event.to }],
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

/** In front of ", people", ", no excuses" and "from now on": whom it is said to, and with what weight. */
function beforeAddress(s: Sentence, limit: number): number {
  let to = limit;
  if (/^(?:excuses|exceptions|discussions?|matter)$/.test(s.low(to - 1)) && s.tokens[to - 3]?.text === ',') to -= 3;
  const future =
    /(?:from now on|going forward|in (?:the )?future|next time|at all times|this time|henceforth|again)$/i.exec(
      s.textOf(s.from, to),
    );
  if (future) while (to > s.from + 2 && s.tokens[to - 1]!.start >= s.tokens[s.from]!.start + future.index) to--;
  if (s.tokens[to - 1]!.text === ',') to--;
  const called = /^(?:people|folks|guys|team|everyone|everybody|all|please|thanks)$/.test(s.low(to - 1));
  return called && s.tokens[to - 2]?.text === ',' ? to - 2 : to;
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
  raise revisit send watch_out look_out care mind focus note feel see understand realise realize know lead hold give bear come go say cause play
  catch rely sanction discipline punish perform demonstrate develop treat live lie hit earn deserve hope want wish ask help avoid reflect face suffer receive undergo forfeit`,
);

interface Wanted {
  readonly verb: string;
  readonly rest: readonly Part[];
  readonly not: boolean;
  /** One of looking, checking or following rules: what people are told most often. */
  readonly isCheck: boolean;
}

/** What people are told to do or not to do: "to double-check the target account", "not to edit the table by hand". */
function wantedAct(s: Sentence, candidate: Candidate, limit: number): Wanted | undefined {
  let any: Wanted | undefined;
  const body = bodyStart(s);
  for (let i = body; i < limit - 2; i++)
    if (/^(?:double|triple)$/.test(s.low(i)) && s.low(i + 1) === 'check') {
      const called = s.tokens[limit - 2]?.text === ',' ? limit - 2 : limit;
      const rest = withoutPronoun(s, i + 2, Math.min(called, predicateEnd(s, i + 2)));
      return { verb: `${s.low(i)}-check`, rest, not: false, isCheck: true };
    }
  for (let i = candidate.from; i < limit - 1; i++)
    // "about following the checklist": read as a preposition.
    if (
      s.low(i) === 'following' &&
      /^(?:about|on|of|for)$/.test(s.low(i - 1)) &&
      s.tokens[i]!.tag !== 'verb' &&
      s.phraseAt(i + 1)
    )
      return {
        verb: 'follow',
        rest: withoutPronoun(s, i + 1, Math.min(limit, predicateEnd(s, i + 1))),
        not: false,
        isCheck: true,
      };
  for (let i = Math.min(body, candidate.from); i < limit - 2; i++) {
    // "to triple-check every command": read as a noun.
    const checks = CHECKING.has(s.low(i)) || /^(?:double|triple)-/.test(s.low(i));
    const opens = s.low(i - 1) === 'to' || i === body;
    if (!opens || s.tokens[i]!.tag !== 'noun' || !checks || !s.phraseAt(i + 1)) continue;
    return {
      verb: s.low(i),
      rest: withoutPronoun(s, i + 1, Math.min(limit, predicateEnd(s, i + 1))),
      not: false,
      isCheck: true,
    };
  }
  for (const clause of s.clauses) {
    const { verb } = clause;
    if (verb.main < candidate.from || verb.passive || verb.perfect || verb.from >= limit) continue;
    // "they've shown that they can't handle it": no order.
    if (
      verb.lemma === 'will' ||
      (verb.lemma === 'follow' && s.low(verb.main + 1) === 'up') ||
      (verb.negated && /^(?:can|could)$/.test(verb.modal ?? ''))
    )
      continue;
    // "those who administer the cluster", "until he learns to handle it": whom it is asked of, and for how long.
    if (clause.relative || /^(?:who|until|till|unless)$/.test(clause.subordinator ?? s.low(clause.from - 1))) continue;
    const before = s.low(verb.from - 1);
    const stopped =
      verb.nonFinite === 'ing' &&
      clause.governor !== undefined &&
      /^(?:stop|avoid|quit|cease|refrain)$/.test(clause.governor.verb.lemma);
    const not =
      (verb.negated && (verb.infinitive || verb.modal !== undefined || before === 'that')) ||
      (before === 'not' && (verb.infinitive || verb.nonFinite === 'ing')) ||
      stopped;
    const end = beforeSecond(s, verb.main + 1, Math.min(limit, predicateEnd(s, verb.main + 1)));
    const named =
      verb.nonFinite === 'ing' &&
      (not ||
        (before === 'and' && CHECKING.has(verb.lemma)) ||
        s.tokens[verb.from - 1]?.tag === 'preposition' ||
        /^(?:about|on|of|for)$/.test(before) ||
        stopped);
    if (end <= verb.main + 1 || (verb.nonFinite === 'ing' && !named)) continue;
    const checks =
      CHECKING.has(verb.lemma) &&
      clause.subject.some((p) => isBlamable(s.actor(p, true))) &&
      (verb.tense !== 'past' || s.tokens[verb.main]!.lemma === s.low(verb.main)) &&
      verb.nonFinite === undefined;
    const asked =
      checks ||
      verb.infinitive ||
      named ||
      (verb.modal !== undefined && verb.nonFinite === undefined) ||
      isImperative(s, clause);
    if (!asked || (!not && verb.negated)) continue;
    if (/^(?:attitude|approach|access|response|answer)$/.test(before)) continue;
    if (before === 'how') continue;
    const isCheck = not || CHECKING.has(verb.lemma);
    const act = { verb: verb.lemma, rest: withoutPronoun(s, verb.main + 1, end), not, isCheck };
    if (not && !/^(?:be|let|have|happen|tolerate|forget|do)$/.test(verb.lemma)) return act;
    const object =
      objectAfter(s, verb.main + 1) ?? (verb.lemma === 'save' ? { from: verb.main + 1, to: end } : undefined);
    if (object && isAboutPeople(s, object.from)) continue;
    if (CHECKING.has(verb.lemma) && (object || ALONE.test(verb.lemma) || s.tokens[verb.main + 1]?.tag === 'wh'))
      return act;
    const temporal = /^(?:when|while|before|after|by|in|for|without|until)$/.test(before);
    if (!any && !IMPROVING.has(verb.lemma) && object && !temporal && clause.verb.from > candidate.from && !named)
      any = act;
  }
  return any;
}

/** In front of "| and sign for it": what is to be done besides. */
function beforeSecond(s: Sentence, from: number, to: number): number {
  for (let i = from + 1; i < to - 1; i++)
    if (
      s.low(i) === 'and' &&
      (s.low(i + 1) === 'sign' || s.clauses.some((c) => c.verb.from === i + 1 && !c.ownSubject))
    )
      return i;
  return to;
}

/** What is done to people, not to systems. */
const PERSONNEL = words(
  `file interview warning conduct note letter conversation talk measure sanction proceeding chat meeting hearing bonus loss word`,
);

function isAboutPeople(s: Sentence, at: number): boolean {
  const phrase = s.phraseAt(at);
  if (!phrase) return false;
  const owner = phrase.possessor ?? phrase;
  return isBlamable(s.actor(owner)) || PERSONNEL.has(singular(s.low(phrase.head)));
}

/** "Please read the diff": the sentence begins with the verb. */
function isImperative(s: Sentence, clause: Clause): boolean {
  return clause.verb.tense === 'base' || /^(?:please|people|always|never|,)$/.test(s.low(clause.verb.from - 1));
}
