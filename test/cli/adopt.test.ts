import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, postmortem } from './support.ts';

const DOCUMENT = `# Postmortem: INC-041 - Checkout fails

- **Date:** 2026-02-10
- **Owner:** Ana Ruiz

## Lagebild

Checkout on db-prod-03 failed.

## Timeline

All times in UTC.

1. 09:12 – Deploy of cart-api
2. 09:54 – Rolled back

## Follow-ups

- [ ] Limit retries - Owner: Ana Ruiz - Due: 2026-03-05
`;

const FILES = { '.git/HEAD': '', 'payments/postmortems/2026-02-10-inc-041.md': DOCUMENT };
const FILE = 'payments/postmortems/2026-02-10-inc-041.md';

test('a postmortem becomes a template of the repository, from which the next one starts', async (t) => {
  const cwd = folderWith(t, FILES);
  const { code, out, err } = await postmortem(['adopt', FILE], { cwd });
  assert.deepEqual([code, out, err], [0, '.postmortem/templates/payments.md\n', '']);
  const template = readFileSync(join(cwd, out.trim()), 'utf8');
  assert.match(template, /^---\nname: "payments"\n/);
  assert.doesNotMatch(template, /Ana|Checkout|cart-api|db-prod|2026|09:/);
  assert.match((await postmortem(['templates'], { cwd })).out, /^payments {4}payments: The structure of a postmortem/m);
  const started = await postmortem(['new', 'Search is slow', '--template', 'payments', '--date', '2026-03-04'], {
    cwd,
  });
  const text = readFileSync(join(cwd, started.out.trim()), 'utf8');
  assert.match(
    text,
    /^---\ntemplate: payments\n---\n\n# Postmortem: INC-042 - Search is slow\n\n- \*\*Date:\*\* 2026-03-04\n/,
  );
  assert.deepEqual(text.match(/^## .*/gm), ['## Lagebild', '## Timeline', '## Follow-ups']);
  const checked = await postmortem(['lint', started.out.trim(), '--now', '2026-03-04'], { cwd });
  assert.equal(checked.code, 0, checked.out);
});

test('a template that is there is replaced only when that is asked for', async (t) => {
  const cwd = folderWith(t, { ...FILES, '.postmortem/templates/review.md': '# Ours\n' });
  const path = join(cwd, '.postmortem/templates/review.md');
  const refused = await postmortem(['adopt', FILE, '--name', 'Review'], { cwd });
  assert.deepEqual([refused.code, refused.out], [2, '']);
  assert.match(refused.err, /\.postmortem\/templates\/review\.md: it exists already; --force replaces it, --name NAME/);
  assert.equal(readFileSync(path, 'utf8'), '# Ours\n');
  assert.equal((await postmortem(['adopt', FILE, '--name', 'Review', '--force'], { cwd })).code, 0);
  assert.match(readFileSync(path, 'utf8'), /## Lagebild/);
});

test('it says when a template stands in for one that comes with the program', async (t) => {
  const cwd = folderWith(t, FILES);
  const { code, err } = await postmortem(['adopt', FILE, '--name', 'Standard'], { cwd });
  assert.equal(code, 0);
  assert.match(err, /takes the place of the template "standard"/);
});

test('what makes no template is refused with the reason, and nothing is written', async (t) => {
  const cwd = folderWith(t, { ...FILES, 'story.md': '# The day the disk filled up\n\nIt did.\n' });
  const refused = async (...args: string[]) => {
    const { code, err } = await postmortem(['adopt', ...args], { cwd });
    assert.equal(code, 2);
    return err;
  };
  assert.match(await refused(), /adopt takes one file/);
  assert.match(await refused(FILE, 'story.md'), /adopt takes one file/);
  assert.match(await refused('gone.md'), /gone\.md: there is no such file/);
  assert.match(await refused('payments'), /payments: it is a directory/);
  assert.match(await refused('story.md'), /story\.md: no heading in it could stand in another postmortem/);
  assert.match(await refused(FILE, '--name', 'auto'), /--name: a name has letters or digits and is not "auto"/);
  assert.match(await refused(FILE, '--name', '!!'), /--name/);
  assert.equal(existsSync(join(cwd, '.postmortem')), false);
});
