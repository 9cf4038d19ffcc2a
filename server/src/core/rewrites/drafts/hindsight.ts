import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { PARTICIPLE } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { type Deed, readDeed } from '../reading/deed.ts';
import { bodyStart, clauseFrom, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase, objectAfter, type Range, wholePhrase } from '../reading/phrases.ts';
import { stretchAround } from '../reading/stretch.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft, Kept, Part } from '../writing/compose.ts';
import { gerund } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { deedDrafts } from './clause.ts';
import { oneLook, rangNoBell } from './leftUndone.ts';
import { notExpected, withGlance } from './wishes.ts';

const NOT_ACTED_ON = ', and [what] kept it from being acted on';

const OBVIOUS =
  /^(?:obvious|evident|self-evident|clear|plain|apparent|visible|foreseeable|predictable|noticeable|unmistakable|unmissable|undeniable)$/;

const OBVIOUS_THAT = /\b(?:obvious|evident|clear|plain|foreseeable|predictable)(?: (?:for|to)(?: \w+){1,3})?$/i;

const LEARNING = /^(?:see|know|tell|notice|guess|foresee|expect|realise|realize|predict|spot|anticipate)$/;

const SIGNS = /^(?:sign|signs|signal|signals|warning|warnings|alarm|alarms|symptom|symptoms|clue|clues|evidence)$/;

/** Rewrites of the obvious-in-retrospect: which signal there was, and what stood in its way. */
export function hindsightDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const stretch = stretchAround(s, candidate);
  const { from, to } = stretch;
  const drafts: Draft[] = [];
  const body = bodyStart(s);
  const here = toldClause(s, stretch);
  const how = s.low(body) === 'how';
  const told = how
    ? undefined
    : (here ?? ofCourse(s) ?? thatInFront(s) ?? asTold(s) ?? toldClause(s, { from: body, to: s.to }));
  if (told) {
    // "knows what happens when …"
    const that = s.tokens[told.from]!.tag === 'wh' ? '' : ' that';
    const parts = [asOne(s, kept(s, told.from, told.to, false))];
    const signal = signalNamed(s, told.from);
    const end = Math.max(to, told.to, here ? 0 : told.from === body + 1 ? sentenceEnd(s) : 0);
    const start = here ? from : body;
    if (signal) drafts.push({ from: body, to: end, parts: [signal, `showed${that}`, ...parts, NOT_ACTED_ON] });
    drafts.push({ from: start, to: end, parts: [`[which signal] showed${that}`, ...parts, NOT_ACTED_ON] });
  }
  drafts.push(
    ...knownTo(s),
    ...rightInFront(s),
    ...inPlainSight(s, stretch),
    ...staring(s, stretch),
    ...obviousThing(s, stretch),
    ...obviousFrom(s),
  );
  if (s.clauses.some((c) => c.verb.modal !== undefined && c.verb.perfect)) drafts.push(...oneLook(s, from));
  drafts.push(...withGlance(s));
  const known = factInFront(s, candidate);
  const undone = [...notExpected(s), ...leftUntold(s), ...leftUndone(s, candidate, stretch)];
  const notActedOn = known ? [] : perceived(s);
  drafts.push(
    ...undone.filter(
      (draft) => (!known && notActedOn.length === 0) || (draft.from >= (known?.to ?? 0) && isJoined(s, draft.from)),
    ),
    ...(known?.drafts ?? []),
    ...notActedOn,
    ...undone,
  );
  // What was announced tells more than that it was.
  if (known?.noticed) drafts.unshift(...known.drafts);
  drafts.push(...easyToMiss(s, stretch), ...rangNoBell(s), ...leadAlone(s), ...justDone(s));
  const available = [`[which signal] was available to [whom]${NOT_ACTED_ON}`];
  const goesOn = s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.verb.from > to && isAboutThings(s, c));
  if (
    s.tokens[from - 1]?.text === ',' &&
    from > body &&
    s.clauses.some((c) => c.ownSubject && c.verb.to < from && c.verb.from > body)
  )
    drafts.push({ from, to: goesOn ? to : sentenceEnd(s), parts: ['and [which alert] did not bring it to attention'] });
  drafts.push({ from, to: goesOn ? to : sentenceEnd(s), parts: available });
  if (from > body) drafts.push({ from: body, to: sentenceEnd(s), parts: available });
  return drafts;
}

/** "One look would have told them that the bank was closed": which signal showed it, told in the place of the whole. */
export function showedThat(s: Sentence, from: number): Draft[] {
  const told = toldClause(s, { from, to: s.to });
  const signal = told && (signalNamed(s, told.from) ?? '[which signal]');
  return told && signal !== undefined
    ? [{ from, to: told.to, parts: [signal, 'showed that', kept(s, told.from, told.to, false), NOT_ACTED_ON] }]
    : [];
}

