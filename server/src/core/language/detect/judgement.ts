import { type Actor, isBlamable } from '../actors.ts';
import { type NounPhrase, wordPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import { Clue } from '../glance.ts';
import {
  ACT_NOUNS,
  ERROR_NOUNS,
  INSULT_NOUNS,
  JUDGEMENT_ADJECTIVES,
  JUDGEMENT_ADVERBS,
  MILD_JUDGEMENT,
  VIRTUE_NOUNS,
} from '../lexicon/judgement.ts';
import { AMBIGUOUS_NOUNS } from '../lexicon/people.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameOneOfUs } from '../somebody.ts';
import { type Candidate, type Detector, ofClause, ofWords, type Place } from './candidate.ts';
import { isDenied, RISK, scopeOf } from './scope.ts';
import { culprit, isKnown, personIn } from './support.ts';

const CONDUCT = new Phrases(`
  asleep at the wheel|switch|helm
  could not care less
  not care|give a|about
  not give a damn|shit|toss|hoot|fuck
  can|could|cannot not be bothered|trusted|arsed
  can|could be trusted not
  cannot|could not be bothered|trusted|arsed
  out of * league|depth
  always in a rush|hurry
  typical of
  not take|takes|took * seriously
  take|takes|took * lightly
  play|played|plays cowboy|hero|god|games
  throw|threw caution
  lose|lost * head|nerve|temper|cool|composure|interest
  bury|buried|head * in the sand
  run around like
  headless chicken|chickens
  yolo|yolo-ing|yoloing|yoloed|yolo'd
  no excuse
  no common sense
  amateur hour
  poor|bad judgement|judgment|decision|form|show|showing|excuse|job|discipline|attitude|communication|ownership|choice|call|work|craftsmanship|workmanship|planning|leadership|housekeeping|management|practice
  lack of care|attention|diligence|discipline|rigour|rigor|professionalism|vigilance|competence|ownership|accountability|urgency|interest|effort|commitment|thought|foresight|judgement|judgment|leadership|responsibility|focus|seriousness|concern
  lack|lacked|lacks the|any|basic care|attention|diligence|discipline|rigour|rigor|professionalism|competence|ownership|accountability|urgency|commitment|judgement|judgment|leadership|responsibility|maturity|courage|backbone
  without * care in the
  half baked|assed|arsed
  slapped|thrown|cobbled together by
  show|shows|showed * poor|terrible|bad|awful|no judgement|judgment|discipline|care
  look|looked away
  nobody|no-one * can|could be bothered
  take|takes|took ownership|responsibility|pride|care of|for|in
  sense of urgency|ownership
  take|takes|took no|any ownership|responsibility|interest|pride
  comedy of errors
  cowboy deploy|deploys|deployment|change|changes|hotfix|fix|fixes|coding|culture|attitude
  what a mess|joke|disaster|clown
`);

/** What people are blamed for not being. */
const VIRTUES = words(
  `careful attentive thorough diligent vigilant focused focussed professional serious responsible honest disciplined concentrated conscientious meticulous cautious rigorous reliable interested cooperative helpful bothered awake sober`,
);

const SUBJECT_STATES = words(
  `asleep drunk hungover lazy careless reckless negligent sloppy incompetent complacent irresponsible hasty impatient stubborn arrogant clueless inattentive distracted overconfident`,
);

function* find(s: Sentence, place: Place): Iterable<Candidate> {
  yield* vices(s);
  yield* gerunds(s);
  yield* farPredicate(s);
  yield* appositions(s);
  for (const clause of s.clauses) {
    const found = predicate(s, clause, place) ?? manner(s, clause, place);
    if (found) yield found;
  }
  for (const phrase of s.phrases) {
    const found = attributive(s, phrase) ?? insult(s, phrase) ?? lacking(s, phrase);
    if (found && !isDenied(s, found.from) && !RISK.has(s.low(found.from - 1))) yield found;
  }
  yield* conduct(s);
  yield* ofPerson(s);
}

/** "The team was sloppy", "Payroll were careless". */
function predicate(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  if (!/^(?:be|become|seem|look|appear|get|act|behave|grow|remain|sound|prove)$/.test(verb.lemma)) {
    if (
      /^(?:panic|freeze|dither|hesitate|procrastinate|overreact)$/.test(verb.lemma) &&
      !verb.negated &&
      !clause.object &&
      !scopeOf(s, clause, place)
    ) {
      const actor = culprit(s, clause, true);
      if (actor && isKnown(s, actor) && isBlamable(actor)) return ofClause('judgement', clause, actor);
    }
    return undefined;
  }
  if (verb.negated && !verb.modal && !scopeOf(s, clause, place)) {
    // "not responsible for the attack" acquits.
    const virtue = [verb.to, verb.to + 1, verb.to + 2].find(
      (i) => VIRTUES.has(s.low(i)) && !(s.low(i) === 'responsible' && /^(?:for|of)$/.test(s.low(i + 1))),
    );
    const actor = virtue === undefined ? undefined : culprit(s, clause, true);
    if (virtue !== undefined && actor && isKnown(s, actor) && isBlamable(actor))
      return ofClause('judgement', clause, actor, { to: virtue + 1 });
  }
  if (verb.negated || (verb.modal && !/^(?:must|would)$/.test(verb.modal))) return undefined;
  for (let i = verb.to; i < Math.min(s.to, verb.to + 7); i++) {
    const token = s.tokens[i]!;
    if (/^[;:.!?]$/.test(token.text) || token.tag === 'not' || token.tag === 'subordinator') return undefined;
    if (!JUDGEMENT_ADJECTIVES.has(token.low) || token.kind === 'opaque') continue;
    if (token.tag === 'noun' && !SUBJECT_STATES.has(token.low)) continue;
    if (scopeOf(s, clause, place)) return undefined;
    const actor = culprit(s, clause, !MILD_JUDGEMENT.has(token.low) || token.low === 'rushed');
    const customer = clause.subject.some(
      (phrase) =>
        s.actor(phrase).kind === 'customer' &&
        (!AMBIGUOUS_NOUNS.has(s.singular(phrase.head)) ||
          /^(?:users?|students?|customers?|players?)$/.test(s.low(phrase.head))),
    );
    if (customer && !/^(?:slow|impatient|late|hurried)$/.test(token.low))
      return ofClause('judgement', clause, undefined, { to: i + 1 });
    if (actor) {
      if (actor.kind !== 'we' && !isKnown(s, actor)) return undefined;
      return ofClause('judgement', clause, actor, {
        severity: actor.kind === 'we' ? contemptuous(token.low) : 'warning',
        to: i + 1,
      });
    }
    // "Reviewing 1,400 lines in four minutes is just lazy"
    if (
      s.tokens[s.from]!.tag === 'verb' &&
      s.low(s.from).endsWith('ing') &&
      STRONG_ATTRIBUTES.has(token.low) &&
      clause.verb.lemma === 'be'
    )
      return ofClause('judgement', clause, undefined, { to: i + 1 });
    const subject = clause.subject[0];
    if (subject) {
      const head = s.singular(subject.head);
      const conductNoun =
        /^(?:conduct|behaviour|behavior|attitude|response|reaction|handling|assessment|analysis|testing|write-up|effort|communication|review|decision|work|approach|leadership|management|judgement|judgment|handover|planning|performance|triage|decision-making|practice|supervision|oversight|coordination|teamwork|workmanship)$/.test(
          head,
        );
      if (subject.possessor && personIn(s, subject.possessor))
        return ofClause('judgement', clause, undefined, { to: i + 1 });
      const owner = ownerBehind(s, subject);
      if (owner && ACT_NOUNS.has(head)) return ofClause('judgement', clause, undefined, { to: i + 1 });
      if (conductNoun && !MILD_JUDGEMENT.has(token.low)) return ofClause('judgement', clause, undefined, { to: i + 1 });
      if (head === 'it' || head === 'this' || head === 'that') {
        if (s.low(i + 1) === 'to' && !MILD_JUDGEMENT.has(token.low) && s.tokens[i + 2]?.tag === 'verb')
          return ofClause('judgement', clause, undefined, { to: i + 3 });
        // "It was irresponsible of Dario to …", "this was stupid"
        const of = s.low(i + 1) === 'of' || s.low(i + 1) === 'for' || s.low(i + 1) === 'from';
        const person = of ? personIn(s, s.phraseAt(i + 2), true) : undefined;
        if (person) return ofClause('judgement', clause, person, { to: person.phrase.to });
      }
    }
    return undefined;
  }
  return undefined;
}

function contemptuous(word: string): 'warning' | 'information' {
  return /^(?:idiotic|moronic|stupid|dumb|pathetic|incompetent|clueless|brainless)$/.test(word)
    ? 'warning'
    : 'information';
}

function ownerBehind(s: Sentence, phrase: NounPhrase): NounPhrase | undefined {
  const low = s.low(phrase.to);
  if (low !== 'of' && low !== 'by' && low !== 'from') return undefined;
  if (s.low(phrase.to + 1) === 'whoever') return wordPhrase(phrase.to + 1);
  const owner = s.phraseAt(phrase.to + 1);
  return personIn(s, owner)?.phrase;
}

/** Nouns made of verbs: what somebody did. */
const DEVERBAL = /(?:tion|sion|ment|ing|al|ance|ence|ure|sis)$/;

/** A supplier that acts carelessly is judged like a person. */
function organisation(s: Sentence, clause: Clause): Actor | undefined {
  const actor = s.subjectActor(clause);
  return actor?.kind === 'organisation' ? actor : undefined;
}

/** "carelessly deployed", "blindly approved". */
function manner(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  let at: number | undefined;
  for (const i of verb.adverbs) if (JUDGEMENT_ADVERBS.has(s.low(i))) at = i;
  if (at === undefined)
    for (let i = verb.to; i < Math.min(s.to, clause.to + 1); i++) if (JUDGEMENT_ADVERBS.has(s.low(i))) at = i;
  if (at === undefined && JUDGEMENT_ADVERBS.has(s.low(verb.from - 1))) at = verb.from - 1;
  if (at === undefined || verb.negated || scopeOf(s, clause, place)) return undefined;
  const word = s.low(at);
  const weak =
    /^(?:blindly|happily|cheerfully|merrily|blithely|stubbornly|greedily|casually|naively|ignorantly|hastily|haphazardly)$/.test(
      word,
    );
  const actor = verb.passive
    ? clause.agent
      ? personIn(s, clause.agent, true)
      : undefined
    : (culprit(s, clause, !weak) ?? organisation(s, clause));
  if (actor && (isKnown(s, actor) || actor.kind === 'we'))
    return ofClause('judgement', clause, actor, {
      severity: actor.kind === 'we' ? 'information' : 'warning',
      to: Math.max(verb.to, at + 1),
    });
  if (verb.passive && !weak)
    return ofClause('judgement', clause, undefined, { to: Math.max(verb.to, at + 1), from: Math.min(verb.from, at) });
  if (verb.passive)
    return ofClause('judgement', clause, undefined, {
      severity: 'information',
      to: Math.max(verb.to, at + 1),
      from: Math.min(verb.from, at),
    });
  return undefined;
}

/** "a careless engineer", "sloppy change", "the lazy way the ingest people handle nulls". */
function attributive(s: Sentence, phrase: NounPhrase): Candidate | undefined {
  let at = -1;
  for (let i = phrase.from; i < phrase.head; i++) {
    const token = s.tokens[i]!;
    if (token.kind !== 'opaque' && JUDGEMENT_ADJECTIVES.has(token.low) && token.tag !== 'name') {
      at = i;
      break;
    }
  }
  if (at < 0) return undefined;
  const word = s.low(at);
  const low = s.singular(phrase.head);
  if (/^(?:remark|comment|question|query|feeling)$/.test(low)) return undefined;
  const actor = s.actor(phrase);
  const isPerson = isBlamable(actor) && isKnown(s, actor);
  if (actor.kind === 'we')
    return ofWords('judgement', phrase.from, phrase.to, { severity: 'information', agent: phrase });
  if (isPerson) {
    if (
      /^(?:slow|hurried|distracted|amateur|poor|late|unprepared|tardy)$/.test(word) &&
      phrase.preposition !== undefined
    )
      return undefined;
    return ofWords('judgement', phrase.from, phrase.to, { agent: phrase });
  }
  if (actor.kind === 'customer' && !MILD_JUDGEMENT.has(word))
    return ofWords('judgement', phrase.from, phrase.to, { agent: phrase });
  const owner = phrase.possessor ?? possessive(s, phrase);
  const ownerActor = owner ? personIn(s, owner) : undefined;
  const behind = ownerBehind(s, phrase) ?? byWhom(s, phrase);
  const conduct =
    ACT_NOUNS.has(low) ||
    ERROR_NOUNS.has(low) ||
    VIRTUE_NOUNS.has(low) ||
    /^(?:piece|bit|job|attempt|effort|assessment|attitude|mindset|culture|mentality|approach|way|behaviour|behavior|conduct|leadership)$/.test(
      low,
    );
  if (ownerActor && (conduct || !MILD_JUDGEMENT.has(word)))
    return ofWords('judgement', phrase.from, phrase.to, { agent: owner });
  if (phrase.possessor && s.actor(phrase.possessor).kind === 'system') return undefined;
  if (
    !conduct &&
    behind &&
    (s.actor(behind).kind === 'person' || s.actor(behind).kind === 'team') &&
    (s.low(phrase.to) === 'by' || DEVERBAL.test(low))
  )
    return ofWords('judgement', phrase.from, behind.to, { agent: behind });
  if (behind && conduct) return ofWords('judgement', phrase.from, behind.to, { agent: behind });
  if (!conduct) return undefined;
  if (modifiedBySystem(s, phrase, at)) return undefined;
  // Without a person in sight, strong words only: "a careless change was pushed", "a stupid decision".
  if (STRONG_ATTRIBUTES.has(word)) return ofWords('judgement', phrase.from, phrase.to);
  const anyone = personNear(s, phrase);
  if (anyone && !MILD_JUDGEMENT.has(word)) return ofWords('judgement', phrase.from, phrase.to, { agent: anyone });
  if (/^(?:poor|bad|rushed|hasty|unwise|weak|late)$/.test(word))
    return ofWords('judgement', phrase.from, phrase.to, { severity: 'information' });
  return undefined;
}

const STRONG_ATTRIBUTES = words(`
  careless reckless sloppy lazy negligent incompetent irresponsible unprofessional stupid dumb idiotic moronic boneheaded bone-headed foolish
  half-assed half-arsed slapdash slipshod shoddy amateurish inept thoughtless mindless cowboy ill-considered ill-advised ill-judged cavalier
  ham-fisted clumsy inexcusable unforgivable lackadaisical cack-handed gung-ho trigger-happy complacent hare-brained harebrained
  botched bungled lame asinine brainless shambolic piss-poor amateur substandard rash absent-minded perfunctory cursory hasty
`);

function modifiedBySystem(s: Sentence, phrase: NounPhrase, at: number): boolean {
  for (let i = at + 1; i < phrase.head; i++) {
    const token = s.tokens[i]!;
    if (token.kind === 'opaque' || token.kind === 'identifier') return true;
    if (
      /^(?:retry|retries|waf|cache|eviction|autoscaler|scheduler|gc|sdk|query|planner|optimizer|health|failover|default|timeout|backoff|back-off|compiler|kernel|driver)$/.test(
        token.low,
      )
    )
      return !/^(?:failover|query)$/.test(token.low) || STRONG_ATTRIBUTES.has(s.low(at)) === false;
  }
  const of = s.low(phrase.to) === 'of' || s.low(phrase.to) === 'in';
  // "a careless bulk edit of the policies": of what is done to something, it says to what.
  if (of && !DONE_TO.test(s.low(phrase.head))) {
    const owner = s.phraseAt(phrase.to + 1);
    if (owner && s.actor(owner).kind === 'system') return true;
  }
  return false;
}

const DONE_TO =
  /^(?:edit|change|deletion|update|upgrade|merge|commit|deployment|paste|removal|restart|cleanup|clean-up)s?$/;

function possessive(s: Sentence, phrase: NounPhrase): NounPhrase | undefined {
  if (phrase.determiner === undefined || !/^(?:his|her|their|your)$/.test(s.low(phrase.determiner))) return undefined;
  return wordPhrase(phrase.determiner);
}

function byWhom(s: Sentence, phrase: NounPhrase): NounPhrase | undefined {
  for (let i = phrase.to; i < Math.min(s.to, phrase.to + 5); i++) {
    const low = s.low(i);
    if (/^[,;:.]$/.test(low)) return undefined;
    if (low === 'by' || low === 'from') {
      const owner = s.phraseAt(i + 1);
      return personIn(s, owner, true)?.phrase;
    }
  }
  const next = s.phraseAt(phrase.to);
  const actor = personIn(s, next, next !== undefined && s.tokens[next.head]!.tag === 'name');
  return actor?.phrase;
}

function personNear(s: Sentence, except: NounPhrase): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    if (phrase === except) continue;
    const actor = s.actor(phrase);
    if (isBlamable(actor) && isKnown(s, actor)) return phrase;
  }
  return undefined;
}

