// One thread of a run over many files.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Configurations } from '../configuration.ts';
import { Checker } from './checker.ts';
import type { CheckedShare, Share, WorkerTask } from './parallel.ts';

function serve(port: MessagePort, { options, cwd }: WorkerTask): void {
  const checker = new Checker(options, new Configurations(cwd, options.config, options.settings), cwd);
  port.on('message', async ({ id, files }: Share) => {
    if (files.length === 0) {
      port.close();
      return;
    }
    const outcomes: CheckedShare['outcomes'][number][] = [];
    for (const found of files) {
      const { file: _, ...outcome } = await checker.file(found);
      outcomes.push(outcome);
    }
    port.postMessage({ id, outcomes } satisfies CheckedShare);
  });
}

if (parentPort) serve(parentPort, workerData as WorkerTask);
