import { setImmediate as nextTurn } from 'node:timers/promises';
import { indexDocuments, type DocumentIndex } from '../core/model/documentIndex.ts';
import type { DocumentFacts } from '../core/model/facts.ts';

/** What is known of the documents below each folder that somebody has asked about; gathered while nothing else is to be done. */
export interface DocumentIndexes {
  /** As it was last gathered; undefined until then. */
  known(root: string): DocumentIndex | undefined;
  /** The index once everything that has changed is in it. */
  gather(root: string): Promise<DocumentIndex>;
  /** Documents have changed: what had been gathered is gathered anew. */
  renew(): void;
}

/** Where the documents of an index come from, and who hears of it. */
export interface IndexSource {
  readonly markdownFiles: (root: string) => Promise<readonly string[]>;
  /** Undefined for a file that is none of our documents. */
  readonly facts: (path: string) => Promise<DocumentFacts | undefined>;
  readonly gathered: (root: string, index: DocumentIndex) => void;
  readonly failed: (error: unknown) => void;
}

/** Keeps the indexes; each is gathered document by document, so that a person's own requests go first. */
export function keepIndexes({ markdownFiles, facts, gathered, failed }: IndexSource): DocumentIndexes {
  const indexes = new Map<string, DocumentIndex>();
  const gatherings = new Map<string, { readonly result: Promise<DocumentIndex> }>();

  const start = (root: string): Promise<DocumentIndex> => {
    const isOutdated = (): boolean => gatherings.get(root) !== gathering;
    const read = async (): Promise<DocumentIndex> => {
      const found: DocumentFacts[] = [];
      for (const path of await markdownFiles(root)) {
        await nextTurn();
        if (isOutdated()) return gatherings.get(root)?.result ?? start(root);
        const known = await facts(path);
        if (known) found.push(known);
      }
      return indexDocuments(found);
    };
    // What is asked for while an answer is being read must find the gathering that it belongs to.
    const gathering = { result: nextTurn().then(read) };
    gatherings.set(root, gathering);
    gathering.result.then(
      (index) => {
        if (isOutdated()) return;
        indexes.set(root, index);
        gathered(root, index);
      },
      (error: unknown) => {
        if (!isOutdated()) gatherings.delete(root);
        failed(error);
      },
    );
    return gathering.result;
  };
  return {
    known: (root) => indexes.get(root),
    gather: (root) => gatherings.get(root)?.result ?? start(root),
    renew() {
      for (const root of gatherings.keys()) void start(root);
    },
  };
}
