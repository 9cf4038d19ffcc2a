import module from 'node:module';
import { join } from 'node:path';
import { cacheDirectory } from './files/cacheDirectory.ts';

/** Since Node 22.8. */
type Compiling = { enableCompileCache?(directory: string): unknown };

/**
 * Keeps what V8 makes of the engine among the user's caches, for the next run to start sooner. Node checks that it fits, passes over
 * what is damaged, and is silent where nothing can be written.
 */
export function keepCompiled(env: NodeJS.ProcessEnv): void {
  const { enableCompileCache } = module as Compiling;
  try {
    enableCompileCache?.(join(cacheDirectory(env), 'code'));
  } catch {
    // A user without a home directory has no caches.
  }
}
