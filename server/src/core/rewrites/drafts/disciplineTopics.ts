import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { BAD_EVENTS } from '../../language/lexicon/judgement.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { objectAfter, wholePhrase } from '../reading/phrases.ts';
import type { Kept, Part } from '../writing/compose.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { withoutPronoun } from '../writing/temporal.ts';

/** What people are told to do so that nothing goes wrong. */
export const CHECKING = words(
  `check double-check triple-check count recount save verify validate review test read re-read reread inspect compare confirm follow monitor watch look double-read proofread scan adhere stick comply escalate page update document back_up log record rotate renew`,
);

/** What a punishment or an admonition is about, each as the parts of an order to change the system instead. */
export function topicsOf(s: Sentence, candidate: Candidate, limit: number): Part[][] {
  const event = punishedFor(s, limit);
  const step = stepOf(s, candidate, limit);
  const object = caredFor(s, candidate);
  const work = workAt(s, candidate);
  const found: (Part[] | undefined)[] = [
    punishedAct(s, limit),
    event && ['Find out what contributed to', event, 'and change [which step]'],
    forgotten(s, limit),
    demanded(s, limit),
    announced(s, limit),
    step && ['Make it safe by default to', ...step],
    object && ['Add [which guardrail] to', object],
    work && ['Make', work, 'safe by default'],
    access(s, limit),
    taught(s, limit),
  ];
  return found.filter((parts) => parts !== undefined);
}

const PUNISHABLE = /^(?:done|broke|skipped|misread|ignored|caused|went-wrong)$/;

/** "a warning for the analyst who shared the password", "whoever deploys in the freeze", "caught testing on prod", "if they reset it again". */
function punishedAct(s: Sentence, limit: number): Part[] | undefined {
  for (let i = s.from; i < limit - 1; i++) {
    const low = s.low(i);
    const clauses = s.clauses.filter((c) => c.verb.from > i && c.verb.from <= i + 4);
    const who = /^(?:who|whoever)$/.test(low) || (low === 'if' && /^(?:he|she|they|anyone)$/.test(s.low(i + 1)));
    const caught = /^(?:for|caught|found|seen|because)$/.test(low) && /ing$/.test(s.low(i + 1));
    const clause = who
      ? clauses.find((c) => c.verb.nonFinite === undefined && !c.verb.infinitive)
      : caught
        ? clauses.find((c) => c.verb.nonFinite === 'ing' && c.verb.from === i + 1)
        : /^(?:one|person|next)$/.test(low)
          ? clauses.find((c) => c.verb.infinitive && c.verb.from === i + 1)
          : undefined;
    const act = clause && madeHard(s, clause, limit);
    if (act) return act;
  }
  return undefined;
}

/** What people did is looked into, what they might do is made hard. */
function madeHard(s: Sentence, clause: Clause, limit: number): Part[] | undefined {
  const read = readDeed(s, { ...clause, governor: undefined, subject: [], subordinator: undefined });
  if (!read || read.end > limit || clause.verb.passive) return undefined;
  const deed = { ...read, end: actEnd(s, clause, read.rest, read.end) };
  const object = deed.object ?? objectAfter(s, deed.rest);
  if (object && /^(?:it|them|this|that|so)$/.test(s.low(object.from))) return undefined;
  if (deed.rest >= deed.end || pointsAtPerson(s, deed.rest, deed.end)) return undefined;
  const rest = withoutPronoun(s, deed.rest, deed.end);
  if (deed.kind === 'omitted') return ['Make it easier to', deed.verb, ...rest];
  if (deed.kind === 'missed' && object) return ['Make', kept(s, object.from, deed.end, false), 'hard to miss'];
  if (!PUNISHABLE.test(deed.kind) || /^(?:take|care|respect|follow|understand|know|listen)$/.test(deed.verb))
    return undefined;
  return clause.subordinator !== 'if' &&
    (clause.verb.tense === 'past' || clause.verb.perfect || clause.verb.nonFinite === 'ing')
    ? ['Find out what made it possible to', deed.verb, ...rest, ', and change [which step]']
    : ['Make it hard to', deed.verb, ...rest];
}

/** In front of what comes of it: "to deploy in a freeze | buys pizza", "who deploy in the evening |, with sanctions". */
function actEnd(s: Sentence, clause: Clause, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (s.tokens[i]!.text === ',' && /^(?:with|no|or|and|no-one)$/.test(s.low(i + 1))) return i;
    if (s.tokens[i]!.tag === 'modal' || (i > from && /^(?:loses|buys|gets|pays)$/.test(s.low(i)))) return i;
    if (clause.verb.infinitive && s.clauses.some((c) => c.verb.from === i && isFiniteClause(c))) return i;
  }
  return to;
}

