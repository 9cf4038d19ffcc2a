import { t } from '../l10n.ts';
import { isBlamable } from '../language/actors.ts';
import type { Candidate } from '../language/detect/candidate.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Span } from '../text/span.ts';
import { anyReading, byWordingDrafts } from './drafts/byWording.ts';
import { clauseDrafts, withoutAgent } from './drafts/clause.ts';
import { counterfactualDrafts } from './drafts/counterfactual.ts';
import { disciplineDrafts, isRemedy } from './drafts/discipline.ts';
import { fallbacks } from './drafts/fallback.ts';
import { faultDrafts } from './drafts/fault.ts';
import { hindsightDrafts } from './drafts/hindsight.ts';
import { humanErrorDrafts } from './drafts/humanError.ts';
import { ignoranceDrafts } from './drafts/ignorance.ts';
import { intentDrafts } from './drafts/intent.ts';
import { judgementDrafts } from './drafts/judgement.ts';
import { nominalDrafts } from './drafts/nominal.ts';
import { questionDrafts } from './drafts/question.ts';
import { bodyStart, isFiniteClause, isOrder, sentenceEnd } from './reading/extent.ts';
import { type Draft, type Written, write } from './writing/compose.ts';
import { losesFacts } from './writing/facts.ts';
import type { SourceOf } from './writing/marks.ts';
import { flawsIn } from './writing/proofread.ts';
import { lostReferences } from './writing/references.ts';
import { type About, withRemainder } from './writing/remainder.ts';

export { askInstead } from './ask.ts';

/** A way to say a sentence without blame. */
export interface Rewrite {
  readonly title: string;
  /** Visible offsets in the text of the run: what is replaced. */
  readonly span: Span;
  /** The replacement, as Markdown source: what is kept keeps its links, code and emphasis. */
  readonly text: string;
  readonly preferred?: boolean;
  /** Keeps no word of what the sentence says: better than nothing, but not than two that do. */
  readonly general?: boolean;
}

/** What the kinds of blame are about, where it is not what somebody did. */
const ABOUT: { readonly [rule in Candidate['rule']]?: About } = {
  'fault-attribution': 'all',
  hindsight: 'all',
  discipline: 'all',
  judgement: 'person',
  'human-error': 'person',
  intent: 'motive',
};

/** The kinds of blame that say what happened; the others say what is asked of people, or thought of them. */
const OF_DEEDS = /^(?:individual-fault|knowledge-deficit|intent)$/;

/** Of these kinds few sentences hold nothing but the reproach. */
const TELLS_FACTS = /^(?:individual-fault|knowledge-deficit|intent|hindsight|counterfactual|accusing-question)$/;

/** Rewrites of a finding, best first; the last ones are frames to be filled in. `source` gives the source text of a visible span. */
export function rewritesOf(found: Candidate, s: Sentence, source: SourceOf): Rewrite[] {
  // What is to be done about people is no story of what they did.
  const toldOf = OF_DEEDS.test(found.rule) || found.rule === 'judgement';
  const candidate: Candidate = toldOf && isRemedy(s) ? { ...found, rule: 'discipline' } : found;
  return ranked(candidate, s, source);
}

function ranked(candidate: Candidate, s: Sentence, source: SourceOf): Rewrite[] {
  const found: { readonly rewrite: Rewrite; readonly rank: number }[] = [];
  // What changes nothing is no rewrite.
  const seen = new Set([s.textOf(s.from, s.to)]);
  const add = (draft: Draft, least: number): void => {
    const written = complete(draft, s, source);
    if (!written) return;
    const whole = sentenceWith(written, s);
    if (seen.has(whole)) return;
    seen.add(whole);
    const title = draft.title ?? titleOf(written.text);
    const general = draft.parts.every((part) => typeof part === 'string');
    const rewrite = { title, ...written, ...(general ? { general } : {}) };
    found.push({ rewrite, rank: Math.max(least, rankOf(candidate, draft, s)) });
  };
  const about = ABOUT[candidate.rule] ?? 'deed';
  const own = draftsOf(candidate, s);
  if (OF_DEEDS.test(candidate.rule) && !s.isQuestion && tellsOf(s)) own.push(...anyReading(s, candidate));
  for (const draft of own) add(withRemainder(s, draft, about), 0);
  // What others did behind it blames them, too, in some sentences.
  if (about !== 'all') for (const draft of own) add(withRemainder(s, draft, 'told'), 0);
  for (const draft of fallbacks(candidate, s)) add(withRemainder(s, draft, 'all'), 1);
  found.sort((a, b) => a.rank - b.rank);
  return found.map(({ rewrite }, i) => (i === 0 ? { ...rewrite, preferred: true } : rewrite));
}

