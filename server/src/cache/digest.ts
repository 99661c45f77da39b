import { createHash } from 'node:crypto';

/** A name for a content: equal for equal contents, and for no others that anybody could come upon by chance. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64url');
}
