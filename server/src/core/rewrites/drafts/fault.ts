import { isBlamable } from '../../language/actors.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, clauseFrom, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { type Range, wholePhrase } from '../reading/phrases.ts';
import { overlaps, stretchAround } from '../reading/stretch.ts';
import type { Draft, Kept, Part } from '../writing/compose.ts';
import { frames, tensed } from '../writing/frames.ts';
import { gerund } from '../writing/inflect.ts';
import { kept } from '../writing/neutral.ts';
import { passiveGerund } from '../writing/passive.ts';

/** What names guilt, not what happened. */
const BLAME_NOUNS = words(`
  half third quarter rest most all fault blame responsibility guilt accountability culpability finger doing culprit onus liability buck share bulk lion majority part
  burden credit problem cause root name answer reason one conscience account person guy man woman people work mess story thing
  trouble screw-up cock-up blunder mistake error wrong let lets guilty party
`);

/** Rewrites of an assignment of fault: what contributed to the event takes its place. */
export function faultDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const labelled = labelDrafts(s);
  if (labelled.length > 0) return labelled;
  const stretch = stretchAround(s, blameWord(s, candidate), candidate.agent);
  // "…, and that's on QA": what joins it stays.
  const joined = s.tokens[stretch.from]!.tag === 'conjunction' && stretch.from > bodyStart(s);
  let from = joined ? stretch.from + 1 : stretch.from;
  // "100% on the devs"
  while (from > s.from && (s.tokens[from - 1]!.text === '%' || s.tokens[from]!.text === '%')) from--;
  const told = tellsEvent(s, candidate, from);
  if (told) return told;
  const left = leftBehind(s);
  if (left) return [left];
  const event = eventOf(s, candidate, { from, to: stretch.to }) ?? withoutThem(s);
  const end = behindShares(s, Math.max(stretch.to, event?.to ?? 0));
  const first = event?.whole ? Math.min(from, event.from) : from;
  const through = event && throughDeed(s, candidate, { from, to: end });
  const deed = through ? undefined : toldOfThem(s, candidate, event, end);
  const what: readonly Part[] = event?.parts ?? ['this'];
  if (deed)
    return [
      { from, to: deed.to, parts: ['[which gap] contributed to', ...what, ';', ...deed.parts] },
      { from, to: deed.to, parts: [...what, 'came about through [which conditions];', ...deed.parts] },
    ];
  return [
    ...(through ? [{ from, to: end, parts: [...event.parts, 'came about through', ...through] }] : []),
    { from: first, to: end, parts: ['[which gap] contributed to', ...what] },
    { from: first, to: end, parts: [...what, 'came about through [which conditions]'] },
  ];
}

const SAYS_FAULT =
  /^(?:fault|blame[ds]?|guilt|guilty|culprit|culpability|responsib(?:le|ility)|accountab(?:le|ility)|liab(?:le|ility)|onus)$/;

/** Where the sentence says that it was a fault: what was found by its wording may begin long before. */
function blameWord(s: Sentence, candidate: Candidate): Range {
  if (!candidate.byWording) return candidate;
  for (let i = candidate.from; i < candidate.to; i++) {
    const told = s.clauses.some(
      (c) => c.ownSubject && isFiniteClause(c) && c.verb.from >= candidate.from && c.verb.to < i,
    );
    if (told && SAYS_FAULT.test(s.low(i))) return { from: i, to: i + 1 };
  }
  return candidate;
}

/** "Primary fault: fares desk", "Responsible for the lost day: jsingh": all that stands behind the label is names. */
function labelDrafts(s: Sentence): Draft[] {
  let colon = s.from + 1;
  while (colon < Math.min(s.to, s.from + 12) && s.tokens[colon]!.text !== ':') colon++;
  if (s.tokens[colon]?.text !== ':' || colon >= s.to) return [];
  const limit = sentenceEnd(s);
  if (s.clauses.some((c) => isFiniteClause(c))) return [];
  let says = false;
  let event: Part = 'this';
  for (let i = s.from; i < colon; i++) {
    says ||= SAYS_FAULT.test(s.low(i));
    if (s.low(i) === 'for' && i + 1 < colon) event = kept(s, i + 1, colon, false);
  }
  if (!says) return [];
  return [
    { from: s.from, to: limit, parts: ['[which gap] contributed to', event] },
    { from: s.from, to: limit, parts: [event, 'came about through [which conditions]'] },
  ];
}

