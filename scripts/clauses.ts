/**
 * Scores the reading of clauses against sentences whose finite clauses were written down by hand (test/corpus/clauses/).
 *
 *   npm run clauses [-- FILE.jsonl …] [--verbose]
 *
 * Prints how many finite verbs are found and are ones, how many of their subjects and objects are right by their head words, and how
 * many sentences are right as a whole. `--verbose` shows every difference.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, compareClauses, type Gold, shares } from './clauses/compare.ts';

const CLAUSES = join(import.meta.dirname, '../test/corpus/clauses');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean' } },
});
const files =
  positionals.length > 0
    ? positionals
    : readdirSync(CLAUSES)
        .filter((file) => file.endsWith('.jsonl'))
        .map((file) => join(CLAUSES, file));
const row = (name: string, compared: readonly Compared[]) => {
  const { recall, precision, subjects, objects, sentences } = shares(compared);
  const cells = [recall, precision, subjects, objects, sentences].map((share) => share.toFixed(3).padStart(9));
  console.log(`${name.padEnd(14)}${String(compared.length).padStart(6)}${cells.join('')}`);
};
console.log(
  `${''.padEnd(14)}${'lines'.padStart(6)}${['verbs R', 'verbs P', 'subjects', 'objects', 'lines'].map((name) => name.padStart(9)).join('')}`,
);
const all: Compared[] = [];
for (const file of files) {
  const compared = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => compareClauses(JSON.parse(line) as Gold));
  all.push(...compared);
  row(basename(file, '.jsonl'), compared);
  if (options.verbose)
    for (const { text, differences } of compared)
      if (differences.length > 0) console.log([`  ${text}`, ...differences.map((line) => `      ${line}`)].join('\n'));
}
if (files.length > 1) row('all', all);