/** "these clowns", "a bunch of amateurs", "the team are idiots". */
function insult(s: Sentence, phrase: NounPhrase): Candidate | undefined {
  const head = s.low(phrase.head);
  if (!INSULT_NOUNS.has(head)) return undefined;
  if (/^(?:hack|hacks|liability|loser|losers|dummy|amateur)$/.test(head)) {
    const clause = s.clauses.find(
      (c) => c.verb.lemma === 'be' && c.verb.to <= phrase.from && phrase.from - c.verb.to <= 2,
    );
    const subject = clause?.subject[0];
    if (!subject || !personIn(s, subject, true)) return undefined;
    return ofWords('judgement', subject.from, phrase.to, { agent: subject });
  }
  return ofWords('judgement', phrase.from, phrase.to, { agent: phrase });
}

/** "a lack of care on the night shift", "insufficient diligence by the reviewers". */
function lacking(s: Sentence, phrase: NounPhrase): Candidate | undefined {
  const head = s.singular(phrase.head);
  if (!VIRTUE_NOUNS.has(head)) return undefined;
  let lack = -1;
  for (let i = phrase.from; i < phrase.head; i++)
    if (
      head !== 'sense' &&
      /^(?:insufficient|inadequate|poor|little|no|zero|scant|minimal|limited|careless)$/.test(s.low(i))
    )
      lack = i;
  if (
    phrase.preposition !== undefined &&
    s.low(phrase.preposition) === 'of' &&
    /^(?:lack|want|absence|shortage|failure|total|complete)$/.test(s.low(phrase.preposition - 1))
  )
    lack = phrase.preposition - 1;
  if (lack < 0) return undefined;
  if (phrase.possessor && s.actor(phrase.possessor).kind === 'system') return undefined;
  const owner = phrase.possessor ?? byWhom(s, phrase) ?? inWhom(s, phrase.to) ?? personNear(s, phrase);
  if (!owner)
    return /^(?:lack|want)$/.test(s.low(lack)) &&
      /^(?:care|diligence|discipline|professionalism|vigilance|competence|attention|attentiveness)$/.test(head)
      ? ofWords('judgement', Math.min(lack, phrase.from), phrase.to)
      : undefined;
  if (s.actor(owner).kind === 'we') return undefined;
  return ofWords('judgement', Math.min(lack, phrase.from), phrase.to, { agent: owner });
}

