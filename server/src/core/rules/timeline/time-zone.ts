import { belowHeading } from '../../edits/sectionEdits.ts';
import { t } from '../../l10n.ts';
import { dayOf, isoDay } from '../../model/calendar.ts';
import type { Postmortem, Timeline, TimelineEntry } from '../../model/postmortem.ts';
import { readTimestamp } from '../../model/timestamp.ts';
import { offsetAt } from '../../model/zones.ts';
import { replace, type TextEdit } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'timeline/time-zone',
  title: 'Time zone not stated, or mixed',
  severity: 'warning',
  exampleSection: 'Timeline',
  docs: {
    why: 'Teams, logs and customers live in different zones. Without a stated zone two readers see two different incidents.',
    instead:
      'Write "All times in UTC" above the timeline, put the zone into the column header, or write it with every time; one zone for the whole timeline.',
    notFlagged:
      'A zone in the heading, a lead-in line, a column header, the first entry or the front matter; two names of one offset; timelines of dates only or of minutes since the start.',
    sources: [
      {
        title: 'Wikimedia incident documentation: full report template',
        url: 'https://wikitech.wikimedia.org/wiki/Incidents/Full_report_template',
      },
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: {
    none: 'The timeline states no time zone: write “All times in UTC” above it',
    mixed: '“{zone}” after times in {other}: use one zone for the whole timeline',
  },
  examples: [
    {
      name: 'no zone',
      bad: '## ⟦Timeline⟧\n\n- **14:02** - Alert\n- **14:31** - Resolved',
      fixed: '## Timeline\n\nAll times in UTC:\n\n- **14:02** - Alert\n- **14:31** - Resolved',
    },
    {
      name: 'no zone in a table',
      bad: '## ⟦Timeline⟧\n\n| Time | Event |\n| --- | --- |\n| 14:02 | Alert |\n| 14:31 | Resolved |',
      fixed: '## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:02 | Alert |\n| 14:31 | Resolved |',
    },
    {
      name: 'mixed offsets',
      bad: '- 2026-02-11T14:02Z - Alert\n- ⟦2026-02-11T15:20+01:00⟧ - Cause found\n- 2026-02-11T14:31Z - Resolved',
      fixed: '- 2026-02-11T14:02Z - Alert\n- 2026-02-11T14:20Z - Cause found\n- 2026-02-11T14:31Z - Resolved',
    },
    {
      name: 'mixed names of zones',
      bad: '- 2026-02-11 14:02 UTC - Alert\n- ⟦2026-02-11 6:20 AM PST⟧ - Cause found\n- 2026-02-11 14:31 UTC - Resolved',
      fixed: '- 2026-02-11 14:02 UTC - Alert\n- 2026-02-11 14:20 UTC - Cause found\n- 2026-02-11 14:31 UTC - Resolved',
    },
    { name: 'a lead-in line', good: 'All times are in CET.\n\n- **14:02** - Alert\n- **14:31** - Resolved' },
    {
      name: 'the column header',
      good: '| Date and time in CET | Event |\n| --- | --- |\n| 2026-02-11 14:02 | Alert |\n| 2026-02-11 14:31 | Resolved |',
    },
    { name: 'the first entry', good: '- **14:02 UTC** - Alert\n- **14:31** - Resolved' },
    { name: 'the clock of the incident', good: '- 00:00 - Alert\n- 00:12 - Rollback\n- 00:29 - Resolved' },
    { name: 'minutes since the start', good: '- T0 - Alert\n- T+12m - Rollback\n- T+29m - Resolved' },
  ],
  *check({ postmortem }) {
    for (const timeline of postmortem.timelines) {
      const clocks = timeline.entries.filter((entry) => entry.basis === 'clock' && entry.time);
      if (clocks.length === 0 || countsFromZero(timeline, postmortem)) continue;
      if (!timeline.zoneName && !clocks.some((entry) => entry.ownZone)) {
        yield {
          span: timeline.section.headingText,
          message: 'none',
          data: { kind: 'none', section: timeline.section.heading.start },
        };
        continue;
      }
      const first = clocks.find((entry) => entry.at!.zone);
      const odd = clocks.find((entry) => first && entry.ownZone && offsetOf(entry) !== offsetIn(first, entry));
      if (!first || !odd) continue;
      yield {
        span: odd.time!.span,
        message: 'mixed',
        args: { zone: odd.time!.text, other: zoneLabel(first.at!.zone!) },
        related: [{ span: timeline.zone?.span ?? first.time!.span, message: t('The zone of the timeline') }],
        data: { kind: 'mixed', section: timeline.section.heading.start },
      };
    }
  },
  *fixes(finding, { postmortem }) {
    const { kind, section } = finding.data as { kind: 'none' | 'mixed'; section: number };
    const timeline = postmortem.timelines.find((candidate) => candidate.section.heading.start === section);
    if (!timeline) return;
    if (kind === 'none') {
      yield {
        kind: 'rewrite',
        title: t('State that all times are in UTC'),
        edits: [stateZone(timeline, 'UTC', postmortem)],
        preferred: true,
      };
      return;
    }
    const edits = toUtc(timeline);
    if (!edits) return;
    const explicit = timeline.entries.every((entry) => !entry.ownZone || /^(?:UTC|[+-]\d)/.test(entry.ownZone));
    yield {
      kind: explicit ? 'safe' : 'rewrite',
      title: t('Convert the times of the other zones to UTC'),
      edits,
      preferred: true,
    };
  },
});

