import type { MetricId } from './definitions.ts';

/** An incident, action item or document behind a figure. */
export interface Evidence {
  /** Path of the document, where there is one. */
  readonly document: string | undefined;
  readonly label: string;
  /** What it counts as, in words: "completed 2026-03-02, 1 day". */
  readonly detail: string;
}

/** One metric of one period, with everything it was counted from. */
export interface Figure {
  readonly metric: MetricId;
  /** Undefined where it is not known. */
  readonly value: number | undefined;
  /** Another value beside it: the 90th percentile of the time to postmortem. */
  readonly p90: number | undefined;
  readonly numerator: number | undefined;
  readonly denominator: number;
  /** Whether the target is met whatever the unknown cases turn out to be; undefined where that depends on them. */
  readonly met: boolean | undefined;
  readonly counted: readonly Evidence[];
  readonly missed: readonly Evidence[];
  /** Cases that cannot be told. */
  readonly unknown: readonly Evidence[];
  /** What would make known what is not. */
  readonly toKnow: readonly string[];
}
