import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a text in another language. */
export type Translate = (text: string) => string;

/** Texts stay as they are written. */
export const inEnglish: Translate = (text) => text;

/** The languages beside English that the manifest is translated into. */
export function languagesOf(root: string): string[] {
  return readdirSync(root).flatMap((name) => /^package\.nls\.([\w-]+)\.json$/.exec(name)?.[1] ?? []);
}

/** What generated files say in a language: texts of the rules from the l10n bundle, all others from `texts.LANGUAGE.json` beside this file. Throws for a text that neither has. */
export function translatorOf(root: string, language: string): Translate {
  const read = (path: string): Record<string, string> => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const own = `scripts/generate/texts.${language}.json`;
  const texts = { ...read(`l10n/bundle.l10n.${language}.json`), ...read(own) };
  return (text) => {
    const translated = texts[text];
    if (translated === undefined) throw new Error(`${own} does not have ${JSON.stringify(text)}`);
    return translated;
  };
}
