import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { useTranslations } from '../core/index.ts';
import { type ClientFeatures, readClientFeatures } from './capabilities.ts';
import { createDocuments } from './documents.ts';
import { openFiles } from './files.ts';
import { createGuard, sendUnasked } from './guard.ts';
import { registerCodeActions } from './handlers/codeActions.ts';
import { registerCompletion } from './handlers/completion.ts';
import { registerDiagnostics } from './handlers/diagnostics.ts';
import { registerDocumentChange } from './handlers/documentChange.ts';
import { registerExports } from './handlers/exports.ts';
import { registerFormatting } from './handlers/formatting.ts';
import { registerHover } from './handlers/hover.ts';
import { registerLenses } from './handlers/lenses.ts';
import { registerNavigation } from './handlers/navigation.ts';
import { registerNewPostmortem } from './handlers/newPostmortem.ts';
import { registerOutline } from './handlers/outline.ts';
import { registerPasteTimeline } from './handlers/pasteTimeline.ts';
import { registerPreview } from './handlers/preview.ts';
import { registerRename } from './handlers/rename.ts';
import { registerSimilarIncidents } from './handlers/similarIncidents.ts';
import { registerStatus } from './handlers/status.ts';
import { registerTeam } from './handlers/team.ts';
import { registerViews } from './handlers/views.ts';
import type { ServerHost } from './host.ts';
import { gitAuthors } from './protocol.ts';
import { capabilitiesFor } from './serverCapabilities.ts';
import type { Services } from './services.ts';
import { createSettings } from './settings.ts';
import { normalizeUri } from './uris.ts';
import { createWorkspace } from './workspace.ts';
import { registerWorkspaceDiagnostics } from './workspaceDiagnostics.ts';

/** Files whose change changes what is found in documents. */
const WATCHED = ['**/.postmortem/**', '**/*.md'];

/** Wires a language server to a connection and listens. All it keeps between two requests are caches that may be dropped. */
export function startServer(connection: Connection, host: ServerHost): void {
  let features = readClientFeatures({ capabilities: {} } as InitializeParams);
  const known = (): ClientFeatures => features;
  const files = openFiles(connection, host, known);
  const settings = createSettings(connection, files, known);
  const workspace = createWorkspace({
    connection,
    features: known,
    files,
    settings,
    host,
    isOpen: (uri) => documents.versionOf(uri) !== undefined,
    idle: () => documents.idle(),
    changed: () => refresh(),
  });
  const documents = createDocuments(connection, host, settings, (uri) => workspace.factsFor(uri));
  const guard = createGuard(connection);
  const services: Services = {
    host,
    files,
    settings,
    documents,
    guard,
    workspace,
    get index() {
      return workspace.index;
    },
    async authorsOf(root) {
      if (!features.gitAuthors) return [];
      const asked: Promise<{ names: readonly string[] | null }> = connection.sendRequest(gitAuthors.method, { root });
      return asked.then(
        ({ names }) => names ?? undefined,
        () => [],
      );
    },
    features: known,
  };

  connection.onInitialize((params): InitializeResult => {
    features = readClientFeatures(params);
    settings.folders = foldersOf(params);
    settings.sent = (params.initializationOptions as { settings?: unknown } | undefined)?.settings;
    return { serverInfo: { name: 'Blameless Postmortem' }, capabilities: capabilitiesFor(features) };
  });

  const diagnostics = registerDiagnostics(connection, services);
  const workspaceDiagnostics = registerWorkspaceDiagnostics(connection, services);
  registerCodeActions(connection, services);
  registerCompletion(connection, services);
  registerFormatting(connection, services);
  registerHover(connection, services);
  registerLenses(connection, services);
  registerNavigation(connection, services);
  registerOutline(connection, services);
  registerRename(connection, services);
  registerStatus(connection, services);
  const views = registerViews(connection, services);
  registerDocumentChange(connection, services);
  registerNewPostmortem(connection, services);
  registerPasteTimeline(connection, services);
  registerPreview(connection, services);
  registerExports(connection, services);
  registerTeam(connection, services);
  registerSimilarIncidents(connection, services);

  /** Settings, templates or other documents changed: everything that is open is looked at again. */
  function refresh(): void {
    documents.forget();
    diagnostics.refresh();
    workspaceDiagnostics.refresh();
    views.refresh();
    if (features.refreshesCodeLenses)
      sendUnasked(connection, 'A refresh of code lenses', connection.sendRequest(CodeLensRefreshRequest.type));
    if (features.refreshesInlayHints)
      sendUnasked(connection, 'A refresh of inlay hints', connection.languages.inlayHint.refresh());
  }

  connection.onInitialized(() => {
    useTranslations(features.translations);
    if (features.watchesConfiguration) {
      const registered = connection.client.register(DidChangeConfigurationNotification.type, { section: 'postmortem' });
      sendUnasked(connection, 'Watching settings', registered);
    }
    if (features.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      sendUnasked(connection, 'Watching files', registered);
    }
    if (features.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => folderUri(uri)));
        settings.folders = [...settings.folders, ...added.map(({ uri }) => folderUri(uri))].filter(
          (folder) => !gone.has(folder),
        );
        settings.forget();
        workspace.read();
      });
    workspace.read();
  });

  // What was typed and not saved is gone with the editor.
  documents.onClose((uri) => workspace.update([uri]));

  connection.onDidChangeConfiguration((params) => {
    settings.sent = (params?.settings as { postmortem?: unknown } | null | undefined)?.postmortem ?? settings.sent;
    settings.forget();
    workspace.read();
    refresh();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => uri.includes('/.postmortem'))) {
      settings.forget();
      workspace.read();
      refresh();
    }
    workspace.update(changes.map(({ uri }) => uri));
  });

  connection.listen();
}

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return folders.map(folderUri);
}

function folderUri(uri: string): string {
  return normalizeUri(uri).replace(/\/$/, '');
}
