import type { Workspace } from '../core/workspace.ts';
import { seenList, seenPresence, seenText, type Notebook } from './observations.ts';

/** A workspace that answers as the given one does, and notes what was seen of it. */
export function observed(workspace: Workspace, notebook: Notebook): Workspace {
  return {
    root: workspace.root,
    async exists(path) {
      const isThere = await workspace.exists(path);
      notebook.note('there', path, seenPresence(isThere));
      return isThere;
    },
    async read(path) {
      const text = await workspace.read(path);
      notebook.note('text', path, seenText(text));
      return text;
    },
    async markdownFiles() {
      const files = await workspace.markdownFiles();
      if (workspace.root !== undefined) notebook.note('markdown', workspace.root, seenList(files));
      return files;
    },
  };
}
