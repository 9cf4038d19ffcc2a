import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  adoptStructure,
  builtinTemplates,
  proposedTemplateName,
  TEMPLATES_FOLDER,
  templateFileName,
} from '../../core/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { Configurations } from '../configuration.ts';
import { EXIT, UsageError } from '../exit.ts';
import { readTextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { writeTeamFile } from '../team/write.ts';
import { printable } from '../terminal.ts';
import type { Command } from './command.ts';

const FLAGS = {
  name: { type: 'string', value: 'NAME', help: 'name of the template (the folder that tells whose document it is)' },
  force: { type: 'boolean', help: 'replace a template of this name' },
} as const satisfies Flags;

const command: Command = {
  usage: 'FILE [FLAGS]',
  description:
    `Writes ${TEMPLATES_FOLDER}/NAME.md with the structure of a postmortem and prints its path: headings, fields, tables and lists\n` +
    'in their own dress, and fill-ins for everything that it tells. `new --template NAME` starts from it.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0)
      throw new UsageError('adopt takes one file: postmortem adopt postmortems/2026-03-04-inc-041-checkout.md');
    const path = resolve(terminal.cwd, file);
    const configurations = new Configurations(terminal.cwd);
    const configuration = await configurations.for(path);
    const home = configuration.repository.home ?? terminal.cwd;
    const name = values.name ?? proposedTemplateName(path);
    const fileName = templateFileName(name);
    if (fileName === undefined)
      throw new UsageError(`--name: a name has letters or digits and is not "auto", unlike "${name}"`);
    const target = join(home, TEMPLATES_FOLDER, fileName);
    const shown = relative(terminal.cwd, target);
    if (existsSync(target) && !values.force)
      throw new UsageError(`${shown}: it exists already; --force replaces it, --name NAME chooses another name`);
    const { settings } = configuration;
    const text = await adoptStructure(
      { text: textIn(path, file), path: configurations.pathFor(path, configuration), settings },
      name,
    );
    if (text === undefined)
      throw new UsageError(
        `${file}: no heading in it could stand in another postmortem, so there is no structure to adopt`,
      );
    writeTeamFile(target, text);
    terminal.out(`${shown}\n`);
    if (builtinTemplates.some(({ id }) => `${id}.md` === fileName))
      terminal.err(
        `It takes the place of the template "${printable(dropExtension(fileName))}" that comes with the program.\n`,
      );
    return EXIT.clean;
  },
};

export default command;

function textIn(path: string, file: string): string {
  try {
    return readTextFile(path).text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file}: ${code === 'ENOENT' ? 'there is no such file' : reasonOf(error)}`);
  }
}

function dropExtension(fileName: string): string {
  return fileName.slice(0, -'.md'.length);
}
