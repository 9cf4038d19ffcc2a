import { type Actor, isBlamable } from '../actors.ts';
import type { Clause } from '../clauses.ts';
import { Clue } from '../glance.ts';
import { ACT_VERBS, DUTY_VERBS, ERROR_VERBS, MALICE_ALWAYS, MALICE_VERBS } from '../lexicon/verbs.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameSomebody } from '../somebody.ts';
import { singular } from '../word.ts';
import { type Candidate, type Detector, ofClause, ofWords, type Place } from './candidate.ts';
import { isDenied, scopeOf } from './scope.ts';
import { culprit, isKnown, personIn, verbIn } from './support.ts';

const DELIBERATELY = words(
  `deliberately intentionally knowingly wilfully willfully purposely maliciously consciously wantonly negligently purposefully brazenly flagrantly quietly silently covertly secretly surreptitiously sneakily`,
);

/** Manners of acting that allege intent. */
const MANNER = new Phrases(`
  on purpose
  in bad faith
  with malicious|bad|ill intent
  behind * back|backs
  in blatant|flagrant|wilful|willful|open|deliberate|complete|total|conscious|reckless disregard|defiance|violation
  in defiance|violation|disregard of
  in spite of * warned|warnings|told|instructed
  despite * warned|warnings|warning|told|instructed|knowing|instructions|reminders
  knowing|knew full|perfectly|very|exactly well|what
  even though|after * warned|told|asked|instructed
  with full knowledge
  just|only|merely|simply to get|look|save|meet|avoid|finish|make|go|please|hit
  so|that nobody|no-one|none|he|she|they would|could|might not|notice|see|have
  so nobody|no-one would
  so that * would|could|might not|make|be|have
  for * own convenience|benefit|gain|sake
  out of spite|malice|revenge
  to cover * tracks|mistake|up
  could not care less
  not care
  turn|turned a blind eye
  look|looked the other way
  choose|chose|chosen|preferred|prefer|decided not|to ignore|look|skip|mute|hide|bypass|disregard|see
  choose|chose|chosen not to
  rather than fix|check|test|report|follow|ask|escalate|admit|read
  as usual
`);

const NEGLIGENCE =
  /^(?:negligence|malice|sabotage|misconduct|dereliction|malfeasance|wrongdoing|cover-up|fraud|insubordination|recklessness)$/;

function* find(s: Sentence, place: Place): Iterable<Candidate> {
  for (const clause of s.clauses) {
    const found = fromClause(s, clause, place);
    if (found) yield found;
  }
  for (const phrase of s.phrases) {
    const head = s.singular(phrase.head);
    if (
      !NEGLIGENCE.test(head) ||
      isDenied(s, phrase.from) ||
      /^(?:no|any)$/.test(s.low(phrase.from)) ||
      deniedBehind(s, phrase.to)
    )
      continue;
    const owner = phrase.possessor ?? by(s, phrase.to);
    const actor = owner ? s.actor(owner, true) : undefined;
    const agent = actor && (isBlamable(actor) || actor.kind === 'organisation') ? owner : undefined;
    if (actor?.kind === 'attacker' || actor?.kind === 'system') continue;
    const gross = /^(?:gross|sheer|pure|wilful|willful|criminal|plain|outright|deliberate|simple|utter)$/.test(
      s.low(phrase.head - 1),
    );
    if (
      !agent &&
      !gross &&
      !/^(?:negligence|misconduct|dereliction|sabotage|recklessness|insubordination|cover-up)$/.test(head)
    )
      continue;
    yield ofWords('intent', phrase.from, Math.max(phrase.to, agent?.to ?? 0), { agent });
  }
}

/** "… was not established": denied by the verb behind it. */
function deniedBehind(s: Sentence, at: number): boolean {
  for (let i = at; i < Math.min(s.to, at + 4); i++) if (s.tokens[i]!.tag === 'not') return true;
  return false;
}

function by(s: Sentence, at: number) {
  const low = s.low(at);
  if (low === 'by' || low === 'of' || low === 'from') return s.phraseAt(at + 1);
  if (low === 'on' && s.low(at + 2) === 'part') return s.phraseAt(at + 4);
  return undefined;
}

