import type { Diagnostic, Message } from 'vscode-languageserver';

/**
 * Makes an encoder of messages: JSON in UTF-8, in parts to be written one after the other. While somebody types, nearly all diagnostics
 * are the very objects that were sent with the keystroke before: their bytes are kept, and only those between them are encoded.
 */
export function createEncoder(): (message: Message) => readonly Buffer[] {
  let kept = encodeList([]);
  return (message) => {
    const list = diagnosticsIn(message);
    if (!list) return [Buffer.from(JSON.stringify(message))];
    const [open, diagnostics] = list;
    let [above, below] = inCommon(kept.diagnostics, diagnostics);
    if (above + below < diagnostics.length / 2) {
      kept = encodeList(diagnostics);
      above = diagnostics.length;
      below = 0;
    }
    const { bytes, starts } = kept;
    const between = diagnostics
      .slice(above, diagnostics.length - below)
      .map((diagnostic) => JSON.stringify(diagnostic));
    // The empty ones stand for what is kept, so that there is a comma to it.
    const texts = [...(above > 0 ? [''] : []), ...between, ...(below > 0 ? [''] : [])];
    return [
      Buffer.from(open),
      bytes.subarray(0, Math.max(0, starts[above]! - 1)),
      Buffer.from(texts.join()),
      bytes.subarray(starts[kept.diagnostics.length - below]),
      CLOSE,
    ];
  };
}

const CLOSE = Buffer.from(']}}');

/** The diagnostics in a message, and the message up to them. */
function diagnosticsIn(message: Message): [string, readonly Diagnostic[]] | undefined {
  const { result, params, ...head } = message as Message & { result?: unknown; params?: unknown };
  if (isReport(result)) {
    const { items, ...rest } = result;
    return [openList({ ...head, result: { ...rest, items: [] } }), items];
  }
  if (isPublished(params)) {
    const { diagnostics, ...rest } = params;
    return [openList({ ...head, params: { ...rest, diagnostics: [] } }), diagnostics];
  }
  return undefined;
}

/** JSON of what ends with an empty list in an object in an object, up to its end. */
function openList(message: unknown): string {
  return JSON.stringify(message).slice(0, -CLOSE.length);
}

/** The answer to a client that asks for the diagnostics of a document. */
function isReport(result: unknown): result is { readonly kind: string; readonly items: readonly Diagnostic[] } {
  const { kind, items } = (result ?? {}) as { kind?: unknown; items?: unknown };
  return kind === 'full' && Array.isArray(items);
}

/** What a client is told that does not ask. */
function isPublished(params: unknown): params is { readonly diagnostics: readonly Diagnostic[] } {
  return Array.isArray((params as { diagnostics?: unknown } | null | undefined)?.diagnostics);
}

/** Diagnostics as JSON with a comma between two, and where each starts; behind the last, where one more would. */
function encodeList(diagnostics: readonly Diagnostic[]): {
  readonly diagnostics: readonly Diagnostic[];
  readonly bytes: Buffer;
  readonly starts: readonly number[];
} {
  const texts = diagnostics.map((diagnostic) => JSON.stringify(diagnostic));
  let start = 0;
  const starts = [start];
  for (const text of texts) {
    start += Buffer.byteLength(text) + 1;
    starts.push(start);
  }
  return { diagnostics, bytes: Buffer.from(texts.join()), starts };
}

/** How many two lists have in common at their start, and how many at their end. */
function inCommon(a: readonly unknown[], b: readonly unknown[]): [number, number] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [start, end];
}
