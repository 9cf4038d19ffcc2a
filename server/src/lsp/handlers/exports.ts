import type { Connection } from 'vscode-languageserver';
import {
  adoptStructure as adopt,
  builtinTemplates,
  type ExportFormat,
  type ExportScope,
  exportPostmortem,
  leakName,
  proposedTemplateName,
  SourceText,
  facilitatorSheet as sheetOf,
  TEMPLATES_FOLDER,
  templateFileName,
  writeExternalVersion,
} from '../../core/index.ts';
import {
  type AdoptedTemplate,
  adoptStructure,
  type ExternalDraft,
  exportDocument,
  externalVersion,
  facilitatorSheet,
} from '../protocol.ts';
import type { Services } from '../services.ts';
import { joinUri, relativePath } from '../uris.ts';

/** Answers with what a postmortem becomes elsewhere: in other tools, for customers, in the review, for the next incident. */
export function registerExports(connection: Connection, { documents, guard, settings }: Services): void {
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

  connection.onRequest(
    adoptStructure.method,
    guard(
      'adoptStructure',
      null,
      async ({ uri, name: given }: { uri: string; name?: string }, token): Promise<AdoptedTemplate | null> => {
        const input = (await documents.check(uri, token))?.checked.input;
        if (!input) return null;
        const { home, path } = await settings.of(uri);
        const name =
          given ?? proposedTemplateName(home === undefined ? path : `${relativePath(undefined, home)}/${path}`);
        const fileName = templateFileName(name);
        const text = fileName && (await adopt(input, name));
        if (!text) return null;
        return {
          name,
          text,
          uri: home && joinUri(home, `${TEMPLATES_FOLDER}/${fileName}`),
          replacesBuiltin: builtinTemplates.some(({ id }) => `${id}.md` === fileName),
        };
      },
    ),
  );
}
