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
  /** Stands for all that the record depends on beside the text: settings, templates. */
  readonly context?: string | undefined;
}

/** How files reach the index. */
export interface WorkspaceHost {
  /** The text of a file. Rejects where it cannot be read. */
  readText(uri: string): Promise<string>;
  /** Whether records are made for an export, with timeline and findings. */
  readonly detailed?: boolean;
  /** Whether an editor has the file open: then the index has its record from there, and the file is left alone. */
  isOpen?(uri: string): boolean;
  /** Checks a text with the settings in force for its file. */
  check(file: WorkspaceFile, text: string): Checked | Promise<Checked>;
  /** Resolves after everything that waits had its turn. */
  yieldNow(): Promise<void>;
  /** Called after each file. */
  progress?(done: number, all: number): void;
  isCancelled?(): boolean;
}

/** What a file held when it was last read; `record` is null for what is no postmortem. */
export interface Remembered {
  readonly stamp: string | undefined;
  readonly context: string | undefined;
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
  for (const { uri } of [...index.records, ...index.broken])
    if (!present.has(uri) && !host.isOpen?.(uri)) index.remove(uri);

  const next = new Map<string, Remembered>();
  const count = { checked: 0, reused: 0, done: 0 };
  const waiting = files.values();

  async function worker(): Promise<void> {
    for (const file of waiting) {
      if (host.isCancelled?.()) return;
      const { remembered, checked } = await readFile(index, file, host, cache.get(file.uri));
      if (checked) count.checked++;
      else if (remembered) count.reused++;
      if (remembered) next.set(file.uri, remembered);
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

/** What reading one file came to: what to remember of it, undefined where it is broken, and whether it had to be checked. */
export interface FileRead {
  readonly remembered: Remembered | undefined;
  readonly checked: boolean;
}

/** Brings the index up to one file. Never rejects: a file that cannot be read or checked is a broken entry. */
export async function readFile(
  index: PostmortemIndex,
  file: WorkspaceFile,
  host: WorkspaceHost,
  before?: Remembered,
): Promise<FileRead> {
  const { uri, path, stamp, context } = file;
  const isOpen = () => host.isOpen?.(uri) === true;
  const known = before?.context === context ? before : undefined;
  // It may have been opened while it was read.
  const takeIn = (remembered: Remembered, checked: boolean): FileRead => {
    if (isOpen()) return { remembered, checked };
    if (remembered.record) index.add(remembered.record);
    else index.remove(uri);
    return { remembered, checked };
  };
  if (isOpen()) return { remembered: known, checked: false };
  try {
    if (known && stamp !== undefined && known.stamp === stamp) return takeIn(known, false);
    const text = await host.readText(uri);
    const hash = contentHash(text);
    if (known?.hash === hash) return takeIn({ ...known, stamp }, false);
    const { postmortem, findings, input } = await host.check(file, text);
    const record = postmortem ? recordOf(uri, postmortem, findings, path, input.settings, host.detailed) : null;
    return takeIn({ stamp, context, hash, record }, true);
  } catch (error) {
    if (!isOpen()) index.addBroken({ uri, path, reason: error instanceof Error ? error.message : String(error) });
    return { remembered: undefined, checked: false };
  }
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
