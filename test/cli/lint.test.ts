import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFormat, FORMATS, type FormatName } from '../../server/src/cli/lint/formats/format.ts';
import type { FileResult } from '../../server/src/cli/lint/result.ts';
import { check, rules } from '../../server/src/core/index.ts';
import { folderWith, postmortem, silentTerminal } from './support.ts';

/** A final postmortem with a warning whose fix is a template (no action items) and one without a fix (an unfilled cause). */
const UNFINISHED = `# Postmortem: INC-7 - Checkout fails

**Date:** 2026-11-20
**Status:** Final
**Severity:** P1

## Summary

Checkout failed for 12 % of customers for 40 minutes.

## Timeline

All times in UTC:

- **10:05** - Alert fires: checkout error rate over 5 %
- **10:45** - Incident resolved

## Root Cause

TBD
`;

interface Message {
  readonly ruleId: string;
  readonly severity: number;
  readonly level: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fix?: { readonly range: [number, number]; readonly text: string };
  readonly suggestions?: readonly {
    readonly desc: string;
    readonly fix: { readonly range: [number, number]; readonly text: string };
  }[];
}

interface Report {
  readonly filePath: string;
  readonly postmortem: boolean;
  readonly messages: readonly Message[];
}

const jsonOf = (out: string): Report[] => JSON.parse(out);

function placeholderIn(report: Report | undefined): Message {
  const found = report?.messages.find(({ ruleId }) => ruleId === 'structure/placeholder');
  assert.ok(found);
  return found;
}

test('JSON has the shape of ESLint, with places that lead to the text', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNFINISHED, 'README.md': '# A tool\n' });
  const { code, out } = await postmortem(['lint', '--format', 'json', '.'], { cwd });
  assert.equal(code, 1);
  const [readme, report] = jsonOf(out);
  assert.deepEqual(readme, { filePath: join(cwd, 'README.md'), postmortem: false, messages: [] });
  assert.equal(report!.filePath, join(cwd, 'a.md'));
  const { message: words, ...placeholder } = placeholderIn(report);
  assert.match(words, /TBD/);
  assert.deepEqual(placeholder, {
    ruleId: 'structure/placeholder',
    severity: 1,
    level: 'warning',
    line: 20,
    column: 1,
    endLine: 20,
    endColumn: 4,
  });
});

test('a suggestion is one edit; applied, its finding is gone', async (t) => {
  for (const text of [UNFINISHED, `\uFEFF${UNFINISHED.replace(/\n/g, '\r\n')}`]) {
    const cwd = folderWith(t, { 'a.md': text });
    const { out } = await postmortem(['lint', '--format', 'json', 'a.md'], { cwd });
    const missing = jsonOf(out)[0]!.messages.filter(({ ruleId }) => ruleId === 'structure/missing-section');
    assert.equal(missing.length, 1);
    const { fix } = missing[0]!.suggestions![0]!;
    assert.equal(fix.text.includes('\r\n'), text.includes('\r\n'), 'line ends of the text');
    writeFileSync(join(cwd, 'a.md'), text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]));
    const after = await postmortem(['lint', '--format', 'json', 'a.md'], { cwd });
    assert.ok(!jsonOf(after.out)[0]!.messages.some(({ ruleId }) => ruleId === 'structure/missing-section'));
  }
});

test('stylish groups by file, says how many, and leaves out what is no postmortem', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNFINISHED, 'README.md': '# A tool\n' });
  const { out } = await postmortem(['lint', '.'], { cwd });
  assert.match(out, /^a\.md$/m);
  assert.match(out, /^ +20:1 +warning +.*TBD.* +structure\/placeholder$/m);
  assert.match(out, /warnings?.* in 1 postmortem of 2 files/);
  assert.ok(!out.includes('README'));
});

