import { keepCompiled } from './compileCache.ts';
import { EXIT } from './exit.ts';
import { reasonOf } from './files/reason.ts';
import { run } from './run.ts';
import { terminalOf } from './terminal.ts';

keepCompiled(process.env);

for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that goes away (`postmortem lint | head`) is no error: nobody is left to tell.
    if (error.code === 'EPIPE') process.exit();
    if (stream === process.stdout)
      process.stderr.write(`postmortem: the output cannot be written: ${reasonOf(error)}\n`);
    process.exit(EXIT.trouble);
  });

void run(process.argv.slice(2), terminalOf(process)).then((code) => {
  process.exitCode = code;
});
