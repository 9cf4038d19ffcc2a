import type { Field } from '../../../model/postmortem.ts';
import type { Block } from '../../../parse/block.ts';
import type { SourceText } from '../../../text/source.ts';
import { contains } from '../../../text/span.ts';
import type { Facts } from './facts.ts';
import { rowOf, tableLike } from './tableShape.ts';
import type { TextReader } from './textReader.ts';
import { fillInFor } from './values.ts';

/** Writes the fields that stand in a block, in its form, with fill-ins for their values; undefined where it has none to keep. */
export function fieldLines(
  block: Block,
  fields: readonly Field[],
  source: SourceText,
  facts: Facts,
  reader: TextReader,
): string | undefined {
  const own = fields.filter(
    (field) => contains(block.span, field.name.span) && (field.kind !== 'other' || isLabel(field, facts)),
  );
  if (own.length === 0) return undefined;
  return block.kind === 'table' ? tableOf(block, own, source, facts, reader) : linesOf(block, own, source, reader);
}

/** Names in the header are the team's; those of figures may be of what the incident hit. */
function isLabel({ name, place }: Field, facts: Facts): boolean {
  return place === 'impact' || place === 'body' ? facts.isMeasure(name.text) : facts.isFree(name.text);
}

/** One line a field, or several fields on one line; what else the lines say is left out. */
function linesOf(block: Block, fields: readonly Field[], source: SourceText, reader: TextReader): string {
  const byLine = new Map<number, Field[]>();
  for (const field of fields) {
    const line = source.lineOf(field.name.span.start);
    byLine.set(line, [...(byLine.get(line) ?? []), field]);
  }
  return [...byLine]
    .map(([line, held]) => {
      const start = Math.max(source.lineStart(line), block.kind === 'list' ? 0 : block.start);
      const whole = source.text.slice(start, source.lineEnd(line));
      let at = start;
      let out = '';
      for (const field of held) {
        const { start: nameStart } = field.name.span;
        const before = source.text.slice(at, nameStart);
        // What parts two fields of a line are marks; words there belong to the value of the first.
        const lineBreak = /<br\s*\/?>/i.exec(before)?.[0];
        const parted = lineBreak ? `${lineBreak} ` : ` | ${/(?<![*_])[*_]*$/.exec(before)![0]}`;
        const between = /\p{L}|\p{N}/u.test(before) && out !== '' ? parted : before.replace(/!?\[|<[^>]*>?/g, '');
        const value = fillInFor(field, reader);
        // A choice among marks that part fields could be read as fields.
        out += between + labelOf(field, source) + (held.length > 1 ? value.replace(/\s\|\s/g, ' / ') : value);
        at = Math.max(field.name.span.end, Math.min(field.value.span.end, start + whole.length));
      }
      const breakMark = /(?:(?<! ) {2,}|\\|<br ?\/?>)$/i.exec(whole)?.[0] ?? '';
      return out.trimEnd() + breakMark;
    })
    .join('\n');
}

/** The name of a field with the marks and the colon behind it. */
function labelOf({ name, value }: Field, source: SourceText): string {
  const end = value.span.start > name.span.end ? value.span.start : name.span.end;
  const between = source.text.slice(name.span.end, end);
  const marks = /^(?:[*_:]|\s(?=[:=]))*/.exec(between)![0];
  return `${source.text.slice(name.span.start, name.span.end)}${marks.includes(':') ? marks : `${marks}:`} `;
}

function tableOf(table: Block, fields: readonly Field[], source: SourceText, facts: Facts, reader: TextReader): string {
  const fieldAt = (cell: Block) => fields.find(({ name }) => contains(cell.span, name.span));
  const valueAt = (cell: Block) =>
    fields.find(({ value, name }) => contains(cell.span, value.span) && !contains(cell.span, name.span));
  const sourceOf = (cell: Block) =>
    table.data.html || /\]\(|</.test(source.text.slice(cell.start, cell.end))
      ? cell.text
      : source.text.slice(cell.start, cell.end).trim();
  const [header, ...rows] = table.children;
  const written = rows.flatMap((row) => {
    const cells = row.children.map((cell) => {
      if (fieldAt(cell)) return sourceOf(cell);
      const field = valueAt(cell);
      return field ? fillInFor(field, reader).replace(/\s\|\s/g, ' / ') : '';
    });
    return cells.every((cell) => cell === '') ? [] : [cells];
  });
  const isFieldRow = header!.children.some((cell) => valueAt(cell));
  if (!isFieldRow) return tableLike(table, source, (text) => (facts.isFree(text) ? text : ''), written);
  const first = header!.children.map((cell) => {
    const field = valueAt(cell);
    return field ? fillInFor(field, reader).replace(/\s\|\s/g, ' / ') : fieldAt(cell) ? sourceOf(cell) : '';
  });
  return [rowOf(first), rowOf(first.map(() => '---')), ...written.map(rowOf)].join('\n');
}

/** The front matter of a document as its template has it: the keys, with fill-ins for their values. Empty where there is none. */
export function frontMatterLines(yaml: string, fields: readonly Field[], reader: TextReader): string {
  const kept = yaml.split(/\r?\n/).flatMap((line) => {
    const key = /^([\p{L}][\p{L}\p{N} _-]*):/u.exec(line)?.[1];
    if (key === undefined) return [];
    const word = key.toLowerCase();
    // These two are the template's own; `template` is written where a document needs it.
    if (word === 'name' || word === 'description' || word === 'template') return [];
    if (word === 'postmortem') return ['postmortem: true'];
    if (word === 'type' || word === 'kind' || word === 'layout' || word === 'tags') {
      const said = /\b(?:post-?mortems?|incident-?(?:report|review|postmortem)s?)\b/i.exec(line.slice(key.length))?.[0];
      return said ? [`${key}: ${word === 'tags' ? `[${said}]` : said}`] : [];
    }
    if (word === 'title') return [`${key}: "[Title]"`];
    const field = fields.find(({ form, name }) => form === 'front-matter' && name.text === key);
    return field
      ? [
          `${key}: ${/^\w+$/.test(fillInFor(field, reader)) ? fillInFor(field, reader) : `"${fillInFor(field, reader)}"`}`,
        ]
      : [];
  });
  return kept.map((line) => `${line}\n`).join('');
}
