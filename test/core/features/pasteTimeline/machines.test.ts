import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, told } from './story.ts';

test('git log: the default, with merges, programs and other date formats', () => {
  const reading = read(`commit 9f1c2d3aa0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5 (HEAD -> main, origin/main)
Merge: 1234567 89abcde
Author: Ana Ruiz <ana@example.org>
Date:   Sun Feb 1 10:42:11 2026 +0100

    Raise the pool to 200

    The old value was measured in 2022.

commit 8f1c2d3aa0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5
Author: renovate[bot] <bot@example.org>
Date:   2026-02-01 09:00:00 +0000

    Bump pg
`);
  assert.equal(reading?.format, 'git-log');
  assert.deepEqual(told(reading), [
    '2026-02-01 09:42 Ana Ruiz: Commit 9f1c2d3aa: Raise the pool to 200',
    '2026-02-01 09:00 renovate[bot]: Commit 8f1c2d3aa: Bump pg',
  ]);
});

test('git log: one commit a line', () => {
  assert.deepEqual(told(read('9f1c2d3 2026-02-01 10:42:11 +0100 Raise the pool\n8f1c2d3 2026-02-01T09:40:00Z Bump')), [
    '2026-02-01 09:42 Commit 9f1c2d3: Raise the pool',
    '2026-02-01 09:40 Commit 8f1c2d3: Bump',
  ]);
  const graph =
    '* 9f1c2d3 - (HEAD -> main) Raise the pool (2 hours ago) <Ana Ruiz>\n|\\\n| * 8f1c2d3 - Bump (3 days ago) <Li>';
  assert.deepEqual(told(read(graph)), [
    '2026-02-02 07:00 Ana Ruiz: Commit 9f1c2d3: Raise the pool',
    '2026-01-30 09:00 Li: Commit 8f1c2d3: Bump',
  ]);
  // Without any date there is nothing to put into a timeline.
  assert.equal(read('9f1c2d3 Raise the pool\n8f1c2d3 Bump'), undefined);
});

test('kubectl get events: ages count back from now', () => {
  const reading = read(`NAMESPACE   LAST SEEN              TYPE      REASON      OBJECT                       MESSAGE
shop        2m10s (x12 over 20m)   Warning   BackOff     pod/checkout-7d9f8-x2x       Back-off restarting failed container
shop        18m                    Normal    Killing     pod/checkout-7d9f8-x2x       Stopping container checkout
shop        3h2m                   Warning   Unhealthy   pod/checkout-with-a-long-name   Readiness probe failed: HTTP 503`);
  assert.equal(reading?.format, 'kubernetes');
  assert.deepEqual(told(reading), [
    '2026-02-02 08:57 Warning BackOff pod/checkout-7d9f8-x2x: Back-off restarting failed container (12 times)',
    '2026-02-02 08:42 Killing pod/checkout-7d9f8-x2x: Stopping container checkout',
    '2026-02-02 05:58 Warning Unhealthy pod/checkout-with-a-long-name: Readiness probe failed: HTTP 503',
  ]);
});

test('kubectl describe and kubectl get events -o json', () => {
  const described = read(`Events:
  Type     Reason     Age   From     Message
  ----     ------     ----  ----     -------
  Warning  Unhealthy  10m   kubelet  Readiness probe failed: HTTP 503`);
  assert.deepEqual(told(described), ['2026-02-02 08:50 Warning Unhealthy: Readiness probe failed: HTTP 503']);
  const list = {
    kind: 'List',
    items: [
      {
        kind: 'Event',
        type: 'Warning',
        reason: 'OOMKilling',
        message: 'Memory cgroup out of memory',
        count: 3,
        involvedObject: { kind: 'Node', name: 'worker-4' },
        lastTimestamp: '2026-02-01T09:40:12Z',
      },
    ],
  };
  assert.deepEqual(told(read(JSON.stringify(list, null, 2))), [
    '2026-02-01 09:40 Warning OOMKilling node/worker-4: Memory cgroup out of memory (3 times)',
  ]);
});

test('Alertmanager: an alert that still fires has no end', () => {
  const labels = { alertname: 'HighErrorRate', severity: 'critical', service: 'checkout' };
  const annotations = { summary: '5xx over 5 %' };
  const webhook = {
    version: '4',
    alerts: [
      {
        status: 'resolved',
        labels,
        annotations,
        startsAt: '2026-02-01T09:40:12.123456789Z',
        endsAt: '2026-02-01T10:20:00Z',
      },
      {
        status: 'firing',
        labels: { alertname: 'DiskFull' },
        annotations: {},
        startsAt: '2026-02-01T09:50:00+01:00',
        endsAt: '0001-01-01T00:00:00Z',
      },
    ],
  };
  assert.deepEqual(told(read(JSON.stringify(webhook))), [
    '2026-02-01 09:40 Alert HighErrorRate (critical) fired on checkout: 5xx over 5 %',
    '2026-02-01 10:20 Alert HighErrorRate resolved on checkout',
    '2026-02-01 08:50 Alert DiskFull fired',
  ]);
});

