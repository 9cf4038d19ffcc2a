import type { Clause } from '../clauses.ts';
import { Clue } from '../glance.ts';
import { words } from '../lexicon/words.ts';
import type { Sentence } from '../sentence.ts';
import type { Place } from './candidate.ts';

const HYPOTHETICAL = words(`if unless whether lest provided`);
const GENERIC = words(`when whenever once where wherever until till before after`);
/** Their infinitive or gerund is what could happen, or what something made happen; nobody's deed. */
const GOVERNORS = words(`
  allow let permit enable prevent stop keep protect guard avoid force require help make lead cause mislead encourage invite
  tempt compel push drive oblige leave risk discourage deter save spare expect nudge induce trick fool condition pressure
  free relieve teach
`);
/** In the passive, what follows is what somebody was told to do: theirs who told it. */
const INSTRUCTIONS = words(`instruct order`);
const REJECTING = words(`
  believe think feel suggest indicate show find mean imply claim say see consider conclude blame want intend care look ask judge attribute
  accuse hold fault treat regard argue
`);
const NO_EVIDENCE = words(`evidence indication suggestion sign proof reason question hint trace case matter`);

/** How a clause is meant. `undefined` where it states what happened. */
export type Scope = 'hypothetical' | 'rejected' | undefined;

/** The clauses of the sentence looked at last: several detectors ask for the same. */
let scopes:
  | {
      readonly sentence: Sentence;
      readonly section: Place['section'];
      readonly byClause: Map<Clause, Scope>;
    }
  | undefined;

/** Whether a clause states a fact, a possibility, or something the writer rejects. */
export function scopeOf(s: Sentence, clause: Clause, place: Place): Scope {
  if (scopes?.sentence !== s || scopes.section !== place.section)
    scopes = { sentence: s, section: place.section, byClause: new Map() };
  const { byClause } = scopes;
  if (!byClause.has(clause)) byClause.set(clause, readScope(s, clause, place));
  return byClause.get(clause);
}

function readScope(s: Sentence, clause: Clause, place: Place): Scope {
  if (isRejected(s, clause.from)) return 'rejected';
  if (isHypothetical(s, clause, place)) return 'hypothetical';
  return undefined;
}