function inWhom(s: Sentence, at: number): NounPhrase | undefined {
  const low = s.low(at);
  if (!/^(?:in|on|among|within|of)$/.test(low)) return undefined;
  const from = s.low(at + 2) === 'part' ? at + 4 : at + 1;
  return personIn(s, s.phraseAt(from))?.phrase;
}

/** Idioms of conduct with a person as subject: "was asleep at the wheel", "couldn't care less". */
function* conduct(s: Sentence): Iterable<Candidate> {
  const found = CONDUCT.find(s);
  if (!found || isRejectedHere(s, found.from)) return;
  const person = personBefore(s, found.from) ?? personNearby(s) ?? somebody(s);
  const text = s.textOf(found.from, found.to).toLowerCase();
  // "No excuses for this parser"
  if (/^no excuse/.test(text) && !person && s.low(found.to) === 'for') return;
  if (/^(?:comedy of|cowboy|amateur hour|what a|no excuse|yolo|headless)/.test(text)) {
    yield ofWords('judgement', found.from, found.to, { agent: person });
    return;
  }
  if (
    /^(?:take|takes|took) (?:ownership|responsibility|pride|care)/.test(text) &&
    !(person && s.actor(person).kind === 'nobody')
  )
    return;
  if (/^(?:nobody|no-one) /.test(text)) {
    yield ofWords('judgement', found.from, found.to);
    return;
  }
  if (!person) {
    if (/^lack of (?:care|diligence|discipline|professionalism|attention|vigilance)/.test(text))
      yield ofWords('judgement', found.from, found.to);
    else if (
      /^(?:poor|bad) (?:judgement|judgment|decision|communication|planning|choice|practice|discipline)/.test(text)
    )
      yield ofWords('judgement', found.from, found.to, { severity: 'information' });
    return;
  }
  yield ofWords('judgement', Math.min(person.from, found.from), found.to, { agent: person });
}

