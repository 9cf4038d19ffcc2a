import { words } from '../../language/lexicon/words.ts';
import { ING, PARTICIPLE } from '../../language/morphology.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { Deed } from '../reading/deed.ts';
import { clauseFrom, isFiniteClause } from '../reading/extent.ts';
import { isPluralPhrase, type Range, wholePhrase } from '../reading/phrases.ts';
import type { Kept, Part } from './compose.ts';
import { be, gerund, inPresent } from './inflect.ts';
import { isDoneTo, kept } from './neutral.ts';
import { isDescribed, isSound, passive, passiveInfinitive } from './passive.ts';
import { withoutOpener } from './temporal.ts';

/** A clause that says the same without the person. It can stand as a sentence, or behind "because". Its own words are in the past. */
export interface Frame {
  readonly parts: readonly Part[];
  /** Tells what happened as a fact ("the table was deleted …"): fits behind "after" and in a timeline. */
  readonly fact?: boolean;
  /** Speaks of "anyone": a pronoun behind it may say "they". */
  readonly anyone?: boolean;
  /** Ends in "to" and a base form: further verbs can be joined to it in their base form. */
  readonly infinitive?: boolean;
}

const RULES = words(
  `freeze policy policies process procedure procedures rule rules checklist step steps runbook playbook guideline guidelines protocol standard guide guides instruction instructions convention requirement agreement limit gate window lock`,
);

const FORESEEING = words(
  `anticipate expect foresee predict consider suspect envisage envision guess account_for allow_for factor_in think`,
);
/** What tells people that something is wrong. */
export const SIGNALS = words(
  `alert alerts alarm alarms banner warning warnings message messages email emails mail mails graph dashboard log logs notification notifications page pages light sign signs reminder reminders memo notice note notes indicator ticket tickets report reports symptom symptoms spike error errors`,
);

const HAPPENINGS =
  /(?:ing|tion|sion|ment|over|back|off|out|up|deploy|change|release|restore|update|upgrade|merge|test|order|drill|call|response|script|run|call|procedure|maintenance)s?$/;

/** Acts that go through a tool; what is done by hand goes through a process. */
const TOOLED = words(`
  run apply delete drop truncate purge wipe erase overwrite restart reboot shut turn switch disable enable stop start kill terminate execute type
  enter paste upload import export migrate restore rename reset resize scale drain cordon revoke rotate mount unmount format configure
  misconfigure mistype edit change modify update set point route map tag label create add remove copy move clear flush archive schedule
  trigger send submit register grant select click key expose rebalance reindex pin hard-code hardcode force mute silence suppress scan mistag
  mislabel mis-map misroute double-book book re-run rerun close open lock unlock share transfer post publish load install patch upgrade
  downgrade sign encrypt query provision deprovision detach attach evict expire
`);

/** Who or what let a deed happen, told from its verb. */
const SYSTEM_OF: readonly (readonly [verbs: ReadonlySet<string>, system: string])[] = [
  [
    words(`push deploy ship merge release publish roll launch commit promote force-push cherry-pick rebase squash`),
    'the release process',
  ],
  [words(`approve review sign accept`), 'the review process'],
];

/** Clauses that tell the deed from the side of the system, best first. */
export function frames(s: Sentence, deed: Deed): Frame[] {
  return all(s, deed).filter((frame) => frame.anyone === true || !hasPersonalSubject(s, deed));
}

/** The frame's own words in the tense of the verb they replace. */
export function tensed(deed: Deed, frame: Frame): Part[] {
  const { verb } = deed.top;
  const present =
    verb.tense === 'present' &&
    !verb.perfect &&
    (verb.modal === undefined || verb.modal === 'can' || (verb.modal === 'should' && verb.negated));
  return present ? frame.parts.map((part) => (typeof part === 'string' ? inPresent(part) : part)) : [...frame.parts];
}