/** "Shortcomings in the work of the team left 9,000 records without a date": what came of it stays. */
function leftBehind(s: Sentence): Draft | undefined {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      /^(?:leave|cause|cost|bring|put|turn|trigger|delay|lead|result)$/.test(c.verb.lemma) &&
      isFiniteClause(c) &&
      !c.verb.passive &&
      c.subject.some(
        (p) =>
          p.from === c.from &&
          /^(?:shortcoming|failing|weakness|deficiency|error|mistake|omission|lapse)s?$/.test(s.low(p.head)),
      ),
  );
  return clause && { from: clause.from, to: clause.verb.from, parts: ['[which gap]'] };
}

/** "without Ferran there was no outage", "Without them we would not have had this outage": what would not have been. */
function withoutThem(s: Sentence): Event | undefined {
  for (let i = bodyStart(s); i < s.to - 2; i++) {
    const person = s.low(i) === 'without' ? s.phraseAt(i + 1) : undefined;
    if (!person || !isBlamable(s.actor(person, true))) continue;
    const phrase = s.phrases.find((p) => p.from > person.to && /^(?:no|this|the|that)$/.test(s.low(p.from)));
    if (!phrase) return undefined;
    const parts: Part[] =
      s.low(phrase.from) === 'no'
        ? ['the', kept(s, phrase.from + 1, phrase.to, false)]
        : [kept(s, phrase.from, phrase.to, false)];
    return { from: i, to: phrase.to, parts, whole: true };
  }
  return undefined;
}

/** Behind ", 70/30 I would say": how the fault was shared. */
function behindShares(s: Sentence, end: number): number {
  return s.tokens[end]?.text === ',' && s.tokens[end + 1]?.kind === 'number' ? sentenceEnd(s) : end;
}

/** "The error lies with the tester": fault, whatever the noun. */
export function liesWithSomebody(s: Sentence): boolean {
  return s.clauses.some(
    (c) =>
      c.ownSubject &&
      /^(?:lie|rest|sit|belong)$/.test(c.verb.lemma) &&
      c.subject.some((p) => BLAME_NOUNS.has(singular(s.low(p.head)))) &&
      /^(?:with|at|to|on)$/.test(s.low(c.verb.to)),
  );
}

/** "…, who sat on two tickets", "Marcus letting the cert lapse": what those who are blamed did, told without them. */
function toldOfThem(s: Sentence, { agent }: Candidate, event: Event | undefined, end: number): Event | undefined {
  const clause = s.clauses.find(
    (c) =>
      agent !== undefined &&
      c.verb.from >= agent.to &&
      c.verb.from <= end + 4 &&
      (((/^(?:who|whoever)$/.test(s.low(c.verb.from - 1)) ||
        (s.low(c.verb.from - 1) === 'that' && c.verb.from - 1 === agent.to) ||
        (s.low(c.verb.from - 1) === 'which' && s.tokens[c.verb.from - 2]?.text === ',')) &&
        isFiniteClause(c)) ||
        (c.verb.nonFinite === 'ing' && c.verb.from === agent.to)),
  );
  const deed = clause && readDeed(s, { ...clause, governor: undefined });
  if (!deed || (event && event.from < deed.end && event.to > clause.verb.from)) return undefined;
  // "the engineer who forced it" says who is meant.
  if (deed.object && s.tokens[deed.object.from]!.tag === 'pronoun') return undefined;
  if (!/^(?:done|omitted|skipped|let|waited|misread|ignored|missed|broke|believed|unknown|forgotten)$/.test(deed.kind))
    return undefined;
  if (deed.kind === 'done' && !deed.object) return undefined;
  if (
    /^(?:sign|fill|use|install|create|make|design|set|own|know|have|be|like|want|need|lead|manage|run|work|write|build|decide|say|amend)$/.test(
      deed.verb,
    )
  )
    return undefined;
  return { from: clause.verb.from, to: Math.max(end, deed.end), parts: tensed(deed, frames(s, deed)[0]!) };
}

