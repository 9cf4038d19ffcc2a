import { isBlamable } from '../actors.ts';
import { Clue, type Glance } from '../glance.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { type Candidate, type Detector, ofWords, type Place } from './candidate.ts';
import { isKnown } from './support.ts';

/** Questions that hunt for the person: what is asked is the same whoever is meant. */
const HUNTING = new Phrases(`
  what be|was|were|is|are you|they|he|she * thinking|doing|smoking
  wtf be|was|were * thinking|doing
  what possessed|possesses
  what took * so|that long
  what be|was|were you|they|he|she waiting
  cross|crossed|occur|occurred * mind|to
  what be|was|were you|they|he|she * waiting
  what be|was * point of
  what made you|them|him|her think
  which|what bright spark
  what|which part of
  what business do|did|does
  would not it have been better|wiser|smarter|safer of|for
  how do|does|did|can|could * manage to miss|overlook|ignore|lose|break|forget|drop|skip|not|walk|scroll|sleep|get
  will * ever learn|listen|read
  who|whoever be|was the hero|genius|clown|idiot|wizard|einstein|bright
  who in * right mind
  who|whoever thought|decided|figured * fine|ok|okay|good|wise|clever|smart|acceptable|safe|reasonable|sensible|idea
  too much to ask
  would it kill|hurt
  would it have killed|hurt
  is|was nobody|no-one|anybody|anyone
  what on earth be|was|were|did
  what exactly be|was|were * doing
  what exactly be|was|were
  what did * do all|in|between
  which part of
  was|is it|that so|too|really difficult|hard|much
  what on earth possessed
  what * be|was|were * looking at
  not * job|duty|responsibility of
  what be|was|were * doing|thinking
  what the hell|fuck|heck
  whose idea|fault|brilliant|bright|genius|job|decision|responsibility|mistake|call
  who the hell|fuck|heck
  who on earth
  by whom
  on whose authority|order|orders|say-so
  do|does people|staff|colleagues|engineers|they * never
  since when do|does|is|are
  which genius|idiot|clown|hero|moron|eejit
  how you|they manage|managed to
  how do|does you|one|somebody|someone|anybody|anyone * miss|overlook|ignore|forget|not|sleep|walk|scroll|let
  or what|wat
  at all before
  how * possible that
  how be it possible
  what kind|sort of idiot|eejit|moron|fool|person|engineer|admin|developer|clown|genius|team
  which genius|idiot|clown|hero|moron|colleague|engineer|developer|team|person|one do|did|does|thought|decided|approved|pushed|merged|broke|signed|forgot|have|has|of
  not * occur to
  how on earth
  why on earth
  why the hell|fuck|heck
  how hard
  how many times|more times
  how many|often times|more|often do|does|must * have to tell|say|ask|remind
  how often do|does * have
  when will|are|do * learn|ever|finally|going
  have|has nobody|no-one|anybody|anyone * ever|actually|even
  be you|they|he|she kidding|serious|blind|asleep
  be|was|were * even|actually paying|looking|awake|reading|watching|trained
  did nobody|no-one|anybody|anyone|no even|actually|bother|really
  did nobody|no-one|anybody|anyone|no * check|test|read|look|notice|think|review|bother|ask|see|watch
  did not anyone|anybody|you|he|she|they
  does nobody|no-one|anybody|anyone
  has|have|had nobody|no-one
  be|was nobody|no-one|anyone|anybody
  where be|was|were the|our|your|all|everyone|everybody|he|she
  where * be|was|were the * reviewer|approver|on-call|oncall|team|engineer|manager|lead|desk
  take * grown men|adults|people
`);

/** What people are asked how they could do it better: a question about the system. */
const ASKED_FOR =
  /^(?:know|tell|find|see|recover|detect|verify|distinguish|learn|notice|test|reach|help|prevent|catch|check|confirm|restore|respond|improve|diagnose|discover|have|work|understand|identify|locate|access|join|roll|stop|spot|recognise|recognize|avoid|use|decide|report|determine|judge|contact|escalate|trust|foresee|predict|anticipate)$/;

