import { machineInstant, PasteClock, readsDayFirst } from './pasteClock.ts';
import { oneLine, type PasteContext, type PastedEvent, type PasteReader } from './pastedEvent.ts';
import { minutesAgo } from './relativeTime.ts';
import { type Stamp, stampAt } from './stamp.ts';

/** Reads the output of `git log`: the long forms with any `--date`, and one commit a line where the line has a date. */
export const readGitLog: PasteReader = (text, context) => readLong(text, context) ?? readOneline(text, context);

const COMMIT = /^[*|\\/ _]*commit ([0-9a-f]{7,40})\b/;
const FIELD = /^[*|\\/ _]*(Author|AuthorDate|Commit|CommitDate|Date|Merge|Reflog|Reflog message): {1,8}(.*)$/;

function readLong(text: string, context: PasteContext): ReturnType<PasteReader> {
  const lines = text.split('\n');
  const events: PastedEvent[] = [];
  let commits = 0;
  for (let line = 0; line < lines.length; ) {
    const hash = COMMIT.exec(lines[line]!)?.[1];
    line++;
    if (!hash) continue;
    commits++;
    let author: string | undefined;
    let date: string | undefined;
    let subject = '';
    for (; line < lines.length && !COMMIT.test(lines[line]!); line++) {
      const field = FIELD.exec(lines[line]!);
      if (field?.[1] === 'Author') author = field[2]!.replace(/ <[^<>]*>\s*$/, '').trim();
      // What reached the branch when: the committer's date before the author's.
      else if (field?.[1] === 'CommitDate' || (field && /^(?:Author)?Date$/.test(field[1]!) && !date)) date = field[2]!;
      else if (!field && subject === '') subject = lines[line]!.replace(/^[*|\\/_ ]*/, '').trim();
    }
    const at = date && readDate(date.trim(), context);
    if (at)
      events.push({ at, actor: author, bot: isBot(author), text: oneLine(`Commit ${hash.slice(0, 9)}: ${subject}`) });
  }
  if (events.length === 0) return undefined;
  return { format: 'git-log', confidence: events.length / commits, events };
}

function readDate(date: string, context: PasteContext) {
  const machine = machineInstant(
    date.split(' ')[0]!.length >= 10 && !date.includes(':') ? date.split(' ')[0] : undefined,
  );
  if (machine) return machine;
  const ago = minutesAgo(date);
  if (ago !== undefined) return { minutes: context.now - ago, dated: true, zone: undefined };
  const stamp = stampAt(date, 0);
  return stamp && new PasteClock(context, context.localZone, readsDayFirst([stamp])).read(stamp);
}

const ONELINE = /^[*|\\/ ]*([0-9a-f]{7,40})[ \t](.*)$/;

/** `9f1c2d3 2026-02-01 10:42:11 +0100 Alice Nguyen Raise the pool`, `* 9f1c2d3 - (2 hours ago) Raise the pool <Alice>`. */
function readOneline(text: string, context: PasteContext): ReturnType<PasteReader> {
  const rows: { hash: string; rest: string; stamp: Stamp | undefined; ago: number | undefined }[] = [];
  let total = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || /^[*|\\/ _]*$/.test(line)) continue;
    total++;
    const leading = leadingDate(line);
    const row = ONELINE.exec(leading ? leading.rest : line);
    if (!row) continue;
    const found = leading ?? dateIn(row[2]!);
    if (!found) continue;
    const rest = leading ? row[2]! : found.rest;
    rows.push({ hash: row[1]!, rest, stamp: found.stamp, ago: found.ago });
  }
  if (rows.length === 0) return undefined;
  const calendar = new PasteClock(context, context.localZone, readsDayFirst(rows.flatMap((row) => row.stamp ?? [])));
  const events: PastedEvent[] = [];
  for (const { hash, rest, stamp, ago } of rows) {
    const at = stamp ? calendar.read(stamp) : { minutes: context.now - ago!, dated: true, zone: undefined };
    if (!at) continue;
    const author = /\s(?:<([^<>]{2,60})>|- ([\p{Lu}][^-<>()]{1,40}))\s*$/u.exec(rest);
    const subject = (author ? rest.slice(0, author.index) : rest)
      .replace(/^[\s\-–:|,]+/, '')
      .replace(/^\([^()]*\)\s+/, '');
    const actor = author ? (author[1] ?? author[2])!.trim() : undefined;
    events.push({ at, actor, bot: isBot(actor), text: oneLine(`Commit ${hash.slice(0, 9)}: ${subject}`) });
  }
  if (events.length === 0) return undefined;
  return { format: 'git-log', confidence: (0.95 * events.length) / total, events };
}

interface Dated {
  readonly stamp: Stamp | undefined;
  readonly ago: number | undefined;
  readonly rest: string;
}

/** A date before the hash: `2026-02-01T10:42:11+01:00 9f1c2d3 …`. */
function leadingDate(line: string): Dated | undefined {
  const stamp = stampAt(line, 0);
  return stamp?.day ? { stamp, ago: undefined, rest: line.slice(stamp.end).trim() } : undefined;
}

/** The date behind a hash, within the first words: bare or in parentheses. */
function dateIn(rest: string): Dated | undefined {
  for (let at = 0, words = 0; at >= 0 && at < rest.length && words < 12; at = nextWord(rest, at), words++) {
    const open = /[([<]/.test(rest.charAt(at));
    const from = open ? at + 1 : at;
    const close = open ? rest.indexOf(')', from) : -1;
    const ago = close > from ? minutesAgo(rest.slice(from, close)) : minutesAgo(rest.slice(from, from + 24), true);
    const stamp = ago === undefined ? stampAt(rest, from) : undefined;
    if (ago === undefined && !stamp?.day) continue;
    const end = stamp ? stamp.end : close > from ? close : from + (/\bago\b/.exec(rest.slice(from))?.index ?? 0) + 3;
    const behind = rest.slice(end).replace(/^[)\]>]/, '');
    return { stamp, ago, rest: `${rest.slice(0, at)} ${behind}`.trim() };
  }
  return undefined;
}

function nextWord(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? -1 : blank + 1;
}

function isBot(author: string | undefined): boolean {
  return author !== undefined && /\bbot\b|\[bot\]$/i.test(author);
}
