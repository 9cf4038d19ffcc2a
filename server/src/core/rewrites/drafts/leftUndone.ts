import { isBlamable } from '../../language/actors.ts';
import type { Sentence } from '../../language/sentence.ts';
import { readDeed } from '../reading/deed.ts';
import { bodyStart, predicateEnd } from '../reading/extent.ts';
import { objectAfter, wholePhrase } from '../reading/phrases.ts';
import { type Draft, indefinite, type Part } from '../writing/compose.ts';
import { kept } from '../writing/neutral.ts';
import { deedDrafts } from './clause.ts';
import { whichWouldHave } from './outcome.ts';

/** "had a duty to escalate", "it was up to the lead to stop it", "every chance to catch it": nothing asked for it. */
export function duty(s: Sentence): Draft[] {
  const all = allTheyHadToDo(s) ?? expectedThat(s);
  if (all) return all;
  for (const clause of s.clauses) {
    if (!clause.verb.infinitive || clause.verb.negated) continue;
    const before = s.textOf(Math.max(s.from, clause.verb.from - 9), clause.verb.from).toLowerCase();
    if (
      !/\b(?:duty|task|job|chance|opportunity|reason|obligation|responsibility|up to|expected|supposed|incumbent|required|obliged|expect|time|owed it|was for)\b/.test(
        before,
      )
    )
      continue;
    const deed = readDeed(s, {
      ...clause,
      governor: undefined,
      verb: { ...clause.verb, negated: true, tense: 'past' },
    });
    const main = s.clauses.findLast(
      (c) => c.ownSubject && c.verb.from < clause.verb.from && c.verb.nonFinite === undefined && !c.verb.infinitive,
    );
    if (!deed || deed.kind === 'state') continue;
    if (main?.relative || (main && /^(?:that|which)$/.test(s.low(main.from - 1)) && !deed.object)) continue;
    const kind = deed.kind === 'done' || deed.kind === 'broke' ? 'omitted' : deed.kind;
    return deedDrafts(
      s,
      { ...deed, kind, top: { ...clause, verb: { ...clause.verb, tense: 'past' } } },
      main?.from ?? bodyStart(s),
    );
  }
  return [];
}

/** "It was expected from the DBA that he checks the space": what was expected was not done. */
function expectedThat(s: Sentence): Draft[] | undefined {
  const expects = s.clauses.find(
    (c) => /^(?:expect|require|demand|agree)$/.test(c.verb.lemma) && c.verb.passive && c.ownSubject,
  );
  const clause =
    expects &&
    s.clauses.find(
      (c) =>
        c.ownSubject &&
        c.verb.from > expects.verb.to &&
        /^(?:he|she|they)$/.test(s.low(c.from)) &&
        s.low(c.from - 1) === 'that',
    );
  if (!expects || !clause || !/^it$/.test(s.low(expects.from))) return undefined;
  const deed = readDeed(s, { ...clause, verb: { ...clause.verb, negated: true, tense: 'past' } });
  return deed && deedDrafts(s, deed, expects.from);
}

/** "All the clerk had to do was scroll down." */
function allTheyHadToDo(s: Sentence): Draft[] | undefined {
  for (let i = s.from + 2; i < s.to - 2; i++) {
    if (s.low(i) !== 'do' || !/^(?:was|is)$/.test(s.low(i + 1))) continue;
    const at = s.low(i + 2) === 'to' ? i + 3 : i + 2;
    const { lemma } = s.tokens[at]!;
    const end = predicateEnd(s, at + 1);
    return [
      {
        from: bodyStart(s),
        to: end,
        parts: ['nothing in [which process] prompted anyone to', lemma, kept(s, at + 1, end, true)],
      },
    ];
  }
  return undefined;
}