function all(s: Sentence, deed: Deed): Frame[] {
  const { object } = deed;
  const verb = deed.manner && deed.kind === 'done' ? `${deed.manner} ${deed.verb}` : deed.verb;
  const they = hasPersonalSubject(s, deed);
  const vague = deed.kind === 'omitted' ? '[how]' : '';
  const rest = unworded(s, withSomebody(s, kept(s, deed.rest, deed.end, false), deed), vague);
  const theirs = unworded(s, withSomebody(s, kept(s, deed.rest, deed.end, true), deed), vague);
  const list: (Frame | undefined)[] = [];
  switch (deed.kind) {
    case 'omitted': {
      const fact = passive(s, deed, true);
      list.push(
        {
          parts: ['nothing in [which process] prompted anyone to', verb, theirs],
          anyone: true,
          infinitive: deed.top.verb.modal !== undefined,
        },
        fact && { parts: [...fact, ...whichDidNot(s, deed, 'catch it')], fact: !hasGerund(s, deed) },
        { parts: ['it was possible to go on without', gerund(verb), rest] },
      );
      break;
    }
    case 'done': {
      const spent = timeSpent(s, deed);
      if (spent) list.push(spent);
      const allowed = passiveInfinitive(s, deed);
      const fact = passive(s, deed, false);
      // "after mistaking it for its twin" needs somebody who does it.
      const able = allowed && { parts: [systemOf(deed), 'allowed', ...allowed] };
      // "allowed the semicolon that rendered the file illegible to be introduced": too much in between.
      const [thing] = fact ?? [];
      // "A card on the strength of an LED that was taken for red was pulled": the verb comes too late.
      const late =
        hasGerund(s, deed) || (thing !== undefined && typeof thing !== 'string' && thing.to - thing.from > 9);
      const gerundBehind = hasGerund(s, deed) || (allowed && isHeavy(s, allowed[0]));
      const possible: Frame = {
        parts: [
          they ? 'it was possible for anyone to' : 'it was possible to',
          verb,
          they ? theirs : rest,
          ...unlessSaid(s, deed),
        ],
        anyone: they,
        infinitive: true,
      };
      list.push(
        gerundBehind ? undefined : able,
        late ? possible : undefined,
        fact && { parts: [...fact, ...whichDidNot(s, deed, 'stop it')], fact: true },
        late ? undefined : possible,
        { parts: ['nothing in [which process] kept anyone from', gerund(verb), theirs], anyone: true },
      );
      break;
    }
    case 'forgotten':
      if (!object) list.push({ parts: ['[which reminder or automation] was missing', theirs], anyone: true });
      else
        list.push(
          { parts: ['[which checklist or reminder] did not bring up', they ? theirs : rest], anyone: true },
          { parts: [phrase(s, object, deed.end).thing, 'depended on memory', phrase(s, object, deed.end).after] },
        );
      break;
    case 'had':
      if (object) {
        const thing = kept(s, object.from, object.to, false);
        const after = kept(s, object.to, deed.end, false);
        const form = be({
          plural: isPluralPhrase(s, object) === true,
          present: deed.top.verb.tense === 'present',
          perfect: false,
        });
        list.push(
          { parts: [thing, form, after, ...whichDidNot(s, deed, 'stop it')], fact: true },
          { parts: ['the process allowed', thing, 'to be', after] },
        );
      }
      break;
    case 'broke': {
      const fact = passive(s, deed, false);
      const able: Frame = { parts: ['[which change] was able to', verb, rest], infinitive: true };
      const possible: Frame = { parts: ['it was possible to', verb, rest, ...unlessSaid(s, deed)], infinitive: true };
      const prevented = fact && { parts: [...fact, ...whichDidNot(s, deed, 'prevent it')], fact: true };
      // "while refactoring the builder" needs somebody who does it.
      list.push(...(hasGerund(s, deed) ? [possible, prevented] : [prevented, able, possible]));
      break;
    }
    case 'caused':
      list.push(
        { parts: ['[which conditions] led to', object ? kept(s, object.from, deed.end, false) : rest] },
        { parts: ['[which change] was able to', verb, rest], infinitive: true },
      );
      break;
    case 'missed':
      list.push(...missed(s, deed, rest, theirs));
      break;
    case 'let':
      if (object) {
        const thing = kept(s, object.from, object.to, false);
        list.push(
          { parts: ['[which safeguard] did not keep', thing, 'from', gerund(verb), rest] },
          { parts: ['it was possible for', thing, 'to', verb, rest] },
        );
      }
      break;
    case 'ignored':
    case 'skipped':
      list.push(...passedOver(s, deed, rest));
      break;
    case 'misread': {
      const fact = passive(s, deed, false);
      list.push(
        { parts: ['[what] made it easy to', verb, rest] },
        { parts: ['it was possible to', verb, rest], infinitive: true },
        fact && { parts: [...fact, ...whichDidNot(s, deed, 'show it')] },
      );
      break;
    }
    case 'went-wrong':
      if (object) {
        const { thing, after } = phrase(s, object, deed.end);
        if (SIGNALS.has(lastWord(s, object)) && /^mis/.test(verb))
          list.push({ parts: [thing, 'did not lead to action', after], fact: true });
        list.push(
          {
            parts: [
              thing,
              HAPPENINGS.test(lastWord(s, object)) ? 'did not go as intended' : 'did not come out as intended',
              after,
            ],
            fact: true,
          },
          { parts: ['[which gap in tooling or process] affected', thing, after] },
        );
      }
      break;
    case 'waited':
      if (object) {
        const { thing, after } = phrase(s, object, deed.end);
        list.push(
          { parts: [thing, 'stayed open', ...withoutOpener(s, after.from, after.to)], fact: true },
          { parts: ['[which reminder or escalation] did not move', thing, 'on', after] },
        );
      }
      break;
    case 'unknown':
      list.push(...unknown(s, deed, rest, theirs));
      break;
    case 'unable':
      list.push(
        { parts: ['[which view, tool or guidance] did not make it possible to', verb, rest] },
        { parts: ['[which tool, view or training] was missing to', verb, rest] },
      );
      break;
    case 'believed':
      list.push(
        { parts: ['[which check or document] did not correct the assumption that', theirs], anyone: true },
        { parts: ['it was not apparent [where] whether', theirs], anyone: true },
      );
      break;
    case 'slipped':
      list.push(
        { parts: ['[which safeguard] did not catch a slip', rest] },
        { parts: ['[which safeguard] was missing for this step', rest] },
      );
      break;
    case 'refused': {
      const fact = passive(s, deed, true);
      list.push(fact && { parts: [...fact, '[for which reason]'], fact: true }, {
        parts: ['[which consideration] spoke against', gerund(verb), rest],
      });
      break;
    }
    case 'late':
      list.push(
        { parts: ['[what] delayed', ...(object ? [] : [gerund(verb)]), rest] },
        { parts: ['[which step] took up the time before', ...(object ? [] : [gerund(verb)]), rest] },
      );
      break;
    case 'unpractised': {
      const topic = object
        ? kept(s, deed.rest, phrase(s, object, deed.end).thing.to, false)
        : kept(s, deed.rest, deed.end, false);
      list.push(
        { parts: ['[which training, drill or runbook] did not cover', topic] },
        { parts: ['[which drill or runbook] was missing for', topic] },
      );
      break;
    }
    case 'state':
      list.push({ parts: ['[which signal, tool or support] was missing'] });
      break;
    case 'unguarded': {
      // "played fast and loose with the tags"
      const where =
        s.low(deed.rest) === 'with' ? { ...rest, swaps: new Map([...(rest.swaps ?? []), [deed.rest, 'for']]) } : rest;
      list.push(
        { parts: ['[which control] did not enforce [which step]', where] },
        { parts: ['it was possible to go ahead without [which step]', where] },
      );
      break;
    }
    case 'froze':
      list.push(
        { parts: ['[which guidance] was not at hand', rest] },
        { parts: ['[which runbook or escalation path] was missing', rest] },
      );
      break;
  }
  return list.filter((frame): frame is Frame => frame !== undefined);
}

