import { isBlamable } from '../../language/actors.ts';
import type { NounPhrase } from '../../language/chunks.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { ERROR_NOUNS, JUDGEMENT_ADJECTIVES, KNOWLEDGE_NOUNS, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import { TITLES } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { NEGLIGENCE, UNDOING } from '../reading/failing.ts';
import { isPluralPhrase, objectAfter, personEnd, type Range } from '../reading/phrases.ts';
import { type Draft, indefinite, type Part } from '../writing/compose.ts';
import { participle } from '../writing/inflect.ts';
import { kept } from '../writing/neutral.ts';

const DECIDING = words(`decision choice attempt plan eagerness readiness desire`);

/** Mistakes that tell what happened: the word stays, the person goes. */
const TELLING = words(
  `typo omission misconfiguration mix-up mixup misunderstanding misreading delay slowness confusion hesitation misinterpretation miscommunication misdiagnosis copy-paste`,
);

/** Nouns that take no "a". */
const UNCOUNTED = words(
  `work code communication handling testing planning leadership management behaviour behavior conduct logic supervision oversight monitoring care craftsmanship workmanship housekeeping documentation coding execution handover judgement judgment implementation configuration maintenance`,
);

/** Things that a check can stop. */
const CHANGES = words(
  `change deploy deployment push merge commit rollout release migration edit update upgrade script query config configuration code patch fix hotfix command failover rollback revert import upload`,
);

/** "made by", "typed in by": how a thing came from a person. */
export const MADE = words(
  `made supplied caused committed introduced typed given provided entered done thrown put written left pushed added keyed drawn drafted compiled prepared performed`,
);

const NOT_AS_MEANT = /^(?:botched|bungled|failed|fumbled|mishandled)$/;