/** "One look at the calendar would have …", "one call from the planner to the plant, and …": nothing prompted it. */
export function oneLook(s: Sentence, start = bodyStart(s)): Draft[] {
  let body = start;
  while (s.tokens[body]!.tag === 'adverb' || s.tokens[body]!.tag === 'interjection') body++;
  let head = -1;
  for (let i = body; i < Math.min(s.to, body + 7) && head < 0; i++)
    if (
      /^(?:look|glance|grep|search|peek|read|reading|review|test|rehearsal|comparison|inspection|walkthrough|homework|preparation|testing|rollback|dry-run|diff|run|lookup|call|check|question|message|mail|email|ping|ticket|visit|word|click)$/.test(
        s.low(i),
      )
    )
      head = i;
  const article = /^(?:one|a|an|another|single|quick|simple|short)$/.test(s.low(body));
  // "Proper homework", "Ten minutes of testing"
  const mass = /^(?:homework|preparation|testing|reading)$/.test(s.low(head)) && s.tokens[body]!.tag !== 'preposition';
  if (head < 0 || !(article || mass)) return [];
  if (s.clauses.some((c) => c.verb.from >= body && c.verb.from < head)) return [];
  const parts: Part[] = [];
  let at = head + 1;
  while (/^(?:at|to|from|into|by|in|with|of|on|through|over)$/.test(s.low(at))) {
    const next = s.phraseAt(at + 1);
    if (!next) break;
    const { to } = wholePhrase(s, next);
    const actor = s.actor(next, true);
    const person = isBlamable(actor) && actor.certain;
    const theirs = /^(?:from|by)$/.test(s.low(at)) || (s.low(at) === 'of' && isBlamable(actor));
    if (!theirs && !(person && s.tokens[next.head]!.tag === 'name')) parts.push({ from: at, to });
    at = to;
  }
  const end = s.clauses.reduce(
    (most, c) => (c.verb.modal !== undefined ? Math.max(most, predicateEnd(s, c.verb.main + 1)) : most),
    at,
  );
  const noun = s
    .textOf(body, head + 1)
    .replace(
      /^(?:(?:one|an?|another|single|quick|simple|short|brief)\s)(?:(?:single|quick|simple|short|brief)\s)?/i,
      '',
    );
  const prompted = mass ? noun.toLowerCase() : `${indefinite(noun)} ${noun}`;
  return [
    {
      // "Even a cursory glance"
      from: /^(?:even|just|only|merely)$/.test(s.low(start)) ? start : body,
      to: end,
      parts: [`nothing in [which process] prompted ${prompted}`, ...parts, ...unseen(s, at, end)],
    },
  ];
}

/** "… would have shown the replace on the instance": it went unnoticed. */
function unseen(s: Sentence, from: number, to: number): Part[] {
  const clause = s.clauses.find(
    (c) =>
      c.verb.from >= from &&
      c.verb.from < from + 3 &&
      /^(?:show|reveal|surface|expose|uncover|spot|catch|turn)$/.test(c.verb.lemma),
  );
  const up = clause && s.low(clause.verb.main + 1) === 'up' ? 1 : 0;
  const thing = clause && objectAfter(s, clause.verb.main + 1 + up);
  return thing && s.tokens[thing.from]!.tag !== 'pronoun'
    ? [', and', kept(s, thing.from, to, false), 'went unnoticed']
    : whichWouldHave(s, from);
}

/** "Two errors a week apart should have rung a bell": nothing brought them to attention. */
export function rangNoBell(s: Sentence): Draft[] {
  const clause = s.clauses.find(
    (c) =>
      c.ownSubject &&
      c.verb.perfect &&
      /^(?:should|ought|must|could|would)$/.test(c.verb.modal ?? '') &&
      !c.subject.some((p) => isBlamable(s.actor(p, true))),
  );
  if (!clause || !/^(?:ring|raise|set|sound|trigger|catch|alarm|alert|strike|jump|leap|wake)$/.test(clause.verb.lemma))
    return [];
  // "ought to have rung us": people do.
  if (/^(?:us|me|him|her|them)$/.test(s.low(clause.verb.main + 1))) return [];
  const thing = kept(s, clause.from, clause.verb.from, false);
  const to = predicateEnd(s, clause.verb.main + 1);
  return [{ from: clause.from, to, parts: ['[which alert or check] did not bring', thing, 'to attention'] }];
}
