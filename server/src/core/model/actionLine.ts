import type { Settings } from '../config/settings.ts';
import type { ProseData, ProseRun } from '../parse/prose.ts';
import type { Span } from '../text/span.ts';
import { priorityScale } from './actionPriority.ts';
import { isStatusRemark } from './actionStatus.ts';
import { firstDate, NO_HINTS } from './dates.ts';
import type { Value } from './postmortem.ts';

/** What a line of a list says about one action item. */
export interface ActionLine {
  readonly action: Value;
  readonly id: Value | undefined;
  readonly owner: Value | undefined;
  readonly due: Value | undefined;
  readonly priority: Value | undefined;
  readonly status: Value | undefined;
  readonly ticket: Value | undefined;
}

type Part = Exclude<keyof ActionLine, 'action'>;

const LABELS: readonly (readonly [Part, string])[] = [
  ['owner', 'owners?|assignee|assigned(?: to)?|dri|responsible|responsável|verantwortlich|responsable|who|lead'],
  ['due', 'due(?: date| by| on)?|deadline|eta|target(?: date)?|estimated completion|prazo|fällig|by when|expected'],
  ['priority', 'priority|prio'],
  ['status', 'status|state'],
  ['ticket', 'ticket|tracking(?: issue| bug)?|issue|bug|jira|link'],
  ['id', 'id'],
];
/** "Owner: X", "**Due** - Y" behind a dash, comma, bracket or line break; a value ends where the next label or separator begins. */
const LABELLED = LABELS.map(
  ([part, words]) =>
    [
      part,
      new RegExp(`(?:^|[-–—|;,.(\\[\\n\\u2028]\\s*)(${words})\\s*(?::|=|→)\\s*([^|;\\n\\u2028)\\]]{1,80})`, 'iu'),
    ] as const,
);
const VALUE_END = new RegExp(
  `\\s*(?:[-–—]\\s+|,\\s*|\\.\\s+)(?:${LABELS.map(([, words]) => words).join('|')})\\s*(?::|=|→)|,\\s*(?:due|by|eta)\\s+(?=\\S)|\\s[-–—]\\s|\\.$|(?<!(?<!\\p{L})\\p{L})\\.\\s`,
  'iu',
);

export const TICKET = /(?<![\w/])(?:#\d{1,7}|(?!SEV-)[A-Z][A-Z0-9]{1,9}-\d{1,6})(?![\w-])|https?:\/\/[^\s)\]>]{4,200}/;
/** "AI-003 …", "Action 3: …", "A3) …": a letter or a word with a blank needs a mark behind the number. */
const ITEM_ID =
  /^\s*[[(]?((?:AI|ACTION|TASK|ITEM|FU)-?\d{1,4}(?!\w)|(?:(?:AI|ACTION|TASK|ITEM|FU) \d{1,4}|[AT]-?\d{1,3})(?=[\])]|\s?[:.)–—-]\s))[\])]?\s*[:.)\-–—]?\s+/i;
const LEADING_BRACKET = /^\s*(?:\[([^[\]\n]{1,40})\]|\(([^()\n]{1,40})\))\s*[:\-–—]?\s*/;
/** "[SEV-2][20260309]": of which incident, by its severity and day. */
const LEADING_INCIDENT = /^\s*(?:\[SEV-?\d\]|SEV-?\d(?=\s))\s*(?:\[\d{8}\]\s*)?/i;
/** "due 2026-03-05" without a colon. */
const DUE_WORD =
  /(?:[-–—|;,.([]\s*|[\n\u2028][^\S\n\u2028]*)(?:due|by|eta|before|until)(?: on| by| date)?\s+([^|;,\n\u2028)\]]{4,40})/iu;
/** "… during the H1 sprints", "… in Q3 2026": when, at the end of the sentence. */
const TERM_AT_END =
  /\s((?:in|by|during|before|until) (?:the )?(?:end of )?(?:H[12]|Q[1-4])(?:[ /-]?20\d\d)?(?: sprints?)?)\.?$/;