/** "… that the queue had no bound", "could tell the link was flapping": what is said to have been there to see. */
function toldClause(s: Sentence, stretch: Range): Range | undefined {
  for (let i = stretch.from; i < s.to - 2; i++) {
    const that =
      s.low(i) === 'that' &&
      /^(?:that|subordinator|determiner|pronoun)$/.test(s.tokens[i]!.tag) &&
      s.tokens[i - 1]?.tag !== 'preposition' &&
      !/^(?:morning|day|night|week|evening|afternoon|moment|time|month|weekend)$/.test(s.low(i + 1));
    const seen = LEARNING.test(s.tokens[i]!.lemma) && s.tokens[i]!.tag === 'verb';
    if (!that && !seen) continue;
    // "Given that …", "now that …"
    if (that && /^(?:given|now|seeing|so|fact)$/.test(s.low(i - 1))) continue;
    // "could have told you the rush would flatten it", "could have guessed how it would end"
    const tells = !that && s.tokens[i]!.lemma === 'tell';
    const pronoun = /^(?:you|them|us|him|her|me)$/.test(s.low(i + 1));
    const told = tells && (pronoun || !clauseAt(s, i + 1)) ? s.phraseAt(i + 1) : undefined;
    const at = told ? told.to - 1 : i;
    const how = !that && (s.low(at + 1) === 'how' || (tells && s.low(at + 1) === 'what')) ? 1 : 0;
    const clause = s.clauses.find(
      (c) =>
        c.ownSubject &&
        isFiniteClause(c) &&
        c.from > i &&
        c.from <= (that ? i + 12 : at + 1 + how) &&
        c.verb.from > i + 1,
    );
    if (!that && how === 0 && topicAt(s, at + 1, s.to).kind === 'noun') continue;
    // "predict that launching in three states would swamp them": a subject that is no noun.
    if (
      that &&
      (!clause || clause.from > i + 1) &&
      LEARNING.test(s.tokens[i - 1]?.lemma ?? '') &&
      s.tokens[i + 1]!.low.endsWith('ing')
    ) {
      const end = predicateEnd(s, i + 2);
      return pointsAtPerson(s, i + 1, end) ? undefined : { from: i + 1, to: end };
    }
    // "evident for any SRE that a TTL of 1 second kills the origin": no clause was read.
    if (that && !clause && i > stretch.from && OBVIOUS_THAT.test(s.textOf(stretch.from, i))) {
      const end = predicateEnd(s, i + 3);
      if (s.tokens[end]?.text === ',') return undefined;
      return pointsAtPerson(s, i + 1, end) ? undefined : { from: i + 1, to: end };
    }
    if (!clause || !isAboutAnything(s, clause)) continue;
    // "had seen the OOM kills in staging": no clause in the present behind a past.
    if (!that && clause.verb.tense === 'present' && clause.verb.modal === undefined && /(?:en|n)$/.test(s.low(i)))
      continue;
    // "saw the amber light on a cabinet passed twelve times a day": a participle that describes it.
    const bare =
      !that && clause.verb.to - clause.verb.from === 1 && (s.tokens[clause.verb.main]!.forms & PARTICIPLE) !== 0;
    if (bare && clause.subject[0]!.to !== clause.verb.from) continue;
    // "That the volume would fill was foreseeable": up to the verb of the whole.
    const outer = that && i === stretch.from ? outerVerb(s, clause) : undefined;
    if (that && i === stretch.from && outer === undefined) continue;
    const ends = outer ?? predicateEnd(s, clause.verb.main + 1);
    const when = s.clauses.find((c) => c.ownSubject && c.from > ends && c.from <= ends + 2);
    const to =
      outer === undefined && /^(?:when|while|whenever)$/.test(s.low(ends)) && when && isAboutThings(s, when)
        ? predicateEnd(s, when.verb.main + 1)
        : ends;
    const start = that ? i + 1 : at + 1;
    return pointsAtPerson(s, start, to) && !isYouAlone(s, start, to) ? undefined : { from: start, to };
  }
  return undefined;
}

/** "You can't fail over to a region with no capacity": anybody. */
function isYouAlone(s: Sentence, from: number, to: number): boolean {
  return s.low(from) === 'you' && s.tokens[from + 1]?.tag === 'modal' && !pointsAtPerson(s, from + 1, to);
}

function asOne(s: Sentence, part: Kept): Kept {
  return s.low(part.from) === 'you' ? { ...part, swaps: new Map([...(part.swaps ?? []), [part.from, 'one']]) } : part;
}