const DISTANCING =
  /^(?:to (?:call|label|describe|reduce|ascribe|attribute|pin)|(?:calling|labelling|saying|attributing|reducing|pinning|ascribing))\b(?=.{1,80}\bwould\b)|\b(?:cannot|can not|could not|couldn't|can't|nothing (?:says|shows|suggests|indicates)) (?:be )?(?:concluded|inferred|established|shown|said|claimed|that)\b|\b(?:(?:would|'d|is|was) (?:be )?(?:a mistake|unfair|wrong|easy|tempting|simplistic|inaccurate|misleading|unjust|pointless|unhelpful|unkind) to|(?:reject|dispute|deny|denies|refute|rule out|resist|contest|withdraw|withdrew|retract)\w* (?:that|(?:the|its|his|her|their) (?:draft |first |earlier |early )?(?:finding|conclusion|verdict|label|charge|accusation|notion|idea|claim|view|suggestion|assumption|narrative|story|reading|statement)))\b/i;

/** Words without which nothing is distanced. */
const DISTANCE = new Clue([], (lemma) =>
  /\b(?:mistake|unfair|wrong|easy|tempting|simplistic|inaccurate|misleading|unjust|pointless|unhelpful|unkind|reject|dispute|deny|denies|refute|rule|resist|contest|withdr[ae]w|retract|call|label|describe|reduce|ascribe|attribute|pin|say|conclude|infer|establish|show|claim|nothing)/.test(
    lemma,
  ),
);

/** "It would be unfair to pin this on the interns", "We reject the notion that …": what follows is set aside. */
export function isDistanced(s: Sentence, at: number): boolean {
  if (!DISTANCE.isIn(s.glance)) return false;
  const match = DISTANCING.exec(s.textOf(s.from, s.to));
  return match !== null && s.tokens[s.from]!.start + match.index < s.tokens[at]!.start;
}

function isHypothetical(s: Sentence, clause: Clause, place: Place): boolean {
  const { verb } = clause;
  const { modal } = verb;
  if (modal && !verb.perfect && /^(?:can|could|may|might|will|would|shall)$/.test(modal)) {
    // "would not listen", "could not be bothered" tell what was.
    if (!(verb.negated && (modal === 'would' || modal === 'could'))) return true;
  }
  if (modal && verb.perfect && /^(?:may|might)$/.test(modal)) return true;
  // "in case an engineer forgets to"
  if (s.low(clause.from - 1) === 'case' && s.low(clause.from - 2) === 'in') return true;
  if (clause.subordinator && HYPOTHETICAL.has(clause.subordinator) && !(verb.perfect && verb.tense === 'past'))
    return true;
  if (
    clause.subordinator &&
    GENERIC.has(clause.subordinator) &&
    verb.tense === 'present' &&
    place.section !== 'timeline' &&
    !verb.perfect &&
    modal === undefined
  )
    return true;
  if (clause.subordinator === 'before' || clause.subordinator === 'until' || clause.subordinator === 'till') {
    if (clause.ownSubject && /can$/.test(s.low(verb.from))) return true;
  }
  // "for the day someone forgets to renew it": nobody in particular, at no time in particular.
  if (
    place.section !== 'timeline' &&
    verb.tense === 'present' &&
    !verb.perfect &&
    modal === undefined &&
    !clause.relative
  ) {
    const subject = clause.subject[0];
    if (
      subject &&
      /^(?:someone|somebody|anyone|anybody|people)$/.test(s.low(subject.head)) &&
      clause.ownSubject &&
      clause.from > s.from
    )
      return true;
  }
  // "an operator who selects the wrong currency sees …": whoever it is, whenever it is.
  if (
    clause.relative &&
    verb.tense === 'present' &&
    !verb.perfect &&
    modal === undefined &&
    place.section !== 'timeline'
  ) {
    const subject = clause.subject[0];
    if (subject && /^(?:a|an|any|every|each|no)$/.test(s.low(subject.from))) return true;
  }
  // "Were a reviewer to miss it", "Should an operator forget"
  const first = s.low(verb.from);
  if (
    clause.subject.length > 0 &&
    clause.subject[0]!.from > verb.from &&
    verb.from === s.from &&
    /^(?:were|should)$/.test(first)
  )
    return true;
  for (let governor = clause.governor, depth = 0; governor && depth < 4; governor = governor.governor, depth++) {
    if (GOVERNORS.has(governor.verb.lemma) && governor.object !== undefined && !governor.verb.passive) {
      const actor = s.subjectActor(governor);
      if (!actor || actor.kind === 'system' || governor.verb.infinitive || governor.verb.tense === 'base') return true;
    }
    if (governor.verb.passive && (GOVERNORS.has(governor.verb.lemma) || INSTRUCTIONS.has(governor.verb.lemma)))
      return true;
  }
  if (clause.governor && isHypothetical(s, clause.governor, place) && (verb.infinitive || verb.nonFinite)) return true;
  // A noun phrase or gerund under a word of risk or prevention.
  for (let i = clause.from - 1; i >= s.from && i >= clause.from - 7; i--) {
    const low = s.low(i);
    if (RISK.has(low)) return true;
    if (/^[,;:.]$/.test(low)) break;
  }
  // "In the event that an operator selects the wrong row"
  if (
    /^in (?:the event|case) (?:that|of)\b/i.test(s.textOf(s.from, Math.min(s.to, s.from + 4))) &&
    verb.tense === 'present'
  )
    return true;
  const opener = s.low(s.from);
  return /^(?:assume|suppose|imagine|say)$/.test(opener) && s.tokens[s.from]!.tag === 'verb';
}

/** Words behind which a mistake is a possibility that a safeguard deals with. */
export const RISK = words(`
  risk chance possibility likelihood potential opportunity room prevent prevents prevented preventing avoid avoids avoided
  avoiding against protect protects protected protecting guard guards guarded guarding stop stops reduce reduces reduced reducing
  minimise minimize minimises minimizes eliminate eliminates eliminated eliminating remove removes detect detects detected catch
  catches mitigate mitigates tolerate tolerates survive survives withstand assume expect anticipate easy easier hard harder impossible
  possible difficult unlikely likely danger prone vulnerable resilient robust immune scope odds probability temptation
  lessen lowers lower exclude excludes worry fear
`);

const NEGATION = words(
  `not no never nobody none nothing neither nor without cannot isn't hardly rather instead against beyond than contrary`,
);

/** Whether what stands at the token is denied or set aside by words in front of it in the same sentence. */
export function isRejected(s: Sentence, at: number): boolean {
  if (isDistanced(s, at)) return true;
  let negated = false;
  for (let i = at - 1, steps = 0; i >= s.from && steps < 14; i--, steps++) {
    const token = s.tokens[i]!;
    const { low } = token;
    if (token.kind === 'punctuation' && /^[;:.!?–—]$/.test(token.text)) break;
    if (token.text === ',' && steps > 0 && s.low(i + 1) !== 'that') break;
    if ((low === 'than' || low === 'of') && (s.low(i - 1) === 'rather' || s.low(i - 1) === 'instead')) return true;
    if (low === 'blameless' || low === 'blamelessly') return true;
    if (NO_EVIDENCE.has(low) && /^(?:no|little|without|any|not)$/.test(s.low(i - 1))) {
      if (!/^(?:case|matter|question|reason)$/.test(low) || s.low(i - 1) === 'no') return true;
    }
    if (low === 'nothing' && steps < 12) {
      const next = s.tokens[i + 1];
      if (next && (next.tag === 'preposition' || REJECTING.has(next.lemma))) return true;
    }
    if (low === 'not') {
      // "not because", "not that", "not about who", "do not believe that"
      const next = s.tokens[i + 1];
      if (
        next &&
        /^(?:because|that|about|due|a|an|the|by|any|one|to|blame|human|who|on)$/.test(next.low) &&
        steps < 5
      ) {
        if (next.low !== 'to' || steps > 3) return true;
      }
      if (next && REJECTING.has(next.lemma)) return true;
      negated = true;
    }
    if (low === 'without' && REJECTING.has(s.tokens[i + 1]?.lemma ?? '')) return true;
    // "Nobody in this room thinks that …"
    if (REJECTING.has(token.lemma) && token.tag === 'verb')
      for (let k = i - 1; k >= s.from && k >= i - 5; k--)
        if (/^(?:nobody|none|no-one|neither)$/.test(s.low(k))) return true;
    if (
      REJECTING.has(token.lemma) &&
      (s.low(i - 1) === 'not' || s.low(i - 1) === 'never' || /^(?:nobody|none|no-one)$/.test(s.low(i - 1)))
    )
      return true;
  }
  void negated;
  return false;
}

/** Whether the words `from`–`to` are denied: negation close by, in front or as the verb of the sentence. */
export function isDenied(s: Sentence, from: number): boolean {
  for (let i = from - 1, steps = 0; i >= s.from && steps < 6; i--, steps++) {
    const { low } = s.tokens[i]!;
    if (s.tokens[i]!.kind === 'punctuation' && /^[,;:.!?–—()]$/.test(low)) break;
    // "nothing short of", "anything other than", "not gonna lie": no negation of what follows.
    if (low === 'than' && s.low(i - 1) === 'other') return false;
    if (low === 'not' && /^(?:gonna|going|only|just|to)$/.test(s.low(i + 1))) continue;
    if (low === 'nothing' && /^(?:but|short|less)$/.test(s.low(i + 1))) return false;
    if (low === 'no' && /^(?:doubt|question|wonder|surprise)$/.test(s.low(i + 1))) return false;
    if (NEGATION.has(low)) return true;
  }
  return isRejected(s, from);
}

/** What excuses, by its first word. */
const EXCUSES = new Map<string, string[][]>();
for (const line of `
  could not have
  no way of
  no way to
  had no access
  had no visibility
  not possible to
  no visibility
  nowhere documented
  not documented
  undocumented
  no documentation
  no alert
  no warning
  no indication
  no reason to
  gave no
  as documented
  as instructed
  per the runbook
  as the runbook
  as the procedure
  following the runbook
  following the documented
  followed the runbook
  according to the runbook
  through no fault
  understandably
  reasonably
`
  .trim()
  .split('\n')) {
  const excuse = line.trim().split(' ');
  EXCUSES.set(excuse[0]!, [...(EXCUSES.get(excuse[0]!) ?? []), excuse]);
}

/** Whether the sentence itself says what kept the person from knowing or doing better. */
export function isExcused(s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) {
    for (const excuse of EXCUSES.get(s.tokens[i]!.low) ?? [])
      if (excuse.every((word, k) => s.low(i + k) === word)) return true;
  }
  return becauseOfSystem(s) || consequenceOfSystem(s);
}

/** "The alert went to an archived channel, so people on call were unaware": a system clause comes first. */
function consequenceOfSystem(s: Sentence): boolean {
  for (let i = s.from + 3; i < s.to; i++) {
    if (s.low(i) !== 'so' || s.low(i - 1) !== ',') continue;
    const cause = s.clauses.find((clause) => clause.verb.to <= i && clause.ownSubject);
    return cause !== undefined && s.subjectActor(cause)?.kind === 'system';
  }
  return false;
}

/** "…, because both graphs come from the cluster that was down": a system clause gives the reason. */
function becauseOfSystem(s: Sentence): boolean {
  for (let i = s.from + 2; i < s.to; i++) {
    const { low } = s.tokens[i]!;
    if (low !== 'because' && low !== 'since' && low !== 'as' && low !== 'for') continue;
    if ((low === 'as' || low === 'for' || low === 'since') && s.low(i - 1) !== ',') continue;
    const clause = s.clauses.find((c) => c.verb.from > i && c.ownSubject && c.from > i && c.from <= i + 3);
    if (!clause) continue;
    const actor = s.subjectActor(clause);
    if (actor?.kind === 'system') return true;
  }
  return false;
}
