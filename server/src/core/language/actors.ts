import type { NounPhrase } from './chunks.ts';
import { isFirstName } from './lexicon/firstNames.ts';
import {
  AMBIGUOUS_NOUNS,
  AMBIGUOUS_TEAM_NOUNS,
  ANYBODY,
  ATTACKERS,
  CUSTOMERS,
  DEPARTMENTS,
  HUMAN_BY_DEFAULT,
  HUMAN_MODIFIERS,
  NOBODY,
  ORGANISATION_NAMES,
  ORGANISATIONS,
  ROLE_NOUNS,
  SELF,
  SERVICE_DEPARTMENTS,
  SOMEBODY,
  TEAM_NOUNS,
  TECH_MODIFIERS,
  THEY,
  THIRD_PERSON,
  TITLES,
  WE,
  YOU,
} from './lexicon/people.ts';
import { SYSTEM_INITIALS, SYSTEM_NAMES, SYSTEM_NOUNS } from './lexicon/systems.ts';
import { words } from './lexicon/words.ts';
import { COMMON_SHAPE, DEPARTMENT_LIKE, isTypedName } from './names.ts';
import type { Sentence } from './sentence.ts';
import { SOCIAL, singular } from './word.ts';

/** Who or what a noun phrase names, as far as blame goes. */
export type ActorKind =
  | 'person'
  | 'team'
  | 'self'
  | 'we'
  | 'you'
  | 'nobody'
  | 'anybody'
  | 'customer'
  | 'attacker'
  | 'organisation'
  | 'system';

export interface Actor {
  readonly kind: ActorKind;
  /** Known by name, role or grammar; otherwise only a human predicate makes it one. */
  readonly certain: boolean;
  readonly phrase: NounPhrase;
}

/** A person or a team whom a sentence can put the blame on (first person and outsiders left out). */
export function isBlamable(actor: Actor): boolean {
  return actor.kind === 'person' || actor.kind === 'team' || actor.kind === 'you';
}

/** Reads who a noun phrase is. `human` says that its predicate is one of people only. */
export function actorOf(s: Sentence, phrase: NounPhrase, human = false): Actor {
  const kind = classify(s, phrase, human);
  return { kind: kind.kind, certain: kind.certain, phrase };
}

/** Names of programs that are first names of people, too. */
const PERSON_LIKE = words(
  `oscar alexa hudson travis ava eve cleo rosie watson alfred marvin wanda ada sydney dexter robbie grover elmo bert ernie felix oliver`,
);

function isSubjectOfVerb(s: Sentence, phrase: NounPhrase): boolean {
  const next = s.tokens[phrase.to];
  return next !== undefined && phrase.to < s.to && (next.tag === 'verb' || next.tag === 'aux' || next.tag === 'modal');
}

interface Verdict {
  readonly kind: ActorKind;
  readonly certain: boolean;
}

const SYSTEM: Verdict = { kind: 'system', certain: true };
const PERSON: Verdict = { kind: 'person', certain: true };
const TEAM: Verdict = { kind: 'team', certain: true };
const QUANTITY =
  /^(?:one|two|three|four|five|some|several|many|most|both|each|all|half|few|any|either|neither|none|couple|number|pair|handful|rest|majority|lot|member|group|bunch|team|crew|half-dozen|dozen|part|another|which|everyone|someone|somebody|anyone|nobody|no-one|class)$/;

