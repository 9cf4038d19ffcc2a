import type {
  CancellationToken,
  Connection,
  Range,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { idAt, isId, type NamedId, placesOfId, SourceText, type TextEdit, t } from '../../core/index.ts';
import { REGISTER_PATH } from '../../workspace/index.ts';
import { toWorkspaceEdits } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { refused } from '../guard.ts';
import type { Services } from '../services.ts';
import { joinUri, normalizeUri } from '../uris.ts';

/** Renames incidents in every document that names them, and action items in their own. Names of files stay as they are. */
export function registerRename(connection: Connection, services: Services): void {
  const { guard, features } = services;

  connection.onPrepareRename(
    guard('prepareRename', null, async (params: TextDocumentPositionParams, token) => {
      const found = await idAtPosition(params, services, token);
      if (!found) return null;
      const { source } = found.document.checked.document;
      const range: Range = { start: source.positionAt(found.id.span.start), end: source.positionAt(found.id.span.end) };
      return { range, placeholder: found.id.text };
    }) as Parameters<typeof connection.onPrepareRename>[0],
  );

  connection.onRenameRequest(
    guard('rename', null, async (params: RenameParams, token): Promise<WorkspaceEdit | null> => {
      const found = await idAtPosition(params, services, token);
      if (!found) return null;
      const to = params.newName.trim();
      const { id, document } = found;
      if (to === id.text) return { changes: {} };
      if (!isId(to)) throw refused(t('“{0}” is no id: letters, digits and dashes, such as {1}', to, id.text));
      const renamed = (source: SourceText): TextEdit[] =>
        placesOfId(source.text, id.text).map((span) => ({ span, text: to }));
      if (id.of === 'action') {
        const taken = document.checked.postmortem?.actionItems.items.some((item) => item.id?.text === to);
        if (taken) throw refused(t('Another action item is {0} already', to));
        const { source } = document.checked.document;
        return toWorkspaceEdits(
          [{ uri: document.uri, version: document.version, source, edits: renamed(source) }],
          features(),
        );
      }
      const [other] = services.index.documentsOf(to);
      if (other && to.toUpperCase() !== id.text.toUpperCase())
        throw refused(t('{0} is the incident of “{1}” already', to, other.title));
      const texts = await textsNaming(id.text, document, services);
      return toWorkspaceEdits(
        texts.map((text) => ({ ...text, edits: renamed(text.source) })),
        features(),
      );
    }) as Parameters<typeof connection.onRenameRequest>[0],
  );
}

async function idAtPosition(
  { textDocument, position }: TextDocumentPositionParams,
  services: Services,
  token: CancellationToken,
): Promise<{ id: NamedId; document: CheckedDocument } | undefined> {
  const document = await services.documents.check(textDocument.uri, token);
  if (!document) return undefined;
  const { source } = document.checked.document;
  const isIncident = (id: string) => services.index.documentsOf(id).length > 0;
  const id = idAt(document.checked, source.offsetAt(position), isIncident);
  return id && { id, document };
}

interface NamingText {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly source: SourceText;
}

/** The postmortems and registers that may name an incident: open ones as they are in the editor, the others as they are on disk. */
async function textsNaming(id: string, document: CheckedDocument, services: Services): Promise<NamingText[]> {
  const { index, settings, documents, files } = services;
  const naming = [...index.records]
    .filter(({ incidentId, mentions }) =>
      [incidentId, ...mentions.map((one) => one.incidentId)].some((one) => one?.toUpperCase() === id.toUpperCase()),
    )
    .map(({ uri }) => uri)
    .filter((uri) => uri !== normalizeUri(document.uri));
  const registers = settings.folders.map((folder) => joinUri(folder, REGISTER_PATH));
  const texts = [...naming, ...registers].map(async (uri): Promise<NamingText[]> => {
    const open = await documents.check(uri);
    if (open) return [{ uri: open.uri, version: open.version, source: open.checked.document.source }];
    const text = await files.readEdited(uri).catch(() => undefined);
    return text === undefined ? [] : [{ uri, version: null, source: new SourceText(text) }];
  });
  const own = { uri: document.uri, version: document.version, source: document.checked.document.source };
  return [own, ...(await Promise.all(texts)).flat()];
}
