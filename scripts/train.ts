// Trains the second reader of blame on the labelled sentences: `npm run train`. Held-out rounds are never read.
// `--folds` tells first how often it would be right about sentences that it was not trained on.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isFoundByRules, placeOf } from '../server/src/core/language/analyze.ts';
import { DocumentContext } from '../server/src/core/language/context.ts';
import { featuresOf } from '../server/src/core/language/learned/features.ts';
import { indexOf } from '../server/src/core/language/learned/model.ts';
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
/** Weights of the model that tells whether a sentence blames, and of each that tells which rule it breaks: 2^bits. */
const BITS = 17;
const BITS_FOR_CATEGORIES = 13;
/** More passes over the sentences learn them by heart. */
const EPOCHS = 12;

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
  /** Whether the rules find the blame in it by themselves. */
  readonly found: boolean;
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
      const found = label === 'blame' && isFoundByRules(s, place);
      rows.push({
        file,
        hashes: featuresOf(s, place.section).map(({ hash }) => hash),
        blame: label === 'blame',
        rule,
        found,
      });
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

/** How much a sentence counts whose blame the rules find: the second reader is only asked about the others. */
const COUNTS_WHEN_FOUND = 0.5;

function exampleOf({ hashes }: Row, bits: number, positive: boolean): Example {
  return { features: Int32Array.from(hashes, (hash) => indexOf(hash, bits)), positive };
}

function train(some: readonly Row[], bits: number, isPositive: (row: Row) => boolean, penalty?: number): Weights {
  const examples = some.map((row) => ({
    ...exampleOf(row, bits, isPositive(row)),
    weight: row.found && penalty === undefined ? COUNTS_WHEN_FOUND : 1,
  }));
  return fitted(examples, 2 ** bits, { epochs: EPOCHS, penalty });
}

/** Neighbours in a file are often of one author and kind: they are held out together. */
const BLOCK = 50;

/** What the model says of sentences that it was not trained on. */
function outOfFold(folds: number): { row: Row; p: number }[] {
  const foldOf = new Map(rows.map((row, index) => [row, Math.floor(index / BLOCK) % folds]));
  const answers: { row: Row; p: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = rows.filter((row) => foldOf.get(row) !== fold);
    const { weights, bias } = train(seen, BITS, (one) => one.blame);
    for (const row of rows) {
      if (foldOf.get(row) !== fold) continue;
      answers.push({ row, p: probability(exampleOf(row, BITS, row.blame).features, weights, bias) });
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

const blame = rows.filter((row) => row.blame);
const rules = [...new Set(blame.flatMap(({ rule }) => rule ?? []))].sort();

/** The largest weight that four bits hold. */
const LARGEST = 7;
/** Of two thousand weights this many are cut to the largest, so that the others are told more finely. */
const CUT = 1;

/** A model with its weights in four bits each. */
function written(name: string, outputs: readonly string[], bits: number, fits: readonly Weights[]): string {
  const scales = fits.map(({ weights }) => {
    const sizes = weights.map(Math.abs).sort();
    return sizes[sizes.length - 1 - Math.floor((CUT * sizes.length) / 2000)]! / LARGEST;
  });
  const packed = new Uint8Array((2 ** bits * outputs.length) / 2);
  fits.forEach(({ weights }, output) => {
    weights.forEach((weight, index) => {
      const value = Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / scales[output]!))) + LARGEST + 1;
      const at = (output << bits) + index;
      packed[at >> 1]! |= at & 1 ? value << 4 : value;
    });
  });
  return `
export const ${name}: Model = {
  bits: ${bits},
  outputs: ${JSON.stringify(outputs)},
  scales: ${JSON.stringify(scales.map((scale) => Number(scale.toPrecision(6))))},
  biases: ${JSON.stringify(fits.map(({ bias }) => Number(bias.toPrecision(6))))},
  weights:
    '${Buffer.from(packed).toString('base64')}',
};
`;
}

const whether = train(rows, BITS, (row) => row.blame);
const which = rules.map((rule) => train(blame, BITS_FOR_CATEGORIES, (row) => row.rule === rule, 1 / 10));
writeFileSync(
  WRITTEN,
  `// Written by \`npm run train\` from ${rows.length} sentences, ${blame.length} of them blaming.
import type { Model } from './model.ts';
${written('BLAME', ['blame'], BITS, [whether])}${written('CATEGORIES', rules, BITS_FOR_CATEGORIES, which)}`,
);
console.log(`${rows.length} sentences (${blame.length} blame) -> ${WRITTEN}`);
