/** How the program ends. */
export const EXIT = {
  clean: 0,
  /** Findings at the failing level. */
  findings: 1,
  /** Usage, configuration, input or output that does not work, or a crash. */
  trouble: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something the person who called can put right: told in one line without a stack, and the program ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
