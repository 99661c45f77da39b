import { clockAt } from '../../core/clock.ts';
import { isOwnedBy, openActions } from '../../core/reports/openActions.ts';
import { placedDocuments } from '../actions/documents.ts';
import { actionsAsCsv, actionsAsJson, actionsAsText } from '../actions/formats.ts';
import { createEnvironments } from '../environments.ts';
import { absolutePath } from '../files/path.ts';
import { findFiles } from '../files/find.ts';
import { readMoment } from '../lint/moment.ts';
import type { Command, ExitStatus } from './command.ts';

/** Lists the actions that are still to be done. */
export const actions: Command = {
  name: 'actions',
  operands: '[path…]',
  summary: 'List the action items that are open, by due date',
  notes:
    'Those of postmortems and incident documents, the overdue ones first; the working directory where no path is named.',
  options: [
    { name: 'overdue', summary: 'Only those whose day is over' },
    { name: 'owner', value: 'NAME', summary: 'Only those of a person or team: alice, @alice' },
    { name: 'now', value: 'ISO', summary: 'The clock that "overdue" goes by; now where it is left out' },
    { name: 'config', value: 'FILE', summary: 'A configuration that holds instead of .incident-docs/config.yaml' },
    { name: 'format', value: 'FORMAT', choices: ['text', 'json', 'csv'], summary: 'How to print: text, json, csv' },
  ],
  async run(given, terminal) {
    const stated = given.value('now');
    const now = stated === undefined ? Date.now() : readMoment(stated);
    if (now === undefined) {
      terminal.complain(`--now takes an ISO 8601 date or date-time, such as 2024-01-18T09:00Z, not "${stated ?? ''}".`);
      return 2;
    }
    let status: ExitStatus = 0;
    const complain = (sentence: string): void => {
      terminal.complain(sentence);
      status = 2;
    };
    const { workingFolder } = terminal;
    const file = given.value('config');
    const settings = file === undefined ? undefined : absolutePath(workingFolder, file);
    const environments = createEnvironments(workingFolder, now, complain, settings);
    const named = given.operands.length > 0 ? given.operands : ['.'];
    const paths = await findFiles(named, workingFolder, complain);
    const documents = await placedDocuments(paths, workingFolder, environments, complain);
    const owner = given.value('owner');
    const listed = openActions(documents, clockAt(now)).filter(
      ({ action, urgency }) =>
        (!given.has('overdue') || urgency === 'overdue') && (owner === undefined || isOwnedBy(action, owner)),
    );
    const format = formats[given.value('format') ?? 'text'] ?? actionsAsText;
    await terminal.print(format(listed, workingFolder));
    return status;
  },
};

const formats: Readonly<Record<string, typeof actionsAsText>> = {
  text: actionsAsText,
  json: actionsAsJson,
  csv: actionsAsCsv,
};
