import { completeDeadline, dueBy, POLICIES, type Settings } from '../core/index.ts';
import type { FactRow, Facts } from './facts/schema.ts';
import { isOpen } from './metrics/metrics.ts';
import { dayOf, daysBetween, type IsoDay } from './period.ts';

/** Something that is to be done by a day. */
export interface Deadline {
  readonly kind: 'postmortem' | 'assignment' | 'action';
  readonly due: IsoDay;
  /** Negative where it is past. */
  readonly daysLeft: number;
  readonly what: string;
  readonly owner: string | undefined;
  readonly document: string | undefined;
  readonly incidentId: string | undefined;
}

/** Everything that is due on a day up to `horizon` days from today or is past due, the most urgent first. */
export function deadlinesOf(facts: Facts, policyName: Settings['policy'], horizon = 7): Deadline[] {
  const policy = POLICIES[policyName];
  const asOf = facts.export[0]?.as_of ?? '';
  const deadlines: Deadline[] = [];
  const add = (deadline: Omit<Deadline, 'daysLeft'>) => {
    const daysLeft = daysBetween(asOf, deadline.due);
    if (daysLeft <= horizon) deadlines.push({ ...deadline, daysLeft });
  };
  for (const incident of facts.incidents) {
    if (incident.day === null || !incident.needs_postmortem) continue;
    if (incident.completion !== 'none' && incident.completion !== 'incomplete') continue;
    const id = incident.incident_id ?? '';
    const deadline = completeDeadline(policy, incident.severity ?? undefined);
    if (!deadline) continue;
    add({
      kind: 'postmortem',
      due: lastDay(dueBy(deadline, endOf(incident.day, incident.resolved_at))),
      what:
        incident.document === null
          ? `Write the postmortem of ${id} ${incident.title}`.trimEnd()
          : 'Complete the postmortem',
      owner: incident.team ?? undefined,
      document: incident.document ?? undefined,
      incidentId: id,
    });
  }
  const incidentOf = new Map(facts.postmortems.map((row) => [row.document, row]));
  const unassigned = new Map<string, number>();
  for (const action of facts.action_items) {
    const document = action.document ?? '';
    if (!isOpen(action)) continue;
    if (action.owner === null) unassigned.set(document, (unassigned.get(document) ?? 0) + 1);
    if (action.due_on === null) continue;
    add({
      kind: 'action',
      due: action.due_on,
      what: `${action.id ? `${action.id} ` : ''}${action.action}`,
      owner: action.owner ?? undefined,
      document,
      incidentId: incidentOf.get(document)?.incident_id ?? undefined,
    });
  }
  for (const [document, count] of unassigned) {
    const row = incidentOf.get(document);
    if (!row || row.day === null || !policy.assigned) continue;
    add({
      kind: 'assignment',
      due: lastDay(dueBy(policy.assigned, endOf(row.day, null))),
      what: `Give ${count} action ${count === 1 ? 'item' : 'items'} an owner`,
      owner: row.team ?? undefined,
      document,
      incidentId: row.incident_id ?? undefined,
    });
  }
  return deadlines.sort((a, b) => a.daysLeft - b.daysLeft || (a.what < b.what ? -1 : 1));
}

/** When an incident was over, in minutes since 1970: the end of its day where nothing tells the time. */
function endOf(day: IsoDay, resolvedAt: FactRow<'incidents'>['resolved_at']): number {
  const resolved = resolvedAt?.includes('T') ? Date.parse(resolvedAt) : Number.NaN;
  return (Number.isNaN(resolved) ? Date.parse(day) + 24 * 60 * 60_000 : resolved) / 60_000;
}

/** The last day on which something due at a moment is in time; midnight belongs to the day before. */
function lastDay(minutes: number): IsoDay {
  return dayOf((minutes - 1) * 60_000);
}
