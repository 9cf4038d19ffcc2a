import { words } from '../../language/lexicon/words.ts';
import { PARTICIPLE } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { Deed } from '../reading/deed.ts';
import { isFiniteClause } from '../reading/extent.ts';
import { isPluralPhrase, objectAfter, type Range, wholePhrase } from '../reading/phrases.ts';
import type { Part } from './compose.ts';
import { be, participle } from './inflect.ts';
import { BELIEF, kept } from './neutral.ts';

/** Verbs whose object cannot become the subject of a passive. */
const NO_PASSIVE = words(
  `have be get let lack cost become remain stay go come seem need want wait look act react respond happen resemble fail hope keep think know believe guess wonder suggest`,
);

/** Verbs with a goal: "pushed a change to the calculator". */
const BRINGING = words(
  `announce advertise tell disclose leak open present offer hand show lose push send upload apply give assign copy move route point add deploy release publish merge connect attach write post ship export import restore switch set change transfer book grant forward hand pass pay commit promote roll sell move migrate expose raise lower increase decrease scale pin reset revert direct redirect deliver dispatch administer dispense leave link map bind plug wire report escalate communicate promise lend tie limit restrict reply respond swap fail submit show introduce upgrade downgrade port bring`,
);

const TIME =
  /\b(?:\d|second|minute|hour|day|week|month|year|night|morning|evening|afternoon|shift|weekend|midnight|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/i;

/** Verbs that a phrase with the preposition tells more of; with others it tells more of their object. */
const ADVERBIAL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'from',
    words(`withhold shield keep delete remove drop take pull restore copy move import export read send unplug disconnect detach download promote migrate transfer
    revoke hide conceal release deploy push run start switch withdraw exclude clear purge block keep change rename fetch cut erase strip
    learn hear know find omit reroute divert redirect update upgrade downgrade upload paste steal borrow buy order get raise lower increase reduce receive restart resume`),
  ],
  [
    'on',
    words(`run execute deploy install put set place start restart apply open enable disable leave type press click test load mount host do make
    perform change keep use update upgrade spend base turn switch push ship merge release publish write post enter open close try schedule book`),
  ],
  [
    'for',
    words(`enter book schedule set use order reserve run mistake take leave keep hold open pay blame prepare buy do wait ask check confuse
    enable disable block suspend turn stop delay clear approve sign register reset restore change create`),
  ],
]);

/** Nouns that "to" goes with: "the key to the cabinet". */
const LEADING_TO = words(
  `key access change update fix patch amendment link connection answer reply response attention approach road path exception adjustment edit tweak addition upgrade damage risk danger harm threat reference pointer alternative contribution objection entrance door route`,
);

/** "the table was deleted from prod": object, form of be, participle, rest. */
export function passive(s: Sentence, deed: Deed, negated: boolean): Part[] | undefined {
  const object = passiveObject(s, deed);
  const plural = object && isPluralPhrase(s, object);
  if (!object || plural === undefined) return undefined;
  const { verb } = deed.top;
  const modal = verb.modal !== undefined;
  const none = negated ? positiveOfAny(s, object.from) : undefined;
  const form = be({
    plural,
    present: verb.tense === 'present' && !modal,
    perfect: verb.perfect && !modal,
    negated: negated && none === undefined,
  });
  const subject = kept(s, object.from, object.to, false);
  const named =
    none === undefined ? subject : { ...subject, swaps: new Map([...(subject.swaps ?? []), [object.from, none]]) };
  const going = isGoingOn(s, deed) ? 'being ' : '';
  return [named, form, `${going}${participleOf(s, deed)}`, ...behindVerb(s, deed, object)];
}

/** "the table to be deleted from prod". */
export function passiveInfinitive(s: Sentence, deed: Deed): Part[] | undefined {
  const object = passiveObject(s, deed);
  return (
    object && [kept(s, object.from, object.to, false), 'to be', participleOf(s, deed), ...behindVerb(s, deed, object)]
  );
}

