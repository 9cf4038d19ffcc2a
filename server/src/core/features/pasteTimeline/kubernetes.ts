import { isRecord, parseJson, textOf } from './json.ts';
import { machineInstant } from './pasteClock.ts';
import { oneLine, type PasteContext, type PastedEvent, type PasteReader } from './pastedEvent.ts';
import { ageMinutes } from './relativeTime.ts';

/** Reads Kubernetes events: the table of `kubectl get events` or `kubectl describe`, whose ages count from now, and `-o json`. */
export const readKubernetesEvents: PasteReader = (text, context) => readJson(text) ?? readTable(text, context);

function readTable(text: string, context: PasteContext): ReturnType<PasteReader> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const headerLine = lines.findIndex(
    (line) => /\bREASON\b/i.test(line) && /\bMESSAGE\b/i.test(line) && AGE_COLUMN.test(line),
  );
  if (headerLine < 0) return undefined;
  const header = lines[headerLine]!;
  const columns = header
    .trim()
    .split(/\s{2,}|\t/)
    .map((name) => name.trim().toUpperCase());
  const starts = columnStarts(header);
  const events: PastedEvent[] = [];
  let rows = 0;
  for (const line of lines.slice(headerLine + 1)) {
    if (/^\s*-{2,}/.test(line)) continue;
    rows++;
    const aligned = isAligned(line, starts);
    const cells = aligned ? cutAt(line, starts) : line.trim().split(/\s{2,}|\t/);
    const cell = (name: RegExp) => cells[columns.findIndex((column) => name.test(column))]?.trim() ?? '';
    // "2m10s (x12 over 20m)": the last time, how often, since when.
    const age = /^([0-9a-z<>]+)(?:\s+\(x(\d+) over [0-9a-z]+\))?$/.exec(cell(/^(?:LAST SEEN|AGE)$/));
    const ago = age ? ageMinutes(age[1]!) : undefined;
    if (ago === undefined) continue;
    const count = Number(age?.[2] ?? (cell(/^COUNT$/) || 1));
    const kind = cell(/^KIND$/);
    const object = cell(/^OBJECT$/) || [kind, cell(/^NAME$/)].filter(Boolean).join('/');
    events.push({
      at: { minutes: context.now - ago, dated: true, zone: 'UTC' },
      actor: undefined,
      bot: true,
      text: describe(cell(/^TYPE$/), cell(/^REASON$/), object, cell(/^MESSAGE$/), count),
    });
  }
  if (events.length === 0) return undefined;
  return { format: 'kubernetes', confidence: 0.97 * (events.length / rows), events };
}

const AGE_COLUMN = /\b(?:LAST SEEN|AGE)\b/i;

function columnStarts(header: string): number[] {
  return [...header.matchAll(/\S+(?: \S+)*/g)].map((match) => match.index);
}

/** Whether the cells of a line begin where the columns of the header do: tabs and trimmed copies do not. */
function isAligned(line: string, starts: readonly number[]): boolean {
  return starts.every((start) => start === 0 || start >= line.length || /\s/.test(line.charAt(start - 1)));
}

function cutAt(line: string, starts: readonly number[]): string[] {
  return starts.map((start, index) => line.slice(start, starts[index + 1]));
}

function readJson(text: string): ReturnType<PasteReader> {
  const json = parseJson(text);
  if (!isRecord(json)) return undefined;
  const items = Array.isArray(json.items) ? json.items : [json];
  const events: PastedEvent[] = [];
  for (const item of items) {
    if (!isRecord(item) || !('reason' in item) || !(isRecord(item.involvedObject) || isRecord(item.regarding)))
      continue;
    const series = isRecord(item.series) ? item.series : {};
    const at =
      machineInstant(series.lastObservedTime) ??
      machineInstant(item.lastTimestamp) ??
      machineInstant(item.eventTime) ??
      machineInstant(item.deprecatedLastTimestamp) ??
      machineInstant(isRecord(item.metadata) ? item.metadata.creationTimestamp : undefined);
    if (!at) continue;
    const about = (isRecord(item.involvedObject) ? item.involvedObject : item.regarding) as Record<string, unknown>;
    const object = [textOf(about.kind).toLowerCase(), textOf(about.name)].filter(Boolean).join('/');
    const count = Number(series.count ?? item.count ?? item.deprecatedCount ?? 1);
    const message = textOf(item.message) || textOf(item.note);
    events.push({
      at,
      actor: undefined,
      bot: true,
      text: describe(textOf(item.type), textOf(item.reason), object, message, count),
    });
  }
  if (events.length === 0) return undefined;
  return { format: 'kubernetes', confidence: events.length / items.length, events };
}

function describe(type: string, reason: string, object: string, message: string, count: number): string {
  const head = [type === 'Normal' ? '' : type, reason, object].filter(Boolean).join(' ');
  const times = count > 1 ? ` (${count} times)` : '';
  return oneLine(`${head}: ${message}${times}`);
}
