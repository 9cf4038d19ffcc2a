import type { ProseUnit, SectionKind } from '../model/postmortem.ts';
import type { ProseData, ProseRun } from '../parse/prose.ts';
import { LastTexts } from '../text/lastTexts.ts';
import type { Span } from '../text/span.ts';
import type { DocumentContext } from './context.ts';
import { accusingQuestion, huntsForPerson } from './detect/accusingQuestion.ts';
import type { BlameRule, Candidate, Detector, Place } from './detect/candidate.ts';
import { counterfactual } from './detect/counterfactual.ts';
import { cues } from './detect/cues.ts';
import { discipline } from './detect/discipline.ts';
import { faultAttribution } from './detect/faultAttribution.ts';
import { hindsight } from './detect/hindsight.ts';
import { humanError } from './detect/humanError.ts';
import { individualFault } from './detect/individualFault.ts';
import { intent } from './detect/intent.ts';
import { judgement } from './detect/judgement.ts';
import { knowledgeDeficit } from './detect/knowledgeDeficit.ts';
import type { Glance } from './glance.ts';
import { secondReader } from './learned/secondReader.ts';
import { Phrases } from './phrases.ts';
import { Passage, type Sentence } from './sentence.ts';
import { settleSomebody } from './somebody.ts';
import type { Token } from './tokens.ts';

/** A stretch of prose that blames, and the analysis that a rewrite is built from. */
export interface BlameFinding {
  readonly candidate: Candidate;
  readonly sentence: Sentence;
  /** Visible span in the run's text: the smallest stretch that carries the blame. */
  readonly span: Span;
  /** Who was read as the agent, as written; undefined where nobody is named. */
  readonly agent: string | undefined;
}

/**
 * The detectors, the more telling first: of two findings about the same words the one further up is kept, because it says more about
 * what to change.
 */
export const DETECTORS: readonly Detector[] = [
  accusingQuestion,
  intent,
  discipline,
  counterfactual,
  humanError,
  faultAttribution,
  hindsight,
  knowledgeDeficit,
  judgement,
  individualFault,
];

/** Those who read what no detector warned about, one after the other, until one warns. */
export const READERS: readonly Detector[] = [cues, secondReader];
/** All of them, who asks for most sentences first. */
const ALL: readonly Detector[] = [secondReader, individualFault, ...DETECTORS, cues];

/** One sentence of a text, and the blame in it. */
export interface AnalyzedSentence {
  readonly glance: Glance;
  readonly findings: Findings;
}

/** Finds the blame in a text. `opaque` are spans of code and links: nouns whose inside is no prose. */
export function analyzeText(
  text: string,
  opaque: readonly Span[],
  section: SectionKind | undefined,
  context: DocumentContext,
): BlameFinding[] {
  return analyzeSentences(text, opaque, section, context).flatMap(({ findings }) => findings);
}

/** Whether a sentence is warned about before the second reader is asked: of these it has less to learn. */
export function isFoundByRules(s: Sentence, place: Place): boolean {
  settleSomebody(s);
  for (const reader of [...DETECTORS, cues])
    if (reader.mayFind(s.glance, place))
      for (const { severity } of reader.find(s, place)) if (severity === 'warning') return true;
  return false;
}

/** The same sentence by sentence. Those with which an earlier version of the text begins as well are taken from that. */
function analyzeSentences(
  text: string,
  opaque: readonly Span[],
  section: SectionKind | undefined,
  context: DocumentContext,
  before: readonly AnalyzedSentence[] = [],
): AnalyzedSentence[] {
  const place = placeOf(section);
  const passage = new Passage(text, opaque, context);
  let isAsBefore = true;
  return passage.glances.map((glance, number) => {
    const known = before[number];
    isAsBefore &&= known !== undefined && isSameSentence(known.glance, glance);
    return isAsBefore ? known! : { glance, findings: analyzeSentence(passage, number, place) };
  });
}

/** Whether the same words stand at the same place. */
function isSameSentence(a: Glance, b: Glance): boolean {
  if (a.from !== b.from || a.to !== b.to) return false;
  for (let i = a.from; i < a.to; i++) {
    const { start, text, kind, quoted } = a.tokens[i]!;
    const other = b.tokens[i]!;
    if (start !== other.start || text !== other.text || kind !== other.kind || quoted !== other.quoted) return false;
  }
  return true;
}

