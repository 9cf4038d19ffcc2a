import { isBlamable } from '../../language/actors.ts';
import type { NounPhrase } from '../../language/chunks.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { ERROR_NOUNS, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import { ROLE_NOUNS } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import { THIRD, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { BELIEVING, KNOWING } from '../reading/deedVerbs.ts';
import { bodyStart, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase, personEnd, type Range, wholePhrase } from '../reading/phrases.ts';
import { stretchAround } from '../reading/stretch.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { passive, passiveInfinitive } from '../writing/passive.ts';
import { clauseDrafts } from './clause.ts';
import { nominalDrafts, ownerBehind } from './nominal.ts';

const NAMES = words(
  `error mistake oversight factor trouble finger fallibility slip pebkac blunder lapse failure fault omission carelessness inattention slip-up mishap errors mistakes mix-up failing misstep typo fat-finger picnic`,
);

/** Rewrites of a human error given as the cause: the missing safeguard takes its place. */
export function humanErrorDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const phrase = errorPhrase(s, candidate);
  const known = phrase ? knownDrafts(s, phrase) : [];
  if (known.length > 0) return known;
  if (phrase && /^(?:misunderstanding|misinterpretation|confusion)$/.test(singular(s.low(phrase.head))))
    return nominalDrafts(s, candidate);
  const error = phrase && isError(s, phrase) ? phrase : undefined;
  const mistyped = mistypedAt(s, candidate);
  if (mistyped) return [mistyped];
  const isHuman = error && s.clauses.find((c) => c.verb.lemma === 'be' && c.subject.includes(error));
  if (isHuman && /\bhuman(?: one)?$/i.test(s.textOf(isHuman.verb.to, sentenceEnd(s))))
    return asClause(isHuman.from, sentenceEnd(s), []);
  // "The error sits, as always, in front of the screen."
  const sits = s.clauses.find(
    (c) =>
      /^(?:sit|lie|be)$/.test(c.verb.lemma) &&
      c.subject.some((p) => NAMES.has(singular(s.low(p.head))) || /^(?:link|point|problem)$/.test(s.low(p.head))),
  );
  if (
    sits &&
    /\b(?:front of|behind|between|screen|at the keyboard|chair)\b/.test(s.textOf(sits.verb.to, sentenceEnd(s)))
  )
    return asClause(sits.from, sentenceEnd(s), []);
  const clause = candidate.clause ?? s.clauses.find((c) => c.verb.main >= candidate.from && c.verb.main < candidate.to);
  const typed = error !== undefined && clause?.verb.nonFinite === 'ing' && clause.verb.main === error.from - 1;
  // "because people make mistakes": a clause stays one.
  for (let i = error ? error.from - 1 : s.to; error && i < error.to; i++) {
    const makers = /^(?:make|makes|made)$/.test(s.low(i)) ? s.phrases.find((p) => p.from < i && p.to >= i) : undefined;
    // "At the end of the day | people make mistakes": what a preposition governs is no subject.
    const human = /^(?:people|humans|folks|everyone|everybody)$/.test(s.low(i - 1));
    if (makers && (human || isBlamable(s.actor(makers, true))))
      return asClause(human ? i - 1 : makers.from, Math.max(candidate.to, error.to), []);
  }
  if (clause && (!phrase || clause.verb.main <= phrase.from) && clause.verb.lemma !== 'be') {
    // "people making mistakes in the console"
    if (clause.verb.nonFinite === 'ing' && phrase && /^(?:make|commit|do)$/.test(clause.verb.lemma)) {
      const from = Math.min(candidate.from, clause.from);
      return twoWays(s, from, Math.max(candidate.to, phrase.to), true, false, []);
    }
    // "Tools didn't fail us, people did."
    if (clause.verb.lemma === 'do' && clause.ownSubject && !clause.object)
      return asClause(clause.from, clause.verb.to, []);
    const drafts = clause.verb.nonFinite === 'ing' || s.low(clause.from) === 'what' ? [] : clauseDrafts(s, clause);
    if (drafts.length > 0) return drafts;
  }
  const adjective = /^(?:human|manual)$/.test(s.low(candidate.to - 1));
  if (clause?.verb.lemma === 'be' && clause.verb.main >= candidate.from && phrase && !error && !adjective) {
    // "The weakest link was the person at the keyboard."
    const to = Math.max(candidate.to, personEnd(s, s.phrases.findLast((p) => p.from < candidate.to)!));
    return asClause(clause.from, to, []).reverse();
  }
  if (!error) {
    const other = humanCause(s, candidate) ?? weakestLink(s, candidate);
    if (other) return [other];
  }
  if (!phrase) {
    if (candidate.byWording) return [];
    const by = s.low(candidate.to - 1) === 'by' ? s.phraseAt(candidate.to) : undefined;
    return twoWays(s, withCategory(s, candidate.from), by ? personEnd(s, by) : candidate.to, false, false, []);
  }
  const from = typed
    ? clause.verb.from
    : withCategory(s, behindLabel(s, error?.from ?? Math.min(phrase.from, candidate.from)));
  const owner = ownerBehind(s, phrase.to);
  const made = /^(?:made|committed|introduced)$/.test(s.low(phrase.to)) && s.low(phrase.to + 1) !== 'by' ? 1 : 0;
  // "a mistake someone made"
  const maker = s.phraseAt(phrase.to);
  const theirs = maker && s.low(maker.to) === 'made' && isBlamable(s.actor(maker, true)) ? maker.to + 1 : 0;
  const byHand = !owner && s.low(phrase.to) === 'by' && s.low(phrase.to + 1) === 'hand' ? 2 : 0;
  const to = withMore(s, Math.max(owner?.to ?? phrase.to + byHand + made, theirs, error ? 0 : candidate.to));
  const ofKind = s.low(phrase.to) === 'of' ? s.phraseAt(phrase.to + 1) : undefined;
  const typing = s.low(phrase.to) === 'of' && KINDS.test(s.low(phrase.to + 1)) ? phrase.to + 2 : phrase.to;
  const behind = ofKind && KINDS.test(s.low(ofKind.head)) ? ofKind.to : typing;
  const between: Part[] = [
    ...(owner && owner.from > behind ? [kept(s, behind, owner.from, false)] : []),
    ...(owner ? doneBy(s, owner) : []),
  ];
  const aside = apposition(s, from, to);
  if (aside) return [aside];
  const plural = !typed && isPluralPhrase(s, { from: phrase.from, to: phrase.to }) === true;
  const letting = error ? lettingIt(s, error, from, to, between) : [];
  if (letting.length > 0) return letting;
  // "…, which is a typical human error"
  const which = s.low(from - 2) === 'which' ? from - 3 : undefined;
  if (which !== undefined && s.tokens[which]!.text === ',')
    return [{ from: which, to, parts: [', and [which safeguard] did not stop it'] }];
  const equated = equatedAt(s, from);
  if (equated !== undefined)
    return twoWays(s, equated, to, plural, false, between).map((draft) => ({
      ...draft,
      parts: ['came from', ...draft.parts],
    }));
  const it = itIs(s, from);
  if (it !== undefined) return asClause(it, to, between);
  // "fat-fingering of the gate range"
  const kind =
    s.low(to) === 'of' || /^in (?:attention|concentration|judg)/.test(s.textOf(to, Math.min(s.to, to + 2)))
      ? s.phraseAt(to + 1)
      : undefined;
  if (kind && (KINDS.test(s.low(kind.head)) || ROLE_NOUNS.has(singular(s.low(kind.head)))))
    return twoWays(s, from, kind.to, plural, false, between);
  if (s.low(to) === 'of' && s.phraseAt(to + 1)) return twoWays(s, from, to + 1, plural, false, [...between, 'for']);
  return twoWays(s, from, to, plural, s.tokens[from - 1]?.text === '(', between);
}

