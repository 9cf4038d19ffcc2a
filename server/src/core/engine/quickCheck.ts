import { DEFAULT_SETTINGS } from '../config/settings.ts';
import type { ProseUnit } from '../model/postmortem.ts';
import type { Block, BlockData } from '../parse/block.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { isSameProse, type ProseData, ProseRun } from '../parse/prose.ts';
import { blameInTyped } from '../rules/blame/sharedBlame.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Finding, RelatedPlace } from '../rules/rule.ts';
import { type ChangedRange, changedRange } from '../text/change.ts';
import { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Checked } from './check.ts';
import { inOrder, toFinding } from './finding.ts';
import { isSuppressed } from './suppressions.ts';

/** What can be told of a version of a document before it is checked. */
export interface QuickCheck {
  readonly source: SourceText;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

const proseRules = new Map(rules.filter(({ scope }) => scope === 'prose').map((rule) => [rule.id, rule]));

/**
 * What typing within one paragraph, list item or table cell changes at once: the blame in it is found anew, all other findings of
 * `base` move along with the text. What the change means for the document (a due date, the order of a timeline, that it blames often) only a check can tell, so
 * one has to follow. Its cost does not depend on what the rest of the document is. Undefined where the change may be more than
 * typing within one line of prose: a check comes first then.
 */
export function quickCheck(base: Checked, text: string): QuickCheck | undefined {
  const { document, postmortem, template, input } = base;
  if (!postmortem || !template) return undefined;
  const before = document.source;
  const change = changedRange(before.text, text);
  if (!change) return { source: before, findings: base.findings };
  if (touchesLineBreak(before.text, change.fromA, change.toA) || touchesLineBreak(text, change.fromB, change.toB))
    return undefined;
  const leaf = leafAround(document.blocks, before.text, change);
  if (!leaf) return undefined;
  const known = unitOf(leaf.block, postmortem.prose);
  const { start } = leaf.block;
  const typed = text.slice(start, leaf.end + unitsMore(change));
  const read = readAlone(leaf, before.text.slice(start, leaf.end), typed, change.fromA - start);
  if (!known || !read) return undefined;

  const findings: Finding[] = [];
  for (const finding of base.findings) {
    const isAnew = proseRules.has(finding.ruleId) && start <= finding.span.start && finding.span.end <= leaf.end;
    if (isAnew) continue;
    const span = moved(finding.span, change);
    if (span) findings.push({ ...finding, span, related: movedPlaces(finding.related, change) });
  }
  if (read.prose) {
    const run = new ProseRun(read.prose, start);
    const { settings = DEFAULT_SETTINGS, now, workspace } = input;
    const context = { postmortem, template, settings, now, workspace };
    const off = new Set(base.failures.map(({ ruleId }) => ruleId));
    for (const [ruleId, raw] of blameInTyped(known, run, context)) {
      const finding = off.has(ruleId) ? undefined : toFinding(proseRules.get(ruleId)!, raw, context);
      const place = placeBefore(raw.span.start, change);
      if (finding && !isSuppressed(base.suppressions, ruleId, place)) findings.push(finding);
    }
    findings.sort(inOrder);
  }
  return { source: before.changedWithinLine(text, change.fromA, unitsMore(change)), findings };
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

function unitOf({ data, start, end }: Block, prose: readonly ProseUnit[]): ProseUnit | undefined {
  return prose.find(({ run }) => run.data === data.prose && run.span.start >= start && run.span.end <= end);
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
