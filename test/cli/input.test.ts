import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BLAMING, folderWith, postmortem } from './support.ts';

test('no command, an unknown command, a mistyped flag: what to do instead, and 2', async () => {
  const none = await postmortem([]);
  assert.equal(none.code, 2);
  assert.match(none.err, /Usage: postmortem COMMAND/);
  const unknown = await postmortem(['lnit']);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /"lnit".*`lint`/);
  const flag = await postmortem(['lint', '--formt', 'json']);
  assert.equal(flag.code, 2);
  assert.match(flag.err, /--formt.*`--format`/);
  assert.equal(flag.err.trim().split('\n').length, 1, 'one line, no stack');
});

test('help and version are answers, not errors', async () => {
  for (const args of [
    ['--help'],
    ['help'],
    ['-h'],
    ['lint', '--help'],
    ['help', 'lint'],
    ['new', '-h'],
    ['--version'],
  ]) {
    const { code, out, err } = await postmortem(args);
    assert.equal(code, 0, args.join(' '));
    assert.notEqual(out, '');
    assert.equal(err, '');
  }
  const { out } = await postmortem(['lint', '--help']);
  for (const flag of [
    '--format',
    '--fix',
    '--fail-on',
    '--max-warnings',
    '--stdin',
    '--baseline',
    '--since',
    '--print-config',
    '--now',
    '--config',
    '--quiet',
    '--no-color',
  ])
    assert.ok(out.includes(flag), flag);
});

test('values of flags are checked before anything is read', async () => {
  const cases: [string[], RegExp][] = [
    [['--format', 'xml'], /stylish, json, sarif, github, markdown, not "xml"/],
    [['--fail-on', 'warn'], /Did you mean `warning`/],
    [['--max-warnings', 'many'], /--max-warnings.*"many"/],
    [['--max-warnings=-1'], /--max-warnings.*"-1"/],
    [['--now', 'tomorrow'], /--now.*2026-11-23.*"tomorrow"/],
    [['--now', '2026-02-31'], /"2026-02-31"/],
    [['--rule', 'blame/human-error'], /RULE=LEVEL/],
    [['--update-baseline'], /--baseline FILE/],
    [['--stdin-filename', 'a.md'], /--stdin is missing/],
    [['--stdin', 'a.md'], /leave the files out/],
    [['--config', 'nowhere.yaml'], /nowhere\.yaml: there is no such file/],
    [['--template', 'standrad', '--stdin'], /`standrad`.*`standard`/],
  ];
  for (const [args, message] of cases) {
    const { code, out, err } = await postmortem(['lint', ...args]);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, message);
    assert.equal(out, '');
  }
});

test('a missing file is named with the one that was meant; the others are still checked', async (t) => {
  const cwd = folderWith(t, { 'incident.md': BLAMING });
  const { code, out, err } = await postmortem(['lint', '--format', 'json', 'incidnet.md', 'incident.md'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /incidnet\.md: there is no such file.*`incident\.md`/);
  assert.equal(JSON.parse(out).length, 1);
});

test('a directory, a glob, a file: each finds what it says, each file once', async (t) => {
  const cwd = folderWith(t, {
    'a/one.md': BLAMING,
    'a/deep/two.markdown': BLAMING,
    'a/notes.txt': BLAMING,
    'a/node_modules/x/three.md': BLAMING,
    '.hidden/four.md': BLAMING,
  });
  const files = async (...inputs: string[]) => {
    const { out } = await postmortem(['lint', '--format', 'json', ...inputs], { cwd });
    return JSON.parse(out).map((file: { filePath: string }) => file.filePath.slice(cwd.length + 1));
  };
  assert.deepEqual(await files('a'), ['a/deep/two.markdown', 'a/one.md']);
  assert.deepEqual(await files('a', 'a/one.md', 'a/*.md'), ['a/deep/two.markdown', 'a/one.md']);
  assert.deepEqual(await files('**/*.txt'), ['a/notes.txt']);
  assert.deepEqual(await files(), ['.hidden/four.md', 'a/deep/two.markdown', 'a/one.md']);
});

test('an empty directory and a pattern that matches nothing are mistakes', async (t) => {
  const cwd = folderWith(t, { 'empty/.keep': '' });
  const directory = await postmortem(['lint', 'empty'], { cwd });
  assert.equal(directory.code, 2);
  assert.match(directory.err, /empty: there is no Markdown file/);
  const pattern = await postmortem(['lint', '*.mdx'], { cwd });
  assert.equal(pattern.code, 2);
  assert.match(pattern.err, /\*\.mdx: no file matches/);
});

test('an empty file is no postmortem, and no error', async (t) => {
  const cwd = folderWith(t, { 'empty.md': '' });
  const { code, out, err } = await postmortem(['lint', 'empty.md'], { cwd });
  assert.equal(code, 0);
  assert.match(out, /empty\.md: .*left alone/);
  assert.equal(err, '');
});

test('one megabyte on one line is checked like any text', async (t) => {
  const cwd = folderWith(t, {
    'postmortems/long.md': `# Postmortem: INC-1 - Long\n\n${'the queue was full and '.repeat(45_000)}`,
  });
  const { code, out } = await postmortem(['lint', '--format', 'json', 'postmortems/long.md'], { cwd });
  assert.notEqual(code, 2);
  assert.equal(JSON.parse(out)[0].postmortem, true);
});

test('binary data named .md is told, not read as text', async (t) => {
  const cwd = folderWith(t, {
    'image.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 255, 216]),
    'good.md': '# Notes\n',
  });
  const { code, out, err } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /image\.md: cannot be checked: .*binary/);
  assert.equal(JSON.parse(out).length, 1);
});