/** "00:00 alert, 00:02 paged": in a document without any date the clock of the incident, which has no zone. */
function countsFromZero(timeline: Timeline, { date }: Postmortem): boolean {
  const [first, ...rest] = timeline.entries.flatMap(({ at }) => at ?? []);
  return !date && first?.minutes === 0 && rest.length > 0 && rest.every((at) => !at.dated && at.minutes >= 0);
}

function offsetOf(entry: TimelineEntry): number {
  return offsetAt(entry.ownZone!, entry.at!.minutes);
}

/** The offset of the timeline's zone at the moment of another entry: summer time may begin between them. */
function offsetIn(first: TimelineEntry, entry: TimelineEntry): number {
  return offsetAt(first.at!.zone!, entry.at!.minutes);
}

function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** In a table the column header states the zone, elsewhere a line below the heading. */
function stateZone(timeline: Timeline, zone: string, postmortem: Postmortem): TextEdit {
  const table = timeline.blocks.length === 1 ? timeline.blocks[0] : undefined;
  const time = timeline.entries.find((entry) => entry.time)?.time;
  if (table?.kind === 'table' && time) {
    const row = table.children.find(
      (candidate) => candidate.start <= time.span.start && time.span.end <= candidate.end,
    );
    const column = row?.children.findIndex((cell) => cell.start <= time.span.start && time.span.end <= cell.end) ?? -1;
    const header = table.children[0]?.children[column];
    if (header?.prose?.text) return replace(header.prose.span, `${header.text} (${zone})`);
  }
  return belowHeading(timeline.section, `All times in ${zone}:`, postmortem);
}

/** The edits that rewrite all times in other zones; undefined where one of them cannot be told. */
function toUtc(timeline: Timeline): TextEdit[] | undefined {
  if (timeline.zoneName && offsetAt(timeline.zoneName, timeline.entries[0]?.at?.minutes ?? 0) !== 0) return undefined;
  const edits: TextEdit[] = [];
  for (const entry of timeline.entries) {
    if (entry.basis !== 'clock' || !entry.time || !entry.at?.zone) continue;
    const inherited = !entry.ownZone && entry.at.zone !== 'UTC';
    if (!inherited && (!entry.ownZone || offsetOf(entry) === 0)) continue;
    const written = inUtc(entry);
    if (!written) return undefined;
    edits.push(replace(entry.time.span, written));
  }
  return edits.length > 0 ? edits : undefined;
}

/** The time of an entry in UTC: with its date where it writes one or the day changes, with seconds and range where it has them. */
function inUtc(entry: TimelineEntry): string | undefined {
  const text = entry.time!.text;
  const stamp = readTimestamp(text);
  if (!stamp?.clock || entry.approximate) return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}T\d/.test(text);
  const from = entry.at!.minutes;
  const changesDay = Math.floor(from / 1440) !== Math.floor((from + offsetAt(entry.at!.zone!, from)) / 1440);
  if (changesDay && !entry.at!.dated) return undefined;
  const date = entry.dateStated || changesDay ? `${isoDay(dayOf(Math.floor(from / 1440)))}${iso ? 'T' : ' '}` : '';
  const until = entry.until ? ` - ${clock(entry.until.minutes, stamp.clock.hasSeconds)}` : '';
  return `${date}${clock(from, stamp.clock.hasSeconds)}${until}${iso && !until ? 'Z' : ' UTC'}`;
}

function clock(minutes: number, seconds: boolean): string {
  const total = Math.round((((minutes % 1440) + 1440) % 1440) * 60);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(total / 3600)}:${two((total % 3600) / 60)}`;
  return seconds ? `${time}:${two(total % 60)}` : time;
}
