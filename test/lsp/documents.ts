// Texts that the protocol tests speak about.

/** A postmortem in review that lacks the root cause which its template requires, and has an unfilled impact. */
export const MAIL = `---
template: short
---
# Postmortem: INC-7 - Mail stuck 📮 for hours

**Date:** 2026-02-10
**Severity:** P1
**Status:** In Review

## Summary

Mail waited for 40 minutes. [what the users saw]

## Impact

12% of the users.

## Timeline

All times in UTC.

- 10:00 - Alert: queue above 10,000
- 10:40 - Queue empty again, incident resolved

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| AI-001 | Add a second consumer | @ana | P1 | 2026-02-20 | ⏳ |
`;

/** Markdown that is none of ours, with words that rules look for. */
export const RUNBOOK = `# Restarting the mail queue

The engineer should have been more careful. TBD.

## Timeline

Whenever [you like].
`;
