import { resolve } from 'node:path';
import { unknownTemplate } from '../../core/index.ts';
import { COMMON_FLAGS, readArguments } from '../arguments.ts';
import { Configurations } from '../configuration.ts';
import { EXIT, UsageError } from '../exit.ts';
import { printable } from '../terminal.ts';
import type { Command } from './command.ts';

const command: Command = {
  usage: '[NAME]',
  description:
    "Lists the templates, the repository's own (.postmortem/templates/*.md) included; with a name, prints that one.",
  flags: {},

  async run(args, terminal) {
    const [name, ...others] = readArguments(args, COMMON_FLAGS).positionals;
    if (others.length > 0) throw new UsageError('templates takes the name of one template at most');
    const { repository } = await new Configurations(terminal.cwd).for(resolve(terminal.cwd, '_'));
    if (name !== undefined) {
      const template = repository.templates.find((candidate) => candidate.id === name);
      if (!template)
        throw new UsageError(
          unknownTemplate(
            name,
            repository.templates.map(({ id }) => id),
          ),
        );
      terminal.out(`${template.text.trimStart().replace(/(?<!\n)\n*$/, '\n')}`);
      return EXIT.clean;
    }
    const width = Math.max(0, ...repository.templates.map(({ id }) => id.length));
    for (const { id, name: title, description } of repository.templates)
      terminal.out(
        `${printable(id).padEnd(width)}  ${printable(title)}${description ? `: ${printable(description)}` : ''}\n`,
      );
    return EXIT.clean;
  },
};

export default command;
