import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ConfigHost,
  DEFAULT_SETTINGS,
  loadRepositoryConfig,
  readConfigFile,
  readEditorSettings,
  resolveSettings,
  rules,
} from '../../server/src/core/index.ts';

/** A host over files in memory: directories are told from the paths. */
function hostOf(files: Readonly<Record<string, string>>): ConfigHost {
  return {
    readText: async (path) => files[path],
    readNames: async (directory) => [
      ...new Set(
        Object.keys(files)
          .filter((path) => path.startsWith(`${directory}/`))
          .map((path) => path.slice(directory.length + 1).split('/')[0] ?? ''),
      ),
    ],
    parentOf: (directory) => (directory.includes('/') ? directory.slice(0, directory.lastIndexOf('/')) : undefined),
  };
}

const marked = (text: string, problem: { readonly span: { readonly start: number; readonly end: number } }) =>
  text.slice(problem.span.start, problem.span.end);

test('a file that says nothing is no problem', async () => {
  for (const text of ['', '# nothing yet\n', 'people:\n', '{}', '\uFEFF'])
    assert.deepEqual(await readConfigFile('config.yaml', text), { settings: {}, problems: [] }, JSON.stringify(text));
});

test('an unknown setting is told at its key, with the one that was meant; the rest of the file holds', async () => {
  const text = 'policy: google\ntempalte: short\npeople: [Ada]\n';
  const { settings, problems } = await readConfigFile('config.yaml', text);
  assert.deepEqual(settings, { policy: 'google', people: ['Ada'] });
  assert.equal(problems.length, 1);
  assert.equal(marked(text, problems[0]!), 'tempalte');
  assert.deepEqual(problems[0]!.position, { line: 1, character: 0 });
  assert.match(problems[0]!.message, /`tempalte`.*`template`/);
});

test('a wrong value is told at the value, and what is allowed is named', async () => {
  const text = 'policy: gogle\ncheckQuotes: sometimes\ntimeZone: Mars/Olympus\nincidentId: "INC 1"\n';
  const { settings, problems } = await readConfigFile('config.yaml', text);
  assert.deepEqual(settings, {});
  assert.deepEqual(
    problems.map((problem) => marked(text, problem)),
    ['gogle', 'sometimes', 'Mars/Olympus', '"INC 1"'],
  );
  assert.match(problems[0]!.message, /`standard`.*Did you mean `google`/);
  assert.match(problems[1]!.message, /`true` or `false`/);
  assert.match(problems[2]!.message, /time zone/i);
});

test('one wrong element of a list is left out, the others stay', async () => {
  const text = 'systems:\n  - Jenkins\n  - 42\n  - Oscar\n';
  const { settings, problems } = await readConfigFile('config.yaml', text);
  assert.deepEqual(settings, { systems: ['Jenkins', 'Oscar'] });
  assert.deepEqual(
    problems.map((problem) => marked(text, problem)),
    ['42'],
  );
});

test('an unknown kind of section is told, with the one that was meant', async () => {
  const text = 'sections:\n  went-porly: [Ouch]\n  went-well: [Hooray]\n';
  const { settings, problems } = await readConfigFile('config.yaml', text);
  assert.deepEqual(settings.sections, { 'went-well': ['Hooray'] });
  assert.equal(marked(text, problems[0]!), 'went-porly');
  assert.match(problems[0]!.message, /`went-poorly`/);
});

test('a rule that does not exist, a severity that does not exist', async () => {
  const id = rules[0]!.id;
  const text = `rules:\n  ${id}x: off\n  ${id}: warnning\n`;
  const { settings, problems } = await readConfigFile('config.yaml', text);
  assert.deepEqual(settings.rules, {});
  assert.deepEqual(
    problems.map((problem) => marked(text, problem)),
    [`${id}x`, 'warnning'],
  );
  assert.match(problems[0]!.message, new RegExp(`Did you mean \`${id}\``));
  assert.match(problems[1]!.message, /Did you mean `warning`/);
});

test('a rule takes its severity and its own options, and nothing else', async () => {
  const rule = rules[0]!;
  const text = `rules:\n  ${rule.id}:\n    severity: error\n    no-such-option: 1\n`;
  const { settings, problems } = await readConfigFile('config.yaml', text);
  assert.deepEqual(settings.rules, { [rule.id]: { severity: 'error' } });
  assert.equal(marked(text, problems[0]!), 'no-such-option');
});

test('JSON with tabs, a schema line and a byte order mark is read like YAML', async () => {
  const text = '\uFEFF{\n\t"$schema": "../schemas/config.schema.json",\n\t"policy": "azure",\n\t"polciy": "azure"\n}\n';
  const { settings, problems } = await readConfigFile('config.json', text);
  assert.deepEqual(settings, { policy: 'azure' });
  assert.deepEqual(
    problems.map((problem) => marked(text, problem)),
    ['"polciy"'],
  );
});