/** "a slip of concentration", "an error of manipulation": what kind of error it was. */
const KINDS =
  /^(?:concentration|keying|handling|copy|judgement|judgment|attention|memory|mind|thought|pen|keyboard|hand|manipulation|execution|operation|typing|entry|copying|fact|tongue|calculation|omission)$/;

/** "A copy-paste mistake put the password into the vault": a missing safeguard puts nothing anywhere, it lets it be put. */
function lettingIt(s: Sentence, error: NounPhrase, from: number, to: number, between: readonly Part[]): Draft[] {
  const clause = s.clauses.find(
    (c) => c.ownSubject && isFiniteClause(c) && c.subject.includes(error) && c.verb.from >= to,
  );
  if (!clause || clause.verb.modal !== undefined || clause.verb.passive) return [];
  const deed = readDeed(s, clause);
  if (
    deed?.kind !== 'done' ||
    /^(?:delay|hold|cost|keep|take|stop|explain|leave|give|hit|affect|account|make|mean|produce|create|bring)$/.test(
      deed.verb,
    )
  )
    return [];
  const done = passiveInfinitive(s, deed);
  if (!done) return [];
  const during: Part[] = clause.verb.from > to ? [kept(s, to, clause.verb.from, false)] : [];
  return [{ from, to: deed.end, parts: ['a missing safeguard ([which])', ...between, ...during, 'allowed', ...done] }];
}