/** Whether an object has a clause of its own, or is longer than a reader holds in mind. */
function isHeavy(s: Sentence, part: Part | undefined): boolean {
  if (part === undefined || typeof part === 'string') return false;
  return (
    part.to - part.from > 9 ||
    s.clauses.some((c) => isFiniteClause(c) && c.verb.from > part.from && c.verb.to <= part.to)
  );
}

/** "wasted forty minutes on the CNI": the time went into it. */
function timeSpent(s: Sentence, deed: Deed): Frame | undefined {
  const { object } = deed;
  if (!object || !/^(?:waste|spend|burn|lose)$/.test(deed.group.lemma)) return undefined;
  for (let on = object.from + 1; on < deed.end; on++) {
    // "lost the first hour chasing the proxy"
    const doing = s.tokens[on]!.tag === 'verb' && (s.tokens[on]!.forms & ING) !== 0;
    if (!doing && s.low(on) !== 'on') continue;
    if (!isTime(s, object.from, on)) return undefined;
    return {
      parts: [kept(s, object.from, on, false), 'went into', kept(s, doing ? on : on + 1, deed.end, false)],
      fact: true,
    };
  }
  return undefined;
}

/** "while refactoring the builder" behind the deed. */
function hasGerund(s: Sentence, deed: Deed): boolean {
  return s.clauses.some(
    (c) =>
      c.verb.nonFinite === 'ing' &&
      c.verb.from > deed.rest &&
      c.verb.from < deed.end + 3 &&
      /^(?:while|when|whilst|before|after|than)$/.test(s.low(c.verb.from - 1)),
  );
}

