import type { Sentence } from '../../language/sentence.ts';
import { isPluralPhrase, objectAfter } from '../reading/phrases.ts';
import type { Part } from './compose.ts';
import { gerund, participle } from './inflect.ts';
import { kept } from './neutral.ts';

/** Kept words, with "before he hit merge" as "before hitting merge": whoever does it needs no name. */
export function withoutPronoun(s: Sentence, from: number, to: number): Part[] {
  for (let i = from + 1; i < to - 1; i++) {
    if (!/^(?:he|she|you|they)$/.test(s.low(i)) || !/^(?:before|after|when|while)$/.test(s.low(i - 1))) continue;
    let verb = i + 1;
    while (verb < to && s.tokens[verb]!.tag === 'adverb') verb++;
    if (s.tokens[verb]?.tag !== 'verb') continue;
    const { lemma } = s.tokens[verb]!;
    if (lemma === 'be' || lemma === 'have') continue;
    return [kept(s, from, i, false), gerund(lemma), kept(s, verb + 1, to, false)];
  }
  return [kept(s, from, to, false)];
}

/** Kept words, with "before opening a ticket" as "before a ticket was opened": nobody is left to open it. */
export function withoutOpener(s: Sentence, from: number, to: number): Part[] {
  for (let i = from; i < to - 2; i++) {
    const verb = s.tokens[i + 1]!;
    if (!/^(?:before|until|after)$/.test(s.low(i)) || verb.tag !== 'verb' || !verb.low.endsWith('ing')) continue;
    const object = objectAfter(s, i + 2);
    const plural = object && isPluralPhrase(s, object);
    if (!object || plural === undefined || object.to > to) continue;
    return [
      kept(s, from, i + 1, false),
      kept(s, object.from, object.to, false),
      `${plural ? 'were' : 'was'} ${participle(verb.lemma)}`,
      kept(s, object.to, to, false),
    ];
  }
  return [kept(s, from, to, false)];
}
