import { type Connection, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hoverAt, type Neighbours } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Services } from '../services.ts';
import { normalizeUri } from '../uris.ts';
import { similarIncidentHelp } from './similarIncidents.ts';

/** Answers `textDocument/hover`. */
export function registerHover(connection: Connection, services: Services): void {
  const { documents, guard, features } = services;
  connection.onHover(
    guard('hover', null, async (params: HoverParams, token): Promise<Hover | null> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document) return null;
      const { source } = document.checked.document;
      const { timeZone } = features();
      const help = hoverAt(document.checked, source.offsetAt(params.position), {
        neighbours: neighboursOf(document.uri, services),
        ...(timeZone === undefined ? {} : { timeZone }),
      });
      const similar = similarIncidentHelp(document, source.offsetAt(params.position), services);
      const [shown] = [help, similar].filter((part) => part !== undefined);
      if (!shown) return null;
      const parts = [help?.markdown, similar?.markdown].filter((part) => part !== undefined);
      return {
        contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
        range: toRange(source, shown.span),
      };
    }) as Parameters<typeof connection.onHover>[0],
  );
}

/** What the workspace knows beside the document at `uri`; the index is only asked when a hover needs it. */
export function neighboursOf(uri: string, services: Services): Neighbours {
  return {
    incident: (id) => services.index.documentsOf(id).find((record) => record.uri !== normalizeUri(uri)),
    get openActions() {
      return [...services.index.records].flatMap((record) =>
        record.actions.flatMap(({ owner, id, action, due, state }) =>
          owner === undefined || state === 'done' || state === 'cancelled'
            ? []
            : [{ owner, id, action, due, postmortem: record.incidentId ?? record.title }],
        ),
      );
    },
  };
}
