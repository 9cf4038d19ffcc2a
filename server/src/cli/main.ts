import { run } from './run.ts';
import { terminalOf } from './terminal.ts';

// A reader that goes away (`postmortem lint | head`) is no error: nobody is left to tell.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });

void run(process.argv.slice(2), terminalOf(process)).then((code) => {
  process.exitCode = code;
});