/** "tl;dr PEBKAC": a label that was read as part of the noun. */
function behindLabel(s: Sentence, from: number): number {
  return s.low(s.from) === 'tl' ? Math.max(bodyStart(s), from) : from;
}

function twoWays(
  s: Sentence,
  from: number,
  to: number,
  plural: boolean,
  bracketed: boolean,
  behind: readonly Part[],
): Draft[] {
  const safeguard = safeguardAgainst(s.textOf(from, to));
  const missing = plural ? `missing ${safeguard}s` : `${bracketed ? '' : 'a '}missing ${safeguard}`;
  // "Following a clerical error, …": nothing follows from what is not there.
  const lead = /^(?:following|after)$/.test(s.low(from - 1)) ? from - 1 : undefined;
  return [
    lead === undefined
      ? { from, to, parts: [bracketed ? `${missing}: [which]` : `${missing} ([which])`, ...behind] }
      : { from: lead, to, parts: [`for lack of a ${safeguard} ([which])`, ...behind] },
    {
      from,
      to,
      parts: [plural ? 'gaps in [which checks or tools]' : 'a gap in [which check or tool]', ...behind],
    },
  ];
}

/** "It was a human mistake": a clause of its own. */
function asClause(from: number, to: number, behind: readonly Part[]): Draft[] {
  return [
    { from, to, parts: ['[which safeguard] was missing', ...behind] },
    { from, to, parts: ['[which step] had no safeguard', ...behind] },
  ];
}

/** What was missing, as far as the name of the error says in which step it was made. */
function safeguardAgainst(error: string): string {
  if (/\b(?:key(?:ing|ed)|typ(?:o|os|ing)|data[- ]entry|input|finger|fingers|fat-finger\w*|digit)\b/i.test(error))
    return 'input check';
  if (/\bconfig(?:uration)?\b/i.test(error)) return 'configuration check';
  return 'safeguard';
}

/** "Classic PICNIC", "a plain case of finger trouble", "Human – slip": index of what belongs to the name of the error. */
function withCategory(s: Sentence, at: number): number {
  const body = bodyStart(s);
  let from = at;
  for (let steps = 0; steps < 6 && from > body; steps++) {
    const before = s.low(from - 1);
    const of = before === 'of' && /^(?:case|matter|instance|failure|fault|error|mistake)$/.test(s.low(from - 2));
    if (of) from -= 2;
    else if (
      /^(?:classic|plain|simple|pure|sheer|mere|typical|clear|textbook|another|good|old|keying|typing|handling|operating)$/.test(
        before,
      )
    )
      from--;
    else if (/^[–—-]$/.test(s.tokens[from - 1]!.text) && /^(?:human|people|performance)$/.test(s.low(from - 2)))
      from -= 2;
    else if (/^(?:human|a|the)$/.test(before) && from < at) from--;
    else break;
  }
  return from;
}

/** Behind "– execution", "and insufficient attention", "with no technical deficiency": they tell more of the error. */
function withMore(s: Sentence, at: number): number {
  const phrase = s.phraseAt(at + 1);
  const limit = sentenceEnd(s);
  const label = bodyStart(s) > s.from && !s.clauses.some((c) => isFiniteClause(c) && c.verb.from > at);
  if (/^[–—]$/.test(s.tokens[at]?.text ?? '') && (limit - at <= 3 || label)) return limit;
  const head = phrase && singular(s.low(phrase.head));
  const isError = head !== undefined && (ERROR_NOUNS.has(head) || VIRTUE_NOUNS.has(head) || NAMES.has(head));
  const denies = s.low(at) === 'with' && s.low(at + 1) === 'no';
  return phrase && ((s.low(at) === 'and' && isError) || denies) ? phrase.to : at;
}

