import * as morphology from '../../language/morphology.ts';

/** Inflects the last part of a compound ("mis-map", "re-run"), so that its doubling and irregular forms are right. */
function lastPart(inflect: (base: string) => string, base: string): string {
  const hyphen = base.lastIndexOf('-');
  return base.slice(0, hyphen + 1) + inflect(base.slice(hyphen + 1));
}

/** Past participle of a verb, compounds included: "mis-map" → "mis-mapped". */
export function participle(base: string): string {
  return lastPart(morphology.participle, base);
}

/** Present participle of a verb, compounds included: "re-run" → "re-running". */
export function gerund(base: string): string {
  return lastPart(morphology.gerund, base);
}

/** Form of "be" for a passive, as the tense of the verb it replaces needs it. */
export function be(options: {
  readonly plural: boolean;
  readonly present: boolean;
  readonly perfect: boolean;
  readonly negated?: boolean;
}): string {
  const { plural, present, perfect } = options;
  const not = options.negated ? ' not' : '';
  if (perfect) return `${present ? (plural ? 'have' : 'has') : 'had'}${not} been`;
  return `${present ? (plural ? 'are' : 'is') : plural ? 'were' : 'was'}${not}`;
}

/** The verbs that frames use, as they stand in them: a participle that was put in between ("made", "brought") is none of them. */
const PRESENT: readonly (readonly [past: RegExp, present: string])[] = [
  [/\bdid not\b/g, 'does not'],
  [/\bwas (?=possible|not|missing|able|no\b)/g, 'is '],
  [/\bprompted anyone\b/g, 'prompts anyone'],
  [/\bkept anyone\b/g, 'keeps anyone'],
  [/^allowed$/g, 'allows'],
  [/\bwent unnoticed\b/g, 'goes unnoticed'],
  [/\bstayed open\b/g, 'stays open'],
  [/\bdepended on\b/g, 'depends on'],
  [/\] led to\b/g, '] leads to'],
  [/\bmade it\b/g, 'makes it'],
  [/\] affected\b/g, '] affects'],
  [/\] spoke against\b/g, '] speaks against'],
  [/\] delayed\b/g, '] delays'],
];

/** The words of a frame, which are in the past, in the present tense. */
export function inPresent(frame: string): string {
  return PRESENT.reduce((text, [past, present]) => text.replace(past, present), frame);
}
