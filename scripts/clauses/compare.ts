import type { NounPhrase } from '../../server/src/core/language/chunks.ts';
import { DocumentContext } from '../../server/src/core/language/context.ts';
import { Passage, type Sentence } from '../../server/src/core/language/sentence.ts';

/** A sentence and its finite clauses in order of their verbs: head of the subject, verb group, head of the object; `-` where there is none. */
export interface Gold {
  readonly text: string;
  readonly clauses: readonly (readonly [subject: string, verb: string, object: string])[];
}

/** A sentence read, beside what is right. */
export interface Compared {
  readonly text: string;
  /** Finite verbs by hand, found, and both. */
  readonly gold: number;
  readonly found: number;
  readonly both: number;
  /** Of both: with the right subject, with the right object. */
  readonly subjects: number;
  readonly objects: number;
  /** One line for each difference. */
  readonly differences: readonly string[];
}

/** Head words of what is read; heads that are as good are joined with a plus. */
interface Read {
  readonly subject: string;
  readonly verb: string;
  readonly object: string;
}

interface Reading {
  readonly clauses: readonly Read[];
  /** The verbs in -ing, which stand for a clause where one of them is a subject by hand. */
  readonly gerunds: ReadonlySet<string>;
  readonly question: boolean;
}

const plain = (word: string) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Reads a text and compares its finite clauses with those written down by hand. */
export function compareClauses({ text, clauses }: Gold): Compared {
  const { clauses: read, gerunds, question } = readClauses(text);
  const pairs = align(
    clauses.map(([, verb]) => plain(verb.split(' ').at(-1)!)),
    read.map(({ verb }) => verb),
  );
  const differences: string[] = [];
  let subjects = 0;
  let objects = 0;
  for (const [index, [subject, verb, object]] of clauses.entries()) {
    const match = read[pairs.get(index) ?? -1];
    if (!match) {
      differences.push(`missed  [${subject} :: ${verb} :: ${object}]`);
      continue;
    }
    const expected = gerunds.has(plain(subject)) ? CLAUSE : subject;
    // "What is the point?", "Whose idea was it?": which side of "be" is the subject does not matter.
    const turned = question && COPULA.test(match.verb) && shareHead(subject, match.object);
    if (turned || sameSubject(expected, match.subject)) subjects++;
    else differences.push(`subject [${subject} :: ${verb}] read as ${match.subject || '-'}`);
    if (COPULA.test(match.verb) || sameObject(object, match.object)) objects++;
    else differences.push(`object  [${subject} :: ${verb} :: ${object}] read as ${match.object || '-'}`);
  }
  const matched = new Set(pairs.values());
  for (const [index, { subject, verb, object }] of read.entries())
    if (!matched.has(index)) differences.push(`no verb [${subject || '-'} :: ${verb} :: ${object || '-'}]`);
  return { text, gold: clauses.length, found: read.length, both: pairs.size, subjects, objects, differences };
}

/** What share of finite verbs is found and is one, of their subjects and objects is right, and of sentences has no difference: 0 to 1. */
export function shares(compared: readonly Compared[]) {
  const sum = (of: (one: Compared) => number) => compared.reduce((total, one) => total + of(one), 0);
  const both = sum((one) => one.both);
  return {
    recall: both / sum((one) => one.gold),
    precision: both / sum((one) => one.found),
    subjects: sum((one) => one.subjects) / both,
    objects: sum((one) => one.objects) / both,
    sentences: compared.filter((one) => one.differences.length === 0).length / compared.length,
  };
}

function readClauses(text: string): Reading {
  const passage = new Passage(text, [], new DocumentContext({}));
  const clauses: Read[] = [];
  const gerunds = new Set<string>();
  for (let number = 0; ; number++) {
    const sentence = passage.sentence(number);
    if (!sentence) return { clauses, gerunds, question: text.includes('?') };
    for (const { verb, subject, object } of sentence.clauses) {
      const main = plain(sentence.tokens[verb.main]!.text);
      if (verb.nonFinite === 'ing') gerunds.add(main);
      if (verb.infinitive || verb.nonFinite !== undefined) continue;
      clauses.push({
        subject: subject.flatMap((phrase) => heads(sentence, phrase)).join('+'),
        verb: main,
        object: object ? heads(sentence, object).join('+') : '',
      });
    }
  }
}

/** The head of a noun phrase; of "one of the engineers" what is counted as well, because either may be called its head. */
function heads({ tokens, phrases }: Sentence, phrase: NounPhrase): string[] {
  const head = plain(tokens[phrase.head]!.text);
  if (!COUNTING.test(head) || tokens[phrase.to]?.low !== 'of') return [head];
  const counted = phrases.find(({ preposition }) => preposition === phrase.to);
  return counted ? [head, plain(tokens[counted.head]!.text)] : [head];
}

/** What counts or measures what is named behind "of". */
const COUNTING =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|some|any|none|neither|either|both|all|each|many|most|much|more|several|few|half|part|rest|[\d.]+[%k]?)$/;

/** Longest common subsequence of the verbs: the index of the one read by the index of the one written down. */
function align(gold: readonly string[], read: readonly string[]): Map<number, number> {
  const length = gold.map(() => new Array<number>(read.length + 1).fill(0));
  length.push(new Array<number>(read.length + 1).fill(0));
  for (let i = gold.length - 1; i >= 0; i--)
    for (let k = read.length - 1; k >= 0; k--)
      length[i]![k] =
        gold[i] === read[k] ? length[i + 1]![k + 1]! + 1 : Math.max(length[i + 1]![k]!, length[i]![k + 1]!);
  const pairs = new Map<number, number>();
  for (let i = 0, k = 0; i < gold.length && k < read.length; ) {
    if (gold[i] === read[k]) pairs.set(i++, k++);
    else if (length[i + 1]![k]! >= length[i]![k + 1]!) i++;
    else k++;
  }
  return pairs;
}

/** A subject or object that is a clause by hand. */
const CLAUSE = '(clause)';

/** What a relative clause is said of stands for its pronoun, and a clause is no noun phrase. */
const RELATIVE = /^(?:who|whom|which|that|what|whoever|whatever)$/i;

/** Subjects are the same by any head they share: which of two coordinated ones is taken does not matter. */
function sameSubject(gold: string, read: string): boolean {
  if (gold === '-' || gold === CLAUSE || /^there$/i.test(gold))
    return read === '' || /^(?:it|there|what|this|that)$/.test(read);
  if (RELATIVE.test(gold)) return read !== '';
  return shareHead(gold, read);
}

function shareHead(gold: string, read: string): boolean {
  const heads = new Set(gold.split('+').map(plain));
  return read.split('+').some((head) => heads.has(head));
}

/** What stands behind these is a complement, an adjective as often as a noun. */
const COPULA =
  /^(?:is|are|was|were|be|been|being|am|s|re|m|seems?|seemed|became|becomes?|feels?|felt|looks?|looked|remain(?:s|ed)?)$/;

/** A clause as object, and a relative pronoun, are no noun phrases. */
function sameObject(gold: string, read: string): boolean {
  if (gold === '-') return read === '';
  if (gold === CLAUSE || RELATIVE.test(gold)) return true;
  return shareHead(gold, read);
}
