import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Shows the output channel. */
export const showOutput: Command = {
  id: 'incidentDocs.showOutput',
  title: 'Show Output',
  async run({ log }, given): Promise<object> {
    readAnswers(given, []);
    log.show();
    return {};
  },
};
