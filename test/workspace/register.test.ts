import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importIncidents, mergeIntoRegister, parseRegister } from '../../server/src/workspace/index.ts';

describe('the incident register', () => {
  it('reads what people write by hand: any order, semicolons, CRLF, quotes, a byte-order mark', () => {
    const { incidents, problems } = parseRegister(
      '\uFEFFTitle;Started at;Incident ID;Services\r\n"Checkout; down";2026-07-03T10:00:00Z;INC-101;\r\n\r\nMail late;2026-07-05;INC-102;mail|queue\r\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      incidents.map(({ incidentId, title, day, services, line }) => ({ incidentId, title, day, services, line })),
      [
        { incidentId: 'INC-101', title: 'Checkout; down', day: '2026-07-03', services: [], line: 2 },
        { incidentId: 'INC-102', title: 'Mail late', day: '2026-07-05', services: ['mail', 'queue'], line: 4 },
      ],
    );
  });

  it('a row that cannot be read is a problem at its line and hides no other', () => {
    const { incidents, problems } = parseRegister(
      'incident_id,started_at,title\nINC-1,yesterday,x\n,2026-01-01,x\nINC-2,2026-02-30,x\nINC-3,2026-02-03,"two\nlines"\nINC-3,2026-02-04,again\n',
    );
    assert.deepEqual(
      incidents.map((incident) => incident.incidentId),
      ['INC-3'],
    );
    assert.deepEqual(problems, [
      { line: 2, message: 'started_at is no ISO date: "yesterday"' },
      { line: 3, message: 'The row has no incident_id' },
      { line: 4, message: 'started_at is no ISO date: "2026-02-30"' },
      { line: 7, message: 'INC-3 stands in line 5 already' },
    ]);
  });

  it('a file without the columns says which', () => {
    assert.deepEqual(parseRegister('name,date\nx,2026-01-01\n').problems, [
      { line: 1, message: 'The register has no column incident_id and no column started_at' },
    ]);
    assert.deepEqual(parseRegister(''), { incidents: [], problems: [] });
  });

  it('knows which incidents need no postmortem', () => {
    const { incidents } = parseRegister(
      'incident_id,started_at,postmortem\nA-1,2026-01-01,\nA-2,2026-01-01,no\nA-3,2026-01-01,No: below P3\nA-4,2026-01-01,yes\n',
    );
    assert.deepEqual(
      incidents.map((incident) => incident.needsPostmortem),
      [true, false, false, true],
    );
  });
});

