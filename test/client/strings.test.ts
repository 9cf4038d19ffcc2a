// Every text that people see can be translated: the strings of the client stand in the bundle, those of the manifest in package.nls.json.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  ADOPTED_DESCRIPTION,
  builtinTemplates,
  completeDeadline,
  POLICIES,
  rules,
  TRIGGER_NAMES,
} from '../../server/src/core/index.ts';
import { METRICS, SURVEY_STATEMENTS } from '../../server/src/workspace/index.ts';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));

/** What is translated by its English text where it is shown, but written elsewhere. */
function declaredStrings(): string[] {
  const strengths = read('server/src/core/model/actionStrength.ts').matchAll(/\bdoes: '([^']*)'/g);
  const levels = /LEVEL_ACTIONS[^=]*= \{([^}]*)\}/.exec(read('server/src/core/model/rootCauseLevel.ts'))![1]!;
  const checks = read('server/src/core/config/settings.ts').matchAll(/v\.(?:check|regex)\([^']*'([^']+)'/g);
  const deadlines = Object.values(POLICIES).flatMap((policy) => [
    policy.meeting,
    policy.assigned,
    ...['P0', 'P1', 'P2', 'P3', 'P4'].map((severity) => completeDeadline(policy, severity)),
  ]);
  return [
    ...rules.flatMap(({ title, messages, docs }) => [title, ...Object.values(messages), docs.why, docs.instead]),
    ...builtinTemplates.map(({ description }) => description),
    ADOPTED_DESCRIPTION,
    ...[...checks].map((match) => match[1]!),
    ...deadlines.flatMap((deadline) => deadline?.label ?? []),
    ...Object.values(TRIGGER_NAMES),
    ...Object.values(METRICS).flatMap(({ title, definition, numerator, denominator, target }) => [
      title,
      definition,
      numerator,
      denominator,
      // "> 90 %" is written so everywhere.
      ...(/\p{L}/u.test(target.text) ? [target.text] : []),
    ]),
    ...SURVEY_STATEMENTS.map(({ text }) => text),
    ...[...strengths].map((match) => match[1]!).filter(Boolean),
    ...[...levels.matchAll(/: '([^']*)'/g)].map((match) => match[1]!),
  ];
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('the bundle has every string of client and server, and no other', () => {
  const strings = new Set<string>(declaredStrings());
  for (const folder of ['client/src', 'server/src'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      for (const match of read(join(folder, file)).matchAll(/\bt\(\s*'((?:\\.|[^'\\])*)'/g))
        strings.add(match[1]!.replace(/\\'/g, "'"));
    }
  assert.deepEqual(Object.keys(json('l10n/bundle.l10n.json')).sort(), [...strings].sort());
});

test('every language is complete: all texts, with the same places to fill in', () => {
  const languages = readdirSync(join(root, 'l10n')).flatMap(
    (file) => /^bundle\.l10n\.(\w+)\.json$/.exec(file)?.[1] ?? [],
  );
  assert.deepEqual(languages, ['de']);
  for (const language of languages)
    for (const file of ['l10n/bundle.l10n', 'package.nls']) {
      const english: Record<string, string> = json(`${file}.json`);
      const translated: Record<string, string> = json(`${file}.${language}.json`);
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort(), `${file}.${language}.json`);
      for (const [key, text] of Object.entries(translated)) {
        assert.notEqual(text.trim(), '', key);
        assert.deepEqual(placeholders(text), placeholders(english[key]!), key);
      }
    }
});

test('every placeholder of the manifest has its text, and every text its placeholder', () => {
  const used = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(json('package.nls.json')).sort());
});

test('the manifest shows nothing in one language only', () => {
  const { contributes, description } = json('package.json');
  // Texts of the manifest by the name of their property, wherever it stands.
  const shown =
    /^(?:title|shortTitle|label|name|contextualTitle|contents|description|markdownDescription|enumDescriptions|deprecationMessage|markdownDeprecationMessage)$/;
  const plain: string[] = [];
  const look = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (shown.test(key) && !/^%.*%$/.test(value)) plain.push(`${key}: ${value}`);
    } else if (Array.isArray(value)) for (const one of value) look(one, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) look(one, name);
  };
  look({ ...contributes, description }, '');
  assert.deepEqual(plain, []);
});

test('walkthrough pages and commands that the manifest names are there', () => {
  const { contributes } = json('package.json');
  const commands = contributes.commands.map(({ command }: { command: string }) => command);
  for (const { steps } of contributes.walkthroughs) {
    assert.ok(steps.length <= 6);
    // VS Code takes the page of the language beside the English one.
    const pages = steps.flatMap(({ media }: { media: { markdown: string } }) => [
      media.markdown,
      media.markdown.replace(/\.md$/, '.nls.de.md'),
    ]);
    const folder = 'media/walkthrough/';
    assert.deepEqual(
      readdirSync(join(root, folder))
        .map((file) => folder + file)
        .sort(),
      pages.sort(),
    );
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
