import type { Block } from '../parse/block.ts';
import { remembered } from '../text/remembered.ts';
import type { ActionColumn } from './postmortem.ts';

/** Headers of action tables by what the column holds, lower case, punctuation gone; German, French, Spanish, Portuguese besides English. */
const HEADERS: Readonly<Record<ActionColumn, RegExp>> = {
  id: /^(?:id|#|no|nr|num(?:ber)?|item (?:id|no|number|#)|ai|ai id|action (?:id|#|no)|key|ref|item #|nº|n°)$/,
  action:
    /^(?:action(?:s| items?)?|items?|tasks?|what|description|to ?do|todos?|follow[ -]?ups?(?: items?)?|improvements?|recommendations?|measures?|corrective (?:actions?|measures?)|preventi(?:ve|ative) (?:actions?|measures?)|remediation(?: items?)?|work items?|steps?|activity|deliverable|action item description|a[cç][aã]o|a[cç][oõ]es|maßnahmen?|aufgaben?|acci[oó]n(?:es)?|tareas?|mesures?|アクション|対応|行动项)$/,
  owner:
    /^(?:owners?|owned by|who|who\?|assignees?|assigned(?: to)?|dri|(?:person |party |team )?responsible(?: (?:person|party|team))?|respons[aá]ve(?:l|is)|responsables?|verantwortlich(?:er|e)?|zuständig|lead|poc|point of contact|team|person|accountable|by whom|action by|champion|contact|action (?:owner|lead)|lead(?: person)?|owner\(s\)|担当(?:者)?|负责人|ответственн(?:ый|ые)|исполнитель)$/,
  priority:
    /^(?:priority|prio|p|severity|urgency|importance|priorit[aä]t|prioridade?|prioridad|priorité|優先度|优先级)$/,
  due: /^(?:due(?: date| by| on)?|deadline|target(?: date| completion(?: date)?)?|eta|(?:by|until)(?: when)?|(?:completed?|done|do|finish|fix|fixed|deliver|resolve|close) by|when|date|timescale|target completion|planned(?: for| date)?|completion(?: date)?|estimated completion|expected(?: by| date)?|timeline|timeframe|prazo|fällig(?: am)?|frist|termin|bis|fecha(?: l[ií]mite)?|plazo|échéance|date limite|期限|截止日期|срок)$/,
  status:
    /^(?:status|state|outcome|progress|done|done\?|completed?|complete\?|stand|estado|statut|état|situa[cç][aã]o|ステータス|進捗|状態|状态|статус)$/,
  ticket:
    /^(?:bugs?|bug #|bug id|tracking(?: bug| issue| ticket| link)?|tickets?(?: id| #| link)?|issues?(?: #| link)?|jira|links?|cards?|story|stories|url|github(?: issue)?|pr|prs|pull request|references?|task link|jira (?:ticket|issue|link|id))$/,
  type: /^(?:type|category|class|kind|action type|theme|area|strength|tipo|kategorie|typ|catégorie)$/,
};

/** What a column header says, or undefined. */
export const columnOf = remembered((header): ActionColumn | undefined => {
  const plain = header
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}#/°º() -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [column, pattern] of Object.entries(HEADERS)) if (pattern.test(plain)) return column as ActionColumn;
  // "Owner/Team", "Due date / sprint", "Tracking issue or PR"
  const first = plain.split(/(?<!\s)\s*(?:\/|\bor\b|\band\b)\s*/)[0]!;
  if (first && first !== plain)
    for (const [column, pattern] of Object.entries(HEADERS)) if (pattern.test(first)) return column as ActionColumn;
  return undefined;
});

/** A ticket and then words. */
const TOLD = /^(?:#\d{1,7}|[A-Z][A-Z0-9]{1,9}-\d{1,6})\W{1,5}(?:\p{L}[\p{L}'’-]*\W+){2}/u;

/** The columns of a table of action items; undefined for a table that lists none. */
export function actionColumns(table: Block): Partial<Record<ActionColumn, number>> | undefined {
  const header = table.children[0];
  if (!header) return undefined;
  const rows = table.children.slice(1);
  const columns: Partial<Record<ActionColumn, number>> = {};
  for (const [index, cell] of header.children.entries()) {
    const column = columnOf(cell.text);
    if (column && columns[column] === undefined) columns[column] = index;
  }
  // "Target: the file to change" is no date.
  if (columns.due !== undefined && /^\W*target\W*$/i.test(header.children[columns.due]!.text)) {
    const dated = rows.some((row) =>
      /\d|tbd|asap|next|week|month|quarter|sprint/i.test(row.children[columns.due!]?.text ?? ''),
    );
    if (!dated) delete columns.due;
  }
  const width = (index: number) => rows.reduce((sum, row) => sum + (row.children[index]?.text.length ?? 0), 0);
  // "Issue: #41 — the alert is missing": the ticket and what is to be done share a column.
  if (columns.action === undefined && columns.ticket !== undefined && rows.length > 0) {
    const told = rows.filter((row) => TOLD.test(row.children[columns.ticket!]?.text ?? ''));
    if (told.length * 2 > rows.length) {
      columns.action = columns.ticket;
      delete columns.ticket;
    }
  }
  if (columns.action === undefined) {
    const taken = new Set(Object.entries(columns).flatMap(([kind, index]) => (kind === 'ticket' ? [] : [index])));
    const free = header.children.map((_, index) => index).filter((index) => !taken.has(index));
    const longest = free.sort((a, b) => width(b) - width(a))[0];
    if (longest === undefined || (rows.length > 0 && width(longest) < rows.length * 8)) return undefined;
    columns.action = longest;
    if (columns.ticket === longest) delete columns.ticket;
  }
  return columns;
}