describe('import of other tools’ incidents', () => {
  const PAGERDUTY = JSON.stringify({
    incidents: [
      {
        id: 'Q1A2B3',
        incident_number: 4711,
        title: '[INC-042] Checkout answers 503',
        created_at: '2026-07-03T12:00:00+02:00',
        resolved_at: '2026-07-03T11:30:00Z',
        urgency: 'high',
        priority: { id: 'P53ZZH5', summary: 'P1' },
        service: { id: 'PSVC', summary: 'checkout' },
        teams: [{ summary: 'payments' }],
      },
      {
        id: 'Q9',
        incident_number: 4712,
        title: 'Disk almost full',
        created_at: '2026-07-04T01:00:00Z',
        priority: null,
      },
    ],
    limit: 25,
  });

  it('PagerDuty, as its interface answers', () => {
    assert.deepEqual(importIncidents(PAGERDUTY), {
      tool: 'pagerduty',
      skipped: [],
      incidents: [
        {
          incidentId: 'INC-042',
          source: 'pagerduty:Q1A2B3',
          title: '[INC-042] Checkout answers 503',
          startedAt: '2026-07-03T10:00:00Z',
          resolvedAt: '2026-07-03T11:30:00Z',
          severity: 'P1',
          services: ['checkout'],
          team: 'payments',
        },
        {
          incidentId: 'PD-4712',
          source: 'pagerduty:Q9',
          title: 'Disk almost full',
          startedAt: '2026-07-04T01:00:00Z',
          resolvedAt: '',
          severity: '',
          services: [],
          team: '',
        },
      ],
    });
  });

  const tools: [name: string, tool: string, text: string, expected: unknown[]][] = [
    [
      'PagerDuty, as its report is downloaded',
      'pagerduty',
      'id,incident_number,description,service_name,team_name,created_on,resolved_on,priority_name\nQ7,12,"Queue, growing",jobs,core,2026-01-02 03:04:05 UTC,2026-01-02 04:00:00 UTC,P3\n',
      ['PD-12', 'Queue, growing', '2026-01-02T03:04:05Z', '2026-01-02T04:00:00Z', 'P3', 'jobs', 'core'],
    ],
    [
      'Opsgenie',
      'opsgenie',
      JSON.stringify({
        data: [
          {
            id: '70413a06-38d6-4c85-92b8-5ebc900d42e2',
            tinyId: '1791',
            message: 'Login loop',
            status: 'closed',
            createdAt: '2026-03-01T10:02:00.123Z',
            impactStartDate: '2026-03-01T09:50:00Z',
            impactEndDate: '2026-03-01T11:00:00Z',
            priority: 'P2',
            impactedServices: ['login'],
            ownerTeam: 'identity',
          },
        ],
        took: 0.3,
      }),
      ['OG-1791', 'Login loop', '2026-03-01T09:50:00Z', '2026-03-01T11:00:00Z', 'P2', 'login', 'identity'],
    ],
    [
      'incident.io',
      'incident.io',
      JSON.stringify({
        incidents: [
          {
            id: '01FDAG4SAP5TYPT98WGR2N7W91',
            reference: 'INC-123',
            name: 'Search index stale',
            created_at: '2026-04-01T08:30:00.000Z',
            mode: 'standard',
            severity: { name: 'Major', rank: 2 },
            incident_status: { category: 'closed', name: 'Closed' },
            incident_timestamp_values: [
              { incident_timestamp: { id: '1', name: 'Reported at' }, value: { value: '2026-04-01T08:20:00Z' } },
              { incident_timestamp: { id: '2', name: 'Resolved at' }, value: { value: '2026-04-01T10:00:00Z' } },
            ],
          },
        ],
      }),
      ['INC-123', 'Search index stale', '2026-04-01T08:20:00Z', '2026-04-01T10:00:00Z', 'Major', '', ''],
    ],
    [
      'incident.io, as a table',
      'incident.io',
      'ID,Name,Severity,Status,Reported at,Resolved at\nINC-7,Exports empty,Minor,Closed,2026-05-01T08:00:00Z,2026-05-01T09:00:00Z\n',
      ['INC-7', 'Exports empty', '2026-05-01T08:00:00Z', '2026-05-01T09:00:00Z', 'Minor', '', ''],
    ],
    [
      'Grafana',
      'grafana',
      JSON.stringify({
        incidents: [
          {
            incidentID: '241',
            title: 'Cache cold',
            status: 'resolved',
            severity: 'critical',
            isDrill: false,
            createdTime: '2026-06-01T10:10:00.5Z',
            incidentStart: '2026-06-01T10:00:00Z',
            incidentEnd: '2026-06-01T10:40:00Z',
            labels: [{ label: 'service:checkout', colorHex: '#fff' }, { label: 'eu' }],
          },
        ],
        error: '',
      }),
      ['GRAFANA-241', 'Cache cold', '2026-06-01T10:00:00Z', '2026-06-01T10:40:00Z', 'critical', 'checkout', ''],
    ],
    [
      'Jira, as its interface answers',
      'jira',
      JSON.stringify({
        issues: [
          {
            id: '10001',
            key: 'OPS-12',
            fields: {
              summary: 'DNS answers slowly',
              created: '2026-02-03T10:00:00.000+0100',
              resolutiondate: null,
              priority: { name: 'High' },
              components: [{ name: 'dns' }, { name: 'edge' }],
            },
          },
        ],
      }),
      ['OPS-12', 'DNS answers slowly', '2026-02-03T09:00:00Z', '', 'High', 'dns;edge', ''],
    ],
    [
      'Jira, as it exports tables',
      'jira',
      'Summary,Issue key,Issue id,Priority,Created,Resolved,Component/s,Component/s\nDNS slow,OPS-13,10002,High,03/Feb/26 9:14 PM,,dns,edge\n',
      ['OPS-13', 'DNS slow', '2026-02-03T21:14:00', '', 'High', 'dns;edge', ''],
    ],
    [
      'any other, with the register’s own columns',
      'table',
      'incident_id,title,started_at,severity,services\nX-1,Something,2026-02-03,P1,a;b\n',
      ['X-1', 'Something', '2026-02-03', '', 'P1', 'a;b', ''],
    ],
  ];
  for (const [name, tool, text, expected] of tools)
    it(name, () => {
      const found = importIncidents(text);
      assert.equal(found.tool, tool);
      assert.deepEqual(
        found.incidents.map((i) => [
          i.incidentId,
          i.title,
          i.startedAt,
          i.resolvedAt,
          i.severity,
          i.services.join(';'),
          i.team,
        ]),
        [expected],
      );
    });

  it('incident.io keeps services and teams in fields of its own, Grafana in labels with a key', () => {
    const incidentIo = {
      id: '01',
      reference: 'INC-311',
      name: 'Payments slow',
      created_at: '2026-05-17T13:28:57Z',
      severity: { name: 'Major' },
      custom_field_entries: [
        {
          custom_field: { name: 'Affected services', options: [] },
          values: [{ value_option: { value: 'payments' } }, { value_option: { value: 'ledger' } }],
        },
        { custom_field: { name: 'Owning team' }, values: [{ value_catalog_entry: { name: 'Core Payments' } }] },
      ],
    };
    const [first] = importIncidents(JSON.stringify({ incidents: [incidentIo] })).incidents;
    assert.deepEqual(first?.services, ['payments', 'ledger']);
    assert.equal(first?.team, 'Core Payments');

    const grafana = {
      incidentID: '41',
      title: 'Database down',
      createdTime: '2026-07-01T08:00:00Z',
      labels: [
        { label: 'billing', key: 'service' },
        { label: 'security', key: 'tags' },
      ],
    };
    assert.deepEqual(importIncidents(JSON.stringify({ incidentPreviews: [grafana] })).incidents[0]?.services, [
      'billing',
    ]);
    const table =
      'Incident ID,Title,Created Time,Labels\n43,Slow login,2026-07-03 08:00:00,"service:login, region:eu"\n';
    assert.deepEqual(importIncidents(table).incidents[0]?.services, ['login']);
  });

  it('Opsgenie names services by numbers of its own, which tell nobody anything', () => {
    const incident = {
      id: '70413a06-38d6-4c85-92b8-5ebc900d42e2',
      tinyId: '1791',
      message: 'Servers in danger',
      createdAt: '2026-04-03T16:32:35Z',
      impactedServices: ['0f9ae2e0-4a1c-4ed8-9c48-ac2e3ec2d8c9'],
    };
    assert.deepEqual(importIncidents(JSON.stringify({ data: [incident] })).incidents[0]?.services, []);
  });

  it('several services in one cell are several services', () => {
    const table =
      'Reference,Name,Severity,Reported at,Affected services\nINC-313,Slow,Major,2026-06-01T10:00:00Z,"search, catalogue"\n';
    assert.deepEqual(importIncidents(table).incidents[0]?.services, ['search', 'catalogue']);
  });

  it('leaves out drills and what has no readable start, and says so', () => {
    const grafana = { status: 'resolved', createdTime: '2026-06-01T10:10:00Z' };
    const { incidents, skipped } = importIncidents(
      JSON.stringify([
        { incidentID: '1', title: 'Game day', isDrill: true, ...grafana },
        { incidentID: '2', title: 'Unreadable', ...grafana, createdTime: '03/04/2026' },
        { incidentID: '3', title: 'Real', isDrill: false, ...grafana },
      ]),
    );
    assert.deepEqual(
      incidents.map((incident) => incident.title),
      ['Real'],
    );
    assert.deepEqual(skipped, [
      { what: 'Game day', reason: 'it is a drill' },
      { what: 'Unreadable', reason: 'its start cannot be read: "03/04/2026"' },
    ]);
  });

  it('what is no export of a known tool is none', () => {
    for (const text of ['', '{', '[]', 'null', 'a,b\n1,2\n', '{"incidents": []}', '"text"'])
      assert.equal(importIncidents(text).tool, undefined, text);
  });

  it('a second import changes nothing; what a person wrote stays; new cells are filled', () => {
    const { incidents } = importIncidents(PAGERDUTY);
    const first = mergeIntoRegister('', incidents);
    assert.equal(first.added, 2);
    assert.equal(parseRegister(first.text).incidents.length, 2);
    assert.deepEqual(mergeIntoRegister(first.text, incidents), {
      text: first.text,
      added: 0,
      completed: 0,
      unchanged: 2,
    });

    const edited = first.text
      .replace('PD-4712', 'INC-043')
      .replace('Disk almost full', 'Disk full')
      .replace('source', 'source,note');
    const resolved = incidents.map((incident) => ({
      ...incident,
      resolvedAt: incident.resolvedAt || '2026-07-04T02:00:00Z',
    }));
    const second = mergeIntoRegister(edited, resolved);
    assert.deepEqual([second.added, second.completed, second.unchanged], [0, 1, 1]);
    const row = parseRegister(second.text).incidents[1]!;
    assert.deepEqual([row.incidentId, row.title, row.resolvedAt], ['INC-043', 'Disk full', '2026-07-04T02:00:00Z']);
    assert.match(second.text, /source,note\n/);
  });

  it('a row written by hand is found by its incident id', () => {
    const merged = mergeIntoRegister(
      'incident_id,started_at,title\nINC-042,2026-07-03,Checkout\n',
      importIncidents(PAGERDUTY).incidents.slice(0, 1),
    );
    assert.deepEqual([merged.added, merged.completed], [0, 1]);
    assert.equal(parseRegister(merged.text).incidents[0]?.source, 'pagerduty:Q1A2B3');
  });
});