/** An order that takes a step off people's memory. */
export function onMemory(verb: string, rest: readonly Part[]): Part[] {
  return ['Add [an automated check or default] so that it no longer depends on memory to', verb, ...rest];
}

/** "ensure that operators do not forget the second step": the step is what depends on memory. */
function forgotten(s: Sentence, limit: number): Part[] | undefined {
  const clause = s.clauses.find((c) => c.verb.lemma === 'forget' && (c.verb.negated || c.verb.tense === 'base'));
  const object = clause && objectAfter(s, clause.verb.main + 1);
  if (!object || object.to > limit || pointsAtPerson(s, object.from, object.to)) return undefined;
  return ['Add [an automated check or default] for', kept(s, object.from, object.to, false)];
}

/** "that the picklist must be checked each shift": asked of a thing, it is asked of people. */
function demanded(s: Sentence, limit: number): Part[] | undefined {
  const clause = s.clauses.find(
    ({ ownSubject, verb, agent }) =>
      ownSubject &&
      verb.passive &&
      !verb.negated &&
      agent === undefined &&
      /^(?:must|should|be to|have to|shall)$/.test(verb.modal ?? ''),
  );
  if (!clause || clause.verb.to > limit || clause.subject.some((p) => s.actor(p, true).kind !== 'system'))
    return undefined;
  const from = s.low(clause.from) === 'that' ? clause.from + 1 : clause.from;
  const { verb } = clause;
  return from < verb.from && CHECKING.has(verb.lemma)
    ? onMemory(verb.lemma, [
        kept(s, from, verb.from, false),
        kept(s, verb.main + 1, predicateEnd(s, verb.main + 1), false),
      ])
    : undefined;
}

/** "that passwords do not go on sticky notes", "that edits by hand will have consequences": what is not to happen. */
function announced(s: Sentence, limit: number): Part[] | undefined {
  for (let i = s.from + 1; i < limit; i++) {
    if (s.low(i) !== 'that') continue;
    const clause = s.clauses.find((c) => c.ownSubject && c.from > i && c.from <= i + 1);
    if (!clause || clause.subject.some((p) => s.actor(p, true).kind !== 'system')) continue;
    const { verb } = clause;
    const thing = kept(s, clause.from, verb.from, false);
    if (verb.from - clause.from < 1 || s.tokens[verb.from - 1]!.tag === 'pronoun') continue;
    if (verb.negated && verb.tense === 'present' && !verb.passive && verb.modal === undefined && verb.lemma !== 'be')
      return [
        'Make it hard for',
        thing,
        'to',
        verb.lemma,
        kept(s, verb.main + 1, predicateEnd(s, verb.main + 1), false),
      ];
    if (
      /\b(?:consequence|sanction|terminat|dismiss|disciplin|warning|tolerated|accepted|acceptable)/i.test(
        s.textOf(verb.main, limit),
      )
    )
      return /^(?:any|every|no|further|all)$/.test(s.low(clause.from)) ? undefined : ['Make', thing, 'safe by default'];
  }
  return undefined;
}

/** "more careful when upgrading `etcd`", "think twice before they touch the config": the step that needs the care. */
function stepOf(s: Sentence, candidate: Candidate, limit: number): Part[] | undefined {
  const clause = s.clauses.find((c) => {
    if (c.verb.negated || c.verb.passive) return false;
    const before = s.low(c.verb.from - 1);
    // "not be so quick to close tickets"
    if (c.verb.infinitive) return /^(?:quick|fast|eager|hasty|rash|ready|keen|how)$/.test(before);
    if (c.verb.from <= candidate.from) return false;
    if (c.verb.nonFinite === 'ing') return /^(?:when|while|in|before|during|about|on|with)$/.test(before);
    return (
      /^(?:they|you|he|she|people|engineers)$/.test(s.low(c.from)) &&
      /^(?:when|while|before|whenever)$/.test(s.low(c.from - 1)) &&
      c.verb.modal === undefined
    );
  });
  if (!clause) return undefined;
  if (clause.verb.nonFinite === 'ing' && clause.verb.main + 1 >= limit) return [clause.verb.lemma];
  const rest = clause.verb.main + 1;
  const end = actEnd(s, clause, rest, Math.min(limit, predicateEnd(s, rest)));
  const object = objectAfter(s, rest);
  const vague = /^(?:be|have|get|take|show|work|behave|do)$/.test(clause.verb.lemma);
  if (clause.verb.lemma === 'work' && /^(?:on|with|in|at)$/.test(s.low(rest)) && end > rest + 1)
    return ['work', kept(s, rest, end, false)];
  return object && !vague && !/^(?:it|them|this|that|you)$/.test(s.low(object.from))
    ? [clause.verb.lemma, kept(s, clause.verb.main + 1, end, false)]
    : undefined;
}