/** "… were swapped in DNS, a mistake by a human being": what happened stands in front. */
function apposition(s: Sentence, from: number, to: number): Draft | undefined {
  if (s.tokens[from - 1]?.text !== ',' || from - 1 <= bodyStart(s)) return undefined;
  let body = from - 1;
  while (body > s.from && s.tokens[body - 1]!.text !== ':') body--;
  const told = s.clauses.some(
    (c) => c.verb.from >= body && c.verb.to < from && !c.verb.infinitive && c.verb.tense === 'past',
  );
  const goesOn = s.clauses.some((c) => c.verb.from >= to && c.verb.from <= to + 1 && isFiniteClause(c));
  return told && !goesOn ? { from: from - 1, to, parts: [', and [which safeguard] did not stop it'] } : undefined;
}

/** "a slip by the agent who keyed in the geofence": in which step it was made. */
function doneBy(s: Sentence, owner: Range): Part[] {
  const doing = s.clauses.some((c) => c.verb.from === owner.to && c.verb.nonFinite === 'ing');
  if (doing) return ['when'];
  const clause = s.clauses.find((c) => c.verb.from > owner.from && c.verb.to <= owner.to && isFiniteClause(c));
  const deed = clause && s.low(clause.verb.from - 1) === 'who' ? readDeed(s, clause) : undefined;
  const done = deed?.kind === 'done' ? passive(s, deed, false) : undefined;
  return done ? ['when', ...done] : [];
}

/** "fat-fingering of the interchange percentage" */
function mistypedAt(s: Sentence, { from, to }: Range): Draft | undefined {
  for (let i = from; i < to; i++) {
    if (!/^(?:fat-?fingering|mis-?typing|mis-?keying)$/.test(s.low(i)) || s.low(i + 1) !== 'of') continue;
    const phrase = s.phraseAt(i + 2);
    if (!phrase) continue;
    const thing = wholePhrase(s, phrase);
    const parts = [kept(s, thing.from, thing.to, false), 'being mistyped', '([which safeguard] did not stop it)'];
    return { from: i, to: thing.to, parts };
  }
  return undefined;
}

/** "The false merge was a user mistake": index of "was", if what it is said of is no cause but what happened. */
function equatedAt(s: Sentence, from: number): number | undefined {
  const be = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.verb.to <= from && c.verb.to >= from - 1 && c.verb.tense === 'past',
  );
  const subject = be?.subject[0];
  if (!be?.ownSubject || !subject || be.verb.to - be.verb.from > 1) return undefined;
  const cause =
    /^(?:cause|causes|reason|factor|problem|trigger|source|origin|explanation|answer|finding|conclusion|result|it|this|that|which|what|denominator|issue|link|thing|root)$/;
  return cause.test(s.low(subject.head)) || s.tokens[subject.head]!.tag === 'pronoun' ? undefined : be.verb.from;
}

/** "It was a human mistake": index of "it", if the words stand behind it and a form of be. */
function itIs(s: Sentence, from: number): number | undefined {
  const be = s.clauses.find((c) => c.verb.lemma === 'be' && c.verb.to <= from && c.verb.to >= from - 1);
  const subject = be?.subject[0];
  return be && subject && be.ownSubject && /^(?:it|this|that)$/.test(s.low(subject.head)) && be.from === subject.from
    ? be.from
    : undefined;
}

/** "the human as the weakest link": the step that nothing protects. */
function weakestLink(s: Sentence, { agent }: Candidate): Draft | undefined {
  if (!agent || !s.clauses.some((c) => c.verb.from < agent.from)) return undefined;
  if (s.clauses.some((c) => c.subject.includes(agent) && c.verb.lemma !== 'be')) return undefined;
  let to = personEnd(s, agent);
  if (s.low(to) !== 'as') return undefined;
  if (s.phraseAt(to + 1)) ({ to } = s.phraseAt(to + 1)!);
  return { from: agent.from, to, parts: ['[which step] without a safeguard'] };
}