/** "whoever wrote this": a person without a noun phrase. */
function somebody(s: Sentence): NounPhrase | undefined {
  for (let i = s.from; i < s.to; i++) if (s.low(i) === 'whoever') return wordPhrase(i);
  return undefined;
}

function isRejectedHere(s: Sentence, at: number): boolean {
  return (
    isDenied(s, at) &&
    !/^(?:not|never|no|nobody|without)$/.test(s.low(at)) &&
    !/^(?:not|nobody|never)$/.test(s.low(at - 1)) &&
    !/^(?:take|took|takes|bother|show)$/.test(s.tokens[at]!.lemma)
  );
}

function personBefore(s: Sentence, before: number): NounPhrase | undefined {
  let found: NounPhrase | undefined;
  for (const phrase of s.phrases) {
    if (phrase.from >= before) break;
    const actor = s.actor(phrase);
    if ((isBlamable(actor) && isKnown(s, actor)) || (actor.kind === 'nobody' && s.low(phrase.to) === 'in'))
      found = phrase;
  }
  return found;
}

function personNearby(s: Sentence): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    const actor = s.actor(phrase);
    if (isBlamable(actor) && isKnown(s, actor)) return phrase;
    if (phrase.possessor && isBlamable(s.actor(phrase.possessor))) return phrase.possessor;
  }
  return undefined;
}

