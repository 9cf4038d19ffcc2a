import { UsageError } from '../exit.ts';

/**
 * Absolute paths of the files that differ from what `ref` and the current commit last had in common, those that Git does not know
 * yet included. Runs `git`, which is the only way to know.
 * @throws UsageError when there is no repository or no such ref
 */
export async function changedSince(ref: string, cwd: string): Promise<Set<string>> {
  const [{ execFileSync }, { join }] = await Promise.all([import('node:child_process'), import('node:path')]);
  const git = (...args: string[]): string => {
    // A repository's own configuration may name programs to be run; none of them is.
    const guarded = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'diff.external=', ...args];
    try {
      return execFileSync('git', guarded, {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 1 << 28,
      });
    } catch (error) {
      const { code, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: string };
      if (code === 'ENOENT') throw new UsageError('--since needs git, and there is none on the PATH');
      throw new UsageError(
        `--since ${ref}: ${(stderr ?? '').trim().split('\n')[0] || 'no such commit, branch or tag'}`,
      );
    }
  };
  if (ref.startsWith('-')) throw new UsageError(`--since ${ref}: a commit, branch or tag is expected`);
  // Relative to the working directory, so that paths look like those of the files even where links are on the way.
  const root = join(cwd, git('rev-parse', '--show-cdup').trimEnd());
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).trim();
  const base = git('merge-base', commit, 'HEAD').trim();
  const changed = git('diff', '--name-only', '--no-ext-diff', '--diff-filter=d', '-z', base, '--');
  const added = git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', root);
  return new Set([...changed.split('\0'), ...added.split('\0')].filter(Boolean).map((path) => join(root, path)));
}
