import type { People } from '../model/postmortem.ts';
import { applyEdits, replace } from '../text/edit.ts';

/** How a role of the incident reads in a sentence. Who wrote or reviewed the document had no part in the incident by that. */
const ROLE_NAMES: Readonly<Record<string, string>> = {
  'incident-commander': 'the incident commander',
  'on-call': 'the on-call engineer',
  manager: 'the engineering manager',
  scribe: 'the scribe',
  responder: 'a responder',
};
const ANYBODY = 'a responder';

/** First names that are words, too: alone they are left where they stand. */
const WORD_NAMES = new Set(
  'April Art August Bill Chase Dawn Drew Frank Grace Hope Jack June Mark Max May Pat Ray Rich Rob Rose Sue Will'.split(
    ' ',
  ),
);
/** A title goes with the name behind it. */
const TITLE = '(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof)\\.? )?';
const NAME_START = new RegExp(`^${TITLE}@?`);
/** Mentions that name no person. */
const GROUP_MENTIONS = /^(?:channel|here|everyone|all|team)$/i;

/** Names of people and the roles that stand for them. */
export interface Roles {
  /** "the incident commander", "a responder": the role of a person, however the name is written. */
  of(name: string): string;
  /** Where people are named in a text, in order, with the word to write there: the role, in upper case where a sentence starts. */
  places(text: string): readonly { readonly start: number; readonly end: number; readonly role: string }[];
  /** The text with every known name and every mention replaced, and what was replaced, each once. */
  replace(text: string): { readonly text: string; readonly replaced: readonly string[] };
}

export interface RoleOptions {
  /** People the document does not name. */
  readonly others?: Iterable<string>;
  /** What stands for those whose role is not known. */
  readonly anybody?: string;
  /** Whether handles that nobody is known by (`@maria`) are people, too. */
  readonly unknownHandles?: boolean;
}

/** The roles of the people a document names and of those in `others`. */
export function rolesOf(
  people: People,
  { others = [], anybody = ANYBODY, unknownHandles = true }: RoleOptions = {},
): Roles {
  const known = [...people.roles].filter(([role]) => ROLE_NAMES[role]);
  const of = (name: string) => {
    const found = known.find(([, person]) => isSamePerson(person, name));
    return found ? ROLE_NAMES[found[0]]! : anybody;
  };
  const forms = new Map<string, string>();
  for (const name of [...people.names, ...people.roles.values(), ...others])
    for (const form of formsOf(name)) if (!forms.has(form)) forms.set(form, of(name));
  const words = [...forms.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => `${TITLE}@?${escapeForPattern(word)}`);
  const alternatives = unknownHandles ? [...words, '@[\\p{L}_][\\p{L}\\p{N}_.-]{1,40}'] : words;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_@./-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}_]|[.@]\\p{L})`,
    'gu',
  );
  const places = (text: string) =>
    [...(alternatives.length > 0 ? text.matchAll(pattern) : [])].flatMap(({ 0: written, index: start }) => {
      const name = bareName(written).replace(/(?<![.-])[.-]+$/, '');
      if (written.startsWith('@') && GROUP_MENTIONS.test(name)) return [];
      const role = forms.get(name) ?? of(name);
      const end = start + written.indexOf(name) + name.length;
      return [{ start, end, role: startsSentence(text, start) ? capitalized(role) : role }];
    });
  return {
    of,
    places,
    replace(text) {
      const found = places(text);
      const edits = found.map(({ start, end, role }) => replace({ start, end }, role));
      return {
        text: applyEdits(text, edits),
        replaced: [...new Set(found.map(({ start, end }) => text.slice(start, end)))],
      };
    },
  };
}

/** A name without the title or the sign of a mention in front of it. */
export function bareName(written: string): string {
  return written.replace(NAME_START, '');
}

/** Whether two ways of writing a name can mean one person: "Ana Ruiz", "@ana.ruiz", "aruiz", "Ana". */
export function isSamePerson(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return false;
  if (left.join('') === right.join('')) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length > 1 || long.length === 1) return false;
  const initial = long[0]!.charAt(0) + long.at(-1)!;
  return (
    short[0] === long[0] ||
    short[0] === long.at(-1) ||
    short[0] === initial ||
    short[0] === long[0]! + long.at(-1)!.charAt(0)
  );
}

/** The first letter in upper case. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/^@/, '')
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The name in full, the first name alone where it can be nothing else, and a handle written as a name ("ana" is "Ana", too). */
function formsOf(name: string): string[] {
  const full = name.replace(/^@/, '').trim();
  if (full.length < 2) return [];
  const first = /^\p{Ll}{3,}$/u.test(full) ? capitalized(full) : full.split(' ')[0]!;
  const alone = first !== full && first.length > 2 && /^\p{Lu}/u.test(first) && !WORD_NAMES.has(first);
  return alone ? [full, first] : [full];
}

/** Behind the end of a sentence, a colon, a line end, or the dash between a time and what happened. */
function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:]\s+|\n\s{0,8}|\d\W{0,4}[-–—]\s)$/.test(text.slice(Math.max(0, at - 8), at));
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
