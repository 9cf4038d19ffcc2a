import { isBlamable } from '../actors.ts';
import type { NounPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import { Clue } from '../glance.ts';
import { PENALTY_NOUNS } from '../lexicon/judgement.ts';
import { AMBIGUOUS_NOUNS, SOMEBODY } from '../lexicon/people.ts';
import { ADMONISH_VERBS, DUTY_VERBS, PUNISH_ALWAYS, PUNISH_VERBS } from '../lexicon/verbs.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameOneOfUs } from '../somebody.ts';
import { isPlural, SOCIAL } from '../word.ts';
import { type Candidate, type Detector, ofClause, ofWords, type Place } from './candidate.ts';
import { isDenied } from './scope.ts';
import { culprit, isKnown, personIn, verbIn } from './support.ts';

/** Telling people to take more care: a remedy that changes nothing in the system. */
const CARE = new Phrases(`
  be|being|been more|extra|very|especially|particularly careful|vigilant|attentive|diligent|cautious|thorough|disciplined|mindful|alert|conscientious|responsible|aware|rigorous|proactive|thoughtful
  be|stay|remain|keep careful|vigilant|attentive|diligent|cautious|mindful|alert|focused|disciplined
  pay more|closer|better|greater|extra|careful|attention attention|to
  pay attention
  take more|better|greater|extra|care care|time
  take more care
  take care|ownership
  exercise|use|apply|show more|greater|extra|due|better|common|utmost|caution|care|diligence|judgement caution|care|diligence|vigilance|judgement|judgment|sense|restraint
  exercise caution|care|restraint|vigilance
  try|work harder
  do better
  double check your|their|his|her|all|every|everything|the
  double-check|triple-check your|their|his|her|all|every|everything
  think twice|before|first
  think before
  slow down
  learn * lesson
  learn to read|follow|check|test|listen|use
  get|gets|pull * act together
  step up
  wake up
  raise * game
  stick|adhere to the process|procedure|rule|rules|runbook|policy
  not let|allow * happen again
  more|better|greater|increased|stricter|extra|higher|improved care|caution|diligence|discipline|vigilance|attention|attentiveness|rigour|rigor|awareness|thoroughness
  stay|stays awake|alert
  with more|greater|extra|better care|caution|diligence|attention
  more care|caution|diligence|discipline|vigilance|attention|attentiveness be|is|from|by|when|on|required|needed|must
  no more yolo|cowboy|sloppy
  stop being|doing|yolo|yolo-ing|cutting|cowboying
  concentrate better|more|harder
  keep * eye|eyes open|peeled
  watch|mind * step|work|hands
`);

const MUST = words(`must should need have_to ought will shall be_to may can`);

const HR = new Phrases(`
  hr be|was|has|have|will|to|with|involved|informed|process|matter|case
  disciplinary action|measure|measures|procedure|proceedings|process|hearing|meeting|consequences|steps
  conduct|performance review|hearing|plan|issue|matter|conversation|discussion|improvement
  written|verbal|formal|final|oral|official warning|reprimand
  performance-improvement plan
  improvement plan
  put * on a pip|plan|performance
  personnel file|record
  note|entry in|on|to * file|record
  consequences for|when|if
  there|must|should|will|need|have be|to * consequences
  hold|held|holding * accountable|responsible|personally
  be held accountable|responsible|personally
  accountable personally
  revoke|remove|withdraw|pull|strip|suspend|restrict|take|limit|cut * access|rights|privileges|permission|permissions|credentials|bonus
  revoke|remove|withdraw|pull|strip|suspend|restrict * 's * access|rights|privileges|permission|permissions|credentials
  access * revoked|withdrawn|removed|suspended|stripped|pulled|restricted
  bonus
  taken|take|took off * on-call|rota|rotation|project|team
  removed|remove * from * on-call|rota|rotation|project|team
  one-to-one|one-on-one|1:1 * about|regarding
  have a word|chat|talk|conversation with
  talk|speak|chat to|with * about
  a stern|serious|quiet word|talk|chat|conversation|talking-to
  be|been|get|got dealt|spoken|talked with|to
  in no uncertain
  zero tolerance
  show-cause notice|letter
  strongly-worded|worded email|letter|memo|mail to
  strongly worded email|letter|memo|mail to
  refresher|remedial training|course|session for
  no longer be permitted|allowed|trusted to
  formal|informal|serious|stern conversation|talk|chat|meeting|interview|discussion with
  human resources
  higher standard|standards of
  repeat offence|offences|offense|offenses|offender|offenders
  contract * not be renewed|extended
  contract * not renewed|extended
  lose|loses|lost * access|admin|cluster-admin|root|rights|privileges|permissions
  warning|reprimand|memo|letter * given|issued|sent|served|handed to
  query|warning letter * to
  issue|give|send|serve * warning|reprimand|letter to
  remove|removed|taken from * duty|duties|position|role|post
  repeat|retake|resit|redo the|their|his|her * exam|test|certification|training|course
  importance|need of|to following|follow|read|reading|checking|testing|reviewing|adhering|double-checking|care
  talk|speak|chat to|with * about
  no longer works|employed|with|part here|us|of
  held|hold to account
  revocation|withdrawal|removal|suspension of * access|rights|privileges|permissions
  refresher|remedial course|training|session * for * everybody|everyone|all|the|those|who
  mandatory * training|course|refresher|session
  sign a|the * declaration|statement|form
  warn * formally
  suspended
  not be tolerated
  make an example
  coach|retrain|train * on double-checking|checking|reading|care|following|being
  reiterate|repeat|stress|emphasise|emphasize to all|every|everyone|the * that
  confirm|acknowledge in writing
  sign|signs|sign a|the|that * commitment|pledge|declaration|acknowledgement
  name * in the all-hands|monthly|weekly|meeting|newsletter
  off the * rota|roster|rotation
  once more|again that|to they|he|she must|should|need|have
  give * refresher|lecture|talking-to|warning|earful|dressing-down
  a|the clear|stern|serious|last|final|hard|sharp warning|talk|letter
  to be less|more quick|hasty|careful|attentive
  yell|shout at
  write an|a * excuse|apology
  yearly|annual talk|appraisal
  per person|head|engineer|employee|operator
  month|week|weeks|months of ticket|punishment|phone|night duty|shifts
  take|taken|took * from|off * rota|roster
  talk|speak w /
  engage brain|brains
  lose|loses|lost * rights|access|privileges|permission|permissions|badge|keys|root|admin|commit
  work more concentrated|carefully|accurately|thoroughly
  earn|earned|earns * back|trust
  take|takes|taken|took * off the|on-call|rota|project|roster|rotation|team
  no more root|admin|access|prod|deploys|production for
  written|formal|verbal warning * to
  move|moved to * where he|she|they can
  please|pls double|double-check|remember|think|stop
  please|pls , people|folks|guys|everyone|all
  sign|signs that|a|to they|he|she|read|understood * have|has|declaration
  as a punishment|penalty
  dock|docked|docking * stipend|pay|salary|bonus|wages
  suspend|suspended|suspending * authority|access|rights|licence|license
  three strikes
  strip|strips|stripped * of the|his|her|their right|rights|role|access|privileges
  letter|note of concern|reprimand|censure|warning
  caution be|is|was|has issued|given|been
  sit|retake|resit|repeat * assessment|exam|test|examination again
  told|informed|reminded in writing
  let go
  name and shame
`);

function* find(s: Sentence, place: Place): Iterable<Candidate> {
  for (const clause of s.clauses) {
    const found =
      punishment(s, clause, place) ??
      admonition(s, clause, place) ??
      duty(s, clause, place) ??
      personalRemedy(s, clause, place);
    if (found) yield found;
  }
  yield* care(s, place);
  yield* measures(s, place);
  yield* toPeople(s, place);
}

const FIRE_SERVICE =
  /^(?:brigade|service|department|crew|alarm|drill|door|doors|engine|exit|extinguisher|safety|hose)$/;

/** "Bob was reprimanded", "the contractor has been let go". */
function punishment(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  const lemma = verb.particle ? `${verb.lemma} ${verb.particle}` : verb.lemma;
  if (!PUNISH_VERBS.has(lemma) && !verbIn(s, clause, PUNISH_VERBS)) return undefined;
  // "the police, the fire brigade"
  if (verb.lemma === 'fire' && FIRE_SERVICE.test(s.low(verb.to))) return undefined;
  // "asked whether somebody would be fired"
  if (verb.negated || verb.modal === 'would' || isDenied(s, verb.from)) return undefined;
  const target = verb.passive ? clause.subject[0] : clause.object;
  const actor = target ? personIn(s, target, true) : undefined;
  if (!actor) return undefined;
  if (actor.kind === 'you' && !PUNISH_ALWAYS.has(lemma)) return undefined;
  const strong = PUNISH_ALWAYS.has(lemma) || PUNISH_ALWAYS.has(verb.lemma);
  if (!strong && !isKnown(s, actor)) return undefined;
  if (!actor.certain && /^[A-Z0-9]{2,}$/.test(s.tokens[actor.phrase.head]!.text)) return undefined;
  // "the engineer was warned by the tool", "fired", "suspended" are what people do to people.
  if (
    /^(?:warn|caution|relieve|terminate|dismiss|suspend|ban|boot|fine|bench|counsel|dock|speak|talk|deal|fire|lecture|steal|sideline|reassign)$/.test(
      verb.lemma,
    ) &&
    !strong
  ) {
    if (verb.lemma === 'warn' || verb.lemma === 'relieve' || verb.lemma === 'reassign') {
      if (clause.agent && s.actor(clause.agent).kind === 'system') return undefined;
      if (!verb.passive && clause.subject.length > 0 && s.subjectActor(clause)?.kind === 'system') return undefined;
      if (verb.lemma === 'relieve' || verb.lemma === 'reassign') return undefined;
      if (/^(?:that|of|in|by)$/.test(s.low(verb.to)) && !verb.passive) return undefined;
      if (place.section === 'action-items') return ofClause('discipline', clause, actor);
      return ofClause('discipline', clause, actor, {
        confidence: 'medium',
        severity: /^(?:to|about|not)$/.test(s.low(verb.passive ? verb.to : actor.phrase.to))
          ? 'warning'
          : 'information',
      });
    }
    if (verb.lemma === 'speak' || verb.lemma === 'talk' || verb.lemma === 'deal') {
      if (!verb.passive) return undefined;
    }
    if (clause.object && !verb.passive && !isKnown(s, actor)) return undefined;
  }
  return ofClause('discipline', clause, actor);
}

/** "Remind engineers to double-check", "Retrain warehouse ops", "Operators have been told to …". */
function admonition(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  if (verb.negated || !verbIn(s, clause, ADMONISH_VERBS) || isDenied(s, verb.from)) return undefined;
  // "so that they can tell callers", "asked whether", "ask finance how", "should we ask people to stop?"
  if (/^(?:can|could|may|might)$/.test(verb.modal ?? '') || INDIRECT_QUESTION.test(s.low(verb.to))) return undefined;
  if (s.isQuestion && s.subjectActor(clause)?.kind === 'we') return undefined;
  // "Was the station manager told before the boards went blank?", "the tool will ask for the number of rows"
  if (s.isQuestion && verb.passive && clause.inverted) return undefined;
  if (verb.lemma === 'ask' && /^(?:for|that)$/.test(s.low(verb.to))) return undefined;
  const target = verb.passive ? clause.subject[0] : (clause.object ?? toWhom(s, clause));
  if (!target) {
    // "Reiterate the importance of testing"
    if (
      /^(?:reiterate|stress|emphasise|emphasize|impress|hammer)$/.test(verb.lemma) &&
      place.section === 'action-items'
    )
      return ofClause('discipline', clause, undefined, { confidence: 'medium' });
    return undefined;
  }
  if (INDIRECT_QUESTION.test(s.low(target.to)) && /^(?:ask|tell)$/.test(verb.lemma)) return undefined;
  const actor = s.actor(target, true);
  const human =
    (isBlamable(actor) && (isKnown(s, actor) || s.tokens[target.head]!.capital)) ||
    actor.kind === 'anybody' ||
    (/^re/.test(verb.lemma) && AMBIGUOUS_NOUNS.has(s.singular(target.head)) && isPlural(s.low(target.head))) ||
    actor.kind === 'we';
  if (!human) {
    if (
      /^(?:reiterate|stress|emphasise|emphasize)$/.test(verb.lemma) &&
      /^(?:importance|need|necessity)$/.test(s.low(target.head))
    )
      return ofClause('discipline', clause, undefined, { confidence: 'medium' });
    return undefined;
  }
  if (!verb.passive && verb.tense === 'past' && s.subjectActor(clause)?.kind === 'system') return undefined;
  const { lemma } = verb;
  const rest = s.textOf(Math.max(target.to, verb.to), s.to).toLowerCase();
  if (/^(?:train|drill|brief|coach|school|teach|educate|encourage|refresh)$/.test(lemma)) {
    if (place.section !== 'action-items') {
      return verb.passive ? ofClause('discipline', clause, actor, { severity: 'information' }) : undefined;
    }
    const careful = /\b(?:careful|attention|properly|correctly|not to|mistake|error|harder|better)\b/.test(rest);
    return ofClause('discipline', clause, actor, {
      severity: careful ? 'warning' : 'information',
    });
  }
  if (
    /^(?:retrain|re-train|reeducate|re-educate|re-brief|re-school|re-instruct|remind|admonish|exhort|lecture|implore|urge|impress)$/.test(
      lemma,
    )
  )
    return ofClause('discipline', clause, actor, { to: Math.max(verb.to, target.to) });
  // tell, ask, instruct, request, warn, advise: only where what is asked is care or a duty.
  const asked =
    /\b(?:be|more|double-check|check|careful|carefully|attention|slow down|think|not to|never|always|follow|read|test|verify|review|before|stop|stick|adhere|care|caution|vigilant|attentive|importance|unacceptable|must)\b/.test(
      rest,
    );
  if (lemma === 'tell' && place.section === 'action-items' && !verb.passive)
    return ofClause('discipline', clause, actor, { to: target.to });
  if (!asked || (lemma === 'tell' && !verb.passive && verb.tense === 'past')) return undefined;
  if (place.section === 'timeline' || (place.section === 'cause' && verb.tense === 'past')) return undefined;
  // What was asked of somebody at the time, or of somebody unknown, is no remedy.
  if (verb.lemma === 'ask' && (place.section === 'other' || SOMEBODY.has(s.low(target.head)))) return undefined;
  if (
    /^(?:ask|request|advise|instruct|order)$/.test(lemma) &&
    /^\s*(?:to )?(?:confirm|update|review|provide|share|send|add|rotate|check whether|join|help|fix|increase|raise)\b/.test(
      rest.replace(/^to /, ''),
    )
  )
    return undefined;
  return ofClause('discipline', clause, actor, { to: Math.max(verb.to, target.to), confidence: 'medium' });
}

const INDIRECT_QUESTION = /^(?:whether|if|how|what|why|who|when|where|which)$/;

/** "Stress to the call centre …": whom the words are said to. */
function toWhom(s: Sentence, clause: Clause): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    if (phrase.from < clause.verb.to || phrase.from > clause.verb.to + 6) continue;
    if (phrase.preposition !== undefined && /^(?:to|on|upon|with)$/.test(s.low(phrase.preposition))) return phrase;
    if (phrase.preposition === undefined) return phrase;
  }
  return undefined;
}

