import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The processes of this machine: `{ pid, name, parent, group }` each. Reads /proc, because small Linux systems have no `ps`. */
export async function listProcesses() {
  if (process.platform !== 'linux') {
    const { stdout } = await execute('ps', ['-A', '-o', 'pid=,ppid=,pgid=,comm=']);
    return stdout.trim().split('\n').map(readPsLine);
  }
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(names.map(readStatus));
  return found.filter((one) => one !== undefined);
}

/** Those processes that are in `known`, below one of them, or in the process group `group`; ended ones are not among them. */
export async function listTree(known, group) {
  const all = await listProcesses();
  const tree = new Set(all.filter((one) => known.has(one.pid) || one.group === group).map(({ pid }) => pid));
  for (let before = -1; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return tree;
}

async function readStatus(pid) {
  // A process that ends while the list is read is no longer one of them.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (status === undefined) return undefined;
  // The name, in brackets, may hold spaces and brackets of its own.
  const nameEnd = status.lastIndexOf(')');
  const [state, parent, group] = status.slice(nameEnd + 2).split(' ');
  const name = status.slice(status.indexOf('(') + 1, nameEnd);
  return state === 'Z' ? undefined : { pid: Number(pid), name, parent: Number(parent), group: Number(group) };
}

function readPsLine(line) {
  const [pid, parent, group, ...name] = line.trim().split(/\s+/);
  return { pid: Number(pid), name: name.join(' '), parent: Number(parent), group: Number(group) };
}
