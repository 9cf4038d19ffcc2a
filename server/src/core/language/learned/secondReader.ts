import { isBlamable } from '../actors.ts';
import type { NounPhrase } from '../chunks.ts';
import { type BlameRule, type Candidate, type Detector, ofWords, type Place } from '../detect/candidate.ts';
import { isDenied, isDistanced } from '../detect/scope.ts';
import { ERROR_NOUNS, JUDGEMENT_ADJECTIVES } from '../lexicon/judgement.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameBlamable } from '../somebody.ts';
import { type Features, featuresOf, TELLING } from './features.ts';
import { LinearModel } from './model.ts';
import { BLAME, CATEGORIES } from './weights.generated.ts';

/**
 * Log-odds from which a sentence is said to blame by itself, and from which it is in a document that blames elsewhere.
 * `npm run train -- --folds` prints what other values would mean for sentences that the model was not trained on.
 */
const SURE = 3;
const DOUBTFUL = 0.6;
/** How much surer it has to be where nobody is named whom the sentence could blame, we tell of ourselves, or facts are asked for. */
const RESERVE = 1;
/** Shorter sentences say too little of what they mean. Tokens. */
const SHORTEST = 6;

let models: { readonly blame: LinearModel; readonly categories: LinearModel } | undefined;

/**
 * Reads a sentence in which no detector found anything a second time, by its likeness to sentences that people labelled: many ways to
 * blame are in no list. It has no reasons to give, so it has to be sure.
 */
export const secondReader: Detector = {
  mayFind: (glance, { section }) =>
    glance.to - glance.from >= SHORTEST &&
    section !== 'went-well' &&
    (glance.isQuestion || mayNameBlamable(glance) || TELLING.isIn(glance)),
  find,
};

function* find(s: Sentence, { section }: Place): Iterable<Candidate> {
  models ??= { blame: new LinearModel(BLAME), categories: new LinearModel(CATEGORIES) };
  const features = featuresOf(s, section);
  const likeness = models.blame.score(features, 0);
  if (likeness < DOUBTFUL || isSilentOn(s)) return;
  const agent = blamable(s);
  if (!agent && !s.isQuestion && !TELLING.isIn(s.glance)) return;
  const lessLikely = !agent || isOurStory(s) || isOpenQuestion(s);
  const score = lessLikely ? likeness - RESERVE : likeness;
  if (score < DOUBTFUL) return;
  const { from, to } = heaviest(s, features, models.blame);
  yield ofWords(category(features, models.categories), from, to, {
    confidence: 'medium',
    agent,
    byWording: true,
    doubtful: lessLikely || score < SURE,
  });
}

/** What it never speaks of, whatever it is like. */
function isSilentOn(s: Sentence): boolean {
  return (
    isAcquittal(s) ||
    isSupposed(s) ||
    isOwnDeed(s) ||
    hasFillIn(s) ||
    s.clauses.some((clause) => s.subjectActor(clause)?.kind === 'attacker')
  );
}

/** "I gave the contractor the wrong list": who says so answers for it. */
function isOwnDeed(s: Sentence): boolean {
  const clause = s.clauses[0];
  if (!clause || s.subjectActor(clause, true)?.kind !== 'self') return false;
  return clause.verb.tense === 'past' && !clause.verb.modal && !clause.verb.perfect && !clause.verb.negated;
}

/** What we or I did is told by those who did it. */
function isOurStory(s: Sentence): boolean {
  const clause = s.clauses[0];
  const kind = clause && s.subjectActor(clause, true)?.kind;
  return kind === 'we' || kind === 'self';
}

/** "What do you take away from here?", "Was anyone paged?", "Could you take it out?" ask for facts, thoughts and favours. */
function isOpenQuestion(s: Sentence): boolean {
  return (
    s.isQuestion &&
    /^(?:(?:at|by|for|from|in|on|since|to|until|with) )?(?:what|which|how|was anyone|who (?:was|is|were)|(?:can|could|would) (?:you|we|i))\b/i.test(
      s.textOf(s.from, s.to),
    )
  );
}

/** "Even if someone pastes it now, the script bails out" */
function isSupposed(s: Sentence): boolean {
  const opening = s.textOf(s.from, Math.min(s.to, s.from + 3));
  // "Even if the engineer had read the log, it would have told her nothing"
  if (/^even if\b/i.test(opening)) return true;
  if (
    /^(?:even )?(?:if|unless|suppose|let us assume|assume)\b/i.test(opening) &&
    !s.clauses.some(({ verb }) => verb.perfect)
  )
    return true;
  // "An operator who powers one off must now wait", "The rule protects us from anyone loading it by mistake"
  return /\b(?:must|will|would|can|could|cannot) now\b|\b(?:protects|guards|shields) (?:us|you|them|it|against|from)\b/i.test(
    s.textOf(s.from, s.to),
  );
}

