import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  allFactsToNdjson,
  FACT_TABLE_NAMES,
  type FactTableName,
  factsToCsv,
  factsToNdjson,
} from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import { reasonOf } from '../files/reason.ts';
import { timeOf } from '../lint/options.ts';
import { NOW_FLAG, readTeam } from '../team/team.ts';
import type { Command } from './command.ts';

const FLAGS = {
  format: { type: 'string', short: 'f', choices: ['ndjson', 'csv'], help: 'how they are written (ndjson)' },
  table: { type: 'string', choices: FACT_TABLE_NAMES, help: 'print only this table' },
  out: { type: 'string', short: 'o', value: 'DIRECTORY', help: 'write a file for each table there' },
  ...NOW_FLAG,
} as const satisfies Flags;

const command: Command = {
  usage: '[FILE|DIRECTORY|GLOB...] [FLAGS]',
  description:
    'Exports all postmortems as tables: incidents, postmortems, action items, timeline, findings, surveys. docs/facts.md tells what each column\n' +
    'means, docs/metrics.sql counts the metrics of `postmortem report` from them in SQL.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    const format = values.format === 'csv' ? 'csv' : 'ndjson';
    const table = values.table as FactTableName | undefined;
    if (format === 'csv' && table === undefined && values.out === undefined)
      throw new UsageError('csv has a file for each table: --out DIRECTORY writes them, --table NAME prints one');
    if (table !== undefined && values.out !== undefined)
      throw new UsageError('--table prints one table, --out writes all of them');
    const { facts, troubled } = await readTeam(positionals, terminal, timeOf(values.now), {
      repeats: 'all',
      detailed: true,
    });
    const write = format === 'csv' ? factsToCsv : factsToNdjson;
    if (values.out !== undefined) {
      const folder = resolve(terminal.cwd, values.out);
      try {
        mkdirSync(folder, { recursive: true });
        for (const name of FACT_TABLE_NAMES) writeFileSync(join(folder, `${name}.${format}`), write(facts, name));
      } catch (error) {
        throw new UsageError(`--out ${values.out}: ${reasonOf(error)}`);
      }
    } else terminal.out(table === undefined ? allFactsToNdjson(facts) : write(facts, table));
    return troubled ? EXIT.trouble : EXIT.clean;
  },
};

export default command;
