import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase, personEnd, wholePhrase } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { participle } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { clauseDrafts, deedDrafts } from './clause.ts';
import { showedThat } from './hindsight.ts';
import { duty, oneLook } from './leftUndone.ts';
import { behind, behindComma, outcomeOf, uncapital } from './outcome.ts';
import { wishes } from './wishes.ts';

/** Rewrites of what people should, could or ought to have done: what was missing at that moment. */
export function counterfactualDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const found = candidate.clause ?? s.clauses.find((c) => c.verb.from < candidate.to && c.verb.to > candidate.from);
  if (!found) return [];
  // "Under no circumstances should they have tweaked it."
  const never = NEVER.test(s.textOf(bodyStart(s), s.to));
  const clause = never ? { ...found, verb: { ...found.verb, negated: true } } : found;
  const wished = wishedDrafts(s, candidate);
  if (wished.length > 0) return wished;
  const prevented = preventable(s, candidate);
  if (prevented.length > 0) return prevented;
  if (clause.verb.passive && clause.agent) return passiveDuty(s, clause);
  const subject = clause.subject[0];
  const look = subject && !isBlamable(s.actor(subject)) ? oneLook(s) : [];
  if (look.length > 0) return [...showedThat(s, bodyStart(s)), ...look];
  const expected = expectedOf(s, clause);
  if (expected.length > 0) return expected;
  const better = betterFor(s, clause);
  if (better.length > 0) return better;
  const uncaught = subject && !isBlamable(s.actor(subject, true)) ? wouldHaveShown(s, clause) : [];
  const drafts = [...uncaught, ...unrecognised(s, clause), ...withOutcome(s, asWished(clause))].map((draft) =>
    doneLater(s, withoutMoral(s, withoutLead(s, clause.verb.negated ? notUntil(s, draft) : draft, never))),
  );
  if (namesGuidance(s, drafts[0])) drafts.sort((a, b) => Number(isUnprompted(a)) - Number(isUnprompted(b)));
  return drafts.length > 0 ? drafts : oneLook(s);
}

/** "would have recognised the discrepancy": no check caught it. */
function unrecognised(s: Sentence, clause: Clause): Draft[] {
  const deed = readDeed(s, clause);
  if (
    deed?.kind !== 'unknown' ||
    deed.topic !== 'noun' ||
    !/^(?:recogni[sz]e|identify|reali[sz]e)$/.test(deed.group.lemma)
  )
    return [];
  let to = deed.rest;
  while (to < deed.end && !(s.low(to) === 'and' && s.low(to + 1) === 'to')) to++;
  return [{ from: clause.from, to: deed.end, parts: ['[which check] did not catch', kept(s, deed.rest, to, false)] }];
}

/** "… and did so after four hours": when it was done. */
function doneLater(s: Sentence, draft: Draft): Draft {
  for (let i = bodyStart(s); i < s.to - 3; i++)
    if (s.low(i) === 'and' && s.low(i + 1) === 'did' && s.low(i + 2) === 'so' && draft.to >= i)
      return {
        ...draft,
        to: sentenceEnd(s),
        parts: [...draft.parts, '; it was done', kept(s, i + 3, sentenceEnd(s), false)],
      };
  return draft;
}

/** ", that's the whole point of review": a moral behind what was left out. */
function withoutMoral(s: Sentence, draft: Draft): Draft {
  const moral =
    /^, (?:that['’]s|that is|it['’]s|it is) (?:\w+ ){0,3}(?:base|basics?|point|minimum|least|job|duty|standard|rule|common sense)\b/i;
  return moral.test(s.textOf(draft.to, s.to)) ? { ...draft, to: sentenceEnd(s) } : draft;
}

/** Whether the sentence says that something did ask for it: "as step 4 says", "it's right there in the checklist". */
function namesGuidance(s: Sentence, draft: Draft | undefined): boolean {
  return (
    draft !== undefined &&
    /\b(?:checklist|runbook|playbook|procedure|policy|sop|manual|wiki|guideline|step \d|standard \d|reminded|been told)\b/i.test(
      s.textOf(draft.to, s.to),
    )
  );
}

function isUnprompted({ parts }: Draft): boolean {
  return parts.some((part) => typeof part === 'string' && part.includes('prompted anyone'));
}

const NEVER =
  /^(?:(?:under|in) no (?:circumstances?|way|event)|on no account|at no (?:time|point|stage)|by no means)\b/i;

