import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import type { StepResult } from '../terminal/stepResult.ts';
import type { Command } from './command.ts';
import { readPlace } from './place.ts';

/** Stops the step at a line, or at the caret, with Ctrl-C, and says how it ended. */
export const stopStep: Command = {
  id: 'incidentDocs.stopStep',
  title: 'Stop Step',
  async run(context, given): Promise<StepResult | Refusal> {
    const found = await findStep(context.server, readPlace(context, given).place);
    return 'reason' in found ? found : context.steps.stop(found);
  },
};
