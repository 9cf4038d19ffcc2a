// Trains the second reader of blame on the labelled sentences: `npm run train`. Held-out rounds are never read.
// `--folds` tells first how often it would be right about sentences that it was not trained on.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { placeOf } from '../server/src/core/language/analyze.ts';
import { DocumentContext } from '../server/src/core/language/context.ts';
import { featuresOf } from '../server/src/core/language/learned/features.ts';
import { Sentence } from '../server/src/core/language/sentence.ts';
import { splitSentences } from '../server/src/core/language/sentences.ts';
import { tokenize } from '../server/src/core/language/tokens.ts';
import type { SectionKind } from '../server/src/core/model/postmortem.ts';
import { type Example, fitted, probability, type Weights } from './train/logistic.ts';

const ROOT = join(import.meta.dirname, '..');
const CORPUS = join(ROOT, 'test/corpus');
const WRITTEN = join(ROOT, 'server/src/core/language/learned/weights.generated.ts');
/** Rules by the names that the labels give them. */
const RULE_OF: Readonly<Record<string, string>> = { fault: 'fault-attribution', question: 'accusing-question' };
/** Features that are kept: those with the largest weights. The rest tell little and would only have to be loaded. */
const KEPT = 5500;
const KEPT_FOR_CATEGORIES = 800;
/** Features seen once are accidents. */
const LEAST_SEEN = 2;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: 'boolean', default: false } },
});

interface Labelled {
  readonly text: string;
  readonly section: string;
  readonly label: 'blame' | 'ok' | 'soft';
  readonly category: string | null;
  readonly span: string | null;
}

/** One sentence of the corpus: the hashes of its features, and what it is. */
interface Row {
  readonly file: string;
  readonly hashes: readonly number[];
  readonly blame: boolean;
  readonly rule: string | undefined;
}

function rowsOf(file: string): Row[] {
  const rows: Row[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { text: written, section, label, category, span } = JSON.parse(line) as Labelled;
    if (label === 'soft') continue;
    const text = written.replaceAll('\n', ' ');
    const place = placeOf(section as SectionKind);
    const tokens = tokenize(text, []);
    const at = span ? text.indexOf(span) : -1;
    let previous: Sentence | undefined;
    for (const { from, to } of splitSentences(text, tokens)) {
      const s = new Sentence(text, tokens, from, to, context, previous);
      previous = s;
      // Of an item with blame only the sentence that blames is an example.
      const blames = at < 0 || (at < tokens[to - 1]!.end && at + span!.length > tokens[from]!.start);
      if (label === 'blame' && !blames) continue;
      const rule = label === 'blame' && category ? (RULE_OF[category] ?? category) : undefined;
      rows.push({ file, hashes: featuresOf(s, place.section).map(({ hash }) => hash), blame: label === 'blame', rule });
    }
  }
  return rows;
}

const context = new DocumentContext({});
const files =
  positionals.length > 0
    ? positionals
    : [
        join(CORPUS, 'labelled.jsonl'),
        join(CORPUS, 'ordinary.jsonl'),
        ...['blind', 'training'].flatMap((folder) =>
          readdirSync(join(CORPUS, folder)).map((name) => join(CORPUS, folder, name)),
        ),
      ];
const rows = files.flatMap(rowsOf);

/** Numbers the features of some rows, rare ones left out. */
function vocabularyOf(some: readonly Row[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of some) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const vocabulary = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= LEAST_SEEN) vocabulary.set(hash, vocabulary.size);
  return vocabulary;
}

function exampleOf({ hashes }: Row, vocabulary: ReadonlyMap<number, number>, positive: boolean): Example {
  return { features: Int32Array.from(hashes.flatMap((hash) => vocabulary.get(hash) ?? [])), positive };
}

/** Neighbours in a file are often of one author and kind: they are held out together. */
const BLOCK = 50;

