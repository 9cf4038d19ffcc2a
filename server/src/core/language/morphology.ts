import { IRREGULAR_VERBS } from './lexicon/irregularVerbs.ts';
import { IRREGULAR_PLURALS } from './lexicon/people.ts';
import { ALL_VERBS } from './lexicon/verbs.ts';

/** Which form of a verb a word can be; flags, since one spelling can serve for several ("put", "set"). */
export const BASE = 1;
export const THIRD = 2;
export const PAST = 4;
export const PARTICIPLE = 8;
export const ING = 16;

export interface VerbForm {
  readonly base: string;
  readonly forms: number;
}

const VOWEL = /[aeiou]/;
const irregular = new Map<string, { readonly past: string; readonly participle: string }>();
for (const [base, past, participle] of IRREGULAR_VERBS) irregular.set(base, { past, participle });

/** Verbs of two syllables that double their last consonant all the same, because the stress lies there. */
const DOUBLING =
  /^(?:commit|submit|omit|permit|admit|emit|transmit|refer|defer|prefer|infer|confer|transfer|occur|recur|incur|begin|forget|regret|control|patrol|compel|propel|expel|abet|rebut|overrun|rerun|unzip|unplug|debug|reset|upset|offset|input|output|format|backlog|equip|handicap|worship|kidnap|program|unpin|untag|retag|repin|mis-set|mistag|misplug|unwrap|rewrap|outwit|abhor|deter|double-tap|nonplus)$/;
const NOT_DOUBLING = /^(?:format|input|output|offset)$/;

function doubles(base: string): boolean {
  if (!/[aeiou][bdfgklmnprtvz]$/.test(base) || /[aeiou]{2}.$/.test(base)) return false;
  if (NOT_DOUBLING.test(base)) return base === 'format';
  const vowels = base.match(/[aeiouy]+/g)?.length ?? 0;
  return vowels === 1 || DOUBLING.test(base);
}

/** The irregular parts of a verb, found through its last part too: "overwrite" and "re-run" go like "write" and "run". */
function irregularParts(base: string): { past: string; participle: string } | undefined {
  const own = irregular.get(base);
  if (own) return own;
  const prefix =
    /^(?:re-|mis-|un-|over-|under-|pre-|fore-|out-|force-|double-|re|mis|un|over|under|fore|out|up|with)(?=[a-z]{3})/.exec(
      base,
    );
  if (!prefix) return undefined;
  const rest = irregular.get(base.slice(prefix[0].length));
  return rest && { past: prefix[0] + rest.past, participle: prefix[0] + rest.participle };
}

/** Third person singular: "check" → "checks", "push" → "pushes", "try" → "tries". */
export function thirdPerson(base: string): string {
  if (base === 'be') return 'is';
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

/** Simple past: "ship" → "shipped", "run" → "ran". */
export function past(base: string): string {
  return irregularParts(base)?.past ?? regularPast(base);
}

/** Past participle: "ship" → "shipped", "run" → "run", "write" → "written". */
export function participle(base: string): string {
  return irregularParts(base)?.participle ?? regularPast(base);
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (doubles(base)) return `${base}${base.at(-1)}ed`;
  if (base.endsWith('c') && !base.endsWith('sync')) return `${base}ked`;
  return `${base}ed`;
}

/** Present participle: "ship" → "shipping", "lie" → "lying", "make" → "making". */
export function gerund(base: string): string {
  if (base === 'be') return 'being';
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/(?:ee|oe|ye)$/.test(base)) return `${base}ing`;
  if (base.endsWith('e')) return `${base.slice(0, -1)}ing`;
  if (doubles(base)) return `${base}${base.at(-1)}ing`;
  if (base.endsWith('c') && !base.endsWith('sync')) return `${base}king`;
  return `${base}ing`;
}

