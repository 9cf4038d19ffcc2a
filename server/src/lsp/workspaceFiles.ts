import { isPostmortemPath } from '../core/index.ts';
import { contentHash, type WorkspaceFile } from '../workspace/index.ts';
import type { FileAccess } from './host.ts';
import type { DocumentScope, SettingsStore } from './settings.ts';
import { joinUri, parentOf, relativePath } from './uris.ts';

/** Folders that are never looked into, beside those that start with a dot. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'dist', 'build', 'out', 'target']);
/** A workspace may be a whole disk: more folders than this are not walked. */
const MOST_FOLDERS = 20_000;
const MARKDOWN = /\.md$/i;
/** Ends as files do: what has no such end may be a folder, as may `v1.2`. */
const FILE_ENDING = /\.[a-z]\w{0,9}$/i;

/** A Markdown file that may be a postmortem, with the settings in force for it. */
export interface PostmortemFile extends WorkspaceFile {
  readonly scope: DocumentScope;
}

/** Finds what may be a postmortem. */
export interface WorkspaceFiles {
  /** All of them, in all folders of the workspace. Ends early, with what it has, once `isOutdated` says so. */
  all(isOutdated: () => boolean): Promise<PostmortemFile[]>;
  /** One of them; undefined where none is looked for there. `known` are taken wherever they lie. */
  one(uri: string, known: boolean): Promise<PostmortemFile | undefined>;
}

/**
 * On a disk every Markdown file is looked at, since a postmortem may lie anywhere and say in its title what it is. Elsewhere, where each file is a
 * question to a server far away, those where postmortems lie.
 */
export function createWorkspaceFiles(files: FileAccess, settings: SettingsStore): WorkspaceFiles {
  return { all, one };

  async function all(isOutdated: () => boolean): Promise<PostmortemFile[]> {
    const found: PostmortemFile[] = [];
    const waiting = [...settings.folders];
    const seen = new Set<string>();
    while (waiting.length > 0 && seen.size < MOST_FOLDERS) {
      const folder = waiting.shift()!;
      if (seen.has(folder)) continue;
      seen.add(folder);
      if (isOutdated()) return found;
      const names = await files.readNames(folder);
      for (const name of names) if (isLookedInto(name)) waiting.push(joinUri(folder, name));
      found.push(...(await filesIn(folder, names.filter(isMarkdown))));
    }
    return found;
  }

  async function filesIn(folder: string, names: readonly string[]): Promise<PostmortemFile[]> {
    if (names.length === 0) return [];
    const scope = await settings.of(joinUri(folder, '_.md'));
    const context = contextOf(scope);
    const found = await Promise.all(names.map((name) => fileAt(joinUri(folder, name), scope, context, false)));
    return found.filter((file) => file !== undefined);
  }

  async function one(uri: string, known: boolean): Promise<PostmortemFile | undefined> {
    const folder = parentOf(uri);
    if (folder === undefined || !isMarkdown(uri)) return undefined;
    const root = settings.folders.find((candidate) => uri.startsWith(`${candidate}/`));
    const isSkipped = root === undefined || !relativePath(root, folder).split('/').every(isLookedInto);
    if (!known && folder !== root && isSkipped) return undefined;
    const scope = await settings.of(joinUri(folder, '_.md'));
    return fileAt(uri, scope, contextOf(scope), known);
  }

  async function fileAt(
    uri: string,
    scope: DocumentScope,
    context: string,
    known: boolean,
  ): Promise<PostmortemFile | undefined> {
    const path = relativePath(scope.root, uri);
    const isWanted = known || uri.startsWith('file:') || isPostmortemPath(path, scope.settings);
    if (!scope.enabled || !isWanted) return undefined;
    return { uri, path, scope, context, stamp: await files.stampOf?.(uri).catch(() => undefined) };
  }
}

function isMarkdown(name: string): boolean {
  return MARKDOWN.test(name);
}

function isLookedInto(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !SKIPPED.has(name) && !FILE_ENDING.test(name);
}

function contextOf({ settings, templates }: DocumentScope): string {
  return contentHash(JSON.stringify([settings, templates]));
}
