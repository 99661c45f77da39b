import type { Notebook } from '../../cache/observations.ts';
import { isFailure, type Failure } from '../failure.ts';
import { absolutePath } from '../files/path.ts';
import { readChanges, type Changes } from '../git/changes.ts';
import { readBaseline } from './baseline.ts';
import type { CheckedFile } from './report.ts';

/** Which findings are of interest. */
export interface Selection {
  /** Whether a file can hold any; the others are not even read. */
  readonly mayMatter: (path: string) => Promise<boolean>;
  /** A file with its findings of interest alone. */
  readonly select: (file: CheckedFile) => Promise<CheckedFile>;
}

/** What a branch adds to `changed`, a reference of git, and a baseline has not recorded; everything where neither is given. */
export async function selectionOf(
  workingFolder: string,
  changed: string | undefined,
  baselineFile: string | undefined,
  notebook?: Notebook,
): Promise<Selection | Failure> {
  const changes = changed === undefined ? undefined : await readChanges(workingFolder, changed);
  if (changes && isFailure(changes)) return changes;
  const baseline =
    baselineFile === undefined
      ? undefined
      : await readBaseline(absolutePath(workingFolder, baselineFile), baselineFile, notebook);
  if (baseline && isFailure(baseline)) return baseline;
  return {
    mayMatter: async (path) => !changes || (await changes.addedIn(path)).length > 0,
    select: async (file) => {
      const added = changes ? await onAddedLines(file, changes) : file;
      return baseline ? baseline(added) : added;
    },
  };
}

async function onAddedLines(file: CheckedFile, changes: Changes): Promise<CheckedFile> {
  const added = await changes.addedIn(file.path);
  const { lines } = file;
  return {
    ...file,
    diagnostics: file.diagnostics.filter(({ span }) => {
      const first = lines.lineAt(span.start);
      const last = lines.lineAt(Math.max(span.start, span.end - 1));
      return added.some(({ start, end }) => first < end && last >= start);
    }),
  };
}
