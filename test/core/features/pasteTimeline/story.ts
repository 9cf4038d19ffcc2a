import {
  type PasteContext,
  type PasteReading,
  readPaste,
} from '../../../../server/src/core/features/pasteTimeline/index.ts';

/** A writer in Berlin on the day after the incident of 1 February 2026. */
export const NEXT_MORNING: PasteContext = {
  now: Date.UTC(2026, 1, 2, 9) / 60_000,
  localZone: 'Europe/Berlin',
  logZone: 'UTC',
  date: undefined,
};

/** The reading of a clipboard, each event as `2026-02-01 09:42 Ana: text` in UTC. */
export function told(reading: PasteReading | undefined): string[] {
  return (reading?.events ?? []).map(({ at, actor, text }) => {
    const time = new Date(at.minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
    return `${time} ${actor ? `${actor}: ` : ''}${text}`;
  });
}

export function read(text: string, more: { html?: string; context?: Partial<PasteContext> } = {}) {
  const pasted = more.html === undefined ? { text } : { text, html: more.html };
  return readPaste(pasted, { ...NEXT_MORNING, ...more.context });
}
