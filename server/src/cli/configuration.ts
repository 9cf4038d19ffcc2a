import { existsSync, readdirSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import {
  type ConfigHost,
  loadRepositoryConfig,
  type PartialSettings,
  type RepositoryConfig,
  type ResolvedSettings,
  resolveSettings,
  unknownTemplate,
} from '../core/index.ts';
import { UsageError } from './exit.ts';
import { readTextFile } from './files/read.ts';
import { reasonOf } from './files/reason.ts';

/** The configuration in force for a file. */
export interface FileConfiguration extends ResolvedSettings {
  readonly repository: RepositoryConfig;
}

const host: ConfigHost = {
  async readText(path) {
    try {
      return existsSync(path) ? readTextFile(path).text : undefined;
    } catch (error) {
      throw new Error(reasonOf(error));
    }
  },
  async readNames(directory) {
    try {
      return readdirSync(directory);
    } catch {
      return [];
    }
  },
  parentOf(directory) {
    const parent = dirname(directory);
    return parent === directory ? undefined : parent;
  },
};

/** Configurations by directory, each read once. */
export class Configurations {
  readonly #byDirectory = new Map<string, Promise<FileConfiguration>>();
  readonly #byHome = new Map<string, FileConfiguration>();
  readonly #cwd: string;
  readonly #file: string | undefined;
  readonly #own: PartialSettings;

  /** `file` is read in place of what is found; `own` is what the command line says. */
  constructor(cwd: string, file?: string, own: PartialSettings = {}) {
    if (file !== undefined && !existsSync(resolve(cwd, file)))
      throw new UsageError(`--config ${file}: there is no such file`);
    this.#cwd = cwd;
    this.#file = file === undefined ? undefined : resolve(cwd, file);
    this.#own = own;
  }

  /** The configuration for a file, by its absolute path. */
  for(path: string): Promise<FileConfiguration> {
    const directory = dirname(path);
    let found = this.#byDirectory.get(directory);
    if (!found) {
      found = this.#read(directory);
      this.#byDirectory.set(directory, found);
    }
    return found;
  }

  /** Every configuration that was read, each once. */
  async all(): Promise<FileConfiguration[]> {
    return [...new Set(await Promise.all(this.#byDirectory.values()))];
  }

  /** The path that globs are matched against: relative to the repository, else to the working directory. */
  pathFor(path: string, { repository }: FileConfiguration): string {
    for (const root of [repository.root, this.#cwd]) {
      if (root === undefined) continue;
      const from = relative(root, path);
      if (!from.startsWith('..') && from !== path) return from.split(sep).join('/');
    }
    return path.split(sep).join('/').replace(/^\//, '');
  }

  async #read(directory: string): Promise<FileConfiguration> {
    const repository = await loadRepositoryConfig(directory, host, this.#file);
    // Rules cache by the identity of the settings, so directories of one repository share them.
    const key = JSON.stringify([repository.root, repository.file, repository.templates.map((template) => template.id)]);
    const known = this.#byHome.get(key);
    if (known) return known;
    const { template } = this.#own;
    const names = repository.templates.map(({ id }) => id);
    if (template !== undefined && template !== 'auto' && !names.includes(template))
      throw new UsageError(`--template: ${unknownTemplate(template, names)}`);
    const layers = [
      { source: 'repository', settings: repository.settings },
      { source: 'command line', settings: this.#own },
    ] as const;
    const read = { ...resolveSettings(layers), repository };
    this.#byHome.set(key, read);
    return read;
  }
}
