import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 optimises it. A run over few files ends before most of what is optimised early has
 * paid for itself, and one over many does not notice that it comes later.
 */
const OPTIMISE_LATE = '--interrupt-budget=600000';

/** Has V8 run the engine as a check needs it, in threads that start later as well. */
export function tuneEngine(): void {
  setFlagsFromString(OPTIMISE_LATE);
}
