import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { Postmortem, Section, TimelineEntry } from '../model/postmortem.ts';
import { contains, type Span } from '../text/span.ts';
import { milestoneName } from './milestoneName.ts';
import { minutesInWords } from './minutes.ts';

/** One line of a document's outline. */
export interface OutlineNode {
  readonly name: string;
  /** What the name does not say: the kind of a section, the count of its entries. */
  readonly detail: string;
  readonly is: 'document' | 'section' | 'timeline' | 'entry' | 'whys' | 'why' | 'actions' | 'action';
  readonly span: Span;
  /** What is selected when the line is chosen; within `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The outline of a postmortem: its sections by kind, with the timeline's entries, the whys and the action items below theirs. */
export function outlineOf({ postmortem, template }: Checked): OutlineNode[] {
  if (!postmortem) return [];
  const sections = postmortem.sections
    .filter((section) => !section.parent)
    .map((section) => nodeOf(section, postmortem));
  const { title } = postmortem;
  const coversAll = sections[0] && title && contains(sections[0].span, title.span);
  if (!title || coversAll) return sections;
  // A label may stand in front of the title.
  const start = Math.min(title.span.start, sections[0]?.span.start ?? title.span.start);
  const span = { start, end: postmortem.source.text.length };
  const name = title.text || 'Postmortem';
  return [{ name, detail: template?.name ?? '', is: 'document', span, selection: title.span, children: sections }];
}

function nodeOf(section: Section, postmortem: Postmortem): OutlineNode {
  const children = [...contentOf(section, postmortem), ...section.children.map((child) => nodeOf(child, postmortem))];
  const kind = section.kind?.replaceAll('-', ' ') ?? '';
  const shown = kind === section.title.toLowerCase() ? '' : kind;
  const is =
    section.kind === 'timeline'
      ? 'timeline'
      : section.kind === 'five-whys'
        ? 'whys'
        : section.kind === 'action-items'
          ? 'actions'
          : 'section';
  return {
    name: section.title || t('(no heading)'),
    detail: [shown, summaryOf(section, postmortem)].filter(Boolean).join(' · '),
    is,
    span: section.span,
    selection: section.headingText,
    children: children.sort((a, b) => a.span.start - b.span.start),
  };
}

function contentOf(section: Section, postmortem: Postmortem): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  for (const timeline of postmortem.timelines)
    if (timeline.section === section) nodes.push(...timeline.entries.map(entryNode));
  for (const chain of postmortem.whyChains)
    if (chain.section === section)
      chain.whys.forEach((why, index) => {
        nodes.push(leaf('why', `${index + 1}. ${why.answer.text}`, '', why.span));
      });
  for (const group of postmortem.actionItems.groups)
    if (group.section === section)
      for (const item of group.items)
        nodes.push(
          leaf('action', [item.id?.text, item.action.text].filter(Boolean).join(' '), item.state ?? '', item.span),
        );
  return nodes.filter((node) => contains(section.span, node.span));
}

function entryNode(entry: TimelineEntry): OutlineNode {
  const name = [entry.time?.text, entry.event.text].filter(Boolean).join(' ');
  return leaf('entry', name, entry.milestones.map(milestoneName).join(', '), entry.span);
}

function leaf(is: OutlineNode['is'], name: string, detail: string, span: Span): OutlineNode {
  const line = name.replace(/\s+/g, ' ').trim().slice(0, 120);
  return { name: line || t('(empty)'), detail, is, span, selection: span, children: [] };
}

function summaryOf(section: Section, { derived, actionItems }: Postmortem): string {
  if (section.kind === 'timeline' && derived.duration !== undefined) return minutesInWords(derived.duration);
  if (section.kind !== 'action-items') return '';
  const items = actionItems.groups.filter((group) => group.section === section).flatMap((group) => group.items);
  const done = items.filter((item) => item.state === 'done').length;
  return items.length > 0 ? t('{0} of {1} done', done, items.length) : '';
}
