/** Work in steps of a few milliseconds at most, for callers that must stay responsive or may lose interest in between. */
export type Steps<Result> = Generator<void, Result>;

/** The result of work that is done in one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
