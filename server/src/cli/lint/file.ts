import type { Environments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { shownPath } from '../files/path.ts';
import { readSource } from '../files/read.ts';
import { replaceFile } from '../files/replace.ts';
import { checkText } from './check.ts';
import type { CheckedFile } from './report.ts';

/** How many files are open at a time. */
export const openFiles = 16;

/** Lints a file; what can't be read or written is told to `complain`, and what can't be read is undefined. */
export async function lintFile(
  path: string,
  fix: boolean,
  workingFolder: string,
  environments: Environments,
  complain: (sentence: string) => void,
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
