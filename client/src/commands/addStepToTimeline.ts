import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { recordRun } from '../history/evidence.ts';
import type { Command } from './command.ts';
import { findRun } from './sessionRun.ts';

/** Writes the step that ran last, or the one at a line, into the timeline of the active incident. */
export const addStepToTimeline: Command = {
  id: 'incidentDocs.addStepToTimeline',
  title: 'Add Step to Timeline',
  async run(context, given): Promise<WrittenEntry | Refusal> {
    const run = await findRun(context, given);
    return 'reason' in run ? run : recordRun(context, run);
  },
};
