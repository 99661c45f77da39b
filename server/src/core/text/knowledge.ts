import { makeLatest, type Latest } from './latest.ts';
import { makeAnew, type Recall } from './recall.ts';
import { makeEach, type RecallEach } from './recallEach.ts';

/** What is known from earlier readings. */
export interface Knowledge {
  readonly recall: Recall;
  readonly each: RecallEach;
  readonly latest: Latest;
}

/** For a text that is read once. */
export const anew: Knowledge = { recall: makeAnew, each: makeEach, latest: makeLatest };