test('invalid UTF-8 is told with its place, and the rest of the text is checked', async (t) => {
  const text = Buffer.concat([
    Buffer.from('# Postmortem: INC-1 - Caf\uFFFD\n\nCaf'),
    Buffer.from([0xe9]),
    Buffer.from(' down\n'),
  ]);
  const cwd = folderWith(t, { 'postmortems/latin1.md': text });
  const { code, out, err } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /latin1\.md:3: not valid UTF-8 at byte 33/);
  assert.equal(JSON.parse(out)[0].postmortem, true);
});

test('UTF-16 with its mark is text', async (t) => {
  const little = Buffer.from(`\uFEFF${BLAMING}`, 'utf16le');
  const cwd = folderWith(t, { 'le.md': little, 'be.md': Buffer.from(little).swap16(), 'plain.md': `\uFEFF${BLAMING}` });
  const { out, err } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  assert.equal(err, '');
  const [be, le, plain] = JSON.parse(out);
  assert.equal(plain.postmortem, true);
  assert.deepEqual(be.messages, plain.messages);
  assert.deepEqual(le.messages, plain.messages);
});

test('a file without permission is told with the reason', {
  skip: process.getuid?.() === 0 && 'root may read everything',
}, async (t) => {
  const cwd = folderWith(t, { 'secret.md': BLAMING });
  chmodSync(join(cwd, 'secret.md'), 0);
  const { code, err } = await postmortem(['lint', 'secret.md'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /secret\.md: cannot be checked: permission denied/);
});

test('links in circles are named, and do not stop a walk', async (t) => {
  const cwd = folderWith(t, { 'a/one.md': BLAMING });
  symlinkSync('loop.md', join(cwd, 'loop.md'));
  symlinkSync('..', join(cwd, 'a/up'));
  const loop = await postmortem(['lint', 'loop.md'], { cwd });
  assert.equal(loop.code, 2);
  assert.match(loop.err, /loop\.md: .*circle/);
  const walk = await postmortem(['lint', '--format', 'json', 'a'], { cwd });
  assert.equal(JSON.parse(walk.out).length, 1);
});

test('names with any character are read and printed safely', async (t) => {
  const cwd = folderWith(t, { 'post\u001b[31mmortem 日本 🚒 [1].md': '' });
  const { code, out } = await postmortem(['lint', 'post\u001b[31mmortem 日本 🚒 [1].md'], { cwd });
  assert.equal(code, 0);
  assert.ok(!out.includes('\u001b'));
  assert.ok(out.includes('日本 🚒 [1].md'));
});

test('a broken configuration is told at its place; the rest of it holds; the run ends with 2', async (t) => {
  const cwd = folderWith(t, {
    '.postmortem/config.yaml': 'exclude: ["drafts/**"]\nrule:\n  blame/human-error: off\n',
    'drafts/a.md': BLAMING,
  });
  mkdirSync(join(cwd, '.git'));
  const { code, out, err } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /\.postmortem\/config\.yaml:2:1: Unknown setting `rule`.*`rules`/);
  assert.equal(JSON.parse(out)[0].postmortem, false);
});

test('--print-config says each value and who said it', async (t) => {
  const cwd = folderWith(t, { '.postmortem/config.json': '{"policy": "azure", "people": ["Ada"]}', 'a.md': '' });
  const { code, out } = await postmortem(['lint', '--print-config', '--template', 'short', 'a.md'], { cwd });
  assert.equal(code, 0);
  const { settings, configFile } = JSON.parse(out);
  assert.equal(configFile, join(cwd, '.postmortem/config.json'));
  assert.deepEqual(settings.policy, { value: 'azure', source: 'repository' });
  assert.deepEqual(settings.template, { value: 'short', source: 'command line' });
  assert.equal(settings.timeZone.source, 'default');
});
