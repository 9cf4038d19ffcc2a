import { isBlamable } from '../actors.ts';
import { type NounPhrase, wordPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import { Clue } from '../glance.ts';
import { ERROR_ADVERBS, KNOWLEDGE_NOUNS } from '../lexicon/judgement.ts';
import { BELIEF_VERBS, KNOWLEDGE_VERBS, MISBELIEF_VERBS } from '../lexicon/verbs.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameOneOfUs } from '../somebody.ts';
import { type Candidate, type Detector, ofClause, ofWords, type Place } from './candidate.ts';
import { isDenied, isExcused, scopeOf } from './scope.ts';
import { adverbIn, culprit, isKnown, personIn } from './support.ts';

/** Adjectives of not knowing, behind be, or as an apposition ("Rahul kills the leader, unaware that …"). */
const IGNORANT = words(`
  unaware unfamiliar inexperienced untrained unqualified ignorant oblivious uninformed uneducated unversed unacquainted green
  clueless confused underqualified under-qualified unskilled mistaken puzzled bewildered lost
`);
/** Of these, what systems are not; the others need a person for sure. */
const KNOWING = words(
  `aware familiar trained experienced qualified versed acquainted conscious knowledgeable sure certain informed proficient comfortable competent`,
);

const DEFICIT = new Phrases(`
  have zero|no|little idea|clue|expertise|grasp|feel
  have no idea|clue|experience|knowledge|training|notion|understanding|inkling|grasp
  have|had little|limited|insufficient|poor|zero * experience|knowledge|training|understanding
  lack|lacked|lacks * experience|knowledge|training|understanding|skill|skills|expertise|familiarity|awareness|know-how|insight|competence|context|background|training|seniority|grasp|clue|notion
  be new to
  be * new to|at|on|in
  be at a loss
  be too junior|inexperienced|green|new
  be still learning
  not know * doing
  never * before
  in the dark about
  never hear|heard of|about
  under the|a impression|misapprehension
  under the|a mistaken|false|wrong impression|belief
  be out of * depth
  learned|learnt on the job
  get|got confused|mixed|muddled
  be wrong about
  read * as
  not * first language
`);

function* find(s: Sentence, place: Place): Iterable<Candidate> {
  for (const clause of s.clauses) {
    const found = fromClause(s, clause, place);
    if (found) yield found;
  }
  yield* fromAppositions(s);
  yield* fromPhrases(s);
}

function fromClause(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const found = unlessSupposed(s, clause);
  return found && !scopeOf(s, clause, place) ? found : undefined;
}

function unlessSupposed(s: Sentence, clause: Clause): Candidate | undefined {
  const { verb } = clause;
  if (verb.modal && !(/^(?:could|can)$/.test(verb.modal) && verb.negated && !verb.perfect)) return undefined;
  if (verb.passive && clause.agent === undefined && !clause.subject.length) return undefined;
  const actor = culprit(s, clause, true);
  const nobody = actor ? undefined : s.subjectActor(clause, true);

  // "None known."
  if (nobody?.kind === 'nobody' && verb.from === nobody.phrase.to && verb.to >= s.to - 1) return undefined;
  if (nobody?.kind === 'nobody' && !verb.negated && !verb.passive) {
    const hasKnowledge =
      verb.lemma === 'have' &&
      clause.object !== undefined &&
      (KNOWLEDGE_NOUNS.has(s.singular(clause.object.head)) ||
        /^(?:idea|clue|notion|inkling)$/.test(s.low(clause.object.head)));
    // "nobody on the Lisbon side was aware that"
    const wasAware = verb.lemma === 'be' && KNOWING.has(s.low(verb.to));
    if (
      (!KNOWLEDGE_VERBS.has(verb.lemma) && !hasKnowledge && !wasAware) ||
      verb.lemma === 'see' ||
      verb.lemma === 'follow' ||
      isExcused(s)
    )
      return undefined;
    if (verb.tense !== 'past') return undefined;
    const named = namesGroup(s, nobody.phrase);
    return ofClause('knowledge-deficit', clause, nobody, { severity: named ? 'warning' : 'information' });
  }
  if (!actor) {
    // "Vacation cover was clueless": nothing but people can be.
    const subject = clause.subject[0];
    if (
      verb.lemma === 'be' &&
      !verb.negated &&
      subject &&
      /^(?:clueless|inexperienced|ill-informed)$/.test(s.low(verb.to)) &&
      nobody?.kind === 'system'
    )
      return ofClause(
        'knowledge-deficit',
        clause,
        { kind: 'person', certain: true, phrase: subject },
        { to: verb.to + 1 },
      );
    return undefined;
  }
  // "to be tried by somebody who does not know the setup": nobody in particular.
  if (clause.relative && /^(?:somebody|someone|anybody|anyone|people)$/.test(s.low(actor.phrase.head)))
    return undefined;
  const certain = isKnown(s, actor) || actor.kind === 'we';
  const soften = actor.kind === 'we' ? ({ severity: 'information' } as const) : {};

  if (
    verb.negated &&
    (KNOWLEDGE_VERBS.has(verb.lemma) || (verb.particle && KNOWLEDGE_VERBS.has(`${verb.lemma} ${verb.particle}`))) &&
    !verb.passive
  ) {
    if (!certain || isExcused(s)) return undefined;
    // "he does not know yet, and will ask"
    if (verb.tense === 'present' && s.low(verb.to) === 'yet') return undefined;
    // "could not see the day's prices": what the system did not show.
    if (verb.modal && /^(?:see|hear|read|find|tell|follow)$/.test(verb.lemma)) return undefined;
    if (/^(?:see|follow|register|remember|recall|think|expect|consider|learn)$/.test(verb.lemma) && !knowsOf(s, clause))
      return undefined;
    if (
      verb.lemma === 'think' &&
      s.low(verb.to) !== 'about' &&
      s.low(verb.to) !== 'of' &&
      s.low(verb.to) !== 'to' &&
      s.low(verb.to) !== 'through'
    )
      return undefined;
    return ofClause('knowledge-deficit', clause, actor, soften);
  }
  if (
    verb.negated &&
    /^(?:have|possess|bring|show|demonstrate|display)$/.test(verb.lemma) &&
    clause.object &&
    KNOWLEDGE_NOUNS.has(s.singular(clause.object.head)) &&
    certain
  )
    return ofClause('knowledge-deficit', clause, actor, soften);
  if (!verb.negated && MISBELIEF_VERBS.has(verb.lemma) && !verb.passive && certain)
    return ofClause('knowledge-deficit', clause, actor, soften);
  if (!verb.negated && BELIEF_VERBS.has(verb.lemma) && certain && !isExcused(s)) {
    if (adverbIn(s, clause, ERROR_ADVERBS) !== undefined || adverbIn(s, clause, WRONGLY) !== undefined)
      return ofClause('knowledge-deficit', clause, actor, soften);
  }
  if (
    verb.lemma === 'be' ||
    verb.lemma === 'seem' ||
    verb.lemma === 'appear' ||
    verb.lemma === 'become' ||
    verb.lemma === 'get' ||
    verb.lemma === 'feel'
  ) {
    for (let i = verb.to; i < Math.min(s.to, verb.to + 4); i++) {
      const low = s.low(i);
      if (/^[,;:.]$/.test(low)) break;
      if (!certain) break;
      if (IGNORANT.has(low) && !verb.negated) {
        if ((low === 'lost' || low === 'confused' || low === 'green') && s.tokens[i]!.tag === 'noun') break;
        if (isExcused(s)) return undefined;
        return ofClause('knowledge-deficit', clause, actor, { ...soften, to: i + 1 });
      }
      if (
        KNOWING.has(low) &&
        (verb.negated || /^(?:insufficiently|poorly|barely|hardly|inadequately)$/.test(s.low(i - 1)))
      ) {
        if (
          isExcused(s) ||
          ((low === 'sure' || low === 'certain' || low === 'comfortable') &&
            !/^(?:how|what|which|where)$/.test(s.low(i + 1)))
        )
          break;
        return ofClause('knowledge-deficit', clause, actor, { ...soften, to: i + 1 });
      }
    }
  }
  if (verb.perfect && (verb.negated || neverIn(s, clause)) && certain && !isExcused(s)) {
    // "had never worked on a gateway of this make before"
    for (let i = verb.to; i < Math.min(s.to, clause.to + 3); i++)
      if (s.low(i) === 'before' && !/^(?:the|a|an|it|they|he|she|we|\d.*)$/.test(s.low(i + 1)))
        return ofClause('knowledge-deficit', clause, actor, { ...soften, to: i + 1 });
  }
  if (
    (verb.modal === 'could' || verb.modal === 'can') &&
    verb.negated &&
    certain &&
    UNDERSTANDING.has(verb.lemma) &&
    !isExcused(s) &&
    !(
      verb.lemma === 'tell' &&
      (s.low(verb.to) === 'from' || (clause.object !== undefined && s.actor(clause.object).kind !== 'system'))
    )
  )
    return ofClause('knowledge-deficit', clause, actor, soften);
  // "took the warning for a normal one"
  if (verb.lemma === 'take' && !verb.negated && clause.object && certain && !isExcused(s)) {
    const as = clause.object.to;
    if (
      s.low(as) === 'for' &&
      /^(?:a|an|the)$/.test(s.low(as + 1)) &&
      !OUTING.test(s.low((s.phraseAt(as + 1)?.to ?? 1) - 1))
    )
      return ofClause('knowledge-deficit', clause, actor, { ...soften, to: s.phraseAt(as + 1)?.to ?? as + 2 });
  }
  // "believed that it was idempotent, but it never was"
  if (
    BELIEF_VERBS.has(verb.lemma) &&
    !verb.negated &&
    certain &&
    actor.kind !== 'we' &&
    verb.tense === 'past' &&
    !isExcused(s) &&
    /,? (?:but|whereas|although|though|when in fact|which it|while in fact|while in reality)\b/i.test(
      s.textOf(verb.to, s.to),
    )
  )
    return ofClause('knowledge-deficit', clause, actor, { confidence: 'medium' });
  const idiom = DEFICIT.find(s, verb.from, Math.min(s.to, Math.max(clause.to, verb.to) + 4));
  if (idiom && idiom.from <= verb.to && certain && !isExcused(s)) {
    const first = s.tokens[idiom.from]!.lemma;
    if (first === 'never' && !(verb.perfect && verb.negated)) return undefined;
    if (first === 'read' && (s.low(idiom.from) === 'read' || /\bsame\b/.test(s.textOf(idiom.from, idiom.to))))
      return undefined;
    if (verb.negated && first !== 'never' && first !== 'not') return undefined;
    return ofClause('knowledge-deficit', clause, actor, { ...soften, to: idiom.to });
  }
  return undefined;
}

/** What things are taken for without a mistake. */
const OUTING =
  /^(?:walk|ride|spin|while|minute|moment|maintenance|repair|test|drive|reason|week|day|month|year|analysis|check|review)$/;

/** "nobody on the night desk", "no rigger", "none of the analysts": the group is named. */
function namesGroup(s: Sentence, phrase: NounPhrase): boolean {
  if (/^(?:us|we)$/.test(s.low(phrase.to + 1))) return false;
  if (/^(?:no|neither|none)$/.test(s.low(phrase.from)))
    return !/^(?:one|us)$/.test(s.low(phrase.head)) || /^(?:in|on|of|at|from)$/.test(s.low(phrase.to));
  if (!/^(?:in|on|of|at|from|within|among)$/.test(s.low(phrase.to))) return false;
  return !/^(?:us|them|our)$/.test(s.low(phrase.to + 1));
}

function neverIn(s: Sentence, clause: Clause): boolean {
  return clause.verb.adverbs.some((i) => s.low(i) === 'never');
}

/** With "could not": understanding that was missing. */
const UNDERSTANDING = words(
  `interpret read understand tell distinguish explain make figure grasp follow comprehend decipher recognise recognize identify parse operate use navigate spot`,
);

const WRONGLY = words(`wrongly mistakenly incorrectly falsely erroneously naively blindly foolishly`);

/** "did not see that …", "did not consider the …": an object to know; "did not see traffic" is an observation all the same. */
function knowsOf(s: Sentence, clause: Clause): boolean {
  const low = s.low(clause.verb.to);
  if (clause.verb.lemma === 'see') return low === 'that' || low === 'the' || low === 'how' || low === 'it';
  if (clause.verb.lemma === 'follow') return false;
  return true;
}

/** "…, unaware that the follower was behind", "responder unfamiliar with Oracle", "not realising that". */
function* fromAppositions(s: Sentence): Iterable<Candidate> {
  for (let i = s.from; i < s.to; i++) {
    const { low } = s.tokens[i]!;
    // "Lars scales it to 0, no idea it fronts billing, too"
    if (low === 'no' && /^(?:idea|clue)$/.test(s.low(i + 1)) && /^[,–—-]$/.test(s.low(i - 1))) {
      const person = personBefore(s, i);
      if (person) yield ofWords('knowledge-deficit', i, i + 2, { agent: person });
    }
    if (IGNORANT.has(low) && low !== 'mistaken' && low !== 'lost' && low !== 'green') {
      const next = s.low(i + 1);
      const before = s.low(i - 1);
      if (isDenied(s, i)) continue;
      if (/^(?:is|was|were|are|be|been|being|and|seem|became|so|very|too)$/.test(before)) continue;
      if (!/^(?:of|that|with|how|to|which|about|the)$/.test(next) && next !== '') continue;
      const person = personBefore(s, i) ?? personBehind(s, i);
      if (person && !isExcused(s)) yield ofWords('knowledge-deficit', i, Math.min(s.to, i + 2), { agent: person });
    }
    // "not realising", "without realising", "not knowing"
    if ((low === 'not' || low === 'without' || low === 'never' || low === 'hardly') && i + 1 < s.to) {
      const verb = s.tokens[i + 1]!;
      // "Ruiz re-enables cron, not aware that"
      const knowing = low === 'not' && KNOWING.has(verb.low) && /^[,–—-]$/.test(s.low(i - 1));
      if (knowing || (/ing$/.test(verb.low) && KNOWLEDGE_VERBS.has(verb.lemma) && verb.tag === 'verb')) {
        const person = personBefore(s, i) ?? personBehind(s, i);
        if (person && !isExcused(s)) yield ofWords('knowledge-deficit', i, i + 2, { agent: person });
      }
    }
    if (IGNORANT_MODIFIER.has(low)) {
      const phrase = phraseAround(s, i);
      const actor = phrase && personIn(s, phrase);
      if (phrase && actor && !isDenied(s, i) && !/^(?:new|junior|trainee)$/.test(low))
        yield ofWords('knowledge-deficit', phrase.from, phrase.to, { agent: phrase });
    }
  }
}

const IGNORANT_MODIFIER = words(
  `inexperienced untrained unqualified unskilled clueless ill-informed ill-trained undertrained under-trained uninformed underqualified`,
);

function phraseAround(s: Sentence, at: number) {
  for (const phrase of s.phrases) if (phrase.from <= at && at < phrase.to) return phrase;
  return undefined;
}

function personBefore(s: Sentence, before: number) {
  let found: ReturnType<typeof phraseAround>;
  for (const phrase of s.phrases) {
    if (phrase.from >= before) break;
    const actor = s.actor(phrase);
    if (isBlamable(actor) && isKnown(s, actor)) found = phrase;
    else if (isBlamable(s.actor(phrase, true)) && s.tokens[phrase.head]!.capital) found = phrase;
  }
  return found;
}

/** "Unaware of the freeze, the supervisor …", "Not knowing one key from the other, the technician …": of whom it is said follows. */
function personBehind(s: Sentence, at: number) {
  if (at > s.from + 4) return undefined;
  for (let i = at + 1; i < Math.min(s.to, at + 16); i++) {
    if (s.low(i) !== ',') continue;
    const phrase = s.phraseAt(i + 1);
    const clause = phrase && s.clauses.find(({ subject }) => subject.includes(phrase));
    if (clause && isBlamable(s.subjectActor(clause, true) ?? s.actor(phrase!))) return phrase;
  }
  return undefined;
}

const LACKS = words(
  `lack absence want shortage deficit gap gaps limited insufficient poor inadequate incomplete partial patchy little superficial shallow missing shaky flawed weak no deficient faulty sketchy scant minimal`,
);

/** "lack of Kubernetes knowledge in the payments squad", "the contractor's limited understanding of HL7". */
function* fromPhrases(s: Sentence): Iterable<Candidate> {
  for (const phrase of s.phrases) {
    const head = s.singular(phrase.head);
    const inexperience =
      head === 'inexperience' ||
      head === 'unfamiliarity' ||
      head === 'ignorance' ||
      head === 'misunderstanding' ||
      head === 'unawareness' ||
      head === 'confusion' ||
      head === 'misconception' ||
      head === 'misinterpretation' ||
      head === 'misreading';
    if (!inexperience && !KNOWLEDGE_NOUNS.has(head)) continue;
    if (isDenied(s, phrase.from) && !/^(?:no|little)$/.test(s.low(phrase.from))) continue;
    let lack = inexperience ? phrase.from : -1;
    if (lack < 0) {
      for (let i = phrase.from; i < phrase.head; i++) if (LACKS.has(s.low(i))) lack = i;
      if (
        phrase.preposition !== undefined &&
        s.low(phrase.preposition) === 'of' &&
        LACKS.has(s.singular(phrase.preposition - 1))
      )
        lack = phrase.preposition - 1;
    }
    if (lack < 0) continue;
    const owner = phrase.possessor ?? ownerOf(s, phrase.determiner) ?? phraseOwning(s, lack) ?? behind(s, phrase.to);
    const actor = owner && personIn(s, owner, true);
    if (!owner || !actor) continue;
    if (!isKnown(s, actor) && !s.tokens[owner.head]!.capital) continue;
    if (actor.kind === 'we') continue;
    yield ofWords('knowledge-deficit', Math.min(lack, phrase.from), Math.max(phrase.to, owner.to), { agent: owner });
  }
}

function ownerOf(s: Sentence, determiner: number | undefined) {
  if (determiner === undefined || !/^(?:his|her|their|your)$/.test(s.low(determiner))) return undefined;
  return wordPhrase(determiner);
}

/** The possessor of "lack" itself: "the team's lack of experience". */
function phraseOwning(s: Sentence, lack: number) {
  const phrase = phraseAround(s, lack);
  return phrase?.possessor ?? ownerOf(s, phrase?.determiner);
}

/** "… of the field engineer", "… in the payments squad", "… on the part of the release manager", "… among reviewers". */
function behind(s: Sentence, at: number) {
  for (let i = at; i < Math.min(s.to, at + 9); i++) {
    const low = s.low(i);
    if (/^[;:.!?,]$/.test(low)) return undefined;
    if (/^(?:of|in|among|amongst|by|from|within|on|at|with|for)$/.test(low)) {
      const from = low === 'on' && s.low(i + 2) === 'part' ? i + 4 : i + 1;
      const phrase = s.phraseAt(from);
      if (phrase && isBlamable(s.actor(phrase)) && s.actor(phrase).certain) return phrase;
    }
  }
  return undefined;
}

const IGNORANCE = new Clue([
  IGNORANT,
  IGNORANT_MODIFIER,
  MISBELIEF_VERBS,
  BELIEF_VERBS,
  words(
    `inexperience unfamiliarity ignorance misunderstanding unawareness confusion misconception misinterpretation misreading`,
  ),
]);
const CLUELESS = new Clue([words(`clueless inexperienced ill-informed`)]);
const KNOWLEDGE = new Clue([KNOWLEDGE_VERBS, KNOWLEDGE_NOUNS, KNOWING, UNDERSTANDING, words(`before idea clue`)]);
const LACKING = new Clue([
  LACKS,
  words(
    `not never nobody no-one noone none neither nor without cannot hardly barely scarcely insufficiently poorly inadequately`,
  ),
]);
const TAKE_FOR = new Phrases(`take for`);

/** The cause placed in what a person did not know, understand or notice. */
export const knowledgeDeficit: Detector = {
  mayFind: (glance, place) =>
    // What somebody did not know is told there to praise what they did all the same.
    place.section !== 'went-well' &&
    (CLUELESS.isIn(glance) ||
      ((IGNORANCE.isIn(glance) ||
        (KNOWLEDGE.isIn(glance) && LACKING.isIn(glance)) ||
        DEFICIT.isIn(glance) ||
        TAKE_FOR.isIn(glance)) &&
        mayNameOneOfUs(glance))),
  find,
};
