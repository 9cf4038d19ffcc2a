import type { ActionColumn, ActionGroup, ActionItem, Value } from '../../../model/postmortem.ts';
import type { SourceText } from '../../../text/source.ts';
import type { Facts } from './facts.ts';
import type { Hints } from './hints.ts';
import { tableLike } from './tableShape.ts';

type Part = 'id' | 'action' | 'owner' | 'priority' | 'due' | 'status' | 'ticket';

/** One open action item in the shape of the ones in a table or list. */
export function actionShape(group: ActionGroup, source: SourceText, facts: Facts, hints: Hints): string {
  const openOf = (part: ActionColumn) => openValue(part, group.items, hints);
  if (group.form === 'table') {
    const width = group.block.children[0]!.children.length;
    const cells = Array.from({ length: width }, (_, index) => {
      const column = (Object.keys(group.columns) as ActionColumn[]).find((name) => group.columns[name] === index);
      return column ? openOf(column) : '';
    });
    return tableLike(group.block, source, (text) => (facts.isFree(text) || /^[#№]$/.test(text) ? text : ''), [cells]);
  }
  return lineLike(group, source, openOf) ?? plainLine(group, source, openOf);
}

function openValue(part: ActionColumn, items: readonly ActionItem[], hints: Hints): string {
  switch (part) {
    case 'id':
      return firstId(items);
    case 'action':
      return hints.action();
    case 'owner':
      return '[@name]';
    case 'due':
      return '[YYYY-MM-DD]';
    case 'status':
      return openStatus(items);
    case 'ticket':
      return '[link]';
    default:
      return `[${part}]`;
  }
}

/** `AI-001`, numbered as the items are; an id of a tracker is a link to fill in. */
function firstId(items: readonly ActionItem[]): string {
  const ids = items.flatMap(({ id }) => id?.text ?? []);
  const [, prefix = '', digits = '1'] = /^([\p{L} #-]{0,10}?)(\d{1,6})$/u.exec(ids[0] ?? '') ?? [];
  // An id of a tracker counts the work of everybody.
  const isCounted = Number(digits) <= 10 + items.length * 3;
  return isCounted ? `${prefix}${'1'.padStart(digits.length, '0')}` : '[id]';
}

/** The word or mark with which an item begins, as the team writes it. */
function openStatus(items: readonly ActionItem[]): string {
  const written = items.find(({ state, status }) => state === 'open' && status && status.text.length <= 12)?.status
    ?.text;
  if (written && /^[\p{L} -]+$/u.test(written)) return written;
  return items.some(({ status }) => status && !/\p{L}/u.test(status.text)) ? '⏳' : 'Open';
}

const PARTS: readonly Part[] = ['id', 'action', 'owner', 'priority', 'due', 'status', 'ticket'];

/** Stands for a part in a line that is being written: a character of no script. */
const HOLE = '\ue000';

/** Words that stand between the parts of an item. */
const GLUE =
  /\b(?:owner|owned|assignee|assigned|to|due|by|on|until|date|deadline|target|status|priority|prio|ticket|issue|tracking|verantwortlich|wer|fällig|bis|frist|priorität|responsible|responsable|responsável|prazo|plazo|eta)\b/giu;

/** The line of the item that says the most, its parts replaced; undefined where it says more than its parts. */
function lineLike(
  { items, form }: ActionGroup,
  source: SourceText,
  openOf: (part: Part) => string,
): string | undefined {
  const saying = (item: ActionItem) => PARTS.filter((part) => item[part]).length;
  const fullest = [...items].sort((a, b) => saying(b) - saying(a))[0];
  if (!fullest || form !== 'list') return undefined;
  const start = source.lineStart(source.lineOf(fullest.span.start));
  if (fullest.status) return undefined;
  const parts = PARTS.flatMap((part): [Part, Value][] => (fullest[part] ? [[part, fullest[part]]] : []))
    .filter(
      ([part, { span }]) =>
        part === 'action' || span.start < fullest.action.span.start || span.start >= fullest.action.span.end,
    )
    .sort(([, a], [, b]) => a.span.start - b.span.start);
  let line = '';
  let at = start;
  for (const [part, { span }] of parts) {
    if (span.start < at) return undefined;
    line += source.text.slice(at, span.start) + HOLE + PARTS.indexOf(part);
    at = span.end;
  }
  line += /^[)\]*_.\s]*/.exec(source.text.slice(at, source.lineEnd(source.lineOf(at))))![0].trimEnd();
  line = line
    .trimStart()
    .replace(/^([-*+]|\d{1,3}[.)])(\s+\[)[xX](?=\])/, '$1$2 ')
    .replace(/^\d{1,3}(?=[.)])/, '1');
  const glue = line
    .replace(/\ue000\d/g, ' ')
    .replace(/^(?:[-*+]|1[.)])\s+(?:\[ \])?/, '')
    .replace(GLUE, ' ');
  if (/[\p{L}\p{N}\n<]|\]\(/u.test(glue) || !isBalanced(line)) return undefined;
  return line
    .replace(/\ue000(\d)/g, (_, index: string) => openOf(PARTS[Number(index)]!))
    .replace(/\[(\[[^[\]]*\])\]/g, '$1')
    .replace(/@(?=\[)/g, '');
}

/** Whether brackets and emphasis that are opened are closed. */
function isBalanced(line: string): boolean {
  const count = (mark: RegExp) => line.match(mark)?.length ?? 0;
  const item = line.replace(/^[*+-]\s/, '');
  return (
    [/\*\*|__/g, /[*_]/g, /[`~]/g].every((marks) => (item.match(marks)?.length ?? 0) % 2 === 0) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g)
  );
}

/** The parts that items have, behind one another. */
function plainLine({ items, form }: ActionGroup, source: SourceText, openOf: (part: Part) => string): string {
  const has = (part: Part) => items.some((item) => item[part]);
  const first = items[0];
  const line = first ? source.text.slice(source.lineStart(source.lineOf(first.span.start)), first.span.end) : '';
  const marker =
    form === 'paragraph' ? '' : `${/^\s*([-*+])\s/.exec(line)?.[1] ?? (/^\s*\d/.test(line) ? '1.' : '-')} `;
  const box = items.some(({ block }) => block.data.checked !== undefined) ? '[ ] ' : '';
  const id = has('id') && firstId(items) !== '[id]' ? `${firstId(items)}: ` : '';
  const rest = [
    ...(has('owner') ? [`Owner: ${openOf('owner')}`] : []),
    ...(has('due') ? [`Due: ${openOf('due')}`] : []),
    ...(has('priority') ? [`Priority: ${openOf('priority')}`] : []),
    ...(has('ticket') ? [`Ticket: ${openOf('ticket')}`] : []),
  ];
  return [`${marker}${box}${id}${openOf('action')}`, ...rest].join(' - ');
}
