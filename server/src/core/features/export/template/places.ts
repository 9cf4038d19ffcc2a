import type { ActionGroup, Field, Postmortem, SectionKind, Timeline, WhyChain } from '../../../model/postmortem.ts';
import type { Block } from '../../../parse/block.ts';
import { contains, overlaps, overlapsAny, type Span } from '../../../text/span.ts';

/** Where a document has its timelines, whys, action items and fields: asked for each of its blocks. */
export class Places {
  readonly #timelines: readonly (readonly [Timeline, readonly Span[]])[];
  readonly #chains: readonly WhyChain[];
  readonly #groups: readonly ActionGroup[];
  readonly #fields: readonly Field[];

  constructor({ timelines, whyChains, actionItems, fields }: Postmortem) {
    this.#timelines = timelines.map((timeline) => [timeline, united(timeline.entries.map(({ span }) => span))]);
    this.#chains = whyChains;
    this.#groups = sorted(actionItems.groups, ({ block }) => block.start);
    this.#fields = sorted(
      fields.filter(({ form, place }) => form !== 'front-matter' && form !== 'heading' && place !== 'body'),
      ({ name }) => name.span.start,
    );
  }

  /** The timeline with an entry in the block. */
  timelineAt({ span }: Block): Timeline | undefined {
    return this.#timelines.find(([, spans]) => overlapsAny(span, spans))?.[0];
  }

  chainAt({ span }: Block): WhyChain | undefined {
    return this.#chains.find((chain) => overlaps(chain.span, span));
  }

  /** The first action items that stand in the block. */
  groupAt({ span }: Block): ActionGroup | undefined {
    const group = this.#groups[firstFrom(this.#groups, span.start, ({ block }) => block.start)];
    return group && contains(span, group.block.span) ? group : undefined;
  }

  /** The fields that the block holds, in the order of the text. Those of front matter and headings stand in no block. */
  fieldsIn({ span }: Block): Field[] {
    const held: Field[] = [];
    for (let at = firstFrom(this.#fields, span.start, ({ name }) => name.span.start); at < this.#fields.length; at++) {
      const field = this.#fields[at]!;
      if (!contains(span, field.name.span)) break;
      held.push(field);
    }
    return held;
  }

  /** What stands in one of the blocks in a shape of its own. */
  shapeIn(blocks: readonly Block[]): SectionKind | undefined {
    if (blocks.some((block) => this.timelineAt(block))) return 'timeline';
    if (blocks.some((block) => this.chainAt(block))) return 'five-whys';
    return blocks.some((block) => this.groupAt(block)) ? 'action-items' : undefined;
  }
}

/** The spans in order, those that overlap as one. */
function united(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of sorted(spans, ({ start }) => start)) {
    const last = all.at(-1);
    if (last && span.start < last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}

function sorted<Item>(items: readonly Item[], startOf: (item: Item) => number): readonly Item[] {
  return [...items].sort((a, b) => startOf(a) - startOf(b));
}

/** Index of the first item that starts at `offset` or behind it. */
function firstFrom<Item>(items: readonly Item[], offset: number, startOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
