import { DEFAULT_SETTINGS } from '../config/settings.ts';
import type { ProseUnit } from '../model/postmortem.ts';
import type { Block, BlockData } from '../parse/block.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { isSameProse, type ProseData, ProseRun } from '../parse/prose.ts';
import { blameInTyped } from '../rules/blame/sharedBlame.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Finding, RelatedPlace } from '../rules/rule.ts';
import { type ChangedRange, changedRange } from '../text/change.ts';
import type { TextEdit } from '../text/edit.ts';
import { type Lines, SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Checked } from './check.ts';
import { inOrder, toFinding } from './finding.ts';
import { isSuppressed } from './suppressions.ts';

/** What can be told of a version of a document before it is checked: one after the other, the findings are in the order of the text. */
export interface QuickCheck {
  /** Lines and columns of the new text. */
  readonly lines: Lines;
  /** Findings of `base` that stay at their lines and columns. The same list as long as somebody types at the same place. */
  readonly above: readonly Finding[];
  /** Findings in what was typed in and on its lines, as they are now. */
  readonly here: readonly Finding[];
  /** As `above`: findings of `base` at lines and columns, the offsets are those before. */
  readonly below: readonly Finding[];
}

const proseRules = new Map(rules.filter(({ scope }) => scope === 'prose').map((rule) => [rule.id, rule]));

/**
 * What typing within one paragraph, list item or table cell changes at once: the blame in it is found anew, all other findings of
 * `base` move along with the text. What the change means for the document (a due date, the order of a timeline, that it blames often) only a check can tell, so
 * one has to follow. Its cost does not depend on what the rest of the document is, as long as the edit is as small as the change. Undefined where the change may be more than
 * typing within one line of prose: a check comes first then.
 */
export function quickCheck(base: Checked, edit: TextEdit): QuickCheck | undefined {
  const { document, postmortem, template, input } = base;
  if (!postmortem || !template) return undefined;
  const { source } = document;
  const before = source.text;
  const change = changeOf(edit, before);
  if (!change) return { lines: source, above: base.findings, here: [], below: [] };
  const { fromA, toA, fromB, toB } = change;
  const inserted = edit.text.slice(fromB - edit.span.start, toB - edit.span.start);
  if (touchesLineBreak(before, fromA, toA) || /[\n\r]/.test(inserted)) return undefined;
  const leaf = leafAround(document.blocks, before, change);
  if (!leaf) return undefined;
  const { start } = leaf.block;
  const typed = before.slice(start, fromA) + inserted + before.slice(toA, leaf.end);
  const read = readAlone(leaf, before.slice(start, leaf.end), typed, fromA - start);
  const { unit, above, on, below } = surroundings(base, leaf.block);
  if (!unit || !read) return undefined;

  const here: Finding[] = [];
  for (const finding of on) {
    const isAnew = proseRules.has(finding.ruleId) && start <= finding.span.start && finding.span.end <= leaf.end;
    if (isAnew) continue;
    const span = moved(finding.span, change);
    if (span) here.push({ ...finding, span, related: movedPlaces(finding.related, change) });
  }
  if (read.prose) {
    const run = new ProseRun(read.prose, start);
    const { settings = DEFAULT_SETTINGS, now, workspace } = input;
    const context = { postmortem, template, settings, now, workspace };
    const off = new Set(base.failures.map(({ ruleId }) => ruleId));
    for (const [ruleId, raw] of blameInTyped(unit, run, context)) {
      const finding = off.has(ruleId) ? undefined : toFinding(proseRules.get(ruleId)!, raw, context);
      const place = placeBefore(raw.span.start, change);
      if (finding && !isSuppressed(base.suppressions, ruleId, place)) here.push(finding);
    }
  }
  here.sort(inOrder);
  return { lines: source.linesChangedAt(fromA, unitsMore(change)), above, here, below };
}

/** The stretch that an edit really changes. */
function changeOf({ span, text }: TextEdit, before: string): ChangedRange | undefined {
  const change = changedRange(before.slice(span.start, span.end), text);
  if (!change) return undefined;
  const { fromA, toA, fromB, toB } = change;
  const { start } = span;
  return { fromA: start + fromA, toA: start + toA, fromB: start + fromB, toB: start + toB };
}

/** What a version knows of the place that is typed at. */
interface Surroundings {
  readonly block: BlockData;
  readonly start: number;
  readonly unit: ProseUnit | undefined;
  /** The findings on the lines of the block and what lies between them; those above and below stay at their lines. */
  readonly above: readonly Finding[];
  readonly on: readonly Finding[];
  readonly below: readonly Finding[];
}

/** Typing goes on where it began: what was found out for one keystroke serves the next. */
const lastSurroundings = new WeakMap<Checked, Surroundings>();

