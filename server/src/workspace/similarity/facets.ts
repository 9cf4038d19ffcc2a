import { COMMON_WORDS, MECHANISMS } from './mechanismVocabulary.ts';
import { PhraseBook } from './phraseBook.ts';
import { stemOf } from './stems.ts';
import { listed } from './wordClasses.ts';

/** A mechanism is told within so many sentences. */
const WINDOW = 4;

/** How much a word tells that causes have whatever the mechanism. */
const COMMON_SHARE = 0.5;

/** How much the further words for a facet add to the most telling one, and what they may add at most before that. */
const FURTHER_SHARE = 0.35;
const MOST_FURTHER = 6;

/** One way in which systems fail, and what of it the sentences at hand tell. */
interface Mechanism {
  /** Its place among `MECHANISMS`. */
  readonly index: number;
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

/** The cues that begin with one word of the text. */
interface Found {
  readonly word: number;
  readonly cues: readonly Cue[];
}

/** How many windows of sentences were read: one reading's finds are told from another's by it, so nothing is made anew for each. */
let readings = 0;

const mechanismCount = Object.keys(MECHANISMS).length;
const cues = new PhraseBook<Cue>();
readMechanisms();

/**
 * How clearly sentences, given by their stems, tell of each mechanism: a number from 0 without a unit for each of `MECHANISMS`, in their order. A story that
 * has words for each of its facets counts more than one that has many words for the same facet.
 */
export function claritiesOf(sentences: readonly (readonly string[])[]): Float64Array {
  const clearest = new Float64Array(mechanismCount);
  const found = cuesIn(sentences);
  for (let first = 0; first === 0 || first + WINDOW <= found.length; first++)
    for (const mechanism of toldIn(found.slice(first, first + WINDOW)))
      clearest[mechanism.index] = Math.max(clearest[mechanism.index]!, clarityOf(mechanism));
  return clearest;
}

/** The cues in each sentence. */
function cuesIn(sentences: readonly (readonly string[])[]): Found[][] {
  let words = 0;
  return sentences.map((stems) => {
    const found: Found[] = [];
    for (const { index, values } of cues.in(stems)) found.push({ word: words + index, cues: values });
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

function readMechanisms(): void {
  const stories = Object.values(MECHANISMS);
  stories.forEach((story, index) => {
    const facets: Facet[] = [];
    const mechanism: Mechanism = { index, facets, reading: 0, words: 0, lastWord: -1 };
    for (const list of story.split(' & ')) {
      const facet = { mechanism, most: 0, sum: 0 };
      facets.push(facet);
      for (const text of listed(list)) cues.add(text, { facet, weight: 0, reading: 0 });
    }
  });
  const common = new Set(COMMON_WORDS.split(' ').map(stemOf));
  for (const [text, ofText] of cues.entries()) {
    const mechanisms = new Set(ofText.map(({ facet }) => facet.mechanism)).size;
    const weight = Math.log(1 + stories.length / mechanisms) * (common.has(text) ? COMMON_SHARE : 1);
    for (const cue of ofText) cue.weight = weight;
  }
}
