import { isAbsolute } from 'node:path';
import { FileSystemError, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';

/** The workspace folder that a new document belongs to: the active editor's, else the first; undefined where none is open. */
export function currentFolder(): WorkspaceFolder | undefined {
  const active = window.activeTextEditor?.document.uri;
  return (active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0];
}

/** A folder as a person names it: below the workspace folder, or an absolute path within the workspace. */
export function folderIn(workspaceFolder: WorkspaceFolder, name: string): Uri | Refusal {
  const uri = isAbsolute(name)
    ? workspaceFolder.uri.with({ path: Uri.file(name).path })
    : Uri.joinPath(workspaceFolder.uri, name);
  return workspace.getWorkspaceFolder(uri)
    ? uri
    : { reason: `The folder ${name} lies outside the workspace; name one within it.` };
}

/** The first name that no file has: `name.md`, then `name-2.md` and so on. */
export async function freeFile(folder: Uri, fileName: string): Promise<Uri> {
  const stem = fileName.replace(/\.md$/, '');
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, number === 1 ? fileName : `${stem}-${number}.md`);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
