// What can go wrong with files while the command line works on them. Whatever happens, a file is as it was or as it should be.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decode } from '../../server/src/cli/files/read.ts';
import { writeTextFile } from '../../server/src/cli/files/write.ts';
import { BLAMING, folderWith, postmortem, unsorted } from './support.ts';

const cli = join(import.meta.dirname, '../../server/src/cli/main.ts');
const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/loader.mjs');

/** Something that `--fix` answers, and much text behind it. */
const UNSORTED = unsorted('Checkout failed for 12 % of customers for 40 minutes.\n'.repeat(1400));

/** Whether this machine lets a test have a file system of its own. */
const ownDisk = (() => {
  const probe = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt'], { stdio: 'ignore' });
  return probe.status === 0;
})();

test('on a full disk nothing is written, the file is what it was, and nothing is left beside it', {
  skip: !ownDisk && 'no file system of its own to fill here',
}, (t) => {
  const cwd = folderWith(t, { 'a.md': UNSORTED });
  mkdirSync(join(cwd, 'postmortems'));
  // 100 KB hold the file of 75 KB once, not twice.
  const script = [
    'mount -t tmpfs -o size=100k none postmortems && cp a.md postmortems/a.md && cd postmortems',
    `"${process.execPath}" --import "${tsx}" "${cli}" lint --fix --quiet a.md 2>&1`,
    'echo "code $?"; ls; cmp a.md ../a.md && echo same',
  ].join('\n');
  const { stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd, encoding: 'utf8' });
  assert.match(stdout, /a\.md: not fixed: the disk is full/);
  assert.match(stdout, /code 2\na\.md\nsame\n/);
});

test('a file that vanishes between the walk and the reading is told, and the others are checked', async (t) => {
  // A link whose end is gone is what is left of such a file.
  const cwd = folderWith(t, { 'b.md': BLAMING });
  symlinkSync('gone.md', join(cwd, 'a.md'));
  const { code, out, err } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  const files = JSON.parse(out).map(({ filePath }: { filePath: string }) => filePath);
  assert.deepEqual(files, [join(cwd, 'b.md')]);
  if (err !== '') assert.match(err, /a\.md: cannot be checked: it does not exist/);
  assert.equal(code, err === '' ? 1 : 2);
});

test('a file that vanishes before it is written is not made anew', (t) => {
  const cwd = folderWith(t, {});
  assert.throws(() => writeTextFile(join(cwd, 'a.md'), 'new', decode(Buffer.from('old'))), /ENOENT/);
  assert.deepEqual(readdirSync(cwd), []);
});

test('a path that is too long, one through a file, one with a NUL: each is told in words', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING });
  const long = await postmortem(['lint', `${'x'.repeat(300)}.md`], { cwd });
  assert.equal(long.code, 2);
  assert.match(long.err, /the path is too long|no such file/);
  const through = await postmortem(['lint', 'a.md/b.md'], { cwd });
  assert.equal(through.code, 2);
  assert.match(through.err, /a\.md\/b\.md: /);
  const nul = await postmortem(['lint', 'a\0.md'], { cwd });
  assert.equal(nul.code, 2);
  assert.doesNotMatch(nul.err, /crashed/);
});

test('a folder as deep as a file system allows is walked', async (t) => {
  const cwd = folderWith(t, { 'a.md': '# Notes\n' });
  let deep = cwd;
  for (let depth = 0; depth < 60 && deep.length < 3500; depth++) deep = join(deep, 'd'.repeat(50));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'deep.md'), BLAMING);
  const { code, out } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  assert.equal(code, 1);
  assert.equal(JSON.parse(out).length, 2);
});

test('names with any letters are found, written and reported as they are', async (t) => {
  const names = [
    '日本語.md',
    'e\u0301.md',
    'é.md',
    '👩‍🚒.md',
    ' leading.md',
    '-dash.md',
    "it's.md",
    '$(id).md',
    '%2e%2e.md',
    '[a].md',
  ];
  const cwd = join(
    folderWith(t, Object.fromEntries(names.map((name) => [`postmortems/${name}`, UNSORTED]))),
    'postmortems',
  );
  const { out, err } = await postmortem(['lint', '--fix', '--format', 'json', '.'], { cwd });
  assert.equal(err, '');
  const reported = JSON.parse(out).map(({ filePath }: { filePath: string }) => filePath);
  assert.deepEqual(reported.sort(), names.map((name) => join(cwd, name)).sort());
  assert.deepEqual(readdirSync(cwd).sort(), [...names].sort());
  for (const name of names) assert.notEqual(readFileSync(join(cwd, name), 'utf8'), UNSORTED, name);
});

test('two runs of --fix over the same files leave each of them fixed, once', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`postmortems/${index}.md`, UNSORTED]));
  const cwd = join(folderWith(t, files), 'postmortems');
  const results = await Promise.all([
    postmortem(['lint', '--fix', '--format', 'json', '.'], { cwd }),
    postmortem(['lint', '--fix', '--format', 'json', '.'], { cwd }),
  ]);
  for (const { err } of results)
    assert.doesNotMatch(err.replace(/.*changed by somebody else in the meantime.*\n/g, ''), /\S/);
  const texts = new Set(Object.keys(files).map((name) => readFileSync(join(cwd, '..', name), 'utf8')));
  assert.equal(texts.size, 1);
  assert.ok(!texts.has(UNSORTED));
  assert.equal(readdirSync(cwd).length, Object.keys(files).length, 'nothing is left beside them');
});

test('nothing of a repository is run: neither hooks nor programs that its Git configuration names', async (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, 'run.sh': '#!/bin/sh\ntouch "$(dirname "$0")/was-run"\n' });
  const git = (...args: string[]) => execFileSync('git', args, { cwd, stdio: 'pipe' });
  git('init', '-q');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '--allow-empty', '-m', 'x');
  execFileSync('chmod', ['+x', join(cwd, 'run.sh')]);
  for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'core.editor', 'core.sshCommand'])
    git('config', key, join(cwd, 'run.sh'));
  const { err } = await postmortem(['lint', '--since', 'HEAD', '.'], { cwd });
  assert.equal(err, '');
  assert.ok(!existsSync(join(cwd, 'was-run')));
});
