import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { ERROR_NOUNS, KNOWLEDGE_NOUNS } from '../../language/lexicon/judgement.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, clauseFrom, isTimed, predicateEnd } from '../reading/extent.ts';
import { wholePhrase } from '../reading/phrases.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { clauseDrafts, deedDrafts, withoutAgent } from './clause.ts';
import { disciplineDrafts } from './discipline.ts';
import { faultDrafts } from './fault.ts';
import { hindsightDrafts, showedThat } from './hindsight.ts';
import { humanErrorDrafts } from './humanError.ts';
import { judgedDrafts } from './judged.ts';
import { nominalDrafts } from './nominal.ts';
import { questionDrafts } from './question.ts';

/** Rewrites of what was found by its wording alone: built from what the sentence says people did, did not do or did not know. */
export function byWordingDrafts(s: Sentence, candidate: Candidate): Draft[] {
  if (s.isQuestion) return questionDrafts(s, candidate);
  const near = deedsNear(s, candidate);
  switch (candidate.rule) {
    case 'fault-attribution':
      return faultDrafts(s, candidate);
    case 'hindsight':
      return [...hindsightDrafts(s, candidate)];
    case 'discipline':
      return isTimed(s) || toldInPast(s, candidate)
        ? [...near, ...disciplineDrafts(s, candidate)]
        : disciplineDrafts(s, candidate);
    case 'counterfactual':
      return [...duty(s), ...showedThat(s, bodyStart(s)), ...oneLook(s), ...near];
    case 'human-error':
      return humanErrorDrafts(s, wider(s, candidate, ERROR_NOUNS));
    case 'judgement':
      return [...judgedDrafts(s, candidate), ...near, ...nominalNear(s, candidate)];
    default:
      return [...escaped(s), ...near, ...nominalNear(s, candidate)];
  }
}

function toldInPast(s: Sentence, candidate: Candidate): boolean {
  const clause = s.clauses.find((c) => c.ownSubject && c.verb.from < candidate.to && c.verb.to > candidate.from);
  return (
    clause !== undefined && clause.verb.tense === 'past' && !clause.verb.passive && clause.verb.modal === undefined
  );
}

/** What somebody did or left out in the clauses that the words stand in or next to, the nearest first. */
function deedsNear(s: Sentence, { from, to, agent }: Candidate): Draft[] {
  const distance = (c: Clause): number => (c.verb.from < to + 1 && c.verb.to > from - 1 ? 0 : 1);
  const near = s.clauses
    .filter(
      (c) =>
        (c.ownSubject && c.verb.lemma !== 'be' && c.subject.some((p) => p === agent || isBlamable(s.actor(p, true)))) ||
        (c.verb.passive && c.agent !== undefined) ||
        (c.ownSubject && c.verb.lemma === 'be' && /^(?:unknown|unable)$/.test(readDeed(s, c)?.kind ?? '')),
    )
    .sort((a, b) => distance(a) - distance(b));
  return near
    .flatMap((c) =>
      c.verb.passive && c.agent ? withoutAgent(s, c) : c.verb.passive ? [] : clauseDrafts(s, c).slice(0, 2),
    )
    .slice(0, 3);
}

function wider(s: Sentence, candidate: Candidate, heads: ReadonlySet<string>): Candidate {
  const phrase = s.phrases.find((p) => heads.has(singular(s.low(p.head))));
  return phrase ? { ...candidate, from: phrase.from, to: phrase.to } : candidate;
}

function nominalNear(s: Sentence, candidate: Candidate): Draft[] {
  const phrase = s.phrases.find((p) => {
    const head = singular(s.low(p.head));
    return KNOWLEDGE_NOUNS.has(head) || ERROR_NOUNS.has(head);
  });
  return phrase ? nominalDrafts(s, { ...candidate, from: phrase.from, to: phrase.to }) : [];
}