/** Where the question itself begins, behind a name or a label: "@tomasz did you", "Why (4): did". */
function openerOf(s: Sentence): number {
  for (let i = s.from; i < Math.min(s.to, s.from + 8); i++) if (s.low(i) === ':') return i + 1;
  return s.tokens[s.from]!.kind === 'handle' ? s.from + 1 : s.from;
}

const QUESTION_AUX = /^(?:did|does|do|was|were|is|has|have|had)$/;

/** Questions that answer themselves: whoever is meant is found wanting. */
const LOADED = new Phrases(`
  too much to ask
  too much trouble|effort|work|bother
  how hard|difficult|complicated can|could it|this be
  who have|has|had the brilliant|bright|genius|clever|wonderful|great|splendid idea
  asking too much
  who be|is|was the person|one|colleague|engineer|guy|genius that|who
  what your|his|her|their excuse
  what be your|his|her|their excuse
  do|does we really pay
  do|does we pay
`);

/** Questions that need no question mark to be one. */
const UNMISTAKABLE = new Phrases(`
  what be|was|were you|they|he|she thinking
  wtf be|was|were * thinking|doing
  which genius|idiot|clown|moron|eejit
  how you|they manage|managed to
  did|does anyone|anybody|nobody * bother|even|actually
`);

const EVEN = new Phrases(`
  at all
  even|actually|seriously|really|ever|bother|honestly
  not trained|aware|reading|looking|care|think|know|see|notice|check|test
  just not
  or do|did * just
`);

/** Embedded: "Find out who merged it", "Establish who approved". */
const SEEK =
  /^(?:find|establish|determine|identify|figure|discover|investigate|ask|clarify|explain|tell|know|see|check|name|trace|learn|wonder)$/;

/** What attackers do: who they are may be asked. */
const INTRUDING = /^(?:steal|hack|phish|forge|hijack|breach|abuse|exploit|attack|exfiltrate|impersonate)$/;

/** Neutral questions with who: who is asked for help, not accused. */
const NEUTRAL_WHO =
  /^(?:own|owns|need|needs|want|wants|know|knows|pick|take|takes|be|is|are|was|were|will|can|could|should|maintain|maintains|lead|leads|have|has|use|uses|join|joined|attend|attended|help|helped|respond|responded|notice|noticed|detect|detected|report|reported|get|gets|page|paged|contact|cover|covers|handle|handles|run|runs)$/;

/** What makes a question in the present one about how somebody behaves. */
const SCANDAL =
  /\b(?:without|on an? (?:friday|saturday|sunday)|during|at (?:night|noon|peak|midnight|\d)|like (?:this|that)|even|still|anyway|ever|prod|production|by hand|seriously|untested|blindly|no |nothing|never|not)\b/i;

/** Whether a question is worded so that its answer is a person's failing. */
export function huntsForPerson(s: Sentence): boolean {
  return (
    HUNTING.find(s) !== undefined ||
    LOADED.find(s) !== undefined ||
    (s.low(s.from + 1) === 'of' && s.low(s.from + 2) === 'you')
  );
}

