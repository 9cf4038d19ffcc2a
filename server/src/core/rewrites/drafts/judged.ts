import { isBlamable } from '../../language/actors.ts';
import type { NounPhrase } from '../../language/chunks.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { ACT_NOUNS, JUDGEMENT_ADJECTIVES, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { personEnd, wholePhrase } from '../reading/phrases.ts';
import { stretchAround } from '../reading/stretch.ts';
import { type Draft, indefinite, type Part } from '../writing/compose.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { deedDrafts } from './clause.ts';
import { onlyReproach, reproachDrafts } from './reproach.ts';

/** What people decide. */
const DECISIONS = words(`decision call choice move idea judgement-call step action thing attempt`);

/** How people go about things. */
const ATTITUDES = words(
  `attitude approach mentality mindset behaviour behavior conduct disregard nonchalance carelessness complacency negligence
  sloppiness laxity recklessness inattention indifference attention respect contempt stance`,
);

/** What people do all along: more or less of it can be missing. */
const PRACTICES = words(
  `testing planning review reviewing labelling labeling handling communication monitoring coordination preparation documentation
  supervision checking housekeeping leadership management maintenance triage validation verification scheduling oversight
  handover code_review`,
);

/** What says no more than that somebody did something. */
const WORK = words(`work job effort performance workmanship handwriting quality craftsmanship engineering stuff`);

/** Whether a noun says no more than that people worked. */
export function isWork(noun: string): boolean {
  return WORK.has(noun);
}

const KNOWN = '[what was known at the time]';

/** Rewrites of a judgement that is passed on what people decided, how they went about things, or how they worked. */
export function judgedDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const reproach = reproachDrafts(s, candidate);
  if (reproach.length > 0) return reproach;
  return (
    ofThing(s, candidate) ??
    spectacle(s, candidate) ??
    whatKindOf(s) ??
    takesTo(s) ??
    regarded(s) ??
    outOfVice(s, candidate) ??
    shownIn(s, candidate) ??
    attitudeTo(s, candidate) ??
    decided(s, candidate) ??
    ofGerund(s, candidate) ??
    apposed(s, candidate) ??
    ofDecision(s, candidate) ??
    practice(s, candidate) ??
    inManner(s, candidate) ??
    becauseOfPeople(s, candidate) ??
    aside(s, candidate) ??
    []
  );
}

function judgedPhrase(s: Sentence, { from, to }: Candidate, heads: ReadonlySet<string>): NounPhrase | undefined {
  return s.phrases.find((p) => p.from < to + 3 && p.to > from - 1 && heads.has(singular(s.low(p.head))));
}

function judges(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      JUDGEMENT_ADJECTIVES.has(s.low(i)) ||
      (/^(?:baked|arsed|assed|hearted|cocked)$/.test(s.low(i)) && s.low(i - 1) === 'half') ||
      /^(?:poor|bad|terrible|weak|awful|casual|nonchalant|relaxed|wrong|questionable|worse|worst|horrible|strange|shocking|joke|disgrace|shambles|farce|circus|mess|cowboy|cowboys|hero|headless|inadequate|inadequately|insufficient|superficial|cursory|thoughtless|lax|slack|laziness|carelessness|lamentable|arrogance|impatience)$/.test(
        s.low(i),
      )
    )
      return true;
  return false;
}

/** "amateur hour on the part of Fulfilment": nothing that was seen. */
function spectacle(s: Sentence, candidate: Candidate): Draft[] | undefined {
  // "The tools group works like in a kindergarten."
  const likened = s.clauses.find(
    (c) =>
      /^(?:work|act|behave|operate|run|squabble|bicker|argue|fight|quarrel)$/.test(c.verb.lemma) &&
      s.low(c.verb.main + 1) === 'like',
  );
  if (likened?.subject.some((p) => isBlamable(s.actor(p, true))))
    return [
      {
        from: s.clauses.find((c) => c.ownSubject && c.subject[0] === likened.subject[0])?.from ?? likened.from,
        to: predicateEnd(s, likened.verb.main + 1),
        parts: ['[what was observed, as a fact]'],
      },
    ];
  for (let i = candidate.from; i < Math.min(s.to, candidate.to + 2); i++)
    if (
      /^(?:hour|show|circus|joke|shambles|disgrace|chickens|clowns|farce|mess|amateur-hour)$/.test(s.low(i)) &&
      judges(s, i - 1, i + 1)
    ) {
      const { from, to } = stretchAround(s, candidate);
      // "the war room was a circus"
      const be = s.clauses.find((c) => c.verb.lemma === 'be' && c.ownSubject && c.verb.to <= i && c.verb.to >= i - 3);
      const thing = be?.subject.every(
        (p) =>
          s.tokens[p.head]!.tag !== 'pronoun' &&
          (s.actor(p, true).kind === 'system' || /^(?:room|call|bridge|meeting)$/.test(s.low(p.head))),
      );
      if (be && thing)
        return [{ from: be.verb.from, to, parts: [s.low(be.verb.main), '[what was observed]', ...tailBehind(s, to)] }];
      return [{ from, to, parts: ['[what was observed, as a fact]'] }];
    }
  return undefined;
}

