import { remembered } from '../text/remembered.ts';
import type { Traits } from './glance.ts';
import { isFirstName } from './lexicon/firstNames.ts';
import { CLOSED_CLASS, COMMON_ADJECTIVES, NOT_ADVERBS } from './lexicon/grammar.ts';
import { BAD_ADJECTIVES, JUDGEMENT_ADJECTIVES } from './lexicon/judgement.ts';
import { AMBIGUOUS_NOUNS, DEPARTMENTS, IRREGULAR_PLURALS, ROLE_NOUNS, TEAM_NOUNS } from './lexicon/people.ts';
import { SYSTEM_NAMES, SYSTEM_NOUNS } from './lexicon/systems.ts';
import { type VerbForm, verbForm } from './morphology.ts';
import type { Tag } from './tokens.ts';

/** What the lists say of a word; flags. The nouns are looked up in the singular. */
export const ROLE_NOUN = 1;
export const SYSTEM_NOUN = 2;
export const TEAM_NOUN = 4;
/** A noun of any list. */
export const KNOWN_NOUN = 8;
export const ADJECTIVE = 16;
export const ADVERB = 32;
export const FIRST_NAME = 64;
export const SYSTEM_NAME = 128;
/** "two", "dozens". */
export const NUMBER_WORD = 256;
/** Ends like an adjective. */
export const ADJECTIVE_ENDING = 512;

const NUMBER_WORDS =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?)$/;
const ADJECTIVE_ENDINGS = /(?:ful|less|ous|ible|able|ish|ive|ical|ial|ual|ional|ary|ular|ic|al-only)$/;

/**
 * All that the lists and endings tell about a word in lower case, looked up once for every text: a token has it at hand, whoever asks.
 */
export class Word {
  readonly low: string;
  /** The part of speech of words that have but one. */
  readonly closed: Tag | undefined;
  /** The verb that it can be a form of, guessed by its ending where no list has it. */
  readonly form: VerbForm | undefined;
  /** The same, not guessed. */
  readonly sureForm: VerbForm | undefined;
  /** Singular of a noun by its ending; the word itself where it is none. */
  readonly singular: string;
  readonly isPlural: boolean;
  /** Flags of what the lists say. */
  readonly classes: number;
  /** What the word says at a glance, once it was asked. */
  traits: Traits | undefined = undefined;

  constructor(low: string) {
    this.low = low;
    this.closed = CLOSED_CLASS.get(low);
    this.form = verbForm(low, true);
    this.sureForm = verbForm(low, false);
    this.singular = singularOf(low);
    this.isPlural = IRREGULAR_PLURALS.has(low) || this.singular !== low;
    this.classes = classesOf(low, this.singular);
  }

  /** Whether the word is in one of the classes, which are flags. */
  is(classes: number): boolean {
    return (this.classes & classes) !== 0;
  }
}

/** The word of a text in lower case. */
export const wordOf: (low: string) => Word = remembered((low) => new Word(low));

/** Singular of a noun by its ending; the word itself where it is none. */
export function singular(low: string): string {
  return wordOf(low).singular;
}

/** Whether the word is a noun in the plural, by its ending. */
export function isPlural(low: string): boolean {
  return wordOf(low).isPlural;
}

function singularOf(low: string): string {
  const irregular = IRREGULAR_PLURALS.get(low);
  if (irregular) return irregular;
  if (low.length < 4 || !low.endsWith('s') || low.endsWith('ss') || low.endsWith('us') || low.endsWith('is'))
    return low;
  if (low.endsWith('ies') && low.length > 4) return `${low.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses|zes)$/.test(low)) return low.slice(0, -2);
  return low.slice(0, -1);
}

function classesOf(low: string, one: string): number {
  let classes = 0;
  if (ROLE_NOUNS.has(one)) classes |= ROLE_NOUN | KNOWN_NOUN;
  if (SYSTEM_NOUNS.has(one)) classes |= SYSTEM_NOUN | KNOWN_NOUN;
  if (TEAM_NOUNS.has(one)) classes |= TEAM_NOUN | KNOWN_NOUN;
  if (AMBIGUOUS_NOUNS.has(one) || DEPARTMENTS.has(low)) classes |= KNOWN_NOUN;
  if (COMMON_ADJECTIVES.has(low) || JUDGEMENT_ADJECTIVES.has(low) || BAD_ADJECTIVES.has(low)) classes |= ADJECTIVE;
  if (low.length > 4 && low.endsWith('ly') && !NOT_ADVERBS.has(low)) classes |= ADVERB;
  if (isFirstName(low)) classes |= FIRST_NAME;
  if (SYSTEM_NAMES.has(low)) classes |= SYSTEM_NAME;
  if (NUMBER_WORDS.test(low)) classes |= NUMBER_WORD;
  if (ADJECTIVE_ENDINGS.test(low)) classes |= ADJECTIVE_ENDING;
  return classes;
}