/** "prompted anyone to tell anyone": of the second nothing more is said than that there was none. */
function withSomebody(s: Sentence, part: Kept, deed: Deed): Kept {
  if (deed.kind !== 'omitted') return part;
  const swaps = new Map(part.swaps ?? []);
  for (let i = part.from; i < part.to; i++) if (/^(?:anyone|anybody|nobody)$/.test(s.low(i))) swaps.set(i, 'somebody');
  // "took no action": not prompted to take any.
  const of = s.phraseAt(part.from + 1);
  if (s.low(part.from) === 'no' && of && of.to <= part.to && s.low(of.from) !== 'one') swaps.set(part.from, 'any');
  return { ...part, swaps };
}

/** "better", "more carefully" say no more than that it was not enough. */
function unworded(s: Sentence, part: Kept, instead: string): Kept {
  if (part.from >= part.to || !/^(?:better|harder|properly|thoroughly|carefully|closely)$/.test(s.low(part.from)))
    return part;
  return { ...part, swaps: new Map([...(part.swaps ?? []), [part.from, instead]]) };
}

function missed(s: Sentence, deed: Deed, rest: Kept, theirs: Kept): Frame[] {
  const { object } = deed;
  if (deed.topic === 'that')
    return [
      { parts: ['it was not apparent [from what] that', theirs], anyone: true },
      { parts: ['[which signal] did not show that', theirs], anyone: true },
    ];
  if (deed.topic === 'wh')
    return [
      { parts: ['it was not apparent [from what]', theirs], anyone: true },
      { parts: ['[which signal] did not show', theirs], anyone: true },
    ];
  if (!object || !isSound(s, deed))
    return [
      { parts: ['[which alert or check] did not bring this to attention', rest] },
      { parts: ['[which signal] was missing for this', rest] },
    ];
  if (/^(?:deadline|window|slot|cut-?off|appointment|date|target|meeting|train|turn)s?$/.test(headWord(s, object))) {
    const fact = passive(s, deed, false);
    if (fact) return [{ parts: [...fact, ...whichDidNot(s, deed, 'prevent it')], fact: true }];
  }
  if (/^(?:difference|point|connection|link|relation|significance|meaning)$/.test(headWord(s, object)))
    return [{ parts: ['[which documentation or signal] did not make clear', rest] }];
  if (s.low(object.to) === 'coming') return [{ parts: ['[which signal] did not show', rest] }];
  const { thing, after } = phrase(s, object, deed.end);
  const unnoticed: Frame = { parts: [thing, 'went unnoticed', after], fact: true };
  const uncaught: Frame = { parts: ['[which check] did not catch', rest] };
  const possible: Frame = { parts: ['it was possible to', 'miss', rest] };
  // "the conflict between the two windows"
  const torn = after.to > after.from && s.low(after.from) === 'between';
  if (torn) return [uncaught, possible];
  return SIGNALS.has(lastWord(s, object))
    ? [unnoticed, { parts: ['[what] made it easy to miss', rest] }]
    : /^(?:catch|detect|flag)$/.test(deed.group.lemma)
      ? [uncaught, unnoticed, possible]
      : [unnoticed, uncaught, possible];
}

