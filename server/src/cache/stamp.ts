import { readFileSync, statSync } from 'node:fs';
import { digestOf } from './digest.ts';

/**
 * What tells that a file still has the content that was read: its size, its identity and its two times, the second of which no
 * program can set, or the digest of its bytes where the times could not tell.
 */
export type Stamp = readonly [size: number, inode: number, modified: number, changed: number] | string;

/** How coarse the times of some file systems are, and a second more, in ms: FAT counts in steps of two seconds. */
const grain = 3000;

/**
 * The stamp of a file whose content is read afterwards; undefined where there is no file. It is not trusted while it is so
 * young that another change could have the same times, see `settledStamp`.
 */
export function stampOf(path: string): Exclude<Stamp, string> | undefined {
  try {
    const found = statSync(path);
    return found.isFile() ? [found.size, found.ino, found.mtimeMs, found.ctimeMs] : undefined;
  } catch {
    return undefined;
  }
}

/** The stamp where it is old enough, at a moment before it was taken, to be trusted; else the digest of the content. */
export function settledStamp(stamp: Exclude<Stamp, string>, takenAt: number, digest: string): Stamp {
  const [, , modified, changed] = stamp;
  return Math.max(modified, changed) < takenAt - grain ? stamp : digest;
}

/** Whether a file has the content that it had when the stamp was made. */
export function isUnchanged(path: string, stamp: Stamp): boolean {
  if (typeof stamp === 'string') {
    try {
      return digestOf(readFileSync(path)) === stamp;
    } catch {
      return false;
    }
  }
  const now = stampOf(path);
  return now !== undefined && now.every((part, index) => part === stamp[index]);
}
