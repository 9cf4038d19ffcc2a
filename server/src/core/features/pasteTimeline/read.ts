import { htmlToText } from '../htmlText.ts';
import { readAlerts } from './alerts.ts';
import { readChat } from './chat.ts';
import { readGitLog } from './gitLog.ts';
import { readKubernetesEvents } from './kubernetes.ts';
import { readLog } from './logs.ts';
import type { PasteContext, PasteReader, PasteReading } from './pastedEvent.ts';

/** Best known first: where two explain a text equally well the earlier one is taken. */
const READERS: readonly PasteReader[] = [readAlerts, readKubernetesEvents, readGitLog, readChat, readLog];

/** Below this share of the text explained, a paste stays a plain paste. */
const ENOUGH = 0.5;
/** Longer texts are no conversation: they stay plain pastes. UTF-16 units. */
const LONGEST_PASTE = 2_000_000;

/**
 * The events of a pasted text, or undefined where no format explains it. `html` is what the clipboard holds beside the text: chat
 * programs write the exact moments into it that the text leaves out.
 */
export function readPaste(
  pasted: { readonly text: string; readonly html?: string },
  context: PasteContext,
): PasteReading | undefined {
  if (pasted.text.length > LONGEST_PASTE || (pasted.html?.length ?? 0) > LONGEST_PASTE) return undefined;
  const fromText = best(pasted.text, context);
  const fromHtml = pasted.html ? best(htmlToText(pasted.html), context) : undefined;
  if (!fromHtml || !fromText) return fromText ?? fromHtml;
  // The HTML is the richer source when it loses nothing that the text tells.
  const exact = (reading: PasteReading) => reading.events.filter((event) => event.at.dated).length;
  return fromHtml.events.length >= fromText.events.length && exact(fromHtml) >= exact(fromText) ? fromHtml : fromText;
}

function best(raw: string, context: PasteContext): PasteReading | undefined {
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\u200b\u200e\u200f\u2060]/g, '');
  let found: PasteReading | undefined;
  for (const read of READERS) {
    const reading = read(text, context);
    if (reading && reading.confidence >= ENOUGH && reading.confidence > (found?.confidence ?? 0)) found = reading;
  }
  return found;
}
