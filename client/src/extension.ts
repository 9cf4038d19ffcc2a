import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Running } from './activate.ts';
import type { PreviewExtension } from './preview/index.ts';

/**
 * What lives for a moment gets 1 MB in place of 16, one thread in place of four helps with compiling and collecting, and what is free
 * goes back to the system (glibc): the server needs a quarter less memory, and of time less than could be measured.
 */
const MEMORY = ['--max-semi-space-size=1', '--v8-pool-size=1'];
const ENVIRONMENT = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' };

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  running = activateWith(context, (id, name, options) => {
    const module = context.asAbsolutePath('dist/server.cjs');
    const run = { module, transport: TransportKind.ipc, options: { execArgv: MEMORY, env: ENVIRONMENT } };
    const debug = { ...run, options: { ...run.options, execArgv: [...MEMORY, '--inspect=6009'] } };
    return new LanguageClient(id, name, { run, debug }, options);
  });
  return running.api;
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
