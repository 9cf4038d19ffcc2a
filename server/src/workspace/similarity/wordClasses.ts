import { WORD_CLASSES } from './mechanismVocabulary.ts';
import { PhraseBook } from './phraseBook.ts';
import { stemOf } from './stems.ts';

const classes = new PhraseBook<string>();
for (const [name, list] of Object.entries(WORD_CLASSES)) for (const text of listed(list)) classes.add(text, `~${name}`);

/** The words and phrases of a list by their stems, those of the word classes it names included. */
export function listed(list: string): Set<string> {
  return new Set(wordsOf(list).map((word) => word.split(/[ -]/).map(stemOf).join(' ')));
}

/** The classes that words and phrases of a sentence, given by its stems, belong to: `~cert`. */
export function classesIn(stems: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const { values } of classes.in(stems)) for (const name of values) names.add(name);
  return names;
}

function wordsOf(list: string): string[] {
  return [...list.matchAll(/"([^"]+)"|~(\S+)|(\S+)/g)].flatMap(([, phrase, name, word]) =>
    name === undefined ? [phrase ?? word!] : wordsOf(WORD_CLASSES[name]!),
  );
}