interface Event extends Range {
  readonly parts: readonly Part[];
  /** It stands outside of the words for the fault, which go with it. */
  readonly whole?: boolean;
}

/** "It is Cloudflare's fault that our origin melted", "That we lost the order is Birgit's fault": the event is a clause, and stays one. */
export function tellsEvent(s: Sentence, candidate: Candidate, from: number): Draft[] | undefined {
  const limit = sentenceEnd(s);
  // "Thanks to Pilar, no alarm reached the yard."
  const lead = /^(?:thanks|owing|due|because)$/.test(s.low(from)) ? s.phraseAt(from + 2) : undefined;
  if (lead && isPersonal(s, lead.from) && s.tokens[lead.to]?.text === ',' && clauseFrom(s, lead.to + 1)?.ownSubject)
    return [{ from, to: limit, parts: [kept(s, lead.to + 1, limit, false), ', and [which gap] contributed to it'] }];
  // "It is imputable to the management of Projects that …", "It was through them that …"
  let that = blameWord(s, candidate).to;
  if (s.low(from) === 'it') that = from + 1;
  while (s.low(from) === 'it' && that < limit && s.low(that) !== 'that') that++;
  const event = s.low(that) === 'that' ? clauseFrom(s, that + 1) : undefined;
  if (event?.ownSubject && that > blameWord(s, candidate).from) {
    const end = predicateEnd(s, event.verb.main + 1);
    // "It is to them that this incident must be charged."
    if (/^(?:charge|attribute|ascribe|impute|blame)$/.test(event.verb.lemma))
      return [{ from, to: end, parts: ['[which gap] contributed to', kept(s, that + 1, event.verb.from, false)] }];
    return [{ from, to: end, parts: [kept(s, that + 1, end, false), ', and [which gap] contributed to it'] }];
  }
  const body = bodyStart(s);
  const owed = owedEvent(s, from) ?? owedEvent(s, body);
  return owed === undefined
    ? undefined
    : [{ from: Math.min(from, owed.from - 1), to: limit, parts: [owed, ', and [which gap] contributed to it'] }];
}

/** "That we lost the order is Birgit's fault", "that the doors stayed closed we owe to …": what happened. */
export function owedEvent(s: Sentence, from: number): Kept | undefined {
  const event = s.low(from) === 'that' ? clauseFrom(s, from + 1) : undefined;
  if (!event?.ownSubject) return undefined;
  const verb = s.clauses.find(
    (c) =>
      c.verb.from > event.verb.from &&
      isFiniteClause(c) &&
      /^(?:be|owe|lie|rest|fall|go|come|reflect|speak|count)$/.test(c.verb.lemma),
  );
  if (!verb) return undefined;
  return kept(s, from + 1, verb.verb.lemma === 'owe' ? verb.from : verb.verb.from, false);
}

