import { type Actor, isBlamable } from '../actors.ts';
import { type NounPhrase, wordPhrase } from '../chunks.ts';
import { Clue } from '../glance.ts';
import { BAD_EVENTS, CULPRIT_NOUNS, GUILT_ADJECTIVES } from '../lexicon/judgement.ts';
import { TEAM_NOUNS } from '../lexicon/people.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameSomebody } from '../somebody.ts';
import { singular } from '../word.ts';
import { type Candidate, type Detector, ofWords, type Place } from './candidate.ts';
import { isDenied } from './scope.ts';

/** Whom fault can be put on: people, teams, and other organisations, which are otherwise told of like systems. */
function accused(s: Sentence, phrase: NounPhrase | undefined, sure = false): Actor | undefined {
  if (!phrase) return undefined;
  const actor = s.actor(phrase, true);
  if ((actor.kind === 'team' || actor.kind === 'person') && !actor.certain && sure) return actor;
  if (isBlamable(actor) || actor.kind === 'organisation' || actor.kind === 'we' || actor.kind === 'customer')
    return actor.certain || s.tokens[phrase.head]!.capital ? actor : undefined;
  return undefined;
}

const ON_WHOM = new Phrases(`
  blame|fault|responsibility|guilt|accountability|culpability * lie|lies|lay|rest|rests|rested|fall|falls|fell|sit|sits|belong|belongs|go|goes * with|on|upon|to|at
  blame|fault|guilt be|is|was with|on|at|of
  must|should|has|have|will * answer for
  blame|fault|guilt|responsibility * lies|lie|rests|sought|found entirely|clearly|squarely|solely with|on|in
  blame|fault|guilt|responsibility * to be sought|found|looked in|with|at
  100 % on
  100% on
  the finger|fingers points|point|pointed at|to
  lay|put|place|pin|lays|puts|places|pins * blame|fault|responsibility|guilt|this|it|outage|incident on|upon|at|with
  pin * on
  blame for * lie|lies|rest|rests with|on
  point|points|pointed * finger|fingers|squarely at|to
  on the shoulder|shoulders of
  at the door|feet of
  this|that|it|one be|is|was|'s on
  this|that|it|one|outage|incident be|is|was|'s all|squarely|entirely|purely|solely|totally|wholly on
  this|that|it one be|is|was|'s on
  all|squarely|entirely|solely|purely|firmly|clearly on|with
  the doing|work|handiwork of
  down|due solely|squarely|entirely|purely|only to
  thank|thanks * for this|that|the|another mess|outage|incident|disaster|fiasco
  have|has|had|got only|nobody|no-one * to blame
  hold|held|holds
  find|found|finds * culpable|guilty|responsible|liable|at
  be|is|was down to
  own|owns|owned this|the|that outage|incident|failure|mess|breach|one
  chalk|put|pin|lay * up|down to
  the buck stops|stop with|at
  the onus be|is|was|lay|lies|rested on|with
  mess|disaster|fiasco|outage belong|belongs to
  all roads lead * to
  point|points|pointed|pointing the|a|its|our finger|fingers * at
  point|points|pointed|pointing them|it at
  blame * due :
  guilty as charged :
  credit|kudos for * go|goes to
  pin|pinned this|it|that on
  lay|laid * at the door|feet of
  culpability|fault|blame|responsibility * assigned|attributed|ascribed|apportioned to|with
  entirely|solely|wholly|fully attributable to
  the guilty be|is|are|was here|one|ones|party
  fault|blame|guilt * be found to|with
`);

function* find(s: Sentence, _place: Place): Iterable<Candidate> {
  yield* selfBlame(s);
  yield* restsWith(s);
  for (const found of [...guilty(s), ...faultOf(s), ...blameVerbs(s), ...onWhom(s)]) {
    if (isDenied(s, found.from) || /^(?:neither|nor|no|none|nobody|no-one)$/.test(s.low(found.from))) continue;
    yield found;
  }
}

