/** A length of time as it is written. Offsets are UTF-16 offsets into the text. */
export interface DurationReading {
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  /** Smallest unit that is written, in minutes: what the statement can be off by. */
  readonly unit: number;
  /** "~2 hours", "about an hour". */
  readonly approximate: boolean;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|sek|sekunden?)$/i, 1 / 60],
  [/^(?:m|mins?|minutes?|minutos?|minuten)$/i, 1],
  [/^(?:h|hrs?|hours?|horas?|heures?|std|stunden?)$/i, 60],
  [/^(?:d|days?|dias?|jours?|tage?)$/i, 1440],
  [/^(?:w|weeks?)$/i, 10_080],
];

const PART = /(\d{1,6}(?:[.,]\d{1,3})?)[\s-]?([a-z]{1,8})\b\.?/giy;
const CLOCK = /^\s*(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*(?:(?:h|hrs?|hours?)\s*)?$/i;
const ABOUT =
  /(?:~|≈|\b(?:about|around|approx(?:imately)?\.?|roughly|nearly|almost|over|under|circa|ca\.?|more than|less than|up to|at least|some|ca))\s*$/i;

/**
 * The first length of time in a text: "45 minutes", "1h 30m", "6 hours, 14 minutes", "2.5 hours", "1:30" (hours and minutes).
 * With `bare`, a number alone counts as minutes. Undefined where none is written.
 */
export function parseDuration(text: string, bare = false): DurationReading | undefined {
  const head = text.slice(0, 200);
  for (const match of head.matchAll(/\d/g)) {
    if (match.index > 0 && /[\d.:,\p{L}]/u.test(head[match.index - 1]!)) continue;
    const found = partsAt(head, match.index);
    if (found) return { ...found, approximate: ABOUT.test(head.slice(0, found.start)) };
  }
  const clock = bare ? CLOCK.exec(head) : null;
  if (clock) {
    const end = head.trimEnd().length;
    return {
      start: head.length - head.trimStart().length,
      end,
      minutes: Number(clock[1]) * 60 + Number(clock[2]),
      unit: 1,
      approximate: false,
    };
  }
  const alone = bare ? /^\s*(\d{1,6})\s*$/.exec(head) : null;
  if (alone)
    return {
      start: head.indexOf(alone[1]!),
      end: head.trimEnd().length,
      minutes: Number(alone[1]),
      unit: 1,
      approximate: false,
    };
  return undefined;
}

function partsAt(text: string, at: number): Omit<DurationReading, 'approximate'> | undefined {
  let minutes = 0;
  let unit = Number.POSITIVE_INFINITY;
  let end = at;
  let next = at;
  for (;;) {
    PART.lastIndex = next;
    const part = PART.exec(text);
    const factor = part ? UNITS.find(([words]) => words.test(part[2]!))?.[1] : undefined;
    // Units only get smaller: "1 hour 30 minutes", not "30 minutes 2 hours later".
    if (!part || factor === undefined || factor >= unit) break;
    const value = Number(part[1]!.replace(',', '.'));
    minutes += value * factor;
    unit = part[1]!.includes('.') ? Math.min(factor, Math.max(1, factor / 10)) : factor;
    end = next + part[0].length;
    next = end + (/^(?:,\s*|\s+and\s+|,?\s*)/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
  }
  return end === at ? undefined : { start: at, end, minutes, unit };
}

/** Whether a stated length of time says something else than `minutes`, its own precision and rounding allowed for. */
export function contradicts(stated: DurationReading, minutes: number): boolean {
  const rounding = stated.unit >= 1440 ? stated.unit : stated.unit >= 60 ? stated.unit / 2 : 2;
  const slack = Math.max(rounding, minutes * (stated.approximate ? 0.25 : 0.05));
  return Math.abs(stated.minutes - minutes) > slack;
}

/** A length of time in the manner of a stated one: "47 minutes", "1 hour 5 minutes", "1h 5m", "65". */
export function writeDuration(minutes: number, like: string): string {
  const whole = Math.round(minutes);
  if (/^\d+$/.test(like.trim())) return String(whole);
  const compact = /\d\s?(?:h|m|d)\b/i.test(like) && !/\d\s?(?:h\w|m\w|d\w)/i.test(like);
  const short = /\bmins?\b|\bhrs?\b/i.test(like);
  const named = (value: number, letter: string, brief: string, word: string) =>
    compact ? `${value}${letter}` : short ? `${value} ${brief}` : `${value} ${word}${value === 1 ? '' : 's'}`;
  const onlyMinutes = !/\d\s?(?:h|hrs?|hours?|d|days?)\b/i.test(like) && whole < 600;
  if (onlyMinutes || whole < 60) return named(whole, 'm', 'min', 'minute');
  const days = whole >= 2880 ? Math.floor(whole / 1440) : 0;
  const hours = Math.floor((whole - days * 1440) / 60);
  const rest = whole - days * 1440 - hours * 60;
  const parts = [];
  if (days > 0) parts.push(named(days, 'd', 'd', 'day'));
  if (hours > 0) parts.push(named(hours, 'h', 'h', 'hour'));
  if (rest > 0) parts.push(named(rest, 'm', 'min', 'minute'));
  return parts.join(' ');
}
