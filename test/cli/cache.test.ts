import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BLAMING, folderWith, type Outcome, postmortem } from './support.ts';

/** Long after the incident: no deadline of its process is still to pass. */
const LATER = '2027-06-01';

interface Run {
  readonly now?: string;
  readonly flags?: readonly string[];
  readonly inputs?: readonly string[];
}

function linting(cwd: string, { now = LATER, flags = [], inputs = ['.'] }: Run = {}): Promise<Outcome> {
  const place = ['--cache', '--cache-location', '.cache/lint', '--now', now];
  return postmortem(['lint', ...place, ...flags, ...inputs], { cwd });
}

/** Puts other words into the results of the last run, as if it had found those. */
function misremember(cwd: string, from: string, to: string): void {
  const file = join(cwd, '.cache/lint');
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
  const changed = lines.map((line) => {
    const [key, , path, report] = line.split('\t');
    if (report === undefined) return line;
    const other = report.replaceAll(from, to);
    return [key, createHash('sha1').update(other).digest('base64'), path, other].join('\t');
  });
  writeFileSync(file, [head, ...changed].join('\n'));
}

test('with --cache, a file that has not changed is not checked again, and reported the same', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, 'b.md': BLAMING.replace('INC-7', 'INC-8'), 'README.md': '# A tool\n' });
  const first = await linting(cwd);
  assert.deepEqual(await linting(cwd), first);
  assert.deepEqual(await postmortem(['lint', '--now', LATER, '.'], { cwd }), first);

  misremember(cwd, 'Human error”', 'Sunspots”');
  writeFileSync(join(cwd, 'b.md'), BLAMING.replace('INC-7', 'INC-9'));
  const { out } = await linting(cwd);
  assert.equal(out.match(/Sunspots/g)?.length, 1, 'a.md is told from memory, b.md was checked');
  assert.match(out, /Human error/);
});

test('every format says the same from memory', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, 'b.md': BLAMING.replace('INC-7', 'INC-8') });
  for (const format of ['json', 'sarif', 'github', 'markdown', 'stylish']) {
    const flags = ['--format', format];
    const first = await linting(cwd, { flags });
    assert.deepEqual(await linting(cwd, { flags }), first, format);
    assert.equal(first.out, (await postmortem(['lint', '--now', LATER, ...flags, '.'], { cwd })).out, format);
  }
});

test('other settings, other flags and another day are another question', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, '.postmortem/config.yaml': '' });
  const wrong = async (run?: Run) => {
    await linting(cwd);
    misremember(cwd, 'Human error”', 'Sunspots”');
    return /Sunspots/.test((await linting(cwd, run)).out);
  };
  assert.ok(await wrong());
  assert.ok(!(await wrong({ flags: ['--rule', 'blame/judgement=off'] })));
  assert.ok(!(await wrong({ now: '2027-06-02' })));
  writeFileSync(join(cwd, '.postmortem/config.yaml'), 'rules:\n  blame/judgement: off\n');
  await linting(cwd);
  misremember(cwd, 'Human error”', 'Sunspots”');
  writeFileSync(join(cwd, '.postmortem/config.yaml'), '');
  assert.doesNotMatch((await linting(cwd)).out, /Sunspots/);
});

test('a deadline that passes in the course of the day is told on the same day', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING });
  const morning = await linting(cwd, { now: '2026-11-22T10:00Z' });
  const evening = await linting(cwd, { now: '2026-11-22T23:00Z' });
  assert.doesNotMatch(morning.out, /48 hours/);
  assert.match(evening.out, /48 hours/);
});

test('what another document says is not remembered when that document has changed', async (t) => {
  const cwd = folderWith(t, {
    '.postmortem/config.yaml': '',
    'a.md': BLAMING,
    'b.md': BLAMING.replace('INC-7', 'INC-8'),
  });
  for (const inputs of [['.'], ['a.md']]) {
    writeFileSync(join(cwd, 'b.md'), BLAMING.replace('INC-7', 'INC-8'));
    assert.doesNotMatch((await linting(cwd, { inputs })).out, /duplicate-incident/);
    writeFileSync(join(cwd, 'b.md'), BLAMING);
    assert.match((await linting(cwd, { inputs })).out, /duplicate-incident/);
  }
});

