import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheDirectory } from '../files/cacheDirectory.ts';

/** Where the cache of a working directory lies if nothing else is said. */
export function cacheLocation(cwd: string, env: NodeJS.ProcessEnv): string {
  const name = createHash('sha256').update(cwd).digest('hex').slice(0, 16);
  return join(cacheDirectory(env), `lint-${name}`);
}
