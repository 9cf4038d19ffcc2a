import type { Settings } from '../config/settings.ts';
import type { ActionStatus } from './postmortem.ts';

const MARKS: readonly (readonly [ActionStatus, RegExp])[] = [
  ['done', /[✅✔☑🟢💚👍]|:(?:white_check_mark|heavy_check_mark|check|done|green_circle):/u],
  ['in-progress', /[🔄🔃🚧🏗🟡⏩▶]|:(?:construction|arrows_counterclockwise|yellow_circle):/u],
  ['cancelled', /[❌🚫⛔✖🗑]|:(?:x|no_entry|no_entry_sign):/u],
  ['open', /[⏳⌛🔲⬜☐🔴⚪🆕📅📝🕐⏱]|:(?:hourglass\w*|red_circle|white_large_square):/u],
];

const WORDS: readonly (readonly [ActionStatus, RegExp])[] = [
  [
    'cancelled',
    /^(?:cancel+ed|won'?t[ -]?(?:do|fix)|wont[ -]?(?:do|fix)|rejected|abandoned|dropped|obsolete|declined|not (?:doing|planned|needed)|duplicate|superseded|n\/a|descartad[oa]|cancelad[oa]|verworfen|annulé)/,
  ],
  [
    'in-progress',
    /^(?:in[ -]?(?:progress|work|review|flight|development|testing)|ongoing|started|wip|doing|active|partial(?:ly)?(?: done| complete)?|underway|under way|under review|working|almost done|em andamento|en (?:curso|cours|progreso)|in (?:arbeit|bearbeitung)|進行中|进行中|в работе)/,
  ],
  [
    'done',
    /^(?:done|complete[d]?|closed?|fixed|resolved|finished|shipped|merged|deployed|implemented|released|delivered|landed|yes|y|conclu[ií]d[oa]|feito|hecho|completad[oa]|terminad[oa]|erledigt|abgeschlossen|fertig|terminé|fait|完了|完成|已完成|готово|сделано|выполнено)/,
  ],
  [
    'open',
    /^(?:open|to[ -]?do|planned|pending|not (?:started|done|yet)|new|backlog|queued|scheduled|unstarted|blocked|on hold|waiting|deferred|postponed|assigned|created|proposed|triage|tracked|ready|no|n|aberto|pendente|pendiente|abierto|offen|geplant|à faire|ouvert|未着手|未完了|открыт)/,
  ],
];

/** The status that a text says, by its mark or its words; undefined for one outside the known and the configured set. */
export function statusOf(text: string, settings: Settings): ActionStatus | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}]+/u, '');
  const worded = WORDS.find(([, pattern]) => pattern.test(plain));
  if (worded) return worded[0];
  const marked = MARKS.find(([, pattern]) => pattern.test(text));
  if (marked) return marked[0];
  return settings.statuses.some((own) => own.toLowerCase() === text.trim().toLowerCase()) ? 'open' : undefined;
}

const REMARK = `(?:done|completed?|closed|fixed|resolved|shipped|merged|deployed|✅|✔️?|in progress|ongoing|wip|todo|to do|planned|won'?t (?:do|fix)|cancel+ed|n\\/a)`;
const STATUS_ONLY = new RegExp(`^${REMARK}[.!]?$`, 'i');
const STATUS_AT_END = new RegExp(String.raw`(?:^|\s)[([]?(${REMARK})[)\].!]?$`, 'i');

/** "(Done during this incident)" */
const DONE_DURING =
  /^(?:done|completed|fixed|deployed|implemented) (?:during|as part of|before|after) (?:this|the) [a-z -]{3,30}$/i;

/** Whether a remark in brackets is a status and nothing else ("(DONE)", "[in progress]"). */
export function isStatusRemark(text: string): boolean {
  return STATUS_ONLY.test(text.trim()) || DONE_DURING.test(text.trim());
}

/** The status at the end of a cell, "Bug 5554823 TODO", and where the text before it ends; undefined where it ends otherwise. */
export function statusAtEnd(text: string): { readonly status: string; readonly before: number } | undefined {
  const found = STATUS_AT_END.exec(text);
  return found ? { status: found[1]!, before: found.index } : undefined;
}