test('GitHub gets annotations with their special characters escaped, from the root of its workspace', async (t) => {
  const cwd = folderWith(t, { 'docs/a,b.md': UNFINISHED });
  const { out } = await postmortem(['lint', '-f', 'github', '.'], {
    cwd: join(cwd, 'docs'),
    env: { GITHUB_WORKSPACE: cwd },
  });
  const line = out.split('\n').find((text) => text.includes('title=structure/placeholder'));
  assert.match(
    line!,
    /^::warning file=docs\/a%2Cb\.md,line=20,endLine=20,col=1,endColumn=4,title=structure\/placeholder::/,
  );
});

/** What a format prints of a finding whose message quotes a hostile document. */
async function printed(format: FormatName, message: string): Promise<string> {
  const path = `/postmortems/${message.replaceAll('/', '')}.md`;
  const finding = {
    ruleId: 'structure/title',
    severity: 'warning',
    message,
    span: { start: 0, end: 1 },
    start: { line: 0, character: 0 },
    end: { line: 0, character: 1 },
    fixable: false,
  } as const;
  const result: FileResult = {
    path,
    shownPath: path,
    explicit: true,
    recognition: { isPostmortem: true, reason: 'title' },
    findings: [finding],
  };
  return (await createFormat(format, { terminal: silentTerminal() })).file(result);
}