/** "What kind of eejit patches a live encoder?", said as no question: what was possible. */
function whatKindOf(s: Sentence): Draft[] | undefined {
  for (let i = bodyStart(s); i < s.to - 4; i++) {
    if (!/^(?:what|which)$/.test(s.low(i)) || !/^(?:kind|sort|type|sane|idiot|genius)$/.test(s.low(i + 1))) continue;
    const clause = s.clauses.find((c) => c.verb.from > i && c.verb.from <= i + 6);
    const deed = clause && readDeed(s, clause);
    return deed?.kind === 'done'
      ? deedDrafts(s, { ...deed, top: { ...deed.top, verb: { ...deed.top.verb, tense: 'past' } } }, i)
      : undefined;
  }
  return undefined;
}

/** "It takes a special kind of carelessness to load a test file": what was possible. */
function takesTo(s: Sentence): Draft[] | undefined {
  const takes = s.clauses.find(
    (c) => c.verb.lemma === 'take' && c.ownSubject && s.low(c.from) === 'it' && !c.verb.negated,
  );
  const infinitive = takes && s.clauses.find((c) => c.verb.infinitive && c.verb.from > takes.verb.to);
  const deed =
    infinitive && readDeed(s, { ...infinitive, governor: undefined, verb: { ...infinitive.verb, tense: 'past' } });
  if (deed?.kind !== 'done' && deed?.kind !== 'omitted') return undefined;
  const [allowed, ...others] = deedDrafts(s, deed, takes!.from);
  // "It takes some nerve to load a file with that name": what hangs on the object stays behind it.
  return [...others.slice(0, 1), allowed!, ...others.slice(1)];
}

/** "The auditors regard the preparation of the cutover as superficial." */
function regarded(s: Sentence): Draft[] | undefined {
  const clause = s.clauses.find(
    (c) => c.ownSubject && /^(?:regard|consider|deem|rate|judge|view|describe|find|call)$/.test(c.verb.lemma),
  );
  const phrase = clause && s.phraseAt(clause.verb.to);
  if (!clause || !phrase || clause.verb.negated || s.actor(phrase, true).kind !== 'system') return undefined;
  const { from, to } = wholePhrase(s, phrase);
  const end = wholeEnd(s, to);
  const said = s.low(end) === 'as' ? end + 1 : end;
  if (!judges(s, said, said + 5) && s.low(end) !== 'as') return undefined;
  return [{ from: clause.from, to: sentenceEnd(s), parts: ['[what was observed] in', kept(s, from, to, false)] }];
}

/** "The decision of the manager to wait until the morning was irresponsible": why it looked right. */
function decided(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const be = s.clauses.find((c) => c.verb.lemma === 'be' && !c.verb.infinitive && c.verb.from < candidate.to + 1);
  const subject = be && s.phraseAt(bodyStart(s));
  if (!be || !subject || !DECISIONS.has(singular(s.low(subject.head)))) return undefined;
  const to = s.clauses.find((c) => c.verb.infinitive && c.verb.from >= subject.to && c.verb.to < be.verb.from);
  const end = Math.max(candidate.to, stretchAround(s, candidate).to);
  return (
    to && [
      {
        from: bodyStart(s),
        to: end,
        parts: [`${KNOWN} made it look right to`, kept(s, to.verb.main, be.verb.from, false)],
      },
    ]
  );
}

