import { isBlamable } from '../../language/actors.ts';
import { words } from '../../language/lexicon/words.ts';
import { BASE, verbForm } from '../../language/morphology.ts';
import { Passage, type Sentence } from '../../language/sentence.ts';
import { bodyStart, isFiniteClause } from '../reading/extent.ts';

/** What nobody makes possible for somebody: states, not acts. */
const STATIVE = words(
  `be have want owe own possess know prefer like need feel hear belong deserve think hope wish seem consist contain matter face come die stay remain`,
);

/** Words in front of nouns, of which one is enough. */
const ARTICLES = /^(?:a|an|the|every|our|their|your|my)$/;

/** Words that something has to follow. */
const LEANING =
  /^(?:a|an|the|and|or|but|of|by|from|into|because|since|that|than|as|although|while|which|who|whose|nor)$/;

/** Forms of verbs that no form of "be", no "to" and no "not" stands in front of. */
const FINITE = /^(?:was|were|is|are|had|has|did|does|would|will|can|could|should)$/;

/**
 * How often a rewritten sentence does not read as English, told from its words and tags where the original does read so: two
 * articles, two finite verbs in a row, a verb that nobody could do, a word that leans on nothing, a mark that is not closed. `text` is
 * visible text, fill-ins in brackets.
 */
export function flawsIn(text: string, original: Sentence): number {
  const before = flawsOf(original);
  const rewritten = sentenceOf(text, original);
  const after = flawsOf(rewritten);
  let flaws = 0;
  for (const [flaw, count] of after) flaws += Math.max(0, count - (before.get(flaw) ?? 0));
  // A sentence that has become a heading.
  const isSentence = original.clauses.some((c) => c.ownSubject && isFiniteClause(c));
  const { tokens } = rewritten;
  if (isSentence && !tokens.some(({ tag, low }) => /^(?:verb|aux|modal)$/.test(tag) || saysIt(low))) flaws++;
  return flaws;
}

/** The text as one sentence, with a word for each fill-in. */
function sentenceOf(text: string, { context }: Sentence): Sentence {
  const filled = text
    .replace(/ ?\(\[[^\][]{0,120}\]\)/g, '')
    .replace(/\[(?:where|how|from what|for which reason)\]/g, 'there')
    .replace(/\[([^\][]{0,120})\]/g, (_, fill: string) => (/^[A-Z]/.test(fill) ? 'Something' : 'something'));
  return new Passage(filled, [], context, 'one').sentence(0)!;
}

function flawsOf(s: Sentence): Map<string, number> {
  const flaws = new Map<string, number>();
  const add = (flaw: string): unknown => flaws.set(flaw, (flaws.get(flaw) ?? 0) + 1);
  let open = 0;
  let quotes = 0;
  for (let i = s.from; i < s.to; i++) {
    const { low, text, tag } = s.tokens[i]!;
    const next = s.low(i + 1);
    if (text === '(') open++;
    if (text === ')') open--;
    if (/^["“”]$/.test(text)) quotes++;
    if (ARTICLES.test(low) && (ARTICLES.test(next) || next === 'something')) add('two articles');
    if (low === next && tag !== 'punctuation' && tag !== 'number' && !/^(?:that|had)$/.test(low)) add('a word twice');
    if (/^(?:be|been|was|were|is|are|to|not)$/.test(low) && FINITE.test(next)) add('two verbs');
    const ends = next === '' || /^[,.;:!?)]$/.test(s.tokens[i + 1]!.text);
    if (ends && low === 'part' && s.low(i - 1) === 'the' && s.low(i - 2) === 'on') add('nobody on whose part');
    if (low === 'willing' && /^(?:no|not)$/.test(next)) add('a will without a verb');
    if (LEANING.test(low) && ends) add('leans on nothing');
    if (/^(?:himself|herself|themselves)$/.test(low) || (low === 'oneself' && next === 'to'))
      add('nobody to be oneself');
    if (low === 'lack' && /^(?:lacking|having|received|had|has|have|with|no)$/.test(s.low(i - 2)))
      add('to have a lack');
    if (low === 'from' && s.low(i - 1) === 'anyone' && STATIVE.has(s.tokens[i + 1]?.lemma ?? '')) add('a state');
    const safeguard =
      low === 'a' && /^(?:missing (?:safeguard|input|configuration)|step that)$/.test(`${next} ${s.low(i + 2)}`);
    if (
      safeguard &&
      i > bodyStart(s) &&
      s.phrases.some((p) => p.to === i && p.preposition === undefined && s.tokens[p.head]!.tag === 'noun')
    )
      add('two nouns');
    const opensFrame = /^(?:something|nothing|it)$/.test(low) && /^(?:was|is|did|does|in)$/.test(next);
    const allows = low === 'the' && /^allow(?:s|ed)$/.test(s.low(i + (/^(?:release|review)$/.test(next) ? 3 : 2)));
    if (allows && isLeftOver(s, i)) add('a subject without a verb');
    if (opensFrame && isLeftOver(s, i)) add('a subject without a verb');
    if (opensFrame && /^(?:what|who)$/.test(s.low(i - 1))) add('two subjects');
    if (low === 'to' && /^(?:possible|anyone|easy)$/.test(s.low(i - 1))) {
      let verb = i + 1;
      while (s.tokens[verb]?.tag === 'adverb') verb++;
      const token = s.tokens[verb];
      if (!token || verb >= s.to || token.kind !== 'word') add('no verb');
      else if (token.tag === 'verb' && token.forms !== 0 && (token.forms & BASE) === 0) add('no base form');
      else if (/^(?:determiner|possessive|pronoun|preposition|not)$/.test(token.tag)) add('no verb');
      else if (STATIVE.has(token.low)) add('a state');
      // "to take." what?
      else if (
        /^(?:take|make|give|put|bring|use)$/.test(token.low) &&
        /^(?:$|[.,;])/.test(s.tokens[verb + 1]?.text ?? '')
      )
        add('no object');
    }
  }
  if (open !== 0) add('open bracket');
  if (quotes % 2 === 1) add('open quote');
  const [first] = s.tokens;
  if (first && /^(?:and|or|but|which|who|whose|of|,)$/.test(first.low)) add('begins in the middle');
  for (const clause of s.clauses) {
    if (clause.ownSubject || !isFiniteClause(clause) || clause.relative || clause.subject.length > 0) continue;
    if (clause.verb.from > s.from && s.tokens[clause.verb.from - 1]!.text === ',') add('no subject');
  }
  return flaws;
}

/** A verb, whatever it was read as, or a fill-in, which may hold one. */
function saysIt(low: string): boolean {
  return low === 'something' || verbForm(low, false) !== undefined;
}

/** "three engineers it was possible to …": a subject in front of a frame that has one of its own. */
function isLeftOver(s: Sentence, at: number): boolean {
  const phrase = s.phrases.find((p) => p.from < at && p.to >= at);
  if (!phrase) return false;
  if (isBlamable(s.actor(phrase))) return true;
  return (
    phrase.preposition === undefined &&
    s.tokens[phrase.head]!.kind === 'word' &&
    !/(?:time|day|night|week|month|year|shift|hour|minute|morning|evening|afternoon|moment)$/.test(
      s.low(phrase.head),
    ) &&
    (phrase.from === s.from || /^(?:punctuation|conjunction)$/.test(s.tokens[phrase.from - 1]!.tag))
  );
}
