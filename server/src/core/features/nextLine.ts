import { DEFAULT_SETTINGS } from '../config/settings.ts';
import { rowText } from '../edits/tableEdits.ts';
import { nextWhy } from '../edits/whyEdits.ts';
import type { Checked } from '../engine/check.ts';
import { buildPostmortem } from '../model/build.ts';
import { dayOf, isoDay, MINUTES_PER_DAY } from '../model/calendar.ts';
import { isPlaceholder } from '../model/placeholders.ts';
import type { ActionColumn, Postmortem, Timeline, TimelineEntry } from '../model/postmortem.ts';
import { offsetAt } from '../model/zones.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { freeIds } from '../rules/action-items/sharedIds.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { EVENT } from './addTimelineEntry.ts';
import { formOf, zoneOf } from './entryForm.ts';

/** An incident that nothing has resolved is under way for so long after its last entry. Minutes. */
const UNDER_WAY = 24 * 60;

/**
 * What Enter starts at the end of a timeline entry, a row of action items or a why: the next one, its text left to fill in. Enter
 * behind one that was left empty ends the list instead. `offset` lies in the new line. Undefined where Enter is only Enter.
 */
export function nextLine({ postmortem, document, input }: Checked, offset: number, now: number): TextEdit | undefined {
  const { source } = document;
  const line = source.lineOf(offset);
  const current = { start: source.lineStart(line), end: source.lineEnd(line) };
  if (!postmortem || line === 0) return undefined;
  const above = { start: source.lineStart(line - 1), end: source.lineEnd(line - 1) };
  const end = replace({ start: above.start, end: current.end }, '');
  if (isBrokenEntry(sliceOf(source, above), sliceOf(source, current))) return end;
  // Other extensions may have repeated the marks of the line above.
  if (!/^[\s>|]*(?:(?:[-*+]|\d{1,9}[.)])[\s|]*)?$/.test(sliceOf(source, current))) return undefined;
  if (sliceOf(source, above).trim() === '' || !isInList(postmortem, above)) return undefined;

  // A new line cuts tables and lists in two: what stood there is read as it was before.
  const before = new SourceText(source.text.slice(0, above.end) + source.text.slice(current.end));
  const was = buildPostmortem(parseMarkdown(before), input.settings ?? DEFAULT_SETTINGS, input.path);
  const next = nextEntry(was, above, now) ?? nextAction(was, above) ?? nextOfChain(was, above);
  if (next === undefined) return undefined;
  if (next === 'end') return end;
  return next.startsWith(source.eol)
    ? replace(current, next.slice(source.eol.length))
    : replace({ start: above.end, end: current.end }, next);
}

/** Enter typed over the time that an entry asks for leaves its marks above and the rest below. */
function isBrokenEntry(above: string, below: string): boolean {
  const isMarks = (text: string) => /\S/.test(text) && !/[\p{L}\p{N}]/u.test(text.replace(/^\s*\d{1,9}[.)]/, ''));
  return below.includes(EVENT) && isMarks(above) && !/[\p{L}\p{N}]/u.test(below.replace(EVENT, ''));
}

/** Text to put behind the line above, or that its list ends here. */
type Next = string | 'end' | undefined;

function isInList({ sections, timelines, whyChains, actionItems }: Postmortem, line: Span): boolean {
  const section = sections.findLast(({ heading }) => heading.end <= line.start);
  const holding = [...timelines, ...whyChains, ...actionItems.groups].map((one) => one.section);
  return section !== undefined && (holding.includes(section) || section.kind === 'timeline');
}

function sliceOf(source: SourceText, { start, end }: Span): string {
  return source.text.slice(start, end);
}

/** Whether a part of the document ends on this line. */
function endsOn(part: Span, line: Span, source: SourceText): boolean {
  const end = part.start + sliceOf(source, part).trimEnd().length;
  return end > line.start && end <= line.end;
}

