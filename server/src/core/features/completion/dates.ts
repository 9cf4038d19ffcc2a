import type { CompletionChoice, CompletionPlace } from './item.ts';

const DAY = 86_400_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const OFFERED: readonly (readonly [string, number])[] = [
  ['today', 0],
  ['in 1 week', 7],
  ['in 2 weeks', 14],
  ['in 30 days', 30],
  ['in 90 days', 90],
];

/** ISO days for what is typed ("+2w", "next friday", "in 3 days"), or the usual deadlines. */
export function dateChoices(typed: string, place: CompletionPlace, now: number): CompletionChoice[] {
  const replace = { start: place.offset - typed.length, end: place.offset };
  const meant = daysMeant(typed.trim().toLowerCase(), now);
  const offered: readonly (readonly [string, number])[] = meant === undefined ? OFFERED : [[typed.trim(), meant]];
  return offered.map(([detail, days]) => {
    const iso = isoDay(now + days * DAY);
    return { label: iso, kind: 'date', detail, replace, text: iso, filter: `${typed} ${detail} ${iso}` };
  });
}

/** `YYYY-MM-DD` of a moment, in UTC. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Days from now, undefined for a text that means no day. */
function daysMeant(text: string, now: number): number | undefined {
  const ahead = /^(?:\+|in )\s*(\d{1,3})\s*(d|w|m|days?|weeks?|months?)$/.exec(text);
  if (ahead) {
    const count = Number(ahead[1]);
    const unit = ahead[2]![0];
    if (unit === 'd') return count;
    if (unit === 'w') return count * 7;
    const then = new Date(now);
    then.setUTCMonth(then.getUTCMonth() + count);
    return Math.round((then.getTime() - now) / DAY);
  }
  if (text === 'today') return 0;
  if (text === 'tomorrow') return 1;
  const weekday = /^(?:next )?([a-z]{3,9})$/.exec(text)?.[1];
  const index = weekday ? WEEKDAYS.findIndex((name) => name.startsWith(weekday)) : -1;
  if (index < 0) return undefined;
  const days = (index - new Date(now).getUTCDay() + 7) % 7 || 7;
  return days;
}
