import {
  dayOf,
  formatReport,
  lastFourQuarters,
  parsePeriod,
  REPORT_FORMATS,
  type ReportFormat,
  reportOf,
} from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import { timeOf } from '../lint/options.ts';
import { NOW_FLAG, readTeam } from '../team/team.ts';
import type { Command } from './command.ts';

const FLAGS = {
  format: { type: 'string', short: 'f', choices: REPORT_FORMATS, help: 'how it is printed (text)' },
  period: {
    type: 'string',
    short: 'p',
    value: 'PERIOD',
    help: '2026-Q3, 2026, 2026-07 or 2025-Q4..2026-Q3 (the last four quarters)',
  },
  service: { type: 'string', value: 'NAME', help: 'only incidents of this service' },
  team: { type: 'string', value: 'NAME', help: 'only incidents of this team' },
  severity: { type: 'string', value: 'LEVEL', help: 'only incidents of this severity' },
  ...NOW_FLAG,
} as const satisfies Flags;

const command: Command = {
  usage: '[FILE|DIRECTORY|GLOB...] [FLAGS]',
  description:
    'Reports the five metrics of a period against their targets: postmortem completion, action items on time, repeat incidents, time to\n' +
    'postmortem, psychological safety; with what each is counted from. Incidents come from .postmortem/incidents.csv, where it is there.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    const now = timeOf(values.now);
    const period = values.period === undefined ? lastFourQuarters(dayOf(now)) : parsePeriod(values.period);
    if (!period)
      throw new UsageError(`--period is a quarter, a year, a month or two with .. between, not "${values.period}"`);
    const { facts, troubled } = await readTeam(positionals, terminal, now, { repeats: period });
    const { service, team, severity } = values;
    const report = reportOf(facts, period, { service, team, severity });
    terminal.out(formatReport(report, (values.format ?? 'text') as ReportFormat));
    return troubled ? EXIT.trouble : EXIT.clean;
  },
};

export default command;