/** "It was stupid of the admin", "how careless of QA". */
function* ofPerson(s: Sentence): Iterable<Candidate> {
  for (let i = s.from; i < s.to - 2; i++) {
    if (!JUDGEMENT_ADJECTIVES.has(s.low(i)) || s.low(i + 1) !== 'of') continue;
    const person = personIn(s, s.phraseAt(i + 2), true);
    if (person && (person.certain || s.tokens[person.phrase.head]!.capital) && !isDenied(s, i))
      yield ofWords('judgement', i, person.phrase.to, { agent: person.phrase });
  }
}

/** "Rohan, impatient with the pipeline, pushes straight to main". */
function* appositions(s: Sentence): Iterable<Candidate> {
  for (const phrase of s.phrases) {
    if (s.low(phrase.to) !== ',' || !JUDGEMENT_ADJECTIVES.has(s.low(phrase.to + 1))) continue;
    const actor = personIn(s, phrase, s.tokens[phrase.head]!.tag === 'name');
    if (actor && isKnown(s, actor)) yield ofWords('judgement', phrase.from, phrase.to + 2, { agent: phrase });
  }
}

/** Vices named as such: "pure laziness", "shocking carelessness at the landing station". */
const VICES = words(`
  laziness carelessness sloppiness incompetence complacency recklessness stupidity ignorance arrogance thoughtlessness ineptitude
  inattentiveness indiscipline slackness amateurism overconfidence indifference apathy cowardice clumsiness indecisiveness
  nonchalance distraction indecision impatience unprofessionalism negligence inattention foolishness idiocy
`);

