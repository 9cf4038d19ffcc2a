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

/** One way in which systems fail, and what of it the sentences at hand tell. */
interface Mechanism {
  readonly name: string;
  readonly facets: readonly Facet[];
  /** In which reading it was last told of: what an earlier one found does not count. */
  reading: number;
  /** Words of the text that are cues of it. */
  words: number;
  lastWord: number;
}

interface Facet {
  readonly mechanism: Mechanism;
  /** The weight of its most telling cue and of all of them. */
  most: number;
  sum: number;
}

/** A word or phrase that tells of one facet of a mechanism. */
interface Cue {
  readonly facet: Facet;
  /** How much it tells: the fewer mechanisms it is a sign of, the more. */
  weight: number;
  reading: number;
}

interface Phrase {
  readonly text: string;
  /** The stems that follow the first one. */
  readonly rest: readonly string[];
}

/** The cues that begin with one word of the text. */
interface Found {
  readonly word: number;
  readonly cues: readonly Cue[];
}

/** How many windows of sentences were read: one reading's finds are told from another's by it, so nothing is made anew for each. */
let readings = 0;

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
  for (let first = 0; first === 0 || first + WINDOW <= found.length; first++) {
    for (const mechanism of toldIn(found.slice(first, first + WINDOW))) {
      const clarity = clarityOf(mechanism);
      if (clarity > (clearest.get(mechanism.name) ?? 0)) clearest.set(mechanism.name, clarity);
    }
  }
  const told = [...clearest].sort((a, b) => b[1] - a[1]).slice(0, MOST_MECHANISMS);
  const least = (told[0]?.[1] ?? 0) * LEAST_SHARE;
  return new Map(told.filter(([, clarity]) => clarity >= least));
}

/** The cues in each sentence. */
function cuesIn(sentences: readonly string[]): Found[][] {
  let words = 0;
  return sentences.map((sentence) => {
    const stems = stemsIn(sentence);
    const found: Found[] = [];
    stems.forEach((stem, index) => {
      const word = words + index;
      const cues = cuesOfText.get(stem);
      if (cues) found.push({ word, cues });
      for (const { text, rest } of phrasesByFirstWord.get(stem) ?? [])
        if (rest.every((next, offset) => stems[index + 1 + offset] === next))
          found.push({ word, cues: cuesOfText.get(text)! });
    });
    words += stems.length;
    return found;
  });
}

/** Reads some sentences: the mechanisms they have cues of. */
function toldIn(sentences: readonly Found[][]): Mechanism[] {
  readings++;
  const told: Mechanism[] = [];
  for (const sentence of sentences) {
    for (const { word, cues } of sentence) {
      for (const cue of cues) {
        const { mechanism } = cue.facet;
        if (mechanism.reading !== readings) {
          begin(mechanism);
          told.push(mechanism);
        }
        if (mechanism.lastWord !== word) {
          mechanism.lastWord = word;
          mechanism.words++;
        }
        if (cue.reading === readings) continue;
        cue.reading = readings;
        cue.facet.sum += cue.weight;
        cue.facet.most = Math.max(cue.facet.most, cue.weight);
      }
    }
  }
  return told;
}

function begin(mechanism: Mechanism): void {
  mechanism.reading = readings;
  mechanism.words = 0;
  mechanism.lastWord = -1;
  for (const facet of mechanism.facets) {
    facet.most = 0;
    facet.sum = 0;
  }
}

/** How clearly the sentences just read tell of a mechanism; 0 where one word is all there is of it. */
function clarityOf({ words, facets }: Mechanism): number {
  if (words < 2) return 0;
  let told = 0;
  let named = 0;
  for (const { most, sum } of facets) {
    told += most + FURTHER_SHARE * Math.min(MOST_FURTHER, sum - most);
    if (most > 0) named++;
  }
  // One word is not two facets, even where it stands in the lists of both.
  return (told * Math.min(words, named)) / facets.length;
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
    const facets: Facet[] = [];
    const mechanism: Mechanism = { name, facets, reading: 0, words: 0, lastWord: -1 };
    for (const list of story.split(' & ')) {
      const facet = { mechanism, most: 0, sum: 0 };
      facets.push(facet);
      const texts = new Set(wordsOf(list).map((word) => word.split(/[ -]/).map(stemOf).join(' ')));
      for (const text of texts) addTo(cuesOfText, text, { facet, weight: 0, reading: 0 });
    }
  }
  const common = new Set(COMMON_WORDS.split(' ').map(stemOf));
  for (const [text, cues] of cuesOfText) {
    const mechanisms = new Set(cues.map(({ facet }) => facet.mechanism)).size;
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
