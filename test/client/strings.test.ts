// Every text that people see can be translated: the strings of the client stand in the bundle, those of the manifest in package.nls.json.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));

test('the bundle has every string of the client and no other', () => {
  const strings = new Set<string>();
  for (const file of readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    for (const match of read(join('client/src', file)).matchAll(/l10n\.t\(\s*'((?:\\.|[^'\\])*)'/g))
      strings.add(match[1]!.replace(/\\'/g, "'"));
  }
  assert.deepEqual(Object.keys(json('l10n/bundle.l10n.json')).sort(), [...strings].sort());
});

test('every placeholder of the manifest has its text, and every text its placeholder', () => {
  const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(json('package.nls.json')).sort());
});

test('walkthrough pages and commands that the manifest names are there', () => {
  const { contributes } = json('package.json');
  const commands = contributes.commands.map(({ command }: { command: string }) => command);
  for (const { steps } of contributes.walkthroughs) {
    assert.ok(steps.length <= 6);
    for (const { media } of steps) assert.ok(read(media.markdown).length > 0);
  }
  for (const items of Object.values(contributes.menus) as { command?: string }[][])
    for (const { command } of items) if (command) assert.ok(commands.includes(command), command);
});

test('every command says where it may be used, unless it is of use everywhere', () => {
  const { contributes } = json('package.json');
  const everywhere = ['newPostmortem', 'showRule', 'showLog', 'restartServer'].map((name) => `postmortem.${name}`);
  const limited = contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
  for (const { command } of contributes.commands)
    assert.ok(everywhere.includes(command) !== limited.includes(command), command);
});