function* vices(s: Sentence): Iterable<Candidate> {
  for (const phrase of s.phrases) {
    if (!VICES.has(s.low(phrase.head)) || isDenied(s, phrase.from) || /^(?:no|any)$/.test(s.low(phrase.from))) continue;
    if (RISK.has(s.low(phrase.from - 1)) || s.tokens[phrase.head]!.quoted) continue;
    if (phrase.possessor && s.actor(phrase.possessor).kind === 'system') continue;
    const owner = phrase.possessor ?? inWhom(s, phrase.to) ?? byWhom(s, phrase);
    if (owner && s.actor(owner).kind === 'we') continue;
    // "Ignorance of daylight saving time is built into the clone"
    if (!owner && s.low(phrase.to) === 'of') continue;
    if (/^(?:calling|call|calls|called)$/.test(s.low(s.from))) continue;
    yield ofWords('judgement', phrase.from, phrase.to, { agent: owner });
  }
}

/** "Lazy testing on the promo engine", "Sloppy labelling by the install crew": conduct as a verbal noun. */
function* gerunds(s: Sentence): Iterable<Candidate> {
  for (let i = s.from; i + 1 < s.to; i++) {
    const token = s.tokens[i]!;
    if (!JUDGEMENT_ADJECTIVES.has(token.low) || token.kind === 'opaque') continue;
    const next = s.tokens[i + 1]!;
    if (!/ing$/.test(next.low) || (next.tag !== 'verb' && next.tag !== 'noun') || isDenied(s, i)) continue;
    // "lazy loading", "aggressive caching": how a program works.
    if (
      /^(?:loading|caching|matching|polling|batching|binding|fetching|scheduling|parsing|indexing|hashing|sharding|routing|scaling|autoscaling|rendering|logging|replicating|compiling|evaluating|initialising|initializing)$/.test(
        next.low,
      )
    )
      continue;
    // "the negligent handling of timeouts in the driver"
    if (s.low(i + 2) === 'of' && !personSoon(s, i + 2)) continue;
    if (s.low(i + 2) === 'of' && ofSystem(s, i + 3)) continue;
    if (MILD_JUDGEMENT.has(token.low) && !STRONG_ATTRIBUTES.has(token.low) && !personSoon(s, i + 2)) continue;
    yield ofWords('judgement', i, i + 2, { agent: personSoon(s, i + 2) });
  }
}