/** "It escaped the clerks that S", "it was lost on the team that S", "S was lost on them": it was not apparent. */
function escaped(s: Sentence): Draft[] {
  for (let i = bodyStart(s); i < s.to - 2; i++) {
    const escapes = /^(?:escaped|eluded|escapes)$/.test(s.low(i));
    const lost = s.low(i) === 'lost' && s.low(i + 1) === 'on';
    if (!escapes && !lost) continue;
    for (let k = i + 1; k < s.to - 2; k++) {
      const clause = s.low(k) === 'that' ? clauseFrom(s, k + 1) : undefined;
      if (!clause?.ownSubject) continue;
      const end = predicateEnd(s, clause.verb.main + 1);
      const it = s.clauses.find((c) => c.ownSubject && c.verb.from <= i && c.verb.to > i - 2);
      const told = kept(s, k + 1, end, false);
      return [
        { from: it?.from ?? bodyStart(s), to: end, parts: ['it was not apparent [from what] that', told] },
        { from: it?.from ?? bodyStart(s), to: end, parts: ['[which documentation or signal] did not show that', told] },
      ];
    }
  }
  return [];
}

/** "had a duty to escalate", "it was up to the lead to stop it", "every chance to catch it": nothing asked for it. */
function duty(s: Sentence): Draft[] {
  for (const clause of s.clauses) {
    if (!clause.verb.infinitive || clause.verb.negated) continue;
    const before = s.textOf(Math.max(s.from, clause.verb.from - 9), clause.verb.from).toLowerCase();
    if (
      !/\b(?:duty|task|job|chance|opportunity|reason|obligation|responsibility|up to|expected (?:from|of)|supposed|incumbent|required of|time)\b/.test(
        before,
      )
    )
      continue;
    const deed = readDeed(s, {
      ...clause,
      governor: undefined,
      verb: { ...clause.verb, negated: true, tense: 'past' },
    });
    const main = s.clauses.findLast(
      (c) => c.ownSubject && c.verb.from < clause.verb.from && c.verb.nonFinite === undefined && !c.verb.infinitive,
    );
    if (!deed || deed.kind === 'state') continue;
    return deedDrafts(
      s,
      { ...deed, top: { ...clause, verb: { ...clause.verb, tense: 'past' } } },
      main?.from ?? bodyStart(s),
    );
  }
  return [];
}

/** "One look at the calendar would have …", "one call from the planner to the plant, and …": nothing prompted it. */
function oneLook(s: Sentence): Draft[] {
  const body = bodyStart(s);
  const phrase = s.phrases.find(
    (p) =>
      p.from <= body + 2 &&
      /^(?:look|glance|call|check|question|message|mail|email|ping|read|ticket|visit|word|test|minute|click)$/.test(
        s.low(p.head),
      ),
  );
  if (!phrase) return [];
  const parts: Part[] = [];
  let at = phrase.to;
  while (/^(?:at|to|from|into|by|in|with|of|on|through|over)$/.test(s.low(at))) {
    const next = s.phraseAt(at + 1);
    if (!next) break;
    const { to } = wholePhrase(s, next);
    if (!/^(?:from|by)$/.test(s.low(at)) && !s.actor(next, true).certain) parts.push({ from: at, to });
    else if (!/^(?:from|by|of)$/.test(s.low(at)) && !isBlamable(s.actor(next))) parts.push({ from: at, to });
    at = to;
  }
  const end = s.clauses.reduce(
    (most, c) => (c.verb.modal !== undefined ? Math.max(most, predicateEnd(s, c.verb.main + 1)) : most),
    at,
  );
  const noun = s.textOf(
    phrase.determiner === undefined && s.tokens[phrase.from]!.tag !== 'number' ? phrase.from : phrase.from + 1,
    phrase.to,
  );
  return [
    {
      from: phrase.from,
      to: end,
      parts: [
        `nothing in [which process] prompted a ${noun.replace(/^(?:single|quick|simple|short)\s+/i, '')}`,
        ...parts,
      ],
    },
  ];
}