/** "The lead exercised poor judgement in proceeding with the cutover": why it looked right. */
function shownIn(s: Sentence, candidate: Candidate): Draft[] | undefined {
  // "behaved irresponsibly in promising the customer a date"
  const acted = s.clauses.find((c) => c.ownSubject && /^(?:behave|act|react)$/.test(c.verb.lemma));
  const doing =
    acted &&
    s.clauses.find(
      (c) => c.verb.nonFinite === 'ing' && c.verb.from > acted.verb.to && c.verb.from <= acted.verb.to + 3,
    );
  if (acted && doing && /^(?:in|by)$/.test(s.low(doing.verb.from - 1))) {
    const to = predicateEnd(s, doing.verb.main + 1);
    return [
      {
        from: acted.from,
        to,
        parts: [`${KNOWN} made it look right to`, doing.verb.lemma, kept(s, doing.verb.main + 1, to, false)],
      },
    ];
  }
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      /^(?:show|exercise|display|demonstrate|use|lack|exhibit|have|take|betray)$/.test(c.verb.lemma) &&
      c.verb.from < candidate.to + 2 &&
      c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  if (!clause) return undefined;
  const shown = s.phrases.find(
    (p) =>
      p.from >= clause.verb.to &&
      p.from < clause.verb.to + 4 &&
      (VIRTUE_NOUNS.has(s.low(p.head)) || ATTITUDES.has(s.low(p.head))),
  );
  if (!shown) return undefined;
  const ing = s.clauses.find(
    (c) => c.verb.nonFinite === 'ing' && c.verb.from >= shown.to && c.verb.from <= shown.to + 2,
  );
  const to = stretchAround(s, { from: clause.from, to: Math.max(candidate.to, shown.to) }).to;
  if (!ing || !/^(?:in|by|when|while)$/.test(s.low(ing.verb.from - 1)))
    return s.low(shown.to) === 'in' || s.low(shown.to) === 'of' || /^(?:to|towards|for|about)$/.test(s.low(shown.to))
      ? undefined
      : [{ from: clause.from, to, parts: ['[what was observed, as a fact]'] }];
  const rest = kept(s, ing.verb.main + 1, predicateEnd(s, ing.verb.main + 1), false);
  return [
    { from: clause.from, to: Math.max(to, rest.to), parts: [`${KNOWN} made it look right to`, ing.verb.lemma, rest] },
    {
      from: clause.from,
      to: Math.max(to, rest.to),
      parts: ['[which safeguard] was missing when', kept(s, ing.verb.from, rest.to, false)],
    },
  ];
}

/** "Santiago's cavalier approach to schema changes", "the disregard of the crew for the rule": what they are careless about stays. */
export function attitudeTo(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const phrase = judgedPhrase(s, candidate, ATTITUDES);
  if (!phrase || /^(?:whose|who)$/.test(s.low(phrase.from)) || s.low(phrase.from - 1) === 'whose') return undefined;
  const acting =
    phrase.preposition !== undefined && /^(?:with|in)$/.test(s.low(phrase.preposition))
      ? s.clauses.findLast((c) => c.ownSubject && c.verb.to <= phrase.preposition! && !c.verb.passive)
      : undefined;
  const person = acting?.subject.some((p) => isBlamable(s.actor(p, true)));
  const from = person ? acting!.from : phrase.from;
  const article = /^(?:the|this|that)$/.test(s.low(phrase.from)) || phrase.possessor ? 'the lack' : 'a lack';
  const frames = person
    ? ['[which safeguard] was missing around', '[what] stood in for safeguards around']
    : [`${article} of safeguards ([which]) around`, '[which gap in tooling or process] around'];
  for (let i = phrase.to; i < Math.min(s.to, phrase.to + 9); i++) {
    const { low, tag } = s.tokens[i]!;
    if (tag === 'aux' || tag === 'modal' || /^[,;:–—]$/.test(low)) break;
    if (s.clauses.some((c) => c.verb.main === i && c.verb.nonFinite === undefined && !c.verb.infinitive)) break;
    const of = low === 'of' && /^(?:disregard|contempt|neglect|negligence|violation|breach)$/.test(s.low(phrase.head));
    if (!of && !/^(?:to|towards|toward|about|for|with|around|regarding)$/.test(low)) continue;
    if (!s.tokens[i + 1] || i + 1 >= sentenceEnd(s) || /^(?:which|whom)$/.test(s.low(i + 1))) break;
    // "carelessness to load it"; behind "attitude" the verb is a noun: "attitude to change windows".
    const stance = /^(?:attitude|approach|stance|contempt|disregard|respect)$/.test(s.low(phrase.head));
    if (!stance && s.clauses.some((c) => c.verb.infinitive && c.verb.from === i)) break;
    const named = s.phraseAt(i + 1);
    if (named && isBlamable(s.actor(named))) continue;
    const end = named ? wholePhrase(s, named).to : i + 1;
    const to = named ? wholeEnd(s, end) : end;
    return frames.map((frame) => ({ from, to, parts: [frame, kept(s, i + 1, end, false)] }));
  }
  if (!judges(s, Math.min(candidate.from, phrase.from), phrase.to)) return undefined;
  return [
    {
      from,
      to: wholeEnd(s, phrase.to),
      parts: [person ? '[which safeguard] was missing' : '[which gap in tooling or process]'],
    },
  ];
}

