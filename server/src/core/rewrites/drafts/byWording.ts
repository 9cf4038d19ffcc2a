import { isBlamable } from '../../language/actors.ts';
import { type NounPhrase, wordPhrase } from '../../language/chunks.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { ERROR_NOUNS, KNOWLEDGE_NOUNS } from '../../language/lexicon/judgement.ts';
import { ROLE_NOUNS } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import { PARTICIPLE } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { mainVerb, readDeed } from '../reading/deed.ts';
import { KNOWING } from '../reading/deedVerbs.ts';
import { bodyStart, clauseFrom, isFiniteClause, isTimed, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { NEGLIGENCE, UNDOING } from '../reading/failing.ts';
import { motiveIn } from '../reading/motive.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { passive } from '../writing/passive.ts';
import { cameFromDrafts } from './cameFrom.ts';
import { agentEnd, clauseDrafts, deedDrafts, withoutAgent } from './clause.ts';
import { asWished, wishedDrafts } from './counterfactual.ts';
import { disciplineDrafts } from './discipline.ts';
import { faultDrafts, liesWithSomebody } from './fault.ts';
import { hindsightDrafts, showedThat } from './hindsight.ts';
import { humanErrorDrafts } from './humanError.ts';
import { attitudeTo, deedBehind, judgedDrafts, observed } from './judged.ts';
import { ofFragment } from './judgement.ts';
import { duty, oneLook, rangNoBell } from './leftUndone.ts';
import { isClue, nominalDrafts } from './nominal.ts';
import { questionDrafts } from './question.ts';

/** Rewrites of what was found by its wording alone: built from what the sentence says people did, did not do or did not know. */
export function byWordingDrafts(s: Sentence, candidate: Candidate): Draft[] {
  if (s.isQuestion || candidate.rule === 'accusing-question') return questionDrafts(s, candidate);
  if (liesWithSomebody(s)) return faultDrafts(s, candidate);
  const near = [...escaped(s), ...deedsNear(s, candidate)];
  switch (candidate.rule) {
    case 'fault-attribution':
      return saysFault(s)
        ? faultDrafts(s, candidate)
        : [...near, ...nominalNear(s, candidate), ...faultDrafts(s, candidate)];
    case 'hindsight':
      return [...hindsightDrafts(s, candidate)];
    case 'discipline':
      return isTimed(s) || toldInPast(s, candidate)
        ? [...near, ...disciplineDrafts(s, candidate)]
        : disciplineDrafts(s, candidate);
    case 'counterfactual':
      return [
        ...wishedDrafts(s, candidate),
        ...duty(s),
        ...showedThat(s, bodyStart(s)),
        ...oneLook(s),
        ...rangNoBell(s),
        ...near,
      ];
    case 'human-error':
      return s.phrases.some((p) => ERROR_NOUNS.has(singular(s.low(p.head))))
        ? humanErrorDrafts(s, wider(s, candidate, ERROR_NOUNS))
        : [...near, ...humanErrorDrafts(s, candidate)];
    case 'judgement':
      return [
        ...judgedDrafts(s, candidate),
        // "was half asleep and put last year's totals on air"
        ...s.clauses
          .filter((c) => c.ownSubject && c.verb.lemma === 'be' && c.subject.some((p) => isBlamable(s.actor(p, true))))
          .flatMap((c) => deedBehind(s, c)),
        ...ofFragment(s),
        ...near,
        ...nominalNear(s, candidate),
        ...observed(s, candidate),
      ];
    default:
      return [
        ...(attitudeTo(s, candidate) ?? []),
        ...(opensWithNoun(s) || ownsFailing(s) ? nominalNear(s, candidate) : []),
        ...near,
        ...nominalNear(s, candidate),
      ];
  }
}

function saysFault(s: Sentence): boolean {
  return /\b(?:fault|blam\w+|responsib\w+|guilt\w*|liab\w+|culp\w+|accountab\w+|culprit\w*|onus|pin|on (?:his|her|their) conscience|own(?:s|ed)? (?:this|that|it|up)|answer|wear (?:it|this)|pay for (?:it|this)|carr(?:y|ies|ied) this|account|attributable|imputable|chargeable|to thank|lead back|name|mess|screw-up|doing)\b/i.test(
    s.textOf(s.from, s.to),
  );
}

function toldInPast(s: Sentence, candidate: Candidate): boolean {
  if (s.clauses[0]?.verb.tense === 'base') return false;
  const clause = s.clauses.find((c) => c.ownSubject && c.verb.from < candidate.to && c.verb.to > candidate.from);
  return (
    clause !== undefined && clause.verb.tense === 'past' && !clause.verb.passive && clause.verb.modal === undefined
  );
}

/** What any reading of the sentence gives: for findings whose own words cannot be told otherwise. */
export function anyReading(s: Sentence, candidate: Candidate): Draft[] {
  return [...deedsNear(s, candidate), ...cameFromDrafts(s), ...deedsNear(s, candidate, true), ...withoutDoer(s)];
}

/** "silenced by the controller in the belief that it was spurious", "undertaken by a subcontractor": what was done stays. */
function withoutDoer(s: Sentence): Draft[] {
  return s.phrases.flatMap((phrase): Draft[] => {
    const { preposition: by } = phrase;
    if (by === undefined || s.low(by) !== 'by') return [];
    const actor = s.actor(phrase, true);
    const doer = isBlamable(actor) || actor.kind === 'organisation' || AGENTIVE.test(s.low(phrase.head));
    const done = [by - 1, by - 2].some((i) => s.tokens[i]?.tag === 'verb' && (s.tokens[i]!.forms & PARTICIPLE) !== 0);
    if (!doer || !done) return [];
    const to = agentEnd(s, phrase);
    // Something more is told of them, or the participle is all that is told.
    const next = s.tokens[s.tokens[to]?.text === ',' ? to + 1 : to]?.tag ?? '';
    if (/^(?:not|wh|verb)$/.test(next) || /^(?:noun|adjective|adverb|name)$/.test(s.tokens[to]?.tag ?? '')) return [];
    if (s.low(by - 2) === 'and' || by - 1 === bodyStart(s)) return [];
    const stopped =
      to < sentenceEnd(s) ? '([which safeguard] did not stop it)' : ', and [which safeguard] did not stop it';
    return [{ from: by, to, parts: [stopped] }];
  });
}

const AGENTIVE = /(?:[^aeiou]er|tor|[^l]ist|ant|owner|people)s?$/;

/** What somebody did, left out or did not know in the clauses that the words stand in or next to, the nearest first. */
function deedsNear(s: Sentence, { rule, from, to, agent }: Candidate, wide = false): Draft[] {
  const distance = (c: Clause): number => (c.verb.from < to + 1 && c.verb.to > from - 1 ? 0 : 1);
  const people = (c: Clause): boolean =>
    (c.relative && s.low(c.verb.from - 1) === 'who') ||
    c.subject.some(
      (p) =>
        (p === agent || isBlamable(s.actor(p, true))) &&
        (isDoer(s, p) || c.verb.nonFinite === 'ing') &&
        !/^(?:them|him|us|me)$/.test(s.low(p.head)) &&
        // "3k people found it"
        !(s.tokens[p.from]!.tag === 'number' && /^(?:people|users|customers)$/.test(s.low(p.head))),
    ) ||
    (rule === 'knowledge-deficit' && c.verb.from <= to && c.verb.to > from - 2 && c.ownSubject && hasGap(s, c)) ||
    // Somebody is blamed: whoever does in these words what people do.
    (wide && distance(c) === 0 && (s.subjectActor(c)?.kind === 'organisation' || doesAsPeople(s, c)));
  // "Escalation died cause the lead went to lunch": what only could be a name.
  const doubt = (c: Clause): number => Number(!c.verb.passive && !c.subject.some((p) => s.actor(p).kind !== 'system'));
  // "Because they did not understand the message, they pressed cancel": what was not known is what the finding is about.
  const unknown = (c: Clause): number =>
    rule === 'knowledge-deficit' ? Number(!c.verb.passive && !GAPS.test(readDeed(s, c)?.kind ?? '')) : 0;
  const sure = agent !== undefined && s.actor(agent, true).certain && isBlamable(s.actor(agent, true));
  const named = (c: Clause): number => Number(sure && c.agent !== agent && (c.relative || !c.subject.includes(agent)));
  // "Security flagged the bucket, and the platform crew sat on it"
  const plain = (c: Clause): number => Number(readDeed(s, c)?.kind === 'done');
  const near = s.clauses
    .map((c) => (wide ? withSubject(s, c, agent) : c))
    .filter(
      (c) =>
        ((c.ownSubject || c.relative) &&
          mainVerb(s, c)?.lemma !== 'be' &&
          !/^(?:morning|evening)$/.test(s.low(c.verb.main)) &&
          people(c)) ||
        (c.verb.passive && c.agent !== undefined) ||
        ((c.ownSubject || c.relative) && c.verb.lemma === 'be' && GAPS.test(readDeed(s, c)?.kind ?? '')),
    )
    // What is told of somebody by the way comes behind what they are said to do.
    .sort(
      (a, b) =>
        unknown(a) - unknown(b) ||
        named(a) - named(b) ||
        distance(a) - distance(b) ||
        Number(a.relative) - Number(b.relative) ||
        plain(a) - plain(b) ||
        doubt(a) - doubt(b),
    );
  const drafts = near.flatMap((c) => {
    if (c.verb.passive) return c.agent ? withoutAgent(s, c) : [];
    const told = rule === 'counterfactual' ? asWished(c) : c;
    const deed = readDeed(s, told);
    return clauseDrafts(s, told, deed ? motiveIn(s, deed.rest, deed.end) : undefined).slice(0, wide ? 4 : 2);
  });
  return [
    ...(/^(?:knowledge-deficit|individual-fault|intent)$/.test(rule) ? sharedGap(s, people) : []),
    ...drafts,
  ].slice(0, wide ? 6 : 3);
}

/** "a squad new to Kubernetes confused limits with requests": what describes the person hid that they are the subject. */
function withSubject(s: Sentence, clause: Clause, agent: NounPhrase | undefined): Clause {
  if (clause.subject.length > 0 || clause.relative) return clause;
  const { verb } = clause;
  const before = s.clauses.some((c) => c !== clause && c.verb.from < verb.from && c.verb.nonFinite === undefined);
  if (
    agent &&
    agent.to <= verb.from &&
    (isFiniteClause(clause) || (verb.nonFinite === 'ing' && agent.to === verb.from))
  )
    if (!s.clauses.some((c) => c !== clause && c.verb.from >= agent.to && c.verb.from < verb.from))
      return { ...clause, subject: [agent], ownSubject: true, from: agent.from };
  // "During the move to the new tenant Esperanza failed to …": a name that was read as part of what stands in front.
  const name = s.tokens[verb.from - 1];
  if (
    isFiniteClause(clause) &&
    name?.tag === 'name' &&
    s.tokens[verb.from - 2]?.tag === 'noun' &&
    !s.tokens[verb.from - 2]!.capital
  )
    return { ...clause, subject: [wordPhrase(verb.from - 1)], ownSubject: true, from: verb.from - 1 };
  // What stands in front of the first verb is its subject.
  const first = s.phraseAt(bodyStart(s));
  return first && isFiniteClause(clause) && !before && first.to <= verb.from
    ? { ...clause, subject: [first], ownSubject: true, from: first.from }
    : clause;
}

/** Whether a phrase can be a subject: no preposition stands in front, but one that a clause can follow, too. */
function isDoer(s: Sentence, { preposition }: NounPhrase): boolean {
  // "The engineers responsible for Istio left it lying around"
  const first = s.phraseAt(bodyStart(s));
  if (first && isBlamable(s.actor(first, true)) && s.actor(first, true).certain) return true;
  return preposition === undefined || /^(?:after|before|until|till|since|as|out|like)$/.test(s.low(preposition));
}

/** "the contractor's dispatcher", "growth forgot to tick it": a word for people and for systems; where somebody is blamed, for people. */
function doesAsPeople(s: Sentence, clause: Clause): boolean {
  if (clause.subject.some((p) => ROLE_NOUNS.has(singular(s.low(p.head))))) return true;
  const deed = readDeed(s, clause);
  if (!deed) return false;
  if (clause.subject.some((p) => /^(?:we|i|it|this|that|what|which|there)$/.test(s.low(p.head)) || !isDoer(s, p)))
    return false;
  if (GAPS.test(deed.kind) && deed.kind !== 'unable') return true;
  if (!clause.subject.every((p) => isDoer(s, p))) return false;
  if (s.isHumanVerb(clause)) return clause.object !== undefined || deed.kind !== 'done';
  // "the stock controller falsified the counts", "Platform Services withheld it"
  const subject = clause.subject.at(-1);
  const word = subject && s.tokens[subject.head]!;
  return (
    word !== undefined &&
    deed.kind === 'done' &&
    deed.object !== undefined &&
    !clause.verb.passive &&
    (AGENTIVE.test(word.low) ||
      (word.capital && (word.tag === 'name' || s.tokens[subject!.head - 1]?.capital === true)))
  );
}

/** How somebody comes to know of something that they could act on. */
const RECEIVING = words(`see notice read hear receive get acknowledge`);

/** What people are able to do. */
const TELLING = /^(?:tell|read|interpret|distinguish|explain|understand|judge|name|spell)$/;

const IMPERSONAL = /^(?:we|i|it|this|that|what|which|there)$/;

/** Whether the clause says what its subject did not know. */
function hasGap(s: Sentence, clause: Clause): boolean {
  const kind = readDeed(s, clause)?.kind ?? '';
  const able = kind === 'unable' && clause.verb.modal !== undefined && !TELLING.test(clause.verb.lemma);
  return GAPS.test(kind) && !able && !clause.subject.some((p) => IMPERSONAL.test(s.low(p.head)));
}

const GAPS = /^(?:unknown|unable|unpractised|believed)$/;

/** "The on-call came from web and had zero context on it": of two verbs with one subject the one about knowledge is told. */
function sharedGap(s: Sentence, people: (clause: Clause) => boolean): Draft[] {
  for (const clause of s.clauses) {
    if (clause.ownSubject || clause.relative || clause.verb.infinitive || !people(clause)) continue;
    const own = s.clauses.find(
      (c) => c.ownSubject && c.verb.from < clause.verb.from && c.subject[0] === clause.subject[0],
    );
    const deed = own && readDeed(s, clause);
    // "knew about the leak and said nothing"
    const silent = own !== undefined && deed?.kind === 'omitted' && KNOWING.has(own.verb.lemma) && !own.verb.negated;
    if (!own || !deed || (deed.group !== clause.verb && deed.top !== clause)) continue;
    const known = silent ? topicAt(s, own.verb.main + 1, clause.verb.from - 1) : undefined;
    if (known && known.kind !== 'none') {
      const said = `nothing in [which process] prompted anyone to report${known.kind === 'that' ? ' that' : ''}`;
      const what = kept(s, known.at, clause.verb.from - 1, false);
      return [{ from: own.from, to: predicateEnd(s, clause.verb.main + 1), parts: [said, what] }];
    }
    // "wanted to save time and restarted everything"
    if (/^(?:want|wish|hope)$/.test(own.verb.lemma) && deed.kind !== 'state')
      return deedDrafts(s, deed, own.from).slice(0, 2);
    // "saw the page and chose to sleep"
    const seen = RECEIVING.has(own.verb.lemma) && !own.verb.negated && !deed.object ? readDeed(s, own) : undefined;
    const fact =
      seen?.kind === 'done' && seen.object
        ? passive(s, { ...seen, end: Math.min(seen.end, clause.verb.from - 1) }, false)
        : undefined;
    if (fact)
      return [
        {
          from: own.from,
          to: predicateEnd(s, deed.rest),
          parts: [...fact, ', and [what] kept this from being acted on'],
        },
      ];
    if (GAPS.test(deed.kind)) return deedDrafts(s, deed, own.from).slice(0, 2);
  }
  return [];
}

/** Whether the sentence begins with a noun of knowledge or error: "Little understanding of the calendar led to …". */
function opensWithNoun(s: Sentence): boolean {
  const body = bodyStart(s);
  return s.phrases.some((p) => {
    const head = singular(s.low(p.head));
    return p.from <= body + 2 && p.preposition === undefined && (KNOWLEDGE_NOUNS.has(head) || ERROR_NOUNS.has(head));
  });
}

/** "the negotiators' failure to read it": whose failing it was. */
function ownsFailing(s: Sentence): boolean {
  return s.phrases.some((p) => {
    const head = singular(s.low(p.head));
    return p.possessor && isBlamable(s.actor(p.possessor, true)) && (ERROR_NOUNS.has(head) || UNDOING.has(head));
  });
}

function wider(s: Sentence, candidate: Candidate, heads: ReadonlySet<string>): Candidate {
  const phrase = s.phrases.find((p) => heads.has(singular(s.low(p.head))));
  return phrase ? { ...candidate, from: phrase.from, to: phrase.to } : candidate;
}

function nominalNear(s: Sentence, candidate: Candidate): Draft[] {
  const phrase = s.phrases.find((p) => {
    const head = singular(s.low(p.head));
    if (p.preposition !== undefined && s.low(p.preposition) === 'against') return false;
    // "while trying to repair the first fault": of a thing, and not what the finding is about.
    const told = p.from < candidate.to && p.to > candidate.from;
    if (!told && !p.possessor && s.clauses.some((c) => c.object === p)) return false;
    const isFailing =
      KNOWLEDGE_NOUNS.has(head) || ERROR_NOUNS.has(head) || NEGLIGENCE.has(head) || (UNDOING.has(head) && p.possessor);
    return isFailing || (isClue(s, p) && s.tokens[p.from - 1]?.text !== ',');
  });
  const owned = s.phrases.find(
    (p) => p.possessor && isBlamable(s.actor(p.possessor, true)) && p.from < candidate.to && p.to > candidate.from,
  );
  const telling = phrase ?? owned;
  return telling ? nominalDrafts(s, { ...candidate, from: telling.from, to: telling.to }) : [];
}

/** "It slipped her mind that S", "it went over their heads that S" */
function slippedMind(s: Sentence, at: number): boolean {
  if (!/^(?:slip|go|fly|sail)$/.test(s.tokens[at]!.lemma)) return false;
  for (let i = at + 1; i < at + 6; i++) if (/^(?:mind|heads|head)$/.test(s.low(i))) return true;
  return false;
}

/** "It escaped the clerks that S", "it was lost on the team that S", "S was lost on them": it was not apparent. */
function escaped(s: Sentence): Draft[] {
  for (let i = bodyStart(s); i < s.to - 2; i++) {
    const occurs = /^(?:occurred|dawned)$/.test(s.low(i)) && s.clauses.some((c) => c.verb.main === i && c.verb.negated);
    const escapes = /^(?:escaped|eluded|escapes)$/.test(s.low(i)) || occurs;
    const lost = (s.low(i) === 'lost' && s.low(i + 1) === 'on') || slippedMind(s, i);
    if (!escapes && !lost) continue;
    const body = bodyStart(s);
    // "The difference between a draft and a table was lost on them."
    const whom = lost ? s.phraseAt(i + 2) : undefined;
    const be = s.clauses.find((c) => c.verb.main === i && c.verb.passive);
    if (whom && be && isBlamable(s.actor(whom, true)) && /^(?:determiner|noun)$/.test(s.tokens[body]!.tag)) {
      const told = kept(s, body, be.verb.from, false);
      return [{ from: body, to: agentEnd(s, whom), parts: ['[which documentation] did not make clear', told] }];
    }
    // "That the routers shared a bus escaped the planners."
    const first = s.low(body) === 'that' ? clauseFrom(s, body + 1) : undefined;
    if (first?.ownSubject && first.verb.to <= i) {
      const outer = s.clauses.find((c) => c.verb.to > i && c.verb.from <= i);
      const told = kept(s, body + 1, Math.min(i, outer?.verb.from ?? i), false);
      return [{ from: body, to: sentenceEnd(s), parts: ['it was not apparent [from what] that', told] }];
    }
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
