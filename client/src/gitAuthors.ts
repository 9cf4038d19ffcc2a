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
/** People wait for the names: what takes longer is done without them. Milliseconds. */
const LONGEST_WAIT = 2000;

/** Asks git for the server, through the extension that VS Code has for it. Without that (in a browser, or switched off) nobody is named. */
export function answerGitRequests(client: BaseLanguageClient, log: vscode.LogOutputChannel): vscode.Disposable {
  return client.onRequest(gitAuthors.method, async ({ root }: { root: string }) => {
    const authors = authorsOf(client.protocol2CodeConverter.asUri(root)).catch((error) => {
      log.debug(`The authors of ${root} are not known: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const nobody = new Promise<string[]>((resolve) => {
      timer = setTimeout(() => resolve([]), LONGEST_WAIT);
    });
    const names = await Promise.race([authors, nobody]);
    clearTimeout(timer);
    return { names };
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
