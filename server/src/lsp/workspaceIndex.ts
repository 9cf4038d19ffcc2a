import { checkSteps, isPostmortemPath } from '../core/index.ts';
import type { Services } from './services.ts';
import { joinUri, normalizeUri, relativePath } from './uris.ts';

/** Folders that are never looked into, beside those that start with a dot. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'dist', 'build', 'out', 'target']);
/** A workspace may be a whole disk: more folders than this are not walked. */
const MOST_FOLDERS = 5000;

export interface WorkspaceReader {
  /** Reads all postmortems of the workspace anew, in the background. */
  read(): void;
  /** Reads those of the files that are postmortems again. */
  update(uris: readonly string[]): void;
}

/**
 * Keeps the index of the workspace's postmortems: those that lie where postmortems lie are read at the start and when they change,
 * others once they are opened. `changed` is called when what rules can see of other documents is different.
 */
export function fillIndex(services: Services, changed: () => void): WorkspaceReader {
  const { documents, files, host, index, settings } = services;
  let round = 0;

  documents.onChecked(({ uri, checked }) => index.update(normalizeUri(uri), checked));

  return {
    read() {
      round++;
      void readAll(round);
    },
    update(uris) {
      void Promise.all(uris.map((uri) => readOne(normalizeUri(uri)))).then((updated) => {
        if (updated.some(Boolean)) changed();
      });
    },
  };

  async function readAll(own: number): Promise<void> {
    const before = index.size;
    const waiting = [...settings.folders];
    for (let walked = 0; walked < MOST_FOLDERS && waiting.length > 0; walked++) {
      const folder = waiting.shift()!;
      for (const name of await files.readNames(folder)) {
        if (own !== round) return;
        if (/\.md$/i.test(name)) await readOne(joinUri(folder, name));
        else if (!name.includes('.') && !SKIPPED.has(name)) waiting.push(joinUri(folder, name));
      }
    }
    if (index.size !== before) changed();
  }

  /** Whether the index changed. Open documents are those of the editor, not those of the disk. */
  async function readOne(uri: string): Promise<boolean> {
    if (!/\.md$/i.test(uri) || documents.versionOf(uri) !== undefined) return false;
    const scope = await settings.of(uri);
    if (!scope.enabled || !isPostmortemPath(relativePath(scope.root, uri), scope.settings)) return false;
    const text = await files.readText(uri).catch(() => undefined);
    if (text === undefined) return index.remove(uri);
    const steps = checkSteps({ text, path: scope.path, settings: scope.settings });
    for (;;) {
      const step = steps.next();
      if (step.done) return index.update(uri, step.value);
      await host.yieldNow();
    }
  }
}