/** "the tooling allowed it to run without [which safeguard]": a rewrite, in words that nobody blames in. */
function hasFillIn(s: Sentence): boolean {
  for (let i = s.from; i < s.to - 1; i++)
    if (s.tokens[i]!.text === '[' && /^(?:which|what|where|whom|how|for|from)$/.test(s.low(i + 1))) return true;
  return false;
}

/** "The report makes no finding of fault", "neither carelessness nor ill intent played a part" */
function isAcquittal(s: Sentence): boolean {
  if (isDistanced(s, s.to - 1) || ANYBODY_WOULD.test(s.textOf(s.from, s.to))) return true;
  for (let i = s.from; i < s.to; i++) {
    const { lemma, low } = s.tokens[i]!;
    if ((GUILTY.test(lemma) || ERROR_NOUNS.has(lemma) || JUDGEMENT_ADJECTIVES.has(low)) && isDenied(s, i)) return true;
    // "so that a mistake by an admin can be undone"
    if (
      ERROR_NOUNS.has(lemma) &&
      s.clauses.some(({ verb }) => verb.modal === 'can' && verb.from > i && verb.from < i + 6)
    )
      return true;
  }
  return false;
}

/** "Anyone at that console would have done the same", "Nothing she could have done would have stopped it" */
const ANYBODY_WOULD =
  /\b(?:would|could|might|will) (?:have )?(?:done|do|decided|decide|acted|act|made|make) (?:exactly |just )?(?:the same|likewise)\b|^(?:nothing|none of)\b.{1,80}\b(?:could|would) have\b|\b(?:could|might) have (?:been|happened to) any(?:one|body)?\b|\bneither\b.{1,120}\bnor\b.{1,120}\b(?:cause|fault|blame)\b/i;

const GUILTY = /^(?:fault|blame|guilt|culpability|carelessness|negligence|responsible|liable|guilty)$/;

/** Whom a sentence could blame: without anybody in it, it seldom blames. */
function blamable(s: Sentence): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    const actor = s.actor(phrase, true);
    const isSomebody = isBlamable(actor) && (actor.certain || isNamedSubject(s, phrase));
    if (isSomebody || actor.kind === 'nobody' || actor.kind === 'anybody') return phrase;
  }
  return undefined;
}

/** "Ruiz re-enables the job": what could be a name is one where it does something; "Information" at the start of a sentence is none. */
function isNamedSubject(s: Sentence, phrase: NounPhrase): boolean {
  if (s.tokens[phrase.head]!.tag === 'pronoun') return false;
  if (phrase.head === s.from && s.actor(phrase, true).kind !== 'person') return false;
  return s.clauses.some(({ subject }) => subject.includes(phrase));
}

function category(features: Features, categories: LinearModel): BlameRule {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let output = 0; output < categories.outputs.length; output++) {
    const score = categories.score(features, output);
    if (score > most) {
      most = score;
      best = output;
    }
  }
  return categories.outputs[best] as BlameRule;
}

/** The stretch of words that speaks most for blame. */
function heaviest(s: Sentence, features: Features, blame: LinearModel): { from: number; to: number } {
  const weights = new Float64Array(s.to - s.from);
  for (let feature = 0; feature < features.length; feature++) {
    const start = features.from[feature]!;
    const end = features.to[feature]!;
    const share = blame.weight(features.hashes[feature]!, 0) / Math.max(1, end - start);
    for (let i = start; i < end; i++) weights[i - s.from]! += share;
  }
  let from = 0;
  let to = weights.length;
  let most = Number.NEGATIVE_INFINITY;
  let start = 0;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    if (sum <= 0) {
      start = i;
      sum = 0;
    }
    sum += weights[i]!;
    if (sum <= most) continue;
    most = sum;
    from = start;
    to = i + 1;
  }
  // Not the punctuation around it.
  while (to - from > 1 && s.tokens[s.from + to - 1]!.tag === 'punctuation') to--;
  while (to - from > 1 && s.tokens[s.from + from]!.tag === 'punctuation') from++;
  return { from: s.from + from, to: s.from + to };
}
