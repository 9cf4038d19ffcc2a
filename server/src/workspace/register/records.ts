import { headerKey } from '../csv.ts';

/** One exported incident: what nested objects hold is found under the names on the way to it ("service.summary"), as `headerKey` writes them. */
export type FlatRecord = ReadonlyMap<string, string>;

/** The list in a JSON text: the text itself, or the longest list of objects that it holds ("incidents", "data", "issues"); one object a line, too. Never throws. */
export function recordsIn(json: string): unknown[] {
  const value = parse(json);
  if (value !== undefined) return Array.isArray(value) ? value : longestList(value);
  return json.split('\n').flatMap((line) => {
    const record = parse(line);
    return record === undefined ? [] : [record];
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function longestList(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const lists = Object.values(value).filter((entry): entry is unknown[] => Array.isArray(entry) && isObject(entry[0]));
  return lists.reduce<unknown[]>((best, list) => (list.length > best.length ? list : best), []);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record of one exported object. What lists of objects hold is joined with `;`; what is kept as a list of names and values gets a name of its own. */
export function flatten(value: unknown): FlatRecord {
  const flat = new Map<string, string>();
  const add = (name: string, text: string) => {
    const key = headerKey(name);
    const before = flat.get(key);
    flat.set(key, before ? `${before};${text}` : text);
  };
  const visit = (name: string, part: unknown, depth: number) => {
    if (part === null || part === undefined || depth > 8) return;
    if (Array.isArray(part)) {
      for (const entry of part.slice(0, 100)) visit(name, entry, depth + 1);
    } else if (isObject(part)) {
      const named = namedTimestamp(part) ?? namedField(part) ?? namedLabel(part);
      if (named) for (const value of named.values) add(named.name, value);
      else
        for (const [key, entry] of Object.entries(part)) visit(name === '' ? key : `${name}.${key}`, entry, depth + 1);
    } else {
      add(name, String(part));
    }
  };
  visit('', value, 0);
  return flat;
}

interface Named {
  readonly name: string;
  readonly values: readonly string[];
}

/** `{incident_timestamp: {name}, value: {value}}`, as incident.io keeps its times. */
function namedTimestamp(part: Record<string, unknown>): Named | undefined {
  const { incident_timestamp: stamp, value } = part;
  if (!isObject(stamp) || typeof stamp.name !== 'string' || !isObject(value) || typeof value.value !== 'string')
    return undefined;
  return { name: `timestamp ${stamp.name}`, values: [value.value] };
}

/** `{custom_field: {name}, values: [{value_option: {value}}, {value_catalog_entry: {name}}, {value_text}]}`, as incident.io keeps what a team asks for. */
function namedField(part: Record<string, unknown>): Named | undefined {
  const { custom_field: field, values } = part;
  if (!isObject(field) || typeof field.name !== 'string' || !Array.isArray(values)) return undefined;
  const texts = values.filter(isObject).flatMap((entry) => {
    const { value_option: option, value_catalog_entry: item, value_text: text } = entry;
    return [isObject(option) ? option.value : undefined, isObject(item) ? item.name : undefined, text];
  });
  return { name: `field ${field.name}`, values: texts.filter((text) => typeof text === 'string') };
}

/** `{key, label}`, as Grafana keeps labels. */
function namedLabel(part: Record<string, unknown>): Named | undefined {
  const { key, label } = part;
  if (typeof key !== 'string' || key === '' || typeof label !== 'string') return undefined;
  return { name: `label ${key}`, values: [label] };
}
