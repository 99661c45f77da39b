import { unattended } from '../door.ts';
import { freeMemory } from '../freeMemory.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** How long nobody must have opened, changed, read or closed a document, in ms. */
const pause = 250;
/** How large the heap must have grown, in bytes: the server without a document takes less than half of it. */
const much = 64 * 1024 * 1024;

/**
 * Frees memory once documents have been opened or closed and all is quiet: each takes a hundred times its size while it is
 * read, which the process would keep for itself. Never in a pause of somebody who types.
 */
export const memoryAtRest: Feature = { capabilities: {}, register };

function register({ documents, connection, onDidRead }: Session): void {
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  const rest = (): void => {
    timer = undefined;
    // Where much is read at once, timers are late: what they waited for may have begun again meanwhile.
    const remaining = latest + pause - performance.now();
    if (remaining > 0) wait(remaining);
    else if (process.memoryUsage().heapTotal > much) unattended(connection, 'Freeing memory', freeMemory);
  };
  const wait = (milliseconds: number): void => {
    timer ??= setTimeout(rest, milliseconds).unref();
  };
  const stir = (): void => {
    latest = performance.now();
  };
  const begin = (): void => {
    stir();
    wait(pause);
  };
  documents.onDidOpen(begin);
  documents.onDidClose(begin);
  documents.onDidChangeContent(stir);
  onDidRead(stir);
}
