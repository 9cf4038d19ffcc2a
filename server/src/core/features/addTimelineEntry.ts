import { contentEnd } from '../edits/listEdits.ts';
import { takesEntries } from '../edits/timelineEdits.ts';
import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import { dayOf, isoDay, MINUTES_PER_DAY } from '../model/calendar.ts';
import { offsetAt } from '../model/zones.ts';
import { insert, replace } from '../text/edit.ts';
import type { DocumentChange } from './documentChange.ts';
import { formOf, standardForm, zoneOf } from './entryForm.ts';

/** What an entry says before it is written. */
export const EVENT = '[what happened]';

/**
 * A timeline entry for the moment `now` (milliseconds since 1970), written as the document writes its entries, below the last one.
 * The first entry of an unfilled template is filled instead. Times are UTC unless the timeline states another zone.
 */
export function addTimelineEntry({ postmortem, document }: Checked, now: number): DocumentChange {
  const { source } = document;
  const section = postmortem?.sections.find((candidate) => candidate.kind === 'timeline');
  const timeline = postmortem?.timelines.findLast((candidate) => candidate.entries.some((entry) => entry.time));
  if (!postmortem || (!section && !timeline))
    return { nothing: t('This document has no timeline section. “Insert Missing Sections” adds one') };
  const minutes = now / 60_000;
  if (!timeline) {
    const at = (section ?? postmortem.sections[0])!.heading.end;
    const [day, time] = new Date(now).toISOString().split('T');
    return { edits: [insert(at, `${source.eol}${source.eol}- **${day} ${time!.slice(0, 5)} UTC** - ${EVENT}`)] };
  }
  const zone = zoneOf(timeline);
  const wall = minutes + offsetAt(zone, minutes);
  const open = timeline.entries.find((entry) => entry.problem === 'placeholder' && entry.time);
  if (open?.time && timeline.entries.every((entry) => entry.at === undefined || entry.span.start > open.span.start))
    return { edits: [replace(open.time.span, new Date(wall * 60_000).toISOString().slice(11, 16))] };

  if (!takesEntries(timeline, source)) {
    const entry = standardForm(true).write({ wall, event: EVENT });
    return { edits: [insert(contentEnd(timeline.blocks.at(-1)!.span, source), source.eol.repeat(2) + entry)] };
  }
  const form = formOf(timeline, source) ?? standardForm(true);
  const last = timeline.entries.at(-1)!;
  const { date } = postmortem;
  // Times without a date are those of the day of the incident; another day is told.
  const otherDay = date !== undefined && isoDay(date) !== isoDay(dayOf(Math.floor(wall / MINUTES_PER_DAY)));
  const line = form.write({ wall, event: EVENT, otherDay, after: 1 });
  const end = last.span.start + source.text.slice(last.span.start, last.span.end).trimEnd().length;
  const lineEnd = source.lineEnd(source.lineOf(Math.max(last.span.start, end - 1)));
  const broken = form.lineBreak === '' || source.text.slice(0, lineEnd).endsWith(form.lineBreak);
  const gap = (broken ? '' : form.lineBreak) + source.eol.repeat(form.spaced ? 2 : 1);
  return { edits: [insert(lineEnd, gap + line)] };
}