function make(from: number, to: number, actor: Actor | undefined): Candidate {
  return ofWords('fault-attribution', from, to, {
    agent: actor?.phrase,
    severity: actor?.kind === 'we' ? 'information' : 'warning',
  });
}

/** "X is to blame", "X is at fault", "X is guilty", "X is responsible for the outage", "X is the culprit". */
function* guilty(s: Sentence): Iterable<Candidate> {
  for (const clause of s.clauses) {
    const { verb } = clause;
    // "The DBA team is to blame"
    if (verb.lemma === 'blame' && verb.modal === 'be to' && !verb.passive && !clause.object) {
      const accusedOne = clause.subject.map((phrase) => accused(s, phrase)).find((one) => one !== undefined);
      if (accusedOne && !verb.negated) yield make(clause.from, verb.to, accusedOne);
      continue;
    }
    if (!/^(?:be|seem|remain|become|look|appear|bear|carry|shoulder|share|deserve|take)$/.test(verb.lemma)) continue;
    if (verb.negated || (verb.modal && !/^(?:must|should|would)$/.test(verb.modal))) continue;
    if (clause.relative && s.low(verb.from - 1) === 'which') continue;
    // "it reads as if the person were the problem"
    if (/^(?:if|though)$/.test(s.low(clause.from - 1)) && s.low(clause.from - 2) === 'as') continue;
    const sure = /^(?:bear|carry|shoulder|deserve)$/.test(verb.lemma);
    const actor = accused(s, clause.subject.find((phrase) => accused(s, phrase)) ?? clause.subject[0], sure);
    if (!actor) continue;
    const limit = Math.min(s.to, verb.to + 9);
    for (let i = verb.to; i < limit; i++) {
      const low = s.low(i);
      if (/^[;:.!?]$/.test(low)) break;
      if (s.tokens[i]!.tag === 'not' || low === 'no') break;
      const pair = `${low} ${s.low(i + 1)}`;
      if (verb.lemma === 'be' && pair === 'to blame') yield make(clause.from, i + 2, actor);
      else if (pair === 'at fault' || pair === 'in fault') yield make(clause.from, i + 2, actor);
      else if (GUILT_ADJECTIVES.has(low)) yield make(clause.from, i + 1, actor);
      else if (
        (low === 'responsible' || low === 'accountable' || low === 'answerable') &&
        s.low(i + 1) === 'for' &&
        (isHarm(s, i + 2) || solely(s, verb.to, i))
      )
        yield make(clause.from, phraseEnd(s, i + 2), actor);
      else if (/^(?:bear|carry|shoulder|share|deserve|take)$/.test(verb.lemma) && /^(?:blame|fault|guilt)$/.test(low))
        yield make(clause.from, i + 1, actor);
      else if (/^(?:bear|carry|shoulder)$/.test(verb.lemma) && /^(?:responsibility|accountability)$/.test(low))
        yield make(clause.from, i + 1, actor);
      else if (CULPRIT_NOUNS.has(singular(low)) || low === 'guilty') yield make(clause.from, i + 1, actor);
      else if (
        (pair === 'the reason' ||
          pair === 'the cause' ||
          pair === 'the problem' ||
          (low === 'root' && s.low(i + 1) === 'cause')) &&
        actor.kind !== 'organisation' &&
        actor.kind !== 'we'
      )
        yield make(clause.from, i + 2, actor);
      else continue;
      break;
    }
  }
  // "the culprit is Bob", "root cause: Bob"
  for (const phrase of s.phrases) {
    const head = s.singular(phrase.head);
    if (!CULPRIT_NOUNS.has(head)) continue;
    if (phrase.possessor) continue;
    const next = s.low(phrase.to);
    if (!/^(?:is|was|be|:|are|were|'s)$/.test(next)) continue;
    const target = s.phraseAt(phrase.to + 1);
    const actor = accused(s, target);
    if (actor && target && actor.kind !== 'organisation') yield make(phrase.from, target.to, actor);
  }
}

function solely(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      /^(?:solely|fully|entirely|directly|personally|ultimately|primarily|wholly|clearly|squarely|partly|mainly|largely|single-handedly)$/.test(
        s.low(i),
      )
    )
      return true;
  return false;
}

/** What follows is a harm, not a duty: "responsible for the outage" against "responsible for the cluster". */
function isHarm(s: Sentence, at: number): boolean {
  const phrase = s.phraseAt(at);
  if (!phrase)
    return /ing$/.test(s.low(at)) && /^(?:break|cause|delete|lose|miss|ignore|take)$/.test(s.tokens[at]?.lemma ?? '');
  const head = s.singular(phrase.head);
  if (BAD_EVENTS.has(head) || (/^(?:this|that)$/.test(s.low(phrase.from)) && phrase.from === phrase.head)) return true;
  for (let i = phrase.from; i < phrase.head; i++)
    if (/^(?:lost|broken|failed|missing|missed|botched|corrupted|misrouted|wrong|exposed)$/.test(s.low(i))) return true;
  return false;
}

function phraseEnd(s: Sentence, at: number): number {
  return s.phraseAt(at)?.to ?? Math.min(s.to, at + 1);
}

/** "Bob's fault", "the fault of QA", "all her doing". */
function* faultOf(s: Sentence): Iterable<Candidate> {
  for (const phrase of s.phrases) {
    const head = s.singular(phrase.head);
    if (!/^(?:fault|blame|doing|guilt|culpability)$/.test(head) || /^(?:no|any)$/.test(s.low(phrase.from))) continue;
    if (phrase.possessor && s.actor(phrase.possessor).kind === 'nobody') continue;
    if (head === 'doing' && !phrase.possessor && !/^(?:his|her|their|your)$/.test(s.low(phrase.from))) continue;
    const pronoun = /^(?:his|her|their|your)$/.test(s.low(phrase.from));
    const actor = phrase.possessor ? (accused(s, phrase.possessor, true) ?? vendor(s, phrase.possessor)) : undefined;
    if (actor || pronoun) {
      let from = phrase.from;
      // "This is Bob's fault": the whole small clause.
      const clause = s.clauses.find((c) => c.verb.to === phrase.from || c.verb.to + 1 === phrase.from);
      if (clause && clause.verb.lemma === 'be' && clause.from >= s.from) from = clause.from;
      if (clause?.verb.negated) continue;
      yield make(from, phrase.to, actor ?? { kind: 'person', certain: true, phrase });
      continue;
    }
    if (/^(?:of|with|by)$/.test(s.low(phrase.to)) || s.low(phrase.to) === 'for') {
      const target = s.phraseAt(phrase.to + 1);
      const owner = s.low(phrase.to) === 'for' ? undefined : accused(s, target);
      if (owner && target && owner.kind !== 'customer') yield make(phrase.from, target.to, owner);
    }
  }
}

/** A company's name: told of like a system, until fault is put on it. */
function vendor(s: Sentence, phrase: NounPhrase): Actor | undefined {
  const head = s.tokens[phrase.head]!;
  if (head.tag !== 'name' || /^(?:nobody|no-one|none|everyone|everybody)$/.test(head.low)) return undefined;
  return head.capital ? { kind: 'organisation', certain: true, phrase } : undefined;
}

/** "we blame the DBA", "we hold Mr. Okonkwo accountable", "find the group culpable". */
function* blameVerbs(s: Sentence): Iterable<Candidate> {
  for (const clause of s.clauses) {
    const { verb } = clause;
    if (verb.negated || (verb.modal && /^(?:can|could|may|might)$/.test(verb.modal))) continue;
    if (
      !(verb.nonFinite === 'ing' && verb.from === s.from) &&
      (verb.lemma === 'blame' || verb.lemma === 'fault' || verb.lemma === 'accuse') &&
      s.subjectActor(clause)?.kind !== 'system'
    ) {
      const target = verb.passive ? clause.subject[0] : clause.object;
      const actor = accused(s, target);
      if (actor && target && actor.kind !== 'we')
        yield make(
          verb.passive ? clause.from : verb.from,
          Math.max(verb.to, verb.passive ? verb.to : target.to),
          actor,
        );
    }
    if (
      (verb.lemma === 'hold' ||
        verb.lemma === 'find' ||
        verb.lemma === 'make' ||
        verb.lemma === 'deem' ||
        verb.lemma === 'consider') &&
      (clause.object || verb.passive)
    ) {
      const target = verb.passive ? clause.subject[0] : clause.object;
      const after = verb.passive ? verb.to : target!.to;
      for (let i = after; i < Math.min(s.to, after + 4); i++) {
        const low = s.low(i);
        const responsible = low === 'responsible' || low === 'accountable' || low === 'liable' || low === 'answerable';
        if (!responsible && !GUILT_ADJECTIVES.has(low) && !(low === 'at' && s.low(i + 1) === 'fault')) continue;
        const actor = accused(s, target);
        if (actor && target && actor.kind !== 'we') yield make(verb.passive ? clause.from : verb.from, i + 1, actor);
        break;
      }
    }
    if (verb.lemma === 'attribute' || verb.lemma === 'ascribe' || verb.lemma === 'trace') {
      for (const phrase of s.phrases) {
        if (phrase.from < verb.to || phrase.preposition === undefined || s.low(phrase.preposition) !== 'to') continue;
        const actor = accused(s, phrase);
        if (actor?.certain && isBlamable(actor) && !phrase.possessor) yield make(clause.from, phrase.to, actor);
        break;
      }
    }
  }
}

const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|call|schedule|track|time|staging|prod|production)$/;