/** "Proper diligence would have turned up the missing time zone": no check did. */
function wouldHaveShown(s: Sentence, clause: Clause): Draft[] {
  const { verb } = clause;
  let { from } = clause;
  // "that a bit more care would have prevented": the whole of the subject.
  for (let i = from - 1; i > from - 5 && i > s.from; i--) if (/^(?:that|which)$/.test(s.low(i))) from = i + 1;
  if (
    !/^(?:show|reveal|prevent|avert|stop|turn|uncover|catch|spot|expose|surface|detect|find|flag)$/.test(verb.lemma) ||
    !verb.perfect ||
    verb.passive
  )
    return [];
  const end = predicateEnd(s, verb.main + 1);
  return pointsAtPerson(s, verb.main + 1, end)
    ? []
    : [{ from, to: end, parts: ['[which check] did not', verb.lemma, kept(s, verb.main + 1, end, false)] }];
}

/** "should not have released it until it was verified": it was released before. */
function notUntil(s: Sentence, draft: Draft): Draft {
  const parts = draft.parts.map((part) => {
    if (typeof part === 'string') return part;
    const swaps = new Map(part.swaps ?? []);
    for (let i = part.from; i < part.to; i++) if (/^(?:until|till)$/.test(s.low(i))) swaps.set(i, 'before');
    return { ...part, swaps };
  });
  return { ...draft, parts };
}

/** "With a little more patience the officer would have …": the reproach in front goes with the person. */
function withoutLead(s: Sentence, draft: Draft, always = false): Draft {
  const body = bodyStart(s);
  const led =
    /^(?:with|by) (?:just |only )?(?:a (?:little|bit|modicum)|some|more|better|greater|proper|due|one|\w+ (?:minutes?|seconds?|hours?) of)\b/i;
  if (always) return { ...draft, from: body };
  const lead = s.textOf(body, draft.from);
  // "Given what he'd been told, Phil was obliged to …"
  if (draft.from <= body || !(led.test(lead) || (/,$/.test(lead.trim()) && /\b(?:he|she)\b/i.test(lead)))) return draft;
  if (led.test(lead) && s.clauses.some((c) => c.ownSubject && c.verb.to <= draft.from)) return draft;
  return { ...draft, from: body };
}

/** Rewrites of conditions that were not met, and of ways in which it could have been avoided. */
export function wishedDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const condition = s.clauses.find((c) => isUnmet(s, c));
  if (condition) {
    const drafts = unmetDrafts(s, asWished(condition));
    if (drafts.length > 0) return drafts;
  }
  const better = s.clauses.find((c) => c.verb.lemma === 'be' && s.low(c.from) === 'it' && c.verb.modal !== undefined);
  return [
    ...wishes(s),
    ...s.clauses
      .filter((c) => c.verb.passive && c.agent && AVOIDING.test(c.verb.lemma))
      .flatMap((c) => avoidedWith(s, c)),
    ...laterThan(s, candidate),
    ...avoidable(s, candidate),
    ...theLeast(s),
    ...s.clauses
      .filter(
        (c) =>
          c.verb.passive &&
          c.verb.modal !== undefined &&
          c.verb.perfect &&
          c.agent &&
          isBlamable(s.actor(c.agent, true)),
      )
      .flatMap((c) => passiveDuty(s, c)),
    ...(better ? betterFor(s, better) : []),
    ...costNothing(s),
    ...s.clauses
      .filter(
        (c) =>
          c.ownSubject &&
          !c.relative &&
          /^(?:would|could|might)$/.test(c.verb.modal ?? '') &&
          !c.subject.some((p) => isBlamable(s.actor(p, true))),
      )
      .flatMap((c) => (oneLook(s).length > 0 ? [] : wouldHaveShown(s, c))),
  ];
}

/** "if he had read it", "had she read it", "if Kostas called first": it was not so. */
function isUnmet(s: Sentence, clause: Clause): boolean {
  const subject = clause.subject[0];
  if (!clause.ownSubject || !subject || clause.verb.from < subject.to || s.actor(subject, true).kind === 'system')
    return false;
  const before = s.low(subject.from - 1);
  if (before === 'had' || (before === 'better' && clause.verb.perfect)) return true;
  return (
    (clause.subordinator === 'if' || (before === 'only' && s.low(subject.from - 2) === 'if')) &&
    (clause.verb.perfect || (clause.verb.tense === 'past' && wouldBe(s)))
  );
}

