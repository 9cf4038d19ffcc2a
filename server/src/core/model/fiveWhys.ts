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

/** The whys from the first to the one at `index`, along their parents. */
export function pathTo(chain: WhyChain, index: number): Why[] {
  const path: Why[] = [];
  for (
    let at: number | undefined = index;
    at !== undefined && path.length < chain.whys.length;
    at = chain.whys[at]?.parent
  ) {
    const why = chain.whys[at];
    if (!why) break;
    path.unshift(why);
  }
  return path;
}

/** The index of the deepest why: the one at the end of the longest branch, the last of several. -1 for an empty chain. */
export function deepestWhy(chain: WhyChain): number {
  let best = -1;
  let depth = 0;
  for (const index of chain.whys.keys()) {
    const own = countedDepth(chain, index);
    if (own >= depth) {
      best = index;
      depth = own;
    }
  }
  return best;
}

/** How many whys stand above and including the one at `index`; empty, placeholder and repeated answers do not count. */
export function countedDepth(chain: WhyChain, index: number): number {
  const seen = new Set<string>();
  for (const why of pathTo(chain, index)) {
    const key = answerKey(why.answer.text);
    if (key && !why.placeholder) seen.add(key);
  }
  return seen.size;
}

const STOP_WORDS =
  /^(?:the|a|an|of|to|in|on|at|for|and|or|is|are|was|were|be|been|it|its|that|this|because|our|we|by|with|had|has|have|so|as|from|did|do|does)$/;

/** The words of an answer that carry its meaning, stemmed a little and sorted: two answers with one key say the same. */
export function answerKey(text: string): string {
  const words =
    text
      .slice(0, 500)
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  const kept = words.filter((word) => !STOP_WORDS.test(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, ''));
  return [...new Set(kept.length > 0 ? kept : words)].sort().join(' ');
}
