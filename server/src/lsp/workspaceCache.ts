import { formatCache, type IndexCache, parseCache } from '../workspace/index.ts';
import type { FileAccess } from './host.ts';
import { joinUri } from './uris.ts';

declare const POSTMORTEM_VERSION: string | undefined;

/** Another version has other rules, and other records. */
const VERSION = typeof POSTMORTEM_VERSION === 'string' ? POSTMORTEM_VERSION : 'source';

/** What the index remembers from one start of the server to the next. */
export interface WorkspaceCache {
  /** Empty where there is none, or it is of another version. Never rejects. */
  load(): Promise<IndexCache>;
  /** Never rejects: without it the next start only takes longer. */
  save(cache: IndexCache): Promise<void>;
}

/** Kept in the folder that the client has for it, a URI; nothing is kept where it has none. */
export function createWorkspaceCache(
  files: FileAccess,
  storage: () => string | undefined,
  warn: (text: string) => void,
): WorkspaceCache {
  const file = () => {
    const folder = storage();
    return folder === undefined ? undefined : joinUri(folder, 'postmortems.json');
  };
  return {
    async load() {
      const uri = file();
      return parseCache(uri === undefined ? undefined : await files.readText(uri).catch(() => undefined), VERSION);
    },
    async save(cache) {
      const uri = file();
      if (uri === undefined || !files.writeText) return;
      await files.writeText(uri, formatCache(cache, VERSION)).catch((error) => {
        warn(`What is known of the postmortems could not be kept for the next start: ${String(error)}`);
      });
    },
  };
}
