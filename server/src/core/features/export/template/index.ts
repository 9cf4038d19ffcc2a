import type { Field, Postmortem, Section, SectionKind, Timeline, WhyChain } from '../../../model/postmortem.ts';
import type { DocumentTemplate } from '../../../model/template.ts';
import type { Block } from '../../../parse/block.ts';
import type { SourceText } from '../../../text/source.ts';
import { contains, overlaps, type Span } from '../../../text/span.ts';
import { actionShape } from './actionShape.ts';
import { Facts, textBelow } from './facts.ts';
import { fieldLines, frontMatterLines } from './fieldLines.ts';
import { inGerman, isGerman } from './german.ts';
import { Headings, titleText } from './headings.ts';
import { Hints } from './hints.ts';
import { Places } from './places.ts';
import { tableLike } from './tableShape.ts';
import type { TextReader } from './textReader.ts';
import { listOf, tellsZone, timelineShape } from './timelineShape.ts';
import { fillInFor } from './values.ts';
import { whyShape } from './whyShape.ts';

/** The structure of a document, ready for other incidents. */
export interface AdoptedStructure {
  /** Lines of the front matter that documents have, empty where they have none. */
  readonly frontMatter: string;
  readonly body: string;
  /** Headings that were kept. */
  readonly sections: number;
}

/**
 * The structure of a document without what it tells: its headings, fields, tables and lists in their own dress, its instructions to
 * writers, and fill-ins for everything else, as `templates` write them. Lines end in `\n`.
 */
export function structureOf(
  postmortem: Postmortem,
  templates: readonly DocumentTemplate[],
  reader: TextReader,
): AdoptedStructure {
  return new StructureWriter(postmortem, templates, reader).write();
}

/** What a heading that is kept means; a heading that is cut may mean more than the whole did. */
type Meant = Pick<Section, 'kind' | 'subKind' | 'title'>;

class StructureWriter {
  readonly #postmortem: Postmortem;
  readonly #source: SourceText;
  readonly #reader: TextReader;
  readonly #facts: Facts;
  readonly #hints: Hints;
  readonly #headings: Headings;
  readonly #places: Places;
  readonly #phases = new Map<Timeline, readonly Section[]>();
  readonly #parts: string[] = [];
  /** What is written already: a timeline by the heading it stands below, action items by their section, and whys. */
  readonly #shown = new Set<Span | Section | WhyChain>();
  readonly #headed = new Set<string>();
  readonly #open: { readonly level: number; readonly key: string }[] = [];
  #sections = 0;

  constructor(postmortem: Postmortem, templates: readonly DocumentTemplate[], reader: TextReader) {
    this.#reader = reader;
    this.#postmortem = postmortem;
    this.#source = postmortem.source;
    this.#places = new Places(postmortem);
    this.#facts = new Facts(postmortem);
    this.#hints = new Hints(templates);
    this.#headings = new Headings(postmortem, this.#facts, this.#hints, reader);
  }

