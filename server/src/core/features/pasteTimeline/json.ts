/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return undefined;
  try {
    return JSON.parse(trimmed);
  } catch {
    return undefined;
  }
}

/** The objects of a text with one JSON object a line; undefined where a line is none. */
export function parseJsonLines(text: string): Record<string, unknown>[] | undefined {
  const values: Record<string, unknown>[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = parseJson(line);
    if (!isRecord(value)) return undefined;
    values.push(value);
  }
  return values.length > 0 ? values : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or number as text; an empty text for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