/** "the table being deleted from prod", "the table having been deleted". */
export function passiveGerund(s: Sentence, deed: Deed, negated: boolean): Part[] | undefined {
  const object = passiveObject(s, deed);
  return (
    object && [
      kept(s, object.from, object.to, false),
      `${negated ? 'not ' : ''}${s.low(deed.top.verb.from) === 'having' ? 'having been' : 'being'}`,
      participleOf(s, deed),
      ...behindVerb(s, deed, object),
    ]
  );
}

/** What is told of the deed in front of its object ("loaded twice the file") and behind it. */
function behindVerb(s: Sentence, deed: Deed, object: Range): Part[] {
  return [
    ...(object.from > deed.particleEnd ? [kept(s, deed.particleEnd, object.from, false)] : []),
    kept(s, object.to, deed.end, false),
  ];
}

/** "deleted", "taken down": a particle in front of the object stays with the verb. */
export function participleOf(s: Sentence, deed: Deed): string {
  const manner = deed.manner ? `${deed.manner} ` : '';
  return deed.particleEnd > deed.rest
    ? `${manner}${participle(deed.verb)} ${s.low(deed.rest)}`
    : `${manner}${participle(deed.verb)}`;
}

/** "were editing it": it was being edited. */
function isGoingOn(s: Sentence, deed: Deed): boolean {
  const { group } = deed;
  return (
    deed.top.verb === group &&
    group.nonFinite === undefined &&
    group.main > group.from &&
    !group.perfect &&
    s.tokens[group.main]!.tag === 'verb' &&
    s.tokens[group.main]!.low.endsWith('ing') &&
    s.tokens[group.main]!.lemma !== s.tokens[group.main]!.low
  );
}

/** The object with what describes it, if it can become a subject. */
function passiveObject(s: Sentence, deed: Deed): Range | undefined {
  const { object } = deed;
  if (!object || NO_PASSIVE.has(deed.verb) || !isSound(s, deed)) return undefined;
  if (/^(?:nobody|no-one|somebody|anybody)$|sel(?:f|ves)$/.test(s.low(object.from))) return undefined;
  if (s.low(object.from) === 'each' && s.low(object.from + 1) === 'other') return undefined;
  // "her own request": the chunk ends behind "her".
  if (object.to === object.from + 1 && /^(?:his|her|their)$/.test(s.low(object.from))) return undefined;
  if (object.to === object.from + 1 && /^(?:us|me|them|it)$/.test(s.low(object.from)) && s.low(object.from) !== 'it')
    return undefined;
  // "walked past it": no object.
  if (/^(?:past|round|around|behind|off|up|by|over)$/.test(s.low(object.from)) && object.to === object.from + 1)
    return undefined;
  if (/^past (?:one|each)\b/.test(s.textOf(object.from, object.to).toLowerCase())) return undefined;
  if (s.tokens[object.from]!.tag === 'pronoun' && object.to === object.from + 1) return object;
  const next = s.tokens[object.to];
  // "the T+1 file": written together.
  if (next && next.start === s.tokens[object.to - 1]!.end && /^[+=@&]/.test(next.text)) return undefined;
  if (next && BELIEF.test(next.low)) return object;
  if (object.to >= deed.end && isDescribed(s, deed.end, isPluralPhrase(s, object) === true)) return undefined;
  if (!next || object.to >= deed.end) return object;
  // A relative clause or a participle behind the object describes it: it stays with it.
  // "the key to the cabinet": with verbs that bring nothing anywhere, the place belongs to the noun.
  if (
    next.low === 'to' &&
    object.to - object.from > 1 &&
    LEADING_TO.has(s.low(object.to - 1)) &&
    !BRINGING.has(deed.verb)
  ) {
    const place = s.phraseAt(object.to + 1);
    if (place && place.to <= deed.end) return { from: object.from, to: place.to };
  }
  // "the samples from the morning round", "the policy for the new centre": with verbs that need no such place it belongs to the noun.
  // "the wrong breaker (BR-417)"
  if (next.text === '(') {
    for (let i = object.to + 1; i < Math.min(deed.end, object.to + 9); i++)
      if (s.tokens[i]!.text === ')') return { from: object.from, to: i + 1 };
  }
  const elsewhere = ADVERBIAL.get(next.low);
  if (elsewhere && !elsewhere.has(deed.verb)) {
    const place = s.phraseAt(object.to + 1);
    const { to } = place ? wholePhrase(s, place) : { to: 0 };
    if (place && to <= deed.end && !TIME.test(s.textOf(object.to + 1, to)))
      return { from: object.from, to: /^(?:that|wh)$/.test(s.tokens[to]?.tag ?? '') && to < deed.end ? deed.end : to };
  }
  // "our advice to fail over", "the ticket two times"
  if (
    next.tag === 'to' &&
    s.clauses.some((c) => c.verb.from === object.to && c.verb.infinitive) &&
    !BRINGING.has(deed.verb)
  )
    return undefined;
  if (next.low === 'twice' || s.low(object.to + 1) === 'times') return object;
  if (next.tag === 'number' || /^(?:upside|inside|two|three|twice)$/.test(next.low)) return undefined;
  if (/^(?:behind|above|below)$/.test(next.low)) {
    const place = s.phraseAt(object.to + 1);
    if (place && place.to <= deed.end) return { from: object.from, to: place.to };
  }
  // "images still referenced by the jobs"
  const state = next.tag === 'adverb' ? s.tokens[object.to + 1] : undefined;
  if (state?.tag === 'verb' && (state.forms & PARTICIPLE) !== 0 && object.to + 1 < deed.end)
    return { from: object.from, to: deed.end };
  if (next.tag === 'that' || next.tag === 'wh' || next.tag === 'verb') return { from: object.from, to: deed.end };
  // "the labels our controllers rely on"
  if (next.tag === 'possessive') return { from: object.from, to: deed.end };
  if (s.clauses.some((c) => c.from === object.to && c.ownSubject && isFiniteClause(c) && c.verb.to <= deed.end))
    return { from: object.from, to: deed.end };
  if (next.text === ',' && s.tokens[object.to + 1]?.tag === 'wh') return { from: object.from, to: deed.end };
  if (/^(?:leave|keep)$/.test(deed.verb)) return object;
  if (next.tag === 'noun' || next.tag === 'name' || (next.tag === 'adjective' && next.low !== 'instead'))
    return undefined;
  return object;
}

