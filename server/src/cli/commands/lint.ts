import type { Arguments } from '../arguments.ts';
import { openKeptDocuments } from '../cache/documents.ts';
import { cachePlace } from '../cache/place.ts';
import { recordRun } from '../cache/recording.ts';
import { createEnvironments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { absolutePath } from '../files/path.ts';
import { formatNames } from '../formats/index.ts';
import { countByLevel, type CheckedFile } from '../lint/report.ts';
import { lintFiles } from '../lint/run.ts';
import { selectionOf } from '../lint/selection.ts';
import { readSettings } from '../lint/settings.ts';
import { palette, type Terminal } from '../terminal.ts';
import type { Command, ExitStatus } from './command.ts';

/** Checks documents, and corrects them with `--fix`. */
export const lint: Command = {
  name: 'lint',
  operands: '[path…]',
  summary: 'Check documents',
  notes: `A folder stands for the Markdown files below it, a file for itself whatever its name, "-" for standard input. Without a path
the working directory is checked.

Exit status: 0 when there is nothing at error level; 1 when there is, or when there are more warnings than --max-warnings
allows; 2 for wrong use, for a configuration or a template that is wrong, and for files that can't be read or written. The
other files are checked all the same.

With --fix, the corrected text of standard input goes to standard output and the report to standard error.
A baseline is a report of an earlier run: incident-docs lint --format sarif > baseline.sarif`,
  options: [
    { name: 'fix', summary: 'Correct what can be corrected, in the files themselves; report what is left' },
    { name: 'format', value: 'FORMAT', choices: formatNames, summary: `How to report: ${formatNames.join(', ')}` },
    { name: 'max-warnings', value: 'N', summary: 'Exit with 1 when there are more than N warnings' },
    { name: 'quiet', summary: 'Report errors only; --max-warnings counts all the same' },
    { name: 'changed', value: 'REF', summary: 'Report only what stands on lines added since the branch left REF' },
    { name: 'baseline', value: 'FILE', summary: 'Leave out the findings that FILE has recorded' },
    { name: 'config', value: 'FILE', summary: 'The configuration, instead of the nearest .incident-docs/config.yaml' },
    { name: 'now', value: 'ISO', summary: 'The clock for "overdue" and "future": 2024-01-18, 2024-01-18T09:00Z' },
    { name: 'stdin-filename', value: 'PATH', summary: 'The path that standard input goes by' },
    { name: 'no-cache', summary: 'Check everything anew, and keep no results' },
    { name: 'cache-location', value: 'FOLDER', summary: "Where results are kept, instead of the user's cache folder" },
    { name: 'no-color', summary: 'No colours, as with NO_COLOR in the environment' },
  ],
  run: lintAndReport,
};

async function lintAndReport(given: Arguments, screen: Terminal): Promise<ExitStatus> {
  const settings = readSettings(given);
  if (isFailure(settings)) return refuse(settings.failure, screen);
  const { named, fix, quiet, maxWarnings, now, format } = settings;
  const failures: string[] = [];
  // What git and standard input hold can't be seen from outside; corrections are made, not said again.
  const canRepeat = !fix && !named.includes('-') && !given.has('changed');
  const recording = canRepeat ? recordRun(given.words, screen, given.has('now')) : undefined;
  const terminal = recording?.terminal ?? screen;
  const complain = (sentence: string): void => {
    // Threads come upon the same things.
    if (failures.includes(sentence)) return;
    failures.push(sentence);
    terminal.complain(sentence);
  };
  const selection = await selectionOf(
    terminal.workingFolder,
    given.value('changed'),
    given.value('baseline'),
    recording?.notebook,
  );
  if (isFailure(selection)) return refuse(selection.failure, terminal);

  const config = given.value('config');
  const configurationFile = config === undefined ? undefined : absolutePath(terminal.workingFolder, config);
  const inputName = given.value('stdin-filename');
  const place = fix ? undefined : cachePlace(given.words, terminal.workingFolder);
  const kept = place === undefined ? undefined : openKeptDocuments(place);
  const { mayMatter } = selection;
  const request = { named, inputName, fix, now, configurationFile, mayMatter, kept, recording };
  const environments = createEnvironments(terminal.workingFolder, now, complain, configurationFile);
  const checked = await lintFiles(request, terminal, environments, complain);
  const files = await Promise.all(checked.map((file) => selection.select(file)));

  const colours = terminal.colours && !given.has('no-color');
  const look = { palette: palette(colours), columns: terminal.columns, workingFolder: terminal.workingFolder };
  const report = format({ files: quiet ? files.map(errorsOnly) : files, failures }, look);
  await (fix && named.includes('-') ? terminal.note(report) : terminal.print(report));

  const { error, warning } = countByLevel(files);
  if (warning > maxWarnings) {
    terminal.complain(`There are ${warning} warnings, more than the ${maxWarnings} that --max-warnings allows.`);
  }
  if (failures.length > 0) return 2;
  const status = error > 0 || warning > maxWarnings ? 1 : 0;
  recording?.keep(status, checked, environments.seen);
  return status;
}

function refuse(sentence: string, terminal: Terminal): ExitStatus {
  terminal.complain(sentence);
  return 2;
}

function errorsOnly(file: CheckedFile): CheckedFile {
  return { ...file, diagnostics: file.diagnostics.filter(({ level }) => level === 'error') };
}
