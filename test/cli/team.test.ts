import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { FACT_TABLE_NAMES } from '../../server/src/workspace/index.ts';
import { folderWith, postmortem } from './support.ts';

const examples = join(__dirname, '../../examples');
const now = ['--now', '2026-09-30'];

describe('report', () => {
  test('counts the five metrics of the example team, quarter by quarter', async () => {
    const { code, out, err } = await postmortem(['report', '.', '--period', '2025-Q2..2026-Q3', ...now], {
      cwd: examples,
    });
    assert.deepEqual([code, err], [0, '']);
    for (const text of [
      'Postmortem completion',
      'Psychological safety',
      '2025-Q2',
      '2026-Q3',
      'INC-093 Export of invoices slow: no postmortem',
    ])
      assert.ok(out.includes(text), text);
    // INC-108 repeats INC-101, INC-119 repeats INC-091, INC-128 repeats INC-098: the register says so.
    assert.match(out, /INC-119 Partner API refuses connections: same root cause as INC-091/);
  });

  test('a survey with three answers is unknown, not a number', async () => {
    const { out } = await postmortem(['report', '.', '--period', '2025-Q4', '--format', 'json', ...now], {
      cwd: examples,
    });
    const { total, definitions } = JSON.parse(out);
    assert.equal(total.figures['psychological-safety'].value, null);
    assert.match(total.figures['psychological-safety'].toKnow[0], /at least 4 answers/);
    assert.equal(definitions.completion.target, '100 %');
  });

  test('as CSV every figure has its numerator and denominator', async () => {
    const { out } = await postmortem(['report', '.', '--period', '2026-Q2', '-f', 'csv', ...now], { cwd: examples });
    // INC-117, 119, 121 and 122 happened in the quarter; 122 is in review.
    assert.match(out, /^2026-Q2,completion,0\.75,,3,4,0,100 %,missed$/m);
  });

  test('as HTML it is a page without scripts, and titles cannot add any', async (t) => {
    const cwd = folderWith(t, {
      '.postmortem/incidents.csv': 'incident_id,started_at,title\nINC-1,2026-07-01,<script>alert(1)</script>\n',
      'a.md': 'nothing\n',
    });
    const { out } = await postmortem(['report', '.', '--period', '2026-Q3', '-f', 'html', ...now], { cwd });
    assert.match(out, /^<!doctype html>/);
    assert.doesNotMatch(out, /<script/);
    assert.match(out, /&#60;script&#62;alert/);
  });

  test('a long period is cut to what a terminal can show, and says so', async () => {
    const args = ['report', '.', '--period', '2020..2026', ...now];
    const { out } = await postmortem(args, { cwd: examples });
    assert.match(out, /2025-Q1 .* 2026-Q4 .* 2020\.\.2026/);
    assert.doesNotMatch(out, /2024-Q4/);
    assert.match(out, /The last eight quarters are shown/);
    const csv = await postmortem([...args, '-f', 'csv'], { cwd: examples });
    assert.match(csv.out, /^2020-Q1,completion,/m);
  });

  test('without --period it is about the last four quarters', async () => {
    const { out } = await postmortem(['report', '.', '--now', '2026-01-01', '-f', 'json'], { cwd: examples });
    assert.deepEqual(
      JSON.parse(out).quarters.map((column: { period: { label: string } }) => column.period.label),
      ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'],
    );
  });

  test('a register that is wrong somewhere is told, and counted otherwise', async (t) => {
    const cwd = folderWith(t, {
      '.postmortem/incidents.csv': 'incident_id,started_at\nINC-1,soon\nINC-2,2026-07-01\n',
      'a.md': 'x\n',
    });
    const { code, out, err } = await postmortem(['report', '--period', '2026-Q3', '-f', 'csv', ...now], { cwd });
    assert.equal(code, 2);
    assert.match(err, /incidents\.csv:2: started_at is no ISO date: "soon"/);
    assert.match(out, /2026-Q3,completion,0,,0,1,/);
  });

  test('a period that is none is refused', async () => {
    const { code, err } = await postmortem(['report', '--period', 'summer'], { cwd: examples });
    assert.equal(code, 2);
    assert.match(err, /--period is a quarter.*not "summer"/);
  });
});

describe('actions', () => {
  test('lists what is overdue and fails where it is asked to', async () => {
    const { code, out } = await postmortem(['actions', '--overdue', '--fail', ...now], { cwd: examples });
    assert.equal(code, 1);
    assert.match(out, /due 2026-04-10 {2}@yuki {2}AI-001 Let flags grow/);
    assert.doesNotMatch(out, /AI-002 Refuse workers without a side queue/);
  });

  test('of one owner, with or without the at sign', async () => {
    const args = (owner: string) => ['actions', '--owner', owner, '--format', 'json', ...now];
    const at = JSON.parse((await postmortem(args('@yuki'), { cwd: examples })).out);
    const plain = JSON.parse((await postmortem(args('Yuki'), { cwd: examples })).out);
    assert.deepEqual(at, plain);
    assert.ok(at.length > 0 && at.every((action: { owner: string }) => action.owner === '@yuki'));
  });

  test('nothing to list is no failure', async () => {
    const { code, out } = await postmortem(['actions', '--owner', '@nobody', '--fail', ...now], { cwd: examples });
    assert.deepEqual([code, out], [0, '']);
  });
});

describe('due', () => {
  test('lists postmortems nobody wrote and action items, the most urgent first', async () => {
    const { code, out } = await postmortem(['due', '--days', '14', ...now], { cwd: examples });
    assert.equal(code, 0);
    assert.match(
      out,
      /^2025-06-29 458 days ago {2}Write the postmortem of INC-093 Export of invoices slow {2}Payments$/m,
    );
    assert.match(out, /^2026-10-09 in 9 days {2}AI-002 Refuse workers without a side queue.*@lars/m);
    const days = [...out.matchAll(/^(\d{4}-\d{2}-\d{2})/gm)].map((match) => match[1]);
    assert.deepEqual(days, [...days].sort());
  });

  test('fails only for what is past due', async (t) => {
    const cwd = folderWith(t, {
      '.postmortem/incidents.csv': 'incident_id,started_at\nINC-1,2026-09-29\n',
      'a.md': 'x\n',
    });
    assert.equal((await postmortem(['due', '--fail', ...now], { cwd })).code, 0);
    assert.equal((await postmortem(['due', '--fail', '--now', '2026-10-02'], { cwd })).code, 1);
  });
});

describe('export', () => {
  test('writes a file for each table', async (t) => {
    const out = join(folderWith(t, {}), 'facts');
    assert.equal((await postmortem(['export', examples, '--format', 'csv', '--out', out, ...now])).code, 0);
    assert.deepEqual(readdirSync(out).sort(), FACT_TABLE_NAMES.map((name) => `${name}.csv`).sort());
    assert.match(readFileSync(join(out, 'export.csv'), 'utf8'), /^schema_version,as_of,register\n1,2026-09-30,true\n$/);
    assert.equal(readFileSync(join(out, 'incidents.csv'), 'utf8').trim().split('\n').length, 1 + 28);
  });

  test('prints all tables as one stream', async () => {
    const { out } = await postmortem(['export', ...now], { cwd: examples });
    const tables = new Set(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).table),
    );
    assert.ok(
      ['export', 'incidents', 'postmortems', 'action_items', 'timeline', 'surveys'].every((name) => tables.has(name)),
    );
  });
});