function isAboutRemedies({ section }: Place): boolean {
  return section === 'action-items' || section === 'lessons' || section === 'review';
}

/** "Make sure engineers check", "Ensure developers always test", "Engineers must be more careful". */
function duty(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  if (!isAboutRemedies(place)) return undefined;
  const { verb } = clause;
  if (verb.lemma === 'ensure' || verb.lemma === 'make' || verb.lemma === 'insist' || verb.lemma === 'see') {
    if (verb.lemma === 'make' && s.low(verb.to) !== 'sure' && s.low(verb.to) !== 'certain') return undefined;
    if (isDenied(s, verb.from)) return undefined;
    if (clause.subject.length > 0 && s.subjectActor(clause)?.kind === 'system') return undefined;
    const inner = s.clauses.find((other) => other.verb.from > verb.to && other.ownSubject && other.from <= verb.to + 4);
    const actor = inner && culprit(s, inner, true);
    // "see to it that people check", not "see this document"
    if (verb.lemma === 'see' && !/^(?:to|that)$/.test(s.low(verb.to))) return undefined;
    if (!inner || !actor || !isKnown(s, actor) || actor.kind === 'we' || actor.kind === 'you' || inner.verb.passive)
      return undefined;
    if (!DUTY_VERBS.has(inner.verb.lemma) || /^(?:have|receive|get)$/.test(inner.verb.lemma)) return undefined;
    return ofClause('discipline', inner, actor, { from: verb.from });
  }
  return undefined;
}

