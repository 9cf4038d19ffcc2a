import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import {
  type DocumentTemplate,
  fileNameOf,
  isDate,
  POSTMORTEM_FOLDER,
  textOf,
  unknownTemplate,
} from '../../core/index.ts';
import { nextIncidentId } from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { Configurations, type FileConfiguration } from '../configuration.ts';
import { EXIT, UsageError } from '../exit.ts';
import { readTextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import type { Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

const FLAGS = {
  id: { type: 'string', value: 'ID', help: 'id of the incident (the next one that no document has)' },
  severity: { type: 'string', value: 'LEVEL', help: 'severity, such as P1 (left to fill in)' },
  date: { type: 'string', value: 'DATE', help: 'day of the incident, YYYY-MM-DD (today, UTC)' },
  template: { type: 'string', value: 'NAME', help: '`postmortem templates` lists them' },
  dir: { type: 'string', value: 'DIRECTORY', help: `where it is created (${POSTMORTEM_FOLDER}/ in the repository)` },
} as const satisfies Flags;

const command: Command = {
  usage: 'TITLE [FLAGS]',
  description:
    'Creates postmortems/YYYY-MM-DD-ID-TITLE.md from a template and prints its path. Never overwrites a file.',
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    const date = values.date ?? new Date().toISOString().slice(0, 10);
    if (!isDate(date)) throw new UsageError(`--date is a day such as 2026-11-23, not "${date}"`);
    const title = positionals.join(' ').trim() || (await asked('What happened, in a few words? ', terminal));
    if (!title) throw new UsageError('new takes a title: postmortem new "Checkout fails for every tenth customer"');

    const configuration = await new Configurations(terminal.cwd).for(resolve(terminal.cwd, '_'));
    const root = configuration.repository.home ?? terminal.cwd;
    const incidentId = values.id ?? (await nextId(root, configuration));
    const folder = values.dir === undefined ? join(root, POSTMORTEM_FOLDER) : resolve(terminal.cwd, values.dir);
    const path = join(folder, fileNameOf({ date, incidentId, title }));
    const text = textOf({
      title,
      incidentId,
      date,
      ...(values.severity === undefined ? {} : { severity: values.severity }),
      template: templateOf(values.template, configuration),
      namesTemplate: values.template !== undefined && values.template !== configuration.settings.template,
    });
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
      throw new UsageError(`${path}: ${exists ? 'it exists already, and is left as it is' : reasonOf(error)}`);
    }
    terminal.out(`${relative(terminal.cwd, path)}\n`);
    return EXIT.clean;
  },
};

export default command;

/** The answer of a person at the terminal; nothing where there is none. */
async function asked(question: string, terminal: Terminal): Promise<string> {
  if (!terminal.interactive || !terminal.stdin.isTTY) return '';
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: terminal.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

function templateOf(name: string | undefined, { settings, repository }: FileConfiguration): DocumentTemplate {
  const { templates } = repository;
  const wanted = name ?? (settings.template === 'auto' ? 'standard' : settings.template);
  const template = templates.find(({ id }) => id === wanted) ?? (name === undefined ? templates[0] : undefined);
  if (!template)
    throw new UsageError(
      unknownTemplate(
        wanted,
        templates.map(({ id }) => id),
      ),
    );
  return template;
}

/** The id after the highest one that the name or the headings of a document have. */
async function nextId(root: string, { settings }: FileConfiguration): Promise<string> {
  const { glob } = await import('tinyglobby');
  const paths = await glob(settings.include, {
    cwd: root,
    absolute: true,
    ignore: settings.exclude,
    followSymbolicLinks: false,
  });
  const pattern = new RegExp(`\\b${settings.incidentId}-?(\\d{1,9})\\b`, 'gi');
  const ids = paths.flatMap((path) =>
    [...`${basename(path)}\n${headingsOf(path)}`.matchAll(pattern)].map(
      ([, number]) => `${settings.incidentId}-${number}`,
    ),
  );
  return nextIncidentId(ids, `${settings.incidentId}-000`);
}

function headingsOf(path: string): string {
  try {
    const lines = readTextFile(path).text.split('\n', 40);
    return lines.filter((line, index) => index === 0 || /^#|^\**Incident/.test(line)).join('\n');
  } catch {
    // A file that cannot be read has no say in what the next id is.
    return '';
  }
}