/** "… of timeouts in the vendor's driver": what is handled, and where, are machines. */
function ofSystem(s: Sentence, at: number): boolean {
  for (let i = at; i < Math.min(s.to, at + 6); i++) {
    if (!/^(?:in|by|of|inside|within)$/.test(s.low(i))) continue;
    const phrase = s.phraseAt(i + 1);
    if (phrase && s.actor(phrase).kind === 'system') return s.low(i) !== 'by';
  }
  return false;
}

function personSoon(s: Sentence, from: number): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    if (phrase.from < from || phrase.from > from + 6) continue;
    const actor = s.actor(phrase, true);
    if (isBlamable(actor) && isKnown(s, actor)) return phrase;
  }
  return undefined;
}

/** "The decision of the crisis manager to wait until the morning was irresponsible": far from its verb. */
function* farPredicate(s: Sentence): Iterable<Candidate> {
  const [first] = s.phrases;
  if (!first || first.from > s.from + 1) return;
  const head = s.singular(first.head);
  if (!ACT_NOUNS.has(head) && !/^(?:silence|delay|absence|inaction|tone|manner|lack)$/.test(head)) return;
  const owner = first.possessor ?? ownerBehind(s, first);
  for (const clause of s.clauses) {
    if (clause.verb.lemma !== 'be' || clause.verb.negated || clause.verb.modal) continue;
    for (let i = clause.verb.to; i < Math.min(s.to, clause.verb.to + 8); i++) {
      const { low } = s.tokens[i]!;
      if (!JUDGEMENT_ADJECTIVES.has(low)) continue;
      if (!owner && MILD_JUDGEMENT.has(low)) continue;
      if (owner && !personIn(s, owner)) continue;
      if (
        !owner &&
        clause.subject[0] &&
        s.actor(clause.subject[0]).kind === 'system' &&
        clause.subject[0] === first &&
        !STRONG_PREDICATES.has(low)
      )
        continue;
      yield ofWords('judgement', first.from, i + 1, { agent: owner, clause });
      return;
    }
  }
}

const STRONG_PREDICATES = words(
  `irresponsible reckless careless stupid idiotic foolish inexcusable unforgivable unprofessional negligent amateurish incompetent moronic sloppy lazy`,
);

const JUDGING = new Clue([JUDGEMENT_ADJECTIVES, JUDGEMENT_ADVERBS, INSULT_NOUNS, VICES]);
const VIRTUE = new Clue([VIRTUE_NOUNS]);
const LACKING = new Clue([
  words(
    `insufficient inadequate poor little no zero scant minimal limited careless lack want absence shortage failure total complete`,
  ),
]);
const UNSTEADY = new Clue([words(`panic freeze dither hesitate procrastinate overreact`)]);
const VIRTUOUS = new Clue([VIRTUES]);

/** A judgement of people's character, competence or conduct. */
export const judgement: Detector = {
  mayFind: (glance) =>
    JUDGING.isIn(glance) ||
    CONDUCT.isIn(glance) ||
    (VIRTUE.isIn(glance) && LACKING.isIn(glance)) ||
    ((UNSTEADY.isIn(glance) || VIRTUOUS.isIn(glance)) && mayNameOneOfUs(glance)),
  find,
};
