import { setTimeout as pause } from 'node:timers/promises';
import { listTree } from './list.mjs';

const graceMs = 3_000;
const pollMs = 50;

/**
 * Ends a process, all below it and its process group, the caller excepted: first by asking, after three seconds by force.
 * Settles when none of them is left.
 */
export async function endTree(root) {
  const started = Date.now();
  // The children of an ended process pass to init and are found no more by their parent: what was seen once is kept.
  const seen = new Set([root]);
  const asked = new Set();
  for (;;) {
    const living = await listTree(seen, root);
    living.delete(process.pid);
    if (living.size === 0) return;
    const force = Date.now() - started > graceMs;
    for (const pid of living) {
      if (force) send(pid, 'SIGKILL');
      else if (!asked.has(pid)) send(pid, 'SIGTERM');
      seen.add(pid);
      asked.add(pid);
    }
    await pause(pollMs);
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the list and the signal.
  }
}
