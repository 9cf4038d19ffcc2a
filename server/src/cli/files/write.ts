import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { encode, type TextFile } from './read.ts';
import { replaceFile } from './replace.ts';

/**
 * Writes a changed text back where it was read: all of it or nothing, in its encoding, with its mode and owner, through symbolic links.
 * @throws Error when the file may not be written, has changed since it was read or cannot be written back without loss
 */
export function writeTextFile(path: string, text: string, original: TextFile): void {
  if (original.invalidByte !== undefined)
    throw new Error('it is not valid UTF-8 (or UTF-16), so writing it would lose bytes');
  // Replacing a file needs no permission on the file itself: what is marked read-only would be overwritten.
  const { mode, nlink } = statSync(path);
  if ((mode & 0o222) === 0) throw new Error('it is read-only');
  accessSync(path, constants.W_OK);
  if (!readFileSync(path).equals(original.bytes)) throw new Error('it was changed by somebody else in the meantime');
  const bytes = encode(text, original.encoding);
  // A file with several names would lose the others if a new file took its place.
  if (nlink > 1) writeFileSync(path, bytes);
  else replaceFile(path, bytes);
}
