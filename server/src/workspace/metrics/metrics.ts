import { t } from '../../core/index.ts';
import type { FactRow, Facts } from '../facts/schema.ts';
import { addDays, contains, daysBetween, type IsoDay, type Period, quarterOf } from '../period.ts';
import { FEWEST_ANSWERS } from '../surveys.ts';
import { DAYS_FOR_POSTMORTEM, METRICS, type MetricId } from './definitions.ts';
import type { Evidence, Figure } from './figure.ts';
import { quantile } from './quantile.ts';
import { daysText } from './wording.ts';

type Incident = FactRow<'incidents'>;
type Action = FactRow<'action_items'>;

/** The five metrics of a period, counted from the fact tables. */
export function figuresOf(facts: Facts, period: Period): Record<MetricId, Figure> {
  const incidents = facts.incidents.filter((incident) => contains(period, incident.day ?? undefined));
  const asOf = asOfDay(facts);
  return {
    completion: completion(incidents, asOf),
    'actions-on-time': actionsOnTime(facts, period, asOf),
    'repeat-incidents': repeatIncidents(incidents),
    'time-to-postmortem': timeToPostmortem(incidents, asOf),
    'psychological-safety': psychologicalSafety(facts, period),
  };
}

/** The day the facts were collected. */
export function asOfDay(facts: Facts): IsoDay {
  return facts.export[0]?.as_of ?? '';
}

/** The day that an action item belongs to: its due date, else the day of its incident. */
export function dayOfAction(action: Action): IsoDay | undefined {
  return action.due_on ?? action.incident_day ?? undefined;
}

export function isOpen(action: Action): boolean {
  return action.state !== 'done' && action.state !== 'cancelled';
}

/** Past its due date and neither done nor cancelled. On the due date itself it is not overdue yet. */
export function isOverdue(action: Action, asOf: IsoDay): boolean {
  return isOpen(action) && action.due_on !== null && action.due_on < asOf;
}

function completion(incidents: readonly Incident[], asOf: IsoDay): Figure {
  const needed = incidents.filter((incident) => incident.needs_postmortem);
  const counted = needed.filter((incident) => incident.completion === 'complete');
  const unknown = needed.filter((incident) => incident.completion === 'unknown');
  const rest = needed.filter((incident) => incident.completion === 'none' || incident.completion === 'incomplete');
  const missed = rest.filter((incident) => !isRecent(incident, asOf));
  return ratio('completion', {
    counted: counted.map((incident) =>
      evidence(incident, incident.completed_on ? t('completed {0}', incident.completed_on) : t('status final')),
    ),
    missed: missed.map((incident) =>
      evidence(incident, incident.completion === 'none' ? t('no postmortem') : t('postmortem not complete')),
    ),
    unknown: unknown.map((incident) => evidence(incident, t('the document states no status'))),
    toKnow: unknown.length > 0 ? [t('Write `**Status:** Final` in the header of each document that is complete.')] : [],
  });
}

function overdueText(due: IsoDay, days: number): string {
  return days === 1 ? t('due {0}, 1 day overdue', due) : t('due {0}, {1} days overdue', due, days);
}

function isRecent(incident: Incident, asOf: IsoDay): boolean {
  return incident.day !== null && asOf < addDays(incident.day, DAYS_FOR_POSTMORTEM);
}

function actionsOnTime(facts: Facts, period: Period, asOf: IsoDay): Figure {
  const counted: Evidence[] = [];
  const missed: Evidence[] = [];
  const unknown: Evidence[] = [];
  const toKnow = new Set<string>();
  for (const action of facts.action_items) {
    if (action.state === 'cancelled' || !contains(period, dayOfAction(action))) continue;
    const add = (list: Evidence[], detail: string) =>
      list.push({ document: action.document ?? undefined, label: action.id ?? action.action ?? '', detail });
    const { due_on: due, done_on: done } = action;
    if (due === null) {
      add(unknown, t('no due date'));
      toKnow.add(t('Give every action item a due date.'));
    } else if (action.state === 'done') {
      if (done === null) {
        add(unknown, t('due {0}, done, the day is not written', due));
        toKnow.add(t('Write the day beside the status of what is done: `✅ 2026-03-01`.'));
      } else add(done <= due ? counted : missed, t('due {0}, done {1}', due, done));
    } else if (action.state === null) {
      add(unknown, t('due {0}, status not understood', due));
      toKnow.add(t('Use a known status: ⏳, 🔄, ✅ or ❌.'));
    } else if (isOverdue(action, asOf)) {
      add(missed, overdueText(due, daysBetween(due, asOf)));
    }
  }
  return ratio('actions-on-time', { counted, missed, unknown, toKnow: [...toKnow] });
}

