import { NodeProp, Tree } from '@lezer/common';
import {
  Autolink,
  parser as commonmark,
  type InlineParser,
  type LeafBlock,
  type MarkdownExtension,
  type MarkdownParser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';

/** Nobody nests lists and quotes deeper; what stands deeper is not read, so that no text can exhaust time or the stack. */
export const DEEPEST = 60;

/** Inline text that is read in one piece, in UTF-16 units: more than any paragraph that a person writes. */
const LONGEST_INLINE = 4096;

/** What begins like a link definition is read anew with each of its lines, until it is known to be one: no title is this long. */
const LONGEST_DEFINITION = 4096;
/** Whether a paragraph may be a definition. Looked up because reading the first letter of a text that grows copies all of it. */
const mayDefine = new WeakMap<LeafBlock, boolean>();
const longDefinition: MarkdownExtension = {
  parseBlock: [
    {
      name: 'LongDefinition',
      endLeaf(_, __, leaf) {
        const may = mayDefine.get(leaf) ?? leaf.content.startsWith('[');
        const ends = may && leaf.content.length > LONGEST_DEFINITION && /^\[[^[\]]{1,999}\]:/.test(leaf.content);
        mayDefine.set(leaf, may && leaf.content.length <= LONGEST_DEFINITION);
        return ends;
      },
    },
  ],
};

/** What may mean something within a line. The parser asks a dozen functions about each letter: most lines are nothing but words. */
const MARKS = /[\\&`<_*[\]~]| {2}\n/;
/** What is in each link that is written without brackets. */
const BARE_LINK = /@|www\.|:\/\/|mailto:|xmpp:/;

/** Whether the text that is read may hold such a link: to look for one at each letter takes longer than all else. */
let mayLink = true;
const bareLinks: MarkdownExtension = {
  parseInline: Autolink.parseInline!.map(
    ({ parse, ...rest }): InlineParser => ({
      ...rest,
      parse: (context, next, position) => (mayLink ? parse(context, next, position) : -1),
    }),
  ),
};

/** The parser of GitHub's Markdown, in time linear to the length of any text. */
export const parser = withBoundedInline(
  commonmark.configure([Table, TaskList, Strikethrough, bareLinks, longDefinition]),
);

/**
 * The parser looks for the end of each `[`, `<` or run of blanks as far as the paragraph goes, which is quadratic in a hostile one. A
 * very long paragraph is read in pieces; a link or an emphasis that crosses from one into the next is plain text.
 */
function withBoundedInline(bounded: MarkdownParser): MarkdownParser {
  const parseInline = bounded.parseInline.bind(bounded);
  const whole: typeof parseInline = (text, offset) => {
    mayLink = BARE_LINK.test(text);
    return mayLink || MARKS.test(text) ? parseInline(text, offset) : [];
  };
  bounded.parseInline = (text, offset) => {
    if (text.length <= LONGEST_INLINE) return whole(text, offset);
    const elements: ReturnType<MarkdownParser['parseInline']> = [];
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(text, start);
      for (const element of whole(text.slice(start, end), offset + start)) elements.push(element);
      start = end;
    }
    return elements;
  };
  return bounded;
}

/** Where a piece ends: behind a line, else behind a word, else at the limit, but never within a character. */
function pieceEnd(text: string, start: number): number {
  const limit = start + LONGEST_INLINE;
  if (limit >= text.length) return text.length;
  const half = start + LONGEST_INLINE / 2;
  for (const gap of ['\n', ' ']) {
    const at = text.lastIndexOf(gap, limit - 1);
    if (at >= half) return at + 1;
  }
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}

/** What a node of a syntax tree knows besides its type: internal to the library, but what most of a tree's memory is for. */
type WithContext = {
  props: Readonly<Record<number, unknown>> | null;
  children: readonly unknown[];
  positions: readonly number[];
};

/** The contexts of nodes, by the hash that is all they hold: as many as there are ways to nest lists and quotes. A hostile text has more. */
const contexts = new Map<unknown, WithContext['props']>();
const MOST_CONTEXTS = 1000;
const CONTEXT_ID = (NodeProp.contextHash as unknown as { readonly id: number }).id;

/**
 * Lets nodes in the same context share what says so, and arrays have no room to grow: of a large document that is more than half of its
 * tree. What an earlier tree had in common with this one is not looked at again.
 */
export function compact(tree: Tree): void {
  const node = tree as unknown as WithContext;
  const hash = tree.prop(NodeProp.contextHash);
  if (node.props && hash !== undefined) {
    const shared = contexts.get(hash) ?? { [CONTEXT_ID]: hash };
    if (node.props === shared) return;
    if (contexts.size === MOST_CONTEXTS) contexts.clear();
    contexts.set(hash, shared);
    node.props = shared;
  }
  if (node.children.length === 0) return;
  node.children = node.children.slice();
  node.positions = node.positions.slice();
  for (const child of tree.children) if (child instanceof Tree) compact(child);
}

/**
 * The text with the marks of lists that lie deeper than anything that is read taken for text, so that the parser need not build them.
 * Every offset stays what it was.
 */
export function flattenDepths(body: string): string {
  return body.replace(DEEP_LINE, (line, kept: string) => kept + line.slice(kept.length).replace(/[-+*>.)]/g, '_'));
}

const DEEP_LINE = new RegExp(
  `^((?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEEPEST}})(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t])))+`,
  'gm',
);
