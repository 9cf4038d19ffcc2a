import { isBlamable } from '../../language/actors.ts';
import type { Candidate } from '../../language/detect/candidate.ts';
import { THIRD, verbForm } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, isFiniteClause, sentenceEnd } from '../reading/extent.ts';
import { slotOf } from '../reading/slot.ts';
import { topicAt } from '../reading/topic.ts';
import type { Draft, Part } from '../writing/compose.ts';
import { inPresent } from '../writing/inflect.ts';
import { kept } from '../writing/neutral.ts';
import { passive } from '../writing/passive.ts';
import { clauseDrafts } from './clause.ts';

/** The comma that ends an aside, if a verb follows it. */
function closingComma(s: Sentence, from: number): number | undefined {
  for (let i = from; i < s.to; i++)
    if (s.tokens[i]!.text === ',')
      return s.clauses.some((c) => c.verb.from === i + 1 && isFiniteClause(c)) ||
        (i + 1 < s.to && isThirdPerson(s, i + 1))
        ? i
        : undefined;
  return undefined;
}

/** "…, switches off the lights": a verb that was read as a noun. */
function isThirdPerson(s: Sentence, at: number): boolean {
  const { low, tag } = s.tokens[at]!;
  return tag === 'noun' && ((verbForm(low, false)?.forms ?? 0) & THIRD) !== 0 && s.phraseAt(at)?.to === at + 1;
}

/** "Ms Vermeulen releases the queue": what was done in front, as a fact without the person. */
function factInFront(s: Sentence, end: number): { readonly from: number; readonly parts: readonly Part[] } | undefined {
  const clause = s.clauses.findLast(
    (c) => c.ownSubject && isFiniteClause(c) && c.verb.to <= end && c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  const deed = clause && !clause.verb.passive ? readDeed(s, clause) : undefined;
  if (deed?.kind !== 'done' || deed.rest > end || (deed.object && deed.object.to > end)) return undefined;
  const slot = slotOf(s, deed);
  const parts = slot.kind === 'clause' ? passive(s, { ...deed, end }, false) : undefined;
  return parts && slot.kind === 'clause' ? { from: slot.from, parts } : undefined;
}

/** "…, unaware that the follower was behind", "responder unfamiliar with Oracle", "without realising it was live". */
export function ignoranceDrafts(s: Sentence, candidate: Candidate): Draft[] {
  const { from } = candidate;
  const low = s.low(from);
  if (s.low(from - 1) === 'for') return [];
  const participle = /^(?:not|without|never|hardly)$/.test(low) && /ing$/.test(s.low(from + 1));
  const adjective = /^(?:unaware|unfamiliar|ignorant|oblivious|inexperienced|uninformed|clueless)$/.test(low);
  // "…, no idea it fronts billing too"
  const noun =
    low === 'no' && /^(?:idea|clue|inkling|notion)$/.test(s.low(from + 1)) && s.tokens[from - 1]?.text === ',';
  if (!participle && !adjective && !noun) return [];
  // A predicate ("was unaware that") is a clause of its own.
  if (adjective && /^(?:is|was|were|are|be|been|being|seemed|became|remained)$/.test(s.low(from - 1))) return [];
  // "Unaware of the alias, Greta renamed the bucket": told with what follows.
  const next =
    from === bodyStart(s) ? s.clauses.find((c) => c.ownSubject && s.tokens[c.from - 1]?.text === ',') : undefined;
  const lead = next && isFiniteClause(next) ? clauseDrafts(s, next) : [];
  if (lead.length > 0) return lead;
  const at = participle || noun ? from + 2 : from + 1;
  const read = topicAt(s, at, sentenceEnd(s));
  const topic =
    noun && read.kind === 'noun' && s.tokens[at]?.tag === 'pronoun' ? { ...read, kind: 'that' as const } : read;
  const seen = /^(?:unaware|oblivious|noticing|seeing|spotting|reali[sz]ing)$/.test(participle ? s.low(from + 1) : low);
  const learnt = topic.kind === 'noun' && !seen;
  const what = topic.kind === 'that' ? 'did not show that' : learnt ? 'did not cover' : 'did not show';
  const source = learnt ? '[which documentation or training]' : '[which documentation or signal]';
  const now = s.clauses.some(
    (c) => c.ownSubject && isFiniteClause(c) && c.verb.from < from && c.verb.tense === 'present',
  );
  const inTense = (text: string): string => (now ? inPresent(text) : text);
  const rest = inTense(topic.kind === 'none' ? `${source} did not show this` : `${source} ${what}`);
  if (topic.kind === 'none' && topic.at < sentenceEnd(s)) return [];
  const comma = s.tokens[from - 1]?.text === ',';
  const { agent } = candidate;
  const aside = comma && agent?.to === from - 1 ? closingComma(s, topic.at) : undefined;
  if (aside !== undefined && agent) {
    // "The DBA, unfamiliar with partitioning, dropped the table.": the aside becomes a clause in front.
    const told = kept(s, topic.at, aside, false);
    const main = s.clauses.find((c) => c.verb.from === aside + 1 && isFiniteClause(c));
    const deed = main && readDeed(s, { ...main, governor: undefined });
    const fact = deed?.kind === 'done' ? passive(s, deed, false) : undefined;
    if (fact && deed)
      return [
        {
          from: agent.from,
          to: deed.end,
          parts: [deed.top.verb.tense === 'present' ? inPresent(rest) : rest, told, ';', ...fact],
        },
      ];
    return [{ from: agent.from, to: aside + 1, parts: [rest, told, ';', { from: agent.from, to: agent.to }] }];
  }
  if (agent !== undefined && agent.to === from)
    return [
      { from: agent.from, to: topic.at, parts: [rest] },
      {
        from: agent.from,
        to: topic.at,
        parts: [
          `[which documentation, training or signal] was missing ${topic.kind === 'that' ? 'to show that' : topic.kind === 'wh' ? 'to show' : 'on'}`,
        ],
      },
    ];
  const before = comma ? from - 1 : from;
  const done = factInFront(s, before);
  const told: Draft[] = done ? [{ from: done.from, to: topic.at, parts: [...done.parts, ';', rest] }] : [];
  return [
    ...told,
    { from: before, to: topic.at, parts: [comma ? `; ${rest}` : `while ${rest}`] },
    {
      from: before,
      to: topic.at,
      parts: [
        comma
          ? `; it was not apparent [where]${topic.kind === 'that' ? ' that' : topic.kind === 'noun' ? ' what to expect of' : ''}`
          : `while it was not apparent [where]${topic.kind === 'that' ? ' that' : topic.kind === 'noun' ? ' what to expect of' : ''}`,
      ],
    },
  ];
}
