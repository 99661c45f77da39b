import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import type { StepResult } from '../terminal/stepResult.ts';
import { documentIn, lineIn, readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Stops the step at a line, or at the caret, with Ctrl-C, and says how it ended. */
export const stopStep: Command = {
  id: 'incidentDocs.stopStep',
  title: 'Stop Step',
  async run({ server, steps }, given): Promise<StepResult | Refusal> {
    const answers = readAnswers(given, ['uri', 'line']);
    const found = await findStep(server, documentIn(answers, 'uri'), lineIn(answers, 'line'));
    return 'reason' in found ? found : steps.stop(found);
  },
};
