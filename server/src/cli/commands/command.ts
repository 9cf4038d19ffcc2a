import type { Flags } from '../arguments.ts';
import type { ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** A command of the program. Its module is loaded when it is called. */
export interface Command {
  /** What stands behind the name in the usage line. */
  readonly usage: string;
  /** Printed between the usage and the flags. */
  readonly description: string;
  readonly flags: Flags;
  /** Runs it; `args` come after the name of the command. Rejects with a UsageError for what the caller can put right. */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}
