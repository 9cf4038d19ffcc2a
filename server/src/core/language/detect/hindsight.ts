import { isBlamable } from '../actors.ts';
import { Clue } from '../glance.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { type Candidate, type Detector, ofWords, type Place } from './candidate.ts';
import { isDenied } from './scope.ts';
import { isKnown } from './support.ts';

/** Words that say it could be seen beforehand. */
const OBVIOUS = new Phrases(`
  obvious
  obviously
  blatantly|glaringly|painfully|patently|plainly|perfectly|blindingly|entirely|quite obvious|clear|evident|apparent|foreseeable|visible|predictable|avoidable
  clear to anyone|everyone|anybody|everybody
  plain to see|anyone
  in plain sight
  staring * in the face
  staring * right
  there for all|anyone|everyone to see
  writing * on the wall
  common sense|knowledge
  foreseeable
  any competent|decent|reasonable|experienced|halfway|half-decent|sensible|sane|real|self-respecting|serious|proper|good|first-year|junior * engineer|developer|operator|person|admin|dba|sre|reviewer|team|programmer|sysadmin|technician|administrator|student|intern
  no competent|sane|sensible|reasonable * engineer|developer|operator|person|admin|dba|sre|reviewer|team
  take|takes|took a|an * genius|rocket|phd|expert|degree|psychic|prophet
  only have|has|had|need|needs to look|read|glance
  hardly need|needs|take|takes a degree|genius|phd
  no crystal ball
  take|takes|took no genius|prophet|expert|rocket|phd|crystal
  need|needs|needed no genius|prophet|expert|phd|crystal
  special talent|gift to miss|overlook|ignore
  no rocket science
  not rocket science
  as anyone could|can|knows|would
  anyone could|can|would|should have seen|told|known|predicted|guessed|noticed|spotted
  anybody could|can|would|should have seen|told|known|predicted|guessed|noticed|spotted
  everyone|everybody know|knew|knows that|this|it|you
  a child|five-year-old|toddler could|would
  first thing * would|should
  self-evident
  no-brainer
  only a|an * would
  worth * salt
  blind man|person|guy could|can
  plain|clear|obvious|evident to all|everyone|everybody|anyone|anybody
  anyone|anybody|everyone|everybody looking|reading|watching|paying|following|who * could|would|can|should
  anyone|anybody|everyone|everybody with eyes|half|a
  with eyes could|can
  see it coming
  saw it coming
  saw this coming
  see this coming
  told them|you|him|her|everyone|so in|that|this|last|weeks|months|years
  told you so
  must surely have
  beyond me
  basic mistake|error|check|knowledge|competence|stuff
  textbook mistake|error|blunder
  rookie|schoolboy|elementary|newbie|beginner|beginners mistake|error|blunder|stuff
  clearly
  warning signs|sign were|was there|ignored|obvious
  bound to happen
  waiting to happen
  matter of time
  should have been obvious|clear|evident|apparent
  would|could have been obvious|clear|evident|apparent|spotted|seen
  five-minute|two-minute|quick|cursory|simple|brief look|glance|check|read|search|test
  single look|glance|read|search
  of course
  needless to say
  how|why anybody|anyone|nobody|someone|they * miss|missed
  at first|a glance
  clear|plain as day|daylight
  put two and two
  all * needed to know
  be bothered to look
  evident
  predictable
  predictably
`);

const LOOKING_BACK = new Phrases(`
  in hindsight|retrospect
  with hindsight|retrospect
  with the benefit of
  looking back
  retrospectively
  in the cold light
`);

/** Matches that are blame by themselves; the others need a person who is said to have missed it. */
const SELF_EVIDENT =
  /^(?:(?:not |does not |did not )?take an? |any competent|any decent|any reasonable|any experienced|any half|any sensible|any sane|any real|any self|any serious|any proper|any good|any first|any junior|no competent|no sane|not take a|does not take|anyone could|anybody could|anyone would|anyone should|anybody would|anybody should|told them|told you|told him|told her|told everyone|must surely|a child|a five|rookie|schoolboy|elementary|newbie|beginner|not rocket|no rocket|no crystal|takes? no|took no|needs? no|needed no|special|hardly need|hardly take|how any|why any|how the|beyond me|clear to any|as any|blind|only a|worth|plain to|obvious to|evident to|with eyes|anyone looking|anyone reading|anyone watching|anyone paying|anyone following|anyone who|anybody who|anybody looking|anybody reading|anyone with|anybody with|everyone with|everybody with)/;

