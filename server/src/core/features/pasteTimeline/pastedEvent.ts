import type { CalendarDay } from '../../model/calendar.ts';
import type { Instant } from '../../model/time.ts';

/** One thing that happened, as a pasted text tells it. */
export interface PastedEvent {
  /** Minutes since 1970 in UTC. `dated` is false where the day was taken from the context, not from the text. */
  readonly at: Instant;
  /** Who said or did it, as written, without `@`; undefined where the text names nobody. */
  readonly actor: string | undefined;
  /** Whether the actor is a program ("APP" behind a name in a chat). */
  readonly bot: boolean;
  /** What happened: plain text on one line. */
  readonly text: string;
}

/** What a pasted text does not say about its own times. */
export interface PasteContext {
  /** Minutes since 1970. */
  readonly now: number;
  /** Zone that the writer's programs show clock times in: chats write no zone. IANA name. */
  readonly localZone: string;
  /** Zone of logs that state none. IANA name. */
  readonly logZone: string;
  /** Day of the incident: the day of clock times without a date. */
  readonly date: CalendarDay | undefined;
}

export type PasteFormat = 'slack' | 'teams' | 'discord' | 'chat' | 'git-log' | 'kubernetes' | 'alerts' | 'log';

/** A pasted text understood as events, in the order of the text. */
export interface PasteReading {
  readonly format: PasteFormat;
  /** 0–1: how much of the text the format explains. */
  readonly confidence: number;
  readonly events: readonly PastedEvent[];
}

/** Reads one family of formats; undefined where the text is none of them. Never throws. */
export type PasteReader = (text: string, context: PasteContext) => PasteReading | undefined;

/** The text on one line, blanks collapsed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
