import type { ProseData } from '../parse/prose.ts';
import { remembered } from '../text/remembered.ts';
import type { Span } from '../text/span.ts';
import { overlapsAny, withoutOverlaps } from '../text/span.ts';

const found = new WeakMap<ProseData, readonly Span[]>();
const NONE: readonly Span[] = [];

/**
 * Template text left unfilled in a run of prose, as visible spans: `[what]`, `{what}`, `<what>`, `____`, `TBD`, `HH:MM`,
 * `P0 | P1 | P2`. Links, footnotes, log levels, ticket keys and names in brackets are none.
 */
export function placeholdersIn(prose: ProseData): readonly Span[] {
  let spans = found.get(prose);
  if (!spans) {
    spans = search(prose);
    found.set(prose, spans);
  }
  return spans;
}

/** Whether the text is nothing but template text, punctuation aside. */
export function isUnfilled(prose: ProseData): boolean {
  return isAll(prose.text, placeholdersIn(prose));
}

/** The same for a plain text, as `Value`s hold it. */
export const isPlaceholder = remembered(
  (text) => MAYBE.test(text) && isAll(text, search({ text, segments: [], opaque: [], struck: [] })),
  300,
);

function isAll(text: string, spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
  let rest = '';
  let at = 0;
  for (const span of spans) {
    rest += text.slice(at, span.start);
    at = span.end;
  }
  return at > 0 && !/[\p{L}\p{N}]/u.test(rest + text.slice(at));
}

