import * as v from 'valibot';
import { entryBeside } from '../../edits/timelineEdits.ts';
import { t } from '../../l10n.ts';
import type { Postmortem, Timeline, TimelineEntry } from '../../model/postmortem.ts';
import { defineRule } from '../rule.ts';

export default defineRule<{ minutes: number }>({
  id: 'timeline/gap',
  title: 'A long time without an entry',
  severity: 'off',
  exampleSection: 'Timeline',
  options: v.object({
    minutes: v.optional(
      v.pipe(v.number(), v.minValue(1), v.description('Minutes without an entry between detection and resolution.')),
      60,
    ),
  }),
  docs: {
    why: 'An hour without an entry during a response is where waiting, searching and handing over happened: often the most that can be learned.',
    instead: 'Add what was tried, what was waited for, and what was ruled out.',
    notFlagged:
      'Time before the detection and after the resolution. Most real timelines have gaps, so the rule is off by default.',
    sources: [
      { title: 'Etsy Debriefing Facilitation Guide', url: 'https://extfiles.etsy.com/DebriefingFacilitationGuide.pdf' },
    ],
  },
  messages: { gap: '{gap} without an entry before this one: what was tried or waited for?' },
  examples: [
    {
      name: 'two hours of silence',
      bad: 'All times in UTC:\n\n- 14:02 - Alert fired\n- ⟦16:20⟧ - Rollback deployed\n- 16:31 - Incident resolved',
      fixed:
        'All times in UTC:\n\n- 14:02 - Alert fired\n- [HH:MM] - [what was tried or waited for]\n- 16:20 - Rollback deployed\n- 16:31 - Incident resolved',
    },
    {
      name: 'close entries',
      good: 'All times in UTC:\n\n- 14:02 - Alert fired\n- 14:40 - Rollback deployed\n- 15:31 - Incident resolved',
    },
    {
      name: 'before the detection',
      good: 'All times in UTC:\n\n- 09:00 - Release 31 deployed\n- 14:02 - Alert fired\n- 14:31 - Incident resolved',
    },
  ],
  *check({ postmortem, options }) {
    for (const { before, entry, minutes } of gaps(postmortem, options.minutes))
      yield {
        span: entry.time!.span,
        message: 'gap',
        args: { gap: spoken(minutes) },
        related: [{ span: before.time!.span, message: t('The entry above') }],
        data: { at: entry.span.start },
      };
  },
  *fixes(finding, { postmortem, options }) {
    const { at } = finding.data as { at: number };
    const gap = gaps(postmortem, options.minutes).find(({ entry }) => entry.span.start === at);
    if (!gap) return;
    const written = { time: '[HH:MM]', event: '[what was tried or waited for]' };
    const edit = entryBeside(gap.timeline, gap.before, 'after', written, postmortem.source);
    if (edit) yield { kind: 'template', title: t('Insert an entry'), edits: [edit] };
  },
});

interface Gap {
  readonly timeline: Timeline;
  readonly before: TimelineEntry;
  readonly entry: TimelineEntry;
  readonly minutes: number;
}

/** Neighbours further apart than `limit` between detection and resolution. An unfilled entry between them fills the gap. */
function gaps({ timelines, derived }: Postmortem, limit: number): Gap[] {
  const from = derived.detection?.minutes ?? derived.start?.minutes;
  const to = derived.resolution?.minutes;
  if (from === undefined || to === undefined) return [];
  return timelines.flatMap((timeline) =>
    timeline.entries.flatMap((entry, index) => {
      const before = timeline.entries[index - 1];
      if (
        !before?.at ||
        !entry.at ||
        before.basis !== 'clock' ||
        entry.basis !== 'clock' ||
        !entry.time ||
        !before.time
      )
        return [];
      if (before.at.minutes < from || entry.at.minutes > to || before.at.dated !== entry.at.dated) return [];
      const minutes = entry.at.minutes - (before.until ?? before.at).minutes;
      return minutes > limit ? [{ timeline, before, entry, minutes }] : [];
    }),
  );
}

function spoken(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')} min`;
}
