import type { Settings } from '../config/settings.ts';
import type { Block, BlockData } from '../parse/block.ts';
import { Kept } from '../parse/kept.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { bareHeading } from './headingText.ts';
import type { Section, SectionKind } from './postmortem.ts';
import { CORE_KINDS, meaningOf, type SectionMeaning } from './sectionKinds.ts';
import { findTitleBlock } from './title.ts';

/** The outline of a document. */
export interface Outline {
  /** The heading or first line that is the title of the whole document. */
  readonly titleBlock: Block | undefined;
  /** All sections in the order of the text. */
  readonly sections: readonly Section[];
  /** Top-level blocks in front of the first section, without the title. */
  readonly preamble: readonly Block[];
}

type OpenSection = { -readonly [Key in keyof Section]: Section[Key] } & {
  blocks: Block[];
  children: Section[];
  /** A line of text that serves as a heading, not a Markdown heading. */
  label: boolean;
};

/** What opens a section: a heading, a line that serves as one, or the label of a paragraph. */
interface Opening {
  readonly level: number;
  readonly headingText: Span;
  readonly heading: Span;
  readonly title: string;
  readonly meaning: SectionMeaning | undefined;
  readonly label: 'line' | 'inline' | undefined;
}

const outlines = new Kept<{ readonly settings: Settings; readonly outline: Outline }>();

/** Reads the outline of a document; asked again for the same document and settings it gives the same one. */
export function readOutline(document: MarkdownDocument, settings: Settings): Outline {
  const known = outlines.get(document);
  if (known?.settings === settings) return known.outline;
  const outline = buildOutline(document, settings);
  outlines.set(document, { settings, outline });
  return outline;
}

function buildOutline(document: MarkdownDocument, settings: Settings): Outline {
  const titleBlock = findTitleBlock(document, settings);
  const headings = headingKinds(document, titleBlock, settings);
  const sections: OpenSection[] = [];
  const preamble: Block[] = [];
  const open: OpenSection[] = [];
  let end = 0;
  const close = () => {
    const section = open.pop()!;
    section.span = { start: section.span.start, end };
  };

  for (const block of document.blocks) {
    if (block === titleBlock) continue;
    const shape = shapeOf(block, document.source, settings);
    let opening: Opening | undefined;
    if (shape === 'entry') closeForEntry(open, block.level, close);
    else if (shape) opening = openingOf(block, shape, open, headings);

    if (opening) {
      const level = opening.level;
      while (open.length > 0 && open.at(-1)!.level >= level) close();
      const parent = open.at(-1);
      const { kind, subKind } = kindWithin(opening, open);
      const section: OpenSection = {
        kind,
        subKind,
        title: opening.title,
        level,
        heading: opening.heading,
        headingText: opening.headingText,
        span: block.span,
        blocks: opening.label === 'inline' ? [block] : [],
        parent,
        children: [],
        label: opening.label !== undefined,
      };
      parent?.children.push(section);
      sections.push(section);
      open.push(section);
    } else if (open.length > 0) open.at(-1)!.blocks.push(block);
    else preamble.push(block);
    end = block.end;
  }
  while (open.length > 0) close();
  return { titleBlock, sections, preamble };
}

/** A time, a date or a person as a heading ends what stands deeper, and belongs to the timeline (or section) around it. */
function closeForEntry(open: readonly OpenSection[], level: number, close: () => void): void {
  const timeline = open.findLastIndex((section) => section.kind === 'timeline');
  if (timeline >= 0) {
    while (open.length > timeline + 1 && (open.at(-1)!.label || open.at(-1)!.level >= level)) close();
    return;
  }
  while (open.length > 1 && open.at(-1)!.level >= level && open.at(-1)!.kind === undefined) close();
}

