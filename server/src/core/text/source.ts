/** A place in a text as editors count it: 0-based line, 0-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What tells lines and columns. */
export interface Lines {
  /** 0-based line and UTF-16 column of the offset. */
  positionAt(offset: number): Position;
}

/**
 * An immutable text with its line index. Offsets are 0-based UTF-16 offsets into `text` exactly as it was given: a leading
 * byte order mark counts as one unit and CRLF as two, so that offsets can go back to an editor or a file unchanged.
 */
export class SourceText implements Lines {
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Offset of the first character after a byte order mark: 0 or 1. */
  get contentStart(): number {
    return this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** The line ending the text uses first, or `\n` when it has none. Inserted lines take this one. */
  get eol(): '\n' | '\r\n' {
    const at = this.text.indexOf('\n');
    return at > 0 && this.text.charCodeAt(at - 1) === 13 ? '\r\n' : '\n';
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  /** Offset at which the 0-based line starts; the length of the text for lines past the end. */
  lineStart(line: number): number {
    return this.#starts()[line] ?? this.text.length;
  }

  /** Offset of the end of the 0-based line, without its line ending. */
  lineEnd(line: number): number {
    const starts = this.#starts();
    if (line + 1 >= starts.length) return this.text.length;
    let end = starts[line + 1]! - 1;
    if (this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13 && end > starts[line]!) end--;
    return end;
  }

  /** 0-based line of the offset. Offsets outside the text are clamped into it. */
  lineOf(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** 0-based line and UTF-16 column of the offset. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineOf(clamped);
    return { line, character: clamped - this.lineStart(line) };
  }

  /** The lines of a later version of this text, changed at `offset` by so many units more (or fewer) within one line. */
  linesChangedAt(offset: number, units: number): Lines {
    const line = this.lineOf(offset);
    const start = this.lineStart(line);
    const next = line + 1 < this.lineCount ? this.lineStart(line + 1) + units : Number.POSITIVE_INFINITY;
    return {
      positionAt: (at) => {
        if (at < start) return this.positionAt(at);
        return at < next ? { line, character: at - start } : this.positionAt(at - units);
      },
    };
  }

  /** Offset of a 0-based line and UTF-16 column; columns past the end of a line are clamped to its end. */
  offsetAt(position: Position): number {
    if (position.line >= this.lineCount) return this.text.length;
    const start = this.lineStart(position.line);
    return Math.max(start, Math.min(start + position.character, this.lineEnd(position.line)));
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    // A lone carriage return ends a line in the editor protocol too.
    if (this.text.includes('\r') && /\r(?!\n)/.test(this.text)) {
      for (let at = this.text.indexOf('\r'); at >= 0; at = this.text.indexOf('\r', at + 1))
        if (this.text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
      starts.sort((a, b) => a - b);
    }
    this.#lineStarts = starts;
    return starts;
  }
}