test('PagerDuty and Opsgenie', () => {
  const triggered = {
    event: {
      event_type: 'incident.acknowledged',
      occurred_at: '2026-02-01T09:41:00.000Z',
      agent: { type: 'user_reference', summary: 'Ana Ruiz' },
      data: { title: 'High error rate' },
    },
  };
  const lines = `${JSON.stringify(triggered)}\n${JSON.stringify({ ...triggered, event: { ...triggered.event, event_type: 'incident.resolved', agent: null } })}`;
  assert.deepEqual(told(read(lines)), [
    '2026-02-01 09:41 Ana Ruiz: Incident acknowledged: High error rate',
    '2026-02-01 09:41 Incident resolved: High error rate',
  ]);
  const entries = {
    log_entries: [{ type: 'notify_log_entry', created_at: '2026-02-01T09:42:00Z', summary: 'Notified by push' }],
  };
  assert.deepEqual(told(read(JSON.stringify(entries))), ['2026-02-01 09:42 Notified by push']);
  const opsgenie = {
    action: 'Acknowledge',
    alert: { message: 'Queue depth', createdAt: 1769938812000, updatedAt: 1769938872000, username: 'ana@example.org' },
  };
  assert.deepEqual(told(read(JSON.stringify(opsgenie))), [
    '2026-02-01 09:41 ana@example.org: Alert acknowledged: Queue depth',
  ]);
});

test('PagerDuty: incidents as its API lists them', () => {
  const title = 'Error rate is high';
  assert.deepEqual(
    told(
      read(
        JSON.stringify({
          incidents: [
            {
              incident_number: 12,
              title,
              created_at: '2026-02-01T09:42:00Z',
              status: 'resolved',
              resolved_at: '2026-02-01T10:05:00Z',
            },
            { incident_number: 13, title, created_at: '2026-02-01T09:50:00Z', status: 'triggered', resolved_at: null },
          ],
        }),
      ),
    ),
    [
      `2026-02-01 09:42 Incident triggered: ${title}`,
      `2026-02-01 10:05 Incident resolved: ${title}`,
      `2026-02-01 09:50 Incident triggered: ${title}`,
    ],
  );
});

test('text of alerts: the moment at the end of a line', () => {
  assert.deepEqual(
    told(
      read(
        `[PagerDuty] Incident #12: error rate is high
Triggered at 2026-02-01 09:42 UTC
Acknowledged by Ana Ruiz at 2026-02-01 09:44 UTC.
Resolved: Feb 1, 2026 10:05 AM UTC`,
      ),
    ),
    ['2026-02-01 09:42 Triggered', '2026-02-01 09:44 Acknowledged by Ana Ruiz', '2026-02-01 10:05 Resolved'],
  );
  // a meeting that is told of is no log
  assert.equal(read('The review is on Monday.\nWe met at 2026-02-01 09:42 UTC\nIt went well.'), undefined);
});

test('logs: ISO 8601, syslog, journalctl, web servers, klog, logfmt, JSON lines', () => {
  const cases: [string, string[]][] = [
    [
      '2026-02-01T10:42:11.123Z ERROR pool exhausted\n    at Pool.acquire (pool.ts:12)\n2026-02-01T10:43:11+01:00 INFO recovered',
      ['2026-02-01 10:42 ERROR pool exhausted', '2026-02-01 09:43 INFO recovered'],
    ],
    [
      '-- Boot 6f1 --\nFeb 01 10:42:11 db-1 systemd[1]: Stopping PostgreSQL...\nFeb 01 10:42:12 db-1 postgres[99]: received fast shutdown request',
      [
        '2026-02-01 10:42 db-1 systemd: Stopping PostgreSQL...',
        '2026-02-01 10:42 db-1 postgres: received fast shutdown request',
      ],
    ],
    [
      '203.0.113.7 - - [01/Feb/2026:11:42:11 +0100] "GET /cart HTTP/1.1" 502 12',
      ['2026-02-01 10:42 "GET /cart HTTP/1.1" 502 12'],
    ],
    ['2026/02/01 10:42:11 [error] 12#12: upstream timed out', ['2026-02-01 10:42 [error] 12#12: upstream timed out']],
    ['I0201 10:42:11.123456    1234 scheduler.go:97] binding pod', ['2026-02-01 10:42 binding pod']],
    [
      'time="2026-02-01T10:42:11Z" level=error msg="dial tcp: \\"db\\" timeout" host=a',
      ['2026-02-01 10:42 ERROR dial tcp: "db" timeout'],
    ],
    [
      '{"ts":1769942531.5,"level":"warn","msg":"slow"}\n{"time":"2026-02-01T10:43:00Z","message":"fine"}',
      ['2026-02-01 10:42 WARN slow', '2026-02-01 10:43 fine'],
    ],
    [
      '{"__REALTIME_TIMESTAMP":"1769942531000000","MESSAGE":"Started","SYSLOG_IDENTIFIER":"systemd"}',
      ['2026-02-01 10:42 systemd: Started'],
    ],
    [
      'Feb 1, 2026 at 10:42 AM  Triggered through the API.\nFeb 1, 2026 at 10:44 AM  Acknowledged by Ana Ruiz.',
      ['2026-02-01 10:42 Triggered through the API.', '2026-02-01 10:44 Acknowledged by Ana Ruiz.'],
    ],
  ];
  for (const [text, expected] of cases) assert.deepEqual(told(read(text)), expected, text);
});

test('the year of a log around New Year is the one in which it has happened', () => {
  assert.deepEqual(
    told(read('Dec 31 23:59:00 db-1 app: leap', { context: { now: Date.UTC(2026, 0, 1, 8) / 60_000 } })),
    ['2025-12-31 23:59 db-1 app: leap'],
  );
});

test('mostly prose with a time here and there is no log', () => {
  assert.equal(read('2026-02-01 10:42 it broke\nWe looked.\nThen we looked again.\nAnd then it was fine.'), undefined);
});
