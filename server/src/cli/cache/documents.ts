import { join } from 'node:path';
import { digestOf } from '../../cache/digest.ts';
import { callWitness } from '../../cache/observations.ts';
import { programDigest } from '../../cache/program.ts';
import { openShelf, type Basis, type KeptDocument, type Shelf } from '../../cache/shelf.ts';
import { always, isWithin } from '../../core/clock.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { Surroundings } from '../environments.ts';
import { markdownFilesBelow } from '../files/markdownFiles.ts';
import type { CheckedFile } from '../lint/report.ts';

/** What is kept of a checked file: all but its text and what depends on the working directory. */
export type KeptFile = Pick<CheckedFile, 'kind' | 'template' | 'facts' | 'diagnostics'> & { readonly basis: Basis };

/** What is kept of a file that nobody asked to check. */
export type KeptNeighbour = Pick<KeptDocument, 'facts'> & { readonly seen: Basis['seen'] };

/** The results of earlier runs, document by document. */
export interface KeptDocuments {
  /** The result for a file of that content, where nothing else that it rests on has changed either. */
  find(path: string, digest: string, surroundings: Surroundings): KeptFile | undefined;
  keep(file: CheckedFile, surroundings: Surroundings): void;
  /** The same for a file that is only looked at for the sake of others; its content is named by its text. */
  findNeighbour(path: string, text: string, surroundings: Surroundings): KeptNeighbour | undefined;
  keepNeighbour(path: string, text: string, neighbour: KeptNeighbour, surroundings: Surroundings): void;
  /** Writes what is new. */
  save(): void;
}

/** Opens the results that are kept in a folder. */
export function openKeptDocuments(folder: string): KeptDocuments {
  const witness = callWitness((place) => markdownFilesBelow(place, () => undefined));
  const shelves = new Map<string, Shelf>();
  const shelfOf = ({ workspace, settings, settled }: Surroundings): Shelf => {
    const path = join(folder, `${digestOf(JSON.stringify([workspace.root, settings]))}.documents`);
    const shelf = shelves.get(path) ?? openShelf(path, digestOf(JSON.stringify([programDigest(), settled])));
    shelves.set(path, shelf);
    return shelf;
  };
  return {
    find(path, digest, surroundings) {
      const shelf = shelfOf(surroundings);
      const kept = shelf.find(path);
      if (!kept?.diagnostics || kept.basis.digest !== digest) return undefined;
      if (!isWithin(kept.basis.holds, surroundings.now) || !witness.confirms(kept.basis.seen)) return undefined;
      shelf.use(path);
      return { ...kept, diagnostics: kept.diagnostics };
    },
    keep({ path, kind, template, facts, diagnostics, basis }, surroundings) {
      if (basis) shelfOf(surroundings).keep(path, { kind, template, facts, diagnostics, basis });
    },
    findNeighbour(path, text, surroundings) {
      const shelf = shelfOf(surroundings);
      const kept = shelf.find(path);
      if (!kept || kept.basis.digest !== digestOf(text) || !witness.confirms(kept.basis.seen)) return undefined;
      shelf.use(path);
      return { facts: kept.facts, seen: kept.basis.seen };
    },
    keepNeighbour(path, text, { facts, seen }, surroundings) {
      const basis = { digest: digestOf(text), holds: always, seen };
      const { kind, template }: Partial<DocumentFacts> = facts ?? {};
      shelfOf(surroundings).keep(path, { kind, template, facts, diagnostics: undefined, basis });
    },
    save() {
      for (const shelf of shelves.values()) shelf.save();
    },
  };
}
