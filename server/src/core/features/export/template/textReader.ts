import type { SectionMeaning } from '../../../model/sectionKinds.ts';
import type { Span } from '../../../text/span.ts';

/** What the engine tells of a text. It is handed in: the bundle of the exports has no second copy of the engine's tables. */
export interface TextReader {
  meaningOf(heading: string): SectionMeaning | undefined;
  /** Whether the text is nothing but template text. */
  isPlaceholder(text: string): boolean;
  /** The first day of the calendar in a text. */
  dayIn(text: string): Span | undefined;
  /** The time zone that a heading, a header or a line above times states. */
  zoneIn(text: string): string | undefined;
  /** Whether a line only says in which zone the times are. */
  isZoneStatement(text: string): boolean;
}
