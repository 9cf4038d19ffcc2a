import assert from 'node:assert/strict';
import test from 'node:test';
import type { Timeline } from '../../../server/src/core/index.ts';
import { read } from '../model/read.ts';

/** The entries of the first timeline as one reads them: moment, then event. */
function entriesOf(body: string, header = '**Date:** 2026-02-11'): string[] {
  return shown(timelineOf(body, header));
}

function timelineOf(body: string, header = '**Date:** 2026-02-11'): Timeline {
  const [timeline] = read(
    `# Postmortem: INC-1 - Example\n\n${header}\n\n${/^#/m.test(body) ? '' : '## Timeline\n\n'}${body}\n`,
  ).timelines;
  assert.ok(timeline, 'there is a timeline');
  return timeline;
}

function shown(timeline: Timeline): string[] {
  return timeline.entries.map((entry) => {
    const at = entry.at;
    const when = !at
      ? (entry.problem ?? '?')
      : entry.basis === 'relative'
        ? `T+${at.minutes}`
        : entry.basis === 'day'
          ? new Date(at.minutes * 60_000).toISOString().slice(0, 10)
          : `${at.dated ? new Date(at.minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ') : new Date(at.minutes * 60_000).toISOString().slice(11, 16)}`;
    return `${when} ${entry.event.text}`;
  });
}

/** The same two events in every grammar; times are UTC. */
const EXPECTED = ['2026-02-11 14:02 Alert fired', '2026-02-11 14:31 Rolled back'];

const GRAMMARS: Readonly<Record<string, string>> = {
  'table with dates':
    '| Time (UTC) | Event |\n| --- | --- |\n| 2026-02-11 14:02 | Alert fired |\n| 2026-02-11 14:31 | Rolled back |',
  'table of five columns':
    '| # | Time (UTC) | Source | Event | Impact |\n| --- | --- | --- | --- | --- |\n| 1 | 14:02 | monitor | Alert fired | high |\n| 2 | 14:31 | on-call | Rolled back | none |',
  'date and time in columns of their own':
    '| Date | Time (UTC) | What |\n| --- | --- | --- |\n| 2026-02-11 | 14:02 | Alert fired |\n| 2026-02-11 | 14:31 | Rolled back |',
  'header in another language':
    '| 時刻 (UTC) | 内容 |\n| --- | --- |\n| 14:02 | Alert fired |\n| 14:31 | Rolled back |',
  'bold times': 'All times in UTC:\n\n- **14:02** - Alert fired\n- **14:31** - Rolled back',
  'en dash, em dash, colon': 'All times in UTC:\n\n- 14:02 – Alert fired\n- 14:31: Rolled back',
  'lines below a date': '## Timeline (UTC)\n\n### 2026-02-11\n\n14:02 - Alert fired<br>\n14:31 - Rolled back<br>',
  'numbered with code': 'Times in UTC.\n\n1. `14:02` - Alert fired\n2. `14:31` - Rolled back',
  'in brackets, with seconds': 'UTC times\n\n- [14:02:00] - Alert fired\n- [14:31:00] Rolled back',
  'paragraphs with an actor': 'All times in UTC\n\n**14:02** - Alert fired\n\n**14:31** - Rolled back',
  'twelve hours': 'All times in UTC\n\n- 2:02 PM - Alert fired\n- 2:31 PM - Rolled back',
  'ISO 8601 with an offset': '- 2026-02-11T15:02+01:00 Alert fired\n- 2026-02-11T14:31Z Rolled back',
  'a fence': '## Timeline (UTC)\n\n```text\n14:02 Alert fired\n14:31 Rolled back\n```',
  headings: '## Timeline (all times in UTC)\n\n### 14:02\n\nAlert fired\n\n### 14:31\n\nRolled back',
  'headings at the level of the timeline':
    '## Timeline (UTC)\n\n## February 11\n\n### 14:02\n\nAlert fired\n\n### 14:31\n\nRolled back',
  'a table in HTML':
    '<table>\n<tr><th>Time (UTC)</th><th>Event</th></tr>\n<tr>\n  <td><p>14:02</p></td>\n  <td>Alert fired</td>\n</tr>\n<tr><td><time datetime="14:31"/></td><td>Rolled&nbsp;back</td></tr>\n</table>'.replace(
      '&nbsp;',
      ' ',
    ),
  'hours and minutes with a dot':
    'All times in UTC\n\n11 February 2026\n\n14.02 Alert fired\n\nNobody was at the desk\n\n14.31 Rolled back',
  'four digits behind a date': '- 2026-02-11 1402 ::: Alert fired\n- 2026-02-11 1431 UTC - Rolled back',
  'month and day before the time':
    '| Time (UTC) | Event |\n| --- | --- |\n| 02-11 14:02 | Alert fired |\n| 02-11 ~14:31 | Rolled back |',
  sentences: 'All times are in UTC. At 14:02 Alert fired, and by 2:31 pm Rolled back',
  phases: '## Timeline (UTC)\n\n### Detection\n\n- 14:02 Alert fired\n\n### Recovery\n\n- 14:31 Rolled back',
  'dates as groups of bullets': 'All times in UTC\n\n- **2026-02-11**\n  - 14:02 Alert fired\n  - 14:31 Rolled back',
  'date, dash, time': '* 2026-02-11 - 14:02 UTC: Alert fired\n* 2026-02-11 - 14:31 UTC: Rolled back',
  'zones in the cells': '| When | What |\n| --- | --- |\n| 9:02 AM EST | Alert fired |\n| 9:31 AM EST | Rolled back |',
  'a place for a zone': '- 15:02 Berlin - Alert fired\n- 15:31 Berlin - Rolled back',
  'zone in the front': '_All times in Pacific Time_\n\n- 06:02 - Alert fired\n- 06:31 - Rolled back',
  'time, then text on the next line': 'UTC times\n\n14:02\nAlert fired\n\n14:31\nRolled back',
  'a quoted chat where there is nothing else': '## Timeline (UTC)\n\n> 14:02 Alert fired\n\n> 14:31 Rolled back',
};

