import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeQuietly } from './record.ts';

const mostBytes = 256 * 1024 * 1024;
const mostRecords = 200;
const longestUnused = 30 * 86_400_000;

/**
 * Drops the records of a folder that nobody has used for long, and the oldest while there are too many. `now` is in ms since
 * 1970 UTC.
 */
export function dropOldRecords(folder: string, now: number): void {
  let bytes = 0;
  for (const [index, { path, size, used }] of recordsIn(folder).entries()) {
    bytes += size;
    if (index < mostRecords && bytes <= mostBytes && now - used <= longestUnused) continue;
    removeQuietly(path);
  }
}

interface RecordFile {
  readonly path: string;
  readonly size: number;
  /** In ms since 1970 UTC. */
  readonly used: number;
}

/** Our own files alone, the one that was used last first. */
function recordsIn(folder: string): readonly RecordFile[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.(?:run|documents)(?:\.[\w-]+\.tmp)?$/.test(name));
    const files = names.flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(path, { throwIfNoEntry: false });
      return found ? [{ path, size: found.size, used: found.mtimeMs }] : [];
    });
    return files.toSorted((a, b) => b.used - a.used);
  } catch {
    return [];
  }
}
