import type { SyntaxNode } from '@lezer/common';
import { type Tree, TreeFragment } from '@lezer/common';
import { type ChangedRange, changedRange } from '../text/change.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { Block, type BlockData, walk } from './block.ts';
import { decodeEntity } from './entities.ts';
import { type FrontMatter, findFrontMatter } from './frontMatter.ts';
import { htmlPieces } from './htmlTable.ts';
import type { Keeping } from './kept.ts';
import { compact, DEEPEST, flattenDepths, parser } from './parser.ts';
import { isSameProse, type ProseData } from './prose.ts';
import { ProseWriter } from './proseWriter.ts';

/** A Markdown text as a tree of blocks. Never throws: every text is some Markdown. */
export interface MarkdownDocument extends Keeping {
  readonly source: SourceText;
  readonly frontMatter: FrontMatter | undefined;
  /** Top-level blocks in order. */
  readonly blocks: readonly Block[];
  /** HTML comments in order, block-level and inline, delimiters included. */
  readonly comments: readonly Span[];
  /** What the next version of the same text can be read from. */
  readonly reuse: Reuse;
}

interface Reuse {
  /** The text below the front matter. */
  readonly written: string;
  /** The same as the parser reads it. */
  readonly body: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

/** Data of top-level blocks by the syntax node they were read from; unchanged nodes keep their identity from version to version. */
const blockCache = new WeakMap<Tree, readonly BlockData[]>();

/**
 * Reads a Markdown text (GitHub flavour, YAML front matter). With the document of the version before, only the blocks around the
 * change are read again; the result is the same as without it.
 */
export function parseMarkdown(source: SourceText, previous?: MarkdownDocument): MarkdownDocument {
  const frontMatter = findFrontMatter(source);
  const bodyStart = frontMatter?.span.end ?? source.contentStart;
  const written = source.text.slice(bodyStart);
  const change = previous && changedRange(previous.reuse.written, written);
  const body = previous ? readableAgain(written, previous.reuse, change) : readable(written);

  let fragments = previous?.reuse.fragments ?? [];
  if (change) fragments = TreeFragment.applyChanges(fragments, [aroundChange(body, change)], 2);
  const tree = parser.parse(body, fragments);
  compact(tree);
  const reuse: Reuse = { written, body, tree, fragments: TreeFragment.addTree(tree, fragments) };

  const known = previous && proseAround(tree, previous);
  const blocks: Block[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const first = node;
    const last = endOfTable(node, body);
    if (last) node = last;
    for (const data of last ? htmlPieces(body, first.from, last.to, first.from) : readTopLevel(first, body, known))
      blocks.push(blockAt(bodyStart + first.from, data, previous?.blocks[blocks.length]));
  }
  return {
    source,
    frontMatter,
    blocks,
    get comments() {
      return findComments(blocks);
    },
    reuse,
    kept: new Map(),
  };
}

/** A block of the version before that stands where it stood is the same one, with all that was read of it. */
function blockAt(base: number, data: BlockData, before: Block | undefined): Block {
  return before?.data === data && before.base === base ? before : new Block(data, base);
}

/** The text as the parser reads it. Every offset stays what it was, and no line has to do with another. */
function readable(written: string): string {
  return flattenDepths(closeTableRows(written));
}

/** The same with that of an earlier version, from which the lines are taken that did not change. */
function readableAgain(written: string, before: Reuse, change: ChangedRange | undefined): string {
  if (!change) return before.body;
  const from = change.fromB === 0 ? 0 : written.lastIndexOf('\n', change.fromB - 1) + 1;
  const newline = written.indexOf('\n', change.toB);
  const to = newline < 0 ? written.length : newline + 1;
  const rest = before.body.slice(before.body.length - (written.length - to));
  return before.body.slice(0, from) + readable(written.slice(from, to)) + rest;
}

/**
 * The parser knows no line that ends in a carriage return alone, no table whose rows end in a carriage return, or whose rule (`| --- | --- |`) has blanks behind its last bar.
 * Here the carriage return is a line feed or a blank, and the last bar of a rule trades places with the blanks: every offset stays what it was.
 */
function closeTableRows(body: string): string {
  const plain = body.includes('\r') ? body.replace(/\|([ \t]*)\r(?=\n)/g, '|$1 ').replace(/\r(?!\n)/g, '\n') : body;
  return plain.replace(/^([ \t>]*(?:\|[ \t]*)?:?-[-:| \t]*)\|([ \t]+)$/gm, '$1$2|');
}

function findComments(blocks: readonly Block[]): Span[] {
  const found: Span[] = [];
  for (const top of blocks) {
    if (!hasComment(top.data)) continue;
    for (const block of walk(top)) {
      if (block.kind === 'comment' || block.kind === 'html') found.push(block.span);
      for (const comment of block.data.comments ?? [])
        found.push({ start: block.base + comment.start, end: block.base + comment.end });
    }
  }
  return found;
}

/** By top-level block: what most versions of a text share. */
const commentCache = new WeakMap<BlockData, boolean>();
function hasComment(top: BlockData): boolean {
  let known = commentCache.get(top);
  if (known === undefined) {
    known = holdsComment(top);
    commentCache.set(top, known);
  }
  return known;
}

function holdsComment(data: BlockData): boolean {
  return (
    data.kind === 'comment' || data.kind === 'html' || data.comments !== undefined || data.children.some(holdsComment)
  );
}

/**
 * What the parser may keep nothing of: a line can change what the lines above it are (a table's delimiter row, a setext underline), and so
 * all of the stretch between blank lines that the change lies in.
 */
function aroundChange(body: string, { fromB, toA, toB }: ChangedRange): ChangedRange {
  const start = stretchStart(body, fromB);
  const end = stretchEnd(body, toB);
  return { fromA: start, toA: toA + end - toB, fromB: start, toB: end };
}

/** Start of the stretch of lines around the offset that no blank line divides. The text before the offset is the same in both versions. */
function stretchStart(text: string, offset: number): number {
  for (let end = offset; end > 0; ) {
    const newline = text.lastIndexOf('\n', end - 1);
    if (newline < 0) return 0;
    if (newline < offset && isBlankLine(text, newline + 1, end) && end < offset) return newline;
    end = newline;
  }
  return 0;
}

function stretchEnd(text: string, offset: number): number {
  for (let start = text.indexOf('\n', offset); start >= 0; ) {
    const newline = text.indexOf('\n', start + 1);
    if (newline < 0) break;
    if (isBlankLine(text, start + 1, newline)) return start;
    start = newline;
  }
  return text.length;
}

function isBlankLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}

