import * as v from 'valibot';
import { t } from '../l10n.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Rule } from '../rules/rule.ts';
import { RuleLevel, type Settings, SettingsSchema, sectionKinds } from './settings.ts';
import { didYouMeanText } from './suggest.ts';

/** Settings that say something; what is absent is left to whoever is asked next. */
export type PartialSettings = { readonly [Name in keyof Settings]?: Settings[Name] };

/** Something in the settings that cannot be used. `path` leads to it: keys and 0-based positions. */
export interface SettingsProblem {
  readonly path: readonly (string | number)[];
  /** Whether the key at the end of the path is meant, or the value that stands there. */
  readonly at: 'key' | 'value';
  readonly message: string;
}

export interface ValidatedSettings {
  readonly settings: PartialSettings;
  readonly problems: readonly SettingsProblem[];
}

type Entry = v.GenericSchema;
type RawObject = Readonly<Record<string, unknown>>;

/**
 * Reads settings as people wrote them, already parsed to plain data. What is wrong is left out and told; the rest holds.
 * `templates` are the names `template` may have, any where none are given. Never throws.
 */
export function validateSettings(raw: unknown, templates?: readonly string[]): ValidatedSettings {
  const problems: SettingsProblem[] = [];
  const settings: Record<string, unknown> = {};
  if (raw === null || raw === undefined) return { settings, problems };
  if (!isObject(raw)) {
    problems.push({
      path: [],
      at: 'value',
      message: t('The configuration is {0}; `key: value` lines are expected', kindOf(raw)),
    });
    return { settings, problems };
  }
  for (const [name, value] of Object.entries(raw)) {
    if (name === '$schema' || value === null || value === undefined) continue;
    const entry: Entry | undefined = Object.hasOwn(SettingsSchema.entries, name)
      ? SettingsSchema.entries[name as keyof Settings]
      : undefined;
    if (!entry) {
      const known = Object.keys(SettingsSchema.entries);
      problems.push({
        path: [name],
        at: 'key',
        message: t('Unknown setting `{0}`', name) + didYouMeanText(name, known),
      });
    } else if (name === 'rules') {
      const read = validateRules(value, problems);
      if (read) settings[name] = read;
    } else {
      const read = validateEntry(entry, [name], value, problems);
      if (read !== undefined) settings[name] = name === 'sections' ? knownSections(read as RawObject, problems) : read;
    }
  }
  const { template } = settings;
  if (templates && typeof template === 'string' && template !== 'auto' && !isNameOf(templates, template)) {
    delete settings.template;
    problems.push({ path: ['template'], at: 'value', message: unknownTemplate(template, templates) });
  }
  return { settings, problems };
}

/** The value of one setting, without the elements that are wrong; undefined where nothing of it can be used. */
function validateEntry(schema: Entry, path: (string | number)[], value: unknown, problems: SettingsProblem[]): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const wrong = new Set<string | number>();
  for (const issue of result.issues) {
    const inner = (issue.path ?? []).map((item) => item.key as string | number);
    problems.push({ path: [...path, ...inner], at: 'value', message: messageOf(issue, [...path, ...inner]) });
    const [element] = inner;
    if (element === undefined) return undefined;
    wrong.add(element);
  }
  const rest = Array.isArray(value)
    ? value.filter((_, index) => !wrong.has(index))
    : Object.fromEntries(Object.entries(value as RawObject).filter(([key]) => !wrong.has(key)));
  const again = v.safeParse(schema, rest);
  return again.success ? again.output : undefined;
}

function messageOf(issue: v.GenericIssue, path: readonly (string | number)[]): string {
  const name = path.filter((part) => typeof part === 'string').join('.');
  // Checks of our own say what is wrong; valibot's words are made for programmers.
  if (issue.kind === 'validation') {
    if (issue.type === 'non_empty') return t('`{0}` has an empty value', name);
    if (issue.type === 'check' || issue.type === 'regex') return `\`${name}\`: ${t(issue.message)}`;
    return t('`{0}` is {1}; expected {2}', name, shown(issue.input), issue.expected ?? t('another value'));
  }
  const { expected } = issue;
  const choices = choicesOf(expected ?? '');
  const guess = typeof issue.input === 'string' && choices ? didYouMeanText(issue.input, choices) : '';
  const wanted = choices ? oneOf(choices) : expected ? (typeNames()[expected] ?? expected) : t('another value');
  return t('`{0}` is {1}; expected {2}', name, shown(issue.input), wanted) + guess;
}

