import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import type { GeneratedFile } from './file.ts';
import { editorOnlyJsons, type SettingJson, settingJsons } from './schema.ts';

/** Groups of the settings editor, in order. The first has the name of the extension, so that it comes first. */
const GROUPS = [
  { id: 'general', title: 'Blameless Postmortem' },
  { id: 'rules', title: 'Rules' },
  { id: 'words', title: 'People, Systems and Teams' },
  { id: 'troubleshooting', title: 'Troubleshooting' },
];

/**
 * package.json with the parts of `contributes` that are made of the settings: `configuration`, and the schema for configuration
 * files. Everything else in it is written by hand and kept.
 */
export function generateManifest(root: string, rules: readonly Rule[]): GeneratedFile {
  const path = 'package.json';
  const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as { contributes: Record<string, unknown> };
  manifest.contributes.configuration = configuration(rules);
  const schema = './schemas/config.schema.json';
  manifest.contributes.jsonValidation = [{ fileMatch: '**/.postmortem/config.json', url: schema }];
  manifest.contributes.yamlValidation = ['yaml', 'yml'].map((extension) => ({
    fileMatch: `**/.postmortem/config.${extension}`,
    url: schema,
  }));
  return { path, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

function configuration(rules: readonly Rule[]): unknown[] {
  const settings = [...editorOnlyJsons(), ...settingJsons()].filter(([, json]) => json.editor);
  return GROUPS.map((group, order) => ({
    id: `postmortem.${group.id}`,
    title: group.title,
    order,
    properties: Object.fromEntries(
      settings
        .filter(([, json]) => json.editor === group.id)
        .map(([name, json], index) => [`postmortem.${name}`, { order: index, ...property(name, json, rules) }]),
    ),
  }));
}

function property(name: string, json: SettingJson, rules: readonly Rule[]): Record<string, unknown> {
  const { description, editor: _, default: value, ...type } = json;
  if (editorOnlyJsons().has(name))
    return {
      ...type,
      default: value,
      scope: name.startsWith('trace.') ? 'window' : 'resource',
      markdownDescription: description,
    };
  const shape = name === 'rules' ? { ...type, ...ruleNames(rules) } : type;
  if (shape.type === 'array' || shape.type === 'object')
    return {
      ...shape,
      default: value,
      scope: 'resource',
      markdownDescription: `${description} Added to what the repository says.`,
    };
  // An editor always answers with some value: the empty one means that the repository's stands.
  delete shape.minLength;
  return {
    ...shape,
    ...(shape.enum
      ? { enum: ['', ...shape.enum], enumItemLabels: ['as the repository says', ...shape.enum.map(String)] }
      : {}),
    default: '',
    scope: 'resource',
    markdownDescription: `${description} Empty: what the repository says, else \`${String(value)}\`.`,
  };
}

/** Completes and checks the ids of rules; what options they have is in the schema of configuration files, which may be long. */
function ruleNames(rules: readonly Rule[]): SettingJson {
  const propertyNames = { enum: rules.map((rule) => rule.id), enumDescriptions: rules.map((rule) => rule.title) };
  return { propertyNames } as SettingJson;
}
