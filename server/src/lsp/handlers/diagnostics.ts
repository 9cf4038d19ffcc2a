import {
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { toDiagnostics } from '../convert.ts';
import { sendUnasked } from '../guard.ts';
import type { Services } from '../services.ts';

/** Answers clients that ask for diagnostics, and tells those that do not. */
export function registerDiagnostics(connection: Connection, services: Services): { refresh(): void } {
  const { documents, guard } = services;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

  connection.languages.diagnostics.on(
    guard('diagnostic', nothing, async (params: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const { uri } = params.textDocument;
      const document = await documents.check(uri, token);
      if (!document) return nothing;
      if (document.resultId === params.previousResultId)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: document.resultId };
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId: document.resultId,
        items: toDiagnostics(document, services.features()),
      };
    }) as Parameters<typeof connection.languages.diagnostics.on>[0],
  );

  const tell = pushDiagnostics(connection, services);
  documents.onOpenOrChange((uri) => {
    if (!services.features().pullsDiagnostics) tell(uri);
  });
  documents.onClose((uri) => {
    if (!services.features().pullsDiagnostics)
      sendUnasked(connection, 'Closing', connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  return {
    refresh() {
      const { pullsDiagnostics, refreshesDiagnostics } = services.features();
      if (!pullsDiagnostics) for (const uri of documents.uris) tell(uri);
      else if (refreshesDiagnostics)
        sendUnasked(connection, 'A refresh of diagnostics', connection.languages.diagnostics.refresh());
    },
  };
}

/** Publishes the diagnostics of a document once its newest version is checked; versions in between are left out. */
function pushDiagnostics(connection: Connection, { documents, features }: Services): (uri: string) => void {
  const waiting = new Set<string>();
  const publish = async (uri: string) => {
    const document = await documents.check(uri);
    waiting.delete(uri);
    const version = documents.versionOf(uri);
    if (version === undefined) return;
    if (document && document.version !== version) return tell(uri);
    await connection.sendDiagnostics({
      uri,
      version,
      diagnostics: document ? toDiagnostics(document, features()) : [],
    });
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
