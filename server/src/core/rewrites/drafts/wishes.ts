import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import { VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase } from '../reading/phrases.ts';
import type { Draft } from '../writing/compose.ts';
import { participle } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { deedDrafts } from './clause.ts';
import { oneLook } from './leftUndone.ts';
import { cameAbout, outcomeOf } from './outcome.ts';

/** What people are wished to have had more of. */
const MORE_OF =
  words(`restraint candour candor scrutiny thought thinking foresight effort action transparency honesty planning patience seniority
  experience preparation homework common_sense caution curiosity humility backbone courage`);

/** Rewrites of wishes that are worded by an idiom rather than by "should have". */
export function wishes(s: Sentence): Draft[] {
  return [
    ...asOthersDo(s),
    ...nothingStopped(s),
    ...youWouldExpect(s),
    ...notExpected(s),
    ...withGlance(s),
    ...instead(s),
    ...allItTook(s),
    ...tookTooLong(s),
    ...onlyHadTo(s),
    ...hadItInThem(s),
    ...withMore(s),
    ...moreWould(s),
    ...unpaid(s),
  ];
}

/** Of whom it is told what somebody else has not done. */
const GOOD = words(
  `any every competent prudent careful seasoned decent proper good professional experienced sensible responsible serious real conscientious diligent attentive`,
);

/** "A prudent administrator takes a snapshot beforehand": ours did not. */
function asOthersDo(s: Sentence): Draft[] {
  const does = s.clauses.find(
    ({ ownSubject, subject: [subject], verb, from }) =>
      ownSubject &&
      from === bodyStart(s) &&
      subject !== undefined &&
      isBlamable(s.actor(subject, true)) &&
      verb.tense === 'present' &&
      !verb.negated &&
      !verb.perfect &&
      verb.modal === undefined &&
      !/^(?:be|have|know)$/.test(verb.lemma) &&
      (GOOD.has(s.low(subject.from)) || GOOD.has(s.low(subject.from + 1))),
  );
  return omitted(s, does, does?.from ?? 0);
}

/** "Nothing stopped the desk from raising a hand": nothing asked for it. */
function nothingStopped(s: Sentence): Draft[] {
  const stop = s.clauses.find(
    (c) => /^(?:stop|prevent|keep|hinder|bar)$/.test(c.verb.lemma) && /^(?:nothing|nobody)$/.test(s.low(c.from)),
  );
  const asked = stop && s.clauses.find((c) => c.verb.nonFinite === 'ing' && c.verb.from > stop.verb.to);
  return asked
    ? omitted(s, asked, stop.from).map((draft) =>
        /^, and (?:they|he|she|it) (?:ought|should)\b/.test(s.textOf(draft.to, s.to))
          ? { ...draft, to: sentenceEnd(s) }
          : draft,
      )
    : [];
}

