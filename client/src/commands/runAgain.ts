import { findAgain } from '../documents/steps.ts';
import { reasonNotTrusted, runOne } from '../terminal/runOne.ts';
import { refusedStep, type StepResult } from '../terminal/stepResult.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Runs the step that ran last once more, wherever its block stands now. */
export const runAgain: Command = {
  id: 'incidentDocs.runAgain',
  title: 'Run Last Step Again',
  async run(context, given): Promise<StepResult | undefined> {
    const answers = readAnswers(given, []);
    const untrusted = reasonNotTrusted();
    if (untrusted !== undefined) return refusedStep(untrusted);
    const { last } = context.steps;
    if (!last) return refusedStep('No step has run in this window yet, so there is none to run again.');
    const found = await findAgain(context.server, last.document, last.step);
    return 'reason' in found ? refusedStep(found.reason) : runOne(context, found, answers);
  },
};
