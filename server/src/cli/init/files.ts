import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { folderOf, joinPath } from '../../core/text/path.ts';
import type { Failure } from '../failure.ts';
import { shownPath } from '../files/path.ts';
import { reasonOf } from '../files/reason.ts';

/** A file that is to be written. */
export interface NewFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The folder whose `.incident-docs` holds for a folder: the nearest at or above it that has one or is a repository, else itself. */
export async function workspaceOf(folder: string): Promise<string> {
  for (let at = folder, below = ''; at !== below; below = at, at = folderOf(at)) {
    for (const mark of ['.incident-docs', '.git']) if (await isThere(joinPath(at, mark))) return at;
  }
  return folder;
}

/** Those of the paths at which there is something. */
export async function pathsInUse(paths: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(paths.map(isThere));
  return paths.filter((_, index) => there[index]);
}

/** Writes all files or, where one can't be written, none. */
export async function writeTogether(files: readonly NewFile[], workingFolder: string): Promise<Failure | undefined> {
  const drafts = files.map((file) => ({ ...file, draft: `${file.path}.${randomUUID()}.tmp` }));
  const begun: string[] = [];
  let current = '';
  try {
    for (const { path, text, draft } of drafts) {
      current = path;
      await mkdir(folderOf(path), { recursive: true });
      begun.push(draft);
      await writeFile(draft, text, { flag: 'wx' });
    }
    for (const { path, draft } of drafts) {
      current = path;
      await rename(draft, path);
    }
    return undefined;
  } catch (error) {
    await Promise.all(begun.map((draft) => rm(draft, { force: true })));
    return { failure: `"${shownPath(workingFolder, current)}" can't be written: ${reasonOf(error)}.` };
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
