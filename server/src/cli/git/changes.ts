import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Failure } from '../failure.ts';
import { addedLinesOf, type LineRange } from './diff.ts';

/** What a branch and the working tree add to a base. */
export interface Changes {
  /** The lines that are new in a file; empty for a file that adds none. */
  addedIn(path: string): Promise<readonly LineRange[]>;
}

const wholeFile: readonly LineRange[] = [{ start: 0, end: Number.POSITIVE_INFINITY }];

/**
 * Asks git what has been added since the branch left `reference`, uncommitted changes and new files included.
 */
export async function readChanges(folder: string, reference: string): Promise<Changes | Failure> {
  try {
    const top = (await git(folder, ['rev-parse', '--show-toplevel'])).trim();
    const commit = (await git(top, ['rev-parse', '--verify', '--end-of-options', `${reference}^{commit}`])).trim();
    const base = (await git(top, ['merge-base', commit, 'HEAD'])).trim();
    const diff = await git(top, ['diff', '--unified=0', ...plain, base, '--']);
    const untracked = await git(top, ['ls-files', '--others', '--exclude-standard', '-z']);
    const added = new Map([...addedLinesOf(diff)].map(([name, ranges]) => [join(top, name), ranges]));
    for (const name of untracked.split('\0')) if (name !== '') added.set(join(top, name), wholeFile);
    return { addedIn: async (path) => added.get(await realpath(path).catch(() => path)) ?? [] };
  } catch (error) {
    return { failure: `git can't tell what was added since "${reference}": ${gitReason(error)}.` };
  }
}

/** What a person's own configuration of git must not change. */
const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/'];

async function git(folder: string, words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['-C', folder, ...words], { maxBuffer: 1 << 30 });
  return stdout;
}

function gitReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'there is no program "git" on the path';
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  const line = said.split('\n').at(-1) ?? '';
  return line === '' ? 'the branch has no commit in common with it' : line.replace(/^(?:fatal|error): |\.$/g, '');
}
