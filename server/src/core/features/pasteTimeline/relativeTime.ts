const UNIT_MINUTES: Readonly<Record<string, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
  month: 43_830,
  year: 525_960,
};

/** Minutes of "2 hours ago", "1 year, 2 months ago"; undefined for other texts. With `prefix` more text may follow. */
export function minutesAgo(text: string, prefix = false): number | undefined {
  const match = /^(\d{1,4}) (second|minute|hour|day|week|month|year)s?(?:, (\d{1,2}) (month)s?)? ago(?![a-z])/.exec(
    text.trim(),
  );
  if (!match || (!prefix && match[0].length !== text.trim().length)) return undefined;
  return Number(match[1]) * UNIT_MINUTES[match[2]!]! + (match[3] ? Number(match[3]) * UNIT_MINUTES.month! : 0);
}

/** Minutes of an age as Kubernetes prints it: `45s`, `2m10s`, `3d4h`. Undefined for `<unknown>` and other texts. */
export function ageMinutes(text: string): number | undefined {
  const match = /^(?:(\d{1,4})y)?(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,8})s)?$/.exec(text);
  if (!match || text === '') return undefined;
  const [years = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return years * 525_600 + days * 1440 + hours * 60 + minutes + seconds / 60;
}
