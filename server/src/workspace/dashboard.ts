import { t } from '../core/index.ts';
import type { FactRow, Facts } from './facts/schema.ts';
import { definitionOf, METRIC_IDS, METRICS, type MetricDefinition, type MetricId } from './metrics/definitions.ts';
import type { Evidence } from './metrics/figure.ts';
import { columnsOf, companionLines } from './metrics/formats.ts';
import { isOpen } from './metrics/metrics.ts';
import { filtered, type ReportFilter, reportOf } from './metrics/report.ts';
import { basisText, valueText, verdictText } from './metrics/wording.ts';
import { addDays, contains, type IsoDay, type Period, parsePeriod, quarterOf, quartersOf } from './period.ts';

/** One figure of one quarter, as it is shown. */
export interface DashboardCell {
  readonly period: string;
  readonly value: number | undefined;
  readonly text: string;
  readonly basis: string;
  readonly verdict: 'met' | 'missed' | 'open';
  readonly counted: readonly Evidence[];
  readonly missed: readonly Evidence[];
  readonly unknown: readonly Evidence[];
  readonly toKnow: readonly string[];
}

/** A metric as it is sent to where it is drawn: its definition without what cannot be sent, and its figures. */
export interface DashboardMetric extends Omit<MetricDefinition, 'target'> {
  readonly id: MetricId;
  readonly target: Omit<MetricDefinition['target'], 'met'>;
  /** A cell for each quarter, and one for the whole period. */
  readonly quarters: readonly DashboardCell[];
  readonly total: DashboardCell;
}

/** Action items on a day. */
export interface BurnDown {
  readonly day: IsoDay;
  readonly open: number;
  readonly overdue: number;
}

/** How long one incident took. */
export interface Recovery {
  readonly day: IsoDay;
  readonly minutes: number;
  readonly severity: string;
  readonly label: string;
  readonly document: string;
}

/** Incidents with one root cause, in the order they happened. */
export interface RepeatCluster {
  readonly incidents: readonly {
    readonly id: string;
    readonly title: string;
    readonly day: IsoDay | undefined;
    readonly document: string | undefined;
  }[];
}

/** Everything that the dashboard shows: plain data, nothing to be counted where it is drawn. */
export interface Dashboard {
  readonly asOf: IsoDay;
  readonly period: string;
  readonly filter: ReportFilter;
  /** What can be chosen. */
  readonly choices: {
    readonly quarters: readonly string[];
    readonly services: readonly string[];
    readonly teams: readonly string[];
    readonly severities: readonly string[];
  };
  readonly notes: readonly string[];
  readonly metrics: readonly DashboardMetric[];
  readonly columns: readonly string[];
  readonly beside: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly burnDown: readonly BurnDown[];
  readonly recoveries: readonly Recovery[];
  readonly clusters: readonly RepeatCluster[];
}

export function dashboardOf(facts: Facts, period: Period, filter: ReportFilter = {}): Dashboard {
  const report = reportOf(facts, period, filter);
  const chosen = filtered(facts, filter);
  const cell = (id: MetricId, { period: { label }, figures }: (typeof report)['total']): DashboardCell => {
    const figure = figures[id];
    const { value, counted, missed, unknown, toKnow } = figure;
    const [text, basis, verdict] = [valueText(figure), basisText(figure), verdictText(figure)];
    return { period: label, value, text, basis, verdict, counted, missed, unknown, toKnow };
  };
  return {
    asOf: report.asOf,
    period: period.label,
    filter,
    choices: choicesOf(facts, report.asOf),
    notes: report.notes,
    metrics: METRIC_IDS.map((id) => {
      const { target: text, ...definition } = definitionOf(id);
      return {
        id,
        ...definition,
        target: { text, value: METRICS[id].target.value },
        quarters: report.quarters.map((column) => cell(id, column)),
        total: cell(id, report.total),
      };
    }),
    columns: columnsOf(report).map((column) => column.period.label),
    beside: companionLines(columnsOf(report)),
    burnDown: burnDownOf(chosen, period),
    recoveries: recoveriesOf(chosen, period),
    clusters: clustersOf(chosen, period),
  };
}

