import { digestOf } from '../../cache/digest.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { KeptDocuments } from '../cache/documents.ts';
import type { Recording } from '../cache/recording.ts';
import type { Environments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { findFiles, withoutAliases } from '../files/find.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readSource, sourceOf } from '../files/read.ts';
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
  /** The results of earlier runs; undefined where they are not to be used. */
  readonly kept: KeptDocuments | undefined;
  /** Notes what this run rests on. */
  readonly recording: Recording | undefined;
}

type Complain = (sentence: string) => void;

/** Lints files; what can't be read or written is told to `complain`, and the rest is linted all the same. */
export async function lintFiles(
  request: LintRequest,
  terminal: Terminal,
  environments: Environments,
  complain: Complain,
): Promise<readonly CheckedFile[]> {
  const { named, inputName, fix, now, configurationFile, mayMatter, kept, recording } = request;
  const { workingFolder } = terminal;
  const onDisk = named.filter((name) => name !== '-');
  const withInput = named.length > onDisk.length;
  const found = await findFiles(onDisk, workingFolder, complain, recording?.notebook);
  const paths = fix ? await withoutAliases(found) : found;
  const input = withInput ? await lintInput(inputName, fix, terminal, environments, complain) : undefined;
  const mattering = await concurrently(paths, openFiles, async (path) => ((await mayMatter(path)) ? [path] : []));
  const chosen = mattering.flat();
  recording?.stamp(chosen);
  // What is wrong with the settings is told first.
  for (const path of chosen) await environments.of(path);
  const known = await concurrently(
    chosen,
    openFiles,
    async (path) => kept && knownFile(path, kept, workingFolder, environments),
  );
  const unknown = chosen.filter((_, index) => !known[index]);
  const threads = threadsFor(unknown.length);
  const news =
    threads > 1
      ? await lintInThreads(unknown, threads, { workingFolder, fix, now, configurationFile }, complain)
      : await concurrently(unknown, openFiles, (path) => lintFile(path, fix, workingFolder, environments, complain));
  if (kept) await keep(news, kept, environments);
  const remaining = news.values();
  const files = known.map((file) => file ?? remaining.next().value);
  const checked = files.filter((file) => file !== undefined);
  const settled = fix ? await renameFiles(checked, terminal, environments, complain) : checked;
  const around = await lookAround(input ? [input, ...settled] : settled, environments, kept, recording?.notebook);
  kept?.save();
  return around;
}

async function keep(
  files: readonly (CheckedFile | undefined)[],
  kept: KeptDocuments,
  environments: Environments,
): Promise<void> {
  for (const file of files) if (file) kept.keep(file, await environments.of(file.path));
}

/** The result of an earlier run for a file; undefined where it is to be checked. */
async function knownFile(
  path: string,
  kept: KeptDocuments,
  workingFolder: string,
  environments: Environments,
): Promise<CheckedFile | undefined> {
  const shown = shownPath(workingFolder, path);
  const surroundings = await environments.of(path);
  const source = await readSource(path, shown);
  const file = isFailure(source) ? undefined : kept.find(path, digestOf(source.bytes), surroundings);
  if (!file || isFailure(source)) return undefined;
  const root = surroundings.workspace.root ?? '';
  return { ...file, path, shown, root, lines: new LineIndex(source.text), corrected: false };
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
