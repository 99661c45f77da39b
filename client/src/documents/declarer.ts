import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { workspace } from 'vscode';
import { currentFolder } from './startingPlace.ts';

/** How long git may take to say who works here, in ms: an incident does not wait for it. */
const patience = 1000;

/**
 * Who declares an incident, and so commands it until somebody else does (S4): the name that git commits with. Undefined
 * where there is none, and in Restricted Mode, where no program runs.
 */
export async function declarer(): Promise<string | undefined> {
  const folder = currentFolder();
  if (!workspace.isTrusted || folder?.uri.scheme !== 'file') return undefined;
  try {
    const { stdout } = await promisify(execFile)('git', ['config', 'user.name'], {
      cwd: folder.uri.fsPath,
      timeout: patience,
      windowsHide: true,
    });
    return stdout.trim() || undefined;
  } catch {
    // Without git, or without a name in it, the document asks for the commander.
    return undefined;
  }
}
