// New documents. This file imports nothing.

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Client → server: the text of a new document. */
export const newDocumentRequest = 'incidentDocs/newDocument';
export interface NewDocumentParams {
  readonly kind: 'runbook' | 'incident' | 'postmortem';
  /** The incident document that a postmortem is written from. */
  readonly incident?: string;
  /** The incident's own where none is given. */
  readonly title?: string;
  readonly template?: string;
  /** The folder that it will stand in, as a URI. */
  readonly folder: string;
  /** ISO 8601. */
  readonly at: string;
}
export interface NewDocumentResult {
  readonly text: string;
  /** `2024-01-15-high-error-rate.md` */
  readonly fileName: string;
  /** The first thing to fill in. */
  readonly place: Range;
}

/** Client → server: the edit by which an incident document links to its postmortem. */
export const linkPostmortemRequest = 'incidentDocs/linkPostmortem';
export interface LinkPostmortemParams {
  readonly uri: string;
  readonly postmortem: string;
}
export interface LinkPostmortemResult {
  readonly version: number | null;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Client → server: the incident documents of the workspace, live or over, the one that ended last first. */
export const incidentsRequest = 'incidentDocs/incidents';
export interface KnownIncident {
  readonly uri: string;
  readonly title: string;
  readonly severity?: string;
  readonly status?: string;
  readonly live: boolean;
}

/** Client → server: what is checked off around a week on call. */
export const onCallChecklistRequest = 'incidentDocs/onCallChecklist';
export interface OnCallChecklistParams {
  /** The folder that it will stand in: the settings nearest to it hold. */
  readonly folder?: string;
  readonly team?: string;
  /** ISO 8601. */
  readonly at: string;
}