/** "A glance at the diff would have told them that …", "anyone could see from the graphs that …": what showed it. */
function signalNamed(s: Sentence, to: number): Part | undefined {
  for (let i = bodyStart(s); i < to - 2; i++) {
    const looks =
      /^(?:look|looks|looking|looked|glance|glanced|glancing|peek|stare)$/.test(s.low(i)) && s.low(i + 1) === 'at';
    const reads =
      /^(?:read|reading|open|opening)$/.test(s.low(i)) &&
      s.tokens[i]!.tag === 'verb' &&
      /\b(?:only|just|who|anyone|anybody)\b/i.test(s.textOf(Math.max(s.from, i - 5), i));
    const from = s.low(i) === 'from' && /^(?:see|tell|clear|plain|obvious|evident)$/.test(s.low(i - 1));
    if (!looks && !reads && !from) continue;
    const thing = s.phraseAt(looks ? i + 2 : i + 1);
    if (!thing || s.actor(thing, true).kind !== 'system' || s.tokens[thing.head]!.tag === 'pronoun') continue;
    if (/^(?:minute|day|hour|moment|start|outset|beginning|one|first)$/.test(s.low(thing.head))) continue;
    const whole = wholePhrase(s, thing);
    return whole.to < to && !pointsAtPerson(s, whole.from, whole.to) ? kept(s, whole.from, whole.to, false) : undefined;
  }
  return undefined;
}

/** "It was plain as day from the graphs", "the deficiency was plain to see in the report": where it was to be seen. */
function obviousFrom(s: Sentence): Draft[] {
  const clause = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.ownSubject && isAboutThings(s, c) && c.verb.tense === 'past',
  );
  if (!clause) return [];
  for (let i = clause.verb.to + 1; i < Math.min(s.to - 1, clause.verb.to + 6); i++) {
    if (
      !/^(?:from|in|on)$/.test(s.low(i)) ||
      !/\b(?:clear|plain|obvious|evident|visible|apparent)\b/i.test(s.textOf(clause.verb.to, i))
    )
      continue;
    const thing = s.phraseAt(i + 1);
    if (!thing || s.actor(thing, true).kind !== 'system') return [];
    const { to } = thing;
    if (
      /^(?:retrospect|hindsight|advance|principle|beginning|start|day|moment)$/.test(s.low(thing.head)) ||
      pointsAtPerson(s, i, to)
    )
      return [];
    const subject = kept(s, clause.from, clause.verb.from, false);
    return [
      {
        from: clause.from,
        to: sentenceEnd(s),
        parts: [subject, `${s.low(clause.verb.main)} visible in`, kept(s, i + 1, to, false), NOT_ACTED_ON],
      },
    ];
  }
  return [];
}

/** "Telecoms could have told us about the outage": it was not told. */
function leftUntold(s: Sentence): Draft[] {
  const told = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.verb.perfect &&
      /^(?:could|should|would|might)$/.test(c.verb.modal ?? '') &&
      /^(?:tell|warn|inform|alert|ask)$/.test(c.verb.lemma) &&
      /^(?:us|me)$/.test(s.low(c.verb.main + 1)),
  );
  const deed = told && readDeed(s, told);
  return deed?.kind === 'omitted' ? deedDrafts(s, deed, told!.from).slice(0, 2) : [];
}

/** "Everybody heard the noise since Monday and nobody said anything": what they heard did not lead to anything. */
function perceived(s: Sentence): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      !c.relative &&
      /^(?:see|hear|watch|have|smell|read|notice)$/.test(c.verb.lemma) &&
      c.verb.modal === undefined &&
      !c.verb.negated &&
      !c.verb.passive &&
      c.subject.every(
        (p) => /^(?:person|team|anybody|nobody)$/.test(s.actor(p, true).kind) || s.tokens[p.head]!.tag === 'number',
      ),
  );
  const object = clause && objectAfter(s, clause.verb.main + 1);
  if (!clause || !object || s.tokens[object.from]!.tag === 'pronoun') return [];
  const goesOn = clause.verb.lemma === 'have' || /\b(?:and|but|yet)\b/i.test(s.textOf(object.to, s.to));
  if (!goesOn || /^(?:not|so)$/.test(s.low(clause.from - 1))) return [];
  if (
    clause.verb.lemma === 'have' &&
    !/\b(?:signs?|signals?|warnings?|alerts?|alarms?|answer|mails?|data|numbers?|pieces|information|evidence)\b/i.test(
      s.textOf(object.from, object.to),
    )
  )
    return [];
  let to = object.to;
  // "every warning sign in front of them", "the noise since Monday"
  while (
    /^(?:since|for|from|on|in)$/.test(s.low(to)) &&
    s.phraseAt(to + 1) &&
    (!isBlamable(s.actor(s.phraseAt(to + 1)!, true)) || s.low(to + 1).endsWith('day'))
  ) {
    const { to: next } = wholePhrase(s, s.phraseAt(to + 1)!);
    if (pointsAtPerson(s, to, next) || s.low(to + 1) === 'front') break;
    to = next;
  }
  return [
    {
      from: clause.from,
      to: sentenceEnd(s),
      parts: ['[what] kept', kept(s, object.from, to, false), 'from being acted on'],
    },
  ];
}

