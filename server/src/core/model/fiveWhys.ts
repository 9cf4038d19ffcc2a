import { remembered } from '../text/remembered.ts';
import type { ReadContext } from './context.ts';
import type { Section, Why, WhyChain } from './postmortem.ts';
import { readChains } from './whyReader.ts';

/** The chains of whys of a document, in the order of the text. */
export function readWhyChains(sections: readonly Section[], context: ReadContext): WhyChain[] {
  const named = sections.filter((section) => section.kind === 'five-whys' && !within(section.parent, 'five-whys'));
  const chains = named.flatMap((section) => readChains(section, context, true));
  if (chains.length > 0) return withSiblingCause(chains, sections);
  const causes = sections.filter(
    (section) =>
      CAUSES.has(section.kind ?? '') && !within(section.parent, section.kind ?? '') && !named.includes(section),
  );
  return withSiblingCause(
    causes.flatMap((section) => readChains(section, context, false)),
    sections,
  );
}

const CAUSES: ReadonlySet<string> = new Set(['root-cause', 'contributing-factors', 'background']);

function within(section: Section | undefined, kind: string): boolean {
  for (let at = section; at; at = at.parent) if (at.kind === kind) return true;
  return false;
}

/** A chain in a section of its own may have its root cause in the next one. */
function withSiblingCause(chains: readonly WhyChain[], sections: readonly Section[]): WhyChain[] {
  return chains.map((chain, index) => {
    if (chain.rootCause || index < chains.length - 1) return chain;
    const next = sections.find((section) => section.span.start >= chain.span.end);
    const text =
      next?.kind === 'root-cause' ? next.blocks.find((block) => block.kind === 'paragraph')?.prose : undefined;
    return text?.text ? { ...chain, rootCause: { text: text.text, span: text.span } } : chain;
  });
}

interface Measured {
  /** For each why how many stand above it and with it; empty, placeholder and repeated answers do not count. */
  readonly depths: readonly number[];
  /** For each why the index of the earlier one on its way that answers the same. */
  readonly repeats: readonly (number | undefined)[];
}

/** Answers further up than this are not compared: no chain that was thought through is that long. */
const LOOK_BACK = 50;
const measured = new WeakMap<WhyChain, Measured>();

function measure(chain: WhyChain): Measured {
  let known = measured.get(chain);
  if (known) return known;
  // Numbers in place of the keys, which are compared very often; 0 for what says nothing.
  const numbers = new Map([['', 0]]);
  const numberOf = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const keys = chain.whys.map((why) => (why.placeholder ? 0 : numberOf(answerKey(why.answer.text))));
  const effects = chain.whys.map((why) => numberOf(effectKey(why.question?.text ?? '')));
  const depths: number[] = [];
  const repeats: (number | undefined)[] = [];
  for (const [index, why] of chain.whys.entries()) {
    let repeated: number | undefined;
    let above = why.parent;
    for (let step = 0; above !== undefined && step < LOOK_BACK; step++) {
      // What was asked about at the start is no answer further down: the chain goes in a circle.
      if (keys[index] !== 0 && (keys[above] === keys[index] || effects[above] === keys[index])) repeated = above;
      above = chain.whys[above]?.parent;
    }
    const parent = why.parent === undefined ? 0 : (depths[why.parent] ?? 0);
    depths.push(parent + (keys[index] !== 0 && repeated === undefined ? 1 : 0));
    repeats.push(repeated);
  }
  known = { depths, repeats };
  measured.set(chain, known);
  return known;
}

/** The index of the deepest why: the one at the end of the longest branch, the last of several. -1 for an empty chain. */
export function deepestWhy(chain: WhyChain): number {
  let best = -1;
  let depth = 0;
  for (const [index, own] of measure(chain).depths.entries())
    if (own >= depth) {
      best = index;
      depth = own;
    }
  return best;
}

/** How many whys stand above and including the one at `index`; empty, placeholder and repeated answers do not count. */
export function countedDepth(chain: WhyChain, index: number): number {
  return measure(chain).depths[index] ?? 0;
}

/** The earlier why on the way to the one at `index` that has the same answer, or undefined. */
export function repeatedWhy(chain: WhyChain, index: number): Why | undefined {
  const earlier = measure(chain).repeats[index];
  return earlier === undefined ? undefined : chain.whys[earlier];
}

/** What a question asks the reason of: "Why was the API slow?" asks about "the API was slow". */
function effectKey(question: string): string {
  const asked = /\bwhy\b\W+(.{6,400})\?/i.exec(question)?.[1];
  return asked === undefined ? '' : answerKey(asked);
}

const STOP_WORDS =
  /^(?:the|a|an|of|to|in|on|at|for|and|or|is|are|was|were|be|been|it|its|that|this|because|our|we|by|with|had|has|have|so|as|from|did|do|does)$/;

/** The words of an answer that carry its meaning, stemmed a little and sorted: two answers with one key say the same. */
const answerKey = remembered((text): string => {
  const words =
    text
      .slice(0, 500)
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  const kept = words.filter((word) => !STOP_WORDS.test(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, ''));
  return [...new Set(kept.length > 0 ? kept : words)].sort().join(' ');
}, 500);
