import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtinTemplates, rules } from '../../server/src/core/index.ts';
import { folderWith, postmortem } from './support.ts';

test('rules lists every rule, for people and as JSON', async () => {
  const { out } = await postmortem(['rules']);
  for (const { id, title } of rules) assert.ok(out.includes(id) && out.includes(title), id);
  const json = JSON.parse((await postmortem(['rules', '--json'])).out);
  assert.deepEqual(
    json.map((rule: { id: string }) => rule.id),
    rules.map((rule) => rule.id),
  );
  assert.equal((await postmortem(['rules', 'blame'])).code, 2);
});

test('explain says why a rule is there, with examples; a mistyped one is guessed', async () => {
  for (const rule of rules) {
    const { code, out } = await postmortem(['explain', rule.id]);
    assert.equal(code, 0, rule.id);
    assert.ok(out.includes('Bad') && out.includes('Good') && !/[⟦⟧]/.test(out), rule.id);
  }
  const { code, err } = await postmortem(['explain', 'structure/placehodler']);
  assert.equal(code, 2);
  assert.match(err, /Did you mean `structure\/placeholder`/);
  assert.match((await postmortem(['explain', 'placeholder'])).err, /Did you mean `structure\/placeholder`/);
  assert.match((await postmortem(['explain'])).err, /takes one rule/);
});

test('templates are listed and printed, those of the repository included', async (t) => {
  const cwd = folderWith(t, { '.postmortem/templates/ours.md': '---\nname: Ours\n---\n# Postmortem\n\n## Summary\n' });
  const { out } = await postmortem(['templates'], { cwd });
  for (const { id } of builtinTemplates) assert.match(out, new RegExp(`^${id} `, 'm'));
  assert.match(out, /^ours +Ours$/m);
  assert.equal((await postmortem(['templates', 'ours'], { cwd })).out, '# Postmortem\n\n## Summary\n');
  assert.match((await postmortem(['templates', 'standrad'], { cwd })).err, /`standard`/);
});

test('the page about the command line knows every flag and every command', async () => {
  const page = readFileSync(join(__dirname, '../../docs/command-line.md'), 'utf8');
  const commands = [...(await postmortem(['--help'])).out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(
    ([, name]) => name ?? '',
  );
  assert.ok(commands.includes('lint'));
  for (const command of commands) assert.match(page, new RegExp(`\\b${command}\\b`), command);
  for (const command of ['lint', 'new']) {
    const flags = (await postmortem([command, '--help'])).out.match(/--[a-z][a-z-]*/g) ?? [];
    for (const flag of flags)
      if (!['--help', '--no-color'].includes(flag)) assert.ok(page.includes(`\`${flag}`), `${command} ${flag}`);
  }
});
