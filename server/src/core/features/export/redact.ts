import type { Roles } from '../roles.ts';
import { findSensitive, type SensitiveKind } from './sensitive.ts';

/** Something that was taken out of a text. */
export interface Removed {
  readonly kind: SensitiveKind | 'person';
  readonly text: string;
}

/** Words that take the article of what they stand before: "the db-prod-03 host" is no "the an internal system host". */
const DETERMINER = /\b(?:the|a|an|this|that|our|its|their|his|her|each|every|one|another|both)\s$/i;

/**
 * The text as an outsider may read it: people as roles, hosts, addresses, tickets and links as what they are. What stands alone in
 * parentheses goes without a trace.
 */
export function redact(text: string, roles: Roles): { readonly text: string; readonly removed: readonly Removed[] } {
  const removed: Removed[] = [];
  let out = '';
  let at = 0;
  for (const { kind, start, end, instead } of findSensitive(text)) {
    removed.push({ kind, text: text.slice(start, end) });
    out += text.slice(at, start);
    const alone = /\((?:see |cf\. )?$/i.test(out) && /^\)/.test(text.slice(end, end + 1));
    if (alone) out = out.replace(/\((?:see |cf\. )?$/i, '(');
    else out += DETERMINER.test(out.slice(-12)) ? instead.replace(/^an? /, '') : instead;
    at = end;
  }
  const named = roles.replace(out + text.slice(at));
  for (const name of named.replaced) removed.push({ kind: 'person', text: name });
  return { text: tidy(named.text, text), removed };
}

/** Closes the holes that a redaction leaves; blanks at both ends belong to the sentence around. */
function tidy(text: string, before: string): string {
  if (text === before) return text;
  return text
    .replace(/ ?\(\s*(?:[,;]\s*)*\)/g, '')
    .replace(/\b(an internal \w+)(?:(?:,| and|, and) \1)+/g, '$1')
    .replace(/ {2,}/g, ' ')
    .replace(/(?<! ) +([,.;:!?])/g, '$1');
}
