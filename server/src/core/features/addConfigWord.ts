import { t } from '../l10n.ts';
/** Lists of words in the configuration that grow by a click. */
export type WordList = 'people' | 'systems';

/**
 * The text of a configuration file with one more word in a list; comments and order stay. An empty text becomes a file with that
 * list alone. Rejects with a readable message where the text cannot be parsed.
 */
export async function addConfigWord(
  text: string,
  format: 'yaml' | 'json',
  list: WordList,
  word: string,
): Promise<string> {
  if (format === 'json') return addToJson(text, list, word);
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Error(t('The configuration file is not valid YAML: {0}', error.message));
  const words = wordsOf(document.toJS()?.[list]);
  if (words.includes(word)) return text;
  if (words.length > 0) document.addIn([list], word);
  else document.set(list, [word]);
  return document.toString({ lineWidth: 0 });
}

function addToJson(text: string, list: WordList, word: string): string {
  const config: unknown = text.trim() === '' ? {} : JSON.parse(text);
  if (typeof config !== 'object' || config === null) throw new Error(t('The configuration file is no JSON object'));
  const words = wordsOf((config as Record<string, unknown>)[list]);
  if (words.includes(word)) return text;
  return `${JSON.stringify({ ...config, [list]: [...words, word] }, undefined, 2)}\n`;
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
