import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** A text with how it lies on disk, so that it can be written back the same way. Byte order marks stay in the text. */
export interface TextFile {
  readonly text: string;
  readonly bytes: Buffer;
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be';
  /** 0-based offset of the first byte that is no text in its encoding. Such a text is shown with U+FFFD in it and must never be written back. */
  readonly invalidByte: number | undefined;
}

/**
 * Reads a text file.
 * @throws what the file system says, or BinaryFileError
 */
export function readTextFile(path: string): TextFile {
  return decode(readFileSync(path));
}

/** The bytes hold no text. */
export class BinaryFileError extends Error {
  override readonly name = 'BinaryFileError';
}

/**
 * The text in the bytes: UTF-8, or UTF-16 where a byte order mark says so.
 * @throws BinaryFileError
 */
export function decode(bytes: Buffer): TextFile {
  const even = bytes.length - (bytes.length % 2);
  const invalidByte = even < bytes.length ? even : undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: bytes.toString('utf16le'), bytes, encoding: 'utf16le', invalidByte };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const swapped = Buffer.from(bytes.subarray(0, even)).swap16();
    return { text: swapped.toString('utf16le'), bytes, encoding: 'utf16be', invalidByte };
  }
  // As Git tells text from binary: no text has a NUL near its start.
  if (bytes.subarray(0, 8000).includes(0)) throw new BinaryFileError('it holds binary data, no text');
  const text = bytes.toString('utf8');
  return { text, bytes, encoding: 'utf8', invalidByte: isUtf8(bytes) ? undefined : firstInvalidByte(bytes, text) };
}

/** Where the replacement characters that decoding put in begin. */
function firstInvalidByte(bytes: Buffer, text: string): number {
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    const real = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!real) return offset;
    offset += 3;
    from = at + 1;
  }
  return offset;
}

/** The bytes of a changed text in the encoding the file has. */
export function encode(text: string, encoding: TextFile['encoding']): Buffer {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf16le' ? bytes : bytes.swap16();
}
