import { isBlamable } from '../../language/actors.ts';
import type { NounPhrase } from '../../language/chunks.ts';
import type { Clause } from '../../language/clauses.ts';
import { KNOWLEDGE_NOUNS } from '../../language/lexicon/judgement.ts';
import { TITLES } from '../../language/lexicon/people.ts';
import { words } from '../../language/lexicon/words.ts';
import { ING, THIRD, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';
import { type Deed, readDeed } from '../reading/deed.ts';
import { GOING_WRONG } from '../reading/deedVerbs.ts';
import { bodyStart, clauseFrom, isFiniteClause, isTimed, predicateEnd, sentenceEnd } from '../reading/extent.ts';
import { plainMotive } from '../reading/motive.ts';
import { isPlaceOfPeople, isPluralPhrase, objectAfter, type Range } from '../reading/phrases.ts';
import { relativeEnd, type Slot, slotOf } from '../reading/slot.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { type Frame, frames, tensed } from '../writing/frames.ts';
import { be, gerund, participle } from '../writing/inflect.ts';
import { kept, pointsAtPerson } from '../writing/neutral.ts';
import { participleOf, passive, passiveGerund } from '../writing/passive.ts';
import { isEmphasis } from '../writing/remainder.ts';
import { tailOf } from '../writing/tail.ts';
import { MADE } from './nominal.ts';

const CAUSES = words(`cause trigger provoke prolong worsen exacerbate aggravate induce create`);

const MOTIVE =
  /^(?:unlike|too (?:green|new|junior|inexperienced|tired|busy|proud|lazy)|(?:hard[- ])?pressed|pressured|eager|keen|desperate|annoyed|tired|bored|impatient|(?:over)?confident|convinced|determined|anxious|rushed|frustrated|distracted|exhausted|choosing|prioriti[sz]ing|with (?:an|one|half an|his|her|their) eyes? |(?:fully |well |perfectly )?(?:conscious|aware)|in (?:the|an|his|her|their) (?:attempt|effort|eagerness|zeal|desire|hurry)|in (?:willful|wilful|blatant|open|deliberate|flagrant|reckless|complete|total|clear|conscious)|out of (?:sheer|pure|plain|simple|laziness|convenience|spite|habit|impatience|curiosity)|with (?:full|intent|malice|clear intent)|in full knowledge|against (?:better|all)|in order to|knowing full|for (?:convenience|fun)|on purpose|through (?:sheer|pure|laziness|carelessness)|knowing\b|without a (?:thought|care)|for (?:a|an) (?:person|man|woman|engineer|professional)\b|with (?:a|an|the) (?:lamentable|careless|arrogant|cavalier)|to (?:arrive at|spare|save (?:him|her|them)|hit|meet|please|look)|in (?:a|their|his|her) (?:hurry|haste|rush))\b/i;

/** Rewrites of a clause with a person as its subject, best first. `end` cuts what the clause says short (a motive, say). */
export function clauseDrafts(s: Sentence, clause: Clause, end?: number): Draft[] {
  const whoever = whoeverDrafts(s, clause);
  if (whoever) return whoever;
  const expected = /^(?:expect|suppose|mean|require|oblige|obligate|bother)$/.test(clause.verb.lemma);
  if (clause.verb.passive && clause.ownSubject && clause.agent === undefined && !expected && !isAboutPeople(s, clause))
    return ofPassive(s, clause, end);
  const read = readDeed(s, clause);
  if (!read || isGeneric(s, read)) return [];
  // "the crew had been told twice": nothing that they did.
  if (read.kind === 'done' && read.group === read.top.verb && read.top.verb.passive && !read.top.verb.negated)
    return [];
  const motive = end ?? read.told ?? plainMotive(s, read.rest, read.end) ?? calledAt(s, read.end);
  const whole = motive === undefined || motive >= read.end || motive <= read.rest ? read : shortened(read, motive);
  const resume = motive === undefined ? undefined : read.end;
  const aside = motive === undefined ? asideIn(s, read) : undefined;
  const cut = aside === undefined ? whole : shortened(read, aside);
  const better =
    cut.kind === 'unknown' && cut.group.lemma === 'be' && cut.topic === 'noun' ? toldInDetail(s, clause) : undefined;
  if (better) return better;
  const slot = slotOf(s, cut);
  // What is told of a subject ends where the verb of that subject begins.
  const wonder =
    slot.kind === 'clause' && s.low(slot.from) === 'how'
      ? s.clauses.find((c) => c.verb.lemma === 'be' && c.verb.main > cut.rest && c.verb.main < cut.end)
      : undefined;
  const deed = wonder
    ? shortened(cut, wonder.verb.main)
    : slot.kind === 'subject-who' && slot.matrix.verb.from < cut.end
      ? shortened(cut, slot.matrix.verb.from)
      : cut;
  const first = firstOfShared(s, deed.top) ?? introduced(s, deed.top);
  const drafts = draftsFor(s, deed, slot, frames(s, deed));
  if (first) {
    // Both deeds are told without the person, where the second has an object that can be told of.
    const both = clauseDrafts(s, first).slice(0, 3);
    if (isAboutPersonOnly(s, first)) drafts.unshift(...deedDrafts(s, deed, first.from));
    else if (/^(?:done|broke|caused)$/.test(deed.kind) && deed.object && !deed.top.verb.negated && both.length > 0)
      drafts.unshift(...both);
    else {
      drafts.unshift(...factAndFrame(s, first, deed, slot, frames(s, deed)));
      drafts.push(...both);
    }
  }
  return resume === undefined
    ? drafts
    : drafts.map((draft) => (draft.to === deed.end ? { ...draft, to: resume } : draft));
}

/** "was overconfident and …", "had been with us two weeks and …": what somebody is like, or how long they have been there. */
function isAboutPersonOnly(s: Sentence, clause: Clause): boolean {
  if (!/^(?:be|feel|seem|join|start|have)$/.test(clause.verb.lemma) || clause.verb.passive) return false;
  const end = predicateEnd(s, clause.verb.main + 1);
  for (let i = clause.verb.main + 1; i < end; i++)
    if (
      /^(?:days?|weeks?|months?|years?|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        s.low(i),
      )
    )
      return true;
  for (let i = clause.verb.main + 1; i < end && clause.verb.lemma !== 'have'; i++) {
    const { tag } = s.tokens[i]!;
    if (tag === 'adjective') return true;
    if (tag === 'preposition' || tag === 'noun') return false;
  }
  return false;
}

/** "Whoever rotated the certificate never uploaded the chain": what was read as the subject is the object of the clause in front. */
function whoeverDrafts(s: Sentence, clause: Clause): Draft[] | undefined {
  const who = s.clauses.find((c) => s.low(c.from) === 'whoever' && c.ownSubject && c.verb.from <= clause.verb.from);
  const next = who?.object && s.clauses.find((c) => c.verb.from >= who.verb.to && c.subject.includes(who.object!));
  if (!who || !next || (clause !== who && clause !== next)) return undefined;
  const first = readDeed(s, who);
  const second = readDeed(s, { ...next, subject: who.subject });
  if (!first || !second) return undefined;
  const fact = passive(s, shortened(first, next.verb.from), false);
  // "Whoever reviewed the request waved it through": the request, where it is not told.
  const it = fact ? -1 : (second.object?.from ?? -1);
  const named = (part: Part): Part =>
    first.object && typeof part !== 'string' && part.from === it && s.low(it) === 'it'
      ? kept(s, first.object.from, Math.min(first.object.to, next.verb.from), false)
      : part;
  return frames(s, second).map((frame) => {
    const tail = tailOf(s, second, frame.infinitive);
    return {
      from: who.from,
      to: tail.to,
      parts: [
        ...(fact ? [...fact, second.kind === 'done' ? ', and' : ', but'] : []),
        ...tensed(second, frame).map(named),
        ...tail.parts,
      ],
    };
  });
}

/** "Kwame copied the file and missed the date": the first deed as a fact, the second in its frame, neither with a person. */
function factAndFrame(s: Sentence, first: Clause, deed: Deed, slot: Slot, said: readonly Frame[]): Draft[] {
  if (
    slot.kind !== 'clause' ||
    s.tokens[slot.from - 1]?.tag !== 'conjunction' ||
    slotOf(s, readDeed(s, first) ?? deed).kind !== 'clause'
  )
    return [];
  const done = readDeed(s, first);
  const fact = done?.kind === 'done' && done.end <= slot.from ? passive(s, done, false) : undefined;
  if (!fact || !done) return [];
  const from = leadIn(s, first.from);
  return said.slice(0, 2).map((frame) => {
    const tail = tailOf(s, deed, frame.infinitive);
    return {
      from: from?.from ?? first.from,
      to: tail.to,
      parts: [...(from?.parts ?? []), ...fact, `, ${s.low(slot.from - 1)}`, ...tensed(deed, frame), ...tail.parts],
    };
  });
}

/** "is new to k8s and didn't get that …": what exactly was not known says more. */
function toldInDetail(s: Sentence, clause: Clause): Draft[] | undefined {
  const next = s.clauses.find(
    (c) => !c.ownSubject && !c.relative && c.verb.from > clause.verb.to && c.subject[0] === clause.subject[0],
  );
  const deed = next && readDeed(s, next);
  return deed?.kind === 'unknown' && (deed.topic === 'that' || deed.topic === 'wh')
    ? deedDrafts(s, deed, clause.from)
    : undefined;
}

/** "deletes the wrong namespace, boards go dark": what a comma cuts off behind the object stays as it is. */
function asideIn(s: Sentence, deed: Deed): number | undefined {
  if (deed.kind !== 'done' && deed.kind !== 'broke') return undefined;
  for (let i = deed.object?.to ?? deed.end; i < deed.end; i++) {
    if (s.tokens[i]!.text === '(') return undefined;
    if (s.tokens[i]!.text !== ',') continue;
    // "a, b and c"
    for (let k = i + 1; k < deed.end; k++)
      if (s.tokens[k]!.tag === 'conjunction' || s.tokens[k]!.text === ',') return undefined;
    const plain = kept(s, i, deed.end, false).swaps?.size === 0;
    return plain && (s.phraseAt(i + 1) !== undefined || s.tokens[i + 1]!.tag === 'preposition') ? i : undefined;
  }
  return undefined;
}

/** "…, Benedikt": whom it is said to, at the end of the sentence. */
function calledAt(s: Sentence, end: number): number | undefined {
  for (let i = end - 1; i > end - 5 && i > s.from; i--)
    if (s.tokens[i]!.text === ',' && isEmphasis(s, i + 1, end)) return i;
  const last = s.tokens[end - 1];
  // "…, approves": what came next, without an object.
  const behindComma = s.tokens[end - 2]?.text === ',' && isTimed(s);
  if (behindComma && ((verbForm(s.low(end - 1), false)?.forms ?? 0) & THIRD) !== 0) return end - 2;
  return end >= sentenceEnd(s) && s.tokens[end - 2]?.text === ',' && (last?.tag === 'name' || last?.kind === 'handle')
    ? end - 2
    : undefined;
}

/** "you don't run migrations at noon": a rule for anyone, no deed. */
function isGeneric(s: Sentence, deed: Deed): boolean {
  const subject = deed.top.subject[0];
  return (
    subject !== undefined &&
    s.low(subject.head) === 'you' &&
    deed.top.verb.tense === 'present' &&
    !deed.top.verb.perfect &&
    deed.top.verb.modal === undefined
  );
}

function shortened(deed: Deed, end: number): Deed {
  return { ...deed, end, object: deed.object && deed.object.to <= end ? deed.object : undefined };
}

/** The clause that names the subject which this one shares: with it, both are told without the person. */
function firstOfShared(s: Sentence, clause: Clause): Clause | undefined {
  if (clause.ownSubject || clause.relative || clause.subject.length === 0) return undefined;
  return s.clauses.find(
    (c) => c.ownSubject && isFiniteClause(c) && c.verb.from < clause.verb.from && c.subject[0] === clause.subject[0],
  );
}

/** "She's six weeks out of bootcamp, she had no clue …": what she is like, in front of what she is said to do. */
function introduced(s: Sentence, clause: Clause): Clause | undefined {
  if (!/^(?:he|she)$/.test(s.low(clause.from)) || s.tokens[clause.from - 1]?.text !== ',') return undefined;
  const first = s.clauses.find(
    (c) => c.ownSubject && isFiniteClause(c) && c.from === bodyStart(s) && c.verb.to < clause.from,
  );
  return first && first.verb.lemma === 'be' && isAboutPeople(s, first) && isAboutPersonOnly(s, first)
    ? first
    : undefined;
}

/** A deed told in the place of the tokens `from`–`deed.end`, where a clause fits ("it was reckless of Bob to run …"). */
export function deedDrafts(s: Sentence, deed: Deed, from: number): Draft[] {
  return inClause(s, deed, { kind: 'clause', from, temporal: false }, frames(s, deed));
}

function draftsFor(s: Sentence, deed: Deed, slot: Slot, said: readonly Frame[]): Draft[] {
  switch (slot.kind) {
    case 'clause':
      return inClause(s, deed, slot, said);
    case 'noun': {
      const being =
        deed.kind === 'done' || deed.kind === 'omitted' ? passiveGerund(s, deed, deed.kind === 'omitted') : undefined;
      if (being) {
        const tail = tailOf(s, deed);
        return [
          { from: slot.from, to: tail.to, parts: [...being, ...tail.parts] },
          { from: slot.from, to: tail.to, parts: [...being, '([which safeguard] did not stop it)', ...tail.parts] },
        ];
      }
      return said.map((frame) => {
        const tail = tailOf(s, deed, frame.infinitive);
        return { from: slot.from, to: tail.to, parts: ['a process in which', ...tensed(deed, frame), ...tail.parts] };
      });
    }
    case 'gerund':
      return inGerund(s, deed, slot.from, said);
    case 'by-who': {
      const to = relativeEnd(s, deed);
      const caused = CAUSES.has(s.tokens[slot.from - 1]?.lemma ?? '');
      const because = said
        .filter((frame) => !frame.fact)
        .map((frame) => ({
          from: slot.from,
          to,
          parts: [caused ? 'by a process in which' : 'because', ...tensed(deed, frame)],
        }));
      if (caused) {
        const being = /^(?:done|omitted|skipped|missed)$/.test(deed.kind)
          ? passiveGerund(s, deed, deed.kind === 'omitted')
          : undefined;
        const by: Draft[] = being ? [{ from: slot.from, to, parts: ['by', ...being] }] : [];
        return [...by, ...because.slice(0, 2), { from: slot.from, to, parts: ['by [which conditions]'] }];
      }
      return [...because.slice(0, 2), { from: slot.comma ? slot.from - 1 : slot.from, to, parts: [] }];
    }
    case 'subject-who': {
      const { from, antecedent } = slot;
      // "Staff who bypass it will lose their access": what follows for people goes with them.
      if (slot.matrix.verb.modal === 'will')
        return said.slice(0, 2).map((frame) => ({ from, to: sentenceEnd(s), parts: tensed(deed, frame) }));
      let to = relativeEnd(s, deed);
      if (s.tokens[to]?.text === ',') to++;
      const told = said
        .slice(0, 2)
        .map((frame) => ({ from, to, parts: [...tensed(deed, frame), ';', { from, to: antecedent.to }] }));
      // "The manager, who had muddled the windows, kicked it off": neither with the manager.
      const matrix = readDeed(s, slot.matrix);
      const fact = matrix?.kind === 'done' && deed.kind !== 'done' ? passive(s, matrix, false) : undefined;
      const both = fact
        ? said
            .slice(0, 2)
            .map((frame) => ({ from, to: matrix!.end, parts: [...tensed(deed, frame), ', and', ...fact] }))
        : [];
      return [...both, ...clauseDrafts(s, slot.matrix).slice(0, 2), ...told];
    }
    case 'object-relative':
      return inObjectRelative(s, deed, slot);
    case 'what-to':
      if (deed.kind === 'missed')
        return [
          {
            from: slot.from,
            to: deed.end,
            parts: ['[which signal] could have shown', kept(s, deed.group.main + 1, deed.end, false)],
          },
        ];
      return [{ from: slot.from, to: deed.end, parts: ['to', deed.verb, kept(s, deed.rest, deed.end, false)] }];
    case 'what-done': {
      const { verb } = deed.top;
      const form = be({ plural: false, present: verb.tense === 'present', perfect: verb.perfect });
      return [
        {
          from: slot.from,
          to: deed.end,
          parts: [
            form,
            participleOf(s, deed),
            kept(s, deed.particleEnd, deed.end, false),
            '([which safeguard] did not stop it)',
          ],
        },
      ];
    }
    case 'described':
      return said
        .slice(0, 2)
        .map((frame) => ({ from: slot.from, to: relativeEnd(s, deed), parts: [';', ...tensed(deed, frame)] }));
    case 'none':
      return [];
  }
}

function isAboutPeople(s: Sentence, clause: Clause): boolean {
  return clause.subject.some((phrase) => isBlamable(s.actor(phrase)));
}

/** A passive that names nobody but judges ("was carelessly pushed", "deployed in blatant disregard of the freeze"). */
function ofPassive(s: Sentence, clause: Clause, end?: number): Draft[] {
  const { verb, from } = clause;
  const to = predicateEnd(s, verb.main + 1);
  const cut = end === undefined ? to : Math.min(end, to);
  const said: Part[] = [kept(s, from, cut, false)];
  const goesOn = to < sentenceEnd(s);
  return [
    {
      from,
      to,
      parts: [...said, goesOn ? '([which safeguard] did not stop it)' : ', and [which safeguard] did not stop it'],
    },
    { from, to, parts: said },
  ];
}

function inClause(s: Sentence, deed: Deed, slot: Extract<Slot, { kind: 'clause' }>, said: readonly Frame[]): Draft[] {
  const condition = conditionOf(s, deed, slot.from);
  if (condition) return said.map((frame) => ({ ...condition, parts: frame.parts }));
  const lead = leadIn(s, slot.from);
  const facts = slot.temporal || isTimed(s);
  const means = byMeans(s, slot.from);
  if (means && !facts)
    return said
      .filter(({ parts }) =>
        /^(?:it was possible to|nothing in \[which process\] kept anyone from)$/.test(String(parts[0])),
      )
      .map((frame) => behindFrame(s, deed, frame, means));
  // "How they failed to see it is a mystery": the wonder goes with the person.
  if (s.low(slot.from) === 'how')
    return said.map((frame) => ({ from: slot.from, to: sentenceEnd(s), parts: tensed(deed, frame) }));
  const order = facts ? [...said.filter((frame) => frame.fact), ...said.filter((frame) => !frame.fact)] : said;
  // ", which were leaked" would hang in the air behind a frame without its noun.
  const described = s.tokens[deed.end]?.text === ',' && /^(?:which|who|whose)$/.test(s.low(deed.end + 1));
  return order
    .filter((frame) => !described || frame !== said.at(-1))
    .map((frame) => {
      const tail = tailOf(s, deed, frame.infinitive);
      let parts = tensed(deed, frame);
      if (slot.temporal && frame.fact)
        parts = parts.filter((part) => typeof part !== 'string' || !part.includes('[which safeguard]'));
      return { from: lead?.from ?? slot.from, to: tail.to, parts: [...(lead?.parts ?? []), ...parts, ...tail.parts] };
    });
}

/** "By pushing it straight to prod, the engineers …": where the means begins, and the person's clause behind it. */
function byMeans(s: Sentence, from: number): Range | undefined {
  const body = bodyStart(s);
  if (s.low(body) !== 'by' || s.tokens[from - 1]?.text !== ',' || !s.low(body + 1).endsWith('ing')) return undefined;
  return { from: body, to: from - 1 };
}

/** "it was possible to block it by pushing it straight to prod": what somebody did it by needs somebody, and has nobody in front. */
function behindFrame(s: Sentence, deed: Deed, frame: Frame, means: Range): Draft {
  const parts = tensed(deed, frame).filter((part) => part !== 'without [which safeguard]');
  const tail = tailOf(s, deed, true);
  return {
    from: means.from,
    to: tail.to,
    parts: [...parts, 'by', kept(s, means.from + 1, means.to, false), ...tail.parts],
  };
}

/** "Had she read it, none of this …", "… if he had read it": the condition and what would have followed go together. */
function conditionOf(s: Sentence, deed: Deed, from: number): { from: number; to: number } | undefined {
  const end = sentenceEnd(s);
  const subject = deed.top.subject[0];
  if (subject && s.low(subject.from - 1) === 'had')
    return subject.from - 1 === s.from ? { from: s.from, to: end } : { from: bodyStart(s), to: end };
  if (s.low(from - 1) === 'only' && s.low(from - 2) === 'if')
    return { from: from - 2, to: from - 2 === s.from ? end : deed.end };
  if (s.low(from - 1) === 'if' && from - 1 === s.from) return { from: s.from, to: end };
  return s.low(from - 1) === 'if' ? { from: s.from, to: deed.end } : undefined;
}

/** "Unaware of the alias, …", "being new to the platform, …": what the person in question did not know is told of its source. */
function ignoranceLead(s: Sentence, body: number, from: number): { from: number; parts: Part[] } | undefined {
  if (s.tokens[from - 1]?.text !== ',') return undefined;
  // "Freshly hired, Anneli …"
  if (
    from - body <= 5 &&
    /\b(?:hired|fresh|newbie|rookie|green)\b/i.test(s.textOf(body, from)) &&
    !s.clauses.some((c) => c.ownSubject && c.verb.from < from)
  )
    return { from: body, parts: [] };
  let at = s.low(body) === 'being' || s.low(body) === 'still' ? body + 1 : body;
  if (/^(?:with|without|lacking)$/.test(s.low(body))) {
    // "Without any clue about BGP", "with only two weeks in the bank"
    for (let i = body + 1; i < Math.min(from - 1, body + 6); i++) {
      if (/^(?:day|week|month|year)s?$/.test(s.low(i))) return { from: body, parts: [] };
      if (
        KNOWLEDGE_NOUNS.has(singular(s.low(i))) ||
        /^(?:feel|clue|idea|inkling|context|basics|fundamentals|rudiments)$/.test(s.low(i))
      )
        at = i;
    }
    if (at === body) return undefined;
  } else if (s.low(body) === 'too' && /^(?:know|realise|realize|see)$/.test(s.low(body + 3))) at = body + 3;
  else if (!/^(?:unaware|unfamiliar|ignorant|oblivious|new|inexperienced)$/.test(s.low(at))) return undefined;
  const topic = topicAt(s, at + 1, from - 1);
  if (topic.kind === 'none') return at > body ? { from: body, parts: [] } : undefined;
  const what = topic.kind === 'that' ? 'did not show that' : topic.kind === 'wh' ? 'did not show' : 'did not cover';
  const source = topic.kind === 'noun' ? '[which documentation or training]' : '[which documentation or signal]';
  return { from: body, parts: [`${source} ${what}`, kept(s, topic.at, from - 1, false), ';'] };
}

/** "While updating the router, …": the participle had the person as its subject; it gets one of its own. */
function leadIn(s: Sentence, from: number): { from: number; parts: Part[] } | undefined {
  const body = bodyStart(s);
  // "Out of pure convenience, …", "with full purpose the colleagues …": a motive goes with the person.
  const gap = from > body ? ignoranceLead(s, body, from) : undefined;
  if (gap) return gap;
  // "Having mistaken the standby for a sandbox, …"
  const having =
    /\bhaving$/i.test(s.textOf(body, body + (s.tokens[body]!.tag === 'not' ? 2 : 1))) &&
    s.tokens[from - 1]?.text === ','
      ? s.clauses.find((c) => c.verb.from === body || c.verb.from === body + 1)
      : undefined;
  const before = having && readDeed(s, { ...having, governor: undefined, subject: [] });
  if (before && /^(?:misread|believed|missed|unpractised|unknown|omitted|skipped)$/.test(before.kind))
    return { from: body, parts: [...frames(s, { ...before, end: Math.min(before.end, from - 1) })[0]!.parts, ';'] };
  if (from > body && from <= body + 14 && MOTIVE.test(s.textOf(body, from))) return { from: body, parts: [] };
  if (s.tokens[from - 1]?.text !== ',') return undefined;
  // "To save himself half an hour, Tomas …": a purpose of the person's.
  if (s.low(body) === 'to' && from <= body + 10 && pointsAtPerson(s, body, from - 1)) return { from: body, parts: [] };
  const lead = s.clauses.find((c) => c.verb.nonFinite === 'ing' && c.verb.from < from && c.subject.length === 0);
  if (!lead || lead.verb.from > s.from + 4) return undefined;
  // "Instead of asking, Jamal rebooted it": what was not done instead goes with the person.
  if (/^(?:instead of|rather than|despite|in spite of) \S+ing\b/i.test(s.textOf(body, from)))
    return { from: body, parts: [] };
  const opener = lead.verb.from - 1;
  const word = opener >= s.from ? s.low(opener) : '';
  const rest = lead.verb.main + 1;
  const object = objectAfter(s, rest);
  if (!/^(?:while|when|after|before|upon|on|in)$/.test(word) || !object || predicateEnd(s, rest) > from)
    return undefined;
  const plural = isPluralPhrase(s, object) === true;
  const verb = participle(lead.verb.lemma);
  const capital = s.tokens[opener]!.capital;
  const link = /^(?:after|upon)$/.test(word)
    ? 'after'
    : word === 'before'
      ? 'before'
      : word === 'when'
        ? 'when'
        : 'while';
  const form = be({ plural, present: false, perfect: link === 'after' });
  const group = link === 'while' || link === 'when' ? `${form} being ${verb}` : `${form} ${verb}`;
  return {
    from: opener,
    parts: [
      capital ? link[0]!.toUpperCase() + link.slice(1) : link,
      kept(s, object.from, object.to, false),
      group,
      kept(s, object.to, from - 1, false),
      ',',
    ],
  };
}

function inGerund(s: Sentence, deed: Deed, from: number, said: readonly Frame[]): Draft[] {
  // "nobody having ever seen it": not that it was seen.
  const [subject] = deed.top.subject;
  if (subject && s.actor(subject).kind === 'nobody') return [];
  const to = deed.end;
  const being = passiveGerund(s, deed, deed.kind === 'omitted');
  if (deed.kind === 'let' && deed.object) {
    const thing = kept(s, deed.object.from, deed.object.to, false);
    const gone = s.low(deed.top.verb.from) === 'having' ? `having ${participle(deed.verb)}` : gerund(deed.verb);
    return [{ from, to, parts: [thing, gone, kept(s, deed.rest, to, false)] }];
  }
  const first: Draft[] = being
    ? [
        { from, to, parts: being },
        { from, to, parts: [...being, '([which safeguard] did not prevent it)'] },
      ]
    : deed.kind === 'done' || deed.kind === 'broke'
      ? [{ from, to, parts: ['[which change]', gerund(deed.verb), kept(s, deed.rest, to, false)] }]
      : [];
  // "…, the team having accepted it": an aside becomes a clause of its own.
  const aside = s.tokens[from - 1]?.text === ',' && s.low(deed.top.verb.from) === 'having' ? 1 : 0;
  const process = said
    .slice(0, 1)
    .map((frame) => ({ from: from - aside, to, parts: [aside === 1 ? ';' : 'a process in which', ...frame.parts] }));
  return being ? [...first, ...process] : [...process, ...first];
}

function inObjectRelative(s: Sentence, deed: Deed, slot: Extract<Slot, { kind: 'object-relative' }>): Draft[] {
  // "a config that Jitka got wrong"
  if (deed.kind === 'state' && deed.group.lemma === 'get' && s.low(deed.group.to) === 'wrong' && slot.marker)
    return [{ from: slot.from, to: deed.end, parts: ['did not come out as intended'] }];
  if (deed.kind === 'state') return [];
  // The gap stays where it is: "which nothing in [which process] prompted anyone to request".
  if (deed.kind !== 'done' && deed.kind !== 'broke')
    return slot.marker
      ? frames(s, deed)
          .slice(0, -1)
          .slice(0, 2)
          .map((frame) => ({ from: slot.from, to: deed.end, parts: tensed(deed, { parts: withoutThis(frame.parts) }) }))
      : [];
  const { verb } = deed.top;
  const rest = kept(s, deed.particleEnd, deed.end, false);
  const plural = slot.antecedent !== undefined && isPluralPhrase(s, slot.antecedent) === true;
  const form = slot.marker
    ? `${be({ plural, present: verb.tense === 'present' && verb.modal === undefined, perfect: verb.perfect })} `
    : '';
  const said: Part[] = [`${form}${participleOf(s, deed)}`, rest];
  return [
    { from: slot.from, to: deed.end, parts: said },
    { from: slot.from, to: deed.end, parts: [...said, '([which safeguard] did not stop it)'] },
  ];
}

/** "did not cover this": the pronoun goes where a relative one stands in front. */
function withoutThis(parts: readonly Part[]): Part[] {
  return parts.map((part) =>
    typeof part === 'string'
      ? part
          .replace(/ this$/, '')
          .replace(/^\[which information\] was not available \[where\]$/, '[which documentation] did not make clear')
      : part,
  );
}

/** A passive without its by-phrase: "was dropped by a careless developer who had …". `end` cuts the clause short (a motive, say). */
export function withoutAgent(s: Sentence, clause: Clause, end?: number): Draft[] {
  const { agent } = clause;
  if (agent?.preposition === undefined || agent.preposition < clause.verb.main) return [];
  // "by the manager's decision to authorise it", "by nobody having seen it": no doer.
  if (agent.possessor ? !isBlamable(s.actor(agent, true)) : s.actor(agent).kind === 'nobody') return [];
  // "The operator was distracted by his phone": what befell the person.
  if (clause.subject.some((p) => isBlamable(s.actor(p, true)) && s.actor(p, true).certain)) return [];
  // "Bungled by the integrator, the change cut it off": the participle belongs to what follows.
  if (clause.verb.from === bodyStart(s) && clause.verb.main === clause.verb.from) return [];
  const resume = agentEnd(s, agent);
  // "a typo made by Anneke", "the template applied by the team severed it": what is left is the thing.
  const goesOnAt = s.clauses.some((c) => c.verb.from === resume && isFiniteClause(c));
  if (
    (MADE.has(s.low(clause.verb.main)) || goesOnAt) &&
    clause.verb.main === clause.verb.from &&
    s.tokens[clause.verb.from - 1]?.tag === 'noun'
  ) {
    const gone: Draft = { from: clause.verb.from, to: resume, parts: [] };
    const stopped: Draft = { ...gone, parts: ['that [which check] did not stop'] };
    return goesOnAt ? [stopped, gone] : [gone, stopped];
  }
  if (CAUSES.has(clause.verb.lemma)) {
    const told = s.clauses.find(
      (c) => c.relative && c.verb.from >= agent.to && c.verb.from <= agent.to + 4 && c.verb.from < resume,
    );
    return [
      ...(told ? clauseDrafts(s, told) : []),
      { from: agent.preposition, to: resume, parts: ['by [which conditions]'] },
    ];
  }
  // "by a DBA who didn't wait for the go-ahead": what is told of them says more than that it was done.
  const told = s.clauses.find(
    (c) =>
      c.relative && !c.ownSubject && c.verb.from >= agent.to && c.verb.from <= agent.to + 5 && c.verb.from < resume,
  );
  const why = told && readDeed(s, told);
  const whose = whoseDrafts(s, agent.to, agent.preposition);
  if (whose) return whose;
  const because =
    why && /^(?:omitted|skipped|believed|unknown|forgotten|misread|unpractised|ignored)$/.test(why.kind)
      ? clauseDrafts(s, told)
      : [];
  // "silenced by Lwazi, who never turned it back on": what was not done later is no cause.
  const later = why?.kind === 'omitted' && s.tokens[agent.to]?.text === ',';
  const comma = s.tokens[agent.preposition - 1]?.text === ',' ? 1 : 0;
  const from = Math.min(clause.verb.from, agent.preposition);
  const full = personalClause(s, resume, predicateEnd(s, resume));
  const cut = end === undefined || end >= full ? full : Math.max(end, resume);
  const tail = tailOf(s, { end: full, top: clause });
  const to = tail.to;
  const goesOn = to < sentenceEnd(s) || tail.parts.length > 0;
  const wrong = GOING_WRONG.has(clause.verb.lemma) && from === clause.verb.from;
  if (wrong) return [{ from, to, parts: ['did not go as intended', kept(s, resume, cut, false), ...tail.parts] }];
  const before = kept(s, from, agent.preposition - comma, false);
  const said: Part[] = [before, kept(s, resume, cut, false)];
  return [
    ...because.map((draft) => ({
      ...draft,
      from,
      parts: [before, ...(later ? [';', ...draft.parts.slice(1)] : draft.parts)],
    })),
    {
      from,
      to,
      parts: [
        ...said,
        goesOn ? '([which safeguard] did not stop it)' : ', and [which safeguard] did not stop it',
        ...tail.parts,
      ],
    },
    { from, to, parts: [...said, ...tail.parts] },
  ];
}

/** "by the command center, whose roster was never kept current": what is told of their things stays, what they did is told without them. */
function whoseDrafts(s: Sentence, agentTo: number, preposition: number): Draft[] | undefined {
  const at = s.tokens[agentTo]?.text === ',' ? agentTo + 1 : agentTo;
  const clause = s.low(at) === 'whose' ? s.clauses.find((c) => c.ownSubject && c.verb.from > at + 1) : undefined;
  if (!clause) return undefined;
  const to = predicateEnd(s, clause.verb.main + 1);
  if (!isAboutPeople(s, clause))
    return [{ from: preposition, to, parts: ['([which safeguard] did not stop it); the', kept(s, at + 1, to, false)] }];
  const deed = readDeed(s, clause);
  if (!deed) return undefined;
  return frames(s, deed).map((frame) => {
    const tail = tailOf(s, deed, frame.infinitive);
    return { from: preposition, to: tail.to, parts: ['because', ...tensed(deed, frame), ...tail.parts] };
  });
}

/** Where a clause about "he" or "she" begins between two tokens, with the words that join it; `to` if there is none. */
function personalClause(s: Sentence, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (!/^(?:he|she|they)$/.test(s.low(i)) || !clauseFrom(s, i)) continue;
    let at = i;
    while (at > from && /^(?:subordinator|that|adverb|wh)$/.test(s.tokens[at - 1]!.tag)) at--;
    return at;
  }
  return to;
}