const LEADING_PRIORITY = /^\s*(P[0-4])\s*[:\-–—]\s*/;
const LEADING_HANDLE = /^\s*(@[\w.-]{2,40}|[\w.]{2,30}@)(?:\s*(?:[:\-–—]|,)\s*|\s+(?:to|will|should)\s+)/;
/** "Bug 1867760 - …", "T334461 - …", "OPS-12: …": the ticket, before who and what. */
const LEADING_TICKET =
  /^\s*((?:bug|issue|ticket|task) #?\d{2,8}|T\d{4,7}|#\d{1,7}|(?!SEV-)[A-Z][A-Z0-9]{1,9}-\d{1,6})\s*(?::|\s[-–—]|(?=\[))\s*/i;
const TRAILING_BRACKET = /(?<![\s\u2028])[\s\u2028]*(?:\(([^()]{1,80})\)|\[([^[\]]{1,80})\])[.\s]*$/u;
const TRAILING_PART = /\s[-–—|]\s+([^-–—|\s](?:[^–—|\s]| (?![-–—|]\s))*)$/u;
const LEADING_NAME = /^\s*\[([a-z][\w.-]{1,20})\]\s*/;
/** What lists put in front in brackets, too: the part of the system that changes. */
const PARTS_OF_SYSTEM =
  /^(?:api|apps?|auth|back-?end|billing|build|cache|checkout|ci|cd|cli|client|cloud|core|cron|data|dashboards?|db|database|deploy(?:ment)?|dns|email|front-?end|ios|android|k8s|kubernetes|load-?balancer|logging|logs|metrics|mobile|network(?:ing)?|observability|alert(?:s|ing)?|ops|payments?|people|platform|policy|queue|release|runbooks?|search|security|servers?|storage|tests?|tool(?:s|ing)|training|ui|ux|web|website|code|comms|communication)$/i;
/** "Raise the limit -> jp" */
const TRAILING_ARROW = /(?<!\s)\s+(?:-{1,2}>|=>|[→⇒➔])\s*(@?\p{L}[\p{L}\p{N} .,/&'’-]{1,60})\s*$/u;
/** "@ana", "@Ana Lima", and no "@November 13, 2026". */
const HANDLE =
  /(?<![\w.`/])@(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \d)(?:\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]*(?=\s*(?:$|[@,;)]))|[a-z][\w.-]{1,39}(?!\w))/iu;
/** A date mentioned as Notion and Confluence mention it: "@November 13, 2026". */
const DATE_MENTION = /(?<![\w.`/])@((?=\p{L}{3,10} \d|\d{1,4}[ -])[^@,]{5,20}(?:, ?20\d\d)?)/iu;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3}$/u;
/** "Finance Eng (Dinesh)" */
const TEAM_OF = /\s\(\p{Lu}[\p{L}'’. -]{1,30}\)$/u;
const TEAM = /^(?:the )?\p{Lu}[\p{L}&]{1,20}(?: \p{L}{1,20})? (?:team|squad|guild|crew|department)$/u;
const INITIALS = /^[A-Z]{2,3}$/;
const NO_NAME =
  /^(?:prevent(?:ion|ive|ative)?|detect(?:ion|ive)?|mitigat(?:e|ion|ive)|process|repair|investigat(?:e|ion)|other|fix(?:es)?|mitigate|high|medium|low|critical|monitoring|documentation|docs|infra(?:structure)?|testing|optional|note|new|bug|feature|link|issue|pr|ticket|pull request|see|todo|tbd|wip|short[ -]?term|long[ -]?term|immediate|q[1-4]|backlog|stretch|done|completed?)$/i;

interface Parts {
  readonly settings: Settings;
  readonly action: Span;
  readonly parts: Partial<Record<Part, Span>>;
}

const cache = new WeakMap<ProseData, Parts>();

/** Reads the line of a list item: what is to be done, and the owner, date, priority, status and ticket written around it. */
export function readActionLine(run: ProseRun, settings: Settings): ActionLine {
  let read = cache.get(run.data);
  if (read?.settings !== settings) {
    read = readParts(run, settings);
    cache.set(run.data, read);
  }
  const { action, parts } = read;
  const value = (span: Span | undefined): Value | undefined =>
    span && span.end > span.start
      ? { text: run.text.slice(span.start, span.end), span: run.toSource(span) }
      : undefined;
  return {
    action: value(action) ?? { text: run.text.trim(), span: run.span },
    id: value(parts.id),
    owner: value(parts.owner),
    due: value(parts.due),
    priority: value(parts.priority),
    status: value(parts.status),
    ticket: value(parts.ticket),
  };
}

/** Where the parts of a line stand, as visible spans. */
function readParts(run: ProseRun, settings: Settings): Parts {
  const text = run.text.length > 2000 ? run.text.slice(0, 2000) : run.text;
  const parts: Partial<Record<Part, Span>> = {};
  let from = 0;
  let to = text.length;

  from = LEADING_INCIDENT.exec(text)?.[0].length ?? 0;
  for (let round = 0; round < 4; round++) {
    const rest = text.slice(from, from + 80);
    const id = ITEM_ID.exec(rest);
    if (id && parts.id === undefined) {
      const start = from + id[0].indexOf(id[1]!);
      parts.id = { start, end: start + id[1]!.length };
      from += id[0].length;
      continue;
    }
    const ticket = parts.ticket ? undefined : LEADING_TICKET.exec(rest);
    if (ticket && /\S/.test(text.slice(from + ticket[0].length))) {
      const start = from + ticket[0].indexOf(ticket[1]!);
      parts.ticket = { start, end: start + ticket[1]!.length };
      from += ticket[0].length;
      continue;
    }
    const bracket = LEADING_BRACKET.exec(rest) ?? LEADING_PRIORITY.exec(rest);
    const inner = bracket && (bracket[1] ?? bracket[2])!;
    const kind = inner ? remarkKind(inner, settings, bracket[0].trimStart().startsWith('[')) : undefined;
    if (bracket && inner && kind && parts[kind] === undefined) {
      const start = from + bracket[0].indexOf(inner);
      parts[kind] = { start, end: start + inner.length };
      from += bracket[0].length;
      continue;
    }
    const handle = LEADING_HANDLE.exec(rest);
    if (handle && parts.owner === undefined) {
      const start = from + handle[0].indexOf(handle[1]!);
      parts.owner = { start, end: start + handle[1]!.length };
      from += handle[0].length;
      continue;
    }
    break;
  }

  for (const [part, pattern] of LABELLED) {
    const match = pattern.exec(text.slice(from));
    if (!match || parts[part]) continue;
    const valueAt = from + match.index + match[0].length - match[2]!.length;
    const cut = VALUE_END.exec(match[2]!);
    const value = (cut ? match[2]!.slice(0, cut.index) : match[2]!).trimEnd();
    const lead = value.length - value.trimStart().length;
    parts[part] = { start: valueAt + lead, end: valueAt + value.length };
    const labelAt = from + match.index;
    if (labelAt > from) to = Math.min(to, labelAt);
  }

  const due = parts.due ? undefined : DUE_WORD.exec(text.slice(from));
  const closes = due && (to < text.length || from + due.index + due[0].length >= text.trimEnd().length - 1);
  if (due && closes && isDate(due[1]!.trim())) {
    const start = from + due.index + due[0].length - due[1]!.length;
    parts.due = { start, end: start + due[1]!.trimEnd().length };
    to = Math.min(to, from + text.slice(from, from + due.index).trimEnd().length);
  }

  for (let round = 0; round < 3; round++) {
    const trailing = TRAILING_BRACKET.exec(text.slice(from, to));
    if (!trailing) break;
    const inner = (trailing[1] ?? trailing[2])!;
    const innerAt = from + trailing.index + trailing[0].indexOf(inner);
    if (!readRemark(inner, innerAt, trailing[2] !== undefined, parts, settings)) break;
    to = from + trailing.index;
  }

  // "Fix the pool - @bob - 2026-03-05"; a plain name only where a date or a ticket stands beside it
  for (let round = 0; round < 4; round++) {
    const trailing = TRAILING_PART.exec(text.slice(Math.max(from, to - 60), to));
    const kind = trailing && remarkKind(trailing[1]!, settings, Boolean(parts.due ?? parts.status));
    if (
      !trailing ||
      !kind ||
      parts[kind] ||
      (kind === 'owner' && !trailing[1]!.includes('@') && !parts.due && !parts.status && !parts.ticket)
    )
      break;
    parts[kind] = { start: to - trailing[1]!.length, end: to };
    to -= trailing[0].length;
  }

  const mention = parts.due ? undefined : DATE_MENTION.exec(text);
  if (mention && isDate(mention[1]!.trim())) {
    const start = mention.index + 1;
    parts.due = { start, end: start + mention[1]!.trimEnd().length };
    to = Math.min(to, mention.index);
  }
  const term = parts.due ? undefined : TERM_AT_END.exec(text.slice(Math.max(0, to - 60), to));
  if (term) {
    const start = Math.max(0, to - 60) + term.index + 1;
    parts.due = { start, end: start + term[1]!.length };
  }
  const owner = parts.owner ? undefined : HANDLE.exec(text);
  if (owner && !isOpaque(run, owner.index)) parts.owner = { start: owner.index, end: owner.index + owner[0].length };
  // The item's own id is no ticket.
  const ticket = parts.ticket
    ? undefined
    : TICKET.exec(parts.id ? ' '.repeat(parts.id.end) + text.slice(parts.id.end) : text);
  if (ticket) parts.ticket = { start: ticket.index, end: ticket.index + ticket[0].length };

  const end = to === text.length ? run.text.length : to;
  return { settings, action: trimmed(run.text, from, Math.max(from, end)), parts };
}

/**
 * The name in brackets at the end of a line, "Renew the certificate (Ana)": an owner where all lines of a list end so; on one line
 * alone it may name a product.
 */
export function namedAtEnd(
  run: ProseRun,
  settings: Settings,
): { readonly owner: Value; readonly start?: undefined; readonly end: number } | undefined {
  const trailing = TRAILING_BRACKET.exec(run.text.slice(0, 2000)) ?? TRAILING_ARROW.exec(run.text.slice(0, 2000));
  const inner = trailing?.[1];
  if (
    !trailing ||
    !inner?.split(/\s?(?:[,/&+]|\band\b)\s?/).every((name) => isOwner(name, settings) || isHandle(name, trailing[0]))
  )
    return undefined;
  const start = trailing.index + trailing[0].indexOf(inner);
  const span = run.toSource({ start, end: start + inner.length });
  return { owner: { text: inner, span }, end: trailing.index };
}

/** Who is to do it, at the head of a line: "Ana to check the logs", "The platform team to add an alert". */
export function namedAtHead(run: ProseRun): Value | undefined {
  const found = TOLD_WHO.exec(run.text.slice(0, 80));
  if (!found || THING.test(found[2]!)) return undefined;
  const start = found[1]!.length;
  return { text: found[2]!, span: run.toSource({ start, end: start + found[2]!.length }) };
}

const TOLD_WHO =
  /^(\s*(?:The )?)(\p{Lu}[\p{L}'’-]+(?: (?:(?:and|&) )?(?:\p{Lu}[\p{L}'’-]+|team|teams)){0,2}|(?<=The )\p{Ll}[\p{L}-]+ team) to (?:add|arrange|ask|build|change|check|come up|contact|create|define|discuss|document|draft|ensure|evaluate|find|fix|follow|get|implement|improve|investigate|look|make|monitor|move|organi[sz]e|prepare|propose|provide|raise|reach|remove|review|schedule|see|set|share|speak|talk|test|update|work|write)\b/u;
/** What is no one, or no noun: "Need to check", "Script to remove". */
const THING =
  /^(?:Needs?|Needed|Want|Try|Remember|Plan(?:ning)?|Continue|Agreed?|Aim|How|Ability|Ways?|Steps?|Actions?|Tool(?:s|ing)?|\w*[Ss]cripts?|\w*[Aa]lert(?:s|ing)?|\w*[Mm]onitor(?:s|ing)?|Systems?|Process(?:es)?|Tickets?|Issues?|Work|Tasks?|Jobs?|\w*[Jj]ob|Time|Where|What|When|Decide|Start|Begin|Prepare|Learn|Use|Be|Have|Look|Ideas?|Proposals?|Goals?|Intend|Attempt|Options?|Endpoints?|\w*[Tt]ests?|\w*[Cc]hecks?|Metrics?|Dashboards?|Automation|Documentation|Docs?|Runbooks?|Policy|Policies|Rules?|Functions?|Commands?|Hooks?|Bots?|Mechanisms?|Procedures?|Changes|Code|Feature|Support for|PR|RFC)\b/u;

/** Who stands alone in a line above a list: "AC", "@ana", "The vendor via AG", "Search team". Undefined for anything else. */
export function ownerLabel(run: ProseRun): Value | undefined {
  const text = run.text.trim().replace(/:$/, '');
  const who =
    /^@[\w.-]{2,40}$/.test(text) ||
    TEAM.test(text) ||
    /^[^\n.:]{2,30} via (?:[A-Z]{2,3}|@[\w.-]{2,40})$/.test(text) ||
    (INITIALS.test(text) && !TECHNICAL.test(text));
  if (!who) return undefined;
  const start = run.text.indexOf(text);
  return { text, span: run.toSource({ start, end: start + text.length }) };
}

/** Two or three capitals that are a thing. */
const TECHNICAL =
  /^(?:API|CI|CD|UI|UX|DB|DNS|TLS|SSL|AWS|GCP|CDN|VPN|SDK|CLI|SQL|K8S|EKS|GKE|AKS|EC2|S3|RDS|IAM|ECS|TCP|UDP|SSH|NFS|PVC|CPU|GPU|RAM|OOM|WAF|ALB|ELB|VPC|VM|OS|PR|QA|HR|IT|IP|DR|HA|SLO|SLA|SLI|ETL|ML|AI|LLM|CMS|CRM|ERP|POC|TBD|NA)$/;

/** The same for a short name in front, "[kim] Renew the certificate". */
export function namedInFront(
  run: ProseRun,
): { readonly owner: Value; readonly start: number; readonly end?: undefined } | undefined {
  const leading = LEADING_NAME.exec(run.text.slice(0, 80));
  if (!leading || NO_NAME.test(leading[1]!) || PARTS_OF_SYSTEM.test(leading[1]!)) return undefined;
  const start = leading[0].indexOf(leading[1]!);
  const span = run.toSource({ start, end: start + leading[1]!.length });
  return { owner: { text: leading[1]!, span }, start: leading[0].length };
}

/** "jp" behind an arrow. */
function isHandle(name: string, trailing: string): boolean {
  return TRAILING_ARROW.test(trailing) && /^[a-z][\w.-]{1,20}$/.test(name) && !NO_NAME.test(name);
}

/** A few words that may be a person, a role or a team. */
function isWho(text: string): boolean {
  return (
    !NO_NAME.test(text) &&
    text.split(/\s+/).length <= 4 &&
    /^(?!see |as |if |when |only |after |once )\p{L}[\p{L}\p{N} &'’./–-]*$/iu.test(text)
  );
}

function isOwner(text: string, settings: Settings): boolean {
  return remarkKind(text, settings, false) === 'owner';
}

/** Reads a remark in brackets at the end: "(Owner, 2024-03-01)", "(DONE)", "([#12](…))", "[Rick]". False where it belongs to the sentence. */
function readRemark(
  inner: string,
  at: number,
  square: boolean,
  parts: Partial<Record<Part, Span>>,
  settings: Settings,
): boolean {
  const pieces: { start: number; end: number; text: string }[] = [];
  let start = 0;
  for (const piece of inner.split(/([,;/]\s)/)) {
    const text = piece.trim();
    const lead = piece.length - piece.trimStart().length;
    if (text && !/^[,;/]$/.test(text))
      pieces.push({ start: at + start + lead, end: at + start + lead + text.length, text });
    start += piece.length;
  }
  const kinds = pieces.map((piece) => remarkKind(piece.text, settings, square));
  // "(datacenter team, done)": who, beside when or how far.
  if (kinds.length > 1 && kinds[0] === undefined && kinds.slice(1).every((kind) => kind === 'due' || kind === 'status'))
    if (isWho(pieces[0]!.text)) kinds[0] = 'owner';
  const anchored = kinds.some(
    (kind, index) => kind !== undefined && (kind !== 'owner' || square || pieces[index]!.text.includes('@')),
  );
  if (!anchored || kinds.some((kind) => kind === undefined)) return false;
  for (const [index, kind] of kinds.entries()) {
    const piece = pieces[index]!;
    if (kind && !parts[kind]) parts[kind] = { start: piece.start, end: piece.end };
  }
  return true;
}

function remarkKind(text: string, settings: Settings, square: boolean): Part | undefined {
  const plain = text.trim();
  if (priorityScale(plain, settings) && !/^\d$/.test(plain)) return 'priority';
  const doneOn = /^(?:done|completed|closed|fixed) (?:on )?(?=\S)/i.exec(plain)?.[0];
  if (isStatusRemark(plain) || (doneOn && isDate(plain.slice(doneOn.length)))) return 'status';
  if (
    /^(?:[A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{1,7}|issue|pr|pull request|github issue|ticket|see issue here|issue here)$/i.test(
      plain,
    )
  )
    return 'ticket';
  if (
    /^(?:due|by|eta|deadline|until|before|from|starting|(?:in|within) (?:\d|an? |one |two )|next (?:week|month|sprint|quarter)|end of |EO[WMQY]\b|Q[1-4]\b)/i.test(
      plain,
    ) ||
    isDate(plain)
  )
    return 'due';
  if (/^@[\w.-]{2,40}$/.test(plain) || /^[\w.]{2,30}@$/.test(plain)) return 'owner';
  if (NO_NAME.test(plain)) return undefined;
  if (TEAM.test(plain)) return 'owner';
  return NAME.test(plain.replace(TEAM_OF, '')) || (square && INITIALS.test(plain)) ? 'owner' : undefined;
}

function isDate(text: string): boolean {
  const date = firstDate(text, { ...NO_HINTS, near: { year: 2000, month: 6, day: 30 } });
  return date !== undefined && date.start === 0 && date.end >= text.length - 1;
}

function isOpaque(run: ProseRun, at: number): boolean {
  return run.data.opaque.some((span) => span.start <= at && at < span.end);
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /[\s\-–—:|,]/.test(text[start]!)) start++;
  while (end > start && /[\s\-–—:|,;([]/.test(text[end - 1]!)) end--;
  return { start, end };
}
