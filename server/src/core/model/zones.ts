import { tzOffset } from '@date-fns/tz';
import { ownCopy } from '../text/ownCopy.ts';
import { ZONE_ABBREVIATIONS, ZONE_WORDS, type ZoneCandidate } from './zoneNames.ts';

/** A time zone as written in a text. Offsets are UTF-16 offsets into that text. */
export interface ZoneMention {
  readonly start: number;
  readonly end: number;
  /** What it can mean, most likely first: IANA zones or fixed offsets such as `+05:30`. */
  readonly candidates: readonly ZoneCandidate[];
  /** Whether the offset itself is written: `Z`, `UTC`, `+02:00`, `UTC-7`. */
  readonly explicit: boolean;
}

const OFFSET = /(?:(?:UTC|GMT)\s?)?([+\-\u2212\u00b1])(\d{1,2})(?::?([0-5]\d))?(?![\d:.])/iy;
const ABBREVIATION = /([A-Z]{2,4})(?:\s?\/\s?([A-Z]{2,4}))?(?![\w-])/y;
const LOWER_ABBREVIATION = /(utc|gmt|pst|pdt|edt|cet|cest|bst|ist|jst|aest|zulu)(?!\w)/iy;
const POSIX = /(?:PST8PDT|MST7MDT|CST6CDT|EST5EDT)(?!\w)/y;
const IANA = /[A-Z][A-Za-z]{1,12}\/[A-Z][A-Za-z_+-]{1,30}(?:\/[A-Z][A-Za-z_-]{1,20})?(?!\w)/y;
const WORDS = /((?:[A-Za-zí]+ ){0,2}?[A-Za-zí]+) (?:(?:standard|daylight|summer|mean) )?time(?: zone)?(?!\w)/iy;
const CITY = /[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?: time)?(?=\s*(?:$|[-–—:)\]|,]))/y;

/** The zone written at `at`, or undefined. A city counts only where `afterTime` says that a time stands before it. */
export function zoneAt(text: string, at: number, afterTime = false): ZoneMention | undefined {
  const fixed = matchAt(OFFSET, text, at);
  if (fixed && (afterTime || /^[ug]/i.test(fixed[0]))) {
    const hours = Number(fixed[2]);
    if (hours <= 14) {
      const sign = fixed[1] === '+' || fixed[1] === '\u00b1' ? '+' : '-';
      const minutes = fixed[3] ?? '00';
      const zero = hours === 0 && minutes === '00';
      const zone = zero ? 'UTC' : `${sign}${String(hours).padStart(2, '0')}:${minutes}`;
      return mention(at, fixed[0], [{ zone }], true);
    }
  }
  const iana = matchAt(POSIX, text, at) ?? matchAt(IANA, text, at);
  if (iana && isZone(iana[0])) return mention(at, iana[0], [{ zone: iana[0] }], false);
  const short = matchAt(ABBREVIATION, text, at) ?? (afterTime ? matchAt(LOWER_ABBREVIATION, text, at) : null);
  if (short) {
    const candidates = ZONE_ABBREVIATIONS[short[1]!.toUpperCase()];
    if (candidates) {
      const pair = short[2] === undefined || ZONE_ABBREVIATIONS[short[2]] !== undefined;
      return mention(at, pair ? short[0] : short[1]!, candidates, candidates[0]!.zone === 'UTC');
    }
  }
  const words = matchAt(WORDS, text, at);
  const named = words && ZONE_WORDS[words[1]!.toLowerCase().replace(/ (?:standard|daylight|summer|mean)$/, '')];
  if (words && named) return mention(at, words[0], [{ zone: named }], named === 'UTC');
  if (afterTime) {
    const city = matchAt(CITY, text, at);
    const zone = city && cities().get(city[0].replace(/ time$/, ''));
    if (city && zone) return mention(at, city[0], [{ zone }], false);
  }
  return undefined;
}

