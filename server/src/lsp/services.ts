import type { PostmortemIndex } from '../workspace/index.ts';
import type { ClientFeatures } from './capabilities.ts';
import type { OpenDocuments } from './documents.ts';
import type { Guard } from './guard.ts';
import type { FileAccess, ServerHost } from './host.ts';
import type { SettingsStore } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What the handlers of requests work with. */
export interface Services {
  readonly host: ServerHost;
  readonly files: FileAccess & Required<Pick<FileAccess, 'readEdited'>>;
  readonly settings: SettingsStore;
  readonly documents: OpenDocuments;
  readonly guard: Guard;
  readonly workspace: Workspace;
  /** The postmortems of the workspace as they are now; ask for it anew each time. */
  readonly index: PostmortemIndex;
  /**
   * Who wrote the latest commits of the repository at a URI, the last one first; none where the client cannot tell, undefined where it
   * cannot tell yet. Never rejects.
   */
  authorsOf(root: string): Promise<readonly string[] | undefined>;
  /** What the client can do; known once it has introduced itself. */
  features(): ClientFeatures;
}
