import type { FlatRecord } from './records.ts';

export type ToolName = 'pagerduty' | 'opsgenie' | 'incident.io' | 'grafana' | 'jira' | 'table';

/** Where a tool's export keeps what the register wants to know. Keys are alternatives, first come first served; case and punctuation do not count. */
export interface IncidentTool {
  readonly name: ToolName;
  /** Keys that are all there in exports of this tool and of no tool before it in the list. */
  readonly signature: readonly string[];
  /** The id that the tool itself finds the incident by. */
  readonly key: readonly string[];
  /** The number that people use. */
  readonly number: readonly string[];
  incidentId(number: string): string;
  readonly title: readonly string[];
  readonly startedAt: readonly string[];
  readonly resolvedAt: readonly string[];
  readonly severity: readonly string[];
  readonly services: readonly string[];
  readonly team: readonly string[];
  moreServices?(record: FlatRecord): string[];
  /** Why an entry is no incident (a drill, a test); undefined for incidents. */
  exercise?(record: FlatRecord): string | undefined;
}

const prefixed = (prefix: string) => (number: string) =>
  /^[A-Z][A-Z0-9]*-\d+$/i.test(number) ? number.toUpperCase() : `${prefix}-${number.replace(/^#/, '')}`;

/** The tools whose exports are understood; the most telling signatures come first. */
export const INCIDENT_TOOLS: readonly IncidentTool[] = [
  {
    name: 'grafana',
    signature: ['incidentID', 'title', 'createdTime'],
    key: ['incidentID'],
    number: ['incidentID'],
    incidentId: prefixed('GRAFANA'),
    title: ['title'],
    startedAt: ['incidentStart', 'createdTime', 'createdAt', 'created'],
    resolvedAt: ['incidentEnd', 'closedTime', 'resolvedTime', 'closedAt'],
    severity: ['severityLabel', 'severity'],
    services: ['service', 'label service', 'label service_name', 'label services'],
    team: ['team', 'squad', 'label team', 'label squad'],
    moreServices: (record) =>
      (record.get('labelslabel') ?? record.get('labels') ?? '')
        .split(/[;,]/)
        .map((label) => label.trim())
        .filter((label) => /^services?(?:_name)?:/i.test(label))
        .map((label) => label.slice(label.indexOf(':') + 1).trim()),
    exercise: (record) => (record.get('isdrill') === 'true' ? 'it is a drill' : undefined),
  },
  {
    name: 'pagerduty',
    signature: ['incident_number'],
    key: ['id', 'incident_id', 'incident_number'],
    number: ['incident_number'],
    incidentId: prefixed('PD'),
    title: ['title', 'description', 'summary'],
    startedAt: ['created_at', 'created_on', 'impact_start_at'],
    resolvedAt: ['resolved_at', 'resolved_on', 'impact_end_at'],
    severity: ['priority.summary', 'priority.name', 'priority_name', 'priority'],
    services: ['service.summary', 'service_name', 'service'],
    team: ['teams.summary', 'team_name', 'team'],
  },
  {
    name: 'opsgenie',
    signature: ['tinyId', 'message'],
    key: ['id', 'incident_id', 'alert_id', 'tinyId'],
    number: ['tinyId'],
    incidentId: prefixed('OG'),
    title: ['message'],
    startedAt: ['impactStartDate', 'createdAt', 'created_at', 'createdDate'],
    resolvedAt: ['impactEndDate', 'resolvedAt', 'closedAt', 'report.closeTime'],
    severity: ['priority'],
    services: ['impactedServices.name', 'impactedServices', 'service', 'entity'],
    team: ['ownerTeam', 'ownerTeam.name', 'teams.name', 'teams'],
  },
  {
    name: 'jira',
    signature: ['key', 'fields.summary'],
    key: ['key'],
    number: ['key'],
    incidentId: prefixed('JIRA'),
    title: ['fields.summary'],
    startedAt: ['fields.created'],
    resolvedAt: ['fields.resolutiondate'],
    severity: ['fields.priority.name'],
    services: ['fields.components.name'],
    team: ['fields.team.name'],
  },
  {
    name: 'jira',
    signature: ['Issue key', 'Summary'],
    key: ['Issue key'],
    number: ['Issue key'],
    incidentId: prefixed('JIRA'),
    title: ['Summary'],
    startedAt: ['Custom field (Incident start)', 'Custom field (Start date)', 'Created'],
    resolvedAt: ['Custom field (Incident end)', 'Resolved'],
    severity: ['Custom field (Severity)', 'Severity', 'Priority'],
    services: ['Custom field (Affected services)', 'Component/s', 'Components', 'Component'],
    team: ['Custom field (Team)', 'Team'],
  },
  {
    name: 'table',
    signature: ['incident_id', 'started_at'],
    key: ['incident_id'],
    number: ['incident_id'],
    incidentId: (id) => id,
    title: ['title'],
    startedAt: ['started_at'],
    resolvedAt: ['resolved_at'],
    severity: ['severity'],
    services: ['services', 'service'],
    team: ['team'],
  },
  {
    name: 'incident.io',
    signature: ['name', 'severity', 'reference'],
    ...incidentIo(),
  },
  {
    name: 'incident.io',
    signature: ['id', 'name', 'reported at'],
    ...incidentIo(),
  },
  {
    name: 'incident.io',
    signature: ['reference', 'name', 'created_at'],
    ...incidentIo(),
  },
];

function incidentIo(): Omit<IncidentTool, 'name' | 'signature'> {
  return {
    key: ['id', 'incident id', 'reference'],
    number: ['reference', 'id', 'incident id'],
    incidentId: prefixed('INC'),
    title: ['name'],
    startedAt: [
      'timestamp Impact started',
      'timestamp Impact started at',
      'Impact started at',
      'timestamp Reported at',
      'reported at',
      'timestamp Declared at',
      'declared at',
      'created_at',
      'created at',
    ],
    resolvedAt: [
      'timestamp Resolved at',
      'resolved at',
      'timestamp Fixed at',
      'fixed at',
      'timestamp Closed at',
      'closed at',
    ],
    severity: ['severity.name', 'severity'],
    services: [
      'services',
      'affected services',
      'service',
      'field Affected services',
      'field Affected service',
      'field Services',
      'field Service',
    ],
    team: ['team', 'teams', 'owning team', 'field Owning team', 'field Team', 'field Teams', 'field Affected team'],
    exercise: (record) => {
      const mode = (record.get('mode') ?? '').toLowerCase();
      return mode === 'test' || mode === 'tutorial' ? `it is a ${mode} incident` : undefined;
    },
  };
}