/** "That this would explode, my grandmother could have told them." */
function thatInFront(s: Sentence): Range | undefined {
  const body = bodyStart(s);
  if (s.low(body) !== 'that' || !clauseFrom(s, body + 1)?.ownSubject) return undefined;
  for (let i = body + 3; i < s.to - 2; i++) if (s.tokens[i]!.text === ',') return { from: body + 1, to: i };
  return undefined;
}

/** "Of course the queue was going to fill up, and the team acted surprised." */
function ofCourse(s: Sentence): Range | undefined {
  const body = bodyStart(s);
  const at = s.low(body) === 'of' && s.low(body + 1) === 'course' ? body + 2 : body + 1;
  if (at === body + 1 && !/^(?:surely|naturally|obviously|clearly|evidently)$/.test(s.low(body))) return undefined;
  const clause = clauseFrom(s, at);
  if (!clause?.ownSubject || clause.from !== at || !isAboutThings(s, clause) || s.low(at) === 'it') return undefined;
  const to = predicateEnd(s, clause.verb.main + 1);
  return pointsAtPerson(s, at, to) ? undefined : { from: at, to };
}

/** "As anybody could have told them, a single gateway won't hold." */
function asTold(s: Sentence): Range | undefined {
  const body = bodyStart(s);
  const opener = clauseFrom(s, body + 1);
  if (s.low(body) !== 'as' || !opener || !/^(?:tell|know|see|say|predict|warn|guess|expect)$/.test(opener.verb.lemma))
    return undefined;
  for (let i = sentenceEnd(s) - 1; i > opener.verb.to; i--) {
    if (s.tokens[i]!.text !== ',') continue;
    const clause = clauseFrom(s, i + 1);
    return clause?.ownSubject && isAboutThings(s, clause)
      ? { from: i + 1, to: predicateEnd(s, clause.verb.main + 1) }
      : undefined;
  }
  return undefined;
}

/** "Disk had been at 91 % since Tuesday and folks walked past it": the fact in front of what people made of it stays. */
function factInFront(
  s: Sentence,
  candidate: Candidate,
): { readonly to: number; readonly noticed: boolean; readonly drafts: readonly Draft[] } | undefined {
  const body = behindHindsight(s);
  const person = s.phrases.find(
    (p) =>
      p.from > body + 2 &&
      p.preposition === undefined &&
      p.possessor === undefined &&
      /^(?:person|team|nobody|you|anybody)$/.test(s.actor(p, true).kind) &&
      s.clauses.some(
        (c) =>
          c.ownSubject && c.subject.at(-1) === p && isFiniteClause(c) && (!c.relative || s.low(p.from - 1) === 'which'),
      ),
  );
  const wonder = beforeWonder(s, body, s.to);
  const reproach = person?.from ?? butAt(s, body) ?? (wonder < s.to ? wonder + 1 : stretchAround(s, candidate).from);
  let to = reproach;
  while (to > body && (LINKING.test(s.low(to - 1) || s.tokens[to - 1]!.text) || /ly$/.test(s.low(to - 1)))) to--;
  to = beforeWonder(s, body, to);
  if (to === reproach || to <= body + 2) return undefined;
  // Only where nobody is spoken of in front, and nothing is judged.
  const facts = s.clauses.filter((c) => c.verb.from >= body && c.verb.to <= to && isFiniteClause(c));
  const noticed = facts.some(isNotice) && s.tokens[body]!.tag !== 'preposition';
  for (let i = body; i < to; i++)
    if (/^(?:i|he|she|him|you|we|now)$/.test(s.low(i)) && !(s.low(i) === 'we' && noticed)) return undefined;
  if (facts.some((c) => (c.ownSubject && !isAboutThings(s, c) && !isNotice(c)) || c.verb.modal !== undefined))
    return undefined;
  const written = facts.some(
    (c) => c.verb.passive && /^(?:write|print|announce|document|flag|report|mark)$/.test(c.verb.lemma),
  );
  if (/^(?:it|there|this|that|what|of|as|if|one|hard)$/.test(s.low(body)) && !written) return undefined;
  for (let i = body; i < to; i++)
    if (OBVIOUS.test(s.low(i)) || /^(?:writing|impossible|inexcusable|hindsight)$/.test(s.low(i))) return undefined;
  const end = sentenceEnd(s);
  const fact = kept(s, body, to, false);
  const lead = /^(?:with|given|after|despite)$/.test(s.low(body));
  const link = facts.some((c) => c.ownSubject) ? ', and' : lead ? ',' : ':';
  const from = bodyStart(s);
  return {
    to,
    noticed,
    drafts: [
      {
        from,
        to: end,
        parts: [fact, `${link} [what] kept this from being acted on`],
      },
      {
        from,
        to: end,
        parts: [fact, `${link} [which alert] did not bring it to attention`],
      },
    ],
  };
}

