import { Console } from 'node:console';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { FileAccess, ServerHost } from '../lsp/host.ts';
import { startServer } from '../lsp/server.ts';
import { StdinReader, StdoutWriter } from './stdioMessages.ts';

const disk: FileAccess = {
  async readText(uri) {
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  readNames: (uri) => readdir(fileURLToPath(uri)).catch(() => []),
  async stampOf(uri) {
    const { mtimeMs, size } = await stat(fileURLToPath(uri));
    return `${mtimeMs}-${size}`;
  },
  async writeText(uri, text) {
    const path = fileURLToPath(uri);
    await mkdir(dirname(path), { recursive: true });
    // Another window may read or write it at the same time: it is there completely or not at all.
    const written = `${path}.${process.pid}`;
    try {
      await writeFile(written, text);
      await rename(written, path);
    } catch (error) {
      await rm(written, { force: true });
      throw error;
    }
  },
};

const host: ServerHost = {
  now: Date.now,
  elapsed: () => performance.now(),
  yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  disk,
};

/** Starts the language server on the channel that the command line names (`--stdio`, `--node-ipc`, `--pipe`); stdio without one. */
export function startStdioServer(): void {
  // Left to itself the heap grows to several times of what is in use while ten thousand documents are read. Collecting more often costs no time that could be measured.
  setFlagsFromString('--heap-growing-percent=30');
  const isOtherChannel = process.argv.some((argument) => /^--(?:node-ipc|socket|pipe)\b/.test(argument));
  startServer(isOtherChannel ? createConnection(ProposedFeatures.all) : openStdio(), host);
}

function openStdio(): Connection {
  // The standard output belongs to the messages.
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(ProposedFeatures.all, new StdinReader(), new StdoutWriter());
  let isShutDown = false;
  connection.onShutdown(() => {
    isShutDown = true;
  });
  // A client that is gone says no more.
  process.stdin.on('close', () => process.exit(isShutDown ? 0 : 1));
  return connection;
}
