import { t } from '../../l10n.ts';
import { contradicts, type DurationReading, parseDuration, writeDuration } from '../../model/durations.ts';
import type { Field, Postmortem, TimelineEntry } from '../../model/postmortem.ts';
import type { Instant } from '../../model/time.ts';
import { replace } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RelatedPlace } from '../rule.ts';
import { fieldsOf, isOpen } from './sharedFields.ts';

interface Mismatch {
  readonly field: Field;
  /** The stated length of time, in the source. */
  readonly span: Span;
  readonly stated: string;
  readonly derived: string;
}

function mismatches(postmortem: Postmortem): Mismatch[] {
  const minutes = postmortem.derived.duration;
  if (minutes === undefined || minutes <= 0) return [];
  const found: Mismatch[] = [];
  for (const field of fieldsOf(postmortem, 'duration')) {
    if (field.place === 'body' || isOpen(field)) continue;
    const { text, span } = field.value;
    const reading = parseDuration(text, true);
    if (!reading || reading.minutes <= 0 || !contradicts(reading, minutes)) continue;
    if (isExplained(reading, text, postmortem)) continue;
    const stated = text.slice(reading.start, reading.end);
    const raw = postmortem.source.text.slice(span.start, span.end);
    const at = raw === text ? { start: span.start + reading.start, end: span.start + reading.end } : span;
    found.push({ field, span: at, stated, derived: writeDuration(minutes, stated) });
  }
  return found;
}

/**
 * Whether the statement tells its own range, or whether, where no entry marks the start, it is the time between an entry and the
 * mitigation or the resolution: then the writer counts from that entry.
 */
function isExplained(stated: DurationReading, text: string, { derived, timelines }: Postmortem): boolean {
  const clocks = [...text.slice(0, 200).matchAll(/\b([01]?\d|2[0-3]):([0-5]\d)\b/g)].map(
    (clock) => Number(clock[1]) * 60 + Number(clock[2]),
  );
  if (clocks.length === 2 && !contradicts(stated, (clocks[1]! - clocks[0]! + 1440) % 1440)) return true;
  if (derived.start) return false;
  const entries = timelines.flatMap((timeline) => timeline.entries).slice(0, 200);
  const ends = [derived.mitigation, derived.resolution, ...entries.filter(isRecovery).map((entry) => entry.at)];
  return ends.some(
    (end) =>
      end && entries.some(({ at }) => at && at.minutes < end.minutes && !contradicts(stated, end.minutes - at.minutes)),
  );
}

function isRecovery(entry: TimelineEntry): boolean {
  return entry.milestones.includes('mitigation') || entry.milestones.includes('resolution');
}

/** The entries that the derived duration begins and ends with. */
function ends(postmortem: Postmortem): RelatedPlace[] {
  const { start, detection, resolution } = postmortem.derived;
  const place = (at: Instant | undefined, message: string): RelatedPlace[] => {
    const entry =
      at && postmortem.timelines.flatMap((timeline) => timeline.entries).find((candidate) => candidate.at === at);
    return entry ? [{ span: entry.span, message }] : [];
  };
  return [
    ...place(start ?? detection, start ? t('The impact starts here') : t('Detected here')),
    ...place(resolution, t('Resolved here')),
  ];
}

export default defineRule({
  id: 'metadata/duration-mismatch',
  title: 'The stated duration is not that of the timeline',
  severity: 'warning',
  exampleSection: 'Impact',
  docs: {
    why: 'Two durations in one document leave the reader to guess which one went into the metrics.',
    instead: 'State the time from the start of the impact to the resolution, as the timeline tells it.',
    notFlagged:
      'Differences within what was written ("about 2 hours", "1 day"), timelines in which start or resolution cannot be told, and documents about several incidents. Where the timeline marks no start, a longer stated duration is believed.',
    sources: [
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: { mismatch: 'The timeline tells {derived}, not {stated}: correct one of them' },
  examples: [
    {
      name: 'an hour in the header, forty minutes in the timeline',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-01-12\n**Duration:** ⟦60 minutes⟧\n\n## Timeline\n\nAll times in UTC:\n\n- **10:00** - Impact starts: mail waits\n- **10:04** - Alert fires\n- **10:40** - Incident resolved\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-01-12\n**Duration:** 40 minutes\n\n## Timeline\n\nAll times in UTC:\n\n- **10:00** - Impact starts: mail waits\n- **10:04** - Alert fires\n- **10:40** - Incident resolved\n',
      severity: 'warning',
    },
    {
      name: 'in the impact, with hours',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n## Impact\n\n- **Duration:** ⟦3h 20m⟧ for all users\n\n## Timeline\n\nAll times in UTC:\n\n- 10:00 - Outage begins\n- 10:04 - Alert fires\n- 11:05 - Incident resolved\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n## Impact\n\n- **Duration:** 1h 5m for all users\n\n## Timeline\n\nAll times in UTC:\n\n- 10:00 - Outage begins\n- 10:04 - Alert fires\n- 11:05 - Incident resolved\n',
    },
    {
      name: 'rounded',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Duration:** about 1 hour\n\n## Timeline\n\nAll times in UTC:\n\n- 10:00 - Outage begins\n- 10:04 - Alert fires\n- 11:05 - Incident resolved\n',
    },
    {
      name: 'no resolution in the timeline',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Duration:** 3 hours\n\n## Timeline\n\nAll times in UTC:\n\n- 10:00 - Outage begins\n- 10:04 - Alert fires\n',
    },
  ],
  *check({ postmortem }) {
    const started = postmortem.derived.start !== undefined;
    for (const { field, span, stated, derived } of mismatches(postmortem)) {
      const longer = (parseDuration(field.value.text, true)?.minutes ?? 0) > (postmortem.derived.duration ?? 0);
      // The impact may well have begun before anybody noticed.
      if (!started && longer) continue;
      yield {
        span,
        message: 'mismatch',
        args: { stated, derived },
        related: ends(postmortem),
        data: { what: 'duration' },
      };
    }
  },
  *fixes(finding, { postmortem }) {
    const found = mismatches(postmortem).find(({ span }) => span.start === finding.span.start);
    if (found)
      yield {
        kind: 'safe',
        title: t('Write {0}', found.derived),
        edits: [replace(found.span, found.derived)],
        preferred: true,
      };
  },
});
