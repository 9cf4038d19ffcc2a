import { isBlamable } from '../../language/actors.ts';
import type { NounPhrase } from '../../language/chunks.ts';
import type { Clause } from '../../language/clauses.ts';
import { TITLES } from '../../language/lexicon/people.ts';
import type { Sentence } from '../../language/sentence.ts';
import { isBlameAdverb } from '../writing/neutral.ts';
import type { Deed } from './deed.ts';
import { bodyStart, isFiniteClause, predicateEnd } from './extent.ts';

/** The place in the grammar of the sentence that a rewrite has to fit. Token indexes, ends exclusive. */
export type Slot =
  /** A finite clause with its subject: another clause can stand there. `temporal`: it tells when something happened. */
  | { readonly kind: 'clause'; readonly from: number; readonly temporal: boolean }
  /** A clause behind a preposition ("due to the team have not …"): a noun phrase is needed. */
  | { readonly kind: 'noun'; readonly from: number }
  /** "the team breaking DNS": a subject and its -ing form. */
  | { readonly kind: 'gerund'; readonly from: number }
  /** "by an engineer who had skipped …": the agent and what is told of it. */
  | { readonly kind: 'by-who'; readonly from: number; readonly comma: boolean }
  /** "an engineer who had skipped … rebooted it": the subject of a clause that goes on. */
  | { readonly kind: 'subject-who'; readonly from: number; readonly antecedent: NounPhrase; readonly matrix: Clause }
  /** "a manifest that Camille had pasted": what stands in front is the object; `marker`: with "that" or "which". */
  | {
      readonly kind: 'object-relative';
      readonly from: number;
      readonly marker: boolean;
      readonly antecedent: NounPhrase | undefined;
    }
  /** "what the crew ought to have done": "what to do". */
  | { readonly kind: 'what-to'; readonly from: number }
  /** "what Oyelaran did to the config": "what was done to the config". */
  | { readonly kind: 'what-done'; readonly from: number }
  /** "…, who let it lapse": told of somebody who can stay; `from` is the comma. */
  | { readonly kind: 'described'; readonly from: number }
  /** Nothing that can be fitted safely. */
  | { readonly kind: 'none' };

const NONE: Slot = { kind: 'none' };

const TEMPORAL = /^(?:after|before|until|till|once|when|whenever|since)$/;

const CAUSAL_PREPOSITION = /^(?:to|of|by|despite|from|for|courtesy|on|except)$/;

/** Where the person's clause stands. */
export function slotOf(s: Sentence, deed: Deed): Slot {
  const clause = deed.top;
  const who = relativeWord(s, clause);
  if (who !== undefined) return relativeSlot(s, clause, deed, who);
  if (clause.relative && !clause.ownSubject) return NONE;
  if (clause.subject.length === 0 || !clause.ownSubject) return sharedSlot(s, clause);

  let from = subjectStart(s, clause);
  while (from > s.from && /^(?:both|not|either|even|only|hardly|barely|scarcely|too|almost)$/.test(s.low(from - 1)))
    from--;
  if (clause.verb.nonFinite === 'ing') {
    // "The engineer holding the pager had …": the participle describes the subject of what follows.
    const describes = s.clauses.some(
      (c) => c !== clause && c.ownSubject && c.verb.from > clause.verb.from && c.subject[0] === clause.subject[0],
    );
    // "The analyst covering for vacation had never …": the same, where the noun in front of the verb was taken for its subject.
    const goesOn = s.clauses.some(
      (c) =>
        c.ownSubject &&
        isFiniteClause(c) &&
        c.subject[0]!.preposition !== undefined &&
        c.verb.from > clause.verb.to &&
        c.verb.from <= clause.verb.to + 4,
    );
    return describes || goesOn ? NONE : { kind: 'gerund', from };
  }
  const before = from - 1;
  if (before < s.from) return { kind: 'clause', from, temporal: false };
  const token = s.tokens[before]!;
  const { low } = token;
  if (low === 'what' && clause.verb.modal === undefined && !deed.object && deed.kind === 'done' && !clause.verb.passive)
    return { kind: 'what-done', from };
  const relative = objectRelative(s, deed, from);
  if (relative) return relative;
  if (token.tag === 'preposition' || token.tag === 'to') {
    const soon = low === 'as' && s.low(before - 1) === 'soon';
    if (TEMPORAL.test(low) || soon) return { kind: 'clause', from, temporal: low !== 'since' };
    // "…, for the team had shipped the wrong ones": for is because.
    if (low === 'for' && s.tokens[before - 1]?.text === ',') return { kind: 'clause', from, temporal: false };
    if (CAUSAL_PREPOSITION.test(low)) return { kind: 'noun', from };
  }
  if (low === 'time' && s.low(before - 2) === 'by') return { kind: 'clause', from, temporal: true };
  // "a report on tests they never ran", "a liberty that he took": a clause about the noun in front of it.
  if (/^(?:noun|name)$/.test(token.tag) && !BECAUSE.test(low) && isContact(s, from)) return NONE;
  if (/^(?:wish|wished)$/.test(low)) return { kind: 'clause', from: before, temporal: false };
  // "How they failed to connect the two is a mystery": what was not done is what is told.
  if (low === 'how')
    return deed.kind === 'omitted' && before === bodyStart(s)
      ? { kind: 'clause', from: before, temporal: false }
      : NONE;
  if ((low === 'why' || low === 'what') && clause.verb.modal !== undefined)
    return low === 'what' ? { kind: 'what-to', from } : NONE;
  // "Although the warning had been read": a fact, too.
  if (token.tag === 'subordinator')
    return { kind: 'clause', from, temporal: TEMPORAL.test(low) || /^(?:al)?though$/.test(low) };
  if (token.tag === 'adverb' && isBlameAdverb(low)) from = before;
  else if (token.text === ',' && before - 1 === s.from && isBlameAdverb(s.low(s.from))) from = s.from;
  return { kind: 'clause', from, temporal: false };
}

