import { existsSync, rmSync, watch } from 'node:fs';
import { mkdtemp, readdir, lstat, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disposable } from 'vscode';
import type { Delivery } from './delivery.ts';

/** `incident-docs-step-`, the id of the process that made it and the space in which that id holds; six letters of `mkdtemp` follow. */
const directoryPrefix = 'incident-docs-step-';
const directoryName = new RegExp(`^${directoryPrefix}(\\d+)-(\\d+)-\\w{6}$`);

/**
 * The folder of this window, readable by its person alone, for the files that a step needs while it runs. It is made with
 * the first step and gone with the window; what a killed window has left is removed by {@link removeLeftovers}.
 */
export class Scratch implements Disposable {
  #directory: Promise<string> | undefined;
  #made: string | undefined;
  #count = 0;

  /** The path of one step's files, without their endings. Throws where no folder can be made. */
  async reserve(): Promise<string> {
    this.#directory ??= this.#make();
    const made = this.#directory;
    made.catch(() => (this.#directory = undefined));
    return join(await made, `${++this.#count}`);
  }

  async write({ files }: Delivery): Promise<void> {
    await Promise.all(files.map(({ path, text }) => writeFile(path, text, { mode: 0o600, flag: 'wx' })));
  }

  async remove({ files, marker }: Delivery): Promise<void> {
    const paths = [...files.map(({ path }) => path), ...(marker === undefined ? [] : [marker])];
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  }

  /** Whether a step's marker stands there; undefined where its shell leaves none. */
  isMarked({ marker }: Delivery): boolean | undefined {
    return marker === undefined ? undefined : existsSync(marker);
  }

  /** What a step's marker holds; empty where there is none. */
  async marked({ marker }: Delivery): Promise<string> {
    return marker === undefined ? '' : readFile(marker, 'utf8').catch(() => '');
  }

  /** Calls back once a step's marker stands there; at most once, and never after it is disposed. */
  onceMarked({ marker }: Delivery, callback: () => void): Disposable {
    if (marker === undefined || this.#made === undefined) return { dispose: () => {} };
    const watcher = watch(this.#made, () => {
      if (!existsSync(marker)) return;
      watcher.close();
      callback();
    });
    return { dispose: () => watcher.close() };
  }

  dispose(): void {
    if (this.#made !== undefined) rmSync(this.#made, { recursive: true, force: true });
    this.#directory = undefined;
    this.#made = undefined;
  }

  async #make(): Promise<string> {
    this.#made = await mkdtemp(join(tmpdir(), `${directoryPrefix}${process.pid}-${await processSpace()}-`));
    return this.#made;
  }
}

/** The space of process ids that this process sees: a container, which may share the temporary folder, has another one. */
async function processSpace(): Promise<string> {
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return /\d+/.exec(space)?.[0] ?? '0';
}

/** Removes the folders of this person's windows that were killed. */
export async function removeLeftovers(): Promise<void> {
  const own = await processSpace();
  for (const name of await readdir(tmpdir())) {
    const [, owner, space] = directoryName.exec(name) ?? [];
    if (owner === undefined || space !== own || isRunning(Number(owner))) continue;
    const path = join(tmpdir(), name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isDirectory() && found.uid === (process.getuid?.() ?? found.uid))
      await rm(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
