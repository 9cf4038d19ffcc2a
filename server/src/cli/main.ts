import { setFlagsFromString } from 'node:v8';
import { keepCompiled } from './compileCache.ts';
import { EXIT } from './exit.ts';
import { reasonOf } from './files/reason.ts';
import { run } from './run.ts';
import { terminalOf } from './terminal.ts';

// V8 translates a regular expression twice, first to bytecode, which takes longer than the machine code: a quarter of a short run.
// A later V8 may not know the flag, and would say so on standard error.
if (Number.parseInt(process.versions.v8, 10) < 15) setFlagsFromString('--no-regexp-tier-up');

// After the flags: what was compiled under others does not fit.
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