function passedOver(s: Sentence, deed: Deed, rest: Kept): Frame[] {
  const object = deed.object!;
  const { thing, after } = phrase(s, object, deed.end);
  const rule = RULES.has(headWord(s, object));
  // "every one of them"
  if (deed.kind === 'ignored' && s.low(object.from) === 'every' && s.low(object.from + 1) === 'one')
    return [{ parts: ['none', kept(s, object.from + 2, deed.end, false), 'led to action'], fact: true }];
  if (deed.kind === 'ignored' && !rule)
    return [
      { parts: [thing, 'did not lead to action', after], fact: true },
      { parts: ['[what] made it easy to pass over', rest] },
    ];
  const fact = passive(s, deed, false);
  const list: (Frame | undefined)[] = [
    { parts: ['[which control] did not enforce', rest] },
    {
      parts: [
        'it was possible to',
        deed.kind === 'ignored' ? 'pass over' : deed.verb,
        rest,
        ...(deed.kind === 'ignored' ? [] : unlessSaid(s, deed)),
      ],
      infinitive: true,
    },
    fact && { parts: [...fact, ...whichDidNot(s, deed, 'stop it')], fact: true },
  ];
  // "bypassed the rule by approving it with another account": how it was done goes with the deed.
  const by = s.clauses.some(
    (c) =>
      c.verb.nonFinite === 'ing' &&
      c.verb.from > object.to &&
      c.verb.from < deed.end &&
      s.low(c.verb.from - 1) === 'by',
  );
  if (!rule || by) list.push(list.shift());
  return list.filter((frame): frame is Frame => frame !== undefined);
}

function unknown(s: Sentence, deed: Deed, rest: Kept, theirs: Kept): Frame[] {
  const loose = /^(?:punctuation|conjunction|adverb|preposition)$/.test(s.tokens[rest.from]?.tag ?? '');
  switch (deed.topic) {
    case 'that':
      return [
        { parts: ['it was not apparent [where] that', theirs], anyone: true },
        { parts: ['[which documentation or signal] did not show that', theirs], anyone: true },
      ];
    case 'wh':
      return [
        { parts: ['[which documentation] did not make clear', theirs], anyone: true },
        { parts: ['it was not apparent [where]', theirs], anyone: true },
      ];
    case 'noun':
      if (FORESEEING.has(deed.verb))
        return [
          { parts: ['[which forecast or test] did not show', rest] },
          { parts: ['nothing in [which process] prompted anyone to take into account', theirs], anyone: true },
        ];
      return [
        { parts: ['information about', rest, 'was not readily available [where]'] },
        { parts: ['[which documentation or training] did not cover', theirs], anyone: true },
      ];
    default:
      return [
        { parts: ['[which information] was not available [where]', ...(loose ? [] : [rest])] },
        { parts: ['[which documentation or training] did not cover this', ...(loose ? [] : [rest])] },
      ];
  }
}

/** ", and [which safeguard] did not stop it": in brackets where the sentence goes on. */
function whichDidNot(s: Sentence, deed: Deed, what: string): Part[] {
  const goesOn =
    deed.end < s.to &&
    (s.tokens[deed.end]!.tag === 'conjunction' ||
      s.tokens[deed.end]!.tag === 'subordinator' ||
      s.tokens[deed.end]!.text === ',');
  return goesOn ? [`([which safeguard] did not ${what})`] : [`, and [which safeguard] did not ${what}`];
}

