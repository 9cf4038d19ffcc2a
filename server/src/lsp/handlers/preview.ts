import type { Connection } from 'vscode-languageserver';
import { previewOutline as outlineOf, type PreviewOutline } from '../../core/index.ts';
import { previewOutline } from '../protocol.ts';
import type { Services } from '../services.ts';

/** Answers with what a preview draws into a document. */
export function registerPreview(connection: Connection, { documents, guard }: Services): void {
  connection.onRequest(
    previewOutline.method,
    guard('previewOutline', null, async (params: { uri: string }, token): Promise<PreviewOutline | null> => {
      const document = await documents.check(params.uri, token);
      return (document && outlineOf(document.checked)) ?? null;
    }),
  );
}
