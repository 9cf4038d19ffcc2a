import { ownCopy } from '../text/ownCopy.ts';
import type { Span } from '../text/span.ts';
import type { ProseData, ProseSegment } from './prose.ts';

const NONE: readonly Span[] = [];

/** Collects visible text piece by piece, each with the source it stands for. Offsets are those into `body`. */
export class ProseWriter {
  readonly #body: string;
  readonly #base: number;
  readonly #segments: ProseSegment[] = [];
  readonly #opaque: Span[] = [];
  readonly #struck: Span[] = [];
  /** The visible text in pieces: joined once, because reading the end of a text that grows copies all of it. */
  readonly #pieces: string[] = [];
  #length = 0;

  /** What is written is told relative to `base`. */
  constructor(body: string, base: number) {
    this.#body = body;
    this.#base = base;
  }

  /** How long the visible text is so far. UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Whether the visible text ends in a line break. */
  get endsInBreak(): boolean {
    const last = this.#pieces.at(-1);
    return last !== undefined && /[\n\u2028]/.test(last.charAt(last.length - 1));
  }

  /** Text that shows as it is written. */
  exact(from: number, to: number): void {
    if (to <= from) return;
    const last = this.#segments.at(-1);
    const source = from - this.#base;
    if (last && last.length === last.sourceLength && last.source + last.sourceLength === source) {
      this.#segments[this.#segments.length - 1] = {
        ...last,
        length: last.length + to - from,
        sourceLength: last.sourceLength + to - from,
      };
    } else this.#segments.push({ visible: this.#length, length: to - from, source, sourceLength: to - from });
    this.#show(this.#body.slice(from, to));
  }

  /** Text that shows as something else: an entity, a line break. */
  piece(shown: string, from: number, to: number): void {
    if (shown === '\n' && this.endsInBreak) return;
    this.#segments.push({
      visible: this.#length,
      length: shown.length,
      source: from - this.#base,
      sourceLength: to - from,
    });
    this.#show(shown);
  }

  /** What was written since the visible text was `start` long is code, an image or a bare URL. */
  opaqueSince(start: number): void {
    this.#opaque.push({ start, end: this.#length });
  }

  /** What was written since the visible text was `start` long is shown as deleted. */
  struckSince(start: number): void {
    this.#struck.push({ start, end: this.#length });
  }

  #show(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** The prose; undefined where nothing is visible. */
  finish(): ProseData | undefined {
    // Blanks at both ends belong to the marks around the text, not to the text.
    const text = this.#pieces.join('');
    const lead = text.length - text.trimStart().length;
    const trail = text.trimEnd().length;
    if (trail <= lead) return undefined;
    const clip = (s: Span): Span => ({ start: Math.max(0, s.start - lead), end: Math.min(trail, s.end) - lead });
    const segments: ProseSegment[] = [];
    for (const s of this.#segments) {
      const start = Math.max(s.visible, lead);
      const end = Math.min(s.visible + s.length, trail);
      if (end <= start) continue;
      const exact = s.length === s.sourceLength;
      segments.push({
        visible: start - lead,
        length: end - start,
        source: exact ? s.source + (start - s.visible) : s.source,
        sourceLength: exact ? end - start : s.sourceLength,
      });
    }
    return {
      text: ownCopy(text.slice(lead, trail)),
      // Prose is kept as long as the document: a copy has no room left to grow, and most lists of spans are empty.
      segments: segments.slice(),
      opaque: this.#opaque.length === 0 ? NONE : this.#opaque.map(clip).filter((s) => s.end > s.start),
      struck: this.#struck.length === 0 ? NONE : this.#struck.map(clip).filter((s) => s.end > s.start),
    };
  }
}
