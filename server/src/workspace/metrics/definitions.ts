import { t } from '../../core/index.ts';

/** The five metrics that have a target, and what stands beside them. */
export const METRIC_IDS = [
  'completion',
  'actions-on-time',
  'repeat-incidents',
  'time-to-postmortem',
  'psychological-safety',
] as const;

export type MetricId = (typeof METRIC_IDS)[number];

export interface MetricDefinition {
  readonly title: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: 'ratio' | 'count' | 'days' | 'score';
  readonly target: {
    readonly text: string /** Where a chart draws its line. */;
    readonly value: number;
    met(value: number): boolean;
  };
}

/** What each metric means, in English; `definitionOf` has it for people to read. */
export const METRICS: Readonly<Record<MetricId, MetricDefinition>> = {
  completion: {
    title: 'Postmortem completion',
    definition:
      'Share of the incidents that need a postmortem and have a completed one: its status is final, or its completed-by footer has a date. An incident without one is not counted before its second day is over.',
    numerator: 'incidents with a completed postmortem',
    denominator: 'incidents that need a postmortem',
    unit: 'ratio',
    target: { text: '100 %', value: 1, met: (value) => value >= 1 },
  },
  'actions-on-time': {
    title: 'Action items on time',
    definition:
      'Share of the action items due in the period that were done on their due date or before. Cancelled items and those not due yet are not counted; an item without a due date belongs to the period of its incident.',
    numerator: 'action items done by their due date',
    denominator: 'action items due',
    unit: 'ratio',
    target: { text: '> 90 %', value: 0.9, met: (value) => value > 0.9 },
  },
  'repeat-incidents': {
    title: 'Repeat incidents',
    definition:
      'Incidents with the same root cause as an earlier one: as the register says in repeat_of, else as the similarity of their causes tells.',
    numerator: 'incidents that repeat an earlier one',
    denominator: 'incidents with a known cause',
    unit: 'count',
    target: { text: '0', value: 0, met: (value) => value === 0 },
  },
  'time-to-postmortem': {
    title: 'Time to postmortem',
    definition:
      'Days from the day of the incident to the day its postmortem was completed: the median of those completed. The target is for the median.',
    numerator: 'days between incident and completed postmortem',
    denominator: 'completed postmortems with a date',
    unit: 'days',
    target: { text: '< 2 days', value: 2, met: (value) => value < 2 },
  },
  'psychological-safety': {
    title: 'Psychological safety',
    definition: 'Mean score of the survey, from 1 to 10. A quarter with fewer than four answers is not shown.',
    numerator: 'sum of the scores',
    denominator: 'answers',
    unit: 'score',
    target: { text: '> 8/10', value: 8, met: (value) => value > 8 },
  },
};

/** What a metric means in the language of the reader; as of its target, the text. */
export function definitionOf(id: MetricId) {
  const { title, definition, numerator, denominator, unit, target } = METRICS[id];
  return {
    title: t(title),
    definition: t(definition),
    numerator: t(numerator),
    denominator: t(denominator),
    unit,
    target: t(target.text),
  };
}

/** Days that a postmortem has: before, an incident without one is not held against anybody. */
export const DAYS_FOR_POSTMORTEM = 2;
