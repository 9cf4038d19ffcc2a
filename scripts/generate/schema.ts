import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { EditorOnlySchema, RuleLevel, SettingsSchema } from '../../server/src/core/config/settings.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import type { GeneratedFile } from './file.ts';
import { inEnglish, type Translate } from './translate.ts';

/** A JSON schema with what our declarations add to it. */
export type SettingJson = JsonSchema & { editor?: string; markdownDescription?: string };

/** The JSON schema of what people may write, with our `editor` mark on settings that editors offer. */
export function jsonOf(schema: GenericSchema): SettingJson {
  // Checks that only code can express (`isTimeZone`) stay with the parser.
  const json = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }) as SettingJson;
  if (json.required?.length === 0) delete json.required;
  return json;
}

/** Every setting of a configuration file by name, in the order of their declaration. */
export function settingJsons(): Map<string, SettingJson> {
  return new Map(Object.entries((jsonOf(SettingsSchema).properties ?? {}) as Record<string, SettingJson>));
}

/** Every setting that only editors have. */
export function editorOnlyJsons(): Map<string, SettingJson> {
  return new Map(Object.entries((jsonOf(EditorOnlySchema).properties ?? {}) as Record<string, SettingJson>));
}

/** The options of a rule by name; empty where it has none. */
export function optionJsons(rule: Rule): Map<string, SettingJson> {
  if (!rule.options) return new Map();
  const json = jsonOf(rule.options as GenericSchema);
  return new Map(Object.entries((json.properties ?? {}) as Record<string, SettingJson>));
}

/** The schema of the `rules` setting: each rule by its id, with its options. */
export function rulesJson(rules: readonly Rule[], translate: Translate = inEnglish): SettingJson {
  const level = jsonOf(RuleLevel);
  delete level.$schema;
  const properties = rules.map((rule) => {
    const options = Object.fromEntries(
      [...optionJsons(rule)].map(([name, json]) => [name, described(json, translate)]),
    );
    const text = `${translate(rule.title)}. ${translate(rule.docs.why)}`;
    return [
      rule.id,
      {
        description: text,
        default: rule.severity,
        anyOf: [level, { type: 'object', properties: { severity: level, ...options }, additionalProperties: false }],
      },
    ];
  });
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false } as SettingJson;
}

function described(json: SettingJson, translate: Translate): SettingJson {
  return json.description === undefined ? json : { ...json, description: translate(json.description) };
}

/** The schema of `.postmortem/config.yaml` and `config.json`; for another language than English, under its name. */
export function generateSchema(
  rules: readonly Rule[],
  language?: string,
  translate: Translate = inEnglish,
): GeneratedFile {
  const properties: Record<string, SettingJson> = {};
  for (const [name, { editor: _, ...setting }] of settingJsons()) {
    const json = described(setting as SettingJson, translate);
    properties[name] =
      name === 'rules'
        ? ({ ...rulesJson(rules, translate), description: json.description, default: {} } as SettingJson)
        : json;
  }
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Blameless Postmortem',
    description: translate(
      'Settings of a repository for Blameless Postmortem: .postmortem/config.yaml or .postmortem/config.json.',
    ),
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties },
    additionalProperties: false,
  };
  const file = language ? `config.schema.${language}.json` : 'config.schema.json';
  return { path: `schemas/${file}`, text: `${JSON.stringify(schema, null, 2)}\n` };
}
