// Trains the second reader of blame on the labelled sentences: `npm run train`. Held-out rounds are never read.
// `--folds` tells first how often it would be right about sentences that it was not trained on.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isFoundByRules, placeOf } from '../server/src/core/language/analyze.ts';
import { DocumentContext } from '../server/src/core/language/context.ts';
import { featuresOf } from '../server/src/core/language/learned/features.ts';
import { DIGITS, indexOf, ZERO } from '../server/src/core/language/learned/model.ts';
import { Passage } from '../server/src/core/language/sentence.ts';
import type { SectionKind } from '../server/src/core/model/postmortem.ts';
import { type Example, fitted, probability, type Weights } from './train/logistic.ts';

const ROOT = join(import.meta.dirname, '..');
const CORPUS = join(ROOT, 'test/corpus');
const WRITTEN = join(ROOT, 'server/src/core/language/learned/weights.generated.ts');
/** Rules by the names that the labels give them. */
const RULE_OF: Readonly<Record<string, string>> = { fault: 'fault-attribution', question: 'accusing-question' };
/** A model's table has 2^bits weights from −`most` to `most`; features that fewer sentences have than `least` are left out. */
interface Size {
  readonly bits: number;
  readonly least: number;
  readonly most: number;
}

/** Of the model that tells whether a sentence blames, and of each that tells which rule it breaks. `--folds` says what a smaller one costs. */
const WHETHER: Size = { bits: 19, least: 3, most: 7 };
const WHICH: Size = { bits: 16, least: 10, most: 3 };
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
    const passage = new Passage(text, [], context);
    const at = span ? text.indexOf(span) : -1;
    for (const number of passage.glances.keys()) {
      const s = passage.sentence(number)!;
      // Of an item with blame only the sentence that blames is an example.
      const blames = at < 0 || (at < s.tokens[s.to - 1]!.end && at + span!.length > s.tokens[s.from]!.start);
      if (label === 'blame' && !blames) continue;
      const rule = label === 'blame' && category ? (RULE_OF[category] ?? category) : undefined;
      const isFound = isFoundByRules(s, place);
      const { hashes, length } = featuresOf(s, place.section);
      const isBlame = label === 'blame';
      rows.push({ file, hashes: [...hashes.subarray(0, length)], blame: isBlame, rule, found: isBlame && isFound });
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

/** Tells where the features of a row stand in a table, those left out that too few of some rows have. */
function indexer(some: readonly Row[], { bits, least }: Size): (row: Row) => Pick<Example, 'features' | 'length'> {
  const counts = new Map<number, number>();
  for (const { hashes } of some) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const places = new Set<number>();
  for (const [hash, count] of counts) if (count >= least) places.add(indexOf(hash, bits));
  return ({ hashes }) => ({
    features: Int32Array.from(hashes, (hash) => indexOf(hash, bits)).filter((place) => places.has(place)),
    length: hashes.length,
  });
}

/** How much a sentence counts whose blame the rules find: the second reader is only asked about the others. */
const COUNTS_WHEN_FOUND = 0.5;

function train(some: readonly Row[], size: Size, isPositive: (row: Row) => boolean, penalty?: number): Weights {
  const indexed = indexer(some, size);
  const examples = some.map((row) => ({
    ...indexed(row),
    positive: isPositive(row),
    weight: row.found && penalty === undefined ? COUNTS_WHEN_FOUND : 1,
  }));
  return fitted(examples, 2 ** size.bits, { epochs: EPOCHS, penalty });
}

/** Neighbours in a file are often of one author and kind: they are held out together. */
const BLOCK = 50;

/** What the model says of sentences that it was not trained on. */
function outOfFold(folds: number): { row: Row; p: number }[] {
  const foldOf = new Map(rows.map((row, index) => [row, Math.floor(index / BLOCK) % folds]));
  const answers: { row: Row; p: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = rows.filter((row) => foldOf.get(row) !== fold);
    const fit = train(seen, WHETHER, (one) => one.blame);
    const indexed = indexer(seen, WHETHER);
    for (const row of rows) {
      if (foldOf.get(row) !== fold) continue;
      answers.push({ row, p: probability(indexed(row), fit) });
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

/** Of two thousand weights this many are cut to the largest, so that the others are told more finely. */
const CUT = 1;

/** A model as model.ts reads it. */
function written(name: string, outputs: readonly string[], { bits, most }: Size, fits: readonly Weights[]): string {
  const scales = fits.map(({ weights }) => {
    const sizes = weights
      .map(Math.abs)
      .filter((size) => size > 0)
      .sort();
    return sizes[sizes.length - 1 - Math.floor((CUT * sizes.length) / 2000)]! / most;
  });
  const rounded = fits.map(({ weights }, output) =>
    Int8Array.from(weights, (weight) => Math.max(-most, Math.min(most, Math.round(weight / scales[output]!)))),
  );
  const told = rounded.map(() => '');
  let gaps = '';
  let gap = 0;
  for (let place = 0; place < 2 ** bits; place++) {
    if (rounded.every((weights) => weights[place] === 0)) {
      gap++;
      continue;
    }
    gaps += DIGITS.at(-1)!.repeat(gap / (DIGITS.length - 1)) + DIGITS[gap % (DIGITS.length - 1)];
    gap = 0;
    rounded.forEach((weights, output) => {
      told[output] += String.fromCharCode(ZERO + weights[place]!);
    });
  }
  return `
export const ${name}: Model = {
  bits: ${bits},
  outputs: ${JSON.stringify(outputs)},
  scales: ${JSON.stringify(scales.map((scale) => Number(scale.toPrecision(6))))},
  biases: ${JSON.stringify(fits.map(({ bias }) => Number(bias.toPrecision(6))))},
  weights: [
${told.map((one) => `    '${one}',`).join('\n')}
  ],
  gaps:
    '${gaps}',
};
`;
}

const whether = train(rows, WHETHER, (row) => row.blame);
const which = rules.map((rule) => train(blame, WHICH, (row) => row.rule === rule, 1 / 10));
writeFileSync(
  WRITTEN,
  `// Written by \`npm run train\` from ${rows.length} sentences, ${blame.length} of them blaming.
import type { Model } from './model.ts';
${written('BLAME', ['blame'], WHETHER, [whether])}${written('CATEGORIES', rules, WHICH, which)}`,
);
console.log(`${rows.length} sentences (${blame.length} blame) -> ${WRITTEN}`);
