import type { Checked } from '../engine/check.ts';
import type { Milestone, TimelineEntry } from '../model/postmortem.ts';
import type { Span } from '../text/span.ts';

/** A region that can be folded to its first line. */
export interface FoldingRegion {
  readonly span: Span;
}

/** Milestones that open a phase of the response. */
const PHASES: ReadonlySet<Milestone> = new Set(['start', 'detection', 'mitigation', 'resolution']);

/** Sections, and the phases of the timeline: from one of start, detection, mitigation and resolution to the next. */
export function foldingRegions({ postmortem }: Checked): FoldingRegion[] {
  if (!postmortem) return [];
  const regions = postmortem.sections.map((section) => ({ span: section.span }));
  for (const { entries } of postmortem.timelines) regions.push(...phases(entries));
  return regions;
}

function phases(entries: readonly TimelineEntry[]): FoldingRegion[] {
  const opens = entries.flatMap((entry, index) => (entry.milestones.some((one) => PHASES.has(one)) ? [index] : []));
  return opens.map((open, index) => {
    const last = entries[(opens[index + 1] ?? entries.length) - 1]!;
    return { span: { start: entries[open]!.span.start, end: last.span.end } };
  });
}
