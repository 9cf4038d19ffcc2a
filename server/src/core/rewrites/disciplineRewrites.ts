import type { Candidate } from '../language/detect/candidate.ts';
import type { Sentence } from '../language/sentence.ts';
import { words } from '../language/lexicon/words.ts';
import type { Draft, Part } from './compose.ts';
import { kept } from './frames.ts';
import { bodyStart, predicateEnd, sentenceEnd, wholePhrase } from './phrases.ts';

const CHECKING = words(`check double-check verify validate review test read re-read inspect compare confirm follow monitor watch look use run double-read proofread scan adhere stick comply escalate page update document back_up log record rotate renew`);

/** Rewrites of "be more careful" and of punishment: a change that makes the safe way the easy way. */
export function disciplineDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const from = bodyStart(s);
  const to = sentenceEnd(s);
  const wanted = wantedAct(s, candidate);
  const strong: Draft[] = [];
  if (wanted) {
    strong.push({ from, to, parts: ['Add [an automated check or default] so that it no longer depends on memory to', wanted.verb, wanted.rest] });
    strong.push({ from, to, parts: ['Have [which tool] make sure of it: block [which step] until done'] });
  }
  const object = caredFor(s, candidate);
  if (object) strong.push({ from, to, parts: ['Add [which guardrail] to', object] });
  strong.push({ from, to, parts: ['Make [which step] safe by default'] });
  strong.push({ from, to, parts: ['Add [an automated check] that stops [which error] before it reaches production'] });
  return strong.filter((draft) => draft.parts.length > 0);
}

/** What people are told to do: "to double-check the target account", "actually read the migration guide". */
function wantedAct(s: Sentence, candidate: Candidate): { verb: string; rest: Part } | undefined {
  for (const clause of s.clauses) {
    const { verb } = clause;
    if (verb.from < candidate.from || verb.negated || verb.passive) continue;
    if (!CHECKING.has(verb.lemma)) continue;
    if (verb.nonFinite === 'ing' && s.tokens[verb.from - 1]?.tag !== 'preposition') continue;
    const end = predicateEnd(s, verb.main + 1);
    if (end <= verb.main + 1) continue;
    return { verb: verb.lemma, rest: kept(s, verb.main + 1, end, true) };
  }
  return undefined;
}

/** "careful with the prod tab", "caution with `kubectl delete`", "more attention to …": the thing that needs the care. */
function caredFor(s: Sentence, candidate: Candidate): Part | undefined {
  for (let i = candidate.from; i < Math.min(s.to, candidate.to + 4); i++) {
    if (!/^(?:with|around|near)$/.test(s.low(i)) && !(s.low(i) === 'to' && s.low(i - 1) === 'attention')) continue;
    const phrase = s.phraseAt(i + 1);
    if (!phrase) continue;
    const { from, to } = wholePhrase(s, phrase);
    const { kind } = s.actor(phrase);
    if (kind === 'system') return kept(s, from, to, false);
  }
  return undefined;
}
