import { claritiesOf } from './facets.ts';
import { featuresOf, likelihoodsOf } from './learned.ts';
import { MECHANISMS } from './mechanismVocabulary.ts';
import { stemsOf } from './sentences.ts';

/** How much facets and learned words decide, and how sure the answer is: chosen by cross-validation over the stories of test/corpus/mechanisms.txt. */
const FACETS = 0.6;
const LEARNED_WORDS = 1.3;
const SURENESS = 1.5;

/** A cause is the work of few mechanisms: so many are kept, those with this probability at least. */
const MOST_MECHANISMS = 24;
const LEAST = 0.001;

const names = Object.keys(MECHANISMS);

/** The mechanisms that a text most likely tells of, each with its probability (0 to 1), the likeliest first. None where nothing in the text is told in words that are known. */
export function mechanismsOf(text: string): Map<string, number> {
  const sentences = stemsOf(text);
  const clarities = claritiesOf(sentences);
  if (clarities.every((clarity) => clarity === 0)) return new Map();
  const facets = standardised(clarities.map(Math.sqrt));
  const words = standardised(likelihoodsOf(featuresOf(sentences)));
  const scores = facets.map((score, at) => Math.exp(SURENESS * (FACETS * score + LEARNED_WORDS * words[at]!)));
  const sum = scores.reduce((a, b) => a + b, 0);
  return new Map(
    [...scores]
      .map((score, at) => [names[at]!, score / sum] as const)
      .filter(([, probability]) => probability >= LEAST)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_MECHANISMS),
  );
}

/** The values with a mean of 0 and a standard deviation of 1. */
function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation));
}
