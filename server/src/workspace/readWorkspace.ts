import type { Checked } from '../core/index.ts';
import { contentHash } from './contentHash.ts';
import type { PostmortemIndex } from './postmortemIndex.ts';
import { type PostmortemRecord, recordOf } from './record.ts';

/** A Markdown file of the workspace. */
export interface WorkspaceFile {
  readonly uri: string;
  /** Relative to the workspace, `/` between the parts. */
  readonly path: string;
  /** Changes whenever the file may have changed (time and size, an etag); undefined where nothing of the kind is known. */
  readonly stamp?: string | undefined;
}

/** How files reach the index. */
export interface WorkspaceHost {
  /** The text of a file. Rejects where it cannot be read. */
  readText(uri: string): Promise<string>;
  /** Checks a text with the settings in force for its file. */
  check(file: WorkspaceFile, text: string): Checked | Promise<Checked>;
  /** Resolves after everything that waits had its turn. */
  yieldNow(): Promise<void>;
  /** Called after each file. */
  progress?(done: number, all: number): void;
  isCancelled?(): boolean;
}

/** What a file held when it was last read; `record` is null for what is no postmortem. */
interface Remembered {
  readonly stamp: string | undefined;
  readonly hash: string;
  readonly record: PostmortemRecord | null;
}

/** What is kept between two starts: by URI, plain data. */
export type IndexCache = ReadonlyMap<string, Remembered>;

export interface ReadResult {
  /** For the next start. */
  readonly cache: IndexCache;
  /** Files that were checked, as they are new or have changed. */
  readonly checked: number;
  /** Files taken from the cache. */
  readonly reused: number;
  readonly cancelled: boolean;
}

/** Files read at the same time: enough to hide the way to a disk or a remote file system. */
const AT_ONCE = 8;

/**
 * Brings the index up to the files of a workspace: what is gone is forgotten, what has not changed since the cache was written is taken from there, the rest
 * is read and checked. A file that cannot be read is an entry with a reason and nothing more. Never rejects for a file.
 */
export async function readWorkspace(
  index: PostmortemIndex,
  files: readonly WorkspaceFile[],
  host: WorkspaceHost,
  cache: IndexCache = new Map(),
): Promise<ReadResult> {
  const present = new Set(files.map((file) => file.uri));
  for (const { uri } of [...index.records, ...index.broken]) if (!present.has(uri)) index.remove(uri);

  const next = new Map<string, Remembered>();
  const count = { checked: 0, reused: 0, done: 0 };
  const waiting = files.values();
  const isCancelled = () => host.isCancelled?.() === true;
  const takeIn = ({ uri }: WorkspaceFile, remembered: Remembered) => {
    next.set(uri, remembered);
    if (remembered.record) index.add(remembered.record);
    else index.remove(uri);
  };

  async function readOne(file: WorkspaceFile): Promise<void> {
    const before = cache.get(file.uri);
    if (before && file.stamp !== undefined && before.stamp === file.stamp) {
      count.reused++;
      takeIn(file, before);
      return;
    }
    const text = await host.readText(file.uri);
    const hash = contentHash(text);
    if (before?.hash === hash) {
      count.reused++;
      takeIn(file, { ...before, stamp: file.stamp });
      return;
    }
    count.checked++;
    const { postmortem, findings, input } = await host.check(file, text);
    const record = postmortem ? recordOf(file.uri, postmortem, findings, file.path, input.settings) : null;
    takeIn(file, { stamp: file.stamp, hash, record });
  }

  async function worker(): Promise<void> {
    for (const file of waiting) {
      if (isCancelled()) return;
      try {
        await readOne(file);
      } catch (error) {
        index.addBroken({
          uri: file.uri,
          path: file.path,
          reason: error instanceof Error ? error.message : String(error),
        });
      }
      host.progress?.(++count.done, files.length);
      await host.yieldNow();
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const cancelled = count.done < files.length;
  // What was not reached keeps what is remembered of it.
  if (cancelled)
    for (const [uri, remembered] of cache) if (present.has(uri) && !next.has(uri)) next.set(uri, remembered);
  return { cache: next, checked: count.checked, reused: count.reused, cancelled };
}

/** The cache as text. `fingerprint` stands for all that a record depends on beside the file: version, settings, templates. */
export function formatCache(cache: IndexCache, fingerprint: string): string {
  return JSON.stringify({ fingerprint, files: [...cache] });
}

/** The cache of an earlier start; empty where it was written under another fingerprint or cannot be read. Never throws. */
export function parseCache(text: string | undefined, fingerprint: string): IndexCache {
  try {
    const stored: { fingerprint?: unknown; files?: unknown } = JSON.parse(text ?? '{}');
    if (stored.fingerprint === fingerprint && Array.isArray(stored.files)) return new Map(stored.files);
  } catch {
    // A torn or foreign file is no cache; the next one replaces it.
  }
  return new Map();
}
