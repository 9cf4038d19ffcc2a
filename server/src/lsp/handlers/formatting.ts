import {
  type Connection,
  type Disposable,
  DocumentFormattingRequest,
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { escapeSnippet, findFillIns, formatEdits, nextLine as nextLineOf, toSnippet } from '../../core/index.ts';
import { toRange, toSpan, toTextEdit } from '../convert.ts';
import { sendUnasked } from '../guard.ts';
import { type NextLine, nextLine } from '../protocol.ts';
import type { Services } from '../services.ts';

/** Aligns tables and pads times, and starts the next entry, row or why with Enter. */
export function registerFormatting(connection: Connection, services: Services): void {
  const { documents, guard, features, host } = services;

  connection.onDocumentFormatting(
    guard('formatting', [], async ({ textDocument }, token): Promise<TextEdit[]> => {
      const document = await documents.check(textDocument.uri, token);
      if (!document) return [];
      const { source } = document.checked.document;
      return formatEdits(document.checked).map((edit) => toTextEdit(source, edit));
    }) as Parameters<typeof connection.onDocumentFormatting>[0],
  );

  connection.onDocumentRangeFormatting(
    guard('rangeFormatting', [], async ({ textDocument, range }, token): Promise<TextEdit[]> => {
      const document = await documents.check(textDocument.uri, token);
      if (!document) return [];
      const { source } = document.checked.document;
      return formatEdits(document.checked, toSpan(source, range)).map((edit) => toTextEdit(source, edit));
    }) as Parameters<typeof connection.onDocumentRangeFormatting>[0],
  );

  connection.onDocumentOnTypeFormatting(
    guard('onTypeFormatting', [], async (params: DocumentOnTypeFormattingParams, token): Promise<TextEdit[]> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document) return [];
      const { source } = document.checked.document;
      const edit = nextLineOf(document.checked, source.offsetAt(params.position), host.now());
      return edit ? [toTextEdit(source, { ...edit, text: withoutFillIns(edit.text) })] : [];
    }) as Parameters<typeof connection.onDocumentOnTypeFormatting>[0],
  );

  connection.onRequest(
    nextLine.method,
    guard('nextLine', null, async (params: Parameters<NonNullable<typeof nextLine.types>>[0], token) => {
      const document = await documents.check(params.uri, token);
      if (!document) return null;
      const { source } = document.checked.document;
      const edit = nextLineOf(document.checked, source.offsetAt(params.position), host.now());
      if (!edit) return null;
      const snippet = toSnippet(edit.text) ?? escapeSnippet(edit.text);
      return { version: document.version, range: toRange(source, edit.span), snippet } satisfies NextLine;
    }),
  );

  // Where it can be said for which documents, it is: other Markdown has its own formatter, or none.
  const registered = new Map<string, Disposable>();
  documents.onChecked(({ uri, checked }) => {
    if (!features().registersFormatting || registered.has(uri) || !checked.postmortem) return;
    const documentSelector = [{ language: 'markdown', pattern: patternOf(uri) }];
    registered.set(uri, { dispose: () => {} });
    const registering = [
      connection.client.register(DocumentFormattingRequest.type, { documentSelector }),
      connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
      connection.client.register(DocumentOnTypeFormattingRequest.type, {
        documentSelector,
        firstTriggerCharacter: '\n',
      }),
    ];
    const all = Promise.all(registering).then((parts) => {
      const dispose = () => {
        for (const part of parts) part.dispose();
      };
      if (registered.has(uri)) registered.set(uri, { dispose });
      else dispose();
    });
    sendUnasked(connection, 'Formatting', all);
  });
  documents.onClose((uri) => {
    registered.get(uri)?.dispose();
    registered.delete(uri);
  });
}

/** A glob for the document: its name and folder, signs that mean something in globs as any sign. */
function patternOf(uri: string): string {
  const path = decodeURIComponent(uri.replace(/^[a-z][\w+.-]*:\/*/i, ''));
  const parts = path.split('/').slice(-2);
  return `**/${parts.join('/').replace(/[*?[\]{}!,\\]/g, '?')}`;
}

/** What is left to fill in, left out; an open time stays: something has to stand there. */
function withoutFillIns(text: string): string {
  return findFillIns(text)
    .filter(({ start }) => text[start] === '[')
    .reduceRight((now, { start, end }) => now.slice(0, start) + now.slice(end), text);
}
