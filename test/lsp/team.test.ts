// What is asked of all postmortems together.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  failureFriday,
  importIncidents,
  type Message,
  recordSurvey,
  surveyForm,
  teamDashboard,
  teamReport,
} from '../../server/src/lsp/protocol.ts';
import { FOLDER, TestClient } from './client.ts';

const examples = new URL('../../examples/', import.meta.url);

/** The example team, as if its folder were open. */
function exampleFiles(): Record<string, string> {
  const paths = [
    ...readdirSync(new URL('postmortems/', examples)).map((name) => `postmortems/${name}`),
    '.postmortem/incidents.csv',
    '.postmortem/surveys.csv',
  ];
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, examples), 'utf8')]));
}

async function withTeam<Result>(ask: (client: TestClient) => Promise<Result>, files = exampleFiles()): Promise<Result> {
  const client = await TestClient.inMemory({ files, now: '2026-09-30T12:00:00Z' });
  try {
    const result = await ask(client);
    // The server reads the workspace in the background; it must not be cut off in the middle.
    await send(client, teamReport, { format: 'csv' });
    return result;
  } finally {
    client.end();
  }
}

function send<Params, Result>(client: TestClient, message: Message<Params, Result>, params: Params): Promise<Result> {
  return client.connection.sendRequest(message.method, params);
}

describe('the dashboard', () => {
  it('asked at once, waits until the workspace is read', async () => {
    const answer = await withTeam((client) => send(client, teamDashboard, { period: '2025-Q2..2026-Q3' }));
    const { dashboard, uris } = answer!;
    assert.equal(dashboard.metrics.length, 5);
    const [completion] = dashboard.metrics;
    // 26 incidents need a postmortem, 17 have a complete one.
    assert.deepEqual([completion!.total.text, completion!.total.basis], ['65.4 %', 'of 26']);
    assert.deepEqual(
      completion!.quarters.map((cell) => cell.period),
      ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'],
    );
    const path = 'postmortems/2025-09-14-inc-101-checkout-timeouts.md';
    assert.equal(uris[path], `${FOLDER}/${path}`);
  });

  it('shows which incidents repeat each other, and the way of open action items', async () => {
    const { dashboard } = (await withTeam((client) => send(client, teamDashboard, { period: '2026' })))!;
    const repeats = dashboard.clusters.map(({ incidents }) => incidents.map(({ id }) => id).join(' '));
    assert.ok(repeats.includes('INC-091 INC-119'), repeats.join(', '));
    assert.deepEqual([dashboard.burnDown[0]?.day, dashboard.burnDown.at(-1)?.day], ['2026-01-31', '2026-09-30']);
    assert.ok(dashboard.recoveries.every(({ minutes, day }) => minutes > 0 && day.startsWith('2026')));
  });

  it('can be asked of one team, and says what else could be chosen', async () => {
    const { dashboard } = (await withTeam((client) =>
      send(client, teamDashboard, { period: '2026-Q1..2026-Q3', filter: { team: 'Payments' } }),
    ))!;
    // INC-108 and INC-124, both complete.
    assert.equal(dashboard.metrics[0]!.total.basis, 'of 2');
    assert.ok(dashboard.choices.teams.includes('Identity'));
  });

  it('of an empty workspace has nothing to tell and does not fail', async () => {
    const { dashboard } = (await withTeam((client) => send(client, teamDashboard, {}), {}))!;
    assert.deepEqual(
      dashboard.metrics.map(({ total }) => total.text),
      Array(5).fill('unknown'),
    );
    assert.equal(dashboard.period, '2025-Q4..2026-Q3');
  });

  it('as a file is the report of the command line', async () => {
    const csv = await withTeam((client) => send(client, teamReport, { period: '2026-Q2', format: 'csv' }));
    assert.match(csv!.text, /^2026-Q2,completion,0\.75,,3,4,0,100 %,missed$/m);
  });
});

describe('files of the team', () => {
  it('an import answers with the register as it will be', async () => {
    const text = JSON.stringify({
      incidents: [{ id: 'Q9', incident_number: 9, title: 'Disk full', created_at: '2026-09-29T01:00:00Z' }],
    });
    const answer = await withTeam((client) => send(client, importIncidents, { text }));
    assert.deepEqual(
      [answer!.tool, answer!.added, answer!.file.uri],
      ['pagerduty', 1, `${FOLDER}/.postmortem/incidents.csv`],
    );
    assert.match(answer!.file.text, /INC-128,[\s\S]*PD-9,Disk full/);
    const other = await withTeam((client) => send(client, importIncidents, { text: 'hello' }));
    assert.deepEqual([other!.tool, other!.added], [null, 0]);
  });

  it('a survey is shown from four answers on', async () => {
    const form = await withTeam((client) => send(client, surveyForm, {}), {});
    assert.equal(form.quarter, '2026-Q3');
    const record = (answers: number[][]) =>
      withTeam((client) => send(client, recordSurvey, { quarter: '2026-Q3', answers }), {});
    const scores = form.statements.map(() => 9);
    assert.equal((await record([scores, scores, scores]))!.score, null);
    assert.equal((await record([scores, scores, scores, scores]))!.score, 9);
  });

  it('a Failure Friday shares one of each team and notes it', async () => {
    const friday = await withTeam((client) => send(client, failureFriday, {}));
    // In the last 120 days two teams have completed one without blaming language.
    assert.equal(friday!.documents, 2);
    assert.match(friday!.digest, /## Payments: INC-124/);
    assert.equal(friday!.file.text.trim().split('\n').length, 1 + friday!.documents);
    const again = await withTeam((client) => send(client, failureFriday, {}), {
      ...exampleFiles(),
      '.postmortem/shared.csv': friday!.file.text,
    });
    assert.ok(!again?.digest.includes('INC-124'));
  });
});
