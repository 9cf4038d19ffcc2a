import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import { THIRD } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { type Deed, isDeparture, mainVerb, readDeed, withoutComplement } from '../reading/deed.ts';
import { BELIEVING, KNOWING, SEEING } from '../reading/deedVerbs.ts';
import { bodyStart, clauseFrom, isFiniteClause, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { isPluralPhrase, objectAfter } from '../reading/phrases.ts';
import { topicAt } from '../reading/topic.ts';
import type { Part } from './compose.ts';
import { frames, tensed } from './frames.ts';
import { be, participle } from './inflect.ts';
import { BELIEF, kept, pointsAtPerson } from './neutral.ts';
import { positiveOfAny } from './passive.ts';
import { insteadOf, WANTING } from './remainder.ts';

/** What stands behind the deed in its sentence, freed of the person. `to` is where the original goes on unchanged. */
interface Tail {
  readonly parts: readonly Part[];
  readonly to: number;
}

/**
 * Reads the sentence on behind the deed: verbs that share its subject become passives with a subject of their own (or, with
 * `infinitive`, base forms joined to the one in front), clauses about "he" or "she" likewise; what cannot be said without the
 * person is left out.
 */
export function tailOf(
  s: Sentence,
  deed: Pick<Deed, 'end' | 'top'> & Partial<Pick<Deed, 'group'>>,
  infinitive = false,
): Tail {
  const parts: Part[] = [];
  const limit = sentenceEnd(s);
  let done = asideAt(s, deed.end, limit, parts);
  for (const clause of s.clauses) {
    if (clause.verb.from < done || clause.verb.from >= limit) continue;
    // "The planners panic and restart …": the plural of the present looks like a base form.
    const plural =
      clause.verb.tense === 'base' && !clause.verb.infinitive && s.tokens[clause.verb.from - 1]?.tag === 'conjunction';
    // "had silenced the alarm and written nothing in the log"
    const perfect =
      clause.verb.nonFinite === 'participle' &&
      deed.top.verb.perfect &&
      s.tokens[clause.verb.from - 1]?.tag === 'conjunction';
    if (!isFiniteClause(clause) && !plural && !perfect) continue;
    // "we built what they asked for"
    if (clause.ownSubject && s.tokens[clause.from - 1]?.tag === 'wh') continue;
    const shares = perfect || sharesSubject(s, clause, deed);
    // "…, and that is how it got in"
    if (s.low(clause.verb.from - 1) === 'that' && s.tokens[clause.verb.from - 2]?.tag === 'conjunction') continue;
    // ", tired of waiting"
    if (
      shares &&
      /^(?:tire|bore|feed)$/.test(clause.verb.lemma) &&
      /^(?:of|with|up)$/.test(s.low(clause.verb.main + 1))
    ) {
      done = predicateEnd(s, clause.verb.main + 1);
      continue;
    }
    // "whilst logged in to production"
    if (shares && s.tokens[clause.verb.from - 1]?.tag === 'subordinator') continue;
    if (!shares && !isAboutPerson(s, clause) && !isNamedLater(s, clause, deed)) continue;
    // "…, was meant for sat 3": said of the thing.
    if (shares && clause.verb.passive && /^(?:mean|intend|suppose)$/.test(clause.verb.lemma)) continue;
    const link = linkBefore(s, shares ? clause.verb.from : clause.from, done);
    const end = predicateEnd(s, clause.verb.main + 1);
    // "should rather have called the desk than tried alone"
    if (shares && s.low(clause.verb.from - 1) === 'than') {
      done = end;
      continue;
    }
    if (link.from > done) parts.push({ from: done, to: link.from });
    // "was supposed to wait, and he did not wait"
    if (
      clause.verb.negated &&
      clause.verb.lemma === s.tokens[deed.group?.main ?? -1]?.lemma &&
      !objectAfter(s, clause.verb.main + 1)
    ) {
      done = end;
      continue;
    }
    // "could have rolled back, would have saved us the morning"
    if (shares && /^(?:would|could|might)$/.test(clause.verb.modal ?? '') && clause.verb.perfect) {
      done = end;
      continue;
    }
    // "could have asked and chose not to"
    if (shares && deed.top.verb.modal !== undefined && /^(?:choose|decide|prefer|opt|elect)$/.test(clause.verb.lemma)) {
      done = end;
      continue;
    }
    // "and went to bed thinking it was submitted", "and walked away": where they went is nobody's concern.
    if (shares && isDeparture(s, clause)) {
      const belief = tokenOf(s, clause.verb.to, end, BELIEF);
      if (belief !== undefined) parts.push(kept(s, belief, end, false));
      else if (link.from === done + 1 && /^[,;:–—]$/.test(s.tokens[done]!.text)) parts.pop();
      done = end;
      continue;
    }
    const meant = shares ? undefined : insteadOf(s, clause, end);
    if (meant) {
      parts.push(...meant);
      done = end;
      continue;
    }
    const rest = clause.verb.main + 1;
    // "could have pulled the branch and tried it": the second was as little done as the first.
    const wished =
      shares &&
      (/^(?:should|ought|must|need|have to|be to)$/.test(deed.top.verb.modal ?? '') ||
        (deed.top.verb.perfect && /^(?:could|would|might)$/.test(deed.top.verb.modal ?? ''))) &&
      clause.verb.modal === undefined;
    const finite =
      clause.verb.tense === 'present' &&
      (s.tokens[clause.verb.main]!.forms & THIRD) !== 0 &&
      deed.top.verb.modal !== undefined;
    const joined =
      infinitive && shares && !/\bbut\b/.test(link.words) && !finite && !clause.verb.passive && !clause.verb.negated;
    const said = joined
      ? [link.words.replace(/^, /, ''), ...then(s, clause), clause.verb.lemma, kept(s, rest, end, false)]
      : (passiveOf(s, clause, end, link.words) ??
        possibly(s, clause, end, link.words) ??
        framed(s, clause, link.words));
    if (said && (joined || !wished)) parts.push(...said);
    else if (link.from === done + 1 && /^[,;:–—]$/.test(s.tokens[done]!.text)) parts.pop();
    done = end;
  }
  return { parts, to: done };
}

/** ", thinking it was old" becomes a belief without a believer; ", each leaving it to the other" goes. Index of what follows. */
function asideAt(s: Sentence, at: number, limit: number, parts: Part[]): number {
  if (s.tokens[at]?.text !== ',') return at;
  if (/^(?:thinking|believing|assuming)$/.test(s.low(at + 1))) {
    let from = at + 2;
    while (s.tokens[from]?.tag === 'adverb') from++;
    if (s.low(from) === 'that') from++;
    const end = predicateEnd(s, from + 1);
    parts.push('in the belief that', kept(s, from, Math.max(end, from + 1), false));
    return Math.max(end, from + 1);
  }
  if (s.low(at + 1) !== 'each' || !/ing$/.test(s.low(at + 2))) return at;
  let end = at + 2;
  while (end < limit && !/^[,;:]$/.test(s.tokens[end]!.text)) end++;
  return end;
}

/** Whether the verb has the person of the deed as its subject without saying so again. */
function sharesSubject(s: Sentence, clause: Clause, deed: Pick<Deed, 'end' | 'top'>): boolean {
  if (clause.ownSubject || clause.relative) return false;
  if (s.low(clause.verb.from - 1) === 'there') return false;
  // The subject was not told from what describes it: "the developer responsible hard-wired it and forgot it there".
  if (clause.subject[0] === undefined)
    return (
      s.tokens[clause.verb.from - 1]?.tag === 'conjunction' &&
      !s.clauses.some((c) => c.ownSubject && c.verb.from >= deed.end && c.verb.from < clause.verb.from)
    );
  return (
    clause.subject[0] === deed.top.subject[0] ||
    (s.tokens[deed.end]?.tag === 'conjunction' && clause.verb.from === deed.end + 1)
  );
}

function tokenOf(s: Sentence, from: number, to: number, pattern: RegExp): number | undefined {
  for (let i = from; i < to; i++) if (pattern.test(s.low(i))) return i;
  return undefined;
}

/** "Since she did not know it, Katarzyna restarted all of them": the name of whom the clause in front is about. */
function isNamedLater(s: Sentence, clause: Clause, { end, top }: Pick<Deed, 'end' | 'top'>): boolean {
  const [subject] = clause.subject;
  const actor = subject && s.actor(subject, true);
  return (
    /^(?:he|she|they)$/.test(s.low(top.from)) &&
    s.tokens[end]?.text === ',' &&
    clause.ownSubject &&
    clause.from === end + 1 &&
    actor !== undefined &&
    isBlamable(actor) &&
    actor.certain
  );
}

function isAboutPerson(s: Sentence, clause: Clause): boolean {
  return (
    clause.ownSubject &&
    clause.subject.length === 1 &&
    (/^(?:he|she|you)$/.test(s.low(clause.subject[0]!.from)) ||
      (s.low(clause.subject[0]!.from) === 'they' &&
        /^(?:person|team)$/.test(s.antecedentOfThey(clause.subject[0]!, false).kind)))
  );
}

/** The words that join a clause to what stands in front ("and", "because", "so that"): where they begin, and what to write for them. */
function linkBefore(s: Sentence, at: number, least: number): { from: number; words: string } {
  let from = at;
  while (from > least && /^(?:conjunction|adverb|subordinator|that)$/.test(s.tokens[from - 1]!.tag)) from--;
  const temporal = from > least && /^(?:after|before|until|since)$/.test(s.low(from - 1));
  if (temporal) from--;
  let conjunction = '';
  let subordinator = '';
  for (let i = from; i < at; i++) {
    const { tag, low } = s.tokens[i]!;
    if (tag === 'conjunction') conjunction = low;
    else if (tag !== 'adverb' || low === 'so') subordinator = subordinator === '' ? low : `${subordinator} ${low}`;
  }
  const comma = from > least && s.tokens[from - 1]!.text === ',';
  // "Because Elena had never used it, she chose …": the main clause follows.
  if (
    comma &&
    from === at &&
    /^(?:because|since|as|when|after|although|though|while|if)$/.test(s.low(bodyStart(s))) &&
    least > bodyStart(s)
  )
    return { from: from - 1, words: ',' };
  if (subordinator !== '')
    return {
      from: comma ? from - 1 : from,
      words: `${comma ? ', ' : ''}${conjunction ? `${conjunction} ` : ''}${subordinator}`,
    };
  return { from: comma ? from - 1 : from, words: `, ${conjunction || 'and'}` };
}

function then(s: Sentence, clause: Clause): string[] {
  const adverb = clause.verb.adverbs.find((i) => /^(?:then|later|also|immediately|subsequently|again)$/.test(s.low(i)));
  return adverb === undefined ? [] : [s.low(adverb)];
}

/** "and took the freeze for slow disk" → "and it was possible to take …", where no passive fits. */
function possibly(s: Sentence, clause: Clause, end: number, link: string): Part[] | undefined {
  const { verb } = clause;
  const rest = verb.main + 1;
  if (verb.passive || verb.negated || verb.modal !== undefined || rest >= end || pointsAtPerson(s, rest, end))
    return undefined;
  if (BELIEVING.has(verb.lemma)) return undefined;
  const keeps = /^(?:keep|stop|start|begin|continue)$/.test(verb.lemma) && s.low(rest).endsWith('ing');
  if (!objectAfter(s, rest) && s.tokens[rest]!.tag !== 'preposition' && !keeps) return undefined;
  if (
    /^(?:be|have|get|go|come|do|want|like|need|hope|feel|wait|stay|remain|mean|intend|bother|become|seem|know|think|care|lead|result|believe|assume)$/.test(
      verb.lemma,
    )
  )
    return undefined;
  return [
    link,
    verb.tense === 'present' ? 'it is possible to' : 'it was possible to',
    verb.lemma,
    kept(s, rest, end, false),
  ];
}

/** "and believed that the copy is a backup": what was believed, not known or not done is told in its own frame. */
function framed(s: Sentence, clause: Clause, link: string): Part[] | undefined {
  const deed =
    clause.verb.passive || (WANTING.has(clause.verb.lemma) && !BELIEVING.has(clause.verb.lemma))
      ? undefined
      : readDeed(s, { ...clause, governor: undefined });
  if (!deed || !/^(?:believed|unknown|unable|missed|omitted|forgotten|unpractised|let)$/.test(deed.kind))
    return undefined;
  // "and never replaced": said of a thing.
  const bare = deed.kind === 'omitted' && !deed.object && deed.rest >= deed.end;
  if (bare && !/^(?:wait|act|look|check|react|respond|escalate|ask|stop)$/.test(deed.verb)) return undefined;
  return [link, ...tensed(deed, frames(s, deed)[0]!)];
}

/** "and kept issuing credits twice" → "and credits kept being issued twice". */
function keptDoing(s: Sentence, clause: Clause, end: number, link: string): Part[] | undefined {
  const doing = s.clauses.find((c) => c.governor === clause && c.verb.nonFinite === 'ing');
  const object = doing && objectAfter(s, doing.verb.main + 1);
  if (!doing || !object || object.to > end || pointsAtPerson(s, object.from, object.to)) return undefined;
  return [
    link,
    kept(s, object.from, object.to, false),
    /^(?:begin|start)$/.test(clause.verb.lemma) ? (isPluralPhrase(s, object) ? 'were' : 'was') : 'kept being',
    participle(doing.verb.lemma),
    kept(s, object.to, end, false),
  ];
}

/** "and the terminal was then closed"; undefined where the verb has no object that could be the subject. */
function passiveOf(s: Sentence, clause: Clause, end: number, link: string): Part[] | undefined {
  const { verb } = clause;
  const main = mainVerb(s, clause);
  if (!main) return undefined;
  const { rest } = main;
  const particle = verb.particle !== undefined && s.low(rest) === verb.particle;
  const object = withoutComplement(s, main.lemma, objectAfter(s, particle ? rest + 1 : rest));
  const plural = object && isPluralPhrase(s, object);
  // "and didn't notice until customers called"
  if (
    !object &&
    verb.negated &&
    (SEEING.has(main.lemma) || KNOWING.has(main.lemma)) &&
    topicAt(s, rest, end).kind === 'none'
  )
    return [link, verb.tense === 'past' ? 'this went unnoticed' : 'this goes unnoticed', kept(s, rest, end, false)];
  const going = /^(?:keep|begin|start)$/.test(main.lemma) ? keptDoing(s, clause, end, link) : undefined;
  if (going) return going;
  if (!object || plural === undefined || verb.passive || verb.modal !== undefined) return undefined;
  if (/^(?:by|of|with|from|in|on|at)$/.test(s.low(object.from - 1)) && object.from - 1 >= rest) return undefined;
  // "he figured it was per tenant": no object, but a clause.
  const told = clauseFrom(s, object.from);
  if (told?.ownSubject && told.from === object.from && isFiniteClause(told) && told.verb.from <= object.to + 1)
    return undefined;
  if (/^(?:each|me)$/.test(s.low(object.from)) || /sel(?:f|ves)$/.test(s.textOf(object.from, end).toLowerCase()))
    return undefined;
  if (/^(?:past|round|around|behind|off|up|by|over)$/.test(s.low(object.from)) || s.low(object.to) === 'by')
    return undefined;
  if (
    /^(?:have|be|get|go|let|become|want|like|prefer|wish|need|hope|feel|take|bother)$/.test(main.lemma) ||
    pointsAtPerson(s, object.from, object.to)
  )
    return undefined;
  if (/^(?:keep|start|begin|stop|continue)$/.test(main.lemma) && s.low(rest).endsWith('ing')) return undefined;
  const none = verb.negated ? positiveOfAny(s, object.from) : undefined;
  const form = be({
    plural,
    present: verb.tense === 'present',
    perfect: main.perfect,
    negated: verb.negated && none === undefined,
  });
  const they = s.low(object.from) === 'them' ? 'they' : none;
  const subject = kept(s, object.from, object.to, false);
  const participles = `${main.progressive ? 'being ' : ''}${participle(main.lemma)}${particle ? ` ${s.low(rest)}` : ''}`;
  return [
    link,
    they === undefined ? subject : { ...subject, swaps: new Map([...(subject.swaps ?? []), [object.from, they]]) },
    form,
    ...then(s, clause),
    participles,
    kept(s, object.to, end, false),
  ];
}
