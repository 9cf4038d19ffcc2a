import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, rules, type Settings, type WorkspaceFacts } from '../../core/index.ts';
import { PostmortemIndex } from '../../workspace/index.ts';
import type { FileConfiguration } from '../configuration.ts';
import { readTextFile } from '../files/read.ts';

/** Where a run over single files stops to look around: what it costs to read so much is not noticed. */
const FEW = { files: 60, directories: 300 };

/**
 * The postmortems below a directory, for rules that look beyond one document. They are read when the first rule asks, and without
 * being checked themselves.
 */
export class Neighbours {
  readonly #directory: string;
  readonly #configuration: FileConfiguration;
  readonly #paths: readonly string[];
  #index: PostmortemIndex | undefined;
  #digest: string | undefined;

  private constructor(directory: string, configuration: FileConfiguration, paths: readonly string[]) {
    this.#directory = directory;
    this.#configuration = configuration;
    this.#paths = paths;
  }

  /**
   * The neighbours below a directory, whose configuration holds for all of them. Undefined where `onlyFew` is asked for and there are
   * more: to know a part of them would mislead.
   */
  static of(directory: string, configuration: FileConfiguration, onlyFew: boolean): Neighbours | undefined {
    const paths = markdownBelow(directory, onlyFew ? FEW : undefined);
    return paths && new Neighbours(directory, configuration, paths);
  }

  /** What the others say to the document at an absolute path. */
  factsFor(path: string): WorkspaceFacts {
    const uri = pathToFileURL(path).href;
    const facts = () => {
      this.#index ??= this.#read();
      return this.#index.factsFor(uri);
    };
    return {
      documentsOf: (incidentId) => facts().documentsOf(incidentId),
      get incidentIds() {
        return facts().incidentIds;
      },
      nextIncidentId: (like) => facts().nextIncidentId(like),
      similar: (postmortem) => facts().similar(postmortem),
    };
  }

  /** Names what the neighbours hold, all together. */
  get digest(): string {
    if (this.#digest === undefined) {
      const hash = createHash('sha1');
      for (const path of this.#paths) {
        hash.update(`\0${path}\0`);
        try {
          hash.update(readFileSync(path));
        } catch {
          // As where the facts are read: to its neighbours it is not there.
        }
      }
      this.#digest = hash.digest('base64');
    }
    return this.#digest;
  }

  #read(): PostmortemIndex {
    const index = new PostmortemIndex();
    const settings = withoutRules(this.#configuration.settings);
    const templates = this.#configuration.repository.templates.slice(0, 1);
    for (const path of this.#paths) {
      try {
        const { text } = readTextFile(path);
        const place = relative(this.#directory, path).split(sep).join('/');
        index.update(pathToFileURL(path).href, check({ text, path: place, settings, templates }));
      } catch {
        // Whoever checks that file is told; to its neighbours it is not there.
      }
    }
    return index;
  }
}

/** Paths of the Markdown files below a directory, sorted; undefined where there are more than the limits allow. */
function markdownBelow(directory: string, limits?: typeof FEW): string[] | undefined {
  const files: string[] = [];
  const directories = [directory];
  // Grows while it is walked.
  for (const at of directories) {
    for (const entry of entriesOf(at)) {
      const path = join(at, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') directories.push(path);
      else if (entry.isFile() && /\.(?:md|markdown)$/.test(entry.name)) files.push(path);
    }
    if (limits && (files.length > limits.files || directories.length > limits.directories)) return undefined;
  }
  return files.sort();
}

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

function withoutRules(settings: Settings): Settings {
  return { ...settings, rules: Object.fromEntries(rules.map((rule) => [rule.id, 'off' as const])) };
}