/** "bc", "cause": because, as people write it; and what a that-clause follows. */
const BECAUSE = /^(?:bc|bcoz|bcos|bcause|cause|coz|cuz|cos|cus|clear|sure|plain|obvious|likely|true)$/;

/** Whether the clause at the token hangs on the noun in front without a word in between: that noun belongs to an earlier verb. */
function isContact(s: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(bodyStart(s), at - 40); i--) {
    const { tag, text } = s.tokens[i]!;
    if (/^[,;:–—()]$/.test(text)) return false;
    if (/^(?:subordinator|that|conjunction)$/.test(tag) && s.low(i + 1) !== 'of') return false;
    if (s.clauses.some((c) => c.verb.main === i && isFiniteClause(c))) return true;
  }
  return false;
}

const TIMES = /^(?:night|day|week|evening|morning|month|year|shift|hour|minute|afternoon|weekend)$/;

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

const TIME_ZONE = /^(?:UTC|(?!IT$)[A-Z]{1,4}T)$/;

/** The subject's first word; a time in front of it, or what another clause has to do with, is left out. */
function subjectStart(s: Sentence, clause: Clause): number {
  let from = clause.from;
  const last = clause.subject.at(-1)!;
  const described = describedFrom(s, clause, from);
  if (described !== undefined) return described;
  // "Mr. Boateng and Mr. Szabo each assumed": those who did stand in front of "each".
  if (s.low(from) === 'each' && last.head === from) {
    while (from > bodyStart(s) && !/^[,;:–—(]$/.test(s.tokens[from - 1]!.text)) from--;
    return from;
  }
  const nobodyBut = clause.subject[0] && /^(?:nobody|no-one|none)$/.test(s.low(clause.subject[0].from));
  if (!nobodyBut) for (let i = from; i < last.from; i++) if (/^(?:but|so)$/.test(s.low(i))) from = i + 1;
  // "for a week and folks walked past": what stands in front of "and" is no subject.
  const [front] = clause.subject;
  const person = clause.subject.find((p) => isBlamable(s.actor(p, true)) || s.actor(p).kind === 'nobody');
  const placed =
    front && (front.preposition !== undefined || /^(?:since|for|until|till|on|in|at)$/.test(s.low(front.from - 1)));
  const second = person && person !== front ? person : last;
  if (front && second !== front && placed && s.low(second.from - 1) === 'and') from = Math.max(from, second.from);
  // "Against better knowledge Ruben", "for this outage Noémie": the name begins the subject.
  if (/^(?:against|for|after|before|with|without|during|in|on|at)$/.test(s.low(from - 1)))
    for (let i = from + 1; i <= last.head; i++)
      if (s.tokens[i]!.tag === 'name' && s.tokens[i - 1]!.tag === 'noun' && !s.tokens[i - 1]!.capital) return i;
  // "At 1640 the patch administrator"
  if (s.low(from - 1) === 'at' && /^\d{4}$/.test(s.tokens[from]!.text) && from < last.head) return from + 1;
  // "03:12 WAT Chinedu": the time zone is no part of the name.
  if (/^\d{1,2}:\d{2}/.test(s.tokens[from - 1]?.text ?? '') && from < last.head && TIME_ZONE.test(s.tokens[from]!.text))
    from++;
  while (from < last.head && s.tokens[from]!.kind === 'number' && /^\d{1,2}:\d{2}|^\d{4}-/.test(s.tokens[from]!.text)) {
    from++;
    if (from < last.head && TIME_ZONE.test(s.tokens[from]!.text)) from++;
  }
  // "Solveig and the agency temp"
  const left = s.low(from - 1) === 'and' ? phraseEndingAt(s, from - 1) : undefined;
  if (
    left &&
    left.preposition === undefined &&
    isBlamable(s.actor(left, true)) &&
    s.tokens[left.from - 1]?.text === ','
  )
    from = left.from;
  // "the trust & safety lead"
  while (s.tokens[from - 1]?.text === '&' && s.phraseAt(from - 2)) from = s.phraseAt(from - 2)!.from;
  // "tl;dr ops didn't know": a label that was read as part of the name.
  const body = bodyStart(s);
  return from < body && body <= last.head ? body : namedFrom(s, from);
}

/** "Our on-call that week, Finn, slept through it": the person in front of what says who it is. */
function describedFrom(s: Sentence, clause: Clause, from: number): number | undefined {
  const body = bodyStart(s);
  // "Whoever was covering for Nadia let it lapse"
  const covers = s.low(body) === 'whoever' ? s.clauses.find((c) => isFiniteClause(c)) : undefined;
  if (covers && covers !== clause && !s.textOf(body, from).includes(',')) return body;
  const first = s.phraseAt(body);
  if (!first || first.to > from) return undefined;
  const actor = s.actor(first, true);
  // "The scheduler analyst, Fatoumata, transposed two names": the name says that it is a person.
  const named =
    s.tokens[first.to]?.text === ',' && from === first.to + 1 && s.tokens[clause.verb.from - 1]?.text === ',';
  if (!named && (!isBlamable(actor) || !actor.certain)) return undefined;
  // "The analyst covering for vacation had never …"
  const doing = s.tokens[first.to]!.tag === 'verb' && s.low(first.to).endsWith('ing') ? 1 : 0;
  for (let i = first.to + doing; i < clause.verb.from; i++)
    if (/^(?:verb|aux|modal|conjunction|subordinator|wh)$/.test(s.tokens[i]!.tag) && s.low(i) !== 'and')
      return undefined;
    else if (/^[;:–—]$/.test(s.tokens[i]!.text)) return undefined;
  // "Maintenance over, infra forgot it": two of them.
  const commas = s.textOf(first.to, clause.verb.from).includes(',');
  let last = clause.verb.from - 1;
  while (s.tokens[last]!.tag === 'adverb') last--;
  return !commas || s.tokens[last]!.text === ',' || s.low(last) === 'each' ? body : undefined;
}

/** "Mrs. Hoang", "Wire Operations": the title or the first half of a name that was cut off stays with it. */
function namedFrom(s: Sentence, at: number): number {
  let from = at;
  if (s.tokens[from - 1]?.text === '.' && TITLES.has(s.low(from - 2))) return from - 2;
  if (TITLES.has(s.low(from - 1)) || s.low(from - 1) === 'you') from--;
  // "The overnight operator": an adverb that stands as an adjective.
  if (
    /^(?:adverb|adjective)$/.test(s.tokens[from - 1]?.tag ?? '') &&
    s.tokens[from - 2]?.tag === 'determiner' &&
    s.tokens[from]!.tag === 'noun'
  )
    return from - 2;
  const before = s.tokens[from - 1];
  const first = from - 1 === bodyStart(s) && s.tokens[from]?.capital === true;
  // "Search guys broke it": the name of a team that looks like a verb.
  const team = from - 1 === bodyStart(s) && before?.tag === 'verb' && /^(?:noun|name)$/.test(s.tokens[from]?.tag ?? '');
  if (
    (first || team) &&
    before?.capital &&
    /^(?:verb|noun|adjective|name)$/.test(before.tag) &&
    before.kind === 'word' &&
    !CALENDAR.test(before.low)
  )
    from--;
  return from;
}

/** Index of the relative pronoun that is the clause's subject. */
function relativeWord(s: Sentence, clause: Clause): number | undefined {
  const own = clause.subject[0];
  if (own && /^(?:who|which)$/.test(s.low(own.from)) && own.to === own.from + 1) {
    const before = s.tokens[own.from - 1];
    if (own.from === s.from || before === undefined) return undefined;
    return /^(?:noun|name|pronoun|number|punctuation|conjunction)$/.test(before.tag) ? own.from : undefined;
  }
  if (!clause.relative || clause.ownSubject) return undefined;
  for (let i = clause.verb.from - 1; i > s.from && i >= clause.verb.from - 4; i--)
    if (/^(?:who|that|which)$/.test(s.low(i))) return i;
  return undefined;
}

/** The person shares the subject of an earlier verb, or none is named: only this verb and what belongs to it is replaced. */
function sharedSlot(s: Sentence, clause: Clause): Slot {
  let from = clause.verb.from;
  while (from > s.from && s.tokens[from - 1]!.tag === 'adverb') from--;
  const before = from > s.from ? s.tokens[from - 1]! : undefined;
  if (before?.tag === 'conjunction' && s.tokens[from - 2]?.tag === 'modal') {
    // "could and should have revoked": two modals, one verb, one subject.
    const first = s.clauses.find((c) => c.verb.to === from - 1 && c.ownSubject);
    if (first) return { kind: 'clause', from: subjectStart(s, first), temporal: false };
  }
  if (
    !before ||
    before.tag === 'conjunction' ||
    before.kind === 'number' ||
    /^[:–—-]$/.test(before.text) ||
    from === bodyStart(s)
  )
    return { kind: 'clause', from, temporal: false };
  return NONE;
}

function relativeSlot(s: Sentence, clause: Clause, deed: Deed, relative: number): Slot {
  // "It was the graduate, working on her own, who took it offline."
  const body = bodyStart(s);
  const cleft = s.clauses.find((c) => c.from === body && c.verb.lemma === 'be' && /^(?:it|this)$/.test(s.low(c.from)));
  if (cleft && !s.clauses.some((c) => c.verb.from > cleft.verb.from && c.verb.from < relative && isFiniteClause(c)))
    if (/^(?:who|that)$/.test(s.low(relative)) && cleft.verb.to < relative && s.tokens[relative - 1]!.text === ',')
      return { kind: 'clause', from: body, temporal: false };
  let to = relative;
  while (to > s.from && /^[,(–—]$/.test(s.tokens[to - 1]!.text)) to--;
  const nearest = phraseEndingAt(s, to);
  if (!nearest) return NONE;
  const { from, first } = quantified(s, nearest);
  const before = s.low(from - 1);
  if (before === 'by') return { kind: 'by-who', from: from - 1, comma: s.tokens[from - 2]?.text === ',' };
  // "It was QA who missed …", "The guilty party was the crew, which let it lapse"
  if (
    /^(?:was|is|'s|were|are)$/.test(before) &&
    /^(?:it|this|that|culprit|culprits|party|suspect|offender|perpetrator)$/.test(s.low(from - 2))
  )
    return { kind: 'clause', from: s.phrases.find((p) => p.to === from - 1)?.from ?? from - 2, temporal: false };
  const subject = clause.subject[0];
  const matrix = s.clauses.find(
    (c) =>
      c !== clause &&
      c.ownSubject &&
      !c.relative &&
      c.verb.from > relative &&
      c.subject.some((p) => p === subject || p === first || p === nearest),
  );
  if (matrix) return { kind: 'subject-who', from, antecedent: { ...first, to: nearest.to }, matrix };
  if (from === bodyStart(s) || s.tokens[from - 1]?.text === ':')
    return deed.end >= s.to - 2 ? { kind: 'clause', from, temporal: false } : NONE;
  // "The theme of the last incidents is contractors who do not follow it"
  if (/^(?:is|are|was|were|remains)$/.test(before) && deed.top.verb.negated) return { kind: 'noun', from };
  // "We've got reviewers who approve anything", "there are engineers who …"
  const having = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.verb.to === from &&
      /^(?:have|get|be)$/.test(c.verb.lemma) &&
      /^(?:we|there|you|they)$/.test(s.low(c.from)),
  );
  if (having) return { kind: 'clause', from: having.from, temporal: false };
  const causal =
    before !== 'to' ||
    /^(?:due|owing|thanks|attributable|down|attributed|traced|led|back|lies|comes|came|boils)$/.test(s.low(from - 2));
  if (before === 'with' && /^(?:originated|originates|started|starts|began|begins)$/.test(s.low(from - 2)))
    return { kind: 'noun', from };
  if (CAUSAL_PREPOSITION.test(before) && causal && !(before === 'from' && s.tokens[to]?.text === ','))
    return { kind: 'noun', from };
  if (s.tokens[to]?.text === ',') return { kind: 'described', from: to };
  // "Managers to follow up with the two engineers who bypassed it": what is to be done about people goes with them.
  return s.clauses.some((c) => isFiniteClause(c) && c !== clause && !c.relative)
    ? NONE
    : { kind: 'clause', from: bodyStart(s), temporal: false };
}

function phraseEndingAt(s: Sentence, to: number): NounPhrase | undefined {
  for (const phrase of s.phrases) if (phrase.to === to) return phrase;
  return undefined;
}

/** The phrase with the places and quantities it hangs on: "one of the analysts", "the guy on the other end of the call". */
function quantified(s: Sentence, phrase: NounPhrase): { from: number; first: NounPhrase } {
  let first = phrase;
  for (let steps = 0; steps < 4; steps++) {
    if (!/^(?:of|on|at|in|from)$/.test(s.low(first.from - 1))) break;
    const left = phraseEndingAt(s, first.from - 1);
    if (!left) break;
    first = left;
  }
  return { from: first.from, first };
}

/** "(that) Camille had pasted", "the grants Goran gave out": the verb lacks its object, which stands in front. */
function objectRelative(s: Sentence, deed: Deed, from: number): Slot | undefined {
  if (deed.object || deed.topic === 'that' || deed.topic === 'wh' || deed.top.verb.passive) return undefined;
  const low = s.low(from - 1);
  const marker = low === 'that' || low === 'which' || low === 'whom';
  const antecedent = phraseEndingAt(s, marker ? (s.tokens[from - 2]?.text === ',' ? from - 2 : from - 1) : from);
  // "…, which the author didn't know": about all that was said.
  if (!antecedent && low === 'which' && s.tokens[from - 2]?.text === ',')
    return { kind: 'object-relative', from, marker: true, antecedent };
  if (!antecedent || antecedent.from < bodyStart(s) || /^(?:given|such|now|so)$/.test(s.low(antecedent.head)))
    return undefined;
  // "because of the mess the squad made of it"
  const hangs = deed.kind === 'done' && deed.group === deed.top.verb && isContact(s, from);
  if (
    antecedent.preposition !== undefined &&
    !marker &&
    !hangs &&
    (!deed.group.perfect || antecedent.from <= bodyStart(s) + 1)
  )
    return undefined;
  const next = s.tokens[deed.particleEnd];
  const time = /^(?:the|last|that|this|one)$/.test(next?.low ?? '') && TIMES.test(s.low(deed.particleEnd + 1));
  if (deed.particleEnd < deed.end && next && !time && !/^(?:preposition|punctuation|adverb)$/.test(next.tag))
    return undefined;
  if (deed.verb === 'do') return NONE;
  return { kind: 'object-relative', from, marker, antecedent };
}

/** End of everything that a relative clause says, verbs shared within it included. */
export function relativeEnd(s: Sentence, deed: Deed): number {
  let { end } = deed;
  for (let steps = 0; steps < 4; steps++) {
    if (s.tokens[end]?.tag !== 'conjunction' || end >= s.to) break;
    const next = s.clauses.find((c) => c.verb.from > end && c.verb.from <= end + 4);
    if (!next || (next.ownSubject && !/^(?:who|which|he|she)$/.test(s.low(next.from)))) break;
    end = predicateEnd(s, next.verb.main + 1);
  }
  return end;
}
