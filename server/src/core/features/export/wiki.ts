import type { Root } from 'mdast';
import { type Markup, writeMarkup } from './markup.ts';
import { safeUrl } from './tree.ts';

/** The tree in the wiki markup that Confluence ("Insert markup") and Jira read. */
export function renderWiki(tree: Root): string {
  return writeMarkup(tree, WIKI);
}

const WIKI: Markup = {
  text: escapeWiki,
  strong: (content) => marked('*', content),
  emphasis: (content) => marked('_', content),
  deleted: (content) => marked('-', content),
  code: (value) => `{{${value.replace(/[{}|\\]/g, '\\$&')}}}`,
  link: (url, content) => {
    const target = safeUrl(url);
    if (!target) return content;
    return `[${content.replaceAll('|', '\\|')}|${target.replace(/[|\]\\ ]/g, (char) => encodeURIComponent(char))}]`;
  },
  image: (url, alt) => {
    const target = safeUrl(url);
    return target ? `!${target.replace(/[!|\s]/g, (char) => encodeURIComponent(char))}!` : escapeWiki(alt);
  },
  lineBreak: '\\\\ ',
  heading: (level, content) => `h${level}. ${content}`,
  // The macro ends at its own name, whatever stands before it.
  codeBlock: (value, language) =>
    `{code${language && /^[\w+#-]+$/.test(language) ? `:${language}` : ''}}\n${value.replaceAll('{code}', '{ code}')}\n{code}`,
  quote: (content) => `{quote}\n${content}\n{quote}`,
  rule: '----',
  item: ({ path, checked }) => `${path} ${checked === undefined ? '' : checked ? '(/) ' : '( ) '}`,
  table: (rows) =>
    rows
      .map((row, index) => {
        const mark = index === 0 ? '||' : '|';
        return `${mark}${row.map((cell) => cell.replaceAll('\n', ' ').trim() || ' ').join(mark)}${mark}`;
      })
      .join('\n'),
};

function escapeWiki(text: string): string {
  return text.replace(/[{}[\]|*_^~!\\]/g, '\\$&').replace(/(^|\s)([-+?])(?=\S)/g, '$1\\$2');
}

function marked(mark: string, content: string): string {
  const trimmed = content.trim();
  if (trimmed === '') return content;
  const start = content.length - content.trimStart().length;
  return content.slice(0, start) + mark + trimmed + mark + content.slice(start + trimmed.length);
}