/** "He needs to be more careful", "people must stop …". */
function personalRemedy(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  const needs =
    (verb.lemma === 'need' || verb.lemma === 'have') && (s.low(verb.to) === 'to' || s.low(verb.to - 1) === 'to');
  const modal = verb.modal !== undefined && MUST.has(verb.modal) && !verb.perfect;
  if (!needs && !modal) return undefined;
  const actor = culprit(s, clause, true);
  if (!actor || actor.kind === 'we' || !isKnown(s, actor)) return undefined;
  const rest = s.textOf(verb.from, Math.min(s.to, verb.to + 8)).toLowerCase();
  if (
    /\b(?:learn|listen|wake up|grow up|step up|shape up|do better|try harder|stop (?:being|doing|yolo|cutting|cowboying|merging|pushing|deploying|skipping|ignoring|treating|\w+ing)|think|behave|(?:re-?)?familiari[sz]e|understand that|start (?:testing|reading|checking|taking)|get (?:it|their|his|her)|be (?:more|better)|be (?:disciplined|retrained|spoken|taken|removed))\b/.test(
      rest,
    )
  ) {
    if (verb.modal && /^(?:can|may|will)$/.test(verb.modal)) return undefined;
    return ofClause('discipline', clause, actor, { to: Math.min(s.to, verb.to + 3) });
  }
  void place;
  return undefined;
}