test('Markdown is a table in which nothing of the document is markup', async () => {
  const table = await printed('markdown', '<script>alert(1)</script> @all | **x** `y` [z](javascript:0)');
  const row = table.split('\n').find((text) => text.startsWith('| '));
  const last = table.trimEnd().split('\n').at(-1) ?? '';
  assert.ok(row);
  assert.equal(last.split(/(?<!\\)\|/).length, 6, 'four cells');
  for (const markup of [/<script/, /@all/, /(?<!\\)\*\*x/, /(?<!\\)`y/, /(?<!\\)\[z/])
    assert.doesNotMatch(table, markup);
});

test('control characters of a document do not reach a terminal', async () => {
  for (const format of FORMATS) {
    const text = await printed(format, 'red\u001b[31m\u0007\u009b2J\r\n\u202eback');
    assert.ok(text.includes('red'), format);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/, format);
  }
});

test('SARIF names its rules, regions and fixes', async (t) => {
  const cwd = folderWith(t, { 'docs/ä b.md': UNFINISHED });
  const { out } = await postmortem(['lint', '-f', 'sarif', '.'], { cwd });
  const sarif = JSON.parse(out);
  assert.equal(sarif.version, '2.1.0');
  const [run] = sarif.runs;
  assert.equal(run.tool.driver.rules.length, rules.length);
  assert.equal(run.columnKind, 'utf16CodeUnits');
  const result = run.results.find(({ ruleId }: Message) => ruleId === 'structure/placeholder');
  assert.equal(run.tool.driver.rules[result.ruleIndex].id, 'structure/placeholder');
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.deepEqual(artifactLocation, { uri: 'docs/%C3%A4%20b.md', uriBaseId: 'SRCROOT' });
  assert.equal(UNFINISHED.slice(region.charOffset, region.charOffset + region.charLength), 'TBD');
  assert.ok(run.results.some(({ fixes }: { fixes?: unknown[] }) => fixes?.length));
  assert.match(result.partialFingerprints['findingText/v1'], /^[0-9a-f]{32}$/);
});

test('every format says something valid about nothing', async (t) => {
  const cwd = folderWith(t, { 'README.md': '# A tool\n' });
  for (const format of ['stylish', 'json', 'sarif', 'github', 'markdown']) {
    const { code, out, err } = await postmortem(['lint', '-f', format, '.'], { cwd });
    assert.equal(code, 0, format);
    assert.equal(err, '');
    if (format === 'json' || format === 'sarif') JSON.parse(out);
  }
});

test('what ends a run with 1: --fail-on, --max-warnings, --rule', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNFINISHED });
  const all = jsonOf((await postmortem(['lint', '-f', 'json', 'a.md'], { cwd })).out)[0]!.messages;
  const warnings = all.filter(({ level }) => level === 'warning').length;
  assert.ok(warnings > 0 && all.every(({ level }) => level !== 'error'), 'what this test builds on');
  const code = async (...flags: string[]) => (await postmortem(['lint', 'a.md', ...flags], { cwd })).code;
  assert.equal(await code(), 1);
  assert.equal(await code('--fail-on', 'error'), 0);
  assert.equal(await code('--max-warnings', String(warnings)), 0);
  assert.equal(await code('--max-warnings', String(warnings - 1)), 1);
  assert.equal(await code('--fail-on', 'error', '--max-warnings', '0'), 1);
  assert.equal(await code('--fail-on', 'error', '--rule', 'structure/placeholder=error'), 1);
  assert.equal(await code(...all.flatMap(({ ruleId }) => ['--rule', `${ruleId}=off`])), 0);
});

test('--quiet leaves out what does not fail', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNFINISHED });
  const flags = [
    'lint',
    '-f',
    'json',
    '--quiet',
    '--fail-on',
    'error',
    '--rule',
    'structure/placeholder=error',
    'a.md',
  ];
  const { code, out } = await postmortem(flags, { cwd });
  assert.equal(code, 1);
  assert.deepEqual([...new Set(jsonOf(out)[0]!.messages.map(({ level }) => level))], ['error']);
});

test('a text from standard input takes its name and its configuration from where it belongs', async (t) => {
  const cwd = folderWith(t, { '.postmortem/config.yaml': 'rules:\n  structure/placeholder: error\n' });
  const flags = ['lint', '--stdin', '--format', 'json', '--stdin-filename', 'postmortems/a.md'];
  const named = await postmortem(flags, { cwd, stdin: UNFINISHED });
  assert.equal(jsonOf(named.out)[0]!.filePath, join(cwd, 'postmortems/a.md'));
  assert.equal(placeholderIn(jsonOf(named.out)[0]).level, 'error');
  const nameless = await postmortem(['lint', '-', '-f', 'json'], { cwd, stdin: UNFINISHED });
  assert.equal(jsonOf(nameless.out)[0]!.filePath, '<stdin>');
  const binary = await postmortem(['lint', '--stdin'], { cwd, stdin: Buffer.from([0, 1, 2]) });
  assert.equal(binary.code, 2);
  assert.match(binary.err, /<stdin>: cannot be checked: .*binary/);
});

test('a baseline hides what it knows, also where the text above it grew, and nothing else', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNFINISHED });
  const lint = (...flags: string[]) =>
    postmortem(['lint', '-f', 'json', '--baseline', 'known.json', ...flags, 'a.md'], { cwd });
  const missing = await lint();
  assert.equal(missing.code, 2);
  assert.match(missing.err, /known\.json: there is no such file; --update-baseline/);
  assert.equal((await lint('--update-baseline')).code, 0);
  const known = await lint();
  assert.equal(known.code, 0);
  assert.deepEqual(jsonOf(known.out)[0]!.messages, []);
  writeFileSync(join(cwd, 'a.md'), `${UNFINISHED.replace('## Timeline', 'One more line.\n\n## Timeline')}\nTBD\n`);
  const grown = await lint();
  assert.equal(grown.code, 1);
  assert.deepEqual(
    jsonOf(grown.out)[0]!.messages.map(({ ruleId }) => ruleId),
    ['structure/placeholder'],
  );
  writeFileSync(join(cwd, 'known.json'), '{"version": 2}');
  const broken = await lint();
  assert.equal(broken.code, 2);
  assert.match(broken.err, /known\.json: it is no baseline/);
});

test('--since checks what changed, new files included', async (t) => {
  const cwd = folderWith(t, { 'old.md': UNFINISHED, 'changed.md': UNFINISHED });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
  writeFileSync(join(cwd, 'changed.md'), `${UNFINISHED}\nMore.\n`);
  writeFileSync(join(cwd, 'new ü.md'), UNFINISHED);
  const { out } = await postmortem(['lint', '-f', 'json', '--since', 'main', '.'], { cwd });
  assert.deepEqual(
    jsonOf(out).map(({ filePath }) => filePath.slice(cwd.length + 1)),
    ['changed.md', 'new ü.md'],
  );
  for (const ref of ['nonsense', '--output=x', 'main..HEAD']) {
    const wrong = await postmortem(['lint', `--since=${ref}`, '.'], { cwd });
    assert.equal(wrong.code, 2, ref);
    assert.match(wrong.err, /--since /);
  }
});

test('--since outside a repository says so', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNFINISHED });
  const { code, err } = await postmortem(['lint', '--since', 'main', '.'], { cwd, env: {} });
  assert.equal(code, 2);
  assert.match(err, /not a git repository/i);
});

test('progress is for people, and leaves nothing behind', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.md`, '# A page\n']));
  const cwd = folderWith(t, { ...files, 'a.md': UNFINISHED });
  const person = await postmortem(['lint', '.'], { cwd, showsProgress: true });
  assert.match(person.err, /of 61 files/);
  assert.ok(person.err.endsWith('\r\u001b[K'));
  const machine = await postmortem(['lint', '.'], { cwd });
  assert.equal(machine.err, '');
  assert.equal(machine.out, person.out);
});