/** "Reviewing 1,400 lines in four minutes is just lazy", "shows terrible judgement", "was a harebrained idea": why it looked right. */
function ofGerund(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const outer = s.clauses.find(
    (c) =>
      (c.verb.lemma === 'be' || /^(?:show|betray|demonstrate|display|reveal|take|look|seem)$/.test(c.verb.lemma)) &&
      c.verb.from <= candidate.to &&
      c.verb.nonFinite === undefined &&
      c.verb.to <= Math.max(candidate.from + 4, candidate.to),
  );
  if (!outer) return undefined;
  const inner = s.clauses.find(
    (c) =>
      c.verb.nonFinite === 'ing' &&
      c.verb.from < outer.verb.from &&
      (c.verb.from === bodyStart(s) || /^[,:;–—]$|^(?:that|and|in|by)$/.test(s.low(c.verb.from - 1))),
  );
  if (!inner) return undefined;
  const lead = /^(?:in|by)$/.test(s.low(inner.verb.from - 1));
  let end = outer.verb.from;
  while (end > inner.verb.to && s.tokens[end - 1]!.tag === 'adverb') end--;
  if (lead) {
    // "In pausing the filter, Leif showed poor judgement."
    const comma = predicateEnd(s, inner.verb.main + 1);
    let at = comma;
    for (let i = inner.verb.to; i < outer.verb.from; i++) if (s.tokens[i]!.text === ',') at = i;
    if (s.tokens[at]?.text !== ',') return undefined;
    end = at;
  } else if (s.clauses.some((c) => c.ownSubject && c.verb.from > inner.verb.from && c.verb.from < outer.verb.from))
    return undefined;
  const from = lead ? inner.verb.from - 1 : inner.verb.from;
  const to = Math.max(candidate.to, outer.verb.to, stretchAround(s, candidate).to);
  const done = kept(s, inner.verb.from, end, false);
  return [
    { from, to, parts: [`${KNOWN} made`, lowered(done, s), 'look like the right option'] },
    { from, to, parts: ['[which safeguard] was missing for', lowered(done, s)] },
  ];
}

/** "Not the brightest idea, running prod and CI on the same nodes." */
function apposed(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const body = bodyStart(s);
  const ing = s.clauses.find(
    (c) => c.verb.nonFinite === 'ing' && c.verb.from >= candidate.to - 2 && s.tokens[c.verb.from - 1]?.text === ',',
  );
  if (!ing || s.clauses.some((c) => c.ownSubject && c.verb.to <= ing.verb.from && !/^(?:be|have)$/.test(c.verb.lemma)))
    return undefined;
  if (!/\b(?:idea|hour|move|call|choice|decision|thing|moment|work|plan)\b/i.test(s.textOf(body, ing.verb.from)))
    return undefined;
  const end = predicateEnd(s, ing.verb.main + 1);
  return [
    { from: body, to: end, parts: [`${KNOWN} made`, kept(s, ing.verb.from, end, false), 'look like the right option'] },
  ];
}

/** Whether the thing was made or decided by people, rather than a way they are. */
function isMade(s: Sentence, phrase: NounPhrase): boolean {
  const head = singular(s.low(phrase.head));
  return (
    !VIRTUE_NOUNS.has(head) &&
    !/^(?:faith|thinking|belief|confidence|trust|hope|obedience|arrogance|pride|attitude|reluctance)$/.test(head)
  );
}

/** "Handover from the night shift was zero": people do it, but it is no person. */
function isPractised(s: Sentence, clause: Clause): boolean {
  const first = s.phraseAt(bodyStart(s));
  const head = first && singular(s.low(first.head));
  return (
    head !== undefined &&
    first!.to <= clause.verb.from &&
    (PRACTICES.has(head) || ACT_NOUNS.has(head) || ATTITUDES.has(head) || head === 'recovery')
  );
}

/** "The migration was a piece of cowboy engineering": what was seen of it, where nothing else can be said. */
export function observed(s: Sentence, candidate: Candidate): Draft[] {
  const be = s.clauses.find(
    (c) =>
      c.verb.lemma === 'be' &&
      c.ownSubject &&
      !c.relative &&
      c.verb.from < candidate.to &&
      (isPractised(s, c) ||
        c.subject.every((p) => s.actor(p, true).kind === 'system' && s.tokens[p.head]!.tag !== 'pronoun')),
  );
  // "Wishful thinking by the leads is your missing factor": theirs, however it is called.
  const theirs =
    be &&
    s.phrases.some(
      (p) => p.from > be.from && p.to <= be.verb.from && p.preposition !== undefined && isBlamable(s.actor(p, true)),
    );
  if (!be || (theirs && !isPractised(s, be) && !s.phrases.some((p) => p.from === be.from && isMade(s, p))))
    return onlyReproach(s, candidate);
  if (s.tokens[be.verb.main + 1]?.text === ',') return onlyReproach(s, candidate);
  return [observedIn(s, be, Math.max(predicateEnd(s, be.verb.main + 1), be.verb.to + 1))];
}