/** "Be more careful", wherever it is asked for. */
function* care(s: Sentence, place: Place): Iterable<Candidate> {
  const found = CARE.find(s);
  if (!found) return;
  // "the team is alerted": a verb, no state of mind.
  if (isDenied(s, found.from) || s.tokens[found.to - 1]!.tag === 'verb') return;
  if (s.low(found.from).endsWith('ing')) return;
  // "We have to do better": a resolution, no remedy.
  if (
    /^(?:do better|try harder)/.test(s.textOf(found.from, found.to).toLowerCase()) &&
    /\bwe\b/i.test(s.textOf(s.from, found.from))
  )
    return;
  // "We cannot fix this by telling people to be careful"
  if (
    /\b(?:not|cannot|never|n't)\b.*\bby (?:telling|asking|reminding|urging)\b/i.test(
      s.textOf(s.from, found.from).replace(/n't/g, ' not'),
    )
  )
    return;
  const text = s.textOf(found.from, found.to).toLowerCase();
  const clause =
    s.clauses.find((c) => c.verb.from <= found.from && found.from < Math.max(c.verb.to, c.to)) ?? s.clauses[0];
  const before = s.textOf(s.from, found.from).toLowerCase();
  const after = s.phraseAt(found.to) ?? s.phraseAt(found.to + 1);
  const follows = after !== undefined && isBlamable(s.actor(after)) && s.actor(after).certain;
  const we = !follows && /\bwe\b|\bour\b|\blet's\b/.test(before);
  const person = personBefore(s, found.from);
  const asking =
    /\b(?:must|should|need|needs|have to|has to|ought|please|pls|plz|to|will|shall|kindly|requested|reminded|asked|told|urged|let's|can|could|gotta|going)\b/.test(
      before,
    );
  const imperative =
    found.from === s.from ||
    /^(?:please|and|always|just|-|:|,|everyone|folks|guys|all|team)$/.test(s.low(found.from - 1));
  const asked =
    imperative || /\b(?:must|should|need|needs|have|has|ought|please|to|kindly|just|always)\s*$/.test(before);
  if (/^(?:slow|step|think|keep|watch|mind|wake|stick|adhere)\w* ?/.test(text) && !asked) return;
  if (
    /^(?:double-check|double check|triple-check|take care|take more time|think|slow down|stick|adhere|step up|keep|watch|mind|take time|wake|pay attention)/.test(
      text,
    ) &&
    !imperative &&
    !person
  )
    return;
  if (clause && s.subjectActor(clause)?.kind === 'system' && !imperative && !person) return;
  if (clause && s.subjectActor(clause)?.kind === 'self') return;
  if (
    !asking &&
    !imperative &&
    !person &&
    place.section !== 'action-items' &&
    !/^(?:more|better|greater|increased|stricter|extra|higher|improved) /.test(text) &&
    !/^no more/.test(text)
  )
    return;
  if (person && !asking && !imperative && place.section !== 'action-items') return;
  yield ofWords('discipline', found.from, found.to, {
    severity: we && !/careful|attention|diligen|vigilan|caution/.test(text) ? 'information' : 'warning',
    agent: person,
    clause,
  });
}

/** Measures of personnel: a hearing, a bonus, access withdrawn. */
function* measures(s: Sentence, place: Place): Iterable<Candidate> {
  const found = HR.find(s);
  const nobody =
    /^(?:held|hold)$/.test(found ? s.low(found.from) : '') &&
    /\b(?:no one|nobody|no-one)\b/i.test(s.textOf(s.from, s.to));
  if (found && (!isDenied(s, found.from) || nobody)) {
    const text = s.textOf(found.from, found.to).toLowerCase();
    const person = anyPerson(s);
    const needsPerson =
      /warning|letter|memo|importance|need |exam|course|duty|duties|suspended|sign |speak|access|rights|privileges|permission|credential|bonus|taken|take|removed|remove|word|chat|talk|dealt|spoken|hold|held|accountable|let go|one-|1:1|performance|conduct|note|entry|hr |consequences|not be tolerated|put |pull/.test(
        text,
      );
    if (
      !needsPerson ||
      person ||
      /consequences|not be tolerated|bonus|in no uncertain|no longer|held|revocation|withdrawal|declaration/.test(text)
    ) {
      if (/^(?:performance|conduct) (?:review|plan|issue|improvement)$/.test(text) && !person) return;
      if (/access|rights|permission|privileges|credential/.test(text) && !(person && accessOf(s, found, person)))
        return;
      if (/^(?:importance|need) /.test(text) && place.section !== 'action-items') return;
      // "Ms Kahale suspended the overnight chain"
      if (text === 'suspended' && suspendsThing(s, found.from)) return;
      // "Talk with the dispatchers about what keeps them away"
      if (/^(?:talk|speak|chat) /.test(text) && /^(?:what|how|why|which|where)$/.test(s.low(found.to))) return;
      // "the contributors I talked to were relaxed about it"
      if (/^(?:talk|speak|chat)\w* /.test(text) && person && person.from < found.from) return;
      if (/bonus/.test(text) && !FORFEIT.test(s.textOf(s.from, s.to))) return;
      if (/^human resources$/.test(text) && s.low(found.to) === ':') return;
      if (/^(?:talk|speak|chat) /.test(text) && place.section !== 'action-items' && place.section !== 'lessons') return;
      // "no notes of it go into a personnel file"
      if (
        /^(?:personnel|note|entry)/.test(text) &&
        /^(?:no|none|nothing)\b/i.test(s.textOf(clauseStart(s, found.from), s.to))
      )
        return;
      // "Ms Oyelaran from HR is content"
      if (/^hr /.test(text) && s.tokens[found.from - 1]?.tag === 'preposition') return;
      // "Canadian hotels lose the admin screen"
      if (/^los/.test(text) && loser(s, found.from) === 'system') return;
      if (/^hr /.test(text) && !person && !/matter|process|case|informed|involved/.test(text)) return;
      yield ofWords('discipline', found.from, found.to, { agent: person });
      return;
    }
  }
  for (const phrase of s.phrases) {
    const head = s.singular(phrase.head);
    if (
      !PENALTY_NOUNS.has(head) ||
      !/^(?:reprimand|punishment|penalty|sanction|demotion|pip|probation|talking-to|telling-off|dressing-down|scolding|performance-improvement|retribution|admonishment|rebuke|censure|dismissal)$/.test(
        head,
      )
    )
      continue;
    if (isDenied(s, phrase.from) || s.low(phrase.from) === 'no') continue;
    const person = anyPerson(s);
    if (person) yield ofWords('discipline', phrase.from, phrase.to, { agent: person });
    return;
  }
}

/** Where the part of the sentence begins that a token stands in. */
function clauseStart(s: Sentence, at: number): number {
  let start = at;
  while (start > s.from && !/^[;:,.]$/.test(s.low(start - 1))) start--;
  return start;
}

function suspendsThing(s: Sentence, at: number): boolean {
  const clause = s.clauses.find(({ verb }) => verb.main === at && !verb.passive);
  return clause?.object !== undefined && !isBlamable(s.actor(clause.object));
}

/** Who or what loses something. */
function loser(s: Sentence, at: number) {
  const clause = s.clauses.find(({ verb }) => verb.from <= at && at < verb.to);
  return clause && s.subjectActor(clause)?.kind;
}

const FORFEIT =
  /\b(?:los\w+|cut\w*|dock\w*|withh\w+|reduc\w+|forfeit\w*|deduct\w*|claw\w*|revok\w+|cancel\w*|strip\w*|no|without|not|n't)\b/i;

/** The access taken away is a person's, as a penalty: "pull Stelios's prod access". */
function accessOf(s: Sentence, found: { from: number; to: number }, person: NounPhrase): boolean {
  if (
    /\b(?:until|pending|because|earned|offending|privilege|review)\b/i.test(
      s.text.slice(s.tokens[s.from]!.start, s.tokens[s.to - 1]!.end),
    )
  )
    return true;
  return (
    person.from >= found.from &&
    person.to <= found.to + 4 &&
    s.actor(person).kind === 'person' &&
    s.tokens[person.head]!.tag === 'name'
  );
}

/** "Engineers to exercise greater caution", "People to be trained again": people as the object of an action item. */
function* toPeople(s: Sentence, place: Place): Iterable<Candidate> {
  if (place.section !== 'action-items') return;
  for (const phrase of s.phrases) {
    const actor = s.actor(phrase);
    if (!isBlamable(actor) || !isKnown(s, actor) || phrase.from > s.from + 2) continue;
    const clause = s.clauses.find(
      (c) => c.verb.from >= phrase.to && c.verb.from <= phrase.to + 1 && (c.verb.infinitive || c.verb.modal),
    );
    if (!clause) return;
    const rest = s.textOf(clause.verb.from, Math.min(s.to, clause.verb.to + 6)).toLowerCase();
    if (
      /\b(?:careful|caution|attention|attend .*training|retrain|re-train|double-check|refrain|remember|think|disciplin|reminded|stop)\b/.test(
        rest,
      )
    )
      yield ofClause('discipline', clause, actor, { from: phrase.from });
    return;
  }
}

function personBefore(s: Sentence, before: number): NounPhrase | undefined {
  let found: NounPhrase | undefined;
  for (const phrase of s.phrases) {
    if (phrase.from >= before) break;
    const actor = s.actor(phrase);
    if (isBlamable(actor) && isKnown(s, actor)) found = phrase;
  }
  return found;
}

function anyPerson(s: Sentence): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    for (const one of phrase.possessor ? [phrase.possessor, phrase] : [phrase]) {
      const actor = s.actor(one, s.tokens[one.head]!.tag === 'name');
      if (isBlamable(actor) && isKnown(s, actor)) return one;
    }
  }
  return undefined;
}

