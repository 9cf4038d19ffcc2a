import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { TITLES } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { type Deed, readDeed } from '../reading/deed.ts';
import { SEEING } from '../reading/deedVerbs.ts';
import { bodyStart, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { plainMotive } from '../reading/motive.ts';
import { objectAfter } from '../reading/phrases.ts';
import { type Draft, type Part, renderVisible } from '../writing/compose.ts';
import { gerund, participle } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { passive } from '../writing/passive.ts';
import { withoutPronoun } from '../writing/temporal.ts';
import { askedByIdiom, knownToWhoever, ledTo, lookedInVain, madePossible, whereSomebodyWas } from './askedIdioms.ts';
import { deedDrafts } from './clause.ts';

const JUDGED = words(
  `authorise authorize endorse greenlight waive approve sign merge accept review let allow decide choose agree order request`,
);

const VAGUE = /^(?:it|this|that|these|those|so)$/;

const GENERAL: Part[][] = [['What conditions led to this'], ['What was known at the time, and from which signals']];

/** Questions about conditions instead of a person, best first: the parts of each, without the mark at the end. */
function questions(s: Sentence, candidate: Candidate): Part[][] {
  const thinking = thinkingAt(s, candidate);
  if (thinking) return [thinking, ...GENERAL];
  if (byWhom(s, candidate) !== undefined) return [['what allowed it']];
  const unseen = unaware(s, candidate);
  if (unseen) return [...unseen, ...GENERAL];
  const limit = withoutAddress(s, sentenceEnd(s));
  const found =
    hurtsNobody(s) ??
    gotPast(s) ??
    lookedInVain(s, limit) ??
    foundFine(s, candidate) ??
    askedByIdiom(s, limit) ??
    partOf(s, candidate) ??
    thanked(s, candidate) ??
    letThrough(s, candidate) ??
    leftOut(s, candidate) ??
    heldThat(s) ??
    wentOn(s) ??
    bareThing(s, limit) ??
    stateAt(s) ??
    duringWhich(s) ??
    ledTo(s, limit) ??
    whereSomebodyWas(s, limit) ??
    madePossible(s, limit);
  if (found) return [found, ...GENERAL];
  for (let i = candidate.from; i < s.to - 2; i++)
    if (s.low(i) === 'and' && /\b(?:nothing|nobody|no-one)\b/.test(`${s.low(i + 1)} ${s.low(i + 2)}`))
      return [...GENERAL].reverse();
  const deed = deedAsked(s, candidate);
  const named =
    deed?.object !== undefined &&
    s.tokens[deed.object.to - 1]!.tag !== 'pronoun' &&
    !VAGUE.test(s.low(deed.object.from));
  if (
    !deed ||
    (deed.verb === 'do' && !named) ||
    (deed.kind === 'done' && deed.rest >= deed.end) ||
    (deed.verb === 'wait' && s.low(deed.rest) === 'for') ||
    /^(?:need|care|bother|be|happen|get|explain|justify|plan|one)$/.test(deed.verb) ||
    (deed.verb === 'ask' && deed.kind === 'done') ||
    /^(?:slipped|froze|state|unpractised|late|went-wrong)$/.test(deed.kind) ||
    s.low(candidate.from) === 'whoever'
  )
    return GENERAL;
  if (deed.kind === 'let' && deed.group.lemma === 'let')
    return [['What let', kept(s, deed.group.main + 1, deed.end, true)], ['What conditions led to this']];
  if (deed.verb === 'hear' && deed.object)
    return [['Where would people have learned about', ...withoutPronoun(s, deed.object.from, deed.end)], ...GENERAL];
  const end = withoutAddress(s, circumstancesEnd(s, deed.end));
  const rest = withoutPronoun(s, deed.rest, end);
  if (tellsOfPerson(s, rest)) return GENERAL;
  const all = withoutPronoun(s, deed.group.main + 1, end);
  const vague =
    deed.object !== undefined &&
    deed.object.to === deed.object.from + 1 &&
    VAGUE.test(s.low(deed.object.from)) &&
    deed.end - deed.object.to <= 1;
  switch (deed.kind) {
    case 'omitted':
    case 'unable': {
      const unopened = forSoLong(s, deed, end);
      if (unopened) return [unopened, ...GENERAL];
      return [
        ['What would have made it easier to', deed.verb, ...rest],
        ['What kept', ...(vague ? ['this'] : [gerund(deed.verb), ...rest]), 'from being part of [which step]'],
      ];
    }
    case 'forgotten':
      return [['What would have brought up', ...rest, 'in time'], ...GENERAL];
    case 'missed':
    case 'unknown':
      if (SEEING.has(deed.group.lemma) || (deed.topic === 'none' && deed.group.main + 1 < end))
        return [['What would have made it easier to', deed.group.lemma, ...all], ...GENERAL];
      if (deed.topic === 'that') return [['What would have shown in time that', ...rest], ...GENERAL];
      if (deed.topic === 'wh') return [['What would have shown in time', ...rest], ...GENERAL];
      if (deed.topic === 'none' || vague) return [['What would have shown this earlier'], ...GENERAL];
      if (
        deed.object &&
        deed.object.to < end &&
        /^(?:for|until|till|all|over|during|since)$/.test(s.low(deed.object.to))
      )
        return [
          [
            'What kept',
            kept(s, deed.object.from, deed.object.to, false),
            'from being noticed',
            kept(s, deed.object.to, end, false),
          ],
          ['Where would people have looked for this'],
        ];
      return [['What would have made', ...rest, 'easier to notice'], ['Where would people have looked for this']];
    case 'ignored':
      if (deed.object) return [['What would have made', kept(s, deed.object.from, end, true), 'stand out'], ...GENERAL];
      break;
    case 'believed':
      if (deed.rest >= end) return GENERAL;
      return [['What supported the assumption that', ...rest], ...GENERAL];
    default:
  }
  const fact = deed.top.verb.tense === 'past' ? passive(s, deed, false) : undefined;
  const possible: Part[] = [
    deed.verb === 'wait' ? 'What made it look right to' : 'What made it possible to',
    deed.verb,
    ...rest,
  ];
  if (JUDGED.has(deed.verb) && fact) return [['What information was at hand when', ...fact], possible];
  return [possible, ['What made', gerund(deed.verb), ...rest, 'the sensible thing to do at the time']];
}

/** "did nobody look at the alarm for four hours": what kept it from being looked at all that time. */
function forSoLong(s: Sentence, deed: Deed, end: number): Part[] | undefined {
  const at = /^(?:at|into|to)$/.test(s.low(deed.rest)) ? deed.rest + 1 : deed.rest;
  const thing = objectAfter(s, at);
  if (
    !thing ||
    s.low(thing.to) !== 'for' ||
    !/\b(?:second|minute|hour|day|week|month|year)s?$/i.test(s.textOf(thing.to, end))
  )
    return undefined;
  const link = at > deed.rest ? ` ${s.low(deed.rest)}` : '';
  return [
    'What kept',
    kept(s, thing.from, thing.to, true),
    `from being ${participle(deed.verb)}${link}`,
    kept(s, thing.to, end, true),
  ];
}

/** Whether what is kept still speaks of the person: "that you'd switched it off", "and not from you". */
function tellsOfPerson(s: Sentence, parts: readonly Part[]): boolean {
  return parts.some((part) => {
    if (typeof part === 'string') return false;
    for (let i = part.from; i < part.to; i++) if (/^(?:he|she|him|you)$/.test(s.low(i))) return true;
    return false;
  });
}

/** "Would it have killed the data folks to mention the rename?": what was left out. */
function hurtsNobody(s: Sentence): Part[] | undefined {
  const idiom = s.clauses.findIndex(({ verb }) => /^(?:kill|hurt)$/.test(verb.lemma) && verb.modal === 'would');
  const asked = idiom < 0 ? undefined : s.clauses.slice(idiom + 1).find(({ verb }) => verb.infinitive);
  if (!asked) return undefined;
  const limit = withoutAddress(s, sentenceEnd(s));
  return ['What would have made it easier to', kept(s, asked.verb.main, limit, false)];
}

/** "How did this get past two approvers?", "explain how the bad file slipped through review": what could have caught it. */
function gotPast(s: Sentence): Part[] | undefined {
  for (let i = s.from + 1; i < s.to - 1; i++) {
    if (!/^(?:past|through|by)$/.test(s.low(i)) || !/^(?:get|slip|sneak|slide|pass|go|it)$/.test(lemmaAt(s, i - 1)))
      continue;
    let how = i - 2;
    while (how > s.from && !/^(?:how|did|does|do|could|can)$/.test(s.low(how))) how--;
    if (!/^(?:how|did|does|do|could|can)$/.test(s.low(how))) continue;
    let to = i - 1;
    while (to > how + 1 && /^(?:adverb|modal|aux)$/.test(s.tokens[to - 1]!.tag)) to--;
    if (to <= how + 1 || (s.phraseAt(how + 1) && isBlamable(s.actor(s.phraseAt(how + 1)!)))) continue;
    const guard = s.phraseAt(i + 1);
    const limit = withoutAddress(s, sentenceEnd(s));
    const rest = guard && isBlamable(s.actor(guard, true)) ? guard.to : limit;
    return ['What could have caught', kept(s, how + 1, to, false), kept(s, Math.min(rest, limit), limit, false)];
  }
  return undefined;
}

function lemmaAt(s: Sentence, at: number): string {
  const { lemma, low } = s.tokens[at]!;
  return low === 'got' ? 'get' : lemma;
}

/** "Establish which of the approvers let the metadata through" */
function letThrough(s: Sentence, candidate: Candidate): Part[] | undefined {
  const clause = s.clauses.find((c) => c.verb.lemma === 'let' && c.verb.from > candidate.from);
  const object = clause && objectAfter(s, clause.verb.main + 1);
  return object && s.low(object.to) === 'through'
    ? ['What let', kept(s, object.from, withoutAddress(s, sentenceEnd(s)), false)]
    : undefined;
}

/** "who unplugged the antenna and never logged it": the first deed names the thing. */
function leftOut(s: Sentence, candidate: Candidate): Part[] | undefined {
  const [first, second] = s.clauses.filter((c) => c.verb.from > candidate.from);
  if (!first || !second?.verb.negated || second.ownSubject || s.tokens[second.verb.main + 1]?.tag !== 'pronoun')
    return undefined;
  const done = readDeed(s, first);
  const object = objectAfter(s, second.verb.main + 1);
  if (done?.kind !== 'done' || !done.object || object?.to !== predicateEnd(s, second.verb.main + 1)) return undefined;
  return [
    'What made it possible to',
    done.verb,
    kept(s, done.rest, done.end, false),
    'without',
    gerund(second.verb.lemma),
    kept(s, object.from, object.to, false),
  ];
}

/** "Is it the position of the desk that limits apply only to others?" */
function heldThat(s: Sentence): Part[] | undefined {
  for (let i = s.from; i < s.to - 3; i++) {
    if (!/^(?:position|opinion|view|belief|understanding|impression)$/.test(s.low(i))) continue;
    for (let k = i + 1; k < Math.min(s.to - 2, i + 7); k++)
      if (s.low(k) === 'that')
        return ['What supported the view that', kept(s, k + 1, withoutAddress(s, sentenceEnd(s)), true)];
  }
  return undefined;
}

/** "you saw the canary was red and went ahead anyway?": what was seen stays a fact. */
function wentOn(s: Sentence): Part[] | undefined {
  const seen = s.clauses.find(
    (c) =>
      c.ownSubject &&
      SEEING.has(c.verb.lemma) &&
      c.verb.tense === 'past' &&
      !c.verb.negated &&
      c.verb.modal === undefined,
  );
  const topic = seen && s.clauses.find((c) => c.ownSubject && c.verb.from > seen.verb.to && c.from <= seen.verb.to + 1);
  const next = topic && s.clauses[s.clauses.indexOf(topic) + 1];
  if (!topic || !next || next.ownSubject || s.tokens[next.verb.from - 1]?.tag !== 'conjunction') return undefined;
  const told = kept(s, topic.from, next.verb.from - 1, false);
  const limit = withoutAddress(s, sentenceEnd(s));
  return ['What made it look right to', next.verb.lemma, kept(s, next.verb.main + 1, limit, false), 'when', told];
}

/** "Was the shift manager asleep between 02:00 and 03:30?": what went on at that time. */
function stateAt(s: Sentence): Part[] | undefined {
  const [state] = s.clauses;
  const body = bodyStart(s);
  // "Where were the reviewers when …?", "Why on earth was Noor in the console at one in the morning?"
  const asked = /^(?:where|why)$/.test(s.low(body)) ? body + 4 : body;
  if (state?.verb.lemma !== 'be' || !(state.inverted || state.verb.from <= asked)) return undefined;
  if (!s.phrases.some((p) => p.from > state.verb.from && p.from <= state.verb.from + 2 && isBlamable(s.actor(p, true))))
    return undefined;
  const limit = withoutAddress(s, sentenceEnd(s));
  for (let i = state.verb.to + 1; i < limit - 1; i++)
    if (/^(?:when|while|between|during|at|for)$/.test(s.low(i)) && !pointsAtPerson(s, i, limit))
      return ['What was happening', s.low(i) === 'for' ? 'during' : s.low(i), kept(s, i + 1, limit, false)];
  return undefined;
}

/** "Really, Anselm, a force push?": a thing without a verb. */
function bareThing(s: Sentence, limit: number): Part[] | undefined {
  if (s.clauses.length > 0) return undefined;
  const thing = s.phrases.findLast((p) => /^(?:an?|the)$/.test(s.low(p.from)) && s.actor(p, true).kind === 'system');
  return thing && ['What made', kept(s, thing.from, limit, true), 'look like the right option'];
}

/** "And during these ninety minutes, where was the incident commander?" */
function duringWhich(s: Sentence): Part[] | undefined {
  const at = s.low(s.from) === 'and' ? s.from + 1 : s.from;
  if (!/^(?:during|in|between|for)$/.test(s.low(at))) return undefined;
  let comma = at;
  while (comma < s.to && s.tokens[comma]!.text !== ',') comma++;
  return s.low(comma + 1) === 'where' && !pointsAtPerson(s, at, comma)
    ? ['What was happening', s.low(at), kept(s, at + 1, comma, false)]
    : undefined;
}

/** With "when the zone was not cleared" behind the deed, unless it is about people. */
function circumstancesEnd(s: Sentence, end: number): number {
  const limit = sentenceEnd(s);
  // "maxUnavailable: 0"
  if (s.tokens[end]?.text === ':' && limit - end <= 4) return limit;
  if (!/^(?:when|while|although|though|before|after|with|as)$/.test(s.low(end)) || pointsAtPerson(s, end, limit))
    return end;
  const people = s.clauses.some(
    (c) => c.ownSubject && c.verb.from > end && c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  return people ? end : limit;
}

/** ", Gregor": whom the question is put to. */
function withoutAddress(s: Sentence, to: number): number {
  let end = to;
  while (
    end > s.from + 2 &&
    (s.tokens[end - 1]!.tag === 'adverb' || s.tokens[end - 1]!.tag === 'interjection') &&
    s.tokens[end - 2]!.text === ','
  )
    end -= 2;
  for (let i = end - 1; i > end - 4 && i > s.from; i--)
    if (
      s.tokens[i]!.text === ',' &&
      (s.phraseAt(i + 1)?.to === end || s.tokens[i + 1]?.kind === 'handle' || TITLES.has(s.low(i + 1)))
    )
      return i;
  return end;
}

/** "Who thought disabling it was OK?", "Who decided that Friday was a good time for it?": what made it look so. */
function foundFine(s: Sentence, candidate: Candidate): Part[] | undefined {
  const think = s.clauses.find(
    (c) =>
      /^(?:think|decide|believe|deem|find|consider|figure|reckon|assume)$/.test(c.verb.lemma) &&
      c.verb.from >= candidate.from - 1,
  );
  if (!think) return undefined;
  const be = s.clauses.find(
    (c) =>
      c.verb.lemma === 'be' && c.verb.from >= think.verb.to && c.verb.nonFinite === undefined && !c.verb.infinitive,
  );
  const limit = withoutAddress(s, sentenceEnd(s));
  let at = be ? be.verb.from : -1;
  while (be && at < be.verb.main && s.tokens[at]!.tag === 'adverb') at++;
  let from = think.verb.main + 1;
  if (s.low(from) === 'that' && from + 1 < at) from++;
  if (!be || at <= from - 1) {
    // "thought it wise to skip staging"
    const to = s.clauses.find(
      (c) => c.verb.infinitive && c.verb.from > think.verb.to + 1 && s.low(think.verb.main + 1) === 'it',
    );
    return to ? ['What made it look right', kept(s, to.verb.from, limit, true)] : supposed(s, think, limit);
  }
  // "who edited the table and why he thought that was fine": the deed is asked of.
  if (/^(?:that|this)$/.test(s.low(from)) && from === at - 1) return undefined;
  if (/^(?:assume|believe|figure|reckon)$/.test(think.verb.lemma))
    return ['What supported the assumption that', kept(s, from, limit, true)];
  let good = -1;
  for (let i = be.verb.main + 1; i < Math.min(limit, be.verb.main + 6); i++)
    if (
      /^(?:ok|okay|fine|good|wise|smart|acceptable|safe|great|clever|right|reasonable|sensible|idea|enough|alright|cool)$/.test(
        s.low(i),
      )
    )
      good = i;
  const subjectWord = s.low(from);
  if (good < 0 && subjectWord !== 'it' && at > from) {
    // "thought Friday was a quiet slot"
    const like = /^(?:a|an|the)$/.test(s.low(be.verb.main + 1))
      ? 'look like'
      : /^(?:adjective)$/.test(s.tokens[be.verb.main + 1]?.tag ?? '')
        ? 'look'
        : undefined;
    if (like) return ['What made', kept(s, from, at, true), like, kept(s, be.verb.main + 1, limit, true)];
  }
  if (good < 0) return supposed(s, think, limit);
  while (/^(?:idea|plan|time|move|thing|moment|choice|day)$/.test(s.low(good + 1))) good++;
  const subject = s.low(from);
  const rest = kept(s, good + 1, limit, true);
  if (subject === 'it') return ['What made it look right', rest];
  return ['What made', kept(s, from, at, true), 'look like the right choice', rest];
}

/** "How could he think that an empty result meant success?" */
function supposed(s: Sentence, think: Clause, limit: number): Part[] | undefined {
  const that = think.verb.main + 1;
  const from = s.low(that) === 'that' ? that + 1 : that;
  return s.clauses.some(
    (c) =>
      c.ownSubject &&
      isFiniteClause(c) &&
      c.verb.from > from &&
      c.from === from &&
      !(c.verb.negated && c.subject.some((p) => isBlamable(s.actor(p)) && s.low(p.head) !== 'they')),
  )
    ? ['What supported the assumption that', kept(s, from, limit, true)]
    : undefined;
}

/** "Which part of the rule was unclear to you?" */
function partOf(s: Sentence, candidate: Candidate): Part[] | undefined {
  let at = candidate.from;
  while (at < s.to - 3 && !/^(?:which|what)$/.test(s.low(at))) at++;
  if (!/^(?:part|bit|word|words)$/.test(s.low(at + 1)) || s.low(at + 2) !== 'of') return undefined;
  let to = at + 4;
  if (/^["“']$/.test(s.tokens[at + 3]!.text)) {
    while (to < s.to && !/^["”']$/.test(s.tokens[to]!.text)) to++;
    to++;
  } else to = s.phraseAt(at + 3)?.to ?? to;
  return to < s.to ? ['What would have made', { from: at + 3, to }, 'clearer'] : undefined;
}

/** "Whom do we have to thank for this disaster?", "What took them so long?" */
function thanked(s: Sentence, candidate: Candidate): Part[] | undefined {
  for (let i = candidate.from; i < sentenceEnd(s); i++) {
    if (/^(?:thank|blame)$/.test(s.low(i)) && s.low(i + 1) === 'for')
      return ['What contributed to', kept(s, i + 2, withoutAddress(s, sentenceEnd(s)), true)];
    if (
      s.low(i) === 'long' &&
      /^(?:so|that|this)$/.test(s.low(i - 1)) &&
      s.clauses.some((c) => c.verb.lemma === 'take')
    )
      return ['What made this take so long'];
  }
  return undefined;
}

/** "Was the analyst not aware that …": what would have shown it. */
function unaware(s: Sentence, candidate: Candidate): Part[][] | undefined {
  for (let i = candidate.from; i < s.to - 2; i++) {
    if (!/^(?:aware|mind|occur|occurred|dawn|clear)$/.test(s.low(i))) continue;
    for (let k = i + 1; k < Math.min(i + 6, s.to - 2); k++)
      if (s.low(k) === 'that') return [['What would have shown in time that', kept(s, k + 1, sentenceEnd(s), true)]];
  }
  return undefined;
}

/** Index of "by whom" in the finding. */
function byWhom(s: Sentence, candidate: Candidate): number | undefined {
  for (let i = candidate.from; i < candidate.to; i++) if (s.low(i) === 'by' && s.low(i + 1) === 'whom') return i;
  return undefined;
}

/** "Could somebody explain what she was thinking when …": where the question itself begins. */
function whatAt(s: Sentence, { from }: Candidate): number | undefined {
  if (s.low(from) === 'what') return from;
  const asked = /^(?:(?:can|could|would) (?:some|any)(?:body|one) (?:please )?(?:explain|tell me|say) )what\b/i.test(
    s.textOf(from, s.to),
  );
  for (let i = from; asked && i < from + 7; i++) if (s.low(i) === 'what') return i;
  return undefined;
}

/** "What were you thinking?", "what was Viktor doing between 01:00 and 01:45?" */
function thinkingAt(s: Sentence, candidate: Candidate): Part[] | undefined {
  const what = whatAt(s, candidate);
  if (what === undefined) return undefined;
  for (let i = what; i < Math.max(candidate.to, what + 6); i++) {
    if (!/^(?:thinking|doing|smoking|looking|staring|watching|waiting)$/.test(s.low(i))) continue;
    const limit = withoutAddress(s, sentenceEnd(s));
    const when = whenBehind(s, i, limit);
    const seen = /^(?:looking|staring|watching)$/.test(s.low(i));
    const doing =
      s.tokens[i + 1]?.text === ','
        ? s.clauses.find((c) => c.verb.nonFinite === 'ing' && c.verb.from === i + 2)
        : undefined;
    if (doing && doing.verb.main + 1 < limit)
      return ['What made it look right to', doing.verb.lemma, kept(s, doing.verb.main + 1, limit, false)];
    // "when you pressed \"send to all\"": what cannot be told in the passive.
    const acted = when
      ? undefined
      : s.clauses.find((c) => c.ownSubject && c.verb.from > i && s.low(c.from - 1) === 'when');
    if (acted && !acted.verb.passive && acted.verb.lemma !== 'be' && acted.verb.main + 1 < limit)
      return ['What made it look right to', acted.verb.lemma, kept(s, acted.verb.main + 1, limit, false)];
    if (s.low(i + 1) === 'with' && s.low(i) === 'thinking')
      return ['What made it look right to use', kept(s, i + 2, limit, false)];
    if (when)
      return seen
        ? ['What was visible', ...when, ', and where']
        : ['What was known', ...when, ', and from which signals'];
    let end = i + 1;
    while (end < limit && s.tokens[end]!.text !== ',') end++;
    if (s.low(i) === 'waiting') return undefined;
    return end > i + 1 && s.low(i) === 'doing'
      ? ['What was happening', kept(s, i + 1, end, true)]
      : ['What was known at the time, and from which signals'];
  }
  return undefined;
}

/** "when he purged the CDN" as "when the CDN was purged"; what else happened at the time stays. */
function whenBehind(s: Sentence, from: number, to: number): Part[] | undefined {
  const clause = s.clauses.find(
    (c) => c.ownSubject && c.verb.from > from && c.verb.to <= to && /^(?:when|while|as)$/.test(s.low(c.from - 1)),
  );
  if (!clause) return undefined;
  if (!clause.subject.some((p) => isBlamable(s.actor(p, true)) || s.actor(p, true).kind === 'you'))
    return pointsAtPerson(s, clause.from, to) ? undefined : [kept(s, clause.from - 1, to, false)];
  const deed = readDeed(s, clause);
  const fact = deed && passive(s, deed, deed.kind === 'omitted');
  return fact && ['when', ...fact];
}

/** The clause that the question is about, read as a deed. */
function deedAsked(s: Sentence, candidate: Candidate): Deed | undefined {
  const inside = s.clauses.filter((c) => c.verb.main >= candidate.from && c.verb.main < candidate.to);
  const yesNo =
    /^(?:do|does|did|has|have|had|is|was|were|are|can|could|shouldn't|should)$/.test(s.low(candidate.from)) ||
    s.tokens[candidate.from]!.kind === 'handle';
  const clause =
    mainOf(s, yesNo ? s.clauses.filter((c) => c.verb.main >= candidate.from) : inside) ??
    mainOf(
      s,
      s.clauses.filter((c) => c.verb.main >= candidate.from),
    );
  if (!clause) return undefined;
  // "Why did she have to change it?": it was done.
  // "Why had the developer ignored it?": a question, no condition that was not met.
  const had = s.low((clause.subject[0]?.from ?? s.from) - 1) === 'had';
  const { verb } = clause;
  const plain =
    verb.modal === 'have to' || had
      ? { ...clause, verb: { ...verb, modal: had ? verb.modal : undefined, negated: verb.negated !== had } }
      : clause;
  const own = clause.verb.infinitive ? { ...clause, governor: undefined } : plain;
  const personal =
    clause.verb.passive && clause.agent === undefined && clause.subject.some((p) => isBlamable(s.actor(p, true)));
  if (personal) {
    // "Why was he allowed to skip it?"
    const inner = s.clauses.find((c) => c.governor === clause && c.verb.infinitive);
    return inner && readDeed(s, { ...inner, governor: undefined });
  }
  if (clause.verb.nonFinite === 'ing' && s.low(clause.verb.from - 1) === 'in') return undefined;
  // "Did anybody in purchasing open it?": behind "did" stands a base form.
  if (
    /^(?:did|does|do|has|have)$/.test(s.low(candidate.from)) &&
    clause.verb.nonFinite === undefined &&
    s.low(clause.verb.main).endsWith('ing') &&
    s.tokens[clause.verb.main]!.lemma !== s.low(clause.verb.main)
  )
    return undefined;
  const refused = s.clauses.find(
    (c) =>
      c.verb.from > clause.verb.to &&
      !c.ownSubject &&
      c.verb.negated &&
      c.subject[0] === clause.subject[0] &&
      c.subject[0] !== undefined,
  );
  const deed = readDeed(s, refused ? { ...refused, governor: undefined } : own);
  if (!deed) return undefined;
  // "tell them not to cache it": it was done.
  if (clause.verb.infinitive && (clause.verb.negated || s.low(clause.verb.from - 1) === 'not'))
    return { ...deed, kind: 'done' };
  const doubted = yesNo && doubts(s, candidate);
  const negated =
    !refused &&
    (doubted ||
      tooBusy(s, clause) ||
      inside.some((c) => c.verb.from <= clause.verb.from && c.verb.negated) ||
      nobodyAsked(s, candidate));
  if (negated && deed.kind !== 'omitted' && deed.kind !== 'missed' && deed.kind !== 'unknown') {
    const plainly = { ...own, verb: { ...own.verb, negated: true, modal: undefined } };
    const again = deed.group === own.verb ? readDeed(s, plainly) : undefined;
    return again && again.kind !== 'done' ? again : { ...deed, kind: 'omitted' };
  }
  return deed;
}

/** "too busy to answer": it was not answered. */
function tooBusy(s: Sentence, clause: Clause): boolean {
  if (
    /\b(?:supposed|meant|expected) to\b|\btoo much to ask\b|\bbetter to do than\b/i.test(
      s.textOf(s.from, clause.verb.to),
    )
  )
    return true;
  // "Why was she not able to count them?", "When were you going to tell us?"
  if (
    /\bnot (?:been )?able to\b|^(?:so |and )?when (?:were|was|are|is) .{1,30} going to\b/i.test(
      s.textOf(s.from, clause.verb.to),
    )
  )
    return true;
  if (!clause.verb.infinitive) return false;
  if (clause.governor && /^(?:suppose|mean|expect|require|oblige)$/.test(clause.governor.verb.lemma)) return true;
  if (s.low(s.from) === 'how' && /^(?:hard|difficult|complicated)$/.test(s.low(s.from + 1))) return true;
  // "Is it not the job of QA to test it?"
  if (/\b(?:not|n't|isn't) .{0,20}\b(?:job|duty|task|role|responsibility)\b/i.test(s.textOf(s.from, clause.verb.from)))
    return true;
  const told = s.clauses.some(
    (c) => /^(?:tell|remind|ask|show|explain)$/.test(c.verb.lemma) && c.verb.from < clause.verb.from,
  );
  if (told && s.low(s.from) === 'how' && /^(?:many|often)$/.test(s.low(s.from + 1))) return true;
  for (let i = clause.verb.from - 1; i > clause.verb.from - 4; i--) if (/^(?:too|unable)$/.test(s.low(i))) return true;
  return false;
}

/** "Did you even look?", "Has she ever read it?" */
function doubts(s: Sentence, candidate: Candidate): boolean {
  for (let i = candidate.from; i < s.to; i++)
    if (
      /^(?:ever|even|actually|once|bother|bothered|at|just|so)$/.test(s.low(i)) &&
      (s.low(i) !== 'at' || s.low(i + 1) === 'all')
    )
      return true;
  return false;
}

/** The first clause with a verb of its own: auxiliaries in front of the subject ("did you") tell only the polarity. */
function mainOf(s: Sentence, clauses: readonly Clause[]): Clause | undefined {
  const asked = clauses.filter((c) => s.tokens[c.verb.main]!.tag === 'verb' && !isOurs(s, c) && !isQuality(s, c));
  // "hand on heart, did you test it?": the verb behind the auxiliary in front.
  const inverted = asked.find((c) => c.inverted);
  const verbs = inverted ? asked.slice(asked.indexOf(inverted)) : asked;
  const states = clauses.find(
    (c) => c.verb.lemma === 'be' && c.verb.main >= c.verb.from && !c.verb.passive && !c.relative,
  );
  const first = verbs.find(
    (c) =>
      (/^(?:tell|inform|ask|warn)$/.test(c.verb.lemma) &&
        (c.verb.negated || c.subject.some((p) => s.actor(p).kind === 'nobody'))) ||
      (!/^(?:one|ask|believe|be|think|expect|find|tell|explain|know|wonder|learn|manage|bother|care|occur|dawn|cross|possible|happen|possess|drive|lead|prompt|cause|induce|persuade|convince|have)$/.test(
        c.verb.lemma,
      ) &&
        !(c.verb.lemma === 'come' && s.low(c.verb.from - 1) === 'how') &&
        (c.verb.nonFinite !== 'ing' ||
          !clauses.some((other) => other.verb.from > c.verb.from && s.tokens[other.verb.main]!.tag === 'verb'))),
  );
  // "Why wasn't she at her desk when the feed dropped?": nothing that was done.
  if (
    states &&
    first &&
    states.verb.from < first.verb.from &&
    first.ownSubject &&
    first.subject[0] !== states.subject[0]
  ) {
    const about = first.subject.some((p) => isBlamable(s.actor(p, true)) || s.actor(p).kind === 'nobody');
    if (!about) return undefined;
  }
  return first ?? verbs[0];
}

/** "when we call", "How often do we have to say it?": those who ask. */
function isOurs(s: Sentence, clause: Clause): boolean {
  return (
    clause.verb.lemma !== 'let' &&
    clause.ownSubject &&
    clause.subject.length > 0 &&
    clause.subject.every((p) => s.actor(p).kind === 'we')
  );
}

/** "on spinning disks": a participle that tells of what kind a thing is. */
function isQuality(s: Sentence, { verb, object }: Clause): boolean {
  return (
    verb.nonFinite === 'ing' &&
    /^(?:on|with|in)$/.test(s.low(verb.from - 1)) &&
    s.tokens[verb.to]?.tag === 'noun' &&
    object?.from === verb.to
  );
}

function nobodyAsked(s: Sentence, candidate: Candidate): boolean {
  for (let i = candidate.from; i < candidate.to; i++) if (/^(?:nobody|no-one|even)$/.test(s.low(i))) return true;
  return false;
}

/** The best of the questions, as plain text. */
export function questionFor(s: Sentence, candidate: Candidate): string {
  return `${renderVisible(questions(s, candidate)[0]!, s)}?`;
}

/** Rewrites of an accusing question. */
export function questionDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const embedded = candidate.from > s.from && seeks(s, candidate.from);
  const to = sentenceEnd(s);
  const by = byWhom(s, candidate);
  if (by !== undefined) return questions(s, candidate).map((parts) => ({ from: by, to: by + 2, parts }));
  if (embedded)
    return questions(s, candidate)
      .filter((parts) => typeof parts[0] === 'string' && /^What/.test(parts[0]))
      .map((parts) => ({ from: candidate.from, to, parts: lowered(parts) }));
  if (!s.isQuestion && s.low(candidate.from) === 'whoever') {
    const told = whoeverDid(s, candidate.from);
    if (told.length > 0) return told;
    const threatened = whoeverWill(s, candidate.from);
    if (threatened) return [threatened];
    const known = knownToWhoever(s, candidate.from);
    if (known) return [{ from: candidate.from, to: Math.max(to, endWithStop(s)), parts: [...known, '?'] }];
  }
  const from = addressed(s, candidate.from);
  return questions(s, candidate).map((parts) => ({
    from,
    to: s.isQuestion ? to : Math.max(to, endWithStop(s)),
    parts: s.isQuestion ? parts : [...parts, '?'],
  }));
}

/** "Whoever set up the autoscaler capped it at last year's peak": both deeds, whoever they were done by. */
function whoeverDid(s: Sentence, from: number): Draft[] {
  const first = s.clauses.find((c) => c.verb.from > from && c.verb.from <= from + 3 && !c.verb.passive);
  if (!first) return [];
  const second = s.clauses.find(
    (c) =>
      c.verb.from > first.verb.to &&
      c.verb.nonFinite === undefined &&
      !c.verb.infinitive &&
      !c.relative &&
      (!c.ownSubject || c.subject.some((p) => p.from <= first.verb.to)),
  );
  const deed = readDeed(s, { ...first, governor: undefined, subject: [] });
  if (!deed || !second || deed.kind !== 'done') return [];
  const end = predicateEnd(s, second.verb.main + 1);
  if (second.verb.modal !== undefined) {
    const missed = readDeed(s, second);
    return missed ? deedDrafts(s, missed, from) : [];
  }
  const did = second.verb.lemma === 'do' && /^(?:it|so|this|that)$/.test(s.low(second.verb.main + 1));
  const motive =
    plainMotive(s, second.verb.main, end) ?? (s.low(second.verb.main + 2) === 'so' ? second.verb.main + 2 : end);
  let verb = second.verb.from;
  while (verb > deed.rest && s.tokens[verb - 1]!.tag === 'adverb') verb--;
  const one: Part[] = ['it was possible to', deed.verb, kept(s, deed.rest, verb, false)];
  const parts = did
    ? [...one, kept(s, second.verb.main + 2, Math.max(motive, second.verb.main + 2), false)]
    : [...one, 'and', second.verb.lemma, kept(s, second.verb.main + 1, end, false)];
  if (second.verb.negated) return [];
  // "… skipped three versions and ignored the notes"
  const third = s.clauses.find(
    (c) => !c.ownSubject && c.verb.from > end && c.verb.from <= end + 2 && s.tokens[end]?.tag === 'conjunction',
  );
  if (third && !did) {
    const last = predicateEnd(s, third.verb.main + 1);
    return [{ from, to: last, parts: [...parts, 'and', third.verb.lemma, kept(s, third.verb.main + 1, last, false)] }];
  }
  return [{ from, to: did ? sentenceEnd(s) : end, parts }];
}

/** "Whoever merges without a rebase loses merge rights": a check instead of the threat. */
function whoeverWill(s: Sentence, from: number): Draft | undefined {
  const verb = s.tokens[from + 1];
  if (verb?.tag !== 'verb' || verb.low !== `${verb.lemma}s`) return undefined;
  let to = from + 2;
  while (to < s.to && !/^(?:loses?|gets?|will|is|pays?|forfeits?|faces?|goes|can)$/.test(s.low(to))) to++;
  if (to >= s.to || /^(?:this|it|that)$/.test(s.low(to - 1)) || pointsAtPerson(s, from, to)) return undefined;
  return {
    from,
    to: sentenceEnd(s),
    parts: ['let [which check] stop', gerund(verb.lemma), kept(s, from + 2, to, false)],
  };
}

/** With the full stop, which the question mark replaces. */
function endWithStop(s: Sentence): number {
  return s.tokens[s.to - 1]!.text === '.' ? s.to : sentenceEnd(s);
}

/** "Find out who …": the verb in front stays, and the question goes on in lower case. */
function seeks(s: Sentence, at: number): boolean {
  return !s.isQuestion && /^(?:find|out|establish|determine|identify|clarify|investigate)$/.test(s.low(at - 1));
}

/** Words of address and attitude in front of the question go with it; a label ("3rd why:") stays. */
function addressed(s: Sentence, at: number): number {
  for (let i = sentenceEnd(s) - 1; i >= bodyStart(s) && i < at + 4; i--)
    if (/^[:–—]$/.test(s.tokens[i]!.text) && i + 1 < sentenceEnd(s)) return i + 1;
  let from = at;
  while (from > s.from && !/^(?:[:–—]$|\d{1,2}:\d)/.test(s.tokens[from - 1]!.text)) from--;
  return from;
}

function lowered(parts: Part[]): Part[] {
  return parts.map((part, i) => (i === 0 && typeof part === 'string' ? part[0]!.toLowerCase() + part.slice(1) : part));
}
