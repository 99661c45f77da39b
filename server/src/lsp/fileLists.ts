import { listMarkdownFiles } from './workspace.ts';

/** The Markdown files below folders, listed once and kept for as long as the client reports changes. */
export interface FileLists {
  readonly below: (folder: string) => Promise<readonly string[]>;
  /** Forgets the lists: a file has come or gone. */
  forget(): void;
}

/** Keeps the lists of folders; lists anew each time for a client that does not report changes. */
export function keepFileLists(changesAreReported: boolean, complain: (message: string) => void): FileLists {
  const lists = new Map<string, Promise<readonly string[]>>();
  return {
    below(folder) {
      const known = lists.get(folder);
      if (known) return known;
      const list = listMarkdownFiles(folder, complain);
      if (changesAreReported) lists.set(folder, list);
      return list;
    },
    forget() {
      lists.clear();
    },
  };
}