  write(): AdoptedStructure {
    const { document, sections, fields } = this.#postmortem;
    this.#preamble();
    for (const section of sections) if (!section.parent) this.#section(section, 0);
    const yaml = document.frontMatter?.content;
    const frontMatter = yaml
      ? frontMatterLines(this.#source.text.slice(yaml.start, yaml.end), fields, this.#reader)
      : '';
    const parts = this.#parts.filter((part) => part !== '').map((part) => part.replace(/\r\n?/g, '\n'));
    const body = `${parts.join('\n\n')}\n`;
    const speak = isGerman(this.#source.text) ? inGerman : (text: string) => text;
    return { frontMatter: speak(frontMatter), body: speak(body), sections: this.#sections };
  }

  /** The title and what stands in front of the first section. */
  #preamble(): void {
    const { document, sections, title } = this.#postmortem;
    const end = sections[0]?.span.start ?? Number.POSITIVE_INFINITY;
    const above = document.blocks.filter((block) => block.start < end);
    const titled = title && above.find((block) => contains(block.span, title.span));
    if (!titled && !(title && document.frontMatter && title.span.start < document.frontMatter.span.end))
      this.#parts.push(`# ${titleText(this.#postmortem, this.#reader)}`);
    for (const [index, block] of above.entries()) {
      if (block === titled) this.#title(block);
      else this.#parts.push(this.#kept(block, undefined, above[index - 1]) ?? '');
    }
  }

  #title(block: Block): void {
    const { title } = this.#postmortem;
    const text = titleText(this.#postmortem, this.#reader);
    if (block.kind === 'heading') this.#parts.push(this.#headings.dressed(block.span, title!.span, text));
    else {
      const mark = /^(?:\*\*|__)/.exec(this.#textOf(block))?.[0] ?? '';
      const fields = fieldLines(block, this.#places.fieldsIn(block), this.#source, this.#facts, this.#reader);
      this.#parts.push(`${mark}${text}${mark}${fields === undefined ? '' : `\n${fields}`}`);
    }
  }

  /** Writes a section, `up` levels higher than it stands: headings around it that tell of this incident are left out. */
  #section(section: Section, up: number): void {
    const field = this.#postmortem.fields.find(
      ({ form, line }) => form === 'heading' && line.start === section.heading.start,
    );
    const text = this.#headings.textOf(section, field, this.#places.shapeIn(section.blocks));
    // "Root cause 1" and "Root cause 2" are one section of the template.
    if (text !== undefined && !this.#opens(text, Math.max(Math.min(section.level, 2), section.level - up))) return;
    let headed = 0;
    const meant = section.kind || text === undefined ? section : { ...section, ...this.#reader.meaningOf(text) };
    if (text !== undefined) {
      this.#sections++;
      this.#heading(section, meant, text, up);
      headed = this.#parts.length;
      this.#body(section, meant, field);
    }
    const before = this.#parts.length;
    const hasBody = before > headed;
    const asked = this.#postmortem.whyChains.find(
      ({ form, section: own, span }) => form === 'headings' && own === section && span.start > section.heading.start,
    );
    if (asked && text !== undefined)
      this.#parts.push(whyShape(asked, section.blocks, this.#source, this.#facts, this.#hints));
    for (const child of section.children)
      if (!asked || !overlaps(child.span, asked.span)) this.#section(child, text === undefined ? up + 1 : up);
    // Nothing of what stood below it can stand there again.
    if (text !== undefined && section.children.length > 0 && this.#parts.length === before && !hasBody)
      this.#parts.push(this.#hint(meant));
  }

  /** Opens a section among those that are written; false where one of this name stands beside it already. */
  #opens(text: string, level: number): boolean {
    const open = this.#open.findLast((other) => other.level < level)?.key ?? '';
    const key = `${open}\n${text.toLowerCase()}`;
    if (this.#headed.has(key)) return false;
    this.#headed.add(key);
    while (this.#open.length > 0 && this.#open.at(-1)!.level >= level) this.#open.pop();
    this.#open.push({ level, key });
    return true;
  }

  #heading(section: Section, meant: Meant, text: string, up: number): void {
    const { heading, headingText } = section;
    const first = section.blocks[0];
    // A label that its text follows in the same paragraph.
    if (first && first.kind === 'paragraph' && first.start === section.span.start && heading.end < first.end) {
      const mark = /^(?:\*{2,3}|_{2,3})/.exec(this.#textOf(first))?.[0] ?? '**';
      const whole = this.#source.text.slice(headingText.start, first.end);
      const apart = whole.split('\n', 1)[0]!.length <= headingText.end - headingText.start + 4;
      const colon = /^.[^\n]{0,100}?:/.test(whole.slice(0, headingText.end - headingText.start + 4)) ? ':' : '';
      const label = `${mark}${text.replace(/:$/, '')}${colon}${mark}`;
      this.#parts.push(`${label}${apart ? '\n' : ' '}${this.#hint(meant)}`);
      return;
    }
    this.#parts.push(this.#headings.dressed(heading, headingText, text, up));
  }

  #body(section: Section, meant: Meant, field: Field | undefined): void {
    const inline = section.blocks[0]?.start === section.span.start;
    const blocks = inline ? section.blocks.slice(1) : section.blocks;
    if (field) {
      const inHeading = contains(section.heading, field.value.span);
      this.#parts.push('<!-- optional -->');
      if (!inHeading) this.#parts.push(fillInFor(field, this.#reader));
      return;
    }
    const shaped = this.#places.shapeIn(section.blocks) !== undefined;
    let isFilled = inline;
    let end = this.#parts.length;
    for (const [index, block] of blocks.entries()) {
      const kept = this.#kept(block, section, blocks[index - 1]);
      if (kept) {
        this.#parts.push(kept);
        isFilled ||= !GUIDES.has(block.kind);
      } else if (kept === undefined && !isFilled && !shaped) {
        this.#parts.push(this.#openShape(meant) ?? this.#hint(meant, block));
        isFilled = true;
      }
      if (block.kind !== 'rule') end = this.#parts.length;
    }
    // Instructions alone are no place to write.
    if (!isFilled && section.children.length === 0)
      this.#parts.splice(end, 0, this.#openShape(meant) ?? this.#hint(meant));
  }

  /** What a template keeps of a block; undefined for what only tells of this incident. */
  #kept(block: Block, section: Section | undefined, above: Block | undefined): string | undefined {
    const text = this.#textOf(block);
    switch (block.kind) {
      case 'comment':
        return !/^<!--\s*postmortem-/.test(text) && this.#facts.isGuidance(text) ? text : '';
      case 'quote':
        if (this.#facts.isGuidance(textBelow(block))) return text;
        break;
      case 'paragraph':
        if (section === undefined || section.kind === 'timeline') {
          const [first = ''] = block.text.split(/(?<=[.:])\s|[\n\u2028]/, 1);
          const shape = this.#shape(block, section);
          if (shape === undefined && this.#reader.isZoneStatement(block.text)) return this.#zoneLine(block.text);
          if (shape && this.#reader.isZoneStatement(first)) return `${this.#zoneLine(first)}\n\n${shape}`;
          if (shape !== undefined) return shape;
        }
        if (/^([*_])(?!\1)[^*_]+\1$/.test(text) && this.#facts.isGuidance(block.text)) return text;
        if (this.#reader.isPlaceholder(block.text) && this.#facts.isGuidance(block.text)) return text;
        break;
      case 'rule':
        return text;
      case 'heading':
      case 'link-definition':
        return this.#shape(block, section) ?? '';
      default:
    }
    const shape = this.#shape(block, section);
    if (shape !== undefined) return shape;
    const held = this.#places.fieldsIn(block).filter(
      // What is labelled in a story is of this incident, unless it is a figure of any.
      ({ kind, name }) =>
        kind !== 'other' || !section?.kind || LISTING.has(section.kind) || this.#facts.isMeasure(name.text),
    );
    const fields = fieldLines(block, held, this.#source, this.#facts, this.#reader);
    if (fields !== undefined) return fields;
    // A list below a line "Attendees:" is its value.
    if (
      block.kind === 'list' &&
      above &&
      this.#places.fieldsIn(above).some(({ value }) => contains(block.span, value.span))
    )
      return '';
    return block.kind === 'table' ? this.#columns(block) : undefined;
  }

  /** The timeline, or its part in a section: each phase has an entry of its own. */
  #timeline(timeline: Timeline, section: Section): string {
    const texts = this.#hints.entries();
    const phases = this.#phasesOf(timeline);
    const index = Math.min(phases.indexOf(section), texts.length - 1);
    const own = phases.length > 1 && index >= 0 ? [texts[index]!] : texts;
    const shape = timelineShape(timeline, spanOf(section), own, this.#source, this.#facts, this.#reader);
    const isZoned =
      timeline.zone ||
      tellsZone(timeline, spanOf(section)) ||
      this.#parts.some((part) => this.#reader.isZoneStatement(part));
    return isZoned ? shape : `All times in UTC:\n\n${shape}`;
  }

  /** The sections in which entries of a timeline stand. */
  #phasesOf(timeline: Timeline): readonly Section[] {
    let phases = this.#phases.get(timeline);
    if (!phases) {
      phases = this.#postmortem.sections.filter(({ blocks }) =>
        blocks.some((block) => this.#places.timelineAt(block) === timeline),
      );
      this.#phases.set(timeline, phases);
    }
    return phases;
  }

  /** The shape of the timeline, the action items or the whys that a block begins; empty for a block that goes on with them. */
  #shape(block: Block, section: Section | undefined): string | undefined {
    const once = (what: Span | Section | WhyChain, write: () => string) => {
      if (this.#shown.has(what)) return '';
      this.#shown.add(what);
      return write();
    };
    const timeline = this.#places.timelineAt(block);
    if (timeline) {
      const place = section ?? timeline.section;
      return once(place.heading, () => this.#timeline(timeline, place));
    }
    const chain = section && this.#places.chainAt(block);
    if (chain) return once(chain, () => whyShape(chain, section.blocks, this.#source, this.#facts, this.#hints));
    const group = this.#places.groupAt(block);
    if (group && section?.kind !== 'people')
      return once(group.section, () => actionShape(group, this.#source, this.#facts, this.#hints));
    return undefined;
  }

  /** A table of the team's own: its columns, with a row to fill in. */
  #columns(table: Block): string | undefined {
    const header = table.children[0];
    if (!header?.children.every((cell) => this.#facts.isFree(cell.text))) return undefined;
    const first = header.children.findIndex((cell) => cell.text !== '');
    if (first < 0) return undefined;
    const row = header.children.map((_, index) => (index === first ? '[what to write]' : ''));
    return tableLike(table, this.#source, (text) => text, [row]);
  }

  /** What our templates have for a timeline or whys that are told in sentences here, or not at all. */
  #openShape({ kind, title }: Meant): string | undefined {
    if (kind === 'five-whys') return this.#hints.body(kind);
    if (kind !== 'timeline') return undefined;
    const list = listOf(this.#hints.entries());
    return this.#reader.zoneIn(title) ? list : `All times in UTC:\n\n${list}`;
  }

  /** What to write in a section, in the form in which it is written here. */
  #hint({ kind, subKind }: Meant, block?: Block): string {
    const texts = this.#hints.of(kind, subKind, block?.kind === 'list');
    if (block?.kind !== 'list') return texts[0]!;
    const items = block.children;
    const marker = items[0]?.data.marker ?? '-';
    const box = items[0]?.data.checked === undefined ? '' : '[ ] ';
    const signs = items.map(
      (item) => /^(?:\p{Extended_Pictographic}\ufe0f?\s*)/u.exec(item.children[0]?.text ?? '')?.[0],
    );
    const sign = signs[0] !== undefined && signs.every((other) => other === signs[0]) ? `${signs[0].trim()} ` : '';
    return texts
      .slice(0, 2)
      .map((text, index) => `${block.data.ordered ? `${index + 1}${marker.at(-1)}` : marker} ${box}${sign}${text}`)
      .join('\n');
  }

  /** The line over a timeline that says its zone, and nothing of the day. */
  #zoneLine(text: string): string {
    if (!/\d/.test(text.replace(/[+-]\d{1,2}(?::?\d{2})?\b/g, '')) && text.length <= 80) return text;
    return `All times in ${this.#reader.zoneIn(text)}:`;
  }

  #textOf(block: Block): string {
    return this.#source.text.slice(block.start, block.end).trimEnd();
  }
}

/** Kinds of sections that are lists of labels. */
const LISTING: ReadonlySet<SectionKind> = new Set<SectionKind>(['stats', 'people', 'supporting', 'review']);

/** Kinds of blocks that are kept to guide the writer, or to part what is written. */
const GUIDES: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['comment', 'quote', 'rule']);

/** What stands in a section itself: headings that are entries included, sections within it left out. */
function spanOf({ blocks, span }: Section): Span {
  return { start: blocks[0]?.start ?? span.start, end: blocks.at(-1)?.end ?? span.end };
}