function* find(s: Sentence, _place: Place): Iterable<Candidate> {
  const question = s.isQuestion || UNMISTAKABLE.find(s) !== undefined;
  const start = s.from;
  const loaded = question ? LOADED.find(s) : undefined;
  if (loaded) {
    yield ofWords('accusing-question', loaded.from, end(s), { agent: personIn(s, start, s.to) });
    return;
  }
  if (question) {
    const hunt = HUNTING.find(s);
    if (
      hunt &&
      !excusedWhere(s, hunt) &&
      !/\b(?:hero|genius) (?:that|who) (?:found|saved|fixed|caught|spotted|noticed|rescued)\b/i.test(
        s.textOf(hunt.from, s.to),
      ) &&
      !/^what \w+ (?:people|everyone|everybody|anyone|all)\b/i.test(s.textOf(hunt.from, s.to))
    ) {
      const agent = personIn(s, hunt.from, s.to);
      if (
        !(
          /^(?:where|when|did|does|has|have|had|is|was|were|are|be|why|how|take|will)$/.test(s.low(hunt.from)) ||
          s.low(hunt.from + 1) === 'business' ||
          s.low(hunt.from + 1) === 'exactly'
        ) ||
        agent ||
        nobodyIn(s, hunt.from, hunt.to)
      ) {
        yield ofWords('accusing-question', s.low(hunt.from - 1) === 'why' ? hunt.from - 1 : hunt.from, end(s), {
          agent,
        });
        return;
      }
    }
  }
  for (let i = start; i < s.to; i++) {
    const { low } = s.tokens[i]!;
    if (low === 'why' || (low === 'how' && s.low(i + 1) !== 'to')) {
      const found = whyPerson(s, i, question);
      if (found) {
        yield found;
        return;
      }
    }
    if (low === 'which' && (question || startsWithSeek(s, i))) {
      const one = /^(?:one )?of$/.test(s.low(i + 1)) ? s.phraseAt(i + 2) : s.phraseAt(i);
      const did = one && s.clauses.find((clause) => clause.verb.from >= one.to && clause.verb.from <= one.to + 1);
      const actor = one && s.actor(one, true);
      if (
        one &&
        did &&
        actor &&
        isBlamable(actor) &&
        actor.certain &&
        (question || s.tokens[one.head]!.tag !== 'pronoun') &&
        did.verb.tense === 'past' &&
        !did.verb.passive &&
        did.verb.lemma !== 'be'
      ) {
        yield ofWords('accusing-question', i, end(s), { agent: one });
        return;
      }
    }
    if (low === 'who' || low === 'whoever') {
      const found = whoDid(s, i, question);
      if (found) {
        yield found;
        return;
      }
    }
  }
  // "Did Priscilla even check the dashboard?"
  const opener = openerOf(s);
  if (question && QUESTION_AUX.test(s.low(opener))) {
    const asked = personIn(s, opener, s.to);
    if (asked && asked.from <= opener + 3 && EVEN.find(s) && !s.clauses[0]?.verb.passive)
      yield ofWords('accusing-question', start, end(s), { agent: asked });
  }
  // "Couldn't the desk have spent thirty seconds on it?", "Shouldn't you have asked?"
  if (question && /^(?:could|would|should|can)$/.test(s.low(opener)) && isNegatedSoon(s, opener)) {
    const asked = personIn(s, opener, s.to);
    if (asked && asked.from <= opener + 4 && s.clauses[0]?.verb.perfect)
      yield ofWords('accusing-question', opener, end(s), { agent: asked });
  }
  // "And nobody in flight dynamics found it odd?"
  const none = s.clauses[0];
  if (question && none && s.subjectActor(none, true)?.kind === 'nobody' && !none.verb.modal && none.from <= s.from + 2)
    yield ofWords('accusing-question', none.from, end(s));
  // "You deployed on a Friday, really?", "Really, Bob?"
  const tag = /^(?:really|seriously)$/.test(s.low(start)) && question && personIn(s, start, s.to);
  if (tag) yield ofWords('accusing-question', start, end(s), { agent: tag });
}

function excusedWhere(s: Sentence, hunt: { from: number }): boolean {
  // "Which part of this could happen again?"
  if (s.low(hunt.from + 1) === 'part' && !/\b(?:unclear|clear|understand|hard)\b/i.test(s.textOf(hunt.from, s.to)))
    return true;
  // "Does anyone have the packet captures?"
  if (
    /^(?:does|do|has|have|did)$/.test(s.low(hunt.from)) &&
    /^(?:anybody|anyone)$/.test(s.low(hunt.from + 1)) &&
    /^(?:have|know|remember|recall|need|want|mind|got|see|seen|object|use|own)$/.test(
      s.low(hunt.from + (s.tokens[hunt.from + 2]?.tag === 'adverb' ? 3 : 2)),
    )
  )
    return true;
  // "Was anyone paged?", "Is anyone watching the dashboard?" ask for a fact.
  return (
    /^(?:be|was|were|is|are|has|have|had|did|does)$/.test(s.low(hunt.from)) &&
    /\b(?:paged|notified|told|hurt|affected|informed|available|consulted|contacted)\b/i.test(s.textOf(hunt.from, s.to))
  );
}

