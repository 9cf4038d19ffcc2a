import { remembered } from '../text/remembered.ts';
import type { Traits } from './glance.ts';
import { isFirstName } from './lexicon/firstNames.ts';
import { CLOSED_CLASS, COMMON_ADJECTIVES, NOT_ADVERBS } from './lexicon/grammar.ts';
import { BAD_ADJECTIVES, JUDGEMENT_ADJECTIVES } from './lexicon/judgement.ts';
import {
  AMBIGUOUS_NOUNS,
  ANYBODY,
  ATTACKERS,
  CUSTOMERS,
  DEPARTMENTS,
  HUMAN_BY_DEFAULT,
  IRREGULAR_PLURALS,
  NOBODY,
  ORGANISATION_NAMES,
  ORGANISATIONS,
  ROLE_NOUNS,
  SELF,
  SOMEBODY,
  TEAM_NOUNS,
  THEY,
  THIRD_PERSON,
  TITLES,
  WE,
  YOU,
} from './lexicon/people.ts';
import { SYSTEM_NAMES, SYSTEM_NOUNS } from './lexicon/systems.ts';
import { words } from './lexicon/words.ts';
import { singularOf, type VerbForm, verbForm } from './morphology.ts';
import { isShapedLikePeople } from './names.ts';
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
/** A noun for people, their groups and organisations, or one that can be, by a list or by its shape. */
export const SOCIAL = 1024;
/** Of these and of the pronouns, those that blame can be put on. */
export const BLAMABLE = 2048;
/** "we", "our". */
export const OURS = 4096;
/** Of oneself, or of a company by its name. */
export const OTHERS = 8192;

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

/** A power of two: of the words of a long document few share a place. */
const PLACES = 4096;
/** Words that were met lately, each at a place that its letters tell. */
const met = new Array<Word | undefined>(PLACES);

/**
 * The word at a place in a text that is spelt there in letters from a to z, but for a capital at its start, and that `hash`, which is made
 * of the letters, tells from most others. Nothing is cut out of the text to look it up.
 */
export function wordAt(text: string, start: number, end: number, hash: number): Word {
  const place = (hash ^ (hash >>> 12)) & (PLACES - 1);
  const known = met[place];
  if (known !== undefined && isSpelt(known.low, text, start, end)) return known;
  const word = wordOf(text.slice(start, end).toLowerCase());
  met[place] = word;
  return word;
}

function isSpelt(low: string, text: string, start: number, end: number): boolean {
  if (low.length !== end - start || low.charCodeAt(0) !== (text.charCodeAt(start) | 32)) return false;
  for (let i = 1; i < low.length; i++) if (low.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** Singular of a noun by its ending; the word itself where it is none. */
export function singular(low: string): string {
  return wordOf(low).singular;
}

/** Whether the word is a noun in the plural, by its ending. */
export function isPlural(low: string): boolean {
  return wordOf(low).isPlural;
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
  const shaped = isShapedLikePeople(low);
  if (shaped || isIn(SOCIAL_LISTS, low) || isIn(SOCIAL_LISTS, one)) classes |= SOCIAL;
  if (shaped || (isIn(BLAMABLE_LISTS, low) && !isServed(low)) || (isIn(BLAMABLE_LISTS, one) && !isServed(one)))
    classes |= BLAMABLE;
  if (WE.has(low)) classes |= OURS;
  if (SELF.has(low) || ORGANISATION_NAMES.has(low)) classes |= OTHERS;
  return classes;
}

function isIn(lists: readonly ReadonlySet<string>[], word: string): boolean {
  return lists.some((list) => list.has(word));
}

/** Those whom a system serves are not blamed, unless they are our own. */
export function isServed(noun: string): boolean {
  return CUSTOMERS.has(noun) && !HUMAN_BY_DEFAULT.has(noun);
}

const SOCIAL_LISTS = [
  ROLE_NOUNS,
  AMBIGUOUS_NOUNS,
  TEAM_NOUNS,
  DEPARTMENTS,
  CUSTOMERS,
  ATTACKERS,
  ORGANISATIONS,
  // What stands for people behind certain words only: "the control room", "second line".
  words(`room board line level tier actor on-call oncall`),
];

const BLAMABLE_LISTS = [
  ROLE_NOUNS,
  AMBIGUOUS_NOUNS,
  TEAM_NOUNS,
  DEPARTMENTS,
  TITLES,
  YOU,
  THIRD_PERSON,
  THEY,
  NOBODY,
  ANYBODY,
  SOMEBODY,
  words(`who whom whose board on-call oncall`),
];
