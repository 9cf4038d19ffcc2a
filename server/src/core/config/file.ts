import type { Document, Node, Pair } from 'yaml';
import { t } from '../l10n.ts';
import { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { type PartialSettings, type SettingsProblem, validateSettings } from './validate.ts';

/** Something in a configuration file that cannot be used, at its place in the file. */
export interface ConfigProblem {
  /** The file, as its host names it. */
  readonly file: string;
  readonly span: Span;
  /** 0-based line and UTF-16 column of the start of `span`. */
  readonly position: { readonly line: number; readonly character: number };
  readonly message: string;
}

/** A configuration file that was read. Problems are in the order of the text. */
export interface ConfigFile {
  readonly settings: PartialSettings;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads a configuration file, YAML or JSON (which is YAML, too). Never rejects for any text: what cannot be used is a problem at
 * its place, and the rest of the file holds. `file` is only repeated in the problems; `templates` are the names `template` may have,
 * any where none are given.
 */
export async function readConfigFile(file: string, text: string, templates?: readonly string[]): Promise<ConfigFile> {
  // Most runs meet no configuration file, so the YAML parser is loaded when one is there.
  const { parseDocument } = await import('yaml');
  const source = new SourceText(text);
  const problems: ConfigProblem[] = [];
  const report = (span: Span, message: string) =>
    problems.push({ file, span, position: source.positionAt(span.start), message });

  const document = parseDocument(text.slice(source.contentStart), { prettyErrors: false, logLevel: 'silent' });
  // One slip makes the parser stumble again and again; the first place is where to look.
  const [slip] = [...document.errors, ...document.warnings];
  if (slip)
    report(moved(slip.pos[0], Math.max(slip.pos[1], slip.pos[0] + 1), source), t('Not valid YAML: {0}', slip.message));

  let raw: unknown;
  try {
    raw = document.toJS();
  } catch (error) {
    // Aliases that expand without end, or that lead nowhere.
    report(
      { start: 0, end: source.lineEnd(0) },
      t('Not usable: {0}', error instanceof Error ? error.message : String(error)),
    );
  }
  const { settings, problems: wrong } = validateSettings(raw, templates);
  for (const problem of wrong) report(placeOf(document, problem, source), problem.message);
  problems.sort((a, b) => a.span.start - b.span.start);
  return { settings, problems };
}

/** Where the path of a problem leads in the text: its key or its value, or the nearest node above that has a place. */
function placeOf(document: Document, problem: SettingsProblem, source: SourceText): Span {
  let node: unknown = document.contents;
  let place: Span = { start: source.contentStart, end: source.lineEnd(0) };
  for (const [index, part] of problem.path.entries()) {
    const last = index === problem.path.length - 1;
    const pair = isCollection(node) ? pairOf(node.items, part) : undefined;
    if (!pair) break;
    place = rangeOf(last && problem.at === 'key' ? pair.key : pair.value, source) ?? rangeOf(pair.key, source) ?? place;
    node = pair.value;
  }
  return place;
}

function isCollection(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && Array.isArray((node as { items?: unknown }).items);
}

function pairOf(items: readonly unknown[], part: string | number): { key: unknown; value: unknown } | undefined {
  if (typeof part === 'number') return { key: undefined, value: items[part] };
  return (items as Pair[]).find((pair) => String((pair.key as { value?: unknown } | null)?.value) === part);
}

function rangeOf(node: unknown, source: SourceText): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? moved(range[0], range[1], source) : undefined;
}

/** The parser saw the text without its byte order mark. */
function moved(start: number, end: number, source: SourceText): Span {
  const length = source.text.length;
  return { start: Math.min(start + source.contentStart, length), end: Math.min(end + source.contentStart, length) };
}
