import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { UsageError } from '../exit.ts';
import type { Command } from './command.ts';

const FLAGS = {
  stdio: { type: 'boolean', help: 'talk over standard input and output (the default)' },
  clientProcessId: { type: 'string', value: 'PID', help: 'process of the editor; when it ends, the server ends' },
} as const satisfies Flags;

const command: Command = {
  usage: '--stdio',
  description: 'Runs the language server for any editor, over standard input and output.',
  flags: FLAGS,

  async run(args) {
    const { positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    if (positionals.length > 0) throw new UsageError('lsp takes no arguments');
    // The server is a bundle of its own beside this one; it reads how to talk from the arguments of the process.
    const server = join(__dirname, 'server.cjs');
    if (!existsSync(server))
      throw new UsageError(`the language server is missing: ${server}. \`npm run build\` makes it`);
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import(pathToFileURL(server).href);
    // It runs until the editor says exit.
    return new Promise(() => undefined);
  },
};

export default command;
