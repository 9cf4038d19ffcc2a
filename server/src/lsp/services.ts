import type { PostmortemIndex } from '../workspace/index.ts';
import type { ClientFeatures } from './capabilities.ts';
import type { OpenDocuments } from './documents.ts';
import type { Guard } from './guard.ts';
import type { FileAccess, ServerHost } from './host.ts';
import type { SettingsStore } from './settings.ts';

/** What the handlers of requests work with. */
export interface Services {
  readonly host: ServerHost;
  readonly files: FileAccess;
  readonly settings: SettingsStore;
  readonly documents: OpenDocuments;
  readonly guard: Guard;
  /** The postmortems of the workspace, as far as they were read. */
  readonly index: PostmortemIndex;
  /** What the client can do; known once it has introduced itself. */
  features(): ClientFeatures;
}