function end(s: Sentence): number {
  let to = s.to;
  while (to > s.from + 1 && /^["”’')\]]$/.test(s.tokens[to - 1]!.text)) to--;
  return to;
}

/** "Why didn't you test", "Why did Bob …", "Why was nobody watching", "How could the on-call not notice". */
function whyPerson(s: Sentence, at: number, question: boolean): Candidate | undefined {
  const { low } = s.tokens[at]!;
  // "Please explain why what people did made sense to them"
  if (s.low(at + 1) === 'what') return undefined;
  if (low === 'how') {
    const next = s.low(at + 1);
    if (!/^(?:could|can|did|come|is|was|on|dare)$/.test(next)) return undefined;
  }
  let negative = false;
  for (let i = at + 1; i < Math.min(s.to, at + 14); i++) {
    const token = s.tokens[i]!;
    if (/^[.;!?]$/.test(token.text)) break;
    if (token.tag === 'not') negative = true;
    const phrase = s.phraseAt(i);
    if (!phrase) continue;
    const actor = s.actor(phrase, true);
    if (actor.kind === 'we' || actor.kind === 'self') return undefined;
    if (
      (actor.kind === 'nobody' || actor.kind === 'anybody') &&
      low === 'how' &&
      !/^(?:could|can|come)$/.test(s.low(at + 1))
    )
      return undefined;
    if (actor.kind === 'nobody' || actor.kind === 'anybody')
      return question || startsWithSeek(s, at)
        ? ofWords('accusing-question', at, end(s), { agent: phrase })
        : undefined;
    if (
      actor.kind === 'system' ||
      actor.kind === 'customer' ||
      actor.kind === 'attacker' ||
      actor.kind === 'organisation'
    )
      return undefined;
    const desk = actor.kind === 'team' && low === 'how';
    if (!isBlamable(actor) || (!isKnown(s, actor) && !s.tokens[phrase.head]!.capital && !desk)) return undefined;
    if (/^(?:they|them)$/.test(s.low(phrase.head)) && !s.actor(phrase).certain) return undefined;
    const verb =
      s.clauses.find((clause) => clause.verb.from > at && clause.subject.includes(phrase)) ??
      s.clauses.find((clause) => clause.verb.to > phrase.from);
    const negated =
      negative ||
      verb?.verb.negated === true ||
      (verb !== undefined && s.tokens.slice(verb.verb.from, verb.verb.to).some((t) => t.tag === 'not'));
    if (!question && !startsWithSeek(s, at) && !(at === s.from && negated)) return undefined;
    if (low === 'how' && s.low(at + 1) === 'did' && !negated) return undefined;
    if (
      low === 'how' &&
      /^(?:can|could)$/.test(s.low(at + 1)) &&
      !negated &&
      (verb === undefined || ASKED_FOR.test(verb.verb.lemma)) &&
      !/\b(?:nothing|nobody notice)\b/i.test(s.textOf(at, s.to))
    )
      return undefined;
    if (low === 'how' && /^(?:is|was)$/.test(s.low(at + 1))) return undefined;
    return ofWords('accusing-question', at, end(s), { agent: phrase });
  }
  return undefined;
}

/** "Find out why …", "Can someone explain why …": the question stands inside. */
function startsWithSeek(s: Sentence, at: number): boolean {
  // "Asking who did it would not have told us": what asking does, no question.
  for (let i = at - 1; i >= s.from && i >= at - 6; i--)
    if (SEEK.test(s.tokens[i]!.lemma) && !(i === s.from && s.low(i).endsWith('ing'))) return true;
  return false;
}

/** "Who approved this?", "who broke prod". */
function whoDid(s: Sentence, at: number, question: boolean): Candidate | undefined {
  const opens =
    at === s.from ||
    /^[,:–—-]$/.test(s.low(at - 1)) ||
    /^(?:so|and|but|ok|okay|seriously|well|again)$/.test(s.low(at - 1));
  const embedded = startsWithSeek(s, at) && !relative(s, at);
  if (
    !(question && opens) &&
    !(question && embedded) &&
    !(embedded && s.tokens[s.from]!.tag === 'verb') &&
    !(opens && at <= s.from + 2)
  )
    return undefined;
  const clause = s.clauses.find(
    (candidate) => candidate.verb.from > at && candidate.verb.from <= at + (question ? 7 : 4),
  );
  if (!clause) return undefined;
  const { verb } = clause;
  if (verb.modal && verb.modal !== 'would') return undefined;
  // "Who swapped the keys is irrelevant"
  if (!question && IRRELEVANT.test(s.textOf(verb.to, s.to))) return undefined;
  // "Who was affected?", "Who or what adapted?"
  if (verb.passive || s.low(at + 1) === 'or' || INTRUDING.test(verb.lemma) || verb.lemma === 'like') return undefined;
  // "Who is going to show it?"
  if (/^(?:is|are)$/.test(s.low(verb.from)) && s.low(verb.main) === 'going') return undefined;
  if (verb.lemma === 'be') {
    return /^(?:responsible|to|at|guilty|asleep|the|in|on)$/.test(s.low(verb.to)) &&
      /\b(?:blame|fault|culprit|guilty|genius|idiot|responsible for (?:this|the (?:outage|incident|mess|failure)))\b/i.test(
        s.textOf(at, s.to),
      )
      ? ofWords('accusing-question', at, end(s))
      : undefined;
  }
  const present = verb.tense === 'present' && !verb.perfect;
  if (NEUTRAL_WHO.test(verb.lemma) && !present) return undefined;
  // "Who hands out accounts these days?" asks whose task it is; "Who deploys on a Friday without a canary?" does not.
  if (present && (NEUTRAL_WHO.test(verb.lemma) || !SCANDAL.test(s.textOf(verb.to, s.to)))) return undefined;
  // "…, so that we can ask them for the context"
  if (/\bso (?:that )?we (?:can|could)\b|\bto (?:ask|thank|learn|understand)\b/i.test(s.textOf(at, s.to)))
    return ofWords('accusing-question', at, end(s), { severity: 'information' });
  return ofWords('accusing-question', at, end(s), {
    severity: 'warning',
    confidence: embedded && !question ? 'medium' : 'high',
  });
}

const IRRELEVANT =
  /\b(?:(?:is|was) (?:irrelevant|immaterial|unimportant|beside|secondary|not)|matters? (?:less|little|not)|(?:does not|doesn't|did not|didn't) matter)\b/i;

/** "Couldn't the desk have", "Could Jarrah not have" */
function isNegatedSoon(s: Sentence, opener: number): boolean {
  for (let i = opener + 1; i < Math.min(s.to, opener + 6); i++) {
    const { tag } = s.tokens[i]!;
    if (tag === 'not') return true;
    if (tag === 'verb') return false;
  }
  return false;
}

function relative(s: Sentence, at: number): boolean {
  const before = s.tokens[at - 1];
  if (!before || at - 1 < s.from) return false;
  if (before.tag === 'noun' || before.tag === 'name') return true;
  return before.tag === 'pronoun' && !/^(?:me|us|you|him|her|them)$/.test(before.low);
}

function personIn(s: Sentence, from: number, to: number) {
  for (const phrase of s.phrases) {
    if (phrase.from < from || phrase.from >= to) continue;
    const actor = s.actor(phrase, true);
    if (isBlamable(actor) && (isKnown(s, actor) || s.tokens[phrase.head]!.capital)) return phrase;
    if (phrase.determiner !== undefined && s.low(phrase.determiner) === 'your') return phrase;
  }
  return undefined;
}

function nobodyIn(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < Math.min(s.to, to + 3); i++)
    if (/^(?:nobody|no-one|anybody|anyone|no)$/.test(s.low(i))) return true;
  return false;
}

const ASKING = new Clue([words(`why how which who whoever`)]);
const SEEKING = new Clue([], (low) => SEEK.test(low));

/** Accusing questions: who did this, why didn't you. */
export const accusingQuestion: Detector = {
  mayFind: (glance) =>
    glance.isQuestion ||
    UNMISTAKABLE.isIn(glance) ||
    (ASKING.isIn(glance) && (SEEKING.isIn(glance) || asksSoon(glance))),
  find,
};

/** Without a question mark, a question begins with what it asks for. */
function asksSoon(glance: Glance): boolean {
  for (let i = glance.from; i < glance.from + 3; i++) if (/^(?:why|how|who|whoever)$/.test(glance.low(i))) return true;
  return false;
}
