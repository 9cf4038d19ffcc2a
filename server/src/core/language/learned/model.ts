import type { Features } from './features.ts';

/**
 * A linear model over hashed features, as `npm run train` writes it. Features share a table by their hashes ("feature hashing",
 * Weinberger et al., ICML 2009): no list of them has to be shipped, and training makes up for those that fall together.
 */
export interface Model {
  /** The table of each output has 2^bits weights. */
  readonly bits: number;
  /** The tables one after the other, two weights of four bits (−7 to 7, plus 8) in a byte, the lower first, in base64. */
  readonly weights: string;
  /** What a weight of 1 stands for, for each output. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly outputs: readonly string[];
}

/** Where the weight of a feature stands in a table of 2^bits. */
export function indexOf(hash: number, bits: number): number {
  return hash >>> (32 - bits);
}

/** A model ready to be asked. */
export class LinearModel {
  readonly outputs: readonly string[];
  readonly #bits: number;
  readonly #weights: Uint8Array;
  readonly #scales: readonly number[];
  readonly #biases: readonly number[];

  constructor({ bits, weights, scales, biases, outputs }: Model) {
    this.outputs = outputs;
    this.#bits = bits;
    this.#scales = scales;
    this.#biases = biases;
    this.#weights = bytesOf(weights);
  }

  /** What a feature adds to an output, before the length of the sentence is taken into account. */
  weight(hash: number, output: number): number {
    const at = (output << this.#bits) + indexOf(hash, this.#bits);
    const pair = this.#weights[at >> 1]!;
    return (((at & 1 ? pair >> 4 : pair) & 0xf) - 8) * this.#scales[output]!;
  }

  /** The log-odds of an output for a sentence with these features. Long sentences have more features, each counts less. */
  score({ hashes, length }: Features, output: number): number {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += this.weight(hashes[i]!, output);
    return this.#biases[output]! + sum / Math.sqrt(length);
  }
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(base64: string): Uint8Array {
  const digits = base64.replaceAll('=', '');
  const values = new Uint8Array(128);
  for (let i = 0; i < BASE64.length; i++) values[BASE64.charCodeAt(i)] = i;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < digits.length; i++) {
    held = ((held << 6) | values[digits.charCodeAt(i)]!) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
  }
  return bytes;
}
