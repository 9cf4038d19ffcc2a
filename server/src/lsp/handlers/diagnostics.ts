import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { placeOf, toDiagnostics, toQuickDiagnostics } from '../convert.ts';
import { reasonOf, sendUnasked } from '../guard.ts';
import type { Services } from '../services.ts';

/**
 * Answers clients that ask for diagnostics, and tells those that do not. While somebody types within a line the answer is what can be told
 * at once; once they pause, the document is checked as a whole, and the client learns of it where that found something else.
 */
export function registerDiagnostics(connection: Connection, services: Services): { refresh(): void } {
  const { documents, guard, features } = services;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const settle = settling(connection, services);

  connection.languages.diagnostics.on(
    guard('diagnostic', nothing, async (params: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const { uri } = params.textDocument;
      const quick = features().refreshesDiagnostics ? await documents.quickCheck(uri) : undefined;
      if (quick) {
        const items = toQuickDiagnostics(quick, features());
        settle({ uri, version: quick.version, items });
        return { kind: DocumentDiagnosticReportKind.Full, resultId: `quick-${quick.version}`, items };
      }
      const document = await documents.check(uri, token);
      if (!document) return nothing;
      if (document.resultId === params.previousResultId)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: document.resultId };
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId: document.resultId,
        items: toDiagnostics(document.checked.findings, placeOf(document), features()),
      };
    }) as Parameters<typeof connection.languages.diagnostics.on>[0],
  );

  const tell = pushDiagnostics(connection, services, settle);
  documents.onOpenOrChange((uri) => {
    if (!features().pullsDiagnostics) tell(uri);
  });
  documents.onClose((uri) => {
    if (!features().pullsDiagnostics)
      sendUnasked(connection, 'Closing', connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  return {
    refresh() {
      const { pullsDiagnostics, refreshesDiagnostics } = features();
      if (!pullsDiagnostics) for (const uri of documents.uris) tell(uri);
      else if (refreshesDiagnostics) askAgain(connection);
    },
  };
}

/** Publishes the diagnostics of a document once its newest version is checked; versions in between are left out. */
function pushDiagnostics(
  connection: Connection,
  { documents, features }: Services,
  settle: (told: Told) => void,
): (uri: string) => void {
  const waiting = new Set<string>();
  const publish = async (uri: string) => {
    const quick = await documents.quickCheck(uri);
    if (quick) {
      waiting.delete(uri);
      const items = toQuickDiagnostics(quick, features());
      settle({ uri, version: quick.version, items });
      return connection.sendDiagnostics({ uri, version: quick.version, diagnostics: items });
    }
    const document = await documents.check(uri);
    waiting.delete(uri);
    const version = documents.versionOf(uri);
    if (version === undefined) return;
    if (document && document.version !== version) return tell(uri);
    const diagnostics = document ? toDiagnostics(document.checked.findings, placeOf(document), features()) : [];
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const tell = (uri: string): void => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    publish(uri).catch((error) => {
      waiting.delete(uri);
      connection.console.error(`Diagnostics of ${uri} failed: ${String(error)}`);
    });
  };
  return tell;
}

/** Diagnostics that a client was told before the document was checked. */
interface Told {
  readonly uri: string;
  readonly version: number;
  readonly items: readonly Diagnostic[];
}

/** Checks a document once its writer pauses, and tells the client where that finds other diagnostics than it was told. */
function settling(connection: Connection, { documents, features }: Services): (told: Told) => void {
  const last = new Map<string, Told>();
  const settle = async (uri: string) => {
    for (let told: Told | undefined; told !== last.get(uri); ) {
      told = last.get(uri)!;
      const document = await documents.checkAtPause(uri);
      if (document?.version !== told.version) continue;
      const diagnostics = toDiagnostics(document.checked.findings, placeOf(document), features());
      if (JSON.stringify(diagnostics) === JSON.stringify(told.items)) continue;
      if (features().pullsDiagnostics) askAgain(connection);
      else await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    }
  };
  return (told) => {
    const { uri } = told;
    const isSettling = last.has(uri);
    last.set(uri, told);
    if (isSettling) return;
    settle(uri)
      .catch((error) => connection.console.error(`Diagnostics of ${uri} failed: ${reasonOf(error)}`))
      .finally(() => last.delete(uri));
  };
}

function askAgain(connection: Connection): void {
  sendUnasked(connection, 'A refresh of diagnostics', connection.languages.diagnostics.refresh());
}
