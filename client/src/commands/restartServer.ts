import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Restarts the language server and waits until it runs again. */
export const restartServer: Command = {
  id: 'incidentDocs.restartServer',
  title: 'Restart Server',
  async run({ server }, given): Promise<object | Refusal> {
    readAnswers(given, []);
    return (await server.restart())
      ? {}
      : { reason: 'The language server could not be restarted; the output channel says why.' };
  },
};