function readTopLevel(node: SyntaxNode, body: string, known: KnownProse | undefined): readonly BlockData[] {
  const tree = node.tree;
  if (!tree) return readBlocks(node, body);
  let read = blockCache.get(tree);
  if (read === undefined) {
    read = readBlocks(node, body);
    if (known) for (const data of read) shareProse(data, known);
    blockCache.set(tree, read);
  }
  return read;
}

/** The blocks at a node of the top level: one, none, or the tables of a piece of HTML and what stands around them. */
function readBlocks(node: SyntaxNode, body: string): readonly BlockData[] {
  if (node.name === 'HTMLBlock') return htmlPieces(body, node.from, node.to, node.from);
  const data = readBlock(node, body, node.from);
  return data ? [data] : [];
}

/** A blank line ends a piece of HTML, though not the table that was opened in it: here it may end this many nodes later. */
const LONGEST_TABLE = 400;

/** The node that closes an HTML table left open at the end of `node`; undefined where none is open. */
function endOfTable(node: SyntaxNode, body: string): SyntaxNode | undefined {
  if (node.name !== 'HTMLBlock') return undefined;
  const text = body.slice(node.from, node.to).toLowerCase();
  if (text.lastIndexOf('<table') <= text.lastIndexOf('</table')) return undefined;
  let at = node.nextSibling;
  for (let steps = 0; at && steps < LONGEST_TABLE; steps++, at = at.nextSibling)
    if (at.name === 'HTMLBlock' && /<\/table/i.test(body.slice(at.from, at.to))) return at;
  return undefined;
}

