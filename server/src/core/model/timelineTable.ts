import type { Block, BlockData } from '../parse/block.ts';
import { readTimestamp } from './timestamp.ts';
import { zoneAt } from './zones.ts';

/** Which columns of a table hold what; 0-based. */
export interface TableShape {
  readonly time: number;
  /** Where the date stands in a column of its own. */
  readonly date: number | undefined;
  readonly event: number;
  /** Rows whose time could be read. */
  readonly timedRows: number;
}

const TIME_HEADER =
  /^(?:\W*)(?:date|time|when|timestamp|t\b|utc|gmt|hh:mm|zeit|uhrzeit|datum|hora|fecha|data|horário|horario|heure|quand|orario|tid|tijd|時刻|日時|時間|时间|час|время)|\btime\b|\(utc\)/i;
const EVENT_HEADER =
  /^\W*(?:events?|what|description|details?|action|activity|message|notes?|summary|happened|update|log|evento|ereignis|beschreibung|événement|descripci[oó]n|descri[cç][aã]o|comment|出来事|内容|事件|событие)/i;
const ACTOR_HEADER = /^\W*(?:who|actor|source|by|author|owner|person|team|system|component|channel|quem|wer|qui)\b/i;

const shapes = new WeakMap<BlockData, TableShape | null>();

/**
 * The shape of a timeline table, told by its cells in any language and by its header; undefined for a table that is none.
 */
export function readTable(table: Block): TableShape | undefined {
  let shape = shapes.get(table.data);
  if (shape === undefined) {
    shape = findShape(table) ?? null;
    shapes.set(table.data, shape);
  }
  return shape ?? undefined;
}

interface Column {
  readonly index: number;
  readonly header: string;
  readonly filled: number;
  readonly stamped: number;
  readonly clocks: number;
  readonly zones: number;
  readonly length: number;
}

function findShape(table: Block): TableShape | undefined {
  const [header, ...rows] = table.children;
  if (!header || rows.length === 0) return undefined;
  const columns = header.children.map((cell, index) => readColumn(index, cell.text, rows));
  if (columns.length < 2) return undefined;
  const isTime = (column: Column) =>
    column.filled > 0 && column.stamped >= column.filled * (TIME_HEADER.test(column.header) ? 0.4 : 0.6);
  const first = columns.find(isTime);
  const named = columns.find((column) => TIME_HEADER.test(column.header) && column.filled === 0);
  const time = first ?? named;
  if (!time) return undefined;
  // "Date | Time | Event": the second of two neighbours has the clock.
  const second = columns[time.index + 1];
  const split = second !== undefined && isTime(second) && time.clocks === 0 && second.clocks > 0;
  const clock = split ? second : time;
  const others = columns.filter(
    (column) => column !== time && column !== clock && !isTime(column) && column.zones * 2 <= column.filled,
  );
  const event =
    others.find((column) => EVENT_HEADER.test(column.header) && !ACTOR_HEADER.test(column.header)) ??
    others.filter((column) => !ACTOR_HEADER.test(column.header)).sort((a, b) => b.length - a.length)[0] ??
    others[0];
  if (!event) return undefined;
  return { time: clock.index, date: split ? time.index : undefined, event: event.index, timedRows: clock.stamped };
}

function readColumn(index: number, header: string, rows: readonly Block[]): Column {
  let filled = 0;
  let stamped = 0;
  let clocks = 0;
  let zones = 0;
  let length = 0;
  for (const row of rows) {
    const text = row.children[index]?.text ?? '';
    if (!text) continue;
    filled++;
    length += text.length;
    if (text.length > 60) continue;
    const zone = zoneAt(text, 0);
    if (zone && zone.end === text.length) zones++;
    const stamp = readTimestamp(text);
    // A time cell holds a time and little else; "10:30 deploy of the new …" is a sentence.
    if (!stamp || text.length - stamp.rest > 15) continue;
    stamped++;
    if (stamp.clock || stamp.problem) clocks++;
  }
  return { index, header, filled, stamped, clocks, zones, length };
}
