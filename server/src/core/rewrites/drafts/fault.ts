import { isBlamable } from '../../language/actors.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { readDeed } from '../reading/deed.ts';
import { clauseFrom, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { type Range, wholePhrase } from '../reading/phrases.ts';
import { overlaps, stretchAround } from '../reading/stretch.ts';
import type { Draft, Part } from '../writing/compose.ts';
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
  const { from, to } = stretchAround(s, candidate, candidate.agent);
  const told = tellsEvent(s, candidate, from);
  if (told) return told;
  const event = eventOf(s, candidate, { from, to });
  const end = Math.max(to, event?.to ?? 0);
  const through = event && throughDeed(s, candidate, { from, to: end });
  const deed = through ? undefined : toldOfThem(s, candidate, event, end);
  // "…, who sat on two tickets" tells more of what happened; "the engineer who forced it" only who is meant.
  if (deed && (!event || s.tokens[deed.from - 2]?.text === ','))
    return [
      { from, to: deed.to, parts: ['[which gap] contributed to', ...(event?.parts ?? ['this']), ';', ...deed.parts] },
      {
        from,
        to: deed.to,
        parts: [...(event?.parts ?? ['this']), 'came about through [which conditions];', ...deed.parts],
      },
    ];
  return [
    ...(through ? [{ from, to: end, parts: [...event.parts, 'came about through', ...through] }] : []),
    { from, to: end, parts: ['[which gap] contributed to', ...(event?.parts ?? ['this'])] },
    { from, to: end, parts: [...(event?.parts ?? ['this']), 'came about through [which conditions]'] },
  ];
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
        (s.low(c.verb.from - 1) === 'which' && s.tokens[c.verb.from - 2]?.text === ',')) &&
        isFiniteClause(c)) ||
        (c.verb.nonFinite === 'ing' && c.verb.from === agent.to)),
  );
  const deed = clause && readDeed(s, { ...clause, governor: undefined });
  if (!deed || (event && event.from < deed.end && event.to > clause.verb.from)) return undefined;
  // Who signed it says who is meant.
  if (event && /^(?:sign|approve)$/.test(deed.verb)) return undefined;
  if (!/^(?:done|omitted|skipped|let|waited|misread|ignored|missed|broke|believed|unknown|forgotten)$/.test(deed.kind))
    return undefined;
  if (deed.kind === 'done' && !deed.object) return undefined;
  if (/^(?:own|know|have|be|like|want|need|lead|manage|run|work|write|build|decide|say|amend)$/.test(deed.verb))
    return undefined;
  return { from: clause.verb.from, to: Math.max(end, deed.end), parts: tensed(deed, frames(s, deed)[0]!) };
}

interface Event extends Range {
  readonly parts: readonly Part[];
}

/** "It is Cloudflare's fault that our origin melted", "That we lost the order is Birgit's fault": the event is a clause, and stays one. */
export function tellsEvent(s: Sentence, candidate: Candidate, from: number): Draft[] | undefined {
  const limit = sentenceEnd(s);
  // "Thanks to Pilar, no alarm reached the yard."
  const lead = /^(?:thanks|owing|due|because)$/.test(s.low(from)) ? s.phraseAt(from + 2) : undefined;
  if (lead && isPersonal(s, lead.from) && s.tokens[lead.to]?.text === ',' && clauseFrom(s, lead.to + 1)?.ownSubject)
    return [{ from, to: limit, parts: [kept(s, lead.to + 1, limit, false), ', and [which gap] contributed to it'] }];
  // "It is imputable to the management of Projects that …": the clause may stand behind more words for the person.
  let that = candidate.to;
  if (s.low(from) === 'it') while (that < candidate.to + 8 && that < limit && s.low(that) !== 'that') that++;
  const event = s.low(that) === 'that' ? clauseFrom(s, that + 1) : undefined;
  if (event?.ownSubject) {
    const end = predicateEnd(s, event.verb.main + 1);
    return [{ from, to: end, parts: [kept(s, that + 1, end, false), ', and [which gap] contributed to it'] }];
  }
  if (s.low(from) !== 'that' || !clauseFrom(s, from + 1)?.ownSubject) return undefined;
  const verb = s.clauses.findLast(
    (c) => c.verb.lemma === 'be' && c.verb.from <= candidate.to && c.verb.from > from + 2,
  );
  if (!verb) return undefined;
  return [
    { from, to: limit, parts: [kept(s, from + 1, verb.verb.from, false), ', and [which gap] contributed to it'] },
  ];
}

/** What someone is blamed for: behind "for" (or "to thank for"), else the subject, else what a relative clause says was done. */
function eventOf(s: Sentence, candidate: Candidate, stretch: Range): Event | undefined {
  for (let i = stretch.from; i < Math.min(s.to, stretch.to + 2); i++) {
    const low = s.low(i);
    const about =
      low === 'for' ||
      (low === 'to' && s.low(i - 1) === 'up' && s.low(i - 2) !== 'own') ||
      (low === 'of' && s.low(i - 1) === 'guilty');
    if (!about) continue;
    // "The department for rolling stock": a name that "for" is part of.
    const named =
      low === 'for' && i > s.from && s.tokens[i - 1]!.tag === 'noun' && !BLAME_NOUNS.has(singular(s.low(i - 1)));
    if (named && !s.clauses.some((c) => c.verb.from >= stretch.from && c.verb.to <= i)) continue;
    const phrase = s.phraseAt(i + 1);
    if (phrase && !isPersonal(s, phrase.from) && !/^(?:me|us|one|ones|culprit)$/.test(s.low(phrase.head)))
      return eventAt(s, i + 1, stretch, verbBehind(s, i));
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
  const being =
    deed && (deed.kind === 'done' || deed.kind === 'omitted' || deed.kind === 'skipped')
      ? passiveGerund(s, deed, deed.kind === 'omitted')
      : undefined;
  if (deed && /^(?:own|know|have|insist|like|want|need|lead|manage|run|work)$/.test(deed.verb)) return undefined;
  return deed && being ? { from: relative.from, to: deed.end, parts: being } : undefined;
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
  if (/^(?:which|that|where)$/.test(s.low(to)) || (s.low(to + 1) === 'which' && s.tokens[to]!.tag === 'preposition'))
    return { from: at, to: sentenceEnd(s), parts: [kept(s, at, sentenceEnd(s), false)] };
  while (to > at + 1 && /^(?:in|which|only|by|of|from|with|here|alone|again|that|and|,)$/.test(s.low(to - 1))) to--;
  return { from: at, to, parts: [kept(s, at, to, false)] };
}

function subjectEvent(s: Sentence, candidate: Candidate, stretch: Range): Event | undefined {
  const clause =
    s.clauses.find((c) => overlaps(c, candidate)) ??
    s.clauses.findLast(
      (c) => c.ownSubject && c.verb.lemma === 'be' && c.verb.to <= candidate.from && candidate.from - c.verb.to <= 6,
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
  const head = singular(s.low(subject.head));
  if (clause.from >= clause.verb.from || s.tokens[subject.head]!.kind === 'number') return undefined;
  if (/^(?:it|this|that|we|i|they|those|these|there)$/.test(head) || BLAME_NOUNS.has(head)) return undefined;
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
  return being && [...being, '([which safeguard] did not stop it)'];
}

function isPersonal(s: Sentence, at: number): boolean {
  const phrase = s.phraseAt(at);
  return phrase !== undefined && isBlamable(s.actor(phrase, true)) && s.actor(phrase).kind !== 'system';
}