/** "With two crashes in one week it was clear as glass, but …": the lead is the fact. */
function leadAlone(s: Sentence): Draft[] {
  const body = bodyStart(s);
  if (!/^(?:with|after|given|inasmuch)$/.test(s.low(body)) || s.low(body + 1) === 'hindsight') return [];
  let to = body + 2;
  while (to < s.to && s.tokens[to]!.text !== ',' && !/^(?:it|nobody|everyone|anyone|you|how|we)$/.test(s.low(to))) to++;
  if (to >= s.to || to - body < 4 || pointsAtPerson(s, body, to)) return [];
  if (s.low(to) === 'we' || /\b(?:benefit|hindsight|retrospect|glance|look)\b/i.test(s.textOf(body, to))) return [];
  return [
    { from: body, to: sentenceEnd(s), parts: [kept(s, body, to, false), ', [what] kept this from being acted on'] },
  ];
}

/** Whether a clause with a subject begins at the token: "could tell the link was flapping". */
function clauseAt(s: Sentence, at: number): boolean {
  return s.clauses.some((c) => c.ownSubject && isFiniteClause(c) && c.from === at);
}

/** ", yet capacity planning managed not to see it" */
function butAt(s: Sentence, body: number): number | undefined {
  for (let i = body + 3; i < s.to; i++)
    if (/^(?:yet|but)$/.test(s.low(i)) && s.tokens[i - 1]!.text === ',') return i + 1;
  return undefined;
}

/** "The partner had announced the maintenance": a fact, whoever it came from. */
function isNotice({ verb, ownSubject }: Clause): boolean {
  return (
    ownSubject &&
    verb.tense === 'past' &&
    /^(?:tell|raise|report|announce|warn|publish|send|notify|print|say|email|mail|flag)$/.test(verb.lemma) &&
    !verb.negated
  );
}

/** ", so it's baffling that", ", how much more of a hint", ", impossible to overlook": wonder behind the fact is none of it. */
function beforeWonder(s: Sentence, body: number, to: number): number {
  for (let i = body + 3; i < to; i++) {
    if (!/^[,;:–—]$/.test(s.tokens[i]!.text)) continue;
    if (
      /^(?:(?:so|and|yet|but) )?(?:it (?:is|was|beggars|defies|strains)|it['’]s|how|one (?:had|has|would|must)|impossible|hard|clearly|unread|overlooked|plain as|clear as|what)\b/i.test(
        s.textOf(i + 1, to),
      )
    )
      return i;
  }
  return to;
}

/** Whether a clause that is put there is joined to what stands in front. */
function isJoined(s: Sentence, at: number): boolean {
  return (
    s.tokens[at - 1]?.tag === 'conjunction' || /^(?:[;:–—]|yet|so)$/.test(s.low(at - 1) || s.tokens[at - 1]?.text || '')
  );
}

/** What stands between a fact and those who made nothing of it: ", and still", ", so I struggle to see how". */
const LINKING =
  /^(?:[,;:–—]|and|but|so|yet|still|while|whereas|only|that|which|what|how|do|does|did|can|could|on|i|struggle|to|see|even|also|somehow|apparently|simply|just)$/;

/** The first word behind "In hindsight," or "Looking back". */
function behindHindsight(s: Sentence): number {
  let at = bodyStart(s);
  const opening =
    /^(?:(?:in|with) (?:the benefit of )?(?:hindsight|retrospect)|looking back|seen from today|afterwards)\s*,?/i.exec(
      s.textOf(at, s.to),
    );
  const end = opening ? s.tokens[at]!.start + opening[0].length : 0;
  while (at < s.to - 1 && s.tokens[at]!.start < end) at++;
  return at;
}

/** "a five-year-old could have spotted that minus sign", "everyone could hear the fan grinding" */
function easyToMiss(s: Sentence, { from }: Range): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      /^(?:see|spot|notice|hear|smell|find|catch|recognise|recognize|pick)$/.test(c.verb.lemma) &&
      /^(?:could|would|can|might)$/.test(c.verb.modal ?? '') &&
      !c.verb.negated,
  );
  const object = clause && objectAfter(s, clause.verb.main + 1);
  if (!clause || !object || s.tokens[object.from]!.tag === 'pronoun') return [];
  let to = predicateEnd(s, object.to);
  for (let i = object.to; i < to; i++) if (s.tokens[i]!.text === ',') to = i;
  return pointsAtPerson(s, object.from, to)
    ? []
    : [
        {
          from: Math.min(from, clause.from),
          to: sentenceEnd(s),
          parts: ['[what] made it easy to miss', kept(s, object.from, to, false)],
        },
      ];
}

