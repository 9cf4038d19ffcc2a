import { formatCsv } from '../csv.ts';
import {
  type ColumnType,
  FACT_TABLES,
  FACTS_VERSION,
  type FactColumn,
  type Facts,
  type FactTableName,
} from './schema.ts';

export const FACT_TABLE_NAMES = Object.keys(FACT_TABLES) as FactTableName[];

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** One JSON object a row and line; every column is there, null where nothing is known. */
export function factsToNdjson(facts: Facts, name: FactTableName): string {
  return ndjson(rowsOf(facts, name), columnsOf(name));
}

/** All tables in one stream: each object has the name of its table in `table`. */
export function allFactsToNdjson(facts: Facts): string {
  return FACT_TABLE_NAMES.map((name) =>
    ndjson(
      rowsOf(facts, name).map((row) => ({ table: name, ...row })),
      ['table', ...columnsOf(name)],
    ),
  ).join('');
}

/** One table as CSV with a header; an empty cell is null. */
export function factsToCsv(facts: Facts, name: FactTableName): string {
  const columns = columnsOf(name);
  const rows = rowsOf(facts, name).map((row) =>
    Object.fromEntries(columns.map((column) => [column, row[column] === null ? '' : String(row[column])])),
  );
  return formatCsv(columns, rows);
}

/** The page that documents the tables, made of their declaration. */
export function factsDocumentation(): string {
  const lines = [
    '# Facts: every postmortem as tables',
    '',
    '`postmortem export --format ndjson|csv --out DIR` writes one file a table. These are the tables that every figure of the dashboard and of',
    '`postmortem report` is counted from; [metrics.sql](metrics.sql) counts the same five metrics from them in SQL.',
    '',
    `Schema version ${FACTS_VERSION}. The version grows when a column is renamed, removed or changes its meaning. New columns are added at the end of a table`,
    'and do not change it. Days and times are UTC. In NDJSON an unknown value is `null`, in CSV an empty cell. Text stands as it is written in the',
    'documents: a program that opens the CSV as a spreadsheet may take a cell that starts with `=` or `@` for a formula.',
    '',
  ];
  for (const name of FACT_TABLE_NAMES) {
    const { description, columns } = FACT_TABLES[name];
    lines.push(`## ${name}`, '', description, '', '| column | type | meaning |', '|---|---|---|');
    for (const [column, { type, description: meaning }] of Object.entries<FactColumn>(columns))
      lines.push(`| \`${column}\` | ${SQL_TYPES[type]} | ${meaning} |`);
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The SQL type that a column has in a warehouse. */
export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'varchar',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
};

function columnsOf(name: FactTableName): string[] {
  return Object.keys(FACT_TABLES[name].columns);
}

function rowsOf(facts: Facts, name: FactTableName): readonly Row[] {
  return facts[name] as readonly Row[];
}

function ndjson(rows: readonly Row[], columns: readonly string[]): string {
  let text = '';
  for (const row of rows)
    text += `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`;
  return text;
}
