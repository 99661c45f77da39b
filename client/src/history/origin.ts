import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { workspace, type Uri } from 'vscode';
import { pathOfProgram } from '../terminal/interpreters.ts';

/** Who runs a step, and of which state of its runbook. */
export interface Origin {
  /** The short hash of the commit that is checked out; undefined where the runbook is in no repository. */
  readonly commit: string | undefined;
  /** Whether the runbook differs from that commit. */
  readonly edited: boolean;
  /** The name that git knows the person by, else the name of their account. */
  readonly who: string;
}

/** How long git may take to answer, in ms. */
const patience = 3_000;

/** Asks git about a runbook and the person; in Restricted Mode nothing is asked. */
export async function originOf({ uri, isDirty }: { readonly uri: Uri; readonly isDirty: boolean }): Promise<Origin> {
  const git = workspace.isTrusted && uri.scheme === 'file' ? await pathOfProgram('git') : undefined;
  const ask = async (...words: readonly string[]): Promise<string | undefined> =>
    git === undefined ? undefined : answer(git, ['-C', dirname(uri.fsPath), '-c', 'core.fsmonitor=false', ...words]);
  const [commit, changes, name] = await Promise.all([
    ask('rev-parse', '--short', '--verify', 'HEAD'),
    ask('status', '--porcelain', '--', uri.fsPath),
    ask('config', 'user.name'),
  ]);
  return {
    commit: commit === '' ? undefined : commit,
    edited: isDirty || (changes ?? '') !== '',
    who: name === undefined || name === '' ? userInfo().username : name,
  };
}

function answer(git: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    try {
      execFile(git, [...words], { timeout: patience, windowsHide: true }, (error, stdout) =>
        resolve(error ? undefined : stdout.trim()),
      );
    } catch {
      resolve(undefined);
    }
  });
}
