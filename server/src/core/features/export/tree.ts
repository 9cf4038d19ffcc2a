import type { Html, Nodes, Parents, PhrasingContent, Root, Table, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Postmortem } from '../../model/postmortem.ts';
import { htmlToText } from '../htmlText.ts';

/** The full syntax tree of a postmortem's Markdown, front matter and HTML comments left out, `<br>` as line breaks. */
export function documentTree(postmortem: Postmortem): Root {
  const { source, frontMatter } = postmortem.document;
  const start = frontMatter?.span.end ?? source.contentStart;
  return parseTree(source.text.slice(start));
}

/** The syntax tree of a Markdown text in GitHub's flavour. Never throws: every text is some Markdown. */
export function parseTree(markdown: string): Root {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  dropHtml(tree);
  return tree;
}

/** Raw HTML cannot be carried into another format: line breaks are kept, tags go, the text between them stays. */
function dropHtml(parent: Parents): void {
  const kept = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'html') return isLineBreak(child) ? [{ type: 'break' }] : textOfHtml(child, parent);
    if ('children' in child) dropHtml(child);
    return [child];
  });
  parent.children = kept as typeof parent.children;
}

/** A block of HTML is one node with its text in it; inline, tags are nodes of their own. */
function textOfHtml(node: Html, parent: Parents): Nodes[] {
  const block = parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote';
  const value = block ? htmlToText(node.value) : '';
  return value === '' ? [] : [{ type: 'paragraph', children: [text(value)] }];
}

function isLineBreak(node: Html): boolean {
  return /^<br\s*\/?>$/i.test(node.value.trim());
}

/** The action items of a postmortem as one table; undefined where it has none. */
export function actionItemsTree(postmortem: Postmortem): Root | undefined {
  const items = postmortem.actionItems.items.filter((item) => !item.placeholder);
  if (items.length === 0) return undefined;
  const rows = items.map((item) => [
    item.id?.text ?? '',
    item.action.text,
    item.owner?.text ?? '',
    item.priority?.text ?? '',
    item.due?.text ?? '',
    item.state ?? item.status?.text ?? '',
  ]);
  const header = ['ID', 'Action', 'Owner', 'Priority', 'Due', 'Status'];
  // A column that no item fills says nothing.
  const columns = header.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== ''));
  const row = (cells: readonly string[]) => ({
    type: 'tableRow' as const,
    children: columns.map((column): TableCell => ({ type: 'tableCell', children: [text(cells[column]!)] })),
  });
  const table: Table = { type: 'table', align: columns.map(() => null), children: [row(header), ...rows.map(row)] };
  return { type: 'root', children: [table] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** An address that may leave the document: the web or mail; undefined for scripts, files and relative paths. */
export function safeUrl(url: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)/i.test(url) ? url : undefined;
}