/** What a heading means where it stands: parts of a section do not become sections of another kind. */
function kindWithin(opening: Opening, open: readonly OpenSection[]): Pick<Section, 'kind' | 'subKind'> {
  const meaning = opening.meaning;
  const none = { kind: undefined, subKind: undefined };
  if (!meaning) return none;
  const around = nearestKind(open.at(-1));
  if (around === 'action-items') return none;
  if (around === 'timeline' && !CORE_KINDS.has(meaning.kind)) return none;
  const repeated = open.some((section) => section.kind === meaning.kind);
  if (repeated && (meaning.subKind === undefined || !meaning.exact)) return none;
  return { kind: meaning.kind, subKind: meaning.subKind };
}

/** The kind of the section or, where it has none, of the nearest section around it that has one. */
export function nearestKind(section: Section | undefined): SectionKind | undefined {
  for (let at = section; at; at = at.parent) if (at.kind) return at.kind;
  return undefined;
}

/** Kinds that the Markdown headings of a document have: a label in a paragraph opens no second section of one of them. */
function headingKinds(
  document: MarkdownDocument,
  titleBlock: Block | undefined,
  settings: Settings,
): ReadonlySet<SectionKind> {
  const kinds = new Set<SectionKind>();
  for (const block of document.blocks) {
    if (block.kind !== 'heading' || block === titleBlock) continue;
    const shape = shapeOf(block, document.source, settings);
    if (shape && shape !== 'entry' && shape.meaning) kinds.add(shape.meaning.kind);
  }
  return kinds;
}

/** Whether a block can open a section, as far as the block itself tells. `entry` is a heading that is a time, a date or a person. */
type Shape = 'entry' | HeadingShape | undefined;
interface HeadingShape {
  readonly meaning: SectionMeaning | undefined;
  readonly title: string;
  readonly label: 'line' | 'inline' | undefined;
  /** Length of the visible text that is the heading. */
  readonly length: number;
}

const shapes = new WeakMap<BlockData, { readonly settings: Settings; readonly shape: Shape }>();

function shapeOf(block: Block, source: SourceText, settings: Settings): Shape {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return undefined;
  const known = shapes.get(block.data);
  if (known?.settings === settings) return known.shape;
  const shape = block.kind === 'heading' ? headingShape(block.text, settings) : labelShape(block, source, settings);
  shapes.set(block.data, { settings, shape });
  return shape;
}

function headingShape(text: string, settings: Settings): Shape {
  if (isEntryHeading(text)) return 'entry';
  return { meaning: meaningOf(text, settings), title: bareHeading(text), label: undefined, length: text.length };
}

