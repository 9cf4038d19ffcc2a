import type { Actor } from '../actors.ts';
import { type NounPhrase, wordPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import { Clue, type Glance } from '../glance.ts';
import {
  ACT_NOUNS,
  BAD_ADJECTIVES,
  BAD_EVENTS,
  ERROR_ADVERBS,
  ERROR_NOUNS,
  SHARED_ERROR_NOUNS,
  WRONG_ADJECTIVES,
} from '../lexicon/judgement.ts';
import { AMBIGUOUS_NOUNS } from '../lexicon/people.ts';
import {
  ACT_VERBS,
  ALL_VERBS,
  BENIGN_OBJECTS,
  BUILD_DUTIES,
  CAUSE_VERBS,
  CURE_VERBS,
  DUTY_VERBS,
  ERROR_VERBS,
  KNOWLEDGE_VERBS,
  OFTEN_BENIGN_ERRORS,
} from '../lexicon/verbs.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameOneOfUs } from '../somebody.ts';
import { ADVERB } from '../word.ts';
import { type Candidate, type Detector, ofClause, ofWords, type Place } from './candidate.ts';
import { isDenied, isExcused, RISK, scopeOf } from './scope.ts';
import { adverbIn, culprit, isKnown, personIn, verbIn } from './support.ts';

/** Idioms of failing, with a person as subject anywhere in front. */
const FAILING = new Phrases(`
  drop|drops|dropped the ball
  be asleep at
  sit|sat there|by|idle|around|back|tight
  stand|stood there|by|idle
  cut corner|corners
  jump the gun
  drag * foot|feet
  take * eye off
  lose track|sight|count
  let * slip|lapse|through|expire|down
  make a|an|the|some|several|that|this|one * mistake|error|blunder|slip|misstep|typo|miscalculation|misjudgement|misjudgment|mess|oversight|slip-up
  make mistake|mistakes|errors
  get|got * wrong
  do * wrong
  go about * wrong
  fall through
  fall asleep
  be out to lunch
  be nowhere to be
  be caught off|napping
  leave * unlocked|open|running|unattended|unmonitored|unpatched|exposed|unprotected|disabled|enabled|broken|behind|unanswered|off|out
  take no notice|action|care
  pay no attention|heed
  turn a blind
  not lift a finger
  sit on * hand|hands
  wing it
  tell|tells|told nobody|no-one
  tell|tells|told no one
  get * backward|backwards|mixed|muddled|confused
  be to slow|late
  pull|pulled|trip|tripped * the wrong
  play fast and loose
  push * over the edge
  throw * over the wall
  not do * job|homework|part|bit
  lose * key|keys|notes|laptop
  let * go stale|cold|unanswered|unnoticed
  manage|managed to lose|delete|wipe|break|crash|miss|overlook|ignore|misread|drop|forget|mix|confuse
`);

const TOO_SLOW = new Phrases(`
  be|was|were|seem|seemed * slow|late|sluggish|tardy|reluctant|unwilling|hesitant|hasty to
  be|was|were too|overly quick|eager|hasty to
  be|was|were * too|so|very|painfully|far slow|late|hasty|sluggish
  take * too|so long
  take far|way|much too long
  take forever
  wait|waited * too long
  react|reacted|respond|responded|act|acted|escalate|escalated * too|very late|slowly|slow
`);

/** "without affecting anyone": leaving these out is no omission. */
const HARMLESS_WITHOUT = words(`
  affect impact cause interrupt disrupt lose need require have be incur break touch involve take change add introduce create make
  restart reboot delay hesitate complain stop drop impair disturb trip degrade block wait_on fail go hurt bring alert wake page finish
`);

const WITHOUT_NOUNS = words(`
  approval review test tests testing backup permission authorisation authorization validation verification check checks consultation
  notice warning confirmation coordination ticket plan sign-off signoff canary change-request dry-run rehearsal oversight supervision
  peer-review second-look second-opinion reviewer thought care hesitation consent asking discussion communication rollback consideration
  due-diligence look glance question explanation pr authority clearance announcement justification documentation permit escort
  stakeholder reading
`);

/** With an infinitive these say that something was left out. */
const OMITTING = words(`fail neglect omit forget refuse decline`);

function* find(s: Sentence, place: Place): Iterable<Candidate> {
  for (const clause of s.clauses) {
    const found = fromClause(s, clause, place);
    if (found) yield found;
  }
  yield* fromPhrases(s, place);
  yield* clefts(s);
  yield* badThings(s);
  yield* wrongActs(s);
}

function fromClause(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const found = unlessSupposed(s, clause, place);
  return found && !scopeOf(s, clause, place) ? found : undefined;
}

function unlessSupposed(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  // "Vikram's team to expose the gate": what is to be done.
  if (verb.infinitive && place.section === 'action-items') return undefined;
  // What should have been is another kind of blame.
  if (verb.modal && (verb.perfect || verb.modal !== 'would')) return undefined;

  if (clause.agent) {
    const passive = byAgent(s, clause, clause.agent);
    if (passive) return passive;
  }
  const nobody = s.subjectActor(clause, true);
  if (nobody?.kind === 'nobody') return byNobody(s, clause, nobody);

  if (verb.passive) return undefined;
  const failing = FAILING.find(s, verb.from, Math.min(s.to, clause.to + 4));
  const idiom = failing ?? TOO_SLOW.find(s, verb.from, Math.min(s.to, clause.to + 4));
  const idiomatic = idiom !== undefined && idiom.from <= verb.to && !verb.negated ? idiom : undefined;
  const human = (idiomatic !== undefined && failing !== undefined) || /^mis-?[a-z]{3}/.test(verb.lemma);
  // "Marisol Quintanilla inadvertently applied it": with a name, such an adverb is said of people.
  const named = clause.subject.some(
    (phrase) => s.tokens[phrase.head]!.tag === 'name' && (phrase.from > s.from || phrase.head > phrase.from),
  );
  const personal =
    named &&
    verb.adverbs.some((i) =>
      /^(?:inadvertently|mistakenly|accidentally|erroneously|unwittingly|absentmindedly|wrongly)$/.test(s.low(i)),
    );
  const actor = culprit(s, clause, human || personal ? true : undefined);
  if (actor) return byActor(s, clause, actor, place, idiomatic);
  return verb.from === s.from || startsFragment(s, clause) ? bySubjectless(s, clause, place) : undefined;
}

function byActor(
  s: Sentence,
  clause: Clause,
  actor: Actor,
  place: Place,
  idiom: { to: number } | undefined,
): Candidate | undefined {
  const { verb } = clause;
  const lemma = verb.lemma;

  // "Wes broke nothing"
  if (clause.object && /^(?:nothing|none)$/.test(s.low(clause.object.from))) return undefined;
  if (behavesAlways(s, clause, actor, place)) return undefined;
  // "Cylc forgot the state of 212 tasks": a name that nobody knows, and what a program remembers.
  if (lemma === 'forget' && !actor.certain && clause.object && REMEMBERED.has(s.singular(clause.object.head)))
    return undefined;
  if (isFailing(s, clause)) {
    if (verb.negated || isDenied(s, clause.from)) return undefined;
    // "refused to release the orders until the check was back": told there to praise it.
    if (place.section === 'went-well' && /^(?:refuse|decline)$/.test(lemma)) return undefined;
    return softened(s, clause, actor, ofClause('individual-fault', clause, actor, { to: failingEnd(s, clause) }));
  }
  if (idiom && isDenied(s, clause.from)) return undefined;
  if (idiom) return softened(s, clause, actor, ofClause('individual-fault', clause, actor, { to: idiom.to }));

  if (verb.negated || halfNegated(s, clause)) return byOmission(s, clause, actor, place);

  // "our intern deleted it, thinking it was an old backup"
  const thinking = mistakenBelief(s, clause);
  if (thinking !== undefined) return ofClause('individual-fault', clause, actor, { to: thinking });
  if (lemma === 'be' || lemma === 'have') return undefined;

  const adverb = adverbIn(s, clause, ERROR_ADVERBS) ?? errorPhrase(s, clause);
  if (adverb !== undefined && !CURE_VERBS.has(lemma))
    return ofClause('individual-fault', clause, actor, { to: Math.max(verb.to, clause.object?.to ?? 0, adverb + 1) });

  const bad = badObject(s, clause);
  if (bad !== undefined) return ofClause('individual-fault', clause, actor, { to: bad });

  const without = place.section === 'went-well' ? undefined : withoutDuty(s, clause);
  if (without !== undefined) return ofClause('individual-fault', clause, actor, { to: without });

  if (verb.nonFinite === 'ing' && !clause.ownSubject && clause.governor) return undefined;
  if (verb.nonFinite === 'ing' && nearestIsThing(s, clause)) return undefined;
  if (verbIn(s, clause, CAUSE_VERBS) && causesHarm(s, clause)) return ofClause('individual-fault', clause, actor);
  // Programs crash; people crash something.
  if (lemma === 'crash' && clause.object && s.actor(clause.object).kind === 'system')
    return ofClause('individual-fault', clause, actor);
  return undefined;
}

/** "the owner of the ingress causing the issue": what stands right in front is a thing. */
function nearestIsThing(s: Sentence, clause: Clause): boolean {
  for (const phrase of s.phrases) if (phrase.to === clause.verb.from) return s.actor(phrase).kind === 'system';
  return false;
}

/** "The editor refuses to save if the caption is long": what a program does whenever it is so. */
function behavesAlways(s: Sentence, clause: Clause, actor: Actor, place: Place): boolean {
  if (clause.verb.tense !== 'present' || place.section === 'timeline' || actor.kind !== 'person') return false;
  if (!AMBIGUOUS_NOUNS.has(s.singular(actor.phrase.head))) return false;
  for (let i = clause.verb.to; i < s.to; i++) if (/^(?:if|when|whenever|unless|until)$/.test(s.low(i))) return true;
  return false;
}

/** "hardly read", "barely tested". */
function halfNegated(s: Sentence, clause: Clause): boolean {
  return clause.verb.adverbs.some((i) => /^(?:hardly|barely|scarcely|rarely|seldom)$/.test(s.low(i)));
}

const BELIEVING = words(
  `thinking believing assuming supposing imagining presuming figuring mistaking convinced persuaded confident`,
);

/** An act told with the belief behind it, which turned out wrong: ", thinking it was a backup", ", thought he was on staging". */
function mistakenBelief(s: Sentence, clause: Clause): number | undefined {
  if (!verbIn(s, clause, ACT_VERBS) && !verbIn(s, clause, ERROR_VERBS)) return undefined;
  for (let i = clause.verb.to; i < Math.min(s.to, clause.to + 5); i++) {
    if (s.low(i) === ',' && (BELIEVING.has(s.low(i + 1)) || (s.low(i + 1) === 'thought' && i + 2 < s.to))) return i + 2;
    if (
      BELIEVING.has(s.low(i)) &&
      s.tokens[i]!.tag === 'verb' &&
      /^(?:it|that|the|this|they|he|she)$/.test(s.low(i + 1))
    )
      return i + 1;
  }
  return undefined;
}

const REMEMBERED = words(
  `state session leader position offset cursor peer member lease lock token subscription route entry mapping assignment setting cookie job task watermark checkpoint credential connection`,
);

/** The verb itself, with its object, says that its subject failed. */
function isFailing(s: Sentence, clause: Clause): boolean {
  const { verb } = clause;
  const { lemma, particle } = verb;
  const governor = clause.governor;
  if (lemma === 'fail' && /^(?:over|back)$/.test(s.low(verb.to))) return false;
  if (OMITTING.has(lemma) && infinitiveBehind(s, clause)) return true;
  // "misrouted", "mis-triaged", "misread": the prefix says it.
  if (/^mis-?(?!s)[a-z]{3}/.test(lemma) && s.tokens[verb.main]!.tag === 'verb') return true;
  if (!verbIn(s, clause, ERROR_VERBS)) return false;
  if (lemma === 'fail')
    return particle === undefined && clause.object === undefined && !/^(?:over|back)$/.test(s.low(verb.to));
  if (governor && OMITTING.has(governor.verb.lemma)) return false;
  // "took down the reservation API"
  if (lemma === 'take' && s.low(verb.to) === 'down') {
    const down = s.phraseAt(verb.to + 1);
    return down !== undefined && IN_SERVICE.has(s.singular(down.head)) && !hasGoodPurpose(s, clause);
  }
  if (lemma === 'stall' || lemma === 'leak' || lemma === 'panic' || lemma === 'freeze')
    return clause.object === undefined || lemma === 'leak';
  if (lemma === 'break' && particle !== undefined && particle !== 'off') return false;
  const object = clause.object ? s.singular(clause.object.head) : '';
  if (OFTEN_BENIGN_ERRORS.has(lemma) || (particle && OFTEN_BENIGN_ERRORS.has(`${lemma} ${particle}`))) {
    if (BENIGN_OBJECTS.has(object)) return false;
    // "took the node offline to stop the writes": done for a purpose that helps.
    if (hasGoodPurpose(s, clause)) return false;
    if (lemma === 'bypass' || lemma === 'ignore' || lemma === 'dismiss' || lemma === 'skip' || lemma === 'miss')
      return clause.object !== undefined || clauseComplement(s, clause);
    if (
      lemma === 'break' ||
      lemma === 'expose' ||
      lemma === 'waste' ||
      lemma === 'take' ||
      lemma === 'bring' ||
      lemma === 'lock' ||
      lemma === 'blow' ||
      lemma === 'compromise'
    )
      return clause.object !== undefined;
    return lemma !== 'kill' && lemma !== 'trip' && lemma !== 'freeze' && lemma !== 'abandon' && lemma !== 'overrule';
  }
  return true;
}

/** Where these are down, customers notice. */
const IN_SERVICE = words(
  `api site website service cluster production prod platform database network region gateway store system backend app shop checkout login portal exchange`,
);

const HELPING = words(
  `stop prevent limit contain protect reduce mitigate relieve save restore recover isolate avoid shield ease preserve halt free`,
);

function hasGoodPurpose(s: Sentence, clause: Clause): boolean {
  for (let i = clause.verb.to; i < Math.min(s.to, clause.to + 4); i++) {
    if (s.low(i) === 'to' && HELPING.has(s.tokens[i + 1]?.lemma ?? '')) return true;
    if (
      (s.low(i) === 'for' || s.low(i) === 'during') &&
      /^(?:maintenance|inspection|testing|repair|investigation|analysis|forensics|safety)$/.test(s.low(i + 1))
    )
      return true;
  }
  return false;
}

function infinitiveBehind(s: Sentence, clause: Clause): boolean {
  for (let i = clause.verb.to; i < Math.min(s.to, clause.verb.to + 3); i++) if (s.low(i) === 'to') return true;
  if (clause.subject.length === 0) return false;
  return clause.verb.lemma === 'forget' || clause.verb.lemma === 'omit' || clause.verb.lemma === 'neglect';
}

function clauseComplement(s: Sentence, clause: Clause): boolean {
  return /^(?:that|how|what|the|it|this)$/.test(s.low(clause.verb.to));
}

function failingEnd(s: Sentence, clause: Clause): number {
  const next = s.clauses.find(
    (other) => other.governor === clause && other.verb.infinitive && other.verb.from === clause.verb.to,
  );
  if (next) return Math.max(next.verb.to, next.object?.to ?? 0);
  const down = s.low(clause.verb.to) === 'down' ? s.phraseAt(clause.verb.to + 1)?.to : undefined;
  return Math.max(clause.verb.to, down ?? clause.object?.to ?? 0);
}

/** "A did not wait and did …": a finite verb behind another one, said of the same subject. */
function sharesSubject(later: Clause, first: Clause): boolean {
  return later.at > first.at && !later.ownSubject && !later.relative && later.subject[0] === first.subject[0];
}

/** "did not check", "never tested", "didn't bother to look". */
function byOmission(s: Sentence, clause: Clause, actor: Actor, place: Place): Candidate | undefined {
  const { verb } = clause;
  const { lemma } = verb;
  if (isExcused(s)) return undefined;
  // "The night shift did not wait for the vendor and isolated the blade themselves": told there to praise what they did instead.
  if (
    place.section === 'went-well' &&
    s.clauses.some((c) => c !== clause && sharesSubject(c, clause) && !c.verb.negated)
  )
    return undefined;
  const dependent = s.clauses.find((other) => other.governor === clause && other.verb.from >= verb.to);
  if (/^(?:bother|care|think|remember|manage|trouble|dare|take|deign|want)$/.test(lemma) && dependent) {
    return ofClause('individual-fault', clause, actor, { to: Math.max(dependent.verb.to, dependent.object?.to ?? 0) });
  }
  if (lemma === 'bother') return ofClause('individual-fault', clause, actor);
  // "a channel that the product teams do not read", "people who have never used it": what is always so.
  if (verb.tense === 'present' && (clause.relative || /^(?:that|which)$/.test(s.low(clause.from - 1))))
    return undefined;
  if (KNOWLEDGE_VERBS.has(lemma) && lemma !== 'follow' && lemma !== 'register') return undefined;
  const never =
    verb.adverbs.some((i) => s.low(i) === 'never') || s.textOf(verb.from, verb.to).toLowerCase().includes('never');
  if (!verbIn(s, clause, DUTY_VERBS) && !(never && verbIn(s, clause, ACT_VERBS))) return undefined;
  const object = clause.object ? s.textOf(clause.object.from, clause.object.to).toLowerCase() : '';
  // "did not have an alert for X", "did not receive the page": a missing part of the system.
  if (/^(?:have|receive|get|do|be)$/.test(lemma)) return undefined;
  // "agreed to not update it", "decided not to restart": a decision, no omission.
  if (verb.infinitive && clause.governor && !/^(?:bother|care|manage|forget)$/.test(clause.governor.verb.lemma))
    return undefined;
  if (lemma === 'touch' || lemma === 'need' || /\bany (?:harm|damage)\b/.test(object)) return undefined;
  const build =
    BUILD_DUTIES.has(lemma) || (verb.particle !== undefined && BUILD_DUTIES.has(`${lemma} ${verb.particle}`));
  if (build && actor.kind === 'team') return ofClause('individual-fault', clause, actor, { severity: 'information' });
  return softened(s, clause, actor, ofClause('individual-fault', clause, actor));
}

/** "Nobody checked", "neither of them looked": blame on all. */
function byNobody(s: Sentence, clause: Clause, actor: Actor): Candidate | undefined {
  const { verb } = clause;
  if (verb.negated || verb.modal) return undefined;
  if (isExcused(s)) return undefined;
  const lead = s.low(actor.phrase.from);
  const named =
    /^(?:neither|none)$/.test(lead) ||
    s.tokens[actor.phrase.to]?.low === 'in' ||
    s.tokens[actor.phrase.to]?.low === 'on' ||
    s.tokens[actor.phrase.to]?.low === 'from';
  if (/^(?:bother|care|think|trouble)$/.test(verb.lemma) && (s.low(verb.to) === 'to' || verb.lemma === 'bother'))
    return ofClause('individual-fault', clause, actor, { severity: 'warning' });
  if (/^(?:act|involve|engage|get|receive)$/.test(verb.lemma)) return undefined;
  // "Nobody thought for one second about leap day"
  if (verb.lemma === 'think' && /\b(?:about|of)\b/.test(s.textOf(verb.to, Math.min(s.to, verb.to + 5))))
    return ofClause('individual-fault', clause, actor, { confidence: 'medium' });
  // "a lock that nobody had asked for", "which nobody had asked her to do"
  if (verb.lemma === 'ask' && (clause.relative || s.low(verb.to) === 'for')) return undefined;
  if (verb.lemma === 'be' || verb.lemma === 'do' || verb.nonFinite || verb.passive) return undefined;
  if (!verbIn(s, clause, DUTY_VERBS) || verbIn(s, clause, BUILD_DUTIES) || verb.lemma === 'remove') return undefined;
  if (verb.tense !== 'past') return undefined;
  return ofClause('individual-fault', clause, actor, {
    severity: named ? 'warning' : 'warning',
    confidence: named ? 'high' : 'medium',
  });
}

/** Bullets without a subject: "Forgot to renew the certificate", "Ran the wrong script". Whose act it was is not said. */
function bySubjectless(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  if (verb.tense !== 'past' || verb.passive || verb.infinitive || place.section === 'action-items') return undefined;
  if (verb.nonFinite === 'ing') return undefined;
  if (OMITTING.has(verb.lemma) && infinitiveBehind(s, clause) && !verb.negated && verb.lemma !== 'fail')
    return ofClause('individual-fault', clause, undefined, {
      severity: 'warning',
      confidence: 'medium',
      to: failingEnd(s, clause),
    });
  if (verb.negated && verbIn(s, clause, DUTY_VERBS))
    return ofClause('individual-fault', clause, undefined, { severity: 'information' });
  const bad = ACT_VERBS.has(verb.lemma) ? badObject(s, clause) : undefined;
  if (bad !== undefined) return ofClause('individual-fault', clause, undefined, { severity: 'information', to: bad });
  return undefined;
}

function startsFragment(s: Sentence, clause: Clause): boolean {
  if (clause.subject.length > 0) return false;
  const before = clause.verb.from - 1;
  if (before < s.from) return true;
  const token = s.tokens[before]!;
  // Behind a time or a label: "14:02 forgot to …", "Cause: forgot to …".
  return token.kind === 'number' || /^[:–—-]$/.test(token.text);
}

/** Whether the words leave it possible that a verb stands without a subject, as `startsFragment` has it. */
function mayLackSubject({ tokens, from, to }: Glance): boolean {
  for (let i = from; i < to; i++) {
    const { word } = tokens[i]!;
    if (i > from && tokens[i - 1]!.kind !== 'number' && !/^[:–—-]$/.test(tokens[i - 1]!.text)) continue;
    if (word.form || word.is(ADVERB) || /^(?:aux|not|adverb)$/.test(word.closed ?? '')) return true;
  }
  return false;
}

/** Passive with by: "was dropped by a contractor". */
function byAgent(s: Sentence, clause: Clause, phrase: NounPhrase): Candidate | undefined {
  const actor = personIn(s, phrase, true);
  if (!actor || clause.verb.negated) return undefined;
  if (!actor.certain && !s.tokens[phrase.head]!.capital) return undefined;
  const { verb } = clause;
  const from = clause.ownSubject ? clause.from : verb.from;
  const to = phrase.to;
  const make = () => ofClause('individual-fault', clause, actor, { from, to });
  const subject = clause.subject[0];
  if (verbIn(s, clause, ERROR_VERBS) && !BENIGN_OBJECTS.has(subject ? s.singular(subject.head) : '')) return make();
  if (adverbIn(s, clause, ERROR_ADVERBS) !== undefined || errorPhrase(s, clause) !== undefined) return make();
  if (
    CAUSE_VERBS.has(verb.lemma) &&
    verb.lemma !== 'extend' &&
    verb.lemma !== 'produce' &&
    verb.lemma !== 'create' &&
    verb.lemma !== 'prompt' &&
    verb.lemma !== 'start' &&
    verb.lemma !== 'lead'
  )
    return make();
  if (subject && isBadPhrase(s, subject) && !CURE_VERBS.has(verb.lemma)) return make();
  if (withoutDuty(s, clause) !== undefined && !CURE_VERBS.has(verb.lemma)) return make();
  if (verbIn(s, clause, DESTROYING) && isOurs(s, subject)) return make();
  const head = subject ? s.singular(subject.head) : '';
  if (
    /^(?:introduce|make|create|add|leave|commit)$/.test(verb.lemma) &&
    (ERROR_NOUNS.has(head) ||
      /(?:^bug|regression|defect|typo|leakage|skew|bias|mismatch|inconsistency|vulnerability|corruption|leak|race)$/.test(
        head,
      ))
  )
    return make();
  return undefined;
}

/** Done to a system that is in use, these are told as damage. */
const DESTROYING = words(
  `damage wipe destroy corrupt wreck overwrite truncate nuke erase break lose misplace mangle scramble garble knock_out knock_over unplug sever cut_through cut disconnect trash clobber`,
);

/** Whether what was destroyed is something of value, not what was to go anyway. */
function isOurs(s: Sentence, subject: NounPhrase | undefined): boolean {
  if (!subject) return true;
  for (let i = subject.from; i < subject.head; i++)
    if (
      /^(?:old|stale|test|temporary|obsolete|unused|compromised|decommissioned|broken|infected|corrupt|corrupted|bad|faulty|malicious|leaked|staging|scratch)$/.test(
        s.low(i),
      )
    )
      return false;
  return !BENIGN_OBJECTS.has(s.singular(subject.head));
}

/** What stands under the verb makes the act a mistake: "a bad script", "the wrong host", "a typo". Returns the end of it. */
function badObject(s: Sentence, clause: Clause): number | undefined {
  const { verb } = clause;
  const cure = verbIn(s, clause, CURE_VERBS) && verb.lemma !== 'confirm';
  if (cure && !AIMED.test(verb.lemma)) return undefined;
  if (/^(?:own|admit|confess|disclose|volunteer|acknowledge|prefer|fear|dislike|avoid)$/.test(verb.lemma))
    return undefined;
  // Slang that no list has ("yeets an untested build") is an act, too.
  const act = verbIn(s, clause, ACT_VERBS) || verbIn(s, clause, DELIVERING) || !ALL_VERBS.has(verb.lemma);
  const light =
    /^(?:make|introduce|commit|cause|leave|do|have|put|create|add|ship|push|type|write|miss|slip|sneak|inject|bring|get)$/.test(
      verb.lemma,
    );
  for (const phrase of phrasesWithin(s, clause)) {
    const head = s.singular(phrase.head);
    if (light && phrase === clause.object && isOwnError(s, phrase, head, verb.lemma)) return phrase.to;
    const adjective = badAdjective(s, phrase);
    if (adjective === undefined) continue;
    // "told us about the wrong cable"
    if (phrase.preposition !== undefined && s.low(phrase.preposition) === 'about') continue;
    const word = s.low(adjective);
    if (cure && word !== 'wrong') continue;
    if (WRONG_ADJECTIVES.has(word)) {
      if (phrase === clause.object || act || s.isHumanVerb(clause)) return phrase.to;
    } else if (act && phrase === clause.object && !REMOVAL.has(verb.lemma)) return phrase.to;
    else if (
      act &&
      phrase.preposition !== undefined &&
      /^(?:with|from|against|using|on|over|despite)$/.test(s.low(phrase.preposition)) &&
      !REMOVAL.has(verb.lemma)
    )
      return phrase.to;
  }
  // "typed the region wrong"
  return undefined;
}

/** What helps where it is done to the right thing: "isolated the wrong span". */
const AIMED = /^(?:isolate|restore|restart|reboot|page|call|drain|unplug|disconnect)$/;

/** Further acts whose bad object is the actor's own. */
const DELIVERING = words(
  `transport ingest ferry deliver confirm provide supply hand handed_over dispatch bring prepare produce build generate compute calculate answer dial swap fit select tick follow dictate scan attach reuse retrieve grab fetch take connect wire tap scroll open sign certify book order quote`,
);

/** With these a bad object is got rid of. */
const REMOVAL = words(
  `remove delete disable kill stop restart drop terminate drain revoke cordon purge evict replace block clear silence mute schedule retire renew rotate mark flag label update upgrade page call order restore open close archive reset shut_down reboot patch run_down use-less`,
);

function isOwnError(s: Sentence, phrase: NounPhrase, head: string, verb: string): boolean {
  if (/^(?:no|any|neither)$/.test(s.low(phrase.from))) return false;
  if (verb === 'make' || verb === 'commit' || verb === 'do')
    return ERROR_NOUNS.has(head) && head !== 'failure' && head !== 'refusal';
  if (
    verb === 'introduce' ||
    verb === 'leave' ||
    verb === 'ship' ||
    verb === 'push' ||
    verb === 'inject' ||
    verb === 'create' ||
    verb === 'add' ||
    verb === 'sneak' ||
    verb === 'put' ||
    verb === 'slip'
  )
    return /^(?:bug|typo|error|mistake|defect|regression|misconfiguration|flaw|vulnerability|hole|race|leak|backdoor|memory-leak)$/.test(
      head,
    );
  return false;
}

function* phrasesWithin(s: Sentence, clause: Clause): Iterable<NounPhrase> {
  for (const phrase of s.phrases) {
    if (phrase.from < clause.verb.to) continue;
    if (phrase.from >= clause.to) return;
    yield phrase;
  }
}

function badAdjective(s: Sentence, phrase: NounPhrase): number | undefined {
  for (let i = phrase.from; i < phrase.head; i++) {
    const token = s.tokens[i]!;
    if (token.kind === 'opaque' || isNegatedHere(s, i)) continue;
    // "a mis-keyed ratio", "the misrouted change": the prefix says it.
    if (BAD_ADJECTIVES.has(token.low) || (token.tag === 'adjective' && /^mis-?[a-z]{3,}ed$/.test(token.low))) return i;
  }
  return undefined;
}

function isNegatedHere(s: Sentence, i: number): boolean {
  return s.low(i - 1) === 'not' || s.low(i - 1) === 'no';
}

function isBadPhrase(s: Sentence, phrase: NounPhrase): boolean {
  return badAdjective(s, phrase) !== undefined;
}

/** "without checking", "without approval": the duty left out. Returns the end of it. */
export function withoutDuty(s: Sentence, clause: Clause): number | undefined {
  if (CURE_VERBS.has(clause.verb.lemma) && !ACT_VERBS.has(clause.verb.lemma)) return undefined;
  const limit = Math.min(s.to, Math.max(clause.to, clause.verb.to) + 6);
  for (let i = clause.verb.to; i < limit; i++) {
    const low = s.low(i);
    if (/^[;:.!?]$/.test(low)) return undefined;
    if (
      (low === 'instead' && s.low(i + 1) === 'of') ||
      (low === 'in' && s.low(i + 1) === 'place' && s.low(i + 2) === 'of')
    ) {
      const at = low === 'in' ? i + 3 : i + 2;
      const next = s.tokens[at];
      if (
        next &&
        next.tag !== 'verb' &&
        clause.object &&
        ACT_VERBS.has(clause.verb.lemma) &&
        REVERSIBLE.has(clause.verb.lemma)
      )
        return s.phraseAt(at)?.to ?? at + 1;
    }
    const without = low === 'without' || low === 'w/o';
    if (!without && low !== 'before' && low !== 'skipping') continue;
    for (let k = i + 1; k < Math.min(s.to, i + 7); k++) {
      const token = s.tokens[k]!;
      if (/^[,;:.!?]$/.test(token.text)) break;
      if (without) {
        if (/ing$/.test(token.low) && token.tag === 'verb' && !HARMLESS_WITHOUT.has(token.lemma)) return k + 1;
        if (
          /ing$/.test(token.low) &&
          (DUTY_VERBS.has(token.low.slice(0, -3)) || DUTY_VERBS.has(`${token.low.slice(0, -3)}e`))
        )
          return k + 1;
        if (WITHOUT_NOUNS.has(token.word.singular) || WITHOUT_NOUNS.has(token.low)) return k + 1;
        if (token.low === 'run' && /^(?:dry|test|trial)$/.test(s.low(k - 1))) return k + 1;
      }
    }
  }
  return undefined;
}

const REVERSIBLE = words(
  `kill point demote load key delete drop remove terminate restart reboot wipe deploy push run apply unplug disable enable cut pull truncate select choose pick set type enter upload merge send copy route switch_off turn_off overwrite`,
);

function errorPhrase(s: Sentence, clause: Clause): number | undefined {
  const found = MANNER.find(s, clause.verb.from, Math.min(s.to, clause.to + 5));
  if (found) return found.to - 1;
  // "Against the runbook Marta restarted it", "Marta, by mistake, restarted it"
  const isFirst = !s.clauses.some(({ verb }) => verb.from < clause.verb.from);
  return isFirst && MANNER.find(s, s.from, clause.verb.from) ? clause.verb.to - 1 : undefined;
}

const MANNER = new Phrases(`
  by mistake|accident|oversight|error
  in error|haste
  in a hurry
  through carelessness|inattention|negligence
  out of carelessness|habit|laziness|impatience
  on autopilot
  against policy|procedure|advice|protocol
  against|contrary|breach|violation|defiance|contrast to|of * rule|rules|advice|policy|procedure|runbook|protocol|instructions
  against the rule|rules|advice|policy|procedure|runbook|protocol|instructions
  the wrong way
  backwards|backward|inside-out|back-to-front
  upside down
  where|when he|she|they|it meant|intended to
  in the wrong order|sequence|place|window|terminal|direction|region|account|environment
  on|to|at|into|from|against|for the wrong
  too early|soon|hastily|aggressively
  out of order|sequence
  over the wrong
  behind * back
  twice by
  one|a zero|digit|nought too
  too many|few|much zero|zeros|zeroes|digit|digits
  was|were meant|intended for|to
  with the one of|from
  where he|she|they had|should|needed|wanted
`);

/** "caused the outage", "brought on a forty-minute gap": the object is the harm. */
function causesHarm(s: Sentence, clause: Clause): boolean {
  if (!clause.object) {
    if (clause.verb.lemma === 'contribute' || clause.verb.lemma === 'lead' || clause.verb.lemma === 'result') {
      for (const phrase of phrasesWithin(s, clause)) if (BAD_EVENTS.has(s.singular(phrase.head))) return true;
    }
    return false;
  }
  const head = s.singular(clause.object.head);
  if (/^(?:prolong|worsen|exacerbate|aggravate|compound|hamper|hinder|impede|complicate)$/.test(clause.verb.lemma))
    return true;
  if (/^(?:delay|extend|hold|slow)$/.test(clause.verb.lemma))
    return /^(?:recovery|response|restoration|mitigation|resolution|escalation|repair|outage|incident|fix|rollback|diagnosis|detection)$/.test(
      head,
    );
  return BAD_EVENTS.has(head) || ERROR_NOUNS.has(head);
}

/** In the first person plural an admission; where the sentence names the missing help, a fact about the system. */
function softened(s: Sentence, _clause: Clause, actor: Actor, candidate: Candidate): Candidate | undefined {
  if (actor.kind === 'we') return { ...candidate, severity: 'information' };
  if (isExcused(s)) return undefined;
  return candidate;
}

/** "an untested filter that Haruto pushed", "an erroneous policy Dmitri linked": the bad thing is somebody's. */
function* badThings(s: Sentence): Iterable<Candidate> {
  for (const phrase of s.phrases) {
    if (badAdjective(s, phrase) === undefined || isDenied(s, phrase.from)) continue;
    const at = /^(?:that|which)$/.test(s.low(phrase.to)) ? phrase.to + 1 : phrase.to;
    const doer = s.phraseAt(at);
    const actor = personIn(s, doer, true);
    if (!doer || !actor || !isKnown(s, actor)) continue;
    const clause = s.clauses.find((candidate) => candidate.verb.from === doer.to);
    if (
      !clause ||
      clause.verb.negated ||
      clause.verb.passive ||
      verbIn(s, clause, CURE_VERBS) ||
      !verbIn(s, clause, ACT_VERBS)
    )
      continue;
    yield ofWords('individual-fault', phrase.from, clause.verb.to, { agent: doer, clause });
  }
}

/** "second restart by the on-call, again against the wrong cluster": an act of somebody's, and what was wrong with it. */
function* wrongActs(s: Sentence): Iterable<Candidate> {
  for (const phrase of s.phrases) {
    if (!ACT_NOUNS.has(s.singular(phrase.head)) || s.low(phrase.to) !== 'by') continue;
    const doer = s.phraseAt(phrase.to + 1);
    const actor = personIn(s, doer);
    if (!doer || !actor) continue;
    for (let i = doer.to; i < Math.min(s.to, doer.to + 8); i++) {
      if (!WRONG_ADJECTIVES.has(s.low(i)) || isDenied(s, i)) continue;
      yield ofWords('individual-fault', phrase.from, i + 1, { agent: doer, confidence: 'medium' });
      break;
    }
  }
}

/** "It is the developer who introduced the loop": the sentence is built to point at somebody. */
function* clefts(s: Sentence): Iterable<Candidate> {
  for (const clause of s.clauses) {
    if (!clause.relative || clause.verb.passive || clause.verb.negated || clause.verb.tense !== 'past') continue;
    const subject = clause.subject.at(-1);
    if (
      !subject ||
      !/^(?:it|that|this)$/.test(s.low(subject.from - 2)) ||
      !/^(?:is|was|'s)$/.test(s.low(subject.from - 1))
    )
      continue;
    const actor = personIn(s, subject, true);
    if (!actor || !isKnown(s, actor)) continue;
    if (
      verbIn(s, clause, CURE_VERBS) ||
      /^(?:help|save|notice|find|restore|page|call|raise|suggest|propose|rescue|keep|stay)$/.test(clause.verb.lemma)
    )
      continue;
    if (!verbIn(s, clause, ACT_VERBS) && !verbIn(s, clause, CAUSE_VERBS)) continue;
    yield ofWords('individual-fault', subject.from, Math.max(clause.verb.to, clause.object?.to ?? 0), {
      agent: subject,
      clause,
      confidence: 'medium',
    });
  }
}

/** Fault in noun phrases: "Bob's mistake", "the team's failure to escalate", "an oversight by QA", "due to the contractor". */
function* fromPhrases(s: Sentence, place: Place): Iterable<Candidate> {
  for (const phrase of s.phrases) {
    const found = possessed(s, phrase) ?? postposed(s, phrase) ?? asCause(s, phrase, place);
    if (found && !isDenied(s, found.from) && !underRisk(s, found.from) && !undoable(s, found.to)) yield found;
  }
  // "courtesy of whoever disabled the archiver"
  for (let i = s.from; i < s.to; i++) {
    const end = CAUSE_LEADS.matchAt(s, i);
    const did = end && s.low(end) === 'what' ? s.phraseAt(end + 1) : undefined;
    const doer = personIn(s, did, true);
    if (did && doer && isKnown(s, doer)) yield ofWords('individual-fault', i, did.to, { agent: did });
    const whoever = end ? wholeQuestion(s, end) : undefined;
    if (whoever) yield ofWords('individual-fault', i, Math.min(s.to, end + 2), { agent: whoever.phrase });
  }
}

function underRisk(s: Sentence, at: number): boolean {
  for (let i = at - 1; i >= s.from && i >= at - 4; i--) {
    if (RISK.has(s.low(i))) return true;
    if (/^[,;:.]$/.test(s.low(i))) return false;
  }
  return false;
}

/** "a mistake by an admin can be undone": a possibility that is dealt with. */
function undoable(s: Sentence, at: number): boolean {
  return /^(?:can|could|may|might|would|will|no|cannot)$/.test(s.low(at)) && s.low(at + 1) !== 'have';
}

/** "O'Brien's botched failover", "the operator's mistake", "their refusal to escalate". */
function possessed(s: Sentence, phrase: NounPhrase): Candidate | undefined {
  const head = s.singular(phrase.head);
  const owner = phrase.possessor ?? possessivePronoun(s, phrase);
  if (!owner) return undefined;
  if (s.tokens[phrase.head]!.tag === 'name') return undefined;
  const error = ERROR_NOUNS.has(head) && head !== 'fault' && head !== 'blame' && head !== 'guilt';
  const act = ACT_NOUNS.has(head) || /^(?:failover|typo|edit|change)$/.test(head);
  if (!error && !act && badAdjective(s, phrase) === undefined && misdeed(s, phrase) === undefined) return undefined;
  const actor = s.actor(owner, error && !SHARED_ERROR_NOUNS.has(head));
  if (actor.kind === 'we')
    return error
      ? { ...ofWords('individual-fault', phrase.from, phrase.to, { severity: 'information', agent: owner }) }
      : undefined;
  if (actor.kind !== 'person' && actor.kind !== 'team' && actor.kind !== 'you') return undefined;
  if (!actor.certain && SHARED_ERROR_NOUNS.has(head)) return undefined;
  if (error) {
    const end = s.low(phrase.to) === 'to' ? Math.min(s.to, phrase.to + 2) : phrase.to;
    if (/^(?:confusion|inability|slowness|panic)$/.test(head) && isExcused(s)) return undefined;
    if (/^(?:fixed|admitted|spotted|caught|found|owned)$/.test(s.low(phrase.from - 1))) return undefined;
    return ofWords('individual-fault', phrase.from, end, { agent: owner });
  }
  const bad = badAdjective(s, phrase) ?? misdeed(s, phrase);
  if (bad === undefined) return undefined;
  return ofWords('individual-fault', phrase.from, phrase.to, { agent: owner });
}

const MISDEED = words(
  `botched bungled mistaken misguided mistimed ill-timed accidental inadvertent erroneous unauthorised unauthorized unapproved premature forgotten missed late fateful careless`,
);

function misdeed(s: Sentence, phrase: NounPhrase): number | undefined {
  for (let i = phrase.from; i < phrase.head; i++) if (MISDEED.has(s.low(i))) return i;
  return undefined;
}

function possessivePronoun(s: Sentence, phrase: NounPhrase): NounPhrase | undefined {
  if (phrase.determiner === undefined) return undefined;
  const token = s.tokens[phrase.determiner]!;
  if (token.tag !== 'possessive' || !/^(?:his|her|their|your|our)$/.test(token.low)) return undefined;
  const pronoun = { his: 'he', her: 'she', their: 'they', your: 'you', our: 'we' }[token.low];
  if (!pronoun) return undefined;
  return wordPhrase(phrase.determiner);
}

/** "a mistake by the DBA", "the failure of the network team to act", "an oversight on the part of QA". */
function postposed(s: Sentence, phrase: NounPhrase): Candidate | undefined {
  const head = s.singular(phrase.head);
  if (s.low(phrase.from) === 'no') return undefined;
  const error = ERROR_NOUNS.has(head) && head !== 'blame' && (head !== 'fault' || s.low(phrase.to) === 'by');
  const bad = !error && (misdeed(s, phrase) !== undefined || badAdjective(s, phrase) !== undefined);
  if (!error && !bad) return undefined;
  const low = s.low(phrase.to);
  let at = phrase.to + 1;
  if (
    low === 'on' &&
    s.low(phrase.to + 1) === 'the' &&
    s.low(phrase.to + 2) === 'part' &&
    s.low(phrase.to + 3) === 'of'
  )
    at = phrase.to + 4;
  else if (
    low === 'made' ||
    low === 'committed' ||
    low === 'introduced' ||
    low === 'caused' ||
    low === 'supplied' ||
    low === 'pushed' ||
    low === 'submitted' ||
    low === 'written'
  ) {
    if (s.low(phrase.to + 1) !== 'by') return undefined;
    at = phrase.to + 2;
  } else if ((bad || (HANDLING.test(head) && low === 'of')) && low !== 'by') {
    at = byWithin(s, phrase.to);
    if (at < 0) return undefined;
  } else if (low !== 'by' && !(error && (low === 'of' || low === 'from' || low === 'in'))) return undefined;
  if (
    error &&
    /^(?:of|in)$/.test(low) &&
    !/^(?:failure|refusal|inability|unwillingness|reluctance|carelessness|oversight|inexperience|negligence|indecision|inattention|mistake|error|blunder|omission|slip|slip-up|fault)$/.test(
      head,
    )
  )
    return undefined;
  const owner = s.phraseAt(at);
  const actor = personIn(s, owner, s.low(owner?.to ?? 0) === 'to' || error) ?? wholeQuestion(s, at);
  // "a blunder by the night desk": of this only people are capable.
  if (!actor || (!isKnown(s, actor) && !(error && !SHARED_ERROR_NOUNS.has(head)))) return undefined;
  return ofWords('individual-fault', phrase.from, actor.phrase.to, { agent: actor.phrase });
}

/** What is done badly to something: "the mishandling of the certificate by our payments squad". */
const HANDLING = /^(?:misuse|mishandling|mismanagement|misapplication|misinterpretation|misreading|disregard|neglect)$/;

/** Where the agent of a phrase begins: "… of the abend by 2nd level support"; -1 where none follows soon. */
function byWithin(s: Sentence, from: number): number {
  for (let i = from; i < Math.min(s.to, from + 9); i++) {
    const token = s.tokens[i]!;
    if (/^[;:.!?]$/.test(token.text) || token.tag === 'aux' || token.tag === 'modal') return -1;
    if (token.low === 'by') return i + 1;
  }
  return -1;
}

/** "whoever disabled the archiver": a person without a noun phrase. */
function wholeQuestion(s: Sentence, at: number): Actor | undefined {
  if (s.low(at) !== 'whoever') return undefined;
  return {
    kind: 'person',
    certain: true,
    phrase: wordPhrase(at),
  };
}

const CAUSE_LEADS = new Phrases(`
  due to
  because of
  owing to
  down to
  courtesy of
  thanks to
  traced|traceable|tracked back|down to
  traced|traceable|attributable|attributed to
  came|comes|come down to
  root cause|causes : *
  the cause|culprit was|is
`);

/** A person standing where a cause is named: "due to the contractor", "Root cause: Bob". */
function asCause(s: Sentence, phrase: NounPhrase, place: Place): Candidate | undefined {
  if (phrase.possessor) return undefined;
  const governed = phrase.preposition ?? phrase.from;
  for (let start = Math.max(s.from, governed - 4); start < phrase.from; start++) {
    const end = CAUSE_LEADS.matchAt(s, start);
    if (!end || end !== phrase.from) continue;
    const actor = s.actor(phrase);
    if ((actor.kind !== 'person' && actor.kind !== 'team') || !actor.certain) return undefined;
    const lead = s.low(start);
    // Thanks are thanks, unless what follows is a misdeed.
    if (lead === 'thanks' && (place.section === 'went-well' || place.section === 'review')) return undefined;
    if (lead === 'thanks') return undefined;
    if (lead === 'due' && /^(?:be|is|was)$/.test(s.low(start - 1)) === false && place.section === 'action-items')
      return undefined;
    return ofWords('individual-fault', start, phrase.to, { agent: phrase, confidence: 'medium' });
  }
  return undefined;
}

/** Words for what goes wrong by somebody's doing. */
const ERRING = new Clue(
  [
    ERROR_VERBS,
    ERROR_NOUNS,
    ERROR_ADVERBS,
    DESTROYING,
    OMITTING,
    BAD_ADJECTIVES,
    WRONG_ADJECTIVES,
    MISDEED,
    BELIEVING,
    words(
      `bug regression defect leakage skew bias mismatch inconsistency vulnerability corruption leak race flaw hole backdoor memory-leak thought without`,
    ),
  ],
  (low) => /^mis-?[a-z]{3}/.test(low),
);
const CAUSING = new Clue([CAUSE_VERBS]);
/** What is caused, where it is a harm, and who causes it in the passive. */
const HARM = new Clue([
  BAD_EVENTS,
  words(`prolong worsen exacerbate aggravate compound hamper hinder impede complicate
    recovery response restoration mitigation resolution escalation repair fix rollback diagnosis detection by who`),
]);
/** What makes an omission of a duty. */
const OMISSION = new Clue([
  words(`not never no nobody no-one noone none neither nor hardly barely scarcely rarely seldom instead`),
]);
const DUTIES = new Clue([
  DUTY_VERBS,
  ACT_VERBS,
  words(`bother care think remember manage trouble dare take deign want`),
]);
const INSTEAD = new Phrases(`in place of`);
const CLEFT = new Phrases(`it|that|this is|was|'s * who|that|which`);

/** A person, role or team as the agent of the failure, in any syntax. */
export const individualFault: Detector = {
  mayFind: (glance) =>
    ((ERRING.isIn(glance) ||
      (CAUSING.isIn(glance) && HARM.isIn(glance)) ||
      (OMISSION.isIn(glance) && DUTIES.isIn(glance))) &&
      (mayNameOneOfUs(glance) || mayLackSubject(glance))) ||
    ((INSTEAD.isIn(glance) ||
      FAILING.isIn(glance) ||
      TOO_SLOW.isIn(glance) ||
      MANNER.isIn(glance) ||
      CAUSE_LEADS.isIn(glance) ||
      CLEFT.isIn(glance)) &&
      mayNameOneOfUs(glance)),
  find,
};
