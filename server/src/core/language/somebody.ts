import { COMMON_SHAPE, DEPARTMENT_LIKE, isTypedName } from './actors.ts';
import { Clue, type Glance } from './glance.ts';
import {
  AMBIGUOUS_NOUNS,
  ANYBODY,
  ATTACKERS,
  CUSTOMERS,
  DEPARTMENTS,
  NOBODY,
  ORGANISATION_NAMES,
  ORGANISATIONS,
  ROLE_NOUNS,
  SELF,
  SERVICE_DEPARTMENTS,
  SOMEBODY,
  TEAM_NOUNS,
  THEY,
  THIRD_PERSON,
  TITLES,
  WE,
  YOU,
} from './lexicon/people.ts';
import { words } from './lexicon/words.ts';
import { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import { FIRST_NAME, SYSTEM_NAME, SYSTEM_NOUN, singular } from './word.ts';

/** Shapes of words for people, and of names made of several words: "geophysicist", "repairman", "night-ops", "payments-engineer". */
function isShapedLikePeople(low: string): boolean {
  if (/[a-z]{3}(?:icist|ologist|ician|aticist|ographer)$|(?:man|men|woman|women|person|people|folks)$/.test(low))
    return true;
  if (isTypedName(low)) return true;
  const hyphen = low.lastIndexOf('-');
  if (hyphen <= 0) return false;
  const last = singular(low.slice(hyphen + 1));
  return /^(?:eng|ops|team|infra|platform|sre|qa|devs)$/.test(last) || ROLE_NOUNS.has(last) || TEAM_NOUNS.has(last);
}

const BLAMABLE = new Clue(
  [
    ROLE_NOUNS,
    AMBIGUOUS_NOUNS,
    TEAM_NOUNS,
    DEPARTMENTS,
    SERVICE_DEPARTMENTS,
    TITLES,
    YOU,
    THIRD_PERSON,
    THEY,
    NOBODY,
    ANYBODY,
    SOMEBODY,
    words(`who whom whose board on-call oncall ic`),
  ],
  isShapedLikePeople,
);
const OTHERS = new Clue([SELF, WE, ATTACKERS, CUSTOMERS, ORGANISATIONS, ORGANISATION_NAMES]);

/** What stands for people only beside another word. */
const GROUPS = new Phrases(`
  first|second|third|1st|2nd|3rd line|level|tier
  control|operations|ops|switch|news|dispatch|war|crisis|engine|emergency room
  no|neither one
`);

/** Quantities that stand for people where nothing follows that they count: "and both forgot". */
const QUANTITIES = words(`both each all some those neither`);

/** Whether the words leave it possible that somebody is spoken of whom blame can be put on: people, teams, "nobody". */
export function mayNameBlamable(glance: Glance): boolean {
  glance.somebody ??= BLAMABLE.isIn(glance) || isNamed(glance) || GROUPS.isIn(glance);
  return glance.somebody;
}

/** The same, with ourselves and those outside: customers, companies, attackers. */
export function mayNameSomebody(glance: Glance): boolean {
  return OTHERS.isIn(glance) || mayNameBlamable(glance);
}

function isNamed({ tokens, from, to, context }: Glance): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind === 'handle' || context.isPartOfName(token.low)) return true;
    if (
      token.capital &&
      token.word.closed === undefined &&
      (i > from || mayOpenWithName(tokens, i, to)) &&
      !isProduct(token)
    )
      return true;
    if (QUANTITIES.has(token.low)) {
      const next = i + 1 < to ? tokens[i + 1]! : undefined;
      if (!next || next.kind !== 'word' || next.word.closed !== undefined || next.word.form) return true;
    }
  }
  return false;
}

/** Names of products that no person bears. */
function isProduct({ word }: Token): boolean {
  return word.is(SYSTEM_NAME) && !word.is(FIRST_NAME);
}

/** At the start of a sentence any word has a capital: whether this one, or the group of words that it begins, can be a name. */
function mayOpenWithName(tokens: readonly Token[], at: number, to: number): boolean {
  const { word } = tokens[at]!;
  if (!word.is(SYSTEM_NOUN) && !COMMON_SHAPE.test(word.low)) return true;
  if (word.is(FIRST_NAME)) return true;
  for (let i = at; i < Math.min(to, at + 5); i++) if (DEPARTMENT_LIKE.test(tokens[i]!.low)) return true;
  return false;
}
