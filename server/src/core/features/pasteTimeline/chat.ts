import type { Instant } from '../../model/time.ts';
import { type ChatName, chatName, daySeparator, familyNameFirst, isFurniture } from './chatLines.ts';
import { PasteClock, readsDayFirst } from './pasteClock.ts';
import { oneLine, type PastedEvent, type PasteFormat, type PasteReader } from './pastedEvent.ts';
import { type Stamp, stampAt } from './stamp.ts';

/** How a line of a chat gives the time of what follows. */
interface Header {
  readonly stamp: Stamp;
  /** Undefined where the line holds the time alone: the same person goes on, or the name stands on the line above. */
  readonly who: ChatName | undefined;
  /** Text of the message on the same line. */
  readonly text: string;
  readonly style: PasteFormat;
  /** Whether the line can hardly be anything else. */
  readonly strong: boolean;
}

interface Message {
  readonly at: Instant;
  readonly who: ChatName | undefined;
  readonly lines: string[];
}

/** Reads a conversation copied from Slack, Microsoft Teams, Discord, IRC, Skype or WhatsApp. */
export const readChat: PasteReader = (text, context) => {
  const lines = text.split('\n');
  const headers = lines.map((line) => headerOf(line));
  const stamps = headers.flatMap((header) => (header ? [header.stamp] : []));
  if (stamps.length === 0) return undefined;
  const calendar = new PasteClock(context, context.localZone, readsDayFirst(stamps));

  const messages: Message[] = [];
  const styles = new Map<PasteFormat, number>();
  const known = new Map<string, ChatName>();
  let strong = 0;
  let named = 0;
  let unexplained = 0;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const header = headers[index];
    const current = messages.at(-1);
    if (header && (header.who === undefined || header.strong || header.who.proper || known.has(header.who.name))) {
      const at = calendar.read(header.stamp);
      if (!at) continue;
      const above = header.who ? undefined : nameAbove(lines, index, header, known);
      if (above) {
        if (current) current.lines.pop();
        else unexplained--;
      }
      const who = header.who ?? above ?? current?.who;
      if (header.who || above) {
        known.set(who!.name, who!);
        styles.set(header.style, (styles.get(header.style) ?? 0) + 1);
        named++;
        if (header.strong || above) strong++;
      }
      messages.push({ at, who, lines: header.text ? [header.text] : [] });
      continue;
    }
    const day = daySeparator(line);
    if (day && calendar.turnTo(day)) continue;
    if (isFurniture(line)) continue;
    if (current) current.lines.push(line);
    else unexplained++;
  }

  const events: PastedEvent[] = [];
  for (const { at, who, lines: said } of messages) {
    const message = oneLine(joinLines(said).replace(/ ?\(edited\)/g, ''));
    if (message === '' || isFurniture(message)) continue;
    events.push({ at, actor: who?.name, bot: who?.bot ?? false, text: message });
  }
  if (named === 0 || events.length === 0 || unexplained > 2 * named) return undefined;
  if (strong === 0 && named < 2) return undefined;
  const format = [...styles].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'chat';
  const certainty = strong > 0 ? 0.75 : 0.55;
  return { format, confidence: Math.min(0.98, certainty + 0.05 * named - 0.05 * unexplained), events };
};

/** The lines of a message as one: a line that ends without punctuation gets a semicolon. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => (index < lines.length - 1 && /[\p{L}\p{N})]$/u.test(line) ? `${line};` : line))
    .join(' ');
}

/** The time in a line of a chat and what stands around it; undefined for the lines of a message. */
function headerOf(line: string): Header | undefined {
  const text = line.trim();
  if (text.length === 0 || text.length > 4000) return undefined;
  return bracketed(text) ?? leading(text) ?? trailing(text);
}

/** `[10:42] alice: text`, `[10:42 AM] Alice Nguyen`, `[10:42]`. */
function bracketed(text: string): Header | undefined {
  if (text.charAt(0) !== '[') return undefined;
  const stamp = stampAt(text, 1);
  if (!stamp || text.charAt(stamp.end) !== ']') return undefined;
  const rest = text.slice(stamp.end + 1).trim();
  if (rest === '') return { stamp, who: undefined, text: '', style: 'slack', strong: false };
  const said = spoken(rest);
  if (said) return { stamp, ...said, style: said.style ?? 'slack', strong: stamp.day === undefined || said.who.proper };
  const who = chatName(rest) ?? familyNameFirst(rest);
  return who?.proper ? { stamp, who, text: '', style: 'teams', strong: true } : undefined;
}

