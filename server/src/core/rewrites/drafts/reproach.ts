import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { JUDGEMENT_ADJECTIVES, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase, objectAfter, wholePhrase } from '../reading/phrases.ts';
import { stretchAround } from '../reading/stretch.ts';
import { type Draft, indefinite, type Part } from '../writing/compose.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { clauseDrafts, deedDrafts } from './clause.ts';
import { showedThat } from './hindsight.ts';
import { aroundTopic, isWork } from './judged.ts';

const OBSERVED = '[what was observed, as a fact]';

/** Rewrites of reproaches worded by an idiom: the fact that the idiom stands with is told. */
export function reproachDrafts(s: Sentence, candidate: Candidate): Draft[] {
  return (
    couldHaveTold(s) ??
    byVice(s) ??
    treatedLike(s) ??
    tookView(s) ??
    reluctance(s) ??
    judgedTo(s) ??
    whichIs(s) ??
    relaxedAbout(s) ??
    effortTo(s) ??
    cutCorners(s) ??
    explained(s) ??
    wouldNotHave(s) ??
    withLittleCare(s) ??
    doubledBy(s, candidate) ??
    reacted(s) ??
    factsBehind(s, candidate) ??
    []
  );
}

/** "Any fool could have told them the generator would not last": which signal showed it. */
function couldHaveTold(s: Sentence): Draft[] | undefined {
  if (!/\bcould(?: have|['’]ve) told (?:you|them|us|him|her)\b/i.test(s.textOf(s.from, s.to))) return undefined;
  const drafts = showedThat(s, bodyStart(s));
  return drafts.length > 0 ? drafts : undefined;
}

/** "By distraction of the operator, the wrong cartridge was mounted": the fact behind stays. */
function byVice(s: Sentence): Draft[] | undefined {
  const body = bodyStart(s);
  if (
    !/^(?:by|through|due to|out of|because of|owing to) (?:(?:the|sheer|pure|plain|a) )*(?:distraction|inattention|carelessness|negligence|laziness|haste|complacency|clumsiness|sloppiness)\b/i.test(
      s.textOf(body, s.to),
    )
  )
    return undefined;
  const main = s.clauses.find((c) => c.ownSubject && isFiniteClause(c) && s.tokens[c.from - 1]?.text === ',');
  if (!main?.verb.passive || main.agent || main.subject.some((p) => isBlamable(s.actor(p, true)))) return undefined;
  const end = predicateEnd(s, main.verb.main + 1);
  const does = main.verb.tense === 'present' ? 'does' : 'did';
  return [
    { from: body, to: end, parts: [kept(s, main.from, end, false), `, and [which safeguard] ${does} not stop it`] },
  ];
}

/** "treats the staging hotels like a private playground": they are not protected. */
function treatedLike(s: Sentence): Draft[] | undefined {
  const treat = s.clauses.find((c) => c.ownSubject && c.verb.lemma === 'treat' && !c.verb.passive && !c.verb.negated);
  const thing = treat && objectAfter(s, treat.verb.main + 1);
  if (!treat || !thing || !/^(?:like|as)$/.test(s.low(thing.to)) || s.tokens[thing.from]!.tag === 'pronoun')
    return undefined;
  const is = treat.verb.tense === 'present' ? 'is' : 'was';
  return [
    {
      from: treat.from,
      to: predicateEnd(s, thing.to),
      parts: [`[which safeguard] ${is} missing around`, kept(s, thing.from, thing.to, false)],
    },
  ];
}

/** "took the relaxed view that the invoices would sort themselves out": what supported it. */
function tookView(s: Sentence): Draft[] | undefined {
  const take = s.clauses.find((c) => c.ownSubject && c.verb.lemma === 'take');
  for (let i = take ? take.verb.to + 1 : s.to; i < s.to - 2; i++)
    if (s.low(i) === 'that' && /^(?:view|position|line|stance)$/.test(s.low(i - 1))) {
      const to = predicateEnd(s, i + 2);
      return [{ from: take!.from, to, parts: ['[what] supported the view that', { from: i + 1, to }] }];
    }
  return undefined;
}

/** "was delayed by a reluctance on the liaison's side to escalate": nobody was asked to. */
function reluctance(s: Sentence): Draft[] | undefined {
  const phrase = s.phrases.find(
    (p) =>
      p.preposition !== undefined &&
      s.low(p.preposition) === 'by' &&
      /^(?:reluctance|unwillingness|hesitation|hesitancy|refusal|failure|inability)$/.test(s.low(p.head)),
  );
  const to =
    phrase && s.clauses.find((c) => c.verb.infinitive && c.verb.from >= phrase.to && c.verb.from <= phrase.to + 7);
  if (!phrase || !to) return undefined;
  const end = predicateEnd(s, to.verb.main + 1);
  return [
    {
      from: phrase.preposition!,
      to: end,
      parts: [
        'because nothing in [which process] prompted anyone to',
        to.verb.lemma,
        kept(s, to.verb.main + 1, end, false),
      ],
    },
  ];
}

/** "Reckless to run that on the primary", "It was irresponsible of the board to move it", "too proud to ask for help" */
function judgedTo(s: Sentence): Draft[] | undefined {
  const body = bodyStart(s);
  const to = s.clauses.find((c) => c.verb.infinitive && !c.verb.passive && c.verb.from <= body + 10);
  if (!to) return undefined;
  let at = to.verb.from - 1;
  // "irresponsible of the board to move it"
  const person = s.phrases.find((p) => p.to === at + 1 && p.preposition !== undefined && s.low(p.preposition) === 'of');
  if (person) at = person.preposition! - 1;
  const be = s.clauses.find((c) => c.verb.lemma === 'be' && c.ownSubject && c.verb.from <= at && c.verb.to >= at - 3);
  const proud = /^(?:proud|lazy|arrogant|stubborn|vain|comfortable|busy|timid|shy|scared|afraid)$/.test(s.low(at));
  if (s.low(at - 1) === 'too' && proud && be) {
    const deed = readDeed(s, {
      ...to,
      subject: [],
      governor: undefined,
      verb: { ...to.verb, negated: true, tense: 'past' },
    });
    return deed && deedDrafts(s, { ...deed, kind: deed.kind === 'done' ? 'omitted' : deed.kind }, be.from);
  }
  const bare = at <= body + 2 && !be;
  if (!JUDGEMENT_ADJECTIVES.has(s.low(at)) || s.low(at - 1) === 'too' || (be ? s.low(be.from) !== 'it' : !bare))
    return undefined;
  const end = predicateEnd(s, to.verb.main + 1);
  const rest = kept(s, to.verb.main + 1, end, false);
  return [
    {
      from: be?.from ?? body,
      to: end,
      parts: ['[what was known at the time] made it look right to', to.verb.lemma, rest],
    },
  ];
}

/** ", which is just amateurish": goes where nobody is left in front. */
function whichIs(s: Sentence): Draft[] | undefined {
  const end = sentenceEnd(s);
  for (let i = bodyStart(s) + 3; i < end - 2; i++) {
    if (s.tokens[i]!.text !== ',' || s.low(i + 1) !== 'which' || !/^(?:is|was)$/.test(s.low(i + 2))) continue;
    if (end - i > 7 || !JUDGEMENT_ADJECTIVES.has(s.low(end - 1))) return undefined;
    const people = s.phrases.some((p) => p.to <= i && isBlamable(s.actor(p, true)));
    return people ? undefined : [{ from: bodyStart(s), to: end, parts: [kept(s, bodyStart(s), i, false)] }];
  }
  return undefined;
}

/** "We have become complacent about reviewing changes", "was hopeless at keeping them current": what was not protected. */
function relaxedAbout(s: Sentence): Draft[] | undefined {
  const be = s.clauses.find(
    (c) =>
      c.ownSubject &&
      /^(?:be|become|get|grow)$/.test(c.verb.lemma) &&
      !c.relative &&
      (s.subjectActor(c)?.kind === 'we' || c.subject.some((p) => isBlamable(s.actor(p, true)))),
  );
  if (!be) return undefined;
  for (let i = be.verb.to; i < Math.min(s.to - 1, be.verb.to + 7); i++) {
    if (/^[,;:]$/.test(s.tokens[i]!.text)) return undefined;
    if (!/^(?:about|with|at)$/.test(s.low(i)) || !/^(?:adjective|verb)$/.test(s.tokens[i - 1]!.tag)) continue;
    // "was too comfortable with it and stopped checking": the deed says more.
    if (s.clauses.some((c) => !c.ownSubject && isFiniteClause(c) && c.verb.from > i && c.subject[0] === be.subject[0]))
      return undefined;
    const drafts = aroundTopic(s, be, i);
    return drafts.length > 0 ? drafts : undefined;
  }
  return undefined;
}

/** "no effort was made by the engineers to contact Control", "has no excuse for not checking it", "approvers who can't be bothered to open the diff" */
function effortTo(s: Sentence): Draft[] | undefined {
  const idiom =
    /\b(?:no (?:serious |real )?(?:effort|attempt) was made|made no (?:serious |real )?(?:effort|attempt)|no excuse for (?:\w+ ){0,3}not|who (?:can|could)(?:n['’]t| ?not) be (?:bothered|arsed))\b/i.exec(
      s.textOf(s.from, s.to),
    );
  if (!idiom) return undefined;
  const at = s.tokens[s.from]!.start + idiom.index + idiom[0].length;
  const clause = s.clauses.find(
    (c) => (c.verb.infinitive || c.verb.nonFinite === 'ing') && s.tokens[c.verb.main]!.start >= at,
  );
  const main = s.clauses.find((c) => c.ownSubject && isFiniteClause(c) && !c.relative);
  const deed =
    clause &&
    readDeed(s, {
      ...clause,
      subject: [],
      governor: undefined,
      verb: {
        ...clause.verb,
        infinitive: true,
        nonFinite: undefined,
        negated: true,
        tense: main?.verb.tense === 'present' ? 'present' : 'past',
      },
    });
  if (!deed) return undefined;
  const from = main && s.tokens[main.from]!.start <= s.tokens[s.from]!.start + idiom.index ? main.from : bodyStart(s);
  return deedDrafts(s, { ...deed, kind: deed.kind === 'done' ? 'omitted' : deed.kind }, from);
}

/** "The provider cut corners on its fire suppression": steps were left out, not corners. */
function cutCorners(s: Sentence): Draft[] | undefined {
  const cut = s.clauses.find((c) => c.verb.lemma === 'cut' && /^corners?$/.test(s.low(c.verb.main + 1)));
  if (!cut) return undefined;
  const on = cut.verb.main + 2;
  const thing = /^(?:on|in|with|during)$/.test(s.low(on)) ? s.phraseAt(on + 1) : undefined;
  const whole = thing && wholePhrase(s, thing);
  const owner =
    whole && s.tokens[whole.from]!.tag === 'possessive'
      ? { ...kept(s, whole.from, whole.to, false), swaps: new Map([[whole.from, 'the']]) }
      : undefined;
  const where: Part[] = whole ? ['in', owner ?? kept(s, whole.from, whole.to, false)] : [];
  const to = sentenceEnd(s);
  const from = cut.ownSubject ? cut.from : bodyStart(s);
  const end = whole?.to ?? predicateEnd(s, on);
  // "to save himself a second trip", "left, right and centre"
  const goesOn = s.clauses.some((c) => c.ownSubject && c.verb.from > end);
  return [
    { from, to: goesOn ? end : to, parts: ['[which step] was left out', ...where] },
    { from, to: goesOn ? end : to, parts: ['[which check] was missing', ...where] },
  ];
}

/** "It was a lazy fix: the developer wrapped the parser in …", "It was a sloppy piece of work: no tests, no rollback": what stands behind the colon. */
function explained(s: Sentence): Draft[] | undefined {
  const body = bodyStart(s);
  const be = s.clauses.find((c) => c.verb.lemma === 'be' && c.ownSubject && /^(?:it|this|that)$/.test(s.low(c.from)));
  if (!be || be.from > body + 1) return undefined;
  let colon = be.verb.to;
  while (colon < s.to && !/^[:;–—]$/.test(s.tokens[colon]!.text)) colon++;
  if (colon >= s.to - 2 || colon > be.verb.to + 8) return undefined;
  const told = s.clauses.find((c) => c.ownSubject && isFiniteClause(c) && c.verb.from > colon);
  if (told?.subject.some((p) => isBlamable(s.actor(p, true)))) {
    const drafts = clauseDrafts(s, told);
    return drafts.length > 0 ? drafts.map((draft) => ({ ...draft, from: Math.min(draft.from, body) })) : undefined;
  }
  const to = sentenceEnd(s);
  return pointsAtPerson(s, colon, to) ? undefined : [{ from: body, to, parts: [kept(s, colon + 1, to, false)] }];
}

/** "Nobody competent would have shipped a cron that deletes by prefix": it was shipped. */
function wouldNotHave(s: Sentence): Draft[] | undefined {
  const body = bodyStart(s);
  const clause = s.clauses.find(
    (c) => c.ownSubject && c.from <= body + 1 && c.verb.modal === 'would' && c.verb.perfect && !c.verb.passive,
  );
  if (!clause || !/^(?:nobody|no|no-one|none)$/.test(s.low(body))) return undefined;
  const { verb } = clause;
  const end = predicateEnd(s, verb.main + 1);
  return verb.negated
    ? undefined
    : [
        {
          from: body,
          to: end,
          parts: ['[what was known at the time] made it look right to', verb.lemma, kept(s, verb.main + 1, end, false)],
        },
      ];
}

/** "was planned with little care by the team", "was written with more confidence than skill": how is to be told. */
function withLittleCare(s: Sentence): Draft[] | undefined {
  const clause = s.clauses.find((c) => c.verb.passive && c.ownSubject && isFiniteClause(c));
  if (!clause) return undefined;
  for (let i = clause.verb.to; i < Math.min(s.to - 2, clause.verb.to + 12); i++) {
    if (s.low(i) !== 'with') continue;
    const manner = s.textOf(i + 1, Math.min(s.to, i + 8));
    if (
      !/^(?:little|no|scant|minimal|more|less|the|all the|a level of) (?:\w+ )?(?:care|skill|thought|attention|diligence|rigou?r|discipline|caution|confidence)\b/i.test(
        manner,
      )
    )
      continue;
    const by = clause.agent?.preposition ?? i;
    return [
      {
        from: clause.verb.main,
        to: sentenceEnd(s),
        parts: [kept(s, clause.verb.main, Math.min(i, by), false), '[how]'],
      },
    ];
  }
  return undefined;
}

/** "A disorganised crew in the server room doubled the time to recover": conditions did. */
function doubledBy(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      isFiniteClause(c) &&
      !c.verb.passive &&
      !c.verb.negated &&
      /^(?:double|triple|delay|prolong|cost|stretch|lengthen|slow|lead|extend|worsen)$/.test(c.verb.lemma) &&
      c.from <= candidate.from + 1 &&
      c.verb.from >= candidate.from,
  );
  if (
    !clause?.subject.some(
      (p) => isBlamable(s.actor(p)) && p.possessor === undefined && !VIRTUE_NOUNS.has(s.low(p.head)),
    )
  )
    return undefined;
  return [{ from: clause.from, to: clause.verb.from, parts: ['[which conditions]'] }];
}

/** "The agents reacted in a panic and made it worse", "reacted sluggishly when the telephones fell silent" */
function reacted(s: Sentence): Draft[] | undefined {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject && /^(?:react|respond)$/.test(c.verb.lemma) && c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  if (!clause || clause.verb.negated) return undefined;
  const next = s.clauses.find(
    (c) => !c.ownSubject && isFiniteClause(c) && c.verb.from > clause.verb.to && c.subject[0] === clause.subject[0],
  );
  const deed = next && readDeed(s, next);
  if (deed && deed.kind !== 'state') return deedDrafts(s, deed, clause.from);
  const to = sentenceEnd(s);
  for (let i = clause.verb.to; i < to - 2; i++)
    if (/^(?:when|to|after)$/.test(s.low(i)) && !pointsAtPerson(s, i, to))
      return [
        {
          from: clause.from,
          to,
          parts: [
            s.low(i) === 'to' ? '[which guidance] was not at hand for' : '[which guidance] was not at hand',
            kept(s, s.low(i) === 'to' ? i + 1 : i, to, false),
          ],
        },
      ];
  return undefined;
}

/** "The helpdesk's attitude left a lot to be desired; callers were told to try again": the facts behind a mere reproach. */
function factsBehind(s: Sentence, candidate: Candidate): Draft[] | undefined {
  const body = bodyStart(s);
  const { from, to } = stretchAround(s, candidate);
  if (from > body || !/^[;:–—]$/.test(s.tokens[to]?.text ?? '')) return undefined;
  const end = sentenceEnd(s);
  const facts = s.clauses.filter((c: Clause) => c.ownSubject && isFiniteClause(c) && c.verb.from > to);
  if (facts.length === 0 || pointsAtPerson(s, to, end)) return undefined;
  if (
    facts.some(
      (c) =>
        c.verb.modal !== undefined ||
        c.subject.some((p) => isBlamable(s.actor(p, true)) && s.actor(p, true).kind !== 'anybody'),
    )
  )
    return undefined;
  return [{ from: body, to: end, parts: [kept(s, to + 1, end, false)] }];
}

const NO_THING =
  /\b(?:people|team|crew|guys|folks|staff|attitude|culture|corners|behaviou?r|approach|copy|mentality|habit)\b/i;

/** "An incompetently written migration from the Web team held a lock", "corrupted by a badly written backfill": the thing stays, and what came of it. */
function judgedThing(s: Sentence, candidate: Candidate): Draft[] {
  const phrase = s.phrases.find((p) => p.from <= candidate.to && p.to > candidate.from && p.head >= candidate.from);
  if (!phrase) return [];
  const { head } = phrase;
  if (isWork(s.low(head)) || NO_THING.test(s.textOf(phrase.from, phrase.to))) return [];
  if (
    s.tokens[head]!.tag !== 'noun' ||
    VIRTUE_NOUNS.has(s.low(head)) ||
    isBlamable(s.actor({ ...phrase, possessor: undefined }))
  )
    return [];
  const [verb] = s.clauses
    .filter((c) => c.verb.from >= phrase.to && !c.relative && (isFiniteClause(c) || c.verb.lemma === 'mean'))
    .sort((a, b) => a.verb.from - b.verb.from);
  const agent = phrase.preposition !== undefined && s.low(phrase.preposition) === 'by';
  if (!agent && (!verb || phrase.from > bodyStart(s) + 1 || verb.verb.lemma === 'be')) return [];
  let first = head;
  while (first > phrase.from && s.tokens[first - 1]!.tag === 'noun') first--;
  const noun = kept(s, first, head + 1, false);
  const article = isPluralPhrase(s, phrase) === true ? [] : [indefinite(s.tokens[first]!.text)];
  const to = agent ? sentenceEnd(s) : verb!.verb.from;
  return [{ from: phrase.from, to, parts: [...article, noun, 'that [which check] did not stop'] }];
}

/** What is left where a sentence says no more than the reproach, with the time it names. */
export function onlyReproach(s: Sentence, candidate: Candidate): Draft[] {
  const thing = judgedThing(s, candidate);
  if (thing.length > 0) return thing;
  const { from, to } = stretchAround(s, candidate);
  for (let i = candidate.to; i < to - 1; i++)
    if (
      /^(?:from|until|during|throughout|between)$/.test(s.low(i)) &&
      !pointsAtPerson(s, i, to) &&
      s.phraseAt(i + 1) &&
      !isBlamable(s.actor(s.phraseAt(i + 1)!, true))
    )
      return [{ from, to, parts: [OBSERVED, kept(s, i, to, false)] }];
  return [{ from, to, parts: [OBSERVED] }];
}
