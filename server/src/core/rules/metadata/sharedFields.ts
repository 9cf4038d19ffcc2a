import { escapeHtml } from '../../edits/tableEdits.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { Field, FieldKind, Postmortem } from '../../model/postmortem.ts';
import type { TemplateField } from '../../model/template.ts';
import { insert, type TextEdit } from '../../text/edit.ts';
import type { SourceText } from '../../text/source.ts';
import { lines } from '../structure/sharedInsertion.ts';

/** Whether a field holds neither a value nor anything but template text, or says that there is none to state. */
export function isOpen(field: Field): boolean {
  return field.value.text === '' || isPlaceholder(field.value.text) || isUnknown(field.value.text);
}

/** "unknown", "N/A", "none", "?", "-": stated on purpose. */
export function isUnknown(text: string): boolean {
  return /^\W*(?:(?:unknown|not known|n\/?a|none|tbd|tba|tbc|not applicable|pending|to be determined|unclear)\W*)?$/i.test(
    text.slice(0, 60),
  );
}

/** The fields of a kind, in the order of the text. */
export function fieldsOf(postmortem: Postmortem, ...kinds: FieldKind[]): Field[] {
  return postmortem.fields.filter((field) => kinds.includes(field.kind));
}

const OTHER_KINDS: Partial<Record<FieldKind, readonly FieldKind[]>> = {
  date: ['start', 'detected', 'end'],
  duration: ['end', 'time-to-recover'],
  authors: ['owner', 'completed-by'],
  owner: ['authors', 'completed-by', 'incident-commander'],
  attendees: ['responders', 'authors', 'owner', 'on-call'],
  'incident-commander': ['owner'],
};

/** Whether the document says what a field of its template asks for, there or elsewhere. */
export function isStated(wanted: TemplateField, postmortem: Postmortem): boolean {
  if (wanted.kind === 'other') {
    const name = wanted.name.toLowerCase();
    return postmortem.fields.some((field) => field.name.text.toLowerCase() === name);
  }
  const kinds = [wanted.kind, ...(OTHER_KINDS[wanted.kind] ?? [])];
  if (
    postmortem.fields.some(
      (field) => kinds.includes(field.kind) && (field.place !== 'footer' || field.kind !== 'completed-date'),
    )
  )
    return true;
  switch (wanted.kind) {
    case 'date':
      return postmortem.date !== undefined;
    case 'attendees':
    case 'responders':
    case 'authors':
      return postmortem.sections.some((section) => section.kind === 'people');
    case 'incident-commander':
      return postmortem.people.roles.has('incident-commander');
    case 'incident-id':
      return postmortem.title?.incidentId !== undefined;
    case 'trigger':
      return postmortem.sections.some((section) => section.kind === 'trigger');
    default:
      return false;
  }
}

/** Fields of the template that the document does not state, in the template's order. */
export function missingFields(postmortem: Postmortem, fields: readonly TemplateField[]): TemplateField[] {
  return fields.filter((field) => !field.optional && !isStated(field, postmortem));
}

/** Inserts a field where the template has it, in the form the document's own fields have. */
export function insertField(wanted: TemplateField, all: readonly TemplateField[], postmortem: Postmortem): TextEdit {
  const { source } = postmortem;
  const place = all.indexOf(wanted);
  const header = postmortem.fields.filter((field) => field.place === 'header' || field.place === 'front-matter');
  const held = (field: TemplateField) => header.find((own) => own.kind === field.kind && field.kind !== 'other');
  const before = all
    .slice(0, place)
    .reverse()
    .map(held)
    .find((field) => field !== undefined);
  const after = all
    .slice(place + 1)
    .map(held)
    .find((field) => field !== undefined);
  const like = before ?? after ?? header.at(-1);
  const value = writtenValue(wanted);
  if (like?.form === 'table')
    return insertRow(wanted.name, value, like, before === undefined && after === like, source);
  if (like) {
    const line = fieldLine(wanted.name, value, like, postmortem);
    if (after && !before) return insert(lineStart(after, postmortem), line + source.eol);
    return insert(like.line.end, source.eol + line);
  }
  const text = lines(wanted.line, source.eol);
  const title = postmortem.title;
  if (title && !isInFrontMatter(title.span.start, postmortem)) {
    const end = source.lineEnd(source.lineOf(title.span.end));
    // A title may be underlined.
    const next = source.lineOf(end) + 1;
    const underlined = /^[=-]{3,}\s*$/.test(source.text.slice(source.lineStart(next), source.lineEnd(next)));
    return insert(underlined ? source.lineEnd(next) : end, source.eol + source.eol + text);
  }
  const at = postmortem.document.frontMatter?.span.end ?? source.contentStart;
  return insert(at, text + source.eol + source.eol);
}

