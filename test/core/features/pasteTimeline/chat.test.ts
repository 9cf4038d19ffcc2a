import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, told } from './story.ts';

test('Slack: names, follow-ups of the same person, programs, reactions, threads and edits', () => {
  const reading = read(`Sunday, February 1st
Ana Ruiz  10:42 AM
checkout latency is climbing
p99 is over 4 s
:eyes: 2
10:43
looks like the pool (edited)
10:44
rolling back now
PagerDuty
APP  10:45 AM
Triggered #4411: High error rate on checkout
Tom Okafor:fire:  10:50 AM
on it, error rate is at 12 %
👍 3
3 replies
Last reply today at 11:02 AM
Ana Ruiz (she/her)  11:05 AM
has joined #inc-77
11:20
Error rate back to normal`);
  assert.equal(reading?.format, 'slack');
  assert.deepEqual(told(reading), [
    '2026-02-01 09:42 Ana Ruiz: checkout latency is climbing; p99 is over 4 s',
    '2026-02-01 09:43 Ana Ruiz: looks like the pool',
    '2026-02-01 09:44 Ana Ruiz: rolling back now',
    '2026-02-01 09:45 PagerDuty: Triggered #4411: High error rate on checkout',
    '2026-02-01 09:50 Tom Okafor: on it, error rate is at 12 %',
    '2026-02-01 10:20 Ana Ruiz: Error rate back to normal',
  ]);
  assert.deepEqual(
    reading?.events.map((event) => event.bot),
    [false, false, false, true, false, false],
  );
});

test('Slack with a 24-hour clock and the time on a line of its own', () => {
  const reading = read(`Ana Ruiz
  22:58
pages are coming in

Li Wei
  23:59
database failover started

Ana Ruiz
  00:07
failover done`);
  assert.deepEqual(told(reading), [
    // Nothing says which day: the last on which this has already happened.
    '2026-02-01 21:58 Ana Ruiz: pages are coming in',
    '2026-02-01 22:59 Li Wei: database failover started',
    '2026-02-01 23:07 Ana Ruiz: failover done',
  ]);
  assert.equal(reading?.events[0]?.at.dated, false);
});

test('a chat without dates belongs to the day of the incident', () => {
  const reading = read('[10:42] ana: seeing 502s\n[10:44] tom: me too\n[00:10] ana: all good again', {
    context: { date: { year: 2026, month: 1, day: 15 } },
  });
  assert.deepEqual(told(reading), [
    '2026-01-15 09:42 ana: seeing 502s',
    '2026-01-15 09:44 tom: me too',
    '2026-01-15 23:10 ana: all good again',
  ]);
});

test('the HTML of a Slack message knows the moment and the day that its text leaves out', () => {
  const html = `<meta charset="utf-8"><style>.x > y { color: red }</style><div><span class="c-message__sender"><button>Ana Ruiz</button></span>&nbsp;&nbsp;<a
    class="c-link c-timestamp" aria-label="Jan 28 at 10:42:00 AM" href="https://example.slack.com/archives/C024BE91L/p1769593320000100"><span>10:42&nbsp;AM</span></a><br>
    <div class="p-rich_text_section">latency &gt; 4&#8239;s &amp; rising</div><div><a data-ts="1769593380.000200" href="#">10:43</a><div>rolling back</div></div></div>`;
  const text = 'Ana Ruiz  10:42 AM\nlatency > 4 s & rising\n10:43\nrolling back';
  const reading = read(text, { html, context: { localZone: 'America/New_York' } });
  assert.deepEqual(told(reading), [
    '2026-01-28 09:42 Ana Ruiz: latency > 4 s & rising',
    '2026-01-28 09:43 Ana Ruiz: rolling back',
  ]);
});

test('Microsoft Teams, old and new layout', () => {
  const old = read(`[10:42 AM] Ruiz, Ana
[Yesterday 10:42 AM] Ana Ruiz
latency is up
[Yesterday 10:55 AM] Tom Okafor
restarting the gateway
like 1`);
  assert.equal(old?.format, 'teams');
  assert.deepEqual(told(old).slice(-2), [
    '2026-02-01 09:42 Ana Ruiz: latency is up',
    '2026-02-01 09:55 Tom Okafor: restarting the gateway',
  ]);
  const recent = read(`Ana Ruiz
2/1/2026 10:42 AM
latency is up
Tom Okafor
2/1/2026 1:05 PM
restarted`);
  assert.deepEqual(told(recent), [
    '2026-02-01 09:42 Ana Ruiz: latency is up',
    '2026-02-01 12:05 Tom Okafor: restarted',
  ]);
});

