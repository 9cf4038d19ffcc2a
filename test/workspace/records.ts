import type { ActionRecord, PostmortemRecord } from '../../server/src/workspace/index.ts';

/** A postmortem as the index keeps it, complete and without problems, but for what a test says. */
export function record(path: string, rest: Partial<PostmortemRecord> = {}): PostmortemRecord {
  return {
    uri: `file:///work/${path}`,
    path,
    title: path,
    incidentId: undefined,
    titleSpan: { start: 0, end: 0 },
    date: undefined,
    lifecycle: 'final',
    completion: 'complete',
    completedOn: undefined,
    severity: undefined,
    services: [],
    team: undefined,
    timeToDetect: undefined,
    timeToMitigate: undefined,
    timeToRecover: undefined,
    timeline: [],
    actions: [],
    mentions: [],
    cause: '',
    factors: '',
    symptoms: '',
    summary: '',
    lessons: [],
    people: [],
    findings: [],
    blameFindings: 0,
    ...rest,
  };
}

/** An open action item without owner and date, but for what a test says. */
export function action(rest: Partial<ActionRecord> = {}): ActionRecord {
  return {
    id: undefined,
    action: 'Add an alert for queue depth',
    owner: undefined,
    priority: undefined,
    due: undefined,
    doneOn: undefined,
    state: 'open',
    strength: undefined,
    ticket: undefined,
    span: { start: 0, end: 0 },
    ...rest,
  };
}
