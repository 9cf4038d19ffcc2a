import type { Connection, Diagnostic } from 'vscode-languageserver';
import {
  type DocumentTemplate,
  loadRepositoryConfig,
  type RepositoryConfig,
  readEditorSettings,
  resolveSettings,
  type Settings,
} from '../core/index.ts';
import type { ClientFeatures } from './capabilities.ts';
import { configDiagnostics } from './convert.ts';
import { sendUnasked } from './guard.ts';
import type { FileAccess } from './host.ts';
import { joinUri, normalizeUri, parentOf, relativePath } from './uris.ts';

/** Whether a kind of figure is shown. */
export type Shown = (kind: string) => boolean;

/** What holds for one document. The same object as long as nothing changed. */
export interface DocumentScope {
  readonly enabled: boolean;
  /** What a person wants to see beside the findings. */
  readonly editor: { readonly codeLens: Shown; readonly inlayHints: Shown };
  readonly settings: Settings;
  readonly templates: readonly DocumentTemplate[];
  /** Path of the document as globs see it. */
  readonly path: string;
  /** Root of the repository or workspace folder, as a URI. */
  readonly root: string | undefined;
  /** Where its `.postmortem` lies or would lie, as a URI. */
  readonly home: string | undefined;
  /** The configuration file, where there is one. */
  readonly configFile: string | undefined;
}

export interface SettingsStore {
  /** Never rejects: a configuration that cannot be read is reported at its file and left out. */
  of(uri: string): Promise<DocumentScope>;
  /** The workspace folders, as URIs without a slash at their end. */
  folders: readonly string[];
  /** What clients that cannot be asked have sent: the value of `postmortem`. */
  sent: unknown;
  /** Forgets everything that was read. */
  forget(): void;
}

/** Settings by document: defaults, then the repository's file, then the editor's. Problems in files are published at the file. */
export function createSettings(
  connection: Connection,
  files: FileAccess,
  features: () => ClientFeatures,
): SettingsStore {
  const scopes = new Map<string, Promise<DocumentScope>>();
  const repositories = new Map<string, Promise<RepositoryConfig>>();
  let reported = new Set<string>();
  const warned = new Set<string>();

  const store: SettingsStore = {
    folders: [],
    sent: undefined,
    of(uri) {
      let scope = scopes.get(uri);
      if (!scope) {
        scope = read(uri);
        scopes.set(uri, scope);
      }
      return scope;
    },
    forget() {
      scopes.clear();
      repositories.clear();
    },
  };
  return store;

  async function read(uri: string): Promise<DocumentScope> {
    // A new document lies nowhere yet: it will be saved in the folder that is open.
    const untitled = uri.startsWith('untitled:');
    const folder = untitled ? store.folders[0] : folderOf(uri);
    const directory = untitled ? folder : parentOf(uri);
    const [repository, editor] = await Promise.all([
      directory === undefined ? undefined : repositoryAt(directory),
      askEditor(uri),
    ]);
    const { settings: own, problems } = readEditorSettings(editor);
    for (const { message } of problems) warnOnce(`Setting postmortem.*: ${message}`);
    const layers = [
      { source: 'repository' as const, settings: repository?.settings ?? {} },
      { source: 'editor' as const, settings: own },
    ];
    const root = repository?.root ?? folder;
    return {
      enabled: isOn(editor, 'enable'),
      editor: { codeLens: shown(editor, 'codeLens'), inlayHints: shown(editor, 'inlayHints') },
      settings: resolveSettings(layers).settings,
      templates: repository?.templates ?? [],
      path: relativePath(root, uri),
      root,
      home: repository?.home ?? folder,
      configFile: repository?.file,
    };
  }

  function folderOf(uri: string): string | undefined {
    const normal = normalizeUri(uri);
    return store.folders.find((folder) => normal.startsWith(`${folder}/`));
  }

  function repositoryAt(directory: string): Promise<RepositoryConfig> {
    let repository = repositories.get(directory);
    if (!repository) {
      repository = loadRepositoryConfig(directory, {
        readText: (uri) => files.readText(uri),
        readNames: (uri) => files.readNames(uri),
        parentOf,
      });
      repositories.set(directory, repository);
      sendUnasked(connection, 'A configuration', repository.then(publishProblems));
    }
    return repository;
  }

  /** Several directories may lead to one file, so only files that had problems before are cleared. */
  function publishProblems(repository: RepositoryConfig): void {
    const byFile = new Map<string, Diagnostic[]>();
    for (const file of reported) if (file === repository.file) byFile.set(file, []);
    for (const [file, diagnostics] of configDiagnostics(repository.problems)) byFile.set(file, diagnostics);
    for (const [uri, diagnostics] of byFile) {
      sendUnasked(connection, 'A problem in the configuration', connection.sendDiagnostics({ uri, diagnostics }));
      reported = new Set([...reported].filter((file) => file !== uri || diagnostics.length > 0));
      if (diagnostics.length > 0) reported.add(uri);
    }
  }

  async function askEditor(uri: string): Promise<unknown> {
    if (!features().answersConfiguration) return store.sent;
    try {
      return await connection.workspace.getConfiguration({ scopeUri: uri, section: 'postmortem' });
    } catch (error) {
      warnOnce(`The editor did not answer for its settings: ${String(error)}`);
      return store.sent;
    }
  }

  function warnOnce(text: string): void {
    if (warned.has(text)) return;
    warned.add(text);
    connection.console.warn(text);
  }
}

/** Where new configuration goes: the repository's own file, else `.postmortem/config.yaml` at its root. */
export function configFileOf(scope: DocumentScope): string | undefined {
  return scope.configFile ?? (scope.root === undefined ? undefined : joinUri(scope.root, '.postmortem/config.yaml'));
}

/** A group of switches, all of which may be switched off at once. */
function shown(editor: unknown, group: string): Shown {
  const switches = isRecord(editor) ? editor[group] : undefined;
  return (kind) => switches !== false && isOn(switches, kind);
}

/** Switches are on unless they are switched off. */
function isOn(editor: unknown, name: string): boolean {
  return !(isRecord(editor) && editor[name] === false);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