function lowered(part: ReturnType<typeof kept>, s: Sentence): ReturnType<typeof kept> {
  const first = s.tokens[part.from]!;
  if (!first.capital || first.tag === 'name') return part;
  return {
    ...part,
    swaps: new Map([...(part.swaps ?? []), [part.from, first.text[0]!.toLowerCase() + first.text.slice(1)]]),
  };
}

/** The end of the phrase that the stretch runs into, with its "by X", "on the part of X". */
function wholeEnd(s: Sentence, at: number): number {
  let end = at;
  const inside = s.phrases.find((p) => p.from < at && p.to > at);
  if (inside) end = inside.to;
  while (/^(?:by|of|from|on|in)$/.test(s.low(end))) {
    const next = s.phraseAt(end + 1);
    const by = s.low(end) === 'by' && s.tokens[end + 1]?.tag !== 'number';
    if (!next || !(by || isBlamable(s.actor(next)) || /^(?:part|side|end)$/.test(s.low(next.head)))) break;
    end = personEnd(s, next);
  }
  return end;
}

/** "That was a dumb call by X", "a hasty decision by X led to …", "terrible call to page everybody". */
function ofDecision(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const phrase = judgedPhrase(s, { ...candidate, to: candidate.to - 1 }, DECISIONS);
  const own =
    phrase &&
    (judges(s, phrase.from - 1, phrase.to) || s.clauses.some((c) => c.verb.lemma === 'be' && c.subject[0] === phrase));
  if (!own || !judges(s, candidate.from, candidate.to)) return undefined;
  const noun = s.low(phrase.head) === 'thing' ? 'step' : s.low(phrase.head);
  const to = Math.max(wholeEnd(s, phrase.to), Math.min(candidate.to, phrase.to + 8));
  const infinitive = s.clauses.find((c) => c.verb.infinitive && c.verb.from >= phrase.to && c.verb.from <= to + 1);
  const deed = infinitive && readDeed(s, { ...infinitive, governor: undefined });
  const be = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.verb.to <= phrase.from && c.verb.to >= phrase.from - 3 && c.ownSubject,
  );
  const subject = be?.subject[0];
  if (be && subject) {
    const that = subject === phrase ? be.verb.from - 1 : subject.head;
    const it = /^(?:it|this|that)$/.test(s.low(that));
    const start = Math.min(that, be.from);
    const stretchEnd = Math.max(to, stretchAround(s, candidate).to);
    if (deed && it)
      return [
        {
          from: be.from,
          to: deed.end,
          parts: rightTo(s, infinitive!.verb.main, deed.end),
        },
        ...deedDrafts(s, deed, start),
      ];
    if (it)
      return [
        {
          from: be.from,
          to,
          parts: [`${KNOWN} led to`, `${s.low(subject.head) === 'it' ? 'the' : s.low(subject.head)} ${noun}`],
        },
      ];
    if (/^(?:root|cause|reason|problem|trigger|issue|result|answer|origin|mistake|error)$/.test(s.low(subject.head)))
      return [{ from: phrase.from, to: stretchEnd, parts: [`a ${noun} based on ${KNOWN}`] }];
    return undefined;
  }
  const here = deed?.end ?? s.to;
  const aside = deed !== undefined && s.tokens[infinitive!.verb.from - 1]?.text === ',' && s.tokens[here]?.text === ',';
  const fragment = !s.clauses.some(
    (c) =>
      !c.verb.infinitive &&
      c.verb.nonFinite === undefined &&
      c.verb.from >= phrase.to &&
      !c.relative &&
      (c.verb.from < here || c.subject.includes(phrase)),
  );
  // "following an ill-judged decision by the director to forgo the test"
  if (deed && (phrase.preposition !== undefined || !fragment || aside)) {
    return [
      {
        from: phrase.from,
        to: aside ? deed.end + 1 : infinitive!.verb.from,
        parts: [
          s.low(phrase.from) === 'the' || phrase.possessor ? `the ${noun}` : `${indefinite(noun)} ${noun}`,
          ...(aside ? [kept(s, infinitive!.verb.from, deed.end, false)] : []),
        ],
      },
    ];
  }
  const what = s.low(phrase.from - 1) === 'what' ? phrase.from - 1 : phrase.from;
  if (deed && fragment)
    return [
      {
        from: what,
        to: deed.end,
        parts: rightTo(s, infinitive!.verb.main, deed.end),
      },
      { from: phrase.from, to: infinitive!.verb.from, parts: [`the ${noun}`] },
    ];
  if (
    fragment &&
    !be &&
    phrase.preposition === undefined &&
    !/^(?:is|was|are|were|be|been)$/.test(s.low(phrase.from - 1))
  )
    return [{ from: phrase.from, to, parts: [`${KNOWN} led to this ${noun}`] }];
  const named = /^(?:the|this|that)$/.test(s.low(phrase.from))
    ? s.low(phrase.from)
    : phrase.possessor
      ? 'the'
      : undefined;
  const article = named ?? indefinite(noun);
  // "an attempt at sharding": what it was of stands behind.
  if (/^(?:at|of|in|for)$/.test(s.low(phrase.to)) && to === phrase.to)
    return [{ from: phrase.from, to, parts: [`${article} ${noun}`] }];
  return [
    { from: phrase.from, to, parts: [`${article} ${noun} based on ${KNOWN}`] },
    { from: phrase.from, to, parts: [`${article} ${noun} that [which safeguard] did not catch`] },
  ];
}