const TIMES =
  /^(?:peak|shift|night|week|weekend|day|hour|hours|month|year|time|season|future|morning|evening|break|holiday|holidays|campaign|sale|event|match|game|tournament|election)$/;

/** "concentrate better during the change of the batch": the work that needs the care. */
function workAt(s: Sentence, candidate: Candidate): Kept | undefined {
  for (let i = candidate.from; i < sentenceEnd(s) - 1; i++) {
    const handling = s.low(i) === 'in' && /^(?:handling|use|operation|maintenance|processing)$/.test(s.low(i + 2));
    if (!/^(?:during|when|while)$/.test(s.low(i)) && !handling) continue;
    const phrase = s.phraseAt(i + 1);
    if (!phrase || TIMES.test(s.low(phrase.head))) continue;
    // "when labels are similar": the thing alone is no work.
    if (s.clauses.some((c) => c.ownSubject && c.subject.includes(phrase))) continue;
    if (s.actor(phrase).kind !== 'system' || s.tokens[phrase.head]!.tag === 'pronoun') continue;
    const { from, to } = wholePhrase(s, phrase);
    return kept(s, from, s.low(to) === 'of' ? predicateEnd(s, to) : to, false);
  }
  return undefined;
}

/** "Dock the stipend for the missed page", "responsible for the wrong change": it is to be understood, not to be punished. */
function punishedFor(s: Sentence, limit: number): Kept | undefined {
  for (let i = s.from + 1; i < limit - 1; i++) {
    const because = s.low(i) === 'of' && s.low(i - 1) === 'because';
    if (!/^(?:for|after|over|about|re|regarding)$/.test(s.low(i)) && !because) continue;
    const at = s.tokens[i + 1]!.text === ':' ? i + 2 : i + 1;
    const phrase = s.phraseAt(at);
    if (!phrase) continue;
    const { from, to } = objectAfter(s, at) ?? phrase;
    let bad = BAD_EVENTS.has(singular(s.low(phrase.head)));
    for (let k = from; k < to; k++)
      if (
        /^(?:missed|failed|wrong|broken|unauthorised|unauthorized|unreviewed|untested|late|skipped|damaged|lost)$/.test(
          s.low(k),
        )
      )
        bad = true;
    if (bad && !pointsAtPerson(s, from, to)) return kept(s, from, to, false);
  }
  return undefined;
}

const ACCESS = words(`
  access right root cluster-admin authority credential permission admin privilege push sudo merge-right production-access role login
  token key
`);

const TAKING = /^(?:suspend|revoke|withdraw|remove|take|lose|strip|restrict|cut|pull|lift|freeze|return|give)$/;

