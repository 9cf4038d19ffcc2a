import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { prepareFailureFriday } from '../../server/src/workspace/index.ts';
import { action, record } from './records.ts';

const today = '2026-09-30';
const told = { summary: 'Mail waited for an hour.', lessons: ['One message can stop a queue.'] };

describe('Failure Friday', () => {
  it('chooses the latest of each team that was not shared before', () => {
    const friday = prepareFailureFriday(
      [
        record('a.md', { ...told, team: 'Mail', date: '2026-07-01' }),
        record('b.md', { ...told, team: 'Mail', date: '2026-08-01' }),
        record('c.md', { ...told, team: 'Mail', date: '2026-09-01' }),
        record('d.md', { ...told, team: 'Search', date: '2026-07-15' }),
      ],
      'shared_on,document\n2026-09-04,c.md\n',
      today,
    )!;
    assert.deepEqual(
      friday.chosen.map(({ path }) => path),
      ['b.md', 'd.md'],
    );
    assert.equal(
      friday.shared,
      'shared_on,document,incident_id,team\n2026-09-04,c.md,,\n2026-09-30,b.md,,Mail\n2026-09-30,d.md,,Search\n',
    );
  });

  it('leaves out what blames, what is not complete, what is old, what lies ahead and what says nothing', () => {
    const left = [
      record('blames.md', { ...told, date: '2026-09-01', blameFindings: 1 }),
      record('draft.md', { ...told, date: '2026-09-01', completion: 'incomplete' }),
      record('old.md', { ...told, date: '2026-01-01' }),
      record('typo.md', { ...told, date: '2206-09-01' }),
      record('undated.md', told),
      record('empty.md', { date: '2026-09-01' }),
    ];
    assert.equal(prepareFailureFriday(left, '', today), undefined);
  });

  it('fits on a page: what happened, what was learned, what changes, thanks', () => {
    const { digest } = prepareFailureFriday(
      [
        record('postmortems/inc 7.md', {
          title: 'Mail stuck',
          incidentId: 'INC-7',
          date: '2026-09-01',
          summary: 'One. Two. Three. Four. Five.',
          lessons: ['a', 'b', 'c', 'd'],
          people: ['ada', 'ben'],
          actions: [
            action({ action: 'Add a dead letter queue', state: 'done' }),
            action({ action: 'Watch the age of messages', due: '2026-10-10' }),
            action({ action: 'Buy a new queue', state: 'cancelled' }),
          ],
        }),
      ],
      '',
      today,
    )!;
    assert.equal(
      digest,
      `# Failure Friday, 2026-09-30

Everyone involved did what made sense with what they knew at that moment. Here is what their systems taught us.

## INC-7 Mail stuck

**What happened:** One. Two. Three.

**What was learned:**

- a
- b
- c

**What changes:**

- Add a dead letter queue (done)
- Watch the age of messages (by 2026-10-10)

**Thank you:** ada, ben

[Read it all](postmortems/inc%207.md)
`,
    );
  });
});