/** "### 14:02 - Rollback", "## May 12", "### T+12m", "### @alice". */
export function isEntryHeading(text: string): boolean {
  const t = text.replace(/^[^\p{L}\p{N}@]+/u, '');
  return (
    /^@[\w.-]{1,40}$/.test(t) ||
    /^(?:ca\.?|approx\.?|around|about|between|before|after|by|late|early)?\s*\d[\dxX?]:[\dxX?]{2}\b/i.test(t) ||
    /^\d:\d{2}\b/.test(t) ||
    /^\d{1,2}(?::\d{2}\s?[ap]m?|\s?[ap]m)\b/i.test(t) ||
    /^T\s?[+-]?\s?\d/.test(t) ||
    /^(?:YYYY-MM-DD|HH:MM)\b/.test(t) ||
    /^(?:between\s+)?\d{4,5}[-/.]\d{1,2}[-/.]\d{1,2}/i.test(t) ||
    /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/.test(t) ||
    MONTH_FIRST.test(t) ||
    DAY_FIRST.test(t) ||
    /^(?:day|week) \d+\b/i.test(t) ||
    /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?(?:\s|$)/i.test(t)
  );
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_FIRST = new RegExp(`^${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b`, 'i');
const DAY_FIRST = new RegExp(`^\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?${MONTH}\\b`, 'i');

/** A whole line in bold ("**Impact**"), in italics, or with a colon ("Impact:"); or the bold label of a paragraph ("**Impact:** none"). */
function labelShape(block: Block, source: SourceText, settings: Settings): Shape {
  const text = block.text;
  const head = source.text.slice(block.start, Math.min(block.end, block.start + 120));
  const mark = /^(?:\*{1,3}|_{1,3})(?=\S)/.exec(head)?.[0];
  if (!mark) {
    if (text.length > 60 || !/^[^\n\u2028:]+:?$/.test(text)) return undefined;
    const meaning = meaningOf(text, settings);
    const kinds = text.endsWith(':') ? PLAIN_KINDS : BARE_KINDS;
    if (!meaning?.exact || !kinds.has(meaning.kind)) return undefined;
    return { meaning, title: bareHeading(text), label: 'line', length: text.length };
  }
  const close = head.indexOf(mark, mark.length);
  if (close < 0) return undefined;
  const label = head.slice(mark.length, close);
  if (label.includes('\n') || /[[\]<>`]/.test(label)) return undefined;
  const rest = head.slice(close + mark.length).replace(/^[*_]+/, '');
  const wholeLine = /^\s*(?::\s*)?$/.test(rest) && block.end - block.start <= 120;
  const meaning = meaningOf(label, settings);
  if (!meaning?.exact) return undefined;
  const length = Math.min(text.length, label.length + (/^\s*:/.test(rest) ? 1 : 0));
  if (wholeLine) return { meaning, title: bareHeading(label), label: 'line', length: text.length };
  // The label has a line of its own, though no blank line parts it from its text.
  if (mark.length >= 2 && CORE_KINDS.has(meaning.kind) && /^\s?:?[^\S\n]*\n/.test(rest))
    return { meaning, title: bareHeading(label), label: 'inline', length };
  const colon = label.trimEnd().endsWith(':') || /^\s*:/.test(rest);
  if (!colon || mark.length < 2 || !INLINE_KINDS.has(meaning.kind)) return undefined;
  return { meaning, title: bareHeading(label), label: 'inline', length };
}

/** Kinds that a line of plain text with a colon opens. */
const PLAIN_KINDS: ReadonlySet<SectionKind> = new Set<SectionKind>([...CORE_KINDS, 'prevention']);
/** Kinds that a plain line opens without one: "timeline" over a list. Other names may be words of a text. */
const BARE_KINDS: ReadonlySet<SectionKind> = new Set<SectionKind>(['timeline', 'action-items']);

/** Kinds that teams write as "**Summary:** text" in place of a heading. */
const INLINE_KINDS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'summary',
  'impact',
  'root-cause',
  'trigger',
  'detection',
  'response',
  'contributing-factors',
  'background',
  'lessons',
]);

function openingOf(
  block: Block,
  shape: HeadingShape,
  open: readonly OpenSection[],
  headings: ReadonlySet<SectionKind>,
): Opening | undefined {
  const prose = block.prose;
  const headingText = prose ? prose.toSource({ start: 0, end: shape.length }) : block.span;
  if (!shape.label)
    return {
      level: block.level,
      heading: block.span,
      headingText,
      title: shape.title,
      meaning: shape.meaning,
      label: undefined,
    };

  const meaning = shape.meaning!;
  const aroundHeading = open.findLast((section) => !section.label);
  const around = nearestKind(aroundHeading);
  // Where headings tell the sections, labels below them are part of what they stand in.
  if (around !== undefined && headings.has(meaning.kind)) return undefined;
  if (shape.label === 'inline' && (around !== undefined || headings.has(meaning.kind))) return undefined;
  if (around === 'five-whys') return undefined;
  return {
    level: (aroundHeading?.level ?? 1) + 1,
    heading: shape.label === 'inline' ? headingText : block.span,
    headingText,
    title: shape.title,
    meaning,
    label: shape.label,
  };
}

/** Whether the section holds anything but its own heading: text, a list, a table, code, or a section that does. */
export function hasContent(section: Section): boolean {
  return (
    section.blocks.some(
      (block) => block.kind !== 'comment' && block.kind !== 'rule' && block.kind !== 'link-definition',
    ) || section.children.some(hasContent)
  );
}