/** The prose of the blocks of an earlier version that are not in the new one, by its text. */
type KnownProse = ReadonlyMap<string, ProseData>;

function proseAround(tree: Tree, { blocks }: MarkdownDocument): KnownProse {
  let start = 0;
  let first = tree.topNode.firstChild;
  for (; first && start < blocks.length; first = first.nextSibling) {
    const read = readBefore(first);
    if (!read?.every((data, index) => data === blocks[start + index]?.data)) break;
    start += read.length;
  }
  let end = blocks.length;
  for (let last = tree.topNode.lastChild; last && end > start; last = last.prevSibling) {
    const read = readBefore(last);
    if (!read || read.length > end - start) break;
    if (!read.every((data, index) => data === blocks[end - read.length + index]!.data)) break;
    end -= read.length;
  }
  const known = new Map<string, ProseData>();
  const collect = ({ prose, children }: BlockData): void => {
    if (prose) known.set(prose.text, prose);
    for (const child of children) collect(child);
  };
  for (const { data } of blocks.slice(start, end)) collect(data);
  return known;
}

/** What a node was read as; undefined where it was not read yet. */
function readBefore({ tree }: SyntaxNode): readonly BlockData[] | undefined {
  return tree ? blockCache.get(tree) : undefined;
}

/** An item, row or line that a change left as it was keeps its prose, and with it what was found out about that. */
function shareProse(data: { prose?: ProseData; readonly children: readonly BlockData[] }, known: KnownProse): void {
  const same = data.prose && known.get(data.prose.text);
  if (same && isSameProse(same, data.prose!)) data.prose = same;
  for (const child of data.children) shareProse(child, known);
}

const HEADING_LEVEL: Readonly<Record<string, number>> = {
  ATXHeading1: 1,
  ATXHeading2: 2,
  ATXHeading3: 3,
  ATXHeading4: 4,
  ATXHeading5: 5,
  ATXHeading6: 6,
  SetextHeading1: 1,
  SetextHeading2: 2,
};

/** The block at a syntax node, offsets relative to `base`; undefined for nodes that are marks of their parent. */
function readBlock(node: SyntaxNode, body: string, base: number, depth = 0): BlockData | undefined {
  if (depth > DEEPEST) return undefined;
  const at = { start: node.from - base, end: node.to - base };
  const level = HEADING_LEVEL[node.name];
  if (level) return { kind: 'heading', ...at, level, children: [], ...readProse(node, body, base) };
  switch (node.name) {
    case 'Paragraph':
    case 'Task':
      return { kind: 'paragraph', ...at, children: [], ...readProse(node, body, base) };
    case 'BulletList':
    case 'OrderedList':
      return {
        kind: 'list',
        ...at,
        ordered: node.name === 'OrderedList',
        children: readChildren(node, body, base, depth),
      };
    case 'ListItem':
      return readItem(node, body, base, at, depth);
    case 'Blockquote':
      return { kind: 'quote', ...at, children: readChildren(node, body, base, depth) };
    case 'Table':
      return { kind: 'table', ...at, children: readRows(node, body, base) };
    case 'FencedCode':
    case 'CodeBlock':
      return readCode(node, body, base, at);
    case 'CommentBlock':
      return { kind: 'comment', ...at, children: [] };
    case 'HTMLBlock': {
      // Inside a list or quote a table is read where nothing else stands in its piece of HTML.
      const pieces = node.parent?.name === 'Blockquote' ? [] : htmlPieces(body, node.from, node.to, base);
      return pieces.length === 1 ? pieces[0] : { kind: 'html', ...at, children: [] };
    }
    case 'ProcessingInstructionBlock':
      return { kind: 'html', ...at, children: [] };
    case 'HorizontalRule':
      return { kind: 'rule', ...at, children: [] };
    case 'LinkReference':
      return { kind: 'link-definition', ...at, children: [] };
    default:
      return undefined;
  }
}

