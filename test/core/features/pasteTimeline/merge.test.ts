import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeIntoTimeline } from '../../../../server/src/core/features/pasteTimeline/index.ts';
import { applyEdits, check } from '../../../../server/src/core/index.ts';
import { read } from './story.ts';

const CHAT = `[10:42 AM] Ana Ruiz
latency is up [FIRING:1] on *all* hosts
[10:55 AM] Tom Okafor
looking with @carol, thanks Ana`;

/** The text between the timeline's heading and the next one, after the chat was pasted at its end, or where `at` stands. */
function pasted(
  timeline: string,
  {
    roles = false,
    eol = '\n',
    chat = CHAT,
    at = '\n## Root',
  }: { roles?: boolean; eol?: string; chat?: string; at?: string } = {},
): { section: string; added: number; text: string } {
  const text = [
    '# Postmortem: INC-77 - Checkout outage',
    '',
    '**Date:** 2026-02-01',
    '**Incident Commander:** @ana',
    '',
    '## Timeline',
    '',
    timeline,
    '',
    '## Root Cause',
    '',
    'The pool was too small.',
    '',
    '## Action Items',
    '',
    '- Raise the pool',
    '',
  ]
    .join('\n')
    .replaceAll('\n', eol);
  const { postmortem } = check({ text, path: 'postmortems/inc-77.md' });
  assert.ok(postmortem);
  const events = read(chat, { context: { date: { year: 2026, month: 2, day: 1 } } })!.events;
  const merge = mergeIntoTimeline(postmortem, events, {
    offset: text.indexOf(at.replaceAll('\n', eol)),
    into: 'timeline',
    peopleAsRoles: roles,
  });
  const after = applyEdits(text, merge.edits);
  return { section: after.split(/## (?:Timeline|Root Cause)\r?\n/)[1]!.trim(), added: merge.added, text: after };
}

test('new entries take the form of those that are there, and their place in time', () => {
  assert.equal(
    pasted('- **09:40** - Alert fired\n- **10:20** - Resolved').section,
    `- **09:40** - Alert fired
- **09:42** - Ana Ruiz: latency is up \\[FIRING:1\\] on \\*all\\* hosts
- **09:55** - Tom Okafor: looking with @carol, thanks Ana
- **10:20** - Resolved`,
  );
  assert.equal(
    pasted('* 09:43:10 UTC: Alert fired').section,
    `* 09:42:00 UTC: Ana Ruiz: latency is up \\[FIRING:1\\] on \\*all\\* hosts
* 09:43:10 UTC: Alert fired
* 09:55:00 UTC: Tom Okafor: looking with @carol, thanks Ana`,
  );
});

test('in a table each value goes into its column', () => {
  const { section } = pasted(
    '| Time (UTC) | Who | Event | Link |\n|---|---|---|---|\n| 2026-02-01 09:40 | pager | Alert fired | [graph](https://example.org) |',
  );
  assert.equal(
    section.split('\n').slice(3).join('\n'),
    `| 2026-02-01 09:42 | Ana Ruiz | latency is up \\[FIRING:1\\] on \\*all\\* hosts |  |
| 2026-02-01 09:55 | Tom Okafor | looking with @carol, thanks Ana |  |`,
  );
  assert.match(
    pasted('| Time | Event |\n|---|---|\n| 09:40 | Alert fired |', { chat: '[10:42] ana: a | b' }).section,
    /\| 09:42 \| ana: a \\\| b \|$/,
  );
});

test('the zone that the timeline states is kept', () => {
  assert.equal(
    pasted('All times in CET.\n\n1. `10:40` Alert fired\n2. `11:20` Resolved').section,
    `All times in CET.

1. \`10:40\` Alert fired
2. \`10:42\` Ana Ruiz: latency is up \\[FIRING:1\\] on \\*all\\* hosts
2. \`10:55\` Tom Okafor: looking with @carol, thanks Ana
2. \`11:20\` Resolved`,
  );
});

test('lines keep their breaks, code stays code, headings stay headings', () => {
  assert.equal(
    pasted('09:40 - Alert fired<br>\n09:45 - Paged').section,
    `09:40 - Alert fired<br>
09:42 - Ana Ruiz: latency is up \\[FIRING:1\\] on \\*all\\* hosts<br>
09:45 - Paged<br>
09:55 - Tom Okafor: looking with @carol, thanks Ana`,
  );
  assert.match(
    pasted('```\n09:40 Alert fired\n```').section,
    /^```\n09:40 Alert fired\n09:42 Ana Ruiz: latency is up \[FIRING:1\] on \*all\* hosts\n09:55 .*\n```$/,
  );
  assert.match(
    pasted('### 09:40 Alert fired\n\nSome text.\n\n### 10:20 Resolved\n\nMore.').section,
    /Some text\.\n\n### 09:42 Ana Ruiz: .*\n\n### 09:55 .*\n\n### 10:20 Resolved/,
  );
});

test('the entry that Enter began gives way, the others stay', () => {
  const around = (begun: string, more = '') => `- **09:40** - Alert fired\n${begun}\n- **10:20** - Resolved${more}`;
  const filled = `- **09:40** - Alert fired
- **09:42** - Ana Ruiz: latency is up \\[FIRING:1\\] on \\*all\\* hosts
- **09:55** - Tom Okafor: looking with @carol, thanks Ana
- **10:20** - Resolved`;
  for (const eol of ['\n', '\r\n'])
    for (const begun of ['- **HH:MM** - [what happened]', '- **11:05** - [what happened]', '- **11:05** - '])
      assert.equal(
        pasted(around(begun), { eol, at: begun.slice(2) }).section,
        filled.replaceAll('\n', eol),
        JSON.stringify([begun, eol]),
      );
  // behind the last entry, where the new ones go
  assert.equal(
    pasted('- **09:40** - Alert fired\n- **HH:MM** - [what happened]', { at: 'HH:MM' }).section,
    filled.replace(/\n[^\n]*$/, ''),
  );
  // in a table
  assert.equal(
    pasted('| Time | Event |\n|---|---|\n| 09:40 | Alert fired |\n| HH:MM | [what happened] |', { at: 'HH:MM' })
      .section.split('\n')
      .map((row) => row.slice(0, 8))
      .join(' '),
    '| Time | |---|--- | 09:40  | 09:42  | 09:55 ',
  );
  // entries that say something
  assert.match(pasted(around('- **HH:MM** - Paged'), { at: 'HH:MM' }).section, /- \*\*HH:MM\*\* - Paged/);
  // what is there already takes nothing away
  const chat = '2026-02-01T09:40:00Z Alert fired\n2026-02-01T10:20:00Z Resolved';
  const again = pasted(around('- **HH:MM** - [what happened]'), { at: 'HH:MM', chat });
  assert.equal(again.added, 0);
  assert.match(again.section, /\[what happened\]/);
});

test('once a time is filled in, what says nothing goes, and milestones without a time wait behind the new entries', () => {
  const template = (eol: string) =>
    [
      '- **HH:MM** - [what started the impact]',
      '- **09:45** - Incident detected via an alert',
      '- **HH:MM** - Incident Commander assigned',
      '- **HH:MM** - [what happened next]',
      '- **HH:MM** - [what happened after that]',
      '- **HH:MM** - Incident resolved',
    ].join(eol);
  for (const eol of ['\n', '\r\n'])
    assert.equal(
      pasted(template('\n'), { eol }).section,
      `- **09:42** - Ana Ruiz: latency is up \\[FIRING:1\\] on \\*all\\* hosts
- **09:45** - Incident detected via an alert
- **09:55** - Tom Okafor: looking with @carol, thanks Ana
- **HH:MM** - Incident Commander assigned
- **HH:MM** - Incident resolved`.replaceAll('\n', eol),
    );
  // rows of a table, the new ones behind the last that is filled in
  assert.deepEqual(
    pasted(
      '| Time | Event |\n|---|---|\n| HH:MM | [what started the impact] |\n| 09:40 | Alert fired |\n| HH:MM | [how it was resolved] |',
    )
      .section.split('\n')
      .map((row) => row.slice(0, 8)),
    ['| Time |', '|---|---', '| 09:40 ', '| 09:42 ', '| 09:55 '],
  );
  // an unfilled entry with a note below is somebody's
  assert.match(
    pasted('- **09:40** - Alert fired\n- **HH:MM** - [what happened]\n  - see the graph').section,
    /\[what happened\]\n {2}- see the graph/,
  );
});

test('a line of the template goes once an entry tells its milestone; a line that somebody wrote does not', () => {
  const begun = [
    '- **09:40** - Incident detected via [alert or user report]',
    '- **HH:MM** - Incident Commander assigned',
    '- **HH:MM** - Fix attempted: [rollback or patch]',
    '- **HH:MM** - Fix attempted: we failed over to the replica',
    '- **HH:MM** - Incident resolved',
  ].join('\n');
  const chat = '[10:42] ana: rolling back the release\n[10:55] tom: I am the incident commander';
  assert.equal(
    pasted(begun, { chat }).section,
    `- **09:40** - Incident detected via [alert or user report]
- **09:42** - ana: rolling back the release
- **09:55** - tom: I am the incident commander
- **HH:MM** - Incident Commander assigned
- **HH:MM** - Fix attempted: we failed over to the replica
- **HH:MM** - Incident resolved`,
  );
  assert.doesNotMatch(
    pasted(begun, { chat: '[11:10] ana: incident resolved' }).section,
    /HH:MM\*\* - Incident resolved/,
  );
});

test('the unfilled entries of a template that nobody has begun give way', () => {
  assert.equal(
    pasted(
      'All times in UTC:\n\n- **HH:MM** - Incident detected via [alert/user report]\n- **HH:MM** - Incident resolved',
    ).section,
    `All times in UTC:

- **09:42** - Ana Ruiz: latency is up \\[FIRING:1\\] on \\*all\\* hosts
- **09:55** - Tom Okafor: looking with @carol, thanks Ana`,
  );
});

test('an empty section gets a list in UTC', () => {
  assert.equal(
    pasted('', { chat: '[10:42] ana: down\n[01:10] tom: up' }).section,
    `All times in UTC:

- **2026-02-01 09:42** - ana: down
- **2026-02-02 00:10** - tom: up`,
  );
});

test('people become roles: the document says whose, everybody else is a responder', () => {
  assert.equal(
    pasted('- **09:40** - Alert fired', { roles: true }).section,
    `- **09:40** - Alert fired
- **09:42** - Incident commander: latency is up \\[FIRING:1\\] on \\*all\\* hosts
- **09:55** - Responder: looking with a responder, thanks the incident commander`,
  );
});

test('pasting the same conversation again adds nothing', () => {
  const once = pasted('- **09:40** - Alert fired', { chat: '[10:42] ana: seeing 502s' });
  assert.equal(once.added, 1);
  const again = pasted(once.section, { chat: '[10:42] ana: seeing 502s' });
  assert.equal(again.added, 0);
  assert.equal(again.section, once.section);
});

test('what was pasted is read back as it was meant', () => {
  for (const timeline of [
    '- **09:40** - Alert fired',
    '| Time | Event |\n|---|---|\n| 09:40 | Alert fired |',
    '09:40 Alert fired\\\n09:41 Paged',
  ]) {
    for (const eol of ['\n', '\r\n']) {
      const { text } = pasted(timeline, { eol });
      const { postmortem, findings } = check({ text, path: 'postmortems/inc-77.md' });
      const times = postmortem!.timelines[0]!.entries.map((entry) => entry.time?.text);
      assert.deepEqual(times.slice(-2), ['09:42', '09:55'], timeline);
      assert.equal(findings.filter((finding) => finding.ruleId === 'timeline/out-of-order').length, 0);
      assert.equal(/[^\r]\n/.test(text), eol === '\n');
    }
  }
});
