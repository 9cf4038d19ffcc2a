import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { BAD_EVENTS, ERROR_NOUNS } from '../../language/lexicon/judgement.ts';
import { words } from '../../language/lexicon/words.ts';
import { ING, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { objectAfter, wholePhrase } from '../reading/phrases.ts';
import type { Kept, Part } from '../writing/compose.ts';
import { SIGNALS } from '../writing/frames.ts';
import { gerund, participle } from '../writing/inflect.ts';
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
    event && ['find out what contributed to', event, 'and change [which step]'],
    forgotten(s, limit),
    demanded(s, limit),
    announced(s, limit),
    step && [saysWithout(s, step) ? 'have [which tool] make it hard to' : 'make it safe by default to', ...step],
    object && (tellsOfTrouble(s, object) ? ['make', object, 'stand out'] : ['add [which guardrail] around', object]),
    work && ['make', work, 'safe by default'],
    access(s, limit),
    taught(s, limit),
    ruleNamed(s, limit),
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
  if (deed.kind === 'omitted') return ['make it easier to', deed.verb, ...rest];
  if (deed.kind === 'missed' && object) return ['make', kept(s, object.from, deed.end, false), 'hard to miss'];
  if (
    !PUNISHABLE.test(deed.kind) ||
    /^(?:take|care|respect|follow|understand|know|listen|apologise|apologize|lead|administer|operate|manage|maintain|own|hold|have)$/.test(
      deed.verb,
    )
  )
    return undefined;
  return clause.subordinator !== 'if' &&
    (clause.verb.tense === 'past' || clause.verb.perfect || clause.verb.nonFinite === 'ing')
    ? ['find out what made it possible to', deed.verb, ...rest, ', and change [which step]']
    : ['have [which tool] make it hard to', deed.verb, ...rest];
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

/** Orders that take a step off people's memory. */
export function required(verb: string, rest: readonly Part[]): Part[][] {
  return [
    ['have [which tool] require', gerund(verb), ...rest],
    ['add [an automated check or default] so that it no longer depends on memory to', verb, ...rest],
  ];
}

/** "ensure that operators do not forget the second step": the step is what depends on memory. */
function forgotten(s: Sentence, limit: number): Part[] | undefined {
  const clause = s.clauses.find((c) => c.verb.lemma === 'forget' && (c.verb.negated || c.verb.tense === 'base'));
  const object = clause && objectAfter(s, clause.verb.main + 1);
  if (!object || object.to > limit || pointsAtPerson(s, object.from, object.to)) return undefined;
  return ['add [an automated check or default] for', kept(s, object.from, object.to, false)];
}

/** "that the picklist must be checked each shift", "have every step countersigned": asked of a thing, it is asked of people. */
function demanded(s: Sentence, limit: number): Part[] | undefined {
  const body = bodyStart(s);
  for (let i = body; i < limit - 2; i++) {
    // "have them countersign each file"
    const them = s.low(i) === 'have' && /^(?:them|people|staff)$/.test(s.low(i + 1));
    const verb = s.low(i + 2);
    const thing =
      them && (CHECKING.has(verb) || /^(?:counter-?sign|sign|approve)$/.test(verb)) && objectAfter(s, i + 3);
    if (thing) return ['have [which tool] require', kept(s, thing.from, thing.to, false), 'to be', participle(verb)];
    // "Every merge by Sipho to be double-checked"
    if (s.low(i) !== 'to' || s.low(i + 1) !== 'be' || !CHECKED.test(s.low(i + 2))) continue;
    let end = body + 1;
    while (end < i && !/^(?:by|is|are)$/.test(s.low(end))) end++;
    if (end - body < 6 && !s.phrases.some((p) => p.from < end && p.from >= body && isBlamable(s.actor(p, true))))
      return ['have [which tool] require', kept(s, body, end, false), 'to be', s.low(i + 2)];
  }
  for (const { verb, ownSubject, subject } of s.clauses) {
    if (verb.to > limit || verb.negated) continue;
    const object = verb.lemma === 'have' ? objectAfter(s, verb.main + 1) : undefined;
    if (object && CHECKED.test(s.low(object.to)))
      return ['have [which tool] require', kept(s, object.from, object.to, false), 'to be', s.low(object.to)];
    const asked = verb.infinitive || /^(?:must|should|be to|have to|shall)$/.test(verb.modal ?? '');
    if (!ownSubject || !verb.passive || !asked || !CHECKING.has(verb.lemma)) continue;
    const whole = subject[0] && wholePhrase(s, subject[0]);
    if (!whole || s.actor(subject[0]!, true).kind !== 'system') continue;
    const behind = s.low(verb.main + 1) === 'by' ? [] : [kept(s, verb.main + 1, predicateEnd(s, verb.main + 1), false)];
    return [
      'have [which tool] require',
      kept(s, whole.from, whole.to, false),
      'to be',
      participle(verb.lemma),
      ...behind,
    ];
  }
  return undefined;
}

const CHECKED = /^(?:counter-?signed|signed|approved|reviewed|checked|double-checked|verified|confirmed|logged)$/;

/** "that passwords do not go on sticky notes", "that edits by hand will have consequences": what is not to happen. */
function announced(s: Sentence, limit: number): Part[] | undefined {
  for (let i = s.from + 1; i < limit; i++) {
    if (s.low(i) !== 'that') continue;
    // "that skipping the audit won't be tolerated"
    const doing = s.low(i + 1).endsWith('ing') ? verbForm(s.low(i + 1), false) : undefined;
    const verdict = s.clauses.find((c) => c.verb.from > i + 2 && c.verb.modal !== undefined);
    if (doing && verdict && (doing.forms & ING) !== 0 && verdict.verb.from < limit)
      return ['have [which tool] make it hard to', doing.base, kept(s, i + 2, verdict.verb.from, false)];
    const clause = s.clauses.find((c) => c.ownSubject && c.from > i && c.from <= i + 1);
    if (!clause || clause.subject.some((p) => s.actor(p, true).kind !== 'system')) continue;
    const { verb } = clause;
    const thing = kept(s, clause.from, verb.from, false);
    if (verb.from - clause.from < 1 || s.tokens[verb.from - 1]!.tag === 'pronoun') continue;
    const rest = kept(s, verb.main + 1, predicateEnd(s, verb.main + 1), false);
    if (
      verb.negated &&
      verb.passive &&
      verb.modal !== undefined &&
      !/^(?:tolerate|accept|allow|repeat|permit)$/.test(verb.lemma)
    )
      return ['have [which tool] make it hard to', verb.lemma, thing, rest];
    if (verb.negated && verb.tense === 'present' && !verb.passive && verb.modal === undefined && verb.lemma !== 'be')
      return ['make it hard for', thing, 'to', verb.lemma, rest];
    const head = singular(s.low(clause.subject[0]!.head));
    const vague = /^(?:any|every|no|further|all|another|such)$/.test(s.low(clause.from));
    if (!vague && !BAD_EVENTS.has(head) && !ERROR_NOUNS.has(head) && !UNGUARDED.has(head))
      return ['add [which guardrail] around', thing];
  }
  return undefined;
}

/** "reminded of the naming rule", "their obligations under policy ITP-07": a tool can see to it, or lead through it. */
export function ruleNamed(s: Sentence, limit: number): Part[] | undefined {
  for (const phrase of s.phrases) {
    if (
      phrase.to > limit ||
      phrase.possessor ||
      /\b(?:disciplin|hr|conduct|performance|personnel)/i.test(s.textOf(phrase.from, phrase.to))
    )
      continue;
    let from = phrase.from;
    while (/^(?:determiner|possessive)$/.test(s.tokens[from]!.tag)) from++;
    let { to } = wholePhrase(s, phrase);
    const whose = s.low(to) === 'for' ? s.phraseAt(to + 1) : undefined;
    if (whose && s.actor(whose, true).kind === 'system') ({ to } = whose);
    if (pointsAtPerson(s, phrase.from, to)) continue;
    for (let i = from; i < phrase.to; i++) {
      if (RULE.test(s.low(i)) && phrase.to - from > 1)
        return ['have [which tool] enforce', kept(s, phrase.from, to, false)];
      if (GUIDE.test(s.low(i))) return ['build', kept(s, phrase.from, i + 1, false), 'into [which tool]'];
    }
  }
  return undefined;
}

const RULE =
  /^(?:rules?|process|principle|procedures?|policy|policies|guidelines?|convention|protocol|freeze|standards?)$/;
const GUIDE = /^(?:checklist|runbook|playbook|sop)$/;

/** "more careful when upgrading `etcd`", "think twice before they touch the config": the step that needs the care. */
function stepOf(s: Sentence, candidate: Candidate, limit: number): Part[] | undefined {
  const clause = s.clauses.find((c) => {
    if (c.verb.negated || c.verb.passive || c.verb.lemma.includes('-')) return false;
    const before = s.low(c.verb.from - 1);
    // "not be so quick to close tickets"
    if (c.verb.infinitive) return /^(?:quick|fast|eager|hasty|rash|ready|keen|how)$/.test(before);
    if (c.verb.from <= candidate.from) return false;
    if (c.verb.nonFinite === 'ing') return /^(?:when|while|in|before|during|about|on|with|of)$/.test(before);
    return (
      /^(?:they|you|he|she|people|engineers)$/.test(s.low(c.from)) &&
      /^(?:when|while|before|whenever)$/.test(s.low(c.from - 1)) &&
      c.verb.modal === undefined
    );
  });
  if (!clause) return stepNamed(s, candidate.from, limit);
  if (clause.verb.nonFinite === 'ing' && clause.verb.main + 1 >= limit)
    return /^(?:in|on|with|of)$/.test(s.low(clause.verb.from - 1)) ? undefined : [clause.verb.lemma];
  const rest = clause.verb.main + 1;
  const end = actEnd(s, clause, rest, Math.min(limit, predicateEnd(s, rest)));
  const object = objectAfter(s, rest);
  const vague = /^(?:be|have|get|take|show|work|behave|do|pay)$/.test(clause.verb.lemma);
  if (clause.verb.lemma === 'work' && /^(?:on|with|in|at)$/.test(s.low(rest)) && end > rest + 1)
    return ['work', kept(s, rest, end, false)];
  return object && !vague && !/^(?:it|them|this|that|you)$/.test(s.low(object.from))
    ? [clause.verb.lemma, kept(s, clause.verb.main + 1, end, false)]
    : stepNamed(s, candidate.from, limit);
}

const STATES = words(`work be have get take show behave do go keep make become pay sign write give hold train`);

/** "when amending uprating tables", "about leaving the desk", "his habit of merging late": whatever the rest was read as. */
function stepNamed(s: Sentence, from: number, limit: number): Part[] | undefined {
  for (let i = from; i < limit - 2; i++) {
    const low = s.low(i + 1);
    if (!/^(?:when|while|before|about|of)$/.test(s.low(i)) || !low.endsWith('ing') || low.includes('-')) continue;
    const verb = verbForm(low, false);
    if (!verb || (verb.forms & ING) === 0 || STATES.has(verb.base) || s.low(i + 2) === 'corners') continue;
    const end = Math.min(limit, predicateEnd(s, i + 2));
    if (end > i + 2 && !pointsAtPerson(s, i + 2, end)) return [verb.base, kept(s, i + 2, end, false)];
  }
  return undefined;
}

/** "about deleting without a second opinion": as it was done, it is not to be done. */
function saysWithout(s: Sentence, step: readonly Part[]): boolean {
  return step.some((part) => typeof part !== 'string' && / without /.test(` ${s.textOf(part.from, part.to)} `));
}

/** "the surge alerts channel": what tells of trouble is to be seen, not to be guarded. */
function tellsOfTrouble(s: Sentence, { from, to }: Kept): boolean {
  for (let i = from; i < to; i++) if (SIGNALS.has(s.low(i))) return true;
  return false;
}

const TIMES =
  /^(?:bonus|bonuses|audit|meeting|peak|shift|night|week|weekend|day|hour|hours|month|year|time|season|future|morning|evening|break|holiday|holidays|campaign|sale|event|match|game|tournament|election)$/;

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
  token key security clearance
`);

const TAKING = /^(?:suspend|revoke|withdraw|remove|take|lose|strip|restrict|cut|pull|lift|freeze|return|give)$/;

/** "loses cluster-admin", "no more root for the night shift": what it allows is too much for anybody alone. */
function access(s: Sentence, limit: number): Part[] | undefined {
  const taken =
    s.clauses.some((c) => TAKING.test(c.verb.lemma)) ||
    /\b(?:no more|revocation|withdrawal|removal|suspension|loss|suspend|revoke|withdraw|remove|lose|pull|restrict|off)\b/i.test(
      s.textOf(s.from, limit),
    );
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
    return ['add [which second check] for', kept(s, from, Math.min(to, limit), false)];
  }
  return undefined;
}

const LESSONS = words(
  `training course exam assessment e-learning module refresher workshop drill seminar certification quiz test`,
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
        return ['build [which check] for', kept(s, from, to, false), 'into [which tool]'];
    }
  }
  for (const phrase of s.phrases) {
    if (phrase.to > limit || !LESSONS.has(s.low(phrase.head)) || phrase.possessor) continue;
    let from = phrase.from;
    while (from < phrase.head && /^(?:determiner|possessive)$/.test(s.tokens[from]!.tag)) from++;
    if (from >= phrase.head || !/^(?:noun|name|adjective)$/.test(s.tokens[from]!.tag)) continue;
    if (
      /^(?:refresher|mandatory|full|remedial|compulsory|additional|new|extra|another)$/.test(s.low(from)) &&
      from + 1 >= phrase.head
    )
      continue;
    const article = singular(s.low(phrase.head)) === 'training' ? [] : ['the'];
    return ['build what', ...article, kept(s, from, phrase.to, false), 'covers into [which tool or default]'];
  }
  return undefined;
}

/** What no guardrail can be added to. */
const UNGUARDED = words(
  `view regard respect effect diligence care attention term way attitude importance need conduct behaviour behavior discipline role
  responsibility consequence immediate rigour rigor urgency vigilance priority subject matter situation incident outage mistake error
  expectation quality hr help focus mind work everyone all eye thing date management director manager lead fact seriousness sanction
  shift console bonus
  concentration adherence repetition compliance process procedure rule policy person member exception detail`,
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