test('the command line says of a text what the engine says', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNFINISHED });
  const { out } = await postmortem(['lint', '-f', 'json', '--now', '2026-11-23', 'a.md'], { cwd });
  const { findings } = check({
    text: readFileSync(join(cwd, 'a.md'), 'utf8'),
    path: 'a.md',
    now: Date.parse('2026-11-23'),
  });
  assert.deepEqual(
    jsonOf(out)[0]!.messages.map(({ ruleId, message }) => [ruleId, message]),
    findings.map(({ ruleId, message }) => [ruleId, message]),
  );
});

test('rules know the other postmortems of the repository, also those that are not checked', async (t) => {
  const cwd = folderWith(t, {
    '.git/HEAD': '',
    'postmortems/old.md': UNFINISHED.replace('INC-7', 'INC-041'),
    'postmortems/new.md': UNFINISHED.replace('INC-7 - ', ''),
  });
  const { out } = await postmortem(['lint', '-f', 'json', 'postmortems/new.md'], { cwd });
  const title = jsonOf(out)[0]!.messages.find(({ ruleId }) => ruleId === 'structure/title');
  assert.match(title?.suggestions?.[0]?.fix.text ?? '', /INC-042/);
});

test('two postmortems of one incident are told, and of a mentioned incident that nobody wrote about', async (t) => {
  const related = (id: string) => `${UNFINISHED}\n## Related Incidents\n\n- ${id}: the same gateway\n`;
  const cwd = folderWith(t, {
    '.git/HEAD': '',
    'a.md': UNFINISHED,
    'b.md': related('INC-404'),
    'elsewhere/.postmortem/config.yaml': '',
    'elsewhere/c.md': related('INC-7'),
  });
  const { out } = await postmortem(['lint', '-f', 'json', 'b.md', 'elsewhere'], { cwd });
  const [b, c] = jsonOf(out).map(({ messages }) =>
    messages.map(({ ruleId }) => ruleId).filter((id) => id.startsWith('process/')),
  );
  assert.ok(b!.includes('process/duplicate-incident') && b!.includes('process/unknown-incident'), String(b));
  assert.ok(!c!.includes('process/duplicate-incident'), 'another collection of postmortems');
});

test('a single file in a large collection is checked without reading the collection', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`p/${index}.md`, UNFINISHED]));
  const cwd = folderWith(t, { '.git/HEAD': '', ...files });
  const found = async (input: string) => {
    const { out } = await postmortem(['lint', '-f', 'json', input], { cwd });
    return jsonOf(out)[0]!.messages.some(({ ruleId }) => ruleId === 'process/duplicate-incident');
  };
  assert.equal(await found('p/0.md'), false);
  assert.equal(await found('p'), true);
});
