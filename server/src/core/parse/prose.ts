import type { Span } from '../text/span.ts';

/**
 * One piece of the map between visible text and source: `length` visible characters starting at `visible` stand for
 * `sourceLength` source characters starting at `source`. Where both lengths are equal the map is one to one.
 */
export interface ProseSegment {
  readonly visible: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

/**
 * What a run of prose is made of, offsets relative to the heading, paragraph or cell it stands in, so that it can be shared between
 * versions.
 */
export interface ProseData {
  readonly text: string;
  readonly segments: readonly ProseSegment[];
  /** Visible spans of inline code, images and bare URLs: nouns to a reader, no prose to a checker. */
  readonly opaque: readonly Span[];
  /** Visible spans shown as deleted (`~~…~~`). */
  readonly struck: readonly Span[];
}

/** Whether two runs show the same, from the same offsets. */
export function isSameProse(a: ProseData, b: ProseData): boolean {
  return (
    a.text === b.text &&
    isSameList(a.segments, b.segments, isSameSegment) &&
    isSameList(a.opaque, b.opaque, isSameSpan) &&
    isSameList(a.struck, b.struck, isSameSpan)
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i]!));
}

function isSameSegment(a: ProseSegment, b: ProseSegment): boolean {
  return a.visible === b.visible && a.length === b.length && a.source === b.source && a.sourceLength === b.sourceLength;
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/**
 * The text of one paragraph, heading, table cell or list item as a reader sees it: emphasis marks, link targets, HTML tags and
 * comments are gone, entities and escapes are resolved, `> ` and indentation at line starts are gone. A soft line break is `\n`,
 * a hard one (`<br>`, two blanks, backslash) is U+2028. Offsets into `text` are UTF-16; `toSource` leads back to the document.
 */
export class ProseRun {
  readonly data: ProseData;
  readonly #base: number;

  constructor(data: ProseData, base: number) {
    this.data = data;
    this.#base = base;
  }

  get text(): string {
    return this.data.text;
  }

  /** Source span of the whole run, from its first to its last visible character. */
  get span(): Span {
    return this.toSource({ start: 0, end: this.data.text.length });
  }

  /**
   * The source span that shows the visible `span`: it hugs the visible characters, so marks around them are left outside.
   * An empty span maps to the place before the character at its start (or after the last one).
   */
  toSource(visible: Span): Span {
    const start = this.#sourceStart(visible.start);
    if (visible.end <= visible.start) return { start, end: start };
    return { start, end: Math.max(start, this.#sourceEnd(visible.end)) };
  }

  /** The visible span that a source span covers; empty where it covers nothing visible. */
  toVisible(source: Span): Span {
    let start: number | undefined;
    let end = 0;
    for (const s of this.data.segments) {
      const from = this.#base + s.source;
      const to = from + s.sourceLength;
      if (to <= source.start || from >= source.end) continue;
      const exact = s.length === s.sourceLength;
      const a = exact ? s.visible + Math.max(0, source.start - from) : s.visible;
      const b = exact ? s.visible + Math.min(s.length, source.end - from) : s.visible + s.length;
      start ??= a;
      end = b;
    }
    return start === undefined ? { start: 0, end: 0 } : { start, end };
  }

  /** A part of the run as a run of its own: one line of a paragraph. */
  slice({ start, end }: Span): ProseRun {
    const within = (spans: readonly Span[]): Span[] =>
      spans.flatMap((span) => {
        const part = { start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start };
        return part.end > part.start ? [part] : [];
      });
    const segments = this.data.segments.flatMap((s): ProseSegment[] => {
      const from = Math.max(s.visible, start);
      const to = Math.min(s.visible + s.length, end);
      if (to <= from) return [];
      if (s.length !== s.sourceLength) return [{ ...s, visible: from - start, length: to - from }];
      const length = to - from;
      return [{ visible: from - start, length, source: s.source + from - s.visible, sourceLength: length }];
    });
    const { text, opaque, struck } = this.data;
    return new ProseRun(
      { text: text.slice(start, end), segments, opaque: within(opaque), struck: within(struck) },
      this.#base,
    );
  }

  #find(visible: number): ProseSegment | undefined {
    const { segments } = this.data;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle]!.visible <= visible) low = middle;
      else high = middle - 1;
    }
    return segments[low];
  }

  #sourceStart(visible: number): number {
    const s = this.#find(visible);
    if (!s) return this.#base;
    const within = visible - s.visible;
    if (within >= s.length) return this.#base + s.source + s.sourceLength;
    return this.#base + s.source + (s.length === s.sourceLength ? within : 0);
  }

  #sourceEnd(visible: number): number {
    const s = this.#find(visible - 1);
    if (!s) return this.#base;
    const within = visible - s.visible;
    return this.#base + s.source + (s.length === s.sourceLength ? Math.min(within, s.length) : s.sourceLength);
  }
}