for (const [name, body] of Object.entries(GRAMMARS))
  test(`a timeline as ${name}`, () => assert.deepEqual(entriesOf(body), EXPECTED));

test('ranges have an end', () => {
  const [entry] = timelineOf('All times in UTC\n\n- 10:01 - 10:20: Two nodes are replaced').entries;
  assert.equal(entry!.event.text, 'Two nodes are replaced');
  assert.equal(entry!.until!.minutes - entry!.at!.minutes, 19);
});

test('minutes since the start', () => {
  assert.deepEqual(entriesOf('- T0 Alert fired\n- T+12m: Rolled back\n- T+1h 5m: Back to normal'), [
    'T+0 Alert fired',
    'T+12 Rolled back',
    'T+65 Back to normal',
  ]);
});

test('what is not known is said, not guessed', () => {
  const timeline = timelineOf(
    'UTC times\n\n- 14:?? - Cache cleared\n- --:-- - Somebody calls\n- HH:MM - [event]\n- ~14:40 - Back to normal',
  );
  assert.deepEqual(
    timeline.entries.map((entry) => entry.problem),
    ['unknown-time', 'unknown-time', 'placeholder', undefined],
  );
  assert.equal(timeline.entries[3]!.approximate, true);
});

test('midnight is crossed without a date', () => {
  assert.deepEqual(entriesOf('UTC times\n\n- 23:50 - Alert fired\n- 00:20 - Rolled back\n- 09:00 - Back to normal'), [
    '2026-02-11 23:50 Alert fired',
    '2026-02-12 00:20 Rolled back',
    '2026-02-12 09:00 Back to normal',
  ]);
});

test('an entry in the wrong place is no new day', () => {
  assert.deepEqual(
    entriesOf('UTC times\n\n- 14:02 - Alert\n- 14:31 - Rolled back\n- 14:20 - Cause found\n- 14:45 - Closed'),
    [
      '2026-02-11 14:02 Alert',
      '2026-02-11 14:31 Rolled back',
      '2026-02-11 14:20 Cause found',
      '2026-02-11 14:45 Closed',
    ],
  );
});

test('daylight saving time is that of the day', () => {
  const summer = entriesOf('All times in CET\n\n- 2026-07-01 14:02 - Alert', '');
  const winter = entriesOf('All times in CET\n\n- 2026-01-01 14:02 - Alert', '');
  assert.deepEqual([summer, winter], [['2026-07-01 12:02 Alert'], ['2026-01-01 13:02 Alert']]);
});

