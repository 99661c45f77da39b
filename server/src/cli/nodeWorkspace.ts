import { readFile, stat } from 'node:fs/promises';
import type { Workspace } from '../core/workspace.ts';
import { markdownFilesBelow } from './files/markdownFiles.ts';

/**
 * A folder's files as they are on disk, each asked for once: nothing is expected to change while the command runs. What is
 * no UTF-8 in a neighbour becomes replacement characters, as only its headings are looked at.
 */
export function openNodeWorkspace(root: string): Workspace {
  const there = new Map<string, Promise<boolean>>();
  const texts = new Map<string, Promise<string | undefined>>();
  let files: readonly string[] | undefined;
  return {
    root,
    exists: (path) => once(there, path, isThere),
    read: (path) => once(texts, path, textAt),
    async markdownFiles() {
      // A folder that can't be listed holds no target of a link that anybody here could open.
      files ??= markdownFilesBelow(root, () => undefined);
      return files;
    },
  };
}

function once<T>(known: Map<string, Promise<T>>, path: string, ask: (path: string) => Promise<T>): Promise<T> {
  let answer = known.get(path);
  if (!answer) {
    answer = ask(path);
    known.set(path, answer);
  }
  return answer;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function textAt(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(
    (text) => text.replace(/^\uFEFF/, ''),
    () => undefined,
  );
}