describe('incidents', () => {
  const pagerduty = JSON.stringify({
    incidents: [{ id: 'Q1', incident_number: 7, title: 'Disk full', created_at: '2026-07-04T01:00:00Z' }],
  });

  test('imports once; a second time nothing changes', async (t) => {
    const cwd = folderWith(t, { '.git/HEAD': '', 'export.json': pagerduty });
    const first = await postmortem(['incidents', 'import', 'export.json'], { cwd });
    assert.deepEqual([first.code, first.out], [0, 'export.json: pagerduty: 1 added, 0 completed, 0 unchanged\n']);
    const register = join(cwd, '.postmortem/incidents.csv');
    const text = readFileSync(register, 'utf8');
    assert.match(text, /^PD-7,Disk full,2026-07-04T01:00:00Z,.*pagerduty:Q1$/m);
    const second = await postmortem(['incidents', 'import', 'export.json'], { cwd });
    assert.match(second.out, /0 added, 0 completed, 1 unchanged/);
    assert.equal(readFileSync(register, 'utf8'), text);
  });

  test('--dry-run writes nothing; a file of no tool is refused', async (t) => {
    const cwd = folderWith(t, { 'export.json': pagerduty, 'other.csv': 'a,b\n1,2\n' });
    assert.equal((await postmortem(['incidents', 'import', 'export.json', '--dry-run'], { cwd })).code, 0);
    assert.equal(existsSync(join(cwd, '.postmortem')), false);
    const refused = await postmortem(['incidents', 'import', 'other.csv'], { cwd });
    assert.equal(refused.code, 2);
    assert.match(refused.err, /no export of a known tool/);
    const missing = await postmortem(['incidents', 'import', 'nothere.csv'], { cwd });
    assert.deepEqual([missing.code, missing.err], [2, 'postmortem: nothere.csv: it does not exist\n']);
  });
});

describe('survey and friday', () => {
  test('a survey is recorded, and shown from four answers on', async (t) => {
    const cwd = folderWith(t, { '.postmortem/config.yaml': '' });
    const answers = (...scores: number[]) => scores.flatMap((score) => ['--answer', Array(5).fill(score).join(',')]);
    const three = await postmortem(['survey', '--quarter', '2026-Q3', ...answers(8, 6, 9)], { cwd });
    assert.match(three.out, /2026-Q3: 3 of at least 4 answers; not shown yet/);
    const four = await postmortem(['survey', '--quarter', '2026-Q3', ...answers(9)], { cwd });
    assert.match(four.out, /2026-Q3: 8\.0\/10 of 4 answers/);
    assert.equal((await postmortem(['survey', '--answer', '11'], { cwd })).code, 2);
  });

  test('Failure Friday shares one of each team, once', async (t) => {
    const document = readFileSync(join(examples, 'postmortems/2026-07-08-inc-124-payout-file-sent-twice.md'), 'utf8');
    const cwd = folderWith(t, { '.postmortem/config.yaml': '', 'postmortems/a.md': document });
    const { out } = await postmortem(['friday', '--record', ...now], { cwd });
    assert.match(out, /## Payments: INC-124 Payout file sent twice/);
    assert.match(out, /\*\*What was learned:\*\* A job that can run twice will/);
    const again = await postmortem(['friday', ...now], { cwd });
    assert.equal(again.out, '');
    assert.match(again.err, /no completed postmortem that was not shared/);
  });

  test('what blames a person is not read out to all', async (t) => {
    const cwd = folderWith(t, { 'postmortems/.keep': '' });
    writeFileSync(
      join(cwd, 'postmortems/a.md'),
      readFileSync(join(examples, 'postmortems/2026-06-18-inc-122-avatars-vanished.md')),
    );
    assert.equal((await postmortem(['friday', ...now], { cwd })).out, '');
  });
});
