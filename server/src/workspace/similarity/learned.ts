import { LEARNED } from './learned.generated.ts';
import { MECHANISMS } from './mechanismVocabulary.ts';
import { classesIn, listed } from './wordClasses.ts';

/** How many stories of a mechanism without the word are assumed. */
const ASSUMED = 25;

/** A word that the vocabulary names for a mechanism counts as if so many of its stories had it. */
const NAMED = 0.8;

/** How much a class of words tells, compared with a word. */
const CLASS_SHARE = 2;

/** What a word or class of words tells: its weight, and where among `Learned.mechanisms` those are whose stories have it. */
interface Evidence {
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

interface Learned {
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** The mechanisms whose stories have a word, one word after the other: arrays of their own would be larger than what they hold. */
  readonly mechanisms: Uint8Array;
  /** By how much likelier the word makes each of them. */
  readonly gains: Float32Array;
  /** What each word that is not in the stories of a mechanism says against it. */
  readonly against: Float64Array;
}

let learned: Learned | undefined;

/** The words and classes of words that sentences, given by their stems, have. */
export function featuresOf(sentences: readonly (readonly string[])[]): Set<string> {
  const features = new Set<string>();
  for (const stems of sentences) {
    for (const stem of stems) if (!/^\d/.test(stem)) features.add(stem);
    for (const name of classesIn(stems)) features.add(name);
  }
  return features;
}

/** How likely sentences with these words tell of each of `MECHANISMS`, in their order: a logarithm, up to a sum that all have in common (naive Bayes). */
export function likelihoodsOf(features: ReadonlySet<string>): Float64Array {
  learned ??= read();
  const { evidence, mechanisms, gains, against } = learned;
  const sums = new Float64Array(against.length);
  let weights = 0;
  for (const feature of features) {
    const told = evidence.get(feature);
    if (!told) continue;
    weights += told.weight;
    for (let at = told.from; at < told.to; at++) sums[mechanisms[at]!]! += gains[at]!;
  }
  return sums.map((sum, mechanism) => sum + weights * against[mechanism]!);
}

/** Reckons with what the stories are counted as, when it is first asked for. */
function read(): Learned {
  const names = Object.keys(MECHANISMS);
  const counts = new Map<string, Map<number, number>>();
  const count = (feature: string, mechanism: number, by: number) => {
    const ofFeature = counts.get(feature) ?? new Map<number, number>();
    counts.set(feature, ofFeature.set(mechanism, (ofFeature.get(mechanism) ?? 0) + by));
  };
  for (const line of LEARNED.features.split('\n')) {
    const [feature, mechanisms] = line.split(' ') as [string, string];
    for (const [, mechanism, times] of mechanisms.matchAll(/([0-9a-z]{2})([A-Z]?)/g))
      count(feature, Number.parseInt(mechanism!, 36), times ? times.charCodeAt(0) - 64 : 1);
  }
  const stories = new Map([...counts].map(([feature, of]) => [feature, [...of.values()].reduce((a, b) => a + b, 0)]));
  Object.values(MECHANISMS).forEach((story, mechanism) => {
    for (const text of listed(story.replaceAll(' & ', ' '))) if (counts.has(text)) count(text, mechanism, NAMED);
  });
  const all = [...counts.values()].reduce((sum, of) => sum + [...of.values()].reduce((a, b) => a + b, 0), 0);
  const sizes = new Float64Array(names.length);
  for (const of of counts.values()) for (const [mechanism, times] of of) sizes[mechanism]! += times;
  const against = sizes.map((size) => Math.log(ASSUMED / (size + ASSUMED)));
  const evidence = new Map<string, Evidence>();
  const mechanisms: number[] = [];
  const gains: number[] = [];
  for (const [feature, of] of counts) {
    const share = [...of.values()].reduce((a, b) => a + b, 0) / all;
    const rarity = Math.log((LEARNED.stories + 1) / (stories.get(feature)! + 0.5));
    const weight = rarity * (feature.startsWith('~') ? CLASS_SHARE : 1);
    const from = mechanisms.length;
    mechanisms.push(...of.keys());
    for (const times of of.values()) gains.push(weight * Math.log(1 + times / (ASSUMED * share)));
    evidence.set(feature, { weight, from, to: mechanisms.length });
  }
  return { evidence, mechanisms: Uint8Array.from(mechanisms), gains: Float32Array.from(gains), against };
}