const STATEMENT_START =
  /\b(?:UTC|GMT|[A-Z]{3}\d[A-Z]{3}\b|[A-Z]{2,4}(?![a-z])|[A-Z][a-z]+\/|[A-Za-z]+ (?:[A-Za-z]+ ){0,2}time\b)/g;

/**
 * The zone that a heading, a lead-in line or a column header states for the times below: "All times in PST/PDT", "Time (UTC)",
 * "Date and Time in CET", "(all times in Pacific Time)".
 */
export function statedZone(text: string): ZoneMention | undefined {
  if (text.length > 400) return undefined;
  STATEMENT_START.lastIndex = 0;
  for (let match = STATEMENT_START.exec(text); match; match = STATEMENT_START.exec(text)) {
    for (let at = match.index; at < match.index + match[0].length; at = nextWord(text, at)) {
      const found = zoneAt(text, at);
      if (found) return found;
    }
  }
  const bare = /\btimes?\b[^.\n]{0,30}\b(pacific|mountain|central|eastern)\b(?! europe| african)/i.exec(text);
  const region = bare && ZONE_WORDS[bare[1]!.toLowerCase()];
  if (bare && region)
    return mention(bare.index + bare[0].length - bare[1]!.length, bare[1]!, [{ zone: region }], false);
  const local = /\btimes?(?: (?:are|is))? in ([A-Z][a-z]+(?: [A-Z][a-z]+)?)/.exec(text);
  const zone = local && cities().get(local[1]!);
  if (!local || !zone) return undefined;
  return mention(local.index + local[0].length - local[1]!.length, local[1]!, [{ zone }], false);
}

function nextWord(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : blank + 1;
}

/** Whether a line only says in which zone the times are. */
export function isZoneStatement(text: string): boolean {
  const zone = text.length < 160 ? statedZone(text) : undefined;
  // "14:02 UTC: response times rise" is an entry.
  if (!zone || /\d:\d\d/.test(text.slice(0, zone.start))) return false;
  // "(PST)" on a line of its own
  if (!/[\p{L}\d]/u.test(text.slice(0, zone.start) + text.slice(zone.end))) return true;
  return /\b(?:times?|timestamps?|time ?zone|hor[aá]rios?|horas?|zeiten|heures?)\b|время/i.test(text);
}

/** The zone meant, told by the rest of the document where the abbreviation has several meanings. */
export function resolveZone(zone: ZoneMention, document: string): string {
  const spoken = zone.candidates.find((candidate) => candidate.evidence?.test(document));
  return (spoken ?? zone.candidates[0]!).zone;
}

/** Minutes to add to UTC for the wall clock of `zone` at the moment `utcMinutes` (minutes since 1970). */
export function offsetAt(zone: string, utcMinutes: number): number {
  if (zone === 'UTC') return 0;
  const offset = tzOffset(zone, new Date(utcMinutes * 60_000));
  return Number.isNaN(offset) ? 0 : offset;
}

/** The moment at which the wall clock of `zone` shows `wallMinutes` (minutes since 1970 as if the wall were in UTC). */
export function wallToUtc(wallMinutes: number, zone: string): number {
  const first = wallMinutes - offsetAt(zone, wallMinutes);
  return wallMinutes - offsetAt(zone, first);
}

/** Whether the host knows the IANA zone. */
function isZone(name: string): boolean {
  let known = zonesKnown.get(name);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      known = true;
    } catch {
      known = false;
    }
    if (zonesKnown.size > 1000) zonesKnown.clear();
    zonesKnown.set(ownCopy(name), known);
  }
  return known;
}

const zonesKnown = new Map<string, boolean>();
let cityZones: ReadonlyMap<string, string> | undefined;

/** Zones by the city in their name: "Denver" is America/Denver. */
function cities(): ReadonlyMap<string, string> {
  cityZones ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone.includes('/'))
      .map((zone) => [zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '), zone]),
  );
  return cityZones;
}

function mention(start: number, text: string, candidates: readonly ZoneCandidate[], explicit: boolean): ZoneMention {
  return { start, end: start + text.length, candidates, explicit };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
