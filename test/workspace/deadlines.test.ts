import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collectFacts, deadlinesOf, type PostmortemRecord, parseRegister } from '../../server/src/workspace/index.ts';
import { action, record } from './records.ts';

function due(
  records: PostmortemRecord[],
  asOf: string,
  options: { register?: string; policy?: 'standard' | 'google'; days?: number } = {},
) {
  const register = options.register === undefined ? undefined : parseRegister(options.register);
  const facts = collectFacts({ records, register, surveys: undefined, asOf, repeated: () => undefined });
  return deadlinesOf(facts, options.policy ?? 'standard', options.days).map(({ kind, due: day, daysLeft }) => [
    kind,
    day,
    daysLeft,
  ]);
}

describe('what is due', () => {
  const draft = record('a.md', { date: '2026-09-01', completion: 'incomplete' });

  it('a postmortem, 48 hours after the end of the day of its incident', () => {
    // The day ends at 2026-09-02T00:00Z; two days later it is 2026-09-04T00:00Z, so the third is the last day.
    assert.deepEqual(due([draft], '2026-09-01'), [['postmortem', '2026-09-03', 2]]);
    assert.deepEqual(due([draft], '2026-09-05'), [['postmortem', '2026-09-03', -2]]);
  });

  it('by the policy that the team has chosen', () => {
    assert.deepEqual(due([draft], '2026-09-05', { policy: 'google' }), [['postmortem', '2026-09-08', 3]]);
  });

  it('a postmortem that nobody has begun, if one is needed', () => {
    const register =
      'incident_id,started_at,resolved_at,postmortem\nINC-1,2026-09-01T08:00:00Z,2026-09-01T09:00:00Z,\nINC-2,2026-09-01,,no\n';
    assert.deepEqual(due([], '2026-09-02', { register }), [['postmortem', '2026-09-03', 1]]);
  });

  it('action items that are open; owners, a week after the incident', () => {
    const complete = record('b.md', {
      date: '2026-09-01',
      actions: [
        action({ owner: '@ada', due: '2026-09-10' }),
        action({ owner: '@ada', due: '2026-09-10', state: 'done' }),
        action({ owner: '@ada', due: '2026-12-10' }),
        action({}),
      ],
    });
    assert.deepEqual(due([complete], '2026-09-05'), [
      ['assignment', '2026-09-08', 3],
      ['action', '2026-09-10', 5],
    ]);
    assert.deepEqual(due([complete], '2026-09-05', { days: 4 }), [['assignment', '2026-09-08', 3]]);
  });

  it('nothing of what is complete, or may be', () => {
    assert.deepEqual(
      due(
        [record('c.md', { date: '2026-09-01' }), record('d.md', { date: '2026-09-01', completion: 'unknown' })],
        '2026-09-30',
      ),
      [],
    );
  });
});
