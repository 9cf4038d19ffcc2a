import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { didYouMeanText } from '../../core/index.ts';
import { reasonOf } from './reason.ts';

/** A file to be checked. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Named by itself on the command line, not found in a directory or by a pattern. */
  readonly explicit: boolean;
}

export interface FoundFiles {
  /** Sorted by path, each once. */
  readonly files: readonly FoundFile[];
  /** Inputs that lead to nothing, each in words for the person who gave it. */
  readonly problems: readonly string[];
}

/** What Markdown files are called. */
const MARKDOWN = '**/*.{md,markdown}';
/** Directories that never hold a repository's own documents. */
const NEVER = ['**/node_modules/**', '**/.git/**'];

/** The files that files, directories and patterns stand for. In a directory, every Markdown file below it. */
export async function findFiles(inputs: readonly string[], cwd: string): Promise<FoundFiles> {
  const found = new Map<string, FoundFile>();
  const problems: string[] = [];
  for (const input of inputs) {
    const path = resolve(cwd, input);
    const stats = statOf(path);
    if (stats instanceof Error) {
      problems.push(`${input}: cannot be read: ${reasonOf(stats)}`);
    } else if (stats?.isDirectory()) {
      const files = await glob(MARKDOWN, path);
      if (files.length === 0) problems.push(`${input}: there is no Markdown file in this directory`);
      for (const file of files) add(found, file, false);
    } else if (stats?.isFile() || stats?.isFIFO()) {
      add(found, path, true);
    } else if (stats) {
      problems.push(`${input}: is neither a file nor a directory`);
    } else if (/[*?[\]{}!()]/.test(input)) {
      const files = isAbsolute(input) ? await glob(input.slice(1), '/') : await glob(input, cwd);
      if (files.length === 0) problems.push(`${input}: no file matches this pattern`);
      for (const file of files) add(found, file, false);
    } else {
      problems.push(`${input}: there is no such file or directory${nearest(path)}`);
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, problems };
}

function add(found: Map<string, FoundFile>, path: string, explicit: boolean): void {
  found.set(path, { path, explicit: explicit || found.get(path)?.explicit === true });
}

async function glob(pattern: string, cwd: string): Promise<string[]> {
  const { glob: find } = await import('tinyglobby');
  // Links to directories are not followed: they may lead in circles or out of the repository.
  return find(pattern, {
    cwd,
    absolute: true,
    dot: true,
    ignore: NEVER,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
}

function statOf(path: string): Stats | Error | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return error as Error;
  }
}

/** What the person may have meant, from the names beside it. */
function nearest(path: string): string {
  try {
    return didYouMeanText(basename(path), readdirSync(dirname(path)));
  } catch {
    return '';
  }
}
