import type { Settings } from '../config/settings.ts';
import type { SourceText } from '../text/source.ts';
import type { ZonedDate } from './time.ts';

/** What a reader of one part of a document needs to know of the rest of it. */
export interface ReadContext {
  /** When the incident happened, as far as the document says: the year of "3 March", the base of "in 2 weeks". */
  readonly date: ZonedDate | undefined;
  readonly settings: Settings;
  readonly source: SourceText;
}
