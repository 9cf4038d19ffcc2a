import { join, resolve } from 'node:path';
import { importIncidents, mergeIntoRegister, parseRegister, REGISTER_PATH } from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { Configurations } from '../configuration.ts';
import { EXIT, UsageError } from '../exit.ts';
import { readTextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { homeOf, textOrEmpty } from '../team/team.ts';
import { writeTeamFile } from '../team/write.ts';
import { printable } from '../terminal.ts';
import type { Command } from './command.ts';

const TOOLS = ['pagerduty', 'opsgenie', 'incident.io', 'grafana', 'jira', 'table'] as const;

const FLAGS = {
  from: { type: 'string', choices: TOOLS, help: 'the tool the export is from (told from the export)' },
  'dry-run': { type: 'boolean', help: 'say what would change and write nothing' },
} as const satisfies Flags;

const command: Command = {
  usage: 'import FILE... [FLAGS] | check',
  description:
    `Imports incidents into the register (${REGISTER_PATH}) from exports of PagerDuty, Opsgenie, incident.io, Grafana IRM and Jira, CSV or\n` +
    'JSON. What stands in the register stays: a second import changes nothing. `check` reads the register and tells what is wrong with it.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    const [action, ...files] = positionals;
    const path = join(homeOf(terminal.cwd), REGISTER_PATH);
    if (action === 'check') {
      const { incidents, problems } = parseRegister(textOrEmpty(path));
      for (const { line, message } of problems) terminal.out(`${path}:${line}: ${printable(message)}\n`);
      terminal.err(`${incidents.length} ${incidents.length === 1 ? 'incident' : 'incidents'}\n`);
      return problems.length > 0 ? EXIT.findings : EXIT.clean;
    }
    if (action !== 'import' || files.length === 0)
      throw new UsageError('incidents takes `import FILE...` or `check`; --help tells more');

    const { settings } = await new Configurations(terminal.cwd).for(path);
    const before = textOrEmpty(path);
    let text = before;
    for (const file of files) {
      const { tool, incidents, skipped } = importIncidents(exportOf(resolve(terminal.cwd, file), file), {
        prefix: settings.incidentId,
        ...(values.from === undefined ? {} : { tool: values.from as (typeof TOOLS)[number] }),
      });
      if (tool === undefined)
        throw new UsageError(
          `${file}: no export of a known tool (${TOOLS.join(', ')}) and no table with incident_id and started_at; perhaps it is cut off or empty`,
        );
      for (const { what, reason } of skipped)
        terminal.err(`${file}: left out: ${printable(what)}: ${printable(reason)}\n`);
      const merged = mergeIntoRegister(text, incidents);
      text = merged.text;
      terminal.out(
        `${file}: ${tool}: ${merged.added} added, ${merged.completed} completed, ${merged.unchanged} unchanged\n`,
      );
    }
    if (text !== before && !values['dry-run']) writeTeamFile(path, text);
    return EXIT.clean;
  },
};

export default command;

function exportOf(path: string, shown: string): string {
  try {
    return readTextFile(path).text;
  } catch (error) {
    throw new UsageError(`${shown}: ${reasonOf(error)}`);
  }
}
