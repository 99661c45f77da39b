import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where results are kept unless a person names another place; undefined for a user without a home. */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { XDG_CACHE_HOME: named, LOCALAPPDATA: local } = environment;
  // By the XDG Base Directory Specification a relative path does not count.
  if (named?.startsWith('/')) return join(named, 'incident-docs');
  if (platform === 'win32' && local) return join(local, 'incident-docs', 'Cache');
  try {
    return join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache', 'incident-docs');
  } catch {
    return undefined;
  }
}
