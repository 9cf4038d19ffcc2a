import { type Checked, checkSteps, isPostmortemPath, type WorkspaceFacts } from '../core/index.ts';
import { PostmortemIndex } from '../workspace/index.ts';
import type { FileAccess, ServerHost } from './host.ts';
import type { SettingsStore } from './settings.ts';
import { joinUri, normalizeUri, relativePath } from './uris.ts';

/** Folders that are never looked into, beside those that start with a dot. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'dist', 'build', 'out', 'target']);
/** A workspace may be a whole disk: more folders than this are not walked. */
const MOST_FOLDERS = 5000;

/** The postmortems of the workspace: those that lie where postmortems lie, and all that were opened. */
export interface Workspace {
  /** With the open documents as they are now. */
  readonly index: PostmortemIndex;
  /** What rules may know of the other documents when they check this one. */
  factsFor(uri: string): WorkspaceFacts;
  /** Reads all postmortems anew, in the background. */
  read(): void;
  /** Reads those of the files that are postmortems again. */
  update(uris: readonly string[]): void;
  /** Resolves when the reading under way is done: what is asked of all documents together waits for it. */
  settled(): Promise<void>;
  /** Takes in an open document as it is now. */
  note(uri: string, checked: Checked): void;
}

interface Reading {
  readonly files: FileAccess;
  readonly settings: SettingsStore;
  readonly host: ServerHost;
  isOpen(uri: string): boolean;
  /** Called when what rules can see of other documents is different. */
  changed(): void;
}

/** Keeps the index of the workspace's postmortems. Open documents are those of the editor, not those of the disk. */
export function createWorkspace({ files, settings, host, isOpen, changed }: Reading): Workspace {
  const index = new PostmortemIndex();
  /** Open documents that were checked since they were last taken in: a keystroke must not pay for the index. */
  const noted = new Map<string, Checked>();
  let round = 0;
  // Nothing is read before the client has said that it is ready; what is asked until then waits, too.
  let begin: () => void = () => {};
  let reading = new Promise<void>((resolve) => {
    begin = resolve;
  });

  return {
    get index() {
      takeIn();
      return index;
    },
    factsFor(uri) {
      const own = normalizeUri(uri);
      takeIn(own);
      return index.factsFor(own);
    },
    read() {
      round++;
      reading = readAll(round);
      begin();
    },
    update(uris) {
      void Promise.all(uris.map((uri) => readOne(normalizeUri(uri)))).then((updated) => {
        if (takeIn() || updated.some(Boolean)) changed();
      });
    },
    async settled() {
      let waited: Promise<void>;
      do {
        waited = reading;
        await waited;
      } while (waited !== reading);
    },
    note: (uri, checked) => void noted.set(normalizeUri(uri), checked),
  };

  function takeIn(except?: string): boolean {
    let different = false;
    for (const [uri, checked] of noted) {
      if (uri === except) continue;
      noted.delete(uri);
      different = index.update(uri, checked) || different;
    }
    return different;
  }

  async function readAll(own: number): Promise<void> {
    let different = false;
    const waiting = [...settings.folders];
    for (let walked = 0; walked < MOST_FOLDERS && waiting.length > 0; walked++) {
      const folder = waiting.shift()!;
      for (const name of await files.readNames(folder)) {
        if (own !== round) return;
        if (/\.md$/i.test(name)) different = (await readOne(joinUri(folder, name))) || different;
        else if (!name.includes('.') && !SKIPPED.has(name)) waiting.push(joinUri(folder, name));
      }
    }
    if (different) changed();
  }

  /** Whether the index changed. */
  async function readOne(uri: string): Promise<boolean> {
    if (!/\.md$/i.test(uri) || isOpen(uri)) return false;
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