function analyzeSentence(passage: Passage, number: number, place: Place): Findings {
  const glance = passage.glances[number]!;
  if (!ALL.some((detector) => detector.mayFind(glance, place))) return NONE;
  return blameIn(passage.sentence(number)!, place);
}

const NONE: Findings = [];

function blameIn(s: Sentence, place: Place): Findings {
  settleSomebody(s);
  if (isMeta(s)) return [];
  const kept: Candidate[] = [];
  for (const detector of DETECTORS) {
    if (!detector.mayFind(s.glance, place)) continue;
    for (const found of detector.find(s, place)) {
      const candidate = within(s, found);
      if (candidate.to <= candidate.from || isQuoted(s, candidate)) continue;
      const rival = kept.findIndex((other) => sameWords(s, other, candidate));
      if (rival < 0) kept.push(candidate);
      else if (kept[rival]!.severity === 'information' && candidate.severity === 'warning') kept[rival] = candidate;
    }
  }
  for (const reader of READERS) {
    if (kept.some(({ severity }) => severity === 'warning')) break;
    if (!reader.mayFind(s.glance, place)) continue;
    for (const found of reader.find(s, place)) {
      const candidate = within(s, found);
      if (!isQuoted(s, candidate)) kept.push(candidate);
    }
  }
  kept.sort((a, b) => a.from - b.from);
  return kept.map((candidate) => ({
    candidate,
    sentence: s,
    span: { start: s.tokens[candidate.from]!.start, end: s.tokens[candidate.to - 1]!.end },
    agent: candidate.agent ? s.textOf(candidate.agent.from, candidate.agent.to) : undefined,
  }));
}

/** Two candidates that overlap, or speak of the same clause, tell of one problem. */
function sameWords(s: Sentence, a: Candidate, b: Candidate): boolean {
  if (a.from < b.to && b.from < a.to) return true;
  if (a.clause !== undefined && a.clause === b.clause) return true;
  // A question and what it asks about are one.
  return a.rule === 'accusing-question' || (b.from >= a.from && b.to <= Math.min(s.to, a.to + 1));
}

/** A sentence that is still being typed may end before what is expected behind its words. */
function within(s: Sentence, found: Candidate): Candidate {
  return found.to > s.to ? { ...found, to: s.to } : found;
}

/** Quoted words are someone else's. */
function isQuoted(s: Sentence, candidate: Candidate): boolean {
  if (s.context.checkQuotes) return false;
  let quoted = 0;
  let count = 0;
  for (let i = candidate.from; i < candidate.to; i++) {
    if (s.tokens[i]!.tag === 'punctuation') continue;
    count++;
    if (s.tokens[i]!.quoted) quoted++;
  }
  return count > 0 && quoted * 2 > count;
}

/** Praise tells what somebody did well, whatever the words: "Hats off to the NOC: they ignored a misleading dashboard". */
const PRAISE = new Phrases(`
  hats off
  kudos
  credit|props|shoutout|shout-out|cheers|bravo to
  well done|played|spotted
  good|great|nice|excellent|superb catch|job|work|call|thinking|spot
  big|many|special thanks|thank
  thanks|thank to * for
  thanks are|is|go|goes due|to
  thank you|everyone|everybody
  to * credit
  saved the day
`);

/** What questions that are no questions. */
const HUNTS =
  /\b(?:thinking|hell|fuck|heck|exactly|smoking|idiot|genius|eejit|moron|on earth|kind of|sort of|colleague|engineer|whoever|who|team|doing between|doing while|doing when|doing at|you doing|he doing|she doing|they doing|doing|possible that)\b/i;

