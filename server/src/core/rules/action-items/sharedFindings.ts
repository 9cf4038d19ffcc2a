import { isPlaceholder } from '../../model/placeholders.ts';
import type { ActionGroup, ActionItem, Postmortem, Section } from '../../model/postmortem.ts';
import type { DocumentTemplate, TemplateSection } from '../../model/template.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, RuleFinding } from '../rule.ts';
import { fill } from './sharedFill.ts';

/** What a table or a list can lack in an item. */
export type Lacking = 'owner' | 'due' | 'priority' | 'id';

const TEMPLATE_HEADERS: Readonly<Record<Lacking, RegExp>> = {
  owner: /\bowner|who|assignee|responsible/i,
  due: /\bdue|deadline|when|target/i,
  priority: /\bpriority/i,
  id: /\|\s*(?:ID|#)\s*\|/i,
};

/** Whether the template's action items have such a column. */
export function templateAsksFor(lacking: Lacking, template: DocumentTemplate): boolean {
  const bodies = (sections: readonly TemplateSection[]): string[] =>
    sections.flatMap((section) => [
      ...(section.kind === 'action-items' ? [section.body] : []),
      ...bodies(section.children),
    ]);
  return bodies(template.sections).some((body) => TEMPLATE_HEADERS[lacking].test(body.split('\n')[0] ?? ''));
}

/** Items still to be done: what is finished or given up needs no owner and no date any more. */
export function isPending(item: ActionItem): boolean {
  return item.state !== 'done' && item.state !== 'cancelled';
}

/** Whether a cell says that there is no value. Unfilled template text is no missing value: structure/placeholder tells it. */
export function saysNothing(text: string | undefined): boolean {
  if (text === undefined || text === '') return true;
  if (isPlaceholder(text)) return false;
  return /^[\s?.*/_–—-]*$|^\W*(?:n\/?a|none|nobody|no ?one|unassigned|unknown|not assigned|not set)\W*$/i.test(text);
}

interface MissingInGroup {
  readonly group: ActionGroup;
  readonly items: readonly ActionItem[];
  /** Nobody in the table or list has it. */
  readonly all: boolean;
}

/** The pending items of each table or list that lack something. */
function missingByGroup(postmortem: Postmortem, lacks: (item: ActionItem) => boolean): MissingInGroup[] {
  return postmortem.actionItems.groups.flatMap((group) => {
    const counted = group.items.filter((item) => !item.placeholder && item.action.text !== '');
    const pending = counted.filter(isPending);
    const items = pending.filter(lacks);
    if (items.length === 0) return [];
    return [{ group, items, all: counted.every(lacks) && counted.length > 0 }];
  });
}

/** Where a finding about a whole table or list is shown: the column's header, the header row, the heading above the list. */
function groupSpan({ block, columns, form, section }: ActionGroup, column: Lacking): Span {
  if (form !== 'table') return section.headingText;
  const header = block.children[0];
  const index = columns[column];
  const cell = index === undefined ? undefined : header?.children[index];
  if (cell?.prose?.text) return cell.prose.span;
  const named = header?.children.find((candidate) => candidate.text !== '');
  return named?.prose?.span ?? section.headingText;
}

/** What the fixes of a finding about missing values need to know again. */
interface MissingData {
  /** Start of the one item, or the groups in which no item has it. */
  readonly item?: number;
  readonly groups?: readonly number[];
}

/**
 * Findings about a value that action items lack: one (`all`) at a table or list in which none has it, at the heading of all where
 * several lists have none, else one (`one`) an item.
 */
export function* missingValues(
  postmortem: Postmortem,
  column: Lacking,
  lacks: (item: ActionItem) => boolean,
): Generator<RuleFinding & { readonly data: MissingData }> {
  const missing = missingByGroup(postmortem, lacks);
  const whole = missing.filter(({ all }) => all);
  const none = postmortem.actionItems.items.every((item) => lacks(item) || item.placeholder);
  const root = whole[0] && (rootOf(whole[0].group.section) ?? postmortem.sections.find(tellsActions));
  const groups = whole.map(({ items }) => items[0]!.group);
  if (whole.length > 1 && none && root) yield { span: root.headingText, message: 'all', data: { groups } };
  else
    for (const [index, { group }] of whole.entries())
      yield { span: groupSpan(group, column), message: 'all', data: { groups: [groups[index]!] } };
  for (const { items, all } of missing)
    if (!all)
      for (const item of items) yield { span: item.action.span, message: 'one', data: { item: item.span.start } };
}

/** The outermost section of action items around a group. */
function rootOf(section: Section): Section | undefined {
  let root: Section | undefined;
  for (let at: Section | undefined = section; at; at = at.parent) if (tellsActions(at)) root = at;
  return root;
}

function tellsActions({ kind }: Section): boolean {
  return kind === 'action-items' || kind === 'prevention';
}

/** The edits that write a value for the items of such a finding. */
export function fillMissing(
  finding: Finding,
  postmortem: Postmortem,
  column: Lacking,
  lacks: (item: ActionItem) => boolean,
  written: (item: ActionItem) => string,
): TextEdit[] {
  const { item: one, groups } = finding.data as MissingData;
  return missingByGroup(postmortem, lacks).flatMap(({ group, items }) => {
    const chosen = items.filter((item) => item.span.start === one || groups?.includes(item.group));
    return chosen.length > 0 ? fill(group, chosen, column, written, postmortem.source) : [];
  });
}