function repeatIncidents(incidents: readonly Incident[]): Figure {
  const known = incidents.filter((incident) => incident.repeat_known);
  const repeats = known.filter((incident) => incident.repeat_of !== null);
  const unknown = incidents.filter((incident) => !incident.repeat_known);
  const { target } = METRICS['repeat-incidents'];
  return {
    metric: 'repeat-incidents',
    value: known.length === 0 ? undefined : repeats.length,
    p90: undefined,
    numerator: known.length === 0 ? undefined : repeats.length,
    denominator: known.length,
    met: verdict(target.met, known.length === 0, repeats.length, repeats.length + unknown.length),
    counted: repeats.map((incident) =>
      evidence(
        incident,
        incident.repeat_basis === 'similarity'
          ? t('same root cause as {0} (by similarity)', incident.repeat_of!)
          : t('same root cause as {0}', incident.repeat_of!),
      ),
    ),
    missed: [],
    unknown: unknown.map((incident) => evidence(incident, incident.document ? t('no root cause') : t('no postmortem'))),
    toKnow:
      unknown.length > 0
        ? [t('Write the root cause of each, or fill `repeat_of` in the register (`none` where the cause is new).')]
        : [],
  };
}

function timeToPostmortem(incidents: readonly Incident[], asOf: IsoDay): Figure {
  const counted: Evidence[] = [];
  const unknown: Evidence[] = [];
  const toKnow = new Set<string>();
  const days: number[] = [];
  // What the unknown ones are at least: the verdict must hold for them, too.
  const atLeast: number[] = [];
  for (const incident of incidents) {
    if (!incident.needs_postmortem || incident.day === null) continue;
    const taken = incident.completed_on === null ? undefined : daysBetween(incident.day, incident.completed_on);
    if (incident.completion === 'complete' && taken !== undefined && taken >= 0) {
      days.push(taken);
      counted.push(evidence(incident, t('completed {0}, {1}', incident.completed_on!, daysText(taken))));
    } else if (incident.completion === 'complete' || incident.completion === 'unknown') {
      atLeast.push(0);
      unknown.push(
        evidence(
          incident,
          taken === undefined
            ? t('the day of completion is not written')
            : t('completed {0}, before the incident', incident.completed_on!),
        ),
      );
      toKnow.add(
        t('Write the day at the end of the document: `**Postmortem completed by:** @name`, `**Date:** 2026-03-02`.'),
      );
    } else {
      const age = Math.max(0, daysBetween(incident.day, asOf));
      atLeast.push(age);
      unknown.push(evidence(incident, t('not complete after {0}', daysText(age))));
    }
  }
  const { target } = METRICS['time-to-postmortem'];
  const value = quantile(days, 0.5);
  const lowest = quantile([...days, ...atLeast], 0.5) ?? 0;
  const highest = quantile([...days, ...atLeast.map(() => Number.POSITIVE_INFINITY)], 0.5) ?? 0;
  return {
    metric: 'time-to-postmortem',
    value,
    p90: quantile(days, 0.9),
    numerator: days.length === 0 ? undefined : days.reduce((a, b) => a + b, 0),
    denominator: days.length,
    met: verdict(target.met, value === undefined, lowest, highest),
    counted,
    missed: [],
    unknown,
    toKnow: [...toKnow],
  };
}

function psychologicalSafety(facts: Facts, period: Period): Figure {
  const surveys = facts.surveys.filter((survey) => survey.quarter !== null && quarterStarts(survey.quarter, period));
  const answers = surveys.reduce((sum, survey) => sum + (survey.answers ?? 0), 0);
  const scores = surveys.reduce((sum, survey) => sum + (survey.score_sum ?? 0), 0);
  const value = answers === 0 ? undefined : scores / answers;
  return {
    metric: 'psychological-safety',
    value,
    p90: undefined,
    numerator: answers === 0 ? undefined : scores,
    denominator: answers,
    met: value === undefined ? undefined : METRICS['psychological-safety'].target.met(value),
    counted: surveys.map((survey) => ({
      document: undefined,
      label: survey.quarter ?? '',
      detail: t('{0} answers', survey.answers ?? 0),
    })),
    missed: [],
    unknown: [],
    toKnow:
      answers === 0
        ? [
            t(
              'Record a survey with at least {0} answers: "Record Psychological Safety Survey", or `postmortem survey`.',
              FEWEST_ANSWERS,
            ),
          ]
        : [],
  };
}

function quarterStarts(quarter: string, period: Period): boolean {
  const firstDay = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`;
  return contains(period, firstDay) && quarterOf(firstDay) === quarter;
}

function ratio(
  metric: MetricId,
  cases: { counted: Evidence[]; missed: Evidence[]; unknown: Evidence[]; toKnow: string[] },
): Figure {
  const yes = cases.counted.length;
  const denominator = yes + cases.missed.length;
  const all = denominator + cases.unknown.length;
  return {
    metric,
    value: denominator === 0 ? undefined : yes / denominator,
    p90: undefined,
    numerator: denominator === 0 ? undefined : yes,
    denominator,
    met: verdict(METRICS[metric].target.met, denominator === 0, yes / all, (yes + cases.unknown.length) / all),
    ...cases,
  };
}

/** Met where both ends of what is possible meet the target, missed where neither does. */
function verdict(
  met: (value: number) => boolean,
  nothingKnown: boolean,
  low: number,
  high: number,
): boolean | undefined {
  if (nothingKnown) return undefined;
  const atLow = met(low);
  return atLow === met(high) ? atLow : undefined;
}

function evidence(incident: Incident, detail: string): Evidence {
  const title = incident.title ? ` ${incident.title}` : '';
  const id = incident.incident_id === incident.document ? '' : (incident.incident_id ?? '');
  return {
    document: incident.document ?? undefined,
    label: `${id}${title}`.trim() || (incident.document ?? ''),
    detail,
  };
}
