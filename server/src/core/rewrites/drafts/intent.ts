import { t } from '../../l10n.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, sentenceEnd } from '../reading/extent.ts';
import { motiveIn } from '../reading/motive.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft } from '../writing/compose.ts';
import { frames } from '../writing/frames.ts';
import { gerund } from '../writing/inflect.ts';
import { kept } from '../writing/neutral.ts';
import { clauseDrafts, withoutAgent } from './clause.ts';
import { faultDrafts, liesWithSomebody } from './fault.ts';
import { nominalDrafts } from './nominal.ts';

/** Rewrites of alleged intent: the deed without the motive. */
export function intentDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const { clause } = candidate;
  if (liesWithSomebody(s)) return faultDrafts(s, candidate);
  const note: Draft = {
    title: t('Take the motive out: “{0}”', '[What happened, without a motive]'),
    from: bodyStart(s),
    to: sentenceEnd(s),
    parts: ['[what happened, without a motive]'],
  };
  const knew = knewAndDid(s, clause);
  if (knew.length > 0) return [...knew, note];
  if (!clause) return [...nominalDrafts(s, candidate), note];
  if (clause.agent && clause.verb.passive)
    return [...withoutAgent(s, clause, motiveIn(s, clause.agent.to, s.to)), note];
  const deed = readDeed(s, clause);
  return [...clauseDrafts(s, clause, deed ? motiveIn(s, deed.rest, deed.end) : undefined), note];
}

/** "Nadia knew the test had failed and shipped anyway": what was known is a fact, and so is what was possible. */
function knewAndDid(s: Sentence, clause: Clause | undefined): Draft[] {
  if (!clause?.ownSubject || !/^(?:know|see|realise|realize|notice)$/.test(clause.verb.lemma) || clause.verb.negated)
    return [];
  const next = s.clauses.find(
    (c) =>
      !c.ownSubject && !c.relative && c.verb.from > clause.verb.to && s.tokens[c.verb.from - 1]?.tag === 'conjunction',
  );
  let at = clause.verb.main + 1;
  while (/^(?:full|fully|well|very|perfectly|exactly|damn|all|along)$/.test(s.low(at))) at++;
  const topic = topicAt(s, at, next ? next.verb.from - 1 : sentenceEnd(s));
  if (topic.kind !== 'that' || !next || next.verb.passive || next.verb.negated) return [];
  const link = next.verb.from - (s.tokens[next.verb.from - 2]?.text === ',' ? 2 : 1);
  const known = kept(s, topic.at, link, false);
  const deed = readDeed(s, { ...next, governor: undefined, subject: [] });
  if (deed?.kind === 'omitted')
    return [{ from: clause.from, to: deed.end, parts: [known, ', and', ...frames(s, deed)[0]!.parts] }];
  if (!deed || !/^(?:done|let|skipped|ignored|broke)$/.test(deed.kind)) return [];
  const end = motiveIn(s, deed.rest, deed.end) ?? deed.end;
  const rest = kept(s, next.verb.main + 1, end, false);
  return [
    ['and it was possible to', next.verb.lemma],
    ['and nothing in [which process] kept anyone from', gerund(next.verb.lemma)],
  ].map((words) => ({ from: clause.from, to: deed.end, parts: [known, `, ${words[0]}`, words[1]!, rest] }));
}
