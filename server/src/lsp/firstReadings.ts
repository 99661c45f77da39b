import { isDeepStrictEqual } from 'node:util';
import type { DocumentIndexes } from './documentIndexes.ts';
import type { Environments } from './environments.ts';
import type { Facts } from './facts.ts';
import { factsFound } from './foundReading.ts';
import type { KeptReadings } from './keptReadings.ts';
import type { Snapshot } from './reading.ts';
import { openReadingQueue } from './readingQueue.ts';
import { startThread } from './readingThread.ts';

/** What threads find in documents that are opened all at once, while this thread reads them too. */
export interface FirstReadings {
  /**
   * The facts of a document that nobody has read yet; undefined where it is to be read here, as soon as that is answered.
   * `isWanted` says whether somebody still waits for it.
   */
  find(snapshot: Snapshot, isWanted: () => boolean): Promise<Facts | undefined>;
  /** The settings have changed that documents are read by. */
  renew(): void;
}

/** Reads first readings for a workspace's folders; `complain` hears of a thread that ended by itself. */
export function keepFirstReadings(
  folders: () => readonly string[],
  environments: Environments,
  indexes: Pick<DocumentIndexes, 'known' | 'gather'>,
  store: KeptReadings,
  complain: (message: string) => void,
): FirstReadings {
  const queue = openReadingQueue((died) =>
    startThread({ folders: folders() }, (reason) => {
      complain(`A thread that read documents has ended (${reason}); they are read without it, please report it.`);
      died();
    }),
  );
  return {
    renew: () => queue.renew(),
    async find(snapshot, isWanted) {
      const found = await queue.turn(snapshot, isWanted);
      if (!found) return undefined;
      const { source } = snapshot;
      const environment = await environments.of(source.path);
      if (found.root !== environment.workspace.root || !isDeepStrictEqual(found.settled, environment.settled)) {
        queue.distrust();
        return undefined;
      }
      const facts = await factsFound(snapshot, found, environment, indexes);
      if (facts) store.keep({ ...found, source, environment, isConcerned: false });
      return facts;
    },
  };
}