function* find(s: Sentence, _place: Place): Iterable<Candidate> {
  const imagined = anyoneWould(s);
  if (imagined) {
    yield ofWords('hindsight', imagined.from, imagined.to);
    return;
  }
  const obvious = OBVIOUS.find(s);
  const back = LOOKING_BACK.find(s);
  const at = obvious ?? back;
  if (!at) return;
  if (isDenied(s, at.from) && !/^(?:no|not|hardly|see|bother)$/.test(s.tokens[at.from]!.lemma)) return;
  const text = s.tokens
    .slice(at.from, at.to)
    .map((token) => token.low)
    .join(' ');
  // "None of those who looked at it could have seen the problem"
  if (text.startsWith('could have') && /^(?:none|nobody|no|neither)$/.test(s.low(s.from))) return;
  const people = blamed(s);
  const self = /^(?:we|us|our)$/;
  if (obvious && SELF_EVIDENT.test(text)) {
    if (text.startsWith('told') && !/^(?:i|we)$/.test(s.low(at.from - 1))) return;
    yield ofWords('hindsight', at.from, at.to, { agent: people });
    return;
  }
  if (people && obvious) {
    if (/^(?:clearly|of course|obviously|predictable|predictably|clear)$/.test(text) && !negligent(s)) return;
    yield ofWords('hindsight', Math.min(at.from, at.from), Math.max(at.to, at.to), { agent: people });
    return;
  }
  if (obvious && back) {
    yield ofWords('hindsight', back.from, Math.max(at.to, back.to), { severity: 'information' });
    return;
  }
  for (let i = s.from; i < s.to; i++) {
    if (self.test(s.low(i)) && obvious && /obvious|plain|clear to|foreseeable|writing|staring/.test(text)) {
      yield ofWords('hindsight', at.from, at.to, { severity: 'information' });
      return;
    }
  }
}

/** "Anyone glancing at the growth curve would have seen …": however long what they do. */
function anyoneWould(s: Sentence): { from: number; to: number } | undefined {
  for (let i = s.from; i < s.to; i++) {
    if (!/^(?:anyone|anybody|everyone|everybody)$/.test(s.low(i))) continue;
    if (!(s.low(i + 1).endsWith('ing') || /^(?:who|with|in|that)$/.test(s.low(i + 1)))) continue;
    for (let k = i + 2; k < Math.min(s.to, i + 14); k++) {
      if (/^[;:.!?]$/.test(s.low(k))) break;
      if (
        /^(?:would|could|should)$/.test(s.low(k)) &&
        /^(?:have|see|tell|know|notice|spot|'ve)$/.test(s.low(k + 1)) &&
        !/\bthe same\b/i.test(s.textOf(k, s.to))
      )
        return { from: i, to: k + 2 };
    }
  }
  return undefined;
}

/** A person, team or "nobody/everyone" the sentence speaks of. */
function blamed(s: Sentence) {
  for (const phrase of s.phrases) {
    const actor = s.actor(phrase, s.tokens[phrase.head]!.tag === 'pronoun');
    if ((isBlamable(actor) && isKnown(s, actor)) || actor.kind === 'nobody' || actor.kind === 'anybody') return phrase;
  }
  return undefined;
}

/** Something was not done or seen: a negation or a verb of missing. */
function negligent(s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) {
    const token = s.tokens[i]!;
    if (token.tag === 'not' || /^(?:nobody|none|neither|miss|overlook|ignore|fail|forget|neglect)$/.test(token.lemma))
      return true;
  }
  return false;
}

const ANYONE = new Clue([words(`anyone anybody everyone everybody`)]);

/** The obvious-in-retrospect directed at people. */
export const hindsight: Detector = {
  mayFind: (glance) => OBVIOUS.isIn(glance) || ANYONE.isIn(glance),
  find,
};
