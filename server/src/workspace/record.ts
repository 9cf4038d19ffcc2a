import {
  type ActionStrength,
  actionStrength,
  categoryOf,
  DEFAULT_SETTINGS,
  type Finding,
  type Lifecycle,
  type Postmortem,
  parseDate,
  type SectionKind,
  type Settings,
  type Severity,
  type Span,
} from '../core/index.ts';
import { type IsoDay, isoDayIn } from './period.ts';
import { mechanismsToldBy } from './similarity/told.ts';

/** An action item as the index keeps it. */
export interface ActionRecord {
  readonly id: string | undefined;
  readonly action: string;
  readonly owner: string | undefined;
  readonly priority: string | undefined;
  readonly due: IsoDay | undefined;
  /** Day on which it was done, where its status says it ("✅ 2026-03-01"). */
  readonly doneOn: IsoDay | undefined;
  readonly state: 'open' | 'in-progress' | 'done' | 'cancelled' | undefined;
  readonly strength: ActionStrength | undefined;
  readonly ticket: string | undefined;
  readonly span: Span;
}

/** An incident id that a document names, its own left out. */
export interface Mention {
  readonly incidentId: string;
  readonly span: Span;
  /** Whether it stands under related incidents. */
  readonly related: boolean;
  /** The day written beside it: "INC-042: queue depth (2023-12-15)". */
  readonly day: IsoDay | undefined;
}

/** What the index remembers of one postmortem: plain data, so that it can be written to disk and read again. */
export interface PostmortemRecord {
  readonly uri: string;
  /** Relative to the workspace, `/` between the parts. */
  readonly path: string;
  readonly title: string;
  readonly incidentId: string | undefined;
  /** Where the title stands: the target of links to this postmortem. */
  readonly titleSpan: Span;
  /** Day of the incident. */
  readonly date: IsoDay | undefined;
  readonly lifecycle: Lifecycle;
  /** Complete: status final, or a completed-by footer with a date. Unknown: no status and nothing left to fill in. */
  readonly completion: 'complete' | 'incomplete' | 'unknown';
  readonly completedOn: IsoDay | undefined;
  readonly severity: string | undefined;
  readonly services: readonly string[];
  readonly team: string | undefined;
  /** Minutes. */
  readonly timeToDetect: number | undefined;
  readonly timeToMitigate: number | undefined;
  readonly timeToRecover: number | undefined;
  /** Only the export needs it; empty in records that were not made for one. */
  readonly timeline: readonly {
    readonly time: string | undefined;
    /** ISO, UTC. */
    readonly at: string | undefined;
    readonly event: string;
    readonly milestones: readonly string[];
  }[];
  readonly actions: readonly ActionRecord[];
  readonly mentions: readonly Mention[];
  /** What similar incidents are found by. */
  readonly cause: string;
  readonly factors: string;
  /** Title, summary and impact, kept where the document has no section on the cause. */
  readonly symptoms: string;
  /** The mechanisms of failure that the cause tells of, each with its probability (0 to 1): kept so that a start does not have to read them again. */
  readonly mechanisms?: Readonly<Record<string, number>>;
  /** For those who share it: the summary, what was learned, and whom to thank. */
  readonly summary: string;
  readonly lessons: readonly string[];
  readonly people: readonly string[];
  /** Only the export needs them; empty in records that were not made for one. */
  readonly findings: readonly { rule: string; severity: Severity; line: number; message: string }[];
  /** Findings of the blame rules at warning or above. */
  readonly blameFindings: number;
}

/** An incident id in running text: two to ten letters, a dash, two to six digits, the letters as in "INC-042" or "SEV-2023". */
const INCIDENT_ID = /\b[A-Z]{2,10}-\d{2,6}\b/g;

/** Longest text kept for one side of a comparison: what comes later in a root cause no longer tells causes apart. */
const LONGEST = 6000;

/**
 * The record of a postmortem and what was found in it. `path` is shown to people; the URI finds the file. `detailed` records hold timeline and findings,
 * which take most of the memory.
 */
