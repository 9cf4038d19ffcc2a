import type { Derived, Timeline } from './postmortem.ts';

/** The times that the entries of the timelines tell, and the minutes between them. */
export function deriveTimes(_timelines: readonly Timeline[]): Derived {
  return {
    start: undefined,
    detection: undefined,
    assignment: undefined,
    mitigation: undefined,
    resolution: undefined,
    timeToDetect: undefined,
    timeToMitigate: undefined,
    timeToRecover: undefined,
    duration: undefined,
  };
}