/** " without [which safeguard]", unless the words say already what was lacking, or end in a clause. */
function unlessSaid(s: Sentence, deed: Deed): Part[] {
  if (hasGerund(s, deed)) return [];
  for (let i = deed.rest; i < deed.end; i++) {
    const { low, tag } = s.tokens[i]!;
    if (low === 'without' || low === 'instead' || tag === 'subordinator' || tag === 'that' || tag === 'wh') return [];
  }
  if (deed.object && isDescribed(s, deed.end, isPluralPhrase(s, deed.object) === true)) return [];
  // Too far from its verb: "…, the second time with an invalid id without [which safeguard]".
  for (let i = deed.rest; i < deed.end; i++) if (/^(?:,|and|or|nor|despite)$/.test(s.low(i))) return [];
  const next = s.tokens[deed.end];
  return deed.end < s.to && next !== undefined && (next.tag === 'subordinator' || next.tag === 'conjunction')
    ? []
    : ['without [which safeguard]'];
}

/** An object with the places and topics behind it ("the crash on Android 9"), and what follows of time and manner. */
function phrase(s: Sentence, object: Range, end: number): { thing: Kept; after: Kept } {
  let { to } = object;
  while (to < end && /^(?:on|in|about|between|from|for|to|with|against)$/.test(s.low(to))) {
    const next = s.phraseAt(to + 1);
    const reach = next ? wholePhrase(s, next).to : 0;
    if (!next || reach > end || isTime(s, next.from, reach) || s.tokens[reach - 1]!.tag === 'determiner') break;
    to = reach;
  }
  // "the signs raised in the report", "a trend that was in the report": what describes it stays with it.
  const next = s.tokens[to];
  if (next && to < end && (next.tag === 'that' || (next.tag === 'verb' && (next.forms & (PARTICIPLE | ING)) !== 0)))
    to = end;
  for (let i = object.from + 1; i < to; i++) if (/^(?:until|when|while|after|before)$/.test(s.low(i))) to = i;
  const thing = kept(s, object.from, to, false);
  const they = s.low(object.from) === 'them' ? new Map([...(thing.swaps ?? []), [object.from, 'they']]) : undefined;
  return { thing: they ? { ...thing, swaps: they } : thing, after: kept(s, to, end, false) };
}

function isTime(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      /^(?:\d{1,2}:\d{2}[\s\S]{0,12}|\d{4}|seconds?|minutes?|hours?|days?|weeks?|months?|years?|night|morning|evening|afternoon|shift|handover|maintenance|time|while|hour|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(
        s.low(i) || s.tokens[i]!.text,
      )
    )
      return true;
  return false;
}

function systemOf(deed: Deed): string {
  for (const [verbs, system] of SYSTEM_OF) if (verbs.has(deed.verb)) return system;
  return TOOLED.has(deed.verb) ? 'the tooling' : 'the process';
}

function lastWord(s: Sentence, range: Range): string {
  return s.tokens[range.to - 1]!.low;
}

/** The head of a phrase: its last word in front of "of", numbers aside ("step 4 of the runbook": step). */
function headWord(s: Sentence, range: Range): string {
  let to = range.from + 1;
  while (to < range.to && s.low(to) !== 'of') to++;
  while (to > range.from + 1 && s.tokens[to - 1]!.kind === 'number') to--;
  return s.tokens[to - 1]!.low;
}

/** Whether a clause within the deed has a pronoun for the person as its subject ("before he had a backup"). */
function hasPersonalSubject(s: Sentence, deed: Deed): boolean {
  for (let i = deed.rest; i < deed.end; i++)
    if (/^(?:he|she|they|you)$/.test(s.low(i)) && clauseFrom(s, i) && !isDoneTo(s, i, deed.end)) return true;
  return false;
}
