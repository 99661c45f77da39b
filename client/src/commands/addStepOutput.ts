import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { recordOutput } from '../history/evidence.ts';
import type { Command } from './command.ts';
import { findRun } from './sessionRun.ts';

/** Puts the output of the step that ran last, or of the one at a line, below its entry in the timeline, after a preview. */
export const addStepOutput: Command = {
  id: 'incidentDocs.addStepOutput',
  title: 'Add Step Output to Timeline',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const run = await findRun(context, given);
    return 'reason' in run ? run : recordOutput(context, run);
  },
};