function wouldBe(s: Sentence): boolean {
  return /\bbetter if\b/i.test(s.textOf(s.from, s.to)) || s.clauses.some((c) => c.verb.modal === 'would');
}

/** "could pull the plug at 09:04", "if Kostas called first": as little done as if "could have" or "had" were said. */
export function asWished(clause: Clause): Clause {
  const { verb } = clause;
  const meant = verb.modal === undefined ? clause.subordinator === 'if' : /^(?:could|might|would)$/.test(verb.modal);
  return meant && !verb.perfect ? { ...clause, verb: { ...verb, perfect: true, tense: 'past' } } : clause;
}

/** What was left out, and what came of it as a fact. */
function withOutcome(s: Sentence, clause: Clause): Draft[] {
  const outcome = outcomeOf(s, clause, false);
  // "should have called the vendor and not written an email": what was done instead goes.
  for (let i = clause.verb.to; i < s.to - 2; i++)
    if (s.low(i) === 'and' && s.low(i + 1) === 'not' && s.tokens[i + 2]!.tag === 'verb')
      return clauseDrafts(s, clause, i);
  // "could have flipped it off and saved us 40 minutes"
  for (let i = clause.verb.to; i < s.to - 2; i++) {
    if (
      s.low(i) !== 'and' ||
      !/^(?:save|spare)$/.test(s.tokens[i + 1]!.lemma) ||
      !/^(?:us|everyone)$/.test(s.low(i + 2))
    )
      continue;
    const end = predicateEnd(s, i + 2);
    return clauseDrafts(s, clause, i).map((draft) => ({
      ...draft,
      to: end,
      parts: [...draft.parts, `, which would have ${participle(s.tokens[i + 1]!.lemma)}`, kept(s, i + 2, end, false)],
    }));
  }
  return outcome ? behind(s, clauseDrafts(s, clause, outcome.from), outcome) : clauseDrafts(s, clause);
}

/** The same for a condition, whose words go with what would have followed. */
function unmetDrafts(s: Sentence, clause: Clause): Draft[] {
  const deed = readDeed(s, clause);
  if (!deed) return [];
  const outcome = outcomeOf(s, clause, true) ?? behindComma(s, clause);
  const end = outcome && outcome.from > deed.rest ? Math.min(deed.end, outcome.from) : deed.end;
  const object = deed.object && deed.object.to <= end ? deed.object : undefined;
  // "Better they had left it alone"
  const better = s.low(clause.from - 1) === 'better';
  const kind = better && deed.kind === 'done' ? 'omitted' : deed.kind;
  const drafts = deedDrafts(s, { ...deed, kind, end, object }, better ? clause.from - 1 : clause.from);
  const all = outcome ? behind(s, drafts, outcome) : drafts;
  const fact = factBefore(s, outcome?.from ?? clause.from);
  return fact === undefined ? all : all.map((draft) => ({ ...draft, from: fact, parts: [';', ...draft.parts] }));
}

/** "The data were missing for nine hours, a gap which would never have arisen had …": where the fact in front ends. */
function factBefore(s: Sentence, outcome: number): number | undefined {
  const fact = s.clauses.find(
    (c) =>
      c.ownSubject &&
      isFiniteClause(c) &&
      c.verb.modal === undefined &&
      c.verb.to < outcome &&
      c.subject.every((p) => s.actor(p, true).kind === 'system'),
  );
  if (!fact || /^(?:avoidable|preventable|unnecessary)$/.test(s.low(fact.verb.to))) return undefined;
  for (let i = outcome - 1; i > fact.verb.to; i--) if (s.tokens[i]!.text === ',') return i;
  return undefined;
}

/** "half an hour later than the IC should have called it": what called for it earlier. */
function laterThan(s: Sentence, candidate: Candidate): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.verb.perfect &&
      c.verb.modal !== undefined &&
      c.verb.from < candidate.to &&
      s.low(c.from - 1) === 'than',
  );
  return clause
    ? [
        {
          from: clause.from - 1,
          to: predicateEnd(s, clause.verb.main + 1),
          parts: ['than [which criterion] called for'],
        },
      ]
    : [];
}