/** "The root cause is not technical but human." */
function humanCause(s: Sentence, candidate: Candidate): Draft | undefined {
  if (s.clauses.some((c) => c.ownSubject && c.verb.lemma !== 'be' && c.verb.from > candidate.from)) return undefined;
  const clause = s.clauses.find((c) => c.ownSubject && c.verb.lemma === 'be' && c.verb.from < candidate.to);
  const subject = clause?.subject[0];
  if (!clause || !subject || !/^(?:cause|reason|factor|origin|problem|trigger|explanation)$/.test(s.low(subject.head)))
    return undefined;
  const to = stretchAround(s, candidate).to;
  return { from: clause.verb.from, to, parts: [s.low(clause.verb.main), 'a missing safeguard ([which])'] };
}

/** "Human error in not knowing that …", "error … by assuming that …": what was not shown is what matters. */
function knownDrafts(s: Sentence, phrase: NounPhrase): Draft[] {
  const clause = s.clauses.find(
    (c) => c.verb.nonFinite === 'ing' && c.verb.from >= phrase.to && c.verb.from <= phrase.to + 6,
  );
  if (!clause || !(KNOWING.has(clause.verb.lemma) || BELIEVING.has(clause.verb.lemma))) return [];
  const end = predicateEnd(s, clause.verb.main + 1);
  const topic = topicAt(s, clause.verb.main + 1, end);
  if (topic.kind === 'none') return [];
  const believed = BELIEVING.has(clause.verb.lemma) && !clause.verb.negated && s.low(clause.verb.from - 1) !== 'not';
  const that = topic.kind === 'that' ? ' that' : '';
  const about = topic.kind === 'noun' ? 'cover' : `show${that}`;
  const frames =
    believed && topic.kind === 'that'
      ? ['[which check or document] did not correct the assumption that', 'it was not apparent [where] whether']
      : [
          `[which documentation or signal] did not ${about}`,
          `[which documentation or signal] was missing ${topic.kind === 'noun' ? 'on' : `to show${that}`}`,
        ];
  return frames.map((frame) => ({ from: phrase.from, to: topic.at, parts: [frame] }));
}

function isError(s: Sentence, phrase: NounPhrase): boolean {
  // "an incorrect manual input"
  if (/^(?:input|entry|click|handling|operation|keystroke|action)$/.test(singular(s.low(phrase.head))))
    for (let i = phrase.from; i < phrase.head; i++)
      if (/^(?:wrong|incorrect|erroneous|faulty|improper)$/.test(s.low(i))) return true;
  return NAMES.has(singular(s.low(phrase.head))) || NAMES.has(s.low(phrase.head));
}

/** The error in a noun phrase that took in a verb: "handling errors | account for", "the report lists | operator mistake". */
function errorWithin(s: Sentence, phrase: NounPhrase): NounPhrase | undefined {
  let { from } = phrase;
  for (let i = from + 2; i < phrase.head; i++)
    if (verbForm(s.low(i), false)?.forms === THIRD && !NAMES.has(singular(s.low(i)))) from = i + 1;
  if (isError(s, phrase)) return from === phrase.from ? phrase : { ...phrase, from };
  for (let head = phrase.head - 1; head >= from; head--)
    if (NAMES.has(singular(s.low(head))) && /^(?:account|explain|remain|cause|lead)s?$/.test(s.low(head + 1)))
      return { ...phrase, from, head, to: head + 1 };
  return undefined;
}

function errorPhrase(s: Sentence, candidate: Candidate): NounPhrase | undefined {
  let last: NounPhrase | undefined;
  for (const phrase of s.phrases) {
    if (phrase.to <= candidate.from || phrase.from >= candidate.to) continue;
    const error = errorWithin(s, phrase);
    if (error) return error;
    last = phrase;
  }
  // "only a wrong click by a user of the back office"
  const done = candidate.byWording
    ? s.phrases.find((p) => {
        const by = s.low(p.to) === 'by' ? s.phraseAt(p.to + 1) : undefined;
        return by !== undefined && s.actor(by, true).kind !== 'system';
      })
    : undefined;
  return candidate.byWording ? done : last;
}