/** What the model says of sentences that it was not trained on. */
function outOfFold(folds: number): { row: Row; p: number }[] {
  const foldOf = new Map(rows.map((row, index) => [row, Math.floor(index / BLOCK) % folds]));
  const answers: { row: Row; p: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = rows.filter((row) => foldOf.get(row) !== fold);
    const vocabulary = vocabularyOf(seen);
    const { weights, bias } = fitted(
      seen.map((row) => exampleOf(row, vocabulary, row.blame)),
      vocabulary.size,
    );
    for (const row of rows) {
      if (foldOf.get(row) !== fold) continue;
      const { features } = exampleOf(row, vocabulary, row.blame);
      answers.push({ row, p: probability(features, weights, bias) });
    }
  }
  return answers;
}

if (options.folds) {
  const answers = outOfFold(5);
  const ordinary = (file: string) => file.endsWith('ordinary.jsonl');
  console.log('  p ≥    precision  recall  of 1,000 ordinary sentences');
  for (const least of [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99]) {
    const called = answers.filter(({ p }) => p >= least);
    const right = called.filter(({ row }) => row.blame).length;
    const blame = answers.filter(({ row }) => row.blame).length;
    const usual = answers.filter(({ row }) => ordinary(row.file));
    const wrong = usual.filter(({ p }) => p >= least).length;
    console.log(
      `  ${least.toFixed(2)}   ${(right / Math.max(1, called.length)).toFixed(3)}      ${(right / blame).toFixed(3)}   ${((1000 * wrong) / Math.max(1, usual.length)).toFixed(1)}`,
    );
  }
}

const vocabulary = vocabularyOf(rows);
const blame = rows.filter((row) => row.blame);
const rules = [...new Set(blame.flatMap(({ rule }) => rule ?? []))].sort();

const base64 = (values: readonly number[]) =>
  Buffer.from(Uint8Array.from(values, (value) => value & 0xff)).toString('base64');

/** A model of the heaviest features, its weights as signed bytes. */
function written(name: string, outputs: readonly string[], fitted: readonly Weights[], kept: number): string {
  const heaviest = [...vocabulary]
    .map(([hash, index]) => ({
      hash,
      index,
      most: Math.max(...fitted.map(({ weights }) => Math.abs(weights[index]!))),
    }))
    .sort((a, b) => b.most - a.most)
    .slice(0, kept)
    .sort((a, b) => a.hash - b.hash);
  const scales = fitted.map(({ weights }) => Math.max(...heaviest.map(({ index }) => Math.abs(weights[index]!))) / 127);
  const hashes: number[] = [];
  let last = 0;
  for (const { hash } of heaviest) {
    let difference = hash - last;
    last = hash;
    for (; difference >= 0x80; difference = Math.floor(difference / 0x80)) hashes.push((difference % 0x80) | 0x80);
    hashes.push(difference);
  }
  const weights = heaviest.flatMap(({ index }) =>
    fitted.map((one, output) => Math.round(one.weights[index]! / scales[output]!)),
  );
  return `
export const ${name}: Model = {
  outputs: ${JSON.stringify(outputs)},
  scales: ${JSON.stringify(scales.map((scale) => Number(scale.toPrecision(6))))},
  biases: ${JSON.stringify(fitted.map(({ bias }) => Number(bias.toPrecision(6))))},
  hashes:
    '${base64(hashes)}',
  weights:
    '${base64(weights)}',
};
`;
}

const whether = fitted(
  rows.map((row) => exampleOf(row, vocabulary, row.blame)),
  vocabulary.size,
);
const which = rules.map((rule) =>
  fitted(
    blame.map((row) => exampleOf(row, vocabulary, row.rule === rule)),
    vocabulary.size,
    { penalty: 1 / 10 },
  ),
);
writeFileSync(
  WRITTEN,
  `// Written by \`npm run train\` from ${rows.length} sentences, ${blame.length} of them blaming.
import type { Model } from './model.ts';
${written('BLAME', ['blame'], [whether], KEPT)}${written('CATEGORIES', rules, which, KEPT_FOR_CATEGORIES)}`,
);
console.log(`${rows.length} sentences (${blame.length} blame) -> ${WRITTEN}`);
