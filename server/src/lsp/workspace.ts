import { readdir, readFile, stat } from 'node:fs/promises';
import type { Workspace } from '../core/workspace.ts';

/** What the editor holds in memory of a file, and what the server remembers of a folder. */
export interface Files {
  /** The unsaved text of a document that is open in the editor. */
  openText(path: string): string | undefined;
  /** The Markdown files below a folder. */
  markdownFiles(root: string): Promise<readonly string[]>;
}

/** A workspace folder, or the surroundings of a document outside any: the editor's open documents before the disk. */
export function openWorkspace(root: string | undefined, files: Files): Workspace {
  return {
    root,
    async exists(path) {
      return files.openText(path) !== undefined || (await isThere(path));
    },
    async read(path) {
      return files.openText(path) ?? (await readText(path));
    },
    async markdownFiles() {
      return root === undefined ? [] : files.markdownFiles(root);
    },
  };
}

/** The text of a file; what is no UTF-8 in it becomes replacement characters. Undefined where no file can be read. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(path));
  } catch {
    return undefined;
  }
}

/** Whether a path names a Markdown file. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

const ignoredFolders = new Set(['node_modules', '.git']);

/**
 * The absolute paths of the Markdown files below a folder, sorted. Links to folders are not followed, so no loop can catch
 * the walk; a folder that can't be listed is told to `complain`, and the walk goes on.
 */
export async function listMarkdownFiles(root: string, complain: (message: string) => void): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
      complain(`The folder ${folder} can't be listed, so its documents are left out: ${error.message}`);
      return [];
    });
    const below: Promise<void>[] = [];
    for (const entry of entries) {
      const path = `${folder === '/' ? '' : folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!ignoredFolders.has(entry.name)) below.push(visit(path));
      } else if (isMarkdownPath(entry.name) && (entry.isFile() || (await isFile(path)))) {
        found.push(path);
      }
    }
    await Promise.all(below);
  };
  await visit(root);
  return found.toSorted();
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