test('what is no configuration at all is told, not thrown', async () => {
  const bomb = `a: &a [x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`).join('\n')}\n`;
  for (const text of ['- a\n- b\n', 'just words', 'a: [1, 2', '{"a": ', 'a: *nowhere\n', '\u0000\u0001', bomb]) {
    const { problems } = await readConfigFile('config.yaml', text);
    assert.ok(problems.length > 0, JSON.stringify(text.slice(0, 20)));
    for (const { span } of problems) assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end);
  }
});

test('keys that every object has are no settings', async () => {
  const { settings, problems } = await readConfigFile(
    'c.json',
    '{"__proto__": {"policy": "google"}, "constructor": 1}',
  );
  assert.deepEqual(Object.keys(settings), []);
  assert.equal(settings.policy, undefined);
  assert.equal(problems.length, 2);
});

test('the configuration is found upward, and not beyond the root of the repository', async () => {
  const host = hostOf({
    '/home/.postmortem/config.yaml': 'policy: azure',
    '/home/repo/.git/HEAD': '',
    '/home/repo/service/.postmortem/config.yml': 'policy: gitlab',
    '/home/repo/service/docs/incidents/a.md': '',
    '/home/repo/other/a.md': '',
  });
  const inService = await loadRepositoryConfig('/home/repo/service/docs/incidents', host);
  assert.equal(inService.settings.policy, 'gitlab');
  assert.equal(inService.root, '/home/repo');
  assert.equal(inService.file, '/home/repo/service/.postmortem/config.yml');
  const beside = await loadRepositoryConfig('/home/repo/other', host);
  assert.deepEqual(beside.settings, {});
  assert.equal(beside.root, '/home/repo');
});

test('of two configuration files in one folder the YAML one counts, and that is said', async () => {
  const host = hostOf({
    '/r/.postmortem/config.yaml': 'policy: azure',
    '/r/.postmortem/config.json': '{"policy":"google"}',
  });
  const config = await loadRepositoryConfig('/r', host);
  assert.equal(config.settings.policy, 'azure');
  assert.equal(config.problems.length, 1);
  assert.equal(config.problems[0]!.file, '/r/.postmortem/config.json');
});

test('a configuration file that cannot be read is a problem, and the defaults hold', async () => {
  const host = hostOf({ '/r/.postmortem/config.yaml': '' });
  const denied = { ...host, readText: () => Promise.reject(new Error('permission denied')) };
  const config = await loadRepositoryConfig('/r', denied);
  assert.match(config.problems[0]!.message, /permission denied/);
  assert.deepEqual(config.settings, {});
});

test('templates of a team are found, and `template` may name them', async () => {
  const files = {
    '/r/.postmortem/config.yaml': 'template: brief\n',
    '/r/.postmortem/templates/brief.md': '---\nname: Brief\n---\n\n# Postmortem\n\n## Summary\n\n## Action Items\n',
  };
  const config = await loadRepositoryConfig('/r', hostOf(files));
  assert.deepEqual(config.problems, []);
  assert.ok(config.templates.some((template) => template.id === 'brief'));
  const wrong = await loadRepositoryConfig(
    '/r',
    hostOf({ ...files, '/r/.postmortem/config.yaml': 'template: breif\n' }),
  );
  assert.match(wrong.problems[0]!.message, /`breif`.*`brief`/);
  assert.equal(wrong.settings.template, undefined);
});

test('later sources win; maps and lists of words are put together; each value knows who said it', () => {
  const { settings, sources } = resolveSettings([
    { source: 'repository', settings: { policy: 'google', people: ['Ada'], rules: { 'a/b': 'off', 'a/c': 'hint' } } },
    { source: 'editor', settings: { people: ['Ada', 'Grace'], rules: { 'a/c': 'error' } } },
    { source: 'command line', settings: { template: 'short' } },
  ]);
  assert.deepEqual(settings, {
    ...DEFAULT_SETTINGS,
    policy: 'google',
    template: 'short',
    people: ['Ada', 'Grace'],
    rules: { 'a/b': 'off', 'a/c': 'error' },
  });
  assert.deepEqual(sources.get('policy'), ['repository']);
  assert.deepEqual(sources.get('people'), ['repository', 'editor']);
  assert.deepEqual(sources.get('rules.a/c'), ['editor']);
  assert.deepEqual(sources.get('template'), ['command line']);
  assert.deepEqual(sources.get('timeZone'), ['default']);
});

test('an editor that says nothing leaves the repository its word', () => {
  const silent = { enable: true, trace: { server: 'off' }, template: '', policy: '', rules: {}, people: [] };
  assert.deepEqual(readEditorSettings(silent), { settings: {}, problems: [] });
  assert.deepEqual(readEditorSettings({ ...silent, policy: 'azure' }).settings, { policy: 'azure' });
  assert.deepEqual(readEditorSettings(null), { settings: {}, problems: [] });
});
