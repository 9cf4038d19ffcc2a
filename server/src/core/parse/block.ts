import type { Span } from '../text/span.ts';
import { type ProseData, ProseRun } from './prose.ts';

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'quote'
  | 'code'
  | 'html'
  | 'comment'
  | 'rule'
  | 'link-definition';

/** A block as it was read, offsets relative to its top-level block: shared by all versions of a text in which it is unchanged. */
export interface BlockData {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly children: readonly BlockData[];
  /** Heading level 1–6. */
  readonly level?: number;
  /** Whether a list is numbered. */
  readonly ordered?: boolean;
  /** List item: its marker as written (`-`, `*`, `1.`). */
  readonly marker?: string;
  /** Task list item: whether its box is ticked. */
  readonly checked?: boolean;
  /** Table row: whether it is the header. */
  readonly header?: boolean;
  /** Table, row: written in HTML, not in pipes. */
  readonly html?: boolean;
  /** Fenced code: the language named behind the fence. */
  readonly info?: string;
  /** Fenced or indented code: the code itself. */
  readonly code?: readonly { readonly start: number; readonly end: number }[];
  /** Text of a heading, paragraph or cell; absent where nothing is visible. */
  readonly prose?: ProseData;
  /** HTML comments written inside the prose. */
  readonly comments?: readonly { readonly start: number; readonly end: number }[];
}

/**
 * A block of Markdown at its place in a document. It is a light view over shared data: everything it gives out is in
 * absolute UTF-16 offsets. The data itself (`data`) is the key for caches that outlive a version.
 */
export class Block {
  readonly data: BlockData;
  /** Offset at which the top-level block starts; what cached relative offsets are added to. */
  readonly base: number;
  #children: readonly Block[] | undefined;
  #prose: ProseRun | undefined;

  constructor(data: BlockData, base: number) {
    this.data = data;
    this.base = base;
  }

  get kind(): BlockKind {
    return this.data.kind;
  }

  get start(): number {
    return this.base + this.data.start;
  }

  get end(): number {
    return this.base + this.data.end;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get level(): number {
    return this.data.level ?? 0;
  }

  /** Items of a list, blocks of an item or quote, rows of a table, cells of a row (empty cells included, with an empty span). */
  get children(): readonly Block[] {
    this.#children ??= this.data.children.map((child) => new Block(child, this.base));
    return this.#children;
  }

  /** The visible text of a heading, paragraph or cell; undefined for the other kinds and where nothing is visible. */
  get prose(): ProseRun | undefined {
    if (this.data.prose) this.#prose ??= new ProseRun(this.data.prose, this.start);
    return this.#prose;
  }

  /** Visible text of a heading, paragraph or cell, or an empty string. */
  get text(): string {
    return this.data.prose?.text ?? '';
  }

  /** Source spans of the lines of code in a code block. */
  get code(): readonly Span[] {
    return (this.data.code ?? []).map((s) => ({ start: s.start + this.base, end: s.end + this.base }));
  }
}

/** The block and everything below it, parents first. */
export function* walk(block: Block): Generator<Block> {
  yield block;
  for (const child of block.children) yield* walk(child);
}