/**
 * ", which were leaked": a clause about the object right behind it, which must not be torn off. ", which took it down" is about the
 * deed: it has an object of its own.
 */
export function isDescribed(s: Sentence, at: number, plural: boolean): boolean {
  if (s.tokens[at]?.text !== ',' || s.low(at + 1) !== 'which') return false;
  const clause = s.clauses.find((c) => c.verb.from > at + 1);
  if (!clause || clause.verb.from > at + 4) return false;
  if (clause.verb.passive || clause.verb.lemma === 'be')
    return plural ? /^(?:were|are|have)$/.test(s.low(clause.verb.from)) : true;
  return (
    objectAfter(s, clause.verb.main + 1) === undefined &&
    clause.verb.particle === undefined &&
    !/^(?:lead|result|contribute)$/.test(clause.verb.lemma)
  );
}

/** Whether the object really is one: no clause begins with it. */
export function isSound(s: Sentence, deed: Deed): boolean {
  const { object } = deed;
  if (!object || /^(?:determiner|possessive|that)$/.test(s.tokens[object.to - 1]!.tag)) return false;
  const clause = s.clauses.find(
    (c) => c.from >= object.from && c.from < object.to && c.ownSubject && !c.relative && c.verb.from >= object.to,
  );
  return clause === undefined || clause.verb.infinitive || clause.verb.nonFinite !== undefined;
}

/** What a negated object becomes as the subject of a passive: "didn't tell anybody" → "nobody was told". */
export function positiveOfAny(s: Sentence, from: number): string | undefined {
  const { low } = s.tokens[from]!;
  if (low === 'any' || low === 'no') return 'no';
  if (low === 'anybody' || low === 'anyone') return 'nobody';
  return low === 'anything' ? 'nothing' : undefined;
}
