import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, chown, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './reason.ts';

/**
 * Replaces a file's content at once: whoever reads it, and whatever stops the machine, finds the old or the new content
 * whole. Mode, owner (where one may give files away) and a symbolic link that leads to the file stay. Rejects, and changes nothing, where the file may
 * not be written or no longer holds `expected`.
 */
export async function replaceFile(path: string, expected: Uint8Array, content: string): Promise<void> {
  const target = await realpath(path);
  await access(target, constants.W_OK);
  const { mode, uid, gid } = await stat(target);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await keepOwner(temporary, uid, gid);
    await chmod(temporary, mode & 0o7777);
    if (!(await readFile(target)).equals(expected)) throw new Error('somebody else has changed it meanwhile');
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Who may not give a file to its former owner becomes its owner, as with git. */
async function keepOwner(path: string, uid: number, gid: number): Promise<void> {
  const own = await stat(path);
  if (own.uid === uid && own.gid === gid) return;
  await chown(path, uid, gid).catch((error: unknown) => {
    if (!hasCode(error, 'EPERM')) throw error;
  });
}
