import type { DocumentTemplate, TemplateField } from '../model/template.ts';

/** What a new postmortem starts with. */
export interface NewPostmortem {
  /** What happened, in a few words. */
  readonly title: string;
  /** e.g. `INC-042` */
  readonly incidentId: string;
  /** Day of the incident, `YYYY-MM-DD`. */
  readonly date: string;
  readonly severity?: string;
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
  };
  let text = template.text.replace(/\r\n?/g, '\n');
  text = fillTitle(text, incidentId, title);
  for (const field of template.fields) {
    const value = values[field.kind];
    if (value !== undefined) text = text.replace(field.line, () => fillField(field, value));
  }
  const front = request.namesTemplate ? `---\ntemplate: ${template.id}\n---\n\n` : '';
  return `${front}${text.trimStart()}`.replace(/\n*$/, '\n');
}

/** Fills the id and the title into the first line that has words: in their places where it has some, else behind it. */
function fillTitle(text: string, incidentId: string, title: string): string {
  return text.replace(/^.*\S.*$/m, (line) => {
    const filled = line
      .replace(/\[(?:inc(?:ident)?[- ]?)?id\]/i, () => incidentId)
      .replace(/\[(?:incident |short )?(?:title|name|description|summary)\]/i, () => title);
    if (filled !== line) return filled;
    return `${line.trimEnd().replace(/:$/, '')}: ${incidentId} - ${title}`;
  });
}

/** The field's line with the value in place of what the template has behind the name. */
function fillField(field: TemplateField, value: string): string {
  const after = field.line.indexOf(field.name) + field.name.length;
  const separator = /^[:*_\s|]*/.exec(field.line.slice(after))?.[0] ?? ': ';
  const end = /[\s|]*$/.exec(field.line)?.[0] ?? '';
  const gap = /\s$/.test(separator) ? '' : ' ';
  return `${field.line.slice(0, after)}${separator}${gap}${value}${end}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
