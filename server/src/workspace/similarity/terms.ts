import { stemOf } from './stems.ts';
import { CIRCUMSTANCES, MEANINGS, NOISE } from './vocabulary.ts';

/** How often each term occurs in a text: stems, meanings (`~exhaust`) and two meanings in one sentence (`~connection+exhaust`). */
export type Terms = ReadonlyMap<string, number>;

/** More than this says nothing about causes and only costs time. */
const MOST_SENTENCES = 200;

const noise = new Set(NOISE.split(' '));
const { meaningsOfStem, phrasesByFirstWord } = readMeanings();

/** The terms of a text. A word that carries a meaning counts as the meaning, not as itself. */
export function termsOf(text: string): Terms {
  const terms = new Map<string, number>();
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const sentence of sentencesOf(text)) {
    const meanings = new Set<string>();
    for (const word of wordsOf(sentence)) {
      const stem = word.includes(' ') ? word : stemOf(word);
      const carried = meaningsOfStem.get(stem);
      if (carried) for (const meaning of carried) meanings.add(meaning);
      else if (word.length > 2 && !noise.has(word) && !/^\d/.test(word)) add(stem);
    }
    const sorted = [...meanings].sort();
    sorted.forEach((meaning, index) => {
      add(`~${meaning}`);
      // Two circumstances in one sentence are in every second document.
      for (const other of sorted.slice(index + 1))
        if (!CIRCUMSTANCES.has(meaning) || !CIRCUMSTANCES.has(other)) add(`~${meaning}+${other}`);
    });
  }
  return terms;
}

/** What a term is called when it is shown to a person. */
export function termName(term: string): string {
  return term.replace(/^[~=]/, '').replace('+', ' + ');
}

export function mechanismTerm(mechanism: string): string {
  return `=${mechanism}`;
}

export function isMechanism(term: string): boolean {
  return term.startsWith('=');
}

export function isPair(term: string): boolean {
  return term.startsWith('~') && term.includes('+');
}

export function isMeaning(term: string): boolean {
  return term.startsWith('~') && !term.includes('+');
}

/** Whether a term is a meaning that only tells the circumstances. */
export function isCircumstance(term: string): boolean {
  return term.startsWith('~') && CIRCUMSTANCES.has(term.slice(1));
}

/** The sentences of a text, as many as count. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?;:\n](?=\s|$)|\n/)
    .filter((sentence) => sentence.trim() !== '')
    .slice(0, MOST_SENTENCES);
}

/** The words of a sentence, phrases that carry a meaning joined to one word. */
function wordsOf(sentence: string): string[] {
  const words = (sentence.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).flatMap(partsOf);
  const joined: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const phrase = phrasesByFirstWord
      .get(words[index]!)
      ?.find((candidate) => candidate.every((word, offset) => words[index + offset] === word));
    joined.push(phrase?.join(' ') ?? words[index]!);
    if (phrase) index += phrase.length - 1;
  }
  return joined;
}

/** A compound that has no meaning of its own has that of its parts: "wall-clock", "OOM-killed". */
function partsOf(word: string): string[] {
  if (!word.includes('-') || meaningsOfStem.has(stemOf(word))) return [word];
  return word.split('-').filter((part) => part !== '');
}

function readMeanings() {
  const meaningsOfStem = new Map<string, string[]>();
  const phrasesByFirstWord = new Map<string, string[][]>();
  for (const [meaning, words] of Object.entries(MEANINGS)) {
    for (const [, phrase, word] of words.matchAll(/"([^"]+)"|(\S+)/g)) {
      if (phrase) {
        const parts = phrase.split(' ');
        phrasesByFirstWord.set(parts[0]!, [...(phrasesByFirstWord.get(parts[0]!) ?? []), parts]);
      }
      const stem = phrase ?? stemOf(word!);
      const before = meaningsOfStem.get(stem) ?? [];
      if (!before.includes(meaning)) meaningsOfStem.set(stem, [...before, meaning]);
    }
  }
  // The longest phrase counts.
  for (const phrases of phrasesByFirstWord.values()) phrases.sort((a, b) => b.length - a.length);
  return { meaningsOfStem, phrasesByFirstWord };
}
