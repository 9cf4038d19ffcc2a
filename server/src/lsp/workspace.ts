import type { Connection } from 'vscode-languageserver';
import { type Checked, check, checkSteps, rules, type WorkspaceFacts } from '../core/index.ts';
import { PostmortemIndex, type Remembered, readFile, readWorkspace, type WorkspaceHost } from '../workspace/index.ts';
import type { ClientFeatures } from './capabilities.ts';
import type { FileAccess, ServerHost } from './host.ts';
import type { DocumentScope, SettingsStore } from './settings.ts';
import { normalizeUri } from './uris.ts';
import { createWorkspaceCache } from './workspaceCache.ts';
import { createWorkspaceFiles, type PostmortemFile } from './workspaceFiles.ts';
import { createReadingProgress } from './workspaceProgress.ts';

/** A file that is not open, checked. */
export interface CheckedFile {
  readonly checked: Checked;
  readonly scope: DocumentScope;
}

/** The postmortems of the workspace, and all that were opened. */
export interface Workspace {
  /** With the open documents as they are now. */
  readonly index: PostmortemIndex;
  /** A file as it is on the disk, checked by some rules only; undefined where it is gone, cannot be read or is none of the workspace's. */
  checkFile(uri: string, rules: readonly string[]): Promise<CheckedFile | undefined>;
  /** What rules may know of the other documents when they check this one. */
  factsFor(uri: string): WorkspaceFacts;
  /** Reads all postmortems anew, in the background: those that changed, where it was done before. */
  read(): void;
  /** Takes in what became of files: changed, new, gone, or closed in the editor. */
  update(uris: readonly string[]): void;
  /** Resolves when the reading under way is done: what is asked of all documents together waits for it. */
  settled(): Promise<void>;
  /** Takes in an open document as it is now. */
  note(uri: string, checked: Checked): void;
}

interface Reading {
  readonly connection: Connection;
  readonly files: FileAccess;
  readonly settings: SettingsStore;
  readonly host: ServerHost;
  features(): ClientFeatures;
  isOpen(uri: string): boolean;
  /** Resolves once nobody types and nobody waits for a check. */
  idle(): Promise<void>;
  /** Called when what rules can see of other documents is different. */
  changed(): void;
}

