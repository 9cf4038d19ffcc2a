import type { Checked } from '../engine/check.ts';
import { isPlaceholder } from '../model/placeholders.ts';
import type { Span } from '../text/span.ts';

/** An id that can be renamed: of an incident in all documents that name it, of an action item in its own document. */
export interface NamedId {
  readonly of: 'incident' | 'action';
  readonly text: string;
  readonly span: Span;
}

/** Letters, digits, dashes, dots, underscores; digits are no must. */
const ID = /^[\p{L}\p{N}#][\p{L}\p{N}._#-]{0,59}$/u;

/** Whether a text can be the id of an incident or an action item. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/**
 * The id at an offset: the document's own, one that `isIncident` knows, or that of one of its action items, where it is defined or
 * where the text names it.
 */
export function idAt(
  { postmortem }: Checked,
  offset: number,
  isIncident: (id: string) => boolean,
): NamedId | undefined {
  if (!postmortem) return undefined;
  const { text } = postmortem.source;
  const own = [
    postmortem.title?.incidentId?.text,
    postmortem.fields.find(({ kind }) => kind === 'incident-id')?.value.text,
  ];
  const actions = postmortem.actionItems.items.flatMap(({ id }) => (id && !isPlaceholder(id.text) ? [id.text] : []));
  const isPart = (at: number) => /[\p{L}\p{N}._#-]/u.test(text[at] ?? ' ');
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 60 && isPart(start - 1)) start--;
  while (end - offset < 60 && isPart(end)) end++;
  const word = text.slice(start, end).replace(/(?<![.-])[.-]+$/, '');
  if (!isId(word)) return undefined;
  const named = (of: NamedId['of']): NamedId => ({ of, text: word, span: { start, end: start + word.length } });
  if (actions.includes(word)) return named('action');
  const isOwn = own.some((id) => id?.toUpperCase() === word.toUpperCase());
  return isOwn || (/\d/.test(word) && isIncident(word)) ? named('incident') : undefined;
}

/** Every place where a text names an id as a word of its own: not within paths, addresses, file names and longer ids. */
export function placesOfId(text: string, id: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(id); start >= 0; start = text.indexOf(id, start + id.length)) {
    const end = start + id.length;
    if (/[\p{L}\p{N}_./@#-]/u.test(text[start - 1] ?? ' ')) continue;
    if (/^(?:[\p{L}\p{N}_/@#-]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 2))) continue;
    places.push({ start, end });
  }
  return places;
}
