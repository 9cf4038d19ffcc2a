import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Escapes the characters of a bundle that lie beyond Latin-1: with a single one of them V8 keeps all of the source in two bytes a
 * character. Bundles have them in strings, templates and regular expressions, where the escape means the same; so it does in
 * `String.raw` that a regular expression is made of.
 *
 * @param {string} file without a source map: columns move
 */
export function inOneByte(file) {
  const source = readFileSync(file, 'utf8');
  const [backslash] = /\\[^\0-\xff].{0,20}/.exec(source) ?? [];
  if (backslash) throw new Error(`${file}: ${backslash}: a backslash before it would make it another escape`);
  const escaped = source.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== source) writeFileSync(file, escaped);
}