function isInFrontMatter(offset: number, { document }: Postmortem): boolean {
  return document.frontMatter !== undefined && offset < document.frontMatter.span.end;
}

function writtenValue(field: TemplateField): string {
  const colon = field.line.indexOf(':');
  return field.line
    .slice(colon + 1)
    .replace(/^[*_\s]+/, '')
    .trim();
}

function lineStart(field: Field, { source }: Postmortem): number {
  return source.lineStart(source.lineOf(field.line.start));
}

/** A row like that of another field; a line below the table where its names stand in the header. */
function insertRow(name: string, value: string, like: Field, above: boolean, source: SourceText): TextEdit {
  const { start, end } = like.line;
  const row = source.text.slice(start, end);
  const indent = source.text.slice(source.lineStart(source.lineOf(start)), start);
  if (/^<tr\b/i.test(row)) {
    const tag = /<th\b/i.test(row) ? 'th' : 'td';
    const written = `<tr><${tag}>${escapeHtml(name)}</${tag}><td>${escapeHtml(value)}</td></tr>`;
    const gap = source.eol + /^\s*/.exec(indent)![0];
    return above ? insert(start, written + gap) : insert(end, gap + written);
  }
  if (row.includes('\n')) return insert(end, `${source.eol}${source.eol}**${name}:** ${value}`);
  const bold = /\*\*$/.test(source.text.slice(start, like.name.span.start));
  const cells = `${bold ? `**${name}**` : name} | ${value.replace(/\s\|\s/g, ' / ')}`;
  const line = `${indent}${row.startsWith('|') ? '| ' : ''}${cells}${row.trimEnd().endsWith('|') ? ' |' : ''}`;
  return above ? insert(start - indent.length, line + source.eol) : insert(end, source.eol + line);
}

function fieldLine(name: string, value: string, like: Field, postmortem: Postmortem): string {
  const { source } = postmortem;
  const lineNumber = source.lineOf(like.line.start);
  const raw = source.text.slice(source.lineStart(lineNumber), source.lineEnd(lineNumber));
  const upToName = source.text.slice(source.lineStart(lineNumber), like.name.span.start);
  switch (like.form) {
    case 'front-matter':
      return `${name.toLowerCase().replace(/\s+/g, '_')}: "${value.replace(/"/g, "'")}"`;
    default: {
      const prefix = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?=\S)/.exec(upToName + (upToName === '' ? 'x' : ''))?.[0] ?? '';
      const between = source.text.slice(like.name.span.end, like.name.span.end + 6);
      const marks = /(\*\*|__|\*|_)$/.exec(upToName)?.[1] ?? '';
      const colonInside = marks !== '' && between.startsWith(':');
      const label = marks === '' ? `${name}:` : colonInside ? `${marks}${name}:${marks}` : `${marks}${name}${marks}:`;
      const broken = /(?: {2}|\\|<br ?\/?>)$/.exec(raw)?.[0] ?? '';
      return `${upToName.startsWith('#') ? '' : prefix.replace(/(?<![*_])[*_]+$/, '')}${label} ${value}${broken}`;
    }
  }
}
