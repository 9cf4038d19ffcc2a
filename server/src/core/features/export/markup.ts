import type { List, ListItem, Nodes, Parents, RootContent, Table } from 'mdast';

/**
 * How one markup language writes what Markdown knows. Inline content arrives written; blocks are put together by the writer, one
 * blank line between them.
 */
export interface Markup {
  /** Plain text with what would be a mark in this language escaped. */
  text(value: string): string;
  strong(content: string): string;
  emphasis(content: string): string;
  deleted(content: string): string;
  code(value: string): string;
  link(url: string, content: string): string;
  image(url: string, alt: string): string;
  readonly lineBreak: string;
  heading(level: number, content: string): string;
  codeBlock(value: string, language: string | undefined): string;
  quote(content: string): string;
  readonly rule: string;
  /** The head of a list item: `depth` counts from 1, `index` from 0, `checked` where it is a task. */
  item(place: { depth: number; ordered: boolean; index: number; path: string; checked: boolean | undefined }): string;
  /** Rows of written cells, the header first. */
  table(rows: readonly (readonly string[])[], plain: readonly (readonly string[])[]): string;
}

/** The tree in a markup language. */
export function writeMarkup(tree: Parents, markup: Markup): string {
  const definitions = new Map<string, string>();
  collectDefinitions(tree, definitions);
  return new Writer(markup, definitions).blocks(tree.children as RootContent[]).trim();
}

function collectDefinitions(node: Nodes, into: Map<string, string>): void {
  if (node.type === 'definition') into.set(node.identifier, node.url);
  if ('children' in node) for (const child of node.children) collectDefinitions(child, into);
}

/** What a reader sees of a node, on one line. */
function plainText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

class Writer {
  readonly #markup: Markup;
  readonly #definitions: ReadonlyMap<string, string>;

  constructor(markup: Markup, definitions: ReadonlyMap<string, string>) {
    this.#markup = markup;
    this.#definitions = definitions;
  }

  blocks(nodes: readonly RootContent[]): string {
    return nodes
      .map((node) => this.#block(node))
      .filter((block) => block !== '')
      .join('\n\n');
  }

  #block(node: RootContent): string {
    const markup = this.#markup;
    switch (node.type) {
      case 'heading':
        return markup.heading(node.depth, this.#inline(node));
      case 'paragraph':
        return this.#inline(node);
      case 'list':
        return this.#list(node, 1, '').join('\n');
      case 'table':
        return this.#table(node);
      case 'code':
        return markup.codeBlock(node.value, node.lang ?? undefined);
      case 'blockquote':
        return markup.quote(this.blocks(node.children));
      case 'thematicBreak':
        return markup.rule;
      case 'footnoteDefinition':
        return this.blocks(node.children);
      case 'definition':
        return '';
      default:
        return this.#inlineNode(node);
    }
  }

  #list(list: List, depth: number, outer: string): string[] {
    const ordered = list.ordered ?? false;
    const path = outer + (ordered ? '#' : '*');
    return list.children.flatMap((item, index) => {
      const head = this.#markup.item({ depth, ordered, index, path, checked: item.checked ?? undefined });
      return this.#item(item, head, depth, path);
    });
  }

  /** An item and the lists in it. Further blocks of an item have no place of their own in these languages: they go on in its text. */
  #item(item: ListItem, head: string, depth: number, path: string): string[] {
    const nested: string[] = [];
    const said: string[] = [];
    for (const child of item.children) {
      if (child.type === 'list') nested.push(...this.#list(child, depth + 1, path));
      else said.push(this.#block(child));
    }
    return [head + said.join(this.#markup.lineBreak), ...nested];
  }

  #table(table: Table): string {
    const written = table.children.map((row) => row.children.map((cell) => this.#inline(cell)));
    return this.#markup.table(
      written,
      table.children.map((row) => row.children.map(plainText)),
    );
  }

  #inline(parent: Parents): string {
    return parent.children.map((child) => this.#inlineNode(child)).join('');
  }

  #inlineNode(node: Nodes): string {
    const markup = this.#markup;
    switch (node.type) {
      case 'text':
        return markup.text(node.value);
      case 'strong':
        return markup.strong(this.#inline(node));
      case 'emphasis':
        return markup.emphasis(this.#inline(node));
      case 'delete':
        return markup.deleted(this.#inline(node));
      case 'inlineCode':
        return markup.code(node.value);
      case 'link':
        return markup.link(node.url, this.#inline(node));
      case 'linkReference':
        return markup.link(this.#definitions.get(node.identifier) ?? '', this.#inline(node));
      case 'image':
        return markup.image(node.url, node.alt ?? '');
      case 'imageReference':
        return markup.image(this.#definitions.get(node.identifier) ?? '', node.alt ?? '');
      case 'break':
        return markup.lineBreak;
      default:
        return 'children' in node ? this.#inline(node) : '';
    }
  }
}
