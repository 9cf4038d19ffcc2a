import type { Actor } from '../actors.ts';
import type { NounPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import type { Glance } from '../glance.ts';
import type { Sentence } from '../sentence.ts';

/** The ten kinds of blame, as the rules are named after them. */
export type BlameRule =
  | 'individual-fault'
  | 'human-error'
  | 'knowledge-deficit'
  | 'counterfactual'
  | 'judgement'
  | 'hindsight'
  | 'fault-attribution'
  | 'accusing-question'
  | 'discipline'
  | 'intent';

/** A stretch of a sentence that a detector takes for blame. Token indexes, `to` exclusive. */
export interface Candidate {
  readonly rule: BlameRule;
  readonly from: number;
  readonly to: number;
  /** Warning, or information for what is arguable ("we should have", agentless passives). */
  readonly severity: 'warning' | 'information';
  readonly confidence: 'high' | 'medium' | 'low';
  /** Whom the words put in the place of the cause. */
  readonly agent: NounPhrase | undefined;
  readonly clause: Clause | undefined;
  /** Found by its wording, not by its grammar: the span is no part of the sentence that a rewrite could put something in the place of. */
  readonly byWording?: true;
  /** Not sure enough to be told by itself: it counts only in a document that blames elsewhere. */
  readonly doubtful?: true;
}

/** Where a sentence stands: what the section lets pass. */
export interface Place {
  readonly section: 'timeline' | 'action-items' | 'went-well' | 'lessons' | 'review' | 'cause' | 'other';
}

/** Finds one kind of blame. */
export interface Detector {
  /**
   * Whether the words of a sentence leave it possible that it blames in this way, asked before anything is tagged. It says true too often rather than once too seldom.
   */
  readonly mayFind: (glance: Glance, place: Place) => boolean;
  readonly find: (s: Sentence, place: Place) => Iterable<Candidate>;
}

/** A candidate about a clause: from its subject to its verb and object. */
export function ofClause(
  rule: BlameRule,
  clause: Clause,
  actor: Actor | undefined,
  options: {
    readonly severity?: Candidate['severity'];
    readonly confidence?: Candidate['confidence'];
    readonly from?: number;
    readonly to?: number;
  } = {},
): Candidate {
  return {
    rule,
    from: options.from ?? clause.from,
    to: options.to ?? Math.max(clause.verb.to, clause.object?.to ?? 0, clause.agent?.to ?? 0),
    severity: options.severity ?? (actor?.kind === 'we' ? 'information' : 'warning'),
    confidence: options.confidence ?? (actor && !actor.certain ? 'medium' : 'high'),
    agent: actor?.phrase,
    clause,
  };
}

/** A candidate about a stretch of words. */
export function ofWords(
  rule: BlameRule,
  from: number,
  to: number,
  options: {
    readonly severity?: Candidate['severity'];
    readonly confidence?: Candidate['confidence'];
    readonly agent?: NounPhrase | undefined;
    readonly clause?: Clause | undefined;
    readonly byWording?: true;
    readonly doubtful?: boolean;
  } = {},
): Candidate {
  const candidate: Candidate = {
    rule,
    from,
    to,
    severity: options.severity ?? 'warning',
    confidence: options.confidence ?? 'high',
    agent: options.agent,
    clause: options.clause,
  };
  if (!options.byWording && !options.doubtful) return candidate;
  return {
    ...candidate,
    ...(options.byWording ? { byWording: true } : {}),
    ...(options.doubtful ? { doubtful: true } : {}),
  };
}
