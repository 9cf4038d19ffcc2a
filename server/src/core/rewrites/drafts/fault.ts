import { isBlamable } from '../../language/actors.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { clauseFrom, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { type Range, wholePhrase } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { personEnd } from './nominal.ts';

const BLAME_NOUNS = words(`fault blame responsibility guilt accountability culpability finger doing culprit`);

/** Rewrites of an assignment of fault: what contributed to the event takes its place. */
export function faultDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const clause =
    s.clauses.find((c) => c.verb.from < candidate.to && c.verb.to > candidate.from) ??
    s.clauses.findLast(
      (c) => c.ownSubject && c.verb.lemma === 'be' && c.verb.to <= candidate.from && candidate.from - c.verb.to <= 6,
    );
  const subject = clause?.subject[0];
  const from = Math.min(candidate.from, clause?.ownSubject ? clause.from : candidate.from);
  // "It is Cloudflare's fault that our origin melted": the event is a clause.
  if (s.low(candidate.to) === 'that' && clauseFrom(s, candidate.to + 1)?.ownSubject) {
    const end = predicateEnd(s, clauseFrom(s, candidate.to + 1)!.verb.main + 1);
    return [{ from, to: end, parts: [kept(s, candidate.to + 1, end, false), ', and [which gap] contributed to it'] }];
  }
  const event = eventOf(
    s,
    candidate,
    subject &&
      !isPersonal(s, subject.from) &&
      !/^(?:it|this|that|one|one's|we|i|finger)$/.test(s.low(subject.head)) &&
      !BLAME_NOUNS.has(s.low(subject.head))
      ? { from: clause!.from, to: clause!.verb.from }
      : undefined,
  );
  const to = endOf(s, candidate, event);
  const parts = (verb: string): Part[] => ['[which gap]', verb, event ? kept(s, event.from, event.to, false) : 'this'];
  const embedded = /^who/.test(s.low(candidate.from));
  if (embedded) return [{ from, to, parts: parts('contributed to') }];
  return [
    { from, to, parts: parts('contributed to') },
    {
      from,
      to,
      parts: [event ? kept(s, event.from, event.to, false) : 'this', 'came about through [which conditions]'],
    },
  ];
}

/** What someone is blamed for: behind "for" in or after the finding, behind "responsibility for", or the subject of the sentence. */
function eventOf(s: Sentence, candidate: Candidate, subject: Range | undefined): Range | undefined {
  for (let i = candidate.from; i < Math.min(s.to, candidate.to + 3); i++) {
    if (s.low(i) !== 'for' && !(s.low(i) === 'to' && s.low(i - 1) === 'up')) continue;
    const phrase = s.phraseAt(i + 1);
    if (phrase && !isPersonal(s, phrase.from)) return wholePhrase(s, phrase, false);
    const clause = s.clauses.find((c) => c.verb.from === i + 1);
    if (clause) return { from: i + 1, to: predicateEnd(s, clause.verb.main + 1) };
  }
  return subject;
}

function isPersonal(s: Sentence, at: number): boolean {
  const phrase = s.phraseAt(at);
  return phrase !== undefined && isBlamable(s.actor(phrase, true));
}

/** The end of the assignment: the person and what describes them, or the event behind "for". */
function endOf(s: Sentence, candidate: Candidate, event: Range | undefined): number {
  let to = Math.max(candidate.to, event?.to ?? 0);
  const agent = candidate.agent;
  if (agent && agent.to >= candidate.to - 1) to = Math.max(to, personEnd(s, agent));
  // ", who signed it off", ", having sent it late", "as IT": about the person.
  const end = sentenceEnd(s);
  if (
    to < end &&
    (/^(?:as|than)$/.test(s.low(to)) ||
      (s.tokens[to]!.text === ',' &&
        (/^(?:who|having)$/.test(s.low(to + 1)) ||
          (s.phraseAt(to + 1) !== undefined &&
            (s.tokens[to + 1]!.kind === 'handle' || /^(?:they|he|she|you)$/.test(s.low(to + 1)))))))
  )
    to = end;
  return to;
}
