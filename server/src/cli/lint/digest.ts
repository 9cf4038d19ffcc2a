import { createHash } from 'node:crypto';

/** Names bytes by what they are. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64');
}
