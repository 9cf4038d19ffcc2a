import type { Candidate } from '../../language/detect/candidate.ts';
import type { Sentence } from '../../language/sentence.ts';
import { bodyStart, segmentAround, sentenceEnd } from '../reading/extent.ts';
import type { Draft } from '../writing/compose.ts';

/** Frames for the whole sentence, to be filled in: they fit whatever the sentence said. */
export function fallbacks(candidate: Candidate, s: Sentence): Draft[] {
  const from = bodyStart(s);
  const to = sentenceEnd(s);
  const segment =
    s.isQuestion || candidate.rule === 'discipline' || candidate.rule === 'hindsight'
      ? undefined
      : segmentAround(s, candidate.from, candidate.to);
  const local: Draft[] = segment
    ? [{ ...segment, parts: ['[which gap in tooling, process or information] made this possible'] }]
    : [];
  const whole = framesFor(candidate, s).map((frame) => ({ from, to, parts: [frame] }));
  // Where the label itself blames, it goes too.
  const all = from > s.from ? framesFor(candidate, s).map((frame) => ({ from: s.from, to, parts: [frame] })) : [];
  return [...local, ...whole, ...all];
}

function framesFor(candidate: Candidate, s: Sentence): string[] {
  if (s.isQuestion) return ['What conditions led to this'];
  switch (candidate.rule) {
    case 'discipline':
      return ['Make [which step] safe by default'];
    case 'hindsight':
      return ['[which signal] was available to [whom]'];
    case 'fault-attribution':
      return ['[which conditions] contributed to [what happened]'];
    case 'judgement':
      return ['[what was observed, as a fact]'];
    case 'knowledge-deficit':
      return ['information about [what] was not available [where]'];
    case 'counterfactual':
      return ['nothing in [which process] prompted [which step]'];
    default:
      return ['[what happened], and [which gap in tooling, process or information] made it possible'];
  }
}
