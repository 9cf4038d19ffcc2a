// A long list of words, written shorter.
import { readFileSync } from 'node:fs';

/**
 * Writes the first names front-coded: a digit for how many letters a name shares with the one before it, then the others.
 * lexicon/frontCoded.ts reads them again.
 *
 * @type {import('esbuild').Plugin}
 */
export const frontCodedNames = {
  name: 'front-coded-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]lexicon[\\/]firstNames\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(/words\(`([^`]*)`\)/, (_, list) => `frontCoded(${JSON.stringify(encode(list))})`);
      if (contents === source) throw new Error(`${path} has no list of names`);
      return { contents: `import { frontCoded } from './frontCoded.ts';\n${contents}`, loader: 'ts' };
    });
  },
};

/** @param {string} list names between blanks, without digits */
export function encode(list) {
  const names = [...new Set(list.split(/\s+/).filter(Boolean))].sort();
  let before = '';
  let coded = '';
  for (const name of names) {
    let shared = 0;
    while (shared < 9 && shared < name.length && name[shared] === before[shared]) shared++;
    coded += `${shared}${name.slice(shared)}`;
    before = name;
  }
  return coded;
}
