import { stemOf } from './stems.ts';

/** More than this says nothing about causes and only costs time. */
const MOST_SENTENCES = 200;

/** The sentences of a text, as many as count, each by the stems of its words. */
export function stemsOf(text: string): string[][] {
  return text
    .split(/[.!?;:\n](?=\s|$)|\n/)
    .filter((sentence) => sentence.trim() !== '')
    .slice(0, MOST_SENTENCES)
    .map(stemsIn);
}

/** The words of a sentence by their stems; names in code also by their parts: "livenessProbe", "PostgreSQL". */
function stemsIn(sentence: string): string[] {
  return (sentence.replace(/(\d)[,.](?=\d)/g, '$1').match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    const stem = stemOf(word.toLowerCase());
    const parts = word.replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1$3 $2$4');
    return parts === word ? stem : [stem, ...parts.toLowerCase().split(' ').map(stemOf)];
  });
}