function outerVerb(s: Sentence, inner: Clause): number | undefined {
  const outer = s.clauses.find((c) => c.verb.from > inner.verb.from && c.verb.lemma === 'be');
  let at = outer?.verb.from;
  while (outer && at !== undefined && at < outer.verb.main && s.tokens[at]!.tag === 'adverb') at++;
  return at;
}

/** What anybody knows is told of "you", too. */
function isAboutAnything(s: Sentence, clause: Clause): boolean {
  return isAboutThings(s, clause) || isYouAlone(s, clause.from, clause.verb.to);
}

function isAboutThings(s: Sentence, clause: Clause): boolean {
  return clause.subject.every((p) => {
    const actor = s.actor(p, true);
    return (
      !/^(?:you|we|nobody|anybody)$/.test(actor.kind) &&
      !(isBlamable(actor) && actor.certain) &&
      !isBlamable(s.actor(p))
    );
  });
}

/** "had been climbing since Sunday in plain view of the squad": the fact stays, those who could have looked go. */
function inPlainSight(s: Sentence, { from, to }: Range): Draft[] {
  for (let i = from + 2; i < to - 1; i++) {
    if (!/^(?:in|under|before)$/.test(s.low(i))) continue;
    const words = s.textOf(i, Math.min(to, i + 6)).toLowerCase();
    if (
      !/^(?:in (?:plain|full|clear) (?:view|sight)|(?:in front|under|before|right under)\b.{0,14}\b(?:eyes?|noses?)\b)/.test(
        words,
      )
    )
      continue;
    const clause = s.clauses.find((c) => c.ownSubject && c.from >= from && c.verb.from < i);
    if (!clause || !isAboutThings(s, clause)) return [];
    const fact = kept(s, from, i, false);
    return [
      { from, to, parts: [fact, ', and [which alert] did not bring it to attention'] },
      { from, to, parts: [fact, NOT_ACTED_ON] },
    ];
  }
  return [];
}

/** "The shortcomings were well known to the managers, who remained passive." */
function knownTo(s: Sentence): Draft[] {
  const clause = s.clauses.find(
    (c) => c.ownSubject && c.verb.tense === 'past' && isAboutThings(s, c) && c.from === bodyStart(s),
  );
  const known = clause && /^(?:been )?(?:well |long )?known to /i.exec(`${s.textOf(clause.verb.main + 1, s.to)} `);
  const passive = clause?.verb.lemma === 'know' && clause.verb.passive && s.low(clause.verb.to) === 'to';
  if (!clause || !(known || passive) || s.tokens[clause.subject[0]!.head]!.tag === 'pronoun') return [];
  const plural = isPluralPhrase(s, { from: clause.from, to: clause.verb.from }) === true;
  return [
    {
      from: clause.from,
      to: sentenceEnd(s),
      parts: [
        kept(s, clause.from, clause.verb.from, false),
        `${plural ? 'were' : 'was'} known [where], and [what] kept ${plural ? 'them' : 'it'} from being acted on`,
      ],
    },
  ];
}

/** "The cause was right in front of the responders for forty minutes", "the date stood in plain sight of the team since January" */
function rightInFront(s: Sentence): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      /^(?:be|stand|sit|lie|hang)$/.test(c.verb.lemma) &&
      c.from <= bodyStart(s) + 4 &&
      isAboutThings(s, c),
  );
  const sight =
    clause &&
    /^(?:right |directly )?in (?:front|plain sight|plain view|full view) of /i.exec(s.textOf(clause.verb.to, s.to));
  if (!clause || !sight) return [];
  let at = clause.verb.to;
  while (s.tokens[at]!.start < s.tokens[clause.verb.to]!.start + sight[0].length) at++;
  const person = s.phraseAt(at);
  if (!person || !isBlamable(s.actor(person, true))) return [];
  const plural = isPluralPhrase(s, { from: clause.from, to: clause.verb.from }) === true;
  const end = predicateEnd(s, person.to);
  return [
    {
      from: clause.from,
      to: end,
      parts: [
        kept(s, clause.from, clause.verb.from, false),
        `${plural ? 'were' : 'was'} visible [where]`,
        kept(s, person.to, end, false),
        `, and [what] kept ${plural ? 'them' : 'it'} from being acted on`,
      ],
    },
  ];
}

