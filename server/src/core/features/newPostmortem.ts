import { completeDeadline, type Deadline, dueBy, type Policy } from '../model/policy.ts';
import type { DocumentTemplate, TemplateField } from '../model/template.ts';
import { TRIGGER_NAMES, type Trigger } from '../model/triggers.ts';

/** What a new postmortem starts with. */
export interface NewPostmortem {
  /** What happened, in a few words. */
  readonly title: string;
  /** e.g. `INC-042` */
  readonly incidentId: string;
  /** Day of the incident, `YYYY-MM-DD`. */
  readonly date: string;
  readonly severity?: string;
  /** What makes it mandatory. */
  readonly trigger?: Trigger;
  /** Time of day in UTC at which the incident was detected on `date`, `HH:MM`. */
  readonly detectedAt?: string;
  /** What or who detected it: "alert". */
  readonly detectedBy?: string;
  readonly commander?: string;
  readonly attendees?: readonly string[];
  /** Whose deadlines are computed into the document, from its detection on; none are where it is left out. */
  readonly policy?: Policy;
  readonly template: DocumentTemplate;
  /** Whether the document names its template in its front matter, because nothing else would lead to it. */
  readonly namesTemplate?: boolean;
}

/** Where new postmortems are created unless a caller says otherwise, relative to the root of the repository. */
export const POSTMORTEM_FOLDER = 'postmortems';

/** File name of a new postmortem: `2026-11-23-inc-042-queue-backlog.md`. Safe on every file system, whatever the title. */
export function fileNameOf({ date, incidentId, title }: Pick<NewPostmortem, 'date' | 'incidentId' | 'title'>): string {
  const parts = [slug(date), slug(incidentId), slug(title)].filter(Boolean);
  return `${parts.join('-')}.md`;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00Z`);
  // Date.parse takes the 31st of February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Letters and digits of any script in lower case with single dashes between them, at most 60 characters, cut between words. */
function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const longer = name ? `${name}-${word}` : word;
    if (longer.length > 60) return name || [...word].slice(0, 60).join('');
    name = longer;
  }
  return name;
}

/** The template for a severity: the one the team chose, else a short one for incidents that few noticed (P3 and below). */
export function templateForSeverity(
  severity: string,
  templates: readonly DocumentTemplate[],
  chosen: string,
): DocumentTemplate {
  const find = (id: string) => templates.find((template) => template.id === id);
  const level = Number(/\d/.exec(severity)?.[0] ?? 0);
  return find(chosen) ?? (level >= 3 ? find('short') : undefined) ?? find('standard') ?? templates[0]!;
}

/**
 * Text of a new postmortem: the template with what is known filled in. What is not known stays as the template's fill-ins
 * (`[what to write]`), which editors make tab stops of. Lines end in `\n`.
 */
export function textOf(request: NewPostmortem): string {
  const { template, incidentId } = request;
  const title = oneLine(request.title);
  const values: Readonly<Record<string, string | undefined>> = {
    'incident-id': incidentId,
    date: request.date,
    severity: request.severity,
    status: 'Draft',
    trigger: request.trigger && TRIGGER_NAMES[request.trigger],
    'incident-commander': request.commander && person(request.commander),
    attendees: request.attendees?.length ? request.attendees.map(person).join(', ') : undefined,
  };
  let text = template.text.replace(/\r\n?/g, '\n');
  text = fillTitle(text, incidentId, title);
  // New fields go first: they are written like the last one of the header as the template has it.
  const more: [string, string | undefined][] = [['Deadlines', deadlines(request)]];
  if (!template.fields.some(({ kind }) => kind === 'trigger')) more.unshift(['Trigger', values.trigger]);
  text = addFields(text, template, more);
  for (const field of template.fields) {
    const value = values[field.kind];
    if (value !== undefined) text = text.replace(field.line, () => fillField(field, value));
  }
  text = fillDetection(text, request);
  const front = request.namesTemplate ? `---\ntemplate: ${template.id}\n---\n\n` : '';
  return `${front}${text.trimStart()}`.replace(/(?<!\n)\n*$/, '\n');
}

/** A person as headers name people: handles with their `@`. */
function person(name: string): string {
  const plain = oneLine(name);
  return /^[a-z][\w.-]*$/.test(plain) ? `@${plain}` : plain;
}

/** Fields behind the last one of the header, each on a line like that one's. */
function addFields(text: string, { fields }: DocumentTemplate, more: readonly [string, string | undefined][]): string {
  const last = fields.findLast(({ line }) => text.includes(line));
  if (!last) return text;
  const lines = more.flatMap(([name, value]) =>
    value === undefined ? [] : [fillField({ name, line: last.line.replace(last.name, () => name) }, value)],
  );
  return text.replace(last.line, () => [last.line, ...lines].join('\n'));
}

/** By when the policy wants what done: "meeting by 2026-03-05 09:18 UTC, complete by …". Undefined where it wants nothing. */
function deadlines({ policy, severity, date, detectedAt }: NewPostmortem): string | undefined {
  if (!policy || !isDate(date)) return undefined;
  const from = Date.parse(`${date}T${detectedAt ?? '00:00'}Z`) / 60_000;
  const by = (what: string, deadline: Deadline | undefined) => {
    if (!deadline) return [];
    const due = new Date(dueBy(deadline, from) * 60_000).toISOString();
    return [`${what} by ${due.slice(0, 10)}${detectedAt === undefined ? '' : ` ${due.slice(11, 16)} UTC`}`];
  };
  const parts = [
    ...by('meeting scheduled', policy.meeting),
    ...by('document complete', completeDeadline(policy, severity)),
    ...by('action items assigned', policy.assigned),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Fills the time and the means of detection into the entry of the timeline that the template has for it. */
function fillDetection(text: string, { detectedAt, detectedBy }: NewPostmortem): string {
  return text.replace(/^.*\bHH:MM\b.*\bdetect.*$/im, (line) => {
    const timed = detectedAt === undefined ? line : line.replace('HH:MM', detectedAt);
    return detectedBy === undefined ? timed : timed.replace(/\[[^[\]]*\]/, () => oneLine(detectedBy));
  });
}

/** Fills the id and the title into the first line that has words: in their places where it has some, else behind it. */
function fillTitle(text: string, incidentId: string, title: string): string {
  return text.replace(/\S.*/, (line) => {
    const filled = line
      .replace(/\[(?:inc(?:ident)?[- ]?)?id\]/i, () => incidentId)
      .replace(/\[(?:incident |short )?(?:title|name|description|summary)\]/i, () => title);
    if (filled !== line) return filled;
    return `${line.trimEnd().replace(/:$/, '')}: ${incidentId} - ${title}`;
  });
}

/** The field's line with the value in place of what the template has behind the name. */
function fillField(field: Pick<TemplateField, 'line' | 'name'>, value: string): string {
  const after = field.line.indexOf(field.name) + field.name.length;
  const separator = /^[:*_\s|]*/.exec(field.line.slice(after))?.[0] ?? ': ';
  const end = /(?<![\s|])[\s|]*$/.exec(field.line)?.[0] ?? '';
  const gap = /\s$/.test(separator) ? '' : ' ';
  return `${field.line.slice(0, after)}${separator}${gap}${value}${end}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
