import type { Checked } from '../engine/check.ts';
import { contains, type Span } from '../text/span.ts';

/**
 * What expanding the selection takes at an offset, one within the other, innermost first: a value, what it belongs to (a timeline
 * entry, a why, an action item, a field), the list of these, the section, those around it, and the text.
 */
export function selectionSpans({ postmortem }: Checked, offset: number): Span[] {
  if (!postmortem) return [];
  const { fields, timelines, whyChains, actionItems, sections, source } = postmortem;
  const all: (Span | undefined)[] = [
    ...fields.flatMap(({ value, line }) => [value.span, line]),
    ...timelines.flatMap(({ entries }) => [
      ...entries.flatMap(({ time, event, span }) => [time?.span, event.span, span]),
      { start: entries[0]?.span.start ?? 0, end: entries.at(-1)?.span.end ?? 0 },
    ]),
    ...whyChains.flatMap(({ whys, span }) => [
      ...whys.flatMap(({ question, answer, span: why }) => [question?.span, answer.span, why]),
      span,
    ]),
    ...actionItems.groups.flatMap(({ items, block }) => [
      ...items.flatMap(({ id, action, owner, priority, due, status, span }) => [
        ...[id, action, owner, priority, due, status].map((value) => value?.span),
        span,
      ]),
      block.span,
    ]),
    ...sections.flatMap(({ headingText, span }) => [headingText, span]),
    { start: 0, end: source.text.length },
  ];
  const around = all.filter((span) => span !== undefined && span.start <= offset && offset <= span.end) as Span[];
  around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const span of around) {
    const inner = nested.at(-1);
    const isWider = !inner || (contains(span, inner) && span.end - span.start > inner.end - inner.start);
    if (isWider && span.end > span.start) nested.push(span);
  }
  return nested;
}
