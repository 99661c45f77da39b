import { analyze } from '../../core/lint.ts';
import { createEnvironments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readSource, sourceOf } from '../files/read.ts';
import { inspectionOf } from '../inspection.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import type { Command, ExitStatus } from './command.ts';
import { unexpectedOperand } from './operands.ts';

/** Shows how a document is read. */
export const inspect: Command = {
  name: 'inspect',
  operands: 'FILE',
  summary: 'Show how a document is read, as JSON',
  notes: `The fields, timeline, action items, steps and links that the rules go by. Positions are zero-based, in UTF-16 code units.
"-" stands for standard input.`,
  options: [{ name: 'stdin-filename', value: 'PATH', summary: 'The path that standard input goes by' }],
  run: showModel,
};

async function showModel(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const complain = (sentence: string): void => {
    terminal.complain(sentence);
    status = 2;
  };
  const [named] = given.operands;
  if (named === undefined) complain('Which file? Write its path, as in "incident-docs inspect runbooks/database.md".');
  if (named === undefined || unexpectedOperand(given, 1, terminal)) return 2;

  const { workingFolder } = terminal;
  const name = named === '-' ? given.value('stdin-filename') : named;
  const place = absolutePath(workingFolder, name ?? '<standard input>');
  const shown = shownPath(workingFolder, place);
  const source = named === '-' ? sourceOf(await terminal.readInput(), shown) : await readSource(place, shown);
  if (isFailure(source)) {
    complain(source.failure);
    return 2;
  }
  const environment = await createEnvironments(workingFolder, Date.now(), complain).of(place);
  const path = name === undefined ? shown : place;
  const { document, unread } = await analyze({ path, text: source.text }, environment);
  if (unread !== undefined) {
    complain(`${shown}: ${unread}`);
    return 2;
  }
  await terminal.print(`${JSON.stringify(inspectionOf(shown, document), undefined, 2)}\n`);
  return status;
}