/** "the operator (v1.9)", "the operator in the cluster" */
const RUNS_SOMEWHERE =
  /^(?:\( ?v?\d|(?:in|on|of) (?:the|our|this|that|each) (?:cluster|namespace|node|pod|container|control plane|operating system)\b)/i;

const RECORDS =
  /^(?:pr|prs|commit|change|field|page|account|email|address|name|role|list|ticket|queue|rota|schedule|channel|group-id|id)$/;

function classify(s: Sentence, phrase: NounPhrase, human: boolean): Verdict {
  const { tokens } = s;
  const head = tokens[phrase.head]!;
  const { low } = head;

  // "the culprit PR", "the author field": the last noun is what it is.
  if (phrase.from < phrase.head && RECORDS.test(low)) return SYSTEM;
  // "neither Tunde nor Marek", "no engineer": nobody of them.
  if (phrase.head > phrase.from && /^(?:neither|no)$/.test(tokens[phrase.from]!.low)) {
    const rest = classify(s, { ...phrase, from: phrase.from + 1, determiner: undefined }, human);
    return rest.kind === 'person' || rest.kind === 'team' || low === 'one' ? { kind: 'nobody', certain: true } : SYSTEM;
  }
  // "one of the analysts", "none of us", "a member of the team"
  if (s.low(phrase.to) === 'of' && (QUANTITY.test(low) || QUANTITY.test(head.word.singular))) {
    const inner = s.phraseAt(phrase.to + 1);
    if (inner) {
      const verdict = classify(s, inner, human);
      if (low === 'none' || low === 'neither' || NOBODY.has(low) || tokens[phrase.from]!.low === 'no')
        return verdict.kind === 'system' ? SYSTEM : { kind: 'nobody', certain: true };
      if (verdict.kind === 'we' && /^(?:one|some|two)$/.test(low)) return { kind: 'we', certain: true };
      return verdict;
    }
  }
  if (
    head.tag === 'pronoun' ||
    head.tag === 'wh' ||
    head.tag === 'possessive' ||
    head.tag === 'determiner' ||
    head.tag === 'that'
  ) {
    if (SELF.has(low)) return { kind: 'self', certain: true };
    if (WE.has(low)) return { kind: 'we', certain: true };
    if (YOU.has(low)) return { kind: 'you', certain: true };
    if (THIRD_PERSON.has(low)) return PERSON;
    if (THEY.has(low)) return s.antecedentOfThey(phrase, human);
    if (NOBODY.has(low)) return { kind: 'nobody', certain: true };
    if (ANYBODY.has(low)) return { kind: 'anybody', certain: true };
    if (SOMEBODY.has(low) || low === 'who' || low === 'whom' || low === 'whose') return PERSON;
    if (
      (low === 'neither' || low === 'both' || low === 'each' || low === 'all' || low === 'some' || low === 'those') &&
      human
    )
      return { kind: low === 'neither' ? 'nobody' : 'person', certain: false };
    return SYSTEM;
  }
  if (head.kind === 'opaque' || head.kind === 'identifier') return SYSTEM;
  if (head.kind === 'handle') return /bot$|^@(?:here|channel|everyone|all)$|bot\b/.test(low) ? SYSTEM : PERSON;

  // Most nouns are in no list of people.
  if (
    !head.capital &&
    head.tag !== 'name' &&
    !head.word.is(SOCIAL) &&
    !(human && tokens[phrase.from]!.capital) &&
    !s.context.isPartOfName(low)
  )
    return SYSTEM;
  if (s.declaresSystem(phrase)) return SYSTEM;
  const configured = s.context.isPartOfName(low)
    ? (s.context.roleOf(s.textOf(phrase.from, phrase.to).toLowerCase()) ?? s.context.roleOf(low))
    : undefined;
  if (configured) return configured === 'system' ? SYSTEM : configured === 'team' ? TEAM : PERSON;

  if (s.isDeclaredSystem(phrase)) return SYSTEM;
  const one = head.word.singular;
  const determined = phrase.determiner !== undefined;
  const before = phrase.head > phrase.from ? tokens[phrase.head - 1] : undefined;
  const tech = before !== undefined && isTech(s, phrase);
  const humanWords = hasModifier(s, phrase, HUMAN_MODIFIERS);
  const ours = phrase.determiner !== undefined && /^(?:our|my)$/.test(tokens[phrase.determiner]!.low);

  if (
    ATTACKERS.has(one) ||
    hasAdjective(s, phrase, /^(?:ransomware|phishing|fraud)$/, one) ||
    hasAdjective(s, phrase, /^(?:malicious|hostile|bad|threat|rogue)$/, 'actor')
  )
    return one === 'bot' ? SYSTEM : { kind: 'attacker', certain: true };
  if (CUSTOMERS.has(one) && phrase.from === phrase.head && !SYSTEM_NAMES.has(low) && !HUMAN_BY_DEFAULT.has(one))
    return { kind: 'customer', certain: true };
  if (
    head.tag === 'name' ||
    (head.capital &&
      !SYSTEM_NOUNS.has(one) &&
      !ROLE_NOUNS.has(one) &&
      !AMBIGUOUS_NOUNS.has(one) &&
      !TEAM_NOUNS.has(one) &&
      !CUSTOMERS.has(one) &&
      !DEPARTMENTS.has(low))
  ) {
    const verdict = properName(s, phrase, human);
    if (verdict) return verdict;
  }
  // "the on-call", "the second-line"
  if (low === 'on-call' || low === 'oncall') return tokens[phrase.to]?.tag === 'noun' ? SYSTEM : PERSON;
  if (CUSTOMERS.has(one) && !(humanWords && HUMAN_BY_DEFAULT.has(one)) && !/^(?:our|own)$/.test(before?.low ?? '')) {
    if (one === 'user' || one === 'customer' || !HUMAN_BY_DEFAULT.has(one)) {
      if (tech) return SYSTEM;
      if (AMBIGUOUS_NOUNS.has(one) && !human && one !== 'user') return SYSTEM;
      return { kind: 'customer', certain: true };
    }
  }
  if (AMBIGUOUS_NOUNS.has(one)) {
    if (
      ORGANISATIONS.has(one) &&
      /^(?:hosting|cloud|internet|managed|payment|service|network|colo|third-party|external|outsourcing|telecom|saas)$/.test(
        before?.low ?? '',
      )
    )
      return { kind: 'organisation', certain: true };
    // "the interface engine's dispatcher"
    if (phrase.possessor && classify(s, phrase.possessor, false).kind === 'system') return SYSTEM;
    if (s.describedByWho(phrase)) return PERSON;
    if (s.describedByWhich(phrase) || RUNS_SOMEWHERE.test(s.textOf(phrase.to, Math.min(s.to, phrase.to + 4))))
      return SYSTEM;
    if (HUMAN_BY_DEFAULT.has(one) && (ours || (humanWords && tech))) return PERSON;
    if (tech) return SYSTEM;
    if (humanWords) return PERSON;
    if (HUMAN_BY_DEFAULT.has(one)) return PERSON;
    if (one === 'planner')
      return /\b(?:query|queries|index|indexes|join|loops?|rows?|table|tables|sql|postgres|cost|statistics)\b/i.test(
        s.textOf(s.from, s.to),
      )
        ? SYSTEM
        : PERSON;
    return { kind: 'system', certain: false };
  }
  // "docker forgot the credentials": not "the docker".
  if (one === low && SYSTEM_NAMES.has(low) && !determined && phrase.from === phrase.head) return SYSTEM;
  if (ROLE_NOUNS.has(one) || ROLE_NOUNS.has(low)) return one === 'ic' && !head.text.startsWith('IC') ? SYSTEM : PERSON;
  // "nurse informaticist", "geophysicist"
  if (/[a-z]{3}(?:icist|ologist|ician|aticist|ographer|icist)$/.test(low)) return PERSON;
  const hyphen = low.lastIndexOf('-');
  if (hyphen > 0) {
    const last = singular(low.slice(hyphen + 1));
    if (/^(?:eng|ops|team|infra|platform|sre|qa|devs)$/.test(last)) return TEAM;
    if (ROLE_NOUNS.has(last) && !AMBIGUOUS_NOUNS.has(last)) return PERSON;
    if (TEAM_NOUNS.has(last) && !AMBIGUOUS_TEAM_NOUNS.has(last)) return TEAM;
  }
  if (
    /(?:man|men|woman|women|person|people|folks)$/.test(low) &&
    low.length > 6 &&
    !/(?:daemon|chairman|talisman|specimen|regimen)$/.test(low)
  )
    return PERSON;
  if (TEAM_NOUNS.has(one)) {
    if (low === 'teams' && head.capital && phrase.from === phrase.head) return SYSTEM;
    if (AMBIGUOUS_TEAM_NOUNS.has(one)) {
      if (phrase.possessor && classify(s, phrase.possessor, true).kind === 'person') return TEAM;
      if (tech && !human) return SYSTEM;
      const organisational =
        before !== undefined &&
        (DEPARTMENTS.has(before.low) ||
          SERVICE_DEPARTMENTS.has(before.low) ||
          HUMAN_MODIFIERS.has(before.low) ||
          before.tag === 'name' ||
          ROLE_NOUNS.has(before.low) ||
          /^(?:service|triage|admin|help|l1|l2|advisory|approval|informatics|applications|change|review)$/.test(
            before.low,
          ));
      if (organisational) return { kind: 'team', certain: true };
      return human ? { kind: 'team', certain: false } : SYSTEM;
    }
    if ((one === 'team' || one === 'squad' || one === 'crew') && ours && phrase.head - phrase.from === 1)
      return { kind: 'we', certain: true };
    if (
      one === 'management' &&
      before &&
      /^(?:configuration|config|session|memory|state|version|traffic|power|package|device|patch|release|access|lifecycle|certificate|secret|key|data|queue|connection|cache|storage|capacity|risk|asset|identity|log|resource|vulnerability|dependency)$/.test(
        before.low,
      )
    )
      return SYSTEM;
    if (one === 'management' && before?.low === 'change') return { kind: human ? 'team' : 'system', certain: false };
    if (one === 'workforce' || one === 'leadership' || one === 'management') return TEAM;
    return TEAM;
  }
  if (low === 'support' && /^(?:line|level|tier)$/.test(before?.low ?? '')) return TEAM;
  if (DEPARTMENTS.has(low)) {
    if (phrase.from === phrase.head || !determined || ours) {
      if (
        low === 'it' ||
        low === 'security' ||
        low === 'support' ||
        low === 'operations' ||
        low === 'maintenance' ||
        low === 'infrastructure' ||
        low === 'leadership' ||
        low === 'engineering' ||
        low === 'dispatch' ||
        low === 'pharmacy' ||
        low === 'communications' ||
        low === 'architecture' ||
        low === 'claims' ||
        low === 'admissions' ||
        low === 'audit' ||
        low === 'infra'
      )
        return head.capital || human ? { kind: 'team', certain: human || head.capital } : SYSTEM;
      return TEAM;
    }
    return determined &&
      (low === 'noc' ||
        low === 'soc' ||
        low === 'helpdesk' ||
        low === 'service-desk' ||
        low === 'support' ||
        low === 'second-line' ||
        low === 'first-line' ||
        low === 'third-line' ||
        human)
      ? TEAM
      : SYSTEM;
  }
  // "Identity Services did not act"
  if (human && !determined && low === 'services' && head.capital && before?.capital)
    return { kind: 'team', certain: false };
  if (SERVICE_DEPARTMENTS.has(low) && phrase.from === phrase.head && head.capital)
    return { kind: human ? 'team' : 'system', certain: false };
  if (one === 'board' && /^(?:advisory|review|approval|change)$/.test(before?.low ?? '')) return TEAM;
  // "the control room"
  if (
    one === 'room' &&
    /^(?:control|operations|ops|switch|news|dispatch|war|crisis|engine|emergency)$/.test(before?.low ?? '')
  )
    return TEAM;
  // "our second line", "2nd level support"
  if (/^(?:line|level|tier)$/.test(one) && /^(?:first|second|third|1st|2nd|3rd)$/.test(before?.low ?? ''))
    return human || ours || phrase.from < phrase.head - 1 || head.capital ? TEAM : SYSTEM;
  if (ORGANISATIONS.has(one)) return { kind: 'organisation', certain: true };
  // "thiago dropped it by mistake": a first name as people type it in a chat.
  if (phrase.from === phrase.head && !head.capital && !phrase.determiner && isTypedName(low))
    return isSubjectOfVerb(s, phrase) ? PERSON : { kind: human ? 'person' : 'system', certain: human };
  // "Data protection didn't realise": an unknown capitalised group in front of a verb of people.
  if (
    human &&
    !determined &&
    tokens[phrase.from]!.capital &&
    DEPARTMENT_LIKE.test(low) &&
    !SYSTEM_NOUNS.has(one) &&
    !tech
  )
    return { kind: 'team', certain: false };
  return SYSTEM;
}

function properName(s: Sentence, phrase: NounPhrase, human: boolean): Verdict | undefined {
  const { tokens } = s;
  const head = tokens[phrase.head]!;
  // "the network team's Miguel": the name begins behind whose it is.
  const from = phrase.possessor ? Math.min(phrase.possessor.to + 1, phrase.head) : phrase.from;
  const determiner = phrase.possessor ? undefined : phrase.determiner;
  const first = tokens.slice(from, phrase.head + 1).find((t) => t.tag === 'name' || t.capital) ?? head;
  const lead = tokens[from]!;
  if (TITLES.has(lead.low) && lead.capital) return PERSON;
  const inside = tokens.slice(from, phrase.head);
  // "our build bot Bob", "engineer Bob"
  for (const token of inside) {
    if (token.tag !== 'noun' || token.capital) continue;
    const one = token.word.singular;
    if (ROLE_NOUNS.has(one) && !AMBIGUOUS_NOUNS.has(one)) return PERSON;
    // "shift leader Mikkelsen"
    if (
      AMBIGUOUS_NOUNS.has(one) &&
      token === inside.at(-1) &&
      (HUMAN_BY_DEFAULT.has(one) || hasModifier(s, phrase, HUMAN_MODIFIERS) || isFirstName(head.low)) &&
      !SYSTEM_NAMES.has(head.low)
    )
      return PERSON;
    if (SYSTEM_NOUNS.has(one) || one === 'bot') return SYSTEM;
  }
  if (s.describedByWho(phrase)) return PERSON;
  if (s.describedByWhich(phrase) || s.refersToItself(phrase)) return SYSTEM;
  const bare = from === phrase.head || inside.every((t) => t.capital || t.tag === 'name');
  // "Team Falcon", "Squad Orion"
  if (phrase.head > from && /^(?:team|squad|tribe|crew|group)$/.test(lead.low) && bare) return TEAM;
  // "QA Bangalore", "Application Management Payments": a department in a proper name.
  if (
    phrase.head > from &&
    bare &&
    tokens
      .slice(from, phrase.head + 1)
      .some((t) => DEPARTMENTS.has(t.low) || /^(?:management|operations|services|engineering|support)$/.test(t.low)) &&
    (head.low === 'services' || !SYSTEM_NOUNS.has(head.word.singular))
  )
    return TEAM;
  if (ORGANISATION_NAMES.has(first.low) && bare) return { kind: 'organisation', certain: true };
  const departments = head.low;
  if (SYSTEM_NAMES.has(first.low) || SYSTEM_NAMES.has(head.low)) {
    // A surname behind it makes a product's name a person's: "Travis Okafor".
    if (
      phrase.head > from &&
      (isFirstName(first.low) || PERSON_LIKE.has(first.low)) &&
      !SYSTEM_NAMES.has(head.low) &&
      !SYSTEM_NOUNS.has(head.word.singular)
    )
      return PERSON;
    return s.context.roleOf(first.low) === 'person' ? PERSON : SYSTEM;
  }
  if (DEPARTMENTS.has(departments)) return bare ? TEAM : undefined;
  if (SERVICE_DEPARTMENTS.has(departments) && bare) return { kind: human ? 'team' : 'system', certain: false };
  const one = head.word.singular;
  if (ORGANISATIONS.has(one) || /^(?:inc|ltd|gmbh|corp|llc|plc|ag|sa|bv)$/.test(head.low))
    return { kind: 'organisation', certain: true };
  if (/[0-9]|^[A-Z0-9]{2,}$/.test(head.text) || /[a-z][A-Z]/.test(head.text)) {
    // Acronyms and CamelCase are products, hosts or teams; "McKay", "O'Brien" and initials are people.
    if (/^(?:Mc|Mac|O'|D'|De|Di|La|Le|Van)[A-Z]/.test(head.text)) return PERSON;
    if (SYSTEM_INITIALS.has(head.low)) return SYSTEM;
    return bare && human && /^[A-Z]{2,4}$/.test(head.text) ? { kind: 'person', certain: false } : undefined;
  }
  if (COMPANY_SHAPE.test(head.low) && bare && determiner === undefined && !isFirstName(first.low))
    return { kind: 'organisation', certain: true };
  if (isFirstName(first.low) && (bare || inside.every((t) => t.tag !== 'determiner'))) return PERSON;
  if (/^(?:O|D|Mc|Mac)['’][A-Z]/.test(head.text)) return PERSON;
  if (!bare || determiner !== undefined) return undefined;
  // An unknown capitalised word in the place of a person.
  if (!/^\p{Lu}\p{Ll}+(?:[-'’]\p{L}+)*$/u.test(first.text)) return undefined;
  // At the start of a sentence any word is capitalised: common nouns without a determiner are plurals and abstracts.
  if (from === s.from && from === phrase.head && COMMON_SHAPE.test(head.low)) return undefined;
  return { kind: human ? 'person' : 'system', certain: false };
}

/** Endings of companies' names: "Altocloud", "Fibretel". */
const COMPANY_SHAPE = /.{3}(?:cloud|soft|tech|telecom|tel|bank|corp|labs|hosting|systems)$/;

function isTech(s: Sentence, phrase: NounPhrase): boolean {
  // What stands in front of a possessive says nothing of what is possessed: "the identity squad's rotation lead".
  let from = phrase.from;
  for (let i = phrase.from; i < phrase.head; i++) if (s.tokens[i]!.tag === 'clitic') from = i + 1;
  for (let i = from; i < phrase.head; i++) {
    const token = s.tokens[i]!;
    if (token.kind === 'opaque' || token.kind === 'identifier') return true;
    const low = token.word.singular;
    if (token.tag === 'determiner' || token.tag === 'possessive' || token.tag === 'clitic') continue;
    if (TECH_MODIFIERS.has(token.low) || TECH_MODIFIERS.has(low) || SYSTEM_NAMES.has(token.low)) return true;
    for (const part of token.low.includes('-') ? token.low.split('-') : [])
      if (TECH_MODIFIERS.has(part) && !HUMAN_MODIFIERS.has(token.low)) return true;
  }
  return false;
}

function hasModifier(s: Sentence, phrase: NounPhrase, set: ReadonlySet<string>): boolean {
  for (let i = phrase.from; i < phrase.head; i++) if (set.has(s.tokens[i]!.low)) return true;
  return false;
}

function hasAdjective(s: Sentence, phrase: NounPhrase, adjective: RegExp, noun: string): boolean {
  if (s.tokens[phrase.head]!.word.singular !== noun) return false;
  for (let i = phrase.from; i < phrase.head; i++) if (adjective.test(s.tokens[i]!.low)) return true;
  return false;
}
