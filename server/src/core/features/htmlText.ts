import { decodeEntity } from '../parse/entities.ts';

const BLOCK =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tbody|tr|ul)$/;
/** Elements whose content is no text, and what chat programs hide or draw with letters. */
const SILENT = /^(?:head|script|style|svg|template|title)$/;
const TOKEN = /<!--|<\/?([a-z][a-z0-9-]*)/gi;
const ATTRIBUTE = /(?<![a-z0-9-])([a-z][a-z0-9-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * The text of copied HTML with one line for each block. Where the HTML knows the exact moment that a clock time stands for —
 * a Slack permalink, a `<time datetime>` — that moment stands in its place, as ISO 8601. Never throws; any text is some HTML.
 */
export function htmlToText(html: string): string {
  let out = '';
  let silent: string | undefined;
  /** Name of the element whose text an exact moment replaces. */
  let replaced: string | undefined;
  const text = (raw: string) => {
    if (silent || replaced) return;
    out += raw.replace(/\s+/g, ' ').replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, decodeEntity);
  };
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let match = TOKEN.exec(html); match; match = TOKEN.exec(html)) {
    text(html.slice(at, match.index));
    if (!match[1]) {
      const end = html.indexOf('-->', match.index);
      at = end < 0 ? html.length : end + 3;
      TOKEN.lastIndex = at;
      continue;
    }
    const name = match[1].toLowerCase();
    const end = tagEnd(html, TOKEN.lastIndex);
    const closing = html.charAt(match.index + 1) === '/';
    at = end;
    TOKEN.lastIndex = end;
    if (silent) {
      if (closing && name === silent) silent = undefined;
      continue;
    }
    if (closing) {
      if (name === replaced) replaced = undefined;
      if (BLOCK.test(name)) out += '\n';
      continue;
    }
    if (SILENT.test(name)) {
      silent = name;
      continue;
    }
    const attributes = readAttributes(html.slice(match.index + match[0].length, end));
    if (name === 'img') text(attributes.get('data-stringify-emoji') ?? attributes.get('alt') ?? '');
    if (BLOCK.test(name)) out += '\n';
    const moment = replaced ? undefined : momentOf(attributes);
    if (moment) {
      out += /\s$/.test(out) || out === '' ? moment : `  ${moment}`;
      replaced = name;
    }
  }
  text(html.slice(at));
  return out
    .replace(/(?<![ \u00a0])[ \u00a0]*\n[ \u00a0]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The exact moment an element stands for, in ISO 8601 with milliseconds, or undefined. */
function momentOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const datetime = attributes.get('datetime');
  if (datetime && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(datetime)) return datetime;
  const slack =
    /^(\d{10})\.\d{1,6}$/.exec(attributes.get('data-ts') ?? '') ??
    /\/archives\/[A-Z0-9]{6,14}\/p(\d{10})\d{6}(?!\d)/.exec(attributes.get('href') ?? '');
  return slack ? new Date(Number(slack[1]) * 1000).toISOString() : undefined;
}

function readAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  if (tag.length > 20_000) return attributes;
  for (const [, name, double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    attributes.set(name!.toLowerCase(), (double ?? single ?? bare ?? '').replace(/&amp;/g, '&'));
  }
  return attributes;
}

/** The offset behind the `>` that closes a tag: one in quotes does not. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quote = code;
  }
  return html.length;
}
