import type { Field, Lifecycle } from './postmortem.ts';

const FINAL = /^(?:final|finali[sz]ed|completed?|published|done|closed|approved|signed[ -]off)\b/i;
const REVIEW =
  /^(?:in[ -]?review|under review|review|reviewing|ready for review|pending (?:review|feedback|approval)|awaiting review|for review|reviewed)\b/i;
const DRAFT = /^(?:draft|wip|work in progress|open|in[ -]progress|ongoing|todo|incomplete|preliminary)\b/i;

/**
 * Where in its life a document is, told by its status field. A status that offers a choice counts as the one in bold, else as
 * unfilled. Without a status the document is a draft until no placeholder is left.
 */
export function readLifecycle(fields: readonly Field[], source: string, hasPlaceholder: () => boolean): Lifecycle {
  for (const field of fields) {
    if (field.kind !== 'status' || field.place === 'body') continue;
    const status = statusWord(field, source);
    const known = status === undefined ? undefined : lifecycleOf(status);
    if (known) return known;
  }
  return hasPlaceholder() ? 'draft' : 'in-review';
}

/** The stage that a word names, or undefined for a word that names none ("Resolved" is the incident's status). */
export function lifecycleOf(status: string): Lifecycle | undefined {
  const word = status.replace(/^[^\p{L}]+/u, '');
  if (FINAL.test(word)) return 'final';
  if (REVIEW.test(word)) return 'in-review';
  return DRAFT.test(word) ? 'draft' : undefined;
}

function statusWord(field: Field, source: string): string | undefined {
  const { text, span } = field.value;
  if (!/[|/]/.test(text)) return text;
  const raw = source.slice(Math.max(0, span.start - 3), Math.min(source.length, span.end + 3)).slice(0, 300);
  const chosen = /(?:\*\*|__)([\p{L} -]{2,32}?)(?:\*\*|__)/u.exec(raw)?.[1]?.trim();
  return chosen && text.includes(chosen) ? chosen : undefined;
}
