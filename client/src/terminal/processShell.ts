import { execFile } from 'node:child_process';
import { readlink } from 'node:fs/promises';
import { shellNamed, type Shell } from './shell.ts';

/** How long the system may take to name a process, in ms. */
const patience = 1_000;

/** The family of the shell that a process is; undefined where the system does not tell, or the program is none that we know. */
export async function shellOfProcess(pid: number): Promise<Shell | undefined> {
  const program = await programOf(pid);
  // A login shell has a dash in front of its name.
  const shell = shellNamed(program.replace(/^-/, ''));
  return shell === 'other' ? undefined : shell;
}

/** The program of a process; empty where the system does not tell. */
async function programOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readlink(`/proc/${pid}/exe`).catch(() => '');
  if (process.platform !== 'darwin') return '';
  return new Promise((resolve) => {
    execFile('/bin/ps', ['-o', 'comm=', '-p', String(pid)], { timeout: patience }, (error, stdout) =>
      resolve(error ? '' : stdout.trim()),
    );
  });
}
