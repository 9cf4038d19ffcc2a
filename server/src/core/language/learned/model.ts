import type { Feature } from './features.ts';

/** A linear model over hashed features, as `npm run train` writes it. */
export interface Model {
  /** Feature hashes in ascending order, each as a variable-length difference from the one before it, in base64. */
  readonly hashes: string;
  /** For each hash a signed byte for each output, in base64. The first output is blame against none, the others are the categories. */
  readonly weights: string;
  /** What a weight of 1 stands for, for each output. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly outputs: readonly string[];
}

/** A model ready to be asked. */
export class LinearModel {
  readonly outputs: readonly string[];
  readonly #rows = new Map<number, number>();
  readonly #weights: Int8Array;
  readonly #scales: readonly number[];
  readonly #biases: readonly number[];

  constructor({ hashes, weights, scales, biases, outputs }: Model) {
    this.outputs = outputs;
    this.#scales = scales;
    this.#biases = biases;
    this.#weights = new Int8Array(bytesOf(weights).buffer);
    let hash = 0;
    let difference = 0;
    let shift = 1;
    for (const byte of bytesOf(hashes)) {
      difference += (byte & 0x7f) * shift;
      shift *= 0x80;
      if (byte & 0x80) continue;
      hash += difference;
      this.#rows.set(hash, this.#rows.size);
      difference = 0;
      shift = 1;
    }
  }

  /** What a feature adds to an output, before the length of the sentence is taken into account. */
  weight({ hash }: Feature, output: number): number {
    const row = this.#rows.get(hash);
    return row === undefined ? 0 : this.#weights[row * this.outputs.length + output]! * this.#scales[output]!;
  }

  /** The log-odds of an output for a sentence with these features. Long sentences have more features, each counts less. */
  score(features: readonly Feature[], output: number): number {
    let sum = 0;
    for (const feature of features) sum += this.weight(feature, output);
    return this.#biases[output]! + sum / Math.sqrt(features.length);
  }
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(base64: string): Uint8Array {
  const digits = base64.replaceAll('=', '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    held = (held << 6) | BASE64.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
