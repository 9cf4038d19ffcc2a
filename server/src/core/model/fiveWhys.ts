import type { ReadContext } from './context.ts';
import type { Section, WhyChain } from './postmortem.ts';

/** The chains of whys of a document, in the order of the text. */
export function readWhyChains(_sections: readonly Section[], _context: ReadContext): WhyChain[] {
  return [];
}
