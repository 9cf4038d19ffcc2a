import { headerKey, parseCsv } from '../csv.ts';
import { isoTimestamp } from './isoTimestamp.ts';
import { type FlatRecord, flatten, recordsIn } from './records.ts';
import type { ImportedIncident } from './register.ts';
import { INCIDENT_TOOLS, type IncidentTool, type ToolName } from './tools.ts';

export interface ImportResult {
  /** The tool whose export it is; undefined where none was recognised. */
  readonly tool: ToolName | undefined;
  readonly incidents: readonly ImportedIncident[];
  /** What was left out, and why: drills, incidents without a readable start. */
  readonly skipped: readonly { readonly what: string; readonly reason: string }[];
}

/**
 * Reads an export of PagerDuty, Opsgenie, incident.io, Grafana IRM or Jira, CSV or JSON as their interfaces and export buttons give it; also a table in
 * the register's own columns. An incident id in the title ("INC-042: …", with the given prefix) is taken as the incident's id; otherwise the tool's own
 * number stands for it ("PD-1234"). Never throws: a text that is none of these has no tool.
 */
export function importIncidents(
  text: string,
  options: { readonly prefix?: string; readonly tool?: ToolName } = {},
): ImportResult {
  const records = readRecords(text);
  const sample = records[0];
  const tool = options.tool
    ? INCIDENT_TOOLS.find((candidate) => candidate.name === options.tool)
    : sample &&
      INCIDENT_TOOLS.find((candidate) => candidate.signature.every((key) => fieldOf(sample, key) !== undefined));
  if (!tool) return { tool: undefined, incidents: [], skipped: [] };

  const incidents: ImportedIncident[] = [];
  const skipped: { what: string; reason: string }[] = [];
  for (const record of records) {
    const read = readIncident(record, tool, options.prefix ?? 'INC');
    if ('reason' in read) skipped.push(read);
    else incidents.push(read);
  }
  return { tool: tool.name, incidents, skipped };
}

function readIncident(
  record: FlatRecord,
  tool: IncidentTool,
  prefix: string,
): ImportedIncident | { what: string; reason: string } {
  const read = (keys: readonly string[]) => firstOf(record, keys);
  const title = read(tool.title);
  const number = read(tool.number);
  const key = read(tool.key) || number;
  const what = title || key || 'an entry without a title';
  const exercise = tool.exercise?.(record);
  if (exercise) return { what, reason: exercise };
  if (key === '') return { what, reason: 'it has no id' };
  const startedAt = isoTimestamp(read(tool.startedAt));
  if (!startedAt) return { what, reason: `its start cannot be read: "${read(tool.startedAt)}"` };
  return {
    incidentId: idInTitle(title, prefix) ?? tool.incidentId(number || key),
    source: `${tool.name}:${key}`,
    title,
    startedAt,
    resolvedAt: isoTimestamp(read(tool.resolvedAt)) ?? '',
    severity: read(tool.severity),
    services: [...new Set([...splitList(read(tool.services)), ...(tool.moreServices?.(record) ?? [])])].filter(isName),
    team: read(tool.team),
  };
}

function readRecords(text: string): FlatRecord[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (/^[[{]/.test(trimmed)) return recordsIn(trimmed).map(flatten);
  return parseCsv(text).rows.map(
    (row) => new Map(Object.entries(row.cells).map(([header, value]) => [headerKey(header), value])),
  );
}

function fieldOf(record: FlatRecord, key: string): string | undefined {
  return record.get(headerKey(key));
}

function firstOf(record: FlatRecord, keys: readonly string[]): string {
  for (const key of keys) {
    const value = fieldOf(record, key)?.trim();
    if (value) return value;
  }
  return '';
}

function splitList(text: string): string[] {
  return text
    .split(/[;|,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a text is a name and not what only the tool knows a service by. */
function isName(text: string): boolean {
  return !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function idInTitle(title: string, prefix: string): string | undefined {
  const escaped = prefix.replace(/[^A-Za-z0-9]/g, '');
  return new RegExp(`\\b${escaped}-\\d{1,9}\\b`, 'i').exec(title)?.[0].toUpperCase();
}