/** "could have avoided this with a dry run", "might have prevented the loss by reading line 40": what would have done it. */
function avoidable(s: Sentence, candidate: Candidate): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      /^(?:avoid|prevent|save|spare|avert|stop|spot|catch)$/.test(c.verb.lemma) &&
      (/^(?:could|might|would|should)$/.test(c.verb.modal ?? '') ||
        (c.verb.infinitive && /^(?:could|might|would|should)$/.test(c.governor?.verb.modal ?? ''))) &&
      (c.verb.from < candidate.to || c.verb.infinitive),
  );
  if (!clause || clause.verb.passive) return [];
  const limit = predicateEnd(s, clause.verb.main + 1);
  const person = clause.verb.infinitive ? clause.governor! : clause;
  const body = bodyStart(s);
  const from = person.ownSubject && person.from > body + 2 ? person.from : body;
  for (let i = clause.verb.to; i < limit - 1; i++) {
    const by =
      s.low(i) === 'by'
        ? s.clauses.find((c) => c.verb.nonFinite === 'ing' && c.verb.from > i && c.verb.from <= i + 2)
        : undefined;
    const deed = by && readDeed(s, { ...by, governor: undefined, verb: { ...by.verb, tense: 'past', negated: true } });
    const spared = sparing(s, clause, i);
    if (deed)
      return deedDrafts(s, { ...deed, kind: 'omitted' }, from).map((draft) => ({
        ...draft,
        parts: [...draft.parts, ...spared],
      }));
    const means = s.low(i) === 'with' ? s.phraseAt(i + 1) : undefined;
    if (
      means &&
      /^(?:a|an|one|some|more)$/.test(s.low(means.from)) &&
      clause.subject.some((p) => isBlamable(s.actor(p, true)))
    ) {
      const { to } = wholePhrase(s, means);
      return [{ from, to, parts: ['nothing in [which process] prompted', kept(s, means.from, to, false), ...spared] }];
    }
  }
  return [];
}

/** ", which would have spared us the second batch" */
function sparing(s: Sentence, { verb }: Clause, to: number): Part[] {
  const object = s.low(verb.main + 1);
  if (verb.main + 1 >= to || /^(?:it|this|that|all|everything)$/.test(object) || pointsAtPerson(s, verb.main, to))
    return [];
  return [`, which would have ${participle(verb.lemma)}`, kept(s, verb.main + 1, to, false)];
}

/** "It would not have killed anyone to run it once", "It would have taken her thirty seconds to diff them": it was not done. */
function costNothing(s: Sentence): Draft[] {
  const clause = s.clauses.find(
    (c) => /^(?:kill|hurt|cost|take|harm)$/.test(c.verb.lemma) && c.verb.modal === 'would' && s.low(c.from) === 'it',
  );
  const infinitive = clause && s.clauses.find((c) => c.verb.infinitive && c.verb.from > clause.verb.to);
  const deed =
    infinitive &&
    readDeed(s, { ...infinitive, subject: [], governor: undefined, verb: { ...infinitive.verb, tense: 'past' } });
  return deed ? deedDrafts(s, { ...deed, kind: 'omitted' }, clause!.from) : [];
}

/** "Checking the lease before the reboot was the least the technician could do." */
function theLeast(s: Sentence): Draft[] {
  const body = bodyStart(s);
  const [first] = s.clauses;
  const be = s.clauses.find(
    (c) =>
      c.verb.lemma === 'be' &&
      /^(?:the least|the minimum|the very least)\b/i.test(s.textOf(c.verb.to, Math.min(s.to, c.verb.to + 4))),
  );
  if (!be || first?.verb.nonFinite !== 'ing' || first.verb.from !== body) return [];
  const rest = kept(s, first.verb.main + 1, be.verb.from, true);
  return [
    {
      from: body,
      to: sentenceEnd(s),
      parts: ['nothing in [which process] prompted anyone to', first.verb.lemma, rest],
    },
  ];
}
/** "The outage could have been avoided by the on-call glancing …", "would have been prevented if …". */
function preventable(s: Sentence, candidate: Candidate): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      c.verb.passive &&
      c.verb.modal !== undefined &&
      /^(?:avoid|prevent|avert|stop|catch|spot|detect)$/.test(c.verb.lemma) &&
      c.verb.from <= candidate.to,
  );
  const subject = clause?.subject[0];
  if (!clause || !subject) return [];
  const verb = clause.verb.lemma === 'avoid' || clause.verb.lemma === 'avert' ? 'prevent' : clause.verb.lemma;
  const to = sentenceEnd(s);
  const condition = s.clauses.find((c) => {
    const first = c.subject[0];
    return (
      c.verb.from > clause.verb.to &&
      first !== undefined &&
      (c.subordinator === 'if' || s.low(first.from - 1) === 'had') &&
      c.verb.from >= first.to
    );
  });
  const missing = condition ? clauseDrafts(s, condition) : [];
  if (/^(?:it|this|that|none)$/.test(s.low(subject.head))) return missing;
  return [
    ...missing,
    { from: clause.from, to, parts: [`[which safeguard] did not ${verb}`, kept(s, clause.from, subject.to, false)] },
  ];
}

