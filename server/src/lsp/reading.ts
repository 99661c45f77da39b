import type { Analysis, Environment, Source } from '../core/lint.ts';
import type { DocumentIndex } from '../core/model/documentIndex.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import type { Memory } from '../core/parse/memory.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { watched, type Dependencies } from './dependencies.ts';
import type { DocumentIndexes } from './documentIndexes.ts';
import type { Environments } from './environments.ts';

/** A document at one version: what is to be read. */
export interface Snapshot {
  readonly uri: string;
  /** The editor's version; null for a document that is not open in the editor. */
  readonly version: number | null;
  readonly source: Source;
}

/** A document as it was read. */
export interface Reading extends Snapshot, Analysis {
  readonly lines: LineIndex;
  readonly environment: Environment;
  readonly dependencies: Dependencies;
  /** Undefined for what is none of our documents. */
  readonly facts: DocumentFacts | undefined;
  /** Whether another index of the workspace's documents could give other diagnostics than the one at hand did. */
  readonly outdatedBy: (root: string, index: DocumentIndex) => boolean;
}

/** Reads a document; when `cancelled` says so on the way, what it answers is of no use to anybody. What it keeps of one version makes the next faster. */
export type Reader = (snapshot: Snapshot, cancelled: () => boolean, kept?: Kept) => Promise<Reading>;

/** What is kept of a document that is read again and again. */
export interface Kept {
  memory?: Memory;
}

/**
 * A reader for the documents of some environments. The linter is loaded with the first document, not before. Nobody waits
 * for the index of the other documents: where it may have a part in the diagnostics, it is gathered meanwhile.
 */
export function createReader(environments: Environments, indexes: Pick<DocumentIndexes, 'known' | 'gather'>): Reader {
  return async (snapshot, cancelled, kept) => {
    const { analyze } = await import('../core/lint.ts');
    const { isConcernedBy } = await import('../core/check.ts');
    const { createMemory } = await import('../core/parse/memory.ts');
    const { documentFacts } = await import('../core/model/facts.ts');
    const environment = await environments.of(snapshot.source.path);
    const { root } = environment.workspace;
    const index = root === undefined ? undefined : indexes.known(root);
    const { workspace, dependencies } = watched(environment.workspace);
    const memory = kept?.memory ?? createMemory();
    if (kept) kept.memory = memory;
    const analysis = await analyze(snapshot.source, { ...environment, workspace, index }, cancelled, memory);
    const facts = analysis.document && documentFacts(analysis.document);
    const mayLookAround = facts !== undefined && root !== undefined && isConcernedBy(undefined, facts, environment);
    // What goes wrong in gathering is told where it is done.
    if (mayLookAround) indexes.gather(root).catch(() => undefined);
    const isConcerned = (by: DocumentIndex | undefined): boolean =>
      mayLookAround && by !== undefined && isConcernedBy(by, facts, environment);
    const wasConcerned = isConcerned(index);
    return {
      ...snapshot,
      ...analysis,
      lines: analysis.document?.lines ?? new LineIndex(snapshot.source.text),
      environment,
      dependencies,
      facts,
      outdatedBy: (folder, newer) => folder === root && newer !== index && (wasConcerned || isConcerned(newer)),
    };
  };
}
