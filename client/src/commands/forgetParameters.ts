import { window } from 'vscode';
import type { Command } from './command.ts';
import { readAnswers } from './answers.ts';

/** Forgets the values of all parameters, secrets included, so that they are asked for again. */
export const forgetParameters: Command = {
  id: 'incidentDocs.forgetParameters',
  title: 'Forget Parameters',
  async run({ parameters }, given): Promise<{ readonly forgotten: readonly string[] }> {
    readAnswers(given, []);
    const forgotten = (await parameters.all()).map(({ name }) => name);
    await parameters.forget();
    const message =
      forgotten.length === 0
        ? 'No parameter had a value.'
        : `Forgotten: ${forgotten.join(', ')}. They are asked again.`;
    window.setStatusBarMessage(message, shownFor);
    return { forgotten };
  },
};

/** How long the message stands in the status bar, in ms. */
const shownFor = 10_000;
