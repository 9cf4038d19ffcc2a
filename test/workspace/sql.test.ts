import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import {
  addDays,
  collectFacts,
  FACT_TABLE_NAMES,
  FACT_TABLES,
  type FactColumn,
  type Facts,
  type FactTableName,
  factsDocumentation,
  factsToCsv,
  factsToNdjson,
  METRIC_IDS,
  type Period,
  type PostmortemRecord,
  parsePeriod,
  quartersOf,
  reportOf,
  SQL_TYPES,
} from '../../server/src/workspace/index.ts';
import { action, record } from './records.ts';

const docs = new URL('../../docs/', import.meta.url);

/** The queries of docs/metrics.sql by the name in the comment above each. */
const QUERIES = new Map(
  readFileSync(new URL('metrics.sql', docs), 'utf8')
    .split(/^-- (?=[a-z]+(?:-[a-z]+)*$)/m)
    .slice(1)
    .map((part): [string, string] => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]),
);

describe('the same five metrics in SQL over the exported facts', () => {
  let duckdb: DuckDBInstance;
  let connection: DuckDBConnection;
  let folder: string;
  before(async () => {
    duckdb = await DuckDBInstance.create(':memory:');
    connection = await duckdb.connect();
    folder = mkdtempSync(join(tmpdir(), 'facts-'));
  });
  after(() => {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  });

  async function load(facts: Facts, format: 'ndjson' | 'csv', periods: readonly Period[]): Promise<void> {
    for (const name of FACT_TABLE_NAMES) {
      const file = join(folder, `${name}.${format}`);
      writeFileSync(file, format === 'csv' ? factsToCsv(facts, name) : factsToNdjson(facts, name));
      const columns = Object.entries<FactColumn>(FACT_TABLES[name].columns).map(
        ([column, { type }]) => `'${column}': '${SQL_TYPES[type]}'`,
      );
      const read =
        format === 'csv'
          ? `read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', `
          : `read_json('${file}', format = 'newline_delimited', `;
      await connection.run(
        `create or replace table "${name}" as select * from ${read} columns = {${columns.join(', ')}})`,
      );
    }
    const rows = periods.map(({ label, from, until }) => `('${label}', date '${from}', date '${until}')`);
    await connection.run(
      `create or replace table period as select * from (values ${rows.join(', ')}) as t (label, from_day, until_day)`,
    );
  }

  async function compare(facts: Facts, format: 'ndjson' | 'csv', period: Period): Promise<void> {
    const quarters = quartersOf(period);
    await load(facts, format, quarters);
    const ours = reportOf(facts, period).quarters;
    for (const metric of METRIC_IDS) {
      const result = await connection.runAndReadAll(QUERIES.get(metric)!);
      const theirs = result.getRowObjectsJson().map((row) => ({
        label: row.label,
        value: number(row.value),
        p90: number(row.p90),
        denominator: number(row.denominator),
        unknown: number(row.unknown),
      }));
      const expected = ours.map(({ period: quarter, figures }) => ({
        label: quarter.label,
        value: figures[metric].value,
        p90: figures[metric].p90,
        denominator: figures[metric].denominator,
        unknown: figures[metric].unknown.length,
      }));
      assert.deepEqual(theirs, expected, metric);
    }
  }

  it('has a query for each metric', () => {
    assert.deepEqual([...QUERIES.keys()], [...METRIC_IDS]);
  });

  it('gives the same to the last digit for any workspace, from NDJSON and from CSV', async () => {
    const period = parsePeriod('2026-Q1..2026-Q2')!;
    await fc.assert(
      fc.asyncProperty(workspaces, async (facts) => {
        await compare(facts, 'ndjson', period);
        await compare(facts, 'csv', period);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the documentation of the facts', () => {
  it('is made of their declaration', () => {
    const file = new URL('facts.md', docs);
    if (process.env.UPDATE_DOCS) writeFileSync(file, factsDocumentation());
    assert.equal(readFileSync(file, 'utf8'), factsDocumentation());
  });

  it('names every column that a table has, and no other', () => {
    const [facts] = fc.sample(workspaces, { numRuns: 1, seed: 7 });
    for (const name of FACT_TABLE_NAMES as FactTableName[])
      for (const row of facts![name])
        assert.deepEqual(Object.keys(row).sort(), Object.keys(FACT_TABLES[name].columns).sort());
  });
});

function number(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

const days = fc.integer({ min: 0, max: 180 }).map((offset) => addDays('2026-01-01', offset));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const states = maybe(fc.constantFrom('open', 'in-progress', 'done', 'cancelled' as const));

const actions = fc
  .record({
    id: maybe(fc.constantFrom('AI-1', 'AI "two", quoted', '=cmd')),
    due: maybe(days),
    doneOn: maybe(days),
    state: states,
  })
  .map((rest) => action(rest as Partial<ReturnType<typeof action>>));

const postmortems = fc.record({
  date: maybe(days),
  incidentId: maybe(fc.integer({ min: 1, max: 30 }).map((id) => `INC-${id}`)),
  taken: fc.integer({ min: -2, max: 30 }),
  completion: fc.constantFrom('complete', 'incomplete', 'unknown' as const),
  dated: fc.boolean(),
  cause: fc.constantFrom('', 'the pool was too small,\n"again"'),
  actions: fc.array(actions, { maxLength: 5 }),
});

/** Whole workspaces: documents with and without ids and dates, a register or none, surveys. */
const workspaces: fc.Arbitrary<Facts> = fc
  .record({
    postmortems: fc.array(postmortems, { maxLength: 25 }),
    register: maybe(
      fc.uniqueArray(
        fc.record({
          id: fc.integer({ min: 1, max: 30 }),
          day: days,
          needs: fc.boolean(),
          repeat: maybe(fc.constantFrom('none', 'INC-1')),
        }),
        { selector: (incident) => incident.id, maxLength: 20 },
      ),
    ),
    scores: fc.array(fc.tuple(fc.constantFrom('2026-Q1', '2026-Q2'), fc.integer({ min: 10, max: 100 })), {
      maxLength: 20,
    }),
    asOf: days,
  })
  .map(({ postmortems: drawn, register, scores, asOf }) => {
    const records = drawn.map(
      ({ taken, dated, ...rest }, index): PostmortemRecord =>
        record(`pm/${index}.md`, { ...rest, completedOn: dated && rest.date ? addDays(rest.date, taken) : undefined }),
    );
    const earlier = records[0];
    return collectFacts({
      records,
      register: register && {
        problems: [],
        incidents: register.map(({ id, day, needs, repeat }, index) => ({
          incidentId: `INC-${id}`,
          title: '',
          startedAt: day,
          resolvedAt: undefined,
          day,
          severity: undefined,
          services: [],
          team: undefined,
          needsPostmortem: needs,
          repeatOf: repeat,
          source: undefined,
          line: index + 2,
        })),
      },
      surveys: {
        problems: [],
        quarters: ['2026-Q1', '2026-Q2'].map((quarter) => {
          const own = scores.filter(([of]) => of === quarter).map(([, score]) => score / 10);
          return {
            quarter,
            answers: own.length,
            scoreSum: own.length < 4 ? undefined : own.reduce((a, b) => a + b, 0),
          };
        }),
      },
      asOf,
      repeated: (candidate) => (candidate === earlier || !earlier ? undefined : earlier),
    });
  });