/** The four quarters up to a day: what is looked at where nobody has chosen. */
export function lastFourQuarters(today: IsoDay): Period {
  const first = parsePeriod(quarterOf(today))!.from;
  // A quarter has 92 days at most: 91 days a quarter back from the first day of this one is within the third before it.
  return parsePeriod(`${quarterOf(addDays(first, -3 * 91))}..${quarterOf(today)}`)!;
}

/** Open and overdue action items at the end of each month. An item that is done on a day nobody wrote is left out. */
function burnDownOf(facts: Facts, period: Period): BurnDown[] {
  const asOf = facts.export[0]?.as_of ?? '';
  const days: IsoDay[] = [];
  for (let month = parsePeriod(period.from.slice(0, 7)); month && month.from < period.until; ) {
    const last = addDays(month.until, -1);
    if (month.from <= asOf) days.push(asOf < month.until ? asOf : last);
    month = parsePeriod(month.until.slice(0, 7));
  }
  return days.map((day) => {
    const open = facts.action_items.filter((action) => wasOpen(action, day));
    return { day, open: open.length, overdue: open.filter(({ due_on: due }) => due !== null && due < day).length };
  });
}

function wasOpen(action: FactRow<'action_items'>, day: IsoDay): boolean {
  if (action.incident_day === null || action.incident_day > day) return false;
  return isOpen(action) || (action.state === 'done' && action.done_on !== null && action.done_on > day);
}

function recoveriesOf(facts: Facts, period: Period): Recovery[] {
  return facts.postmortems
    .flatMap(({ day, minutes_to_recover: minutes, severity, incident_id: id, title, document }) => {
      if (day === null || minutes === null || document === null || !contains(period, day)) return [];
      return [
        { day, minutes, severity: severity ?? t('unknown'), label: [id, title].filter(Boolean).join(' '), document },
      ];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function clustersOf(facts: Facts, period: Period): RepeatCluster[] {
  const byId = new Map(facts.incidents.map((incident) => [incident.incident_id?.toUpperCase() ?? '', incident]));
  const clusters = new Map<string, Set<string>>();
  for (const incident of facts.incidents) {
    if (incident.repeat_of === null) continue;
    const seen = [incident.incident_id?.toUpperCase() ?? ''];
    // Up to the first of them; a register may name each other in a circle.
    for (let next = incident.repeat_of.toUpperCase(); !seen.includes(next); ) {
      seen.push(next);
      const before = byId.get(next)?.repeat_of;
      if (!before) break;
      next = before.toUpperCase();
    }
    const first = seen[seen.length - 1]!;
    clusters.set(first, new Set([...(clusters.get(first) ?? []), ...seen]));
  }
  return [...clusters.values()]
    .map((ids) => ({
      incidents: [...ids]
        .map((id) => {
          const known = byId.get(id);
          return {
            id: known?.incident_id ?? id,
            title: known?.title ?? '',
            day: known?.day ?? undefined,
            document: known?.document ?? undefined,
          };
        })
        .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)),
    }))
    .filter(({ incidents }) => incidents.some(({ day }) => contains(period, day)))
    .sort((a, b) => b.incidents.length - a.incidents.length);
}

function choicesOf(facts: Facts, asOf: IsoDay): Dashboard['choices'] {
  const names = (values: Iterable<string | null>) =>
    [...new Set([...values].filter((value): value is string => value !== null && value !== ''))].sort();
  const days = facts.incidents.flatMap(({ day }) => day ?? []).sort();
  const quarters = quartersOf({ label: '', from: days[0] ?? asOf, until: addDays(asOf, 1) }).map(({ label }) => label);
  return {
    quarters: quarters.length > 0 ? quarters.slice(-40) : [quarterOf(asOf)],
    services: names(facts.incidents.flatMap(({ services }) => (services ?? '').split(';'))),
    teams: names(facts.incidents.map(({ team }) => team)),
    severities: names(facts.incidents.map(({ severity }) => severity)),
  };
}
