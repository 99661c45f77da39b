import { mkdir, writeFile } from 'node:fs/promises';
import { folderOf } from '../../core/text/path.ts';
import type { Failure } from '../failure.ts';
import { hasCode, reasonOf } from './reason.ts';

/** Writes a new file, and the folders to it; never over one that is there. `shown` is what a failure calls it. */
export async function createFile(path: string, text: string, shown: string): Promise<Failure | undefined> {
  try {
    await mkdir(folderOf(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return { failure: `"${shown}" is there already; name another file with --output.` };
    return { failure: `"${shown}" can't be written: ${reasonOf(error)}.` };
  }
}