/** Why something looked right; "What a daft thing to do on a payday" says not what. */
function rightTo(s: Sentence, verb: number, to: number): Part[] {
  let end = to;
  for (let i = verb + 1; i < to; i++)
    if (s.tokens[i]!.text === ',' && /^(?:even|especially)$/.test(s.low(i + 1))) end = i;
  const done = s.low(verb) === 'do' && !s.phraseAt(verb + 1);
  return [`${KNOWN} made it look right to${done ? ' do this' : ''}`, kept(s, done ? verb + 1 : verb, end, false)];
}

/** "Half-hearted testing by the rollout team let it through", "shoddy work on the migration": what was missing in it. */
function practice(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const head = practiceAt(s, candidate);
  if (head === undefined) return undefined;
  const phrase = s.phrases.find((p) => p.from <= head && head < p.to);
  let from = phrase?.from ?? head;
  while (
    from > bodyStart(s) &&
    (/^(?:adverb|adjective)$/.test(s.tokens[from - 1]!.tag) ||
      // "wildly optimistic and careless planning"
      (s.tokens[from - 1]!.tag === 'conjunction' &&
        s.tokens[from]!.tag === 'adjective' &&
        s.tokens[from - 2]?.tag === 'adjective'))
  )
    from--;
  while (from > bodyStart(s) && s.tokens[from - 1]!.tag !== 'verb' && judges(s, from - 1, from)) from--;
  // "a slapdash bit of work"
  if (s.low(from - 1) === 'of' && /^(?:piece|bit|bits|pieces)$/.test(s.low(from - 2)))
    from = s.phrases.find((p) => p.head === from - 2)?.from ?? from;
  if (!judges(s, Math.min(candidate.from, from), head + 1)) return undefined;
  if (s.clauses.some((c) => c.verb.lemma === 'be' && c.verb.to <= from && c.verb.to >= from - 3)) return undefined;
  let to = wholeEnd(s, phrase?.to ?? head + 1);
  if (/^(?:shown|displayed|exhibited|demonstrated|done|performed|delivered)$/.test(s.low(to)) && s.low(to + 1) === 'by')
    to = wholeEnd(s, to + 1);
  let first = head;
  const least = phrase?.possessor ? phrase.possessor.to + 1 : (phrase?.from ?? head);
  while (first > least && /^(?:noun|name)$/.test(s.tokens[first - 1]!.tag) && !judges(s, first - 1, first)) first--;
  // "did a shoddy job on the cabinet"
  const doer = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.verb.to === from &&
      /^(?:do|make|deliver|perform)$/.test(c.verb.lemma) &&
      c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  if (doer)
    return [
      {
        from: doer.from,
        to: s.low(to) === 'on' ? to + 1 : to,
        parts: ['[which check] was missing', ...(s.low(to) === 'on' ? ['for'] : [])],
      },
    ];
  const practised = PRACTICES.has(s.low(head));
  const what: Part[] = practised
    ? ['a gap in', lowered(kept(s, first, head + 1, false), s), '([which])']
    : ['a gap in [which process]'];
  if (practised && s.low(to) === 'of' && s.phraseAt(to + 1)) {
    const end = wholePhrase(s, s.phraseAt(to + 1)!).to;
    const handled = kept(s, first, end, false);
    return [
      { from, to: wholeEnd(s, end), parts: ['a gap in the', lowered(handled, s), '([which])'] },
      { from, to: wholeEnd(s, end), parts: ['[which missing check or support] in the', lowered(handled, s)] },
    ];
  }
  const link = !practised && s.low(to) === 'on' ? ['for'] : [];
  if (link.length > 0) to++;
  return [
    { from, to, parts: [...what, ...link] },
    { from, to, parts: ['[which missing check or support]', ...link] },
  ];
}

