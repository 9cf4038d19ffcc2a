import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase } from '../reading/phrases.ts';
import type { Draft } from '../writing/compose.ts';
import { participle } from '../writing/inflect.ts';
import { kept } from '../writing/neutral.ts';
import { clauseDrafts, deedDrafts } from './clause.ts';
import { showedThat } from './hindsight.ts';
import { oneLook } from './leftUndone.ts';

/** Rewrites of what people should, could or ought to have done: what was missing at that moment. */
export function counterfactualDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const clause = candidate.clause ?? s.clauses.find((c) => c.verb.from < candidate.to && c.verb.to > candidate.from);
  if (!clause) return [];
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
  return clauseDrafts(s, clause);
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

/** "Rollback should have been initiated by the IC inside five minutes." */
function passiveDuty(s: Sentence, clause: Clause): Draft[] {
  const agent = clause.agent!;
  const subject = clause.subject[0];
  if (!subject || agent.preposition === undefined) return [];
  const plural = isPluralPhrase(s, { from: subject.from, to: subject.to }) === true;
  const end = predicateEnd(s, clause.verb.main + 1);
  const negated = clause.verb.negated;
  const parts = [
    { from: clause.from, to: clause.verb.from },
    `${plural ? 'were' : 'was'}${negated ? '' : ' not'} ${participle(clause.verb.lemma)}`,
    kept(s, clause.verb.main + 1, agent.preposition, false),
    kept(s, /^(?:themselves|himself|herself|themself)$/.test(s.low(agent.to)) ? agent.to + 1 : agent.to, end, false),
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
