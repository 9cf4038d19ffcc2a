import { Configurations } from '../configuration.ts';
import type { ExitCode } from '../exit.ts';
import { EXIT } from '../exit.ts';
import { BinaryFileError, decode } from '../files/read.ts';
import { tuneEngine } from '../lint/engine.ts';
import { createFormat } from '../lint/formats/format.ts';
import { LintRun } from '../lint/lintRun.ts';
import { LINT_FLAGS, type LintOptions, lintOptionsOf } from '../lint/options.ts';
import { withProgress } from '../lint/progress.ts';
import { threadsFor } from '../lint/threads.ts';
import { printable, type Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

const lint: Command = {
  usage: '[FILE|DIRECTORY|GLOB...] [FLAGS]',
  description:
    'Checks Markdown files that are postmortems; of a directory, every Markdown file below it (the working directory where none is\n' +
    'named). Ends with 0 when nothing fails, 1 for findings at the failing level, 2 when something does not work.',
  flags: LINT_FLAGS,

  async run(args, terminal) {
    tuneEngine();
    const options = lintOptionsOf(args, terminal);
    const configurations = new Configurations(terminal.cwd, options.config, options.settings);
    if (options.printConfig) {
      const { printConfig } = await import('../lint/printConfig.ts');
      return printConfig(options.inputs[0] ?? '.', configurations, terminal);
    }
    return options.stdin ? lintStdin(options, configurations, terminal) : lintFiles(options, configurations, terminal);
  },
};

export default lint;

async function lintFiles(options: LintOptions, configurations: Configurations, terminal: Terminal): Promise<ExitCode> {
  const { findFiles } = await import('../files/find.ts');
  const { files: found, problems } = await findFiles(options.inputs, terminal.cwd);
  let files = found;
  if (options.since !== undefined) {
    const { changedSince } = await import('../lint/git.ts');
    const changed = await changedSince(options.since, terminal.cwd);
    files = found.filter(({ path }) => changed.has(path));
  }
  const place = withProgress(terminal, files.length);
  const baseline = await baselineOf(options);
  const format = await createFormat(options.format, { terminal: place });
  const run = new LintRun(options, configurations, place, format, baseline);
  for (const problem of problems) run.trouble(problem);
  place.out(format.begin?.() ?? '');
  const cache = await cacheOf(options, configurations, run, terminal);
  const threads = threadsFor(options, files.length);
  if (threads > 0) {
    const { checkInThreads } = await import('../lint/parallel.ts');
    await checkInThreads(files, { options, cwd: terminal.cwd }, threads, cache, (file, outcome) => {
      run.take(file, outcome);
      place.step();
    });
  } else {
    for (const file of files) {
      await run.file(file, cache);
      place.step();
    }
  }
  place.done();
  const unwritten = cache?.close();
  // What was asked for is done all the same.
  if (unwritten !== undefined) place.err(`${printable(unwritten)}\n`);
  const code = run.end();
  if (!options.updateBaseline || !options.baseline) return code;
  if (code === EXIT.trouble) {
    run.trouble(`${options.baseline}: the baseline is left as it was, because not everything could be checked`);
    return code;
  }
  baseline?.write(options.baseline);
  return EXIT.clean;
}

async function lintStdin(options: LintOptions, configurations: Configurations, terminal: Terminal): Promise<ExitCode> {
  // With --fix, standard output is the fixed text; the report makes room.
  const place = options.fix ? { ...terminal, out: terminal.err } : terminal;
  const format = await createFormat(options.format, { terminal: place });
  const run = new LintRun(options, configurations, place, format, await baselineOf(options));
  const chunks: Buffer[] = [];
  for await (const chunk of terminal.stdin) chunks.push(Buffer.from(chunk));
  const path = options.stdinPath ?? '<stdin>';
  place.out(format.begin?.() ?? '');
  try {
    const text = await run.text(path, decode(Buffer.concat(chunks)));
    if (options.fix) terminal.out(text);
  } catch (error) {
    if (!(error instanceof BinaryFileError)) throw error;
    run.trouble(`${path}: cannot be checked: ${error.message}`);
  }
  return run.end();
}

async function baselineOf(options: LintOptions) {
  if (options.baseline === undefined) return undefined;
  const { Baseline } = await import('../lint/baseline.ts');
  return Baseline.read(options.baseline, options.updateBaseline);
}

async function cacheOf(options: LintOptions, configurations: Configurations, run: LintRun, { cwd, env }: Terminal) {
  if (options.cache === undefined) return undefined;
  const { LintCache } = await import('../lint/cache.ts');
  const { cacheLocation } = await import('../lint/cacheLocation.ts');
  const location = options.cache === true ? cacheLocation(cwd, env) : options.cache;
  return new LintCache(location, options, configurations, run.checker, cwd);
}
