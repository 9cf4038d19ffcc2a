import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, type Settings } from '../../core/index.ts';
import {
  collectFacts,
  dayOf,
  type Facts,
  type Period,
  PostmortemIndex,
  type PostmortemRecord,
  parseRegister,
  parseSurveys,
  REGISTER_PATH,
  readWorkspace,
  SURVEYS_PATH,
} from '../../workspace/index.ts';
import type { Flags } from '../arguments.ts';
import { Configurations } from '../configuration.ts';
import { findFiles } from '../files/find.ts';
import { readTextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { withProgress } from '../lint/progress.ts';
import { printable, type Terminal } from '../terminal.ts';

/** Everything that is known of a team's postmortems together. */
export interface Team {
  /** Absolute path of the directory that holds `.postmortem`; paths of documents are relative to it. */
  readonly home: string;
  readonly index: PostmortemIndex;
  readonly facts: Facts;
  readonly settings: Settings;
  /** Whether something could not be read; it was told. */
  readonly troubled: boolean;
}

export const NOW_FLAG = {
  now: { type: 'string', value: 'DATE', help: 'the date that deadlines are reckoned from (today)' },
} as const satisfies Flags;

export interface TeamReading {
  /** Repeat incidents are looked for among all or those of a period, which takes a moment; among none where it is left out. */
  readonly repeats?: 'all' | Period;
  /** Timelines and findings are facts, too. */
  readonly detailed?: boolean;
}

/** Reads all postmortems below the inputs (the working directory where there are none), the register and the surveys beside them. */
export async function readTeam(
  inputs: readonly string[],
  terminal: Terminal,
  now: number,
  { repeats, detailed = false }: TeamReading = {},
): Promise<Team> {
  const roots = inputs.length === 0 ? ['.'] : inputs;
  const { files, problems } = await findFiles(roots, terminal.cwd);
  const home = homeOf(resolve(terminal.cwd, roots[0]!));
  const configurations = new Configurations(terminal.cwd);
  const index = new PostmortemIndex();
  const place = withProgress(terminal, files.length);
  let troubled = false;
  const tell = (message: string) => {
    troubled = true;
    place.err(`${terminal.paint('red', 'postmortem:')} ${printable(message)}\n`);
  };
  problems.forEach(tell);
  const pathOf = new Map(files.map(({ path }) => [pathToFileURL(path).href, path]));
  await readWorkspace(
    index,
    [...pathOf].map(([uri, path]) => ({ uri, path: relative(home, path).split(sep).join('/') })),
    {
      detailed,
      readText: async (uri) => textOf(pathOf.get(uri)!),
      check: async ({ uri }, text) => {
        const path = pathOf.get(uri)!;
        const configuration = await configurations.for(path);
        return check({
          text,
          path: configurations.pathFor(path, configuration),
          settings: configuration.settings,
          templates: configuration.repository.templates,
          now,
        });
      },
      yieldNow: async () => {},
      progress: () => place.step(),
    },
  );
  place.done();
  for (const { path, reason } of index.broken) tell(`${path}: not counted: ${reason}`);

  const register = readCsv(join(home, REGISTER_PATH), parseRegister, tell);
  const surveys = readCsv(join(home, SURVEYS_PATH), parseSurveys, tell);
  const facts = collectFacts({
    records: index.records,
    register,
    surveys,
    asOf: dayOf(now),
    ...(typeof repeats === 'object' ? { period: repeats } : {}),
    ...(repeats ? { repeated: (record: PostmortemRecord) => index.repeated(record) } : {}),
  });
  const { settings } = await configurations.for(join(home, '_'));
  return { home, index, facts, settings, troubled };
}

/** The directory whose `.postmortem` counts: the nearest one at or above the path, else the path itself. */
export function homeOf(path: string): string {
  const start = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, '.postmortem'))) return at;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return start;
  }
}

/** The text of a file; empty where there is none. */
export function textOrEmpty(path: string): string {
  return existsSync(path) ? textOf(path) : '';
}

function textOf(path: string): string {
  try {
    return readTextFile(path).text;
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

function readCsv<Read extends { problems: readonly { line: number; message: string }[] }>(
  path: string,
  parse: (text: string) => Read,
  tell: (message: string) => void,
): Read | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const read = parse(textOf(path));
    for (const { line, message } of read.problems) tell(`${path}:${line}: ${message}`);
    return read;
  } catch (error) {
    tell(`${path}: not counted: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
