import type { ReadContext } from './context.ts';
import type { Section, Timeline } from './postmortem.ts';

/** The timelines of a document, one for each section that holds one, in the order of the text. */
export function readTimelines(_sections: readonly Section[], _context: ReadContext): Timeline[] {
  return [];
}