/** Where the by-phrase ends, with all that describes the person: "by an engineer on the Lisbon team who had skipped step 4". */
export function agentEnd(s: Sentence, agent: NounPhrase): number {
  let { to } = agent;
  if (TITLES.has(s.low(to - 1)) && s.tokens[to]?.text === '.' && s.tokens[to + 1]?.capital) to += 2;
  while (to < s.to && /^(?:of|on|in|from|at|and|or|within)$/.test(s.low(to))) {
    const next = s.phraseAt(to + 1);
    if (!next) break;
    const joined = s.tokens[to]!.tag === 'conjunction';
    const other = joined && isBlamable(s.actor(next, true)) && !clauseFrom(s, next.from)?.ownSubject;
    if (joined ? !other : s.low(to) !== 'of' && !isPlaceOfPeople(s, next)) break;
    to = next.to;
  }
  // "by an engineer working in the wrong terminal": where stays; "by a contractor trying to save time" goes.
  const doing = s.tokens[to];
  if (doing?.tag === 'verb' && (doing.forms & ING) !== 0)
    return /^(?:work|operate|act)$/.test(doing.lemma) ? to + 1 : predicateEnd(s, to + 1);
  // "by someone with no clue what it does"
  if (
    /^(?:with|without)$/.test(s.low(to)) &&
    /\b(?:clue|idea|knowledge|understanding|experience|training|background|skills?|notion|grasp|rights|access|privileges|permissions|credentials|experience)\b/.test(
      s.textOf(to, Math.min(s.to, to + 4)),
    )
  )
    return predicateEnd(s, to + 1);
  // "by a manager more interested in his slides than in the lights"
  if (/^(?:more|less|too|so)$/.test(s.low(to)) && s.tokens[to + 1]?.tag !== 'noun') return predicateEnd(s, to + 1);
  const who = s.tokens[to]?.text === ',' ? to + 1 : to;
  // "by a subcontractor whose crew leader had noted down the wrong sites"
  if (s.low(who) === 'whose') {
    const theirs = s.clauses.find((c) => c.ownSubject && c.verb.from > who + 1);
    return theirs ? predicateEnd(s, theirs.verb.main + 1) : to;
  }
  // "by a trainee to whom it had not yet dawned"
  if (s.low(who + 1) === 'whom') {
    let end = who + 2;
    while (end < sentenceEnd(s) && !(s.tokens[end]!.text === ',' && s.tokens[end + 1]?.tag === 'conjunction')) end++;
    return end;
  }
  if (!/^(?:who|that|whose)$/.test(s.low(who))) return to;
  const relative = s.clauses.find((c) => c.verb.from > who);
  // "It was overlooked by them that …": no relative clause.
  if (s.low(who) === 'that' && !relative?.relative) return to;
  const deed = relative && s.low(who) !== 'whose' ? readDeed(s, relative) : undefined;
  if (deed) return relativeEnd(s, deed);
  return relative ? predicateEnd(s, relative.verb.main + 1) : to;
}