test('Microsoft Teams with the family name first; a word to somebody is no name', () => {
  for (const chat of [
    `[2/1/2026 10:42 AM] Ruiz, Ana
latency is up
[2/1/2026 10:55 AM] Van Dyk, Tom
Thanks, Ana`,
    `Ruiz, Ana
2/1/2026 10:42 AM
latency is up

Van Dyk, Tom
2/1/2026 10:55 AM
Thanks, Ana`,
  ])
    assert.deepEqual(told(read(chat)), [
      '2026-02-01 09:42 Ana Ruiz: latency is up',
      '2026-02-01 09:55 Tom Van Dyk: Thanks, Ana',
    ]);
});

test('Discord: days in words and in numbers, follow-ups in brackets', () => {
  const reading = read(`ana.ruiz — Yesterday at 10:42 AM
shards 3 and 4 are gone
[10:44 AM]
restarting them
tomo — 02/01/2026 11:00 AM
back`);
  assert.equal(reading?.format, 'discord');
  assert.deepEqual(told(reading), [
    '2026-02-01 09:42 ana.ruiz: shards 3 and 4 are gone',
    '2026-02-01 09:44 ana.ruiz: restarting them',
    '2026-02-01 10:00 tomo: back',
  ]);
});

test('a slashed date is read by the other dates of the text', () => {
  const days = (text: string) => told(read(text)).map((line) => line.slice(0, 10));
  assert.deepEqual(days('01/02/2026, 10:42 - Ana Ruiz: down\n13/02/2026, 09:00 - Tom Okafor: up'), [
    '2026-02-01',
    '2026-02-13',
  ]);
  assert.deepEqual(days('01/02/2026, 10:42 - Ana Ruiz: down\n01/13/2026, 09:00 - Tom Okafor: up'), [
    '2026-01-02',
    '2026-01-13',
  ]);
});

test('IRC', () => {
  const reading = read('10:42 <@ana> netsplit again\n10:43 <tomo> looking: https://example.org/graph');
  assert.deepEqual(told(reading), [
    '2026-02-01 09:42 ana: netsplit again',
    '2026-02-01 09:43 tomo: looking: https://example.org/graph',
  ]);
});

test('what is no conversation stays a plain paste', () => {
  for (const text of [
    '',
    'The deploy went out at 10:42 and the rollback finished at 10:50.',
    'We saw this at 10:42',
    '- one\n- two, due 2026-02-01',
    'function start() {\n  return "10:42";\n}',
    '2026-02-01',
    'Ana Ruiz',
    'https://example.org/2026/02/01/10:42',
    '- **10:42** - Alert fired\n- **10:50** - Rolled back',
    '{"name": "checkout", "version": "1.2.3"}',
    '{ not json',
    'Meeting: Monday 10:00 AM',
  ]) {
    assert.equal(read(text), undefined, JSON.stringify(text));
  }
});

test('hostile pastes are read in linear time', { timeout: 20_000 }, () => {
  const size = 300_000;
  const hostile = [
    ':a'.repeat(size / 2),
    ' '.repeat(size),
    'a '.repeat(size / 2),
    '['.repeat(size),
    '1'.repeat(size),
    '10:42 '.repeat(size / 6),
    '10:42\n'.repeat(size / 6),
    '\n'.repeat(size),
    '2026-02-01 '.repeat(size / 11),
    'commit abcdef1 '.repeat(size / 15),
    '('.repeat(size),
    '{"a":'.repeat(size / 5),
    'msg="'.repeat(size / 5),
    '\\'.repeat(size),
  ];
  for (const text of hostile) {
    read(text);
    read(`Ana Ruiz  10:42 AM\n${text}`);
    read('x', { html: text });
    read('x', { html: `<div ${text}` });
    read('x', { html: '<a href="'.repeat(size / 9) });
    read('x', { html: '<!--'.repeat(size / 4) });
  }
});