const table = new Map<string, VerbForm>();
function add(form: string, base: string, forms: number): void {
  const known = table.get(form);
  if (!known) table.set(form, { base, forms });
  else if (known.base === base) table.set(form, { base, forms: known.forms | forms });
}
for (const base of new Set([...ALL_VERBS, ...irregular.keys()])) add(base, base, BASE);
for (const base of new Set([...ALL_VERBS, ...irregular.keys()])) {
  add(thirdPerson(base), base, THIRD);
  add(past(base), base, PAST);
  add(participle(base), base, PARTICIPLE);
  add(gerund(base), base, ING);
  // British doubling: "labelled", "cancelling".
  if (/[aeiou]l$/.test(base) && !/[aeiou]{2}l$/.test(base)) {
    add(`${base}led`, base, PAST | PARTICIPLE);
    add(`${base}ling`, base, ING);
  }
}
add('learnt', 'learn', PAST | PARTICIPLE);
add('burnt', 'burn', PAST | PARTICIPLE);
add('leant', 'lean', PAST | PARTICIPLE);
add('mislead', 'mislead', BASE);
add('got', 'get', PAST | PARTICIPLE);

const PREFIX = /^(?:re-|mis-|un-|over-|under-|pre-|co-|de-|re|mis|un|over|under|pre|co|de)(?=[a-z]{3})/;

/**
 * The verb that a lower-case word can be a form of: from the table, with a prefix taken off ("re-ran", "mistagged"), or by its
 * ending where `guess` is set. Undefined for words that are no verbs.
 */
export function verbForm(word: string, guess = true): VerbForm | undefined {
  return table.get(word) ?? derived(word) ?? (guess ? byEnding(word) : undefined);
}

function derived(word: string): VerbForm | undefined {
  const prefix = PREFIX.exec(word);
  if (prefix) {
    const rest = table.get(word.slice(prefix[0].length));
    if (rest && rest.base.length > 2) return { base: prefix[0] + rest.base, forms: rest.forms };
  }
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) {
    const rest = table.get(word.slice(hyphen + 1));
    if (rest && (rest.forms & (PAST | PARTICIPLE | ING | THIRD)) !== 0 && rest.forms < BASE + THIRD + PAST)
      return { base: `${word.slice(0, hyphen + 1)}${rest.base}`, forms: rest.forms };
  }
  return undefined;
}

function byEnding(word: string): VerbForm | undefined {
  if (word.length < 5) return undefined;
  if (word.endsWith('ed') && !word.endsWith('eed')) return { base: stem(word.slice(0, -2)), forms: PAST | PARTICIPLE };
  if (word.endsWith('ing') && VOWEL.test(word.slice(0, -3))) return { base: stem(word.slice(0, -3)), forms: ING };
  return undefined;
}

/** Guesses the base from what is left without -ed or -ing. */
function stem(rest: string): string {
  if (table.get(rest)?.base === rest) return rest;
  if (rest.endsWith('i')) return `${rest.slice(0, -1)}y`;
  if (/([bdfgklmnprtvz])\1$/.test(rest) && !/(?:ll|ss|ff|zz)$/.test(rest)) return rest.slice(0, -1);
  if (
    /(?:[aeiou][bcdgkmnprstuvz]|[^aeiou]l|[rlnu][cgsv]|u)$/.test(rest) &&
    !/(?:er|en|on|or|it|et|el|al|ow)$/.test(rest)
  )
    return `${rest}e`;
  return rest;
}

/** Singular of a noun by its ending; the word itself where it is none. */
export function singularOf(low: string): string {
  const irregular = IRREGULAR_PLURALS.get(low);
  if (irregular) return irregular;
  if (low.length < 4 || !low.endsWith('s') || low.endsWith('ss') || low.endsWith('us') || low.endsWith('is'))
    return low;
  if (low.endsWith('ies') && low.length > 4) return `${low.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses|zes)$/.test(low)) return low.slice(0, -2);
  return low.slice(0, -1);
}
