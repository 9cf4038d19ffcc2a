import type { VerbGroup } from '../../language/chunks.ts';
import type { Clause } from '../../language/clauses.ts';
import { BAD_EVENTS, KNOWLEDGE_NOUNS } from '../../language/lexicon/judgement.ts';
import { MISBELIEF_VERBS } from '../../language/lexicon/verbs.ts';
import { words } from '../../language/lexicon/words.ts';
import { BASE, ING, PARTICIPLE, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import {
  BELIEVING,
  BREAKING,
  CAUSING,
  EXPECTED,
  FREEZING,
  GOING_WRONG,
  IGNORING,
  isParticle,
  KNOWING,
  LEAVING_UNDONE,
  MISREADING,
  MISSING,
  NEGATED_LEAVING,
  PHASES,
  SEEING,
  SKIPPING,
  SLIP_NOUNS,
  SLIPPING,
  WAITING,
} from './deedVerbs.ts';
import { isFiniteClause, predicateEnd } from './extent.ts';
import { objectAfter, type Range } from './phrases.ts';
import { topicAt } from './topic.ts';

/** What a clause says of a person, as far as the wording of a rewrite depends on it. */
type DeedKind =
  /** Something was done: "ran a bad script". */
  | 'done'
  /** Something was left undone: "forgot to check", "never ran", "should have waited". */
  | 'omitted'
  /** A thing or topic was forgotten: "forgot about the idempotency key". */
  | 'forgotten'
  /** Something stopped working: "broke DNS". */
  | 'broke'
  /** Something happened because of it: "caused the outage". */
  | 'caused'
  /** "missed the crash", "did not notice". */
  | 'missed'
  /** "let the bug slip through". */
  | 'let'
  /** "ignored the alert". */
  | 'ignored'
  /** "skipped step 4", "bypassed the two-person rule". */
  | 'skipped'
  /** "misread the graph". */
  | 'misread'
  /** "screwed up the cutover order". */
  | 'went-wrong'
  /** "sat on the approval". */
  | 'waited'
  /** "did not know about X", "was unaware that". */
  | 'unknown'
  /** "could not interpret it", "had no expertise to read it". */
  | 'unable'
  /** "wrongly assumed that". */
  | 'believed'
  /** "made a mistake", "slipped up". */
  | 'slipped'
  /** "refused to approve it". */
  | 'refused'
  /** "was too slow to restart it". */
  | 'late'
  /** "had never done a reshard before". */
  | 'unpractised'
  /** "panicked", "froze". */
  | 'froze'
  /** "was asleep at the wheel". */
  | 'state';

/** The predicate of a clause, read for a rewrite. Token indexes, ends exclusive. */
export interface Deed {
  readonly kind: DeedKind;
  /** The finite clause whose subject is the person. */
  readonly top: Clause;
  /** Base form of the verb that names the deed, without particle; a neutral one where the original judges. */
  readonly verb: string;
  /** An adverb that tells how ("incorrectly"), in front of the verb. */
  readonly manner?: string;
  /** The verb group that names the deed. */
  readonly group: VerbGroup;
  /** First token behind the verb (a particle is part of what follows). */
  readonly rest: number;
  /** Behind the particle, if it stands right behind the verb. */
  readonly particleEnd: number;
  readonly object: Range | undefined;
  /** Of "unknown" and "believed": what the topic begins with. */
  readonly topic: 'that' | 'wh' | 'noun' | 'none';
  /** End of the predicate. */
  readonly end: number;
}

/** Verbs that judge what they tell, and the plain ones for the same deed. */
const PLAIN_VERBS: ReadonlyMap<string, string> = new Map([
  ['nuke', 'delete'],
  ['rubber-stamp', 'approve'],
  ['rubberstamp', 'approve'],
  ['fat-finger', 'mistype'],
  ['fatfinger', 'mistype'],
  ['sneak', 'bring'],
  ['yolo', 'push'],
  ['mis-click', 'click'],
  ['sabotage', 'break'],
]);

/** Adverbs without which the deed would be as it should. */
const MANNER =
  /^(?:incorrectly|improperly|inaccurately|inadequately|insufficiently|imprecisely|unsafely|partially|incompletely|wrongly|badly|poorly)$/;

/** Reads the clause; undefined where nothing can be made of its verb. */
export function readDeed(s: Sentence, clause: Clause): Deed | undefined {
  const top = finiteAbove(clause);
  let current = top;
  let undone = negatedSubject(s, top) !== top.verb.negated;
  // "Nobody with sense would put the password in the URL": it was done.
  if (undone && top.verb.modal === 'would' && !top.verb.perfect && !top.verb.negated) undone = false;
  for (let depth = 0; depth < 4; depth++) {
    const { verb } = current;
    const { lemma } = verb;
    if (depth === 0 && (expects(verb) || isCondition(s, current))) undone = !undone;
    const inner = governed(s, current) ?? obliged(s, current);
    if (!inner) break;
    if (LEAVING_UNDONE.has(lemma) && inner.verb.infinitive) {
      undone = !undone;
    } else if (/^(?:stop|quit|cease|avoid)$/.test(lemma) && inner.verb.nonFinite === 'ing') {
      undone = !undone;
    } else if (NEGATED_LEAVING.has(lemma) && undone) {
      // "did not bother to look": not looked.
    } else if ((EXPECTED.has(lemma) && (verb.passive || lemma === 'need') && inner.verb.infinitive) || lemma === 'be') {
      undone = !undone;
    } else if (!PHASES.has(lemma) && inner.verb.nonFinite !== 'participle') break;
    if (inner.verb.negated) undone = !undone;
    current = inner;
  }
  const deed = classify(s, top, current, undone);
  if (deed?.kind === 'omitted' && !expects(top.verb) && /^(?:refuse|decline)$/.test(top.verb.lemma))
    return { ...deed, kind: 'refused' };
  if (deed?.kind !== 'done') return deed;
  const manner = deed.group.adverbs.find((i) => i < deed.group.main && MANNER.test(s.low(i)));
  if (manner !== undefined) return { ...deed, manner: s.low(manner) };
  // "interpreted badly the circular": how it was done stands between the verb and its object.
  const { rest, object } = deed;
  return object?.from === rest + 1 && MANNER.test(s.low(rest))
    ? { ...deed, manner: s.low(rest), rest: rest + 1, particleEnd: rest + 1 }
    : deed;
}

/** "if she had read it", "had she read it": she had not. */
function isCondition(s: Sentence, clause: Clause): boolean {
  const { verb } = clause;
  if (clause.subordinator === 'if' && verb.perfect && verb.tense === 'past') return true;
  if (/^(?:wish|wished)$/.test(s.low(clause.from - 1)) && verb.perfect) return true;
  const subject = clause.subject[0];
  return (
    subject !== undefined &&
    (s.low(subject.from - 1) === 'had' ||
      (s.low(subject.from - 1) === 'were' && subject.from - 1 === s.from && !s.isQuestion)) &&
    (clause.verb.from >= subject.to || /^(?:had|were)$/.test(s.low(verb.from)))
  );
}

/** "was supposed to test", "were due to …": the infinitive behind the adjective. */
function obliged(s: Sentence, clause: Clause): Clause | undefined {
  const { verb } = clause;
  if (verb.lemma !== 'be' && !/^(?:suppose|mean|expect|oblige|require)$/.test(verb.lemma)) return undefined;
  for (let i = verb.main; i < Math.min(s.to, verb.to + 3); i++) {
    if (!/^(?:supposed|meant|expected|obliged|required|due|bound)$/.test(s.low(i)) || s.low(i + 1) !== 'to') continue;
    return s.clauses.find((c) => c.verb.from === i + 1 && c.verb.infinitive);
  }
  return undefined;
}

/** "should have checked": what is told is that it was not done. */
function expects(verb: VerbGroup): boolean {
  const { modal } = verb;
  if (modal === undefined) return false;
  if (/^(?:should|ought|must|have to|be to)$/.test(modal)) return true;
  return verb.perfect && /^(?:could|would|might)$/.test(modal);
}

/** The finite clause that an infinitive or participle hangs on and shares its subject with. */
function finiteAbove(clause: Clause): Clause {
  let top = clause;
  for (let depth = 0; depth < 4; depth++) {
    const { governor } = top;
    if (!governor || top.ownSubject) break;
    const hanging = top.verb.infinitive || top.verb.nonFinite === 'ing';
    if (!hanging || top.subject[0] !== governor.subject[0]) break;
    top = governor;
  }
  return top;
}

/** The infinitive or -ing form right behind the verb. */
function governed(s: Sentence, clause: Clause): Clause | undefined {
  const next = s.clauses[s.clauses.indexOf(clause) + 1];
  // "had clean forgotten": an adverb that was read as an adjective.
  if (
    next?.governor === clause &&
    clause.verb.lemma === 'have' &&
    next.verb.nonFinite === 'participle' &&
    next.verb.from - clause.verb.to <= 1
  )
    return next;
  if (!next || !(next.verb.infinitive || next.verb.nonFinite === 'ing')) return undefined;
  if (next.governor !== clause) return undefined;
  for (let i = clause.verb.to; i < next.verb.from; i++) {
    const { tag, low } = s.tokens[i]!;
    // "nobody thought of renewing it"
    if ((low === 'of' || low === 'about') && clause.verb.lemma === 'think') continue;
    if (tag !== 'adverb' && tag !== 'not') return undefined;
  }
  return next;
}

/** "nobody", "neither X nor Y", "no one in the team", "not one of them". */
function negatedSubject(s: Sentence, clause: Clause): boolean {
  const first = clause.subject[0];
  if (!first) return false;
  if (clause.subject.some((p) => /^(?:nobody|no-one|noone|none|neither|no|few)$/.test(s.low(p.from)))) return true;
  const before = s.low(first.from - 1);
  return /^(?:not|neither|hardly|barely|scarcely)$/.test(before);
}

/** The verb that a clause is about, its first token behind and its aspect; a participle read as an adjective ("had mistyped") is found again. */
export function mainVerb(
  s: Sentence,
  clause: Clause,
): { lemma: string; rest: number; perfect: boolean; progressive: boolean } | undefined {
  const { verb } = clause;
  let at = verb.main + 1;
  while (s.tokens[at]?.tag === 'adverb') at++;
  const next = s.tokens[at];
  if (
    (verb.lemma === 'have' || s.low(verb.main) === "'d") &&
    next &&
    next.tag === 'adjective' &&
    /(?:ed|en)$/.test(next.low) &&
    objectAfter(s, at + 1)
  ) {
    const form = verbForm(next.low);
    if (form && (form.forms & PARTICIPLE) !== 0)
      return { lemma: form.base, rest: at + 1, perfect: true, progressive: false };
  }
  const token = s.tokens[verb.main]!;
  const progressive =
    token.tag === 'verb' && (token.forms & ING) !== 0 && verb.nonFinite === undefined && verb.main > verb.from;
  return { lemma: verb.lemma, rest: verb.main + 1, perfect: verb.perfect, progressive };
}

function classify(s: Sentence, top: Clause, clause: Clause, undone: boolean): Deed | undefined {
  if (s.tokens[clause.verb.main]!.tag === 'modal' && s.low(clause.verb.main + 1) === 'of') {
    // "should of asked", as people say it.
    const asked = verbForm(s.low(clause.verb.main + 2));
    const main = clause.verb.main + 2;
    if (asked)
      return classify(
        s,
        top,
        { ...clause, verb: { ...clause.verb, modal: undefined, main, to: main + 1, lemma: asked.base } },
        undone,
      );
  }
  const main = mainVerb(s, clause);
  if (!main || s.tokens[clause.verb.main]!.tag === 'modal') return undefined;
  const { verb } = clause;
  const { rest, lemma } = main;
  const particleEnd =
    verb.particle !== undefined && s.low(rest) === verb.particle && isParticle(s, lemma, rest) ? rest + 1 : rest;
  const object = withoutComplement(s, lemma, objectAfter(s, particleEnd));
  const whole = predicateEnd(s, rest);
  // "should rather have called the desk than tried alone": what was done instead is no part of it.
  const than =
    undone && s.textOf(Math.max(s.from, verb.from - 2), verb.to).includes('rather')
      ? indexOf(s, 'than', rest, whole)
      : -1;
  const end = than > 0 ? than : whole;
  const names = new Set([lemma]);
  if (verb.particle) names.add(`${lemma} ${verb.particle}`);
  for (let i = rest; i < Math.min(end, rest + 8); i++)
    if (s.tokens[i]!.tag === 'adverb' || s.tokens[i]!.tag === 'preposition') names.add(`${lemma} ${s.low(i)}`);
  const is = (set: ReadonlySet<string>): boolean => [...names].some((name) => set.has(name));
  const base: Omit<Deed, 'kind' | 'topic'> = {
    top,
    verb: PLAIN_VERBS.get(lemma) ?? lemma,
    group: verb,
    rest,
    particleEnd,
    object,
    end,
  };
  const behind = (set: ReadonlySet<string>): number =>
    particleEnd > rest || set.has(`${lemma} ${s.low(rest)}`) ? Math.max(particleEnd, rest + 1) : rest;
  const topicFrom = (at: number, kind: DeedKind): Deed => {
    const topic = topicAt(s, at, end);
    const told = topic.kind === 'that' || topic.kind === 'wh' ? resumedAt(s, topic.at, end) : end;
    return {
      ...base,
      end: told,
      kind,
      rest: topic.at,
      particleEnd: topic.at,
      topic: topic.kind,
      object: topic.kind === 'noun' ? objectAfter(s, topic.at) : undefined,
    };
  };
  const plain = (kind: DeedKind): Deed => ({ ...base, kind, topic: 'none' });
  /** The deed that a clause inside this one tells. */
  const deedOf = (inside: Clause | undefined, kind: DeedKind): Deed | undefined => {
    const inner = inside && mainVerb(s, inside);
    if (!inside || !inner) return undefined;
    const { lemma: verb, rest } = inner;
    return { ...plain(kind), verb, group: inside.verb, rest, particleEnd: rest, object: objectAfter(s, rest) };
  };

  // "should have known better than to resize it": it was done.
  if (lemma === 'know' && s.low(rest) === 'better' && s.low(rest + 1) === 'than') {
    const done = deedOf(
      s.clauses.find((c) => c.verb.infinitive && c.verb.from === rest + 2),
      'done',
    );
    if (done) return done;
  }
  // "told nobody that it is broken"
  if (
    object &&
    /^(?:nobody|no-one)$/.test(s.low(object.from)) &&
    /^(?:tell|inform|ask|warn|notify|alert|consult|call|page|involve)$/.test(lemma)
  )
    return { ...plain('omitted') };
  // "went and bounced the HLR"
  if (lemma === 'go' && s.low(rest) === 'and') {
    const act = deedOf(
      s.clauses.find((c) => c.verb.from === rest + 1),
      'done',
    );
    if (act) return { ...act, end: predicateEnd(s, act.rest) };
  }
  // "took it upon herself to silence the pager"
  if (lemma === 'take' && /^it (?:up)?on \w+sel(?:f|ves)/i.test(s.textOf(rest, Math.min(s.to, rest + 3)))) {
    const taken = deedOf(
      s.clauses.find((c) => c.verb.infinitive && c.verb.from === rest + 3),
      'done',
    );
    if (taken) return taken;
  }
  const idiom = readIdiom(s, { ...base, kind: 'done', topic: 'none' }, undone);
  if (idiom) return idiom;

  // "was under the impression that S"
  if (
    lemma === 'be' &&
    s.low(verb.to) === 'under' &&
    /^(?:impression|assumption|illusion|belief)$/.test(s.low(verb.to + 2))
  ) {
    const at = s.low(verb.to + 3) === 'that' ? verb.to + 4 : verb.to + 3;
    return { ...base, kind: 'believed', rest: at, particleEnd: at, topic: 'that', object: undefined };
  }
  // Adjectives and nouns of knowledge behind "be" and "have".
  if (lemma === 'be' || lemma === 'seem' || lemma === 'become') {
    // "was too late with the clean-up"
    for (let i = verb.main + 1; i < Math.min(end, verb.to + 3); i++)
      if (/^(?:late|slow)$/.test(s.low(i)) && /^(?:with|in|on)$/.test(s.low(i + 1)) && objectAfter(s, i + 2))
        return { ...plain('late'), rest: i + 2, object: objectAfter(s, i + 2) };
    // "was not able to read it", "aren't technical enough to know what it does"
    for (let i = verb.main + 1; i < Math.min(end, verb.to + 4); i++) {
      const able =
        /^(?:un|in)(?:able|capable)$/.test(s.low(i)) ||
        (undone && /^(?:able|enough|trained|qualified)$/.test(s.low(i)));
      const to = able && s.tokens[i + 1]?.tag === 'to' ? unableFrom(s, base, i + 1, end) : undefined;
      if (to) return to;
    }
    const at = findAdjective(s, verb.to, end);
    return at >= 0 ? topicFrom(at, 'unknown') : plain('state');
  }
  if (/^(?:grow|get|go|turn|stay|remain|feel|prove)$/.test(lemma) && !object && s.tokens[rest]?.tag === 'adjective')
    return { ...plain('state'), rest: end };
  const scarce =
    object !== undefined && /^(?:insufficient|inadequate|limited|little|scant|poor|zero|no)$/.test(s.low(object.from));
  if (lemma === 'lack' || ((undone || scarce) && /^(?:possess|have|bring|own)$/.test(lemma)))
    for (let i = rest; i < Math.min(end, rest + 6); i++)
      if (
        (KNOWLEDGE_NOUNS.has(singular(s.low(i))) ||
          /^(?:context|level|grounding|picture|chops|feel|means)$/.test(s.low(i))) &&
        s.tokens[i]!.tag === 'noun' &&
        s.tokens[i + 1]?.tag !== 'noun'
      )
        return s.low(i + 1) === 'to' ? unableFrom(s, base, i + 1, end) : topicFrom(i + 1, 'unknown');
  if (lemma === 'have' && rest === verb.main + 1 && verb.main === verb.to - 1) {
    for (let i = rest; i < Math.min(end, rest + 6); i++) {
      if (
        !/^(?:idea|knowledge|experience|understanding|awareness|expertise|clue|skill|skills|training|familiarity|grasp|inkling|notion|feel|feeling|context|background|exposure|comprehension)$/.test(
          s.low(i),
        )
      )
        continue;
      return s.tokens[i + 1]?.tag === 'to' ? unableFrom(s, base, i + 1, end) : topicFrom(i + 1, 'unknown');
    }
  }
  // "had no intention of following it"
  if (lemma === 'have' && object && /^(?:intention|intent|desire)$/.test(s.low(object.to - 1))) {
    const meant = s.clauses.find(
      (c) =>
        c.verb.from >= object.to && c.verb.from <= object.to + 1 && (c.verb.infinitive || c.verb.nonFinite === 'ing'),
    );
    const omitted = deedOf(meant, 'omitted');
    if (omitted) return omitted;
  }
  // "has no excuse for not checking it", "had no business touching it"
  if (lemma === 'have' && object && /^(?:excuse|reason|justification|business|right)$/.test(s.low(object.to - 1))) {
    const act = s.clauses.find(
      (c) => c.verb.nonFinite === 'ing' && c.verb.from >= object.to && c.verb.from <= object.to + 1,
    );
    const told = deedOf(act, act?.verb.negated ? 'omitted' : 'done');
    if (told) return told;
  }
  // "didn't get that EOD means UTC", "hadn't got his head round it", "hadn't heard of overrides".
  if (lemma === 'get' && undone) {
    if (s.low(rest + 1) === 'head' && /^(?:round|around)$/.test(s.low(rest + 2))) return topicFrom(rest + 3, 'unknown');
    const topic = topicAt(s, rest, end);
    if (topic.kind === 'that' || topic.kind === 'wh') return topicFrom(rest, 'unknown');
  }
  // "had never been acquainted with the duty", "was not told that"
  if (
    undone &&
    verb.passive &&
    /^(?:train|acquaint|familiari[sz]e|brief|inform|tell|instruct|notify|teach)$/.test(lemma)
  )
    return topicFrom(rest, 'unknown');
  if (lemma === 'hear' && undone && /^(?:of|about|from)$/.test(s.low(rest))) return topicFrom(rest, 'unknown');
  // "had the exporter return zero", "has the wrong VLAN tagged", "had the wrong rate in the title"
  if (lemma === 'have' && object && !undone) {
    const then = s.tokens[object.to];
    const wrong = /^(?:wrong|incorrect)$/.test(s.low(object.from + 1)) || s.tokens[object.from]!.tag === 'possessive';
    if (wrong && object.to < end && then && (then.tag === 'preposition' || (then.forms & PARTICIPLE) !== 0))
      return { ...plain('done'), verb: 'leave' };
    const form = then && then.kind === 'word' && then.tag !== 'noun' ? verbForm(then.low, false) : undefined;
    if (form && (form.forms & BASE) !== 0 && form.base === then!.low && objectAfter(s, object.to + 1))
      return { ...plain('done'), verb: 'make' };
  }
  if (lemma === 'come' && undone && s.low(rest) === 'across')
    return { ...plain('unpractised'), rest: rest + 1, object: objectAfter(s, rest + 1) };
  if (lemma === 'work' && undone && verb.perfect && s.low(rest) === 'with')
    return { ...plain('unpractised'), rest: rest + 1, object: objectAfter(s, rest + 1) };
  if (lemma === 'lose' && s.low(rest) === 'track') {
    const lost = topicFrom(rest + 1, 'unknown');
    return lost.topic === 'noun' ? { ...lost, kind: 'forgotten' } : lost;
  }
  // "did not care about our rules"
  if (lemma === 'care' && undone && s.low(rest) === 'about' && objectAfter(s, rest + 1))
    return { ...plain('ignored'), rest: rest + 1, particleEnd: rest + 1, object: objectAfter(s, rest + 1) };
  if (lemma === 'speak' && undone && object) return topicFrom(rest, 'unknown');
  if (is(MISBELIEF_VERBS) && /^(?:misunderstand|misapprehend|miscomprehend)$/.test(lemma))
    return topicFrom(rest, 'unknown');
  if (is(BELIEVING) && !undone) {
    const topic = topicAt(s, rest, end);
    if (topic.at >= end) return { ...plain('state'), rest: end };
    const told = s.clauses.some(
      (c) =>
        c.ownSubject && isFiniteClause(c) && c.verb.from > topic.at && c.verb.from <= topic.at + 5 && c.verb.to <= end,
    );
    return topic.kind === 'noun' && !told && !s.clauses.some((c) => c.from === topic.at)
      ? plain('done')
      : { ...base, kind: 'believed', rest: topic.at, particleEnd: topic.at, topic: 'that', object: undefined };
  }
  if (lemma === 'pay' && s.low(rest) === 'attention' && undone)
    return { ...plain('missed'), rest: end, object: undefined };
  if (lemma === 'care' && (s.low(rest) === 'less' || (undone && rest >= end))) return { ...plain('state'), rest: end };
  if (
    lemma === 'do' &&
    !object &&
    undone &&
    verb.main === verb.to - 1 - (verb.negated ? 1 : 0) &&
    s.low(rest) === 'not'
  )
    return { ...plain('state'), rest: end };
  if (undone && verb.perfect && verb.negated && /^(?:do|use|run|perform|see|handle|operate|touch|work)$/.test(lemma)) {
    const at = object === undefined && s.tokens[particleEnd]?.tag === 'preposition' ? particleEnd + 1 : particleEnd;
    return { ...plain('unpractised'), rest: at, object: object ?? objectAfter(s, at) };
  }
  if (!undone && is(KNOWING) && /^(?:know|understand|realise|realize|grasp)$/.test(lemma)) return undefined;
  if (undone) {
    if (verb.modal === 'could' || verb.modal === 'can')
      if (!verb.perfect && top === clause) return { ...plain('unable') };
    // "pick up the phone", "pick this up"
    if (lemma === 'pick' && object && s.low(rest) !== 'up' && s.low(object.to) === 'up') return plain('omitted');
    if (lemma === 'pick' && (!object || CALLS.test(s.low(object.to - 1))))
      return { ...plain('omitted'), particleEnd: rest };
    if (is(SEEING)) return topicFrom(behind(SEEING), 'missed');
    if (is(KNOWING)) return topicFrom(behind(KNOWING), 'unknown');
    return plain('omitted');
  }
  if (lemma === 'forget')
    return s.low(rest) === 'that' || s.tokens[rest]?.tag === 'wh'
      ? topicFrom(rest, 'unknown')
      : topicFrom(rest, 'forgotten');
  if (lemma === 'make' && object && SLIP_NOUNS.has(s.low(object.to - 1)))
    return { ...plain('slipped'), rest: object.to };
  if (is(SLIPPING)) return { ...plain('slipped'), rest: particleEnd };
  if (is(GOING_WRONG)) return plain('went-wrong');
  if (lemma === 'drop' && s.low(rest + 1) === 'ball') {
    const on = s.phraseAt(rest + 3);
    return {
      ...plain('went-wrong'),
      rest: rest + 3,
      particleEnd: rest + 3,
      object: on ? objectAfter(s, rest + 3) : undefined,
    };
  }
  if (is(WAITING)) return { ...plain('waited'), object: object ?? objectAfter(s, rest + 1), particleEnd: rest + 1 };
  if (is(MISREADING)) return plain('misread');
  if (lemma === 'let' && object) {
    // "let the contract lapse": the last noun may be the verb.
    for (const at of [object.to, object.to - 1]) {
      const then = s.tokens[at];
      const form = then && at > object.from && then.kind === 'word' ? verbForm(then.low, false) : undefined;
      if (at < object.to && !LAPSING.has(then!.low)) continue;
      if (form && (form.forms & BASE) !== 0 && form.base === then!.low)
        return {
          ...plain('let'),
          verb: form.base,
          rest: at + 1,
          particleEnd: at + 1,
          object: { from: object.from, to: at },
        };
    }
  }
  if (is(MISSING) && lemma === 'let' && object)
    return { ...plain('let'), verb: 'get', rest: object.to, particleEnd: object.to };
  if (is(MISSING)) return topicFrom(particleEnd, 'missed');
  if (is(IGNORING) && object) return plain('ignored');
  if (IGNORING.has(`${lemma} ${s.low(rest)}`)) {
    const passedOver = objectAfter(s, rest + 1);
    if (passedOver) return { ...plain('ignored'), rest: rest + 1, particleEnd: rest + 1, object: passedOver };
  }
  if (is(SKIPPING) && object) return plain('skipped');
  if (is(BREAKING) && (object || verb.particle)) return plain('broke');
  if (
    is(CAUSING) ||
    (/^(?:create|produce|extend|delay|hamper|hinder|impede|spark)$/.test(lemma) &&
      object &&
      BAD_EVENTS.has(singular(s.low(object.to - 1))))
  )
    return plain('caused');
  if (is(FREEZING) && !object) return plain('froze');
  // "took no action"
  if (object && s.low(object.from) === 'no' && object.to > object.from + 1 && s.low(object.from + 1) !== 'one')
    return plain('omitted');
  return plain('done');
}

/** What becomes of things by themselves. */
const LAPSING = words(
  `lapse expire run slip pass slide drop die rot go drift grow fill pile age sit burn fail crash leak fall stand stay drain decay lie bounce bring take knock`,
);

/** What is answered, not noticed. */
const CALLS = /^(?:pager|pagers|phone|phones|call|calls|receiver|handset)$/;

function indexOf(s: Sentence, word: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (s.low(i) === word) return i;
  return -1;
}

/** "turned a blind eye to the alarm", "nobody lifted a finger", "dragged their feet on the request": what the picture stands for. */
function readIdiom(s: Sentence, deed: Deed, undone: boolean): Deed | undefined {
  const { object, end } = deed;
  const { lemma } = deed.group;
  const head = object ? s.low(object.to - 1) : '';
  const about = (at: number, kind: DeedKind): Deed | undefined => {
    for (let i = at; i < Math.min(end, at + 4); i++) {
      if (!/^(?:to|on|at|for|with|over|about)$/.test(s.low(i))) continue;
      const topic = objectAfter(s, i + 1);
      return topic && { ...deed, kind, rest: i + 1, particleEnd: i + 1, object: topic };
    }
    return undefined;
  };
  const act: Deed = { ...deed, kind: 'omitted', verb: 'act', rest: end, particleEnd: end, object: undefined };
  if (lemma === 'do' && head === 'nothing') return act;
  // "just sat there while the queue grew"
  if (/^(?:sit|stand)$/.test(lemma) && /^(?:there|by|around|idle|idly)$/.test(s.low(deed.rest)))
    return { ...act, rest: deed.rest + 1, particleEnd: deed.rest + 1 };
  if (lemma === 'sit' && s.low(deed.rest) === 'on' && /^(?:hands|hand)$/.test(s.low(deed.rest + 2)))
    return { ...act, rest: deed.rest + 3, particleEnd: deed.rest + 3 };
  if (lemma === 'look' && !object && /^(?:away|elsewhere)$/.test(s.low(deed.rest))) return act;
  if (!object) return undefined;
  if (undone && /^(?:finger|eyebrow|eyelid|muscle|limb)$/.test(head)) return act;
  const { from, to } = object;
  const eyes = /^(?:turn|close|shut)$/.test(lemma) && /^(?:eye|eyes|ear|back)$/.test(head);
  const heed = lemma === 'pay' && /^(?:heed|attention|notice|mind)$/.test(head);
  if (eyes || (heed && (undone || /^(?:no|little|scant)$/.test(s.low(from))))) return about(to, 'ignored') ?? act;
  if (lemma === 'look' && /^(?:way|direction)$/.test(head)) return act;
  if (lemma === 'drag' && /^(?:foot|feet|heels)$/.test(head)) return about(to, 'waited') ?? act;
  return undefined;
}

function unableFrom(s: Sentence, base: Omit<Deed, 'kind' | 'topic'>, to: number, end: number): Deed | undefined {
  const clause = s.clauses.find((c) => c.verb.from === to);
  if (!clause) return undefined;
  const rest = clause.verb.main + 1;
  return {
    ...base,
    kind: 'unable',
    topic: 'none',
    verb: clause.verb.lemma,
    group: clause.verb,
    rest,
    particleEnd: rest,
    object: objectAfter(s, rest),
    end,
  };
}

/** Index behind "aware", "familiar", "new" and the like behind a form of be; -1 without one. */
function findAdjective(s: Sentence, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + 5); i++) {
    if (
      /^(?:aware|unaware|sure|unsure|certain|uncertain|confident|comfortable|ignorant|familiar|unfamiliar|oblivious|inexperienced|new|untrained|unsure|clueless|unaccustomed|unprepared|unpractised|experienced|conversant|acquainted|trained|versed|qualified)$/.test(
        s.low(i),
      )
    )
      return /^(?:new|experienced)$/.test(s.low(i)) && onlyNewToTeam(s, i) ? -1 : i + 1;
    if (s.low(i) === 'up' && s.low(i + 1) === 'to' && /^(?:speed|date|scratch)$/.test(s.low(i + 2))) return i + 3;
    if (s.low(i) === 'out' && s.low(i + 1) === 'of' && s.low(i + 3) === 'depth') return i + 4;
  }
  return -1;
}

