import type { Workspace } from '../core/workspace.ts';
import { lookOf, seenList, seenPresence, seenText, type Notebook, type Observations } from './observations.ts';

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

/** Whether a workspace is still as it was seen. */
export async function stillSees(workspace: Workspace, observations: Observations): Promise<boolean> {
  for (const [key, before] of Object.entries(observations)) {
    if ((await look(workspace, key)) !== before) return false;
  }
  return true;
}

async function look(workspace: Workspace, key: string): Promise<string | undefined> {
  const { kind, path } = lookOf(key);
  switch (kind) {
    case 'there':
      return seenPresence(await workspace.exists(path));
    case 'text':
      return seenText(await workspace.read(path));
    case 'markdown':
      return path === workspace.root ? seenList(await workspace.markdownFiles()) : undefined;
    default:
      return undefined;
  }
}