/** "The signs were staring the team in the face all afternoon." */
function staring(s: Sentence, { from, to }: Range): Draft[] {
  const clause = s.clauses.find((c) => c.verb.lemma === 'stare' && c.verb.from >= from && c.verb.from < to);
  if (!clause) return [];
  const subject = clause.subject[0];
  for (let i = clause.verb.to; i < to; i++) {
    if (s.low(i) === 'at' && s.phraseAt(i + 1)) {
      const seen = wholePhrase(s, s.phraseAt(i + 1)!);
      return [{ from, to, parts: ['[what] made it easy to miss', kept(s, seen.from, seen.to, false)] }];
    }
    if (s.low(i) !== 'face' || !subject || !clause.ownSubject || !isAboutThings(s, clause)) continue;
    const plural = isPluralPhrase(s, { from: subject.from, to: subject.to }) === true;
    const said: Part[] = [
      kept(s, clause.from, clause.verb.from, false),
      `${plural ? 'were' : 'was'} visible [where]`,
      kept(s, i + 1, predicateEnd(s, i + 1), false),
      `, and [what] kept ${plural ? 'them' : 'it'} from being acted on`,
    ];
    const end = Math.max(predicateEnd(s, i + 1), from + 1);
    // "… and no one acted on them"
    const echoed = s.clauses.some(
      (c) =>
        c.ownSubject && c.verb.from > end && /^(?:nobody|person|team)$/.test(s.actor(c.subject.at(-1)!, true).kind),
    );
    return [{ from, to: echoed ? sentenceEnd(s) : end, parts: said }];
  }
  return [];
}

/** "The risk was evident to anyone": which signal pointed to it. */
function obviousThing(s: Sentence, { from, to }: Range): Draft[] {
  const clause = s.clauses.find(
    (c) => c.verb.lemma === 'be' && c.ownSubject && c.verb.from >= from && c.verb.from < to,
  );
  const subject = clause?.subject[0];
  if (!clause || !subject || !isAboutThings(s, clause) || s.tokens[subject.head]!.tag === 'pronoun') return [];
  let is = false;
  for (let i = clause.verb.main; i < Math.min(to, clause.verb.to + 4); i++) if (OBVIOUS.test(s.low(i))) is = true;
  if (!is || /^(?:there|it|this|that|sign)$/.test(s.low(subject.head))) return [];
  const thing = kept(s, clause.from, clause.verb.from, false);
  const plural = isPluralPhrase(s, { from: subject.from, to: subject.to }) === true;
  return SIGNS.test(s.low(subject.head))
    ? [
        {
          from,
          to,
          parts: [
            thing,
            `${plural ? 'were' : 'was'} visible [where]`,
            ...beginningWith(s, clause.verb.to, to),
            `, and [what] kept ${plural ? 'them' : 'it'} from being acted on`,
          ],
        },
      ]
    : [{ from, to, parts: ['[which signal] pointed to', thing, NOT_ACTED_ON] }];
}

/** ", beginning with the counters on Monday": which signs there were. */
function beginningWith(s: Sentence, from: number, to: number): Part[] {
  for (let i = from; i < to - 2; i++)
    if (
      s.tokens[i]!.text === ',' &&
      /^(?:beginning|starting|including|from|such)$/.test(s.low(i + 1)) &&
      !pointsAtPerson(s, i, to)
    )
      return [kept(s, i, to, false)];
  return [];
}