function readChildren(node: SyntaxNode, body: string, base: number, depth: number): BlockData[] {
  const children: BlockData[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const block = readBlock(child, body, base, depth + 1);
    if (block) children.push(block);
  }
  return children;
}

function readItem(node: SyntaxNode, body: string, base: number, at: Span, depth: number): BlockData {
  const mark = node.getChild('ListMark');
  const task = node.getChild('Task')?.getChild('TaskMarker');
  return {
    kind: 'item',
    ...at,
    children: readChildren(node, body, base, depth),
    marker: mark ? body.slice(mark.from, mark.to) : '',
    ...(task ? { checked: /x/i.test(body.slice(task.from, task.to)) } : {}),
  };
}

function readCode(node: SyntaxNode, body: string, base: number, at: Span): BlockData {
  const info = node.getChild('CodeInfo');
  const code = node.getChildren('CodeText').map((text) => ({ start: text.from - base, end: text.to - base }));
  return { kind: 'code', ...at, children: [], code, info: info ? body.slice(info.from, info.to) : '' };
}

function readRows(table: SyntaxNode, body: string, base: number): BlockData[] {
  const rows: BlockData[] = [];
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
    rows.push({
      kind: 'row',
      start: row.from - base,
      end: row.to - base,
      header: row.name === 'TableHeader',
      children: readCells(row, body, base),
    });
  }
  return rows;
}

/** The cells between the pipes of a row. The syntax tree leaves out empty cells; here they have an empty span in the middle of their gap. */
function readCells(row: SyntaxNode, body: string, base: number): BlockData[] {
  const cells: BlockData[] = [];
  let from = row.from;
  let content: SyntaxNode | undefined;
  let pipes = 0;
  const close = (to: number) => {
    if (content) {
      cells.push({
        kind: 'cell',
        start: content.from - base,
        end: content.to - base,
        children: [],
        ...readProse(content, body, base),
      });
    } else {
      const middle = from < to && body.charCodeAt(from) === 32 ? from + 1 : from;
      cells.push({ kind: 'cell', start: middle - base, end: middle - base, children: [] });
    }
    content = undefined;
  };
  for (let child = row.firstChild; child; child = child.nextSibling) {
    if (child.name === 'TableCell') content = child;
    else if (child.name === 'TableDelimiter') {
      const leading = pipes === 0 && !content && body.slice(row.from, child.from).trim() === '';
      if (!leading) close(child.from);
      pipes++;
      from = child.to;
    }
  }
  if (content || body.slice(from, row.to).trim() !== '') close(row.to);
  return cells;
}

const HIDDEN = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'TableDelimiter',
  'LinkMark',
  'LinkLabel',
  'LinkTitle',
  'CodeMark',
  'Comment',
  'ProcessingInstruction',
]);

/** Collects the visible text of a node with inline content, and the inline comments in it. */
function readProse(
  node: SyntaxNode,
  body: string,
  base: number,
): { prose?: ProseData; comments?: { start: number; end: number }[] } {
  const builder = new ProseBuilder(body, node.from);
  builder.node(node);
  const comments = builder.comments.map(({ start, end }) => ({
    start: start + node.from - base,
    end: end + node.from - base,
  }));
  const prose = builder.finish();
  return { ...(prose ? { prose } : {}), ...(comments.length > 0 ? { comments } : {}) };
}

class ProseBuilder {
  readonly comments: { start: number; end: number }[] = [];
  readonly #body: string;
  readonly #base: number;
  readonly #writer: ProseWriter;

  constructor(body: string, base: number) {
    this.#body = body;
    this.#base = base;
    this.#writer = new ProseWriter(body, base);
  }

