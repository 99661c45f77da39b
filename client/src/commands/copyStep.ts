import { env, window } from 'vscode';
import { copyStepCommand, type Refusal } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import { hiddenCharacters } from '../terminal/hiddenCharacters.ts';
import type { Command } from './command.ts';
import { readPlace } from './place.ts';

/** Copies the step at a line, or at the caret, as it would run; also where nothing runs. */
export const copyStep: Command = {
  id: copyStepCommand,
  title: 'Copy Step',
  async run(context, given): Promise<{ readonly text: string } | Refusal> {
    const found = await findStep(context.server, readPlace(context, given).place);
    if ('reason' in found) return found;
    const text = found.step.command;
    if (text.trim() === '') return { reason: 'This block is empty; there is nothing to copy.' };
    await env.clipboard.writeText(text);
    const hidden = hiddenCharacters(text);
    if (hidden !== undefined) void window.showWarningMessage(`Copied, but look before you paste. ${hidden}`);
    return { text };
  },
};