/** The words that a picklist allows, from what valibot says it expected: `("a" | "b")`. */
function choicesOf(expected: string): string[] | undefined {
  const words = [...expected.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? '');
  return words.length > 0 ? words : undefined;
}

/** Names of sections with only the kinds there are. */
function knownSections(sections: RawObject, problems: SettingsProblem[]): RawObject {
  const known = Object.entries(sections).filter(([kind]) => {
    const main = kind.split('/')[0] ?? '';
    if (sectionKinds.includes(main)) return true;
    const message = t('Unknown kind of section `{0}`', kind) + didYouMeanText(main, sectionKinds);
    problems.push({ path: ['sections', kind], at: 'key', message });
    return false;
  });
  return Object.fromEntries(known);
}

function validateRules(value: unknown, problems: SettingsProblem[]): Settings['rules'] | undefined {
  if (!isObject(value)) {
    const message = t('`rules` is {0}; `rule: severity` lines are expected', kindOf(value));
    problems.push({ path: ['rules'], at: 'value', message });
    return undefined;
  }
  const read: Record<string, Settings['rules'][string]> = {};
  for (const [id, configured] of Object.entries(value)) {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) problems.push({ path: ['rules', id], at: 'key', message: unknownRule(id) });
    else if (isObject(configured)) read[id] = validateRule(rule, configured, problems);
    else if (configured !== null && configured !== undefined) {
      const level = validateEntry(RuleLevel, ['rules', id], configured, problems);
      if (level) read[id] = level as v.InferOutput<typeof RuleLevel>;
    }
  }
  return read;
}

/** What to say of a rule id that no rule has. */
export function unknownRule(id: string): string {
  const known = rules.map((rule) => rule.id);
  return t('Unknown rule `{0}`', id) + (didYouMeanText(id, known) || t('. `postmortem rules` lists them'));
}

function isNameOf(templates: readonly string[], name: string): boolean {
  return templates.some((template) => template.toLowerCase() === name.toLowerCase());
}

/** What to say of a template name that no template has. */
export function unknownTemplate(name: string, templates: readonly string[]): string {
  const others = didYouMeanText(name, templates) || t('; there are {0}', listed(templates));
  return t('Unknown template `{0}`', name) + others;
}

function validateRule(rule: Rule, configured: RawObject, problems: SettingsProblem[]): Settings['rules'][string] {
  const read: Record<string, unknown> = {};
  const options = optionEntries(rule);
  for (const [name, value] of Object.entries(configured)) {
    const path = ['rules', rule.id, name];
    const schema = name === 'severity' ? RuleLevel : Object.hasOwn(options, name) ? options[name] : undefined;
    if (!schema) {
      const known = ['severity', ...Object.keys(options)];
      const others = didYouMeanText(name, known) || t('; it has {0}', listed(known));
      const message = t('`{0}` has no option `{1}`', rule.id, name) + others;
      problems.push({ path, at: 'key', message });
      continue;
    }
    const own = validateEntry(schema, path, value, problems);
    if (own !== undefined) read[name] = own;
  }
  return read;
}

/** The schema of each option of a rule. */
export function optionEntries(rule: Rule): Readonly<Record<string, Entry>> {
  const schema = rule.options as { readonly entries?: Readonly<Record<string, Entry>> } | undefined;
  return schema?.entries ?? {};
}

function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return typeof value === 'object' ? shown(value) : t('the {0} {1}', typeof value, shown(value));
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return t('a list');
  if (typeof value === 'object' && value !== null) return t('a map');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}

/** valibot's names of types, as people say them. */
const typeNames = (): Readonly<Record<string, string>> => ({
  Array: t('a list'),
  Object: t('a map'),
  string: t('a text'),
  number: t('a number'),
  boolean: t('`true` or `false`'),
});

function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? listed(words) : t('one of {0}', listed(words));
}
