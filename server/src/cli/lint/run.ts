import type { Environments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { findFiles, withoutAliases } from '../files/find.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { sourceOf } from '../files/read.ts';
import type { Terminal } from '../terminal.ts';
import { lookAround } from './around.ts';
import { checkText } from './check.ts';
import { concurrently } from './concurrently.ts';
import { lintFile, openFiles } from './file.ts';
import type { CheckedFile } from './report.ts';
import { renameFiles } from './rename.ts';
import { lintInThreads, threadsFor } from './threads.ts';

/** What is to be linted, and how. */
export interface LintRequest {
  /** Files, folders and `-` for standard input, as the person named them. */
  readonly named: readonly string[];
  /** The path that standard input goes by. */
  readonly inputName: string | undefined;
  readonly fix: boolean;
  /** The clock, in ms since 1970 UTC. */
  readonly now: number;
  /** The absolute path of a configuration that holds everywhere. */
  readonly configurationFile: string | undefined;
  /** Whether a file is of interest; the others are not even read. */
  readonly mayMatter: (path: string) => Promise<boolean>;
}

type Complain = (sentence: string) => void;

/** Lints files; what can't be read or written is told to `complain`, and the rest is linted all the same. */
export async function lintFiles(
  request: LintRequest,
  terminal: Terminal,
  environments: Environments,
  complain: Complain,
): Promise<readonly CheckedFile[]> {
  const { named, inputName, fix, now, configurationFile, mayMatter } = request;
  const { workingFolder } = terminal;
  const onDisk = named.filter((name) => name !== '-');
  const withInput = named.length > onDisk.length;
  const found = await findFiles(onDisk, workingFolder, complain);
  const paths = fix ? await withoutAliases(found) : found;
  const input = withInput ? await lintInput(inputName, fix, terminal, environments, complain) : undefined;
  const mattering = await concurrently(paths, openFiles, async (path) => ((await mayMatter(path)) ? [path] : []));
  const chosen = mattering.flat();
  const threads = threadsFor(chosen.length);
  const files =
    threads > 1
      ? await lintInThreads(chosen, threads, { workingFolder, fix, now, configurationFile }, complain)
      : await concurrently(chosen, openFiles, (path) => lintFile(path, fix, workingFolder, environments, complain));
  const checked = files.filter((file) => file !== undefined);
  const settled = fix ? await renameFiles(checked, terminal, environments, complain) : checked;
  return lookAround(input ? [input, ...settled] : settled, environments);
}

async function lintInput(
  name: string | undefined,
  fix: boolean,
  { workingFolder, readInput, print }: Terminal,
  environments: Environments,
  complain: Complain,
): Promise<CheckedFile | undefined> {
  const path = absolutePath(workingFolder, name ?? '<standard input>');
  const shown = shownPath(workingFolder, path);
  const source = sourceOf(await readInput(), shown);
  if (isFailure(source)) {
    complain(source.failure);
    return undefined;
  }
  const text = { path: name === undefined ? shown : path, shown, source, deliver: fix ? print : undefined };
  return checkText(text, await environments.of(path), complain);
}
