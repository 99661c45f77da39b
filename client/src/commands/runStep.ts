import { runStepCommand } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import { reasonNotTrusted, runOne } from '../terminal/runOne.ts';
import { refusedStep, type StepResult } from '../terminal/stepResult.ts';
import { documentIn, lineIn, readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Runs the step at a line, or at the caret, in its runbook's terminal, and says how it ended. */
export const runStep: Command = {
  id: runStepCommand,
  title: 'Run Step',
  async run(context, given): Promise<StepResult | undefined> {
    const answers = readAnswers(given, ['uri', 'line']);
    const untrusted = reasonNotTrusted();
    if (untrusted !== undefined) return refusedStep(untrusted);
    const found = await findStep(context.server, documentIn(answers, 'uri'), lineIn(answers, 'line'));
    return 'reason' in found ? refusedStep(found.reason) : runOne(context, found, answers);
  },
};
