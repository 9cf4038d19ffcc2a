import { COMMON_WORDS, MECHANISMS, WORD_CLASSES } from './mechanismVocabulary.ts';
import { stemOf } from './stems.ts';

/** A mechanism is told within so many sentences. */
const WINDOW = 4;

/** A cause is the work of few mechanisms: so many are kept, those that are told at least so clearly as this share of the clearest. */
const MOST_MECHANISMS = 8;
const LEAST_SHARE = 0.3;

/** How much a word tells that causes have whatever the mechanism. */
const COMMON_SHARE = 0.5;

/** How much the further words for a facet add to the most telling one, and what they may add at most before that. */
const FURTHER_SHARE = 0.35;
const MOST_FURTHER = 6;

/** One way in which systems fail, and how many facets its story has. */
interface Mechanism {
  readonly name: string;
  readonly facets: number;
}

/** A word or phrase that tells of one facet of a mechanism. */
interface Cue {
  readonly text: string;
  readonly mechanism: Mechanism;
  readonly facet: number;
  /** How much it tells: the fewer mechanisms it is a sign of, the more. */
  weight: number;
}

interface Phrase {
  readonly text: string;
  /** The stems that follow the first one. */
  readonly rest: readonly string[];
}

/** A cue and the word of the text it begins with. */
interface Found {
  readonly cue: Cue;
  readonly word: number;
}

const cuesOfText = new Map<string, Cue[]>();
const phrasesByFirstWord = new Map<string, Phrase[]>();
readMechanisms();

/**
 * The mechanisms that sentences most likely tell of, and how clearly: a positive number without a unit, the larger the clearer. A story that has words for
 * each of its facets counts more than one that has many words for the same facet.
 */
export function mechanismsOf(sentences: readonly string[]): Map<string, number> {
  const clearest = new Map<string, number>();
  const found = cuesIn(sentences);
  for (let first = 0; first < found.length; first++) {
    for (const [mechanism, near] of byMechanism(found.slice(first, first + WINDOW).flat())) {
      const clarity = clarityOf(mechanism, near);
      if (clarity > (clearest.get(mechanism.name) ?? 0)) clearest.set(mechanism.name, clarity);
    }
  }
  const told = [...clearest].sort((a, b) => b[1] - a[1]).slice(0, MOST_MECHANISMS);
  const least = (told[0]?.[1] ?? 0) * LEAST_SHARE;
  return new Map(told.filter(([, clarity]) => clarity >= least));
}

/** The cues of each sentence. */
function cuesIn(sentences: readonly string[]): Found[][] {
  let words = 0;
  return sentences.map((sentence) => {
    const stems = stemsIn(sentence);
    const found = stems.flatMap((stem, index) => {
      const phrases = (phrasesByFirstWord.get(stem) ?? []).filter(({ rest }) =>
        rest.every((next, offset) => stems[index + 1 + offset] === next),
      );
      const cues = [stem, ...phrases.map(({ text }) => text)].flatMap((text) => cuesOfText.get(text) ?? []);
      return cues.map((cue) => ({ cue, word: words + index }));
    });
    words += stems.length;
    return found;
  });
}

function byMechanism(found: readonly Found[]): Map<Mechanism, Found[]> {
  const grouped = new Map<Mechanism, Found[]>();
  for (const one of found) {
    const group = grouped.get(one.cue.mechanism);
    if (group) group.push(one);
    else grouped.set(one.cue.mechanism, [one]);
  }
  return grouped;
}

/** How clearly a mechanism is told by its cues; 0 where one word is all there is of it. */
function clarityOf({ facets }: Mechanism, found: readonly Found[]): number {
  // One word is not two facets, even where it stands in the lists of both.
  const words = new Set(found.map(({ word }) => word)).size;
  if (words < 2) return 0;
  const most = new Array<number>(facets).fill(0);
  const sum = new Array<number>(facets).fill(0);
  for (const { facet, weight } of new Set(found.map(({ cue }) => cue))) {
    most[facet] = Math.max(most[facet]!, weight);
    sum[facet]! += weight;
  }
  const named = Math.min(words, most.filter((weight) => weight > 0).length);
  const told = most.reduce(
    (all, weight, facet) => all + weight + FURTHER_SHARE * Math.min(MOST_FURTHER, sum[facet]! - weight),
    0,
  );
  return told * (named / facets);
}

/** The words of a sentence by their stems; names in code are taken apart where they say nothing as a whole: "livenessProbe", "max_connections". */
function stemsIn(sentence: string): string[] {
  return (sentence.replace(/(\d)[,.](?=\d)/g, '$1').match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    const stem = stemOf(word.toLowerCase());
    if (!/\p{L}\p{Lu}/u.test(word) || cuesOfText.has(stem)) return stem;
    return word
      .replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1$3 $2$4')
      .toLowerCase()
      .split(' ')
      .map(stemOf);
  });
}

function readMechanisms(): void {
  const stories = Object.entries(MECHANISMS);
  for (const [name, story] of stories) {
    const facets = story.split(' & ');
    const mechanism = { name, facets: facets.length };
    facets.forEach((list, facet) => {
      const texts = new Set(wordsOf(list).map((word) => word.split(/[ -]/).map(stemOf).join(' ')));
      for (const text of texts) addTo(cuesOfText, text, { text, mechanism, facet, weight: 0 });
    });
  }
  const common = new Set(COMMON_WORDS.split(' ').map(stemOf));
  for (const [text, cues] of cuesOfText) {
    const mechanisms = new Set(cues.map(({ mechanism }) => mechanism)).size;
    const weight = Math.log(1 + stories.length / mechanisms) * (common.has(text) ? COMMON_SHARE : 1);
    for (const cue of cues) cue.weight = weight;
    const [first, ...rest] = text.split(' ');
    if (rest.length > 0) addTo(phrasesByFirstWord, first!, { text, rest });
  }
}

/** The words and phrases of a list, those of the word classes it names included. */
function wordsOf(list: string): string[] {
  return [...list.matchAll(/"([^"]+)"|~(\S+)|(\S+)/g)].flatMap(([, phrase, name, word]) =>
    name === undefined ? [phrase ?? word!] : wordsOf(WORD_CLASSES[name]!),
  );
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
