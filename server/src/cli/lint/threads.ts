import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { createEnvironments } from '../environments.ts';
import { concurrently } from './concurrently.ts';
import { lintFile, openFiles } from './file.ts';
import type { CheckedFile } from './report.ts';

/** What every thread must know; plain data. */
export interface ThreadSettings {
  readonly workingFolder: string;
  readonly fix: boolean;
  /** The clock, in ms since 1970 UTC. */
  readonly now: number;
  /** The absolute path of a configuration that holds everywhere. */
  readonly configurationFile: string | undefined;
}

/** A checked file on its way from a thread: its text instead of what is made from it. */
type SentFile = Omit<CheckedFile, 'lines'> & { readonly text: string };

interface Answer {
  readonly files: readonly (SentFile | undefined)[];
  readonly complaints: readonly string[];
}

/** From how many files on threads pay for their start; each loads the program and the templates anew. */
const worthThreads = 300;
/** How many files a thread is given at a time: few enough that all threads end together. */
const batchSize = 24;
/** Room for short-lived objects, in MB: parsing makes many, and with the usual 16 a seventh of the time goes into collecting them. */
const youngGeneration = 64;

/** How many threads a number of files is worth; one means that this thread does it itself. */
export function threadsFor(files: number): number {
  return files < worthThreads ? 1 : Math.min(availableParallelism(), 8);
}

/** Lints files in threads; answers in their order, and tells each complaint once. A thread that dies is a bug, and thrown. */
export async function lintInThreads(
  paths: readonly string[],
  threads: number,
  settings: ThreadSettings,
  complain: (sentence: string) => void,
): Promise<(CheckedFile | undefined)[]> {
  const batches = Array.from({ length: Math.ceil(paths.length / batchSize) }, (_, index) =>
    paths.slice(index * batchSize, (index + 1) * batchSize),
  );
  const told = new Set<string>();
  const idle = Array.from(
    { length: threads },
    () =>
      new Worker(__filename, { workerData: settings, resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } }),
  );
  const workers = [...idle];
  try {
    const results = await concurrently(batches, threads, async (batch) => {
      const worker = idle.pop();
      if (!worker) throw new Error('More batches under way than threads.');
      const { files, complaints } = await ask(worker, batch);
      idle.push(worker);
      for (const sentence of complaints.filter((each) => !told.has(each))) {
        told.add(sentence);
        complain(sentence);
      }
      return files.map((file) => file && received(file));
    });
    return results.flat();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Whether this is one of those threads; then it serves, and the command line must not run. */
export function serveAsThread(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  const { workingFolder, fix, now, configurationFile }: ThreadSettings = workerData;
  let complaints: string[] = [];
  const complain = (sentence: string): void => void complaints.push(sentence);
  const environments = createEnvironments(workingFolder, now, complain, configurationFile);
  port.on('message', (batch: readonly string[]) => {
    void concurrently(batch, openFiles, (path) => lintFile(path, fix, workingFolder, environments, complain)).then(
      (files) => {
        port.postMessage({ files: files.map((file) => file && sent(file)), complaints } satisfies Answer);
        complaints = [];
      },
    );
  });
  return true;
}

function ask(worker: Worker, batch: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', answered);
      worker.off('error', failed);
    };
    const answered = (answer: Answer): void => {
      settle();
      resolve(answer);
    };
    const failed = (error: unknown): void => {
      settle();
      reject(error);
    };
    worker.on('message', answered);
    worker.on('error', failed);
    worker.postMessage(batch);
  });
}

function sent({ lines, ...file }: CheckedFile): SentFile {
  return { ...file, text: lines.text };
}

function received({ text, ...file }: SentFile): CheckedFile {
  return { ...file, lines: new LineIndex(text) };
}
