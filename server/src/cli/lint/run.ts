import type { Environments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { findFiles, withoutAliases } from '../files/find.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readSource, sourceOf } from '../files/read.ts';
import { replaceFile } from '../files/replace.ts';
import type { Terminal } from '../terminal.ts';
import { checkText } from './check.ts';
import { concurrently } from './concurrently.ts';
import type { CheckedFile } from './report.ts';

/** What is to be linted, and how. */
export interface LintRequest {
  /** Files, folders and `-` for standard input, as the person named them. */
  readonly named: readonly string[];
  /** The path that standard input goes by. */
  readonly inputName: string | undefined;
  readonly fix: boolean;
  /** Whether a file is of interest; the others are not even read. */
  readonly mayMatter: (path: string) => Promise<boolean>;
}

type Complain = (sentence: string) => void;

/** How many files are open at a time. */
const openFiles = 16;

/** Lints files; what can't be read or written is told to `complain`, and the rest is linted all the same. */
export async function lintFiles(
  request: LintRequest,
  terminal: Terminal,
  environments: Environments,
  complain: Complain,
): Promise<readonly CheckedFile[]> {
  const { named, inputName, fix, mayMatter } = request;
  const { workingFolder } = terminal;
  const onDisk = named.filter((name) => name !== '-');
  const withInput = named.length > onDisk.length;
  const found = await findFiles(onDisk, workingFolder, complain);
  const paths = fix ? await withoutAliases(found) : found;
  const input = withInput ? await lintInput(inputName, fix, terminal, environments, complain) : undefined;
  const files = await concurrently(paths, openFiles, async (path) =>
    (await mayMatter(path)) ? lintFile(path, fix, workingFolder, environments, complain) : undefined,
  );
  return [input, ...files].filter((file) => file !== undefined);
}

async function lintFile(
  path: string,
  fix: boolean,
  workingFolder: string,
  environments: Environments,
  complain: Complain,
): Promise<CheckedFile | undefined> {
  const shown = shownPath(workingFolder, path);
  const source = await readSource(path, shown);
  if (isFailure(source)) {
    complain(source.failure);
    return undefined;
  }
  const write = async (text: string): Promise<void> => {
    if (text !== source.mark + source.text) await replaceFile(path, source.bytes, text);
  };
  return checkText({ path, shown, source, deliver: fix ? write : undefined }, await environments.of(path), complain);
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
