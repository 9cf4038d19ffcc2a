import { dayOf, type FactRow, isOpen, isOverdue } from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import { timeOf } from '../lint/options.ts';
import { formatJson } from '../team/json.ts';
import { NOW_FLAG, readTeam } from '../team/team.ts';
import { printable } from '../terminal.ts';
import type { Command } from './command.ts';

const FLAGS = {
  overdue: { type: 'boolean', help: 'only those past their due date' },
  owner: { type: 'string', value: '@NAME', multiple: true, help: 'only those of this owner; may be repeated' },
  unassigned: { type: 'boolean', help: 'only those without an owner' },
  all: { type: 'boolean', help: 'also those that are done or cancelled' },
  fail: { type: 'boolean', help: 'end with 1 when any is listed' },
  format: { type: 'string', short: 'f', choices: ['text', 'json'], help: 'how they are printed (text)' },
  ...NOW_FLAG,
} as const satisfies Flags;

type Action = FactRow<'action_items'>;

const command: Command = {
  usage: '[FILE|DIRECTORY|GLOB...] [FLAGS]',
  description: 'Lists the open action items of all postmortems, the longest overdue first.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    if (values.unassigned && values.owner) throw new UsageError('--unassigned and --owner exclude each other');
    const now = timeOf(values.now);
    const today = dayOf(now);
    const { facts, troubled } = await readTeam(positionals, terminal, now);
    const owners = values.owner?.map(nameOf);
    const listed = facts.action_items
      .filter((action) => values.all === true || isOpen(action))
      .filter((action) => !values.overdue || isOverdue(action, today))
      .filter((action) => !values.unassigned || action.owner === null)
      .filter((action) => !owners || ownersOf(action).some((owner) => owners.includes(owner)))
      .sort((a, b) => ((a.due_on ?? '9999') < (b.due_on ?? '9999') ? -1 : 1));

    if (values.format === 'json')
      terminal.out(formatJson(listed.map((action) => ({ ...action, overdue: isOverdue(action, today) }))));
    else for (const action of listed) terminal.out(`${lineOf(action, today, terminal.paint)}\n`);
    if (troubled) return EXIT.trouble;
    return values.fail && listed.length > 0 ? EXIT.findings : EXIT.clean;
  },
};

export default command;

function lineOf(action: Action, today: string, paint: (style: 'red' | 'dim', text: string) => string): string {
  const due = action.due_on === null ? 'no due date' : `due ${action.due_on}`;
  return [
    isOverdue(action, today) ? paint('red', due) : due,
    printable(action.owner ?? 'no owner'),
    printable([action.id, action.action].filter(Boolean).join(' ')),
    paint('dim', printable(action.document ?? '')),
  ].join('  ');
}

/** "@ada, @ben" has two owners. */
function ownersOf(action: Action): string[] {
  return (action.owner ?? '').split(/[,;/&]|\band\b/).map(nameOf);
}

function nameOf(owner: string): string {
  return owner.trim().replace(/^@/, '').toLowerCase();
}
