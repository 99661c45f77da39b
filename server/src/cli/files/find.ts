import { realpath, stat } from 'node:fs/promises';
import { seenList, type Notebook } from '../../cache/observations.ts';
import { reasonOf } from './reason.ts';
import { markdownFilesBelow } from './markdownFiles.ts';
import { absolutePath, shownPath } from './path.ts';

/**
 * The files that a person names, each once: a folder stands for the Markdown files below it, a file for itself whatever its
 * name. What can't be read is told to `complain`.
 */
export async function findFiles(
  named: readonly string[],
  workingFolder: string,
  complain: (sentence: string) => void,
  notebook?: Notebook,
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
      const files = markdownFilesBelow(path, (folder, error) =>
        complain(`The folder "${shownPath(workingFolder, folder)}" can't be listed: ${reasonOf(error)}.`),
      );
      notebook?.note('markdown', path, seenList(files));
      return files;
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