/** Keeps the index of the workspace's postmortems. Open documents are those of the editor, not those of the disk. */
export function createWorkspace(reading: Reading): Workspace {
  const { connection, files, settings, features, isOpen, changed } = reading;
  const reader = createReader(reading);
  const index = new PostmortemIndex();
  const found = createWorkspaceFiles(files, settings);
  const stored = createWorkspaceCache(
    files,
    () => features().storage,
    (text) => connection.console.warn(text),
  );
  /** Open documents that were checked since they were last taken in: a keystroke must not pay for the index. */
  const noted = new Map<string, Checked>();
  let remembered: Map<string, Remembered> | undefined;
  let round = 0;
  // Nothing is read before the client has said that it is ready; what is asked until then waits, too.
  let begin: () => void = () => {};
  let work = new Promise<void>((resolve) => {
    begin = resolve;
  });

  return {
    get index() {
      takeIn();
      return index;
    },
    checkFile,
    factsFor(uri) {
      const own = normalizeUri(uri);
      takeIn(own);
      return index.factsFor(own);
    },
    read() {
      const own = ++round;
      next(() => readAll(own));
      begin();
    },
    update(uris) {
      next(() => readSome(uris.map(normalizeUri)));
    },
    async settled() {
      let waited: Promise<void>;
      do {
        waited = work;
        await waited;
      } while (waited !== work);
    },
    note: (uri, checked) => void noted.set(normalizeUri(uri), checked),
  };

  /** One after the other: what is read first must not overwrite what changed since. */
  function next(step: () => Promise<void>): void {
    work = work.then(step).catch((error) => {
      connection.console.error(`The postmortems could not be read: ${(error as Error)?.stack ?? String(error)}`);
    });
  }

  function takeIn(except?: string): boolean {
    let different = false;
    for (const [uri, checked] of noted) {
      if (uri === except) continue;
      noted.delete(uri);
      different = index.update(uri, checked) || different;
    }
    return different;
  }

  async function checkFile(uri: string, only: readonly string[]): Promise<CheckedFile | undefined> {
    const file = await found.one(normalizeUri(uri), true);
    const text = file && (await files.readText(uri).catch(() => undefined));
    if (!file || text === undefined) return undefined;
    const { scope, path } = file;
    const off = rules.filter(({ id }) => !only.includes(id)).map(({ id }) => [id, 'off'] as const);
    const settings = { ...scope.settings, rules: { ...scope.settings.rules, ...Object.fromEntries(off) } };
    const checked = check({ text, path, settings, workspace: index.factsFor(file.uri) });
    // Remarks about suppressions are not about these rules.
    const findings = checked.findings.filter(({ ruleId }) => only.includes(ruleId));
    return { checked: { ...checked, findings }, scope };
  }

  async function readAll(own: number): Promise<void> {
    const isOutdated = () => own !== round;
    if (isOutdated()) return;
    remembered ??= new Map(await stored.load());
    const all = await found.all(isOutdated);
    if (isOutdated()) return;
    const progress = createReadingProgress(connection, features().showsProgress);
    try {
      const { cache, checked } = await readWorkspace(
        index,
        all,
        {
          ...reader,
          check(file, text) {
            progress.checked();
            return reader.check(file, text);
          },
          progress: (done, of) => progress.report(done, of),
          isCancelled: () => isOutdated() || progress.isCancelled,
        },
        remembered,
      );
      const isSame = checked === 0 && cache.size === remembered.size;
      remembered = new Map(cache);
      for (const { path, reason } of index.broken) connection.console.warn(`${path} is not counted: ${reason}`);
      if (!isSame) await stored.save(cache);
    } finally {
      progress.end();
    }
    changed();
  }

  async function readSome(uris: readonly string[]): Promise<void> {
    let different = false;
    for (const uri of new Set(uris)) {
      if (isOpen(uri)) continue;
      noted.delete(uri);
      different = (await readOne(uri)) || different;
    }
    if (takeIn() || different) changed();
  }

  /** Whether the index changed. */
  async function readOne(uri: string): Promise<boolean> {
    const before = index.get(uri);
    const file = await found.one(uri, before !== undefined);
    if (!file) return false;
    const text = reader.readText(uri);
    const isGone = await text.then(
      () => false,
      (error) => error instanceof Gone,
    );
    if (isGone) {
      remembered?.delete(uri);
      return index.remove(uri);
    }
    const read = await readFile(index, file, { ...reader, readText: () => text }, remembered?.get(uri));
    if (read.remembered) remembered?.set(uri, read.remembered);
    return index.get(uri) !== before;
  }
}

class Gone extends Error {}
class Opened extends Error {}

function createReader({ files, host, isOpen, idle }: Reading): WorkspaceHost {
  /** One step at a time, though several files are read at once: a message waits for one step and not for all. */
  let step = Promise.resolve();
  const yieldNow = () => {
    step = step.then(idle).then(() => host.yieldNow());
    return step;
  };
  return {
    isOpen,
    yieldNow,
    async readText(uri) {
      const text = await files.readText(uri);
      if (text === undefined) throw new Gone('It is gone');
      return text;
    },
    async check(file, text) {
      const { scope, path } = file as PostmortemFile;
      const templates = scope.templates.length > 0 ? { templates: scope.templates } : {};
      const steps = checkSteps({ text, path, settings: scope.settings, ...templates });
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        await yieldNow();
        // Its record comes from the editor now: what is open is not read beside it.
        if (isOpen(file.uri)) throw new Opened();
      }
    },
  };
}