export function recordOf(
  uri: string,
  postmortem: Postmortem,
  findings: readonly Finding[],
  path: string = uri,
  settings: Settings = DEFAULT_SETTINGS,
  detailed = false,
): PostmortemRecord {
  const { title, date, derived, source } = postmortem;
  const dayIn = (text: string | undefined): IsoDay | undefined => {
    const reading = text ? parseDate(text, { date, settings }) : undefined;
    return reading?.date && reading.precision !== 'month' ? isoDay(reading.date) : undefined;
  };
  const completedOn = dayIn(fieldText(postmortem, 'completed-date'));
  const cause = causeOf(uri, postmortem);
  const record: PostmortemRecord = {
    ...cause,
    mechanisms: mechanismsToldBy(cause),
    path,
    title: title?.name?.text ?? title?.text ?? '',
    titleSpan: title?.span ?? { start: 0, end: 0 },
    lifecycle: postmortem.lifecycle,
    completion: completionOf(postmortem, completedOn),
    completedOn,
    severity: postmortem.severity?.normalized ?? postmortem.severity?.value.text,
    team: fieldText(postmortem, 'team'),
    timeToDetect: derived.timeToDetect,
    timeToMitigate: derived.timeToMitigate,
    timeToRecover: derived.timeToRecover,
    timeline: (detailed ? postmortem.timelines : []).flatMap(({ entries }) =>
      entries
        .filter((entry) => entry.problem !== 'placeholder')
        .map((entry) => ({
          time: entry.time?.text,
          at: entry.at?.dated ? new Date(entry.at.minutes * 60_000).toISOString() : undefined,
          event: entry.event.text,
          milestones: entry.milestones,
        })),
    ),
    actions: postmortem.actionItems.items
      .filter((item) => !item.placeholder)
      .map((item) => ({
        id: item.id?.text || undefined,
        action: item.action.text,
        owner: item.owner?.text || undefined,
        priority: item.priority?.text || undefined,
        due: item.dueDate ? isoDay(item.dueDate) : undefined,
        doneOn: item.state === 'done' ? dayIn(item.status?.text) : undefined,
        state: item.state,
        strength: actionStrength(item.action.text).strength,
        ticket: item.ticket?.text || undefined,
        span: item.span,
      })),
    mentions: mentionsOf(postmortem),
    summary: proseOf(postmortem, ['summary']).slice(0, 1000),
    lessons: postmortem.prose
      .filter((unit) => unit.kind === 'lessons' && unit.role !== 'heading' && !unit.metadata)
      .map((unit) => unit.run.text.trim())
      .slice(0, 10),
    people: postmortem.people.names.slice(0, 30),
    findings: (detailed ? findings : []).map((finding) => ({
      rule: finding.ruleId,
      severity: finding.severity,
      line: source.positionAt(finding.span.start).line + 1,
      message: finding.message,
    })),
    blameFindings: findings.filter(
      (finding) =>
        categoryOf(finding.ruleId) === 'blame' && (finding.severity === 'warning' || finding.severity === 'error'),
    ).length,
  };
  return unshared(record);
}

/** What similar incidents are found by. */
export type CauseRecord = Pick<
  PostmortemRecord,
  'uri' | 'incidentId' | 'date' | 'services' | 'cause' | 'factors' | 'symptoms' | 'mechanisms'
>;

/** The part of a record that tells causes apart: cheap enough for every keystroke. */
export function causeOf(uri: string, postmortem: Postmortem): CauseRecord {
  const { title, date } = postmortem;
  const cause = proseOf(postmortem, ['root-cause', 'trigger', 'five-whys']).trim();
  return {
    uri,
    incidentId: title?.incidentId?.text ?? fieldText(postmortem, 'incident-id'),
    date: date ? isoDay(date) : undefined,
    services: splitList(fieldText(postmortem, 'services') ?? fieldText(postmortem, 'services-down')),
    cause,
    factors: proseOf(postmortem, ['contributing-factors']),
    symptoms: cause === '' ? `${title?.name?.text ?? ''}\n${proseOf(postmortem, ['summary', 'impact'])}` : '',
  };
}

/** A part of a text keeps the whole text alive in memory. The record of ten thousand documents must not keep them all, so its strings are made anew. */
function unshared<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function completionOf(postmortem: Postmortem, completedOn: IsoDay | undefined): PostmortemRecord['completion'] {
  if (postmortem.lifecycle === 'final' || completedOn !== undefined) return 'complete';
  if (postmortem.lifecycle === 'draft') return 'incomplete';
  return postmortem.fields.some((field) => field.kind === 'status') ? 'incomplete' : 'unknown';
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
    .filter((unit) => unit.role !== 'heading' && !unit.metadata && unit.kind !== undefined && kinds.includes(unit.kind))
    .map((unit) => unit.run.text)
    .join('\n')
    .slice(0, LONGEST);
}

function mentionsOf(postmortem: Postmortem): Mention[] {
  const own = postmortem.title?.incidentId?.text.toUpperCase();
  const mentions: Mention[] = [];
  for (const { run, kind } of postmortem.prose) {
    for (const match of run.text.matchAll(INCIDENT_ID)) {
      if (match[0] === own) continue;
      const end = match.index + match[0].length;
      mentions.push({
        incidentId: match[0],
        span: run.toSource({ start: match.index, end }),
        related: kind === 'related-incidents',
        day:
          kind === 'related-incidents' ? isoDayIn(/\d{4}-\d{2}-\d{2}/.exec(run.text.slice(end))?.[0] ?? '') : undefined,
      });
    }
  }
  return mentions;
}

function isoDay(date: { year: number; month: number; day: number }): IsoDay {
  const pad = (number: number, digits: number) => String(number).padStart(digits, '0');
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}
