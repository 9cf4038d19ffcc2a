// A language client for tests: the real protocol library on the other end of the server's connection.
import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import type { FileAccess, ServerHost } from '../../server/src/lsp/host.ts';
import { startServer } from '../../server/src/lsp/server.ts';

/** What VS Code says it can do, as far as this server asks. */
export const VSCODE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
    },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
  },
};

/** An editor of the older kind: is told diagnostics, resolves nothing, knows neither versions nor snippets. */
export const PLAIN: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

export const FOLDER = 'file:///repo';

export interface Files {
  [path: string]: string;
}

/** A disk in memory, below `FOLDER`. It can be changed while the server runs. */
export function memoryDisk(files: Files): FileAccess {
  const at = (uri: string) => decodeURIComponent(uri.slice(FOLDER.length + 1));
  return {
    readText: async (uri) => (uri.startsWith(`${FOLDER}/`) ? files[at(uri)] : undefined),
    async readNames(uri) {
      const folder = uri === FOLDER ? '' : `${at(uri)}/`;
      if (!uri.startsWith(FOLDER)) return [];
      const below = Object.keys(files).filter((path) => path.startsWith(folder));
      return [...new Set(below.map((path) => path.slice(folder.length).split('/')[0]!))];
    },
  };
}

export interface ClientSetup {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly files?: Files;
  readonly disk?: FileAccess | undefined;
  /** The day it is, ISO. */
  readonly now?: string;
  /** What the server measures by; the time of this process without it. */
  readonly elapsed?: () => number;
  /** Answer to `workspace/configuration` for `postmortem`; read at each question. */
  readonly settings?: { postmortem: unknown };
  readonly folders?: readonly string[];
  /** Runs before the client listens: for what a test wants to answer itself. */
  readonly onStart?: (connection: ProtocolConnection) => void;
  /** Runs before the server's own `yieldNow`. */
  readonly onYield?: () => void;
  /** How the server waits for so many milliseconds; not at all without it. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** A client that has said hello. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  refreshes = 0;
  initialized!: InitializeResult;
  readonly #waiting = new Set<() => void>();

  private constructor(connection: ProtocolConnection, setup: ClientSetup) {
    this.connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#wake();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.#wake();
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#wake();
      return null;
    });
    for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh', 'client/registerCapability'])
      connection.onRequest(method, () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => setup.settings?.postmortem ?? null),
    );
  }

  /** A server in this process, over two streams in memory. */
  static async inMemory(setup: ClientSetup = {}): Promise<TestClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const host: ServerHost = {
      now: () => Date.parse(setup.now ?? '2026-03-01T12:00:00Z'),
      elapsed: setup.elapsed ?? (() => performance.now()),
      yieldNow: () => {
        setup.onYield?.();
        return new Promise((resolve) => setImmediate(resolve));
      },
      wait: setup.wait ?? (() => new Promise((resolve) => setImmediate(resolve))),
      disk: 'disk' in setup ? setup.disk : memoryDisk(setup.files ?? {}),
    };
    startServer(
      createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      host,
    );
    return TestClient.#start(
      createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
      setup,
    );
  }

  /** A server of its own, over its standard input and output. `closed` resolves with the exit code. */
  static async overStdio(setup: ClientSetup = {}): Promise<{ client: TestClient; closed: Promise<number | null> }> {
    const entry = fileURLToPath(new URL('../../server/src/entry/node.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', entry, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const closed = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    return { client: await TestClient.#start(connection, setup), closed };
  }

  static async #start(connection: ProtocolConnection, setup: ClientSetup): Promise<TestClient> {
    const client = new TestClient(connection, setup);
    setup.onStart?.(connection);
    connection.listen();
    const folders = setup.folders ?? [FOLDER];
    const params: InitializeParams = {
      processId: null,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities: setup.capabilities ?? VSCODE,
      ...(setup.initializationOptions === undefined ? {} : { initializationOptions: setup.initializationOptions }),
    };
    client.initialized = await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
    return client;
  }

  open(uri: string, text: string, version = 1, languageId = 'markdown'): void {
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replaces the whole text. */
  change(uri: string, text: string, version: number): void {
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  close(uri: string): void {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The diagnostics of a document that changed or is new to this client. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('an unchanged report without a previous one');
    return report.items;
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return ((await this.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  /** Waits for something the server does by itself. */
  async until<T>(what: string, ask: () => T | undefined | false): Promise<T> {
    const deadline = AbortSignal.timeout(10_000);
    for (;;) {
      const answer = ask();
      if (answer) return answer;
      if (deadline.aborted) throw new Error(`waited in vain for ${what}\n${this.log.join('\n')}`);
      await new Promise<void>((resolve) => {
        const done = () => {
          this.#waiting.delete(done);
          deadline.removeEventListener('abort', done);
          resolve();
        };
        this.#waiting.add(done);
        deadline.addEventListener('abort', done);
      });
    }
  }

  /**
   * Hears nothing more. The streams stay open: what the server is still about would fail on a closed one, after the test that asked for
   * it, and Node would count that against whatever test runs then. A server of its own ends with `exit`.
   */
  end(): void {
    this.connection.dispose();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}

/** The text after the edits of one document in a workspace edit; tab stops as what they show. */
export function applied(text: string, uri: string, edit: WorkspaceEdit | undefined): string {
  const edits: { range: Range; text: string }[] = [];
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change) || change.textDocument.uri !== uri) continue;
    for (const one of change.edits)
      edits.push({ range: one.range, text: 'snippet' in one ? plain(one.snippet.value) : one.newText });
  }
  for (const one of edit?.changes?.[uri] ?? []) edits.push({ range: one.range, text: one.newText });
  const offsets = edits.map((one, index) => ({
    ...one,
    index,
    start: offsetAt(text, one.range.start),
    end: offsetAt(text, one.range.end),
  }));
  offsets.sort((a, b) => b.start - a.start || b.index - a.index);
  return offsets.reduce((now, one) => now.slice(0, one.start) + one.text + now.slice(one.end), text);
}

function plain(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}

export function offsetAt(text: string, position: Position): number {
  const lines = text.split('\n');
  return lines.slice(0, position.line).reduce((sum, line) => sum + line.length + 1, 0) + position.character;
}

/** The range of the first place where the text stands. */
export function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start: positionAt(text, start), end: positionAt(text, start + words.length) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