function surroundings(base: Checked, { data, start, end }: Block): Surroundings {
  const known = lastSurroundings.get(base);
  if (known && known.block === data && known.start === start) return known;
  const { source } = base.document;
  const from = source.lineStart(source.lineOf(start));
  const to = source.lineEnd(source.lineOf(end));
  // Typing never changes the column at which a line starts.
  const isOn = (span: Span) => (from <= span.start && span.start <= to) || (from < span.end && span.end <= to);
  const { findings } = base;
  const isHere = ({ span, related }: Finding) =>
    isOn(span) || related.some((place) => place.uri === undefined && isOn(place.span));
  const next = findings.findIndex(({ span }) => span.start > to);
  const behind = next < 0 ? findings.length : next;
  const first = findings.findIndex(isHere);
  const above = first < 0 ? behind : Math.min(first, behind);
  const below = Math.max(findings.findLastIndex(isHere) + 1, behind);
  const found = {
    block: data,
    start,
    unit: base.postmortem!.prose.find(
      ({ run }) => run.data === data.prose && run.span.start >= start && run.span.end <= end,
    ),
    above: findings.slice(0, above),
    on: findings.slice(above, below),
    below: findings.slice(below),
  };
  lastSurroundings.set(base, found);
  return found;
}

/** A paragraph or cell in the version before, with the blanks behind it that were typed after. */
interface Leaf {
  readonly block: Block;
  readonly end: number;
  /** It is the text of a task (`- [ ] …`). */
  readonly isTask: boolean;
}

/** The paragraph or cell that a change lies in; undefined where it touches its start, which decides what it is, or where it lies elsewhere. */
function leafAround(blocks: readonly Block[], text: string, { fromA, toA }: ChangedRange): Leaf | undefined {
  let parent: Block | undefined;
  let block = lastBefore(blocks, fromA);
  while (block && block.kind !== 'paragraph' && block.kind !== 'cell') {
    parent = block;
    block = lastBefore(block.children, fromA);
  }
  if (!block) return undefined;
  const end = Math.max(block.end, toA);
  if (text.slice(block.end, end).trim() !== '' || touchesLineBreak(text, block.end, end)) return undefined;
  return { block, end, isTask: parent?.data.checked !== undefined };
}

/** The last of the blocks that starts before the offset. */
function lastBefore(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

/**
 * The prose of a leaf after the change; undefined where it, or the text before, is something else when it is read without what surrounds
 * it.
 */
function readAlone(leaf: Leaf, before: string, after: string, changedAt: number): { prose?: ProseData } | undefined {
  const { data } = leaf.block;
  if (
    isPlain(before) &&
    data.prose?.text === before.trimEnd() &&
    OPENING.test(before.slice(0, changedAt)) &&
    isPlain(after)
  )
    return { prose: plainProse(after.trimEnd()) };
  let standsAlone = standingAlone.get(data);
  if (standsAlone === undefined) {
    const alone = paragraphOf(before, leaf)?.prose;
    standsAlone = alone !== undefined && data.prose !== undefined && isSameProse(alone, data.prose);
    standingAlone.set(data, standsAlone);
  }
  return standsAlone ? paragraphOf(after, leaf) : undefined;
}

/** Whether a line holds nothing that Markdown gives a meaning to, but perhaps in its first word: it shows as it is written. */
function isPlain(text: string): boolean {
  return !/[\\`*_~<&[\]|@\n\r]|:\/\/|www\./i.test(text);
}

/** A first word that begins a paragraph, whatever follows. */
const OPENING = /^[^\s\p{L}]*\p{L}\S*\s/u;

function plainProse(text: string): ProseData {
  const { length } = text;
  return { text, segments: [{ visible: 0, length, source: 0, sourceLength: length }], opaque: [], struck: [] };
}

/** Whether the text of a leaf is read the same without what surrounds it. */
const standingAlone = new WeakMap<BlockData, boolean>();

function paragraphOf(text: string, { block, isTask }: Leaf): BlockData | undefined {
  // A bar may part cells, or begin a table with the lines that follow; a backslash at the end of a cell takes its bar away.
  if (text.includes('|') || (block.kind === 'cell' && text.includes('\\'))) return undefined;
  const { blocks, frontMatter } = parseMarkdown(new SourceText(isTask ? `- ${text}` : text));
  const [first] = blocks;
  if (!first || blocks.length > 1 || frontMatter) return undefined;
  if (!isTask) return first.kind === 'paragraph' && first.start === 0 ? first.data : undefined;
  const item = first.data.children[0];
  const [paragraph] = item?.children ?? [];
  return item?.checked !== undefined && item.children.length === 1 ? paragraph : undefined;
}

function unitsMore({ toA, toB }: ChangedRange): number {
  return toB - toA;
}

/** Whether a stretch of a text holds a line break, or part of one. */
function touchesLineBreak(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from - 1) === 13) return true;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return true;
  }
  return false;
}

/** Where a span of the version before lies now; undefined where nothing is left of it. */
function moved(span: Span, change: ChangedRange): Span | undefined {
  const { fromA, toA, toB } = change;
  if (span.end <= fromA) return span;
  const start = span.start >= toA ? span.start + unitsMore(change) : Math.min(span.start, fromA);
  const end = span.end >= toA ? span.end + unitsMore(change) : Math.max(fromA, toB);
  return end > start || span.end === span.start ? { start, end } : undefined;
}

function movedPlaces(places: readonly RelatedPlace[], change: ChangedRange): readonly RelatedPlace[] {
  if (places.length === 0) return places;
  return places.flatMap((place) => {
    if (place.uri !== undefined) return [place];
    const span = moved(place.span, change);
    return span ? [{ ...place, span }] : [];
  });
}

/** The offset in the version before. */
function placeBefore(offset: number, change: ChangedRange): number {
  if (offset <= change.fromB) return offset;
  return offset >= change.toB ? offset - unitsMore(change) : change.fromA;
}
