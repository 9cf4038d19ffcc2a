import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { type Deed, readDeed } from '../reading/deed.ts';
import { bodyStart, clauseFrom, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase, type Range, wholePhrase } from '../reading/phrases.ts';
import { stretchAround } from '../reading/stretch.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { gerund } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { deedDrafts } from './clause.ts';

const NOT_ACTED_ON = ', and [what] kept it from being acted on';

const OBVIOUS =
  /^(?:obvious|evident|self-evident|clear|plain|apparent|visible|foreseeable|predictable|noticeable|unmistakable|unmissable|undeniable)$/;

const LEARNING = /^(?:see|know|tell|notice|guess|foresee|expect|realise|realize|predict|spot|anticipate)$/;

const SIGNS = /^(?:sign|signs|signal|signals|warning|warnings|alarm|alarms|symptom|symptoms|clue|clues|evidence)$/;

/** Rewrites of the obvious-in-retrospect: which signal there was, and what stood in its way. */
export function hindsightDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const stretch = stretchAround(s, candidate);
  const { from, to } = stretch;
  const drafts: Draft[] = [];
  const body = bodyStart(s);
  const here = toldClause(s, stretch);
  const told = here ?? ofCourse(s) ?? thatInFront(s) ?? toldClause(s, { from: body, to: s.to });
  if (told) {
    const parts = [kept(s, told.from, told.to, false)];
    const end = Math.max(to, told.to, here ? 0 : told.from === body + 1 ? sentenceEnd(s) : 0);
    const start = here ? from : body;
    drafts.push({ from: start, to: end, parts: ['[which signal] showed that', ...parts, NOT_ACTED_ON] });
    drafts.push({ from: start, to: end, parts: ['it was not apparent [to whom] that', ...parts] });
  }
  drafts.push(...inPlainSight(s, stretch), ...staring(s, stretch), ...obviousThing(s, stretch));
  drafts.push(...leftUndone(s, candidate, stretch));
  const available = [`[which signal] was available to [whom]${NOT_ACTED_ON}`];
  const goesOn = s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.verb.from > to && isAboutThings(s, c));
  if (
    s.tokens[from - 1]?.text === ',' &&
    from > body &&
    s.clauses.some((c) => c.ownSubject && c.verb.to < from && c.verb.from > body)
  )
    drafts.push({ from, to: goesOn ? to : sentenceEnd(s), parts: ['and [which alert] did not bring it to attention'] });
  drafts.push({ from, to: goesOn ? to : sentenceEnd(s), parts: available });
  if (from > body) drafts.push({ from: body, to: sentenceEnd(s), parts: available });
  return drafts;
}

/** "One look would have told them that the bank was closed": which signal showed it, told in the place of the whole. */
export function showedThat(s: Sentence, from: number): Draft[] {
  const told = toldClause(s, { from, to: s.to });
  return told
    ? [{ from, to: told.to, parts: ['[which signal] showed that', kept(s, told.from, told.to, false), NOT_ACTED_ON] }]
    : [];
}

/** "… that the queue had no bound", "could tell the link was flapping": what is said to have been there to see. */
function toldClause(s: Sentence, stretch: Range): Range | undefined {
  for (let i = stretch.from; i < s.to - 2; i++) {
    const that = s.low(i) === 'that' && /^(?:that|subordinator|determiner|pronoun)$/.test(s.tokens[i]!.tag);
    const seen = LEARNING.test(s.tokens[i]!.lemma) && s.tokens[i]!.tag === 'verb';
    if (!that && !seen) continue;
    const clause = s.clauses.find(
      (c) => c.ownSubject && isFiniteClause(c) && c.from > i && c.from <= (that ? i + 8 : i + 1) && c.verb.from > i + 1,
    );
    if (!clause || !isAboutThings(s, clause)) continue;
    // "That the volume would fill was foreseeable": up to the verb of the whole.
    const outer = that && i === stretch.from ? outerVerb(s, clause) : undefined;
    if (that && i === stretch.from && outer === undefined) continue;
    const to = outer ?? predicateEnd(s, clause.verb.main + 1);
    return pointsAtPerson(s, i + 1, to) ? undefined : { from: i + 1, to };
  }
  return undefined;
}

