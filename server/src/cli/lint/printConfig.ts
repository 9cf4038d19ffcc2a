import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Configurations } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** Prints the settings that hold for a file or a directory as JSON: each value with where it comes from. */
export async function printConfig(
  input: string,
  configurations: Configurations,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(terminal.cwd, input);
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  // Settings are looked up beside a file; a directory stands for the files in it.
  const configuration = await configurations.for(isDirectory ? resolve(path, '_') : path);
  const { settings, sources, repository } = configuration;
  const values = Object.entries(settings).map(([name, value]) => {
    const entries = [...sources].filter(([key]) => key.startsWith(`${name}.`));
    return [
      name,
      {
        value,
        source: (sources.get(name) ?? []).join(' + '),
        ...(entries.length > 0
          ? {
              sources: Object.fromEntries(entries.map(([key, from]) => [key.slice(name.length + 1), from.join(' + ')])),
            }
          : {}),
      },
    ];
  });
  const report = {
    file: path,
    repository: repository.root ?? null,
    configFile: repository.file ?? null,
    templates: repository.templates.map((template) => template.id),
    settings: Object.fromEntries(values),
    problems: repository.problems.map(({ file, position, message }) => ({
      file,
      line: position.line + 1,
      column: position.character + 1,
      message,
    })),
  };
  terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  return repository.problems.length > 0 ? EXIT.trouble : EXIT.clean;
}
