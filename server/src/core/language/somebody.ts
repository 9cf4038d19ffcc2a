import { COMMON_SHAPE, DEPARTMENT_LIKE, isTypedName } from './actors.ts';
import { Clue, type Glance } from './glance.ts';
import {
  AMBIGUOUS_NOUNS,
  ANYBODY,
  ATTACKERS,
  CUSTOMERS,
  DEPARTMENTS,
  HUMAN_BY_DEFAULT,
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
import { union, words } from './lexicon/words.ts';
import { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import { ADJECTIVE, ADJECTIVE_ENDING, ADVERB, FIRST_NAME, SYSTEM_NAME, SYSTEM_NOUN, singular } from './word.ts';

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

/** Those whom a system serves are not blamed, unless they are our own. */
const SERVED = words([...CUSTOMERS].filter((word) => !HUMAN_BY_DEFAULT.has(word)).join(' '));

const BLAMABLE = new Clue(
  [
    words(
      [...union(ROLE_NOUNS, AMBIGUOUS_NOUNS, TEAM_NOUNS, DEPARTMENTS)].filter((word) => !SERVED.has(word)).join(' '),
      `who whom whose board on-call oncall ic`,
    ),
    TITLES,
    YOU,
    THIRD_PERSON,
    THEY,
    NOBODY,
    ANYBODY,
    SOMEBODY,
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
      (token.word.closed === undefined || ACRONYM.test(token.text)) &&
      mayBeName(tokens, i, from, to)
    )
      return true;
    const next = i + 1 < to ? tokens[i + 1]! : undefined;
    if (QUANTITIES.has(token.low) && !(next && (isNoun(next) || next.word.is(ADJECTIVE | ADJECTIVE_ENDING))))
      return true;
    if ((token.low === 'our' || token.low === 'own') && next && SERVED.has(next.word.singular)) return true;
  }
  return false;
}

/** Departments that would be small words in small letters. */
const ACRONYM = /^(?:IT|US|AM)$/;
/** Behind these stands no name of somebody whom no list knows. */
const DETERMINERS = words(`the a an our its each every`);
const isDeterminer = ({ text }: Token): boolean => DETERMINERS.has(text);
/** Names written like code are products or hosts, but for short ones and "McKay". */
const CODE = /[0-9]|^[A-Z]{5,}$|[a-z][A-Z]/;
const PREFIXED = /^(?:Mc|Mac|O'|D'|De|Di|La|Le|Van)[A-Z]/;

/** Whether a word with a capital can be a name of people or a department, or begin one. */
function mayBeName(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  const { text, word } = tokens[at]!;
  // "Data protection", but not "Kafka topics": what nouns mean the last of them says.
  let end = at + 1;
  for (; end < to && isNoun(tokens[end]!); end++) if (DEPARTMENT_LIKE.test(tokens[end]!.low)) return true;
  if (end > at + 1) return false;
  if (SERVICE_DEPARTMENTS.has(word.low)) return true;
  if (word.is(FIRST_NAME)) return true;
  if (word.is(SYSTEM_NAME | SYSTEM_NOUN) || (at > from && isDeterminer(tokens[at - 1]!))) return false;
  if (DEPARTMENT_LIKE.test(word.low)) return true;
  if (CODE.test(text)) return PREFIXED.test(text);
  // At the start of a sentence any word has a capital.
  return at > from || !COMMON_SHAPE.test(word.low);
}

/** Whether a word can be nothing but a noun or name. */
function isNoun({ kind, word }: Token): boolean {
  return (
    kind === 'word' &&
    word.closed === undefined &&
    word.form === undefined &&
    !word.is(ADJECTIVE | ADJECTIVE_ENDING | ADVERB)
  );
}
