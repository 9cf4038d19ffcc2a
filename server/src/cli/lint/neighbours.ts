import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { check, rules, type Settings, type WorkspaceFacts } from '../../core/index.ts';
import { PostmortemIndex } from '../../workspace/index.ts';
import type { FileConfiguration } from '../configuration.ts';
import { MARKDOWN, NEVER } from '../files/find.ts';
import { readTextFile } from '../files/read.ts';

/**
 * The postmortems of a repository, for rules that look beyond one document. They are read when the first rule asks, and without
 * being checked themselves. The settings are those of the directory.
 */
export class Neighbours {
  readonly #root: string;
  readonly #configuration: FileConfiguration;
  #index: PostmortemIndex | undefined;

  constructor(root: string, configuration: FileConfiguration) {
    this.#root = root;
    this.#configuration = configuration;
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

  #read(): PostmortemIndex {
    const index = new PostmortemIndex();
    const settings = withoutRules(this.#configuration.settings);
    const templates = this.#configuration.repository.templates.slice(0, 1);
    const paths = globSync(MARKDOWN, {
      cwd: this.#root,
      absolute: true,
      dot: true,
      ignore: NEVER,
      followSymbolicLinks: false,
    });
    for (const path of paths.sort()) {
      try {
        const { text } = readTextFile(path);
        const place = relative(this.#root, path).split(sep).join('/');
        index.update(pathToFileURL(path).href, check({ text, path: place, settings, templates }));
      } catch {
        // Whoever checks that file is told; to its neighbours it is not there.
      }
    }
    return index;
  }
}

function withoutRules(settings: Settings): Settings {
  return { ...settings, rules: Object.fromEntries(rules.map((rule) => [rule.id, 'off' as const])) };
}
