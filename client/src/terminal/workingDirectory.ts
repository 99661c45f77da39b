import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { FileType, Uri, workspace, type TextDocument } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';

/** Where a runbook's terminal begins: the front matter's `cwd`, seen from the workspace folder, else that folder itself. */
export async function workingDirectory(
  { uri }: TextDocument,
  written: string | undefined,
): Promise<Uri | Refusal | undefined> {
  const folder = (workspace.getWorkspaceFolder(uri) ?? workspace.workspaceFolders?.[0])?.uri;
  const base = folder ?? (uri.scheme === 'file' ? Uri.file(dirname(uri.fsPath)) : undefined);
  if (written === undefined) return base;
  const directory = resolve(base, written);
  if (directory && (await isDirectory(directory))) return directory;
  return {
    reason: `The working directory "${written}" of this runbook's front matter is not there; correct its "cwd" or make the folder.`,
  };
}

function resolve(base: Uri | undefined, written: string): Uri | undefined {
  if (written === '~' || written.startsWith('~/')) return Uri.file(join(homedir(), written.slice(1)));
  if (isAbsolute(written)) return Uri.file(written);
  return base && Uri.joinPath(base, written);
}

async function isDirectory(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
}
