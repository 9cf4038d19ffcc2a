import type { Candidate } from '../language/detect/candidate.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Span } from '../text/span.ts';
import { clauseDrafts, withoutAgent } from './clauseRewrites.ts';
import { type Draft, type SourceOf, write } from './compose.ts';
import { wholeSentence } from './fallback.ts';
import { questionDrafts } from './question.ts';

export { askInstead } from './ask.ts';

/** A way to say a sentence without blame. */
export interface Rewrite {
  readonly title: string;
  /** Visible offsets in the text of the run: what is replaced. */
  readonly span: Span;
  /** The replacement, as Markdown source: what is kept keeps its links, code and emphasis. */
  readonly text: string;
  readonly preferred?: boolean;
}

/** Rewrites of a finding, best first; the last ones are frames to be filled in. `source` gives the source text of a visible span. */
export function rewritesOf(candidate: Candidate, s: Sentence, source: SourceOf): Rewrite[] {
  const rewrites: Rewrite[] = [];
  const seen = new Set<string>();
  for (const draft of [...draftsOf(candidate, s), ...fallbacks(candidate, s, source)]) {
    const written = write(draft, s, source);
    if (!written) continue;
    const whole =
      s.text.slice(s.tokens[s.from]!.start, written.span.start) +
      written.text +
      s.text.slice(written.span.end, s.tokens[s.to - 1]!.end);
    if (seen.has(whole)) continue;
    seen.add(whole);
    rewrites.push({
      title: draft.title || titleOf(written.text),
      ...written,
      ...(rewrites.length === 0 ? { preferred: true } : {}),
    });
  }
  return rewrites;
}

function draftsOf(candidate: Candidate, s: Sentence): Draft[] {
  if (candidate.rule === 'accusing-question') return questionDrafts(s, candidate);
  const clause = candidate.clause ?? s.clauses.find((c) => c.verb.from < candidate.to && c.verb.to > candidate.from);
  if (!clause) return [];
  if (clause.agent && clause.agent === candidate.agent) return withoutAgent(s, clause);
  return clauseDrafts(s, clause);
}

function fallbacks(candidate: Candidate, s: Sentence, source: SourceOf): Draft[] {
  void candidate;
  return [wholeSentence(s, source, '[which gap in tooling, process or information] made this possible')];
}

function titleOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat === '') return 'Leave the person out';
  return `Write “${flat.length > 76 ? `${flat.slice(0, 75)}…` : flat}”`;
}
