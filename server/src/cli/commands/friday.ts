import { join } from 'node:path';
import { dayOf, prepareFailureFriday, SHARED_PATH } from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { EXIT } from '../exit.ts';
import { timeOf } from '../lint/options.ts';
import { NOW_FLAG, readTeam, textOrEmpty } from '../team/team.ts';
import { writeTeamFile } from '../team/write.ts';
import type { Command } from './command.ts';

const FLAGS = {
  record: { type: 'boolean', help: `note in ${SHARED_PATH} that these were shared` },
  ...NOW_FLAG,
} as const satisfies Flags;

const command: Command = {
  usage: '[FILE|DIRECTORY|GLOB...] [FLAGS]',
  description:
    'Prints the digest for a Failure Friday: of each team the latest completed postmortem that was not shared before. What happened, what was\n' +
    'learned, what changes, and thanks.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    const now = timeOf(values.now);
    const { home, index, troubled } = await readTeam(positionals, terminal, now);
    const path = join(home, SHARED_PATH);
    const friday = prepareFailureFriday(index.records, textOrEmpty(path), dayOf(now));
    if (!friday) terminal.err('There is no completed postmortem that was not shared before.\n');
    else {
      terminal.out(friday.digest);
      if (values.record) writeTeamFile(path, friday.shared);
    }
    return troubled ? EXIT.trouble : EXIT.clean;
  },
};

export default command;
