import { claritiesOf } from './facets.ts';
import { featuresOf, likelihoodsOf } from './learned.ts';
import { MECHANISMS } from './mechanismVocabulary.ts';
import { stemsOf } from './sentences.ts';

/** How much facets and learned words decide, and how sure the answer is: chosen by cross-validation over the stories of test/corpus/mechanisms.txt. */
const FACETS = 0.6;
const LEARNED_WORDS = 1.3;
const SURENESS = 1.5;

/** How far apart the mechanisms are in a cause of some 30 words; where they are nearer, the text says too little to be sure. */
const SPREAD = { facets: 0.5, words: 30 };

/** A cause is the work of few mechanisms: so many are kept, those with this probability at least. */
const MOST_MECHANISMS = 12;
const LEAST = 0.005;

const names = Object.keys(MECHANISMS);

/** The mechanisms that a text most likely tells of, each with its probability (0 to 1), the likeliest first. None where nothing in the text is told in words that are known. */
export function mechanismsOf(text: string): Map<string, number> {
  const sentences = stemsOf(text);
  const clarities = claritiesOf(sentences);
  if (clarities.every((clarity) => clarity === 0)) return new Map();
  const facets = standardised(clarities.map(Math.sqrt), SPREAD.facets);
  const words = standardised(likelihoodsOf(featuresOf(sentences)), SPREAD.words);
  let sum = 0;
  for (let at = 0; at < names.length; at++) {
    words[at] = Math.exp(SURENESS * (FACETS * facets[at]! + LEARNED_WORDS * words[at]!));
    sum += words[at]!;
  }
  const likely: [string, number][] = [];
  for (let at = 0; at < names.length; at++) {
    const probability = words[at]! / sum;
    if (probability >= LEAST) likely.push([names[at]!, Math.round(probability * 1000) / 1000]);
  }
  return new Map(likely.sort((a, b) => b[1] - a[1]).slice(0, MOST_MECHANISMS));
}

/** Makes the values have a mean of 0 and a standard deviation of 1, less where it was below `spread`. */
function standardised(values: Float64Array, spread: number): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const deviation = Math.max(spread, Math.sqrt(squares / values.length));
  for (let at = 0; at < values.length; at++) values[at] = (values[at]! - mean) / deviation;
  return values;
}
