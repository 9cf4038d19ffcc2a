import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts new content in the place of a file, or makes it: the file is the old one until it is completely the new one, whatever happens
 * meanwhile. Mode and owner stay, and symbolic links lead to the new content.
 *
 * write-file-atomic would be the library for this, but it writes with one call and does not look at how much of the content that
 * wrote: on a disk that is almost full it leaves the beginning of a file in the place of the file.
 * @throws what the file system says; the file is then as it was, and nothing is left beside it
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const known = statSync(path, { throwIfNoEntry: false });
  const target = known ? realpathSync(path) : path;
  const written = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = openSync(written, 'wx', 0o666);
    try {
      // Writes until all of it is written, or throws.
      writeFileSync(file, content);
      if (known) keepOwner(file, known);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(written, target);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
}

function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only a privileged user may give a file away; it then belongs to whoever wrote it.
  }
  fchmodSync(file, mode & 0o7777);
}
