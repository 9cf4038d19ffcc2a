const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * ISO form of a time stamp as incident tools write it: ISO with or without a `T`, with "UTC" or "+0000" behind it; "01/Mar/26 9:14 AM" (Jira); seconds or
 * milliseconds since 1970. Undefined for what cannot be read or could be two days ("03/04/2026").
 */
export function isoTimestamp(text: string): string | undefined {
  return fromIso(text) ?? fromJira(text) ?? fromEpoch(text);
}

function fromIso(text: string): string | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?\s{0,2}(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?: UTC)?$/i.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, day, time, seconds = ':00', zone = ''] = match;
  if (!isCalendarDay(day!)) return undefined;
  if (time === undefined) return day;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : zone === '' ? '' : 'Z';
  const stamp = `${day}T${time}${seconds}${offset}`;
  const at = Date.parse(stamp);
  if (Number.isNaN(at)) return undefined;
  return offset === '' ? stamp : fromMilliseconds(at);
}

function fromJira(text: string): string | undefined {
  const match = /^(\d{1,2})[/-]([A-Za-z]{3})[/-](\d{2}|\d{4})(?: (\d{1,2}):(\d{2})(?: ?([AP]M))?)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, day, monthName, year, hours, minutes, half] = match;
  const month = MONTHS.indexOf(monthName!.toLowerCase()) + 1;
  const date = `${year!.length === 2 ? `20${year}` : year}-${pad(month)}-${pad(Number(day))}`;
  if (!isCalendarDay(date)) return undefined;
  if (hours === undefined) return date;
  const hour = half ? (Number(hours) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? `${date}T${pad(hour)}:${minutes}:00` : undefined;
}

function fromEpoch(text: string): string | undefined {
  if (!/^\d{10}$|^\d{13}$/.test(text.trim())) return undefined;
  return fromMilliseconds(Number(text) * (text.trim().length === 10 ? 1000 : 1));
}

function fromMilliseconds(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function isCalendarDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
