import { join } from 'node:path';
import { dropOldRecords } from '../cache/bound.ts';
import { digestOf } from '../cache/digest.ts';
import { programDigest } from '../cache/program.ts';
import { openShelf, type Shelf } from '../cache/shelf.ts';
import type { DocumentIndexes } from './documentIndexes.ts';
import type { Environments, Surroundings } from './environments.ts';
import type { Facts } from './facts.ts';
import { factsFound } from './foundReading.ts';
import { withoutEdits, type Reading, type Snapshot } from './reading.ts';
import { statusOfFacts } from './status.ts';

/** What earlier servers have found in documents of the same text, so that these need not be read to be known. */
export interface KeptReadings {
  /** The facts of a document; undefined where it is to be read. */
  recall(snapshot: Snapshot): Promise<Facts | undefined>;
  /** Keeps what a reading has come to, where that would be the same another time. */
  keep(reading: KeepableReading): void;
  /** Writes what is new. */
  save(): void;
}

/** As much of a reading as decides on whether it is kept, and how. */
export type KeepableReading = Pick<
  Reading,
  'source' | 'environment' | 'facts' | 'diagnostics' | 'holds' | 'seen' | 'isConcerned'
> & { readonly unread?: string | undefined };

/** For a server that keeps nothing. */
export const keptNowhere: KeptReadings = {
  recall: async () => undefined,
  keep: () => undefined,
  save: () => undefined,
};

/** How long nothing new may have come before all is written, in ms. */
const pause = 3000;

/** Keeps readings in a folder, those of each workspace in a file of its own. */
export function keepReadingsIn(
  folder: string,
  environments: Environments,
  indexes: Pick<DocumentIndexes, 'known' | 'gather'>,
): KeptReadings {
  const shelves = new Map<string, Shelf>();
  const program = programDigest();
  const shelfOf = (root: string, settled: Surroundings['settled']): Shelf => {
    const title = digestOf(JSON.stringify([program, settled]));
    const known = shelves.get(root);
    if (known?.title === title) return known;
    const shelf = openShelf(join(folder, `${digestOf(JSON.stringify(['server', root]))}.documents`), title);
    shelves.set(root, shelf);
    return shelf;
  };
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    const written = [...shelves.values()].map((shelf) => shelf.save());
    if (written.includes(true)) dropOldRecords(folder, Date.now());
  };
  return {
    async recall(snapshot) {
      const { uri, version, source } = snapshot;
      const environment = await environments.of(source.path);
      const { root } = environment.workspace;
      const shelf = root === undefined ? undefined : shelfOf(root, environment.settled);
      const kept = shelf?.find(source.path);
      if (!shelf || root === undefined || !kept?.diagnostics || kept.basis.digest !== digestOf(source.text))
        return undefined;
      const { facts, diagnostics, basis } = kept;
      const status = { uri, version, ...(facts ? statusOfFacts(facts) : {}) };
      const found = { facts, diagnostics, ...basis, unread: undefined, status };
      const known = await factsFound(snapshot, found, environment, indexes);
      if (known) shelf.use(source.path);
      return known;
    },
    keep({ source, environment, facts, diagnostics, holds, seen, unread, isConcerned }) {
      const { root } = environment.workspace;
      // What an incident's status says goes by the clock; what other documents have a part in goes by all of them.
      if (root === undefined || unread !== undefined || isConcerned || facts?.kind === 'incident') return;
      shelfOf(root, environment.settled).keep(source.path, {
        kind: facts?.kind,
        template: facts?.template,
        facts,
        diagnostics: diagnostics.map(withoutEdits),
        basis: { digest: digestOf(source.text), holds, seen },
      });
      clearTimeout(timer);
      timer = setTimeout(save, pause).unref();
    },
    save,
  };
}
