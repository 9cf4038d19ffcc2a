import { t } from '../l10n.ts';
import type { DocumentTemplate } from '../model/template.ts';
import { builtinTemplates, parseTemplate } from '../model/templates.ts';
import { type ConfigFile, type ConfigProblem, readConfigFile } from './file.ts';

/** What finding a configuration needs of its host. Paths may be URIs; `/` stands between their parts. */
export interface ConfigHost {
  /** Text of a file, undefined where there is none. Rejects when it is there and cannot be read. */
  readText(path: string): Promise<string | undefined>;
  /** Names in a directory; none where it is no directory or cannot be listed. */
  readNames(directory: string): Promise<readonly string[]>;
  /** The directory above, undefined at the top. */
  parentOf(directory: string): string | undefined;
}

/** What a repository says about its postmortems. */
export interface RepositoryConfig extends ConfigFile {
  /** Root of the repository: the nearest directory above with `.git`, else the one with `.postmortem`; undefined where neither is. */
  readonly root: string | undefined;
  /** The nearest directory above with `.postmortem`, else `root`: what lies below it is one collection of postmortems. */
  readonly home: string | undefined;
  /** The configuration file, undefined where there is none. */
  readonly file: string | undefined;
  /** The built-in templates and the repository's own; its own take the place of built-in ones with their name. */
  readonly templates: readonly DocumentTemplate[];
}

/** Names of configuration files in `.postmortem/`, the first one found counts. */
export const CONFIG_NAMES: readonly string[] = ['config.yaml', 'config.yml', 'config.json'];

/**
 * Finds and reads the configuration for files in a directory, looking upward as far as the root of the repository. `file` is read
 * in place of the configuration file found there. Never rejects.
 */
export async function loadRepositoryConfig(
  directory: string,
  host: ConfigHost,
  file?: string,
): Promise<RepositoryConfig> {
  let home: string | undefined;
  for (let at: string | undefined = directory; at !== undefined; at = host.parentOf(at)) {
    const names = await host.readNames(at);
    if (home === undefined && names.includes('.postmortem')) home = at;
    if (names.includes('.git')) return read(home, at, host, file);
  }
  return read(home, home, host, file);
}

async function read(
  home: string | undefined,
  root: string | undefined,
  host: ConfigHost,
  given: string | undefined,
): Promise<RepositoryConfig> {
  const folder = `${home}/.postmortem`;
  const names = home === undefined ? [] : await host.readNames(folder);
  const problems: ConfigProblem[] = [];
  const templates = names.includes('templates')
    ? await readTemplates(`${folder}/templates`, host, problems)
    : builtinTemplates;

  const [name, ...others] = given ? [] : CONFIG_NAMES.filter((candidate) => names.includes(candidate));
  for (const other of others)
    problems.push(problemAtStart(`${folder}/${other}`, t('Not read: {0} stands beside it. Keep one of them', name!)));
  const file = given ?? (name && `${folder}/${name}`);
  const place = { root, home: home ?? root, file };
  if (file === undefined) return { ...place, settings: {}, templates, problems };
  try {
    const text = await host.readText(file);
    if (text === undefined) throw new Error(t('there is no such file'));
    const config = await readConfigFile(
      file,
      text,
      templates.flatMap(({ id, name }) => [id, name]),
    );
    return { ...place, settings: config.settings, templates, problems: [...config.problems, ...problems] };
  } catch (error) {
    problems.unshift(problemAtStart(file, t('Cannot be read: {0}', messageOf(error))));
    return { ...place, settings: {}, templates, problems };
  }
}

async function readTemplates(folder: string, host: ConfigHost, problems: ConfigProblem[]): Promise<DocumentTemplate[]> {
  const own: DocumentTemplate[] = [];
  for (const name of [...(await host.readNames(folder))].sort()) {
    if (!name.endsWith('.md')) continue;
    try {
      const text = await host.readText(`${folder}/${name}`);
      if (text !== undefined) own.push(parseTemplate(name.slice(0, -'.md'.length), text));
    } catch (error) {
      problems.push(problemAtStart(`${folder}/${name}`, t('Cannot be read: {0}', messageOf(error))));
    }
  }
  const taken = new Set(own.map((template) => template.id));
  return [...builtinTemplates.filter((template) => !taken.has(template.id)), ...own];
}

function problemAtStart(file: string, message: string): ConfigProblem {
  return { file, span: { start: 0, end: 0 }, position: { line: 0, character: 0 }, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
