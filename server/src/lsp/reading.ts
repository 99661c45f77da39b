import type { Analysis, Environment, Source } from '../core/lint.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { watched, type Dependencies } from './dependencies.ts';
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
}

/** Reads a document; when `cancelled` says so on the way, what it answers is of no use to anybody. */
export type Reader = (snapshot: Snapshot, cancelled: () => boolean) => Promise<Reading>;

/** A reader for the documents of some environments. The linter is loaded with the first document, not before. */
export function createReader(environments: Environments): Reader {
  return async (snapshot, cancelled) => {
    const { analyze } = await import('../core/lint.ts');
    const environment = await environments.of(snapshot.source.path);
    const { workspace, dependencies } = watched(environment.workspace);
    const analysis = await analyze(snapshot.source, { ...environment, workspace }, cancelled);
    return {
      ...snapshot,
      ...analysis,
      lines: analysis.document?.lines ?? new LineIndex(snapshot.source.text),
      environment,
      dependencies,
    };
  };
}