/** "new to the team", "brand new": nothing that somebody did not know. */
function onlyNewToTeam(s: Sentence, at: number): boolean {
  const phrase = /^(?:to|in|on|at)$/.test(s.low(at + 1)) ? s.phraseAt(at + 2) : undefined;
  return (
    phrase === undefined ||
    /^(?:team|company|job|role|organisation|organization|project|squad|rota|group|shift|crew|office|department|desk|floor|site|station|line|position|post|duty|unit|rotation)$/.test(
      s.low(phrase.head),
    )
  );
}

/** "left the port open", "made the job idempotent": the adjective tells what became of the object. */
export function withoutComplement(s: Sentence, lemma: string, object: Range | undefined): Range | undefined {
  if (
    !object ||
    object.to - object.from < 2 ||
    !/^(?:leave|keep|make|get|set|render|find|take|bring|give)$/.test(lemma)
  )
    return object;
  const last = object.to - 1;
  const open =
    /^(?:open|unlocked|running|exposed|disabled|enabled|unattended|unpatched|broken|empty|full|blank|unprotected|wrong|unavailable|online|offline|live|idle|free)$/;
  const becomes = /^(?:make|render|leave)$/.test(lemma) && /(?:[ae]nt|[ai]ble|ive|ous|ful|less)$/.test(s.low(last));
  return open.test(s.low(last)) ||
    (becomes && !/^(?:client|agent|environment|component|document|event|table|cable)$/.test(s.low(last)))
    ? { from: object.from, to: last }
    : object;
}

/**
 * "forgot that track 4 was closed and routed a train onto it": behind a state the next act is the person's again. Index of the
 * conjunction in front of it, else `end`.
 */
function resumedAt(s: Sentence, from: number, end: number): number {
  const state = s.clauses.find((c) => c.verb.from >= from && c.ownSubject && (c.verb.passive || c.verb.lemma === 'be'));
  const act = state && s.clauses[s.clauses.indexOf(state) + 1];
  if (
    !act ||
    act.ownSubject ||
    act.relative ||
    !isFiniteClause(act) ||
    act.verb.passive ||
    act.verb.lemma === 'be' ||
    act.verb.from >= end
  )
    return end;
  const link = act.verb.from - 1;
  return s.tokens[link]?.tag === 'conjunction' && objectAfter(s, act.verb.main + 1) ? link : end;
}