  /** The visible content of a node: the text between its children and what each child shows. */
  node(node: SyntaxNode): void {
    let at = node.from;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      this.#plain(at, child.from);
      this.#child(child);
      at = child.to;
    }
    this.#plain(at, node.to);
  }

  finish(): ProseData | undefined {
    return this.#writer.finish();
  }

  #child(child: SyntaxNode): void {
    const { name } = child;
    if (name === 'Comment') this.comments.push({ start: child.from - this.#base, end: child.to - this.#base });
    if (HIDDEN.has(name)) return;
    switch (name) {
      case 'Escape':
        this.#writer.piece(this.#body.slice(child.from + 1, child.to), child.from, child.to);
        return;
      case 'Entity':
        this.#writer.piece(decodeEntity(this.#body.slice(child.from, child.to)), child.from, child.to);
        return;
      case 'HardBreak':
        this.#writer.piece('\u2028', child.from, child.to);
        return;
      case 'HTMLTag':
        if (/^<br\b/i.test(this.#body.slice(child.from, child.to))) this.#writer.piece('\u2028', child.from, child.to);
        else if (PLACEHOLDER_TAG.test(this.#body.slice(child.from, child.to))) this.#plain(child.from, child.to);
        return;
      case 'InlineCode':
      case 'Image':
      case 'Autolink':
      case 'URL':
        this.#opaqueNode(child);
        return;
      case 'Link':
        this.#link(child);
        return;
      case 'Strikethrough': {
        const start = this.#writer.length;
        this.node(child);
        this.#writer.struckSince(start);
        return;
      }
      default:
        this.node(child);
    }
  }

  /** `[text](target)` and `[text][label]` show their text; `[text]` alone is text in brackets, as fill-ins are. */
  #link(link: SyntaxNode): void {
    const hasTarget = link.getChild('URL') !== null || link.getChild('LinkLabel') !== null;
    const marks = link.getChildren('LinkMark');
    if (this.#body.charCodeAt(link.from + 1) === 94) return; // a footnote reference: `[^1]`
    if (!hasTarget && marks.length === 2) {
      let at = link.from;
      for (let child = link.firstChild; child; child = child.nextSibling) {
        this.#plain(at, child.from);
        if (child.name === 'LinkMark') this.#plain(child.from, child.to);
        else this.#child(child);
        at = child.to;
      }
      this.#plain(at, link.to);
      return;
    }
    const open = marks[0];
    const close = marks[1];
    if (!open || !close) return;
    let at = open.to;
    for (let child = open.nextSibling; child && child.from < close.from; child = child.nextSibling) {
      this.#plain(at, child.from);
      this.#child(child);
      at = child.to;
    }
    this.#plain(at, close.from);
  }

  #opaqueNode(node: SyntaxNode): void {
    const start = this.#writer.length;
    if (node.name === 'InlineCode') {
      const marks = node.getChildren('CodeMark');
      this.#plain(marks[0]?.to ?? node.from, marks.at(-1)?.from ?? node.to);
    } else if (node.name === 'Image') this.#writer.piece('\ufffc', node.from, node.to);
    else if (node.name === 'Autolink') this.#plain(node.from + 1, node.to - 1);
    else this.#plain(node.from, node.to);
    this.#writer.opaqueSince(start);
  }

  /** Plain source text: line breaks with the indentation behind them become one `\n`. */
  #plain(from: number, to: number): void {
    let at = from;
    // Behind a line break come indentation and quote marks: no text.
    if (this.#writer.endsInBreak) while (at < to && isBlank(this.#body.charCodeAt(at))) at++;
    while (at < to) {
      const newline = this.#body.indexOf('\n', at);
      if (newline < 0 || newline >= to) {
        this.#writer.exact(at, to);
        return;
      }
      let textEnd = newline;
      while (textEnd > at && isBlank(this.#body.charCodeAt(textEnd - 1))) textEnd--;
      this.#writer.exact(at, textEnd);
      let next = newline + 1;
      while (next < to && isBlank(this.#body.charCodeAt(next))) next++;
      this.#writer.piece('\n', textEnd, next);
      at = next;
    }
  }
}

/** `<name>`, `<16:00>`: an angle-bracket fill-in that only looks like a tag. */
const PLACEHOLDER_TAG =
  /^<(?!\/?(?:a|abbr|b|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)\b)[a-z][\w .-]*>$/i;

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
