import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { BinaryFileError, decode, encode, readTextFile } from '../../server/src/cli/files/read.ts';
import { writeTextFile } from '../../server/src/cli/files/write.ts';
import { folderWith } from './support.ts';

test('what is read can be written back byte by byte, in every encoding', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((string) => !string.includes('\0'));
  fc.assert(
    fc.property(text, fc.constantFrom('', '\uFEFF'), (words, mark) => {
      for (const bytes of [
        Buffer.from(mark + words, 'utf8'),
        Buffer.from(`\uFEFF${words}`, 'utf16le'),
        Buffer.from(`\uFEFF${words}`, 'utf16le').swap16(),
      ]) {
        const file = decode(bytes);
        assert.equal(file.invalidByte, undefined);
        assert.deepEqual(encode(file.text, file.encoding), bytes);
      }
    }),
  );
});

test('the first byte that is no UTF-8 is found, and real replacement characters are none', () => {
  const good = Buffer.from('a\uFFFDü🚒');
  for (const bad of [[0xff], [0xc3, 0x28], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf0, 0x9f]])
    assert.equal(decode(Buffer.concat([good, Buffer.from(bad)])).invalidByte, good.length, String(bad));
  assert.equal(decode(good).invalidByte, undefined);
});

test('bytes with NULs are no text', () => {
  assert.throws(() => decode(Buffer.from('PNG\0\0')), BinaryFileError);
});

test('a written file keeps its mode; nothing else is left in its folder', (t) => {
  const folder = folderWith(t, { 'a.md': 'old' });
  const path = join(folder, 'a.md');
  chmodSync(path, 0o640);
  writeTextFile(path, 'new', readTextFile(path));
  assert.equal(readFileSync(path, 'utf8'), 'new');
  assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder), ['a.md']);
});

test('a symbolic link stays one, and what it leads to is written', (t) => {
  const folder = folderWith(t, { 'real/a.md': 'old' });
  const link = join(folder, 'link.md');
  symlinkSync('real/a.md', link);
  writeTextFile(link, 'new', readTextFile(link));
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(readFileSync(join(folder, 'real/a.md'), 'utf8'), 'new');
});

test('both names of a file with two names lead to the new text', (t) => {
  const folder = folderWith(t, { 'a.md': 'old' });
  linkSync(join(folder, 'a.md'), join(folder, 'b.md'));
  writeTextFile(join(folder, 'a.md'), 'new', readTextFile(join(folder, 'a.md')));
  assert.equal(readFileSync(join(folder, 'b.md'), 'utf8'), 'new');
});

test('a read-only file, one that changed meanwhile and one that would lose bytes are left as they are', (t) => {
  const folder = folderWith(t, { 'a.md': 'old', 'latin1.md': Buffer.from([0x63, 0xe9]) });
  const path = join(folder, 'a.md');
  const read = readTextFile(path);
  writeFileSync(path, 'by somebody else');
  assert.throws(() => writeTextFile(path, 'new', read), /changed by somebody else/);
  assert.equal(readFileSync(path, 'utf8'), 'by somebody else');
  const again = readTextFile(path);
  chmodSync(path, 0o444);
  assert.throws(() => writeTextFile(path, 'new', again), /read-only/);
  const latin1 = join(folder, 'latin1.md');
  assert.throws(() => writeTextFile(latin1, 'new', readTextFile(latin1)), /UTF-8/);
  assert.deepEqual(readFileSync(latin1), Buffer.from([0x63, 0xe9]));
});
