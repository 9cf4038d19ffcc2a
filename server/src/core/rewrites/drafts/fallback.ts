import type { NounPhrase } from '../../language/chunks.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { BAD_EVENTS, ERROR_NOUNS, KNOWLEDGE_NOUNS, VIRTUE_NOUNS } from '../../language/lexicon/judgement.ts';
import { words } from '../../language/lexicon/words.ts';
import { verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { speaksOfSomebody } from '../reading/blameless.ts';
import { bodyStart, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { NEGLIGENCE, UNDOING } from '../reading/failing.ts';
import { objectAfter, wholePhrase } from '../reading/phrases.ts';
import type { Draft, Kept, Part } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { freeOfBlame, GAP } from './retold.ts';

/** Rewrites that fit whatever the sentence says, best first: what blames nobody stays, the rest is left to the writer. */
export function fallbacks(candidate: Candidate, s: Sentence): Draft[] {
  const from = bodyStart(s);
  const to = sentenceEnd(s);
  const told = s.isQuestion || candidate.rule === 'discipline' ? [] : freeOfBlame(s, candidate, { from, to });
  const whole = framesFor(candidate, s).map((parts) => ({ from, to, parts }));
  // Where the label itself blames, it goes too.
  const all = from > s.from ? whole.map((draft) => ({ ...draft, from: s.from })) : [];
  return [...told, ...whole, ...all];
}

/** Nouns that name nothing that a change could be made to. */
const VAGUE =
  /^(?:benefit|hindsight|glance|look|time|day|night|week|month|year|hour|minute|morning|evening|way|fact|case|part|bit|lot|thing|one|point|sense|kind|sort|end|side|other|work|job|cause|reason|face|foot|hand|back|eye|head|world|truth|link|role|quiet|fly|fella|fellow|bloke|lad|chap|skill|level)$/;

/** The thing that the sentence is most about: the object of what was done, else the last thing that it names. */
function thingOf(s: Sentence, candidate: Candidate): Kept | undefined {
  const things = s.phrases.filter((p) => {
    const head = singular(s.low(p.head));
    for (let i = p.from; i < p.head; i++) if (VAGUE.test(singular(s.low(i)))) return false;
    return (
      p.from >= bodyStart(s) &&
      p.possessor === undefined &&
      s.actor(p, true).kind === 'system' &&
      isDefinite(s, p) &&
      ![ERROR_NOUNS, KNOWLEDGE_NOUNS, VIRTUE_NOUNS, UNDOING, NEGLIGENCE, BAD_EVENTS].some((words) => words.has(head)) &&
      !VAGUE.test(head) &&
      !speaksOfSomebody(s, wholePhrase(s, p))
    );
  });
  const object = things.find((p) => s.clauses.some((c) => c.object === p));
  const thing = object ?? things.findLast((p) => p.from < candidate.to) ?? things[0];
  if (!thing) return undefined;
  const { from, to } = wholePhrase(s, thing);
  return kept(s, from, to, false);
}

/** "the zone table", "our mapping", "`maxAge`": a thing that the reader knows, no figure of speech. */
function isDefinite(s: Sentence, phrase: NounPhrase): boolean {
  const head = s.tokens[phrase.head]!;
  if (head.kind === 'opaque' || head.kind === 'identifier') return true;
  return /^(?:noun|name)$/.test(head.tag) && /^(?:the|our|its|these|those)$/.test(s.low(phrase.from));
}

/** What people were expected to do: "Nothing stopped her from checking the order", "would have compared the counts". */
function expected(s: Sentence): Part[] | undefined {
  // "should by rights have flagged the gap"
  const modal = s.tokens.findIndex(
    ({ low }, i) => i >= s.from && i < s.to && /^(?:should|could|might|ought)$/.test(low),
  );
  for (let i = modal + 1; modal >= 0 && i < Math.min(s.to - 1, modal + 6); i++) {
    const form = /^(?:have|of|'ve)$/.test(s.low(i)) ? verbForm(s.low(i + 1), false) : undefined;
    if (!form || s.low(i + 1) === 'been' || CONSEQUENCES.has(form.base)) continue;
    // "at the 8 a.m. call"
    const end = predicateEnd(s, i + 2);
    const to = s.tokens[end]?.text === '.' ? sentenceEnd(s) : end;
    if (to > i + 2 && !speaksOfSomebody(s, { from: i + 2, to }))
      return ['nothing in [which process] prompted anyone to', form.base, kept(s, i + 2, to, false)];
  }
  for (const { verb, subject } of s.clauses) {
    if (verb.passive || verb.negated || CONSEQUENCES.has(verb.lemma)) continue;
    const human =
      verb.modal !== 'would' || !subject.some((p) => s.actor(p, true).kind === 'system' && isDefinite(s, p));
    const asked = verb.infinitive || (verb.nonFinite === 'ing' && s.low(verb.from - 1) === 'from');
    if (!asked && !(verb.perfect && verb.modal !== undefined && human)) continue;
    const from = verb.main + 1;
    const end = predicateEnd(s, from);
    const when = /^(?:when|while|before|after|until)$/.test(s.low(end)) ? predicateEnd(s, end + 1) : end;
    const to = speaksOfSomebody(s, { from: end, to: when }) ? end : when;
    // "checking the number | with the caller"
    const object = objectAfter(s, from);
    if (object && speaksOfSomebody(s, { from, to }) && !speaksOfSomebody(s, object))
      return ['nothing in [which process] prompted anyone to', verb.lemma, kept(s, from, object.to, false)];
    if (to >= from && !speaksOfSomebody(s, { from, to }))
      return [
        'nothing in [which process] prompted anyone to',
        verb.lemma,
        ...(to > from ? [kept(s, from, to, false)] : []),
      ];
  }
  return undefined;
}

const CONSEQUENCES = words(
  `be have know see want say expect save spare prevent avoid cost behove behoove meet do take`,
);

function framesFor(candidate: Candidate, s: Sentence): Part[][] {
  if (s.isQuestion) return [['What conditions led to this']];
  const thing = thingOf(s, candidate);
  const named = (about: (thing: Kept) => Part[], general: string): Part[][] =>
    thing ? [about(thing), [general]] : [[general]];
  switch (candidate.rule) {
    case 'discipline':
      return [['Make [which step] safe by default']];
    case 'hindsight':
      return named(
        (about) => ['[which signal] about', about, 'was available to [whom], and [what] kept it from being acted on'],
        '[which signal] was available to [whom]',
      );
    case 'fault-attribution':
      return [['[which conditions] contributed to [what happened]']];
    case 'judgement':
      return named((about) => ['[what was observed, as a fact] about', about], '[what was observed, as a fact]');
    case 'knowledge-deficit':
      return named(
        (about) => ['information about', about, 'was not available [where]'],
        'information about [what] was not available [where]',
      );
    case 'counterfactual': {
      const act = expected(s);
      return [...(act ? [act] : []), ['nothing in [which process] prompted [which step]']];
    }
    default:
      return named(
        (about) => [`${GAP} around`, about, 'made this possible'],
        `[what happened], and ${GAP} made it possible`,
      );
  }
}
