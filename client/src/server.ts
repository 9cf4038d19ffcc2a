import * as vscode from 'vscode';
import { type BaseLanguageClient, CloseAction, ErrorAction, type LanguageClientOptions } from 'vscode-languageclient';
import {
  type ClientOptions,
  type DocumentStatus,
  type Message,
  statusChanged,
  workspaceChanged,
} from '../../server/src/lsp/protocol.ts';
import { answerFileRequests } from './files.ts';
import { answerGitRequests } from './gitAuthors.ts';
import { nextLineMiddleware } from './nextLine.ts';

/** Makes the language client for the host that the extension runs in. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
export type Stopping = () => Promise<void>;

/** The language server as the rest of the extension sees it. */
export interface Server {
  readonly client: BaseLanguageClient;
  /** Asks the server; rejects where it is not running. */
  ask<Params, Result>(
    message: Message<Params, Result>,
    params: Params,
    token?: vscode.CancellationToken,
  ): Promise<Result>;
  restart(): Promise<void>;
  /** A document was checked. */
  readonly onStatus: vscode.Event<DocumentStatus>;
  /** The postmortems of the workspace or their action items changed. */
  readonly onWorkspaceChanged: vscode.Event<void>;
  /** People are known whom an answer lacked. */
  readonly onPeopleChanged: vscode.Event<void>;
}

const MOST_RESTARTS = 4;
const WITHIN = 3 * 60_000;

/** Prepares the server; `start` starts it, which takes a moment. After a crash it is started again, and people hear of it only when that is of no use. */
export function createServer(
  createClient: CreateClient,
  log: vscode.LogOutputChannel,
  context: vscode.ExtensionContext,
): Server & { start(): Promise<void> } {
  const crashes: number[] = [];
  let starting: Promise<void> | undefined;
  const storage = context.storageUri;
  const initializationOptions: ClientOptions = {
    files: true,
    gitAuthors: true,
    status: true,
    commands: true,
    ...(vscode.l10n.bundle ? { translations: vscode.l10n.bundle } : {}),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(storage ? { storage: storage.toString() } : {}),
  };
  const client: BaseLanguageClient = createClient('postmortem', 'Blameless Postmortem', {
    middleware: nextLineMiddleware(() => client),
    documentSelector: [{ language: 'markdown' }],
    outputChannel: log,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue }),
      closed() {
        const now = Date.now();
        crashes.push(now);
        if (crashes.filter((at) => now - at < WITHIN).length <= MOST_RESTARTS)
          return { action: CloseAction.Restart, handled: true };
        void offerRestart();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  });
  const status = new vscode.EventEmitter<DocumentStatus>();
  const workspace = new vscode.EventEmitter<void>();
  const people = new vscode.EventEmitter<void>();
  let settled: ReturnType<typeof setTimeout> | undefined;
  context.subscriptions.push(
    answerFileRequests(client, storage),
    answerGitRequests(client, log, people),
    status,
    workspace,
    people,
    { dispose: () => clearTimeout(settled) },
    client.onNotification(statusChanged.method, (told: DocumentStatus) => {
      status.fire({ ...told, uri: client.protocol2CodeConverter.asUri(told.uri).toString() });
      // What is typed shows in the lists, too, but not with every key.
      clearTimeout(settled);
      settled = setTimeout(() => workspace.fire(), 1000);
    }),
    client.onNotification(workspaceChanged.method, () => workspace.fire()),
  );

  const restart = async () => {
    crashes.length = 0;
    if (client.isRunning()) await client.stop();
    starting = client.start();
    await starting;
  };

  async function offerRestart(): Promise<void> {
    const again = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show Log');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t('The postmortem language server stopped {0} times within a few minutes.', MOST_RESTARTS + 1),
      again,
      showLog,
    );
    if (chosen === again) await restart();
    if (chosen === showLog) log.show();
  }

  return {
    client,
    restart,
    onStatus: status.event,
    onWorkspaceChanged: workspace.event,
    onPeopleChanged: people.event,
    start() {
      starting = client.start();
      return starting;
    },
    async ask(message, params, token) {
      // A command may be what activates the extension.
      await starting;
      return client.sendRequest(message.method, params, token);
    },
  };
}
