import { window } from 'vscode';
import { runStepCommand, type Refusal } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { findAgain, findStep, type FoundStep } from '../documents/steps.ts';
import { reasonNotTrusted, runOne } from '../terminal/runOne.ts';
import { refusedStep, type StepResult } from '../terminal/stepResult.ts';
import type { Command } from './command.ts';
import { readPlace } from './place.ts';

/** Runs the step at a line, or at the caret, in its runbook's terminal, and says how it ended. */
export const runStep: Command = {
  id: runStepCommand,
  title: 'Run Step',
  async run(context, given): Promise<StepResult | undefined> {
    const { place, answers } = readPlace(context, given);
    const untrusted = reasonNotTrusted();
    if (untrusted !== undefined) return refusedStep(untrusted);
    const atPlace = await findStep(context.server, place);
    const found = 'reason' in atPlace ? atPlace : await asShown(context, atPlace, given[1]);
    if (found === undefined) return undefined;
    return 'reason' in found ? refusedStep(found.reason) : runOne(context, found, answers);
  },
};

/** The step above which a lens stood, wherever it stands now; where it was changed since, the person is asked. Undefined where they cancelled. */
async function asShown(
  { server }: Context,
  found: FoundStep,
  shown: unknown,
): Promise<FoundStep | Refusal | undefined> {
  const { step, document } = found;
  if (typeof shown !== 'string' || shown === step.id) return found;
  const moved = await findAgain(server, document, { id: shown, title: step.title });
  if (!('reason' in moved)) return moved;
  const choice = await window.showWarningMessage(
    `"${step.title}" has changed since "▶ Run" was shown above it.`,
    { modal: true, detail: step.command },
    'Run as It Is Now',
  );
  return choice === undefined ? undefined : found;
}
