/** A point in time, as far as a document tells it. */
export interface Instant {
  /** Minutes since 1970-01-01T00:00Z, fractional for seconds; for times without a date, minutes since the first midnight of the timeline. */
  readonly minutes: number;
  /** Whether the date is known, stated or carried over from an entry above. */
  readonly dated: boolean;
  /** IANA zone or fixed offset the time was written in, as understood; undefined where none is stated. */
  readonly zone: string | undefined;
}

/** A calendar date, with a time of day where one is written. */
export interface ZonedDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
  /** Minutes since 1970-01-01T00:00Z of the moment, or of the day's start in its zone (UTC where none is stated). */
  readonly minutes: number;
}
