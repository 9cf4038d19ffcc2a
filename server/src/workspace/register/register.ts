import { cellOf, formatCsv, headerKey, parseCsv } from '../csv.ts';
import { type IsoDay, isoDayIn } from '../period.ts';

/** Where the incident register lies in a workspace. */
export const REGISTER_PATH = '.postmortem/incidents.csv';

/** The columns that the register has when we write it; docs/register.md explains each. */
export const REGISTER_COLUMNS = [
  'incident_id',
  'title',
  'started_at',
  'resolved_at',
  'severity',
  'services',
  'team',
  'postmortem',
  'repeat_of',
  'source',
] as const;

/** An incident as the organisation knows it, whether or not anybody wrote about it. */
export interface RegisteredIncident {
  /** As written: "INC-042". */
  readonly incidentId: string;
  readonly title: string;
  /** ISO date, or date and time with a zone. */
  readonly startedAt: string;
  readonly resolvedAt: string | undefined;
  readonly day: IsoDay;
  readonly severity: string | undefined;
  readonly services: readonly string[];
  readonly team: string | undefined;
  /** Whether a postmortem is expected; true where the register says nothing. */
  readonly needsPostmortem: boolean;
  /** The id of the earlier incident with the same root cause; `none` where the team has looked and found none; undefined where nobody has looked. */
  readonly repeatOf: string | undefined;
  /** The tool and the id there, as "pagerduty:Q1A2B3"; what makes a second import find the row again. */
  readonly source: string | undefined;
  readonly line: number;
}

export interface RegisterProblem {
  /** 1-based line in the file. */
  readonly line: number;
  readonly message: string;
}

export interface Register {
  readonly incidents: readonly RegisteredIncident[];
  /** Rows that could not be read; the others are. */
  readonly problems: readonly RegisterProblem[];
}

const NO = new Set(['no', 'n', 'false', '0', 'not required', 'not-required', 'none']);

/** Reads the register. A row that cannot be read is a problem with its line; it never hides the others. Never throws. */
export function parseRegister(text: string): Register {
  const table = parseCsv(text);
  const incidents = new Map<string, RegisteredIncident>();
  const problems: RegisterProblem[] = [];
  const missing = ['incident_id', 'started_at'].filter(
    (name) => !table.headers.some((header) => headerKey(header) === headerKey(name)),
  );
  if (missing.length > 0) {
    if (text.trim() !== '')
      problems.push({ line: 1, message: `The register has no column ${missing.join(' and no column ')}` });
    return { incidents: [], problems };
  }
  for (const { line, cells } of table.rows) {
    const incidentId = cellOf(cells, 'incident_id');
    const startedAt = cellOf(cells, 'started_at');
    const day = isoDayIn(startedAt);
    if (incidentId === '') {
      problems.push({ line, message: 'The row has no incident_id' });
      continue;
    }
    if (!day) {
      problems.push({ line, message: `started_at is no ISO date: "${startedAt}"` });
      continue;
    }
    const key = incidentId.toUpperCase();
    const earlier = incidents.get(key);
    if (earlier) {
      problems.push({ line, message: `${incidentId} stands in line ${earlier.line} already` });
      continue;
    }
    incidents.set(key, {
      incidentId,
      title: cellOf(cells, 'title'),
      startedAt,
      resolvedAt: cellOf(cells, 'resolved_at') || undefined,
      day,
      severity: cellOf(cells, 'severity') || undefined,
      services: cellOf(cells, 'services')
        .split(/[;|]/)
        .map((service) => service.trim())
        .filter((service) => service !== ''),
      team: cellOf(cells, 'team') || undefined,
      needsPostmortem: !NO.has(cellOf(cells, 'postmortem').toLowerCase().split(':')[0]!.trim()),
      repeatOf: cellOf(cells, 'repeat_of') || undefined,
      source: cellOf(cells, 'source') || undefined,
      line,
    });
  }
  return { incidents: [...incidents.values()], problems };
}

/** An incident as a tool exports it, ready for the register. */
export interface ImportedIncident {
  readonly incidentId: string;
  /** "pagerduty:Q1A2B3" */
  readonly source: string;
  readonly title: string;
  readonly startedAt: string;
  readonly resolvedAt: string;
  readonly severity: string;
  readonly services: readonly string[];
  readonly team: string;
}

export interface MergeResult {
  /** The register after the import. */
  readonly text: string;
  readonly added: number;
  /** Rows that had an empty cell which the import could fill. */
  readonly completed: number;
  readonly unchanged: number;
}

/**
 * Puts imported incidents into the register. A row is found again by its source, else by its incident id; what stands in a cell is never
 * overwritten, so a second import of the same export changes nothing and corrections by hand stay. Further columns are kept.
 */
export function mergeIntoRegister(text: string, imported: readonly ImportedIncident[]): MergeResult {
  const table = parseCsv(text);
  const nameOf = (column: string) => table.headers.find((header) => headerKey(header) === headerKey(column)) ?? column;
  const headers = [
    ...table.headers.filter((header) => header !== ''),
    ...REGISTER_COLUMNS.filter((column) => !table.headers.includes(nameOf(column))),
  ];
  const rows: Record<string, string>[] = table.rows.map((row) => ({ ...row.cells }));
  const bySource = new Map<string, Record<string, string>>();
  const byId = new Map<string, Record<string, string>>();
  const remember = (row: Record<string, string>) => {
    const source = row[nameOf('source')];
    if (source) bySource.set(source, row);
    byId.set((row[nameOf('incident_id')] ?? '').toUpperCase(), row);
  };
  rows.forEach(remember);

  let added = 0;
  let completed = 0;
  let unchanged = 0;
  for (const incident of imported) {
    const cells = {
      [nameOf('incident_id')]: incident.incidentId,
      [nameOf('title')]: incident.title,
      [nameOf('started_at')]: incident.startedAt,
      [nameOf('resolved_at')]: incident.resolvedAt,
      [nameOf('severity')]: incident.severity,
      [nameOf('services')]: incident.services.join(';'),
      [nameOf('team')]: incident.team,
      [nameOf('source')]: incident.source,
    };
    const row = bySource.get(incident.source) ?? byId.get(incident.incidentId.toUpperCase());
    if (!row) {
      rows.push(cells);
      remember(cells);
      added++;
      continue;
    }
    const gaps = Object.keys(cells).filter((header) => !row[header] && cells[header]);
    for (const header of gaps) row[header] = cells[header]!;
    remember(row);
    if (gaps.length > 0) completed++;
    else unchanged++;
  }
  if (added === 0 && completed === 0) return { text, added, completed, unchanged };
  const body = formatCsv(headers, rows, table.headers.length > 1 ? table.delimiter : ',');
  return { text: body, added, completed, unchanged };
}
