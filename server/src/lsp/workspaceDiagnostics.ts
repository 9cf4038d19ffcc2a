import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { t } from '../core/index.ts';
import { contentHash, type PostmortemRecord } from '../workspace/index.ts';
import { SOURCE, toDiagnostics } from './convert.ts';
import { cancelled } from './guard.ts';
import type { Services } from './services.ts';
import { normalizeUri } from './uris.ts';

/** Rules about several documents together: what they find stands in documents that nobody has open. */
const RULES = ['process/duplicate-incident', 'process/unknown-incident', 'process/repeat-incident'];
/** Documents looked at for each answer, the newest first. */
const MOST_DOCUMENTS = 200;

/**
 * Answers what is found in documents that are not open: only what concerns several of them, and files that cannot be read. A client asks again and again; the answer is
 * held back until it would be another one.
 */
export function registerWorkspaceDiagnostics(connection: Connection, services: Services): { refresh(): void } {
  const { guard, workspace } = services;
  let version = 0;
  let answered = -1;
  let waiting: (() => void)[] = [];

  connection.languages.diagnostics.onWorkspace(
    guard(
      'workspaceDiagnostic',
      { items: [] },
      async ({ previousResultIds }: WorkspaceDiagnosticParams, token): Promise<WorkspaceDiagnosticReport> => {
        const known = new Map(previousResultIds.map(({ uri, value }) => [normalizeUri(uri), value]));
        for (;;) {
          await workspace.settled();
          const asked = version;
          const found = await diagnosticsOf(services, token);
          for (const uri of openUris(services)) known.delete(uri);
          const items = changedSince(known, found);
          if (items.length > 0 || answered === -1) {
            answered = asked;
            return { items };
          }
          answered = asked;
          if (asked === version) await nextChange(token);
        }
      },
    ) as Parameters<typeof connection.languages.diagnostics.onWorkspace>[0],
  );

  return {
    refresh() {
      version++;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };

  function nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push(resolve);
      token.onCancellationRequested(() => {
        waiting = waiting.filter((wake) => wake !== resolve);
        reject(cancelled());
      });
    });
  }
}

/** The diagnostics of each document that has any, by URI. */
async function diagnosticsOf(services: Services, token: CancellationToken): Promise<Map<string, Diagnostic[]>> {
  const { index, workspace, features } = services;
  const open = new Set(openUris(services));
  const found = new Map<string, Diagnostic[]>();
  for (const { uri, reason } of index.broken) found.set(uri, [notCounted(reason)]);
  for (const { uri } of suspects(services)) {
    if (open.has(uri)) continue;
    if (token.isCancellationRequested) throw cancelled();
    const file = await workspace.checkFile(uri, RULES);
    if (!file) continue;
    const { findings, document } = file.checked;
    const diagnostics = toDiagnostics(findings, { uri, lines: document.source }, features());
    if (diagnostics.length > 0) found.set(uri, diagnostics);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is open is asked for by itself. */
function openUris({ documents }: Services): string[] {
  return documents.uris.map(normalizeUri);
}

/** Documents that may have a finding: the index tells them apart from the rest without reading them. */
function suspects({ index }: Services): PostmortemRecord[] {
  const found = new Set(index.suspects());
  // What is final is not written again because of a likeness.
  const written = [...index.records].filter(({ lifecycle }) => lifecycle !== 'final').sort(newestFirst);
  for (const record of written.slice(0, MOST_DOCUMENTS)) if (index.repeated(record)) found.add(record);
  return [...found].sort(newestFirst).slice(0, MOST_DOCUMENTS);
}

function newestFirst(a: PostmortemRecord, b: PostmortemRecord): number {
  return (a.date ?? '') < (b.date ?? '') ? 1 : -1;
}

function notCounted(reason: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message: t('Not counted among the postmortems: {0}', reason),
  };
}

function changedSince(
  known: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, Diagnostic[]>,
): WorkspaceDocumentDiagnosticReport[] {
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  for (const [uri, items] of found) {
    const resultId = contentHash(JSON.stringify(items));
    if (known.get(uri) !== resultId) reports.push({ kind: 'full', uri, version: null, resultId, items });
  }
  const empty = contentHash('[]');
  for (const [uri, value] of known)
    if (!found.has(uri) && value !== empty)
      reports.push({ kind: 'full', uri, version: null, resultId: empty, items: [] });
  return reports;
}
