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
  const asked = new Map<string, Question>();
  const ask = (root: string): Question => {
    const told = authorsOf(client.protocol2CodeConverter.asUri(root)).catch((error) => {
      log.debug(`The authors of ${root} are not known: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    });
    const question: Question = { waited: wait(told), names: undefined };
    void told.then((names) => {
      question.names = names;
    });
    void question.waited.then(() => {
      if (!question.names) void told.then(() => late.fire());
    });
    return question;
  };
  return client.onRequest(gitAuthors.method, async ({ root }: { root: string }) => {
    const question = asked.get(root) ?? ask(root);
    asked.set(root, question);
    await question.waited;
    if (question.names) asked.delete(root);
    return { names: question.names ?? null };
  });
}

interface Question {
  /** Settles when the names are known or take too long: whoever asks later waits no longer. */
  readonly waited: Promise<unknown>;
  names: string[] | undefined;
}

async function wait(told: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  await Promise.race([told, tooLong]);
  clearTimeout(timer);
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