/** Whether blame is told of, not told: praise, and advice about the wording of postmortems. */
function isMeta(s: Sentence): boolean {
  // "What did you learn here that you did not know?": a what question asks for facts, unless it hunts for a person.
  if (
    s.isQuestion &&
    /^(?:what|which|how)$/.test(s.low(s.from)) &&
    !/^(?:could|can|come|on|hard|many|often|dare)$/.test(s.low(s.from + 1)) &&
    !HUNTS.test(s.textOf(s.from, s.to)) &&
    !huntsForPerson(s)
  )
    return true;
  // "Telling the operators to be vigilant is no corrective action": what would not help.
  const gerund = s.low(s.from).endsWith('ing') && s.tokens[s.from]!.tag === 'verb';
  if (
    gerund &&
    /\b(?:not|no|never|cannot|won't|n't|nothing|off the table|useless|pointless|futile|ineffective|dismissed|rejected)\b/i.test(
      s.textOf(s.from, s.to).replace(/n't/g, ' not'),
    )
  )
    return true;
  // "Punishing people would only teach them to mute their phones": what would be if one did.
  if (gerund && s.clauses.some(({ verb }) => verb.modal === 'would')) return true;
  const praise = PRAISE.find(s, s.from, Math.min(s.to, s.from + 8));
  return praise !== undefined && !/\b(?:mess|disaster|outage|nothing)\b/i.test(s.textOf(praise.to, s.to));
}

/** The part of a postmortem that a section belongs to, as far as blame is read differently there. */
export function placeOf(section: SectionKind | undefined): Place {
  switch (section) {
    case 'timeline':
      return { section: 'timeline' };
    case 'action-items':
      return { section: 'action-items' };
    case 'went-well':
    case 'got-lucky':
      return { section: 'went-well' };
    case 'lessons':
    case 'prevention':
      return { section: 'lessons' };
    case 'review':
      return { section: 'review' };
    case 'root-cause':
    case 'contributing-factors':
    case 'five-whys':
    case 'trigger':
    case 'summary':
    case 'impact':
      return { section: 'cause' };
    default:
      return { section: 'other' };
  }
}

type Findings = readonly BlameFinding[];

interface Analysis {
  readonly context: DocumentContext;
  readonly kind: SectionKind | undefined;
  readonly findings: Findings;
  /** That of the same words in a section of another kind. */
  readonly other: Analysis | undefined;
}

/** Analyses by the prose they are of; unchanged paragraphs keep their data from version to version, and so their analysis. */
const analyses = new WeakMap<ProseData, Analysis>();

function known({ run, kind }: ProseUnit, context: DocumentContext): Findings | undefined {
  for (let analysis = analyses.get(run.data); analysis?.context === context; analysis = analysis.other)
    if (analysis.kind === kind) return analysis.findings;
  return undefined;
}

/** Whether the blame in a unit is known already. */
export function isAnalyzed(unit: ProseUnit, context: DocumentContext): boolean {
  return known(unit, context) !== undefined;
}

/** What teams say in the same words in many documents, by habit or from a template: of such texts no blame was found in any. */
const quiet = new LastTexts();

/** The blame in a text. One that names nobody whom the document knows, and had no blame in it in another document, is not read again. */
function blameInData({ text, opaque }: ProseData, kind: SectionKind | undefined, context: DocumentContext): Findings {
  const { section } = placeOf(kind);
  const isCommon = opaque.length === 0 && !context.checkQuotes && !context.mayConcern(text);
  if (isCommon && quiet.has(text, section)) return NONE;
  const findings = analyzeText(text, opaque, kind, context);
  if (isCommon && findings.length === 0) quiet.add(text, section);
  return findings;
}

/** The blame in one unit of a document's prose. A keystroke costs the paragraph it was typed in: the others are remembered. */
export function analyzeUnit(unit: ProseUnit, context: DocumentContext): Findings {
  const before = known(unit, context);
  if (before) return before;
  const { kind, run } = unit;
  const { data } = run;
  const findings = blameInData(data, kind, context).filter(({ span }) => !isStruck(run, span));
  const other = analyses.get(data);
  analyses.set(data, { context, kind, findings, other: other?.context === context ? other : undefined });
  return findings;
}

/** The blame in a unit that is being typed in. `before` is what the version before was read as, to be read again only from there on where it differs. */
export function analyzeTyped(
  { kind, run }: ProseUnit,
  context: DocumentContext,
  before: readonly AnalyzedSentence[] | undefined,
): readonly AnalyzedSentence[] {
  const { text, opaque } = run.data;
  return analyzeSentences(text, opaque, kind, context, before).map(({ glance, findings }) => ({
    glance,
    findings: findings.filter(({ span }) => !isStruck(run, span)),
  }));
}

function isStruck(run: ProseRun, span: Span): boolean {
  return run.data.struck.some((struck) => struck.start <= span.start && span.end <= struck.end);
}

export type { BlameRule, Candidate, Token };
