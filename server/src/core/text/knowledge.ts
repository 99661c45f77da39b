import { makeAnew, type Recall } from './recall.ts';
import { makeEach, type RecallEach } from './recallEach.ts';

/** What is known from earlier readings. */
export interface Knowledge {
  readonly recall: Recall;
  readonly each: RecallEach;
}

/** For a text that is read once. */
export const anew: Knowledge = { recall: makeAnew, each: makeEach };
