import { readDocument } from '../../core/model/read.ts';
import { createEnvironments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readSource, sourceOf } from '../files/read.ts';
import { inspectionOf } from '../inspection.ts';
import type { Command } from './command.ts';
import { unexpectedOperand } from './operands.ts';

/** Shows how a document is read. */
export const inspect: Command = {
  name: 'inspect',
  operands: 'FILE',
  summary: 'Show how a document is read, as JSON',
  notes: `The fields, timeline, action items, steps and links that the rules go by. Positions are zero-based, in UTF-16 code units.
"-" stands for standard input.`,
  options: [{ name: 'stdin-filename', value: 'PATH', summary: 'The path that standard input goes by' }],
  async run(given, terminal) {
    const [named] = given.operands;
    if (named === undefined) {
      terminal.complain('Which file? Write its path, as in "incident-docs inspect runbooks/database.md".');
      return 2;
    }
    if (unexpectedOperand(given, 1, terminal)) return 2;
    const { workingFolder } = terminal;
    const name = named === '-' ? given.value('stdin-filename') : named;
    const path = absolutePath(workingFolder, name ?? '<standard input>');
    const shown = shownPath(workingFolder, path);
    const source = named === '-' ? sourceOf(await terminal.readInput(), shown) : await readSource(path, shown);
    if (isFailure(source)) {
      terminal.complain(source.failure);
      return 2;
    }
    let complaints = 0;
    const environments = createEnvironments(workingFolder, Date.now(), (sentence) => {
      complaints++;
      terminal.complain(sentence);
    });
    const { templates, workspace } = await environments.of(path);
    const document = await readDocument(name === undefined ? shown : path, source.text, templates, workspace);
    await terminal.print(`${JSON.stringify(inspectionOf(shown, document), undefined, 2)}\n`);
    return complaints > 0 ? 2 : 0;
  },
};