/** The noun, or the verb in -ing that stands for one, which is judged. */
function practiceAt(s: Sentence, { from, to }: Candidate): number | undefined {
  for (let i = from; i < Math.min(s.to, to + 2); i++) {
    const { low, tag } = s.tokens[i]!;
    if (/^(?:noun|verb|name)$/.test(tag) && (WORK.has(low) || PRACTICES.has(low) || VIRTUE_NOUNS.has(low)))
      if (tag !== 'verb' || /^(?:adjective|clitic|possessive)$/.test(s.tokens[i - 1]?.tag ?? '')) {
        const phrase = s.phrases.find((p) => p.from <= i && i < p.to);
        if (!phrase || phrase.head === i) return i;
      }
  }
  return undefined;
}

/** "Out of sheer laziness the technicians plugged both in": the vice in front goes, the deed is told. */
function outOfVice(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const body = bodyStart(s);
  if (
    !/^(?:out|with|through|due|in|from|because|like|ever|always|true)$/.test(s.low(body)) ||
    candidate.from > body + 4
  )
    if (s.tokens[body]!.tag !== 'adjective') return undefined;
  const adjective = s.tokens[body]!.tag === 'adjective';
  const main = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.verb.nonFinite === undefined &&
      c.from > body &&
      c.from <= body + 8 &&
      (!adjective || s.tokens[c.from - 1]!.text === ',') &&
      c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  // "went off-script and rebooted the switch"
  const strayed =
    main?.verb.lemma === 'go' && /^(?:off|rogue|off-script|off-piste|cowboy)$/.test(s.low(main.verb.main + 1));
  if (strayed) return deedBehind(s, main).map((draft) => ({ ...draft, from: body }));
  const deed = main && readDeed(s, main);
  const vice =
    judges(s, body, main?.from ?? body) ||
    /\b(?:indifference|negligence|complacency|convenience|light-heartedness|haste|hubris|ignorance)\b/i.test(
      s.textOf(body, main?.from ?? body),
    );
  return deed && deed.kind !== 'state' && vice ? deedDrafts(s, deed, body) : undefined;
}

/** "was handled in a slapdash manner", "worked in a sloppy way": how is to be told. */
function inManner(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const phrase = judgedPhrase(s, candidate, words('way manner fashion style'));
  if (!phrase || phrase.preposition === undefined || !judges(s, phrase.from - 1, phrase.to)) return undefined;
  const from = phrase.preposition;
  const clause = s.clauses.findLast((c) => c.verb.to <= from && c.ownSubject);
  const to = clause?.verb.passive ? wholeEnd(s, phrase.to) : phrase.to;
  return [{ from, to, parts: ['[how]'] }];
}

/** "because of chaotic people in the stock planning": conditions take their place. */
function becauseOfPeople(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const phrase = s.phrases.find(
    (p) => p.from <= candidate.from + 1 && p.to > candidate.from && isBlamable(s.actor(p, true)),
  );
  if (!phrase || phrase.preposition === undefined) return undefined;
  const before = s.low(phrase.preposition);
  const causal =
    (before === 'of' && s.low(phrase.preposition - 1) === 'because') ||
    (before === 'to' && /^(?:due|thanks|owing)$/.test(s.low(phrase.preposition - 1)));
  if (!causal || !judges(s, phrase.from, phrase.to)) return undefined;
  return [{ from: phrase.from, to: phrase.to, parts: ['[which conditions]'] }];
}

/** "Rohan, impatient with the pipeline, pushes straight to main": the aside goes with the person. */
function aside(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const person = s.phraseAt(candidate.from);
  if (!person || s.tokens[person.to]?.text !== ',' || !isBlamable(s.actor(person, true))) return undefined;
  const clause = s.clauses.find(
    (c) =>
      c.verb.from > person.to + 1 &&
      c.verb.from < person.to + 12 &&
      c.verb.nonFinite === undefined &&
      !c.verb.infinitive &&
      s.tokens[c.verb.from - 1]?.text === ',',
  );
  const deed = clause && readDeed(s, { ...clause, governor: undefined });
  return deed ? deedDrafts(s, deed, person.from) : undefined;
}

