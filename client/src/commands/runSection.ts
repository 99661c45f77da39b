import { runSectionCommand } from '../../../server/src/protocol/channels.ts';
import { runCourse, type CourseResult } from '../terminal/runCourse.ts';
import type { Command } from './command.ts';
import { readPlace } from './place.ts';

/** Runs the steps of the section at a line, or at the caret, one after the other, until one does not succeed. */
export const runSection: Command = {
  id: runSectionCommand,
  title: 'Run Section',
  async run(context, given): Promise<CourseResult | undefined> {
    const { place, answers } = readPlace(context, given);
    return runCourse(context, 'section', place, answers);
  },
};