/** "You'd expect an engineer to check it first", said of one who did not. */
function youWouldExpect(s: Sentence): Draft[] {
  const body = bodyStart(s);
  if (!/^(?:you|one)(?: would|['’]d) (?:expect|think|hope)\b/i.test(s.textOf(body, s.to))) return [];
  return omitted(
    s,
    s.clauses.find((c) => c.verb.infinitive && c.verb.from > body + 2),
    body,
  );
}

/** "had every reason to see this coming", "would have seen the shortage coming": what was not expected. */
export function notExpected(s: Sentence): Draft[] {
  const see = s.clauses.find((c) => c.verb.lemma === 'see' && c.verb.from > bodyStart(s));
  let coming = see ? see.verb.to : s.to;
  while (coming < s.to && s.low(coming) !== 'coming' && coming - see!.verb.to < 9) coming++;
  if (!see || s.low(coming) !== 'coming' || coming === see.verb.to) return [];
  let mark = see.verb.from;
  while (mark > bodyStart(s) && !/^[;:–—]$/.test(s.tokens[mark]!.text)) mark--;
  const person = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.from >= mark &&
      c.verb.from <= see.verb.from &&
      c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  if (!person || s.low(person.subject[0]!.head) === 'you' || see.verb.from - person.verb.to > 6) return [];
  const wonder = /\b(?:claim|believe|belief|understand|fathom|comprehend)\b/i.test(s.textOf(mark, person.from));
  const from = wonder ? (mark > bodyStart(s) ? mark + 1 : mark) : person.from;
  const thing = kept(s, see.verb.main + 1, coming, false);
  return [{ from, to: coming + 1, parts: ['[what] kept', thing, 'from being expected'] }];
}

/** "With a single glance at the calendar, the team could have avoided sending them that day": nothing prompted the glance. */
export function withGlance(s: Sentence): Draft[] {
  const body = bodyStart(s);
  const lead =
    /^with (?:just |only )?(?:one|an?) (?:single |simple |quick |short |brief |mere )*(?=look|glance|call|check|test|question|mail|message|peek|search)/i.exec(
      s.textOf(body, s.to),
    );
  const avoided = s.clauses.find(
    (c) => /^(?:avoid|prevent|avert|spare|save)$/.test(c.verb.lemma) && c.verb.perfect && c.verb.modal !== undefined,
  );
  const comma = avoided ? s.tokens.findIndex((token, i) => i > body && token.text === ',') : -1;
  if (!lead || !avoided || comma < 0 || comma > avoided.from) return [];
  let at = body;
  while (s.tokens[at]!.start < s.tokens[body]!.start + lead[0].length) at++;
  const what = kept(s, at, comma, false);
  const rest = kept(s, avoided.verb.main + 1, sentenceEnd(s), false);
  return [
    {
      from: body,
      to: sentenceEnd(s),
      parts: [
        'nothing in [which process] prompted a',
        what,
        `, which would have ${participle(avoided.verb.lemma)}`,
        rest,
      ],
    },
  ];
}

/** "should have had the courage to say stop": it was not said. */
function hadItInThem(s: Sentence): Draft[] {
  const have = s.clauses.find((c) => c.ownSubject && c.verb.lemma === 'have' && c.verb.modal !== undefined);
  const to = have && s.clauses.find((c) => c.verb.infinitive && c.verb.from > have.verb.to);
  return to &&
    /\b(?:the|enough) (?:\w+ )?(?:courage|sense|decency|guts|presence of mind|wit|grace|common sense|discipline)(?: of mind)? $/i.test(
      `${s.textOf(have.verb.main, to.verb.from)} `,
    )
    ? omitted(s, to, have.from)
    : [];
}

function omitted(s: Sentence, clause: Clause | undefined, from: number): Draft[] {
  const deed =
    clause &&
    readDeed(s, {
      ...clause,
      subject: [],
      governor: undefined,
      verb: { ...clause.verb, infinitive: true, nonFinite: undefined, tense: 'past', negated: true },
    });
  return deed ? deedDrafts(s, { ...deed, kind: deed.kind === 'done' ? 'omitted' : deed.kind }, from) : [];
}

/** "One glance at the board was all it would have taken for the lead to hold off": nothing prompted the glance. */
function allItTook(s: Sentence): Draft[] {
  if (!/\bwas all (?:it|that) (?:would have taken|took|was needed|it took)\b/i.test(s.textOf(s.from, s.to))) return [];
  return oneLook(s).map((draft) => ({ ...draft, to: sentenceEnd(s) }));
}

/** "It should not have taken the office a week to look at a map" */
function tookTooLong(s: Sentence): Draft[] {
  const take = s.clauses.find(
    (c) => c.verb.lemma === 'take' && c.verb.negated && c.verb.modal !== undefined && s.low(c.from) === 'it',
  );
  const to = take && s.clauses.find((c) => c.verb.infinitive && c.verb.from > take.verb.to);
  if (!take || !to) return [];
  const end = predicateEnd(s, to.verb.main + 1);
  for (let i = take.verb.main + 1; i < to.verb.from; i++)
    if (
      s.tokens[i]!.tag === 'number' ||
      (/^(?:an?|half|two|three|four|five|six|ten|forty)$/.test(s.low(i)) &&
        /\b(?:second|minute|hour|day|week|month)s?\b/i.test(s.textOf(i, to.verb.from)))
    )
      return [{ from: take.from, to: end, parts: ['[what] made it take', kept(s, i, end, false)] }];
  return [];
}

/** "had only to read the pinned message": it was not read. */
function onlyHadTo(s: Sentence): Draft[] {
  for (const clause of s.clauses) {
    if (
      !clause.verb.infinitive ||
      !/\b(?:had only|only had|needed only|only needed|had but)$/i.test(
        s.textOf(Math.max(s.from, clause.verb.from - 3), clause.verb.from).trim(),
      )
    )
      continue;
    const main = s.clauses.findLast((c) => c.ownSubject && c.verb.from < clause.verb.from && isFiniteClause(c));
    if (main?.subject.some((p) => isBlamable(s.actor(p, true)))) return omitted(s, clause, main.from);
  }
  return [];
}

/** "Instead of restarting nodes, the on-call could have uncordoned them": what was done instead goes behind. */
function instead(s: Sentence): Draft[] {
  const body = bodyStart(s);
  if (!/^(?:instead of|rather than) \w+ing\b/i.test(s.textOf(body, s.to))) return [];
  const clause = s.clauses.find((c) => c.ownSubject && isFiniteClause(c));
  const deed = clause && readDeed(s, clause);
  if (!clause || s.tokens[clause.from - 1]?.text !== ',' || deed?.kind !== 'omitted' || deed.end < sentenceEnd(s))
    return [];
  return deedDrafts(s, deed, body)
    .filter(({ parts }) => typeof parts.at(-1) !== 'string')
    .map((draft) => ({ ...draft, parts: [...draft.parts, s.low(body), kept(s, body + 1, clause.from - 1, false)] }));
}

/** "With a bit more effort from the vendor the stores would have opened on time": what was missing, and what came of it. */
function withMore(s: Sentence): Draft[] {
  const body = bodyStart(s);
  const lead = s.textOf(body, Math.min(s.to, body + 8));
  if (!/^with (?:just |only )?(?:a (?:little|bit|modicum)|some|more|better|greater|due|proper)\b/i.test(lead))
    return [];
  const clause = s.clauses.find((c) => c.ownSubject && c.verb.perfect && c.verb.modal === 'would');
  if (!clause || clause.subject.some((p) => isBlamable(s.actor(p, true)))) return [];
  const to = sentenceEnd(s);
  const outcome = cameAbout(s, clause, clause.from, to);
  return outcome.length > 0 ? [{ from: body, to, parts: ['[which safeguard] was missing', ...outcome] }] : [];
}

/** "More restraint from the bridge would have spared us the second outage": a safeguard would have. */
function moreWould(s: Sentence): Draft[] {
  const body = bodyStart(s);
  if (s.tokens[body]!.tag === 'preposition') return [];
  let head = body;
  while (head < Math.min(s.to, body + 5) && !MORE_OF.has(s.low(head)) && !VIRTUE_NOUNS.has(s.low(head))) head++;
  if (head === Math.min(s.to, body + 5) || s.clauses.some((c) => c.verb.from < head)) return [];
  const would = s.clauses.find(
    (c) => c.verb.from > head && c.verb.modal === 'would' && c.verb.perfect && !c.verb.negated && !c.verb.passive,
  );
  if (!would) return [];
  const to = predicateEnd(s, would.verb.main + 1);
  if (s.clauses.some((c) => c.verb.from > head && c.verb.to < would.verb.from && c.subordinator === 'if')) return [];
  const shows = /^(?:show|reveal|turn|uncover|expose|surface)$/.test(would.verb.lemma);
  return pointsAtPerson(s, would.verb.from, to)
    ? []
    : [{ from: body, to, parts: [shows ? '[which check]' : '[which safeguard]', kept(s, would.verb.from, to, false)] }];
}

/** "Had due regard been paid by the officer to the list, the portal would …": it was not paid. */
function unpaid(s: Sentence): Draft[] {
  const clause = s.clauses.find((c) => c.verb.passive && c.verb.perfect && c.inverted && s.low(c.from) === 'had');
  const subject = clause?.subject[0];
  if (!clause || !subject || s.actor(subject, true).kind !== 'system') return [];
  const { agent } = clause;
  const outcome = outcomeOf(s, clause, true);
  const end = Math.min(predicateEnd(s, clause.verb.main + 1), outcome?.from ?? s.to);
  const was = isPluralPhrase(s, { from: subject.from, to: subject.to }) === true ? 'were' : 'was';
  return [
    {
      from: clause.from,
      to: outcome?.to ?? end,
      parts: [
        kept(s, subject.from, subject.to, false),
        `${was} not ${participle(clause.verb.lemma)}`,
        kept(s, clause.verb.main + 1, agent?.preposition ?? end, false),
        kept(s, agent?.to ?? end, end, false),
        ...(outcome?.parts ?? [', and [which prompt or automation] was missing']),
      ],
    },
  ];
}
