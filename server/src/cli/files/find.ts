import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { reasonOf } from './reason.ts';
import { absolutePath, shownPath } from './path.ts';

/** Whether a path names a Markdown file. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/**
 * The files that a person names, each once: a folder stands for the Markdown files below it, a file for itself whatever its
 * name. What can't be read is told to `complain`.
 */
export async function findFiles(
  named: readonly string[],
  workingFolder: string,
  complain: (sentence: string) => void,
): Promise<readonly string[]> {
  const found = await Promise.all(
    named.map(async (name) => {
      const path = absolutePath(workingFolder, name);
      try {
        if (!(await stat(path)).isDirectory()) return [path];
      } catch (error) {
        complain(`"${name}" can't be read: ${reasonOf(error)}.`);
        return [];
      }
      return markdownFilesBelow(path, (folder, error) =>
        complain(`The folder "${shownPath(workingFolder, folder)}" can't be listed: ${reasonOf(error)}.`),
      );
    }),
  );
  return [...new Set(found.flat())];
}

/** The paths without those that lead to the same file as another one, so that nothing is written to it twice. */
export async function withoutAliases(paths: readonly string[]): Promise<readonly string[]> {
  const targets = await Promise.all(
    paths.map(async (path) => ({ path, target: await realpath(path).catch(() => path) })),
  );
  const chosen = new Map<string, string>();
  for (const { path, target } of targets) if (path === target || !chosen.has(target)) chosen.set(target, path);
  return targets.flatMap(({ path, target }) => (chosen.get(target) === path ? [path] : []));
}

/**
 * The absolute paths of the Markdown files below a folder, sorted. Links to folders are not followed, so no loop can catch
 * the walk; a folder that can't be listed is told to `failed`, and the walk goes on.
 */
export async function markdownFilesBelow(
  folder: string,
  failed: (folder: string, error: unknown) => void,
): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (at: string): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      failed(at, error);
      return [];
    });
    const below: Promise<void>[] = [];
    for (const entry of entries) {
      const path = `${at === '/' ? '' : at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isIgnored(entry.name)) below.push(visit(path));
      } else if (isMarkdownPath(entry.name) && (entry.isFile() || (await leadsToFile(path, entry)))) found.push(path);
    }
    await Promise.all(below);
  };
  await visit(folder);
  return found.toSorted();
}

/** Dependencies, git's own files and what tools hide; a team's templates and configuration are documents like others. */
function isIgnored(folder: string): boolean {
  return folder === 'node_modules' || (folder.startsWith('.') && folder !== '.incident-docs');
}

/** A link that leads nowhere counts as a file, so that whoever reads it says so. */
async function leadsToFile(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  return stat(path).then(
    (found) => found.isFile(),
    () => true,
  );
}
