import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMeanText } from '../core/index.ts';
import { UsageError } from './exit.ts';

/** One flag of a command: how it is read, and what its help says. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly help: string;
}

export type Flags = Readonly<Record<string, Flag>>;

/** Flags that every command has. */
export const COMMON_FLAGS = {
  'no-color': { type: 'boolean', help: 'print without colours' },
  help: { type: 'boolean', short: 'h', help: 'show this help' },
} as const satisfies Flags;

type Parsed<F extends Flags> = ReturnType<
  typeof parseArgs<{ args: string[]; options: F & ParseArgsConfig['options']; allowPositionals: true }>
>;

/**
 * Reads the arguments of a command.
 * @throws UsageError for a flag that is not there, lacks its value or has one it may not have
 */
export function readArguments<const F extends Flags>(args: readonly string[], flags: F): Parsed<F> {
  let parsed: Parsed<F>;
  try {
    parsed = parseArgs({ args: [...args], options: flags as F & ParseArgsConfig['options'], allowPositionals: true });
  } catch (error) {
    throw new UsageError(explained(error, flags));
  }
  for (const [name, value] of Object.entries(parsed.values)) {
    const choices = flags[name]?.choices;
    if (!choices || typeof value !== 'string' || choices.includes(value)) continue;
    throw new UsageError(`--${name} is ${choices.join(', ')}, not "${value}"${didYouMeanText(value, choices)}`);
  }
  return parsed;
}

function explained(error: unknown, flags: Flags): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /'(-{1,2}[^' =]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = Object.keys(flags).map((flag) => `--${flag}`);
    return `Unknown flag ${name}${didYouMeanText(name, known) || '. --help lists the flags'}`;
  }
  // Node says what is wrong in its first line and how to write such a value in the others.
  return message.split('\n')[0] ?? message;
}

/** The lines of a help text for flags. */
export function helpOf(flags: Flags): string {
  const rows = Object.entries(flags).map(([name, flag]) => {
    const value = flag.type === 'string' ? ` ${flag.value ?? flag.choices?.join('|') ?? 'VALUE'}` : '';
    return [`${flag.short ? `-${flag.short}, ` : ''}--${name}${value}`, flag.help] as const;
  });
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
  return rows
    .map(([left, help]) =>
      left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${help}\n` : `  ${left.padEnd(width)}  ${help}\n`,
    )
    .join('');
}
