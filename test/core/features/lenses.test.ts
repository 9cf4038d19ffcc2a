import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, codeLenses, hoverAt, inlayRemarks } from '../../../server/src/core/index.ts';

const TEXT = `# Postmortem: INC-7 - Mail stuck

**Date:** 2026-02-10
**Status:** In Review

## Timeline (UTC)

- 10:00 - Impact began: mail waits
- **10:06** - Alert fired: queue above 10,000
- 11:30 - Incident resolved

## Root Cause Analysis

### Five Whys

1. **Why did mail wait?** The queue was full.
2. **Why was it full?** The only consumer was stuck.
3. **Why was it stuck?** [not known yet]

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| AI-001 | Block deployments without a health check in CI | @ana | P1 | 2026-02-20 | ✅ |
| AI-002 | Remind everyone to watch the queue | @bo | P1 | 2026-02-20 | ⏳ |
| AI-003 | Cap the queue | @bo | P1 | 2026-03-20 | ⏳ |
`;

const checked = (now: string) => check({ text: TEXT, path: 'postmortems/inc-7.md', now: Date.parse(now) });
const titles = (now: string) => codeLenses(checked(now)).map(({ title }) => title);

describe('lenses', () => {
  it('tell the times of the response, the whys and the action items', () => {
    const found = titles('2026-02-28T12:00:00Z');
    assert.ok(found.includes('1 h 30 min · detected after 6 min'), found.join('\n'));
    assert.ok(found.includes('2 of 5 whys'));
    assert.ok(found.includes('1 of 3 done · 1 overdue'));
    assert.match(found[0]!, /^\d+ findings before Final$/);
    assert.equal(found[1], '16 d late');
  });

  it('count down to the deadline of the policy, from the recovery on', () => {
    assert.match(titles('2026-02-11T10:30:00Z')[1]!, /^25 h left$/);
    assert.match(titles('2026-02-12T11:35:00Z')[1]!, /^5 min late$/);
  });

  it('count nothing as overdue before its day has passed everywhere', () => {
    assert.ok(titles('2026-02-20T23:00:00Z').includes('1 of 3 done'));
  });
});

describe('remarks behind values', () => {
  it('tell the minutes since the impact began, and how late an open action item is', () => {
    const remarks = inlayRemarks(checked('2026-02-28T12:00:00Z'), { start: 0, end: TEXT.length });
    assert.deepEqual(
      remarks.map(({ text, offset }) => [TEXT.slice(offset - 5, offset), text]),
      [
        [':06**', '+6 min'],
        ['11:30', '+1 h 30 min'],
        ['02-20', '8 days late'],
      ],
    );
  });

  it('are made for the part that is shown', () => {
    const end = TEXT.indexOf('11:30');
    assert.equal(inlayRemarks(checked('2026-02-28T12:00:00Z'), { start: 0, end: end - 1 }).length, 1);
  });
});

describe('hover', () => {
  const says = (words: string) => hoverAt(checked('2026-02-28T12:00:00Z'), TEXT.indexOf(words) + 3)?.markdown ?? '';

  it('tells how strong an action is, with the source', () => {
    assert.match(says('Block deployments'), /Strong action[\s\S]*Action hierarchy/);
    assert.match(says('Remind everyone'), /Weak action/);
  });

  it('tells what the status means', () => {
    assert.match(says('In Review'), /every rule shows at its own severity/);
  });
});
