// The build for browsers: it knows no file system, as the engine must not. What it does is the same.
import { config, t as translate } from '@vscode/l10n/dist/browser.js';

/** Texts by their English original. */
export type Translations = Readonly<Record<string, string>>;

/** Takes the texts of another language into use, for all that is said from now on; English where there are none. */
export function useTranslations(translations: Translations | undefined): void {
  config({ contents: { ...translations } });
}

/**
 * A text in the language of the reader, `{0}` and `{name}` filled in. Not for what goes into documents: they stay in their language.
 * Call it when the text is made, never while a module is loaded: the language is not known by then.
 */
export function t(english: string, ...args: (string | number)[]): string {
  return translate(english, ...args);
}

/** The language that texts are in, as BCP 47 writes it, for pages and numbers. Its own code is among the texts of every language. */
export function languageOfTexts(): string {
  const code = t('en');
  return /^[a-z]{2,3}(?:-[\da-z]{2,8})*$/i.test(code) ? code : 'en';
}
