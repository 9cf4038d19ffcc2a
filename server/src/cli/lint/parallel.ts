import { EventEmitter, on, once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../files/find.ts';
import type { LintCache } from './cache.ts';
import type { Outcome } from './checker.ts';
import type { LintOptions } from './options.ts';
import { PROGRAM } from './threads.ts';

/** What a worker is started with. */
export interface WorkerTask {
  readonly options: LintOptions;
  readonly cwd: string;
}

/** Files to check, by a number that the answer repeats; no files: there is nothing more. */
export interface Share {
  readonly id: number;
  readonly files: readonly FoundFile[];
}

/** What a worker answers: how each file of a share came out. */
export interface CheckedShare {
  readonly id: number;
  readonly outcomes: readonly Outcome[];
}

/** Megabytes for what lives a moment only: with less, more of it is taken for lasting; with more, a thread is larger and no faster. */
const YOUNG = 16;
/** So many files are one share: few, so that all threads end together. */
const SHARE = 20;
/** Shares that may be done for each thread before an earlier one is: what waits is held in memory. */
const AHEAD = 8;
/**
 * What a check leaves behind lives a moment only, and little lasts: a heap is cleared when it is a fifth larger than what lasts. V8 itself
 * would let it grow to many times that, for no measurable gain in time.
 */
const TIDY_HEAP = '--heap-growing-percent=20';

/** Checks files in threads, those that the cache does not know. `take` gets all outcomes in the order of the files. */
export async function checkInThreads(
  files: readonly FoundFile[],
  { options, cwd }: WorkerTask,
  threads: number,
  cache: LintCache | undefined,
  take: (file: FoundFile, outcome: Outcome) => void,
): Promise<void> {
  setFlagsFromString(TIDY_HEAP);
  const done = new Map<number, readonly Outcome[]>();
  const progress = new EventEmitter();
  const workers: Worker[] = [];
  let given = 0;
  let taken = 0;

  const shareOf = (id: number) => files.slice(id * SHARE, (id + 1) * SHARE);
  const finish = (id: number, outcomes: readonly Outcome[]) => {
    done.set(id, outcomes);
    for (let ready = done.get(taken); ready !== undefined; ready = done.get(++taken)) {
      shareOf(taken).forEach((file, index) => {
        take(file, ready![index]!);
      });
      done.delete(taken);
    }
    progress.emit('taken');
  };

  /** The next share of which something has to be checked, and how the rest of it is known to come out. */
  const next = async () => {
    while (given * SHARE < files.length) {
      if (given - taken >= AHEAD * threads) {
        await once(progress, 'taken');
        continue;
      }
      const id = given++;
      const share = shareOf(id);
      const known = await Promise.all(share.map((file) => cache?.find(file)));
      const unknown = share.filter((_, index) => known[index] === undefined);
      if (unknown.length > 0) return { id, known, unknown };
      finish(
        id,
        known.flatMap((outcome) => outcome ?? []),
      );
    }
    return undefined;
  };

  const work = async () => {
    let share = await next();
    if (!share) return;
    const task: WorkerTask = { options, cwd };
    const worker = new Worker(PROGRAM, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    workers.push(worker);
    // Not a race of promises for each answer: what outlives them all would keep all answers.
    const answers = on(worker, 'message', { close: ['exit'] });
    while (share) {
      const { id, known, unknown }: NonNullable<typeof share> = share;
      worker.postMessage({ id, files: unknown } satisfies Share);
      const { value, done } = await answers.next();
      if (done) throw new Error('a thread ended before its work did');
      const [answer] = value as [CheckedShare];
      const checked = answer.outcomes.values();
      for (const [index, file] of unknown.entries()) await cache?.keep(file, answer.outcomes[index]!);
      finish(
        id,
        known.map((outcome) => outcome ?? checked.next().value!),
      );
      share = await next();
    }
    worker.postMessage({ id: -1, files: [] } satisfies Share);
    await answers.next(); // its end
  };
  try {
    await Promise.all(Array.from({ length: threads }, work));
  } finally {
    // Where one thread has failed, the others may wait for what it had.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
