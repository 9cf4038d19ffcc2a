import type { Settings } from '../config/settings.ts';

/** Time allowed since the end of an incident. Business days leave out Saturdays and Sundays. */
export interface Deadline {
  readonly hours?: number;
  readonly businessDays?: number;
  /** As people say it: "48 hours". */
  readonly label: string;
}

/** By when what has to be done; undefined where the policy says nothing. */
export interface Policy {
  readonly name: string;
  /** The meeting is scheduled. */
  readonly meeting?: Deadline;
  /** The document is complete. */
  readonly complete?: Deadline | ((severity: number | undefined) => Deadline);
  /** Every action item has an owner. */
  readonly assigned?: Deadline;
  readonly source: { readonly title: string; readonly url: string };
}

const DAY = 24;

/** The presets of the setting `policy`. */
export const POLICIES: Readonly<Record<Settings['policy'], Policy>> = {
  standard: {
    name: 'Blameless standard',
    meeting: { hours: 24, label: '24 hours' },
    complete: { hours: 48, label: '48 hours' },
    assigned: { hours: 7 * DAY, label: 'a week' },
    source: {
      title: 'Google SRE Workbook: Postmortem Culture',
      url: 'https://sre.google/workbook/postmortem-culture/',
    },
  },
  pagerduty: {
    name: 'PagerDuty',
    // Sev-1 within three calendar days, Sev-2 within five business days.
    complete: (severity) =>
      severity !== undefined && severity <= 1
        ? { hours: 3 * DAY, label: '3 days' }
        : { businessDays: 5, label: '5 business days' },
    source: { title: 'PagerDuty Postmortem Guide', url: 'https://postmortems.pagerduty.com/how_to_write/writing/' },
  },
  google: {
    name: 'Google',
    complete: { hours: 7 * DAY, label: 'a week' },
    source: {
      title: 'Google SRE Workbook: Postmortem Culture',
      url: 'https://sre.google/workbook/postmortem-culture/',
    },
  },
  atlassian: {
    name: 'Atlassian',
    assigned: { hours: 4 * 7 * DAY, label: '4 weeks' },
    source: {
      title: 'Atlassian incident handbook: postmortems',
      url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
    },
  },
  azure: {
    name: 'Azure',
    complete: { hours: 14 * DAY, label: '14 days' },
    source: {
      title: 'Azure status history: post incident reviews',
      url: 'https://azure.status.microsoft/en-us/status/history/',
    },
  },
  gitlab: {
    name: 'GitLab',
    assigned: { businessDays: 1, label: 'a business day' },
    source: {
      title: 'GitLab handbook: incident review',
      url: 'https://handbook.gitlab.com/handbook/engineering/infrastructure/incident-review/',
    },
  },
};

/** The deadline for completing the document at a severity (`P1`, `SEV2`, … or undefined). */
export function completeDeadline(policy: Policy, severity: string | undefined): Deadline | undefined {
  const number = /\d/.exec(severity ?? '')?.[0];
  return typeof policy.complete === 'function'
    ? policy.complete(number === undefined ? undefined : Number(number))
    : policy.complete;
}

/** Whether more time has passed since `from` than the deadline allows; both in minutes since 1970. */
export function isPast(deadline: Deadline, from: number, now: number): boolean {
  return now > dueBy(deadline, from);
}

/** When the deadline of something that began at `from` ends; both in minutes since 1970. */
export function dueBy(deadline: Deadline, from: number): number {
  return from + (deadline.hours ?? 0) * 60 + calendarDays(deadline.businessDays ?? 0, from) * 1440;
}

/** Calendar days that hold so many business days, counted from the day after `from`. */
function calendarDays(businessDays: number, from: number): number {
  let days = 0;
  for (let left = businessDays; left > 0; days++) {
    // 1970-01-01 was a Thursday: 0 is Sunday.
    const weekday = (Math.floor(from / 1440) + days + 1 + 4) % 7;
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return days;
}
