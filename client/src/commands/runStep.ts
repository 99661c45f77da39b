import { workspace } from 'vscode';
import { runStepCommand } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import { refusedStep, type StepResult } from '../terminal/stepResult.ts';
import { documentIn, lineIn, readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Runs the step at a line, or at the caret, in its runbook's terminal, and says how it ended. */
export const runStep: Command = {
  id: runStepCommand,
  title: 'Run Step',
  async run({ server, steps }, given): Promise<StepResult> {
    const answers = readAnswers(given, ['uri', 'line']);
    if (!workspace.isTrusted) {
      return refusedStep(
        'Steps do not run in Restricted Mode, because a runbook is a program; trust this workspace to run them.',
      );
    }
    const found = await findStep(server, documentIn(answers, 'uri'), lineIn(answers, 'line'));
    return 'reason' in found ? refusedStep(found.reason) : steps.run(found);
  },
};