/** Rewrites of a noun phrase that blames: "Bob's mistake", "the failure of the DBA to test it", "a careless change by ads". */
export function nominalDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const phrase = tellingPhrase(s, candidate);
  const manner = phrase ? byMistake(s, phrase) : undefined;
  if (manner) return manner;
  // "attributable to an analyst who …": a person is no thing. "typo'd it" is no noun.
  const actor = phrase && s.actor(phrase, true);
  if (phrase && actor && isBlamable(actor) && actor.certain && (!phrase.possessor || actor.kind === 'person'))
    return [];
  if (phrase && /^['’]/.test(s.tokens[phrase.to]?.text ?? '')) return [];
  return phrase ? phraseDrafts(s, phrase, candidate.agent) : [];
}

/** "was overwritten by mistake by one of the interns": what was done stays. */
function byMistake(s: Sentence, phrase: NounPhrase): Draft[] | undefined {
  const { preposition } = phrase;
  if (preposition === undefined || s.low(preposition) !== 'by' || phrase.from !== phrase.head) return undefined;
  if (!/^(?:mistake|accident|error|oversight)$/.test(s.low(phrase.head))) return undefined;
  const owner =
    ownerBehind(s, phrase.to) ??
    (s.low(phrase.to) === 'by'
      ? { from: phrase.to, to: personEnd(s, s.phraseAt(phrase.to + 1) ?? phrase) }
      : undefined);
  const to = owner?.to ?? phrase.to;
  return [
    {
      from: preposition,
      to,
      parts: [to < sentenceEnd(s) ? '([which safeguard] did not stop it)' : ', and [which safeguard] did not stop it'],
    },
    { from: preposition, to, parts: [] },
  ];
}

/** Of the noun phrases in the finding the one that names the failing; else the first. */
function tellingPhrase(s: Sentence, candidate: Range): NounPhrase | undefined {
  let first: NounPhrase | undefined;
  for (const phrase of s.phrases) {
    if (phrase.to <= candidate.from || phrase.from >= candidate.to) continue;
    const head = singular(s.low(phrase.head));
    if (/^(?:lack|absence|want|shortage)$/.test(head) && s.low(phrase.to) === 'of') continue;
    if (
      UNDOING.has(head) ||
      ERROR_NOUNS.has(head) ||
      NEGLIGENCE.has(head) ||
      KNOWLEDGE_NOUNS.has(head) ||
      VIRTUE_NOUNS.has(head) ||
      phrase.possessor
    )
      return phrase;
    first ??= phrase;
  }
  return first;
}

function phraseDrafts(s: Sentence, phrase: NounPhrase, agent: NounPhrase | undefined): Draft[] {
  // "by a technician whose impatience is well known": what is left of it would hang in the air.
  if (s.low(phrase.from) === 'whose' || s.low(phrase.from - 1) === 'whose') return [];
  const head = singular(s.low(phrase.head));
  const owner = ownerBehind(s, phrase.to, agent);
  // "a commit of Nikolai's": what would be left is no word.
  if (owner && s.tokens[owner.to]?.tag === 'clitic') return [];
  const start = startOf(s, phrase);
  // "lacks the competence to splice it": a process is nothing that they lack.
  if (/^(?:lack|have|possess|need)$/.test(s.tokens[start - 1]?.lemma ?? '') && s.low(phrase.to) === 'to') return [];
  // "failure to circulate it": a verb that was read as a noun.
  const read =
    UNDOING.has(head) && s.low(phrase.to) === 'to' && s.tokens[phrase.to + 1]?.tag === 'noun'
      ? { verb: s.low(phrase.to + 1), rest: phrase.to + 2 }
      : undefined;
  const infinitive = infinitiveAt(s, owner?.to ?? phrase.to) ?? infinitiveAt(s, phrase.to) ?? read;
  if (infinitive) return beforeInfinitive(s, start, head, infinitive);
  if (
    KNOWLEDGE_NOUNS.has(head) ||
    isClue(s, phrase) ||
    (start < phrase.from && VIRTUE_NOUNS.has(head)) ||
    /^(?:ignorance|inexperience|unfamiliarity|unawareness|misunderstanding|misinterpretation)$/.test(head)
  ) {
    if (VIRTUE_NOUNS.has(head) && !KNOWLEDGE_NOUNS.has(head))
      return lackOf(start, phrase, owner, '[which safeguard or support]');
    return knowledge(s, start, phrase, owner);
  }
  const plural = isPluralPhrase(s, { from: phrase.from, to: phrase.to }) === true;
  const lacking = /^(?:insufficient|inadequate|poor|little|no|zero|scant|minimal|limited|bad|careless)$/.test(
    s.low(rangeOfModifiers(s, phrase).from),
  );
  if (VIRTUE_NOUNS.has(head) && lacking) return lackOf(start, phrase, owner, '[which safeguard or support]');
  if (NEGLIGENCE.has(head))
    return inPlace(s, start, phrase, owner, ['a gap in [which process or tooling]'], ['[which conditions]']);
  if (ERROR_NOUNS.has(head) && !TELLING.has(head)) {
    const gap = plural ? 'gaps in [which process]' : 'a gap in [which process]';
    return inPlace(
      s,
      start,
      phrase,
      owner,
      [gap],
      [plural ? 'missing safeguards ([which])' : 'a missing safeguard ([which])'],
    );
  }
  const things = thing(s, start, phrase, owner);
  return TELLING.has(head)
    ? [
        ...things,
        ...things
          .slice(0, 1)
          .map((draft) => ({ ...draft, parts: [...draft.parts, 'that [which check] did not catch'] })),
      ]
    : things;
}

/** "zero clue about Kafka", "no idea of the limits" */
export function isClue(s: Sentence, phrase: NounPhrase): boolean {
  return (
    /^(?:clue|clues|idea|notion|inkling)$/.test(s.low(phrase.head)) && /^(?:zero|no|little)$/.test(s.low(phrase.from))
  );
}

/** The phrase's first token, with "a lack of" in front. */
function startOf(s: Sentence, phrase: NounPhrase): number {
  if (phrase.preposition !== undefined && s.low(phrase.preposition) === 'of') {
    for (const lack of s.phrases)
      if (lack.to === phrase.preposition && /^(?:lack|absence|want|shortage|deficit)$/.test(singular(s.low(lack.head))))
        return lack.from;
  }
  // "Mr. Petrenko's oversight": the full stop cut the title off.
  if (s.tokens[phrase.from - 1]?.text === '.' && TITLES.has(s.low(phrase.from - 2))) return phrase.from - 2;
  return phrase.from;
}

/** "by the growth squad", "made by Anneke", "on the part of the build engineer who …": where the words for the person stand. */
export function ownerBehind(s: Sentence, at: number, agent?: NounPhrase): Range | undefined {
  for (let i = at; i < Math.min(s.to, at + 14); i++) {
    const { low } = s.tokens[i]!;
    if (
      /^[,;:.!?–—(]$/.test(low) ||
      s.tokens[i]!.tag === 'aux' ||
      s.tokens[i]!.tag === 'modal' ||
      s.tokens[i]!.tag === 'conjunction' ||
      (i > at && s.clauses.some((c) => c.verb.main === i && c.verb.nonFinite === undefined && !c.verb.infinitive))
    )
      return undefined;
    if (!/^(?:by|of|from|on|in|at|among|amongst|within|to)$/.test(low)) continue;
    const target = low === 'on' && /^(?:part|side|behalf)$/.test(s.low(i + 2)) && s.low(i + 3) === 'of' ? i + 4 : i + 1;
    const phrase = s.phraseAt(target);
    // "on the part of whoever did the cutover"
    const whoever = s.low(target) === 'whoever' ? s.clauses.find((c) => c.verb.from > target) : undefined;
    if (whoever) return { from: i, to: predicateEnd(s, whoever.verb.main + 1) };
    if (!phrase) continue;
    // "at the end of a long shift"
    if (low === 'of' && /^(?:end|start|beginning|middle)$/.test(s.low(i - 1))) continue;
    const human = low === 'of' && isBlamable(s.actor(phrase, true)) && s.tokens[phrase.head]!.tag !== 'pronoun';
    if (phrase !== agent && low !== 'by' && !human && !isPerson(s, phrase)) continue;
    if (
      low === 'by' &&
      /^(?:hand|mistake|accident|default|design|force|means|way|day|hour|minute|week|month|year|half|third|%|percent|factor|margin|deadline|then|now)$/.test(
        s.low(phrase.head),
      )
    )
      continue;
    if (low === 'by' && /^(?:number|verb)$/.test(s.tokens[phrase.from]!.tag)) continue;
    let from = i;
    // "typed in by", "thrown together by": the participle goes too.
    for (let k = i - 1; k >= at && k >= i - 2; k--) if (MADE.has(s.low(k))) from = k;
    return { from, to: personEnd(s, phrase) };
  }
  return undefined;
}

function isPerson(s: Sentence, phrase: NounPhrase): boolean {
  const actor = s.actor(phrase);
  if (isBlamable(actor)) return actor.certain || s.tokens[phrase.head]!.capital;
  return /^(?:side|part|end|behalf)$/.test(s.low(phrase.head)) && phrase.possessor !== undefined;
}

function infinitiveAt(s: Sentence, at: number): { verb: string; main: number; rest: number } | undefined {
  if (s.low(at) !== 'to') return undefined;
  const clause = s.clauses.find((c) => c.verb.from === at && c.verb.infinitive);
  return clause && { verb: clause.verb.lemma, main: clause.verb.main, rest: clause.verb.main + 1 };
}

/** "Nguyễn's failure to rotate the key", "the decision of the lead to skip it". */
function beforeInfinitive(
  s: Sentence,
  from: number,
  head: string,
  infinitive: { verb: string; rest: number },
): Draft[] {
  const { verb, rest } = infinitive;
  if (DECIDING.has(head)) return [{ from, to: rest, parts: ['the', head, 'to', verb] }];
  if (!UNDOING.has(head)) return [];
  const object = objectAfter(s, rest);
  const drafts: Draft[] = [
    {
      from,
      to: rest,
      parts: [
        head === 'inability' ? 'the lack of [which means] to' : 'the lack of [which prompt or automation] to',
        verb,
      ],
    },
  ];
  const whole =
    object !== undefined &&
    (/^(?:determiner|possessive|number)$/.test(s.tokens[object.from]!.tag) || s.tokens[object.from]!.kind !== 'word');
  if (object && whole)
    drafts.push({
      from,
      to: object.to,
      parts: [kept(s, object.from, object.to, false), 'not being', participle(verb)],
    });
  return drafts;
}

/** "limited understanding of HL7 escaping", "lack of Kubernetes knowledge in the payments squad". */
function knowledge(s: Sentence, start: number, phrase: NounPhrase, owner: Range | undefined): Draft[] {
  let from = start;
  // "a contributor with only a superficial knowledge of it": what a person has or has not got.
  if (/^(?:with|only|just|without)$/.test(s.low(from - 1))) return [];
  const before = owner?.to ?? phrase.to;
  let topic: number | undefined;
  let link: string | undefined;
  for (const at of [phrase.to, before]) {
    if (!/^(?:of|with|in|about|on|around|for|over|regarding)$/.test(s.low(at)) || at === owner?.from) continue;
    topic = at + 1;
    link = s.tokens[at + 1]?.tag === 'wh' ? 'about' : 'on';
    break;
  }
  // "too little SQL know-how"
  while (from > s.from && s.tokens[from - 1]!.tag === 'adverb' && /^(?:too|very|so|rather)$/.test(s.low(from - 1)))
    from--;
  const lack = 'a lack of [which documentation or training]';
  const clear = 'a lack of [which source of information]';
  if (topic !== undefined && link !== undefined) {
    // "unfamiliarity with the console on the part of the Leeds team"
    const part = partOf(s, topic);
    if (part) {
      const about = kept(s, topic, part.from, false);
      return [{ from, to: part.to, parts: [lack, link, about] }];
    }
    return [
      { from, to: topic, parts: [lack, link] },
      { from, to: topic, parts: [clear, link === 'on' ? 'about' : link] },
    ];
  }
  // "Kubernetes knowledge": the topic is a noun in front.
  const modifiers = rangeOfModifiers(s, phrase);
  let first = modifiers.to;
  while (
    first > modifiers.from &&
    /^(?:noun|name)$/.test(s.tokens[first - 1]!.tag) &&
    !/^(?:insufficient|inadequate|little|limited|poor|scant|too|no|zero)$/.test(s.low(first - 1))
  )
    first--;
  const to = owner?.to ?? phrase.to;
  const about: Part[] = first < modifiers.to ? ['on', kept(s, first, modifiers.to, false)] : [];
  return [
    { from, to, parts: [lack, ...about] },
    { from, to, parts: [clear, ...about] },
  ];
}

/** "on the part of the Leeds team", behind a topic. */
function partOf(s: Sentence, from: number): Range | undefined {
  for (let i = from + 1; i < Math.min(s.to - 4, from + 10); i++) {
    if (s.tokens[i]!.tag === 'verb' || s.tokens[i]!.tag === 'aux') return undefined;
    if (s.textOf(i, i + 4).toLowerCase() !== 'on the part of') continue;
    const phrase = s.phraseAt(i + 4);
    return phrase && { from: i, to: personEnd(s, phrase) };
  }
  return undefined;
}

function lackOf(from: number, phrase: NounPhrase, owner: Range | undefined, what: string): Draft[] {
  const to = owner?.to ?? phrase.to;
  return [
    { from, to, parts: ['a lack of', what] },
    { from, to, parts: ['a gap in [which process]'] },
  ];
}

/** The phrase and its person are replaced; what stands between them stays. */
function inPlace(
  s: Sentence,
  from: number,
  phrase: NounPhrase,
  owner: Range | undefined,
  ...frames: string[][]
): Draft[] {
  const to = owner?.to ?? phrase.to;
  const between: Part[] = owner && owner.from > phrase.to ? [kept(s, phrase.to, owner.from, false)] : [];
  // "mishandling of the table": a gap is not of it.
  const of = s.low(to) === 'of' && between.length === 0 && s.phraseAt(to + 1) !== undefined;
  return frames.map((frame) => ({
    from,
    to: of ? to + 1 : to,
    parts: of ? [...frame, 'for'] : [...frame, ...between],
  }));
}

/** The thing stays, its person and its judgement go: "Søren's bad merge of `x`" → "a bad merge of `x` that [which check] …". */
function thing(s: Sentence, from: number, phrase: NounPhrase, owner: Range | undefined): Draft[] {
  const modifiers = rangeOfModifiers(s, phrase);
  const dropped = new Map<number, string>();
  let unmeant = false;
  for (let i = modifiers.from; i < modifiers.to; i++) {
    const { low } = s.tokens[i]!;
    if (NOT_AS_MEANT.test(low)) unmeant = true;
    if (NOT_AS_MEANT.test(low) || JUDGEMENT_ADJECTIVES.has(low)) dropped.set(i, '');
    // "poorly thought-out": the participle is judged, too.
    if (/^(?:poorly|badly|ill|half)$/.test(low) && i + 1 < modifiers.to) {
      dropped.set(i, '');
      dropped.set(i + 1, '');
    }
    const joins = low === 'and' || low === ',' || low === 'or';
    if (joins && (dropped.has(i - 1) || judgesAt(s, i + 1))) dropped.set(i, '');
  }
  let first = modifiers.from;
  while (dropped.has(first)) first++;
  const word = s.tokens[Math.min(first, phrase.head)]!;
  const plural = isPluralPhrase(s, { from: phrase.from, to: phrase.to }) === true;
  // Bare plurals would say that it is so in general.
  const uncounted = UNCOUNTED.has(s.low(phrase.head)) && s.tokens[phrase.from]!.tag !== 'determiner';
  const bare = (plural || uncounted) && first >= phrase.head && !CHANGES.has(singular(s.low(phrase.head)));
  const article =
    bare && (uncounted || phrase.possessor || s.tokens[phrase.from]!.tag === 'possessive')
      ? uncounted
        ? '[what kind of]'
        : '[which]'
      : articleOf(s, phrase, word.text, plural);
  // Phrases behind the head belong to it: "of `loot-v2` into the live branch".
  let end = owner?.to ?? phrase.to;
  const between: Part[] = owner && owner.from > phrase.to ? [kept(s, phrase.to, owner.from, false)] : [];
  const follow = end;
  while (/^(?:of|to|into|in|on|for|at|from)$/.test(s.low(end))) {
    const next = s.phraseAt(end + 1);
    if (!next) break;
    end = next.to;
  }
  const core: Part[] = [
    article,
    { from: modifiers.from, to: phrase.to, swaps: dropped },
    ...between,
    { from: follow, to: end },
  ];
  const failed = unmeant ? ['that did not go as intended'] : [];
  const plain: Draft = { from, to: end, parts: [...core, ...failed] };
  if (unmeant || !CHANGES.has(singular(s.low(phrase.head)))) return [plain];
  const stopped: Draft = { from, to: end, parts: [...core, 'that [which check] did not stop'] };
  // A heading-like entry without a verb reads better without a clause.
  return s.clauses.some((c) => c.ownSubject) ? [stopped, plain] : [plain, stopped];
}

function judgesAt(s: Sentence, at: number): boolean {
  return JUDGEMENT_ADJECTIVES.has(s.low(at)) || NOT_AS_MEANT.test(s.low(at)) || /^(?:poorly|badly)$/.test(s.low(at));
}

function rangeOfModifiers(s: Sentence, phrase: NounPhrase): Range {
  let from = phrase.possessor ? phrase.possessor.to + 1 : phrase.from;
  if (!phrase.possessor && /^(?:determiner|possessive)$/.test(s.tokens[from]!.tag)) from++;
  return { from: Math.min(from, phrase.head), to: phrase.head };
}

function articleOf(s: Sentence, phrase: NounPhrase, next: string, plural: boolean): string {
  const determiner = s.tokens[phrase.from]!;
  if (phrase.possessor || determiner.tag === 'possessive') {
    if (plural) return '';
    const uncounted = UNCOUNTED.has(s.low(phrase.head)) || s.low(phrase.head - 1) === 'data';
    return uncounted ? 'the' : indefinite(next);
  }
  if (determiner.tag !== 'determiner') return '';
  return /^an?$/.test(determiner.low) ? indefinite(next) : determiner.low;
}
