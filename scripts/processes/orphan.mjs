import { listProcesses } from './list.mjs';

const pollMs = 1_000;

/** Calls `then` once when whoever started this process is gone, however it ended: its parent, or npm above that. */
export async function whenOrphaned(then) {
  const { ppid } = process;
  const npm = await npmAbove(ppid);
  const watch = setInterval(async () => {
    const alone = process.ppid !== ppid || (npm !== undefined && (await parentOf(ppid)) !== npm);
    if (!alone) return;
    clearInterval(watch);
    then();
  }, pollMs);
  watch.unref();
}

/** npm runs a script through a shell, which outlives npm when that is ended by force. */
async function npmAbove(shell) {
  const all = await listProcesses();
  const above = all.find(({ pid }) => pid === all.find((one) => one.pid === shell)?.parent);
  return above?.name.startsWith('npm') === true ? above.pid : undefined;
}

async function parentOf(child) {
  return (await listProcesses()).find(({ pid }) => pid === child)?.parent;
}