const PUNISHING = new Clue([PUNISH_VERBS, PENALTY_NOUNS]);
const ADMONISHING = new Clue([ADMONISH_VERBS]);
const STRESSING = new Clue([words(`reiterate stress emphasise emphasize impress hammer`)]);
const ENSURING = new Clue([words(`ensure make insist see`)]);
/** What people are told to do, or to have done to them, in remedies. */
const REMEDY = new Clue([], (low) =>
  /(?:^|\W)(?:learn|listen|wake|grow|step|shape|better|harder|stop|think|behave|re-?familiari[sz]e|familiari[sz]e|understand|start|get|more|disciplined|retrained|spoken|taken|removed)(?:\W|$)/.test(
    low,
  ),
);
/** What obliges people. */
const OBLIGING = new Clue([words(`must should shoulda ought oughta shall need needn't gotta`)]);
const OBLIGED = new Phrases(`be|have to`);
const CAREFULNESS = new Clue([], (low) =>
  /careful|caution|attention|training|retrain|re-train|double-check|refrain|remember|think|disciplin|reminded|stop/.test(
    low,
  ),
);

/** Punishment, admonition, or "be more careful" as remedy. */
export const discipline: Detector = {
  mayFind: (glance, place) =>
    place.section !== 'went-well' &&
    (CARE.isIn(glance) ||
      HR.isIn(glance) ||
      PUNISHING.isIn(glance) ||
      STRESSING.isIn(glance) ||
      // Who is reminded is a person, whatever the word: "remind all controllers".
      (ADMONISHING.isIn(glance) && (glance.classes & SOCIAL) !== 0) ||
      ((ADMONISHING.isIn(glance) ||
        (REMEDY.isIn(glance) && (OBLIGING.isIn(glance) || OBLIGED.isIn(glance))) ||
        (ENSURING.isIn(glance) && isAboutRemedies(place)) ||
        (CAREFULNESS.isIn(glance) && place.section === 'action-items')) &&
        mayNameOneOfUs(glance))),
  find,
};