/** "That this would explode, my grandmother could have told them." */
function thatInFront(s: Sentence): Range | undefined {
  const body = bodyStart(s);
  if (s.low(body) !== 'that' || !clauseFrom(s, body + 1)?.ownSubject) return undefined;
  for (let i = body + 3; i < s.to - 2; i++) if (s.tokens[i]!.text === ',') return { from: body + 1, to: i };
  return undefined;
}

/** "Of course the queue was going to fill up, and the team acted surprised." */
function ofCourse(s: Sentence): Range | undefined {
  const body = bodyStart(s);
  const at = s.low(body) === 'of' && s.low(body + 1) === 'course' ? body + 2 : body + 1;
  if (at === body + 1 && !/^(?:surely|naturally|obviously|clearly|evidently)$/.test(s.low(body))) return undefined;
  const clause = clauseFrom(s, at);
  if (!clause?.ownSubject || clause.from !== at || !isAboutThings(s, clause) || s.low(at) === 'it') return undefined;
  const to = predicateEnd(s, clause.verb.main + 1);
  return pointsAtPerson(s, at, to) ? undefined : { from: at, to };
}

function outerVerb(s: Sentence, inner: Clause): number | undefined {
  const outer = s.clauses.find((c) => c.verb.from > inner.verb.from && c.verb.lemma === 'be');
  let at = outer?.verb.from;
  while (outer && at !== undefined && at < outer.verb.main && s.tokens[at]!.tag === 'adverb') at++;
  return at;
}

function isAboutThings(s: Sentence, clause: Clause): boolean {
  return clause.subject.every((p) => {
    const actor = s.actor(p, true);
    return (
      !/^(?:you|we|nobody|anybody)$/.test(actor.kind) &&
      !(isBlamable(actor) && actor.certain) &&
      !isBlamable(s.actor(p))
    );
  });
}

/** "had been climbing since Sunday in plain view of the squad": the fact stays, those who could have looked go. */
function inPlainSight(s: Sentence, { from, to }: Range): Draft[] {
  for (let i = from + 2; i < to - 1; i++) {
    if (!/^(?:in|under|before)$/.test(s.low(i))) continue;
    const words = s.textOf(i, Math.min(to, i + 6)).toLowerCase();
    if (
      !/^(?:in (?:plain|full|clear) (?:view|sight)|(?:in front|under|before|right under)\b.{0,14}\b(?:eyes?|noses?)\b)/.test(
        words,
      )
    )
      continue;
    const clause = s.clauses.find((c) => c.ownSubject && c.from >= from && c.verb.from < i);
    if (!clause || !isAboutThings(s, clause)) return [];
    const fact = kept(s, from, i, false);
    return [
      { from, to, parts: [fact, ', and [which alert] did not bring it to attention'] },
      { from, to, parts: [fact, NOT_ACTED_ON] },
    ];
  }
  return [];
}

/** "The signs were staring the team in the face all afternoon." */
function staring(s: Sentence, { from, to }: Range): Draft[] {
  const clause = s.clauses.find((c) => c.verb.lemma === 'stare' && c.verb.from >= from && c.verb.from < to);
  if (!clause) return [];
  const subject = clause.subject[0];
  for (let i = clause.verb.to; i < to; i++) {
    if (s.low(i) === 'at' && s.phraseAt(i + 1)) {
      const seen = wholePhrase(s, s.phraseAt(i + 1)!);
      return [{ from, to, parts: ['[what] made it easy to miss', kept(s, seen.from, seen.to, false)] }];
    }
    if (s.low(i) !== 'face' || !subject || !clause.ownSubject || !isAboutThings(s, clause)) continue;
    const plural = isPluralPhrase(s, { from: subject.from, to: subject.to }) === true;
    const said: Part[] = [
      kept(s, clause.from, clause.verb.from, false),
      `${plural ? 'were' : 'was'} visible [where]`,
      kept(s, i + 1, predicateEnd(s, i + 1), false),
      `, and [what] kept ${plural ? 'them' : 'it'} from being acted on`,
    ];
    return [{ from, to: Math.max(predicateEnd(s, i + 1), from + 1), parts: said }];
  }
  return [];
}