/** `10:42 <alice> text`, `15/01/2024, 10:42 - Alice: text`, `10:42 alice: text`, and a time alone on its line. */
function leading(text: string): Header | undefined {
  const dash = /^[—–-] /.exec(text)?.[0].length ?? 0;
  const stamp = stampAt(text, dash);
  if (!stamp) return undefined;
  const rest = text.slice(stamp.end).trim();
  if (rest === '' || /^\(edited\)$/i.test(rest)) {
    return {
      stamp,
      who: undefined,
      text: '',
      style: dash ? 'discord' : stamp.day ? 'teams' : 'slack',
      strong: dash > 0,
    };
  }
  const bare = rest.replace(/^[-–—:] /, '');
  const said = spoken(bare);
  // A log line has a level or a host where a chat has a name: only signs of a chat count.
  if (!said || (stamp.day && bare === rest && said.style !== 'chat')) return undefined;
  return { stamp, who: said.who, text: said.text, style: 'chat', strong: said.style === 'chat' || bare !== rest };
}

/** `alice: text` or `<alice> text`. */
function spoken(rest: string): { who: ChatName; text: string; style: PasteFormat | undefined } | undefined {
  const angle = /^<[@+]?([^<>\s]{1,40})> (?=\S)/.exec(rest);
  if (angle) {
    const who = chatName(angle[1]!);
    return who && { who, text: rest.slice(angle[0].length), style: 'chat' };
  }
  const colon = rest.indexOf(': ');
  if (colon < 1 || colon > 60) return undefined;
  const who = chatName(rest.slice(0, colon));
  return who && { who, text: rest.slice(colon + 2).trim(), style: undefined };
}

/** `Alice Nguyen  10:42 AM`, `alice — Today at 10:42 AM`, `alice [10:42 AM]`, `Alice, 10:42 AM`. */
function trailing(text: string): Header | undefined {
  if (text.length > 160) return undefined;
  const end = text.replace(/[\])]?(?:(?<!\s)\s*\((?:edited|bearbeitet)\))?$/i, '').length;
  for (let at = text.indexOf(' ') + 1; at > 0; at = text.indexOf(' ', at) + 1) {
    const from = /[[(]/.test(text.charAt(at)) ? at + 1 : at;
    const stamp = stampAt(text, from);
    if (!stamp || stamp.end !== end) continue;
    const before = text.slice(0, at);
    const separator = /(?<!\s)(?:\s{2,}|\t\s*|\s*[—–|•·]\s*|,\s+|\s+-\s+|\s+)$/.exec(before)?.[0] ?? ' ';
    const who = chatName(before.slice(0, before.length - separator.length)) ?? badgeOf(before);
    if (!who) return undefined;
    const discord = /[—–]/.test(separator);
    const wide = /\s{2}|\t/.test(separator) || discord || from > at;
    if (!wide && !separator.includes(',') && !who.proper) {
      return { stamp, who, text: '', style: 'slack', strong: false };
    }
    const style = discord ? 'discord' : separator.includes(',') ? 'teams' : 'slack';
    return { stamp, who: who.name === '' ? undefined : who, text: '', style, strong: wide };
  }
  return undefined;
}

/** "APP  10:42 AM": the badge of a program whose name stands on the line above. */
function badgeOf(before: string): ChatName | undefined {
  return /^(?:APP|BOT|WORKFLOW)\s*$/.test(before) ? { name: '', bot: true, proper: true } : undefined;
}

/** The name on the line above a time that stands alone, where the two are the header of a message. */
function nameAbove(
  lines: readonly string[],
  index: number,
  header: Header,
  known: ReadonlyMap<string, ChatName>,
): ChatName | undefined {
  let above = index - 1;
  while (above >= 0 && lines[above]!.trim() === '') above--;
  const text = above >= 0 ? lines[above]!.trim() : '';
  const who = text === '' || isFurniture(text) ? undefined : (chatName(text) ?? familyNameFirst(text));
  if (!who) return undefined;
  const bot = who.bot || /^\s*(?:APP|BOT|WORKFLOW)\b/.test(lines[index]!);
  const found = { ...who, bot };
  if (bot || header.style === 'discord' || known.has(who.name)) return found;
  const indented = /^\s/.test(lines[index]!);
  const opens = above === 0 || lines[above - 1]!.trim() === '';
  const fullName = who.proper && (who.name.includes(' ') || indented);
  return fullName && (indented || header.stamp.day !== undefined || opens)
    ? found
    : indented && opens
      ? found
      : undefined;
}
