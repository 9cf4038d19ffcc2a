import { isRecord, parseJson, parseJsonLines, textOf } from './json.ts';
import { machineInstant, PasteClock, readsDayFirst } from './pasteClock.ts';
import { oneLine, type PasteContext, type PastedEvent, type PasteReader } from './pastedEvent.ts';
import { type Stamp, stampAt } from './stamp.ts';

/** Reads logs with a time on every line, at its start or, with its date, at its end — ISO 8601, syslog, journalctl, web servers, klog, logfmt — and logs of JSON lines. */
export const readLog: PasteReader = (text, context) => readJson(text) ?? readLines(text, context);

interface LogLine {
  readonly stamp: Stamp;
  readonly text: string;
  /** The time stands at the end, as it may in a sentence. */
  readonly isEnding?: boolean;
}

function readLines(text: string, context: PasteContext): ReturnType<PasteReader> {
  const found: LogLine[] = [];
  let others = 0;
  for (const line of text.split('\n')) {
    // journalctl says where it begins and where the machine was started; indented lines belong to the line above.
    if (line.trim() === '' || /^-- (?:Logs|Journal|Boot|No entries|Reboot)\b/.test(line)) continue;
    if (/^\s/.test(line) && found.length > 0) continue;
    const read = readLine(line.trim());
    if (read) found.push(read);
    else others++;
  }
  const dated = found.some(({ stamp }) => stamp.day);
  const [only, ...more] = found;
  if (!only || (more.length === 0 && (!dated || only.isEnding))) return undefined;
  const zone = dated ? context.logZone : context.localZone;
  const calendar = new PasteClock(context, zone, readsDayFirst(found.map(({ stamp }) => stamp)));
  const events: PastedEvent[] = [];
  for (const { stamp, text: said } of found) {
    const at = calendar.read(stamp);
    if (at && said !== '') events.push({ at, actor: undefined, bot: true, text: oneLine(said) });
  }
  if (events.length === 0) return undefined;
  const share = found.length / (found.length + others);
  return { format: 'log', confidence: share * (dated ? 0.9 : 0.7), events };
}

/** The time at the start of a log line, or in it where a program puts it there on purpose, and the rest of the line. */
function readLine(line: string): LogLine | undefined {
  const prefix = /^(?:<\d{1,3}>(?:\d )?)?\[?(?:(?:time|ts|timestamp)="?)?/.exec(line)?.[0].length ?? 0;
  const stamp = stampAt(line, prefix);
  if (stamp) {
    const rest = line.slice(stamp.end).replace(/^["\])]*(?:\s?[-–—|:,]\s|\s+|$)/, '');
    return rest === line.slice(stamp.end) && rest !== '' ? undefined : { stamp, text: message(rest) };
  }
  // 203.0.113.7 - - [01/Feb/2026:10:42:11 +0000] "GET / HTTP/1.1" 502 …
  const access = /^\S{1,60} \S{1,40} \S{1,60} \[/.exec(line);
  const inner = access ? stampAt(line, access[0].length) : undefined;
  if (inner?.day) return { stamp: inner, text: line.slice(inner.end).replace(/^\]\s*/, '') };
  return endingIn(line);
}

/** `Acknowledged by Ana at 2026-02-01 10:44 UTC`: how mails and pages of alerting programs say it. */
function endingIn(line: string): LogLine | undefined {
  const end = line.replace(/[.)\]]$/, '').length;
  for (const match of line.slice(0, 400).matchAll(/(?: at:?| on:?|:| [(|–—-]) (?=[\dA-Z])/g)) {
    const stamp = stampAt(line, match.index + match[0].length);
    if (stamp?.day && stamp.end === end) return { stamp, text: line.slice(0, match.index), isEnding: true };
  }
  return undefined;
}

/** What a log line says, without process ids, sources and the keys of logfmt. */
function message(rest: string): string {
  const logfmt = /(?:^|\s)msg=(?:"((?:[^"\\]|\\.){0,2000})"|(\S+))/.exec(rest);
  if (logfmt) {
    const level = /(?:^|\s)(?:level|lvl|severity)=(\w+)/.exec(rest)?.[1];
    const said = (logfmt[1] ?? logfmt[2])!.replace(/\\"/g, '"');
    return [notable(level), said].filter(Boolean).join(' ');
  }
  // klog: `  1234 scheduler.go:97] text`
  const klog = /^\s*\d{1,8} [\w./-]{1,80}:\d{1,6}\] (?=\S)/.exec(rest);
  if (klog) return rest.slice(klog[0].length);
  return rest.replace(/^(\S{1,80} [\w./@-]{1,80})\[\d{1,10}\]: /, '$1: ');
}

const TIME_KEYS = ['time', 'timestamp', '@timestamp', 'ts', 't', 'datetime', 'date', '__REALTIME_TIMESTAMP'];
const TEXT_KEYS = ['msg', 'message', 'MESSAGE', 'event', 'log', 'text'];

function readJson(text: string): ReturnType<PasteReader> {
  const parsed = parseJson(text);
  const rows = Array.isArray(parsed) ? parsed.filter(isRecord) : isRecord(parsed) ? [parsed] : parseJsonLines(text);
  if (!rows || rows.length === 0) return undefined;
  const events: PastedEvent[] = [];
  for (const row of rows) {
    const at = first(TIME_KEYS, (key) => machineInstant(row[key]));
    const said = first(TEXT_KEYS, (key) => textOf(row[key]) || undefined);
    if (!at || !said) continue;
    const source = textOf(row.SYSLOG_IDENTIFIER) || textOf(row.logger) || textOf(row.service);
    const level = notable(textOf(row.level) || textOf(row.severity));
    events.push({
      at,
      actor: undefined,
      bot: true,
      text: oneLine([level, source && `${source}:`, said].filter(Boolean).join(' ')),
    });
  }
  if (events.length === 0) return undefined;
  return { format: 'log', confidence: 0.9 * (events.length / rows.length), events };
}

/** A level worth a word in a timeline, in capitals; nothing for the everyday ones. */
function notable(level: string | undefined): string {
  return level && /^(?:warn|err|crit|fatal|panic|alert|emerg)/i.test(level) ? level.toUpperCase() : '';
}

function first<Key, Value>(keys: readonly Key[], read: (key: Key) => Value | undefined): Value | undefined {
  for (const key of keys) {
    const value = read(key);
    if (value !== undefined) return value;
  }
  return undefined;
}