/** What someone is blamed for: behind "for" (or "to thank for"), else the subject, else what a relative clause says was done. */
function eventOf(s: Sentence, candidate: Candidate, stretch: Range): Event | undefined {
  const { agent } = candidate;
  for (let i = stretch.from; i < Math.min(s.to, stretch.to + 2); i++) {
    const low = s.low(i);
    const about =
      low === 'for' ||
      (low === 'to' && s.low(i - 1) === 'up' && s.low(i - 2) !== 'own') ||
      (low === 'of' && /^(?:guilty|responsibility|guilt|blame|liability)$/.test(s.low(i - 1)));
    if (!about) continue;
    // "down to Concepta, who signed for the crate": what is told of them, not what they are blamed for.
    if (
      agent &&
      i > agent.to &&
      /^(?:who|that)$/.test(s.low(s.tokens[agent.to]?.text === ',' ? agent.to + 1 : agent.to))
    )
      continue;
    // "The department for rolling stock": a name that "for" is part of.
    const named =
      low === 'for' && i > s.from && s.tokens[i - 1]!.tag === 'noun' && !BLAME_NOUNS.has(singular(s.low(i - 1)));
    if (named && !s.clauses.some((c) => c.verb.from >= stretch.from && c.verb.to <= i)) continue;
    const phrase = s.phraseAt(i + 1);
    if (/^(?:the record|what it)/.test(s.textOf(i + 1, Math.min(s.to, i + 3)).toLowerCase())) continue;
    // "For the double notification | one must …"
    if (phrase && s.low(phrase.head) === 'one' && phrase.head > i + 2)
      return { from: i + 1, to: phrase.head, parts: [kept(s, i + 1, phrase.head, false)] };
    const happening = s.low(i + 1) === 'what' ? predicateEnd(s, i + 2) : i;
    if (happening > i + 2) return { from: i + 1, to: happening, parts: [kept(s, i + 1, happening, false)] };
    if (phrase && !isPersonal(s, phrase.from) && !/^(?:me|us|one|ones|culprit)$/.test(s.low(phrase.head)))
      return eventAt(s, i + 1, stretch, eventLimit(s, candidate, i));
    const clause = s.clauses.find((c) => c.verb.from === i + 1 || (c.verb.from === i + 2 && s.low(i + 1) === 'not'));
    if (clause?.verb.nonFinite === 'ing') {
      const end = predicateEnd(s, clause.verb.main + 1);
      const deed = readDeed(s, { ...clause, governor: undefined, subject: [] });
      if (deed?.kind === 'let' && deed.object)
        return {
          from: i + 1,
          to: end,
          parts: [kept(s, deed.object.from, deed.object.to, false), gerund(deed.verb), kept(s, deed.rest, end, false)],
        };
      const being = deed && passiveGerund(s, deed, deed.kind === 'omitted');
      return { from: i + 1, to: end, parts: being ?? [kept(s, i + 1, end, false)] };
    }
  }
  const subject = subjectEvent(s, candidate, stretch);
  if (subject) return subject;
  const relative = s.clauses.find(
    (c) =>
      c.relative && c.verb.from >= stretch.from && c.verb.from < sentenceEnd(s) && /^who$/.test(s.low(c.verb.from - 1)),
  );
  const deed = relative && readDeed(s, relative);
  if (deed?.object && s.tokens[deed.object.from]!.tag === 'pronoun') return undefined;
  const being =
    deed && (deed.kind === 'done' || deed.kind === 'omitted' || deed.kind === 'skipped')
      ? passiveGerund(s, deed, deed.kind === 'omitted')
      : undefined;
  if (deed && /^(?:sign|own|know|have|insist|like|want|need|lead|manage|run|work)$/.test(deed.verb)) return undefined;
  return deed && being ? { from: relative.from, to: deed.end, parts: being } : undefined;
}

/** Where the words for the event end: "For this outage | Noémie has the guilt", "for the damage |, given their conduct". */
function eventLimit(s: Sentence, { agent }: Candidate, at: number): number {
  let end = verbBehind(s, at);
  // "For the missed window | the blame must go to …"
  if (at === bodyStart(s)) {
    end = Math.min(end, wholePhrase(s, s.phraseAt(at + 1)!, false).to);
    while (end > at + 2 && s.tokens[end - 1]!.tag === 'name' && s.tokens[end - 2]!.tag === 'noun') end--;
  }
  if (agent && agent.from > at + 1) end = Math.min(end, agent.from);
  for (let i = at + 2; i < end; i++)
    if (/^[,:]$/.test(s.tokens[i]!.text) && !/^(?:in|which|that|where)$/.test(s.low(i - 1))) return i;
  return end;
}

/** Where the verb of "the blame for the outage lies with …" begins. */
function verbBehind(s: Sentence, at: number): number {
  let end = s.to;
  for (const clause of s.clauses)
    if (clause.verb.from > at + 1 && clause.verb.nonFinite === undefined && !clause.verb.infinitive && !clause.relative)
      end = Math.min(end, clause.verb.from);
  for (let i = at + 2; i < end; i++)
    if (/^(?:lies?|rests?|sits?|stays?|belongs?|falls?|goes|lay|squarely|entirely|solely)$/.test(s.low(i))) return i;
  return end;
}