/** "Communication from the lead was poor and confusing": what was seen of it. */
function ofThing(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const clause = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.verb.from < candidate.to && c.verb.to >= candidate.from - 2,
  );
  const subject = clause && s.phraseAt(clause.ownSubject ? clause.from : bodyStart(s));
  if (!clause || !subject) return undefined;
  const head = singular(s.low(subject.head));
  const made = PRACTICES.has(head) || WORK.has(head) || ATTITUDES.has(head) || ACT_NOUNS.has(head);
  if (!made || !judges(s, clause.verb.main + 1, Math.max(candidate.to, clause.verb.main + 5))) return undefined;
  const near = Math.max(candidate.to, stretchAround(s, { from: clause.from, to: candidate.to }).to);
  const goesOn =
    /^[:;–—]$/.test(s.tokens[near]?.text ?? '') || s.clauses.some((c) => c.ownSubject && c.verb.from > near);
  const to = goesOn || !judges(s, near, sentenceEnd(s)) ? near : sentenceEnd(s);
  return [observedIn(s, clause, to)];
}

/** "was [what was observed]", with what the sentence tells of it behind. */
function observedIn(s: Sentence, { verb }: Clause, to: number): Draft {
  const tail = tailBehind(s, to);
  return {
    from: verb.main + 1,
    to: tail.length > 0 ? sentenceEnd(s) : to,
    parts: ['[what was observed]', ...tail],
  };
}

/** ", written in Slack ten minutes before the window", ", two bullet points and a dead link": what was seen of it, told behind. */
function tailBehind(s: Sentence, at: number): Part[] {
  const end = sentenceEnd(s);
  if (s.tokens[at]?.text !== ',' || judges(s, at, end) || pointsAtPerson(s, at, end)) return [];
  if (/^(?:as|to|and|but|because|if|let|which|with|not)$/.test(s.low(at + 1))) return [];
  const people = s.phrases.some((p) => p.from > at && isBlamable(s.actor(p, true)) && s.tokens[p.head]!.tag === 'name');
  const told = s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.verb.from > at);
  return people || told ? [] : [kept(s, at, end, false)];
}

/** "was overconfident and shipped without a canary": the deed that follows says more than the judgement. */
export function deedBehind(s: Sentence, clause: Clause): Draft[] {
  const next = s.clauses.find(
    (c) =>
      c.verb.from > clause.verb.to &&
      !c.ownSubject &&
      !c.relative &&
      c.verb.nonFinite === undefined &&
      !c.verb.infinitive &&
      c.subject[0] !== undefined &&
      c.subject[0] === clause.subject[0],
  );
  const deed = next && readDeed(s, next);
  const shows = deed?.object && /^(?:show|display|demonstrate|exhibit)$/.test(deed.verb);
  return deed && deed.kind !== 'state' && !shows ? deedDrafts(s, deed, clause.from) : [];
}

/** "careless with prod", "negligent in his daily checks of the UPS": what was not protected. */
export function aroundTopic(s: Sentence, clause: Clause, at: number): Draft[] {
  for (let i = at; i < Math.min(sentenceEnd(s), at + 3); i++) {
    const { low, tag } = s.tokens[i]!;
    if (tag === 'punctuation' || tag === 'conjunction') break;
    // "when it comes to production changes"
    if (/^(?:when|where)$/.test(low) && /^it comes to /i.test(s.textOf(i + 1, Math.min(s.to, i + 5)))) {
      const thing = s.phraseAt(i + 4);
      if (!thing) break;
      const { from, to } = wholePhrase(s, thing);
      return [{ from: clause.from, to, parts: ['[which safeguard] was missing around', kept(s, from, to, false)] }];
    }
    if (!/^(?:with|about|at|in|on|around|during|when|while|towards|regarding|over)$/.test(low)) continue;
    const ing = s.clauses.find((c) => c.verb.nonFinite === 'ing' && c.verb.from === i + 1);
    if (!ing && low === 'at') continue;
    if (ing) {
      const end = predicateEnd(s, ing.verb.main + 1);
      return [
        { from: clause.from, to: end, parts: ['[which safeguard] was missing when', kept(s, i + 1, end, false)] },
      ];
    }
    const named = s.phraseAt(i + 1);
    if (!named || isBlamable(s.actor(named, true))) return [];
    let { to } = wholePhrase(s, named);
    while (/^(?:of|for|on|in)$/.test(s.low(to)) && s.phraseAt(to + 1)) ({ to } = wholePhrase(s, s.phraseAt(to + 1)!));
    const link = /^(?:in|during|on)$/.test(low) ? low : 'around';
    return [
      {
        from: clause.from,
        to,
        parts: [`[which safeguard] was missing ${link === 'on' ? 'around' : link}`, kept(s, named.from, to, false)],
      },
    ];
  }
  return [];
}
