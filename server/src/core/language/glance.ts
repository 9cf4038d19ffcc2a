import type { DocumentContext } from './context.ts';
import { BE, DO, HAVE } from './lexicon/grammar.ts';
import { numbersOf, type Phrase, Phrases, phrasesWith } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { Word } from './word.ts';

/*
 * A sentence at a glance: what its words alone tell, before anything is tagged. Most sentences have no words that blame could be put into, and
 * are read no further. Detectors say what they cannot do without (`Detector.mayFind`) as clues and phrases; all are looked for in one pass.
 */

const clues: Clue[] = [];
/** Flags that a number holds; there are two numbers. */
const FLAGS = 31;

/** A class of words that something cannot do without. */
export class Clue {
  /** One of the two has a flag. */
  readonly flag: number;
  readonly further: number;
  readonly lists: readonly ReadonlySet<string>[];
  readonly #shape: ((low: string) => boolean) | undefined;
  readonly hasShape: boolean;
  readonly #pairs: Phrases | undefined;

  /** Words count as written or as lemma, entries of several words where all of them are in the sentence; `shape` tells of further ones. */
  constructor(lists: readonly ReadonlySet<string>[], shape?: (low: string) => boolean) {
    if (clues.length === 2 * FLAGS) throw new Error('there are more clues than flags');
    this.flag = clues.length < FLAGS ? 1 << clues.length : 0;
    this.further = clues.length < FLAGS ? 0 : 1 << (clues.length - FLAGS);
    this.lists = lists;
    this.hasShape = shape !== undefined;
    this.#shape = shape;
    const pairs = lists.flatMap((list) => [...list].filter((entry) => entry.includes(' ')));
    this.#pairs = pairs.length > 0 ? new Phrases(pairs.join('\n')) : undefined;
    clues.push(this);
  }

  /** Whether the shape tells of the class. */
  isShape(lemma: string): boolean {
    return this.#shape?.(lemma) === true;
  }

  isIn(glance: Glance): boolean {
    return (
      (glance.flags & this.flag) !== 0 || (glance.further & this.further) !== 0 || this.#pairs?.isIn(glance) === true
    );
  }
}

/** What a word says at a glance. */
export interface Traits {
  /** All that the tagger can take for its lemma, as far as phrases have it: their numbers. */
  readonly numbers: readonly number[];
  /** The clues that it is. */
  readonly flags: number;
  readonly further: number;
  /** The phrases that may be in its sentence. */
  readonly phrases: readonly Phrase[];
}

/** The clues by the words in their lists; made when the first word is looked at. */
let listed: Map<string, Clue[]> | undefined;
/** The clues that tell words by their shape. */
const shapes: Clue[] = [];

function listedClues(): Map<string, Clue[]> {
  const byWord = new Map<string, Clue[]>();
  for (const clue of clues) {
    if (clue.hasShape) shapes.push(clue);
    for (const list of clue.lists)
      for (const word of list) {
        const same = byWord.get(word);
        if (same) same.push(clue);
        else byWord.set(word, [clue]);
      }
  }
  return byWord;
}

function traitsOf(word: Word): Traits {
  const { low, form, sureForm, singular, closed } = word;
  const lemmas = new Set([low, singular]);
  if (form) lemmas.add(form.base);
  if (sureForm) lemmas.add(sureForm.base);
  if (closed === 'aux' || low === "'s") lemmas.add(DO.has(low) ? 'do' : HAVE.has(low) ? 'have' : 'be');
  if (BE.has(low)) lemmas.add('be');
  if (low === "'d") lemmas.add('had').add('would');
  const all = [...lemmas];
  listed ??= listedClues();
  let flags = 0;
  let further = 0;
  for (const lemma of all) {
    for (const clue of listed.get(lemma) ?? []) {
      flags |= clue.flag;
      further |= clue.further;
    }
    for (const clue of shapes) {
      if (!clue.isShape(lemma)) continue;
      flags |= clue.flag;
      further |= clue.further;
    }
  }
  return { numbers: numbersOf(all), flags, further, phrases: phrasesWith(all) };
}

/** The words of one sentence: tokens `from` to `to`, not tagged yet. */
export class Glance {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly context: DocumentContext;
  /** The clues that are in it, but for entries of several words. */
  readonly flags: number;
  readonly further: number;
  /** Classes of its words, flags of word.ts. */
  readonly classes: number;
  /** Phrases whose rarest word is in it. */
  readonly phrases: readonly Phrase[];
  /** Whether somebody may be named whom blame can be put on, and whether anybody at all; told by somebody.ts once it was asked. */
  blamable: boolean | undefined = undefined;
  somebody: boolean | undefined = undefined;

  constructor(tokens: readonly Token[], from: number, to: number, context: DocumentContext) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.context = context;
    let flags = 0;
    let further = 0;
    let classes = 0;
    let phrases = NONE;
    for (let i = from; i < to; i++) {
      const { word } = tokens[i]!;
      word.traits ??= traitsOf(word);
      classes |= word.classes;
      flags |= word.traits.flags;
      further |= word.traits.further;
      if (word.traits.phrases.length > 0) {
        if (phrases === NONE) phrases = [];
        for (const phrase of word.traits.phrases) phrases.push(phrase);
      }
    }
    this.flags = flags;
    this.further = further;
    this.classes = classes;
    this.phrases = phrases;
  }

  low(i: number): string {
    return i >= this.from && i < this.to ? this.tokens[i]!.low : '';
  }

  /** Whether it ends like a question. */
  get isQuestion(): boolean {
    for (let i = this.to - 1; i >= this.from && i >= this.to - 4; i--) {
      if (this.tokens[i]!.text === '?') return true;
      if (this.tokens[i]!.kind !== 'punctuation') return false;
    }
    return false;
  }
}

const NONE: Phrase[] = [];
