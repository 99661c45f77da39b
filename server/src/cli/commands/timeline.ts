import { applyEdits } from '../../core/edits/apply.ts';
import { entryKinds, labelled } from '../../core/edits/entryKinds.ts';
import { timelineEntryEdit } from '../../core/edits/timelineEntry.ts';
import type { Arguments } from '../arguments.ts';
import { editFile, readDocumentFile } from '../documents/file.ts';
import { createEnvironments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readMoment } from '../lint/moment.ts';
import type { Terminal } from '../terminal.ts';
import type { Command, ExitStatus } from './command.ts';

/** Writes an entry into a document's timeline. */
export const timeline: Command = {
  name: 'timeline',
  operands: 'add FILE TEXT',
  summary: 'Add a stamped entry to the timeline of a document',
  notes: `The entry goes into its place by time, in the form, the zone and the order that the timeline has. The line is printed.

Example: incident-docs timeline add incidents/2024-01-15-api.md "Raised the pool to 300" --kind action`,
  options: [
    { name: 'at', value: 'ISO', summary: 'When it happened: 2024-01-15T14:40Z; now where it is left out' },
    { name: 'kind', value: 'KIND', choices: entryKinds, summary: `What it is: ${entryKinds.join(', ')}` },
  ],
  run: addEntry,
};

async function addEntry(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  const refuse = (sentence: string): ExitStatus => {
    terminal.complain(sentence);
    return 2;
  };
  const [verb, named, text] = given.operands;
  if (verb !== 'add')
    return refuse(
      `${verb === undefined ? 'What is to be done?' : `A timeline can't "${verb}".`} Write "incident-docs timeline add FILE TEXT".`,
    );
  if (named === undefined || text === undefined || text.trim() === '')
    return refuse(
      `${named === undefined ? 'Which file?' : 'What happened?'} Write "incident-docs timeline add FILE TEXT".`,
    );
  if (given.operands.length > 3) return refuse('The text is several arguments; put it into quotes.');
  const iso = given.value('at');
  const at = iso === undefined ? Date.now() : readMoment(iso);
  if (at === undefined)
    return refuse(`The option --at takes a date and time such as 2024-01-15T14:40Z, not "${iso ?? ''}".`);

  let isSound = true;
  const { workingFolder } = terminal;
  const path = absolutePath(workingFolder, named);
  const shown = shownPath(workingFolder, path);
  const environment = await createEnvironments(workingFolder, Date.now(), (sentence) => {
    isSound = false;
    terminal.complain(sentence);
  }).of(path);
  if (!isSound) return 2;
  const file = await readDocumentFile(path, shown, environment);
  if (isFailure(file)) return refuse(file.failure);
  const kind = given.value('kind');
  const entry = timelineEntryEdit(file.document, { at, text: kind === undefined ? text : labelled(text, kind) });
  if ('reason' in entry) return refuse(`${shown}: ${entry.reason}`);
  const failed = await editFile(file, entry.edits);
  if (failed) return refuse(failed.failure);
  const line = applyEdits(file.source.text, entry.edits).split(/\r\n|\n|\r/)[entry.entryLine] ?? '';
  await terminal.print(`${line}\n`);
  return 0;
}
