import { bareHeading } from '../../../model/headingText.ts';
import type { Field, Postmortem, Section, SectionKind } from '../../../model/postmortem.ts';
import type { SourceText } from '../../../text/source.ts';
import type { Span } from '../../../text/span.ts';
import type { Facts } from './facts.ts';
import type { Hints } from './hints.ts';
import type { TextReader } from './textReader.ts';
import { fillInFor } from './values.ts';

/** "Impact on Acme": a capital among small words. */
const NAMES_SOMETHING = /\s\p{Ll}[\p{L}'’-]*\s(?:[^\s]+\s)*\p{Lu}/u;

/** Words of titles that say what the document is. */
const DOCUMENT =
  /^\W*(?:(?:internal|public|preliminary|blameless|draft|major|post|after|root)[- ]){0,2}(?:post[- ]?mortem|incident|outage|action|cause|retrospective|correction of errors?|reason for outage|pir|rca|coe|rfo)(?: (?:report|review|analysis|retrospective|post[- ]?mortem|summary|document|bericht))?\b/iu;

/** The title with fill-ins for the id, the day and the name of the incident: "Postmortem: [INC-ID] - [Title]". */
export function titleText({ title }: Postmortem, reader: TextReader): string {
  const text = title?.text ?? '';
  const id = title?.incidentId?.text ?? '';
  const prefix = id !== '' && text.indexOf(id) >= 0 && text.indexOf(id) < 3 ? '' : (DOCUMENT.exec(text)?.[0] ?? '');
  let rest = text.slice(prefix.length);
  const place = (written: string, fillIn: string) => {
    if (written !== '') rest = rest.replace(written, () => fillIn);
  };
  place(id, '[INC-ID]');
  const day = reader.dayIn(rest);
  if (day) rest = `${rest.slice(0, day.start)}[YYYY-MM-DD]${rest.slice(day.end)}`;
  // Between the fill-ins stands the name, and marks that part them.
  let named = false;
  const parts = rest.split(/(\[(?:INC-ID|YYYY-MM-DD)\])/).map((part, index) => {
    if (index % 2 === 1 || !/[\p{L}\p{N}]/u.test(part)) return part;
    const before = /^[^\p{L}\p{N}]*/u.exec(part)![0];
    const after = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}]*$/u.exec(part)?.[0] ?? '';
    const name = named ? '' : '[Title]';
    named = true;
    return before.replace(/[[\]"'“”`*(]/g, '') + name + after.replace(/[[\]"'“”`*.!?…)]/g, '');
  });
  const whole = closed(`${prefix}${parts.join('')}`.replace(/\s+/g, ' ').trim());
  return /\p{L}/u.test(whole) ? whole : 'Postmortem: [INC-ID] - [Title]';
}

/** Parentheses that are not closed, or not opened, held something that is gone. */
function closed(text: string): string {
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(text) ? text.replace(/ ?\( ?\)/g, '') : text.replace(/[()]/g, '').trim();
}

/** Writes headings in the dress they have, without what belongs to the incident. */
export class Headings {
  readonly #source: SourceText;
  readonly #sections: readonly Section[];
  readonly #facts: Facts;
  readonly #hints: Hints;
  readonly #reader: TextReader;

  constructor({ source, sections }: Postmortem, facts: Facts, hints: Hints, reader: TextReader) {
    this.#source = source;
    this.#sections = sections;
    this.#facts = facts;
    this.#hints = hints;
    this.#reader = reader;
  }

  /**
   * What the heading of a section says in any postmortem; undefined where it only tells of this one. `field` is one it holds; `shape` is what stands
   * below it in a shape of its own.
   */
  textOf(section: Section, field: Field | undefined, shape: SectionKind | undefined): string | undefined {
    const { headingText, kind } = section;
    const written = this.#source.text.slice(headingText.start, headingText.end);
    if (written.includes('\n')) return undefined;
    const text = written
      .replace(/!?\[([^[\]]{0,200})\](?:\([^()]{0,2000}\)|\[[^[\]]{0,200}\])/g, '$1')
      .replace(/<[^<>]{0,500}>|&\w{1,20};|\\(?=\W)/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (field && field.value.span.start >= headingText.start && field.value.span.end <= headingText.end)
      return `${text.slice(0, text.indexOf(':') + 1)} ${fillInFor(field, this.#reader)}`;
    const bare = this.#withoutAsides(text);
    const words = bareHeading(bare);
    if (field) return this.#facts.isFree(words) ? bare : undefined;
    const exact = this.#reader.meaningOf(bare)?.exact;
    if (exact) return bare;
    // "Root cause: the disk was full" has its name in front.
    const short = [...bare.matchAll(/[:–—]\s|\s-\s/g)].map(({ index }) => bare.slice(0, index).trim());
    const named = short.find((part) => this.#reader.meaningOf(part)?.exact);
    if (named) return named;
    if (this.#facts.isStructural(words) && !(kind && NAMES_SOMETHING.test(words))) return bare;
    const meant = kind ?? (section.parent && shape === 'timeline' ? undefined : shape);
    const isOnly = this.#sections.every((other) => other === section || other.kind !== meant);
    const title = meant && isOnly ? this.#hints.title(meant) : undefined;
    return title && bare.slice(0, Math.max(0, bare.indexOf(words))) + title;
  }

  /** "Timeline (March 4, UTC)" → "Timeline (UTC)" */
  #withoutAsides(text: string): string {
    return text.replace(/ ?[([{]([^()[\]{}]{0,200})[)\]}]/g, (aside, inner: string) => {
      if (this.#facts.isFree(inner)) return aside;
      const zone = this.#reader.zoneIn(inner);
      return zone ? ` (${zone})` : '';
    });
  }

  /** A heading line with another text, `up` levels higher. */
  dressed(heading: Span, headingText: Span, text: string, up = 0): string {
    const { text: source } = this.#source;
    const before = source.slice(heading.start, headingText.start);
    const behind = source.slice(headingText.end, heading.end);
    const marks = /^[#*_>\s]*/.exec(before)![0].replace(/\s+/g, ' ');
    const end = /^[\s*_:#]*?(?:\n[ \t]*(?:=+|-+)[ \t]*)?$/.exec(behind.replace(/\r/g, ''))?.[0] ?? '';
    const raised = up > 0 ? marks.replace(new RegExp(`^#{1,${up}}(?=##)`), '') : marks;
    return (raised + text + balanced(marks, end)).replace(/(?<![^\S\n])[^\S\n]+$/gm, '');
  }
}

/** Marks of emphasis that were opened in front are closed behind, and only those. */
function balanced(marks: string, end: string): string {
  const opened = /[*_]+/.exec(marks)?.[0] ?? '';
  const closed = /[*_]+/.exec(end)?.[0] ?? '';
  return opened === closed ? end : opened + end.replace(/[*_]+/g, '');
}
