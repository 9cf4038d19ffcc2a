import type { ReadContext } from './context.ts';
import type { ActionItems, Section } from './postmortem.ts';

/** The action items of a document with the tables and lists they stand in, in the order of the text. */
export function readActionItems(_sections: readonly Section[], _context: ReadContext): ActionItems {
  return { groups: [], items: [] };
}
