import { open, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const beatMs = 2_000;
const staleMs = 15_000;
const pollMs = 250;

/**
 * Does `work` while no other process does the same. The lock is a file that its holder touches every two seconds, so
 * that a lock left by a killed process, of this or another container, is taken over after fifteen.
 */
export async function withLock(path, work, onWait = () => {}) {
  for (let waited = false; !(await acquire(path)); waited = true) {
    if (!waited) onWait();
    await pause(pollMs);
  }
  const beat = setInterval(() => {
    const now = new Date();
    // A lock that somebody removed is not made again: the next one may hold it.
    utimes(path, now, now).catch(() => {});
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { force: true });
  }
}

async function acquire(path) {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const held = await stat(path).catch(() => undefined);
  if (held !== undefined && Date.now() - held.mtimeMs > staleMs) await rm(path, { force: true });
  return false;
}