test('an ambiguous abbreviation means what the rest of the document speaks for', () => {
  const india = timelineOf('All times in IST\n\n- 14:02 - Alert').zoneName;
  const israel = timelineOf('All times in IST\n\n- 14:02 - Alert in the Tel Aviv office').zoneName;
  const ireland = timelineOf('All times in IST\n\n- 14:02 - Alert in Dublin').zoneName;
  assert.deepEqual([india, israel, ireland], ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']);
});

test('details, notes and logs beside entries are no entries', () => {
  const body =
    'UTC times\n\n- 14:02 - Alert fired\n  - 312 errors a minute\n  - see the dashboard\n\nThe errors were:\n\n```\n14:01:33 ERROR no connection\n```\n\n- Note: clocks differ by a minute\n- 14:31 - Rolled back';
  assert.equal(timelineOf(body).entries.length, 2);
});

test('a wrapped sentence does not begin an entry', () => {
  assert.equal(
    timelineOf(
      'UTC times\n\n- 14:02 - Alert fired, and it was\n  14:05 before anyone was at a desk\n- 14:31 - Rolled back',
    ).entries.length,
    2,
  );
});

test('derived times begin with the impact', () => {
  const { derived } = read(
    '# Postmortem: INC-1\n\n**Date:** 2026-02-11\n\n## Timeline\n\nUTC times\n\n- 09:00 - Release deployed\n- 13:58 - Errors begin\n- 14:02 - Alert fired\n- 14:05 - Incident commander assigned\n- 14:20 - Rollback deployed\n- 14:25 - Error rate drops\n- 14:31 - Incident resolved\n',
  );
  assert.deepEqual(
    [derived.timeToDetect, derived.timeToMitigate, derived.timeToRecover, derived.duration],
    [4, 27, 33, 33],
  );
});

test('a name server that resolves is no resolution', () => {
  const { derived } = read(
    '# Postmortem: INC-1\n\n## Timeline\n\nUTC times\n\n- 14:02 - Alert fired\n- 14:20 - DNS name resolved to the old address\n',
  );
  assert.equal(derived.resolution, undefined);
});

test('numeric dates are read alike, by the evidence there is', () => {
  const days = (lines: string, header?: string) =>
    timelineOf(`UTC times\n\n${lines}`, header).entries.map((entry) =>
      new Date(entry.at!.minutes * 60_000).toISOString().slice(5, 10),
    );
  assert.deepEqual(days('- 03/04/2026 14:02 - a\n- 05/04/2026 14:31 - b', ''), ['03-04', '05-04']);
  assert.deepEqual(days('- 03/04/2026 14:02 - a\n- 13/04/2026 14:31 - b', ''), ['04-03', '04-13']);
  assert.deepEqual(days('- 11/02/2026 14:02 - a\n- 12/02/2026 14:31 - b'), ['02-11', '02-12']);
  assert.deepEqual(days('- 02.03.2026 14:02 - a\n- 03.03.2026 14:31 - b', ''), ['03-02', '03-03']);
});

test('a story tells several times in a sentence, before and behind what happened', () => {
  const told = timelineOf(
    'All times in UTC.\n\nAt 09:12 the deploy started. By 09:20 alerts fired, and at 09:54 it was rolled back.\n\nUploads worked again at 10:01, as the 09:00 backup had shown. Between 10:10 and 10:30 support answered 31 customers.',
  );
  assert.equal(told.form, 'prose');
  assert.deepEqual(shown(told), [
    '2026-02-11 09:12 the deploy started.',
    '2026-02-11 09:20 alerts fired',
    '2026-02-11 09:54 it was rolled back.',
    '2026-02-11 10:01 Uploads worked again at 10:01, as the 09:00 backup had shown.',
    '2026-02-11 10:10 support answered 31 customers.',
  ]);
  assert.deepEqual(
    told.entries.map(({ time }) => time?.text),
    ['09:12', 'By 09:20', '09:54', '10:01', 'Between 10:10 and 10:30'],
  );
});

test('the story under “What happened” is the timeline where there is no other', () => {
  const story =
    '## What Happened (all times UTC)\n\nAt 09:12 the deploy started. At 09:20 alerts fired.\n\nAt 09:54, it was rolled back. Uploads worked again at 10:01.\n';
  const { timelines } = read(`# Postmortem: Uploads failed on 2026-02-11\n\n${story}`);
  assert.deepEqual(timelines.map(shown), [
    [
      '2026-02-11 09:12 the deploy started.',
      '2026-02-11 09:20 alerts fired.',
      '2026-02-11 09:54 it was rolled back.',
      '2026-02-11 10:01 Uploads worked again at 10:01.',
    ],
  ]);
  const both = read(`# Postmortem: Uploads failed\n\n${story}\n## Timeline\n\n- 09:20 UTC Alert fired\n`);
  assert.deepEqual(
    both.timelines.map(({ section }) => section.title),
    ['Timeline'],
  );
});

test('lines by the clock under “How did we respond?” are the timeline', () => {
  const { timelines } = read(
    '# Postmortem: Uploads failed on 2026-02-11\n\n## How did we respond?\n\n14:02 UTC  Alert fired\n14:10 UTC  Cause found\n14:31 UTC  Rolled back\n',
  );
  assert.equal(timelines[0]?.entries.length, 3);
});

test('the zone may stand alone above the entries, or in the header beside a time of the timeline', () => {
  const zoneOf = (text: string) => read(text).timelines[0]?.zoneName;
  const entries = '- 14:02 Alert fired\n- 14:31 Rolled back';
  assert.equal(zoneOf(`# Postmortem: Uploads failed\n\n## Timeline\n\n(PST)\n\n${entries}\n`), 'America/Los_Angeles');
  const headed = (start: string) =>
    zoneOf(`# Postmortem: Uploads failed\n\n**Start:** ${start}\n\n## Timeline\n\n${entries}\n`);
  assert.equal(headed('2026-02-11 14:02 EST'), 'America/New_York');
  assert.equal(headed('2026-02-11 19:02 UTC'), undefined);
  const summed = (sentence: string) =>
    zoneOf(`# Postmortem: Uploads failed\n\n## Summary\n\n${sentence}\n\n## Timeline\n\n${entries}\n`);
  assert.equal(summed('On 3 January at 14:02 CET uploads began to fail.'), 'Europe/Berlin');
  assert.equal(summed('On 3 January at 13:02 CET the release was built.'), undefined);
});

test('lines right below the label of the section', () => {
  const { sections, timelines } = read(
    '# Incident report, 2026-02-11\n\n**Description**\nUploads failed.\n\n**Timeline**\n14:02 UTC Alert fired\n14:10 Cause found\n14:31 Rolled back\n',
  );
  assert.deepEqual(
    sections.map(({ kind }) => kind),
    ['summary', 'timeline'],
  );
  assert.deepEqual(timelines.map(shown), [
    ['2026-02-11 14:02 Alert fired', '2026-02-11 14:10 Cause found', '2026-02-11 14:31 Rolled back'],
  ]);
});

test('a date may be followed by a colon at once', () => {
  assert.deepEqual(entriesOf('- Feb 9: schema migrated\n- Feb 11: analyst notices'), [
    '2026-02-09 schema migrated',
    '2026-02-11 analyst notices',
  ]);
});

test('an unknown time needs no dash behind it', () => {
  const { entries } = timelineOf('- 14:02 UTC Alert fired\n- ??:?? someone paused the upgrade\n- 14:31 Rolled back');
  assert.equal(entries[1]?.problem, 'unknown-time');
});

test('sentences beside entries are remarks', () => {
  assert.deepEqual(
    entriesOf(
      'All times in UTC:\n\n- 14:02 Alert fired\n- 14:31 Rolled back\n\nTraffic fell at 14:05 and came back at 14:40.',
    ),
    EXPECTED,
  );
});

test('a row that names a phase is no entry', () => {
  assert.deepEqual(
    entriesOf(
      '<table>\n<tr><th>UTC</th><th>Event</th></tr>\n<tr><td colspan="2"><em>Detection</em></td></tr>\n<tr><td>14:02</td><td>Alert fired</td></tr>\n<tr><td>14:31</td><td>Rolled back</td></tr>\n</table>',
    ),
    EXPECTED,
  );
});

test('what T0 stands for is no entry', () => {
  assert.deepEqual(entriesOf('T0 = 2026-02-11 14:02 UTC\n\n- T+0: Alert fired\n- T+29m: Rolled back'), [
    'T+0 Alert fired',
    'T+29 Rolled back',
  ]);
});

test('steps told in other words', () => {
  const cases: Readonly<Record<string, string>> = {
    'Hotline informs Payments on-call': 'detection',
    'Seller support cuts a Sev-2 ticket': 'detection',
    'Joy joins the call and declares SEV-1': 'assignment',
    'Caches purged, prices correct – resolved': 'resolution',
    'Card payments work again in all shops': 'resolution',
    'The certificate expires, card payments fail': 'start',
  };
  for (const [event, milestone] of Object.entries(cases)) {
    const [entry] = timelineOf(`All times in UTC:\n\n- 14:02 ${event}`).entries;
    assert.ok(
      entry?.milestones.some((own) => own === milestone),
      `${event}: ${entry?.milestones.join(', ')}`,
    );
  }
});

test('a number with a dot is a time only where somebody did something then', () => {
  const timeline = timelineOf(
    'All times in UTC\n\n- 14:02 - Alert fired\n- 18.04 LTS hosts are cordoned\n- 14:20 - Scaled up\n- 12.50 GB were left\n- 14.31 Rolled back',
  );
  assert.deepEqual(
    timeline.entries.map((entry) => entry.time?.text),
    ['14:02', undefined, '14:20', undefined, '14.31'],
  );
});

test('a part of the day is no clock', () => {
  const timeline = timelineOf(
    '| Time (UTC) | Event |\n| --- | --- |\n| 02-11 14:02 | Alert fired |\n| 02-11 evening | Cause found |\n| 02-12 07:07 | Repaired |',
  );
  assert.deepEqual(shown(timeline), [
    '2026-02-11 14:02 Alert fired',
    '2026-02-11 Cause found',
    '2026-02-12 07:07 Repaired',
  ]);
});

test('paragraphs that are led by their day are entries of a story', () => {
  const body =
    '## How it went\n\n### Slow search (minor)\n\nOn 11 February 2026, searches took nine seconds. A week went by.\n\n### Search down (major)\n\nAlso on 13 February 2026, the index was lost.';
  assert.deepEqual(entriesOf(body.replace('How it went', 'Timeline')), [
    '2026-02-11 searches took nine seconds. A week went by.',
    '2026-02-13 the index was lost.',
  ]);
});

test('a day in code stands for itself', () => {
  assert.deepEqual(entriesOf('All times in UTC\n\n- `11 February` Contract deployed\n- `14:02` Alert fired'), [
    '2026-02-11 Contract deployed',
    '2026-02-11 14:02 Alert fired',
  ]);
});

test('a table of days without a year tells no year', () => {
  const postmortem = read(
    '# Postmortem: INC-1 - Example\n\n## Timeline\n\n| Date (2026) | PR | Event |\n| --- | --- | --- |\n| 08-04 | #1 | Pin added |\n| 08-19 | #2 | Build fails |\n',
  );
  assert.equal(postmortem.timelines[0]!.entries.length, 2);
  assert.equal(postmortem.date, undefined);
});

test('remarks between entries are none, an unknown date is one', () => {
  const timeline = timelineOf(
    'All times in UTC\n\n- **Unknown date**: Table dropped\n- 14:02 - Alert fired\n- .. much looking around\n- 14:31 - Rolled back\n- (cleanup goes on)',
  );
  assert.deepEqual(shown(timeline), [
    'unknown-time Table dropped',
    '2026-02-11 14:02 Alert fired',
    '2026-02-11 14:31 Rolled back',
  ]);
});

test('a whole date needs no mark behind it', () => {
  assert.deepEqual(
    entriesOf(
      '1. 2026-02-11 `2.4.1` went live\n2. Feb-12-2026 Some users reported errors\n3. March 3 outage is remembered',
    ),
    ['2026-02-11 2.4.1 went live', '2026-02-12 Some users reported errors', 'no-time March 3 outage is remembered'],
  );
});

test('a day whose items have no times is one entry', () => {
  assert.deepEqual(
    entriesOf(
      '## Timeline\n\nAll times in UTC\n\n### 2026-02-09\n\n- New column added\n\n### 2026-02-11\n\n- `14:02` Alert fired\n- `14:31` Rolled back',
    ),
    ['2026-02-09 New column added', '2026-02-11 14:02 Alert fired', '2026-02-11 14:31 Rolled back'],
  );
});

test('an entry that has a zone and the word times states no zone', () => {
  assert.deepEqual(
    entriesOf('14:02 (UTC): Alert on longer response times\n\n14:31 (UTC): Rolled back\n\n14:40 (UTC): Over'),
    ['2026-02-11 14:02 Alert on longer response times', '2026-02-11 14:31 Rolled back', '2026-02-11 14:40 Over'],
  );
});

test('before a day, after some minutes, after about an hour', () => {
  assert.deepEqual(entriesOf('- **Pre-2026-02-10** - Shipped\n- **2026-02-11** - Found'), [
    '2026-02-10 Shipped',
    '2026-02-11 Found',
  ]);
  assert.deepEqual(
    entriesOf(
      '- **T0:** Copy begins\n- **T+N minutes:** Link drops\n- **T+Minutes:** Host is gone\n- **T+~1 hour:** Back',
    ),
    ['T+0 Copy begins', 'unknown-time Link drops', 'unknown-time Host is gone', 'T+60 Back'],
  );
});

test('a timeline in Russian', () => {
  assert.deepEqual(
    entriesOf(
      '## Временная шкала\n\nВремя UTC.\n\n| Время | Событие |\n| --- | --- |\n| 14:02 | Сбой |\n| 14:31 | Откат |',
    ),
    ['2026-02-11 14:02 Сбой', '2026-02-11 14:31 Откат'],
  );
});

test('the day before the time since the start', () => {
  assert.deepEqual(entriesOf('**Day 1 - T+0:40** - Alert fired  \n**Day 2 - T+25:00** - Restarted'), [
    'T+40 Alert fired',
    'T+1500 Restarted',
  ]);
});

test('steps told in German, French, Spanish and Portuguese', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    'Erste Fehlermeldungen im Bezahldienst': 'start',
    'Alarm ausgelöst: Warteschlange voll': 'detection',
    'Kunden melden leere Warenkörbe': 'detection',
    'Jana übernimmt die Einsatzleitung': 'assignment',
    'Ursache gefunden: Sperre auf der Tabelle': 'hypothesis',
    'Version 4.2 zurückgerollt': 'fix-attempt',
    'Die Fehlerrate sinkt': 'mitigation',
    'Störung behoben': 'resolution',
    'Der Dienst ist wieder erreichbar': 'resolution',
    'Noch nicht behoben, die Suche geht weiter': undefined,
    'Début de la panne': 'start',
    'Première alerte du superviseur': 'detection',
    'Incident résolu': 'resolution',
    'Toujours pas résolu': undefined,
    'Inicio de la caída': 'start',
    'Detectado por la guardia': 'detection',
    'Servicio restablecido': 'resolution',
    'Início do incidente': 'start',
    'Alerta recebido pelo plantão': 'detection',
    'Incidente resolvido': 'resolution',
  };
  for (const [event, milestone] of Object.entries(cases)) {
    const told = timelineOf(`All times in UTC:\n\n- 14:02 ${event}`).entries[0]?.milestones ?? [];
    if (milestone)
      assert.ok(
        told.some((own) => own === milestone),
        `${event}: ${told.join(', ')}`,
      );
    else assert.deepEqual(told, [], event);
  }
});

