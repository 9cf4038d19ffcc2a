import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtinTemplates, check, fileNameOf, textOf } from '../../server/src/core/index.ts';
import { folderWith, postmortem } from './support.ts';

const standard = builtinTemplates.find((template) => template.id === 'standard')!;

test('a new postmortem has its name from date, id and title, and its text from the template', async (t) => {
  const cwd = folderWith(t, { '.git/HEAD': '' });
  const flags = ['new', 'Checkout: 10% fail', '--date', '2026-11-23', '--severity', 'P1'];
  const { code, out, err } = await postmortem(flags, { cwd });
  assert.deepEqual([code, err], [0, '']);
  const path = 'postmortems/2026-11-23-inc-001-checkout-10-fail.md';
  assert.equal(out, `${path}\n`);
  const text = readFileSync(join(cwd, path), 'utf8');
  assert.match(text, /^# Postmortem: INC-001 - Checkout: 10% fail\n/);
  assert.match(text, /^\*\*Date:\*\* 2026-11-23$/m);
  assert.match(text, /^\*\*Severity:\*\* P1$/m);
  assert.match(text, /^\*\*Status:\*\* Draft$/m);
  assert.match(text, /^\*\*Attendees:\*\* \[@list\]$/m);
  const { recognition, findings } = check({ text, path, now: Date.parse('2026-11-23') });
  assert.equal(recognition.isPostmortem, true);
  assert.deepEqual(
    findings.filter(({ ruleId }) => /title|invalid|missing/.test(ruleId)),
    [],
  );
});

test('ids go on after the highest one, in names and headings, with as many digits', async (t) => {
  const cwd = folderWith(t, {
    '.git/HEAD': '',
    '.postmortem/config.yaml': 'incidentId: OPS\n',
    'postmortems/2026-01-01-ops-0041-disk.md': '# Postmortem: OPS-0041 - Disk\n',
    'docs/incidents/queue.md': '# Postmortem: OPS-0107 - Queue\n',
    'docs/incidents/other.md': '# Postmortem: INC-900 - Other\n\nSee OPS-5000.\n',
  });
  const { out } = await postmortem(['new', 'Next', '--date', '2026-11-23'], { cwd });
  assert.equal(out.trim(), 'postmortems/2026-11-23-ops-0108-next.md');
});

test('from a folder below the root, the file lies at the root', async (t) => {
  const cwd = folderWith(t, { '.git/HEAD': '', 'services/api/main.ts': '' });
  const { out } = await postmortem(['new', 'Deep', '--date', '2026-11-23'], { cwd: join(cwd, 'services/api') });
  assert.equal(out.trim(), '../../postmortems/2026-11-23-inc-001-deep.md');
  assert.ok(existsSync(join(cwd, 'postmortems/2026-11-23-inc-001-deep.md')));
});

test('where a part of the repository has its own .postmortem, its postmortems lie there', async (t) => {
  const cwd = folderWith(t, {
    '.git/HEAD': '',
    'postmortems/a.md': '# Postmortem: INC-500 - Elsewhere\n',
    'shop/.postmortem/config.yaml': '',
    'shop/postmortems/b.md': '# Postmortem: INC-007 - Here\n',
    'shop/src/main.ts': '',
  });
  const { out } = await postmortem(['new', 'X', '--date', '2026-11-23'], { cwd: join(cwd, 'shop/src') });
  assert.equal(out.trim(), '../postmortems/2026-11-23-inc-008-x.md');
});

test('nothing is overwritten', async (t) => {
  const cwd = folderWith(t, { 'postmortems/2026-11-23-inc-001-x.md': 'mine' });
  const { code, err } = await postmortem(['new', 'X', '--id', 'INC-001', '--date', '2026-11-23'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /exists already/);
  assert.equal(readFileSync(join(cwd, 'postmortems/2026-11-23-inc-001-x.md'), 'utf8'), 'mine');
});

test('another template is taken by its name, and the document says so', async (t) => {
  const own = '---\nname: Brief\n---\n# Incident report\n\n**Date:** [YYYY-MM-DD]\n\n## Summary\n\n[what happened]\n';
  const cwd = folderWith(t, { '.postmortem/templates/brief.md': own });
  const { out } = await postmortem(['new', 'X', '--template', 'brief', '--date', '2026-11-23'], { cwd });
  const text = readFileSync(join(cwd, out.trim()), 'utf8');
  assert.equal(
    text,
    '---\ntemplate: brief\n---\n\n# Incident report: INC-001 - X\n\n**Date:** 2026-11-23\n\n## Summary\n\n[what happened]\n',
  );
  const wrong = await postmortem(['new', 'X', '--template', 'breif'], { cwd });
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /`breif`.*`brief`/);
});

test('no title, no day of the calendar, no directory: what to write instead', async (t) => {
  const cwd = folderWith(t, { 'a.md': '' });
  const cases: [string[], RegExp][] = [
    [[], /takes a title/],
    [['   '], /takes a title/],
    [['X', '--date', '2026-02-30'], /"2026-02-30"/],
    [['X', '--dir', 'a.md/deeper'], /a\.md\/deeper/],
  ];
  for (const [args, message] of cases) {
    const { code, out, err } = await postmortem(['new', ...args], { cwd });
    assert.equal(code, 2, args.join(' '));
    assert.match(err, message);
    assert.doesNotMatch(err, /crashed/);
    assert.equal(out, '');
  }
  assert.deepEqual(readdirSync(cwd), ['a.md']);
});

test('no title makes a name that leads elsewhere or that a file system refuses', () => {
  const name = (title: string) => fileNameOf({ date: '2026-11-23', incidentId: 'INC-1', title });
  assert.equal(name('../../etc/passwd'), '2026-11-23-inc-1-etc-passwd.md');
  assert.equal(name('C:\\con <nul> | *?'), '2026-11-23-inc-1-c-con-nul.md');
  assert.equal(name('Überlauf der Straße — 日本語'), '2026-11-23-inc-1-uberlauf-der-straße-日本語.md');
  assert.equal(name('🚒🔥'), '2026-11-23-inc-1.md');
  assert.ok(Buffer.byteLength(name('長'.repeat(500))) <= 255);
  assert.ok(name('word '.repeat(100)).length < 90);
});

test('a title stays on its line, and is text whatever it holds', () => {
  const text = textOf({ title: 'a\n\n# b $& $1 \u0007', incidentId: 'INC-1', date: '2026-11-23', template: standard });
  assert.equal(text.split('\n')[0], '# Postmortem: INC-1 - a # b $& $1');
});

test('every built-in template makes a document that has its title and its date', () => {
  for (const template of builtinTemplates) {
    const text = textOf({
      title: 'Queue is full',
      incidentId: 'INC-7',
      date: '2026-11-23',
      severity: 'SEV-2',
      template,
    });
    assert.match(text.split('\n')[0] ?? '', /INC-7.*Queue is full|Queue is full.*INC-7/, template.id);
    assert.doesNotMatch(text.split('\n')[0] ?? '', /\[/, template.id);
    if (template.fields.some((field) => field.kind === 'date')) assert.match(text, /2026-11-23/, template.id);
    if (template.fields.some((field) => field.kind === 'severity')) assert.match(text, /SEV-2$/m, template.id);
  }
});