/** All that stands behind "for", up to the verb or the end of the stretch. */
function eventAt(s: Sentence, at: number, stretch: Range, limit: number): Event {
  let to = Math.min(limit, Math.max(stretch.to, wholePhrase(s, s.phraseAt(at)!, false).to));
  const person = s.phrases.find((p) => p.from > at + 1 && p.from < to && isBlamable(s.actor(p)) && s.actor(p).certain);
  if (person) to = Math.min(to, s.low(person.from - 1) === 'only' ? person.from - 1 : person.from);
  // "a cohort in which every patient was born on one day": what describes the event is part of it.
  while (to > at + 1 && /^(?:in|which|,)$/.test(s.low(to - 1))) to--;
  if (/^(?:which|that|where)$/.test(s.low(to)) || (s.low(to + 1) === 'which' && s.tokens[to]!.tag === 'preposition'))
    return { from: at, to: sentenceEnd(s), parts: [kept(s, at, sentenceEnd(s), false)] };
  while (to > at + 1 && /^(?:in|which|only|by|of|from|with|here|alone|again|that|and|,)$/.test(s.low(to - 1))) to--;
  return { from: at, to, parts: [kept(s, at, to, false)] };
}

function subjectEvent(s: Sentence, candidate: Candidate, stretch: Range): Event | undefined {
  const clause =
    s.clauses.find((c) => overlaps(c, candidate)) ??
    s.clauses.findLast(
      (c) =>
        c.ownSubject &&
        /^(?:be|come|stem|result|arise|originate)$/.test(c.verb.lemma) &&
        c.verb.to <= candidate.from &&
        candidate.from - c.verb.to <= 6,
    );
  const subject = clause?.subject[0];
  // "The investigation traced the shortfall to a cashier"
  const traced =
    /^(?:trace|attribute|ascribe)$/.test(clause?.verb.lemma ?? '') && !clause!.verb.passive
      ? clause!.object
      : undefined;
  if (traced) return { from: clause!.from, to: traced.to, parts: [kept(s, traced.from, traced.to, false)] };
  if (
    !clause?.ownSubject ||
    !subject ||
    subject === candidate.agent ||
    isPersonal(s, subject.from) ||
    subject.possessor
  )
    return undefined;
  // "The ward is at fault"
  const { to } = clause.verb;
  if (
    /^(?:\w+ly )?(?:at fault|to blame|guilty|responsible|liable|accountable|culpable)\b/i.test(
      s.textOf(to, Math.min(s.to, to + 3)),
    )
  )
    return undefined;
  const head = singular(s.low(subject.head));
  if (clause.from >= clause.verb.from || s.tokens[subject.head]!.kind === 'number') return undefined;
  // "The mess with the certificates": more than a word for blame.
  const told = /^(?:mess|problem|trouble|story)$/.test(head) && /^(?:with|in|around|on)$/.test(s.low(subject.head + 1));
  if (/^(?:it|this|that|we|i|they|those|these|there)$/.test(head) || (BLAME_NOUNS.has(head) && !told)) return undefined;
  if (clause.from < stretch.from || s.clauses.some((c) => c.verb.from > clause.from && c.verb.from < clause.verb.from))
    return undefined;
  return { from: clause.from, to: clause.verb.from, parts: [kept(s, clause.from, clause.verb.from, false)] };
}

/** "down to Siobhán loading yesterday's playlist": what was done. */
function throughDeed(s: Sentence, { agent }: Candidate, { from, to }: Range): Part[] | undefined {
  const clause = s.clauses.find(
    (c) => c.verb.nonFinite === 'ing' && c.verb.from >= from && c.verb.from < to && agent?.to === c.verb.from,
  );
  const deed = clause && readDeed(s, clause);
  if (deed?.kind === 'let' && deed.object)
    return [
      kept(s, deed.object.from, deed.object.to, false),
      gerund(deed.verb),
      kept(s, deed.rest, deed.end, false),
      '([which safeguard] did not stop it)',
    ];
  const being = deed && deed.kind === 'done' ? passiveGerund(s, deed, false) : undefined;
  // "picking the first one they see"
  for (let i = from; i < to; i++) if (/^(?:they|he|she)$/.test(s.low(i))) return undefined;
  return being && [...being, '([which safeguard] did not stop it)'];
}

function isPersonal(s: Sentence, at: number): boolean {
  const phrase = s.phraseAt(at);
  return phrase !== undefined && isBlamable(s.actor(phrase, true)) && s.actor(phrase).kind !== 'system';
}
