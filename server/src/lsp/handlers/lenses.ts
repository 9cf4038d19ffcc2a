import {
  type CodeLens,
  type CodeLensParams,
  type Connection,
  type InlayHint,
  InlayHintKind,
  type InlayHintParams,
} from 'vscode-languageserver';
import { codeLenses, inlayRemarks, type Lens } from '../../core/index.ts';
import { toRange, toSpan } from '../convert.ts';
import { Command } from '../protocol.ts';
import type { Services } from '../services.ts';
import { similarIncidentLenses } from './similarIncidents.ts';

/** Answers for the figures above and behind parts of a document. */
export function registerLenses(connection: Connection, services: Services): void {
  const { documents, guard, features } = services;
  connection.onCodeLens(
    guard('codeLens', [], async (params: CodeLensParams, token): Promise<CodeLens[]> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document) return [];
      const isShown = document.scope.editor.codeLens;
      const { source } = document.checked.document;
      const figures = codeLenses(document.checked)
        .filter(({ kind }) => isShown(kind))
        .map((lens) => ({
          range: toRange(source, lens.span),
          command: commandOf(lens, document.uri, features().commands),
        }));
      return [...figures, ...(isShown('similarIncidents') ? similarIncidentLenses(document, services) : [])];
    }) as Parameters<typeof connection.onCodeLens>[0],
  );

  connection.languages.inlayHint.on(
    guard('inlayHint', [], async (params: InlayHintParams, token): Promise<InlayHint[]> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document) return [];
      const isShown = document.scope.editor.inlayHints;
      const { source } = document.checked.document;
      return inlayRemarks(document.checked, toSpan(source, params.range))
        .filter(({ kind }) => isShown(kind))
        .map((remark) => ({
          position: source.positionAt(remark.offset),
          label: remark.text,
          tooltip: remark.tooltip,
          kind: InlayHintKind.Type,
          paddingLeft: true,
        }));
    }) as Parameters<typeof connection.languages.inlayHint.on>[0],
  );
}

/** A lens without a command is only read; clients show its title all the same. */
function commandOf(
  { title, leadsTo, chain }: Lens,
  uri: string,
  hasCommands: boolean,
): NonNullable<CodeLens['command']> {
  if (!hasCommands || !leadsTo) return { title, command: '' };
  if (leadsTo === 'findings') return { title, command: Command.showFindings, arguments: [uri] };
  if (leadsTo === 'add-why') return { title, command: Command.addWhy, arguments: [chain ?? 0] };
  return { title, command: Command.addTimelineEntry };
}
