import { join } from 'node:path';
import { dropOldRecords } from '../cache/bound.ts';
import { digestOf } from '../cache/digest.ts';
import { stillSees } from '../cache/observed.ts';
import { programDigest } from '../cache/program.ts';
import { openShelf, type Shelf } from '../cache/shelf.ts';
import { isWithin } from '../core/clock.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { dependenciesOf } from './dependencies.ts';
import type { DocumentIndexes } from './documentIndexes.ts';
import type { Environments, Surroundings } from './environments.ts';
import { assembleFacts, type Facts } from './facts.ts';
import { judge, type Reading, type Snapshot } from './reading.ts';
import { statusOfFacts } from './status.ts';

/** What earlier servers have found in documents of the same text, so that these need not be read to be known. */
export interface KeptReadings {
  /** The facts of a document; undefined where it is to be read. */
  recall(snapshot: Snapshot): Promise<Facts | undefined>;
  /** Keeps what a reading has come to, where that would be the same another time. */
  keep(reading: Reading): void;
  /** Writes what is new. */
  save(): void;
}

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
    async recall({ uri, version, source }) {
      const environment = await environments.of(source.path);
      const { root } = environment.workspace;
      const shelf = root === undefined ? undefined : shelfOf(root, environment.settled);
      const kept = shelf?.find(source.path);
      if (!shelf || root === undefined || !kept?.diagnostics || kept.basis.digest !== digestOf(source.text))
        return undefined;
      const { facts, diagnostics, basis } = kept;
      if (!isWithin(basis.holds, environment.now) || !(await stillSees(environment.workspace, basis.seen)))
        return undefined;
      const judgement = await judge(facts, environment, indexes.known(root), indexes);
      if (judgement.isConcerned) return undefined;
      shelf.use(source.path);
      return assembleFacts({
        uri,
        lines: new LineIndex(source.text),
        status: { uri, version, ...(facts ? statusOfFacts(facts) : {}) },
        diagnostics,
        document: facts,
        dependencies: dependenciesOf(basis.seen),
        outdatedBy: judgement.outdatedBy,
        unread: undefined,
      });
    },
    keep({ source, environment, document, facts, diagnostics, holds, seen, unread, isConcerned }) {
      const { root } = environment.workspace;
      // What an incident's status says goes by the clock; what other documents have a part in goes by all of them.
      if (root === undefined || unread !== undefined || isConcerned || document?.kind === 'incident') return;
      shelfOf(root, environment.settled).keep(source.path, {
        kind: document?.kind,
        template: document?.template.name,
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

/** What is shown of a finding; its edits are made from the text when somebody asks for them. */
function withoutEdits({ fix, ...diagnostic }: Diagnostic): Diagnostic {
  return { ...diagnostic, fix: fix && { ...fix, edits: [] } };
}