/** A quick look before the patterns run: most prose holds none of these. */
const MAYBE =
  /[[{<]|_{2}|\b(?:TB[ADC]|TODO|FIXME|X{3,}|Y{3,}|N{3}|[hH]{2}:[mM]{2}|[yY]{4}|20[xX]{2}|YYYYMMDD|[XYN] [a-z]+)\b|[|/]|^(?:\.{3}|…)$|event description/;

function search(prose: ProseData): readonly Span[] {
  const { text } = prose;
  if (!MAYBE.test(text)) return NONE;
  const spans: Span[] = [];
  const add = (start: number, end: number) => {
    const span = { start, end };
    if (!overlapsAny(span, prose.opaque) && !overlapsAny(span, prose.struck)) spans.push(span);
  };
  if (/^(?:\.{3}|…)$/.test(text)) return [{ start: 0, end: text.length }];
  const choice = CHOICE.exec(text);
  if (choice) add(choice.index + choice[1]!.length, choice.index + choice[0].length);
  for (const match of text.matchAll(/\[([^[\]]{1,300})\]/g)) {
    const money = text[match.index - 1] === '$' ? 1 : 0;
    if (isFillIn(text, match.index, match[1]!, match.index + match[0].length))
      add(match.index - money, match.index + match[0].length);
  }
  for (const match of text.matchAll(/\{\{?\s*([\p{L}][\p{L}\d _|/,'’-]{0,80}?)\s*\}\}?/gu))
    if (stands(text, match.index) && !(/^\S+$/.test(match[1]!) && !FILL_IN_NOUN.test(match[1]!) && match[0][1] !== '{'))
      add(match.index, match.index + match[0].length);
  for (const match of text.matchAll(/<([\p{L}\d][\p{L}\d .,:_/-]{0,60})>/gu))
    if (stands(text, match.index) && isAngleFillIn(match[1]!)) add(match.index, match.index + match[0].length);
  for (const match of text.matchAll(WORDS)) {
    const start = match.index + (match[1]?.length ?? 0);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
    if (!/^\s?formats?\b/.test(after)) add(start, match.index + match[0].length);
  }
  return withoutOverlaps(spans);
}

const WORDS =
  /(?<![\p{L}\p{N}_#/.])()(?:TB[ADC]|TODO|FIXME|(?:[A-Z]{2,5}-)?(?:X{3,}|Y{3}|Z{3})|[A-Z]{2,5}-N{2,4}|[hH]{2}:[mM]{2}(?::[sS]{2})?|(?:YYYY|yyyy|20[xX]{2}|20[yY]{2})[-/.](?:MM|mm|[xX]{2})[-/.](?:DD|dd|[xX]{2})|(?:INC-)?YYYYMMDD(?:-[X#N]{2,4})?|[XYN] (?:hours?|minutes?|mins?|seconds?|days?|users|customers|requests)|Short event description)(?![\p{L}\p{N}_])|_{3,}|(?<=\s)__(?=[\s.,)]|$)/gu;

const STAGE =
  '(?:draft|wip|in[ -]?review|under review|review|reviewed|in progress|pending feedback|final|complete|completed|published|approved|archived|open|closed|done|active|ongoing|investigating|identified|monitoring|mitigated|resolved|critical|high|medium|low|major|minor)';

/** "P0 | P1 | P2", "Draft | In Review | Final", "Yes/No": a choice not made. It stands alone or at the start. */
const CHOICE = new RegExp(
  [
    String.raw`^(\s*\[?\s*(?:[\p{L} ]{2,30}:\s*)?)(?:`,
    String.raw`(?:P\d|SEV[- ]?\d|S\d|severity::?\d)(?:\s*[|/,]\s*(?:P\d|SEV[- ]?\d|S\d|\d)){1,5}(?=\s*\]?\s*$)`,
    String.raw`|${STAGE}(?:\s*[|/]\s*${STAGE}){1,5}(?=\s*\]?\s*$)`,
    String.raw`|(?:yes|no)\s?[|/]\s?(?:yes|no)\b(?=\s*(?:$|[-–—(])))`,
  ].join(''),
  'iu',
);

/** Words that make a bracket a fill-in wherever it stands. */
const FILL_IN_NOUN =
  /^(?:(?:incident |your |the |full |short |link to (?:the )?|list of )?(?:titles?|names?|dates?|times?|ids?|inc[- ]?ids?|incident|numbers?|numbers? or %|severity|owners?|authors?|services?|teams?|amounts?|durations?|minutes|hours|links?|urls?|descriptions?|details?|lists?|status|summary|persons?|people|roles?|cause|factors?|actions?|alert|metric|ticket|issue|items?|lessons?|what|who|why|how|when|where|date and time|start time|end time|handle|email|count|percent|percentage|value|text|tbd|todo)|@(?:name|list|cto|owner|person|handle|user|username|team|assignee|author|ic|manager)s?)$/i;

const FILL_IN_START =
  /^(?:describe|explain|insert|enter|fill|add|list|specify|provide|write|link to|details? (?:of|about)|detailed|brief(?:ly)?|short|deep dive|one|two|\d+\s?[-–]\s?\d+ (?:sentences?|lines?|words?|paragraphs?)|what |how |why |who |when |which |where |thing|factor|action|lesson|cause|name|title|date|incident|number|amount|yes|e\.g\.|for example|your |optional|placeholder|todo|tbd|replace|choose|select|pick|root cause|first |second |third |next |if )/i;

const NO_FILL_IN =
  /^(?:x|sic|redacted|removed|omitted|snip|snipped|edit|edited|update|updated|note|internal|external|link|here|source|citation needed|optional|resolved|done|open|closed|fixed|wip|draft|deprecated|the|a|an|it|its|he|she|they|them|their|we|us|our|i|you|your|is|are|was|were|be|been|has|have|had|and|or|to|of|in|on|at|for|by|with|from|that|this|these|those|not|no|all|info|warn|warning|error|debug|fatal|trace|notice|critical|emerg|main|default|unknown|none|null|true|false|img|image|video|screenshot|graph|chart)$/i;

/** Somebody's name taken out on purpose: "[the cloud vendor]". */
const MADE_ANONYMOUS =
  /^(?:the |a |an |our |this |that |another |one |some )?(?:(?:cloud|affected|external|third[- ]party|large|enterprise|former|other|internal|on-call) )?(?:vendor|company|customer|client|provider|partner|supplier|employee|colleague|engineer|developer|user|tenant|organi[sz]ation|bank|hospital|university|person|individual|contractor|competitor)s?(?: (?:[a-z]|\d{1,2}))?$/i;

function isFillIn(text: string, start: number, inner: string, end: number): boolean {
  const content = inner.trim();
  if (content === '' || !/\p{L}/u.test(content)) return /^(?:\.{3}|…|_+|\?+)$/.test(content);
  const before = text.charCodeAt(start - 1);
  const after = text[end];
  if (isWordCode(before) && text[start - 1] !== '$') return false;
  if (after === '(' || after === '[' || (after === ':' && /^\S+$/.test(content) && !FILL_IN_NOUN.test(content)))
    return false;
  if (
    FILL_IN_NOUN.test(content) ||
    /^[A-Z]{2,8}-(?:ID|number|N+|X+)$|\be\.g\.|\btbd\b|\btodo\b|\bfill(?:ed)? in\b|\.\.\.$|…$/i.test(content)
  )
    return true;
  if (/^(?:YYYY-MM-DD|HH:MM)(?: UTC)?$/i.test(content)) return true;
  if (NO_FILL_IN.test(content) || MADE_ANONYMOUS.test(content) || /^to (?!be |do\b|fill)/i.test(content)) return false;
  if (/^[\^#@!]/.test(content) || /^[A-Z0-9 _.:/#-]+$/.test(content) || /[=;\\"]|::|\/\//.test(content)) return false;
  if (/^[\p{Lu}\p{N}]/u.test(content)) return FILL_IN_START.test(content) && content.includes(' ');
  return (
    /^\p{Ll}[\p{L}\p{N} ,;:/'’"“”()%?!.+@–—&-]*$/u.test(content) &&
    (content.includes(' ') || stands(text, start)) &&
    !/^[\p{Ll}.-]*\d[\p{L}\d.-]*$/u.test(content)
  );
}

function isAngleFillIn(content: string): boolean {
  if (/^\d{1,2}:\d{2}$/.test(content)) return true;
  if (
    /\b(?:start|end|begin)s?\b.*\b(?:outage|impact|incident)|\b(?:outage|impact|incident)\b.*\b(?:start|end|begin)/i.test(
      content,
    )
  )
    return false;
  return content.includes(' ') ? /^\p{Ll}/u.test(content) || FILL_IN_START.test(content) : FILL_IN_NOUN.test(content);
}

/** Whether a mark starts a word of its own: "the {name}" does, "service-{env}" does not. */
function stands(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (
    Number.isNaN(before) || !(isWordCode(before) || before === 45 || before === 47 || before === 46 || before === 58)
  );
}

function isWordCode(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 93
  );
}
