import { isPlaceholder } from '../../model/placeholders.ts';
import type { ActionItem, Postmortem } from '../../model/postmortem.ts';

/** Hands out ids that no action item of the document has, in the style of those it has: AI-001, AI-002. */
export function freeIds({ actionItems }: Postmortem): () => string {
  const taken = new Set(actionItems.items.map((item) => item.id?.text.toUpperCase()));
  const sample = actionItems.items
    .map((item) => /^(\D*(?:\d+\D+)*)(\d+)$/.exec(item.id?.text ?? ''))
    .find((match) => match !== null && !isPlaceholder(match[0]));
  const prefix = sample?.[1] ?? 'AI-';
  const width = sample?.[2]?.length ?? 3;
  let next = 1;
  return () => {
    for (;;) {
      const id = `${prefix}${String(next++).padStart(width, '0')}`;
      if (!taken.has(id.toUpperCase())) return id;
    }
  };
}

/** Whether an item can be named: it has an id, a ticket or a link. */
export function hasId(item: ActionItem): boolean {
  return Boolean(item.id?.text || item.ticket?.text);
}
