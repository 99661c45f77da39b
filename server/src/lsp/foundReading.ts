import { stillSees } from '../cache/observed.ts';
import { isWithin } from '../core/clock.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { DocumentStatus } from '../protocol/channels.ts';
import { dependenciesOf } from './dependencies.ts';
import type { DocumentIndexes } from './documentIndexes.ts';
import type { Surroundings } from './environments.ts';
import { assembleFacts, type Facts } from './facts.ts';
import { judge, type Reading, type Snapshot } from './reading.ts';

/** What somebody else has found in a document, another server or a thread; it may rest on what is not so here. */
export interface FoundReading extends Pick<Reading, 'facts' | 'diagnostics' | 'holds' | 'seen'> {
  readonly unread: string | undefined;
  readonly status: DocumentStatus;
}

/** The facts of a document in which this was found; undefined where it does not hold here, so that the document is to be read. */
export async function factsFound(
  { uri, source }: Snapshot,
  { facts, diagnostics, holds, seen, unread, status }: FoundReading,
  environment: Surroundings,
  indexes: Pick<DocumentIndexes, 'known' | 'gather'>,
): Promise<Facts | undefined> {
  const { root } = environment.workspace;
  if (!isWithin(holds, environment.now) || !(await stillSees(environment.workspace, seen))) return undefined;
  const index = root === undefined ? undefined : indexes.known(root);
  const { isConcerned, outdatedBy } = await judge(facts, environment, index, indexes);
  if (isConcerned) return undefined;
  return assembleFacts({
    uri,
    lines: new LineIndex(source.text),
    status,
    diagnostics,
    document: facts,
    dependencies: dependenciesOf(seen),
    outdatedBy,
    unread,
  });
}
