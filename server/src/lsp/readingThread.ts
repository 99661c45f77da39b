import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Observations } from '../cache/observations.ts';
import type { FoundReading } from './foundReading.ts';
import type { Snapshot } from './reading.ts';

/** What a thread found in a document, and by which settings of the team it was read. */
export interface ThreadReading extends FoundReading {
  readonly root: string | undefined;
  readonly settled: Observations;
}

/** What a thread must know; plain data. */
export interface ThreadSettings {
  /** The workspace's folders. */
  readonly folders: readonly string[];
}

/** A document that a thread is to read. */
export interface ThreadQuestion {
  readonly id: number;
  readonly snapshot: Snapshot;
}

/** What it has found in it; undefined where that went wrong. */
export interface ThreadAnswer {
  readonly id: number;
  readonly found: ThreadReading | undefined;
}

/** A thread that reads documents as they are given to it, one after the other. */
export interface ReadingThread {
  /** What is found in a document; undefined where the thread can't tell, or ends before. */
  read(snapshot: Snapshot): Promise<ThreadReading | undefined>;
  /** Ends it; nobody waits for an answer then. */
  end(): void;
}

/** Room for short-lived objects, in MB: parsing makes many, and with the usual 16 a seventh of the time goes into collecting them. */
const youngGeneration = 32;

/** Starts a thread; `died` hears of it when it ends by itself, which is a bug. */
export function startThread(settings: ThreadSettings, died: (reason: string) => void): ReadingThread {
  const answers = new Map<number, (found: ThreadReading | undefined) => void>();
  let isOver = false;
  let asked = 0;
  const worker = new Worker(join(__dirname, 'server.js'), {
    workerData: settings,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    // The server's own output carries the protocol.
    stdout: true,
  });
  const finish = (): void => {
    isOver = true;
    for (const answer of answers.values()) answer(undefined);
    answers.clear();
  };
  const fail = (reason: string): void => {
    if (isOver) return;
    finish();
    died(reason);
  };
  worker.unref();
  worker.on('message', ({ id, found }: ThreadAnswer) => {
    answers.get(id)?.(found);
    answers.delete(id);
  });
  worker.on('error', (error) => fail(error.message));
  worker.on('exit', (code) => fail(`exit code ${code}`));
  return {
    read(snapshot) {
      if (isOver) return Promise.resolve(undefined);
      const id = asked++;
      worker.postMessage({ id, snapshot } satisfies ThreadQuestion);
      return new Promise((resolve) => answers.set(id, resolve));
    },
    end() {
      finish();
      void worker.terminate();
    },
  };
}
