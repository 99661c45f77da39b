import { parentPort, workerData } from 'node:worker_threads';
import { createEnvironments } from './environments.ts';
import { keepFileLists } from './fileLists.ts';
import { createReader, withoutEdits, type Snapshot } from './reading.ts';
import type { ThreadAnswer, ThreadQuestion, ThreadSettings } from './readingThread.ts';
import { statusOf } from './status.ts';
import { openFiles } from './workspace.ts';

// What is wrong with folders and settings is told by the thread that has the connection.
const ignore = (): void => undefined;

/**
 * Answers what is found in the documents that are asked about, with the files around them as they are on the disk: whoever
 * asks compares what was seen with what the editor has.
 */
function serve(
  { folders }: ThreadSettings,
  answer: (answer: ThreadAnswer) => void,
): (question: ThreadQuestion) => void {
  const files = openFiles(() => undefined, keepFileLists(true, ignore).below);
  const environments = createEnvironments(() => folders, files, ignore);
  // The documents of the workspace are gathered where the editor's are known.
  const read = createReader(environments, { known: () => undefined, gather: () => new Promise(() => undefined) });
  const find = async (snapshot: Snapshot): Promise<ThreadAnswer['found']> => {
    const reading = await read(snapshot, () => false);
    const { facts, diagnostics, holds, seen, unread, environment } = reading;
    const status = statusOf(reading);
    const { workspace, settled } = environment;
    const shown = diagnostics.map(withoutEdits);
    return { facts, diagnostics: shown, holds, seen, unread, status, root: workspace.root, settled };
  };
  return ({ id, snapshot }) => {
    // What goes wrong here goes wrong again where it can be told, when the document is read there.
    void find(snapshot).then(
      (found) => answer({ id, found }),
      () => answer({ id, found: undefined }),
    );
  };
}

/** Serves as one of the threads that read documents beside the one that has the connection. */
export function serveAsThread(): void {
  const port = parentPort;
  port?.on(
    'message',
    serve(workerData, (answer) => port.postMessage(answer)),
  );
}
