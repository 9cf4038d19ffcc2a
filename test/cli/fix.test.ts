import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, postmortem, unsorted } from './support.ts';

/** A postmortem whose timeline can be sorted without a doubt. */
const UNSORTED = unsorted('Checkout failed for 12 % of customers for 40 minutes.\n');
const SORTED = UNSORTED.replace(/(- \*\*10:45.*\n)(- \*\*10:15.*\n)/, '$2$1');

test('--fix writes the safe fixes and reports what is left', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNSORTED });
  const before = await postmortem(['lint', 'a.md'], { cwd });
  assert.match(before.out, /timeline\/out-of-order \(--fix\)/);
  assert.match(before.out, /--fix answers 1 of them/);
  const { out } = await postmortem(['lint', '--fix', 'a.md'], { cwd });
  assert.match(out, /fixed 1 file/);
  assert.doesNotMatch(out, /out-of-order/);
  assert.equal(readFileSync(join(cwd, 'a.md'), 'utf8'), SORTED);
});

test('a second --fix changes nothing, not even the date of the file', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNSORTED });
  await postmortem(['lint', '--fix', 'a.md'], { cwd });
  const { mtimeNs, ino } = statSync(join(cwd, 'a.md'), { bigint: true });
  const { out } = await postmortem(['lint', '--fix', 'a.md'], { cwd });
  assert.doesNotMatch(out, /fixed/);
  const after = statSync(join(cwd, 'a.md'), { bigint: true });
  assert.deepEqual([after.mtimeNs, after.ino], [mtimeNs, ino]);
});

test('byte order mark, line ends, encoding, mode and link survive a fix', async (t) => {
  const crlf = (text: string) => `\uFEFF${text.replace(/\n/g, '\r\n')}`;
  const cwd = folderWith(t, {
    'crlf.md': crlf(UNSORTED),
    'utf16.md': Buffer.from(crlf(UNSORTED), 'utf16le'),
    'real/a.md': UNSORTED,
  });
  chmodSync(join(cwd, 'crlf.md'), 0o600);
  symlinkSync('real/a.md', join(cwd, 'link.md'));
  const { code, err } = await postmortem(['lint', '--fix', 'crlf.md', 'utf16.md', 'link.md'], { cwd });
  assert.deepEqual([code === 2, err], [false, '']);
  assert.equal(readFileSync(join(cwd, 'crlf.md'), 'utf8'), crlf(SORTED));
  assert.equal(statSync(join(cwd, 'crlf.md')).mode & 0o777, 0o600);
  assert.equal(readFileSync(join(cwd, 'utf16.md'), 'utf16le'), crlf(SORTED));
  assert.ok(lstatSync(join(cwd, 'link.md')).isSymbolicLink());
  assert.equal(readFileSync(join(cwd, 'real/a.md'), 'utf8'), SORTED);
});

test('what may not be written is told, and stays as it is; the others are fixed', async (t) => {
  const latin1 = Buffer.from(UNSORTED.replace('gateway', 'gatew\u00e9y'), 'latin1');
  const cwd = folderWith(t, { 'latin1.md': latin1, 'readonly.md': UNSORTED, 'z.md': UNSORTED });
  chmodSync(join(cwd, 'readonly.md'), 0o444);
  const { code, err } = await postmortem(['lint', '--fix', '.'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /latin1\.md:\d+: not valid UTF-8/);
  assert.match(err, /readonly\.md: not fixed: it is read-only/);
  assert.deepEqual(readFileSync(join(cwd, 'latin1.md')), latin1);
  assert.equal(readFileSync(join(cwd, 'readonly.md'), 'utf8'), UNSORTED);
  assert.equal(readFileSync(join(cwd, 'z.md'), 'utf8'), SORTED);
});

test('from standard input, the fixed text is the output and the report makes room', async () => {
  const { code, out, err } = await postmortem(['lint', '--stdin', '--fix'], { stdin: UNSORTED });
  assert.notEqual(code, 2);
  assert.equal(out, SORTED);
  assert.match(err, /1 postmortem of 1 file/);
  const plain = await postmortem(['lint', '--stdin', '--fix'], { stdin: '# A page\r\n' });
  assert.equal(plain.out, '# A page\r\n');
});

test('the `fix` of a JSON report does what --fix does', async (t) => {
  const cwd = folderWith(t, { 'a.md': UNSORTED });
  const { out } = await postmortem(['lint', '--format', 'json', 'a.md'], { cwd });
  const [{ messages }] = JSON.parse(out);
  const { fix, suggestions } = messages.find(({ ruleId }: { ruleId: string }) => ruleId === 'timeline/out-of-order');
  assert.equal(UNSORTED.slice(0, fix.range[0]) + fix.text + UNSORTED.slice(fix.range[1]), SORTED);
  assert.ok(
    !suggestions?.some(({ desc }: { desc: string }) => /sort/i.test(desc)),
    'a safe fix is no suggestion as well',
  );
});
