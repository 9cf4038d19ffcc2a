/** A stretch of text: 0-based UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` (inclusive) to `end` (exclusive), both UTF-16 offsets. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether the two spans share at least one character, or one of them is empty and lies within or at the edge of the other. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies within `outer`, edges included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same span moved by `by` UTF-16 units. */
export function shift(s: Span, by: number): Span {
  return by === 0 ? s : { start: s.start + by, end: s.end + by };
}

/** Whether the span overlaps one of `sorted`, spans in order that do not overlap each other. */
export function overlapsAny(s: Span, sorted: readonly Span[]): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end < s.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < sorted.length && sorted[index]!.start <= s.end; index++)
    if (overlaps(sorted[index]!, s)) return true;
  return false;
}

/** The spans in order, without those that overlap one that starts earlier (of two that start together, the first given stays). */
export function withoutOverlaps<S extends Span>(spans: readonly S[]): S[] {
  const kept: S[] = [];
  let end = -1;
  for (const s of [...spans].sort((a, b) => a.start - b.start)) {
    if (s.start < end) continue;
    kept.push(s);
    end = s.end;
  }
  return kept;
}
