import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { postmortem } from './support.ts';

const cwd = join(__dirname, '../../examples');

interface Report {
  readonly filePath: string;
  readonly postmortem: boolean;
  readonly messages: readonly { readonly ruleId: string; readonly level: string; readonly message: string }[];
}

async function reports(): Promise<Map<string, Report>> {
  const { out, err } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  assert.equal(err, '');
  const parsed = JSON.parse(out) as Report[];
  return new Map(parsed.map((report) => [/inc-\d+|README/.exec(report.filePath)?.[0] ?? report.filePath, report]));
}

test('final examples are as one would publish them', async () => {
  const all = await reports();
  for (const id of ['inc-091', 'inc-095', 'inc-098', 'inc-101']) {
    const report = all.get(id);
    assert.equal(report?.postmortem, true, id);
    const loud = report?.messages.filter(({ level }) => level === 'warning' || level === 'error');
    assert.deepEqual(loud, [], id);
  }
});

test('the other examples show what is found', async () => {
  const all = await reports();
  for (const id of ['inc-102', 'inc-103', 'inc-104', 'inc-105']) assert.ok((all.get(id)?.messages.length ?? 0) > 2, id);
});

test('the page about the examples is left alone', async () => {
  assert.deepEqual((await reports()).get('README')?.messages, []);
  assert.equal((await reports()).get('README')?.postmortem, false);
});
