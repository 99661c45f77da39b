import { openNotebook, type Observations } from '../cache/observations.ts';
import { observed } from '../cache/observed.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Analysis, Source } from '../core/lint.ts';
import type { DocumentIndex } from '../core/model/documentIndex.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import type { Memory } from '../core/parse/memory.ts';
import type { Recall } from '../core/text/recall.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { watched, type Dependencies } from './dependencies.ts';
import type { DocumentIndexes } from './documentIndexes.ts';
import type { Environments, Surroundings } from './environments.ts';
import type * as Linter from './linter.ts';

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
  readonly environment: Surroundings;
  readonly dependencies: Dependencies;
  /** Undefined for what is none of our documents. */
  readonly facts: DocumentFacts | undefined;
  /** What was seen of other files. */
  readonly seen: Observations;
  /** Whether the workspace's other documents have a part in the diagnostics. */
  readonly isConcerned: boolean;
  /** Whether another index of the workspace's documents could give other diagnostics than the one at hand did. */
  readonly outdatedBy: (root: string, index: DocumentIndex) => boolean;
}

/** Reads a document; when `cancelled` says so on the way, what it answers is of no use to anybody. What it keeps of one version makes the next faster. */
export type Reader = (snapshot: Snapshot, cancelled: () => boolean, kept?: Kept) => Promise<Reading>;

/** What is kept of a document that is read again and again. */
export interface Kept {
  memory?: Memory;
}

/** The linter, which is loaded once: to ask for a module that is there takes a while, too. */
let linter: Promise<typeof Linter> | undefined;
const loadLinter = () => (linter ??= import('./linter.ts'));

/**
 * A reader for the documents of some environments. The linter is loaded with the first document, not before. Nobody waits
 * for the index of the other documents: where it may have a part in the diagnostics, it is gathered meanwhile.
 */
export function createReader(environments: Environments, indexes: Pick<DocumentIndexes, 'known' | 'gather'>): Reader {
  let recall: Recall | undefined;
  return async (snapshot, cancelled, kept) => {
    const { analyze, createMemory, createRecall, documentFacts, roomOfAll } = await loadLinter();
    recall ??= createRecall(roomOfAll);
    const environment = await environments.of(snapshot.source.path);
    const { root } = environment.workspace;
    const index = root === undefined ? undefined : indexes.known(root);
    const notebook = openNotebook();
    const { workspace, dependencies } = watched(observed(environment.workspace, notebook));
    const memory = kept?.memory ?? createMemory(recall);
    if (kept) kept.memory = memory;
    const analysis = await analyze(snapshot.source, { ...environment, workspace, index }, cancelled, memory);
    const facts = analysis.document && documentFacts(analysis.document);
    return {
      ...snapshot,
      ...analysis,
      lines: analysis.document?.lines ?? new LineIndex(snapshot.source.text),
      environment,
      dependencies,
      facts,
      seen: notebook.observations,
      ...(await judge(facts, environment, index, indexes)),
    };
  };
}

/** What part the workspace's other documents have in a document's diagnostics, which were made with an index or without one. */
export type Judgement = Pick<Reading, 'isConcerned' | 'outdatedBy'>;

/** Judges it by a document's facts; has the index gathered where it may have a part, and nobody waits for that. */
export async function judge(
  facts: DocumentFacts | undefined,
  environment: Surroundings,
  index: DocumentIndex | undefined,
  indexes: Pick<DocumentIndexes, 'gather'>,
): Promise<Judgement> {
  const { isConcernedBy } = await loadLinter();
  const { root } = environment.workspace;
  const mayLookAround = facts !== undefined && root !== undefined && isConcernedBy(undefined, facts, environment);
  // What goes wrong in gathering is told where it is done.
  if (mayLookAround) indexes.gather(root).catch(() => undefined);
  const isConcernedNow = (by: DocumentIndex | undefined): boolean =>
    mayLookAround && by !== undefined && isConcernedBy(by, facts, environment);
  const isConcerned = isConcernedNow(index);
  return {
    isConcerned,
    outdatedBy: (folder, newer) => folder === root && newer !== index && (isConcerned || isConcernedNow(newer)),
  };
}

/** What is shown of a finding, without its edits: these are made from the text when somebody asks for them. */
export function withoutEdits({ fix, ...diagnostic }: Diagnostic): Diagnostic {
  return { ...diagnostic, fix: fix && { ...fix, edits: [] } };
}