function fromClause(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  // "Culpability lies with the vendor" tells where it is found.
  if (verb.lemma === 'lie' && /^(?:with|in|at|on|behind|between|within|elsewhere|there)$/.test(s.low(verb.to)))
    return undefined;
  const adverb = deliberateAdverb(s, clause);
  const manner = MANNER.find(s, Math.max(s.from, clause.from - 12), Math.min(s.to, Math.max(clause.to, verb.to) + 10));
  const evil = verbIn(s, clause, MALICE_ALWAYS) || verb.lemma === 'sneak' || verbIn(s, clause, MALICE_VERBS);
  // Who acts is asked only where the act may tell of intent.
  if (adverb === undefined && !manner && !evil && verb.lemma !== 'know' && !verb.passive) return undefined;
  const scope = scopeOf(s, clause, place);
  if (scope === 'rejected' || (scope === 'hypothetical' && place.section !== 'lessons')) return undefined;
  const actor = verb.passive ? (clause.agent ? personIn(s, clause.agent, true) : undefined) : accused(s, clause);

  if (actor && isKnown(s, actor) && actor.kind !== 'we' && !verb.negated) {
    if (verbIn(s, clause, MALICE_ALWAYS) || (verb.lemma === 'sneak' && !verb.passive))
      return ofClause('intent', clause, actor);
    if (
      verbIn(s, clause, MALICE_VERBS) &&
      /^(?:hide|suppress|bury|pretend|game|manipulate|withhold|disguise|obstruct|obfuscate|massage|feign|fake)$/.test(
        verb.lemma,
      )
    ) {
      const object = clause.object ? s.singular(clause.object.head) : '';
      if (
        !(verb.lemma === 'suppress' && /^(?:alert|alarm|noise|warning)$/.test(object)) &&
        !(verb.lemma === 'hide' && /^(?:button|banner|feature|page|widget|link|column)$/.test(object)) &&
        !(verb.lemma === 'manipulate' && /^(?:data|image|string)$/.test(object))
      )
        return ofClause('intent', clause, actor);
    }
  }
  if (adverb !== undefined) {
    if (!actor || actor.kind === 'we' || !isKnown(s, actor)) {
      if (
        verb.passive &&
        !clause.agent &&
        /^(?:knowingly|wilfully|willfully|maliciously|wantonly|negligently)$/.test(s.low(adverb))
      )
        return ofClause('intent', clause, undefined, { severity: 'information' });
      return undefined;
    }
    if (KNOWINGLY.test(s.low(adverb)) || (isBadAct(s, clause) && !helps(s, clause)))
      return ofClause('intent', clause, actor);
    return undefined;
  }
  if (verb.lemma === 'know' && !verb.negated && actor && isBlamable(actor) && isKnown(s, actor)) {
    const anyway = ANYWAY.find(s, verb.to);
    if (anyway) return ofClause('intent', clause, actor, { to: anyway.to });
  }
  if (!manner || !actor || actor.kind === 'we' || !isKnown(s, actor)) {
    const byTeam = verb.passive && clause.agent ? personIn(s, clause.agent, true) : undefined;
    const strong = MANNER_STRONG.find(s, verb.from, Math.min(s.to, Math.max(clause.to, verb.to) + 10));
    if (strong && verb.passive && (byTeam || (!clause.agent && isBadAct(s, clause))) && !scope)
      return ofClause('intent', clause, undefined, { to: strong.to });
    return undefined;
  }
  const text = s.textOf(manner.from, manner.to).toLowerCase();
  if (manner.from < clause.from && !/^(?:in|despite|even|knowing|rather|after)/.test(text)) return undefined;
  if (/^(?:knew|knowing)/.test(text) && /^(?:to|how)$/.test(s.low(manner.to))) return undefined;
  if (/^(?:just|only|merely|simply) to/.test(text) && !isBadAct(s, clause)) return undefined;
  if (/^(?:so that|as usual)/.test(text) && !isBadAct(s, clause)) return undefined;
  if (/^(?:choose|chose|chosen|prefer|preferred|decided)/.test(text) && manner.from > verb.to) return undefined;
  if (/^(?:despite|even|knowing|knew|in spite)/.test(text) && verb.negated && verb.lemma === 'be') return undefined;
  if (isDenied(s, manner.from) && !/\bnot\b|n't/.test(text)) return undefined;
  return ofClause('intent', clause, actor, {
    to: Math.max(verb.to, manner.to),
    from: Math.min(clause.from, manner.from),
  });
}

/** "deliberately takes the site offline to stop the spread" */
function helps(s: Sentence, clause: Clause): boolean {
  return /\bto (?:stop|prevent|contain|limit|protect|reduce|save|isolate|preserve)\b/i.test(
    s.textOf(clause.verb.to, s.to),
  );
}

/** These allege bad faith whatever the act; the others need an act against a safeguard. */
const KNOWINGLY =
  /^(?:knowingly|wilfully|willfully|maliciously|negligently|wantonly|brazenly|flagrantly|sneakily|surreptitiously)$/;

const ANYWAY = new Phrases(`
  anyway|regardless|nonetheless|nevertheless
  all the same
  did|do|does it anyway
`);

const MANNER_STRONG = new Phrases(`
  on purpose
  in bad faith
  with malicious|bad|ill intent
  in blatant|flagrant|wilful|willful|open|complete|total|reckless disregard|defiance|violation
`);

function accused(s: Sentence, clause: Clause): Actor | undefined {
  const own = culprit(s, clause, true);
  if (own) return own;
  for (const phrase of clause.subject) {
    const actor = s.actor(phrase, true);
    if (actor.kind === 'organisation') return actor;
  }
  return undefined;
}

function deliberateAdverb(s: Sentence, clause: Clause): number | undefined {
  for (const i of clause.verb.adverbs) if (DELIBERATELY.has(s.low(i))) return i;
  for (let i = clause.verb.to; i < clause.to; i++) if (DELIBERATELY.has(s.low(i))) return i;
  return DELIBERATELY.has(s.low(clause.verb.from - 1)) ? clause.verb.from - 1 : undefined;
}

const UNSAFE = words(
  `disable bypass skip ignore turn_off switch_off shut_off delete remove silence mute override overrule circumvent force deactivate suppress alter edit falsify unplug disconnect withhold conceal raise lower push deploy merge leave violate break misreport wipe destroy`,
);
const SAFEGUARDS = words(
  `threshold check guard alarm alert test assertion review approval encryption monitoring safeguard safety interlock lock validation warning policy control freeze procedure rule gate audit backup limit firewall logging fence ci pipeline`,
);

/** An act against the safeguards, or an error. */
function isBadAct(s: Sentence, clause: Clause): boolean {
  const { verb } = clause;
  if (verb.negated) return verbIn(s, clause, DUTY_VERBS) || verbIn(s, clause, ACT_VERBS);
  if (verbIn(s, clause, ERROR_VERBS) || /^(?:cut|sit|drag)$/.test(verb.lemma)) return true;
  if (!verbIn(s, clause, UNSAFE)) return false;
  if (/^(?:push|deploy|merge|leave|raise|lower|edit|alter|remove|delete|force)$/.test(verb.lemma)) {
    const from = verb.passive ? clause.from : verb.to;
    for (let i = from; i < clause.to; i++)
      if (SAFEGUARDS.has(s.singular(i)) || /^(?:freeze|broken|untested|wrong|red)$/.test(s.low(i))) return true;
    return false;
  }
  return true;
}

const DELIBERATE = new Clue([DELIBERATELY], (low) => NEGLIGENCE.test(singular(low)));
const MALICE = new Clue([MALICE_ALWAYS, MALICE_VERBS]);

/** Negligence or malice alleged. */
export const intent: Detector = {
  mayFind: (glance) =>
    DELIBERATE.isIn(glance) ||
    MANNER_STRONG.isIn(glance) ||
    ((MALICE.isIn(glance) || MANNER.isIn(glance) || ANYWAY.isIn(glance)) && mayNameSomebody(glance)),
  find,
};