test('a damaged cache is as good as none', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, 'b.md': BLAMING.replace('INC-7', 'INC-8') });
  const file = join(cwd, '.cache/lint');
  const first = await linting(cwd);
  const whole = readFileSync(file, 'utf8');
  const damages = {
    'cut in the middle': whole.slice(0, whole.length * 0.7),
    'one letter': whole.replaceAll('Human', 'Humam'),
    'half a path': whole.replaceAll('/a.md"', '/a.m'),
    'another version': whole.replace('cache', 'cachf'),
    binary: Buffer.from([0, 255, 254, 10, 9, 9, 9]),
    empty: '',
  };
  for (const [name, content] of Object.entries(damages)) {
    writeFileSync(file, content);
    assert.deepEqual(await linting(cwd), first, name);
    assert.equal(readFileSync(file, 'utf8').length, whole.length, `${name}: mended`);
  }
});

test('the cache is read by its owner only, keeps what a smaller run leaves out, and forgets files that are gone', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, 'b.md': BLAMING });
  const file = join(cwd, '.cache/lint');
  await linting(cwd);
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  await linting(cwd, { inputs: ['a.md'] });
  assert.match(readFileSync(file, 'utf8'), /b\.md/);
  rmSync(join(cwd, 'b.md'));
  await linting(cwd);
  assert.doesNotMatch(readFileSync(file, 'utf8'), /b\.md/);
});

test('a cache that cannot be written is told, and changes nothing else', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, '.cache': 'a file where a directory is wanted' });
  const { code, out, err } = await linting(cwd);
  assert.equal(code, 1);
  assert.match(out, /human-error/);
  assert.match(err, /lint: the cache cannot be written: /);
});

test('what a run that was ended in the middle left behind is removed, what another one is writing is not', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING });
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const others = folderWith(t, { [`lint.${ended}`]: 'half', [`lint.${process.ppid}`]: 'half', 'lint.7z': 'a backup' });
  await postmortem(['lint', '--cache', '--cache-location', join(others, 'lint'), '--now', LATER, 'a.md'], { cwd });
  assert.deepEqual(readdirSync(others).sort(), ['lint', `lint.${process.ppid}`, 'lint.7z'].sort());
});

test('--fix fixes what the cache knows to be fixable', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING });
  await linting(cwd);
  const { out } = await linting(cwd, { flags: ['--fix'] });
  assert.match(out, /fixed 1 file/);
  assert.notEqual(readFileSync(join(cwd, 'a.md'), 'utf8'), BLAMING);
  assert.deepEqual((await linting(cwd)).out, (await postmortem(['lint', '--now', LATER, '.'], { cwd })).out);
});

test('known findings of a baseline stay known', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING });
  const flags = ['--baseline', 'known.json'];
  await linting(cwd, { flags: [...flags, '--update-baseline'] });
  for (const round of [1, 2]) assert.equal((await linting(cwd, { flags })).code, 0, `round ${round}`);
});

test('without a place of its own, the cache lies among the caches of the user', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING });
  const env = { XDG_CACHE_HOME: join(cwd, 'caches'), LOCALAPPDATA: join(cwd, 'caches') };
  if (process.platform === 'darwin') return;
  await postmortem(['lint', '--cache', '--now', LATER, 'a.md'], { cwd, env });
  assert.ok(existsSync(join(cwd, 'caches/blameless-postmortem')));
});

test('flags that make no sense together are told', async () => {
  assert.match((await postmortem(['lint', '--cache', '--stdin'])).err, /--cache is about files/);
  assert.match((await postmortem(['lint', '--cache-location', 'x', '.'])).err, /--cache is missing/);
});
