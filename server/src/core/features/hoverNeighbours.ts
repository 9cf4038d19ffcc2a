import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import { PEOPLE_FIELDS } from '../model/fieldKinds.ts';
import type { Postmortem } from '../model/postmortem.ts';
import { shorten } from '../text/shorten.ts';
import { contains, type Span } from '../text/span.ts';
import { isSamePerson } from './roles.ts';

/** What a hover may know of the other postmortems of the workspace. */
export interface Neighbours {
  /** The postmortem of an incident, by its id in any case; the document itself is none of them. */
  incident(
    id: string,
  ):
    | { readonly title: string; readonly date: string | undefined; readonly cause: string; readonly uri: string }
    | undefined;
  /** The open action items of all postmortems. `due` is an ISO day. */
  readonly openActions: Iterable<{
    readonly owner: string;
    readonly id: string | undefined;
    readonly action: string;
    readonly due: string | undefined;
    readonly postmortem: string;
  }>;
}

/** Action items of one person that a hover lists. */
const MOST_ACTIONS = 8;
/** Characters of a root cause that a hover quotes. */
const LONGEST_CAUSE = 280;

/** What the other postmortems say about the incident id or the person at an offset. */
export function neighboursAt(
  { postmortem, input }: Checked,
  offset: number,
  neighbours: Neighbours,
): { markdown: string; span: Span } | undefined {
  if (!postmortem) return undefined;
  const word = wordAt(postmortem, offset);
  const text = postmortem.source.text.slice(word.start, word.end);
  const incident = incidentHelp(text, neighbours);
  if (incident) return { markdown: incident, span: word };
  const person = personAt(postmortem, offset, word);
  return person && { markdown: openActionsOf(person.name, neighbours, input.now), span: person.span };
}

/** What other postmortems say about an incident or a person, as Markdown. */
export function neighbourHelp(name: string, neighbours: Neighbours, now: number | undefined): string {
  return incidentHelp(name, neighbours) ?? openActionsOf(name, neighbours, now);
}

function incidentHelp(id: string, neighbours: Neighbours): string | undefined {
  const incident = /\d/.test(id) ? neighbours.incident(id) : undefined;
  if (!incident) return undefined;
  const cause = shorten(incident.cause, LONGEST_CAUSE);
  const parts = [`[**${plain(id)}** — ${plain(incident.title)}](${incident.uri})`];
  if (incident.date) parts.push(incident.date);
  if (cause) parts.push(t('Root cause: {0}', plain(cause)));
  return parts.join('  \n');
}

/** The letters, digits and marks of an id or a handle around an offset. */
function wordAt({ source: { text } }: Postmortem, offset: number): Span {
  const isPart = (at: number) => /[\p{L}\p{N}_#@-]/u.test(text[at] ?? ' ');
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 60 && isPart(start - 1)) start--;
  while (end - offset < 60 && isPart(end)) end++;
  return { start, end };
}

/** The person that stands at an offset where people are assigned: an owner, the header, a list of people. */
function personAt(postmortem: Postmortem, offset: number, word: Span): { name: string; span: Span } | undefined {
  const holds = (span: Span) => span.start <= offset && offset <= span.end;
  const owner = postmortem.actionItems.items.find((item) => item.owner && holds(item.owner.span))?.owner;
  const value =
    owner ?? postmortem.fields.find((field) => PEOPLE_FIELDS.has(field.kind) && holds(field.value.span))?.value;
  if (!value) return undefined;
  const { text } = postmortem.source;
  const names = postmortem.people.names;
  for (const name of names) {
    for (
      let at = text.indexOf(name, value.span.start);
      at >= 0 && at < value.span.end;
      at = text.indexOf(name, at + 1)
    ) {
      const span = { start: at, end: at + name.length };
      if (contains(span, word) || holds(span)) return { name, span };
    }
  }
  return undefined;
}

function openActionsOf(name: string, neighbours: Neighbours, now: number | undefined): string {
  const own = [...neighbours.openActions].filter(({ owner }) => isSamePerson(owner, name));
  if (own.length === 0) return `**${plain(name)}** — ${t('no open action item')}`;
  own.sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  const today = now === undefined ? '' : new Date(now).toISOString().slice(0, 10);
  const lines = own.slice(0, MOST_ACTIONS).map(({ id, action, due, postmortem }) => {
    const late = due !== undefined && due < today ? ' ⚠️' : '';
    const what = [id, action].filter(Boolean).join(' ');
    return `- ${plain(what)} (${plain(postmortem)})${due ? ` — ${t('due {0}', due)}${late}` : ''}`;
  });
  const count = own.length === 1 ? t('1 open action item') : t('{0} open action items', own.length);
  const more = own.length > MOST_ACTIONS ? [`- ${t('… and {0} more', own.length - MOST_ACTIONS)}`] : [];
  return [`**${plain(name)}** — ${count}`, '', ...lines, ...more].join('\n');
}

/** Text of a document shown as text: no link, tag or image of it comes to life in a hover. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>!]/g, '\\$&').replace(/\s+/g, ' ');
}
