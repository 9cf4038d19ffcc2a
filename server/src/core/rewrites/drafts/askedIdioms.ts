import { isBlamable } from '../../language/actors.ts';
import type { Clause } from '../../language/clauses.ts';
import { THIRD, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { isFiniteClause } from '../reading/extent.ts';
import { objectAfter } from '../reading/phrases.ts';
import type { Part } from '../writing/compose.ts';
import { participle } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';

const RIGHT = 'What made it look right to';
const EASIER = 'What would have made it easier to';
const ASSUMED = 'What supported the assumption that';
const HAPPENED = 'What was happening';
const POSSIBLE = 'What made it possible to';

/** Idioms of reproach in front of what the question is about, and what is asked of that instead. */
const IDIOMS: readonly (readonly [idiom: RegExp, asks: string])[] = [
  [
    /\bhow (?:does|do|can|could) (?:anyone|anybody|someone|somebody|one)\b(?: even)?(?! (?:not|miss|overlook|ignore|forget|fail|think|believe)\b)/i,
    RIGHT,
  ],
  [/^(?:and |so )?ha(?:s|ve) .{1,60}? read(?= the\b)/i, 'What would have made it easier to read'],
  [/\bwhose (?:\w+ ){0,2}idea (?:was|is) it to\b/i, RIGHT],
  [/\b(?:had|has|gave) (?:the|a|this) (?:\w+ )?(?:idea|order|notion|command|instruction) to\b/i, RIGHT],
  [/\b(?:possessed|prompted|drove|led|induced|convinced|persuaded|inspired) .{1,40}? to\b/i, RIGHT],
  [/\b(?:saw|seen|see) fit to\b/i, RIGHT],
  [/\b(?:thought|found|deemed|considered|judged) (?:it )?(?:superfluous|unnecessary|beneath \w+) to\b/i, EASIER],
  [
    /\b(?:think|thought|find|found|deem|deemed|consider|considered) it (?:was )?(?:\w+ )?(?:ok|okay|fine|wise|clever|smart|acceptable|appropriate|safe|reasonable|sensible) to\b/i,
    RIGHT,
  ],
  [/\b(?:decided|decides|opted|elected|chose|chooses) to\b(?! (?:not|ignore|skip)\b)/i, RIGHT],
  [
    /\bwould (?:you|anyone|anybody|someone|somebody)(?: ever| even)?(?: in (?:their|his|her|your) right mind)?\b/i,
    RIGHT,
  ],
  [
    /\b(?:so|that|too) (?:hard|difficult|complicated|much to ask|much to expect)(?: (?:for|of) .{1,40}?)? to\b/i,
    EASIER,
  ],
  [/\b(?:ever|finally|never) (?:going to )?learn to\b/i, EASIER],
  [/\bcross(?:ed)? \S+ mind to\b|\bmind (?:was|is) it to\b|\bcross \S+'s mind to\b/i, EASIER],
  [/\b(?:nobody|no one|not one|none|anyone|anybody) (?:\S+ ){0,6}(?:had|have|has) thought to\b/i, EASIER],
  [/\bexplain to .{1,40}? how to\b/i, EASIER],
  [/\bexplain to .{1,40}?(?= (?:what|that|why|when|where|which|the)\b)/i, 'Where would people have learned'],
  [/\b(?:satisfied|confident|convinced|certain|sure|(?:convinced|persuaded|told) \w+sel(?:f|ves)) that\b/i, ASSUMED],
  [
    /\b(?:find|finds|found) it (?:\w+ )?(?:strange|odd|weird|suspicious|funny|alarming|curious) that\b/i,
    'What would have made it stand out that',
  ],
  [
    /\bit (?:\w+ ){0,2}(?:convenient|funny|strange|odd|interesting|curious) (?:how|that)\b(?! it\b)/i,
    'What explains that',
  ],
  [/\bwhat business did .{1,40}? have(?= (?:in|on|at|with)\b)/i, 'What called for work'],
  [/\bwhat (?:exactly )?did .{1,40}? do(?= (?:between|during|for|all|until|after|from)\b)/i, HAPPENED],
  [/\b(?:do|does) (?:you|they|anyone|anybody) ever\b/i, EASIER],
  [/\bis there (?:a|any) reason .{1,40}? (?:did|could)(?:n['’]t| not) bother with\b/i, 'What would have made room for'],
  [/\bis there (?:a|any) reason .{1,40}? (?:did|could|can)(?:n['’]t| not)(?: bother to)?\b/i, EASIER],
  [/\bsince when (?:do|does) (?:we|you|they)\b(?! (?:let|allow)\b)/i, POSSIBLE],
];

/** What the question is about without the idiom of reproach that leads to it; undefined where there is none. */
export function askedByIdiom(s: Sentence, limit: number): Part[] | undefined {
  const text = s.textOf(s.from, limit);
  for (const [idiom, asks] of IDIOMS) {
    const found = idiom.exec(text);
    if (!found) continue;
    const end = s.tokens[s.from]!.start + found.index + found[0].length;
    let at = s.from;
    while (at < limit && s.tokens[at]!.start < end) at++;
    // "…, sleep?"
    const to = s.tokens[limit - 2]?.text === ',' && limit - 2 > at ? limit - 2 : limit;
    if (at < limit && (!/^(?:punctuation|preposition)$/.test(s.tokens[at]!.tag) || asks === HAPPENED))
      return [asks, kept(s, at, to, true)];
  }
  return (
    madeThem(s, limit) ??
    seenAs(s, limit) ??
    whoDoes(s, limit) ??
    letNear(s, limit) ??
    tookTime(s, limit) ??
    whoReads(s, limit) ??
    hadNone(s, limit)
  );
}

/** "What on earth made you resize it?", "Why would an experienced SRE paste it?", "Since when do we let people run it?" */
function madeThem(s: Sentence, limit: number): Part[] | undefined {
  for (let i = s.from; i < limit - 2; i++) {
    const let_ = /^(?:let|lets)$/.test(s.low(i)) && s.low(i - 1) === 'we';
    if (!let_ && !(s.low(i) === 'made' && /^what\b/i.test(s.textOf(s.from, i)))) continue;
    const person = s.phraseAt(i + 1);
    if (!person || !isBlamable(s.actor(person, true))) continue;
    const verb = s.tokens[person.to];
    if (!verb || person.to >= limit || verb.tag !== 'verb' || verb.low !== verb.lemma) continue;
    if (/^(?:think|believe|assume|feel|decide)$/.test(verb.lemma)) continue;
    return [let_ ? POSSIBLE : RIGHT, kept(s, person.to, limit, true)];
  }
  return undefined;
}

/** "regard an unsigned file as suitable for rollout", "consider this change to be low risk" */
function seenAs(s: Sentence, limit: number): Part[] | undefined {
  const clause = s.clauses.find((c) => /^(?:regard|consider|deem|judge)$/.test(c.verb.lemma) && !c.verb.passive);
  const thing = clause && objectAfter(s, clause.verb.main + 1);
  if (!thing || s.tokens[thing.from]!.tag === 'pronoun') return undefined;
  const link = s.low(thing.to) === 'as' ? 1 : s.low(thing.to) === 'to' && s.low(thing.to + 1) === 'be' ? 2 : 0;
  const from = thing.to + link;
  if (link === 0 || from >= limit) return undefined;
  const like = /^(?:an?|the)$/.test(s.low(from)) ? 'look like' : 'look';
  return ['What made', kept(s, thing.from, thing.to, true), like, kept(s, from, limit, true)];
}

/** "Who on earth runs etcd on spinning disks?": a habit. */
function whoDoes(s: Sentence, limit: number): Part[] | undefined {
  const lead = /^(?:.{1,12}, ?)?who(?: on earth| the hell| in the world| in (?:their|his) right mind)? /i.exec(
    s.textOf(s.from, limit),
  );
  if (!lead) return undefined;
  const end = s.tokens[s.from]!.start + lead[0].length;
  let at = s.from;
  while (at < limit && s.tokens[at]!.start < end) at++;
  const token = s.tokens[at];
  const form = token && at + 1 < limit ? verbForm(token.low) : undefined;
  if (!token || form?.forms !== THIRD || /^(?:be|have|know|care|need|let)$/.test(form.base)) return undefined;
  if (pointsAtPerson(s, at, limit)) return undefined;
  return [RIGHT, form.base, kept(s, at + 1, limit, true)];
}

/** "Why was she allowed anywhere near the ledger?", "Who gave him access to production?": how access is come by. */
function letNear(s: Sentence, limit: number): Part[] | undefined {
  for (let i = s.from + 1; i < limit - 1; i++) {
    const near =
      s.low(i) === 'near' && /\b(?:allow|allowed|let|lets|permitted)\b/i.test(s.textOf(Math.max(s.from, i - 5), i));
    const access =
      s.low(i) === 'to' &&
      s.low(i - 1) === 'access' &&
      /\b(?:gave|given|give|granted|grant)\b/i.test(s.textOf(Math.max(s.from, i - 6), i));
    const thing = near || access ? objectAfter(s, i + 1) : undefined;
    if (thing) return ['How is access to', kept(s, thing.from, Math.min(thing.to, limit), true), 'decided'];
  }
  return undefined;
}

/** "Why did it take Ops forty minutes to open a laptop?" */
function tookTime(s: Sentence, limit: number): Part[] | undefined {
  const take = s.clauses.find((c) => c.verb.lemma === 'take' && s.low(c.subject[0]?.head ?? -1) === 'it');
  if (!take || !s.clauses.some((c) => c.verb.infinitive && c.verb.from > take.verb.to)) return undefined;
  for (let i = take.verb.main + 1; i < Math.min(limit - 1, take.verb.main + 6); i++)
    if (
      /^(?:adverb|determiner|number|noun|adjective)$/.test(s.tokens[i]!.tag) &&
      (s.low(i) === 'so' || /^(?:second|minute|hour|day|week|month)s?$/.test(s.low(i + 1)))
    )
      return ['What made it take', kept(s, i, limit, true)];
  return undefined;
}

/** "Is there a single person in the office who reads our mails?" */
function whoReads(s: Sentence, limit: number): Part[] | undefined {
  const who = s.clauses.find((c) => c.relative && s.low(c.verb.from - 1) === 'who');
  if (
    !who ||
    !/^(?:is|isn['’]t) there (?:a single|anyone|anybody|even one|one|someone|somebody)\b/i.test(s.textOf(s.from, limit))
  )
    return undefined;
  return [EASIER, who.verb.lemma, kept(s, who.verb.main + 1, limit, true)];
}

/** "Does nobody in QA have a calendar with leap days?" */
function hadNone(s: Sentence, limit: number): Part[] | undefined {
  const have = s.clauses.find(
    (c) => c.ownSubject && c.verb.lemma === 'have' && s.actor(c.subject[0]!).kind === 'nobody',
  );
  const thing = have && objectAfter(s, have.verb.main + 1);
  return thing && s.tokens[thing.from]!.tag !== 'pronoun' && !pointsAtPerson(s, thing.from, limit)
    ? ['What kept', kept(s, thing.from, limit, true), 'from being at hand']
    : undefined;
}

/** "Why were you in that cabinet?", "why she was logged in as root", "why a trainee sits alone at the console": what called for it. */
export function whereSomebodyWas(s: Sentence, limit: number): Part[] | undefined {
  if (!/\bwhy\b/i.test(s.textOf(s.from, limit))) return undefined;
  const clause = s.clauses.find(
    (c) => c.ownSubject && isFiniteClause(c) && !c.verb.negated && c.verb.modal === undefined && isPerson(s, c),
  );
  if (!clause) return undefined;
  const { verb } = clause;
  const place = verb.lemma === 'be' ? Math.max(verb.to, clause.subject.at(-1)!.to) : -1;
  if (place > 0 && /^(?:in|inside)$/.test(s.low(place)))
    return ['What made it necessary to be', kept(s, place, limit, false)];
  if (verb.passive && /^(?:log|sign|connect)$/.test(verb.lemma))
    return ['What made it necessary to be', kept(s, verb.main, limit, false)];
  if (verb.tense !== 'present' || !/^(?:own|hold|maintain|manage|sit|decide)$/.test(verb.lemma)) return undefined;
  return ['How is it decided who', `${verb.lemma}s`, kept(s, verb.main + 1, limit, false)];
}

function isPerson(s: Sentence, { subject }: Clause): boolean {
  return subject.length > 0 && subject.every((p) => isBlamable(s.actor(p, true)) || s.actor(p, true).kind === 'you');
}

/** "How did a PR with two failing checks get a thumbs-up?" */
export function madePossible(s: Sentence, limit: number): Part[] | undefined {
  const clause = s.clauses.find((c) => c.ownSubject && c.inverted && !c.verb.negated && !c.verb.passive);
  const subject = clause?.subject[0];
  if (!clause || !subject || !/\bhow\b/i.test(s.textOf(s.from, clause.verb.from))) return undefined;
  if (
    s.actor(subject, true).kind !== 'system' ||
    s.tokens[subject.head]!.tag === 'pronoun' ||
    !/^(?:get|make|end|reach|go|come|land|stay|survive|run|last|pass|fail)$/.test(clause.verb.lemma)
  )
    return undefined;
  let to = clause.verb.main + 1;
  while (
    to < limit &&
    !(/^(?:from|by)$/.test(s.low(to)) && s.phraseAt(to + 1) && isBlamable(s.actor(s.phraseAt(to + 1)!, true)))
  )
    to++;
  return pointsAtPerson(s, subject.from, to)
    ? undefined
    : [
        'What made it possible for',
        kept(s, subject.from, clause.verb.main, false),
        'to',
        clause.verb.lemma,
        kept(s, clause.verb.main + 1, to, false),
      ];
}

/** "Whoever designed this retry loop clearly wasn't thinking", "… got it wrong": what was known then. */
export function knownToWhoever(s: Sentence, from: number): Part[] | undefined {
  const verb = from + 1;
  const form = s.tokens[verb]?.tag === 'verb' ? s.tokens[verb]!.lemma : undefined;
  if (s.low(from) !== 'whoever' || form === undefined || s.low(verb) === form || s.low(verb) === `${form}s`)
    return undefined;
  let to = verb + 1;
  while (
    to < s.to &&
    !/^(?:got|did|left|had|was|wasn|knew|must|should|clearly|obviously|has|is)$/.test(s.low(to)) &&
    s.tokens[to]!.tag !== 'aux'
  )
    to++;
  if (to >= s.to - 1 || to === verb + 1 || pointsAtPerson(s, verb, to) || to - verb > 9) return undefined;
  const thing = kept(s, verb + 1, to, false);
  if (/^did it (?:with|without|on|in|at)\b/i.test(s.textOf(to, s.to))) {
    let end = to + 2;
    while (end < s.to && !/^[,;.]$/.test(s.tokens[end]!.text)) end++;
    return [POSSIBLE, form, thing, kept(s, to + 2, end, false)];
  }
  return ['What was known when', thing, `was ${participle(form)}, and from which signals`];
}

/** "How could three people look at this diff and nobody notice the minus sign?", "… watch that queue grow and do nothing": what did not stand out. */
export function lookedInVain(s: Sentence, limit: number): Part[] | undefined {
  const looked = s.clauses.find(
    (c) => /^(?:look|stare|watch|gaze)$/.test(c.verb.lemma) && !c.verb.negated && !c.verb.passive,
  );
  if (!looked) return undefined;
  const at = looked.verb.main + (s.low(looked.verb.main + 1) === 'at' ? 2 : 1);
  const seen = objectAfter(s, at);
  let and = at;
  while (and < limit && s.low(and) !== 'and') and++;
  if (!seen || and >= limit || pointsAtPerson(s, seen.from, and)) return undefined;
  const missed = s.clauses.find((c) => /^(?:see|notice|spot|catch|find)$/.test(c.verb.lemma) && c.verb.from > and);
  const thing = missed && objectAfter(s, missed.verb.main + 1);
  if (thing && !/^(?:it|this|that|nothing|anything|something)$/.test(s.low(thing.from)))
    return ['What would have made', kept(s, thing.from, limit, true), 'easier to notice'];
  if (!/\b(?:nothing|nobody|no one|none|something)\b/i.test(s.textOf(and, limit))) return undefined;
  if (/\b(?:say|says|said|speak|spoke|speaks|object|objected)\b/i.test(s.textOf(and, limit)))
    return ['What would have made it easier to speak up about', kept(s, seen.from, and, false)];
  return ['What kept', kept(s, seen.from, and, false), 'from standing out'];
}

/** "On whose authority was the freeze set aside?", "How can it be that the desk is not reachable?": what led to it. */
export function ledTo(s: Sentence, limit: number): Part[] | undefined {
  const text = s.textOf(s.from, limit);
  if (
    !/\b(?:why|how (?:can|could) it be|whose authority|(?:what|which) (?:reason|authority|authorisation|grounds?))\b/i.test(
      text,
    )
  )
    return undefined;
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      isFiniteClause(c) &&
      !/^(?:it|reason|authority|grounds?)$/.test(s.low(c.subject[0]?.from ?? -1)) &&
      // "Would the head care to explain why the rule was disregarded?"
      !(c.verb.modal === 'would' && /^(?:care|like|mind|please)$/.test(c.verb.lemma)),
  );
  const subject = clause?.subject.at(-1);
  if (
    !clause ||
    !subject ||
    (s.actor(subject, true).kind !== 'system' && !clause.agent) ||
    s.tokens[subject.head]!.tag === 'pronoun'
  )
    return undefined;
  if (/^(?:time|day|week|reason)$/.test(s.low(subject.head))) return undefined;
  const is = clause.verb.lemma === 'be';
  if (!is && !(clause.verb.passive && clause.verb.modal === undefined)) return undefined;
  const [from, to] = reach(clause, subject, limit);
  const not = clause.verb.negated ? 'not being' : 'being';
  const what: Part[] = ['What led to', kept(s, from, to, false), not];
  if (is) {
    const rest = Math.max(clause.verb.to, to);
    return rest < limit && /^(?:adjective|preposition)$/.test(s.tokens[rest]!.tag) && !pointsAtPerson(s, rest, limit)
      ? [...what, kept(s, rest, limit, false)]
      : undefined;
  }
  const agent = clause.agent?.preposition;
  const rest = kept(s, clause.verb.main + 1, agent ?? limit, false);
  return [...what, participle(clause.verb.lemma), rest, ...(agent ? [kept(s, clause.agent!.to, limit, false)] : [])];
}

/** The subject of a clause, also where it stands behind the verb. */
function reach(clause: Clause, subject: { from: number; to: number }, limit: number): [number, number] {
  const to = Math.min(limit, clause.verb.main > subject.from ? clause.verb.from : subject.to);
  return [subject.from, to > subject.from ? to : subject.to];
}
