import type { Connection } from 'vscode-languageserver';
import {
  type ExportFormat,
  type ExportScope,
  exportPostmortem,
  leakName,
  SourceText,
  facilitatorSheet as sheetOf,
  writeExternalVersion,
} from '../../core/index.ts';
import { type ExternalDraft, exportDocument, externalVersion, facilitatorSheet } from '../protocol.ts';
import type { Services } from '../services.ts';

/** Answers with what a postmortem becomes elsewhere: in other tools, for customers, in the review. */
export function registerExports(connection: Connection, { documents, guard }: Services): void {
  connection.onRequest(
    exportDocument.method,
    guard(
      'export',
      null,
      async (
        params: { uri: string; format: ExportFormat; scope: ExportScope },
        token,
      ): Promise<{ text: string } | null> => {
        const postmortem = (await documents.check(params.uri, token))?.checked.postmortem;
        const text = postmortem && (await exportPostmortem(postmortem, params.format, params.scope));
        return text === undefined ? null : { text };
      },
    ),
  );

  connection.onRequest(
    externalVersion.method,
    guard('externalVersion', null, async (params: { uri: string }, token): Promise<ExternalDraft | null> => {
      const postmortem = (await documents.check(params.uri, token))?.checked.postmortem;
      if (!postmortem) return null;
      const { markdown, removed, leaks } = await writeExternalVersion(postmortem);
      const draft = new SourceText(markdown);
      return {
        markdown,
        removed,
        leaks: leaks.map(({ kind, text, advice, span }) => ({
          kind,
          what: leakName(kind),
          text,
          advice,
          line: draft.lineOf(span.start),
        })),
      };
    }),
  );

  connection.onRequest(
    facilitatorSheet.method,
    guard('facilitatorSheet', null, async (params: { uri: string }, token): Promise<{ markdown: string } | null> => {
      const checked = (await documents.check(params.uri, token))?.checked;
      return checked?.postmortem ? { markdown: sheetOf(checked.postmortem, checked.findings) } : null;
    }),
  );
}
