import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { findStep } from '../documents/steps.ts';
import { reveal, sectionAfterFailure, type ShownSection } from '../history/afterRun.ts';
import type { Command } from './command.ts';
import { readPlace } from './place.ts';

/** Goes to the section of a runbook that says what to do when the step at a line, or at the caret, has failed. */
export const showRollback: Command = {
  id: 'incidentDocs.showRollback',
  title: 'Show Rollback',
  async run(context, given): Promise<ShownSection | Refusal> {
    const found = await findStep(context.server, readPlace(context, given).place);
    if ('reason' in found) return found;
    const section = await sectionAfterFailure(context, found);
    if (!section)
      return { reason: `This runbook has no section for when "${found.step.title}" fails, such as "Rollback".` };
    await reveal(section);
    return section;
  },
};
