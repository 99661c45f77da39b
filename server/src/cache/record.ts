import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './digest.ts';

const separator = 0x0a;

/** The content of a record; undefined where there is none, or none that is whole: then the work is done anew. */
export function readRecord(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf(separator);
    const content = bytes.subarray(end + 1);
    if (bytes.toString('latin1', 0, end) !== digestOf(content)) return undefined;
    // What is used is not old, see `dropOldRecords`.
    const now = new Date();
    utimesSync(path, now, now);
    return content;
  } catch {
    return undefined;
  }
}

/**
 * Writes a record in one step, so that whoever reads meanwhile finds the old or the new one whole. Where it can't be written
 * there will be none: a record saves work and holds nothing else; answers whether it was written.
 */
export function writeRecord(path: string, content: Uint8Array): boolean {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${digestOf(content)}\n`), content]), { mode: 0o600 });
    renameSync(temporary, path);
    return true;
  } catch {
    removeQuietly(temporary);
    return false;
  }
}

/** Removes what may not be there, or not be ours to remove. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Then it stays, and is in nobody's way.
  }
}
