import { link, lstat, rename, unlink } from 'node:fs/promises';
import { hasCode } from './reason.ts';

/** Gives a file another name; rejects with `EEXIST`, and changes nothing, where something has that name already. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    // Unlike a rename this never takes the place of another file, whoever makes one at the same moment.
    await link(from, to);
  } catch (error) {
    if (hasCode(error, 'EEXIST') || (await isThere(to))) throw error;
    // Some file systems have no second names.
    await rename(from, to);
    return;
  }
  await unlink(from);
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
