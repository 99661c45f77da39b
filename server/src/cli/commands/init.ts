import { stat } from 'node:fs/promises';
import { learn, type LearningText, type Lesson } from '../../core/learn/learn.ts';
import { builtInTemplates } from '../../core/schema/presets.ts';
import { documentKinds } from '../../core/schema/vocabulary.ts';
import { fileNameOf, joinPath, pathWithin } from '../../core/text/path.ts';
import type { Arguments } from '../arguments.ts';
import { isFailure, type Failure } from '../failure.ts';
import { markdownFilesBelow } from '../files/markdownFiles.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readSource } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { recordBaseline } from '../init/baseline.ts';
import { pathsInUse, workspaceOf, writeTogether } from '../init/files.ts';
import { summaryOf } from '../init/summary.ts';
import { concurrently } from '../lint/concurrently.ts';
import { palette, type Terminal } from '../terminal.ts';
import type { Command, ExitStatus } from './command.ts';
import { unexpectedOperand } from './operands.ts';

/** Learns a team's templates from its documents. */
export const init: Command = {
  name: 'init',
  operands: '[path]',
  summary: 'Write the templates that the documents share, and a configuration',
  notes: `Reads the Markdown files below a folder, the working directory unless one is named, and writes .incident-docs/ for them: a
template for each kind of document that is there (a section that most of them have is required, one that many have is
optional, in their own words and order) and a commented config.yaml. It is written into the nearest folder at or above that
has .incident-docs or .git, else into the folder itself.

With --baseline, a new team starts from nothing: incident-docs lint --baseline .incident-docs/baseline.sarif`,
  options: [
    { name: 'kind', value: 'KIND', choices: documentKinds, summary: 'What all Markdown files below the path are' },
    { name: 'baseline', summary: "Record today's findings, so that only new ones are reported" },
    { name: 'dry-run', summary: 'Print what would be written, and write nothing' },
    { name: 'force', summary: 'Write files anew that are there already' },
    { name: 'no-color', summary: 'No colours, as with NO_COLOR in the environment' },
  ],
  run: learnAndWrite,
};

const openFiles = 16;
const baselinePath = '.incident-docs/baseline.sarif';

async function learnAndWrite(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  const { workingFolder } = terminal;
  const refuse = (sentence: string): ExitStatus => {
    terminal.complain(sentence);
    return 2;
  };
  if (unexpectedOperand(given, 1, terminal)) return 2;
  const named = given.operands[0] ?? '.';
  const folder = absolutePath(workingFolder, named);
  const obstacle = await whyNoFolder(folder);
  if (obstacle !== undefined) return refuse(`"${named}" can't be read: ${obstacle}.`);
  const root = await workspaceOf(folder);
  const lesson = await lessonFor(folder, root, given, workingFolder);
  if (isFailure(lesson)) return refuse(lesson.failure);

  const files = lesson.files.map(({ path, text }) => ({ path: joinPath(root, path), text }));
  const baseline = given.has('baseline') ? joinPath(root, baselinePath) : undefined;
  const shown = (path: string): string => shownPath(workingFolder, path);
  const summary = summaryOf(lesson, palette(terminal.colours && !given.has('no-color')));
  if (given.has('dry-run')) {
    const texts = files.map(({ path, text }) => `===== ${shown(path)}\n${text}`);
    await terminal.print(`${summary}\nWould write:\n\n${texts.join('\n')}`);
    return 0;
  }
  const paths = [...files.map(({ path }) => path), ...(baseline === undefined ? [] : [baseline])];
  const taken = given.has('force') ? [] : await pathsInUse(paths);
  if (taken.length > 0) return refuse(alreadyThere(taken.map(shown)));
  const trouble = await writeTogether(files, workingFolder);
  if (trouble) return refuse(trouble.failure);

  const recorded = baseline === undefined ? undefined : await recordBaseline(root, baseline, workingFolder);
  if (recorded !== undefined && typeof recorded === 'object') return refuse(recorded.failure);
  const advice =
    recorded === undefined || baseline === undefined
      ? 'Read the templates, change what you like, then see what they say of the documents: incident-docs lint'
      : `Recorded ${recorded === 1 ? '1 finding' : `${recorded} findings`} of today. To see new ones only: incident-docs lint --baseline ${shown(baseline)}`;
  await terminal.print(`${summary}\nWrote:\n${paths.map((path) => `  ${shown(path)}\n`).join('')}\n${advice}\n`);
  return 0;
}

async function whyNoFolder(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isDirectory() ? undefined : 'it is a file, not a folder';
  } catch (error) {
    return reasonOf(error);
  }
}

async function lessonFor(
  folder: string,
  root: string,
  given: Arguments,
  workingFolder: string,
): Promise<Lesson | Failure> {
  let trouble: string | undefined;
  const paths = markdownFilesBelow(folder, (at, error) => {
    trouble ??= `The folder "${shownPath(workingFolder, at)}" can't be listed: ${reasonOf(error)}.`;
  });
  const texts = await concurrently(paths, openFiles, async (path): Promise<LearningText | undefined> => {
    const relative = pathWithin(root, path) ?? path;
    if (relative.startsWith('.incident-docs/')) return undefined;
    const source = await readSource(path, shownPath(workingFolder, path));
    if (!isFailure(source)) return { path: relative, text: source.text };
    trouble ??= source.failure;
    return undefined;
  });
  if (trouble !== undefined) return { failure: trouble };
  const kind = documentKinds.find((known) => known === given.value('kind'));
  const forced = kind && { folder: pathWithin(root, folder) ?? '', kind };
  return learn(
    texts.filter((text) => text !== undefined),
    builtInTemplates(),
    fileNameOf(root),
    forced,
  );
}

function alreadyThere(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const rest =
    others.length === 0 ? 'is' : others.length === 1 ? `and "${others[0]}" are` : `and ${others.length} others are`;
  const it = others.length === 0 ? 'it' : 'them';
  return `"${first}" ${rest} there already; add --force to write ${it} anew, or --dry-run to see what would be written.`;
}
