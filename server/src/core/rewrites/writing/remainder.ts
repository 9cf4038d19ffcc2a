import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import { THEY, THIRD_PERSON, YOU } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import { ING, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { isPlural } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { clauseFrom, isFiniteClause, sentenceEnd } from '../reading/extent.ts';
import { objectAfter, type Range } from '../reading/phrases.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft, Part } from './compose.ts';
import { kept } from './neutral.ts';
import { passive } from './passive.ts';

/** What is added to a blame to give it weight; it goes with it. */
const EMPHASIS = words(`
  it_showed it_shows full_stop period plain_and_simple pure_and_simple simple_as_that again as_usual as_per_usual as_ever as_always alone here end_of_story
  end_of no_question no_doubt this_one this_time once_again once_more nothing_else and_nothing_else and_no_one_else and_nobody_else
  basically really honestly frankly no_excuses too of_course in_my_opinion in_our_opinion if_we're_honest to_be_honest for_the_record
  apparently it_seems sadly unfortunately as_charged
`);

/** "…, and they just didn't", "…, which was not done": says again that it was left undone. */
const ECHO =
  /^(?:he|she|they|it|this|that|which|that step|nobody|no one)(?: (?:just|simply|also|then))? (?:did ?n[o']t|never did|(?:was|were|has|had)(?: not|n't) done|(?:was |were |got )?never (?:got |was )?done|never happened|has ?n[o']t|did ?n[o']t happen|could (?:easily |well )?have done so)(?: so| it| that| either)?(?: by \w+)?$/i;

export const WANTING = words(
  `want like prefer wish need hope feel think fancy care enjoy hate intend mean bother desire fear dare worry plan`,
);

/** What a kind of blame is about: what somebody did, what for, what people are like, or people and all that is told of them. */
export type About = 'deed' | 'motive' | 'person' | 'all' | 'told';

/**
 * Sees to what the sentence goes on to say behind a draft: told without the person where it can be, left out where it is only about
 * the person (a motive, a reproach), and left as it is otherwise. `about`: kinds of blame that are about people as such; contrasts with
 * others go, and with `all` what others did.
 */
export function withRemainder(s: Sentence, draft: Draft, about: About): Draft {
  const limit = sentenceEnd(s);
  // "(owner: his manager, due 5/3)" stays as it is.
  if (draft.to >= limit || s.isQuestion || s.tokens[draft.to]!.text === '(') return draft;
  const parts: Part[] = [];
  let changed = false;
  // "by Radek, who knew what they were for": goes with the person that it is told of.
  const relative = /^(?:who|whose)$/.test(s.low(s.tokens[draft.to]!.text === ',' ? draft.to + 1 : draft.to));
  const person = relative && s.phrases.some((p) => p.to === draft.to && isBlamable(s.actor(p, true)));
  let dropped = -1;
  for (const segment of segments(s, draft.to, limit)) {
    if (person && segment.from === draft.to) {
      changed = true;
      dropped = segment.to;
      continue;
    }
    // The comma behind "…, who had the keys," goes with the one in front.
    if (
      segment.from === dropped &&
      s.tokens[dropped]!.text === ',' &&
      clauseFrom(s, dropped + 1)?.ownSubject === false
    ) {
      parts.push({ from: segment.from + 1, to: segment.to });
      continue;
    }
    // "Sloppy handling of the keys by the crew | left them in a bucket": the verb of what the draft took the place of.
    const resumed =
      segment.from === draft.to &&
      s.clauses.some((c) => c.verb.from === segment.from && isFiniteClause(c) && c.ownSubject);
    const told = resumed ? undefined : toldWithoutPerson(s, segment, about);
    if (told === undefined) parts.push({ from: segment.from, to: segment.to });
    else {
      changed = true;
      parts.push(...told);
    }
  }
  return changed ? { ...draft, to: limit, parts: [...draft.parts, ...parts] } : draft;
}

/** The stretches between marks, conjunctions and subordinators, each with the word or mark that opens it. */
export function segments(s: Sentence, from: number, to: number): Range[] {
  const found: Range[] = [];
  let start = from;
  let depth = 0;
  for (let i = from + 1; i < to; i++) {
    const token = s.tokens[i]!;
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    const joined = /^(?:,|;|:|–|—)$/.test(s.tokens[i - 1]!.text) || (start === i - 1 && opens(s, start));
    if (depth > 0 || joined) continue;
    if (!/^[,;:–—]$/.test(token.text) && !opens(s, i)) continue;
    // ", and so": words that join belong to what they join.
    if (!hasContent(s, start, i)) continue;
    found.push({ from: start, to: i });
    start = i;
  }
  if (start < to) found.push({ from: start, to });
  return found;
}

function hasContent(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (!/^(?:punctuation|conjunction|subordinator)$/.test(s.tokens[i]!.tag) && s.low(i) !== 'so') return true;
  return false;
}

/** A word that joins a clause to the one in front. */
function opens(s: Sentence, at: number): boolean {
  const { tag, low } = s.tokens[at]!;
  if (low === 'as' && /^(?:though|if)$/.test(s.low(at + 1))) return true;
  return (tag === 'conjunction' || tag === 'subordinator' || low === 'so') && clauseFrom(s, at + 1) !== undefined;
}

/** Whether the tokens say nothing but how sure or how tired the writer is of it: ", simple as that". */
export function isEmphasis(s: Sentence, from: number, to: number): boolean {
  return EMPHASIS.has(Array.from({ length: to - from }, (_, i) => s.low(from + i)).join(' '));
}

/** What to write for a segment that is about people; undefined where it can stay. */
function toldWithoutPerson(s: Sentence, { from, to }: Range, blamed: About): Part[] | undefined {
  const strict = blamed === 'person' || blamed === 'all';
  let body = from;
  while (body < to && /^(?:punctuation|conjunction|subordinator)$/.test(s.tokens[body]!.tag)) body++;
  if (s.low(body) === 'so') body++;
  const said = Array.from({ length: Math.min(7, to - body) }, (_, i) => s.low(body + i)).join(' ');
  if (EMPHASIS.has(said) || EMPHASIS.has(`and ${said}`)) return [];
  if (ECHO.test(s.textOf(body, to))) return [];
  if (/^as (?:though|if)\b/.test(said) || (strict && /^as (?:though|if)$/.test(`${s.low(from)} ${s.low(from + 1)}`)))
    return [];
  if (strict && /^(?:who|whose|except)$/.test(s.low(body))) return [];
  // ", nothing technical", ", no defect of the machine": says that it was nothing but people.
  if (
    blamed === 'person' &&
    /^(?:nothing|no|never)\b.*\b(?:technical|wrong|system|machine|defect|fault|bug|more)\b/i.test(s.textOf(body, to))
  )
    return [];
  // "… because the lead was not up to the job"
  const state = /^(?:because|since)$/.test(s.low(from))
    ? s.clauses.find((c) => c.ownSubject && c.verb.lemma === 'be' && c.verb.from >= body && c.verb.to <= to)
    : undefined;
  if (strict && state?.subject.some((p) => isBlamable(s.actor(p, true)))) return [];
  if (s.low(body) === 'not' && !s.clauses.some((c) => c.verb.from >= body && c.verb.to <= to && c.ownSubject))
    return strict ? [] : undefined;
  // "…, Benedikt.": whom it is said to.
  const called = s.tokens[from]!.text === ',' && to >= sentenceEnd(s) ? s.phraseAt(body) : undefined;
  if (
    called?.to === to &&
    (s.tokens[called.head]!.tag === 'name' || s.tokens[called.head]!.kind === 'handle') &&
    isBlamable(s.actor(called, true))
  )
    return [];
  const clause = s.clauses.find((c) => c.ownSubject && isFiniteClause(c) && c.verb.from >= body && c.verb.to <= to);
  // "…, and it was Kirsty's", ", the other half with the caretaker": only who is meant.
  const last =
    blamed === 'all' && !/[(:]/.test(s.textOf(from, to))
      ? s.phrases.findLast((p) => p.from >= body && p.to <= to)
      : undefined;
  const itIs = clause?.verb.lemma === 'be' && /^(?:it|this|that|he|she)$/.test(s.low(clause.from));
  const advice = /^(?:go|ask|talk|look)$/.test(s.low(body));
  if (last && (itIs || advice || !s.clauses.some((c) => c.verb.from >= body && c.verb.to <= to)))
    if (isBlamable(s.actor(last, true)) && s.actor(last, true).certain && (itIs || last.to >= to)) return [];
  const meant = clause && isAboutPeople(s, clause, blamed) ? insteadOf(s, clause, to) : undefined;
  if (meant) return meant;
  // "…, having confused it with the copy"
  const having = s.low(body) === 'having' && !s.clauses.some((c) => c.verb.from === body && c.verb.negated);
  if (/^(?:having (?:never|not)|(?:never|not) having)\b/i.test(s.textOf(body, Math.min(to, body + 2)))) return [];
  if (having && /^(?:no|little|hardly|insufficient)$/.test(s.low(body + 2))) return [];
  // "so the audit wouldn't notice": what for.
  const purpose =
    blamed === 'motive' && s.low(from) === 'so' && /^(?:would|could|can|might)$/.test(clause?.verb.modal ?? '');
  if (purpose) return [];
  // "…, overlooking that it is still in service"
  if (s.tokens[from]!.text === ',' && /^(?:overlooking|forgetting|ignoring|disregarding|missing)$/.test(s.low(body)))
    return s.low(body + 1) === 'that'
      ? ['; [which signal] did not show that', kept(s, body + 2, to, false)]
      : ['; [which check] did not catch', kept(s, body + 1, to, false)];
  // "…, knowing full well that it would not come"
  if (/^(?:knowing|hoping|wishing|intending)$/.test(s.low(body)) && s.tokens[from]!.text === ',') return [];
  // "…, fully aware of what it would do"
  if (/^(?:fully|well|perfectly)$/.test(s.low(body)) && /^(?:aware|knowing)$/.test(s.low(body + 1))) return [];
  const unaware = s.tokens[from]!.text === ',' ? unawareAt(s, body) : undefined;
  if (unaware !== undefined) {
    const topic = topicAt(s, unaware, to);
    const that = topic.kind === 'that' ? ' that' : '';
    if (topic.kind !== 'none')
      return [
        topic.kind === 'noun'
          ? '; [which documentation] did not cover'
          : `; [which documentation or signal] did not show${that}`,
        kept(s, topic.at, to, false),
      ];
  }
  const participle = having ? verbForm(s.low(body + 1)) : undefined;
  if (participle)
    return s.low(body + 1) === 'been' ? [] : ['; it was possible to', participle.base, kept(s, body + 2, to, false)];
  // "…, then nothing would have happened": no fact.
  if (
    clause &&
    /^(?:would|might|could)$/.test(clause.verb.modal ?? '') &&
    (clause.verb.perfect || s.low(clause.verb.to) === 'here')
  )
    return [];
  // "…, but the coordinator did not make it": that it was left undone is told already.
  const undone =
    clause?.verb.negated &&
    !clause.verb.passive &&
    clause.verb.tense === 'past' &&
    clause.verb.modal === undefined &&
    clause.subject.some((p) => isBlamable(s.actor(p)) && s.actor(p).certain);
  if (undone && (!clause.object || s.tokens[clause.object.head]!.tag === 'pronoun') && clause.verb.to >= to - 2)
    return [];
  // "while SRE was draining traffic": what went on at the time.
  const background =
    /^(?:while|when|as)$/.test(s.low(from)) &&
    clause !== undefined &&
    isProgressive(s, clause) &&
    !hasPronoun(s, body, to);
  if (background) return undefined;
  const about = clause && isAboutPeople(s, clause, blamed);
  if (!about && !hasPronoun(s, body, to)) return undefined;
  const passively =
    clause && about
      ? (withoutSubject(s, clause, to) ??
        (blamed === 'told' ||
        (blamed !== 'person' &&
          clause.from === body &&
          /^(?:,|;|and|so)$/.test(s.low(body - 1) || s.tokens[body - 1]!.text) &&
          clause.subject[0]?.to === clause.subject[0]!.from + 1)
          ? possibly(s, clause, to)
          : undefined))
      : undefined;
  if (passively) return [{ from, to: body }, ...passively];
  if (blamed === 'told' && !hasPronoun(s, body, to)) return undefined;
  // "…, and the buses were sent into an area they could not reach": told of a thing, with a pronoun in it.
  const ofThing = clause && !about && blamed !== 'all' && !/^(?:because|since|so|as|if|though)$/.test(s.low(from));
  return ofThing ? [kept(s, from, to, false)] : [];
}

function isProgressive(s: Sentence, { verb }: Clause): boolean {
  return (
    !verb.passive &&
    verb.main > verb.from &&
    (s.tokens[verb.main]!.forms & ING) !== 0 &&
    s.low(verb.main).endsWith('ing')
  );
}

/** ", not aware a second holder exists", ", no idea it fronts billing too": index of what was not known. */
function unawareAt(s: Sentence, at: number): number | undefined {
  if (/^(?:unaware|clueless|oblivious|ignorant)$/.test(s.low(at))) return at + 1;
  if (
    s.low(at) === 'not' &&
    /^(?:aware|knowing|realising|realizing|seeing|noticing|understanding)$/.test(s.low(at + 1))
  )
    return at + 2;
  return s.low(at) === 'no' && /^(?:idea|clue|inkling)$/.test(s.low(at + 1)) ? at + 2 : undefined;
}

function isAboutPeople(s: Sentence, clause: Clause, blamed: About): boolean {
  return clause.subject.some((phrase) => {
    // "Her failure" is no person.
    if (
      s.tokens[phrase.from]!.tag !== 'possessive' &&
      isPersonal(s, phrase.from, blamed !== 'deed' && s.isHumanVerb(clause))
    )
      return true;
    const actor = s.actor(phrase);
    const { modal } = clause.verb;
    const unnoticed = actor.kind === 'nobody' && (blamed === 'all' || (modal !== undefined && modal !== 'can'));
    return unnoticed || ((blamed === 'all' || blamed === 'told') && isBlamable(actor) && actor.certain);
  });
}

function hasPronoun(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isPersonal(s, i)) return true;
  return false;
}

/** A pronoun for the person that a rewrite takes out. */
function isPersonal(s: Sentence, at: number, strict = false): boolean {
  const { low, quoted } = s.tokens[at]!;
  if (quoted) return false;
  if (THIRD_PERSON.has(low) || YOU.has(low)) return true;
  if (!THEY.has(low)) return false;
  // "They turned it off so they wouldn't be woken": the same people.
  if (s.clauses.some((c) => c.ownSubject && c.verb.to <= at && s.low(c.subject[0]!.head) === 'they')) return true;
  // "sent to merchants, and we get calls from them": a nearer plural.
  const plural = s.phrases.findLast((p) => p.to <= at);
  if (plural && s.tokens[plural.head]!.tag === 'noun' && isPlural(s.low(plural.head))) return false;
  const phrase = s.phrases.find((p) => p.from <= at && at < p.to);
  return phrase !== undefined && /^(?:person|team)$/.test(s.antecedentOfThey(phrase, strict).kind);
}

/** "the splice team drove to the wrong exchange" → "it was possible to drive to the wrong exchange". */
function possibly(s: Sentence, clause: Clause, to: number): Part[] | undefined {
  const deed = clause.verb.modal === undefined && !clause.verb.passive ? readDeed(s, clause) : undefined;
  if (deed?.kind !== 'done' || deed.group !== clause.verb || hasPronoun(s, deed.rest, to)) return undefined;
  if (WANTING.has(deed.verb) || /^(?:be|have|go|get|acknowledge|admit|say|know|own)$/.test(deed.verb)) return undefined;
  return ['it was possible to', deed.verb, kept(s, deed.rest, to, false)];
}

/** "when he meant to kill the canary" → "instead of the canary". */
export function insteadOf(s: Sentence, clause: Clause, to: number): Part[] | undefined {
  if (
    !/^(?:mean|intend|want)$/.test(clause.verb.lemma) ||
    !/^(?:when|while|although|though|but|where)$/.test(s.low(clause.from - 1))
  )
    return undefined;
  const infinitive = s.clauses.find((c) => c.governor === clause && c.verb.infinitive);
  const object = objectAfter(s, (infinitive ?? clause).verb.main + 1);
  // "when he wanted to make it smaller"
  if (object && s.tokens[object.from]!.tag === 'pronoun') return [];
  return object && object.to <= to ? ['instead of', kept(s, object.from, object.to, false)] : undefined;
}

/** "they cut the budget" → "the budget was cut"; undefined where what the person did cannot be told as what was done. */
function withoutSubject(s: Sentence, clause: Clause, to: number): Part[] | undefined {
  if (clause.verb.modal !== undefined || clause.verb.passive || WANTING.has(clause.verb.lemma)) return undefined;
  const deed = readDeed(s, clause);
  if (deed?.kind !== 'done' || deed.group !== clause.verb || deed.end > to || !deed.object) return undefined;
  if (s.tokens[deed.object.from]!.tag === 'pronoun' || hasPronoun(s, deed.rest, to)) return undefined;
  const said = passive(s, deed, false);
  return said && [...said, kept(s, deed.end, to, false)];
}
