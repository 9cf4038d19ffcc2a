import { MECHANISMS, WORD_CLASSES } from './mechanismVocabulary.ts';
import { stemOf } from './stems.ts';
import { MEANINGS } from './vocabulary.ts';

/** A mechanism is told within so many sentences. */
const WINDOW = 3;

/** What is told less clearly is a coincidence of words. */
const CLEAR_ENOUGH = 2;

/** One way in which systems fail, and how many facets its story has. */
interface Mechanism {
  readonly name: string;
  readonly facets: number;
}

/** One facet of a mechanism's story. */
interface Facet {
  readonly mechanism: Mechanism;
  readonly facet: number;
}

/** A word or phrase of a facet, and where it stands. */
interface Cue {
  readonly text: string;
  readonly facet: number;
  readonly sentence: number;
  readonly word: number;
}

interface Phrase {
  /** The stems that follow the first one. */
  readonly rest: readonly string[];
  readonly facet: Facet;
}

const facetsOfWord = new Map<string, Facet[]>();
const phrasesByFirstWord = new Map<string, Phrase[]>();
readMechanisms();

/**
 * The mechanisms that sentences tell of, and how clearly: about 2 where each facet is named by one word, 7 where a whole story is told. A mechanism has to be
 * told within a few sentences, with a word for each facet.
 */
export function mechanismsOf(sentences: readonly string[]): Map<string, number> {
  const strengths = new Map<string, number>();
  for (const [mechanism, cues] of cuesIn(sentences)) {
    const clearest = Math.max(...cues.map(({ sentence }) => clarity(mechanism, cues, sentence)));
    if (clearest >= CLEAR_ENOUGH) strengths.set(mechanism.name, clearest);
  }
  return strengths;
}

/** Every cue that stands in the sentences, by the mechanism it belongs to. */
function cuesIn(sentences: readonly string[]): Map<Mechanism, Cue[]> {
  const found = new Map<Mechanism, Cue[]>();
  const add = (facets: readonly Facet[], text: string, sentence: number, word: number) => {
    for (const { mechanism, facet } of facets) {
      const cue = { text, facet, sentence, word };
      const cues = found.get(mechanism);
      if (cues) cues.push(cue);
      else found.set(mechanism, [cue]);
    }
  };
  sentences.forEach((text, sentence) => {
    const stems = stemsIn(text);
    stems.forEach((stem, word) => {
      add(facetsOfWord.get(stem) ?? [], stem, sentence, word);
      for (const { rest, facet } of phrasesByFirstWord.get(stem) ?? [])
        if (rest.every((next, offset) => stems[word + 1 + offset] === next))
          add([facet], [stem, ...rest].join(' '), sentence, word);
    });
  });
  return found;
}

/** How clearly a mechanism is told in the sentences from this one on; 0 where a facet is missing. */
function clarity({ facets }: Mechanism, cues: readonly Cue[], from: number): number {
  const near = cues.filter(({ sentence }) => sentence >= from && sentence < from + WINDOW);
  const named = new Set(near.map(({ facet }) => facet)).size;
  // One word is not two facets, even where it stands in the lists of both.
  const places = new Set(near.map(({ sentence, word }) => `${sentence} ${word}`)).size;
  if (named < facets || places < Math.max(facets, 2)) return 0;
  const texts = new Set(near.map(({ text }) => text)).size;
  return facets * Math.log1p(texts - facets + 1);
}

/** The words of a sentence by their stems; names in code are taken apart where they say nothing as a whole: "livenessProbe", "max_connections". */
function stemsIn(sentence: string): string[] {
  return (sentence.replace(/(\d)[,.](?=\d)/g, '$1').match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    const stem = stemOf(word.toLowerCase());
    if (!/\p{L}\p{Lu}/u.test(word) || facetsOfWord.has(stem)) return stem;
    return word
      .replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1$3 $2$4')
      .toLowerCase()
      .split(' ')
      .map(stemOf);
  });
}

function readMechanisms(): void {
  for (const [name, story] of Object.entries(MECHANISMS)) {
    const facets = story.split(' & ');
    const mechanism = { name, facets: facets.length };
    facets.forEach((cues, facet) => {
      for (const cue of new Set(cuesOf(cues))) note(cue.split(/[ -]/).map(stemOf), { mechanism, facet });
    });
  }
}

function note([first, ...rest]: string[], facet: Facet): void {
  if (rest.length > 0) {
    phrasesByFirstWord.set(first!, [...(phrasesByFirstWord.get(first!) ?? []), { rest, facet }]);
    return;
  }
  const before = facetsOfWord.get(first!) ?? [];
  // Two words of a list may have one stem.
  if (!before.some((other) => other.mechanism === facet.mechanism && other.facet === facet.facet))
    facetsOfWord.set(first!, [...before, facet]);
}

/** The words and phrases of a list, those of the word classes it names included. */
function cuesOf(list: string): string[] {
  return [...list.matchAll(/"([^"]+)"|~(\S+)|(\S+)/g)].flatMap(([, phrase, name, word]) =>
    name === undefined ? [phrase ?? word!] : cuesOf(WORD_CLASSES[name] ?? MEANINGS[name]!),
  );
}
