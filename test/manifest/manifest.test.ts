import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtinTemplates, readEditorSettings, rules, SettingsSchema } from '../../server/src/core/index.ts';

const root = join(__dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = read('package.json');
const texts = read('package.nls.json');

interface Property {
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly type: string;
  readonly enum?: readonly string[];
  readonly enumItemLabels?: readonly string[];
}

const properties: Record<string, Property> = Object.assign(
  {},
  ...manifest.contributes.configuration.map((group: { properties: object }) => group.properties),
);

test('files that the manifest names are there, in every language', () => {
  const { snippets, grammars, jsonValidation, yamlValidation } = manifest.contributes;
  const paths = [
    ...snippets.map((snippet: { path: string }) => snippet.path),
    ...grammars.map((grammar: { path: string }) => grammar.path),
    ...[...jsonValidation, ...yamlValidation].map((validation: { url: string }) => validation.url),
  ];
  assert.ok(paths.length >= 5);
  for (const spoken of [texts, read('package.nls.de.json')])
    for (const path of paths) {
      const file = path.replace(/^%(.+)%$/, (_: string, key: string) => spoken[key]);
      assert.ok(existsSync(join(root, file)), file);
    }
});

test('every setting of the editor is explained, and its default says nothing against the repository', () => {
  const names = Object.keys(properties);
  assert.ok(names.includes('postmortem.rules') && names.includes('postmortem.enable'));
  assert.ok(names.length <= 12, 'few settings; everything else is in the file of the repository');
  const defaults: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    assert.ok(texts[property.markdownDescription.slice(1, -1)].length > 10, name);
    assert.equal(property.enumItemLabels?.length ?? property.enum?.length, property.enum?.length, name);
    if (property.enum) assert.ok(property.enum.includes(property.default as string), name);
    defaults[name.slice('postmortem.'.length).split('.')[0]!] = property.default;
  }
  assert.deepEqual(readEditorSettings(defaults), { settings: {}, problems: [] });
});

test('every rule can be set in the editor and in the file of the repository', () => {
  const ids = rules.map((rule) => rule.id);
  const schema = read('schemas/config.schema.json');
  const editor = properties['postmortem.rules'] as unknown as { propertyNames: { enum: string[] } };
  assert.deepEqual(editor.propertyNames.enum, ids);
  assert.deepEqual(Object.keys(schema.properties.rules.properties), ids);
});

test('the schema knows the settings that the parser knows, each with a description', () => {
  const { properties: known } = read('schemas/config.schema.json');
  assert.deepEqual(Object.keys(known), ['$schema', ...Object.keys(SettingsSchema.entries)]);
  for (const [name, setting] of Object.entries(known as Record<string, { description?: string }>))
    if (name !== '$schema') assert.ok(setting.description, name);
});

test('the pages of the rules are there, and linked from the overview', () => {
  const overview = readFileSync(join(root, 'docs/rules/README.md'), 'utf8');
  for (const { id, title } of rules) {
    const page = `${id.replace('/', '-')}.md`;
    assert.ok(overview.includes(`[${id}](${page})`), id);
    assert.ok(readFileSync(join(root, 'docs/rules', page), 'utf8').includes(title), id);
  }
});

test('templates have a name, a description and sections', () => {
  for (const template of builtinTemplates) {
    assert.notEqual(template.name, template.id);
    assert.ok(template.description && template.sections.length > 0, template.id);
  }
});
