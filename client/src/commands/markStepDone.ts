import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import type { StepResult } from '../terminal/stepResult.ts';
import type { Command } from './command.ts';
import { readPlace } from './place.ts';

/** Marks the step at a line, or at the caret, as done, for a person has seen that it is; one that still runs is stopped with Ctrl-C. */
export const markStepDone: Command = {
  id: 'incidentDocs.markStepDone',
  title: 'Mark Step Done',
  async run(context, given): Promise<StepResult | Refusal> {
    const found = await findStep(context.server, readPlace(context, given).place);
    return 'reason' in found ? found : context.steps.markDone(found);
  },
};