function nextEntry(postmortem: Postmortem, above: Span, now: number): Next {
  const { source } = postmortem;
  for (const timeline of postmortem.timelines) {
    const index = timeline.entries.findIndex((entry) => endsOn(entry.span, above, source));
    const entry = timeline.entries[index];
    if (!entry?.time) continue;
    if (entry.event.text.trim() === '' || entry.event.text === EVENT) return 'end';
    const form = formOf(timeline, source);
    if (!form || form.spaced) return undefined;
    const minutes = now / 60_000;
    const wall = minutes + offsetAt(zoneOf(timeline), minutes);
    const isNow = index === timeline.entries.length - 1 && isUnderWay(postmortem, timeline, minutes, wall);
    // What time it was on another day only the writer knows.
    const written = isNow ? wall : form.dated ? 'YYYY-MM-DD HH:MM' : 'HH:MM';
    const { date } = postmortem;
    const otherDay = isNow && date !== undefined && isoDay(date) !== dayIn(wall);
    return source.eol + form.write({ wall: written, event: EVENT, otherDay, after: 1 });
  }
  return undefined;
}

/** Whether entries written now are about now: on the day of the incident, and until it is resolved. */
function isUnderWay({ date, derived }: Postmortem, timeline: Timeline, now: number, wall: number): boolean {
  if (date === undefined || isoDay(date) === dayIn(wall)) return true;
  const last = timeline.entries.findLast((entry: TimelineEntry) => entry.at?.dated)?.at;
  return !derived.resolution && last !== undefined && now >= last.minutes && now - last.minutes < UNDER_WAY;
}

function dayIn(wall: number): string {
  return isoDay(dayOf(Math.floor(wall / MINUTES_PER_DAY)));
}

const FILL_INS: Partial<Record<ActionColumn, string>> = {
  action: '[what changes, and how one can tell that it has]',
  owner: '[@name]',
  priority: '[priority]',
  due: '[YYYY-MM-DD]',
};

function nextAction(postmortem: Postmortem, above: Span): Next {
  const { source, actionItems } = postmortem;
  const group = actionItems.groups.find(
    ({ form, block }) => form === 'table' && block.start <= above.end && above.start < block.end,
  );
  const row = group?.block.children.find((child) => endsOn(child.span, above, source));
  if (!group || !row || row.data.header) return undefined;
  const { columns } = group;
  const item = group.items.find(({ block }) => block.start === row.start);
  const isEmpty =
    item === undefined || item.action.text === '' || (item.placeholder && isPlaceholder(item.owner?.text ?? '[]'));
  if (isEmpty) return 'end';
  const cells: string[] = Array.from({ length: group.block.children[0]!.children.length }, () => '');
  for (const [column, text] of Object.entries(FILL_INS)) {
    const at = columns[column as ActionColumn];
    if (at !== undefined) cells[at] = text;
  }
  if (columns.id !== undefined) cells[columns.id] = freeIds(postmortem)();
  if (columns.status !== undefined) cells[columns.status] = /\p{L}/u.test(item.status?.text ?? '') ? 'Open' : '⏳';
  return source.eol + rowText(group.block, cells, source);
}

function nextOfChain({ source, whyChains }: Postmortem, above: Span): Next {
  for (const chain of whyChains) {
    const index = chain.whys.findIndex(({ span, answer }) =>
      endsOn({ start: span.start, end: Math.max(span.end, answer.span.end) }, above, source),
    );
    const why = chain.whys[index];
    if (!why) continue;
    if (why.answer.text.trim() === '' || why.placeholder) return index > 0 ? 'end' : undefined;
    if (index < chain.whys.length - 1 || (chain.rootCause && !isPlaceholder(chain.rootCause.text))) return undefined;
    const { span, text } = nextWhy(chain, source, index);
    return span.start >= above.start && span.start <= above.end ? text : undefined;
  }
  return undefined;
}