/** "it is hard to understand how the reviewers could miss it": what was missed or left undone, without the surprise. */
function leftUndone(s: Sentence, candidate: Candidate, { from, to }: Range): Draft[] {
  const facts = s.clauses.some(
    (c) => c.ownSubject && isFiniteClause(c) && c.verb.from < from && isAboutThings(s, c) && s.low(c.from) !== 'it',
  );
  for (const clause of s.clauses) {
    if (clause.relative && /^(?:that|which|who)$/.test(s.low(clause.from - 1))) continue;
    // "How somebody can overlook a red banner is a riddle to me."
    if (s.low(bodyStart(s)) === 'how' && clause.from === bodyStart(s) + 1) {
      const outer = s.clauses.findLast((c) => c.verb.lemma === 'be' && c.verb.from > clause.verb.to);
      const at =
        clause.verb.lemma === 'look' && s.low(clause.verb.to) === 'at' ? s.phraseAt(clause.verb.to + 1) : undefined;
      if (at)
        return [
          {
            from: bodyStart(s),
            to: sentenceEnd(s),
            parts: ['[what] kept', kept(s, at.from, beforeAnd(s, wholePhrase(s, at).to), false), 'from standing out'],
          },
        ];
      const seen = readDeed(s, { ...clause, verb: { ...clause.verb, modal: undefined, tense: 'past' } });
      if (outer && seen && (seen.kind === 'missed' || clause.verb.negated))
        return [
          {
            from: bodyStart(s),
            to: sentenceEnd(s),
            parts: ['[what] made it easy to miss', kept(s, clause.verb.main + 1, outer.verb.from, false)],
          },
        ];
    }
    if (/\bmatter of time (?:until|before|till)\b/i.test(s.textOf(bodyStart(s), clause.from)) && clause.ownSubject) {
      const deed = readDeed(s, clause);
      if (deed?.kind === 'done' || deed?.kind === 'broke') return deedDrafts(s, deed, bodyStart(s)).slice(0, 2);
    }
    if (clause.ownSubject && clause.verb.modal === 'would' && s.low(clause.from - 1) === 'only') {
      const deed = readDeed(s, clause);
      if (deed) return [lookedRight(s, deed, clause.from - 1)];
    }
    if (!clause.ownSubject || clause.verb.modal === 'must' || clause.verb.from < from || clause.verb.lemma === 'be')
      continue;
    if (clause.verb.from >= to && !clause.subject.includes(candidate.agent!)) continue;
    if (!clause.subject.some((p) => isBlamable(s.actor(p, true)) || s.actor(p).kind === 'nobody')) continue;
    if (s.low(clause.subject[0]!.head) === 'you' && clause.verb.tense === 'present') continue;
    const before = s.low(clause.from - 1);
    // "It would have been enough that the tester opened one statement"
    if (before === 'that' && s.low(clause.from - 2) === 'enough') {
      const unopened = readDeed(s, { ...clause, verb: { ...clause.verb, negated: true } });
      if (unopened) return deedDrafts(s, unopened, bodyStart(s)).slice(0, 2);
    }
    const wondered = /^(?:how|why|that)$/.test(before) && clause.from > candidate.from;
    const deed = readDeed(
      s,
      wondered && /^(?:can|could)$/.test(clause.verb.modal ?? '')
        ? { ...clause, verb: { ...clause.verb, modal: undefined, tense: 'past' } }
        : clause,
    );
    if (
      !deed ||
      deed.kind === 'state' ||
      (deed.kind === 'unknown' && (deed.topic === 'none' || !clause.verb.negated)) ||
      (deed.topic === 'that' && deed.rest >= deed.end)
    )
      continue;
    const start =
      wondered || /^(?:obvious|clear|evident)$/.test(before)
        ? facts
          ? from
          : bodyStart(s)
        : clause.from > to
          ? clause.from
          : from;
    const drafts = deedDrafts(s, deed, start).slice(0, 2);
    if (
      deed.kind === 'missed' &&
      deed.rest < deed.end &&
      drafts[0]!.parts[0] === '[which alert or check] did not bring this to attention'
    )
      return [
        { from: start, to: deed.end, parts: ['[what] made it easy to miss', kept(s, deed.rest, deed.end, false)] },
      ];
    if (deed.kind !== 'done') return drafts;
    if (wondered) return [lookedRight(s, deed, start)];
  }
  return [];
}

/** "a disk at 97 % and think nothing of it": the whole of what was looked at. */
function beforeAnd(s: Sentence, from: number): number {
  for (let i = from; i < Math.min(s.to, from + 6); i++) if (s.low(i) === 'and') return i;
  return from;
}

/** "Unbelievably sloppy: the squad had copied the secret into four repos": a deed, where nothing says what could be seen. */
function justDone(s: Sentence): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      !c.relative &&
      c.verb.tense === 'past' &&
      !c.verb.passive &&
      c.verb.modal === undefined &&
      c.subject.every((p) => isBlamable(s.actor(p))),
  );
  const deed =
    clause && !/^(?:be|have|see|hear|know|find|get)$/.test(clause.verb.lemma) ? readDeed(s, clause) : undefined;
  return deed?.kind === 'done' && deed.object && s.tokens[deed.object.from]!.tag !== 'pronoun'
    ? deedDrafts(s, deed, clause!.from).slice(0, 2)
    : [];
}

/** "it is baffling that they trusted it": what made it look right. */
function lookedRight(s: Sentence, deed: Deed, from: number): Draft {
  const done = [gerund(deed.verb), kept(s, deed.rest, deed.end, false)];
  return { from, to: deed.end, parts: ['[what] made', ...done, 'look like the right option at the time'] };
}
