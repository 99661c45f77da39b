import type { Alert } from '../../core/alerts/alert.ts';
import { postmortemLinkEdit } from '../../core/edits/postmortem/linkPostmortem.ts';
import type { Environment } from '../../core/environment.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { fileNameOf } from '../../core/text/path.ts';
import type { Arguments } from '../arguments.ts';
import type { createEnvironments } from '../environments.ts';
import { isFailure, type Failure } from '../failure.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import type { Terminal } from '../terminal.ts';
import { addAlert, documentsAround, liveIncidentOf, readAlertFile } from './alertFile.ts';
import { editFile, readDocumentFile, type DocumentFile } from './file.ts';

/** What a new document begins with. */
export interface Sources {
  readonly incident: DocumentFile | undefined;
  readonly alert: Alert | undefined;
  /** The documents beside which an incident begins. */
  readonly around: readonly DocumentFacts[];
  /** The live incident to which the alert belongs already. */
  readonly live: { readonly alert: Alert; readonly facts: DocumentFacts } | undefined;
}

/** Reads what the options name; fails for what can't be read, and for a document that is no incident. */
export async function sourcesOf(
  given: Arguments,
  terminal: Terminal,
  environment: Environment,
  environments: ReturnType<typeof createEnvironments>,
): Promise<Sources | Failure> {
  const incident = await incidentIn(given, terminal, environments);
  if (incident && isFailure(incident)) return incident;
  const alertFile = given.value('from-alert');
  if (alertFile === undefined) return { incident, alert: undefined, around: [], live: undefined };
  const alert = await readAlertFile(alertFile, terminal);
  if (isFailure(alert)) return alert;
  const around = await documentsAround(environment);
  const facts = given.has('output') ? undefined : liveIncidentOf(alert, around);
  return { incident, alert, around, live: facts && { alert, facts } };
}

/** Goes on in the timeline of the alert's incident; tells its path, as it is shown. */
export async function goOn(
  { alert, facts }: NonNullable<Sources['live']>,
  environment: Environment,
  { workingFolder }: Terminal,
): Promise<string | Failure> {
  const shown = shownPath(workingFolder, facts.path);
  return (await addAlert(alert, facts, shown, environment)) ?? shown;
}

async function incidentIn(
  given: Arguments,
  { workingFolder }: Terminal,
  environments: ReturnType<typeof createEnvironments>,
): Promise<DocumentFile | Failure | undefined> {
  const named = given.value('from');
  if (named === undefined) return undefined;
  const path = absolutePath(workingFolder, named);
  const file = await readDocumentFile(path, shownPath(workingFolder, path), await environments.of(path));
  if (isFailure(file) || file.document.kind === 'incident') return file;
  return { failure: `"${file.shown}" is a ${file.document.kind}; a postmortem is written from an incident document.` };
}

/** Links the incident document to its postmortem. */
export async function linkIncident(incident: DocumentFile | undefined, path: string): Promise<Failure | undefined> {
  if (!incident) return undefined;
  const title = incident.document.title?.subject || fileNameOf(path);
  const edit = postmortemLinkEdit(incident.document, { path, title });
  return edit && editFile(incident, [edit]);
}
