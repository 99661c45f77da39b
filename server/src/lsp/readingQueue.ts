import { availableParallelism } from 'node:os';
import type { Snapshot } from './reading.ts';
import type { ReadingThread, ThreadReading } from './readingThread.ts';

/** The documents that wait to be read for the first time: where they are many, threads read along. */
export interface ReadingQueue {
  /**
   * Waits until it is a document's turn: undefined then, and the document is to be read here; or what a thread has found in
   * it before. Whoever does not want it any more is not waited for.
   */
  turn(snapshot: Snapshot, isWanted: () => boolean): Promise<ThreadReading | undefined>;
  /** Reads no more of these in threads, which go by other settings than this thread. */
  distrust(): void;
  /** The settings have changed: threads that went by the earlier ones end. */
  renew(): void;
}

/**
 * How long the waiting texts must be together, in UTF-16 units, for each thread, which loads the program and warms up anew:
 * more than 200 documents of 7 KB.
 */
const worthThread = 1_500_000;
/** An editor has other things to do. */
const mostThreads = 4;
/** How many documents a thread is given ahead, so that it need not wait for this one. */
const ahead = 8;
/** How many turns of the event loop are left to messages before each reading: requests go first, and whoever opens much is heard out. */
const turnsBetween = 10;
/** How long threads stay that have nothing to do, in ms. */
const pause = 250;

interface Waiting {
  readonly snapshot: Snapshot;
  readonly isWanted: () => boolean;
  readonly settle: (found: ThreadReading | undefined) => void;
}

/** A queue of nothing yet, that starts its threads with `start`. */
export function openReadingQueue(start: (died: () => void) => ReadingThread): ReadingQueue {
  const waiting: Waiting[] = [];
  /** What each thread is at, in its order. */
  const threads = new Map<ReadingThread, Waiting[]>();
  let length = 0;
  const most = Math.max(1, Math.min(availableParallelism() - 1, mostThreads));
  let isTrusted = true;
  let hasFailed = false;
  let isTicking = false;
  let turns = 0;
  let timer: NodeJS.Timeout | undefined;

  const end = (...ended: readonly ReadingThread[]): void => {
    const given = ended.flatMap((thread) => threads.get(thread) ?? []);
    for (const thread of ended) {
      threads.delete(thread);
      thread.end();
    }
    for (const each of given) wait(each);
  };
  const endAll = (): void => end(...threads.keys());
  const open = (): void => {
    const thread = start(() => {
      // It would do so again.
      hasFailed = true;
      end(thread);
    });
    threads.set(thread, []);
  };
  const counted = (each: Waiting | undefined, sign: 1 | -1): Waiting | undefined => {
    length += sign * (each?.snapshot.source.text.length ?? 0);
    return each;
  };
  /** The next that somebody wants, from one end of the queue or the other. */
  const next = (take: () => Waiting | undefined): Waiting | undefined => {
    for (;;) {
      const found = take();
      if (!found || found.isWanted()) return found;
      found.settle(undefined);
    }
  };
  const give = (thread: ReadingThread, given: Waiting[]): void => {
    while (given.length < ahead) {
      const each = next(() => counted(waiting.pop(), -1));
      if (!each) return;
      given.push(each);
      void thread.read(each.snapshot).then((found) => {
        const index = given.indexOf(each);
        // It may have been read here meanwhile, or wait again.
        if (index < 0 || !threads.has(thread)) return;
        given.splice(index, 1);
        each.settle(found);
        give(thread, given);
        stir();
      });
    }
  };
  const share = (): void => {
    const worth = isTrusted && !hasFailed ? Math.min(most, Math.floor(length / worthThread)) : 0;
    while (threads.size < worth) open();
    for (const [thread, given] of threads) give(thread, given);
  };
  /** What a thread has not begun with: the last that it was given. */
  const takeBack = (): Waiting | undefined => [...threads.values()].find((given) => given.length > 1)?.pop();
  const tick = (): void => {
    if (turns-- > 0) return void setImmediate(tick);
    const here = next(() => counted(waiting.shift(), -1)) ?? next(takeBack);
    isTicking = here !== undefined;
    if (here) {
      here.settle(undefined);
      stir();
      setImmediate(tick);
    } else {
      isTrusted = true;
      timer ??= setTimeout(rest, pause).unref();
    }
  };
  const rest = (): void => {
    timer = undefined;
    const isIdle = waiting.length === 0 && [...threads.values()].every((given) => given.length === 0);
    if (isIdle) endAll();
  };
  const stir = (): void => {
    turns = turnsBetween;
    if (!isTicking) setImmediate(tick);
    isTicking = true;
  };
  const wait = (each: Waiting): void => {
    waiting.push(each);
    counted(each, 1);
    share();
    stir();
  };
  return {
    turn: (snapshot, isWanted) => new Promise((settle) => wait({ snapshot, isWanted, settle })),
    distrust() {
      isTrusted = false;
      endAll();
    },
    renew() {
      isTrusted = true;
      endAll();
    },
  };
}
