// Alerts of monitoring and paging services. This file imports nothing.

/** Client → server: what a text says, if it is the payload of an alert; null for any other text. */
export const alertRequest = 'incidentDocs/alert';
export interface AlertParams {
  readonly text: string;
  /** The document that the alert begins, which need not be there yet: the settings nearest to it hold. */
  readonly uri?: string;
}
export interface AlertResult {
  /** `PagerDuty` */
  readonly source: string;
  readonly title: string;
  /** The team's severity that the alert gives, and what of it does so, each as words within a sentence. */
  readonly severity?: string;
  readonly reasons: readonly string[];
  /** The same as Markdown, for the document. */
  readonly grounds?: string;
  readonly services: readonly string[];
  /** Whether the service says that it is over. */
  readonly isOver: boolean;
  /** What happened, as entries of a timeline in Markdown, without those that the live incident has; the moments are ISO 8601. */
  readonly entries: readonly { readonly at: string; readonly text: string }[];
  /** The live incident that the same alert has begun. */
  readonly live?: { readonly uri: string; readonly title: string };
}
