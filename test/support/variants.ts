import { readMarks } from './marked.ts';

/**
 * The same marked text in other dress: a rule must find the same stretches. `null` where the dress does not suit the text (a table
 * cannot stand inside a table cell).
 */
export interface Variant {
  readonly name: string;
  readonly dress: (markedDocument: string) => string | null;
}

export const SAME_FINDINGS: readonly Variant[] = [
  { name: 'CRLF', dress: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'byte order mark', dress: (text) => `\ufeff${text}` },
  {
    name: 'after front matter',
    dress: (text) => (text.startsWith('---') ? null : `---\nreviewed: no\n---\n${text}`),
  },
  { name: 'trailing blanks at the end', dress: (text) => `${text}\n\n` },
];

/** Ways to put one paragraph of prose somewhere else in the same section. */
export const SAME_PROSE: readonly Variant[] = [
  { name: 'list item', dress: (text) => (isPlainProse(text) ? `- ${text}` : null) },
  { name: 'nested list item', dress: (text) => (isPlainProse(text) ? `- Notes\n  - ${text}` : null) },
  {
    name: 'between emoji',
    dress: (text) => (isPlainProse(text) ? `👩‍🚒 🔥\n\n${text}\n\n🎉` : null),
  },
];

/** Ways to write a text so that no checker of prose may say a word about it. */
export const SILENT: readonly Variant[] = [
  { name: 'fenced code', dress: (text) => `\`\`\`\n${readMarks(text).text}\n\`\`\`` },
  {
    name: 'inline code',
    dress: (text) => (isPlainProse(text) && !text.includes('`') ? `\`${readMarks(text).text}\`` : null),
  },
  { name: 'HTML comment', dress: (text) => (text.includes('--') ? null : `<!-- ${readMarks(text).text} -->`) },
  { name: 'block quote', dress: (text) => (isPlainProse(text) ? `> ${readMarks(text).text}` : null) },
];

function isPlainProse(text: string): boolean {
  return !/^(?:[-*+>|#]|\d+[.)]|```|\*\*[A-Z].*:\*\*)/m.test(text) && !/\n\s*\n/.test(text);
}
