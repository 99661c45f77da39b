import type { StepTerminal } from './stepTerminal.ts';

/** Steps that run one after the other share a terminal: what one sets must be there for the next. */
export interface Course {
  terminal: StepTerminal | undefined;
}
