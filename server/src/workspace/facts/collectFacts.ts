import { contains, type IsoDay, type Period } from '../period.ts';
import type { ActionRecord, PostmortemRecord } from '../record.ts';
import type { Register } from '../register/register.ts';
import type { Surveys } from '../surveys.ts';
import { FACTS_VERSION, type FactRow, type Facts } from './schema.ts';

export interface FactSources {
  readonly records: Iterable<PostmortemRecord>;
  /** Undefined where the workspace has no register file. */
  readonly register: Register | undefined;
  readonly surveys: Surveys | undefined;
  /** Today. */
  readonly asOf: IsoDay;
  /** Repeats are looked for among incidents of this period only; of all where none is given. It is the one thing that takes time. */
  readonly period?: Period;
  /** The earlier postmortem that has the same root cause, where there is one. Whether incidents repeat is unknown where it is left out. */
  repeated?(record: PostmortemRecord): PostmortemRecord | undefined;
}

/** The fact tables of a workspace. What is not known is null, never a default. */
export function collectFacts(sources: FactSources): Facts {
  const records = [...sources.records].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    export: [{ schema_version: FACTS_VERSION, as_of: sources.asOf, register: sources.register !== undefined }],
    incidents: incidentRows(records, sources),
    postmortems: records.map(postmortemRow),
    action_items: records.flatMap((record) =>
      record.actions.map((action, index) => actionRow(record, action, index + 1)),
    ),
    timeline: records.flatMap((record) =>
      record.timeline.map((entry, index) => ({
        document: record.path,
        position: index + 1,
        time: entry.time ?? null,
        at: entry.at ?? null,
        event: entry.event,
        milestones: entry.milestones.join(';'),
      })),
    ),
    findings: records.flatMap((record) =>
      record.findings.map(({ rule, severity, line, message }) => ({
        document: record.path,
        rule,
        severity,
        line,
        message,
      })),
    ),
    surveys: (sources.surveys?.quarters ?? []).flatMap(({ quarter, answers, scoreSum }) =>
      scoreSum === undefined ? [] : [{ quarter, answers, score_sum: scoreSum }],
    ),
  };
}

function incidentRows(records: readonly PostmortemRecord[], sources: FactSources): FactRow<'incidents'>[] {
  const rows: FactRow<'incidents'>[] = [];
  const documents = documentsByIncident(records);
  const known = new Set<string>();
  for (const incident of sources.register?.incidents ?? []) {
    const key = incident.incidentId.toUpperCase();
    known.add(key);
    const record = documents.get(key);
    rows.push({
      incident_id: incident.incidentId,
      source: 'register',
      title: incident.title || (record?.title ?? ''),
      day: incident.day,
      started_at: incident.startedAt,
      resolved_at: incident.resolvedAt ?? null,
      severity: incident.severity ?? record?.severity ?? null,
      services: (incident.services.length > 0 ? incident.services : (record?.services ?? [])).join(';'),
      team: incident.team ?? record?.team ?? null,
      needs_postmortem: incident.needsPostmortem,
      ...documentColumns(record),
      ...repeatColumns(record, incident.repeatOf, sources),
    });
  }
  for (const [key, record] of documents) {
    if (known.has(key)) continue;
    known.add(key);
    rows.push({
      incident_id: record.incidentId ?? record.path,
      source: 'document',
      title: record.title,
      day: record.date ?? null,
      started_at: null,
      resolved_at: null,
      severity: record.severity ?? null,
      services: record.services.join(';'),
      team: record.team ?? null,
      needs_postmortem: true,
      ...documentColumns(record),
      ...repeatColumns(record, undefined, sources),
    });
  }
  if (sources.register === undefined) rows.push(...mentionedRows(records, known));
  return rows;
}

/** Incidents that are only named as related to others: without a register nothing else knows of them. */
function mentionedRows(records: readonly PostmortemRecord[], known: Set<string>): FactRow<'incidents'>[] {
  const rows: FactRow<'incidents'>[] = [];
  for (const mention of records.flatMap((record) => record.mentions)) {
    const key = mention.incidentId.toUpperCase();
    if (!mention.related || known.has(key)) continue;
    known.add(key);
    rows.push({
      incident_id: mention.incidentId,
      source: 'mention',
      title: '',
      day: mention.day ?? null,
      started_at: null,
      resolved_at: null,
      severity: null,
      services: '',
      team: null,
      needs_postmortem: true,
      ...documentColumns(undefined),
      ...repeatColumns(undefined, undefined, undefined),
    });
  }
  return rows;
}

const COMPLETENESS = { complete: 2, unknown: 1, incomplete: 0 };

/** One document an incident: the one furthest in its life where two have the same id. Documents without an id are known by their path. */
function documentsByIncident(records: readonly PostmortemRecord[]): Map<string, PostmortemRecord> {
  const documents = new Map<string, PostmortemRecord>();
  for (const record of records) {
    const key = (record.incidentId ?? record.path).toUpperCase();
    const other = documents.get(key);
    if (!other || COMPLETENESS[record.completion] > COMPLETENESS[other.completion]) documents.set(key, record);
  }
  return documents;
}

function documentColumns(record: PostmortemRecord | undefined) {
  return {
    document: record?.path ?? null,
    completion: record?.completion ?? 'none',
    completed_on: record?.completedOn ?? null,
  };
}

function repeatColumns(
  record: PostmortemRecord | undefined,
  registered: string | undefined,
  sources: FactSources | undefined,
): Pick<FactRow<'incidents'>, 'repeat_known' | 'repeat_of' | 'repeat_basis'> {
  if (registered !== undefined)
    return { repeat_known: true, repeat_of: /^none$/i.test(registered) ? null : registered, repeat_basis: 'register' };
  const asked = !sources?.period || contains(sources.period, record?.date);
  if (!record || !sources?.repeated || !asked || `${record.cause}${record.factors}`.trim() === '')
    return { repeat_known: false, repeat_of: null, repeat_basis: null };
  const earlier = sources.repeated(record);
  return {
    repeat_known: true,
    repeat_of: earlier ? (earlier.incidentId ?? earlier.path) : null,
    repeat_basis: 'similarity',
  };
}

function postmortemRow(record: PostmortemRecord): FactRow<'postmortems'> {
  return {
    document: record.path,
    incident_id: record.incidentId ?? null,
    title: record.title,
    day: record.date ?? null,
    lifecycle: record.lifecycle,
    completion: record.completion,
    completed_on: record.completedOn ?? null,
    severity: record.severity ?? null,
    services: record.services.join(';'),
    team: record.team ?? null,
    minutes_to_detect: record.timeToDetect ?? null,
    minutes_to_mitigate: record.timeToMitigate ?? null,
    minutes_to_recover: record.timeToRecover ?? null,
    blame_findings: record.blameFindings,
  };
}

function actionRow(record: PostmortemRecord, action: ActionRecord, position: number): FactRow<'action_items'> {
  return {
    document: record.path,
    position,
    id: action.id ?? null,
    action: action.action,
    owner: action.owner ?? null,
    priority: action.priority ?? null,
    state: action.state ?? null,
    due_on: action.due ?? null,
    done_on: action.doneOn ?? null,
    strength: action.strength ?? null,
    ticket: action.ticket ?? null,
    incident_day: record.date ?? null,
  };
}
