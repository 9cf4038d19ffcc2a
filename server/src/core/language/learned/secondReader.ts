import { isBlamable } from '../actors.ts';
import type { NounPhrase } from '../chunks.ts';
import { type BlameRule, type Candidate, ofWords, type Place } from '../detect/candidate.ts';
import { isDenied } from '../detect/scope.ts';
import { ERROR_NOUNS, JUDGEMENT_ADJECTIVES } from '../lexicon/judgement.ts';
import { SELF } from '../lexicon/people.ts';
import type { Sentence } from '../sentence.ts';
import { type Feature, featuresOf } from './features.ts';
import { LinearModel } from './model.ts';
import { BLAME, CATEGORIES } from './weights.generated.ts';

/**
 * Log-odds from which a sentence is said to blame: a probability of 0.98. `npm run train -- --folds` prints what other values would mean
 * for sentences that the model was not trained on.
 */
const SURE = 3.7;
/** Shorter sentences say too little of what they mean. Tokens. */
const SHORTEST = 6;

let models: { readonly blame: LinearModel; readonly categories: LinearModel } | undefined;

/**
 * Reads a sentence in which no detector found anything a second time, by its likeness to sentences that people labelled: many ways to
 * blame are in no list. It has no reasons to give, so it has to be sure.
 */
export function* secondReader(s: Sentence, { section }: Place): Iterable<Candidate> {
  if (
    s.to - s.from < SHORTEST ||
    section === 'went-well' ||
    s.clauses.length === 0 ||
    isOwnStory(s) ||
    isOpenQuestion(s) ||
    isAcquittal(s)
  )
    return;
  const agent = blamable(s);
  if (!agent) return;
  models ??= { blame: new LinearModel(BLAME), categories: new LinearModel(CATEGORIES) };
  const features = featuresOf(s, section);
  if (models.blame.score(features, 0) < SURE) return;
  const { from, to } = heaviest(s, features, models.blame);
  yield ofWords(category(features, models.categories), from, to, { confidence: 'medium', agent, byWording: true });
}

/** What I or we did is told by those who did it. */
function isOwnStory(s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) if (SELF.has(s.low(i))) return true;
  return s.subjectActor(s.clauses[0]!, true)?.kind === 'we';
}

/** "What do you take away from here?" asks for facts and thoughts. */
function isOpenQuestion(s: Sentence): boolean {
  return s.isQuestion && /^(?:what|which|how)$/.test(s.low(s.from));
}

/** "The report makes no finding of fault", "neither carelessness nor ill intent played a part" */
function isAcquittal(s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) {
    const { lemma, low } = s.tokens[i]!;
    if ((GUILTY.test(lemma) || ERROR_NOUNS.has(lemma) || JUDGEMENT_ADJECTIVES.has(low)) && isDenied(s, i)) return true;
  }
  return false;
}

const GUILTY = /^(?:fault|blame|guilt|culpability|carelessness|negligence|responsible|liable|guilty)$/;

/** Without anybody in it a sentence blames nobody. */
function blamable(s: Sentence): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    const actor = s.actor(phrase, true);
    if ((isBlamable(actor) && actor.certain) || actor.kind === 'nobody' || actor.kind === 'anybody') return phrase;
  }
  return undefined;
}

function category(features: readonly Feature[], categories: LinearModel): BlameRule {
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
function heaviest(s: Sentence, features: readonly Feature[], blame: LinearModel): { from: number; to: number } {
  const weights = new Float64Array(s.to - s.from);
  for (const feature of features) {
    const share = blame.weight(feature, 0) / Math.max(1, feature.to - feature.from);
    for (let i = feature.from; i < feature.to; i++) weights[i - s.from]! += share;
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
