import {
  type Connection,
  type DefinitionParams,
  type DocumentLink,
  type DocumentLinkParams,
  type Location,
  type ReferenceParams,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { SourceText, type Span } from '../../core/index.ts';
import type { PostmortemRecord } from '../../workspace/index.ts';
import { toRange } from '../convert.ts';
import type { Services } from '../services.ts';
import { normalizeUri } from '../uris.ts';

/** Symbols that one query answers with; whoever sees so many types another letter. */
const MOST_SYMBOLS = 200;

/** Leads from incident ids to their postmortems and back, and finds postmortems and action items by their words. */
export function registerNavigation(connection: Connection, services: Services): void {
  const { documents, guard } = services;

  connection.onDefinition(
    guard('definition', [], async (params: DefinitionParams, token): Promise<Location[]> => {
      const id = await incidentAt(params, services, token);
      return id === undefined ? [] : locate(services.index.documentsOf(id), (record) => [record.titleSpan], services);
    }) as Parameters<typeof connection.onDefinition>[0],
  );

  connection.onReferences(
    guard('references', [], async (params: ReferenceParams, token): Promise<Location[]> => {
      const id = await incidentAt(params, services, token);
      if (id === undefined) return [];
      const own = params.context?.includeDeclaration ? services.index.documentsOf(id) : [];
      const naming = [...services.index.records].filter(({ mentions }) =>
        mentions.some((one) => isSame(one.incidentId, id)),
      );
      const mentions = (record: PostmortemRecord) =>
        record.mentions.filter((one) => isSame(one.incidentId, id)).map(({ span }) => span);
      return [
        ...(await locate(own, (record) => [record.titleSpan], services)),
        ...(await locate(naming, mentions, services)),
      ];
    }) as Parameters<typeof connection.onReferences>[0],
  );

  connection.onDocumentLinks(
    guard('documentLink', [], async (params: DocumentLinkParams, token): Promise<DocumentLink[]> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document?.checked.postmortem) return [];
      const record = services.index.get(normalizeUri(document.uri));
      const { source } = document.checked.document;
      return (record?.mentions ?? []).flatMap(({ incidentId, span }) => {
        const [target] = services.index.documentsOf(incidentId);
        return target ? [{ range: toRange(source, span), target: target.uri, tooltip: target.title }] : [];
      });
    }) as Parameters<typeof connection.onDocumentLinks>[0],
  );

  connection.onWorkspaceSymbol(
    guard('workspaceSymbol', [], async ({ query }: WorkspaceSymbolParams): Promise<WorkspaceSymbol[]> => {
      const found: {
        readonly name: string;
        readonly kind: SymbolKind;
        readonly record: PostmortemRecord;
        readonly span: Span;
      }[] = [];
      const add = (name: string, kind: SymbolKind, record: PostmortemRecord, span: Span) => {
        if (found.length < MOST_SYMBOLS && matches(name, query)) found.push({ name, kind, record, span });
      };
      for (const record of services.index.records) {
        add([record.incidentId, record.title].filter(Boolean).join(' '), SymbolKind.File, record, record.titleSpan);
        for (const { id, action, span } of record.actions)
          add([id, action].filter(Boolean).join(' '), SymbolKind.Event, record, span);
      }
      const symbols = found.map(async ({ name, kind, record, span }) => {
        const [location] = await locate([record], () => [span], services);
        return location ? [{ name, kind, location, containerName: record.incidentId ?? record.title }] : [];
      });
      return (await Promise.all(symbols)).flat();
    }) as Parameters<typeof connection.onWorkspaceSymbol>[0],
  );
}

/** The incident id of the workspace that stands at a position, in running text or as the document's own. */
async function incidentAt(
  { textDocument, position }: DefinitionParams,
  services: Services,
  token: Parameters<Services['documents']['check']>[1],
): Promise<string | undefined> {
  const document = await services.documents.check(textDocument.uri, token);
  if (!document?.checked.postmortem) return undefined;
  const { source } = document.checked.document;
  const offset = source.offsetAt(position);
  const at = ({ start, end }: Span) => start <= offset && offset <= end;
  const record = services.index.get(normalizeUri(document.uri));
  if (record && at(record.titleSpan)) return record.incidentId;
  return record?.mentions.find(({ span }) => at(span))?.incidentId;
}

function isSame(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

/** Places in documents as lines and columns: of open ones as they are in the editor, of the others as they are on disk. */
async function locate(
  records: readonly PostmortemRecord[],
  spansOf: (record: PostmortemRecord) => readonly Span[],
  { documents, files }: Services,
): Promise<Location[]> {
  const located = records.map(async (record) => {
    const open = documents.peek(record.uri)?.checked.document.source;
    const text = open ? undefined : await files.readText(record.uri).catch(() => undefined);
    const source = open ?? (text === undefined ? undefined : new SourceText(text));
    return source ? spansOf(record).map((span) => ({ uri: record.uri, range: toRange(source, span) })) : [];
  });
  return (await Promise.all(located)).flat();
}

/** Whether the letters of the query occur in the name, in order: clients rank what they get. */
function matches(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
