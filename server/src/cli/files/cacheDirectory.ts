import { homedir } from 'node:os';
import { join } from 'node:path';

/** The directory of this program among the user's caches; it need not be there. */
export function cacheDirectory(env: NodeJS.ProcessEnv): string {
  const caches =
    process.platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(caches, 'blameless-postmortem');
}
