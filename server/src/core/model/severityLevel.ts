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

const SCALE_WORD =
  /^\W*(?:very |sev(?:erity)?[ :-]*)?(?:critical|urgent|severe|blocker|highest|high|major|significant|moderate|medium|normal|minor|low|lowest|trivial|cosmetic|kritisch|hoch|mittel|niedrig|gering|crítica?|alt[oa]|médi[oa]|medi[oa]|baj[oa]|baix[oa]|grave|critique|élevée?|haute|moyenne?|faible)(?:\W|$)/iu;

/** Whether a severity is a word of a common scale ("Critical", "High - all customers"), though none of P, SEV or S. */
export function isScaleWord(text: string): boolean {
  return SCALE_WORD.test(text.slice(0, 80));
}