/** Whether the sentence tells of something, rather than asking for something to be done about people. */
function tellsOf(s: Sentence): boolean {
  return !isOrder(s) || s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && s.low(c.from) !== 'whoever');
}

/** 0 for what reads well and keeps the facts, 1 for what loses most of them, 1.5 for a frame that names none of them, 2 for what does not read as English. */
function rankOf(candidate: Candidate, draft: Draft, s: Sentence): number {
  const written = write(draft, s, (from, to) => s.text.slice(from, to));
  if (!written) return 2;
  const whole = sentenceWith(written, s);
  if (flawsIn(whole, s) > 0) return 2;
  if (leavesPerson(candidate, draft, s)) return 1;
  const general = draft.parts.every((part) => typeof part === 'string');
  const bare = general && draft.from <= bodyStart(s) && draft.to >= sentenceEnd(s);
  if (bare && TELLS_FACTS.test(candidate.rule) && losesFacts(s, whole, 0.3)) return 1.5;
  return OF_DEEDS.test(candidate.rule) && losesFacts(s, whole, general ? 0.3 : 0.5) ? 1 : 0;
}

/** Whether the person is still said to do what the finding is about. */
function leavesPerson({ rule, from, to }: Candidate, draft: Draft, s: Sentence): boolean {
  if (!OF_DEEDS.test(rule) || s.isQuestion) return false;
  // "… was Sanne's"
  if (
    s.clauses.some(
      (c) =>
        c.verb.lemma === 'be' &&
        c.verb.to > draft.to - 1 &&
        s.tokens[c.verb.to + 1]?.tag === 'clitic' &&
        s.phraseAt(c.verb.to)?.to === c.verb.to + 2,
    )
  )
    return true;
  return s.clauses.some(
    (c) =>
      c.subject.length > 0 &&
      isFiniteClause(c) &&
      !c.relative &&
      c.verb.from < to &&
      c.verb.to > from &&
      (c.subject[0]!.from < draft.from || c.subject[0]!.from >= draft.to) &&
      c.subject.some((p) => isBlamable(s.actor(p, true)) && s.actor(p, true).certain),
  );
}

function sentenceWith({ span, text }: Written, s: Sentence): string {
  const first = s.tokens[s.from]!.start;
  const last = s.tokens[s.to - 1]!.end;
  return s.text.slice(first, span.start) + text + s.text.slice(span.end, last);
}

/** A draft written out; codes, ids, links and times that its frame has no place for follow in brackets. */
function complete(draft: Draft, s: Sentence, source: SourceOf): Written | undefined {
  const written = write(draft, s, source);
  if (!written || written.text === '') return written;
  const lost = lostReferences(s, written.span, written.text, source);
  if (lost.length === 0) return written;
  return write({ ...draft, parts: [...draft.parts, `(${lost.join(', ')})`] }, s, source) ?? written;
}

function draftsOf(candidate: Candidate, s: Sentence): Draft[] {
  if (candidate.byWording) return byWordingDrafts(s, candidate);
  if (
    s.isQuestion &&
    /^(?:individual-fault|knowledge-deficit|counterfactual|intent|hindsight|judgement)$/.test(candidate.rule)
  )
    return questionDrafts(s, candidate);
  switch (candidate.rule) {
    case 'accusing-question':
      return questionDrafts(s, candidate);
    case 'human-error':
      return humanErrorDrafts(s, candidate);
    case 'judgement':
      return judgementDrafts(s, candidate);
    case 'fault-attribution':
      return isOrder(s) && /^(?:make|hold|keep)$/.test(s.low(bodyStart(s)))
        ? disciplineDrafts(s, candidate)
        : faultDrafts(s, candidate);
    case 'discipline':
      return disciplineDrafts(s, candidate);
    case 'hindsight':
      return hindsightDrafts(s, candidate);
    case 'counterfactual':
      return counterfactualDrafts(s, candidate);
    case 'intent':
      return intentDrafts(s, candidate);
    case 'individual-fault':
    case 'knowledge-deficit': {
      const { clause, agent } = candidate;
      if (
        /^(?:it (?:is|was)|its|it's) (?:all )?(?:because of|due to|thanks to|down to)\b/i.test(
          s.textOf(bodyStart(s), s.to),
        )
      )
        return faultDrafts(s, candidate);
      const aside = ignoranceDrafts(s, candidate);
      if (aside.length > 0) return aside;
      if (!clause) return nominalDrafts(s, candidate);
      return clause.agent && clause.agent === agent ? withoutAgent(s, clause) : clauseDrafts(s, clause);
    }
  }
}

function titleOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat === '') return t('Leave the person out');
  return t('Write “{0}”', flat.length > 76 ? `${flat.slice(0, 75)}…` : flat);
}
