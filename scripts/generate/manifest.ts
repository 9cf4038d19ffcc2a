import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import type { GeneratedFile } from './file.ts';
import { editorOnlyJsons, type SettingJson, settingJsons } from './schema.ts';
import { languagesOf } from './translate.ts';

/** Groups of the settings editor, in order. The first has the name of the extension, so that it comes first. */
const GROUPS = [
  { id: 'general', title: 'Blameless Postmortem' },
  { id: 'rules', title: 'Rules' },
  { id: 'words', title: 'People, Systems and Teams' },
  { id: 'troubleshooting', title: 'Troubleshooting' },
];

/** Keys of package.nls.json that are made of the settings; all others are written by hand and kept. */
const KEYS = 'setting.';

/** Notes a text of the manifest under a key of package.nls.json, and gives what stands for it. */
type Say = (key: string, text: string) => string;

/**
 * package.json with the parts of `contributes` that are made of the settings: `configuration`, and the schema for configuration
 * files. Everything else in it is written by hand and kept. The texts of the settings go to package.nls.json; in other languages the
 * titles of the rules are those of the l10n bundle, and the rest is written by hand.
 */
export function generateManifest(root: string, rules: readonly Rule[]): GeneratedFile[] {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const path = 'package.json';
  const manifest = read(path) as { contributes: Record<string, unknown> };
  const said: Record<string, string> = {};
  manifest.contributes.configuration = configuration(rules, (key, text) => {
    said[KEYS + key] = text;
    return `%${KEYS}${key}%`;
  });
  // package.nls.json names the file, so that each language has its own.
  const schema = '%schema%';
  manifest.contributes.jsonValidation = [{ fileMatch: '**/.postmortem/config.json', url: schema }];
  manifest.contributes.yamlValidation = ['yaml', 'yml'].map((extension) => ({
    fileMatch: `**/.postmortem/config.${extension}`,
    url: schema,
  }));
  const written = Object.entries<string>(read('package.nls.json')).filter(([key]) => !key.startsWith(KEYS));
  return [
    file(path, manifest),
    file('package.nls.json', { ...Object.fromEntries(written), ...said }),
    ...languagesOf(root).map((language) => {
      const translated: Record<string, string> = read(`l10n/bundle.l10n.${language}.json`);
      const titles = rules.map(({ id, title }) => [KEYS + ruleKey(id), translated[title] ?? title]);
      return file(`package.nls.${language}.json`, {
        ...read(`package.nls.${language}.json`),
        ...Object.fromEntries(titles),
      });
    }),
  ];
}

function file(path: string, content: unknown): GeneratedFile {
  return { path, text: `${JSON.stringify(content, null, 2)}\n` };
}

/** `blame/human-error` → `rule.blame.human-error` */
function ruleKey(id: string): string {
  return `rule.${id.replace('/', '.')}`;
}

function configuration(rules: readonly Rule[], say: Say): unknown[] {
  const settings = [...editorOnlyJsons(), ...settingJsons()].filter(([, json]) => json.editor);
  return GROUPS.map((group, order) => ({
    id: `postmortem.${group.id}`,
    title: say(`group.${group.id}`, group.title),
    order,
    properties: Object.fromEntries(
      settings
        .filter(([, json]) => json.editor === group.id)
        .map(([name, json], index) => [`postmortem.${name}`, { order: index, ...property(name, json, rules, say) }]),
    ),
  }));
}

function property(name: string, json: SettingJson, rules: readonly Rule[], say: Say): Record<string, unknown> {
  const { description, editor: _, default: value, ...type } = json;
  if (editorOnlyJsons().has(name))
    return {
      ...type,
      ...(type.properties ? { properties: described(name, type.properties as Described, say) } : {}),
      default: value,
      scope: name.startsWith('trace.') ? 'window' : 'resource',
      markdownDescription: say(name, String(description)),
    };
  const shape = name === 'rules' ? { ...type, ...ruleNames(rules, say) } : type;
  if (shape.type === 'array' || shape.type === 'object')
    return {
      ...shape,
      default: value,
      scope: 'resource',
      markdownDescription: say(name, `${description} Added to what the repository says.`),
    };
  // An editor always answers with some value: the empty one means that the repository's stands.
  delete shape.minLength;
  return {
    ...shape,
    ...(shape.enum
      ? {
          enum: ['', ...shape.enum],
          enumItemLabels: [say('asRepository', 'as the repository says'), ...shape.enum.map(String)],
        }
      : {}),
    default: '',
    scope: 'resource',
    markdownDescription: say(name, `${description} Empty: what the repository says, else \`${String(value)}\`.`),
  };
}

type Described = Readonly<Record<string, SettingJson>>;

/** The parts of a setting, each with its description. */
function described(name: string, parts: Described, say: Say): Described {
  const entries = Object.entries(parts).map(([part, json]) => [
    part,
    { ...json, description: say(`${name}.${part}`, String(json.description)) },
  ]);
  return Object.fromEntries(entries);
}

/** Completes and checks the ids of rules; what options they have is in the schema of configuration files, which may be long. */
function ruleNames(rules: readonly Rule[], say: Say): SettingJson {
  const enumDescriptions = rules.map(({ id, title }) => say(ruleKey(id), title));
  const propertyNames = { enum: rules.map((rule) => rule.id), enumDescriptions };
  return { propertyNames } as SettingJson;
}
