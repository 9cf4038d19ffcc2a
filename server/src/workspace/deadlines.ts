import type { Settings } from '../core/index.ts';
import type { Facts } from './facts/schema.ts';
import { isOpen } from './metrics/metrics.ts';
import { addDays, daysBetween, type IsoDay } from './period.ts';

/** Days after the incident until which the postmortem is complete and its action items are assigned, by policy. */
const POLICIES: Readonly<Record<Settings['policy'], { readonly complete: number; readonly assigned: number }>> = {
  standard: { complete: 2, assigned: 7 },
  pagerduty: { complete: 5, assigned: 7 },
  google: { complete: 7, assigned: 7 },
  atlassian: { complete: 2, assigned: 7 },
  azure: { complete: 14, assigned: 14 },
  gitlab: { complete: 7, assigned: 14 },
};

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
export function deadlinesOf(facts: Facts, policy: Settings['policy'], horizon = 7): Deadline[] {
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
    add({
      kind: 'postmortem',
      due: addDays(incident.day, POLICIES[policy].complete),
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
    if (!row || row.day === null) continue;
    add({
      kind: 'assignment',
      due: addDays(row.day, POLICIES[policy].assigned),
      what: `Give ${count} action ${count === 1 ? 'item' : 'items'} an owner`,
      owner: row.team ?? undefined,
      document,
      incidentId: row.incident_id ?? undefined,
    });
  }
  return deadlines.sort((a, b) => a.daysLeft - b.daysLeft || (a.what < b.what ? -1 : 1));
}
