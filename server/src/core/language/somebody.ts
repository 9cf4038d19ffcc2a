import { isBlamable } from './actors.ts';
import type { NounPhrase } from './chunks.ts';
import type { Glance } from './glance.ts';
import { SERVICE_DEPARTMENTS } from './lexicon/people.ts';
import { words } from './lexicon/words.ts';
import { COMMON_SHAPE, DEPARTMENT_LIKE } from './names.ts';
import { Phrases } from './phrases.ts';
import type { Sentence } from './sentence.ts';
import type { Token } from './tokens.ts';
import {
  ADJECTIVE,
  ADJECTIVE_ENDING,
  ADVERB,
  BLAMABLE,
  FIRST_NAME,
  isServed,
  OTHERS,
  OURS,
  SOCIAL,
  SYSTEM_NAME,
  SYSTEM_NOUN,
} from './word.ts';

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
  glance.blamable ??= (glance.classes & BLAMABLE) !== 0 || isNamed(glance) || GROUPS.isIn(glance);
  return glance.blamable;
}

/** The same, with ourselves. */
export function mayNameOneOfUs(glance: Glance): boolean {
  return (glance.classes & OURS) !== 0 || mayNameBlamable(glance);
}

/** The same, with those outside: customers, companies, attackers. */
export function mayNameSomebody(glance: Glance): boolean {
  glance.somebody ??= (glance.classes & (SOCIAL | OURS | OTHERS)) !== 0 || mayNameBlamable(glance);
  return glance.somebody;
}

/** Has a sentence's glance say who is named now that its grammar is read: most words that may stand for somebody do not. */
export function settleSomebody(s: Sentence): void {
  const { glance } = s;
  glance.blamable = false;
  glance.somebody = false;
  for (const phrase of s.phrases) {
    for (let one: NounPhrase | undefined = phrase; one; one = one.possessor) {
      const actor = s.actor(one, true);
      if (actor.kind === 'system') continue;
      glance.somebody = true;
      if (isBlamable(actor) || actor.kind === 'nobody' || actor.kind === 'anybody') {
        glance.blamable = true;
        return;
      }
    }
  }
  for (let i = s.from; i < s.to; i++) {
    const { tag, low } = s.tokens[i]!;
    if (tag !== 'possessive' && tag !== 'wh') continue;
    if (/^(?:his|her|their|your|who|whose|whom|whoever|whomever)$/.test(low)) glance.blamable = true;
    if (glance.blamable || /^(?:my|our)$/.test(low)) glance.somebody = true;
  }
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
    if ((token.low === 'our' || token.low === 'own') && next && isServed(next.word.singular)) return true;
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
