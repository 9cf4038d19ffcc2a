import type { Settings } from '../config/settings.ts';

/** The scales a severity may be written in. `other` holds what the configuration adds. */
export type SeverityScale = 'P' | 'SEV' | 'S';

const FORMS: readonly (readonly [RegExp, SeverityScale, number])[] = [
  [/\b(?:P|prio(?:rity)?)[ \-_.:#]{0,2}(\d)\b/i, 'P', 4],
  [/\bsev(?:erity)?[ \-_.:#]{0,3}(\d)\b/i, 'SEV', 5],
  [/\bS-?(\d)\b/, 'S', 4],
];

/** A severity as one of `P0`–`P4`, `SEV0`–`SEV5`, `S1`–`S4` or a configured word; undefined for anything else. */
export function normalizeSeverity(text: string, settings: Settings): string | undefined {
  const value = text.slice(0, 80);
  const own = settings.severities.find((word) => value.trim().toLowerCase() === word.toLowerCase());
  if (own) return own;
  for (const [form, scale, highest] of FORMS) {
    const digit = form.exec(value)?.[1];
    if (digit !== undefined && Number(digit) <= highest && !(scale === 'S' && digit === '0')) return `${scale}${digit}`;
  }
  const bare = /^\s*(?:level |lvl )?([0-5])\b(?!\s*(?:min|hour|%|[./:]\d))/i.exec(value);
  return bare ? `SEV${bare[1]}` : undefined;
}
