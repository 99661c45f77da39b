import { env, window } from 'vscode';
import { copyStepCommand, type Refusal } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import { hiddenCharacters } from '../terminal/hiddenCharacters.ts';
import { documentIn, lineIn, readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Copies the step at a line, or at the caret, as it would run; also where nothing runs. */
export const copyStep: Command = {
  id: copyStepCommand,
  title: 'Copy Step',
  async run({ server }, given): Promise<{ readonly text: string } | Refusal> {
    const answers = readAnswers(given, ['uri', 'line']);
    const found = await findStep(server, documentIn(answers, 'uri'), lineIn(answers, 'line'));
    if ('reason' in found) return found;
    const text = found.step.command;
    if (text.trim() === '') return { reason: 'This block is empty; there is nothing to copy.' };
    await env.clipboard.writeText(text);
    const hidden = hiddenCharacters(text);
    if (hidden !== undefined) void window.showWarningMessage(`Copied, but look before you paste. ${hidden}`);
    return { text };
  },
};
