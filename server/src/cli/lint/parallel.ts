import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../files/find.ts';
import type { Terminal } from '../terminal.ts';
import type { LintRun, Tally } from './lintRun.ts';
import type { LintOptions } from './options.ts';

/** What a worker is started with. */
export interface WorkerTask {
  readonly options: LintOptions;
  readonly cwd: string;
  readonly colours: boolean;
}

/** Files to check, by a number that the answer repeats; no files: there is nothing more. */
export interface Share {
  readonly id: number;
  readonly files: readonly FoundFile[];
}

/** What a worker says: how a share came out, words for standard error, and at its end what it counted. */
export type WorkerMessage =
  | { readonly id: number; readonly out: string; readonly files: number }
  | { readonly err: string }
  | { readonly tally: Tally };

/** Fewer files are checked before a second thread has loaded the engine. */
const ENOUGH = 200;
/** Each thread has an engine of its own, some 80 MB of it. */
const MOST = 4;
/** Megabytes for what lives a moment only: more makes a thread larger and hardly faster. */
const YOUNG = 8;
/** So many files are one share: few, so that all threads end together. */
const SHARE = 20;

const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), 'lint-worker.cjs');

/** How many threads a run gets; 0 where it is not worth one, or where files, baselines or reports have to be written one by one. */
export function threadsFor({ fix, baseline, format }: LintOptions, files: number): number {
  if (files < ENOUGH || fix || baseline !== undefined || format === 'json' || format === 'sarif') return 0;
  const threads = Math.min(availableParallelism(), MOST, Math.floor(files / (ENOUGH / 2)));
  return threads > 1 && existsSync(PROGRAM) ? threads : 0;
}

/** Checks files in threads. What is printed comes in the order of the files, as if there were one. */
export async function lintInThreads(
  files: readonly FoundFile[],
  options: LintOptions,
  threads: number,
  terminal: Terminal & { step(): void },
  run: LintRun,
): Promise<void> {
  const shares: Share[] = [];
  for (let at = 0; at < files.length; at += SHARE)
    shares.push({ id: shares.length, files: files.slice(at, at + SHARE) });
  const outputs = new Map<number, string>();
  const told = new Set<string>();
  let given = 0;
  let printed = 0;

  const work = () =>
    new Promise<void>((resolve, reject) => {
      const task: WorkerTask = { options, cwd: terminal.cwd, colours: terminal.paint('red', '.') !== '.' };
      const worker = new Worker(PROGRAM, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
      const giveNext = () => worker.postMessage(shares[given++] ?? { id: -1, files: [] });
      worker.on('message', (message: WorkerMessage) => {
        if ('tally' in message) {
          run.add(message.tally);
        } else if ('err' in message) {
          // Each thread finds out for itself what is wrong with a configuration.
          if (!told.has(message.err)) terminal.err(message.err);
          told.add(message.err);
        } else {
          outputs.set(message.id, message.out);
          for (let count = 0; count < message.files; count++) terminal.step();
          for (let out = outputs.get(printed); out !== undefined; out = outputs.get(++printed)) {
            terminal.out(out);
            outputs.delete(printed);
          }
          giveNext();
        }
      });
      worker.once('error', reject);
      worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
      giveNext();
    });
  await Promise.all(Array.from({ length: threads }, work));
}