const AVOIDING = /^(?:avoid|prevent|avert|stop|spare|save)$/;

/** "could have been avoided by the team with a look at the daily cap" */
function avoidedWith(s: Sentence, clause: Clause): Draft[] {
  const at = clause.agent!.to;
  const means = s.low(at) === 'with' ? s.phraseAt(at + 1) : undefined;
  if (!means || !/^(?:a|an|one|some|more)$/.test(s.low(means.from))) return [];
  return [
    {
      from: clause.from,
      to: sentenceEnd(s),
      parts: [
        'nothing in [which process] prompted',
        kept(s, means.from, sentenceEnd(s), false),
        `, which would have ${participle(clause.verb.lemma)}`,
        uncapital(s, clause.from, clause.verb.from),
      ],
    },
  ];
}

/** "Rollback should have been initiated by the IC inside five minutes." */
function passiveDuty(s: Sentence, clause: Clause): Draft[] {
  const agent = clause.agent!;
  const subject = clause.subject[0];
  if (!subject || agent.preposition === undefined) return [];
  const plural = isPluralPhrase(s, { from: subject.from, to: subject.to }) === true;
  const end = predicateEnd(s, clause.verb.main + 1);
  const by = personEnd(s, agent);
  const negated = clause.verb.negated;
  const parts = [
    { from: clause.from, to: clause.verb.from },
    `${plural ? 'were' : 'was'}${negated ? '' : ' not'} ${participle(clause.verb.lemma)}`,
    kept(s, clause.verb.main + 1, agent.preposition, false),
    kept(s, /^(?:themselves|himself|herself|themself)$/.test(s.low(by)) ? by + 1 : by, end, false),
  ];
  return [
    {
      from: clause.from,
      to: end,
      parts: [
        ...parts,
        negated ? ', and [which safeguard] did not stop it' : ', and [which prompt or automation] was missing',
      ],
    },
    {
      from: clause.from,
      to: end,
      parts: [...parts, negated ? '([which safeguard] did not stop it)' : '([which trigger] was missing)'],
    },
  ];
}

/** "I would have expected them to ask", "it was up to Catalog to freeze writes": the infinitive tells what was left out. */
function expectedOf(s: Sentence, clause: Clause): Draft[] {
  const upTo = clause.verb.lemma === 'be' && s.low(clause.verb.to) === 'up' && s.low(clause.verb.to + 1) === 'to';
  const asked =
    clause.verb.passive && /^(?:expect|require|demand)$/.test(clause.verb.lemma) && /^it$/.test(s.low(clause.from));
  if (asked) return duty(s);
  if (!upTo && !(/^(?:expect|like|hope|want|need)$/.test(clause.verb.lemma) && clause.verb.modal !== undefined))
    return [];
  const infinitive = s.clauses.find(
    (c) => c.verb.infinitive && c.verb.from > clause.verb.to && c.verb.from <= clause.verb.to + 10,
  );
  const deed =
    infinitive &&
    readDeed(s, { ...infinitive, governor: undefined, verb: { ...infinitive.verb, tense: 'past', negated: true } });
  if (!deed || !infinitive || infinitive.verb.negated) return [];
  const kind = deed.kind === 'done' || deed.kind === 'broke' ? 'omitted' : deed.kind;
  return deedDrafts(s, { ...deed, kind }, clause.from);
}

/** "It would have been wiser for Ingrid to wait." */
function betterFor(s: Sentence, clause: Clause): Draft[] {
  if (clause.verb.lemma !== 'be' || !clause.verb.modal) return [];
  const infinitive = s.clauses.find(
    (c) => c.verb.infinitive && c.verb.from > clause.verb.to && c.verb.from <= clause.verb.to + 9,
  );
  if (!infinitive) return [];
  const deed = readDeed(s, { ...infinitive, governor: undefined, verb: { ...infinitive.verb, tense: 'past' } });
  return deed ? deedDrafts(s, { ...deed, kind: 'omitted' }, clause.from) : [];
}
