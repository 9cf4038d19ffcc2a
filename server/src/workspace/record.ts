import {
  categoryOf,
  type Finding,
  type Lifecycle,
  type Postmortem,
  type SectionKind,
  type Span,
} from '../core/index.ts';

/** An action item as the index keeps it. Dates are ISO days (`2026-03-01`). */
export interface ActionRecord {
  readonly id: string | undefined;
  readonly action: string;
  readonly owner: string | undefined;
  readonly priority: string | undefined;
  readonly due: string | undefined;
  readonly state: 'open' | 'in-progress' | 'done' | 'cancelled' | undefined;
  readonly span: Span;
}

/** What the index remembers of one postmortem: plain data, so that it can be written to disk and read again. */
export interface PostmortemRecord {
  readonly uri: string;
  readonly title: string;
  readonly incidentId: string | undefined;
  /** Where the title stands: the target of links to this postmortem. */
  readonly titleSpan: Span;
  /** ISO day of the incident. */
  readonly date: string | undefined;
  readonly lifecycle: Lifecycle;
  readonly severity: string | undefined;
  readonly services: readonly string[];
  readonly team: string | undefined;
  /** Minutes. */
  readonly timeToDetect: number | undefined;
  readonly timeToMitigate: number | undefined;
  readonly timeToRecover: number | undefined;
  readonly actions: readonly ActionRecord[];
  /** Incident ids that the document names, its own left out. */
  readonly mentions: readonly { readonly incidentId: string; readonly span: Span }[];
  /** What similar incidents are found by. */
  readonly cause: string;
  readonly factors: string;
  readonly symptoms: string;
  readonly blameFindings: number;
}

/** An incident id in running text: two to ten letters, a dash, two to six digits, the letters as in "INC-042" or "SEV-2023". */
const INCIDENT_ID = /\b[A-Z]{2,10}-\d{2,6}\b/g;

/** The record of a postmortem and what was found in it. */
export function recordOf(uri: string, postmortem: Postmortem, findings: readonly Finding[]): PostmortemRecord {
  const { title, date } = postmortem;
  return {
    uri,
    title: title?.name?.text ?? title?.text ?? '',
    incidentId: title?.incidentId?.text ?? fieldText(postmortem, 'incident-id'),
    titleSpan: title?.span ?? { start: 0, end: 0 },
    date: date ? isoDay(date.year, date.month, date.day) : undefined,
    lifecycle: postmortem.lifecycle,
    severity: postmortem.severity?.normalized,
    services: splitList(fieldText(postmortem, 'services') ?? fieldText(postmortem, 'services-down')),
    team: fieldText(postmortem, 'team'),
    timeToDetect: postmortem.derived.timeToDetect,
    timeToMitigate: postmortem.derived.timeToMitigate,
    timeToRecover: postmortem.derived.timeToRecover,
    actions: postmortem.actionItems.items
      .filter((item) => !item.placeholder)
      .map((item) => ({
        id: item.id?.text || undefined,
        action: item.action.text,
        owner: item.owner?.text || undefined,
        priority: item.priority?.text || undefined,
        due: item.dueDate ? isoDay(item.dueDate.year, item.dueDate.month, item.dueDate.day) : undefined,
        state: item.state,
        span: item.span,
      })),
    mentions: mentionsOf(postmortem),
    cause: proseOf(postmortem, ['root-cause', 'trigger', 'five-whys']),
    factors: proseOf(postmortem, ['contributing-factors', 'went-poorly']),
    symptoms: `${title?.name?.text ?? ''}\n${proseOf(postmortem, ['summary', 'impact'])}`,
    blameFindings: findings.filter(
      (finding) =>
        categoryOf(finding.ruleId) === 'blame' && (finding.severity === 'warning' || finding.severity === 'error'),
    ).length,
  };
}

function fieldText(postmortem: Postmortem, kind: Postmortem['fields'][number]['kind']): string | undefined {
  return postmortem.fields.find((field) => field.kind === kind)?.value.text || undefined;
}

function splitList(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,;]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('['));
}

function proseOf(postmortem: Postmortem, kinds: readonly SectionKind[]): string {
  return postmortem.prose
    .filter((unit) => unit.role !== 'heading' && unit.kind !== undefined && kinds.includes(unit.kind))
    .map((unit) => unit.run.text)
    .join('\n');
}

function mentionsOf(postmortem: Postmortem): { incidentId: string; span: Span }[] {
  const own = postmortem.title?.incidentId?.text.toUpperCase();
  const mentions: { incidentId: string; span: Span }[] = [];
  for (const unit of postmortem.prose) {
    for (const match of unit.run.text.matchAll(INCIDENT_ID)) {
      if (match[0] === own) continue;
      const span = unit.run.toSource({ start: match.index, end: match.index + match[0].length });
      mentions.push({ incidentId: match[0], span });
    }
  }
  return mentions;
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
