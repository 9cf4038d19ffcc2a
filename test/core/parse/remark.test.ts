import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Block, parseMarkdown, SourceText } from '../../../server/src/core/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

/** What a reader sees of every heading, paragraph and cell, blanks folded, by remark. */
function byRemark(text: string): string[] {
  const seen: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell')
      seen.push(fold(visible(node)));
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(remark.parse(text));
  return seen.filter((shown) => shown !== '');
}

function visible(node: Nodes): string {
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : '';
  if (node.type === 'image' || node.type === 'imageReference') return '\ufffc';
  if (node.type === 'break') return ' ';
  if (node.type === 'footnoteReference') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(visible).join('') : '';
}

/** The same by our own reading. */
function byBlocks(text: string): string[] {
  const seen: string[] = [];
  const visit = (block: Block) => {
    if (block.prose) seen.push(fold(block.text));
    for (const child of block.children) visit(child);
  };
  for (const block of parseMarkdown(new SourceText(text)).blocks) visit(block);
  return seen.filter((shown) => shown !== '');
}

const fold = (text: string) => text.replace(/[\s\u2028]+/g, ' ').trim();

function* markdownFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }))
    if (entry.isFile() && entry.name.endsWith('.md')) yield join(entry.parentPath, entry.name);
}

describe('what a reader sees, read by remark and by us', () => {
  for (const folder of ['examples', 'server/src/core/templates'])
    for (const file of markdownFiles(folder))
      it(file.slice(ROOT.length + 1), () => {
        const text = readFileSync(file, 'utf8');
        assert.deepEqual(byBlocks(text), byRemark(text));
      });

  it('nested lists, quotes, tables with empty cells and escaped pipes', () => {
    const text = [
      '# A *b* `c`',
      '> quoted\n> on two lines\n>\n> - item &amp; entity',
      '1. one\n   - nested **two**\n\n     second paragraph\n2. three',
      '| a | b |\n|---|:-:|\n| x \\| `y` | |\n| [l](u "t") | ![i](u) |',
      'Setext\n======\n\nhard  \nbreak<br>tag \\* escaped',
    ].join('\n\n');
    assert.deepEqual(byBlocks(text), byRemark(text));
  });
});
