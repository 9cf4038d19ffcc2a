// One thread of a run over many files.
import { styleText } from 'node:util';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Configurations } from '../configuration.ts';
import { terminalOf } from '../terminal.ts';
import { createFormat } from './formats/format.ts';
import { LintRun } from './lintRun.ts';
import type { Share, WorkerMessage, WorkerTask } from './parallel.ts';

async function serve(port: MessagePort, { options, cwd, colours }: WorkerTask): Promise<void> {
  const say = (message: WorkerMessage) => port.postMessage(message);
  let out = '';
  const terminal = {
    ...terminalOf(process).plain(),
    cwd,
    out(text: string) {
      out += text;
    },
    err: (text: string) => say({ err: text }),
    ...(colours ? { paint: (style: Parameters<typeof styleText>[0], text: string) => styleText(style, text) } : {}),
  };
  const format = await createFormat(options.format, { terminal });
  const configurations = new Configurations(cwd, options.config, options.settings);
  const run = new LintRun(options, configurations, terminal, format, undefined);
  port.on('message', async ({ id, files }: Share) => {
    if (files.length === 0) {
      say({ tally: run.tally });
      port.close();
      return;
    }
    out = '';
    for (const file of files) await run.file(file);
    say({ id, out, files: files.length });
  });
}

if (parentPort) void serve(parentPort, workerData as WorkerTask);
