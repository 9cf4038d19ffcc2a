import type { ZonedDate } from './time.ts';

export const MINUTES_PER_DAY = 1440;

/** A calendar day. Month 1–12, day 1–31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a calendar day (proleptic Gregorian). */
export function dayNumber({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The calendar day that is `days` days after 1970-01-01. */
export function dayOf(days: number): CalendarDay {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether the calendar has this day; years 1900–2199 only, others are typing errors in a postmortem. */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 28–31. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2024-03-05`. */
export function isoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day as a date: its start in UTC, `minutes` minutes into it. */
export function zonedDate(day: CalendarDay, minutes = 0): ZonedDate {
  return { year: day.year, month: day.month, day: day.day, minutes: dayNumber(day) * MINUTES_PER_DAY + minutes };
}

/** The calendar day of a moment given in milliseconds since 1970, in UTC. */
export function dayAt(milliseconds: number): CalendarDay {
  return dayOf(Math.floor(milliseconds / 86_400_000));
}
