import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from '../files/reason.ts';

/** Bytes read at once. */
const PIECE = 1 << 20;
const TAB = 9;
const LINE_FEED = 10;

/** Where the line about a file lies. */
interface Place {
  readonly key: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * A file of lines `KEY TAB CHECKSUM TAB "PATH" TAB REPORT`. Memory holds only where they lie: of many files they are many megabytes. New
 * ones go into a file beside it, which takes its place when it is closed; readable to nobody else, as postmortems are.
 */
export class CacheFile {
  readonly #location: string;
  readonly #head: string;
  readonly #places = new Map<string, Place>();
  #old: number | undefined;
  #new: number | undefined;
  #changed = false;
  #failure: unknown;

  /** What lies at `location`; nothing where its first line is not `head`. */
  constructor(location: string, head: string) {
    this.#location = location;
    this.#head = head;
    try {
      this.#old = openSync(location, 'r');
      this.#index(this.#old);
    } catch {
      this.#places.clear(); // not there, or not readable: as good as not there
    }
  }

  /** The key of the line about a file. */
  keyOf(path: string): string | undefined {
    return this.#places.get(path)?.key;
  }

  /** Checksum and report of the line about a file. */
  read(path: string): { readonly checksum: string; readonly report: string } | undefined {
    const place = this.#places.get(path);
    const [, checksum, , report] = place ? this.#bytesAt(place).toString().split('\t') : [];
    return checksum === undefined || report === undefined ? undefined : { checksum, report };
  }

  /** Replaces the line about a file. */
  write(path: string, key: string, checksum: string, report: string): void {
    this.forget(path);
    this.#changed = true;
    this.#append(Buffer.from([key, checksum, JSON.stringify(path), report].join('\t')));
  }

  /** Removes the line about a file. */
  forget(path: string): void {
    this.#changed = this.#places.delete(path) || this.#changed;
  }

  /** The files that have a line which is still the one of before. */
  get paths(): Iterable<string> {
    return this.#places.keys();
  }

  /**
   * Puts the new lines in place, beside those that are left: all of them or none.
   * @returns why they could not be written
   */
  close(): string | undefined {
    if (this.#changed) for (const place of this.#places.values()) this.#append(this.#bytesAt(place));
    for (const open of [this.#old, this.#new]) if (open !== undefined) closeSync(open);
    try {
      if (this.#failure) throw this.#failure;
      // Without a line left, nothing was opened.
      if (this.#new !== undefined) renameSync(this.#temporary, this.#location);
      else if (this.#changed) rmSync(this.#location, { force: true });
      return undefined;
    } catch (error) {
      if (existsSync(this.#temporary)) rmSync(this.#temporary);
      return `${this.#location}: the cache cannot be written: ${reasonOf(error)}`;
    }
  }

  get #temporary(): string {
    return `${this.#location}.${process.pid}`;
  }

  #append(line: Buffer): void {
    if (this.#failure) return;
    try {
      if (this.#new === undefined) {
        mkdirSync(dirname(this.#location), { recursive: true, mode: 0o700 });
        removeLeftovers(this.#location);
        this.#new = openSync(this.#temporary, 'w', 0o600);
        writeFileSync(this.#new, `${this.#head}\n`);
      }
      writeFileSync(this.#new, Buffer.concat([line, Buffer.of(LINE_FEED)]));
    } catch (error) {
      this.#failure = error;
    }
  }

  #bytesAt({ offset, length }: Place): Buffer {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(this.#old!, bytes, 0, length, offset));
  }

  #index(file: number): void {
    const piece = Buffer.alloc(PIECE);
    let rest = Buffer.alloc(0);
    let offset = 0;
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      const bytes = Buffer.concat([rest, piece.subarray(0, read)]);
      let start = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
        const line = bytes.subarray(start, end);
        if (offset + start > 0) this.#note(line, offset + start);
        else if (line.toString() !== this.#head) return;
        start = end + 1;
      }
      rest = bytes.subarray(start);
      offset += start;
    }
  }

  #note(line: Buffer, offset: number): void {
    const checksum = line.indexOf(TAB) + 1;
    const path = line.indexOf(TAB, checksum) + 1;
    const report = line.indexOf(TAB, path) + 1;
    if (checksum === 0 || path === 0 || report === 0) return;
    try {
      const key = line.toString('utf8', 0, checksum - 1);
      this.#places.set(JSON.parse(line.toString('utf8', path, report - 1)), { key, offset, length: line.length });
    } catch {
      // Half a line: the others are whole.
    }
  }
}

/** Removes what runs that were ended in the middle left beside the file. */
function removeLeftovers(location: string): void {
  const prefix = `${basename(location)}.`;
  for (const name of readdirSync(dirname(location))) {
    const run = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (/^\d+$/.test(run) && !isRunning(Number(run))) rmSync(join(dirname(location), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's
  }
}
