import { isBlamable } from '../../language/actors.ts';
import type { NounPhrase } from '../../language/chunks.ts';
import { ACT_NOUNS, ERROR_NOUNS, KNOWLEDGE_NOUNS, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import { TITLES } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { bodyStart, sentenceEnd } from '../reading/extent.ts';
import { personEnd } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';

/** What people make, and what may be said to be theirs: "a script of the storage group". */
const MADE_THINGS = words(
  `script patch change config configuration template query edit push deploy release entry spreadsheet rule manoeuvre maneuver operation step action assessment estimate decision`,
);

/**
 * "A rushed upgrade by the platform group left the fleet on two versions": the thing stays, whom it came from goes, and nothing else of
 * the sentence is touched.
 */
export function cameFromDrafts(s: Sentence): Draft[] {
  const fronted = frontedParticiple(s);
  if (fronted) return fronted;
  return s.phrases.flatMap((phrase) => {
    const source = sourceAt(s, phrase);
    const thing = source && s.phrases.findLast((p) => p.to <= source && p.to > bodyStart(s));
    if (!source || !thing || !isThing(s, thing, source)) return [];
    const to = personEnd(s, phrase);
    // What is told of the person would hang in the air.
    if (/^(?:verb|wh|that)$/.test(s.tokens[to]?.tag ?? '') && s.tokens[to]!.low.endsWith('ing')) return [];
    // "a reviewer who was elsewhere" is no more than the person.
    const who = s.clauses.find((c) => c.verb.from >= phrase.to && c.verb.from < to);
    if (who?.verb.lemma === 'be' && s.low(who.verb.from - 1) === 'who' && s.tokens[who.verb.to]?.tag === 'adverb')
      return told(s, thing, source, to);
    if (/^(?:who|whose|with|without|having)$/.test(s.low(s.tokens[to]?.text === ',' ? to + 1 : to))) return [];
    for (let i = phrase.to; i < to; i++) if (/^(?:who|that)$/.test(s.low(i))) return [];
    return told(s, thing, source, to);
  });
}

/** "Introduced by an analyst in IT, the faulty table hit every quote": the participle goes with the person. */
function frontedParticiple(s: Sentence): Draft[] | undefined {
  const body = bodyStart(s);
  const phrase = s.low(body + 1) === 'by' && /(?:ed|en|own|ut)$/.test(s.low(body)) ? s.phraseAt(body + 2) : undefined;
  if (!phrase || !isBlamable(s.actor(phrase, true))) return undefined;
  const comma = personEnd(s, phrase);
  const subject = s.tokens[comma]?.text === ',' ? s.phraseAt(comma + 1) : undefined;
  if (!subject) return undefined;
  const end = sentenceEnd(s);
  return [{ from: body, to: end, parts: [kept(s, comma + 1, end, false), ', and [which check] did not stop it'] }];
}

function told(s: Sentence, thing: NounPhrase, source: number, to: number): Draft[] {
  // ", pushed by one of the lads,": the participle goes, too, where nothing else is said of it.
  const participle =
    s.tokens[source - 1]!.tag === 'verb' &&
    s.tokens[source - 2]?.text === ',' &&
    /^(?:$|[,.])/.test(s.tokens[to]?.text ?? '')
      ? 1
      : 0;
  const comma = s.tokens[source - participle - 1]!.text === ',' ? 1 : 0;
  const said: Part[] = [kept(s, thing.from, source - participle - comma, false)];
  const plain: Draft = { from: thing.from, to: comma === 1 && s.tokens[to]?.text === ',' ? to + 1 : to, parts: said };
  const stopped = thing.to === source && thing.preposition === undefined && to < sentenceEnd(s);
  return stopped ? [{ ...plain, parts: [...said, 'that [which check] did not stop'] }, plain] : [plain];
}

function isThing(s: Sentence, thing: NounPhrase, source: number): boolean {
  const head = singular(s.low(thing.head));
  if (s.tokens[thing.head]!.tag !== 'noun' || isBlamable(s.actor(thing))) return false;
  if (VIRTUE_NOUNS.has(head) || KNOWLEDGE_NOUNS.has(head)) return false;
  return s.low(source) !== 'of' || ERROR_NOUNS.has(head) || ACT_NOUNS.has(head) || MADE_THINGS.has(head);
}

/** Where the words begin that tell whom something came from: "by", "from", "courtesy of", "thanks to"; undefined where there are none. */
function sourceAt(s: Sentence, phrase: NounPhrase): number | undefined {
  const { preposition } = phrase;
  if (preposition === undefined || preposition <= bodyStart(s) + 1) return undefined;
  const person = isBlamable(s.actor(phrase, true)) || TITLES.has(s.low(phrase.head));
  if (!person || s.tokens[phrase.head]!.tag === 'pronoun') return undefined;
  const link = `${s.low(preposition - 1)} ${s.low(preposition)}`;
  if (/^(?:courtesy of|thanks to)$/.test(link)) return preposition - 1;
  if (s.textOf(Math.max(s.from, preposition - 3), preposition + 1).toLowerCase() === 'at the hands of')
    return preposition - 3;
  return /^(?:by|from|of)$/.test(s.low(preposition)) ? preposition : undefined;
}
