import type { Features } from './features.ts';

/**
 * A linear model over hashed features, as `npm run train` writes it. Features share a table by their hashes ("feature hashing",
 * Weinberger et al., ICML 2009): no list of them has to be shipped, and training makes up for those that fall together. Most places of the
 * table are zero: features that were seen too seldom to learn from.
 */
export interface Model {
  /** The table of each output has 2^bits weights. */
  readonly bits: number;
  /** Of each output its weights, from −7 (`a`) over 0 (`h`) to 7 (`o`), at those places where one of the outputs has one. */
  readonly weights: readonly string[];
  /** How many places without a weight are in front of each of these, in DIGITS. */
  readonly gaps: string;
  /** What a weight of 1 stands for, for each output. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly outputs: readonly string[];
}

/** Digits of gaps: all that can be printed but for those that mean something in a literal. The last says that the gap goes on. */
export const DIGITS = '!"#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
/** What a weight of 0 is written as. */
export const ZERO = 'h'.charCodeAt(0);

/** Where the weight of a feature stands in a table of 2^bits. */
export function indexOf(hash: number, bits: number): number {
  return hash >>> (32 - bits);
}

/** A model ready to be asked. */
export class LinearModel {
  readonly outputs: readonly string[];
  readonly #bits: number;
  readonly #tables: readonly Int8Array[];
  readonly #scales: readonly number[];
  readonly #biases: readonly number[];

  constructor({ bits, weights, gaps, scales, biases, outputs }: Model) {
    this.outputs = outputs;
    this.#bits = bits;
    this.#scales = scales;
    this.#biases = biases;
    this.#tables = outputs.map((_, output) => tableOf(bits, weights[output]!, gaps));
  }

  /** What a feature adds to an output, before the length of the sentence is taken into account. */
  weight(hash: number, output: number): number {
    return this.#tables[output]![indexOf(hash, this.#bits)]! * this.#scales[output]!;
  }

  /** The log-odds of an output for a sentence with these features. Long sentences have more features, each counts less. */
  score({ hashes, length }: Features, output: number): number {
    const table = this.#tables[output]!;
    const shift = 32 - this.#bits;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += table[hashes[i]! >>> shift]!;
    return this.#biases[output]! + (sum * this.#scales[output]!) / Math.sqrt(length);
  }
}

function tableOf(bits: number, weights: string, gaps: string): Int8Array {
  const table = new Int8Array(2 ** bits);
  const values = new Map([...DIGITS].map((digit, value) => [digit, value] as const));
  const most = DIGITS.length - 1;
  let at = 0;
  let next = 0;
  for (const digit of gaps) {
    const value = values.get(digit)!;
    at += value;
    if (value === most) continue;
    table[at++] = weights.charCodeAt(next++) - ZERO;
  }
  return table;
}
