import type { Alert } from '../../core/alerts/alert.ts';
import { alertEntries, newEntries } from '../../core/alerts/incident.ts';
import { noAlert, readAlert } from '../../core/alerts/read.ts';
import { timelineEntryEdit } from '../../core/edits/timelineEntry.ts';
import type { Environment } from '../../core/environment.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { readFacts } from '../../core/neighbours.ts';
import { isFailure, type Failure } from '../failure.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readSource, sourceOf } from '../files/read.ts';
import { concurrently } from '../lint/concurrently.ts';
import { openFiles } from '../lint/file.ts';
import type { Terminal } from '../terminal.ts';
import { editFile, readDocumentFile } from './file.ts';

/** Reads an alert from a file, or for `-` from standard input. */
export async function readAlertFile(named: string, terminal: Terminal): Promise<Alert | Failure> {
  const { workingFolder } = terminal;
  const path = absolutePath(workingFolder, named);
  const shown = named === '-' ? '<standard input>' : shownPath(workingFolder, path);
  const source = named === '-' ? sourceOf(await terminal.readInput(), shown) : await readSource(path, shown);
  if (isFailure(source)) return source;
  return readAlert(source.text) ?? { failure: `${shown}: ${noAlert.reason}` };
}

/** What is known of the documents of a workspace; what can't be read is none of them. */
export async function documentsAround(environment: Environment): Promise<readonly DocumentFacts[]> {
  const { workspace } = environment;
  const found = await concurrently(await workspace.markdownFiles(), openFiles, async (path) => {
    const text = await workspace.read(path);
    return text === undefined ? undefined : readFacts({ path, text }, environment);
  });
  return found.filter((facts) => facts !== undefined);
}

/** The live incident that the same alert has begun. */
export function liveIncidentOf({ key }: Alert, documents: readonly DocumentFacts[]): DocumentFacts | undefined {
  return documents.find(({ kind, stage, alertKey }) => kind === 'incident' && stage === 'draft' && alertKey === key);
}

/** Adds what an alert says to the timeline of its incident, each event once. */
export async function addAlert(
  alert: Alert,
  { path }: DocumentFacts,
  shown: string,
  environment: Environment,
): Promise<Failure | undefined> {
  const before = await readDocumentFile(path, shown, environment);
  if (isFailure(before)) return before;
  for (const event of newEntries(alertEntries(alert, environment.now), before.document)) {
    const file = await readDocumentFile(path, shown, environment);
    if (isFailure(file)) return file;
    const entry = timelineEntryEdit(file.document, event);
    if ('reason' in entry) return { failure: `${shown}: ${entry.reason}` };
    const failed = await editFile(file, entry.edits);
    if (failed) return failed;
  }
  return undefined;
}
