import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LintOptions } from './options.ts';

/** Fewer files are checked before a second thread has loaded the engine. */
const ENOUGH = 200;
/** Each thread has an engine of its own, some 80 MB of it. */
const MOST = 4;

/** What a thread runs. */
export const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), 'lint-worker.cjs');

/** How many threads a run gets; 0 where it is not worth one, or where files have to be written. */
export function threadsFor({ fix }: LintOptions, files: number): number {
  if (files < ENOUGH || fix) return 0;
  const threads = Math.min(availableParallelism(), MOST, Math.floor(files / (ENOUGH / 2)));
  return threads > 1 && existsSync(PROGRAM) ? threads : 0;
}
