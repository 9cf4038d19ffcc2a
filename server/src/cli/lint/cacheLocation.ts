import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the cache of a working directory lies if nothing else is said: among the user's other caches. */
export function cacheLocation(cwd: string, env: NodeJS.ProcessEnv): string {
  const directory =
    process.platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const name = createHash('sha256').update(cwd).digest('hex').slice(0, 16);
  return join(directory, 'blameless-postmortem', `lint-${name}`);
}
