import { t } from '../../core/index.ts';
import type { Facts } from '../facts/schema.ts';
import { type IsoDay, type Period, quartersOf } from '../period.ts';
import { type Companions, companionsOf } from './companions.ts';
import type { MetricId } from './definitions.ts';
import type { Figure } from './figure.ts';
import { asOfDay, figuresOf } from './metrics.ts';

export interface ReportColumn {
  readonly period: Period;
  readonly figures: Readonly<Record<MetricId, Figure>>;
  readonly companions: Companions;
}

/** Which incidents are looked at; undefined is all. Compared without case. */
export interface ReportFilter {
  readonly service?: string | undefined;
  readonly team?: string | undefined;
  readonly severity?: string | undefined;
}

export interface Report {
  readonly asOf: IsoDay;
  readonly period: Period;
  readonly filter: ReportFilter;
  /** What the incidents were counted from. */
  readonly basis: 'register' | 'documents';
  /** The quarters that touch the period, in order. */
  readonly quarters: readonly ReportColumn[];
  /** The whole period. */
  readonly total: ReportColumn;
  /** What makes figures less than they look: no register, documents without a date. */
  readonly notes: readonly string[];
}

/** The report of a period: one definition of each metric for editor, command line and export. */
export function reportOf(facts: Facts, period: Period, filter: ReportFilter = {}): Report {
  const chosen = filtered(facts, filter);
  const column = (part: Period): ReportColumn => ({
    period: part,
    figures: figuresOf(chosen, part),
    companions: companionsOf(chosen, part),
  });
  return {
    asOf: asOfDay(facts),
    period,
    filter,
    basis: facts.export[0]?.register ? 'register' : 'documents',
    quarters: quartersOf(period).map(column),
    total: column(period),
    notes: notesOn(chosen),
  };
}

/** The facts of the incidents that the filter lets through. Surveys have no service, team or severity: they stay. */
export function filtered(facts: Facts, filter: ReportFilter): Facts {
  const { service, team, severity } = filter;
  if (!service && !team && !severity) return facts;
  const is = (value: string | null, wanted: string | undefined) =>
    !wanted || value?.toLowerCase() === wanted.toLowerCase();
  const passes = (row: { services: string | null; team: string | null; severity: string | null }) =>
    is(row.team, team) &&
    is(row.severity, severity) &&
    (!service || (row.services ?? '').split(';').some((name) => is(name, service)));
  const incidents = facts.incidents.filter(passes);
  const documents = new Set([
    ...incidents.flatMap((incident) => (incident.document === null ? [] : [incident.document])),
    ...facts.postmortems.filter(passes).map((row) => row.document),
  ]);
  const ofThose = <Row extends { document: string | null }>(rows: readonly Row[]) =>
    rows.filter((row) => documents.has(row.document));
  return {
    ...facts,
    incidents,
    postmortems: ofThose(facts.postmortems),
    action_items: ofThose(facts.action_items),
    timeline: ofThose(facts.timeline),
    findings: ofThose(facts.findings),
  };
}

function notesOn(facts: Facts): string[] {
  const notes: string[] = [];
  if (!facts.export[0]?.register)
    notes.push(
      t(
        'There is no incident register: only incidents that a document names are counted. Write or import `.postmortem/incidents.csv` to count those nobody wrote about.',
      ),
    );
  const dateless = facts.incidents.filter((incident) => incident.day === null).length;
  if (dateless > 0)
    notes.push(
      dateless === 1
        ? t('1 incident has no date and stands in no period.')
        : t('{0} incidents have no date and stand in no period.', dateless),
    );
  return notes;
}
