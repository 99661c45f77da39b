import { runCourse, type CourseResult } from '../terminal/runCourse.ts';
import type { Command } from './command.ts';
import { readPlace } from './place.ts';

/** Runs the step at a line, or at the caret, and those behind it, until one does not succeed. */
export const runFromHere: Command = {
  id: 'incidentDocs.runFromHere',
  title: 'Run from Here',
  async run(context, given): Promise<CourseResult | undefined> {
    const { place, answers } = readPlace(context, given);
    return runCourse(context, 'fromHere', place, answers);
  },
};