test('a time in brackets closes a heading, an item or an update of a status page', () => {
  const expected = ['2026-02-11 14:31 Rolled back', '2026-02-11 14:02 Alert fired'];
  for (const body of [
    '## Timeline\n\n### Rolled back (14:31 UTC)\n\nBy hand.\n\n### Alert fired (14:02 UTC)',
    '- Rolled back (Feb 11, 14:31 UTC)\n- Alert fired (Feb 11, 14:02 UTC).',
  ])
    assert.deepEqual(entriesOf(body).sort(), [...expected].sort(), body);
  const updates = timelineOf(
    '**Resolved** - All cards work again. (Feb 11, 15:10 UTC)\n\n**Investigating** - We are looking into it.\nFeb 11, 14:05 UTC',
  );
  assert.deepEqual(shown(updates), [
    '2026-02-11 15:10 Resolved - All cards work again.',
    '2026-02-11 14:05 Investigating - We are looking into it.',
  ]);
  assert.deepEqual(updates.entries[0]?.milestones, ['resolution']);
});

test('brackets that hold more than a time are part of the event', () => {
  assert.deepEqual(entriesOf('All times in UTC:\n\n- 14:02 Restart (took until 14:31)'), [
    '2026-02-11 14:02 Restart (took until 14:31)',
  ]);
});
