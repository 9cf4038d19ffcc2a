import type { Root } from 'mdast';
import { type Markup, writeMarkup } from './markup.ts';
import { safeUrl } from './tree.ts';

/** The tree in Slack's mrkdwn. Slack has no headings and no tables: they become bold lines and aligned text. */
export function renderSlack(tree: Root): string {
  return writeMarkup(tree, SLACK);
}

const SLACK: Markup = {
  text: escapeSlack,
  strong: (content) => marked('*', content),
  emphasis: (content) => marked('_', content),
  deleted: (content) => marked('~', content),
  code: (value) => `\`${escapeSlack(value).replaceAll('`', 'ˋ')}\``,
  link: (url, content) =>
    safeUrl(url) ? `<${encodeURI(decodeSafely(url)).replaceAll('|', '%7C')}|${content.replaceAll('|', '¦')}>` : content,
  image: (url, alt) =>
    safeUrl(url) ? `<${encodeURI(decodeSafely(url))}|${escapeSlack(alt || 'image')}>` : escapeSlack(alt),
  lineBreak: '\n',
  heading: (_level, content) => marked('*', content.replaceAll('*', '')),
  codeBlock: (value) => `\`\`\`\n${escapeSlack(value)}\n\`\`\``,
  quote: (content) =>
    content
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
  rule: '———',
  item: ({ depth, ordered, index, checked }) => {
    const mark = checked === undefined ? (ordered ? `${index + 1}.` : '•') : checked ? '☑' : '☐';
    return `${'    '.repeat(depth - 1)}${mark} `;
  },
  table: (_rows, plain) => {
    const widths = (plain[0] ?? []).map((_, column) => Math.max(...plain.map((row) => widthOf(row[column] ?? ''))));
    const lines = plain.map((row) =>
      widths
        .map((width, column) => (row[column] ?? '') + ' '.repeat(width - widthOf(row[column] ?? '')))
        .join('  ')
        .trimEnd(),
    );
    return `\`\`\`\n${escapeSlack(lines.join('\n'))}\n\`\`\``;
  },
};

/** Slack reads three characters as its own; zero-width blanks keep marks in a text from meaning anything. */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Marks only count where no blank stands inside them. */
function marked(mark: string, content: string): string {
  const trimmed = content.trim();
  if (trimmed === '') return content;
  const start = content.length - content.trimStart().length;
  return content.slice(0, start) + mark + trimmed + mark + content.slice(start + trimmed.length);
}

function widthOf(text: string): number {
  return [...text].length;
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
