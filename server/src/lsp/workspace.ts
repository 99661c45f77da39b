import { readdir, readFile, stat } from 'node:fs/promises';
import type { Workspace } from '../core/workspace.ts';

/** The files of this machine as the editor has them: its open documents before the disk. */
export interface Files {
  exists(path: string): Promise<boolean>;
  /** The text at a path, unsaved changes included; undefined where no file can be read. */
  read(path: string): Promise<string | undefined>;
  /** The Markdown files below a folder. */
  markdownFiles(root: string): Promise<readonly string[]>;
}

/** The files of this machine, given the editor's open documents and the listing of folders. */
export function openFiles(
  openText: (path: string) => string | undefined,
  markdownFiles: (root: string) => Promise<readonly string[]>,
): Files {
  return {
    exists: async (path) => openText(path) !== undefined || (await isThere(path)),
    read: async (path) => openText(path) ?? (await readText(path)),
    markdownFiles,
  };
}

/** A workspace folder, or the surroundings of a document outside any. */
export function openWorkspace(root: string | undefined, files: Files): Workspace {
  return {
    root,
    exists: (path) => files.exists(path),
    read: (path) => files.read(path),
    markdownFiles: async () => (root === undefined ? [] : files.markdownFiles(root)),
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
