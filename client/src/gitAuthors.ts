import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { gitAuthors } from '../../server/src/lsp/protocol.ts';

/** What is used of version 1 of the API of VS Code's own extension for git. */
interface GitExtension {
  /** Throws where git is switched off. */
  getAPI(version: 1): Git;
}
interface Git {
  /** At first it looks for the repositories of the workspace. */
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<Git['state']>;
  getRepository(uri: vscode.Uri): Repository | null;
}
interface Repository {
  log(options: { maxEntries: number }): Promise<readonly { readonly authorName?: string }[]>;
}

const COMMITS = 300;
/** People wait for the names: what takes longer is told later. Milliseconds. */
const LONGEST_WAIT = 2000;

/**
 * Asks git for the server, through the extension that VS Code has for it. Without that (in a browser, or switched off) nobody is named.
 * `late` fires when authors are known whom an answer lacked: asked again, it has them.
 */
export function answerGitRequests(
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
  late: vscode.EventEmitter<void>,
): vscode.Disposable {
  /** What git has been asked and nobody has had the answer to, by root. */
  const asked = new Map<string, Promise<string[]>>();
  const ask = (root: string) =>
    authorsOf(client.protocol2CodeConverter.asUri(root)).catch((error) => {
      log.debug(`The authors of ${root} are not known: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    });
  return client.onRequest(gitAuthors.method, async ({ root }: { root: string }) => {
    const authors = asked.get(root) ?? ask(root);
    asked.set(root, authors);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), LONGEST_WAIT);
    });
    const names = await Promise.race([authors, tooLong]);
    clearTimeout(timer);
    if (names) asked.delete(root);
    else void authors.then(() => late.fire());
    return { names: names ?? null };
  });
}

async function authorsOf(root: vscode.Uri): Promise<string[]> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = (await extension?.activate())?.getAPI(1);
  if (!git) return [];
  if (git.state !== 'initialized') await new Promise((resolve) => once(git.onDidChangeState, resolve));
  const commits = (await git.getRepository(root)?.log({ maxEntries: COMMITS })) ?? [];
  return [...new Set(commits.flatMap(({ authorName }) => authorName?.trim() || []))];
}

function once<T>(event: vscode.Event<T>, listener: (value: T) => void): void {
  const registration = event((value) => {
    registration.dispose();
    listener(value);
  });
}
