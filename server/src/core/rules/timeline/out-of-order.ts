import { sortEdits } from '../../edits/timelineEdits.ts';
import { t } from '../../l10n.ts';
import type { Timeline, TimelineEntry } from '../../model/postmortem.ts';
import { offsetAt } from '../../model/zones.ts';
import { defineRule } from '../rule.ts';

/** Minutes by which an approximate time may be early. */
const ROUGHLY = 60;

export default defineRule({
  id: 'timeline/out-of-order',
  title: 'An entry earlier than the one above',
  severity: 'warning',
  exampleSection: 'Timeline',
  docs: {
    why: 'Readers take the order of the entries for the order of events. An entry in the wrong place makes a reaction look like a cause.',
    instead: 'Sort the entries by time. Where an entry belongs to the next day, write its date.',
    notFlagged:
      'Midnights crossed without a date, 12-hour clocks without "pm", approximate times, entries under different phases, and timelines that run from the newest entry to the oldest all the way.',
    sources: [
      {
        title: 'PagerDuty Postmortem Guide: build a timeline',
        url: 'https://postmortems.pagerduty.com/how_to_write/writing/',
      },
    ],
  },
  messages: { order: '“{time}” is earlier than the entry above: sort the timeline, or write the date' },
  examples: [
    {
      name: 'bullets',
      bad: 'All times in UTC:\n\n- **14:02** - Alert\n- **14:31** - Rollback\n- **⟦14:20⟧** - Cause found\n- **14:45** - Resolved',
      fixed:
        'All times in UTC:\n\n- **14:02** - Alert\n- **14:20** - Cause found\n- **14:31** - Rollback\n- **14:45** - Resolved',
    },
    {
      name: 'rows with dates and further columns',
      bad: '| Time (UTC) | Who | Event |\n| :--- | --- | --- |\n| 2026-02-11 14:31 | on-call | Rollback |\n| ⟦2026-02-11 14:02⟧ | monitor | Alert |',
      fixed:
        '| Time (UTC) | Who | Event |\n| :--- | --- | --- |\n| 2026-02-11 14:02 | monitor | Alert |\n| 2026-02-11 14:31 | on-call | Rollback |',
    },
    {
      name: 'numbers stay where they are',
      bad: 'All times in UTC:\n\n1. `14:31` - Rollback\n2. `⟦14:02⟧` - Alert\n3. `14:45` - Resolved',
      fixed: 'All times in UTC:\n\n1. `14:02` - Alert\n2. `14:31` - Rollback\n3. `14:45` - Resolved',
    },
    {
      name: 'headings',
      bad: '## Timeline\n\nAll times in UTC\n\n### 14:31\n\nRollback\n\n### ⟦14:02⟧\n\nAlert\n\n### 14:45\n\nResolved',
      fixed: '## Timeline\n\nAll times in UTC\n\n### 14:02\n\nAlert\n\n### 14:31\n\nRollback\n\n### 14:45\n\nResolved',
    },
    {
      name: 'a midnight crossed',
      good: 'All times in UTC:\n\n- 23:40 - Alert\n- 23:55 - Page\n- 00:20 - Rollback\n- 00:31 - Resolved',
    },
    {
      name: 'twelve hours without pm',
      good: 'Times in PST:\n\n- 11:40 - Alert\n- 12:10 - Page\n- 1:05 - Rollback\n- 1:31 - Resolved',
    },
    {
      name: 'newest first',
      good: 'All times in UTC:\n\n- 15:40 - Resolved\n- 15:10 - Rollback\n- 14:40 - Cause found\n- 14:05 - Alert',
    },
    {
      name: 'a day and its hours far from Greenwich',
      good: '| NZST | Event |\n| --- | --- |\n| 2026-06-22 ~10:00 | Alert |\n| 2026-06-22 ~14:00 | Merged |\n| 2026-06-22 end of day | Issues filed |',
    },
    {
      name: 'a month and a day in it',
      good: '| Date | Event |\n| --- | --- |\n| Jun 2026 | Beta begins |\n| Jul 2026 | Reports of slow pages |\n| 2026-07-01 | Index added |',
    },
    {
      name: 'another zone in every entry',
      good: '- 14:02 UTC - Alert\n- 15:10 CET - Page to the second responder\n- 14:31 UTC - Resolved',
    },
  ],
  *check({ postmortem }) {
    for (const timeline of postmortem.timelines)
      for (const group of groupsOf(timeline)) {
        const pairs = comparable(group);
        const slips = pairs.filter(([above, entry]) => isBefore(entry, above));
        // Newest first is an order, too.
        if (pairs.length >= 3 && slips.length * 5 >= pairs.length * 4) continue;
        for (const [above, entry] of slips)
          yield {
            span: entry.time!.span,
            message: 'order',
            args: { time: entry.time!.text },
            related: [{ span: above.time!.span, message: t('The entry above') }],
            data: { block: entry.block, section: timeline.section.heading.start },
          };
      }
  },
  *fixes(finding, { postmortem }) {
    const { block, section } = finding.data as { block: number; section: number };
    const timeline = postmortem.timelines.find((candidate) => candidate.section.heading.start === section);
    const group = timeline?.entries.filter((entry) => entry.block === block);
    const edits = group && sortEdits(group, postmortem);
    if (edits && edits.length > 0) yield { kind: 'safe', title: t('Sort the timeline'), edits, preferred: true };
  },
});

function groupsOf(timeline: Timeline): TimelineEntry[][] {
  const groups = new Map<number, TimelineEntry[]>();
  for (const entry of timeline.entries) {
    const group = groups.get(entry.block);
    if (group) group.push(entry);
    else groups.set(entry.block, [entry]);
  }
  return [...groups.values()];
}

/** Neighbours whose times can be compared. */
function comparable(group: readonly TimelineEntry[]): [TimelineEntry, TimelineEntry][] {
  const timed = group.filter((entry) => entry.at && entry.time && !entry.problem && !WHOLE_MONTH.test(entry.time.text));
  const pairs: [TimelineEntry, TimelineEntry][] = [];
  for (let index = 1; index < timed.length; index++) {
    const above = timed[index - 1]!;
    const entry = timed[index]!;
    const relative = above.basis === 'relative' || entry.basis === 'relative';
    if (relative && above.basis !== entry.basis) continue;
    if (above.at!.dated === entry.at!.dated) pairs.push([above, entry]);
  }
  return pairs;
}

/** "Jul 2026", "2026-07": no day that could be compared. */
const WHOLE_MONTH = /^\W*(?:\p{L}{3,12}\.?,? (?:de )?20\d\d|20\d\d-\d\d)\W*$/u;

function isBefore(entry: TimelineEntry, above: TimelineEntry): boolean {
  // A day without a time says nothing of the hours; a time without seconds nothing of the seconds.
  const days = entry.basis === 'day' || above.basis === 'day';
  const unit = days ? 1440 : 1;
  const minutesOf = days ? localMinutes : (timed: TimelineEntry) => timed.at!.minutes;
  const difference = Math.floor(minutesOf(above) / unit) - Math.floor(minutesOf(entry) / unit);
  return difference > (entry.approximate || above.approximate ? ROUGHLY / unit : 0);
}

/** A day begins at the midnight of its place. */
function localMinutes({ at, basis }: TimelineEntry): number {
  const { minutes, zone } = at!;
  return zone && basis !== 'relative' ? minutes + offsetAt(zone, minutes) : minutes;
}