/** "loses cluster-admin", "no more root for the night shift": what it allows is too much for anybody alone. */
function access(s: Sentence, limit: number): Part[] | undefined {
  const taken =
    s.clauses.some((c) => TAKING.test(c.verb.lemma)) ||
    /\b(?:no more|suspend|revoke|withdraw|remove|lose|pull|restrict|off)\b/i.test(s.textOf(s.from, limit));
  if (!taken) return undefined;
  for (let i = s.from; i < limit; i++) {
    if (!ACCESS.has(singular(s.low(i))) || s.tokens[i]!.tag === 'verb') continue;
    const phrase = s.phrases.find((p) => p.from <= i && i < p.to);
    if (phrase && phrase.head !== i) continue;
    let from = phrase ? (phrase.possessor ? phrase.possessor.to : phrase.from) : i;
    while (from > s.from && s.tokens[from - 1]!.tag === 'verb' && s.low(from - 1).endsWith('ing')) from--;
    while (from < i && !/^(?:noun|name|adjective|verb)$/.test(s.tokens[from]!.tag)) from++;
    while (from < i && (TAKING.test(s.low(from)) || /^(?:more|their|his|her|the|'s)$/.test(s.low(from)))) from++;
    let to = i + 1;
    const place = /^(?:to|on)$/.test(s.low(to)) ? s.phraseAt(to + 1) : undefined;
    const bare = from === i && /^(?:access|right|rights|authority|role|login|token|key|permissions?)$/.test(s.low(i));
    if (bare && !(place && s.actor(place, true).kind === 'system')) continue;
    if (place && s.actor(place, true).kind === 'system') ({ to } = wholePhrase(s, place));
    return ['Add [which second check] for', kept(s, from, Math.min(to, limit), false)];
  }
  return undefined;
}

const LESSONS = words(
  `training course exam e-learning module refresher workshop drill seminar certification quiz test`,
);

/** "retrain the staff on device identification", "retake the change management course": what is to be learned can be built in. */
function taught(s: Sentence, limit: number): Part[] | undefined {
  for (let i = s.from; i < limit - 1; i++) {
    const training =
      /^(?:retrain|re-train|train|coach|educate|school|brief|lecture|instruct|training|instruction|refresher|coaching|course)$/.test(
        s.low(i),
      );
    if (!training) continue;
    for (let k = i + 1; k < Math.min(limit - 1, i + 8); k++) {
      const phrase = /^(?:on|in|about)$/.test(s.low(k)) ? s.phraseAt(k + 1) : undefined;
      if (
        !phrase ||
        s.actor(phrase, true).kind !== 'system' ||
        UNGUARDED.has(singular(s.low(phrase.head))) ||
        TIMES.test(s.low(phrase.head))
      )
        continue;
      const { from, to } = wholePhrase(s, phrase);
      if (!pointsAtPerson(s, from, to))
        return ['Build [which check] for', kept(s, from, to, false), 'into [which tool]'];
    }
  }
  for (const phrase of s.phrases) {
    if (phrase.to > limit || !LESSONS.has(s.low(phrase.head)) || phrase.possessor) continue;
    let from = phrase.from;
    while (from < phrase.head && s.tokens[from]!.tag === 'determiner') from++;
    if (from >= phrase.head || !/^(?:noun|name|adjective)$/.test(s.tokens[from]!.tag)) continue;
    if (
      /^(?:refresher|mandatory|full|remedial|compulsory|additional|new|extra|another)$/.test(s.low(from)) &&
      from + 1 >= phrase.head
    )
      continue;
    const article = singular(s.low(phrase.head)) === 'training' ? [] : ['the'];
    return ['Build what', ...article, kept(s, from, phrase.to, false), 'covers into [which tool or default]'];
  }
  return undefined;
}

/** What no guardrail can be added to. */
const UNGUARDED = words(
  `view regard respect effect diligence care attention term way attitude importance need conduct behaviour behavior discipline role
  responsibility consequence immediate rigour rigor urgency vigilance priority subject matter situation incident outage mistake error
  expectation quality hr help focus mind work everyone all eye thing date management director manager lead fact seriousness sanction
  process procedure rule policy person member exception detail`,
);

/** "careful with the prod tab", "caution with `kubectl delete`", "more attention to …": the thing that needs the care. */
export function caredFor(s: Sentence, candidate: Candidate): Kept | undefined {
  for (let i = candidate.from; i < Math.min(s.to, candidate.to + 12); i++) {
    const about = /^(?:about|over|concerning|regarding)$/.test(s.low(i));
    // "careful w/ the GM tools"
    const short = s.low(i - 1) === 'w' && s.tokens[i]!.text === '/';
    if (
      !about &&
      !short &&
      !/^(?:with|around|near)$/.test(s.low(i)) &&
      !(s.low(i) === 'to' && s.low(i - 1) === 'attention')
    )
      continue;
    const phrase = s.phraseAt(i + 1);
    if (!phrase) continue;
    // "everyone with ledger write access"
    if (s.low(i) === 'with' && i > s.from && /^(?:everyone|everybody|those|people|staff|anyone)$/.test(s.low(i - 1)))
      continue;
    const { from, to } = wholePhrase(s, phrase);
    const { kind } = s.actor(phrase);
    if (UNGUARDED.has(singular(s.low(phrase.head))) || phrase.possessor || s.tokens[phrase.from]!.tag === 'possessive')
      continue;
    if (s.tokens[phrase.head]!.tag === 'pronoun' || pointsAtPerson(s, from, to)) continue;
    if (kind === 'system') return kept(s, from, to, false);
  }
  return undefined;
}
