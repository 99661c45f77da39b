import type { TextDocument, Uri } from 'vscode';
import type { Refusal, TimelineEntryResult } from '../../../server/src/protocol/channels.ts';
import {
  incidentChangeRequest,
  incidentStateRequest,
  type IncidentChangeParams,
  type IncidentState,
} from '../../../server/src/protocol/incidentChange.ts';
import type { Context } from '../context.ts';
import { answerFor, isRefusal } from './answers.ts';
import { openDocument } from './openDocument.ts';
import { applyEntry, type WrittenEntry } from './timelineEntries.ts';

/** The incident that a command is about, and what it is now. */
export interface FoundIncident {
  readonly document: TextDocument;
  readonly state: IncidentState;
}

/** The incident that is named, else the one in the active editor, else the active incident. */
export async function findIncident(
  { server, activeIncident, statuses }: Context,
  named: Uri | undefined,
  shown: Uri | undefined,
): Promise<FoundIncident | Refusal> {
  const uri = named ?? (shown && statuses.of(shown)?.kind === 'incident' ? shown : await activeIncident.find());
  if (!uri) return { reason: 'No incident is live here; open an incident document, or start an incident.' };
  const document = await openDocument(uri);
  if (isRefusal(document)) return document;
  const state = await server.ask<IncidentState>(incidentStateRequest, { uri: uri.toString() });
  return isRefusal(state) ? state : { document, state };
}

/** Changes a field of an incident and writes the timeline entry, as one edit that one undo takes back. */
export async function changeIncident(
  { server }: Context,
  document: TextDocument,
  change: IncidentChangeParams['change'],
): Promise<WrittenEntry | Refusal> {
  const params: IncidentChangeParams = { uri: document.uri.toString(), at: new Date().toISOString(), change };
  const answer = await answerFor(document, () => server.ask<TimelineEntryResult>(incidentChangeRequest, params));
  return isRefusal(answer) ? answer : applyEntry(document, answer);
}
