import { rules } from '../../core/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import type { Command } from './command.ts';

const FLAGS = { json: { type: 'boolean', help: 'print them as JSON' } } as const satisfies Flags;

const command: Command = {
  usage: '[FLAGS]',
  description: 'Lists every rule with its default severity. `postmortem explain RULE` says more about one.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    if (positionals.length > 0)
      throw new UsageError('rules takes no arguments; `postmortem explain RULE` tells about one');
    if (values.json) {
      const listed = rules.map(({ id, title, severity, completeness, docs, fixes }) => {
        return { id, title, severity, completeness, fixable: fixes !== undefined, ...docs };
      });
      terminal.out(`${JSON.stringify(listed, null, 2)}\n`);
      return EXIT.clean;
    }
    const width = Math.max(0, ...rules.map((rule) => rule.id.length));
    for (const { id, severity, title } of rules)
      terminal.out(`${id.padEnd(width)}  ${terminal.paint('dim', severity.padEnd(11))}  ${title}\n`);
    return EXIT.clean;
  },
};

export default command;
