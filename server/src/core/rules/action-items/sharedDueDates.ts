import type { CalendarDay } from '../../model/calendar.ts';
import { dayNumber } from '../../model/calendar.ts';
import { type DateReading, parseDate } from '../../model/dates.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { ActionItem } from '../../model/postmortem.ts';
import type { RuleContext } from '../rule.ts';
import { saysNothing } from './sharedFindings.ts';

/** The due date of an item as written; undefined where none is, or only template text. */
export function dueDateOf(item: ActionItem, { postmortem, settings }: RuleContext): DateReading | undefined {
  const text = item.due?.text;
  if (text === undefined || saysNothing(text) || isPlaceholder(text)) return undefined;
  return parseDate(text, { date: postmortem.date, settings });
}

/** Days from one day to another; negative where the second is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}