/** "The blame rests with change management", "this one's on Frontend", "squarely on the shoulders of the ML people". */
function* onWhom(s: Sentence): Iterable<Candidate> {
  for (let i = s.from; i < s.to; i++) {
    const end = ON_WHOM.matchAt(s, i);
    if (!end) continue;
    const target = s.phraseAt(end) ?? s.phraseAt(end + 1) ?? whoever(s, end);
    const actor = accused(s, target, target !== undefined && TEAM_NOUNS.has(s.singular(target.head)));
    if (!target || !actor || target.from > end + 1) continue;
    // "It was on Friday", "this is on staging": an unknown name is no person here.
    if (!actor.certain && !TEAM_NOUNS.has(s.singular(target.head)) && !s.tokens[target.head]!.capital) continue;
    if (!actor.certain && CALENDAR.test(s.low(target.head))) continue;
    if (
      actor.kind === 'customer' ||
      (actor.kind === 'organisation' && !/^(?:blame|fault|guilt|pin|lay|put|place)$/.test(s.tokens[i]!.lemma))
    )
      continue;
    if (/^(?:hold|find)$/.test(s.tokens[i]!.lemma)) continue;
    if (/\bthere\b/i.test(s.textOf(i, end))) continue;
    if (
      /^(?:all|squarely|entirely|solely|purely|firmly|clearly)$/.test(s.low(i)) &&
      !/^(?:be|is|was|'s|were|are|lies|rests|fall|falls)$/.test(s.low(i - 1))
    )
      continue;
    if (/^(?:own)$/.test(s.tokens[i]!.lemma)) continue;
    if (s.low(end - 1) === 'on' && /^(?:team|call)$/.test(s.low(target.head)) && s.low(target.head) === 'call')
      continue;
    yield make(i, target.to, actor);
    return;
  }
}

/** "The blame lies with whoever signed it off" */
function whoever(s: Sentence, at: number): NounPhrase | undefined {
  return /^(?:whoever|whomever)$/.test(s.low(at)) ? wordPhrase(at) : undefined;
}

/** "The blame for the delayed payments lies entirely with the operating team": however long the phrase between. */
function* restsWith(s: Sentence): Iterable<Candidate> {
  for (let i = s.from; i < s.to; i++) {
    if (!/^(?:blame|fault|guilt|responsibility|culpability|accountability)$/.test(s.low(i))) continue;
    for (let k = i + 1; k < Math.min(s.to, i + 12); k++) {
      if (
        !/^(?:go|goes|went|lie|lies|lay|rest|rests|rested|fall|falls|fell|sit|sits|belong|belongs|remains|remain)$/.test(
          s.low(k),
        )
      )
        continue;
      for (let at = k + 1; at < Math.min(s.to, k + 4); at++) {
        if (!/^(?:with|on|upon|at|to)$/.test(s.low(at))) continue;
        const target = s.phraseAt(at + 1) ?? whoever(s, at + 1);
        const actor = accused(s, target, true);
        if (target && actor && actor.kind !== 'customer') yield make(i, target.to, actor);
        return;
      }
    }
  }
  // "We can thank the search guys for this mess", "We have the guild to thank for nine hours of downtime"
  for (const clause of s.clauses) {
    if (clause.verb.lemma !== 'thank') continue;
    const before = clause.object
      ? undefined
      : s.clauses.find((c) => c.verb.lemma === 'have' && c.object && c.verb.to <= clause.verb.from);
    const thanked = clause.object ?? before?.object;
    const actor = accused(s, thanked, true);
    if (thanked && actor && FOR_HARM.test(s.textOf(Math.max(thanked.to, clause.verb.to), s.to)))
      yield make(Math.min(thanked.from, clause.verb.from), Math.max(thanked.to, clause.verb.to), actor);
  }
  // "Not the scheduler's fault, it's Yevgeny's", "the fault is Dr Albrecht's office's"
  const fault = s.tokens.slice(s.from, s.to).some((token) => /^(?:fault|blame|doing)$/.test(token.low));
  if (fault) {
    for (const clause of s.clauses) {
      if (clause.verb.lemma !== 'be' || clause.verb.negated) continue;
      for (const phrase of s.phrases) {
        if (phrase.from !== clause.verb.to || s.tokens[phrase.to - 1]!.tag !== 'clitic') continue;
        const actor = accused(s, phrase.possessor ?? phrase, true);
        if (actor) yield make(clause.from, phrase.to, actor);
      }
    }
  }
}

const FOR_HARM =
  /^for .{0,40}\b(?:mess|outages?|incidents?|disasters?|fiasco|disruption|downtime|hours?|minutes|mode|that|this|weekend|delays?|failures?|blackout|losses|breach)\b/i;

const ONLY_SELF = new Phrases(`
  theirs|his|hers|yours to answer
  keep|keeps|kept passing the
  on * conscience
  must|should|has|have|needs|will answer for
  must|should|has|have|needs|will to answer for
  have|has|had only|nobody|no-one itself|themselves|himself|herself|else|but * to blame
  have|has|had itself|themselves|himself|herself to blame|thank
  have|has|had * itself|themselves|himself|herself to thank
  must|should|has|have|needs|need * own up
  has|have|needs|need to own up
`);

/** "Sales has only itself to blame", "Design must own up to it", "Bartosz at fault". */
function* selfBlame(s: Sentence): Iterable<Candidate> {
  const found = ONLY_SELF.find(s);
  for (const phrase of s.phrases) {
    const alone = found && phrase.to <= found.from && phrase.to >= found.from - 1;
    const atFault = s.low(phrase.to) === 'at' && s.low(phrase.to + 1) === 'fault';
    if (!alone && !atFault) continue;
    const actor = accused(s, phrase, true);
    if (!actor || actor.kind === 'we') continue;
    if (alone) yield make(phrase.from, found.to, actor);
    if (atFault) yield make(phrase.from, phrase.to + 2, actor);
  }
}

const GUILT = new Clue([words(`blame fault doing guilt culpability`)]);
const CULPABLE = new Clue([
  CULPRIT_NOUNS,
  GUILT_ADJECTIVES,
  words(
    `responsible accountable answerable responsibility accountability guilty liable reason cause problem attribute ascribe trace thank accuse`,
  ),
]);

/** Fault, blame, guilt or responsibility-as-guilt assigned to people. */
export const faultAttribution: Detector = {
  mayFind: (glance) =>
    GUILT.isIn(glance) ||
    ((CULPABLE.isIn(glance) || ON_WHOM.isIn(glance) || ONLY_SELF.isIn(glance)) && mayNameSomebody(glance)),
  find,
};
