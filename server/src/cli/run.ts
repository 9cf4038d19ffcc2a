import { didYouMeanText } from '../core/index.ts';
import { COMMON_FLAGS, helpOf } from './arguments.ts';
import type { Command } from './commands/command.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { printable, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

interface Entry {
  readonly summary: string;
  load(): Promise<{ readonly default: Command }>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  lint: { summary: 'check postmortems', load: () => import('./commands/lint.ts') },
  new: { summary: 'start a postmortem from a template', load: () => import('./commands/new.ts') },
  rules: { summary: 'list the rules', load: () => import('./commands/rules.ts') },
  explain: { summary: 'say why a rule is there, with examples', load: () => import('./commands/explain.ts') },
  templates: { summary: 'list the templates, or print one', load: () => import('./commands/templates.ts') },
  adopt: { summary: 'make a template from a postmortem', load: () => import('./commands/adopt.ts') },
  report: { summary: 'report the metrics of a period', load: () => import('./commands/report.ts') },
  actions: { summary: 'list open action items', load: () => import('./commands/actions.ts') },
  due: { summary: 'list what is due', load: () => import('./commands/due.ts') },
  incidents: { summary: 'import incidents into the register', load: () => import('./commands/incidents.ts') },
  survey: { summary: 'record a psychological safety survey', load: () => import('./commands/survey.ts') },
  friday: { summary: 'prepare a Failure Friday', load: () => import('./commands/friday.ts') },
  export: { summary: 'export everything as tables', load: () => import('./commands/export.ts') },
  lsp: { summary: 'run the language server', load: () => import('./commands/lsp.ts') },
};

/** Runs the program. Never rejects: what goes wrong is told on standard error and in the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const place = argv.includes('--no-color') ? terminal.plain() : terminal;
  try {
    return await dispatch(argv, place);
  } catch (error) {
    if (error instanceof UsageError) {
      place.err(`${place.paint('red', 'postmortem:')} ${printable(error.message)}\n`);
    } else {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      place.err(
        `${place.paint('red', 'postmortem crashed')}, version ${VERSION}. Please report it with these lines:\n${trace}\n`,
      );
    }
    return EXIT.trouble;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === '--version' || name === '-v') {
    terminal.out(`${VERSION}\n`);
    return EXIT.clean;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? args[0] : undefined;
    if (asked && COMMANDS[asked]) return help(asked, (await COMMANDS[asked].load()).default, terminal);
    return overview(name === undefined ? EXIT.trouble : EXIT.clean, terminal);
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    const what = name.startsWith('-') ? `Unknown flag ${name}; a command comes first` : `Unknown command "${name}"`;
    throw new UsageError(
      `${what}${didYouMeanText(name, [...Object.keys(COMMANDS), '--version', '--help']) || '. `postmortem --help` lists the commands'}`,
    );
  }
  const { default: command } = await entry.load();
  const flags = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (flags.includes('--help') || flags.includes('-h')) return help(name, command, terminal);
  return command.run(args, terminal);
}

function overview(code: ExitCode, terminal: Terminal): ExitCode {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}\n`);
  const text = [
    'postmortem: write postmortems that find the failure in the system, never in a person.\n\n',
    'Usage: postmortem COMMAND [FLAGS]\n\n',
    ...commands,
    '\n`postmortem COMMAND --help` says more; `postmortem --version` prints the version.\n',
  ].join('');
  if (code === EXIT.clean) terminal.out(text);
  else terminal.err(text);
  return code;
}

function help(name: string, command: Command, terminal: Terminal): ExitCode {
  terminal.out(
    `Usage: postmortem ${name} ${command.usage}\n\n${command.description}\n\n${helpOf({ ...command.flags, ...COMMON_FLAGS })}`,
  );
  return EXIT.clean;
}
