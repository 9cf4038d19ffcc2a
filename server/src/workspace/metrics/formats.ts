import { t } from '../../core/index.ts';
import { formatCsv } from '../csv.ts';
import { definitionOf, METRIC_IDS, METRICS } from './definitions.ts';
import { reportToHtml } from './html.ts';
import type { Report, ReportColumn } from './report.ts';
import { basisText, rounded, typicalText, valueText, verdictText } from './wording.ts';

export const REPORT_FORMATS = ['text', 'json', 'csv', 'html'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Version of the JSON of a report; it grows when a key is renamed, removed or changes its meaning. */
export const REPORT_VERSION = 1;

export function formatReport(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'text':
      return reportToText(report);
    case 'json':
      return `${JSON.stringify({ version: REPORT_VERSION, definitions: definitions(), ...report }, (_, value) => value ?? null, 2)}\n`;
    case 'csv':
      return reportToCsv(report);
    case 'html':
      return reportToHtml(report);
  }
}

function definitions() {
  return Object.fromEntries(METRIC_IDS.map((id) => [id, definitionOf(id)]));
}

/** The columns of a report: its quarters, and the whole where there are several. */
export function columnsOf(report: Report): ReportColumn[] {
  return report.quarters.length > 1 ? [...report.quarters, report.total] : [report.total];
}

/** What stands beside the five metrics, line by line: name, and text by column. */
export function companionLines(
  columns: readonly ReportColumn[],
): { readonly name: string; readonly values: readonly string[] }[] {
  const line = (name: string, text: (column: ReportColumn) => string) => ({ name, values: columns.map(text) });
  return [
    line(t('Incidents'), ({ companions }) => String(companions.incidents)),
    line(t('Postmortems'), ({ companions }) => String(companions.documents)),
    line(t('Time to detect, median'), ({ companions }) => typicalText(companions.timeToDetect)),
    line(t('Time to mitigate, median'), ({ companions }) => typicalText(companions.timeToMitigate)),
    line(t('Time to recover, median'), ({ companions }) => typicalText(companions.timeToRecover)),
    line(t('Action items open / overdue'), ({ companions: { actions } }) =>
      t('{0} / {1} of {2}', actions.open, actions.overdue, actions.all),
    ),
    line(
      t('Strong / intermediate / weak'),
      ({ companions: { strength } }) =>
        `${strength.strong} / ${strength.intermediate} / ${strength.weak}${strength.unknown > 0 ? `, ${t('{0} unknown', strength.unknown)}` : ''}`,
    ),
    line(t('Blame findings a document'), ({ companions: { blamePerDocument } }) =>
      blamePerDocument === undefined ? t('unknown') : rounded(blamePerDocument),
    ),
  ];
}

function reportToText(report: Report): string {
  const all = columnsOf(report);
  // A terminal is only so wide.
  const columns = all.slice(-MOST_COLUMNS);
  const rows: string[][] = [['', ...columns.map((column) => column.period.label), 'target']];
  for (const id of METRIC_IDS) {
    const figures = columns.map((column) => column.figures[id]);
    rows.push([
      METRICS[id].title,
      ...figures.map((figure) => `${valueText(figure)} ${MARKS[verdictText(figure)]}`),
      METRICS[id].target.text,
    ]);
    rows.push(['', ...figures.map(basisText), '']);
  }
  rows.push(columns.map(() => '').concat('', ''));
  for (const { name, values } of companionLines(columns)) rows.push([name, ...values, '']);

  const { figures } = report.total;
  const open = METRIC_IDS.flatMap((id) => {
    const { missed, toKnow } = figures[id];
    const lines = [
      ...missed
        .slice(0, MISSED_SHOWN)
        .map(({ label, detail, document }) => `  ${label}: ${detail}${document ? ` (${document})` : ''}`),
      ...(missed.length > MISSED_SHOWN ? [`  … and ${missed.length - MISSED_SHOWN} more`] : []),
      ...(id === 'repeat-incidents' ? figures[id].counted.map(({ label, detail }) => `  ${label}: ${detail}`) : []),
      ...toKnow.map((text) => `  To know more: ${text}`),
    ];
    return lines.length > 0 ? [METRICS[id].title, ...lines] : [];
  });
  const cut =
    all.length > columns.length
      ? ['The last eight quarters are shown; the formats json, csv and html have all of them.']
      : [];
  const notes = [...report.notes, ...cut];
  const title = `Postmortems, ${report.period.label}, as of ${report.asOf}${filterText(report)}`;
  return `${[title, '', table(rows), ...(open.length > 0 ? ['', ...open] : []), ...notes.flatMap((note) => ['', note])].join('\n')}\n`;
}

/** The whole period and eight quarters. */
const MOST_COLUMNS = 9;
const MARKS = { met: '✓', missed: '✗', open: '?' };
const MISSED_SHOWN = 10;

/** ", service checkout": which incidents were looked at; empty for all. */
export function filterText({ filter }: Report): string {
  const { service, team, severity } = filter;
  return [service && t('service {0}', service), team && t('team {0}', team), severity && t('severity {0}', severity)]
    .filter(Boolean)
    .map((text) => `, ${text}`)
    .join('');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column]! - [...cell].length))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function reportToCsv(report: Report): string {
  const rows = columnsOf(report).flatMap((column) =>
    METRIC_IDS.map((id) => {
      const figure = column.figures[id];
      const cells = {
        period: column.period.label,
        metric: id,
        value: figure.value,
        p90: figure.p90,
        numerator: figure.numerator,
        denominator: figure.denominator,
        unknown: figure.unknown.length,
        target: METRICS[id].target.text,
        verdict: verdictText(figure),
      };
      return Object.fromEntries(
        Object.entries(cells).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
      );
    }),
  );
  return formatCsv(
    ['period', 'metric', 'value', 'p90', 'numerator', 'denominator', 'unknown', 'target', 'verdict'],
    rows,
  );
}
