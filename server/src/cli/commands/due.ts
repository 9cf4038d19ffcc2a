import { type Deadline, deadlinesOf } from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import { timeOf } from '../lint/options.ts';
import { formatJson } from '../team/json.ts';
import { NOW_FLAG, readTeam } from '../team/team.ts';
import { printable } from '../terminal.ts';
import type { Command } from './command.ts';

const FLAGS = {
  days: { type: 'string', value: 'N', help: 'how many days to look ahead (7)' },
  fail: { type: 'boolean', help: 'end with 1 when something is past due' },
  format: { type: 'string', short: 'f', choices: ['text', 'json'], help: 'how they are printed (text)' },
  ...NOW_FLAG,
} as const satisfies Flags;

const command: Command = {
  usage: '[FILE|DIRECTORY|GLOB...] [FLAGS]',
  description:
    'Lists what is due, the most urgent first: postmortems to write or complete, action items to assign and to do. The days a postmortem\n' +
    'has come from the policy in the configuration. For cron and continuous integration.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    if (values.days !== undefined && !/^\d{1,4}$/.test(values.days))
      throw new UsageError(`--days is a number of days, not "${values.days}"`);
    const { facts, settings, troubled } = await readTeam(positionals, terminal, timeOf(values.now));
    const deadlines = deadlinesOf(facts, settings.policy, Number(values.days ?? 7));
    if (values.format === 'json') terminal.out(formatJson(deadlines));
    else
      for (const deadline of deadlines) {
        const when = whenOf(deadline);
        terminal.out(
          `${[
            deadline.daysLeft < 0 ? terminal.paint('red', when) : when,
            printable(deadline.what),
            ...(deadline.owner ? [printable(deadline.owner)] : []),
            ...(deadline.document ? [terminal.paint('dim', printable(deadline.document))] : []),
          ].join('  ')}\n`,
        );
      }
    if (troubled) return EXIT.trouble;
    return values.fail && deadlines.some(({ daysLeft }) => daysLeft < 0) ? EXIT.findings : EXIT.clean;
  },
};

export default command;

function whenOf({ due, daysLeft }: Deadline): string {
  if (daysLeft === 0) return `${due} today`;
  const days = `${Math.abs(daysLeft)} ${Math.abs(daysLeft) === 1 ? 'day' : 'days'}`;
  return daysLeft < 0 ? `${due} ${days} ago` : `${due} in ${days}`;
}
