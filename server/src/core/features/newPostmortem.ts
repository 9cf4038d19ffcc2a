import { completeDeadline, type Deadline, dueBy, type Policy } from '../model/policy.ts';
import type { DocumentTemplate, TemplateField } from '../model/template.ts';
import { TRIGGER_NAMES, type Trigger } from '../model/triggers.ts';
import { slug } from './slug.ts';

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
  const [front, body] = splitFrontMatter(template.text.replace(/\r\n?/g, '\n'));
  let yaml = front.replace(/^title:.*$/m, () => yamlLine('title', title));
  let text = fillTitle(body, { ...request, title }, /^title:/m.test(front));
  // New fields go first: they are written like the last one of the header as the template has it.
  const more: [string, string | undefined][] = [['Deadlines', deadlines(request)]];
  if (!template.fields.some(({ kind }) => kind === 'trigger')) more.unshift(['Trigger', values.trigger]);
  text = addFields(text, template, more);
  // Fields that stand in one line, as in a table, are filled into it one after the other.
  const lines = new Map<string, string>();
  for (const field of template.fields) {
    const value = values[field.kind];
    if (value === undefined) continue;
    if (yaml.split('\n').includes(field.line)) yaml = yaml.replace(field.line, () => yamlLine(field.name, value));
    else {
      const line = lines.get(field.line) ?? field.line;
      const isShared = template.fields.filter((other) => other.line === field.line).length > 1;
      const filled = fillField({ name: field.name, line }, value, isShared);
      text = text.replace(line, () => filled);
      lines.set(field.line, filled);
    }
  }
  text = fillDetection(text, request);
  if (request.namesTemplate) yaml = `template: ${template.id}\n${yaml}`;
  return `${yaml === '' ? '' : `---\n${yaml}---\n\n`}${text.trimStart()}`.replace(/(?<!\n)\n*$/, '\n');
}

/** The lines of the front matter, and what stands below it. */
function splitFrontMatter(text: string): [string, string] {
  const match = /^---\n([\s\S]*?\n)---\n/.exec(text);
  return match ? [match[1]!, text.slice(match[0].length)] : ['', text];
}

/** `key: value`, quoted where YAML would read something else than the text. */
function yamlLine(key: string, value: string): string {
  return `${key}: ${/^\p{L}[\p{L}\p{N} _-]*$|^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : JSON.stringify(value)}`;
}

/** A person as headers name people: handles with their `@`. */
function person(name: string): string {
  const plain = oneLine(name);
  return /^[a-z][\w.-]*$/.test(plain) ? `@${plain}` : plain;
}

/** Fields behind the last one of the header, each on a line like that one's. */
function addFields(text: string, { fields }: DocumentTemplate, more: readonly [string, string | undefined][]): string {
  // A line of a table that holds several fields, or all of them, has no place for another one.
  const last = fields.findLast(
    ({ line }) =>
      text.includes(line) && !line.includes('\n') && fields.filter((other) => other.line === line).length === 1,
  );
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
function fillDetection(text: string, { date, detectedAt, detectedBy }: NewPostmortem): string {
  return text.replace(/^.*\bHH:MM\b.*\b(?:detect|entdeckt).*$/im, (line) => {
    const timed =
      detectedAt === undefined
        ? line
        : line.replace(/(?:YYYY-MM-DD|HH:MM)\b/g, (open) => (open === 'HH:MM' ? detectedAt : date));
    return detectedBy === undefined ? timed : timed.replace(/\[[^[\]]*\]/, () => oneLine(detectedBy));
  });
}

/**
 * Fills what names the incident into the first line that has words: in its places where it has some, else behind it, unless the title
 * stands in the front matter.
 */
function fillTitle(text: string, { incidentId, title, date }: NewPostmortem, isTitled: boolean): string {
  return text.replace(/\S.*/, (line) => {
    const filled = line
      .replace('[YYYY-MM-DD]', () => date)
      .replace(/\[(?:inc(?:ident)?[- ]?)?id\]/i, () => incidentId)
      .replace(/\[(?:incident |short )?(?:title|name|description|summary)\]/i, () => title);
    if (filled !== line || isTitled) return filled;
    return `${line.trimEnd().replace(/:$/, '')}: ${incidentId} - ${title}`;
  });
}

/** The field's line with the value in place of what the template has behind the name; others may share the line. */
function fillField(field: Pick<TemplateField, 'line' | 'name'>, value: string, isShared = false): string {
  const { name, line } = field;
  if (line.includes('|') && (line.includes('\n') || /^\s*\|/.test(line))) return fillCell(field, value);
  const after = line.indexOf(name) + name.length;
  const separator = /^[:*_\s|]*/.exec(line.slice(after))?.[0] ?? ': ';
  const rest = line.slice(after + separator.length);
  const end = isShared
    ? rest.replace(/^(?:\[[^\]\n]*\]|[^|·;\n]*(?<=\S)(?=[|·;\s]|$))/, '')
    : (/(?<![\s|])[\s|]*$/.exec(line)?.[0] ?? '');
  const gap = /\s$/.test(separator) ? '' : ' ';
  return `${line.slice(0, after)}${separator}${gap}${value}${end}`;
}

/** The same in a table: the value stands behind its name, or below it where the names are the columns. */
function fillCell({ name, line }: Pick<TemplateField, 'line' | 'name'>, value: string): string {
  const rows = line.split('\n').map((row) => row.split(/(?<!\\)\|/));
  const at = rows[0]!.findIndex((cell) => cell.replace(/[*_:`\s]+/g, ' ').trim() === name);
  if (at < 0) return line;
  const [row, cell] = rows.length > 1 ? [rows.at(-1)!, at] : [rows[0]!, at + 1];
  row[cell] = ` ${value.replaceAll('|', '\\|')} `;
  return rows.map((cells) => cells.join('|')).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
