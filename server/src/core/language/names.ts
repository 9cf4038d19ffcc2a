import { isFirstName } from './lexicon/firstNames.ts';
import { ROLE_NOUNS, TEAM_NOUNS } from './lexicon/people.ts';
import { SYSTEM_NAMES, SYSTEM_NOUNS } from './lexicon/systems.ts';
import { words } from './lexicon/words.ts';
import { singularOf } from './morphology.ts';

/** First names that are words as well; in lower case they are the word. */
const WORDLIKE_NAMES = words(`
  data iris crystal ruby ace star sky storm river forest angel melody harmony destiny chance chase hunter mason cooper carter parker
  miles major king prince duke judge baron china india asia paris london houston austin phoenix delta echo nova luna aurora stella ivy
  lily rose violet olive basil sage ginger pepper candy honey cookie brandy sherry amber jade pearl opal coral sandy misty stormy rain
  autumn summer winter dawn eve april may june august love joy hope faith grace mercy patience charity christian denim guy buck
  buddy junior rusty dusty rocky cliff dale glen heath ridge brook lake bay clay stone flint jet ray sol max min art gene nick rich
  bill mark grant pierce lance rod peg tab trace skip chip dot ash reed page port wade drew sue pat rob don jack dean frank will
  son van long young han an my mac mia case chad dell ester finn gale hale ion jan kit les lee lex marc nell orion otto pablo
  quest rio sam tad ty val web wes worth zion cash city story sunny true blue noble royal saint legend memory season cedar
  ever even else any all one sun moon ocean wolf fox bear hawk raven robin wren lark dove swan finch jay martin drake
  dash link path merit unique precious darling early ella ellen general loyal lucky price royce scout shade sterling tiny
`);

/** Whether a word in lower case is a first name: people type them so in a chat. */
export function isTypedName(low: string): boolean {
  return (
    low.length > 2 &&
    isFirstName(low) &&
    !WORDLIKE_NAMES.has(low) &&
    !SYSTEM_NAMES.has(low) &&
    !SYSTEM_NOUNS.has(singularOf(low))
  );
}

/** Shapes of words for people, and of names made of several words: "geophysicist", "repairman", "night-ops", "payments-engineer". */
export function isShapedLikePeople(low: string): boolean {
  if (/[a-z]{3}(?:icist|ologist|ician|aticist|ographer)$|(?:man|men|woman|women|person|people|folks)$/.test(low))
    return true;
  if (isTypedName(low)) return true;
  const hyphen = low.lastIndexOf('-');
  if (hyphen <= 0) return false;
  const last = singularOf(low.slice(hyphen + 1));
  return /^(?:eng|ops|team|infra|platform|sre|qa|devs)$/.test(last) || ROLE_NOUNS.has(last) || TEAM_NOUNS.has(last);
}

/** Endings of nouns that departments are named with: "Data protection", "Release planning". */
export const DEPARTMENT_LIKE =
  /(?:tion|sion|ment|ance|ence|ity|ics|ops|planning|engineering|testing|training|transport|control|services|desk|care|payments|affairs)$/;

/** Shapes of common nouns that sentences begin with: "Things", "Maintenance", "Behaviour". */
export const COMMON_SHAPE =
  /(?:[^s]s|tion|sion|ment|ness|ity|ance|ence|ing|our|age|ure|ism|ory|th|sis|ics|ack|load|time|down|ware|base|flow|put)$/;