/** "The risk was evident to anyone": which signal pointed to it. */
function obviousThing(s: Sentence, { from, to }: Range): Draft[] {
  const clause = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.ownSubject && c.verb.from >= from && c.verb.from < to,
  );
  const subject = clause?.subject[0];
  if (!clause || !subject || !isAboutThings(s, clause) || s.tokens[subject.head]!.tag === 'pronoun') return [];
  let is = false;
  for (let i = clause.verb.main; i < Math.min(to, clause.verb.to + 4); i++) if (OBVIOUS.test(s.low(i))) is = true;
  if (!is || /^(?:there|it|this|that|sign)$/.test(s.low(subject.head))) return [];
  const thing = kept(s, clause.from, clause.verb.from, false);
  const plural = isPluralPhrase(s, { from: subject.from, to: subject.to }) === true;
  return SIGNS.test(s.low(subject.head))
    ? [
        {
          from,
          to,
          parts: [
            thing,
            `${plural ? 'were' : 'was'} visible [where]`,
            `, and [what] kept ${plural ? 'them' : 'it'} from being acted on`,
          ],
        },
      ]
    : [{ from, to, parts: ['[which signal] pointed to', thing, NOT_ACTED_ON] }];
}

/** "it is hard to understand how the reviewers could miss it": what was missed or left undone, without the surprise. */
function leftUndone(s: Sentence, candidate: Candidate, { from, to }: Range): Draft[] {
  const facts = s.clauses.some(
    (c) => c.ownSubject && isFiniteClause(c) && c.verb.from < from && isAboutThings(s, c) && s.low(c.from) !== 'it',
  );
  for (const clause of s.clauses) {
    if (clause.ownSubject && clause.verb.modal === 'would' && s.low(clause.from - 1) === 'only') {
      const deed = readDeed(s, clause);
      if (deed) return [lookedRight(s, deed, clause.from - 1)];
    }
    if (!clause.ownSubject || clause.verb.modal === 'must' || clause.verb.from < from || clause.verb.lemma === 'be')
      continue;
    if (clause.verb.from >= to && !clause.subject.includes(candidate.agent!)) continue;
    if (!clause.subject.some((p) => isBlamable(s.actor(p, true)) || s.actor(p).kind === 'nobody')) continue;
    if (s.low(clause.subject[0]!.head) === 'you' && clause.verb.tense === 'present') continue;
    const before = s.low(clause.from - 1);
    const wondered = /^(?:how|why|that)$/.test(before) && clause.from > candidate.from;
    const deed = readDeed(
      s,
      wondered && /^(?:can|could)$/.test(clause.verb.modal ?? '')
        ? { ...clause, verb: { ...clause.verb, modal: undefined, tense: 'past' } }
        : clause,
    );
    if (!deed || deed.kind === 'state' || deed.kind === 'unknown' || (deed.topic === 'that' && deed.rest >= deed.end))
      continue;
    const start =
      wondered || /^(?:obvious|clear|evident)$/.test(before)
        ? facts
          ? from
          : bodyStart(s)
        : clause.from > to
          ? clause.from
          : from;
    if (deed.kind !== 'done') return deedDrafts(s, deed, start).slice(0, 2);
    if (wondered) return [lookedRight(s, deed, start)];
  }
  return [];
}

/** "it is baffling that they trusted it": what made it look right. */
function lookedRight(s: Sentence, deed: Deed, from: number): Draft {
  const done = [gerund(deed.verb), kept(s, deed.rest, deed.end, false)];
  return { from, to: deed.end, parts: ['[what] made', ...done, 'look like the right option at the time'] };
}
