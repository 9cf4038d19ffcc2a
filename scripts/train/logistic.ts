/** A row of a training set: the indexes of the features it has, each of value 1 / sqrt(length), and what it is. */
export interface Example {
  readonly features: Int32Array;
  /** How many features it has, those counted that have no index. */
  readonly length: number;
  readonly positive: boolean;
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
}

/** Weights of a logistic regression. */
export interface Weights {
  readonly bias: number;
  readonly weights: Float64Array;
}

/**
 * Logistic regression with an L2 penalty, by AdaGrad over a fixed order of the examples: the same data give the same weights.
 * `penalty` is that of all examples together, as 1 / C of liblinear.
 */
export function fitted(
  examples: readonly Example[],
  size: number,
  { epochs = 60, rate = 0.5, penalty = 1 / 30 } = {},
): Weights {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const share = penalty / Math.max(1, examples.length);
  let bias = 0;
  let biasSquares = 1e-6;
  const order = examples.map((_, index) => index);
  let seed = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const k = seed % (i + 1);
      [order[i], order[k]] = [order[k]!, order[i]!];
    }
    for (const index of order) {
      const { features, length, positive, weight = 1 } = examples[index]!;
      const value = 1 / Math.sqrt(length);
      const error = weight * (probability({ features, length }, { weights, bias }) - (positive ? 1 : 0));
      biasSquares += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquares);
      for (const feature of features) {
        const gradient = error * value + share * weights[feature]!;
        squares[feature]! += gradient * gradient;
        weights[feature]! -= (rate * gradient) / Math.sqrt(squares[feature]!);
      }
    }
  }
  return { bias, weights };
}

/** The probability that a row is positive. */
export function probability(
  { features, length }: Pick<Example, 'features' | 'length'>,
  { weights, bias }: Weights,
): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature]!;
  return 1 / (1 + Math.exp(-(bias + sum / Math.sqrt(length))));
}
